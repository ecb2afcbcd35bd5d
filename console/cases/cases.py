"""The part of the service about cases: planning them, finding them, opening the right one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from algorithms.faces import Face
from console.cases import search
from console.cases.access import Action
from console.cases.checks import check_case, check_reason, check_specimen, check_text
from console.cases.department import kept_settings
from console.cases.desk import Desk
from console.cases.identity import bare, names_patient
from console.cases.ledger import Change, row_named
from console.cases.model import Biomarkers, Case, CaseFile, Patient, Session, Side, Specimen, SpecimenKind, TumourType, User, new_id
from console.cases.rows import (
    ASSETS,
    CASES,
    ENTRIES,
    EVENTS,
    OUTCOMES,
    READINGS,
    SPECIMENS,
    Row,
    Table,
    asset_of,
    case_of,
    current,
    entry_of,
    event_of,
    outcome_of,
    patient_of,
    reading_of,
    row_of,
    specimen_of,
)  # fmt: skip
from console.cases.search import Page
from console.faults import Refused


class Cases(Desk):
    """Every case of this console."""

    def create_case(
        self, session: Session, patient: Patient, side: Side, scheduled_at: datetime, *, surgeon: str = "", tumour_type: TumourType = TumourType.NST,
        biomarkers: Biomarkers | None = None, rule_set: str | None = None, procedure: str = "Breast-conserving surgery", simulated: bool = False,
    ) -> Case:  # fmt: skip
        """A new case with its main specimen; refused where MRN, name or dates make no sense, or the same patient, side and day is there already."""
        actor = self._allow(session, Action.CREATE_CASE)
        rule_set = rule_set or self.ledger.read(kept_settings).rule_set
        case = Case(
            new_id(),
            _trimmed(patient),
            side,
            scheduled_at,
            procedure,
            surgeon,
            tumour_type,
            biomarkers or Biomarkers(),
            rule_set,
            simulated,
        )
        check_case(case, self.ledger.now().date())

        def create(change: Change) -> None:
            self._refuse_double(change.database, case)
            change.add("create case", CASES, row_of(case))
            change.add("add specimen", SPECIMENS, row_of(Specimen(new_id(), case.id, 1)))

        self.ledger.write(actor.id, create)
        self._standing_of(session).opened.add(case.id)
        return case

    def amend_case(self, session: Session, case: Case, reason: str) -> Case:
        """Put `case` in the place of the one with its id; each changed field is audited old -> new."""
        actor = self._allow(session, Action.AMEND_CASE)
        reason = check_reason(reason)
        case = replace(case, patient=_trimmed(case.patient))
        check_case(case, self.ledger.now().date())

        def amend(change: Change) -> None:
            old = _case_row(change.database, case.id)
            self._refuse_double(change.database, case)
            change.amend("amend case", CASES, old, row_of(case), reason)

        self.ledger.write(actor.id, amend)
        return case

    def find_cases(self, session: Session, text: str = "", *, day: date | None = None, after: str | None = None, limit: int = 50) -> Page:
        """By the beginning of any word of the name, by MRN, by birth date (ISO), or all; newest day first, by time within a day."""
        self._allow(session, Action.READ_CASES)
        return self.ledger.read(lambda database: search.find(database, text, day, after, limit))

    def open_case(self, session: Session, case_id: str, identifier: str) -> CaseFile:
        """The row that was tapped is the first identifier; `identifier` is the second: the scanned MRN or the birth date. Audited either way."""
        actor = self._allow(session, Action.READ_CASES)
        row = self.ledger.read(lambda database: _case_row(database, case_id))
        if not names_patient(identifier, patient_of(row)):
            self._trace(actor, "open case refused", case_id)
            raise Refused("That is neither the MRN nor the birth date of this patient. The case stays closed; check the wristband.")
        self._trace(actor, "open case", case_id)
        self._standing_of(session).opened.add(case_id)
        return self.ledger.read(lambda database: _file(database, case_id))

    def case_file(self, session: Session, case_id: str) -> CaseFile:
        """Everything of one case: what it costs does not grow with the number of cases."""
        actor = self._allow(session, Action.READ_CASES)
        found = self.ledger.read(lambda database: _file(database, case_id))
        opened = self._standing_of(session).opened
        if case_id not in opened:  # seen for the first time, and not through its two identifiers: that leaves a trace of its own
            self._trace(actor, "read case", case_id)
            opened.add(case_id)
        return found

    def glances(self, session: Session, case_ids: Iterable[str]) -> tuple[CaseFile, ...]:
        """What a verdict is derived from, for the lines of the worklist: no entries, files or outcomes. As little a trace as the worklist's own."""
        self._allow(session, Action.READ_CASES)
        return self.ledger.read(lambda database: tuple(_glance(database, case_id) for case_id in case_ids))

    def add_specimen(
        self, session: Session, case_id: str, kind: SpecimenKind, *, face: Face | None = None, new_margin: str = "", orientation: str = ""
    ) -> Specimen:
        """The next piece of tissue, numbered."""
        actor = self._allow(session, Action.LOG)
        specimen = Specimen(new_id(), case_id, 0, kind, face, new_margin, orientation)
        check_specimen(specimen)

        def add(change: Change) -> Specimen:
            _case_row(change.database, case_id)
            count = change.database.conn.execute("SELECT max(number) FROM specimens WHERE case_id = ?", (case_id,)).fetchone()[0] or 0
            numbered = replace(specimen, number=count + 1)
            change.add("add specimen", SPECIMENS, row_of(numbered))
            return numbered

        return self.ledger.write(actor.id, add)

    def amend_specimen(self, session: Session, specimen: Specimen, reason: str) -> Specimen:
        """As `amend_case`."""
        actor = self._allow(session, Action.AMEND_CASE)
        reason = check_reason(reason)
        check_specimen(specimen)

        def amend(change: Change) -> None:
            old = specimen_row(change.database, specimen.case_id, specimen.id)
            if old["number"] != specimen.number:
                raise Refused("A specimen keeps its number.")
            change.amend("amend specimen", SPECIMENS, old, row_of(specimen), reason)

        self.ledger.write(actor.id, amend)
        return specimen

    def note_export(self, session: Session, case_id: str, what: str, sha256: str) -> None:
        """Leave the trace of something that left the console (a report, a DICOM object)."""
        actor = self._allow(session, Action.EXPORT)
        self.ledger.read(lambda database: _case_row(database, case_id))
        self._trace(
            actor,
            "export",
            case_id,
            {"what": check_text(what, "The export's name", most=200), "sha256": check_text(sha256, "The hash", most=64)},
        )

    def note_cleared(self, session: Session, what: str, digest: str) -> None:
        """Leave the trace of something that a scanner pushed and a person threw away before any case had it."""
        actor = self._allow(session, Action.LOG)
        said = {"what": check_text(what, "What was cleared", most=200), "study": check_text(digest, "The digest", most=64)}
        self.ledger.write(actor.id, lambda change: change.note("clear arrival", change=said))

    def _trace(self, actor: User, action: str, case_id: str, said: dict[str, str] | None = None) -> None:
        if not self.ledger.read_only:
            self.ledger.write(actor.id, lambda change: change.note(action, row_id=case_id, case_id=case_id, change=said))

    @staticmethod
    def _refuse_double(database: Database, case: Case) -> None:
        day = case.scheduled_at.date().isoformat()
        query = "SELECT mrn FROM cases INDEXED BY cases_day WHERE day = ? AND side = ? AND id <> ?"
        if any(bare(row[0]) == bare(case.patient.mrn) for row in database.conn.execute(query, (day, case.side.value, case.id))):
            raise Refused("There is a case of this patient, side and day already. Open that one.")


