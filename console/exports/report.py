"""Everything that the pages of a report say, in one record, and the words that its parts share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from algorithms.evidence.kinds import Kind, examination
from algorithms.margins.judgement import Judgement
from algorithms.margins.model import Evidence
from algorithms.specimen.measurement import plain
from console.cases.model import Bound, CaseFile, Reading, Specimen, SpecimenKind, Value
from console.exports.sights import Sights

T = TypeVar("T")
TITLES = {"icg": "ICG", "petct": "PET-CT", "petct read": "PET-CT, a physician's call"}


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that the pages say."""

    file: CaseFile
    names: Mapping[str, str]
    evidence: tuple[Evidence, ...]
    judgement: Judgement
    now: datetime
    sights: Sights
    appendix: bool = False
    size: float = 7.5  # of the small print, points
    brief: bool = False  # raw detail is left to the appendix
    most: int | None = None  # so many readings, rows and moments are printed, the rest is left to the appendix

    @property
    def told(self) -> tuple[Reading, ...]:
        """The readings that are printed, in their order: those that decide, then the newest."""
        return self._kept(self.file.readings, lambda reading: reading.id)

    @property
    def rows(self) -> tuple[Evidence, ...]:
        """The rows of the board that are printed: the same way."""
        return self._kept(self.evidence, lambda row: row.reading_id)

    def _kept(self, whole: tuple[T, ...], key: Callable[[T], str]) -> tuple[T, ...]:
        if self.most is None or len(whole) <= self.most:
            return whole
        deciding = {found.decided_by.reading_id for found in self.judgement.faces if found.decided_by is not None}
        places = sorted(range(len(whole)), key=lambda place: (key(whole[place]) not in deciding, -place))
        return tuple(whole[place] for place in sorted(places[: self.most]))

    def who(self, user_id: str) -> str:
        """The person's name."""
        return self.names.get(user_id, user_id)

    def clock(self, moment: datetime, pattern: str = "%d %b %Y %H:%M") -> str:
        """A time as the console shows it."""
        return moment.astimezone(self.now.tzinfo).strftime(pattern)


def modality_words(modality: str) -> str:
    """«Frozen section» for `frozen`, «PET-CT» for `petct`, and the word itself for what names itself."""
    return examination(Kind(modality)).title if modality in set(Kind) else TITLES.get(modality, modality.capitalize())


def specimen_words(specimens: Sequence[Specimen], specimen_id: str | None) -> str:
    """Which piece, or the cavity."""
    found = next((specimen for specimen in specimens if specimen.id == specimen_id), None)
    if found is None:
        return "cavity"
    kind = "main" if found.kind is SpecimenKind.MAIN else f"shave of the {found.face.value if found.face else 'cavity'} face"
    return f"specimen {found.number}, {kind}"


def named(value: Value) -> str:
    """«Margin, superior: 20 mm», «Centralization: 0.9 cm»."""
    name = f"{value.name}, {value.face.value}" if value.face else value.name
    bound = {Bound.EXACT: "", Bound.AT_LEAST: "≥ ", Bound.AT_MOST: "≤ "}[value.bound]
    assert value.number is not None
    number = plain(value.number).replace("-", "−")
    return f"{name[0].upper()}{name[1:]}: {bound}{number} {value.unit}".rstrip()


def left_out(count: int, what: str) -> str:
    """«12 readings more stand in the appendix, which is printed on request.»."""
    return f"{count} {what} more {'stands' if count == 1 else 'stand'} in the appendix, which is printed on request."
