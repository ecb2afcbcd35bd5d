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
from algorithms.microwave.hadamard import transform_real, walsh
from algorithms.microwave.inclusions import Block, strongest
from algorithms.microwave.library import Library
from algorithms.microwave.media import Complexes, Flags, Reals
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
BARE_MARGIN = 0.6  # a pixel is specimen when its best depth misfits by less than this part of what the bare plate, or no signal, does


@dataclass(frozen=True, slots=True, eq=False)
class Problem:
    """What was measured: `coefficients` (pixels, 2K) in the subspace, by pattern; which were `shown`; the `beam` (pixels,); σ of a coefficient."""

    shape: tuple[int, int]
    coefficients: Reals
    shown: Flags
    beam: Complexes
    noise: float
    solver: Solver
    slopes: Reals

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
    """The map while it is being made: the first image, depths and spectra (pixels, …), which pixels are specimen, which are separate things."""

    start: Reals
    depth: Reals
    spectra: Reals
    inside: Flags
    separate: Flags
    rim: Flags
    bending: Bending
    blocks: list[Block] = field(default_factory=list)
    measured: Reals = field(default_factory=lambda: np.zeros((0, 0)))
    precision: Reals = field(default_factory=lambda: np.zeros(0))
    stiffness: Reals = field(default_factory=lambda: np.zeros(0))


def pose(solver: Solver, shape: tuple[int, int], coefficients: Reals, shown: Flags, *, beam: Complexes, noise: float) -> Problem:
    """A problem, with the slopes of the library that every turn needs."""
    slopes = np.gradient(solver.coordinates.astype(np.float64), solver.depths_mm, axis=0)
    return Problem(shape, coefficients, shown, beam, noise, solver, slopes)


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
    found = transform_real(rotated(spectra, problem.beam), down, along)
    return np.asarray(found * problem.shown[:, None])


def rotated(numbers: Reals, factors: Complexes) -> Reals:
    """Real coordinates (N, 2K) times one complex factor a pixel (N,)."""
    half = numbers.shape[1] // 2
    real, imaginary = numbers[:, :half], numbers[:, half:]
    a, b = factors.real[:, None], factors.imag[:, None]
    return np.concatenate([real * a - imaginary * b, real * b + imaginary * a], axis=1)


def _start(problem: Problem) -> Estimate:
    image = least_variation(problem.coefficients, problem.shown, problem.shape, VARIATION * problem.weight)
    spectra = rotated(image, 1 / problem.beam)
    costs = squared_costs(spectra, problem.solver)
    best = costs.argmin(axis=1)
    bare = problem.solver.subspace.coordinates(np.ones((1, problem.solver.library.frequency_hz.size), np.complex128))
    plate = np.einsum("nk,nk->n", spectra - bare, spectra - bare)
    nothing = np.einsum("nk,nk->n", spectra, spectra)
    inside = costs[np.arange(len(best)), best] < BARE_MARGIN * np.minimum(plate, nothing)
    depth = problem.solver.depths_mm[best].copy()
    field_of_view = inside.reshape(problem.shape)
    rim = field_of_view & ~ndimage.binary_erosion(field_of_view, border_value=1)
    return Estimate(spectra, depth, spectra, inside, np.zeros_like(inside), rim.ravel(), bending(field_of_view))


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
    down, along = (walsh(side) for side in problem.shape)
    left = problem.coefficients - transform_real(rotated(spectra, problem.beam), down, along)
    left[~problem.shown] = 0
    return transform_real(left, down, along)


def _turn(problem: Problem, estimate: Estimate, turns: int, break_mm: float) -> None:
    """Fill in, correct, reconcile: `turns` times, in place."""
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


def _hunt(problem: Problem, estimate: Estimate) -> Block | None:
    current = current_spectra(problem, estimate)
    way = rotated(problem.solver.coordinates[0] - current, problem.beam)
    step = np.einsum("nk,nk->n", residual(problem, current), way).reshape(problem.shape)
    energy = np.einsum("nk,nk->n", way, way).reshape(problem.shape)
    whole = (estimate.inside & ~estimate.rim).reshape(problem.shape)  # a half-empty pixel is not a positive one
    return strongest(step, energy, whole, problem.shown.reshape(problem.shape), problem.variance)


def current_spectra(problem: Problem, estimate: Estimate) -> Reals:
    """The map's own spectra, (pixels, 2K)."""
    return np.where(estimate.inside[:, None], modelled(problem, estimate.depth)[0], estimate.spectra)


def misfit(problem: Problem, estimate: Estimate) -> float:
    """Σ|residual|² of the patterns that were shown."""
    left = residual(problem, current_spectra(problem, estimate))
    return float(np.einsum("nk,nk->", left, left))
