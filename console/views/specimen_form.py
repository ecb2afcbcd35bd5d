"""The form behind the specimen screen, without a window: which field is active, what is being typed, what must be asked before it is saved."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from decimal import Decimal

from algorithms.specimen.measurement import AXES, Length, plain
from console.faults import Refused
from console.millimetres import read_length

ORDER = tuple(Length)
MOST_DIGITS = 6
DECIMALS = 2  # a calliper reads tenths; one more does no harm
# Outside these somebody probably mixed millimetres and centimetres. Margins may well be thin, so they have no lower end.
USUAL_MM: Mapping[Length, tuple[Decimal, Decimal]] = {
    length: (Decimal(15 if length in AXES[:2] else 1 if length in AXES else 0), Decimal(220 if length in AXES[:2] else 120))
    for length in Length
}


@dataclass(frozen=True, slots=True)
class Question:
    """«6.2 mm? Did you mean 62 mm?»: the number as typed, and the one that was probably meant."""

    length: Length
    typed: Decimal
    meant: Decimal

    @property
    def sentence(self) -> str:
        """As asked."""
        return f"{plain(self.typed)} mm? Did you mean {plain(self.meant)} mm?"


@dataclass(frozen=True, slots=True)
class SpecimenForm:
    """A state of the form; every tap makes a new one. `saved` is on disk, `text` is not: None means that nothing was typed in this field."""

    saved: Mapping[Length, Decimal] = field(default_factory=dict)
    active: Length = ORDER[0]
    text: str | None = None

    @property
    def lengths(self) -> dict[Length, Decimal]:
        """What the diagram shows: what is saved, and over it what is being typed."""
        shown = dict(self.saved)
        if self.text is not None:
            shown.pop(self.active, None)
            with suppress(Refused):
                shown[self.active] = read_length(self.active, self.text)
        return shown

    @property
    def missing(self) -> tuple[Length, ...]:
        """What must still be measured before it can be signed."""
        return tuple(length for length in ORDER if not length.optional and length not in self.saved)

    @property
    def following(self) -> Length | None:
        """The field after this one; None at the end."""
        place = ORDER.index(self.active) + 1
        return ORDER[place] if place < len(ORDER) else None

    @property
    def previous(self) -> Length | None:
        """The field before this one; None at the start."""
        place = ORDER.index(self.active) - 1
        return ORDER[place] if place >= 0 else None

    def typed(self, digit: str) -> SpecimenForm:
        """One more key. The first one begins anew, as on a calculator; what would make no number is ignored."""
        before = self.text or ""
        if digit == "." and "." in before:
            return self
        before = (before or "0") if digit == "." else before if before != "0" else ""
        text = before + digit
        whole, _, decimals = text.partition(".")
        too_long = len(whole) > MOST_DIGITS - DECIMALS or len(decimals) > DECIMALS
        return self if too_long else replace(self, text=text)

    def erased(self) -> SpecimenForm:
        """The last key taken back; on a saved number, its last digit."""
        before = self.text if self.text is not None else self._saved_text()
        return replace(self, text=before[:-1]) if before else self

    def at(self, length: Length) -> SpecimenForm:
        """Another field; what was typed here must have been taken care of."""
        return replace(self, active=length, text=None)

    def with_saved(self, saved: Mapping[Length, Decimal]) -> SpecimenForm:
        """What the store holds now."""
        return replace(self, saved=dict(saved))

    def entry(self) -> Decimal | None:
        """What leaving this field must save; None when nothing changed. `Refused` when it is no such length."""
        if not self.text:
            return None
        value = read_length(self.active, self.text)
        return None if self.saved.get(self.active) == value else value

    def clears(self) -> bool:
        """Whether leaving this field takes its saved number away: it was erased to nothing."""
        return self.text == "" and self.active in self.saved

    def question(self) -> Question | None:
        """What to ask before saving; None when the number is a usual one."""
        value = self.entry()
        if value is None:
            return None
        low, high = USUAL_MM[self.active]
        if value > high:
            return Question(self.active, value, value / 10)
        if value < low:
            return Question(self.active, value, value * 10)
        return None

    def shown_text(self, length: Length) -> str:
        """The field's number as the screen shows it: just as typed while typing, else with a decimal."""
        if length is self.active and self.text is not None:
            return self.text or "–"
        value = self.saved.get(length)
        if value is None:
            return "–"
        text = plain(value)
        return text if "." in text else f"{text}.0"

    def _saved_text(self) -> str:
        value = self.saved.get(self.active)
        return "" if value is None else plain(value)
