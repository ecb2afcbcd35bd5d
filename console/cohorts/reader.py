"""Read a cohort from CSV or Parquet: all of it or nothing, every wrong cell named by row and column, and no cell's content repeated in a message.

Rows count as a spreadsheet counts them: the header is row 1.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np

from algorithms.statistics.result import Flags, Floats
from algorithms.statistics.terms import Column, Number, Word
from console.cohorts.cohort import Cohort
from console.cohorts.dictionary import MISSING_WORDS, NEGATIVE_POSITIVE, NO_YES, Field, Kind, field_named, spellings
from console.cohorts.writer import cohort_csv
from console.faults import ImportRefused

PARQUET = b"PAR1"  # how such a file begins
LARGEST_BYTES = 512 * 1024 * 1024
SEPARATORS = ",;\t"
NAMED = 10  # wrong cells that a message names; the rest is counted
MOST_LEVELS = 50
NUMBER = re.compile(r"[+-]?([0-9]{1,15}(\.[0-9]{0,15})?|\.[0-9]{1,15})([eE][+-]?[0-9]{1,2})?")
UNREADABLE = -2  # a code beside −1, missing
_TRUTHS = (({"0", "no", "n", "false"}, {"1", "yes", "y", "true"}, NO_YES), ({"negative", "neg"}, {"positive", "pos"}, NEGATIVE_POSITIVE))

Fault = tuple[int, str, str]
"""Row, column, what should stand there."""


def read_cohort(path: Path) -> Cohort:
    """Read a file; `ImportRefused` says what is wrong and where."""
    return parse_cohort(content_of_cohort(path), path.name)


def content_of_cohort(path: Path) -> bytes:
    """The bytes of a file that is not too large."""
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise ImportRefused(f"{path.name} is larger than {LARGEST_BYTES // 2**20} MB. Nothing was imported.")
        return path.read_bytes()
    except OSError as error:
        raise ImportRefused(f"{path.name} cannot be read: {error.strerror or 'the system refuses'}.") from None


def parse_cohort(content: bytes, name: str) -> Cohort:
    """The same from bytes."""
    rows, separator = _rows(content, name)
    header, body = _header(rows[0], name), rows[1:]
    faults: list[Fault] = [
        (index + 2, "", f"has {len(row)} cells where the header has {len(header)}")
        for index, row in enumerate(body)
        if len(row) != len(header)
    ]
    _refuse(faults, name)
    if not body:
        raise ImportRefused(f"{name} has a header and no cases. Nothing was imported.")
    comma = separator != ","
    columns: list[Column] = []
    notes: list[str] = []
    identifiers: tuple[str, ...] = ()
    for title, cells in zip(header, zip(*body, strict=True), strict=True):
        field = field_named(title)
        if field is not None and field.kind is Kind.IDENTIFIER:
            identifiers = _identifiers(title, cells, faults)
            continue
        column = _known(field, cells, faults, comma=comma) if field else _other(title, cells, comma=comma)
        if column is None:
            notes.append(f"Column {title} is not in the data dictionary, holds text, and was not read.")
            continue
        columns.append(column)
        if field is None:
            kind = "numbers" if isinstance(column, Number) else "words"
            notes.append(f"Column {title} is not in the data dictionary; it was read as {kind}.")
    _refuse(faults, name)
    found = Cohort(name, hashlib.sha256(content).hexdigest(), len(body), identifiers, tuple(columns))
    return Cohort(found.name, found.sha256, found.n, identifiers, found.columns, (*notes, *_contradictions(found)))


def kept_text(content: bytes, cohort: Cohort) -> str:
    """An imported file as the store keeps it: a CSV as it came, a Parquet file as the CSV of what was read from it."""
    return (cohort_csv(cohort) if content.startswith(PARQUET) else content).decode("utf-8-sig")


def _rows(content: bytes, name: str) -> tuple[list[list[str]], str]:
    """Decode and split; lines without any cell are skipped only at the end."""
    if content.startswith(PARQUET):
        from console.cohorts.parquet import parquet_rows  # noqa: PLC0415 - brings Arrow: only where it is needed

        return parquet_rows(content, name), ","
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        raise ImportRefused(f"{name} is UTF-16. Save it as UTF-8 CSV. Nothing was imported.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise ImportRefused(f"{name} is not UTF-8 at line {line}. Save it as UTF-8 CSV. Nothing was imported.") from None
    if "\0" in text:
        raise ImportRefused(f"{name} holds zero bytes: it is not a CSV. Nothing was imported.")
    separator = _separator(text, name)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error:
        raise ImportRefused(
            f"{name} has a quotation mark that is never closed, or a cell that is too long. Nothing was imported."
        ) from None
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    if not rows:
        raise ImportRefused(f"{name} is empty. Nothing was imported.")
    return rows, separator


def _separator(text: str, name: str) -> str:
    """The one separator that the header uses; two kinds at once are refused rather than guessed."""
    first = next(csv.reader(io.StringIO(text.split("\n", 1)[0].strip("\r")), delimiter="\x1f"), [""])
    head = re.sub(r'"[^"]*"', "", first[0] if first else "")
    used = [mark for mark in SEPARATORS if mark in head]
    if len(used) > 1:
        raise ImportRefused(f"{name}: the header mixes separators; use commas, or semicolons, or tabs throughout. Nothing was imported.")
    return used[0] if used else ","


def _header(cells: list[str], name: str) -> list[str]:
    titles = [cell.strip().lower().replace(" ", "_") for cell in cells]
    for index, title in enumerate(titles):
        if not title:
            raise ImportRefused(f"{name}: column {index + 1} has no name. Nothing was imported.")
        if title in titles[:index]:
            raise ImportRefused(f"{name}: two columns are named {title}. Nothing was imported.")
    return titles


def _identifiers(title: str, cells: tuple[str, ...], faults: list[Fault]) -> tuple[str, ...]:
    seen: dict[str, int] = {}
    for row, cell in enumerate(cells, 2):
        text = cell.strip()
        if not text:
            faults.append((row, title, "an identifier, but the cell is empty"))
        elif text in seen:
            faults.append((row, title, f"an identifier of its own, but row {seen[text]} has the same"))
        seen.setdefault(text, row)
    return tuple(cell.strip() for cell in cells)


def _known(field: Field, cells: tuple[str, ...], faults: list[Fault], *, comma: bool) -> Column:
    if field.kind is Kind.NUMBER:
        values = _each(cells, lambda text: _number(text, comma=comma))
        outside = (values < field.least) | (values > field.most)
        _note(faults, outside, field.name, f"a number from {field.least:g} to {field.most:g}")
        return Number(field.name, values)
    if field.kind is Kind.NAME:
        return _named(field.name, cells)
    accepted = spellings(field)
    codes = _each(cells, lambda text: float(accepted.get(text.lower(), UNREADABLE)), missing=-1).astype(np.int64)
    _note(faults, codes == UNREADABLE, field.name, f"one of {', '.join(field.levels)}")
    return Word(field.name, codes, field.levels)


def _other(title: str, cells: tuple[str, ...], *, comma: bool) -> Column | None:
    """A column that the dictionary does not know: truths, numbers, or a few words; None for free text."""
    distinct = {cell.strip().lower() for cell in cells} - MISSING_WORDS
    for no, yes, levels in _TRUTHS:
        if distinct and distinct <= no | yes and not distinct <= {"0", "1"}:
            codes = _each(cells, lambda text, yes=yes: float(text.lower() in yes), missing=-1)  # type: ignore[misc]
            return Word(title, codes.astype(np.int64), levels)
    values = _each(cells, lambda text: _number(text, comma=comma))
    if not np.isinf(values).any():
        return Number(title, values)
    return _named(title, cells) if len(distinct) <= MOST_LEVELS else None


def _named(title: str, cells: tuple[str, ...]) -> Word:
    """Any words, in the order of the alphabet. Only an empty cell is missing. The apostrophe that keeps a formula harmless is taken off."""
    texts = {cell: _disarmed(cell.strip()) for cell in set(cells)}
    levels = tuple(sorted({text for text in texts.values() if text}))
    code = {text: index for index, text in enumerate(levels)} | {"": -1}
    return Word(title, np.fromiter((code[texts[cell]] for cell in cells), dtype=np.int64, count=len(cells)), levels)


def _disarmed(text: str) -> str:
    return text[1:] if text[:1] == "'" and text[1:2] in {"=", "+", "-", "@"} else text


def _each(cells: tuple[str, ...], parse: Callable[[str], float], *, missing: float = np.nan) -> Floats:
    """Parse each distinct cell once: columns of 100,000 cases hold few different texts."""
    found = {}
    for cell in set(cells):
        text = cell.strip()
        found[cell] = missing if text.lower() in MISSING_WORDS else parse(text)
    return np.fromiter(map(found.__getitem__, cells), dtype=np.float64, count=len(cells))


def _number(text: str, *, comma: bool) -> float:
    """Infinite where it is not a plain number: no column's range lets that pass. A decimal comma is read where commas do not separate cells."""
    plain = text.replace(",", ".") if comma else text
    return float(plain) if NUMBER.fullmatch(plain) else np.inf


