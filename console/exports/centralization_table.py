"""The centralization of many specimens: a CSV in, the same rows with their figures out; all of them or none.

Columns in, in any order, lengths in mm: resected_major, resected_minor, mass_major, mass_minor, superior, inferior, medial, lateral; and, where they
were measured, anterior, posterior, resected_depth. Other columns are handed through. Rows count as a spreadsheet counts them: the header is row 1.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from algorithms.specimen.accuracy import accuracy, position
from algorithms.specimen.centralization import centralize
from algorithms.specimen.measurement import Length, SpecimenMeasurement, plain
from console.cases.files import write_whole
from console.exports.tables import harmless
from console.faults import ImportRefused, Refused
from console.millimetres import read_length

DEPTH = "resected_depth"
LARGEST_BYTES = 64 * 1024 * 1024
NAMED = 10  # wrong cells that a refusal names; the rest is counted
SEPARATORS = ",;\t"
FIGURES = (
    "centralization_cm", "major_axis_difference_cm", "minor_axis_difference_cm", "closest_margin_mm", "closest_faces",
    "superior_inferior_offset_mm", "medial_lateral_offset_mm", "eccentricity_mm", "relative_eccentricity", "volume_cm3", "resection_ratio",
    "position", "warnings",
)  # fmt: skip


def centralize_table(source: Path, target: Path) -> int:
    """Read `source`, write `target`; the number of specimens. `ImportRefused` names each wrong cell, and then nothing is written."""
    columns, rows = _read(source)
    if source.resolve() == target.resolve():
        raise Refused("The result would take the place of its source; give --out another name.")
    wrong: list[str] = []
    done = [_row(row, index + 2, wrong) for index, row in enumerate(rows)]
    if wrong:
        more = f" And {len(wrong) - NAMED} more." if len(wrong) > NAMED else ""
        raise ImportRefused(f"{source.name}: {' '.join(wrong[:NAMED])}{more} Nothing was written.")
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([*columns, *FIGURES])
    for row, figures in zip(rows, done, strict=True):
        writer.writerow([harmless(cell) for cell in (*(row[column] for column in columns), *(figures[name] for name in FIGURES))])
    write_whole(target, text.getvalue().encode())
    return len(rows)


def _read(source: Path) -> tuple[list[str], list[dict[str, str]]]:
    try:
        if source.stat().st_size > LARGEST_BYTES:
            raise ImportRefused(f"{source.name} is larger than {LARGEST_BYTES // 2**20} MB. Nothing was written.")
        text = source.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ImportRefused(f"{source.name} cannot be read: {error.strerror or 'unknown reason'}.") from error
    except UnicodeDecodeError as error:
        raise ImportRefused(f"{source.name} is not UTF-8 text. Save it as CSV UTF-8.") from error
    head = text.split("\n", 1)[0]
    separator = max(SEPARATORS, key=head.count)
    try:
        lines = [line for line in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True) if any(line)]
    except csv.Error as error:
        raise ImportRefused(f"{source.name} is not a CSV table: check its quotation marks.") from error
    if len(lines) < 2:
        raise ImportRefused(f"{source.name} needs a header and at least one row.")
    columns = [column.strip() for column in lines[0]]
    _check_columns(source.name, columns)
    for number, line in enumerate(lines[1:], start=2):
        if len(line) != len(columns):
            raise ImportRefused(f"{source.name}: row {number} has {len(line)} cells, the header {len(columns)}. Nothing was written.")
    return columns, [dict(zip(columns, line, strict=True)) for line in lines[1:]]


def _check_columns(name: str, columns: list[str]) -> None:
    missing = [length.value for length in Length if not length.optional and length.value not in columns]
    if missing:
        raise ImportRefused(f"{name}: column {', '.join(missing)} is missing. Nothing was written.")
    if len(set(columns)) != len(columns) or set(FIGURES) & set(columns):
        raise ImportRefused(f"{name}: each column has its own name, and none that of a figure. Nothing was written.")


def _row(row: Mapping[str, str], number: int, wrong: list[str]) -> dict[str, str]:
    lengths: dict[Length, Decimal] = {}
    depth = None
    for name in (*(length.value for length in Length), DEPTH):
        text = row.get(name, "").strip()
        optional = name == DEPTH or Length(name).optional
        if not text and optional:
            continue
        try:
            if name == DEPTH:
                depth = read_length(Length.RESECTED_MINOR, text)  # an axis, like the others: longer than nothing
            else:
                lengths[Length(name)] = read_length(Length(name), text)
        except Refused as refusal:
            wrong.append(f"Row {number}, column {name}: {str(refusal).partition(': ')[2]}")
    if wrong:
        return {}
    return _figures(SpecimenMeasurement(**{length.value: value for length, value in lengths.items()}), depth)


def _figures(specimen: SpecimenMeasurement, depth: Decimal | None) -> dict[str, str]:
    found, cut = centralize(specimen), accuracy(specimen, depth)
    return {
        "centralization_cm": plain(found.centralization_cm),
        "major_axis_difference_cm": plain(found.major_axis_difference_cm),
        "minor_axis_difference_cm": plain(found.minor_axis_difference_cm),
        "closest_margin_mm": plain(found.closest_mm),
        "closest_faces": " ".join(face.value for face in found.closest_faces),
        "superior_inferior_offset_mm": plain(found.superior_inferior_offset_mm),
        "medial_lateral_offset_mm": plain(found.medial_lateral_offset_mm),
        "eccentricity_mm": plain(cut.eccentricity_mm),
        "relative_eccentricity": plain(cut.relative_eccentricity),
        "volume_cm3": "" if cut.volume_cm3 is None else plain(cut.volume_cm3),
        "resection_ratio": "" if cut.resection_ratio is None else plain(cut.resection_ratio),
        "position": position(found.centralization_cm, specimen),
        "warnings": " ".join(doubt.sentence for doubt in found.warnings),
    }
