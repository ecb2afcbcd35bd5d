"""A scan as the eye looks at it: CT, PET and outlines cut into axial, coronal and sagittal pictures, head up however the scanner wrote them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import permutations
from typing import Any

import numpy as np
import numpy.typing as npt

from algorithms.petct.analysis import Analysis
from algorithms.petct.model import Box, Cell, Floats, Mask, Scan, Triple
from algorithms.petct.resampling import resample
from devices.scanner import PetCt

Array = npt.NDArray[Any]
UPRIGHT = np.array(
    [[0.0, 0.0, 1.0], [0.0, 1.0, 0.0], [1.0, 0.0, 0.0]]
)  # superior, posterior, left, in patient mm (left, posterior, superior)


class Plane(StrEnum):
    """How a picture is cut."""

    AXIAL = "axial"
    CORONAL = "coronal"
    SAGITTAL = "sagittal"

    @property
    def across(self) -> int:
        """The upright axis (superior, posterior, left) that its slices follow."""
        return list(Plane).index(self)

    @property
    def lies(self) -> tuple[int, int]:
        """The upright axes along its rows and columns."""
        rows, columns = (axis for axis in range(3) if axis != self.across)
        return rows, columns

    @property
    def head_up(self) -> bool:
        """Whether its rows run from superior down."""
        return self is not Plane.AXIAL


@dataclass(frozen=True, slots=True)
class Upright:
    """How an array's axes become superior, posterior, left: which of them, and which run backwards."""

    order: tuple[int, int, int]
    backwards: tuple[bool, bool, bool]

    def view(self, array: Array) -> Array:
        """The same numbers the right way up; writing into it writes into the array."""
        return array.transpose(self.order)[tuple(slice(None, None, -1 if back else 1) for back in self.backwards)]

    def cell(self, cell: Cell, shape: tuple[int, ...]) -> Cell:
        """A voxel of an array of this shape, in the upright one."""
        found = [shape[axis] - 1 - cell[axis] if back else cell[axis] for axis, back in zip(self.order, self.backwards, strict=True)]
        return found[0], found[1], found[2]

    def span(self, box: Box, shape: tuple[int, ...]) -> Box:
        """A part of an array of this shape, in the upright one."""
        spans = [
            slice(shape[axis] - box[axis].stop, shape[axis] - box[axis].start) if back else box[axis]
            for axis, back in zip(self.order, self.backwards, strict=True)
        ]
        return spans[0], spans[1], spans[2]

    def triple(self, values: Triple) -> Triple:
        """Sizes along the array's axes, in the upright order."""
        return values[self.order[0]], values[self.order[1]], values[self.order[2]]

    def direction(self, vector: Triple) -> Triple:
        """A direction on the array's axes, on the upright ones."""
        one, two, three = (-vector[axis] if back else vector[axis] for axis, back in zip(self.order, self.backwards, strict=True))
        return one, two, three


def upright(axes: npt.NDArray[np.float64]) -> Upright:
    """For unit vectors (columns) in patient mm: the nearest way up."""
    along = UPRIGHT @ axes
    order = max(permutations(range(3)), key=lambda way: sum(abs(along[k, axis]) for k, axis in enumerate(way)))
    backwards = [bool(along[k, axis] < 0) for k, axis in enumerate(order)]
    return Upright((order[0], order[1], order[2]), (backwards[0], backwards[1], backwards[2]))


@dataclass(frozen=True, slots=True, eq=False)
class Volumes:
    """CT (HU) and PET along the same axes, each on its own grid. `axes`: unit vectors (columns) of the three axes in patient mm.

    `pet_offset_mm` runs from the outer corner of the CT's first voxel to that of the PET's first one; `suv` makes g/ml of the PET, None if unknown.
    """

    ct: npt.NDArray[np.int16]
    spacing_mm: Triple
    pet: Floats
    pet_spacing_mm: Triple
    pet_offset_mm: Triple
    axes: npt.NDArray[np.float64]
    suv: float | None

    @property
    def way(self) -> Upright:
        """How it is turned upright."""
        return upright(self.axes)

    @property
    def shape(self) -> Cell:
        """Voxels along superior, posterior, left."""
        return self.way.view(self.ct).shape

    @property
    def sides_mm(self) -> Triple:
        """A voxel's sides along superior, posterior, left."""
        return self.way.triple(self.spacing_mm)

    @property
    def hottest(self) -> float:
        """The PET's largest value, in SUV where that is known."""
        return float(self.pet.max(initial=0.0)) * (self.suv or 1.0)

    def ct_slice(self, plane: Plane, index: int) -> npt.NDArray[np.int16]:
        """HU (rows, columns)."""
        return cut(self.way.view(self.ct), plane, index)

    def pet_slice(self, plane: Plane, index: int) -> Floats:
        """The PET on the CT's pixels, linear between its voxels, 0 beyond them; SUV where that is known."""
        way, weights = self.way, []
        for axis in range(3):
            sizes = (self.ct.shape[axis], self.pet.shape[axis], self.spacing_mm[axis], self.pet_spacing_mm[axis], self.pet_offset_mm[axis])
            weights.append(_weights(*sizes))
        turned = [weights[axis][::-1] if back else weights[axis] for axis, back in zip(way.order, way.backwards, strict=True)]
        flat = np.tensordot(turned[plane.across][index], self.pet.transpose(way.order), axes=(0, plane.across))
        rows, columns = plane.lies
        found = turned[rows] @ flat @ turned[columns].T * np.float32(self.suv or 1.0)
        return np.asarray(found[::-1] if plane.head_up else found, dtype=np.float32)

    def mask_slice(self, mask: Mask, plane: Plane, index: int) -> Mask:
        """Of a mask on the CT's grid."""
        return cut(self.way.view(mask), plane, index)

    def part_slice(self, part: Array, box: Box, plane: Plane, index: int) -> Floats:
        """Of numbers that are known in `box` only; 0 elsewhere."""
        way = self.way
        whole = way.view(np.broadcast_to(np.float32(0), self.ct.shape))
        span, found = way.span(box, self.ct.shape), np.array(cut(whole, plane, 0), dtype=np.float32)
        along = span[plane.across]
        if along.start <= index < along.stop:
            inner = found[::-1] if plane.head_up else found
            inner[span[plane.lies[0]], span[plane.lies[1]]] = np.take(way.view(part), index - along.start, axis=plane.across)
        return found


