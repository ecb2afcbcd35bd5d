"""Puts label maps onto the CT's grid where they lie on it exactly: turned, mirrored, cropped, but never resampled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from devices.scanner import Affine, Mask
from devices.scanners.attributes import Unfit

SAME_PLACE = 0.1  # of a voxel, over the whole length of a label map
ASKEW = "its voxels do not lie on the CT's; export it on the grid of the CT"

Point = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """The CT's: (slices, rows, columns) and the way to patient mm."""

    shape: tuple[int, int, int]
    affine: Affine
    frame_of_reference: str


@dataclass(frozen=True, slots=True, eq=False)
class Plane:
    """One plane of a label map: where its first pixel lies, and the way to the next row and column, patient mm (LPS)."""

    inside: Mask
    origin: Point
    down: Point
    along: Point


def on_grid(planes: Iterable[Plane], grid: Grid) -> Mask:
    """A mask on the grid; `Unfit` where a plane lies between voxels, or tumour lies outside."""
    mask = np.zeros(grid.shape, np.bool_)
    back: Affine = np.asarray(np.linalg.inv(grid.affine), np.float64)
    for plane in planes:
        if plane.inside.any():
            _put(mask, plane, back)
    if not mask.any():
        raise Unfit("nothing is marked in it")
    return mask


def _put(mask: Mask, plane: Plane, back: Affine) -> None:
    start = (back @ (*plane.origin, 1.0))[:3]
    down, along = back[:3, :3] @ plane.down, back[:3, :3] @ plane.along
    rows, columns = plane.inside.shape
    begin, steps = _whole(start, 1), [_whole(down, rows), _whole(along, columns)]
    if not all(np.abs(step).sum() == 1 for step in steps) or abs(int(steps[0] @ steps[1])):
        raise Unfit(ASKEW)
    marked = np.argwhere(plane.inside)
    low, high = marked.min(axis=0), marked.max(axis=0)
    part = plane.inside[low[0] : high[0] + 1, low[1] : high[1] + 1]
    first, last = (begin + steps[0] * end[0] + steps[1] * end[1] for end in (low, high))
    if np.minimum(first, last).min() < 0 or (np.maximum(first, last) >= mask.shape).any():
        raise Unfit("it marks something outside the CT")
    axes = [int(np.abs(step).argmax()) for step in steps]
    view = mask[tuple(slice(min(a, b), max(a, b) + 1) for a, b in zip(first, last, strict=True))]
    turned = part[:: int(steps[0].sum()), :: int(steps[1].sum())]
    view |= np.expand_dims(turned if axes[0] < axes[1] else turned.T, 3 - sum(axes))


def _whole(found: Point, times: int) -> npt.NDArray[np.int64]:
    """The nearest whole steps, if `times` of them stay within the tolerance."""
    nearest = np.round(found)
    if not np.isfinite(found).all() or np.abs(found - nearest).max() * times > SAME_PLACE:
        raise Unfit(ASKEW)
    return nearest.astype(np.int64)
