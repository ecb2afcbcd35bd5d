"""What was typed of one piece of tissue and is not signed yet: read from its entries, which are the only copy.

A piece may hold several masses: the first shares the form with the resected axes, each further one has a form of its own. A change of the
orientation turns what was typed before it; what was typed after it is already named anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from algorithms.faces import Face
from algorithms.specimen.bulk import Bulk
from algorithms.specimen.measurement import Length, SpecimenMeasurement
from algorithms.specimen.questions import Field
from algorithms.specimen.turning import turn_numbers
from console.cases.model import Entry

FORM = "specimen"
ORIENTATION_FORM = "orientation"
TURNED = "turned:"  # the orientation form's field that says how faces were renamed; it names the orientation
FULL_THICKNESS = {"full thickness anterior": Face.ANTERIOR, "full thickness posterior": Face.POSTERIOR}
SHARED = (Length.RESECTED_MAJOR, Length.RESECTED_MINOR)  # of the piece, whatever the mass
MOST_MASSES = 6

Numbers = Mapping[Field, Decimal]


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything typed of one piece: numbers of its first mass, of the further ones, and where its full thickness was taken."""

    numbers: Numbers = field(default_factory=dict)
    masses: tuple[Numbers, ...] = ()
    full_thickness: frozenset[Face] = frozenset()

    @property
    def lengths(self) -> dict[Length, Decimal]:
        """The ten of the first mass, as far as they are known, mm."""
        return lengths_among(self.numbers)

    @property
    def bulk(self) -> dict[Bulk, Decimal]:
        """Depth, weight and thickness, as far as they are known."""
        return {name: value for name, value in self.numbers.items() if isinstance(name, Bulk)}

    def of_mass(self, mass: int) -> dict[Field, Decimal]:
        """The numbers that the form of this mass shows: the piece's own, and the mass's."""
        if mass == 1:
            return dict(self.numbers)
        own = self.masses[mass - 2] if mass - 2 < len(self.masses) else {}
        return {**{name: value for name, value in self.numbers.items() if name in SHARED or isinstance(name, Bulk)}, **own}

    def measurements(self) -> tuple[SpecimenMeasurement, ...] | None:
        """One for each mass; None while any of them lacks a number that the formula needs."""
        begun = [1, *(index + 2 for index, numbers in enumerate(self.masses) if numbers)]
        found = [whole(self.of_mass(mass)) for mass in begun]
        complete = tuple(one for one in found if one is not None)
        return complete if len(complete) == len(found) else None


def form_of(mass: int) -> str:
    """The entries' form of a mass: «specimen», «specimen, mass 2»."""
    return FORM if mass == 1 else f"{FORM}, mass {mass}"


def draft_of(entries: Iterable[Entry], specimen_id: str, onto: Draft | None = None) -> Draft:
    """The draft that these entries make, oldest first, on top of `onto`; what was taken back is absent, or named by what takes it back."""
    before = onto or Draft()
    own = [entry for entry in entries if entry.specimen_id == specimen_id]
    undone = {entry.undoes for entry in own if entry.undoes}
    found: dict[str, dict[Field, Decimal]] = {form_of(mass): {} for mass in range(1, MOST_MASSES + 1)}
    found |= {form_of(index + 1): dict(numbers) for index, numbers in enumerate((before.numbers, *before.masses))}
    thick = set(before.full_thickness)
    for entry in own:
        if entry.undoes is not None or entry.id in undone:
            continue
        if entry.form == ORIENTATION_FORM and entry.field.startswith(TURNED):
            names = read_turn(entry.value or "")
            found = {form: turn_numbers(numbers, names) for form, numbers in found.items()}
            thick = {names[face] for face in thick}
        elif entry.form in found and entry.field in FULL_THICKNESS:
            (thick.add if entry.value else thick.discard)(FULL_THICKNESS[entry.field])
        elif entry.form in found and (name := field_named(entry.field)) is not None:
            found[entry.form].pop(name, None)
            if entry.value is not None:
                found[entry.form][name] = Decimal(entry.value)
    first, *further = found.values()
    while further and not further[-1]:  # an emptied mass between two keeps its number
        further.pop()
    return Draft(first, tuple(further), frozenset(thick))


def whole(numbers: Mapping[Field, Decimal]) -> SpecimenMeasurement | None:
    """The ten, once nothing that the formula needs is missing."""
    lengths = lengths_among(numbers)
    if any(length not in lengths for length in Length if not length.optional):
        return None
    return SpecimenMeasurement(**{length.value: value for length, value in lengths.items()})


def fields_of(lengths: Mapping[Length, Decimal]) -> dict[Field, Decimal]:
    """The ten as fields of a piece."""
    return {length: value for length, value in lengths.items()}  # noqa: C416 - a dict of another key type


def lengths_among(numbers: Mapping[Field, Decimal]) -> dict[Length, Decimal]:
    """Those of the ten, mm."""
    return {name: value for name, value in numbers.items() if isinstance(name, Length)}


def field_named(text: str) -> Field | None:
    """The field of an entry; None for one that holds no number."""
    if text in set(Length):
        return Length(text)
    return Bulk(text) if text in set(Bulk) else None


def write_turn(names: Mapping[Face, Face]) -> str:
    """How faces were renamed, as kept."""
    return json.dumps({face.value: new.value for face, new in names.items()}, sort_keys=True)


def read_turn(text: str) -> dict[Face, Face]:
    """As it was kept."""
    return {Face(face): Face(new) for face, new in json.loads(text).items()}
