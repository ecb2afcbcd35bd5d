"""What is true of a simulated specimen, worked out on its own voxels by other code than the algorithms that are tested against it.

Contours are the outermost voxels of tumour and specimen (those that share a side with a voxel outside). A margin is the smallest distance between the
centres of two such voxels: touching is 0, one voxel of tissue between is one voxel's width. Seed 001 calls a margin of 0.1 mm or less positive.

The specimen lies as a left breast's would in DICOM's axes: slices grow towards superior, rows towards posterior, columns towards lateral.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import edt
import numpy as np
import numpy.typing as npt

from devices.simulated.petct_fields import Flags

POSITIVE_MM = 0.1
Millimetres = npt.NDArray[np.float32]
Squared = npt.NDArray[np.float32]
Box = tuple[slice, slice, slice]


class Face(StrEnum):
    """A face of the specimen, by the words that all of Rimlight uses."""

    SUPERIOR = "superior"
    INFERIOR = "inferior"
    MEDIAL = "medial"
    LATERAL = "lateral"
    ANTERIOR = "anterior"
    POSTERIOR = "posterior"


# Each face's axis of the array, and whether it lies at that axis' end.
SIDES = {
    Face.SUPERIOR: (0, True),
    Face.INFERIOR: (0, False),
    Face.POSTERIOR: (1, True),
    Face.ANTERIOR: (1, False),
    Face.LATERAL: (2, True),
    Face.MEDIAL: (2, False),
}


@dataclass(frozen=True, slots=True, eq=False)
class DepthMap:
    """What lies under a face, seen straight at it: the other two axes of the array, ascending. `tissue` and `tumour` say where there is any below.

    `depth_mm` float32: contour to contour along the face's axis; 0 where there is no tumour.
    """

    depth_mm: Millimetres
    tissue: Flags
    tumour: Flags
    spacing_mm: float


@dataclass(frozen=True, slots=True)
class Narrowest:
    """The narrowest margin, mm; the places (slice, row, column) of its two ends in the middle of their voxels, mm; and the face they look to."""

    margin_mm: float
    tumour_mm: tuple[float, float, float]
    surface_mm: tuple[float, float, float]
    face: Face


def surface_distances(specimen: Flags) -> Squared:
    """Squared distance from each voxel of the specimen to its nearest contour voxel, in voxels: whole numbers as float32, exact to 2^24; else 0."""
    box = bounds(specimen)
    squared = np.zeros(specimen.shape, np.float32)
    squared[box] = edt.edtsq(~contour(specimen[box]), black_border=False, parallel=1)
    return squared


def narrowest(tumour: Flags, specimen: Flags, squared: Squared, spacing_mm: float) -> Narrowest:
    """Where tumour comes closest to the surface, given the surface's distances; the tumour must not be empty."""
    box = bounds(tumour)
    points = np.argwhere(contour(tumour[box])) + [part.start for part in box]
    here = squared[tuple(points.T)]
    return _told(points[here == here.min()], specimen, float(np.sqrt(here.min())), spacing_mm)


def along_axis(tumour: Flags, specimen: Flags, face: Face, spacing_mm: float) -> DepthMap:
    """The way from the surface to the first tumour, straight in from a face."""
    axis, last = SIDES[face]
    order = slice(None, None, -1) if last else slice(None)
    cut: list[slice] = [slice(None)] * 3
    cut[axis] = order
    tissue, growth = specimen[tuple(cut)], tumour[tuple(cut)]
    covered, hit = tissue.any(axis), growth.any(axis)
    gap = growth.argmax(axis) - tissue.argmax(axis)
    return DepthMap(np.where(hit, gap * spacing_mm, 0).astype(np.float32), np.asarray(covered), np.asarray(hit), spacing_mm)


def contour(mask: Flags) -> Flags:
    """The voxels of a mask that share a side with a voxel outside; beyond the array is outside."""
    inner = mask.copy()
    for axis in range(3):
        ahead, behind = inner.swapaxes(0, axis), mask.swapaxes(0, axis)
        ahead[:-1] &= behind[1:]
        ahead[1:] &= behind[:-1]
        ahead[0] = ahead[-1] = False
    return np.asarray(mask & ~inner)


def bounds(mask: Flags) -> Box:
    """The smallest box around a mask that is not empty."""
    spans = []
    for axis in range(3):
        found = np.flatnonzero(mask.any(tuple(other for other in range(3) if other != axis)))
        spans.append(slice(int(found[0]), int(found[-1]) + 1))
    return spans[0], spans[1], spans[2]


def _told(nearest: npt.NDArray[np.int64], specimen: Flags, margin_voxels: float, spacing_mm: float) -> Narrowest:
    """The narrowest place as people read it: of equally near ones the one in their middle, with the face that the surface there looks to."""
    tumour = nearest[np.argmin(((nearest - nearest.mean(0)) ** 2).sum(1))]
    reach = int(np.ceil(margin_voxels)) + 1
    first = np.maximum(tumour - reach, 0)
    surface = np.argwhere(_contour_within(specimen, tuple(slice(f, t + reach + 1) for f, t in zip(first, tumour, strict=True)))) + first
    end = surface[np.argmin(((surface - tumour) ** 2).sum(1))]
    outward = _outward(specimen, end, max(4, round(0.6 / spacing_mm)))
    axis = int(np.argmax(np.abs(outward)))
    face = next(name for name, side in SIDES.items() if side == (axis, bool(outward[axis] > 0)))
    places = [tuple(float((index + 0.5) * spacing_mm) for index in at) for at in (tumour, end)]
    return Narrowest(margin_voxels * spacing_mm, places[0], places[1], face)  # type: ignore[arg-type]


def _contour_within(specimen: Flags, box: tuple[slice, ...]) -> Flags:
    """The specimen's contour voxels in a box."""
    wide = tuple(slice(max(0, part.start - 1), part.stop + 1) for part in box)
    inner = tuple(slice(part.start - grown.start, part.stop - grown.start) for part, grown in zip(box, wide, strict=True))
    return contour(specimen[wide])[inner]


def _outward(specimen: Flags, at: npt.NDArray[np.int64], reach: int) -> npt.NDArray[np.float64]:
    """The direction in which less of the specimen lies around a place, the opposite of its local centre of mass."""
    offsets = np.stack(np.meshgrid(*[np.arange(-reach, reach + 1)] * 3, indexing="ij"), -1).reshape(-1, 3)
    offsets = offsets[(offsets**2).sum(1) <= reach**2]
    places = at + offsets
    within = ((places >= 0) & (places < specimen.shape)).all(1)
    filled = np.zeros(len(offsets), bool)
    filled[within] = specimen[tuple(places[within].T)]
    return np.asarray(-offsets[filled].mean(0), np.float64)
