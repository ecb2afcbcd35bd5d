"""What the specimen screen shows of one piece of tissue and one of its masses: read from the case file, without a window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from algorithms.faces import Face
from algorithms.specimen.bulk import Bulk
from algorithms.specimen.measurement import Length
from algorithms.specimen.questions import Field
from console.cases import specimen_log as log
from console.cases.model import CaseFile, Reading, Specimen, SpecimenKind
from console.cases.orientation_log import Lie, lie_of, pending
from console.cases.specimen_draft import FORM, SHARED, Draft, Numbers, draft_of, form_of, whole
from console.views.specimen_form import ORDER, SHAVE_ORDER


@dataclass(frozen=True, slots=True)
class Tab:
    """One thing that can be measured: a specimen's first mass, a further mass, a shave."""

    specimen_id: str
    mass: int
    words: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A specimen as it stands: what was typed, whether it was signed, why it is being corrected, how it lies."""

    file: CaseFile
    specimen: Specimen
    mass: int
    draft: Draft
    reading: Reading | None
    reason: str
    lie: Lie | None

    @property
    def editing(self) -> bool:
        """Whether numbers may be typed."""
        return self.reading is None or bool(self.reason)

    @property
    def is_shave(self) -> bool:
        """Whether it has a thickness rather than a mass."""
        return self.specimen.kind is SpecimenKind.SHAVE

    @property
    def order(self) -> tuple[Field, ...]:
        """The guided order of its first page: a further mass shares the resected axes."""
        if self.is_shave:
            return SHAVE_ORDER
        return ORDER if self.mass == 1 else tuple(name for name in ORDER if name not in SHARED)

    @property
    def form(self) -> str:
        """The form that its entries go to."""
        return form_of(self.mass)

    @property
    def numbers(self) -> dict[Field, Decimal]:
        """What its form shows."""
        return self.draft.of_mass(self.mass)

    @property
    def lie_notice(self) -> str:
        """What must not be overlooked about its orientation; empty where nothing."""
        if self.lie is not None and self.lie.other_side:
            return f"Oriented as from the other breast: this case is of the {self.file.case.side.value} breast. Enter the marks anew."
        if pending(self.file, self.specimen.id):
            return "Some readings still name their faces as the earlier orientation did. Open Orientation to finish."
        return ""

    @property
    def notice(self) -> str:
        """What stands in the way of signing or reading it."""
        begun = [index + 2 for index, numbers in enumerate(self.draft.masses) if numbers]
        unfinished = [mass for mass in begun if whole(self.draft.of_mass(mass)) is None] if self.editing else []
        return f"Mass {unfinished[0]} is not finished: measure or undo it before signing." if unfinished else self.lie_notice

    def with_typed(self, numbers: Mapping[Field, Decimal]) -> Draft:
        """The draft as it will be once what is typed and being saved is on disk."""
        if self.mass == 1:
            return Draft(numbers, self.draft.masses, self.draft.full_thickness)
        own: Numbers = {name: value for name, value in numbers.items() if name not in SHARED and isinstance(name, Length)}
        shared = {**self.draft.numbers, **{name: value for name, value in numbers.items() if name in SHARED or isinstance(name, Bulk)}}
        masses = [*self.draft.masses]
        masses[self.mass - 2 : self.mass - 1] = [own]
        return Draft(shared, tuple(masses), self.draft.full_thickness)


def piece_of(file: CaseFile, specimen_id: str | None, mass: int) -> Piece:
    """The piece of that id, or the first excision."""
    specimen = log.piece(file, specimen_id)
    reading = log.signed_reading(file, specimen.id)
    entries = file.entries
    reason = log.correction_reason(log.standing(entries, specimen.id), reading)
    draft = draft_of(entries, specimen.id) if reading is None else log.draft_of_reading(reading)
    if reading is not None and reason:
        began = max(index for index, entry in enumerate(entries) if entry.form == FORM and entry.field == log.CORRECTING + reading.id)
        draft = draft_of(entries[began:], specimen.id, onto=draft)
    return Piece(file, specimen, mass, draft, reading, reason, lie_of(file, specimen.id))


def tabs_of(file: CaseFile, current: Piece | None = None) -> tuple[Tab, ...]:
    """Everything there is to measure, in order; a mass that was only just added is there before its first number."""
    found = []
    for specimen in file.specimens:
        draft = piece_of(file, specimen.id, 1).draft
        most = 1 + len(draft.masses)
        if current is not None and current.specimen.id == specimen.id:
            most = max(most, current.mass)
        found += [Tab(specimen.id, mass, _words(specimen, mass)) for mass in range(1, most + 1)]
    return tuple(found)


def title_of(piece: Piece) -> str:
    """«Specimen 1 · oriented by short suture superior, long suture lateral»."""
    specimen = piece.specimen
    if piece.is_shave:
        face = specimen.face.value if specimen.face else "?"
        return f"Shave {specimen.number} · {face} face · new margin {specimen.new_margin or 'not marked'}"
    mass = f", mass {piece.mass}" if piece.mass > 1 else ""
    confirmed = f", confirmed by {piece.lie.confirmed_by}" if piece.lie and piece.lie.confirmed_by else ""
    return f"Specimen {specimen.number}{mass}" + (
        f" · oriented by {specimen.orientation}{confirmed}" if specimen.orientation else " · not oriented yet"
    )


def _words(specimen: Specimen, mass: int) -> str:
    if specimen.kind is SpecimenKind.SHAVE:
        return f"{specimen.number}\n{(specimen.face or Face.SUPERIOR).value}"
    return f"{specimen.number}\nmass {mass}" if mass > 1 else f"Specimen\n{specimen.number}"
