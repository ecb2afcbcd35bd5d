"""What a result's form holds while it is filled in: its fields, which one is lit, what is being typed. No Qt, so that it can be tested as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from algorithms.evidence.kinds import DEFINITIONS, Examination, Fact, Finding, Kind, examination
from algorithms.evidence.result import Result, fault
from algorithms.faces import Face
from console.cases.results_codec import result_of_fields

LONGEST_NUMBER = 6
NO_FIELD = "–"


@dataclass(frozen=True, slots=True)
class Field:
    """One tile of the form: a face, or a fact about the whole."""

    key: str
    title: str
    face: Face | None = None
    fact: Fact | None = None


def fields_of(known: Examination) -> tuple[Field, ...]:
    """The tiles in the order in which they are asked for."""
    faces = tuple(Field(face.value, face.value.capitalize(), face=face) for face in Face)
    return (*faces, *(Field(fact.name, fact.title, fact=fact) for fact in known.facts))


@dataclass(frozen=True, slots=True)
class Draft:
    """`saved` is what is on disk, by the name of the entry; `text` is a number half typed, None where nothing is."""

    kind: Kind
    saved: Mapping[str, str] = field(default_factory=dict)
    active: str = Face.SUPERIOR.value
    text: str | None = None

    @property
    def known(self) -> Examination:
        """What kind of examination this is."""
        return examination(self.kind)

    @property
    def fields(self) -> tuple[Field, ...]:
        """Its tiles."""
        return fields_of(self.known)

    @property
    def lit(self) -> Field:
        """The tile that is lit."""
        return next((one for one in self.fields if one.key == self.active), self.fields[0])

    @property
    def result(self) -> Result:
        """What the form says, the number being typed included."""
        entry = self.entry()
        return result_of_fields(self.kind, {**self.saved, **({entry[0]: entry[1] or ""} if entry else {})})

    @property
    def fault(self) -> str:
        """Why it cannot be signed yet."""
        return fault(self.result)

    @property
    def takes_number(self) -> bool:
        """Whether the keypad types into the lit tile."""
        return self.known.takes_mm if self.lit.face is not None else self.lit.fact is not None and self.lit.fact.is_number

    @property
    def options(self) -> tuple[tuple[str, str], ...]:
        """What the lit tile can be set to, as (what is kept, words)."""
        if self.lit.face is not None:
            return tuple((finding.value, _capital(finding.value)) for finding in self.known.findings)
        if self.lit.fact is None:
            return ()
        titles = {known.id: known.title for known in DEFINITIONS}
        return tuple((option, titles.get(option, _capital(option))) for option in self.lit.fact.options)

    @property
    def chosen(self) -> str:
        """Which of the options is set."""
        return self.saved.get(self.option_entry, "")

    @property
    def option_entry(self) -> str:
        """The name under which an option of the lit tile is kept."""
        return f"{self.active} finding" if self.lit.face is not None else self.active

    @property
    def number_entry(self) -> str:
        """The name under which the number of the lit tile is kept."""
        return f"{self.active} mm" if self.lit.face is not None else self.active

    def at(self, key: str) -> Draft:
        """Light another tile; a number half typed is dropped."""
        return replace(self, active=key, text=None)

    def with_saved(self, saved: Mapping[str, str]) -> Draft:
        """What the store holds now."""
        return replace(self, saved=dict(saved))

    def typed(self, key: str) -> Draft:
        """One more digit or the point."""
        text = self.text or ""
        if not self.takes_number or (key == "." and "." in text) or len(text) >= LONGEST_NUMBER:
            return self
        return replace(self, text=("0." if key == "." and not text else text + key))

    def erased(self) -> Draft:
        """One digit less; on a saved number, all of it."""
        text = self.saved.get(self.number_entry, "") if self.text is None else self.text
        return replace(self, text=text[:-1]) if self.takes_number else self

    def entry(self) -> tuple[str, str | None] | None:
        """The entry that what was typed makes; None where nothing was, or nothing changed. An empty text clears."""
        if self.text is None:
            return None
        value = str(Decimal(self.text)) if self.text.strip(".") else None
        return None if value == self.saved.get(self.number_entry) else (self.number_entry, value)

    def neighbour(self, step: int) -> str | None:
        """The key of the tile after (1) or before (-1) the lit one."""
        keys = [one.key for one in self.fields]
        place = keys.index(self.lit.key) + step
        return keys[place] if 0 <= place < len(keys) else None

    def open_faces(self) -> tuple[Face, ...]:
        """The faces of which nothing was said yet."""
        return tuple(face for face in Face if not self.saved.get(f"{face.value} finding") and not self.saved.get(f"{face.value} mm"))

    def shown(self, one: Field) -> str:
        """What a tile says."""
        if one.face is not None:
            finding, margin = self.saved.get(f"{one.key} finding", ""), self.saved.get(f"{one.key} mm", "")
            words = Finding(finding).short if finding in set(Finding) else ""
            return " · ".join(part for part in (words, f"{margin} mm" if margin else "") if part) or NO_FIELD
        titles = {known.id: known.title for known in DEFINITIONS}
        value = self.saved.get(one.key, "")
        unit = f" {one.fact.unit}" if one.fact is not None and one.fact.unit and value else ""
        return f"{titles.get(value, value)}{unit}" or NO_FIELD


def _capital(words: str) -> str:
    """As a button begins; «pT1c» stays as it is."""
    return words if words[1:2].isupper() else words[:1].upper() + words[1:]
