"""What the hospital's network offers to an operating room: today's list, an archive that keeps, a step that is reported, and calls from scanners."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol, runtime_checkable

from devices.device import Device

OWN_TITLE = "RIMLIGHT"


@dataclass(frozen=True, slots=True)
class Local:
    """What this console is to the others: its application entity title, and the folder of its certificates (None: no TLS)."""

    title: str = OWN_TITLE
    certificates: Path | None = None


@dataclass(frozen=True, slots=True)
class Peer:
    """An application entity of the hospital. `secure`: only over TLS, both sides with certificates."""

    title: str
    host: str
    port: int
    secure: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """What an object is called by, without a word about a patient."""

    sop_class: str
    instance: str
    study: str
    series: str
    transfer_syntax: str


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A line of the hospital's worklist. `whole_name` keeps every script of the name; `family_name` and `given_name` are as a theatre reads them.

    `doubtful`: the list did not say in which script its names are written, and they were guessed.
    """

    patient_id: str
    issuer: str
    family_name: str
    given_name: str
    whole_name: str
    birth_date: date | None
    sex: str
    scheduled_at: datetime | None
    physician: str
    procedure: str
    laterality: str
    accession: str
    study: str
    procedure_id: str
    step_id: str
    step: str
    modality: str
    doubtful: bool = False


class Outcome(StrEnum):
    """What came of handing something over."""

    KEPT = "kept"
    LATER = "later"  # the world is in the way just now: try again
    REFUSED = "refused"  # it will be refused again: a person must look


@dataclass(frozen=True, slots=True)
class Answer:
    """What the other side said of one object; `sentence` is free of patient data, and empty where there is nothing to say."""

    outcome: Outcome
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """The archive's word on what it keeps for good: instance identifiers."""

    transaction: str
    kept: tuple[str, ...]
    missing: tuple[str, ...]


@runtime_checkable
class Pacs(Device, Protocol):
    """The picture archive that finished cases go to."""

    def echo(self) -> float:
        """Ask whether it would talk to us (DICOM C-ECHO); seconds until it said yes."""


@runtime_checkable
class Archive(Protocol):
    """Where objects are sent. Every call ends within its time limits; what cannot be reached answers LATER, nothing raises."""

    def send(self, objects: Iterable[tuple[Names, bytes]]) -> Generator[Answer, None, None]:
        """Hand over each object in turn, on one connection; an answer for each, until the connection fails."""

    def held(self, objects: Iterable[Names]) -> frozenset[str] | None:
        """Which of these instances it has; None when it does not tell."""

    def ask_to_commit(self, transaction: str, objects: Iterable[Names]) -> Answer | Report:
        """Ask it to keep these for good. REFUSED: it does not offer that. A report comes now, or KEPT: later, on a connection of its own."""
