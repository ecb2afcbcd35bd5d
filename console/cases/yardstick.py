"""The obvious ways to do what the store does, for the benchmark to stand beside: scan with LIKE, skip with OFFSET, load everything, have no index."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from console.cases import keys as key_place
from console.cases.database import unlock
from console.cases.exchange import STORE
from console.cases.rows import CASES, READINGS, Row, patient_of


class Yardstick:
    """A connection of its own to a store, for reading."""

    def __init__(self, home: Path) -> None:
        self._database: Database = unlock(home / STORE, key_place.load(home).databases, read_only=True)[0]

    def close(self) -> None:
        """Let go."""
        self._database.close()

    def scan(self, text: str) -> list[Row]:
        """A search anywhere in the name, the MRN or the birth date, as a first version would have it."""
        query = (
            f"SELECT {CASES.selected} FROM cases WHERE family_name || ' ' || given_name || ' ' || mrn || ' ' || birth_date LIKE ? "  # noqa: S608
            "ORDER BY scheduled_at DESC LIMIT 50"
        )
        return self._rows(query, [f"%{text}%"], CASES.columns)

    def skip(self, count: int) -> list[Row]:
        """A page by its number."""
        return self._rows(f"SELECT {CASES.selected} FROM cases ORDER BY scheduled_at DESC LIMIT 50 OFFSET ?", [count], CASES.columns)  # noqa: S608

    def load_all(self) -> int:
        """The whole worklist, as objects."""
        rows = self._rows(f"SELECT {CASES.selected} FROM cases ORDER BY scheduled_at DESC", [], CASES.columns)  # noqa: S608
        return len([patient_of(row) for row in rows])

    def readings_without_index(self, case_id: str) -> list[Row]:
        """One case's readings out of all."""
        return self._rows(f"SELECT {READINGS.selected} FROM readings NOT INDEXED WHERE case_id = ?", [case_id], READINGS.columns)  # noqa: S608

    def _rows(self, query: str, values: list[Any], names: tuple[str, ...]) -> list[Row]:
        with closing(self._database.conn.execute(query, values)) as found:
            return [dict(zip(names, row, strict=True)) for row in found]
