"""What becomes of a specimen's numbers when its faces get other names: the same tissue, measured once, named anew."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from algorithms.faces import Face
from algorithms.specimen.bulk import Bulk
from algorithms.specimen.measurement import Length
from algorithms.specimen.questions import Field

# Each line through the specimen, by one of its two faces: the resected axis and the mass axis that lie along it.
_ALONG: Mapping[Face, tuple[Field, Field]] = {
    Face.SUPERIOR: (Length.RESECTED_MAJOR, Length.MASS_MAJOR),
    Face.MEDIAL: (Length.RESECTED_MINOR, Length.MASS_MINOR),
    Face.ANTERIOR: (Bulk.RESECTED_DEPTH, Bulk.MASS_DEPTH),
}


def turn_numbers(numbers: Mapping[Field, Decimal], names: Mapping[Face, Face]) -> dict[Field, Decimal]:
    """Margins follow their faces; axes follow the line they lie on. `names` says what each face is called now; it is a permutation."""
    if (
        set(names) != set(Face)
        or set(names.values()) != set(Face)
        or any(names[face].opposite is not names[face.opposite] for face in Face)
    ):
        raise ValueError("faces are renamed by a turn")
    turned: dict[Field, Decimal] = {}
    moves: dict[Field, Field] = {Length(face.value): Length(new.value) for face, new in names.items()}
    for face, fields in _ALONG.items():
        line = next(one for one in _ALONG if names[face] in {one, one.opposite})
        moves |= dict(zip(fields, _ALONG[line], strict=True))
    for field, value in numbers.items():
        turned[moves.get(field, field)] = value
    return turned
