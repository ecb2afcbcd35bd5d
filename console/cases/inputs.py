"""What a signed reading was computed from, as the store keeps it: for whoever computes it again and compares."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from console.cases.assets import Assets
from console.cases.model import Entry, Reading, Value
from console.cases.opening import open_store
from console.cases.rows import ENTRIES, READINGS, Table, entry_of, reading_of


@dataclass(frozen=True, slots=True)
class Inputs:
    """One reading and its inputs.

    `origin` is the reading that was measured: the same one, unless a change of the orientation renamed its faces since. `entries`: what was
    typed for its piece until it was signed. `asset` gives the content of a file of the case by its SHA-256; `folder` is where plain copies may lie
    for a moment.
    """

    reading: Reading
    origin: Reading
    entries: tuple[Entry, ...]
    asset: Callable[[str], bytes]
    folder: Path

    @property
    def typed(self) -> tuple[Entry, ...]:
        """The entries that stood when it was signed; none where it corrects another reading, which they would have to be added to."""
        undone = {entry.undoes for entry in self.entries if entry.undoes}
        standing = tuple(entry for entry in self.entries if entry.undoes is None and entry.id not in undone)
        return standing if self.origin.supersedes is None else ()


@dataclass(frozen=True, slots=True)
class Recomputed:
    """What comes out today: the values that would be signed, and the hash of what they were computed from."""

    values: tuple[Value, ...]
    input_sha256: str
    version: str


def signed_readings(home: Path) -> Iterator[Inputs]:
    """Every reading of the store under `home`, oldest first; the store may be in use."""
    store = open_store(home, lambda: datetime.now(UTC), read_only=True)
    try:
        for case_id in store.ledger.read(_cases):
            yield from _of_case(home, store.assets, *store.ledger.read(lambda database, case_id=case_id: _rows(database, case_id)))  # type: ignore[misc]
    finally:
        store.release()


def _of_case(home: Path, assets: Assets, readings: list[Reading], entries: list[Entry]) -> Iterator[Inputs]:
    by_id = {reading.id: reading for reading in readings}
    own: dict[str | None, list[Entry]] = defaultdict(list)
    for entry in entries:
        own[entry.specimen_id].append(entry)
    for reading in readings:
        origin = _origin(reading, by_id)
        before = tuple(entry for entry in own[origin.specimen_id] if entry.at <= origin.taken_at)
        yield Inputs(reading, origin, before, lambda sha256: b"".join(assets.read(sha256)), home / "scans")


def _origin(reading: Reading, by_id: dict[str, Reading]) -> Reading:
    """Back through the readings that only renamed faces: they kept the provenance of what was measured."""
    while reading.supersedes and by_id[reading.supersedes].provenance == reading.provenance:
        reading = by_id[reading.supersedes]
    return reading


def _cases(database: Database) -> list[str]:
    with closing(database.conn.execute("SELECT id FROM cases ORDER BY seq")) as found:
        return [str(row[0]) for row in found]


def _rows(database: Database, case_id: str) -> tuple[list[Reading], list[Entry]]:
    def rows(table: Table) -> list[dict[str, object]]:
        query = f"SELECT {table.selected} FROM {table.name} WHERE case_id = ? ORDER BY seq"  # noqa: S608
        return [dict(zip(table.columns, row, strict=True)) for row in database.conn.execute(query, (case_id,))]

    return [reading_of(row) for row in rows(READINGS)], [entry_of(row) for row in rows(ENTRIES)]
