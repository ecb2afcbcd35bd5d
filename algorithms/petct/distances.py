"""Distances between voxels, worked out only where they matter: a whole specimen has a hundred million voxels, an answer hangs on a few thousand.

A contour is the voxels of a mask that share a side with a voxel outside; what lies beyond the scan is outside. On a cubic grid a distance is the root
of a whole number of voxels, so that the rule of 0.1 mm cannot be missed by rounding.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import edt
import numpy as np
import numpy.typing as npt

from algorithms.petct.boxes import bounds, inside, wider
from algorithms.petct.model import Box, Floats, Mask, Triple
from algorithms.petct.resampling import pooled

if TYPE_CHECKING:
    from scipy.spatial import cKDTree

REACH_MM = 3.0  # how far around a box the surface is looked for at first
POOL = 4  # a grid this much coarser bounds every distance from both sides
GUESSES = 256  # places of each group that are asked first

Indices = npt.NDArray[np.int64]
Distances = npt.NDArray[np.float64]


def contour(mask: Mask) -> Mask:
    """The voxels of a mask that share a side with a voxel outside."""
    inner = mask.copy()
    for axis in range(3):
        moved, here = np.moveaxis(mask, axis, 0), np.moveaxis(inner, axis, 0)
        here[1:] &= moved[:-1]
        here[:-1] &= moved[1:]
        here[0], here[-1] = False, False
    return mask & ~inner


def depth_below_surface(specimen: Mask, spacing_mm: Triple) -> Floats:
    """Distance of every voxel to the nearest contour voxel of the specimen, mm."""
    return _to_seeds(contour(specimen), spacing_mm)


class Depth:
    """How far voxels lie below the specimen's surface. What lies deeper than `REACH_MM` is worked out when somebody asks for it."""

    def __init__(self, specimen: Mask, spacing_mm: Triple) -> None:
        self._specimen, self._spacing_mm = specimen, spacing_mm
        self._known: list[tuple[Box, Floats]] = []

    def least_mm(self, box: Box, of: Mask) -> float:
        """From the nearest voxel of a mask, which lies in a box of the specimen, to the surface; infinite where the mask is empty."""
        if not of.any():
            return float("inf")
        least = float(self._close(box)[of].min())
        return least if least <= REACH_MM else float(self._everywhere[box][of].min())

    def within(self, box: Box, limit_mm: float) -> Mask:
        """The voxels of a box that lie no deeper than a limit, which is itself at most `REACH_MM`."""
        return np.asarray(self._close(box) <= limit_mm)

    @cached_property
    def _everywhere(self) -> Floats:
        return depth_below_surface(self._specimen, self._spacing_mm)

    def _close(self, box: Box) -> Floats:
        """Distances in a box, right up to `REACH_MM`, and beyond that too large at worst."""
        for outer, known in self._known:
            if all(out.start <= span.start and span.stop <= out.stop for out, span in zip(outer, box, strict=True)):
                return known[inside(box, outer)]
        wide = wider(box, [int(np.ceil(REACH_MM / side)) + 1 for side in self._spacing_mm], self._specimen.shape)
        around = wider(wide, [1, 1, 1], self._specimen.shape)  # else the crop's own end would count as surface
        surface = contour(np.ascontiguousarray(self._specimen[around]))[inside(wide, around)]
        found = _to_seeds(surface, self._spacing_mm)[inside(box, wide)].copy()
        self._known.append((box, found))
        return found


def nearest_mm(tumour: Mask, places: Indices, groups: Indices, spacing_mm: Triple, always_mm: float) -> Distances:
    """From each place to the nearest tumour voxel: exact up to `always_mm` and for each group's nearest; for others no less."""
    cells = (POOL * spacing_mm[0], POOL * spacing_mm[1], POOL * spacing_mm[2])
    rough = _to_seeds(pooled(tumour, POOL) > 0, cells)[tuple((places // POOL).T)].astype(np.float64)
    slack = (POOL - 1) * float(np.linalg.norm(spacing_mm))
    exact = _Exact(tumour, spacing_mm)
    asked = rough - slack <= always_mm
    for group in np.unique(groups):
        own = np.flatnonzero(groups == group)
        first = own[np.argsort(rough[own])[:GUESSES]]
        asked[own] |= rough[own] - slack <= exact.from_places(places[first]).min()
    found: Distances = rough + slack
    found[asked] = exact.from_places(places[asked])
    return found


class _Exact:
    """Distances to one tumour, by a search tree of its contour."""

    def __init__(self, tumour: Mask, spacing_mm: Triple) -> None:
        self._tumour, self._cubic = tumour, _cubic(spacing_mm)
        self._spacing = np.array(spacing_mm)
        self._tree = self._grown()

    def from_places(self, places: Indices) -> Distances:
        """Millimetres from each voxel; none from one that is tumour itself."""
        away: Distances
        if self._cubic:
            squared = np.rint(np.square(self._tree.query(places)[0])).astype(np.float32)
            away = (np.sqrt(squared) * np.float32(self._spacing[0])).astype(np.float64)
        else:
            away = np.asarray(self._tree.query(places * self._spacing)[0])
        away[self._tumour[tuple(places.T)]] = 0.0
        return away

    def _grown(self) -> cKDTree:
        from scipy.spatial import cKDTree  # noqa: PLC0415 - the window does not wait for it

        box = bounds(self._tumour)
        seeds = np.argwhere(contour(self._tumour[box])) + [span.start for span in box]
        return cKDTree(seeds if self._cubic else seeds * self._spacing)


def _to_seeds(seeds: Mask, spacing_mm: Triple) -> Floats:
    """Distance of every voxel to the nearest seed, mm; infinite where there is none."""
    if not seeds.any():
        return np.full(seeds.shape, np.inf, np.float32)
    if _cubic(spacing_mm):
        found = edt.edtsq(~seeds, black_border=False, parallel=2)
        np.sqrt(found, out=found)
        found *= np.float32(spacing_mm[0])
    else:
        found = np.sqrt(edt.edtsq(~seeds, anisotropy=spacing_mm, black_border=False, parallel=2))
    return np.asarray(found, dtype=np.float32)


def _cubic(spacing_mm: Triple) -> bool:
    return max(spacing_mm) - min(spacing_mm) <= 1e-4 * max(spacing_mm)
