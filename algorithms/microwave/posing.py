"""From raw pair readings to a problem that can be reconstructed: the beam's spectrum and shape, and the order in which patterns were shown."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from algorithms.microwave.depth import Solver, squared_costs
from algorithms.microwave.diffusion import Blur
from algorithms.microwave.hadamard import Indices, other_orders, transform, transform_real, walsh
from algorithms.microwave.media import AnyComplex, Complexes, Reals, to_physics
from algorithms.microwave.readings import Scan, beam, image, places
from algorithms.microwave.reconstruction import Estimate, Problem, current_spectra, pose, rotated
from algorithms.microwave.subspace import Measured, measure

BEAM_FLOOR = 0.02  # of its largest value: the beam is never taken for darker
SMOOTH_PIXELS = 1.5  # the shape of a beam that was seen through few patterns
OTHER_SHAPES = 0.01  # of the beam's norm: less than that beside its leading shape does not matter
MORE_SENSE = 0.5
SENSE_PIXELS = 4096


@dataclass(frozen=True, slots=True, eq=False)
class Posed:
    """A scan as a problem: its order of patterns, whether that was ours, the beam (pixels, F), and what of it the problem leaves out."""

    scan: Scan
    problem: Problem
    where: Indices
    usual_order: bool
    spectrum: Complexes
    left_out: Complexes | None


def pose_scan(scan: Scan, solver: Solver) -> Posed:
    """The beam is taken for one spectrum times one shape; what it has beyond that is corrected for afterwards (`corrected`)."""
    spectrum = leading(scan.reference)
    measured = measure(solver.subspace, to_physics(scan.sample.astype(np.complex128) / spectrum, scan.convention))
    along = scan.reference.astype(np.complex128) @ spectrum.conj() / np.vdot(spectrum, spectrum).real
    where = best_order(scan, solver, measured.inside, along)
    shape = _shape(scan, where, along)
    size = float(np.sqrt(np.mean(np.abs(shape) ** 2)))
    shape, spectrum = (_turned(each, scan) for each in (shape / size, spectrum * size))
    measured = Measured(measured.inside / size, measured.outside / size**2, measured.frequencies, measured.noise / size)
    problem = _problem(scan, solver, where, measured, shape)
    left_out = _left_out(scan, where, shape, spectrum) if len(scan.reference) == scan.grid.pixels else None
    return Posed(scan, problem, where, bool(np.array_equal(where, places(scan))), spectrum, left_out)


def corrected(posed: Posed, estimate: Estimate) -> Problem | None:
    """The problem again, less what the other shapes of the beam (standing waves) make of the map so far; None when they are negligible."""
    if posed.left_out is None:
        return None
    scan, problem = posed.scan, posed.problem
    extra = posed.left_out * problem.solver.subspace.spectra(current_spectra(problem, estimate))
    if problem.blur is not None:
        extra = problem.blur.of_complex(extra)
    transform(extra, scan.grid.rows, scan.grid.columns)
    shown = posed.where[: len(scan.sample)]
    pairs = to_physics(scan.sample.astype(np.complex128), scan.convention) - extra[shown]
    measured = measure(problem.solver.subspace, pairs / posed.spectrum)
    return _problem(scan, problem.solver, posed.where, measured, problem.beam)


def best_order(scan: Scan, solver: Solver, coordinates: Reals, along: Complexes) -> Indices:
    """Our order of the patterns; or, of those that others mean by the same word, the one in which the image makes far more sense.

    Sense is how near pixels lie to some margin or to none at all.
    """
    ours = places(scan)
    others = other_orders(scan.ordering, scan.grid.rows, scan.grid.columns)
    if scan.grid.pixels > SENSE_PIXELS:
        return ours  # large scans are taken at their word
    senses = [_nonsense(scan, solver, coordinates, along, each) for each in (ours, *others)]
    best = int(np.argmin(senses))
    return (ours, *others)[best] if senses[best] < MORE_SENSE * senses[0] else ours


def _nonsense(scan: Scan, solver: Solver, coordinates: Reals, along: Complexes, where: Indices) -> float:
    shape = _turned(_shape(scan, where, along), scan)
    down, across = walsh(scan.grid.rows), walsh(scan.grid.columns)
    placed = np.zeros((scan.grid.pixels, coordinates.shape[1]))
    placed[where[: len(coordinates)]] = coordinates
    inside = rotated(transform_real(placed, down, across), 1 / shape)
    plate = solver.subspace.coordinates(np.ones((1, solver.library.frequency_hz.size), np.complex128))
    bare = np.einsum("nk,nk->n", inside - plate, inside - plate)
    most = float(np.einsum("dk,dk->d", solver.coordinates, solver.coordinates).mean())
    return float(np.minimum(np.minimum(squared_costs(inside, solver).min(axis=1), bare), most).mean())


def _problem(scan: Scan, solver: Solver, where: Indices, measured: Measured, shape: Complexes) -> Problem:
    coefficients, shown = np.zeros((scan.grid.pixels, solver.subspace.size)), np.zeros(scan.grid.pixels, dtype=bool)
    here = where[: len(measured.inside)]
    coefficients[here], shown[here] = measured.inside, True
    return pose(solver, (scan.grid.rows, scan.grid.columns), coefficients, shown, beam=shape, noise=measured.noise, blur=blur_of(scan))


def blur_of(scan: Scan) -> Blur | None:
    """What carriers make of the scan's images; None where they stay in their pixels."""
    return Blur(scan.grid, scan.diffusion_mm) if scan.diffusion_mm else None


def leading(pairs: AnyComplex) -> Complexes:
    """The spectrum (F,) that all patterns of the reference share."""
    _, directions = np.linalg.eigh((pairs.conj().T @ pairs).astype(np.complex128))
    leading = directions[:, -1].conj()
    return np.asarray(np.where(np.abs(leading) < 1e-6, 1e-6, leading), dtype=np.complex128)


def _turned(values: Complexes, scan: Scan) -> Complexes:
    return np.asarray(to_physics(values, scan.convention), dtype=np.complex128)


def _shape(scan: Scan, where: Indices, along: Complexes) -> Complexes:
    """The beam's shape (pixels,), smoothed when few patterns saw it, and nowhere dark."""
    found = image(along[:, None].copy(), where, scan.grid).ravel()
    if len(along) < scan.grid.pixels:
        found = ndimage.gaussian_filter(found.reshape(scan.grid.rows, scan.grid.columns), SMOOTH_PIXELS, mode="nearest").ravel()
    if (blur := blur_of(scan)) is not None:
        found = blur.sharpened(found[:, None].astype(np.complex128))[:, 0]
    size = np.abs(found)
    floor = BEAM_FLOOR * max(float(size.max()), 1e-300)
    return np.where(size < floor, floor, found)


def _left_out(scan: Scan, where: Indices, shape: Complexes, spectrum: Complexes) -> Complexes | None:
    whole = to_physics(beam(scan, where), scan.convention).astype(np.complex128)
    if (blur := blur_of(scan)) is not None:
        whole = blur.sharpened(whole)
    rest = whole - shape[:, None] * spectrum
    return rest if np.linalg.norm(rest) > OTHER_SHAPES * np.linalg.norm(whole) else None