def cut(array: Array, plane: Plane, index: int) -> Array:
    """One picture of an upright array."""
    place: list[Any] = [slice(None)] * 3
    place[plane.across] = index
    found: Array = array[tuple(place)]
    return found[::-1] if plane.head_up else found


@lru_cache(maxsize=32)
def _weights(count: int, pet_count: int, spacing: float, pet_spacing: float, offset: float) -> Floats:
    """(count, pet_count): what each PET voxel gives to each CT voxel."""
    places = ((np.arange(count) + 0.5) * spacing - offset) / pet_spacing - 0.5
    found = np.maximum(0.0, 1.0 - np.abs(np.clip(places, 0, pet_count - 1)[:, None] - np.arange(pet_count)[None]))
    found[(places < -0.5) | (places > pet_count - 0.5)] = 0.0
    return np.ascontiguousarray(found, dtype=np.float32)


def volumes_of(found: PetCt, scan: Scan) -> Volumes:
    """The whole scan; `scan` is the same one with its PET turned onto the CT's axes."""
    ct = np.asarray(scan.ct_hu, dtype=np.int16)
    return Volumes(ct, scan.spacing_mm, scan.pet, scan.pet_spacing_mm, scan.pet_offset_mm, _axes(found), found.suv.body_weight.value)


def volumes_at(found: PetCt, scan: Scan, answer: Analysis) -> Volumes:
    """The part that was analysed, on the analysis grid; what is far from the specimen in the PET is left out."""
    ct = on_grid(scan.ct_hu, scan.spacing_mm, answer)
    corner = [start * side for start, side in zip(answer.origin, answer.spacing_mm, strict=True)]
    spans, offsets = [], []
    for axis in range(3):
        side, size = scan.pet_spacing_mm[axis], scan.pet.shape[axis]
        start = (corner[axis] - scan.pet_offset_mm[axis]) / side
        stop = start + answer.specimen.shape[axis] * answer.spacing_mm[axis] / side
        first, last = max(0, int(np.floor(start)) - 1), min(size, int(np.ceil(stop)) + 1)
        spans.append(slice(first, last))
        offsets.append((first - start) * side)
    pet = np.ascontiguousarray(scan.pet[spans[0], spans[1], spans[2]])
    offset = (offsets[0], offsets[1], offsets[2])
    whole = np.clip(np.rint(ct), -32768, 32767).astype(np.int16)
    return Volumes(whole, answer.spacing_mm, pet, scan.pet_spacing_mm, offset, _axes(found), found.suv.body_weight.value)


def on_grid(values: Array, spacing_mm: Triple, answer: Analysis) -> Array:
    """Numbers of the CT's grid on that of the analysis."""
    shape: Cell = (answer.specimen.shape[0], answer.specimen.shape[1], answer.specimen.shape[2])
    if not answer.regridded:
        return values[tuple(slice(start, start + size) for start, size in zip(answer.origin, shape, strict=True))]
    first, spans = [], []
    for start, size, fine, side, most in zip(answer.origin, shape, answer.spacing_mm, spacing_mm, values.shape, strict=True):
        begin = max(0, int(start * fine / side) - 2)
        spans.append(slice(begin, min(most, int((start + size) * fine / side) + 3)))
        first.append(begin * side - start * fine)
    part = np.ascontiguousarray(values[tuple(spans)], dtype=np.float32)
    return resample(part, spacing_mm, (first[0], first[1], first[2]), shape, answer.spacing_mm)


def _axes(found: PetCt) -> npt.NDArray[np.float64]:
    return np.asarray(found.ct.affine[:3, :3] / np.linalg.norm(found.ct.affine[:3, :3], axis=0))
