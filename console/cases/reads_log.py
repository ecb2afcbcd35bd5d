"""Physicians' own calls on a PET-CT, made before the models' answer is shown: seed 001 held its ensemble against seven of them.

A call is a reading of its own. Who chose to read blind, and who has seen the answer, are entries: both outlive a restart, and a call made after the
answer was seen is kept but counts in no comparison.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from algorithms.faces import Face
from console.cases.model import CaseFile, Entry, Provenance, Reading, Session, Validity, Value
from console.cases.service import CaseService
from console.faults import Refused

MODALITY = "petct read"
FORM, CHOSEN, SEEN = "petct read", "reads blind", "saw the answer"
CALL, FACE, CONFIDENCE = "margin call", "nearest face", "confidence"
READER, BLIND = "reader", "blind"
ALGORITHM, VERSION = "physician's reading", "1"
AGAIN = "Read again"


class Confidence(StrEnum):
    """How sure a reader is."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Call:
    """What one reader says; `face` None where no place was named."""

    positive: bool
    face: Face | None
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Read:
    """A call with its reader; `blind`: made before the answer was seen."""

    reader: str
    at: datetime
    call: Call
    blind: bool


@dataclass(frozen=True, slots=True)
class Majority:
    """Of the blind calls; `positive` None where they are split evenly."""

    readers: int
    calling_positive: int

    @property
    def positive(self) -> bool | None:
        """The vote."""
        twice = 2 * self.calling_positive
        return None if twice == self.readers else twice > self.readers


def choose_blind(service: CaseService, session: Session, file: CaseFile, specimen_id: str) -> Entry:
    """From now on this reader is not shown the answer, until the call is saved."""
    if has_seen(file, specimen_id, session.user.name):
        raise Refused("You have seen the models' answer: a reading would not be blind any more.")
    return service.add_entry(session, file.case.id, specimen_id, FORM, CHOSEN, session.user.name)


def note_seen(service: CaseService, session: Session, case_id: str, specimen_id: str) -> Entry:
    """The answer was on this person's screen."""
    return service.add_entry(session, case_id, specimen_id, FORM, SEEN, session.user.name)


def has_seen(file: CaseFile, specimen_id: str, name: str) -> bool:
    """Whether this person has seen an answer for this specimen."""
    return any(one.field == SEEN for one in _entries(file, specimen_id, name))


def reads_blind(file: CaseFile, specimen_id: str, name: str) -> bool:
    """Whether this person chose to read blind and has not saved a call since."""
    chosen = [one for one in _entries(file, specimen_id, name) if one.field == CHOSEN]
    own = [one for one in reads(file, specimen_id) if one.reader == name]
    return bool(chosen) and not any(one.at >= chosen[-1].at for one in own)


def hidden_from(file: CaseFile, name: str) -> frozenset[str]:
    """The specimens whose PET-CT answer this person is not to see yet."""
    return frozenset(one.id for one in file.specimens if reads_blind(file, one.id, name))


def sign_read(service: CaseService, session: Session, file: CaseFile, specimen_id: str, call: Call, input_sha256: str) -> Reading:
    """Save a call; a second one of the same reader replaces the first, and is blind only if the answer was not seen between."""
    name = session.user.name
    fresh = service.case_file(session, file.case.id)
    blind = not has_seen(fresh, specimen_id, name)
    said = [Value(CALL, text="positive" if call.positive else "negative"), Value(CONFIDENCE, text=call.confidence.value)]
    if call.face is not None:
        said.append(Value(FACE, face=call.face, text=call.face.value))
    earlier = next((one for one in reversed(_standing(fresh, specimen_id)) if _reader(one) == name), None)
    digest = input_sha256 or hashlib.sha256(b"").hexdigest()
    made = Provenance(ALGORITHM, VERSION, digest, ((READER, name), (BLIND, "yes" if blind else "no")), "eye", file.case.simulated)
    words = "Before the models' answer was seen." if blind else "After the models' answer was seen: not for comparisons."
    return service.add_reading(
        session, file.case.id, specimen_id, MODALITY, tuple(said), Validity(usable=True, statement=words), made,
        supersedes=earlier.id if earlier else None, reason=AGAIN if earlier else "",
    )  # fmt: skip


def reads(file: CaseFile, specimen_id: str) -> tuple[Read, ...]:
    """The calls that stand, one a reader, in the order in which they were saved."""
    return tuple(_read(one) for one in _standing(file, specimen_id))


def majority(found: Sequence[Read]) -> Majority:
    """The vote of those who read blind."""
    blind = [one for one in found if one.blind]
    return Majority(len(blind), sum(one.call.positive for one in blind))


def _standing(file: CaseFile, specimen_id: str) -> list[Reading]:
    own = [one for one in file.readings if one.modality == MODALITY and one.specimen_id == specimen_id]
    replaced = {one.supersedes for one in own}
    return [one for one in own if one.id not in replaced]


def _entries(file: CaseFile, specimen_id: str, name: str) -> list[Entry]:
    return [one for one in file.entries if one.form == FORM and one.specimen_id == specimen_id and one.by == name]


def _reader(reading: Reading) -> str:
    """Not who signed: a change of the orientation names the face anew under another name."""
    return dict(reading.provenance.parameters).get(READER, reading.by)


def _read(reading: Reading) -> Read:
    said = {value.name: value for value in reading.values}
    face = said[FACE].face if FACE in said else None
    call = Call(said[CALL].text == "positive", Face(face) if face else None, Confidence(said[CONFIDENCE].text))
    return Read(_reader(reading), reading.taken_at, call, dict(reading.provenance.parameters).get(BLIND) == "yes")