def _note(faults: list[Fault], wrong: Flags, title: str, wanted: str) -> None:
    faults.extend((int(row) + 2, title, wanted) for row in np.flatnonzero(wrong))


def _refuse(faults: list[Fault], name: str) -> None:
    if not faults:
        return
    ordered = sorted(faults, key=lambda fault: fault[0])
    named = [f"row {row}, column {title}: should be {wanted}" if title else f"row {row} {wanted}" for row, title, wanted in ordered[:NAMED]]
    more = f"; and {len(ordered) - NAMED} more" if len(ordered) > NAMED else ""
    raise ImportRefused(f"{name}: {'; '.join(named)}{more}. Nothing was imported.")


def _contradictions(cohort: Cohort) -> list[str]:
    """What is possible cell by cell and not together: said, not refused, because the truth is for a person to find."""
    found = []
    if cohort.has("recurrence") and cohort.has("recurrence_days"):
        yes, days = cohort.flags("recurrence"), cohort.numbers("recurrence_days")
        if undated := int(((yes == 1) & np.isnan(days)).sum()):
            found.append(f"{undated} cases have a recurrence without its day.")
    if cohort.has("follow_up_days"):
        end = cohort.numbers("follow_up_days")
        late = [(title, int((cohort.numbers(title) > end).sum())) for title in ("recurrence_days", "death_days") if cohort.has(title)]
        found += [f"{count} cases have {title} beyond follow_up_days." for title, count in late if count]
    return found
