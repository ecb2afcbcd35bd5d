"""Goes through a whole store and names everything that is not as it was written: lines, rows, pages, files, journals."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sqlite_utils import Database

from console.cases.assets import Assets
from console.cases.audit import GENESIS, SELECTED, START, Anchor, Head, Line
from console.cases.database import blank, snapshot, unlock, worded
from console.cases.exchange import HEAD, STORE
from console.cases.journal import SYSTEM, Journals
from console.cases.keys import Keys, load
from console.cases.ledger import lines_of
from console.cases.migrations import APPEND_ONLY, MIGRATIONS, migrate
from console.cases.rows import BY_NAME, TABLES, Row, Table, digest
from console.cases.search import words_of
from console.faults import CaseStoreError

Progress = Callable[[int, int], None]  # how many steps are done, of how many


class Part(StrEnum):
    """Where something was found."""

    PAGES = "pages"
    SCHEMA = "schema"
    CHAIN = "chain"
    ANCHOR = "anchor"
    ROWS = "rows"
    SEARCH = "search"
    ASSETS = "assets"
    JOURNALS = "journals"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it was written.

    `subject` names it: a line's number, a table and row id, a file. `grave` is False for what only clutters.
    """

    part: Part
    subject: str
    sentence: str
    grave: bool = True


def verify(home: Path, progress: Progress = lambda _done, _of: None) -> tuple[Finding, ...]:
    """Every check of the store under `home`, open or not, on a connection of its own. A check that cannot go on says so, and the next one begins.

    `KeyMissing` when there is no key to check with.
    """
    keys = load(home)
    try:
        database, _ = unlock(home / STORE, keys.databases, read_only=True)
    except CaseStoreError as error:
        return (Finding(Part.PAGES, STORE, f"The database cannot be opened. {error}"),)
    with closing(database):
        return tuple(Inspection(home, keys, database, progress).findings())


