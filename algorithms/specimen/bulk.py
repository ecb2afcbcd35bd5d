"""What else is measured of a piece of tissue besides the ten lengths: its depth, that of the mass, its weight, and how thick a shave is."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from algorithms.specimen.doubts import Doubt, DoubtKind
from algorithms.specimen.measurement import LARGEST_MM, Length, plain

HEAVIEST_G = Decimal(2000)
DENSITY = (Decimal("0.5"), Decimal(2))  # g/cm³ of the ellipsoid in the three axes; fat and gland are 0.9 to 1.1, the shape is a guess
SLIP = 6


class Bulk(StrEnum):
    """One more number of a piece, in the order in which they are taken."""

    RESECTED_DEPTH = "resected_depth"
    MASS_DEPTH = "mass_depth"
    WEIGHT = "weight"
    THICKNESS = "thickness"

    @property
    def label(self) -> str:
        """As printed beside the number."""
        return {"resected_depth": "Resected, depth", "mass_depth": "Mass, depth", "weight": "Weight", "thickness": "Shave, thickness"}[self]

    @property
    def unit(self) -> str:
        """Its unit in the store."""
        return "g" if self is Bulk.WEIGHT else "mm"

    @property
    def optional(self) -> bool:
        """Only a shave's thickness must be there before it is signed."""
        return self is not Bulk.THICKNESS


def bulk_problem(bulk: Bulk, value: Decimal) -> str | None:
    """Why this cannot be that number, in one sentence; None when it can."""
    most = HEAVIEST_G if bulk is Bulk.WEIGHT else LARGEST_MM
    if not value.is_finite():
        return f"{bulk.label}: that is not a number."
    if value <= 0:
        return f"{bulk.label}: it is more than 0 {bulk.unit}."
    if value > most:
        return f"{bulk.label}: more than {most} {bulk.unit} is more than any breast specimen."
    return None


def bulk_doubts(bulk: Mapping[Bulk, Decimal], lengths: Mapping[Length, Decimal]) -> tuple[Doubt, ...]:
    """What does not look right about depth and weight, beside the ten lengths."""
    depth, mass, weight = (bulk.get(name) for name in (Bulk.RESECTED_DEPTH, Bulk.MASS_DEPTH, Bulk.WEIGHT))
    found = []
    if depth is not None and mass is not None:
        filled = mass + sum(lengths.get(margin, Decimal()) for margin in (Length.ANTERIOR, Length.POSTERIOR))
        if mass > depth:
            found.append(Doubt(DoubtKind.MASS_TOO_LARGE, "The mass is deeper than the specimen.", (Bulk.MASS_DEPTH,)))
        elif filled > depth:
            sentence = f"Mass and depth margins exceed the specimen by {plain(filled - depth)} mm in depth. Measure again?"
            found.append(Doubt(DoubtKind.SUM_EXCEEDS, sentence, (Bulk.RESECTED_DEPTH, Bulk.MASS_DEPTH)))
    minor = lengths.get(Length.RESECTED_MINOR)
    if depth is not None and minor is not None and (depth * SLIP <= minor or depth >= minor * SLIP):
        sentence = f"Resected, depth {plain(depth)} mm beside a minor axis of {plain(minor)} mm? Millimetres or centimetres?"
        found.append(Doubt(DoubtKind.UNIT_SLIP, sentence, (Bulk.RESECTED_DEPTH,)))
    ellipsoid = ellipsoid_cm3(depth, lengths)
    if weight is not None and ellipsoid is not None and not DENSITY[0] <= weight / ellipsoid <= DENSITY[1]:
        sentence = f"{plain(weight)} g does not fit three axes that make an ellipsoid of {ellipsoid:.1f} cm³. Weigh or measure again?"
        found.append(Doubt(DoubtKind.WEIGHT_MISFIT, sentence, (Bulk.WEIGHT,)))
    return tuple(found)


def ellipsoid_cm3(depth_mm: Decimal | None, lengths: Mapping[Length, Decimal]) -> Decimal | None:
    """The volume of the ellipsoid in the three axes; None where one is missing."""
    axes = [depth_mm, lengths.get(Length.RESECTED_MAJOR), lengths.get(Length.RESECTED_MINOR)]
    if any(axis is None for axis in axes):
        return None
    product = Decimal(1)
    for axis in axes:
        product *= axis or 0
    return product * Decimal("0.5236") / 1000  # π/6
