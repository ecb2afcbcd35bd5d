"""Where a growth is put in its specimen so that the margin comes out as wanted: involved, close or wide, towards a face drawn by chance."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import edt
import numpy as np
import numpy.typing as npt
from scipy import ndimage

from devices.simulated.petct_fields import Flags
from devices.simulated.petct_truth import POSITIVE_MM, Squared, contour, surface_distances

Vector = npt.NDArray[np.float64]
STEP = 3  # the specimen's depth is looked up on every third voxel
TRIES = 12


class Wanted(StrEnum):
    """How near to the surface tumour shall come."""

    INVOLVED = "involved"
    CLOSE = "close"
    WIDE = "wide"


@dataclass(frozen=True, slots=True, eq=False)
class Room:
    """The specimen as a place to grow in: signed depth on a coarser grid, mm, and exact squared distances to its contour, voxels."""

    specimen: Flags
    spacing_mm: float
    depth_mm: npt.NDArray[np.float32]
    squared: Squared

    @property
    def deepest_mm(self) -> float:
        """The radius of the largest ball that fits."""
        return float(self.depth_mm.max())

    def margin_mm(self, mask: Flags, first: tuple[int, int, int]) -> float | None:
        """The margin of a growth that begins at this voxel; None where nothing of it lies in the specimen."""
        inner, outer = put(mask, self.specimen, first)
        tumour = mask[inner] & self.specimen[outer]
        # Only voxels of the contour can be nearest, and any other is further away: no need to find the contour first.
        return float(np.sqrt(self.squared[outer][tumour].min())) * self.spacing_mm if tumour.any() else None


def room_in(specimen: Flags, spacing_mm: float) -> Room:
    """The room that a specimen offers."""
    return Room(specimen, spacing_mm, _depth_mm(specimen, spacing_mm), surface_distances(specimen))


@dataclass(frozen=True, slots=True)
class Placed:
    """The growth's first voxel on the specimen's grid, and whether the wish came true."""

    first: tuple[int, int, int]
    fulfilled: bool


def draw_wanted(random: np.random.Generator, positive: bool | None) -> Wanted:
    """A third each of involved, close and wide; of the last two, half each, where the margin is not to be positive."""
    choices = {None: list(Wanted), True: [Wanted.INVOLVED], False: [Wanted.CLOSE, Wanted.WIDE]}[positive]
    return choices[int(random.integers(len(choices)))]


def place(random: np.random.Generator, mask: Flags, room: Room, wanted: Wanted) -> Placed:
    """Find a place for a growth whose margin is of the wanted kind; where none is found, the nearest to it."""
    outline = np.argwhere(contour(mask))
    points = outline[random.permutation(len(outline))[:4000]] - np.array(mask.shape) / 2
    start, most = _deepest(random, points, room.depth_mm)
    heading = random.normal(0, 0.25, 3)
    heading[int(random.integers(3))] += random.choice([-1.0, 1.0])
    heading /= np.linalg.norm(heading)
    centre = _walk(points, room.depth_mm, start, heading, _target_mm(random, wanted, most))
    for _ in range(TRIES):
        first = first_voxel(centre, mask)
        gap = _gap_mm(room.margin_mm(mask, first), wanted)
        if gap == 0:
            return Placed(first, fulfilled=True)
        centre = centre + heading * (gap / room.spacing_mm)
    return Placed(first, fulfilled=False)


def first_voxel(centre: Vector, mask: Flags) -> tuple[int, int, int]:
    """Where a growth centred there (voxels) begins."""
    slices, rows, columns = (round(float(v)) for v in centre - np.array(mask.shape) / 2)
    return slices, rows, columns


def put(
    mask: npt.NDArray[np.generic], onto: npt.NDArray[np.generic], first: tuple[int, int, int]
) -> tuple[tuple[slice, ...], tuple[slice, ...]]:
    """The slices of a growth and of the grid that lie on each other when the growth begins at voxel `first`."""
    inner, outer = [], []
    for start, length, limit in zip(first, mask.shape, onto.shape, strict=True):
        low, high = max(0, start), min(limit, start + length)
        outer.append(slice(low, max(low, high)))
        inner.append(slice(low - start, max(low, high) - start))
    return tuple(inner), tuple(outer)


def _depth_mm(specimen: Flags, spacing_mm: float) -> npt.NDArray[np.float32]:
    """Distance to the surface on a coarser grid, positive inside, mm."""
    coarse = np.ascontiguousarray(specimen[STEP // 2 :: STEP, STEP // 2 :: STEP, STEP // 2 :: STEP])
    within = edt.edt(coarse, black_border=True, parallel=1)
    outside = edt.edt(~coarse, black_border=False, parallel=1)
    return np.asarray((within - outside) * np.float32(STEP * spacing_mm), np.float32)


def _free_mm(points: Vector, depth: npt.NDArray[np.float32], centre: Vector) -> float:
    """The margin of the growth's outline around a centre (voxels), mm; negative where it sticks out."""
    at = (points + centre - STEP // 2) / STEP
    return float(ndimage.map_coordinates(depth, at.T, order=1, mode="nearest").min())


def _deepest(random: np.random.Generator, points: Vector, depth: npt.NDArray[np.float32]) -> tuple[Vector, float]:
    """Of some deep places the one that gives the growth most room, and that room, mm."""
    deep = np.argwhere(depth > 0.6 * depth.max()) * STEP + STEP // 2
    candidates = deep[random.integers(0, len(deep), 24)].astype(float)
    rooms = [_free_mm(points, depth, centre) for centre in candidates]
    best = int(np.argmax(rooms))
    return candidates[best], rooms[best]


def _target_mm(random: np.random.Generator, wanted: Wanted, room: float) -> float:
    """How much margin to leave along the way, mm; less than nothing cuts through the growth."""
    if wanted is Wanted.INVOLVED:
        return float(random.uniform(-1.2, 0.0))
    if wanted is Wanted.CLOSE:
        return float(random.uniform(0.25, 1.9))
    return float(random.uniform(2.2, max(2.3, min(room, 6.0))))


def _walk(points: Vector, depth: npt.NDArray[np.float32], start: Vector, heading: Vector, target: float) -> Vector:
    """The place furthest along the heading where the growth still has the wanted room."""
    low, high = 0.0, float(np.linalg.norm(np.array(depth.shape) * STEP))
    for _ in range(14):
        middle = (low + high) / 2
        low, high = (middle, high) if _free_mm(points, depth, start + heading * middle) >= target else (low, middle)
    return start + heading * low


def _gap_mm(margin: float | None, wanted: Wanted) -> float:
    """How far to go on along the heading (back, where negative) to come nearer to the wish; 0 where it is met."""
    if margin is None:
        return -2.0
    if wanted is Wanted.INVOLVED:
        return 0.0 if margin <= POSITIVE_MM + 1e-6 else margin + 0.1
    low, high = (0.15, 1.99) if wanted is Wanted.CLOSE else (2.0, 99.0)
    if margin < low:
        return margin - low - 0.1
    return max(0.0, margin - high)
