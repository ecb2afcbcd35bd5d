"""How well the mass lies in the middle of the specimen, by the formula of the ICG study.

Lee et al., Scientific Reports 2021;11:9997 (seed 002), figure 3: centralization = | |A − (a + s + i)| + |B − (b + m + l)| |, in cm, with
A, B the axes of the resected breast, a, b those of the mass, and s, i, m, l the margins. The outer bars change nothing; the inner ones do.
The formula compares sums: it cannot see two opposite margins err together, and it does not know of depth. So both signed terms, the
closest margin and the offsets always stand beside it, and 0 is never called good.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal, localcontext

from algorithms.faces import Face
from algorithms.specimen.doubts import Doubt, doubts
from algorithms.specimen.measurement import SpecimenMeasurement

ALGORITHM = "centralization"
VERSION = "1"
CITATION = "Lee et al., Sci Rep 2021;11:9997"
MEDIAN_ICG_CM, MEDIAN_ULTRASOUND_CM = Decimal("2.40"), Decimal("3.70")
RANGE_CM = (Decimal("0.30"), Decimal("27.70"))
VALID_FOR = f"Published range {RANGE_CM[0]} to {RANGE_CM[1]} cm ({CITATION}). Two axes only: depth is not part of the formula."

# Sums of eight typed numbers fit in far less; nothing is ever rounded.
_EXACT = Context(prec=200)


@dataclass(frozen=True, slots=True)
class Centralization:
    """The published figure and what it hides. Differences are signed: positive when mass and margins do not fill the axis."""

    centralization_cm: Decimal
    major_axis_difference_cm: Decimal
    minor_axis_difference_cm: Decimal
    closest_mm: Decimal
    closest_faces: tuple[Face, ...]
    superior_inferior_offset_mm: Decimal  # (s − i) / 2, ours, not the study's: how far the mass lies towards inferior
    medial_lateral_offset_mm: Decimal  # (m − l) / 2, ours: how far it lies towards lateral
    warnings: tuple[Doubt, ...]

    @property
    def in_published_range(self) -> bool:
        """Whether the study saw figures like this one."""
        return RANGE_CM[0] <= self.centralization_cm <= RANGE_CM[1]


def centralize(specimen: SpecimenMeasurement) -> Centralization:
    """Centralization in cm from lengths in mm, exact to the decimals given."""
    with localcontext(_EXACT):
        major = axis_difference_mm(specimen.resected_major, specimen.mass_major, specimen.superior, specimen.inferior)
        minor = axis_difference_mm(specimen.resected_minor, specimen.mass_minor, specimen.medial, specimen.lateral)
        closest = min(value for _, value in specimen.margins)
        return Centralization(
            centralization_cm=(abs(major) + abs(minor)) / 10,
            major_axis_difference_cm=major / 10,
            minor_axis_difference_cm=minor / 10,
            closest_mm=closest,
            closest_faces=tuple(face for face, value in specimen.margins if value == closest),
            superior_inferior_offset_mm=(specimen.superior - specimen.inferior) / 2,
            medial_lateral_offset_mm=(specimen.medial - specimen.lateral) / 2,
            warnings=doubts(specimen),
        )


def axis_difference_mm(resected: Decimal, mass: Decimal, one_margin: Decimal, other_margin: Decimal) -> Decimal:
    """What is left of a resected axis after the mass and its two margins, mm: A − (a + s + i)."""
    return resected - (mass + one_margin + other_margin)
