"""A depth map from few or noisy patterns: depth itself is the unknown, not the spectrum, so that all readings of a pixel speak of one number.

First a joint total-variation image tells specimen from no specimen and gives a start. Then, in turn: patterns that were not shown are filled in
from the current map; each pixel's depth is corrected along its modelled spectrum; depths are reconciled with the belief that margins bend little
(a Gauss–Newton step of the maximum a posteriori map). Between turns, blocks of bare tumour are hunted for and cut out of that belief.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from scipy import ndimage

from algorithms.microwave.depth import Solver, prepare, squared_costs
from algorithms.microwave.diffusion import Blur
from algorithms.microwave.hadamard import transform_real, walsh
from algorithms.microwave.inclusions import Block, strongest
from algorithms.microwave.library import Library
from algorithms.microwave.media import Complexes, Flags, Reals
from algorithms.microwave.sharpening import Normal, solved
from algorithms.microwave.smoothness import BREAK_MM, FIRST_BREAK_MM, Bending, bending
from algorithms.microwave.subspace import span
from algorithms.microwave.variation import least_variation

TOLERANCE = 1e-4  # of the spectral components: these maps are for noisy readings
LEAST_NOISE = 0.4  # measured: less lets the missing patterns follow the noise of the first image
VARIATION = 0.5  # weight of total variation, in units of the noise
FIRST_TURNS, TURNS, LAST_TURNS = 9, 4, 6
MOST_BLOCKS = 12
LONGEST_STEP_MM = 0.3
RIM_TRUST = 0.1  # the outermost pixels are partly empty: their spectra count for less, their neighbours' for more
SMEARED_PIXELS = 3  # from the rim inwards a mixture with the bare plate, which reads as another depth
SHARE_BEHIND_BLUR = 0.5  # of a pixel's own precision that a blur leaves, about
LEAST_PRECISION = 1e-2  # per mm²
COVERAGE_PRECISION = 10.0  # a pixel at the rim is covered as it seemed, give or take 0.3
BARE_MARGIN = 0.6  # a pixel is specimen when its best depth misfits by less than this part of what the bare plate, or no signal, does


@dataclass(frozen=True, slots=True, eq=False)
class Problem:
    """What was measured: `coefficients` (pixels, 2K) in the subspace, by pattern; which were `shown`; the `beam` (pixels,); σ of a coefficient.

    `blur` is what the carriers make of the image under the beam, None where they stay.
    """

    shape: tuple[int, int]
    coefficients: Reals
    shown: Flags
    beam: Complexes
    noise: float
    solver: Solver
    slopes: Reals
    blur: Blur | None = None

    @property
    def bare(self) -> Reals:
        """The photomodulator alone, (2K,)."""
        return np.asarray(self.solver.subspace.coordinates(np.ones((1, self.solver.library.frequency_hz.size), np.complex128))[0])

    @property
    def variance(self) -> float:
        """Of one real component."""
        return self.weight**2 / 2

    @property
    def weight(self) -> float:
        """σ as the belief is weighed against it: with patterns missing, readings without noise still leave the map open."""
        return max(self.noise, 1e-6 if self.shown.all() else LEAST_NOISE)


@dataclass(slots=True, eq=False)
class Estimate:
    """The map while it is being made: the first image, depths and spectra (pixels, …), which pixels are specimen, which are separate things.

    `covered` (pixels,) is the share of each pixel that the specimen covers; anything but 0 and 1 only behind a blur.
    """

    start: Reals
    depth: Reals
    spectra: Reals
    inside: Flags
    separate: Flags
    rim: Flags
    bending: Bending
    covered: Reals
    blocks: list[Block] = field(default_factory=list)
    measured: Reals = field(default_factory=lambda: np.zeros((0, 0)))
    precision: Reals = field(default_factory=lambda: np.zeros(0))
    stiffness: Reals = field(default_factory=lambda: np.zeros(0))


def pose(
    solver: Solver, shape: tuple[int, int], coefficients: Reals, shown: Flags, *, beam: Complexes, noise: float, blur: Blur | None = None
) -> Problem:
    """A problem, with the slopes of the library that every turn needs."""
    slopes = np.gradient(solver.coordinates.astype(np.float64), solver.depths_mm, axis=0)
    return Problem(shape, coefficients, shown, beam, noise, solver, slopes, blur)


def noisy_solver(library: Library) -> Solver:
    """A solver with the few components that matter in noise."""
    return prepare(library, span(library, TOLERANCE))


def reconstruct(problem: Problem) -> Estimate:
    """The map that the readings and the belief make together."""
    estimate = _start(problem)
    _turn(problem, estimate, FIRST_TURNS, FIRST_BREAK_MM)
    for _ in range(MOST_BLOCKS):
        block = _hunt(problem, estimate)
        if block is None:
            break
        estimate.blocks.append(block)
        pixels = block.of(problem.shape).ravel()
        estimate.depth[pixels] = 0
        estimate.separate |= pixels
        _turn(problem, estimate, TURNS, BREAK_MM)
    _turn(problem, estimate, LAST_TURNS, BREAK_MM)
    return estimate


def resume(problem: Problem, estimate: Estimate) -> Estimate:
    """Go on from a map with a problem that changed a little."""
    _turn(problem, estimate, LAST_TURNS, BREAK_MM)
    return estimate


def seen(problem: Problem, spectra: Reals) -> Reals:
    """The coefficients (pixels, 2K) that spectra would give, 0 where no pattern was shown."""
    down, along = (walsh(side) for side in problem.shape)
    image = rotated(spectra, problem.beam)
    found = transform_real(image if problem.blur is None else problem.blur(image), down, along)
    return np.asarray(found * problem.shown[:, None])


def back(problem: Problem, coefficients: Reals) -> Reals:
    """What coefficients (pixels, 2K) of shown patterns say of each pixel, an image (pixels, 2K) still under the beam."""
    image = transform_real(coefficients, *(walsh(side) for side in problem.shape))
    return image if problem.blur is None else problem.blur(image)


def rotated(numbers: Reals, factors: Complexes) -> Reals:
    """Real coordinates (N, 2K) times one complex factor a pixel (N,)."""
    half = numbers.shape[1] // 2
    real, imaginary = numbers[:, :half], numbers[:, half:]
    a, b = factors.real[:, None], factors.imag[:, None]
    return np.concatenate([real * a - imaginary * b, real * b + imaginary * a], axis=1)


def _start(problem: Problem) -> Estimate:
    image = least_variation(problem.coefficients, problem.shown, problem.shape, VARIATION * problem.weight)
    beam = problem.beam if problem.blur is None else problem.blur.of_complex(problem.beam[:, None])[:, 0]
    spectra = rotated(image, 1 / beam)
    costs = squared_costs(spectra, problem.solver)
    best = costs.argmin(axis=1)
    plate = np.einsum("nk,nk->n", spectra - problem.bare, spectra - problem.bare)
    nothing = np.einsum("nk,nk->n", spectra, spectra)
    inside = costs[np.arange(len(best)), best] < BARE_MARGIN * np.minimum(plate, nothing)
    depth = problem.solver.depths_mm[best].copy()
    field_of_view = inside.reshape(problem.shape)
    if problem.blur is not None:
        return _start_behind_blur(problem, spectra, depth, field_of_view)
    rim = field_of_view & ~ndimage.binary_erosion(field_of_view, border_value=1)
    covered = inside.astype(np.float64)
    return Estimate(spectra, depth, spectra, inside, np.zeros_like(inside), rim.ravel(), bending(field_of_view), covered)


def _start_behind_blur(problem: Problem, spectra: Reals, depth: Reals, inside: Flags) -> Estimate:
    """The rim is smeared: one pixel more may be specimen, and what the pixels there hold is taken from further in."""
    sure = ndimage.binary_erosion(inside, border_value=1)
    wide = ndimage.binary_dilation(inside)
    clean = ndimage.binary_erosion(inside, iterations=SMEARED_PIXELS, border_value=1)
    if clean.any():
        nearest = ndimage.distance_transform_edt(~clean, return_distances=False, return_indices=True)
        depth = depth.reshape(problem.shape)[tuple(nearest)].ravel()
    plate = np.tile(problem.bare, (len(depth), 1))
    rim = (wide & ~sure).ravel()
    covered = inside.ravel().astype(np.float64)
    return Estimate(spectra, depth, plate, wide.ravel(), np.zeros_like(rim), rim, bending(wide), covered)


def modelled(problem: Problem, depth: Reals) -> tuple[Reals, Reals]:
    """Spectra of depths and their slopes per mm, by linear interpolation, (N, 2K) each."""
    grid = problem.solver.depths_mm
    place = depth / (grid[1] - grid[0])
    below = place.astype(np.intp).clip(0, len(grid) - 2)
    part = (place - below)[:, None]
    coordinates, slopes = problem.solver.coordinates, problem.slopes
    return (
        coordinates[below] * (1 - part) + coordinates[below + 1] * part,
        slopes[below] * (1 - part) + slopes[below + 1] * part,
    )


def residual(problem: Problem, spectra: Reals) -> Reals:
    """What the shown patterns hold beyond `spectra`, as an image (pixels, 2K) still under the beam."""
    left = problem.coefficients - seen(problem, spectra)
    left[~problem.shown] = 0
    return back(problem, left)


def _turn(problem: Problem, estimate: Estimate, turns: int, break_mm: float) -> None:
    """Fill in, correct, reconcile: `turns` times, in place."""
    if problem.blur is not None:
        _turn_behind_blur(problem, estimate, turns // 2 if turns > TURNS else 1, break_mm)
        return
    inside = estimate.inside
    power = np.abs(problem.beam) ** 2 / problem.variance * np.where(estimate.rim, RIM_TRUST, 1.0)
    flat = estimate.separate.reshape(problem.shape)
    for turn in range(turns):
        spectra, slopes = modelled(problem, estimate.depth)
        current = np.where(inside[:, None], spectra, estimate.spectra)
        estimate.measured = current + rotated(residual(problem, current), 1 / problem.beam)
        steep = np.einsum("nk,nk->n", slopes, slopes)
        step = np.einsum("nk,nk->n", estimate.measured - spectra, slopes) / steep
        wanted = estimate.depth + step.clip(-LONGEST_STEP_MM, LONGEST_STEP_MM)
        estimate.precision = (power * steep)[inside]
        if turn % 3 == 0:
            estimate.stiffness = estimate.bending.stiffness(estimate.depth[inside], flat, break_mm)
        factors = estimate.bending.factor(estimate.precision, estimate.stiffness)
        depth = factors.solve(estimate.precision * wanted[inside])
        estimate.depth[inside] = depth.clip(0, problem.solver.depths_mm[-1])
        # Pixels without a specimen, or with half of one, are no depth: they follow the readings at half speed.
        estimate.spectra = np.where(inside[:, None], estimate.spectra, (estimate.measured + estimate.spectra) / 2)


def _turn_behind_blur(problem: Problem, estimate: Estimate, turns: int, break_mm: float) -> None:
    """Gauss–Newton steps on depth and, at the rim, on coverage; what lies outside follows the readings."""
    inside, flat = estimate.inside, estimate.separate.reshape(problem.shape)
    for _ in range(turns):
        spectra, slopes = modelled(problem, estimate.depth)
        current = current_spectra(problem, estimate)
        left = residual(problem, current)
        estimate.measured = current + rotated(left, 1 / problem.beam)
        ways = (
            slopes * (estimate.covered * inside)[:, None],
            (spectra - problem.bare) * (estimate.rim & inside)[:, None],
        )
        steep = np.stack([np.einsum("nk,nk->n", way, way) for way in ways]) * np.abs(problem.beam) ** 2 / problem.variance
        estimate.stiffness = estimate.bending.stiffness(estimate.depth[inside], flat, break_mm)
        estimate.precision = (SHARE_BEHIND_BLUR * steep[0])[inside]
        step = _joint_step(problem, estimate, ways, left, steep[1])
        estimate.depth = (estimate.depth + step[0].clip(-LONGEST_STEP_MM, LONGEST_STEP_MM)).clip(0, problem.solver.depths_mm[-1])
        estimate.covered = (estimate.covered + step[1].clip(-LONGEST_STEP_MM, LONGEST_STEP_MM)).clip(0, 1)
        estimate.spectra = np.where(inside[:, None], estimate.spectra, estimate.spectra + rotated(left, 1 / problem.beam) / 2)


def _joint_step(problem: Problem, estimate: Estimate, ways: tuple[Reals, Reals], left: Reals, steep: Reals) -> Reals:
    """The changes of depth and coverage (2, pixels) that readings and belief want together."""
    inside, differences = estimate.inside, estimate.bending.differences
    factors = estimate.bending.factor(estimate.precision, estimate.stiffness)
    loose = SHARE_BEHIND_BLUR * steep + COVERAGE_PRECISION

    def belief(unknowns: Reals) -> Reals:
        found = np.stack([np.zeros(len(inside)), COVERAGE_PRECISION * unknowns[1]])
        found[0, inside] = (
            differences.T @ (estimate.stiffness * (differences @ unknowns[0, inside])) + LEAST_PRECISION * unknowns[0, inside]
        )
        return found

    def near(unknowns: Reals) -> Reals:
        found = np.stack([np.zeros(len(inside)), unknowns[1] / loose])
        found[0, inside] = factors.solve(unknowns[0, inside])
        return found

    normal = Normal(
        lambda spectra: seen(problem, spectra), lambda given: rotated(back(problem, given), problem.beam.conj()), ways, belief, 1 / problem.variance
    )  # fmt: skip
    wanted = normal.along(rotated(left, problem.beam.conj()))
    wanted[0, inside] -= differences.T @ (estimate.stiffness * (differences @ estimate.depth[inside]))
    return solved(normal, wanted, near)


def _hunt(problem: Problem, estimate: Estimate) -> Block | None:
    current = current_spectra(problem, estimate)
    way = rotated(problem.solver.coordinates[0] - current, problem.beam)
    step = np.einsum("nk,nk->n", residual(problem, current), way).reshape(problem.shape)
    energy = np.einsum("nk,nk->n", way, way).reshape(problem.shape)
    whole = (estimate.inside & ~estimate.rim).reshape(problem.shape)  # a half-empty pixel is not a positive one
    return strongest(step, energy, whole, problem.shown.reshape(problem.shape), problem.variance, problem.blur)


def current_spectra(problem: Problem, estimate: Estimate) -> Reals:
    """The map's own spectra, (pixels, 2K)."""
    spectra = modelled(problem, estimate.depth)[0]
    if problem.blur is not None:
        spectra = problem.bare + estimate.covered[:, None] * (spectra - problem.bare)
    return np.where(estimate.inside[:, None], spectra, estimate.spectra)


def misfit(problem: Problem, estimate: Estimate) -> float:
    """Σ|residual|² of the patterns that were shown."""
    left = residual(problem, current_spectra(problem, estimate))
    return float(np.einsum("nk,nk->", left, left))
