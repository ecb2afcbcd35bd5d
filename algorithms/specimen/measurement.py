"""The ten numbers that a ruler gives of a specimen: what they are called, in which order they are taken, and which of them can be true."""

from __future__ import annotations

from dataclasses import dataclass, fields
from decimal import Decimal
from enum import StrEnum

from algorithms.faces import Face

LARGEST_MM = Decimal(500)  # longer than any breast specimen: beyond it the number is a slip, not a measurement


class Length(StrEnum):
    """One of the ten, in the order in which they are taken: outside first, then the mass, then the six margins."""

    RESECTED_MAJOR = "resected_major"
    RESECTED_MINOR = "resected_minor"
    MASS_MAJOR = "mass_major"
    MASS_MINOR = "mass_minor"
    SUPERIOR = "superior"
    INFERIOR = "inferior"
    MEDIAL = "medial"
    LATERAL = "lateral"
    ANTERIOR = "anterior"
    POSTERIOR = "posterior"

    @property
    def face(self) -> Face | None:
        """The face whose margin this is; None for an axis."""
        return Face(self.value) if self in MARGINS else None

    @property
    def label(self) -> str:
        """As printed beside the number."""
        if self in MARGINS:
            return f"{self.value.capitalize()} margin"
        body, axis = self.value.split("_")
        return f"{body.capitalize()}, {axis} axis"

    @property
    def optional(self) -> bool:
        """Depth is not part of the formula, so it may stay open."""
        return self in {Length.ANTERIOR, Length.POSTERIOR}


AXES = (Length.RESECTED_MAJOR, Length.RESECTED_MINOR, Length.MASS_MAJOR, Length.MASS_MINOR)
MARGINS = tuple(length for length in Length if length not in AXES)


@dataclass(frozen=True, slots=True)
class SpecimenMeasurement:
    """One specimen under the ruler; every length in mm, exactly as read. Anterior and posterior may be None: not measured."""

    resected_major: Decimal
    resected_minor: Decimal
    mass_major: Decimal
    mass_minor: Decimal
    superior: Decimal
    inferior: Decimal
    medial: Decimal
    lateral: Decimal
    anterior: Decimal | None = None
    posterior: Decimal | None = None

    def __post_init__(self) -> None:
        """Refuse what no ruler can read; the caller asks people in their own words first (`problem`)."""
        for entry in fields(self):
            length, value = Length(entry.name), getattr(self, entry.name)
            if value is None and length.optional:
                continue
            if (wrong := problem(length, value)) is not None:
                raise ValueError(wrong)

    def of(self, length: Length) -> Decimal | None:
        """The number of that name, mm."""
        value: Decimal | None = getattr(self, length.value)
        return value

    @property
    def margins(self) -> tuple[tuple[Face, Decimal], ...]:
        """The margins that were measured, mm."""
        found = ((Face(length.value), self.of(length)) for length in MARGINS)
        return tuple((face, value) for face, value in found if value is not None)


def problem(length: Length, value_mm: Decimal) -> str | None:
    """Why this cannot be that length, in one sentence; None when it can. A margin may be 0 mm, an axis may not."""
    if not value_mm.is_finite():
        return f"{length.label}: that is not a length."
    if value_mm < 0:
        return f"{length.label}: a length cannot be negative."
    if value_mm == 0 and length in AXES:
        return f"{length.label}: an axis cannot be 0 mm long."
    if value_mm > LARGEST_MM:
        return f"{length.label}: more than {LARGEST_MM} mm is longer than any breast specimen."
    return None


def plain(value: Decimal) -> str:
    """A number as typed, without an exponent and without trailing zeros beyond the point."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
