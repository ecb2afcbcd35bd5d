"""Where every change passes: one transaction with its audit lines, then the case's journal, then the anchor. Nothing else writes."""

from __future__ import annotations

import errno
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlite_utils import Database

from console.cases import audit
from console.cases.audit import SELECTED, START, Anchor, Head, Line
from console.cases.ballast import Ballast
from console.cases.database import DiskFull, snapshot, transaction, worded
from console.cases.journal import SYSTEM, Frame, JournalDamaged, Journals
from console.cases.keys import Keys
from console.cases.rows import BY_NAME, CASES, Row, Table, canonical, digest
from console.cases.search import index_case
from console.faults import CaseStoreError, StoreDamaged

T = TypeVar("T")
SECRET = frozenset({"pin_hash"})  # changes of these are noted, not shown


@dataclass(slots=True)
class Change:
    """One transaction as it grows. `who` acts, for the audit trail."""

    database: Database
    who: str
    at: str
    head: Head
    generation: int
    key: bytes
    lines: list[Line] = field(default_factory=list)
    rows: list[tuple[str, Row]] = field(default_factory=list)

    def add(self, action: str, table: Table, row: Row) -> Row:
        """A new row, with its audit line; the row as stored."""
        row = {"seq": self.head.seq + 1, **row}
        self._line(action, table, row, None)
        insert_row(self.database, table, row)
        return row

    def amend(self, action: str, table: Table, old: Row, new: Row, reason: str = "") -> Row:
        """Change a row in place; each changed field old -> new. An unchanged one leaves no trace."""
        changed = {name: [old[name], new[name]] for name in table.columns if name in new and old[name] != new[name]}
        if not changed:
            return old
        row = {**old, **new}
        told: dict[str, Any] = {name: ["kept secret"] if name in SECRET else pair for name, pair in changed.items()}
        self._line(action, table, row, {**told, "reason": reason} if reason else told)
        cells = ", ".join(f'"{name}" = ?' for name in changed)
        self.database.conn.execute(f"UPDATE {table.name} SET {cells} WHERE seq = ?", (*(row[name] for name in changed), row["seq"]))  # noqa: S608
        if table is CASES:
            index_case(self.database, row)
        return row

    def note(self, action: str, *, row_id: str | None = None, case_id: str | None = None, change: Any = None) -> None:
        """An audit line about something that changed no row."""
        self._seal(action, (None, row_id, case_id), change, None)

    def _line(self, action: str, table: Table, row: Row, change: Any) -> None:
        case_id = row["id"] if table is CASES else row.get("case_id")
        self._seal(action, (table.name, row[table.key], case_id), change, digest(row))
        self.rows.append((table.name, row))

    def _seal(self, action: str, about: tuple[str | None, str | None, str | None], change: Any, pinned: bytes | None) -> None:
        line = Line(
            self.head.seq + 1, self.at, audit.monotonic_ns(), audit.boot_id(), self.who, action, *about,
            None if change is None else canonical(change), pinned, self.generation,
        ).sealed(self.head.mac, self.key)  # fmt: skip
        insert_lines(self.database, [line])
        self.lines.append(line)
        self.head = Head(line.seq, line.mac)


def insert_row(database: Database, table: Table, row: Row) -> None:
    """As it stands, with what search derives from it."""
    names = [name for name in table.columns if name in row]
    cells, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
    database.conn.execute(f"INSERT INTO {table.name} ({cells}) VALUES ({marks})", [row[name] for name in names])  # noqa: S608
    if table is CASES:
        index_case(database, row)


def insert_lines(database: Database, lines: Iterable[Line]) -> None:
    """Audit lines as they stand."""
    marks = ", ".join("?" * len(audit.COLUMNS))
    database.conn.executemany(f"INSERT INTO audit ({SELECTED}) VALUES ({marks})", [line.to_row() for line in lines])  # noqa: S608


