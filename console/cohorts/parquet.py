"""Cohorts as Parquet, the format of data departments: read into the same rows of cells as a CSV, so that every cell meets the same checks.

The format states sizes before it states data; they are checked first, because a small file can ask for a large memory.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
from pyarrow import parquet

from algorithms.statistics.terms import Column, Number
from console.cohorts.cohort import Cohort
from console.cohorts.dictionary import VERSION
from console.faults import ImportRefused

MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 2_000_000, 500, 50_000_000
LONGEST_COLUMN_BYTES = 256 * 1024 * 1024
LONGEST_WORD = 1000
_THRIFT_LIMIT = 16 * 1024 * 1024  # of the footer that describes the file


def parquet_rows(content: bytes, name: str) -> list[list[str]]:
    """The header and one row of cells a case, as a CSV would hold them; `ImportRefused` names what does not fit."""
    try:
        file = _opened(content, [])
        titles = list(file.schema_arrow.names)
        _check_size(file, name)
        _check_types(file.schema_arrow, name)
        # Words stay coded: a long one that a million rows share is held once.
        file = _opened(content, [title for title, kind in zip(titles, file.schema_arrow.types, strict=True) if pa.types.is_string(kind)])
        columns = [_cells(file.read([title], use_threads=False).column(0), f"{name}: column {title}") for title in titles]
    except (pa.ArrowException, OSError, ValueError, MemoryError):
        raise ImportRefused(f"{name} is not a Parquet file that can be read. Nothing was imported.") from None
    return [titles, *(list(row) for row in zip(*columns, strict=True))]


def cohort_parquet(cohort: Cohort) -> bytes:
    """One row a case; numbers as float64, words as dictionary-coded text, a missing value as null; the data dictionary's version in the metadata."""
    arrays: dict[str, Any] = {"case_id": pa.array(cohort.identifiers)} if cohort.identifiers else {}
    arrays |= {column.name: _array(column) for column in cohort.columns}
    told = {"rimlight.dictionary": VERSION, "rimlight.use": "Research use only", "rimlight.source_sha256": cohort.sha256}
    out = pa.BufferOutputStream()
    parquet.write_table(pa.table(arrays).replace_schema_metadata(told), out, compression="zstd")
    return bytes(out.getvalue())


def _opened(content: bytes, coded: list[str]) -> Any:
    limits = {"thrift_string_size_limit": _THRIFT_LIMIT, "thrift_container_size_limit": _THRIFT_LIMIT}
    return parquet.ParquetFile(pa.BufferReader(content), read_dictionary=coded, **limits)


def _check_size(file: Any, name: str) -> None:
    rows, columns = file.metadata.num_rows, file.metadata.num_columns
    if columns > MOST_COLUMNS or not 0 <= rows <= MOST_ROWS or rows * columns > MOST_CELLS:
        raise ImportRefused(f"{name} states {rows} cases of {columns} columns: too large for a cohort. Nothing was imported.")
    groups = (file.metadata.row_group(index) for index in range(file.metadata.num_row_groups))
    if any(group.column(index).total_uncompressed_size > LONGEST_COLUMN_BYTES for group in groups for index in range(group.num_columns)):
        raise ImportRefused(f"{name} holds a column larger than {LONGEST_COLUMN_BYTES // 2**20} MB. Nothing was imported.")


def _check_types(schema: Any, name: str) -> None:
    for title, kind in zip(schema.names, schema.types, strict=True):
        plain = kind.value_type if pa.types.is_dictionary(kind) else kind
        if not any(fits(plain) for fits in _READ):
            raise ImportRefused(
                f"{name}: column {title} holds {plain}; a cohort holds numbers, words, and yes or no. Nothing was imported."
            )


_READ = (
    pa.types.is_boolean, pa.types.is_integer, pa.types.is_floating, pa.types.is_decimal, pa.types.is_string,
    pa.types.is_large_string, pa.types.is_null,
)  # fmt: skip


def _cells(column: Any, what: str) -> list[str]:
    if pa.types.is_floating(column.type):
        values = column.to_numpy().astype(np.float64)
        return ["" if np.isnan(value) else format(value, ".15g") for value in values.tolist()]
    if pa.types.is_dictionary(column.type):
        return [text for chunk in column.chunks for text in _decoded(chunk, what)]
    return ["" if value is None else _text(value) for value in column.to_pylist()]


def _decoded(chunk: Any, what: str) -> list[str]:
    texts = [_text(value) for value in chunk.dictionary.to_pylist()]
    if any(len(text) > LONGEST_WORD for text in texts):
        raise ImportRefused(f"{what} holds a word longer than {LONGEST_WORD} letters. Nothing was imported.")
    return ["" if code is None else texts[code] for code in chunk.indices.to_pylist()]


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _array(column: Column) -> Any:
    if isinstance(column, Number):
        return pa.array(column.values, mask=np.isnan(column.values))
    codes = pa.array(column.codes.astype(np.int32), mask=column.codes < 0)
    return pa.DictionaryArray.from_arrays(codes, pa.array(column.levels, type=pa.string()))
