"""The only way into the case store: every screen, command and export goes through here, as somebody, and leaves a trace.

Each call that changes something is one transaction: the record, its line in the audit chain, then the case's journal and the chain's anchor
outside the database. When a call returns, its effect survives a power cut. Calls are safe from any thread and never wait for a screen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Self

from algorithms.faces import Face
from console.cases.model import (
    Asset, Biomarkers, Case, CaseFile, CaseSummary, Entry, Event, Outcome, OutcomeKind, Patient, Provenance, Reading, Role, Session, Side,
    Specimen, SpecimenKind, TumourType, User, Validity, Value,
)  # fmt: skip
from console.settings import Settings


@dataclass(frozen=True, slots=True)
class Page:
    """A stretch of the worklist; `next` continues it, None at its end."""

    cases: tuple[CaseSummary, ...]
    next: str | None


class CaseService:
    """The store of one console. SEAM: signatures are fixed, bodies belong to the store's author."""

    @classmethod
    def open(cls, home: Path, *, now: Callable[[], datetime] | None = None, read_only: bool = False) -> Self:
        """Open the store under `home`, making it where there is none; `StoreBusy`, `StoreTooNew`, `KeyMissing` or `StoreDamaged` when it cannot be."""
        raise NotImplementedError

    def close(self) -> None:
        """Let go of the store; harmless twice."""

    @property
    def revision(self) -> int:
        """The number of the last line of the audit trail: it grows with every change."""
        raise NotImplementedError

    # --- people --------------------------------------------------------------------------------------------------------------------

    def users(self) -> tuple[User, ...]:
        """Everybody, for the sign-in screen: names and roles are no secret here."""
        raise NotImplementedError

    def add_user(self, session: Session | None, name: str, role: Role, pin: str) -> User:
        """`session` may be None only while there is nobody yet: the first one is an administrator. PIN: 4 to 12 digits."""
        raise NotImplementedError

    def sign_in(self, user_id: str, pin: str) -> Session:
        """Check the PIN (argon2). Five failures in a row lock the user for 15 minutes, or until an administrator unlocks; survives restarts."""
        raise NotImplementedError

    def sign_out(self, session: Session, *, why: str = "") -> None:
        """Say so in the audit trail."""
        raise NotImplementedError

    def break_glass(self, reason: str) -> Session:
        """Emergency access without a PIN, for 15 minutes, to cases only; audited with its reason, shown on screen all the while."""
        raise NotImplementedError

    def resume(self, user_id: str) -> Session:
        """A session again for somebody whose console died under them; audited. Whether that is right is decided by `continuity`."""
        raise NotImplementedError

    def change_pin(self, session: Session, old: str, new: str) -> None:
        """One's own."""
        raise NotImplementedError

    def unlock_user(self, session: Session, user_id: str) -> None:
        """By an administrator."""
        raise NotImplementedError

    def set_user_active(self, session: Session, user_id: str, *, active: bool) -> None:
        """People leave; their names stay on what they did. The last administrator cannot be switched off."""
        raise NotImplementedError

    # --- cases ---------------------------------------------------------------------------------------------------------------------

    def create_case(  # noqa: PLR0917
        self, session: Session, patient: Patient, side: Side, scheduled_at: datetime, *, surgeon: str = "", tumour_type: TumourType = TumourType.NST,
        biomarkers: Biomarkers | None = None, rule_set: str | None = None, procedure: str = "Breast-conserving surgery", simulated: bool = False,
    ) -> Case:  # fmt: skip
        """A new case with its main specimen; refused where MRN, name or dates make no sense, or the same patient, side and day is there already."""
        raise NotImplementedError

    def amend_case(self, session: Session, case: Case, reason: str) -> Case:
        """Put `case` in the place of the one with its id; each changed field is audited old -> new."""
        raise NotImplementedError

    def find_cases(self, session: Session, text: str = "", *, day: date | None = None, after: str | None = None, limit: int = 50) -> Page:
        """By the beginning of any word of the name, by MRN, by birth date (ISO), or all; newest day first, by time within a day."""
        raise NotImplementedError

    def open_case(self, session: Session, case_id: str, identifier: str) -> CaseFile:
        """The row that was tapped is the first identifier; `identifier` is the second: the scanned MRN or the birth date. Audited either way."""
        raise NotImplementedError

    def case_file(self, session: Session, case_id: str) -> CaseFile:
        """Everything of one case: what it costs does not grow with the number of cases."""
        raise NotImplementedError

    def add_specimen(
        self, session: Session, case_id: str, kind: SpecimenKind, *, face: Face | None = None, new_margin: str = "", orientation: str = ""
    ) -> Specimen:
        """The next piece of tissue, numbered."""
        raise NotImplementedError

    def amend_specimen(self, session: Session, specimen: Specimen, reason: str) -> Specimen:
        """As `amend_case`."""
        raise NotImplementedError

    # --- what is logged ------------------------------------------------------------------------------------------------------------

    def add_entry(self, session: Session, case_id: str, specimen_id: str | None, form: str, field: str, value: str | None) -> Entry:
        """One field as tapped."""
        raise NotImplementedError

    def undo_entry(self, session: Session, case_id: str, specimen_id: str | None, form: str) -> Entry | None:
        """Take back the last entry of this form that still stands; None when there is none."""
        raise NotImplementedError

    def add_reading(  # noqa: PLR0917
        self, session: Session, case_id: str, specimen_id: str | None, modality: str, values: tuple[Value, ...], validity: Validity,
        provenance: Provenance, *, assets: tuple[str, ...] = (), supersedes: str | None = None, reason: str = "",
    ) -> Reading:  # fmt: skip
        """A signed measurement. With `supersedes` it is a correction: needs a reason, and the right to correct."""
        raise NotImplementedError

    def add_event(
        self, session: Session, case_id: str, kind: str, *, at: datetime | None = None, detail: str = "", specimen_id: str | None = None,
        supersedes: str | None = None, reason: str = "",
    ) -> Event:  # fmt: skip
        """A moment on the timeline, now unless said otherwise."""
        raise NotImplementedError

    def add_outcome(
        self, session: Session, case_id: str, kind: OutcomeKind, on: date, values: tuple[Value, ...] = (), *, supersedes: str | None = None, reason: str = ""
    ) -> Outcome:
        """Something learned after the operation."""
        raise NotImplementedError

    def add_asset(self, session: Session, case_id: str, content: bytes, media_type: str, description: str) -> Asset:
        """Keep a file, encrypted, under the SHA-256 of its content; the same content twice is one file."""
        raise NotImplementedError

    def read_asset(self, session: Session, case_id: str, sha256: str) -> bytes:
        """Its content, checked; `StoreDamaged` names it when it is not what was kept."""
        raise NotImplementedError

    def note_export(self, session: Session, case_id: str, what: str, sha256: str) -> None:
        """Leave the trace of something that left the console (a report, a DICOM object)."""
        raise NotImplementedError

    # --- the console itself ----------------------------------------------------------------------------------------------------------

    def settings(self) -> Settings:
        """As chosen by this department."""
        raise NotImplementedError

    def change_setting(self, session: Session, name: str, value: str | int) -> Settings:
        """Audited; refused with the reason when it makes no sense."""
        raise NotImplementedError

    def health(self) -> StoreHealth:
        """For the worklist's storage card, from what is known already: never slow."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class StoreHealth:
    """Storage in plain figures. `chain_intact` is None before the first check of this run."""

    last_backup: datetime | None
    free_bytes: int
    chain_intact: bool | None
    read_only: bool
