"""How large a pixel is at the specimen, from what the file says: which attribute is meant, and whether it may be believed.

DICOM PS3.3, 10.7.1.3: Imager Pixel Spacing is measured at the detector, where a specimen that lies above it looks larger; Pixel Spacing is at the
object only where a calibration is stated. A picture whose magnification is not known is said to be uncertain, never trusted.
"""

from __future__ import annotations

import math
from typing import Any

from devices.radiographs.radiograph import PixelSize

PLAUSIBLE_MM = (0.002, 2.0)
MAGNIFICATION = (1.0, 4.0)
SAME = 1e-4  # relative: two spellings of one number
CALIBRATED = {"FIDUCIAL": "calibrated on a known length in the picture", "GEOMETRY": "corrected for the geometry of the exposure"}


def pixel_size(header: Any) -> PixelSize | None:
    """From a DICOM header; None where nothing plausible is said."""
    at_object, at_detector = _pair(header, "PixelSpacing"), _pair(header, "ImagerPixelSpacing")
    calibration = str(_value(header, "PixelSpacingCalibrationType") or "").strip().upper()
    if at_object is not None and calibration in CALIBRATED:
        return PixelSize(*at_object, certain=True, statement=f"Pixel Spacing, {CALIBRATED[calibration]}")
    if at_detector is not None:
        return _corrected(at_detector, magnification(header))
    if at_object is not None:
        return PixelSize(*at_object, certain=False, statement="Pixel Spacing without a stated calibration: uncertain")
    scanned = _pair(header, "NominalScannedPixelSpacing")
    if scanned is not None:
        return PixelSize(*scanned, certain=False, statement="size on the scanned film, magnification unknown: uncertain")
    return None


def magnification(header: Any) -> float | None:
    """How much larger the specimen looks at the detector: as stated, or by the distances of focus, specimen and detector; None where unknown."""
    stated = _number(header, "EstimatedRadiographicMagnificationFactor")
    to_detector = _number(header, "DistanceSourceToDetector")
    to_object = _number(header, "DistanceSourceToPatient") or _number(header, "DistanceSourceToEntrance")
    by_distance = to_detector / to_object if to_detector and to_object else None
    known = [factor for factor in (stated, by_distance) if factor is not None and MAGNIFICATION[0] <= factor <= MAGNIFICATION[1]]
    if not known or max(known) / min(known) > 1.1:  # two answers that contradict each other are none
        return None
    return known[0]


def _corrected(at_detector: tuple[float, float], factor: float | None) -> PixelSize:
    if factor is None:
        return PixelSize(*at_detector, certain=False, statement="Imager Pixel Spacing at the detector, magnification unknown: uncertain")
    rows, columns = (mm / factor for mm in at_detector)
    return PixelSize(rows, columns, certain=True, statement=f"Imager Pixel Spacing, corrected for a magnification of {factor:.3g}")


def _pair(header: Any, name: str) -> tuple[float, float] | None:
    """Row and column size, mm, where both are numbers that a specimen's picture can have."""
    found = _value(header, name)
    try:
        rows, columns = (float(part) for part in found)
    except (TypeError, ValueError, OverflowError):
        return None
    low, high = PLAUSIBLE_MM
    believable = all(math.isfinite(mm) and low <= mm <= high for mm in (rows, columns)) and max(rows, columns) <= 3 * min(rows, columns)
    return (rows, columns) if believable else None


def _number(header: Any, name: str) -> float | None:
    try:
        number = float(_value(header, name))
    except (TypeError, ValueError, OverflowError):
        return None
    return number if math.isfinite(number) and number > 0 else None


def _value(header: Any, name: str) -> Any:
    """What the header says; a value that cannot be read counts as not there."""
    try:
        return getattr(header, name, None)
    except Exception:  # noqa: BLE001 - a damaged value fails in as many ways as the parser has
        return None
