"""What does not look right about ten ruler readings: questions for the person who typed them, never a refusal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from statistics import median

from algorithms.faces import Face
from algorithms.specimen.measurement import AXES, Length, SpecimenMeasurement, plain

SLIP = 6  # a centimetre typed as a millimetre is off by ten; neighbours themselves may differ by almost two
SHORTEST_MM = 15  # a resected axis below this was probably read in centimetres
FILLED = Decimal("0.5")  # mass and margins should fill at least half of the axis they lie on


class DoubtKind(StrEnum):
    """Why we ask."""

    AXES_SWAPPED = "axes swapped"
    MASS_TOO_LARGE = "mass larger than specimen"
    SUM_EXCEEDS = "sum exceeds specimen"
    SUM_FALLS_SHORT = "sum falls short"
    UNIT_SLIP = "unit slip"
    ZERO_MARGIN = "zero margin"
    OPPOSITE_ZERO = "opposite zero margins"
    WEIGHT_MISFIT = "weight does not fit"


@dataclass(frozen=True, slots=True)
class Doubt:
    """One question, with the lengths that it is about."""

    kind: DoubtKind
    sentence: str
    about: tuple[StrEnum, ...]


@dataclass(frozen=True, slots=True)
class _Axis:
    """One of the two lines that the formula adds up."""

    name: str
    resected: Length
    mass: Length
    margins: tuple[Length, Length]


_MAJOR = _Axis("major", Length.RESECTED_MAJOR, Length.MASS_MAJOR, (Length.SUPERIOR, Length.INFERIOR))
_MINOR = _Axis("minor", Length.RESECTED_MINOR, Length.MASS_MINOR, (Length.MEDIAL, Length.LATERAL))


def doubts(specimen: SpecimenMeasurement) -> tuple[Doubt, ...]:
    """Everything worth asking, the gravest first."""
    found = [*_zero_margins(specimen), *_swapped(specimen), *_unit_slips(specimen)]
    for axis in (_MAJOR, _MINOR):
        found += _sums(specimen, axis)
    return tuple(found)


def _zero_margins(specimen: SpecimenMeasurement) -> Iterator[Doubt]:
    zero = [face for face, value in specimen.margins if value == 0]
    for first, second in ((Face.SUPERIOR, Face.INFERIOR), (Face.MEDIAL, Face.LATERAL), (Face.ANTERIOR, Face.POSTERIOR)):
        if first in zero and second in zero:
            sentence = f"Two opposite margins are involved, {first.value} and {second.value}; the formula cannot see this."
            yield Doubt(DoubtKind.OPPOSITE_ZERO, sentence, (Length(first.value), Length(second.value)))
    for face in zero:
        if face.opposite not in zero:
            sentence = f"The {face.value} margin is 0 mm: the mass reaches the surface there."
            yield Doubt(DoubtKind.ZERO_MARGIN, sentence, (Length(face.value),))


def _swapped(specimen: SpecimenMeasurement) -> Iterator[Doubt]:
    for body, major, minor in (("resected", Length.RESECTED_MAJOR, Length.RESECTED_MINOR), ("mass", Length.MASS_MAJOR, Length.MASS_MINOR)):
        long, short = _known(specimen, major), _known(specimen, minor)
        if long < short:
            sentence = f"The {body} major axis ({plain(long)} mm) is shorter than the minor axis ({plain(short)} mm). Were they swapped?"
            yield Doubt(DoubtKind.AXES_SWAPPED, sentence, (major, minor))


def _sums(specimen: SpecimenMeasurement, axis: _Axis) -> Iterator[Doubt]:
    resected, mass = _known(specimen, axis.resected), _known(specimen, axis.mass)
    filled = mass + sum(_known(specimen, margin) for margin in axis.margins)
    about = (axis.resected, axis.mass, *axis.margins)
    if mass > resected:
        yield Doubt(DoubtKind.MASS_TOO_LARGE, f"The mass is longer than the specimen along the {axis.name} axis.", about[:2])
    elif filled > resected:
        sentence = f"Mass and margins exceed the specimen by {plain(filled - resected)} mm along the {axis.name} axis. Measure again?"
        yield Doubt(DoubtKind.SUM_EXCEEDS, sentence, about)
    elif filled < FILLED * resected:
        sentence = f"Mass and margins fill only {plain(filled)} of {plain(resected)} mm along the {axis.name} axis. Are all in millimetres?"
        yield Doubt(DoubtKind.SUM_FALLS_SHORT, sentence, about)


def _unit_slips(specimen: SpecimenMeasurement) -> Iterator[Doubt]:
    for length in Length:
        value = specimen.of(length)
        if value and (meant := _meant(specimen, length, value)) is not None:
            sentence = f"{length.label} {plain(value)} mm? Its neighbours suggest {plain(meant)} mm. Millimetres or centimetres?"
            yield Doubt(DoubtKind.UNIT_SLIP, sentence, (length,))
    if max(specimen.resected_major, specimen.resected_minor) < SHORTEST_MM:
        sentence = f"The specimen is only {plain(specimen.resected_major)} mm long. Were these centimetres?"
        yield Doubt(DoubtKind.UNIT_SLIP, sentence, (Length.RESECTED_MAJOR, Length.RESECTED_MINOR))


def _meant(specimen: SpecimenMeasurement, length: Length, value: Decimal) -> Decimal | None:
    """Ten times more or less, where that fits neighbours and sum better. A real 2 mm margin makes its sum fit, and is left alone."""
    usual = _usual(specimen, length)
    for far_off, meant in ((usual and value >= SLIP * usual, value / 10), (usual and value * SLIP <= usual, value * 10)):
        if far_off and _fits_better(specimen, length, value, meant):
            return meant
    return None


def _usual(specimen: SpecimenMeasurement, length: Length) -> Decimal | None:
    """The size of its neighbours: the other axis of the same body, or the other margins around the mass that are not 0."""
    if length in AXES:
        body = length.value.split("_")[0]
        return next(specimen.of(other) for other in AXES if other is not length and other.value.startswith(body))
    others = [value for face, value in specimen.margins[:4] if face is not length.face and value > 0]
    return median(others) if others else None


def _fits_better(specimen: SpecimenMeasurement, length: Length, value: Decimal, meant: Decimal) -> bool:
    """Whether its axis adds up better with `meant`. Depth has no axis, and is often thin: only a large one is asked about."""
    for axis in (_MAJOR, _MINOR):
        if length in {axis.resected, axis.mass, *axis.margins}:
            left = _known(specimen, axis.resected) - _known(specimen, axis.mass) - sum(_known(specimen, margin) for margin in axis.margins)
            change = meant - value if length is axis.resected else value - meant
            return abs(left + change) < abs(left)
    return meant < value


def _known(specimen: SpecimenMeasurement, length: Length) -> Decimal:
    value = specimen.of(length)
    assert value is not None  # only depth may be open, and nothing here asks for it
    return value
