"""The map while it grows: each pair of masks is added to the image as one pattern, so that a glance costs no transform and no new solve of the past.

It is a picture for the eye, low-pass until every pattern was shown; what is said and signed comes from `algorithms.microwave.analysis`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from algorithms.microwave.depth import squared_costs
from algorithms.microwave.hadamard import add_pattern, order, walsh
from algorithms.microwave.library import Library, build_library, depth_grid
from algorithms.microwave.media import AnyComplex, Complexes, Flags, Reals, to_physics
from algorithms.microwave.model import CLOSE_BELOW_MM, Grid
from algorithms.microwave.readings import Scan, image
from algorithms.microwave.reconstruction import BARE_MARGIN, noisy_solver

STEP_MM = 0.05  # of depth: finer than the eye tells colours apart
BEAM_FLOOR = 0.02


@dataclass(frozen=True, slots=True, eq=False)
class Glance:
    """`depth_mm` and `masked` (rows, columns) after `pairs` of masks; mm, up to 2."""

    pairs: int
    depth_mm: Reals
    masked: Flags


@dataclass(frozen=True, slots=True, eq=False)
class Spectrum:
    """One pixel: `measured` and `modelled` (F,) |S|, and the frequencies, Hz."""

    frequency_hz: Reals
    measured: Reals
    modelled: Reals


class GrowingMap:
    """Begins with a scan that has its whole reference; `take` adds what was measured since."""

    def __init__(self, scan: Scan) -> None:
        self._grid = scan.grid
        self._convention = scan.convention
        self._where = order(scan.ordering, scan.grid.rows, scan.grid.columns)
        self._solver = noisy_solver(build_library(scan.frequency_hz, depth_grid(step_mm=STEP_MM)))
        self._spectrum, self._shape = beam_parts(scan)
        bare = np.ones((1, scan.frequency_hz.size), np.complex128)
        self._plate = self._solver.subspace.coordinates(bare)[0]
        self._image: Complexes = np.zeros((scan.grid.pixels, len(self._solver.subspace.basis)), np.complex128)
        self.pairs = 0

    def take(self, pairs: AnyComplex) -> None:
        """Pair differences (n, F) in the order shown, following those taken before."""
        inside = to_physics(pairs / self._spectrum, self._convention) @ self._solver.subspace.basis.conj().T
        for place, reading in zip(self._where[self.pairs : self.pairs + len(inside)], inside, strict=True):
            add_pattern(self._image, int(place), reading, self._grid.columns)
        self.pairs += len(inside)

    def glance(self) -> Glance:
        """The depths as they look now."""
        spectra = self._image / to_physics(self._shape, self._convention)[:, None]
        inside = np.concatenate([spectra.real, spectra.imag], axis=1)
        costs = squared_costs(inside, self._solver)
        best = costs.argmin(axis=1)
        away = inside - self._plate
        masked = costs[np.arange(len(best)), best] >= BARE_MARGIN * np.einsum("nk,nk->n", away, away)
        shape = (self._grid.rows, self._grid.columns)
        depth = self._solver.depths_mm[best].clip(max=CLOSE_BELOW_MM)
        return Glance(self.pairs, depth.reshape(shape), masked.reshape(shape))


def beam_parts(scan: Scan) -> tuple[Complexes, Complexes]:
    """The beam as one spectrum (F,) times one shape (pixels,), from the reference, nowhere dark."""
    _, directions = np.linalg.eigh((scan.reference.conj().T @ scan.reference).astype(np.complex128))
    spectrum = directions[:, -1].conj()
    spectrum = np.where(np.abs(spectrum) < 1e-6, 1e-6, spectrum)
    along = scan.reference.astype(np.complex128) @ spectrum.conj() / np.vdot(spectrum, spectrum).real
    shape = image(along[:, None].copy(), order(scan.ordering, scan.grid.rows, scan.grid.columns), scan.grid).ravel()
    size = np.abs(shape)
    floor = BEAM_FLOOR * max(float(size.max()), 1e-300)
    return np.asarray(spectrum, dtype=np.complex128), np.where(size < floor, floor, shape)


def spectrum_of(scan: Scan, grid: Grid, place: tuple[int, int], depth_mm: float) -> Spectrum:
    """The spectrum at a place of a map on `grid`, which is finer than the scan after a second look."""
    finer = grid.rows // scan.grid.rows
    return pixel_spectrum(scan, build_library(scan.frequency_hz), place[0] // finer, place[1] // finer, depth_mm)


def pixel_spectrum(scan: Scan, library: Library, row: int, column: int, depth_mm: float) -> Spectrum:
    """What one pixel measured, and what `depth_mm` of margin would give; a pixel costs one product, no transform."""
    u, v = np.divmod(order(scan.ordering, scan.grid.rows, scan.grid.columns), scan.grid.columns)
    signs = walsh(scan.grid.rows)[u, row] * walsh(scan.grid.columns)[v, column]
    sample, reference = (signs[: len(pairs)] @ pairs for pairs in (scan.sample, scan.reference))
    modelled = library.spectra[int(np.abs(library.depths_mm - depth_mm).argmin())]
    with np.errstate(divide="ignore", invalid="ignore"):
        measured = np.nan_to_num(np.abs(sample / reference))
    return Spectrum(scan.frequency_hz, measured, np.abs(modelled))
