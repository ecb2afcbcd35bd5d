"""What to ask the moment a number was typed, from whatever is known by then: nothing odd is silently taken, and nothing odd is silently refused.

`doubts` looks at the finished ten for the signature; this looks at the number that was typed last, and offers what was probably meant.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from algorithms.specimen.bulk import Bulk, bulk_doubts
from algorithms.specimen.measurement import AXES, MARGINS, Length, plain

Field = Length | Bulk
SLIP = 6
READABLE_MM = Decimal("0.5")  # a ruler shows no less; 0 is a statement
# Outside these somebody probably mixed millimetres and centimetres. Margins may well be thin, so they have no lower end.
USUAL: Mapping[Field, tuple[Decimal, Decimal]] = {
    **{length: (Decimal(15), Decimal(220)) for length in AXES[:2]},
    **{length: (Decimal(1), Decimal(120)) for length in AXES[2:]},
    **{length: (Decimal(0), Decimal(120)) for length in MARGINS},
    Bulk.RESECTED_DEPTH: (Decimal(5), Decimal(150)),
    Bulk.MASS_DEPTH: (Decimal(1), Decimal(120)),
    Bulk.WEIGHT: (Decimal(1), Decimal(600)),
    Bulk.THICKNESS: (Decimal(1), Decimal(40)),
}
_LINES = (
    ("major", Length.RESECTED_MAJOR, Length.MASS_MAJOR, (Length.SUPERIOR, Length.INFERIOR)),
    ("minor", Length.RESECTED_MINOR, Length.MASS_MINOR, (Length.MEDIAL, Length.LATERAL)),
)
_PAIRS = ((Length.RESECTED_MAJOR, Length.RESECTED_MINOR), (Length.MASS_MAJOR, Length.MASS_MINOR))


@dataclass(frozen=True, slots=True)
class Answer:
    """One way to answer: what is then saved; `numbers` None means type it again."""

    words: str
    numbers: tuple[tuple[Field, Decimal], ...] | None


@dataclass(frozen=True, slots=True)
class Question:
    """One question about what was typed, with its answers; the first is the one that we would expect."""

    about: Field
    sentence: str
    answers: tuple[Answer, ...]


def question(known: Mapping[Field, Decimal], typed: Field, value: Decimal) -> Question | None:
    """What to ask about `value` (mm, or g for a weight) in the field `typed`, beside what is `known`; None where it looks usual."""
    known = {**known, typed: value}
    for ask in (_unusual, _swapped, _ten_fold, _longer, _overfull, _deep):
        if (found := ask(known, typed, value)) is not None:
            return found
    return None


def _unusual(_known: Mapping[Field, Decimal], typed: Field, value: Decimal) -> Question | None:
    low, high = USUAL[typed]
    if typed in MARGINS:
        low = READABLE_MM if value else Decimal()
    if low <= value <= high:
        return None
    return _meant(typed, value, value / 10 if value > high else value * 10)


def _swapped(known: Mapping[Field, Decimal], typed: Field, value: Decimal) -> Question | None:
    for major, minor in _PAIRS:
        if typed in {major, minor} and major in known and minor in known and known[major] < known[minor]:
            if known[minor] >= SLIP * known[major]:
                return None  # rather ten-fold than swapped
            body = major.value.split("_")[0]
            longer, shorter = plain(known[minor]), plain(known[major])
            sentence = f"The {body} major axis ({shorter} mm) is shorter than the minor axis ({longer} mm). Were they swapped?"
            swap = Answer("Swap them", ((major, known[minor]), (minor, known[major])))
            return Question(typed, sentence, (swap, _keep(typed, value), _again()))
    return None


def _ten_fold(known: Mapping[Field, Decimal], typed: Field, value: Decimal) -> Question | None:
    """The number just typed, or the one opposite to it, which only now can be told from a truly thin margin."""
    for field in (typed, *_opposite_margin(typed)):
        number, usual = known.get(field), _neighbours(known, field)
        if not number or usual is None:
            continue
        for far_off, meant in ((number >= SLIP * usual, number / 10), (number * SLIP <= usual, number * 10)):
            if far_off and not _explained(known, field, number, meant):
                return _meant(field, number, meant, also=() if field is typed else ((typed, value),))
    return None


def _longer(known: Mapping[Field, Decimal], typed: Field, value: Decimal) -> Question | None:
    for name, resected, mass, _margins in _LINES:
        if typed in {resected, mass} and resected in known and mass in known and known[mass] > known[resected]:
            return _plain_question(typed, value, f"The mass is longer than the specimen along the {name} axis.")
    return None


def _overfull(known: Mapping[Field, Decimal], typed: Field, value: Decimal) -> Question | None:
    for name, resected, mass, margins in _LINES:
        parts = [known[part] for part in (mass, *margins) if part in known]
        if typed in {resected, mass, *margins} and resected in known and len(parts) > 1 and sum(parts) > known[resected]:
            if typed in margins and value > known[resected]:
                return _meant(typed, value, value / 10)
            over = plain(sum(parts, Decimal()) - known[resected])
            return _plain_question(typed, value, f"Mass and margins exceed the specimen by {over} mm along the {name} axis. Measure again?")
    return None


def _deep(known: Mapping[Field, Decimal], typed: Field, value: Decimal) -> Question | None:
    lengths = {field: number for field, number in known.items() if isinstance(field, Length)}
    bulk = {field: number for field, number in known.items() if isinstance(field, Bulk)}
    if not isinstance(typed, Bulk) and typed not in {Length.ANTERIOR, Length.POSTERIOR}:
        return None
    odd = next((doubt for doubt in bulk_doubts(bulk, lengths) if typed in doubt.about or isinstance(typed, Length)), None)
    return _plain_question(typed, value, odd.sentence) if odd else None


def _neighbours(known: Mapping[Field, Decimal], typed: Field) -> Decimal | None:
    """The size of its neighbours: the other axis of the same body, or the other margins around the mass that are not 0."""
    for pair in _PAIRS:
        if typed in pair:
            return known.get(pair[1 - pair.index(Length(typed.value))])
    if typed not in MARGINS:
        return None
    others = [known[margin] for margin in MARGINS[:4] if margin is not typed and known.get(margin)]
    return median(others) if others else None


def _explained(known: Mapping[Field, Decimal], typed: Field, value: Decimal, meant: Decimal) -> bool:
    """Whether its axis adds up almost as well with the number as typed; a thin depth needs no explaining."""
    for _name, resected, mass, margins in _LINES:
        parts = (resected, mass, *margins)
        if typed in parts and all(part in known for part in parts):
            left = known[resected] - known[mass] - sum(known[margin] for margin in margins)
            change = meant - value if typed is resected else value - meant
            return abs(left) < 2 * abs(left + change)
    return meant > value and typed not in AXES  # its opposite is still to come and may make up for it


def _meant(field: Field, number: Decimal, meant: Decimal, also: tuple[tuple[Field, Decimal], ...] = ()) -> Question:
    unit = field.unit if isinstance(field, Bulk) else "mm"
    use = Answer(f"Use {plain(meant)} {unit}", ((field, meant), *also))
    keep = Answer(f"Keep {plain(number)} {unit}", also or ((field, number),))
    return Question(field, f"{plain(number)} {unit}? Did you mean {plain(meant)} {unit}?", (use, keep, _again()))


def _opposite_margin(field: Field) -> tuple[Field, ...]:
    pair = next((margins for *_, margins in _LINES if field in margins), None)
    return (pair[1 - pair.index(Length(field.value))],) if pair else ()


def _plain_question(typed: Field, value: Decimal, sentence: str) -> Question:
    return Question(typed, sentence, (_again(), _keep(typed, value)))


def _keep(typed: Field, value: Decimal) -> Answer:
    unit = typed.unit if isinstance(typed, Bulk) else "mm"
    return Answer(f"Keep {plain(value)} {unit}", ((typed, value),))


def _again() -> Answer:
    return Answer("Type it again", None)
