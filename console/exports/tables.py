"""A case as a table: one row a value, for spreadsheets and for whoever checks our work."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from console.cases.model import CaseFile, Reading, User

COLUMNS = (
    "case_id", "mrn", "side", "specimen", "modality", "taken_at", "by", "name", "face", "bound", "number", "unit", "text", "usable", "validity",
    "algorithm", "version", "input_sha256", "simulated", "superseded", "reading_id",
)  # fmt: skip


def readings_csv(files: Iterable[CaseFile], users: tuple[User, ...]) -> bytes:
    """Every value of every reading as UTF-8 CSV. Superseded readings stay in, and say so."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for file in files:
        writer.writerows({key: harmless(cell) for key, cell in row.items()} for row in reading_rows(file, users))
    return text.getvalue().encode()


def reading_rows(file: CaseFile, users: tuple[User, ...]) -> Iterator[dict[str, str]]:
    """The rows of one case, oldest reading first, by the names of `COLUMNS`."""
    names = {user.id: user.name for user in users}
    replaced = {reading.supersedes for reading in file.readings if reading.supersedes}
    for reading in file.readings:
        yield from _rows(file, reading, names, superseded=reading.id in replaced)


def words_csv(rows: Iterable[Iterable[str]]) -> bytes:
    """A table of words as CSV for a spreadsheet: UTF-8 with its mark, no cell that it would run."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows([harmless(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def _rows(file: CaseFile, reading: Reading, names: dict[str, str], *, superseded: bool) -> Iterator[dict[str, str]]:
    specimen = next((str(item.number) for item in file.specimens if item.id == reading.specimen_id), "cavity")
    common = {
        "case_id": file.case.id, "mrn": file.case.patient.mrn, "side": file.case.side.value, "specimen": specimen, "modality": reading.modality,
        "taken_at": reading.taken_at.isoformat(), "by": names.get(reading.by, reading.by), "usable": _word(reading.validity.usable),
        "validity": reading.validity.statement, "algorithm": reading.provenance.algorithm, "version": reading.provenance.version,
        "input_sha256": reading.provenance.input_sha256, "simulated": _word(reading.provenance.simulated or file.case.simulated),
        "superseded": _word(superseded), "reading_id": reading.id,
    }  # fmt: skip
    for value in reading.values:
        yield {
            **common, "name": value.name, "face": value.face.value if value.face else "", "bound": value.bound.value,
            "number": "" if value.number is None else str(value.number), "unit": value.unit, "text": value.text,
        }  # fmt: skip


def _word(truth: bool) -> str:
    return "yes" if truth else "no"


def harmless(cell: str) -> str:
    """A spreadsheet runs a cell that begins like a formula; an apostrophe keeps it text. Numbers and our own signs of bound stay as they are."""
    if cell and cell[0] in "=+-@\t\r" and cell != "=" and not _is_number(cell):
        return f"'{cell}"
    return cell


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
