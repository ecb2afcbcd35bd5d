"""A case's readings as Parquet: the table of `tables.py` with numbers as numbers and times as times."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from console.cases.model import CaseFile, User
from console.exports.tables import COLUMNS, reading_rows

NUMBERS, TRUTHS, MOMENTS = frozenset({"number"}), frozenset({"usable", "simulated", "superseded"}), frozenset({"taken_at"})


def readings_parquet(files: Sequence[CaseFile], users: tuple[User, ...]) -> bytes:
    """One row a value of every reading of every case; an empty cell is null."""
    rows = [row for file in files for row in reading_rows(file, users)]
    columns: dict[str, Any] = {name: _array(name, [row[name] for row in rows]) for name in COLUMNS}
    told = {"rimlight.use": "Research use only", "rimlight.simulated": "yes" if any(file.case.simulated for file in files) else "no"}
    out = pa.BufferOutputStream()
    parquet.write_table(pa.table(columns).replace_schema_metadata(told), out, compression="zstd")
    return bytes(out.getvalue())


def _array(name: str, cells: list[str]) -> Any:
    if name in NUMBERS:
        return pa.array([float(cell) if cell else None for cell in cells], pa.float64())
    if name in TRUTHS:
        return pa.array([cell == "yes" for cell in cells], pa.bool_())
    if name in MOMENTS:
        return pa.array([datetime.fromisoformat(cell) for cell in cells], pa.timestamp("us", tz="UTC"))
    return pa.array([cell or None for cell in cells], pa.string())
