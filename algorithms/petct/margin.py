"""How far the tumour is from the specimen's surface: contour to contour, at every face, exact on the voxels.

A distance runs between the centres of two contour voxels: touching is 0, one voxel of tissue between is one voxel's width.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.ndimage import gaussian_filter

from algorithms.faces import Face
from algorithms.petct.distances import POOL, Indices, contour, nearest_mm
from algorithms.petct.model import POSITIVE_MM, Floats, Mask, Triple
from algorithms.petct.resampling import pooled

CLOSE_MM = (1.0, 2.0)
SMOOTH_MM = 0.6  # how much of the surroundings a surface's direction rests on
SLACK_MM = 1e-6

Directions = Mapping[Face, Triple]


@dataclass(frozen=True, slots=True)
class FaceMargin:
    """One face: the smallest distance from tumour to the surface that looks that way, and how much of that surface is closer than 1 and 2 mm."""

    face: Face
    margin_mm: float
    within_1_mm2: float
    within_2_mm2: float


@dataclass(frozen=True, slots=True)
class Margin:
    """The narrowest place and every face that the specimen has. Places are mm along slices, rows and columns from the outer corner of the array."""

    minimum_mm: float
    face: Face
    tumour_mm: Triple
    surface_mm: Triple
    faces: tuple[FaceMargin, ...]
    cut_off: bool  # the narrowest place lies at the end of the scan, where the surface is not seen

    @property
    def positive(self) -> bool:
        """Seed 001: 0.1 mm or less."""
        return self.minimum_mm <= POSITIVE_MM + SLACK_MM


def measure_margin(tumour: Mask, specimen: Mask, spacing_mm: Triple, directions: Directions) -> Margin:
    """Distances from a tumour to the specimen's surface; `directions` are unit vectors on the array's axes. Neither mask is empty."""
    surface = np.argwhere(contour(specimen))
    names, outward = faces_of(specimen, surface, spacing_mm, directions)
    distance = nearest_mm(tumour, surface, names, spacing_mm, max(CLOSE_MM))
    nearest = np.flatnonzero(distance <= distance.min() + SLACK_MM)
    middle = _middle(surface[nearest] * np.array(spacing_mm))
    place = int(nearest[middle])
    order = list(directions)
    area = _areas(specimen, surface, outward, spacing_mm)
    faces = tuple(
        _face(face, distance[names == number], area[names == number]) for number, face in enumerate(order) if (names == number).any()
    )
    ends = (surface[nearest] == 0) | (surface[nearest] == np.array(specimen.shape) - 1)
    return Margin(
        round(float(distance[place]), 6), order[int(names[place])], _nearest_tumour(tumour, surface[place], float(distance[place]), spacing_mm),
        _place(surface[place], spacing_mm), faces, bool(ends.any(axis=1).all()),
    )  # fmt: skip


def faces_of(specimen: Mask, surface: Indices, spacing_mm: Triple, directions: Directions) -> tuple[Indices, Floats]:
    """For each surface voxel the number of the face that it looks to (the nearest direction to its outward normal), and that normal."""
    cells = tuple(side * POOL for side in spacing_mm)
    room = 2
    coarse = np.pad(pooled(specimen, POOL), room)
    smooth = gaussian_filter(coarse, [SMOOTH_MM / side for side in cells])
    places = tuple((surface // POOL + room).T)
    outward = np.stack([-np.gradient(smooth, side, axis=axis)[places] for axis, side in enumerate(cells)], axis=-1)
    length = np.linalg.norm(outward, axis=1, keepdims=True)
    outward /= np.maximum(length, 1e-12)
    wanted = np.array([directions[face] for face in directions])
    return np.asarray(np.argmax(outward @ wanted.T, axis=1)), np.asarray(outward, dtype=np.float32)


def _areas(specimen: Mask, surface: Indices, outward: Floats, spacing_mm: Triple) -> npt.NDArray[np.float64]:
    """The surface that belongs to each contour voxel, mm²: its open sides, each seen at the angle of the surface."""
    padded = np.pad(specimen, 1)
    places = surface + 1
    area = np.zeros(len(surface))
    for axis in range(3):
        side = float(np.prod([size for other, size in enumerate(spacing_mm) if other != axis]))
        for step in (-1, 1):
            moved = places.copy()
            moved[:, axis] += step
            area += ~padded[tuple(moved.T)] * np.abs(outward[:, axis]) * side
    return area


def _face(face: Face, distance: npt.NDArray[np.float64], area: npt.NDArray[np.float64]) -> FaceMargin:
    one, two = (float(area[distance < limit - SLACK_MM].sum()) for limit in CLOSE_MM)
    return FaceMargin(face, round(float(distance.min()), 6), one, two)


def _middle(points: npt.NDArray[np.float64]) -> int:
    """Of equally near places the one in their middle."""
    return int(np.argmin(((points - points.mean(axis=0)) ** 2).sum(axis=1)))


def _nearest_tumour(tumour: Mask, place: Indices, distance_mm: float, spacing_mm: Triple) -> Triple:
    """The tumour voxel at that distance from a surface voxel."""
    reach = np.ceil(distance_mm / np.array(spacing_mm)).astype(int) + 1
    first = np.maximum(place - reach, 0)
    around = tumour[tuple(slice(start, stop) for start, stop in zip(first, place + reach + 1, strict=True))]
    seen = np.argwhere(around) + first
    return _place(seen[np.argmin((((seen - place) * np.array(spacing_mm)) ** 2).sum(axis=1))], spacing_mm)


def _place(voxel: Indices, spacing_mm: Triple) -> Triple:
    one, two, three = (float((index + 0.5) * side) for index, side in zip(voxel, spacing_mm, strict=True))
    return one, two, three
