"""Plays the cases' journals into a database: line by line while the audit chain holds, and what lies behind a gap as new lines that say so."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from sqlite_utils import Database

from console.cases.audit import Head, Line
from console.cases.database import transaction
from console.cases.journal import Frame, Journals
from console.cases.keys import Keys
from console.cases.ledger import Change, insert_lines, insert_row, last_head, row_named
from console.cases.rows import BY_NAME, CASES, TABLES, Row, Table
from console.cases.search import index_case

WHO = "console"
_ORDER = {table.name: number for number, table in enumerate(TABLES)}
RowName = tuple[str, str, str | None]


def replay(database: Database, journals: Journals, keys: Keys, now: Callable[[], datetime]) -> tuple[int, int]:
    """Bring `database` up to what the journals know; how many lines followed on, and how many rows were saved from behind a gap."""
    begun = last_head(database)
    frames = sorted((frame for name in journals.names() for frame in journals.read(name).frames), key=lambda frame: frame.lines[-1].seq)
    later = [frame for frame in frames if frame.lines[-1].seq > begun.seq]
    following = _following(begun, [line for frame in later for line in frame.lines], keys)
    reached = following[-1].seq if following else begun.seq
    behind = [frame for frame in later if frame.lines[-1].seq > reached]
    with transaction(database):
        insert_lines(database, following)
        for (name, _, _), row in _newest_rows(later).items():
            if row["seq"] <= reached:
                _put(database, BY_NAME[name], row)
    return len(following), _save(database, behind, keys, now) if behind else 0


def _following(head: Head, lines: list[Line], keys: Keys) -> list[Line]:
    """As many lines as continue the chain without a gap and prove themselves."""
    found = []
    for line in sorted({line.seq: line for line in lines if line.seq > head.seq}.values(), key=lambda line: line.seq):
        if line.seq != head.seq + 1 or line.key > keys.newest or line.sealed_onto(head.mac, keys.derive("audit", line.key)) != line.mac:
            break
        found.append(line)
        head = Head(line.seq, line.mac)
    return found


def _newest_rows(frames: Iterable[Frame]) -> dict[RowName, Row]:
    """Each row as the last frame has it, in the order in which rows refer to one another."""
    newest = {(name, str(row[BY_NAME[name].key]), row.get("case_id")): row for frame in frames for name, row in frame.rows}
    return dict(sorted(newest.items(), key=lambda item: (_ORDER[item[0][0]], item[1]["seq"])))


def _put(database: Database, table: Table, row: Row) -> None:
    """Add the row, or bring the one that is there up to date."""
    found = row_named(database, table, row[table.key], row.get("case_id"))
    if found is None:
        insert_row(database, table, row)
    elif found[1] != row:
        cells = ", ".join(f'"{name}" = ?' for name in row)
        database.conn.execute(f"UPDATE {table.name} SET {cells} WHERE seq = ?", (*row.values(), row["seq"]))  # noqa: S608
        if table is CASES:
            index_case(database, row)


def _save(database: Database, frames: list[Frame], keys: Keys, now: Callable[[], datetime]) -> int:
    """What lies behind a gap cannot keep its place in the chain. It comes back as new lines, each with the line that it had."""
    generation = keys.newest
    change = Change(database, WHO, now().isoformat(), last_head(database), generation, keys.derive("audit", generation))
    with transaction(database):
        for frame in frames:
            for line in frame.lines:
                change.note("recovered line", row_id=line.row_id, case_id=line.case_id, change=line.to_list())
        rows = _newest_rows(frames)
        for (name, key, case_id), row in rows.items():
            found = row_named(database, BY_NAME[name], key, case_id)
            bare = {column: value for column, value in row.items() if column != "seq"}
            if found is None:
                change.add("recovered row", BY_NAME[name], bare)
            elif not BY_NAME[name].appended:
                change.amend("recovered row", BY_NAME[name], found[1], bare)
    return len(rows)
