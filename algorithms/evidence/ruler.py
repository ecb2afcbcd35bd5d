"""A ruler laid on a picture: from pixels to millimetres, how far off that can be, and how a known length in the picture sets the scale."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

Point = tuple[float, float]  # (row, col), pixels

LEAST_RULER_PX = 40.0  # a shorter known length makes the scale worse than one part in twenty
FINGER_PX = 1.0  # how well a handle can be set, one standard deviation, with the ± buttons
PLAUSIBLE_MM = (0.002, 2.0)  # a pixel of any radiograph or photograph of a specimen
STEP_MM = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Spacing:
    """Size of a pixel at the specimen, mm. `certain` False: the picture does not say how far the specimen lay above the detector, or not at all."""

    row_mm: float
    col_mm: float
    certain: bool
    statement: str

    def __post_init__(self) -> None:
        """No scale at all is `None`, not a strange one."""
        low, high = PLAUSIBLE_MM
        if not all(math.isfinite(mm) and low <= mm <= high for mm in (self.row_mm, self.col_mm)):
            raise ValueError(f"a pixel of {self.row_mm} by {self.col_mm} mm is not one of a specimen's picture")


def distance_mm(start: Point, end: Point, spacing: Spacing) -> float:
    """The length of a ruler from `start` to `end`, mm; rows and columns may differ in size."""
    return math.hypot((end[0] - start[0]) * spacing.row_mm, (end[1] - start[1]) * spacing.col_mm)


def read_mm(start: Point, end: Point, spacing: Spacing) -> Decimal:
    """As `distance_mm`, to the tenth of a millimetre that is kept."""
    return Decimal(repr(distance_mm(start, end, spacing))).quantize(STEP_MM, ROUND_HALF_EVEN)


def uncertainty_mm(start: Point, end: Point, spacing: Spacing) -> float:
    """One standard deviation of a length whose two ends were set by finger; the error of the scale comes on top."""
    length = distance_mm(start, end, spacing)
    if length == 0:
        return math.sqrt(2) * FINGER_PX * max(spacing.row_mm, spacing.col_mm)
    down, right = (end[0] - start[0]) * spacing.row_mm**2, (end[1] - start[1]) * spacing.col_mm**2
    return math.sqrt(2) * FINGER_PX * math.hypot(down, right) / length


def calibrated(start: Point, end: Point, known_mm: float, *, aspect: float = 1.0) -> Spacing:
    """The scale that makes this ruler `known_mm` long; `aspect` is a pixel's height over its width. `ValueError` where that cannot be."""
    if not (math.isfinite(known_mm) and 0 < known_mm <= 300):
        raise ValueError("The known length must lie between 0 and 300 mm.")
    if math.hypot(end[0] - start[0], end[1] - start[1]) < LEAST_RULER_PX:
        raise ValueError(f"The ruler is too short to set a scale: at least {LEAST_RULER_PX:.0f} pixels. Take a longer known length.")
    across = known_mm / math.hypot((end[0] - start[0]) * aspect, end[1] - start[1])
    low, high = PLAUSIBLE_MM
    if not low <= across * min(1.0, aspect) <= across * max(1.0, aspect) <= high:
        raise ValueError("That makes a pixel of a size that no picture of a specimen has. Check the known length.")
    share = math.sqrt(2) * FINGER_PX / math.hypot(end[0] - start[0], end[1] - start[1])
    words = f"scale set on a known length of {known_mm:g} mm in the picture, to {100 * share:.1f} %"
    return Spacing(across * aspect, across, certain=True, statement=words)
