"""Carriers wander in the photomodulator before they recombine: what a mask lights is blurred, and every image is, by a known amount.

In the steady state of diffusion and recombination a point becomes exp-like, its transform 1 / (1 + L²k²) (the study's L is 1.5 mm). Carriers that
leave the field find nothing to modulate.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from scipy import fft

from algorithms.microwave.media import Complexes, Reals
from algorithms.microwave.model import Grid

SHARPENINGS = 3  # of the beam, which is smooth: each takes out most of what the last one left
REACH = 8  # lengths: what is left of a point's signal so far away, exp(-8), is noise
PARTS = 3  # of a blurred box as products of a column and a row: more than 0.999 of its energy


@dataclass(frozen=True, eq=False)  # no slots: what follows from the two is kept
class Blur:
    """The blur of images on `grid` by carriers that diffuse `length_mm`; symmetric, so that it is its own transpose."""

    grid: Grid
    length_mm: float

    @cached_property
    def _kept(self) -> Reals:
        rows, columns = self._padded
        high, wide = self._pixel_mm
        down, along = 2 * np.pi * np.fft.fftfreq(rows, high), 2 * np.pi * np.fft.rfftfreq(columns, wide)
        return np.asarray(1 / (1 + self.length_mm**2 * (down[:, None] ** 2 + along**2)), dtype=np.float32)

    @property
    def _pixel_mm(self) -> tuple[float, float]:
        return self.grid.height_mm / self.grid.rows, self.grid.width_mm / self.grid.columns

    @cached_property
    def _padded(self) -> tuple[int, int]:
        """Wide enough that nothing comes back in at the other side."""
        reach = [math.ceil(REACH * self.length_mm / size) for size in self._pixel_mm]
        return fft.next_fast_len(self.grid.rows + reach[0], real=True), fft.next_fast_len(self.grid.columns + reach[1], real=True)

    def __call__(self, image: Reals) -> Reals:
        """Of real images (pixels, C), to single precision, as float64."""
        shape = (self.grid.rows, self.grid.columns)
        planes = np.ascontiguousarray(image.T, dtype=np.float32).reshape(-1, *shape)
        found = fft.irfft2(fft.rfft2(planes, s=self._padded) * self._kept, s=self._padded)[:, : shape[0], : shape[1]]
        return np.ascontiguousarray(found.reshape(len(planes), -1).T, dtype=np.float64)

    def of_complex(self, image: Complexes) -> Complexes:
        """Of complex images (pixels, C)."""
        return np.asarray(self(image.real) + 1j * self(image.imag), dtype=np.complex128)

    def sharpened(self, image: Complexes) -> Complexes:
        """What was blurred to a smooth `image` (pixels, C), such as a beam; little noise is added (van Cittert)."""
        whole = self(np.ones((self.grid.pixels, 1)))  # the field's edges lose carriers
        found = image / whole
        for _ in range(SHARPENINGS):
            found = found + (image - self.of_complex(found)) / whole
        return np.asarray(found, dtype=np.complex128)

    @lru_cache(maxsize=32)  # noqa: B019 - a few small arrays for each blur, which lives as long as its scan
    def box(self, height: int, width: int) -> tuple[Reals, Reals]:
        """A blurred box of `height` × `width` pixels in the middle of the field as products: columns (PARTS, rows), rows (PARTS, columns)."""
        image = np.zeros((self.grid.rows, self.grid.columns))
        row, column = (self.grid.rows - height) // 2, (self.grid.columns - width) // 2
        image[row : row + height, column : column + width] = 1
        left, sizes, right = np.linalg.svd(self(image.reshape(-1, 1)).reshape(image.shape))
        root = np.sqrt(sizes[:PARTS])
        return (left[:, :PARTS] * root).T, root[:, None] * right[:PARTS]