class Ledger:
    """One open store: a writing connection behind a lock, and one for each thread that reads just now, so that no tap waits on a long read."""

    def __init__(
        self,
        home: Path,
        keys: Keys,
        writer: Database | None,
        reader: Callable[[], Database],
        *,
        now: Callable[[], datetime],
        refusal: CaseStoreError,
    ) -> None:
        self.home, self.keys, self.now = home, keys, now
        self.journals, self.anchor, self.ballast = Journals(home, keys), Anchor(home / "audit.head", keys), Ballast(home)
        self._writer, self._reader, self._refusal = writer, reader, refusal
        self._write_lock = threading.RLock()
        self._idle: list[Database] = []  # reading connections that nobody uses just now
        self._open = True
        self._head = START
        self._behind = False  # the journals and the anchor lack what the database has
        self._ashore = False  # the ballast was thrown out

    @property
    def read_only(self) -> bool:
        """Whether changes are refused."""
        return self._writer is None

    def start(self) -> None:
        """Compare the chain's end with its anchor, and bring the journals up to the database: a crash may have come between the two."""
        with self._write_lock, worded():
            self._head = last_head(self._database())
            anchored = self.anchor.read()
            if anchored is None:
                self.anchor.begin()
                self._catch_up(0)
                self.write("console", lambda change: change.note("found the store without its anchor"))
                return
            if not self._holds(anchored):
                raise StoreDamaged(
                    "The store does not end as its anchor says: something was cut off or put back. Run: rimlight verify, then rimlight restore."
                )
            # Pages that a power cut tore in the middle of a checkpoint are whole in the write-ahead log: bring them over before anybody checks.
            self._database().conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._catch_up(anchored.seq)
            if not self.anchor.spotless():  # a power cut tore the half that was being written
                self.anchor.begin(self._head)

    def write(self, who: str, work: Callable[[Change], T]) -> T:
        """Do `work` in one transaction, as `who`. When it returns, all of it is durable; when it raises, nothing happened."""
        with self._write_lock:
            database = self._database()
            if self._behind:
                self._retry_catch_up()
            try:
                change, result = self._commit(database, who, work)
            except DiskFull:
                self._ashore = True
                if not self.ballast.drop():
                    raise
                change, result = self._commit(database, who, work)
            self._head = change.head
            self._follow(change)
            if self._ashore:
                self._ashore = not self.ballast.stow()
            return result

    def read(self, work: Callable[[Database], T]) -> T:
        """Several reads of one moment, on a connection of their own."""
        reader = self._borrowed()
        try:
            with snapshot(reader):
                return work(reader)
        finally:
            self._idle.append(reader)
            if not self._open:
                self._close_readers()

    def head(self) -> Head:
        """The end of the chain, as last written here."""
        return self._head

    def close(self) -> None:
        """Fold the write-ahead log back and let go."""
        with self._write_lock:
            self._open = False
            self._close_readers()
            if self._writer is not None:
                self._writer.close()

    def _borrowed(self) -> Database:
        if not self._open:
            raise CaseStoreError("The store is closed.")
        try:
            return self._idle.pop()
        except IndexError:
            return self._reader()

    def _close_readers(self) -> None:
        while self._idle:
            self._idle.pop().close()

    def _database(self) -> Database:
        if self._writer is None:
            raise self._refusal.with_traceback(None)
        return self._writer

    def _commit(self, database: Database, who: str, work: Callable[[Change], T]) -> tuple[Change, T]:
        generation = self.keys.newest
        change = Change(database, who, self.now().isoformat(), self._head, generation, self.keys.derive("audit", generation))
        with transaction(database):
            result = work(change)
        return change, result

    def _follow(self, change: Change) -> None:
        # The change is safe in the database by now. If the disk is full here, it stays safe, and the journal is caught up by the next write or start.
        try:
            for name, frame in frames_of(change.lines, change.rows):
                self._journal(name, frame)
            if change.lines:
                self.anchor.write(self._head)
        except OSError as error:
            self._behind = self._ashore = True
            if error.errno == errno.ENOSPC and self.ballast.drop():
                self._retry_catch_up()

    def _retry_catch_up(self) -> None:
        try:
            anchored = self.anchor.read()
            self._catch_up(anchored.seq if anchored else 0)
            self._behind = False
        except OSError:
            self._behind = True

    def _catch_up(self, after: int) -> None:
        database = self._database()
        for name in cases_after(database, after):
            lines = lines_of(database, name, after)
            self._journal(name, Frame(tuple(lines), rows_of_lines(database, lines)))
        if self._head.seq > after:
            self.anchor.write(self._head)

    def _journal(self, name: str, frame: Frame) -> None:
        try:
            self._fill(name, frame.lines[0].seq)
            self.journals.append(name, frame)
        except JournalDamaged:
            self.journals.set_aside(name)
            database = self._database()
            lines = lines_of(database, name, 0)
            self.journals.append(name, Frame(tuple(lines), rows_of_lines(database, lines)))

    def _fill(self, name: str, before: int) -> None:
        """A damaged length looks like a torn end and takes what follows along: on the first touch of a run, bring back what the database has."""
        if self.journals.is_known(name):
            return
        database = self._database()
        missing = [line for line in lines_of(database, name, self.journals.last_seq(name)) if line.seq < before]
        if missing:
            self.journals.append(name, Frame(tuple(missing), rows_of_lines(database, missing)))

    def _holds(self, anchored: Head) -> bool:
        if anchored == START:
            return True
        row = self._database().conn.execute("SELECT mac FROM audit WHERE seq = ?", (anchored.seq,)).fetchone()
        return row is not None and bytes(row[0]) == anchored.mac