def _trimmed(patient: Patient) -> Patient:
    family, given = (" ".join(name.split()) for name in (patient.family_name, patient.given_name))
    return replace(patient, mrn=patient.mrn.strip(), family_name=family, given_name=given)


def _case_row(database: Database, case_id: str) -> Row:
    found = row_named(database, CASES, case_id)
    if found is None:
        raise Refused("There is no such case in this store.")
    return found[1]


def specimen_row(database: Database, case_id: str, specimen_id: str) -> Row:
    """A specimen of this case, or `Refused`."""
    found = row_named(database, SPECIMENS, specimen_id)
    if found is None or found[1]["case_id"] != case_id:
        raise Refused("That specimen does not belong to this case.")
    return found[1]


def _rows(database: Database, table: Table, case_id: str) -> list[Row]:
    query = f"SELECT {table.selected} FROM {table.name} WHERE case_id = ? ORDER BY seq"  # noqa: S608
    return [dict(zip(table.columns, row, strict=True)) for row in database.conn.execute(query, (case_id,))]


def _glance(database: Database, case_id: str) -> CaseFile:
    specimens = tuple(specimen_of(row) for row in _rows(database, SPECIMENS, case_id))
    readings = current((reading_of(row) for row in _rows(database, READINGS, case_id)), "supersedes")
    events = current((event_of(row) for row in _rows(database, EVENTS, case_id)), "supersedes")
    return CaseFile(case_of(_case_row(database, case_id)), specimens, readings, (), events, (), ())


def _file(database: Database, case_id: str) -> CaseFile:
    def of(table: Table, made: Any) -> list[Any]:
        return [made(row) for row in _rows(database, table, case_id)]

    entries = [entry for entry in current(of(ENTRIES, entry_of), "undoes") if entry.undoes is None]
    return CaseFile(
        case_of(_case_row(database, case_id)), tuple(of(SPECIMENS, specimen_of)), current(of(READINGS, reading_of), "supersedes"), tuple(entries),
        tuple(sorted(current(of(EVENTS, event_of), "supersedes"), key=lambda event: event.at)), tuple(of(ASSETS, asset_of)),
        current(of(OUTCOMES, outcome_of), "supersedes"),
    )  # fmt: skip
