"""What a microwave scan is once it is normalised, and what is said of it: the records that solver, screen and files share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from algorithms.microwave.media import AnyComplex, Doubles, Flags

ALGORITHM = "microwave depth"
VERSION = "2"
CITATION = "A microwave super-resolution imaging approach towards breast cancer margin mapping"
POSITIVE_MM = 0.1  # at or below, a margin cannot be told from none
CLOSE_BELOW_MM = 2.0
VALIDITY = (
    "Validated on simulated phantoms only, 0 to 2 mm; deeper margins are shown as 2 mm or more. Glandular tissue is as wet as tumour and reads as "
    "positive. Research use only."
)


class ErrorNorm(StrEnum):
    """How the misfit of a spectrum is summed: L1 forgives spoiled frequencies, L2 is better in plain noise."""

    L1 = "l1"
    L2 = "l2"


class Zone(StrEnum):
    """The class of a pixel."""

    POSITIVE = "positive"
    CLOSE = "close"
    NEGATIVE = "negative"
    MASKED = "masked"


@dataclass(frozen=True, slots=True)
class Grid:
    """Pixels of a face. `width_mm` runs along the columns (x, to the right), `height_mm` along the rows (y, downwards).

    Places are counted from the first pixel's outer corner.
    """

    rows: int
    columns: int
    width_mm: float
    height_mm: float

    def __post_init__(self) -> None:
        """Refuse what has no area."""
        if not (self.rows > 0 and self.columns > 0 and self.width_mm > 0 and self.height_mm > 0):
            raise ValueError("a grid needs rows, columns and a size")

    @property
    def pixels(self) -> int:
        """How many there are."""
        return self.rows * self.columns

    @property
    def pixel_mm2(self) -> float:
        """The area of one."""
        return self.width_mm * self.height_mm / self.pixels


@dataclass(frozen=True, slots=True, eq=False)
class Cube:
    """The normalised signal S: `values` (rows × columns, F) complex, e^(−iωt), row after row. A pixel that is not finite was not measured."""

    grid: Grid
    frequency_hz: Doubles
    values: AnyComplex


@dataclass(frozen=True, slots=True, eq=False)
class DepthMap:
    """Depth of margin per pixel; arrays (rows, columns), mm, read-only, always finite. Where `masked`, the other figures mean nothing.

    `depth_mm` comes from the search over 0–2 mm, `deep_mm` from 0–3 mm; `low_mm`–`high_mm` hold the truth with 90 % probability. `error` is the
    root mean square misfit a frequency. `second_mm` is the next best depth, `gap` how much less likely it is (difference of log likelihoods).
    `positive_share` is the part of the pixel on which tumour lies bare, where the spectrum tells it to be mixed.
    """

    grid: Grid
    depth_mm: Doubles
    deep_mm: Doubles
    low_mm: Doubles
    high_mm: Doubles
    error: Doubles
    second_mm: Doubles
    gap: Doubles
    positive_share: Doubles
    masked: Flags
    noise: float
    norm: ErrorNorm
    regularised: bool
    margin_hydration: float = 1.0
    tumour_hydration: float = 1.0

    @property
    def shown_mm(self) -> Doubles:
        """The depth that is reported and classified: the wider search, clamped to 2 mm, so that a deep margin never reads as a close one."""
        return self.deep_mm.clip(max=CLOSE_BELOW_MM)
