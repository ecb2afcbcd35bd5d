"""The whole way from readings or a normalised cube to depths, regions and doubts: what screen and command line call."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy.special import ndtr

from algorithms.microwave.confidence import NORMAL_90, judged
from algorithms.microwave.depth import Solver, depth_map, measured_pixels, prepare, solve_depth
from algorithms.microwave.doubts import Doubt, DoubtKind, doubts_of_scan, doubts_of_spectra
from algorithms.microwave.hadamard import transform
from algorithms.microwave.hydration import UNCHANGED, Hydration, fit_hydration, wetter
from algorithms.microwave.library import build_library
from algorithms.microwave.media import PHANTOMS, Doubles, Tissues
from algorithms.microwave.mending import Mended, mended, without
from algorithms.microwave.model import CLOSE_BELOW_MM, POSITIVE_MM, Cube, DepthMap, ErrorNorm, Grid
from algorithms.microwave.posing import corrected, pose_scan
from algorithms.microwave.readings import Scan, normalise
from algorithms.microwave.reconstruction import Estimate, Problem, noisy_solver, pose, reconstruct
from algorithms.microwave.regions import Finding, find
from algorithms.microwave.second import merged, second_scan
from algorithms.microwave.subspace import measure
from algorithms.microwave.wetting import Wetted, fit_with_map

SPOILED = 1e-4  # of the readings: fewer are not worth a word
NOISY = 0.3  # σ from which a complete scan is reconstructed rather than read pixel by pixel: 0.03 mm in depth


@dataclass(frozen=True, slots=True)
class Choices:
    """What the person may choose."""

    norm: ErrorNorm = ErrorNorm.L2
    fit_hydration: bool = False
    tissues: Tissues = PHANTOMS


@dataclass(frozen=True, slots=True, eq=False)
class Analysis:
    """All that is said of one scan. `chances` (rows, columns) is how likely a pixel is of another class than shown; 0 where masked."""

    map: DepthMap
    finding: Finding
    doubts: tuple[Doubt, ...]
    hydration: Hydration
    chances: Doubles

    @property
    def trusted(self) -> bool:
        """Whether nothing says that the depths are wrong."""
        return not any(doubt.grave for doubt in self.doubts)


def analyse_cube(cube: Cube, choices: Choices | None = None) -> Analysis:
    """A normalised cube; pixels that are not finite were not measured."""
    chosen = choices or Choices()
    solver = prepare(build_library(cube.frequency_hz, tissues=chosen.tissues))
    finite = measured_pixels(cube)
    spectra = cube.values if finite.all() else cube.values[finite]
    doubts = doubts_of_spectra(spectra, solver)
    noise = measure(solver.subspace, spectra).noise if len(spectra) else 0.0
    if noise > NOISY and finite.all() and _patterned(cube.grid) and chosen.norm is ErrorNorm.L2:
        problem = _problem_of_cube(cube, noise, chosen)
        return _reconstructed(problem, reconstruct(problem), cube.grid, cube.frequency_hz.size, chosen, doubts)
    return _pixelwise(cube, solver, noise, chosen, doubts)


def analyse_scan(scan: Scan, choices: Choices | None = None) -> Analysis:
    """Raw readings: complete and quiet ones are normalised and read pixel by pixel; others are reconstructed from their patterns.

    A second look is analysed alike and merged.
    """
    chosen = choices or Choices()
    whole = _analysed(scan, chosen)
    if scan.second is None:
        return whole
    found = merged(whole.map, _analysed(second_scan(scan), chosen).map, scan.second.window)
    return replace(whole, map=found, finding=find(found), chances=class_chances(found))


def _analysed(scan: Scan, chosen: Choices) -> Analysis:
    few = noisy_solver(build_library(scan.frequency_hz, tissues=chosen.tissues))
    said = doubts_of_scan(scan)
    lost = np.zeros(len(scan.sample), dtype=bool)
    if chosen.norm is ErrorNorm.L1:
        mending = mended(scan, few.subspace)
        scan, lost = mending.scan, mending.lost
        said = (*said, *_spoiled(mending))
    posed = pose_scan(scan, few)
    places = posed.where[: len(lost)][lost]
    if not posed.usual_order:
        sentence = (
            f"The patterns were not shown in the order that Rimlight calls {scan.ordering.value}; the order that gives an image was used."
        )
        said = (*said, Doubt(DoubtKind.ORDER, sentence, grave=False))
    if scan.complete and not lost.any() and not scan.diffusion_mm and (posed.problem.noise <= NOISY or chosen.norm is ErrorNorm.L1):
        cube = normalise(scan, posed.where)
        solver = prepare(build_library(cube.frequency_hz, tissues=chosen.tissues))
        spectra = cube.values[measured_pixels(cube)]
        noise = measure(solver.subspace, spectra).noise if len(spectra) else 0.0
        return _pixelwise(cube, solver, noise, chosen, (*said, *doubts_of_spectra(spectra, solver)))
    problem = without(posed.problem, places)
    estimate = reconstruct(problem)
    if (again := corrected(posed, estimate)) is not None:
        problem = without(again, places)
        estimate = reconstruct(problem)
    said = (*said, *doubts_of_spectra(problem.solver.subspace.spectra(estimate.start), problem.solver))
    return _reconstructed(problem, estimate, scan.grid, scan.frequency_hz.size, chosen, said)


def _spoiled(mending: Mended) -> tuple[Doubt, ...]:
    if mending.spoiled < SPOILED and not mending.lost.any():
        return ()
    sentence = (
        f"{mending.spoiled:.1%} of the readings lay far beyond the others and were left out; {mending.lost.sum()} patterns were lost whole."
    )
    return (Doubt(DoubtKind.SPOILED, sentence, grave=False),)


def _patterned(grid: Grid) -> bool:
    """Whether Hadamard patterns of that grid exist: the reconstruction works with them."""
    return all(side >= 4 and side & (side - 1) == 0 for side in (grid.rows, grid.columns))


def _pixelwise(cube: Cube, solver: Solver, noise: float, chosen: Choices, doubts: tuple[Doubt, ...]) -> Analysis:
    hydration = UNCHANGED
    if chosen.fit_hydration:
        first = solve_depth(cube, solver, noise=noise)
        hydration = fit_hydration(cube.values[~first.masked.ravel()], solver.library, noise)
        if hydration.accepted:
            solver = prepare(wetter(solver.library, hydration), solver.subspace)
    found = solve_depth(cube, solver, norm=chosen.norm, noise=noise)
    return Analysis(found, find(found), doubts, hydration, class_chances(found))


def _problem_of_cube(cube: Cube, noise: float, chosen: Choices) -> Problem:
    solver = noisy_solver(build_library(cube.frequency_hz, tissues=chosen.tissues))
    half = solver.subspace.size // 2
    inside = solver.subspace.coordinates(cube.values)
    coefficients = inside[:, :half] + 1j * inside[:, half:]
    transform(coefficients, cube.grid.rows, cube.grid.columns)
    every = np.ones(cube.grid.pixels, dtype=bool)
    split = np.concatenate([coefficients.real, coefficients.imag], axis=1).astype(np.float64)
    return pose(solver, (cube.grid.rows, cube.grid.columns), split, every, beam=every.astype(np.complex128), noise=noise)


def _reconstructed(
    problem: Problem, estimate: Estimate, grid: Grid, frequencies: int, chosen: Choices, doubts: tuple[Doubt, ...]
) -> Analysis:
    wet = fit_with_map(problem, estimate) if chosen.fit_hydration else Wetted(problem, estimate, UNCHANGED, 0.0)
    problem, hydration = wet.problem, wet.hydration
    pixels = judged(problem, wet.estimate, frequencies=frequencies, shared=wet.shared_mm)
    found = depth_map(grid, problem.solver, [pixels], np.ones(grid.pixels, dtype=bool), problem.noise, norm=chosen.norm, regularised=True)
    return Analysis(found, find(found), doubts, hydration, class_chances(found))


def class_chances(found: DepthMap) -> Doubles:
    """How likely each pixel belongs to another class than shown: the nearest limit's distance in standard deviations of the interval."""
    spread = np.maximum((found.high_mm - found.low_mm) / (2 * NORMAL_90), 1e-6)
    distance = np.minimum(np.abs(found.shown_mm - POSITIVE_MM), np.abs(found.deep_mm - CLOSE_BELOW_MM))
    return np.asarray(np.where(found.masked, 0.0, ndtr(-distance / spread)), dtype=np.float64)
