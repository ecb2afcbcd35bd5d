"""From what the analyser said, pattern by pattern, to the normalised signal of each pixel.

A pair's difference is one Hadamard coefficient of (r_lit − r_dark) under the beam; the same scan without specimen divides the beam out.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from algorithms.microwave.hadamard import Indices, Ordering, order, transform
from algorithms.microwave.media import AnyComplex, Doubles, TimeConvention, to_physics
from algorithms.microwave.model import Cube, Grid


@dataclass(frozen=True, slots=True)
class Window:
    """Part of a map: first row and column, how many of each, in the map's pixels; scanned with pixels `finer` times as fine."""

    row: int
    column: int
    rows: int
    columns: int
    finer: int = 2


@dataclass(frozen=True, slots=True, eq=False)
class Second:
    """What a second look at `window` read: pairs as in `Scan`, in the same order of patterns, of the window alone; around it is dark."""

    window: Window
    sample: AnyComplex
    sums: AnyComplex


@dataclass(frozen=True, slots=True, eq=False)
class Scan:
    """Readings as shown: `sample` and `reference` (pairs, F), positive minus negative, complex; `sums` (pairs, F) are the sample's pair sums.

    The reference is the mean of `repeats`; `spread` is the root mean square by which they differ from it (0 for one). The two may have different
    numbers of pairs: both are prefixes of the same order. `clipped` is the share of readings that stand at exactly the largest value,
    `diffusion_mm` how far the carriers of the photomodulator wander.
    """

    grid: Grid
    frequency_hz: Doubles
    sample: AnyComplex
    reference: AnyComplex
    sums: AnyComplex
    ordering: Ordering
    convention: TimeConvention
    clipped: float = 0.0
    repeats: int = 1
    spread: float = 0.0
    diffusion_mm: float = 0.0
    second: Second | None = None

    @property
    def complete(self) -> bool:
        """Whether every pattern was shown to specimen and reference."""
        return len(self.sample) == len(self.reference) == self.grid.pixels


def places(scan: Scan) -> Indices:
    """Pattern (u × columns + v) of each pair of a full scan, in the order shown."""
    return order(scan.ordering, scan.grid.rows, scan.grid.columns)


def image(pairs: AnyComplex, where: Indices, grid: Grid, scale: float = 1.0) -> AnyComplex:
    """The image (pixels, F) that pair differences give; patterns that were not shown count as 0."""
    found = np.zeros((grid.pixels, pairs.shape[1]), pairs.dtype)
    found[where[: len(pairs)]] = pairs
    if scale != 1.0:
        found *= scale
    transform(found, grid.rows, grid.columns)
    return found


def beam(scan: Scan, where: Indices) -> AnyComplex:
    """The reference image (pixels, F) with its noise taken out as far as that is safe.

    A beam and its standing waves have few spatial shapes, each with its spectrum: singular values that noise alone would give are dropped
    (Gavish and Donoho 2014). Without noise nothing is.
    """
    found = image(scan.reference, where, scan.grid)
    energy, directions = np.linalg.eigh((found.conj().T @ found).astype(np.complex128))
    singular = np.sqrt(np.maximum(energy, 0))
    rows, columns = found.shape
    ratio = min(rows, columns) / max(rows, columns)
    noise_edge = (0.56 * ratio**3 - 0.95 * ratio**2 + 1.82 * ratio + 1.43) * np.median(singular)
    kept = directions[:, singular >= max(noise_edge, 0)]
    if kept.shape[1] in (0, columns):
        return found
    return np.asarray((found @ kept) @ kept.conj().T, dtype=found.dtype)


def normalise(scan: Scan, where: Indices | None = None) -> Cube:
    """The cube of a complete scan, e^(−iωt)."""
    shown = places(scan) if where is None else where
    values = image(scan.sample, shown, scan.grid)
    with np.errstate(divide="ignore", invalid="ignore"):  # a pixel that the beam does not reach is not measured
        values /= beam(scan, shown)
    values = to_physics(values, scan.convention)
    return Cube(scan.grid, scan.frequency_hz, values)
