"""How accurately a specimen was cut around its mass: volume, eccentricity and resection ratio as published, and where a figure stands among them.

Eccentricity = widest − narrowest tumour-to-margin distance, relative eccentricity = that ÷ tumour diameter: Veluponnar et al., Cancers
2024;16:1813 (medians 11.29 mm and 0.66). Calculated resection ratio = volume of the specimen as an ellipsoid ÷ volume of the tumour as a sphere
with 10 mm added all around: Krekel et al., Breast J 2011;17:602 (median 2.5, range 0.01 to 42.93; of those above 4 one in nine still had
involved margins). Both volumes carry π/6, so the ratio is A·B·C / (d + 20 mm)³. The studies took lengths from pathology; here they are the ruler's.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal, localcontext

from algorithms.faces import Face
from algorithms.specimen.centralization import MEDIAN_ICG_CM, MEDIAN_ULTRASOUND_CM, RANGE_CM
from algorithms.specimen.measurement import SpecimenMeasurement, plain

ALGORITHM, VERSION = "specimen accuracy", "1"
ECCENTRICITY_CITATION = "Veluponnar et al., Cancers 2024;16:1813"
RATIO_CITATION = "Krekel et al., Breast J 2011;17:602"
MEDIAN_ECCENTRICITY_MM, MEDIAN_RELATIVE = Decimal("11.29"), Decimal("0.66")
MEDIAN_RATIO, RATIO_RANGE, EXCESSIVE_RATIO = Decimal("2.5"), (Decimal("0.01"), Decimal("42.93")), Decimal(4)
OPTIMAL_MARGIN_MM = Decimal(10)
SMALL_CM3 = Decimal(20)
SMALL = (
    f"Under {SMALL_CM3} cm³: of such small specimens surgeon and pathologist disagree about the orientation in 78 % (in 31 % of all). "
    "Have a second person confirm it."
)
_HUNDREDTH = Decimal("0.01")
_OPPOSITE = ((Face.SUPERIOR, Face.INFERIOR), (Face.MEDIAL, Face.LATERAL), (Face.ANTERIOR, Face.POSTERIOR))


@dataclass(frozen=True, slots=True)
class Accuracy:
    """What is known of it; None where the third axis was not measured. Quotients are rounded to 0.01, everything else is exact."""

    eccentricity_mm: Decimal
    relative_eccentricity: Decimal
    faces: int  # how many margins the eccentricity is taken over
    volume_cm3: Decimal | None
    resection_ratio: Decimal | None

    @property
    def is_small(self) -> bool:
        """Whether the specimen is so small that its orientation is often mistaken."""
        return self.volume_cm3 is not None and self.volume_cm3 < SMALL_CM3


def accuracy(specimen: SpecimenMeasurement, resected_depth_mm: Decimal | None = None) -> Accuracy:
    """From the ruler's lengths in mm; the third axis gives volume and ratio."""
    margins = [value for _, value in specimen.margins]
    diameter = max(specimen.mass_major, specimen.mass_minor)
    ratio = volume = None
    with localcontext(prec=200):  # exact: each factor has a few digits
        spread = max(margins) - min(margins)
        if resected_depth_mm is not None:
            box = specimen.resected_major * specimen.resected_minor * resected_depth_mm
            volume, ratio = box / 1000, _hundredths(box, (diameter + 2 * OPTIMAL_MARGIN_MM) ** 3)
        return Accuracy(spread, _hundredths(spread, diameter), len(margins), volume, ratio)


def position(centralization_cm: Decimal, specimen: SpecimenMeasurement) -> str:
    """Where a centralization stands among those of the study. Only medians and the range were published, so there is no percentile to give."""
    if involved := opposite_zeros(specimen):
        first, second = involved[0]
        return f"Not comparable: two opposite margins are involved ({first.value}, {second.value}) and the figure cannot see it."
    low, high = RANGE_CM
    if not low <= centralization_cm <= high:
        return f"{'Below' if centralization_cm < low else 'Above'} everything published ({low} to {high} cm): measure again before it is compared."
    if centralization_cm < MEDIAN_ICG_CM:
        where = "Below both published medians"
    elif centralization_cm <= MEDIAN_ULTRASOUND_CM:
        where = "Between the published medians"
    else:
        where = "Above both published medians"
    return f"{where}: ICG {MEDIAN_ICG_CM}, ultrasound {MEDIAN_ULTRASOUND_CM} cm, range {low} to {high}. A small figure does not mean clear margins."


def ratio_words(ratio: Decimal) -> str:
    """A resection ratio, and what the study says of such a one."""
    if ratio > EXCESSIVE_RATIO:
        said = f"above {EXCESSIVE_RATIO}: much tissue for little gain"
    elif ratio < 1:
        said = "below 1: less than the tumour and 10 mm around it"
    else:
        said = f"published median {MEDIAN_RATIO}, range {RATIO_RANGE[0]} to {RATIO_RANGE[1]}"
    return f"Resection ratio {plain(ratio)}, {said}"


def opposite_zeros(specimen: SpecimenMeasurement) -> tuple[tuple[Face, Face], ...]:
    """The pairs of opposite faces that the mass reaches both."""
    zero = {face for face, value in specimen.margins if value == 0}
    return tuple(pair for pair in _OPPOSITE if set(pair) <= zero)


def _hundredths(over: Decimal, under: Decimal) -> Decimal:
    return (over / under).quantize(_HUNDREDTH, ROUND_HALF_EVEN)
