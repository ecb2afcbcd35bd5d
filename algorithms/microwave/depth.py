"""Depth of the margin in each pixel: the depth whose modelled spectrum lies nearest to the measured one (seed 003, eq. 2).

The cost of every depth is known, so are the second best, the chance of each depth (noise is complex normal), and an interval of 90 %.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from algorithms.microwave.absolute import absolute_costs
from algorithms.microwave.hadamard import Indices
from algorithms.microwave.library import CLINICAL_MM, Library
from algorithms.microwave.media import AnyComplex, Doubles, Flags, Reals
from algorithms.microwave.mixtures import positive_shares
from algorithms.microwave.model import Cube, DepthMap, ErrorNorm, Grid
from algorithms.microwave.subspace import Measured, Subspace, measure, span

ACCEPTED_MISFIT = 0.19  # root mean square a frequency, without noise: a pixel half over bare tumour reaches 0.18, no specimen at all 0.51
CHANCE = 0.9
LIKELIEST = 99.0  # log likelihoods further apart are all the same to people
TOGETHER = 4096  # pixels at a time: bounds the memory of large scans
SMALLEST_NOISE = 1e-6
APART = 10  # grid steps between two depths that are called different


@dataclass(frozen=True, slots=True, eq=False)
class Solver:
    """A library ready to be compared with: its coordinates (D, 2K) float32, their squares, and the directions."""

    library: Library
    subspace: Subspace
    coordinates: Reals
    squares: Reals
    clinical: int  # how many depths lie within 0–2 mm

    @property
    def depths_mm(self) -> Doubles:
        """The depths it searches."""
        return self.library.depths_mm


def prepare(library: Library, subspace: Subspace | None = None) -> Solver:
    """Project a library once; the grid of depths starts at 0 and is even."""
    found = subspace or span(library)
    coordinates = found.coordinates(library.spectra).astype(np.float32)
    clinical = int(np.searchsorted(library.depths_mm, CLINICAL_MM + 1e-9))
    return Solver(library, found, coordinates, np.einsum("dk,dk->d", coordinates, coordinates), clinical)


@dataclass(frozen=True, slots=True, eq=False)
class Pixels:
    """Answers for pixels in a row, each (N,); as in `DepthMap`."""

    depth_mm: Reals
    deep_mm: Reals
    low_mm: Reals
    high_mm: Reals
    error: Reals
    second_mm: Reals
    gap: Reals
    share: Reals
    masked: Flags


def solve_depth(cube: Cube, solver: Solver, *, norm: ErrorNorm = ErrorNorm.L2, noise: float | None = None) -> DepthMap:
    """Depth of each pixel from its own spectrum alone. `noise` is σ of one pixel at one frequency; None estimates it."""
    finite = measured_pixels(cube)
    spectra = cube.values if finite.all() else cube.values[finite]
    measured = measure(solver.subspace, spectra, noise)
    parts = [
        solve_pixels(_part(measured, start), solver, spectra[start : start + TOGETHER] if norm is ErrorNorm.L1 else None)
        for start in range(0, max(len(spectra), 1), TOGETHER)
    ]
    return depth_map(cube.grid, solver, parts, finite, measured.noise, norm=norm)


def measured_pixels(cube: Cube) -> Flags:
    """Which pixels hold nothing but numbers, (pixels,)."""
    numbers = cube.values.view(cube.values.real.dtype)
    return np.asarray(np.isfinite(numbers).all(axis=1), dtype=np.bool_)


def depth_map(
    grid: Grid,
    solver: Solver,
    parts: list[Pixels],
    finite: Flags,
    noise: float,
    *,
    norm: ErrorNorm = ErrorNorm.L2,
    regularised: bool = False,
) -> DepthMap:
    """Answers laid out on the grid; pixels that were not measured are masked."""
    shape = (grid.rows, grid.columns)

    def laid(name: str, empty: float = 0.0) -> Doubles:
        found = np.full(finite.shape, empty)
        found[finite] = np.concatenate([getattr(part, name) for part in parts])
        found = found.reshape(shape)
        found.setflags(write=False)
        return found

    masked: Flags = laid("masked", 1.0).astype(bool)
    masked.setflags(write=False)
    return DepthMap(
        grid,
        depth_mm=laid("depth_mm"),
        deep_mm=laid("deep_mm"),
        low_mm=laid("low_mm"),
        high_mm=laid("high_mm"),
        error=laid("error"),
        second_mm=laid("second_mm"),
        gap=laid("gap"),
        positive_share=laid("share"),
        masked=masked,
        noise=noise,
        norm=norm,
        regularised=regularised,
        margin_hydration=solver.library.margin_hydration,
        tumour_hydration=solver.library.tumour_hydration,
    )


def _part(measured: Measured, start: int) -> Measured:
    here = slice(start, start + TOGETHER)
    return Measured(measured.inside[here], measured.outside[here], measured.frequencies, measured.noise)


def squared_costs(inside: Reals, solver: Solver) -> Reals:
    """Σ|Δ|² inside the subspace, (N, D) float32."""
    single = inside.astype(np.float32)
    costs = single @ (-2 * solver.coordinates.T)
    costs += solver.squares
    costs += np.einsum("nk,nk->n", single, single)[:, None]
    return np.asarray(np.maximum(costs, 0, out=costs), dtype=costs.dtype)


def solve_pixels(measured: Measured, solver: Solver, spectra: AnyComplex | None) -> Pixels:
    """Everything about pixels in a row; `spectra` (N, F) asks for L1."""
    squares = squared_costs(measured.inside, solver)
    costs = squares if spectra is None else absolute_costs(spectra, solver.library)
    best, clinical = costs.argmin(axis=1), costs[:, : solver.clinical].argmin(axis=1)
    deep, depth = refined(costs, best, solver.depths_mm), refined(costs, clinical, solver.depths_mm)
    depth = np.minimum(depth, CLINICAL_MM)
    rows = np.arange(len(costs))
    inside = squares[rows, best].astype(np.float64)
    variance = variances(inside, solver.subspace.size, measured.noise)
    scale = variance if spectra is None else _laplace_scale(costs[rows, best], measured.frequencies)
    second, gap = _runners_up(costs, best, scale, solver.depths_mm)
    low, high = intervals(costs, best, deep, scale, _deviations(best, variance, solver), solver.depths_mm)
    share, edge = positive_shares(measured.inside, inside, measured.noise, solver.coordinates, solver.depths_mm, _bare(solver))
    # Nearer to the bare photomodulator, or to no signal at all, than to any margin: there is no specimen.
    empty = np.minimum(_energy(measured.inside - _bare(solver)), _energy(measured.inside)) < inside
    masked = ~accepted(inside, solver.subspace.size, measured) | edge | empty
    error = np.sqrt((inside + measured.outside) / measured.frequencies)
    return Pixels(depth, deep, low, high, error, second, gap, share, masked)


def accepted(inside: Reals, size: int, measured: Measured) -> Flags:
    """Whether the misfit inside the subspace could be noise and model error: the error threshold, relative to noise."""
    part = measured.noise**2 / 2
    allowed = ACCEPTED_MISFIT**2 * measured.frequencies
    spread = np.sqrt(2 * size * part**2 + 4 * allowed * part)
    return np.asarray(inside <= allowed + size * part + 3 * spread)


def variances(inside: Reals, size: int, noise: float) -> Reals:
    """σ² of each pixel (N,): the noise, or more where the model fits worse than noise explains."""
    free = max(size - 1, 1)
    ratio = 2 * inside / free
    allowed = noise**2 * (1 + 2 * np.sqrt(2 / free))
    return np.asarray(np.where(ratio > allowed, ratio, noise**2) + SMALLEST_NOISE**2)


def refined(costs: Reals, best: Indices, depths_mm: Reals) -> Reals:
    """The bottom of the parabola through the best depth and its neighbours, mm (N,)."""
    rows, middle = np.arange(len(costs)), best.clip(1, costs.shape[1] - 2)
    before, here, after = (costs[rows, middle + shift].astype(np.float64) for shift in (-1, 0, 1))
    bend = before - 2 * here + after
    shift = np.where(bend > 0, (before - after) / (2 * np.where(bend > 0, bend, 1)), 0).clip(-1, 1)
    step = depths_mm[1] - depths_mm[0]
    return np.asarray((depths_mm[middle] + shift * step).clip(depths_mm[0], depths_mm[-1]))


def _runners_up(costs: Reals, best: Indices, scale: Reals, depths_mm: Reals) -> tuple[Reals, Reals]:
    """The next best valley of the cost, and how much less likely it is; its own depth and the largest gap where there is none."""
    valley = np.zeros(costs.shape, dtype=bool)
    valley[:, 1:-1] = (costs[:, 1:-1] < costs[:, :-2]) & (costs[:, 1:-1] <= costs[:, 2:])
    valley[:, 0], valley[:, -1] = costs[:, 0] <= costs[:, 1], costs[:, -1] < costs[:, -2]
    pixel, place = np.nonzero(valley)
    far = np.abs(place - best[pixel]) > APART
    pixel, place = pixel[far], place[far]
    lowest = np.full(len(costs), np.inf)
    value = costs[pixel, place].astype(np.float64)
    np.minimum.at(lowest, pixel, value)
    second = best.copy()
    hit = value == lowest[pixel]
    second[pixel[hit]] = place[hit]
    gap = (lowest - costs[np.arange(len(costs)), best]) / scale
    return depths_mm[second], gap.clip(0, LIKELIEST)


def _deviations(best: Indices, variance: Reals, solver: Solver) -> Reals:
    """Standard deviation of depth where noise is small: σ / (√2 |dS/dd|), mm (N,)."""
    slope = np.gradient(solver.coordinates, solver.depths_mm, axis=0)
    steepness = np.einsum("dk,dk->d", slope, slope)
    return np.asarray(np.sqrt(variance / (2 * steepness[best])))


def intervals(costs: Reals, best: Indices, deep: Reals, scale: Reals, narrow: Reals, depths_mm: Reals) -> tuple[Reals, Reals]:
    """The interval that holds the truth with 90 % probability, every depth from 0 to 3 mm being as likely before; mm (N,) each.

    What is left out is shared between the two sides as the probability is: a pixel that reads 0 has an interval that starts there.
    Intervals narrower than the grid are those of the normal distribution.
    """
    rows, step = np.arange(len(costs)), float(depths_mm[1] - depths_mm[0])
    chance = np.exp((costs[rows, best][:, None] - costs) / scale[:, None].astype(costs.dtype))
    total = np.cumsum(chance, axis=1, out=chance)
    whole = total[:, -1]
    below = np.where(best > 0, total[rows, np.maximum(best - 1, 0)], 0) / whole
    low, high = (_quantile(total, tail * whole, step) for tail in ((1 - CHANCE) * below, 1 - (1 - CHANCE) * (1 - below)))
    reach, fine = np.maximum(1.645 * narrow, step / 5), narrow < 1.5 * step
    low, high = np.where(fine, deep - reach, low), np.where(fine, deep + reach, high)
    deepest = depths_mm[-1]
    return np.asarray(low.clip(0, deepest)), np.asarray(high.clip(0, deepest))


def _quantile(total: Reals, wanted: Reals, step: float) -> Reals:
    """The depth below which `wanted` of the summed chances lies; each grid depth stands for the cell around it."""
    place = (total < wanted[:, None]).sum(axis=1).clip(0, total.shape[1] - 1)
    rows = np.arange(len(total))
    before = np.where(place > 0, total[rows, np.maximum(place - 1, 0)], 0)
    part = (wanted - before) / np.maximum(total[rows, place] - before, np.finfo(np.float32).tiny)
    return np.asarray((place - 0.5 + part) * step, dtype=np.float64)


def _laplace_scale(least: Reals, frequencies: int) -> Reals:
    """The scale of Σ|Δ| as a log likelihood; 4/π corrects for noise that is normal after all."""
    return least.astype(np.float64) / (2 * frequencies) * (4 / np.pi) + SMALLEST_NOISE


def _bare(solver: Solver) -> Reals:
    """The photomodulator alone, S = 1, in the subspace."""
    return np.asarray(solver.subspace.coordinates(np.ones((1, solver.library.frequency_hz.size), np.complex128))[0])


def _energy(vectors: Reals) -> Reals:
    return np.asarray(np.einsum("nk,nk->n", vectors, vectors), dtype=np.float64)
