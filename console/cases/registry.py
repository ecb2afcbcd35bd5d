"""The part of the service about cohorts: every case read in one go for the registry, what is entered there, and the cohorts that are kept."""

from __future__ import annotations

import hashlib
import hmac
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlite_utils import Database

from console.cases.access import Action
from console.cases.checks import check_text
from console.cases.desk import Desk
from console.cases.ledger import Change, row_named
from console.cases.model import CaseFile, Outcome, OutcomeKind, Session, Value, new_id
from console.cases.rows import (
    CASES,
    COHORTS,
    EVENTS,
    OUTCOMES,
    READINGS,
    SPECIMENS,
    Row,
    Table,
    case_of,
    current,
    event_of,
    outcome_of,
    reading_of,
    row_of,
    specimen_of,
)  # fmt: skip
from console.cohorts.dictionary import BY_NAME, TOLD, Kind
from console.faults import Refused

LARGEST_IMPORT = 64 * 1024 * 1024
COMMAND_LINE = "command line"  # who acts, in the audit trail, where somebody holds the key and no PIN was asked


class KeptKind(StrEnum):
    """What a kept cohort is."""

    DEFINITION = "definition"  # filters and arms, as JSON
    IMPORT = "import"  # a cohort file, as CSV
    REMOVED = "removed"  # no longer offered; what it was stays in the store


@dataclass(frozen=True, slots=True)
class KeptCohort:
    """A cohort under a name. `dictionary` is the version of the data dictionary it was made with; `content` is JSON, or CSV."""

    id: str
    name: str
    kind: KeptKind
    dictionary: str
    content: str
    at: datetime
    by: str


class Registry(Desk):
    """Every case as one row, and the cohorts of this department."""

    def registry(self, session: Session) -> tuple[CaseFile, ...]:
        """Every case with what the registry derives from; oldest operation first. Audited once, as a whole."""
        actor = self._allow(session, Action.USE_COHORTS, Action.READ_CASES)
        found = self.ledger.read(every_file)
        if not self.ledger.read_only:
            self.ledger.write(actor.id, lambda change: change.note("read registry", change={"cases": len(found)}))
        return found

    def registry_stamp(self, session: Session) -> int:
        """Grows whenever anything that the registry derives from has changed."""
        self._allow(session, Action.USE_COHORTS)
        return self.ledger.read(registry_stamp)

    @property
    def cohort_secret(self) -> bytes:
        """What pseudonyms and shifted dates are made with; never shown, never written."""
        return self.ledger.keys.derive("cohort", 0)

    def enter_registry(self, session: Session, case_id: str, column: str, text: str) -> Outcome:
        """One column that the case does not tell, typed once; an empty text takes it back. Refused where the dictionary does not allow it."""
        value = registry_value(column, text)
        actor = self._allow(session, Action.ADD_OUTCOME)
        outcome = Outcome(new_id(), case_id, OutcomeKind.REGISTRY, self.ledger.now().date(), actor.name, (value,))

        def add(change: Change) -> None:
            if row_named(change.database, CASES, case_id) is None:
                raise Refused("There is no such case in this store.")
            change.add("enter registry", OUTCOMES, row_of(outcome))

        self.ledger.write(actor.id, add)
        return outcome

    def cohorts(self, session: Session) -> tuple[KeptCohort, ...]:
        """The kept ones, by name; the newest of each."""
        self._allow(session, Action.USE_COHORTS)
        return self.ledger.read(kept_cohorts)

    def imported_cohort(self, session: Session, name: str) -> str:
        """The file that was imported under this name."""
        self._allow(session, Action.USE_COHORTS)
        return self.ledger.read(lambda database: imported(database, name))

    def keep_cohort(self, session: Session, name: str, kind: KeptKind, dictionary: str, content: str) -> KeptCohort:
        """Keep a definition or an import under a name; an import's name must be new, a definition's replaces the one before it."""
        actor = self._allow(session, Action.USE_COHORTS)
        at = self.ledger.now()
        return self.ledger.write(actor.id, lambda change: keep(change, name, kind, dictionary, content, (at, actor.name)))

    def note_cohort_export(self, session: Session, what: str, sha256: str, cases: int) -> None:
        """Leave the trace of a cohort, a table or a figure that left the console."""
        actor = self._allow(session, Action.USE_COHORTS, Action.EXPORT)
        self.ledger.write(actor.id, lambda change: note_export(change, what, sha256, cases))


