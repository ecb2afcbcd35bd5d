"""What a case is made of: the records that the store keeps, the screens show and the exports write.

Every record is frozen. Millimetres, grams and the like are `Decimal`, exactly as entered. Times carry a zone. Records refer to one another by id,
never by object, so that each is one row in the store and one line in the case's journal.
"""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from algorithms.faces import Face


def new_id() -> str:
    """A new record's id: 48 bits of milliseconds, then 80 random bits, in hex. Ids sort by age and say nothing of a patient."""
    return f"{time.time_ns() // 1_000_000:012x}{secrets.token_hex(10)}"


class Side(StrEnum):
    """Which breast."""

    LEFT = "left"
    RIGHT = "right"


class Sex(StrEnum):
    """As DICOM (0010,0040) has it."""

    FEMALE = "F"
    MALE = "M"
    OTHER = "O"


class TumourType(StrEnum):
    """From the biopsy."""

    NST = "nst"
    ILC = "ilc"
    DCIS = "dcis"
    MIXED = "mixed"


class Status(StrEnum):
    """A biomarker's result; `UNKNOWN` is a statement, not an empty cell."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    EQUIVOCAL = "equivocal"
    UNKNOWN = "unknown"


class Role(StrEnum):
    """What a signed-in person is here for."""

    SURGEON = "surgeon"
    NURSE = "nurse"
    RESEARCHER = "researcher"
    ADMINISTRATOR = "administrator"


class Bound(StrEnum):
    """How a number is to be read: `AT_LEAST` for «≥ 2 mm»."""

    EXACT = "="
    AT_LEAST = ">="
    AT_MOST = "<="


@dataclass(frozen=True, slots=True)
class Patient:
    """Who lies on the table. Two of these identify a case: MRN and birth date."""

    mrn: str
    family_name: str
    given_name: str
    birth_date: date
    sex: Sex = Sex.FEMALE
    weight_kg: Decimal | None = None
    height_cm: Decimal | None = None
    allergies: str = ""

    @property
    def name(self) -> str:
        """As a worklist prints it."""
        return f"{self.family_name.upper()}, {self.given_name}"

    def age_on(self, day: date) -> int:
        """Whole years."""
        return day.year - self.birth_date.year - ((day.month, day.day) < (self.birth_date.month, self.birth_date.day))


@dataclass(frozen=True, slots=True)
class Biomarkers:
    """From the biopsy."""

    er: Status = Status.UNKNOWN
    pr: Status = Status.UNKNOWN
    her2: Status = Status.UNKNOWN
    ki67_percent: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One operation on one breast of one patient. Amended only through the service, which audits old -> new."""

    id: str
    patient: Patient
    side: Side
    scheduled_at: datetime
    procedure: str = "Breast-conserving surgery"
    surgeon: str = ""
    tumour_type: TumourType = TumourType.NST
    biomarkers: Biomarkers = field(default_factory=Biomarkers)
    rule_set: str = "sso-astro-invasive-2014"
    simulated: bool = False


class SpecimenKind(StrEnum):
    """The first excision, or a shave of the cavity wall."""

    MAIN = "main"
    SHAVE = "shave"


@dataclass(frozen=True, slots=True)
class Specimen:
    """One piece of tissue. A shave has a `face`; `new_margin` says how its new margin is marked."""

    id: str
    case_id: str
    number: int
    kind: SpecimenKind = SpecimenKind.MAIN
    face: Face | None = None
    new_margin: str = ""
    orientation: str = ""
    weight_g: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """One named result: a number with its unit and bound, or words. `face` is None where it is about the whole."""

    name: str
    number: Decimal | None = None
    unit: str = ""
    face: Face | None = None
    bound: Bound = Bound.EXACT
    text: str = ""


@dataclass(frozen=True, slots=True)
class Validity:
    """Whether the reading may be used, and the limits inside which its method was validated."""

    usable: bool
    statement: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a result came from: enough to compute it again and get the same."""

    algorithm: str
    version: str
    input_sha256: str
    parameters: tuple[tuple[str, str], ...] = ()
    device: str = ""
    simulated: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """One measurement by one modality on one specimen, or on the cavity (`specimen_id` None). Never changed: a correction is a new reading."""

    id: str
    case_id: str
    specimen_id: str | None
    modality: str
    taken_at: datetime
    by: str
    values: tuple[Value, ...]
    validity: Validity
    provenance: Provenance
    assets: tuple[str, ...] = ()
    supersedes: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One field of a form, as tapped: on disk before the screen says saved. `value` None clears the field; `undoes` names the entry taken back."""

    id: str
    case_id: str
    specimen_id: str | None
    form: str
    field: str
    value: str | None
    at: datetime
    by: str
    undoes: str | None = None


class EventKind(StrEnum):
    """The moments that a theatre logs, in their usual order. `Event.kind` is one of these words; a department may add its own."""

    IDENTITY = "identity confirmed"
    ICG = "ICG injected"
    INCISION = "incision"
    LESION_FOUND = "lesion found"
    SPECIMEN_OUT = "specimen out"
    MARKED = "sutures or inks placed"
    MEASURED = "specimen measured"
    FROZEN_SENT = "frozen section sent"
    FROZEN_RESULT = "frozen section result"
    SHAVE = "shave taken"
    CAVITY_CHECK = "cavity checked"
    CLIPS = "clips placed"
    CLOSURE = "closure"
    PATHOLOGY = "final pathology"


@dataclass(frozen=True, slots=True)
class Event:
    """A moment of the operation on the timeline. A correction is a new event that names the old and says why."""

    id: str
    case_id: str
    kind: str
    at: datetime
    by: str
    detail: str = ""
    specimen_id: str | None = None
    supersedes: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that belongs to a case, found by the SHA-256 of its content; stored encrypted."""

    sha256: str
    case_id: str
    media_type: str
    description: str
    size: int
    added_at: datetime
    by: str


class OutcomeKind(StrEnum):
    """What became of the patient."""

    PATHOLOGY = "pathology"
    REOPERATION = "reoperation"
    RECURRENCE = "recurrence"
    COMPLICATION = "complication"
    FOLLOW_UP = "follow-up"
    DEATH = "death"
    REGISTRY = "registry"  # a column of the registry that the case does not tell by itself; the newest of a column stands


@dataclass(frozen=True, slots=True)
class Outcome:
    """One thing learned after the operation."""

    id: str
    case_id: str
    kind: OutcomeKind
    on: date
    by: str
    values: tuple[Value, ...] = ()
    supersedes: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class User:
    """A person who signs in with a PIN; the PIN's hash stays in the store."""

    id: str
    name: str
    role: Role
    active: bool = True


@dataclass(frozen=True, slots=True)
class Session:
    """Who acts. Every call of the service takes one; `emergency` marks break-glass access."""

    user: User
    began_at: datetime
    emergency: bool = False


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """A line of the worklist."""

    id: str
    patient: Patient
    side: Side
    tumour_type: TumourType
    scheduled_at: datetime
    surgeon: str
    simulated: bool
    last_event: str = ""


@dataclass(frozen=True, slots=True)
class CaseFile:
    """Everything a screen needs of one case, read in one go: current records only, oldest first."""

    case: Case
    specimens: tuple[Specimen, ...]
    readings: tuple[Reading, ...]
    entries: tuple[Entry, ...]
    events: tuple[Event, ...]
    assets: tuple[Asset, ...]
    outcomes: tuple[Outcome, ...]