class Inspection:
    """One walk through a store."""

    def __init__(self, home: Path, keys: Keys, database: Database, progress: Progress) -> None:
        self._home, self._keys, self._database, self._progress = home, keys, database, progress
        self._done, self._of = 0, 1
        self._last: dict[tuple[str, str], bytes | None] = {}  # digests of the rows that may change, as last vouched for

    def findings(self) -> Iterator[Finding]:
        """All of them."""
        yield from self._guarded(Part.PAGES, self._pages)
        anchor = Anchor(self._home / HEAD, self._keys)
        anchored = anchor.read()  # before the snapshot: a live store only goes on from here
        if anchored is not None and not anchor.spotless():
            yield Finding(Part.ANCHOR, HEAD, "The older half of the anchor is damaged; the newer one is whole.", grave=False)
        with snapshot(self._database):
            yield from self._guarded(Part.SCHEMA, self._schema)
            yield from self._guarded(Part.CHAIN, lambda: self._chain(anchored))
            for table in TABLES:
                yield from self._guarded(Part.ROWS, lambda table=table: self._rows(table))  # type: ignore[misc]
            yield from self._guarded(Part.SEARCH, self._search)
            yield from self._guarded(Part.ASSETS, self._assets)
            yield from self._guarded(Part.JOURNALS, self._journals)
        self._progress(self._of, self._of)

    def _guarded(self, part: Part, check: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
        try:
            with worded():
                yield from check()
        except (CaseStoreError, ValueError, TypeError) as error:
            said = str(error) if isinstance(error, CaseStoreError) else "What is stored there has no sense."
            yield Finding(part, "database", f"The check of the {part.value} could not be finished. {said}")

    def _step(self, count: int = 1) -> None:
        self._done += count
        self._progress(min(self._done, self._of), self._of)

    def _pages(self) -> Iterator[Finding]:
        for number, row in enumerate(self._database.conn.execute("PRAGMA cipher_integrity_check")):
            if number < 100:
                yield Finding(Part.PAGES, STORE, f"The database file is damaged: {row[0]}.")
        for row in self._database.conn.execute("PRAGMA integrity_check(20)"):
            if row[0] != "ok":
                yield Finding(Part.PAGES, STORE, "The database's tables and indexes do not agree with one another.")
                return

    def _schema(self) -> Iterator[Finding]:
        with closing(blank()) as wanted:
            migrate(wanted, lambda _: None, MIGRATIONS)
            query = "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"
            ours, theirs = set(wanted.conn.execute(query)), set(self._database.conn.execute(query))
        for kind, name in sorted({(kind, name) for kind, name, _ in ours ^ theirs if not name.startswith("sqlite_")}):
            yield Finding(Part.SCHEMA, name, f"The {kind} {name} is not as this version of Rimlight made it.")

    # --- the chain ---------------------------------------------------------------------------------------------------------------------

    def _chain(self, anchored: Head | None) -> Iterator[Finding]:
        counts = [
            self._database.conn.execute(query).fetchone()[0] for query in ("SELECT count(*) FROM audit", "SELECT count(*) FROM assets")
        ]
        self._of = max(1, 2 * counts[0] + counts[1])
        head, generation, keys = START, 0, {n: self._keys.derive("audit", n) for n in range(len(self._keys.generations))}
        at_anchor = GENESIS
        for row in self._database.conn.execute(f"SELECT {SELECTED} FROM audit ORDER BY seq"):  # noqa: S608
            line = Line(*row)
            yield from self._line(line, head, generation, keys)
            head, generation = Head(line.seq, bytes(line.mac)), max(generation, line.key)
            at_anchor = head.mac if anchored and head.seq == anchored.seq else at_anchor
            if line.tbl and line.tbl not in APPEND_ONLY:
                self._last[line.tbl, str(line.row_id)] = line.digest
            self._step()
        yield from _ends(anchored, head, at_anchor)

    @staticmethod
    def _line(line: Line, head: Head, generation: int, keys: dict[int, bytes]) -> Iterator[Finding]:
        if line.seq != head.seq + 1:
            missing = f"{head.seq + 1}" if line.seq == head.seq + 2 else f"{head.seq + 1} to {line.seq - 1}"
            yield Finding(Part.CHAIN, f"audit {missing}", f"Audit line {missing} is missing.")
        known = line.key in keys and line.key >= generation
        if not known or not hmac.compare_digest(line.sealed_onto(head.mac, keys[line.key]), bytes(line.mac)):
            yield Finding(Part.CHAIN, f"audit {line.seq}", f"Audit line {line.seq} is not what was written, or not where it was written.")

    # --- the rows ----------------------------------------------------------------------------------------------------------------------

    def _rows(self, table: Table) -> Iterator[Finding]:
        seen: set[str] = set()
        cells = ", ".join(f't."{column}"' for column in table.columns)
        query = f"SELECT {cells}, a.tbl, a.row_id, a.digest FROM {table.name} t LEFT JOIN audit a ON a.seq = t.seq ORDER BY t.seq"  # noqa: S608
        for *values, tbl, row_id, pinned in self._database.conn.execute(query):
            row = dict(zip(table.columns, values, strict=True))
            yield from self._row(table, row, (tbl, row_id), pinned)
            if not table.appended:
                seen.add(str(row[table.key]))
            self._step()
        yield from self._missing(table, seen)

    def _row(self, table: Table, row: Row, made: tuple[str | None, str | None], pinned: bytes | None) -> Iterator[Finding]:
        name = f"{table.name} {row[table.key]}"
        if made != (table.name, row[table.key]):
            yield Finding(Part.ROWS, name, f"The row {name} has no audit line that made it.")
            return
        vouched = pinned if table.appended else self._last.get((table.name, str(row[table.key])))
        if vouched is None or digest(row) != bytes(vouched):
            yield Finding(Part.ROWS, name, f"The row {name} is not what its audit line says was written.")

    def _missing(self, table: Table, seen: set[str]) -> Iterator[Finding]:
        if not table.appended:
            gone = [row_id for tbl, row_id in self._last if tbl == table.name and row_id not in seen]
        else:
            query = f"SELECT row_id FROM audit a WHERE tbl = ? AND NOT EXISTS (SELECT 1 FROM {table.name} t WHERE t.seq = a.seq)"  # noqa: S608
            gone = [str(row[0]) for row in self._database.conn.execute(query, (table.name,))]
        for row_id in gone:
            yield Finding(Part.ROWS, f"{table.name} {row_id}", f"The row {table.name} {row_id} is missing.")

    def _search(self) -> Iterator[Finding]:
        total = 0
        table = BY_NAME["cases"]
        for values in self._database.conn.execute(f"SELECT {table.selected} FROM cases"):  # noqa: S608
            row = dict(zip(table.columns, values, strict=True))
            kept = {word for (word,) in self._database.conn.execute("SELECT word FROM case_words WHERE case_id = ?", (row["id"],))}
            total += len(kept)
            if kept != words_of(row):
                yield Finding(Part.SEARCH, f"cases {row['id']}", f"The case {row['id']} is not found by the words it should be found by.")
        if total != self._database.conn.execute("SELECT count(*) FROM case_words").fetchone()[0]:
            yield Finding(Part.SEARCH, "case_words", "The search knows cases that are not there.")

    # --- beside the database -------------------------------------------------------------------------------------------------------------

    def _assets(self) -> Iterator[Finding]:
        assets = Assets(self._home, self._keys)
        known: set[Path] = set()
        for (sha256,) in self._database.conn.execute("SELECT DISTINCT sha256 FROM assets"):
            path = assets.path(sha256)
            known.add(path)
            if not path.exists():
                yield Finding(Part.ASSETS, f"asset {sha256}", f"The file {sha256[:12]}… ({path.name[:12]}…) is missing.")
            elif not assets.sound(sha256):
                yield Finding(Part.ASSETS, f"asset {sha256}", f"The file {sha256[:12]}… ({path.name[:12]}…) is damaged.")
            self._step()
        for path in sorted(assets.folder.glob("*/*")):
            if path not in known:
                yield Finding(Part.ASSETS, f"file {path.name}", f"The file {path.name[:12]}… belongs to no case.", grave=False)

    def _journals(self) -> Iterator[Finding]:
        journals = Journals(self._home, self._keys)
        query = "SELECT DISTINCT ifnull(case_id, ?) FROM audit"
        wanted = {name for (name,) in self._database.conn.execute(query, (SYSTEM,))}
        for name in sorted(wanted | set(journals.names())):
            yield from self._journal(journals, name)

    def _journal(self, journals: Journals, name: str) -> Iterator[Finding]:
        contents = journals.read(name)
        subject = f"journal {name}"
        if contents.good < contents.size:
            yield Finding(Part.JOURNALS, subject, f"The journal {name} is damaged from byte {contents.good} on.")
        lines = lines_of(self._database, name, 0)
        kept = {line.seq: line.mac for frame in contents.frames for line in frame.lines}
        if lacking := [line.seq for line in lines if kept.get(line.seq) != bytes(line.mac)]:
            yield Finding(Part.JOURNALS, subject, f"The journal {name} lacks audit line {lacking[0]}, or has another in its place.")
        strange = kept.keys() - {line.seq for line in lines}
        if strange and not strange <= self._written_since():
            yield Finding(Part.JOURNALS, subject, f"The journal {name} knows of changes that the database does not.")
        self._step(len(lines))

    def _written_since(self) -> set[int]:
        """Lines that a live store wrote after the snapshot: the database has each line before its journal."""
        newest = self._database.conn.execute("SELECT ifnull(max(seq), 0) FROM audit").fetchone()[0]
        with closing(unlock(self._home / STORE, self._keys.databases, read_only=True)[0]) as now:
            return {seq for (seq,) in now.conn.execute("SELECT seq FROM audit WHERE seq > ?", (newest,))}


def _ends(anchored: Head | None, head: Head, at_anchor: bytes) -> Iterator[Finding]:
    if anchored is None:
        yield Finding(Part.ANCHOR, HEAD, "The anchor of the audit trail is missing or damaged.")
    elif anchored.seq > head.seq:
        yield Finding(Part.ANCHOR, f"audit {head.seq + 1} to {anchored.seq}", f"The audit trail was cut off after line {head.seq}.")
    elif at_anchor != anchored.mac:
        yield Finding(Part.ANCHOR, f"audit {anchored.seq}", f"Audit line {anchored.seq} is not the one that the anchor holds.")
