"""What the fluorescence check is told of a camera, and what it answers; the definitions of every figure stand beside the figure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
import numpy.typing as npt

Image = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]
Raw = npt.NDArray[Any]  # uint8 or uint16, (rows, columns), as the camera counted

ALGORITHM = "fluorescence-residual"
VERSION = "2"


class Verdict(StrEnum):
    """The three words that others rely on."""

    SIGNAL = "signal"
    CLEAR = "clear"
    INDETERMINATE = "indeterminate"


class Outcome(StrEnum):
    """The four outcomes of a check, as a surgeon reads them."""

    RESIDUAL = "residual"
    FAINT = "faint, look"
    NONE_ABOVE_LIMIT = "none above the stated limit"
    CANNOT_JUDGE = "cannot judge"

    @property
    def verdict(self) -> Verdict:
        """Faint is not signal and not clear: a person must look."""
        return {Outcome.RESIDUAL: Verdict.SIGNAL, Outcome.NONE_ABOVE_LIMIT: Verdict.CLEAR}.get(self, Verdict.INDETERMINATE)


class Hindrance(StrEnum):
    """Why a check cannot judge."""

    UNCALIBRATED = "uncalibrated"
    COARSE = "coarse"
    SMALL = "small"
    SATURATED = "saturated"
    MOVING = "moving"
    AMBIENT = "ambient"
    DARK = "dark"
    UNEVEN = "uneven"


@dataclass(frozen=True, slots=True, eq=False)
class Calibration:
    """A camera as it was calibrated. `dark`, `flat` and `ambient` are frames of it, in its own numbers; None: not taken.

    `gain_e_per_dn` is K of the noise model, electrons per digital number; `read_noise_e` in electrons. None: measured from the frames instead.
    """

    mm_per_pixel: float
    bit_depth: int
    dark: Raw | None = None
    flat: Raw | None = None
    ambient: Raw | None = None
    read_noise_e: float | None = None
    gain_e_per_dn: float | None = None
    device: str = ""

    def misfit(self, shape: tuple[int, ...], bit_depth: int) -> str:
        """Why frames of this shape and bit depth are not of the calibrated camera; empty where they are."""
        if bit_depth != self.bit_depth:
            return f"the calibration is for {self.bit_depth} bits, the frame has {bit_depth}"
        for name in ("dark", "flat", "ambient"):
            picture: Raw | None = getattr(self, name)
            if picture is not None and picture.shape != shape:
                return f"the {name} frame has {_size(picture.shape)} pixels, the frame {_size(shape)}"
        return ""


@dataclass(frozen=True, slots=True)
class CameraState:
    """What must not differ between two pictures that are compared. None: not recorded."""

    exposure_ms: float | None = None
    gain_db: float | None = None
    distance_mm: float | None = None
    flip: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Region:
    """One place that glows. Its outline is where it falls to half of its peak above the background.

    `contrast_to_noise` = (mean inside − mean background) / SD of the background at the same smoothing (AAPM TG-311);
    `signal_to_background` = mean over σ = 1 mm at its brightest ÷ the local background, its median over about 16 mm with the region left out;
    `contrast` = peak above background ÷ background, by the best fitting of the matched bands; `z` = that contrast ÷ its spread from noise and tissue.
    Axes are those of the ellipse with the outline's second moments. `outline_px` is (points, 2) rows and columns of the whole frame.
    """

    area_mm2: float
    centroid_mm: tuple[float, float]
    centroid_px: tuple[float, float]
    major_mm: float
    minor_mm: float
    contrast_to_noise: float
    signal_to_background: float
    contrast: float
    z: float
    seen_in: int
    faint: bool
    saturated: bool
    outline_px: npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class SharpPoint:
    """A bright point too sharp for tissue (narrower than about 2 mm): shown for inspection, never dropped, never counted as signal."""

    centroid_mm: tuple[float, float]
    centroid_px: tuple[float, float]
    area_mm2: float


@dataclass(frozen=True, slots=True)
class Limit:
    """The smallest peak contrast that counts here, measured on these very frames: for spots of 2.8 and of 5 mm (FWHM), in units of the background."""

    contrast_2_8_mm: float
    contrast_5_mm: float
    noise_share: float  # of the 5 mm limit that comes from the camera's noise, 0..1; the rest is the tissue's own unevenness

    @property
    def sentence(self) -> str:
        """As it stands on screen."""
        return f"Sees signal from {self.contrast_5_mm:.2f} × background if 5 mm wide, from {self.contrast_2_8_mm:.2f} × if 2.8 mm wide."


@dataclass(frozen=True, slots=True, eq=False)
class Finding:
    """The answer to one check, with what it rests on. `motion_mm` is the largest shift between frames; `hindrance` is set where it cannot judge."""

    outcome: Outcome
    reason: str
    hindrance: Hindrance | None
    regions: tuple[Region, ...]
    sharp_points: tuple[SharpPoint, ...]
    frames: int
    motion_mm: float
    limit: Limit | None
    false_alarm_per_frame: float
    validity: str

    @property
    def verdict(self) -> Verdict:
        """In the three words."""
        return self.outcome.verdict


def _size(shape: tuple[int, ...]) -> str:
    return " × ".join(str(side) for side in shape)
