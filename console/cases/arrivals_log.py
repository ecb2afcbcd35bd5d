"""What scanners pushed and no case has yet: put together by study, held against the patient at the table, given to a case or cleared by a person.

Two identifiers of the pictures must agree with the case, and none may contradict it. A scan stays sealed in the inbox until its reading is signed;
any other picture becomes a file of the case at once.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from console.cases.identity import as_dates, bare
from console.cases.inbox import Inbox, Note
from console.cases.model import CaseFile, Patient, Session
from console.cases.service import CaseService
from console.faults import Refused

FORM, ASSIGNED = "arrivals", "assigned"
DICOM = "application/dicom"
ARRIVED = "Arrived from"  # how the description of a file of the case begins that a scanner pushed
STILL = timedelta(seconds=10)  # a push that was quiet for so long is complete
SCANS = frozenset({"CT", "PT", "SEG"})
NEEDED = 2
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


class Sign(StrEnum):
    """What can tell one patient from another."""

    MRN = "MRN"
    BORN = "birth date"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Parcel:
    """One study that was pushed, or what of it was given to one case."""

    study: str
    case_id: str
    notes: tuple[Note, ...]

    @property
    def callers(self) -> str:
        """Who sent it."""
        return ", ".join(sorted({note.caller for note in self.notes}))

    @property
    def modalities(self) -> str:
        """«CT, PT»."""
        return ", ".join(sorted({note.modality or "unknown" for note in self.notes}))

    @property
    def is_scan(self) -> bool:
        """Whether it belongs to the PET-CT screen."""
        return all(note.modality in SCANS or not note.modality for note in self.notes)

    @property
    def size(self) -> int:
        """Bytes."""
        return sum(note.size for note in self.notes)

    @property
    def newest(self) -> datetime:
        """When the last of it came."""
        return max(datetime.fromisoformat(note.arrived_at) for note in self.notes)

    def arriving(self, now: datetime) -> bool:
        """Whether more may be on its way."""
        return now - self.newest < STILL


@dataclass(frozen=True, slots=True)
class Comparison:
    """Which identifiers of some pictures agree with a patient, and which contradict."""

    agree: tuple[Sign, ...]
    differ: tuple[Sign, ...]

    @property
    def fits(self) -> bool:
        """Two at least agree, and none contradicts."""
        return len(self.agree) >= NEEDED and not self.differ

    @property
    def sentence(self) -> str:
        """For whoever is to assign them; it names no patient."""
        if self.differ:
            verb = "differs" if len(self.differ) == 1 else "differ"
            return (
                f"These pictures are of another patient: the {_listed(self.differ)} {verb} from this case. They cannot be assigned to it."
            )
        if not self.fits:
            known = f"only the {_listed(self.agree)} can be compared" if self.agree else "they say nothing of whose they are"
            return f"Two identifiers must agree, and {known}. Enter the patient at the scanner, then send again."
        return f"{_listed(self.agree)[:1].upper()}{_listed(self.agree)[1:]} agree with this case."


def parcels(inbox: Inbox) -> tuple[Parcel, ...]:
    """Everything that waits, newest first. Looks at a disk: not on a screen's thread."""
    found: dict[tuple[str, str], list[Note]] = defaultdict(list)
    for note in inbox.notes():
        found[note.study, note.case_id].append(note)
    made = (Parcel(study, case_id, tuple(notes)) for (study, case_id), notes in found.items())
    return tuple(sorted(made, key=lambda one: one.newest, reverse=True))


def compared(notes: Iterable[Note], patient: Patient) -> Comparison:
    """Every picture's identifiers against the patient's; a sign agrees only where each picture that has it agrees."""
    said: dict[Sign, set[bool]] = {sign: set() for sign in Sign}
    for mrn, born, name in {(note.patient_id, note.birth_date, note.patient_name) for note in notes}:
        said[Sign.MRN] |= {bare(mrn) == bare(patient.mrn)} if bare(mrn) else set()
        said[Sign.BORN] |= {patient.birth_date in as_dates(born)} if born else set()
        said[Sign.NAME] |= {_same_name(name, f"{patient.family_name}^{patient.given_name}")} if all(_folded(name)) else set()
    return Comparison(
        tuple(sign for sign, words in said.items() if words == {True}), tuple(sign for sign, words in said.items() if False in words)
    )


def assign(service: CaseService, session: Session, inbox: Inbox, file: CaseFile, parcel: Parcel) -> None:
    """Give it to a case, with a trace; refused where it is not surely this patient's. What was done in part can be done again."""
    held = compared(parcel.notes, file.case.patient)
    if not held.fits:
        raise Refused(held.sentence)
    if parcel.arriving(service.ledger.now()):
        raise Refused("These pictures are still arriving. Look again in a few seconds.")
    if parcel.case_id:
        raise Refused("These pictures belong to a case already.")
    words = f"{len(parcel.notes)} objects ({parcel.modalities}) from {parcel.callers}; {_listed(held.agree)} agree"
    service.add_entry(session, file.case.id, None, FORM, f"{ASSIGNED} {_short(parcel.study)}", words)
    if parcel.is_scan:
        inbox.give([note.instance for note in parcel.notes], file.case.id)
        return
    for note in parcel.notes:
        service.add_asset(session, file.case.id, inbox.read(note.instance), DICOM, f"{ARRIVED} {note.caller}: {note.modality}")
        inbox.drop(note.instance)


def clear(service: CaseService, session: Session, inbox: Inbox, parcel: Parcel) -> None:
    """Throw it away, with a trace that names nobody."""
    service.note_cleared(session, f"{len(parcel.notes)} objects ({parcel.modalities}) from {parcel.callers}", _short(parcel.study))
    for note in parcel.notes:
        inbox.drop(note.instance)


def born_words(parcel: Parcel) -> str:
    """The birth date that the pictures state."""
    days: list[date] = sorted({day for note in parcel.notes for day in as_dates(note.birth_date)})
    return " / ".join(f"{day:%d.%m.%Y}" for day in days)


def _same_name(one: str, other: str) -> bool:
    """In either of the two ways in which umlauts are written without dots."""
    return bool({_folded(one), _folded(one.translate(UMLAUTS))} & {_folded(other), _folded(other.translate(UMLAUTS))})


def _folded(name: str) -> tuple[str, str]:
    """Family and first given name of a DICOM name's alphabetic group, without accents and case."""
    family, _, given = name.partition("=")[0].partition("^")
    first = given.replace("^", " ").split()
    plain = (unicodedata.normalize("NFKD", part) for part in (family, first[0] if first else ""))
    one, other = (bare("".join(letter for letter in part if not unicodedata.combining(letter))) for part in plain)
    return one, other


def _short(study: str) -> str:
    """A study without its number, which may hold a hospital's own."""
    return hashlib.sha256(study.encode()).hexdigest()[:16]


def _listed(signs: Iterable[Sign]) -> str:
    *most, last = (sign.value for sign in signs)
    return f"{', '.join(most)} and {last}" if most else last
