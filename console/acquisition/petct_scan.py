"""Between a scanner's volumes in patient millimetres and the algorithms' arrays: one set of axes for CT and PET, and where the faces lie on them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.ndimage import affine_transform

from algorithms.faces import Face
from algorithms.orientation import Laterality, Orientation, patient_direction
from algorithms.petct.analysis import Analysis
from algorithms.petct.margin import Directions
from algorithms.petct.model import Box, Cell, Mask, Scan, Triple
from devices.scanner import PetCt, Volume

ALONG = 1e-3  # axes that differ by less are the same


@dataclass(frozen=True, slots=True)
class Facing:
    """Where the faces lie on the CT's axes, and what that rests on in one sentence; `recorded` where somebody marked the specimen."""

    directions: Directions
    statement: str
    recorded: bool


@dataclass(frozen=True, slots=True, eq=False)
class Slices:
    """Where an outline is written: whole slices (`shape`) with their voxel-to-patient matrix, mm, and the voxel at which an answer begins in them."""

    affine: npt.NDArray[np.float64]
    shape: Cell
    origin: Cell
    frame_of_reference: str

    def laid(self, part: Mask, box: Box) -> tuple[Mask, npt.NDArray[np.float64]]:
        """A part of an answer on the slices that it reaches, and their matrix."""
        first, row, column = (start + span.start for start, span in zip(self.origin, box, strict=True))
        whole = np.zeros((part.shape[0], *self.shape[1:]), dtype=bool)
        whole[:, row : row + part.shape[1], column : column + part.shape[2]] = part
        affine = self.affine.copy()
        affine[:3, 3] += first * affine[:3, 0]
        return whole, affine


def slices_of(ct: Volume, found: Analysis) -> Slices:
    """The CT's own slices; where the analysis had another grid, those of the part that was analysed."""
    if found.regridded:
        one, two, three = found.specimen.shape
        return Slices(grid_affine(ct, found.origin, found.spacing_mm), (one, two, three), (0, 0, 0), ct.frame_of_reference)
    one, two, three = ct.values.shape
    return Slices(grid_affine(ct, (0, 0, 0), found.spacing_mm), (one, two, three), found.origin, ct.frame_of_reference)


def scan_of(found: PetCt) -> Scan:
    """CT as whole HU and PET along the CT's axes."""
    ct = found.ct
    pet, affine = _along(found.pet, ct)
    inverse = np.linalg.inv(ct.affine)
    corner = inverse @ affine @ np.array([-0.5, -0.5, -0.5, 1.0])
    spacing = np.array(ct.spacing_mm)
    one, two, three = (float(value) for value in (corner[:3] + 0.5) * spacing)
    pet_spacing = np.linalg.norm(affine[:3, :3], axis=0)
    return Scan(
        _whole(ct.values), ct.spacing_mm, pet, (float(pet_spacing[0]), float(pet_spacing[1]), float(pet_spacing[2])), (one, two, three)
    )


def facing(ct: Volume, orientation: Orientation | None, side: Laterality) -> Facing:
    """Each face's unit vector on the CT's axes. Without a recorded orientation the specimen is taken to lie as in the patient."""
    axes = ct.affine[:3, :3] / np.linalg.norm(ct.affine[:3, :3], axis=0)
    directions: dict[Face, Triple] = {}
    for face in Face:
        wanted = np.array(orientation.direction_of(face) if orientation is not None else patient_direction(face, side))
        one, two, three = (float(value) for value in axes.T @ wanted)
        directions[face] = (one, two, three)
    if orientation is not None:
        return Facing(directions, f"Faces by the recorded orientation, {orientation.laterality.value} breast.", recorded=True)
    sentence = (
        f"Specimen orientation not recorded: faces are named as if it lay in the scanner as in the patient, {side.value} breast. "
        "Check them against the marks."
    )
    return Facing(directions, sentence, recorded=False)


def straight(side: Laterality) -> Directions:
    """Faces on the axes of a scan whose slices run up, rows back and columns to the patient's left: what the simulated scanner gives."""
    found: dict[Face, Triple] = {}
    for face in Face:
        left, back, up = patient_direction(face, side)
        found[face] = (up, back, left)
    return found


def patient_mm(ct: Volume, place_mm: Triple) -> Triple:
    """A place along the CT's axes, from the outer corner of its first voxel, in patient mm (left, posterior, superior)."""
    index = np.array(place_mm) / np.array(ct.spacing_mm) - 0.5
    one, two, three = (float(value) for value in (ct.affine @ np.append(index, 1.0))[:3])
    return one, two, three


def grid_affine(ct: Volume, origin: Cell, spacing_mm: Triple) -> npt.NDArray[np.float64]:
    """Voxel to patient mm for a grid along the CT's axes that begins `origin` voxels of `spacing_mm` from the CT's outer corner."""
    axes = ct.affine[:3, :3] / np.linalg.norm(ct.affine[:3, :3], axis=0)
    affine = np.eye(4)
    affine[:3, :3] = axes * np.array(spacing_mm)
    first = (np.array(origin) + 0.5) * np.array(spacing_mm)
    affine[:3, 3] = patient_mm(ct, (float(first[0]), float(first[1]), float(first[2])))
    return affine


def _whole(values: npt.NDArray[np.float32]) -> npt.NDArray[np.int16]:
    """HU as whole numbers, slice by slice, because two volumes of floats are half a gigabyte."""
    out = np.empty(values.shape, dtype=np.int16)
    for number, picture in enumerate(values):
        out[number] = np.clip(np.rint(picture), -32768, 32767)
    out.setflags(write=False)
    return out


def _along(pet: Volume, ct: Volume) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float64]]:
    """The PET, whose axes run roughly as the CT's, on axes that run exactly so; interpolated only where it lies at an angle."""
    axes = ct.affine[:3, :3] / np.linalg.norm(ct.affine[:3, :3], axis=0)
    own = pet.affine[:3, :3] / np.linalg.norm(pet.affine[:3, :3], axis=0)
    if np.abs(axes.T @ own - np.eye(3)).max() <= ALONG:
        return pet.values, pet.affine
    spacing = np.array(pet.spacing_mm)
    corners = np.array([[a, b, c, 1.0] for a in (-0.5, 0.5) for b in (-0.5, 0.5) for c in (-0.5, 0.5)])
    corners[:, :3] = np.where(corners[:, :3] > 0, np.array(pet.values.shape) - 0.5, -0.5)
    reach = (pet.affine @ corners.T)[:3].T @ axes
    low, high = reach.min(axis=0), reach.max(axis=0)
    shape = tuple(int(size) for size in np.ceil((high - low) / spacing))
    affine = np.eye(4)
    affine[:3, :3] = axes * spacing
    affine[:3, 3] = axes @ (low + spacing / 2)
    between = np.linalg.inv(pet.affine) @ affine
    turned = affine_transform(pet.values, between[:3, :3], between[:3, 3], output_shape=shape, order=1, mode="constant")
    return np.asarray(turned, dtype=np.float32), affine