def last_head(database: Database) -> Head:
    """The chain's end, as the table has it."""
    row = database.conn.execute("SELECT seq, mac FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
    return Head(row[0], bytes(row[1])) if row else START


def frames_of(lines: Iterable[Line], rows: Iterable[tuple[str, Row]]) -> list[tuple[str, Frame]]:
    """One commit, parted by case."""
    by_case: dict[str, list[Line]] = {}
    for line in lines:
        by_case.setdefault(line.case_id or SYSTEM, []).append(line)
    kept = list(rows)
    return [(name, Frame(tuple(part), tuple(item for item in kept if _case_of(item) == name))) for name, part in by_case.items()]


def _case_of(item: tuple[str, Row]) -> str:
    name, row = item
    return str(row["id"]) if name == CASES.name else str(row.get("case_id") or SYSTEM)


def cases_after(database: Database, after: int) -> list[str]:
    """Journals that lines after `after` belong to."""
    return [row[0] for row in database.conn.execute("SELECT DISTINCT ifnull(case_id, ?) FROM audit WHERE seq > ?", (SYSTEM, after))]


def lines_of(database: Database, name: str, after: int) -> list[Line]:
    """The audit lines of one journal."""
    which, values = ("case_id IS NULL", [after]) if name == SYSTEM else ("case_id = ?", [name, after])
    query = f"SELECT {SELECTED} FROM audit WHERE {which} AND seq > ? ORDER BY seq"  # noqa: S608
    return [Line(*row) for row in database.conn.execute(query, values)]


def rows_of_lines(database: Database, lines: Iterable[Line]) -> tuple[tuple[str, Row], ...]:
    """The rows that these lines made or changed, as they are now."""
    wanted = {(line.tbl, line.row_id, line.case_id) for line in lines if line.tbl}
    found = (row_named(database, BY_NAME[str(table)], str(row_id), case_id) for table, row_id, case_id in sorted(wanted, key=str))
    return tuple(item for item in found if item is not None)


def row_named(database: Database, table: Table, row_id: str, case_id: str | None = None) -> tuple[str, Row] | None:
    """One row by its name; an asset's is unique within its case only."""
    within = " AND case_id = :case" if table.name == "assets" else ""
    query = f'SELECT {table.selected} FROM {table.name} WHERE "{table.key}" = :row{within}'  # noqa: S608
    row = database.conn.execute(query, {"row": row_id, "case": case_id}).fetchone()
    return (table.name, dict(zip(table.columns, row, strict=True))) if row else None
