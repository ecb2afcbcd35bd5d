"""The form behind the specimen screen, without a window: which field is active, what is being typed, what must be asked before it is saved."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from algorithms.specimen.bulk import Bulk, bulk_problem
from algorithms.specimen.measurement import Length, plain
from algorithms.specimen.questions import Field, Question
from algorithms.specimen.questions import question as ask
from console.faults import Refused
from console.millimetres import read_length

ORDER: tuple[Field, ...] = tuple(Length)
DEPTH_ORDER: tuple[Field, ...] = (Bulk.RESECTED_DEPTH, Bulk.MASS_DEPTH, Bulk.WEIGHT)
SHAVE_ORDER: tuple[Field, ...] = (Bulk.THICKNESS, Bulk.WEIGHT)
MOST_DIGITS = 6
DECIMALS = 2  # a calliper reads tenths; one more does no harm


class Unit(StrEnum):
    """What lengths are typed and shown in. They are kept in mm, whatever it is."""

    MM = "mm"
    CM = "cm"

    @property
    def other(self) -> Unit:
        """What the switch switches to."""
        return Unit.CM if self is Unit.MM else Unit.MM


@dataclass(frozen=True, slots=True)
class SpecimenForm:
    """A state of the form; every tap makes a new one. `saved` is on disk, `text` is not: None means that nothing was typed in this field."""

    saved: Mapping[Field, Decimal] = field(default_factory=dict)
    active: Field = ORDER[0]
    text: str | None = None
    unit: Unit = Unit.MM
    order: tuple[Field, ...] = ORDER

    @property
    def numbers(self) -> dict[Field, Decimal]:
        """What the diagram shows: what is saved, and over it what is being typed. In mm; a weight in g."""
        shown = dict(self.saved)
        if self.text is not None:
            shown.pop(self.active, None)
            with suppress(Refused):
                shown[self.active] = self._read(self.text)
        return shown

    @property
    def missing(self) -> tuple[Field, ...]:
        """What must still be measured before it can be signed."""
        return tuple(name for name in self.order if not name.optional and name not in self.saved)

    @property
    def following(self) -> Field | None:
        """The field after this one; None at the end."""
        place = self.order.index(self.active) + 1
        return self.order[place] if place < len(self.order) else None

    @property
    def previous(self) -> Field | None:
        """The field before this one; None at the start."""
        place = self.order.index(self.active) - 1
        return self.order[place] if place >= 0 else None

    def typed(self, digit: str) -> SpecimenForm:
        """One more key. The first one begins anew, as on a calculator; what would make no number is ignored."""
        before = self.text or ""
        if digit == "." and "." in before:
            return self
        before = (before or "0") if digit == "." else before if before != "0" else ""
        text = before + digit
        whole, _, decimals = text.partition(".")
        too_long = len(whole) > MOST_DIGITS - DECIMALS or len(decimals) > DECIMALS + (self.unit is Unit.CM)
        return self if too_long else replace(self, text=text)

    def erased(self) -> SpecimenForm:
        """The last key taken back; on a saved number, its last digit."""
        before = self.text if self.text is not None else self._saved_text()
        return replace(self, text=before[:-1]) if before else self

    def at(self, name: Field, order: tuple[Field, ...] | None = None) -> SpecimenForm:
        """Another field, perhaps of another page; what was typed here must have been taken care of."""
        return replace(self, active=name, text=None, order=order or self.order)

    def with_saved(self, saved: Mapping[Field, Decimal]) -> SpecimenForm:
        """What the store holds now."""
        return replace(self, saved=dict(saved))

    def switched(self) -> SpecimenForm:
        """The other unit. A number half typed keeps its digits: «6.2» typed in mm by mistake becomes 6.2 cm."""
        return replace(self, unit=self.unit.other)

    def entry(self) -> Decimal | None:
        """What leaving this field must save, mm or g; None when nothing changed. `Refused` when it cannot be."""
        if not self.text:
            return None
        value = self._read(self.text)
        return None if self.saved.get(self.active) == value else value

    def clears(self) -> bool:
        """Whether leaving this field takes its saved number away: it was erased to nothing."""
        return self.text == "" and self.active in self.saved

    def question(self, known: Mapping[Field, Decimal] | None = None) -> Question | None:
        """What to ask before saving; None when the number looks usual beside the others: `known`, or what is saved."""
        value = self.entry()
        return None if value is None else ask(self.saved if known is None else known, self.active, value)

    def unit_of(self, name: Field) -> str:
        """What a field's number is shown in."""
        return name.unit if name is Bulk.WEIGHT else self.unit.value

    def shown_text(self, name: Field) -> str:
        """The field's number as the screen shows it: just as typed while typing, else with a decimal."""
        if name is self.active and self.text is not None:
            return self.text or "–"
        value = self.saved.get(name)
        if value is None:
            return "–"
        text = plain(self._in_unit(name, value))
        return text if "." in text else f"{text}.0"

    def _saved_text(self) -> str:
        value = self.saved.get(self.active)
        return "" if value is None else plain(self._in_unit(self.active, value))

    def _in_unit(self, name: Field, value: Decimal) -> Decimal:
        return value / 10 if self.unit_of(name) == Unit.CM else value

    def _read(self, text: str) -> Decimal:
        if isinstance(self.active, Length) and self.unit is Unit.MM:
            return read_length(self.active, text)
        value = Decimal(text) * (10 if self.unit_of(self.active) == Unit.CM else 1)
        if isinstance(self.active, Length):
            return read_length(self.active, f"{value:f}")
        if (wrong := bulk_problem(self.active, value)) is not None:
            raise Refused(wrong)
        return value