def registry_stamp(database: Database) -> int:
    """The number of the last audit line about a case's content."""
    found = database.conn.execute(
        "SELECT seq FROM audit WHERE tbl IN ('cases', 'specimens', 'readings', 'events', 'outcomes') ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    return int(found[0]) if found else 0


def note_export(change: Change, what: str, sha256: str, cases: int) -> None:
    """The audit line of an export that belongs to no single case."""
    change.note("export cohort", change={"what": check_text(what, "The export's name", most=200), "sha256": sha256, "cases": cases})


def keep(change: Change, name: str, kind: KeptKind, dictionary: str, content: str, made: tuple[datetime, str]) -> KeptCohort:
    """The row of a kept cohort; see `Registry.keep_cohort`."""
    name = check_text(name.strip(), "The cohort's name", most=60)
    if not name or any(letter in "\r\n\t" for letter in name):
        raise Refused("A cohort needs a name in one line.")
    if len(content) > LARGEST_IMPORT:
        raise Refused(f"A cohort kept here is at most {LARGEST_IMPORT // 2**20} MB large. Nothing was imported.")
    if any(
        one.name == name and KeptKind.IMPORT in {kind, one.kind} for one in kept_cohorts(change.database) if kind is not KeptKind.REMOVED
    ):
        raise Refused("There is a cohort of this name already. Choose another name.")
    at, by = made
    kept = KeptCohort(new_id(), name, kind, dictionary, content, at, by)
    change.add("keep cohort", COHORTS, {field: getattr(kept, field) for field in ("id", "name", "dictionary", "content", "by")} | {
        "kind": kind.value, "at": at.isoformat(),
    })  # fmt: skip
    return kept


def kept_cohorts(database: Database) -> tuple[KeptCohort, ...]:
    """The newest of each name that was not removed, in the order of their names; an import's content, which may be large, is left out."""
    names = ", ".join("iif(kind = 'import', '', content) AS content" if name == "content" else f'"{name}"' for name in COHORTS.columns)
    query = f"SELECT {names} FROM cohorts WHERE seq IN (SELECT max(seq) FROM cohorts GROUP BY name) ORDER BY name"  # noqa: S608
    rows = [dict(zip(COHORTS.columns, row, strict=True)) for row in database.conn.execute(query)]
    found = [
        KeptCohort(r["id"], r["name"], KeptKind(r["kind"]), r["dictionary"], r["content"], datetime.fromisoformat(r["at"]), r["by"])
        for r in rows
    ]
    return tuple(one for one in found if one.kind is not KeptKind.REMOVED)


def imported(database: Database, name: str) -> str:
    """The cohort file that was kept under this name, or `Refused`."""
    found = next((one for one in kept_cohorts(database) if one.name == name and one.kind is KeptKind.IMPORT), None)
    if found is None:
        raise Refused("There is no imported cohort of that name here.")
    return str(database.conn.execute("SELECT content FROM cohorts WHERE id = ?", (found.id,)).fetchone()[0])


def every_file(database: Database) -> tuple[CaseFile, ...]:
    """Every case, without entries and files; one pass over each table."""
    specimens, readings, events, outcomes = (
        _by_case(database, table, made)
        for table, made in ((SPECIMENS, specimen_of), (READINGS, reading_of), (EVENTS, event_of), (OUTCOMES, outcome_of))
    )
    query = f"SELECT {CASES.selected} FROM cases ORDER BY moment, id"  # noqa: S608
    rows = [dict(zip(CASES.columns, row, strict=True)) for row in database.conn.execute(query)]
    return tuple(
        CaseFile(
            case_of(row), tuple(specimens[row["id"]]), current(readings[row["id"]], "supersedes"), (),
            current(events[row["id"]], "supersedes"), (), current(outcomes[row["id"]], "supersedes"),
        )
        for row in rows
    )  # fmt: skip


def _by_case(database: Database, table: Table, made: Callable[[Row], Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for row in database.conn.execute(f"SELECT {table.selected} FROM {table.name} ORDER BY seq"):  # noqa: S608
        cells = dict(zip(table.columns, row, strict=True))
        found[cells["case_id"]].append(made(cells))
    return found


def pseudonym(secret: bytes, word: str) -> str:
    """Ten letters and digits."""
    return f"RL-{hmac.new(secret, word.encode(), hashlib.sha256).hexdigest()[:10]}"


def registry_value(column: str, text: str) -> Value:
    """What is kept of a typed cell, or `Refused`: a number inside the column's range, or one of its words."""
    field = BY_NAME.get(column)
    if field is None or column in TOLD:
        raise Refused("That column is not entered by hand: the case tells it.")
    text = text.strip()
    if field.kind is Kind.NUMBER and text:
        if not text.replace(".", "", 1).isdecimal() or not text.isascii() or not field.least <= float(text) <= field.most:
            raise Refused(f"{field.meaning}: a number from {field.least:g} to {field.most:g}{f' {field.unit}' if field.unit else ''}.")
        return Value(column, Decimal(text), field.unit)
    if field.kind is Kind.WORD and text and text not in field.levels:
        raise Refused(f"{field.meaning}: one of {', '.join(field.levels)}.")
    return Value(column, text=check_text(text, field.meaning, most=60))
