"""What a specimen PET-CT scanner gives: two volumes placed in patient millimetres, what is known of the dose, and segmentations that fit."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from devices.errors import DeviceRefused

NAME = "PET-CT"

Values = npt.NDArray[np.float32]
Affine = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]


class ScanRefused(DeviceRefused):
    """A scan cannot be used; `problem` is one sentence for people, without names of files: those may carry a patient's."""


def refused(problem: str) -> ScanRefused:
    """The scan cannot be used; one sentence that says what, where and why."""
    return ScanRefused(NAME, problem)


class VolumeUnit(StrEnum):
    """What a voxel's number means."""

    HU = "HU"
    BQML = "Bq/ml"
    SUV_BW = "SUV (body weight)"
    SUV_LBM = "SUV (lean body mass)"
    COUNTS = "counts"
    OTHER = "relative"


class SeriesRole(StrEnum):
    """What was done with a series that was found."""

    CT = "read as CT"
    PET = "read as PET"
    SEGMENTATION = "read as segmentation"
    UNUSED = "not used"


@dataclass(frozen=True, slots=True, eq=False)
class Volume:
    """`values` (slices, rows, columns) float32, read-only; `affine` takes (slice, row, column, 1) to patient mm, DICOM's LPS, of a voxel's centre.

    Slices, rows and columns lie as the scanner wrote them, slices sorted upwards along the normal of the picture; nothing is resampled.
    """

    values: Values
    affine: Affine
    unit: VolumeUnit
    frame_of_reference: str

    @property
    def spacing_mm(self) -> tuple[float, float, float]:
        """Distance between neighbouring centres along slices, rows and columns, mm."""
        slices, rows, columns = (float(np.linalg.norm(self.affine[:3, axis])) for axis in range(3))
        return slices, rows, columns


@dataclass(frozen=True, slots=True)
class Factor:
    """What a PET voxel is multiplied by to become an SUV; `value` None: it cannot be known, and `reason` says why. Else `reason` says how."""

    value: float | None
    reason: str


@dataclass(frozen=True, slots=True)
class SuvFactors:
    """SUV by body weight (g/ml) and by lean body mass (Janmahasatian), each or neither. Nothing but a displayed SUV depends on them."""

    body_weight: Factor
    lean_body_mass: Factor


@dataclass(frozen=True, slots=True, eq=False)
class Segmentation:
    """Somebody else's outline of the tumour on the CT's own grid; `mask` bool, read-only.

    `source` says in what it came and who made it; `margin_mm` is what the scanner itself states beside it, None where it states nothing.
    """

    mask: Mask
    source: str
    label: str
    margin_mm: float | None


@dataclass(frozen=True, slots=True)
class SeriesFound:
    """One series (or loose label map) in what was handed over: a line for the person who chooses. Free of names."""

    kind: str  # DICOM's modality, or NIfTI, NRRD
    number: int | None
    pictures: int
    taken: str  # ISO 8601 without zone, or empty
    role: SeriesRole
    why: str


@dataclass(frozen=True, slots=True, eq=False)
class PetCt:
    """Everything that is used of one scan. `sha256` covers the files that were read, in any order and place; `simulated`: the files say so."""

    ct: Volume
    pet: Volume
    suv: SuvFactors
    segmentations: tuple[Segmentation, ...]
    found: tuple[SeriesFound, ...]
    warnings: tuple[str, ...]
    sha256: str
    simulated: bool
    device: str
