"""What a PET-CT analysis is given and what it answers: the records that preparation, networks, margins, screen and files share.

Arrays are (slices, rows, columns); places in mm are counted from the outer corner of the CT's first voxel, along the same three axes.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]
Triple = tuple[float, float, float]
Cell = tuple[int, int, int]
Box = tuple[slice, slice, slice]

ALGORITHM = "petct-margin"
VERSION = "2"  # 2: a PET without counts is told from one with little uptake
CITATION = "Maris et al., npj Breast Cancer 2025: ensemble of residual U-Nets on micro-PET-CT of lumpectomy specimens"
POSITIVE_MM = 0.1  # seed 001: tumour contour to specimen contour at or below this is a positive margin
WORKING_MM = 0.1  # the grid on which the networks were trained and on which the rule is exact


@dataclass(frozen=True, slots=True, eq=False)
class Scan:
    """A CT and a PET along the same three axes. `pet_offset_mm`: from the outer corner of the CT's first voxel to that of the PET's first one.

    `ct_hu` in HU, int16 or float32; `pet` in any unit proportional to activity, float32.
    """

    ct_hu: npt.NDArray[np.int16] | Floats
    spacing_mm: Triple
    pet: Floats
    pet_spacing_mm: Triple
    pet_offset_mm: Triple = (0.0, 0.0, 0.0)

    def __post_init__(self) -> None:
        """Two volumes with a size."""
        if self.ct_hu.ndim != 3 or self.pet.ndim != 3 or 0 in (self.ct_hu.size, self.pet.size):
            raise ValueError("a scan has two volumes")
        if min(*self.spacing_mm, *self.pet_spacing_mm) <= 0:
            raise ValueError("a spacing is positive")


@dataclass(frozen=True, slots=True)
class Normalisation:
    """How a scan becomes numbers from 0 to 1; it belongs to the models that were trained with it.

    CT is clipped at two HU (the 5th and 95th percentile of the training tissue), PET at 0 and `pet_share` of the specimen's own maximum.
    """

    ct_low_hu: float
    ct_high_hu: float
    pet_share: float = 0.8

    def __post_init__(self) -> None:
        """Two ends that differ."""
        if not self.ct_low_hu < self.ct_high_hu or not 0 < self.pet_share <= 1:
            raise ValueError("a normalisation has a low end below its high end and a share from 0 to 1")


@dataclass(frozen=True, slots=True)
class Uptake:
    """The PET inside the specimen after the median filter, in its own unit, before anything is scaled.

    `peak` is the maximum; `background` the median; `noise` the spread (1.4826 × median absolute difference of neighbours ÷ √2) of the unfiltered
    voxels. `contrast` = peak ÷ background; `contrast_to_noise` = (peak − background) ÷ noise. `raw_peak` is the largest unfiltered voxel.
    """

    peak: float
    background: float
    noise: float
    raw_peak: float

    @property
    def contrast(self) -> float:
        """Peak over background; 0 where there is no background."""
        return self.peak / self.background if self.background > 0 else 0.0

    @property
    def contrast_to_noise(self) -> float:
        """Peak above background, in spreads of one unfiltered voxel; 0 where nothing varies."""
        return (self.peak - self.background) / self.noise if self.noise > 0 else 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """A scan ready for the networks, cropped to the specimen with `PAD` voxels of air around it (less at the edge of the scan).

    `ct` and `pet` are float32 from 0 to 1, `ct` 0 outside of the specimen; `specimen` is filled; all on one grid of `spacing_mm`.
    `origin` is the first voxel of the crop on the grid of the CT as it was given (`box` cuts a truth to the same place); where the CT was brought to
    another spacing, on that grid. `at_edge` says that the specimen touches the end of the scan.
    """

    ct: Floats
    pet: Floats
    specimen: Mask
    spacing_mm: Triple
    origin: Cell
    uptake: Uptake
    at_edge: bool
    regridded: bool

    @property
    def box(self) -> Box:
        """The crop, as slices of the CT."""
        first = [slice(start, start + size) for start, size in zip(self.origin, self.specimen.shape, strict=True)]
        return first[0], first[1], first[2]

    @property
    def voxel_mm3(self) -> float:
        """The volume of one voxel."""
        return float(np.prod(self.spacing_mm))
