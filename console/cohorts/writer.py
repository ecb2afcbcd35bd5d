"""Write a cohort as CSV that a spreadsheet opens without running anything in it, and that reads back the same."""

from __future__ import annotations

import csv
import io

import numpy as np

from algorithms.statistics.terms import Column, Number
from console.cohorts.cohort import Cohort

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def cohort_csv(cohort: Cohort) -> bytes:
    """UTF-8 with a byte-order mark (spreadsheets need it), commas, one row a case; a missing value is an empty cell."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    titles = [column.name for column in cohort.columns]
    writer.writerow(["case_id", *titles] if cohort.identifiers else titles)
    cells = [_cells(column) for column in cohort.columns]
    if cohort.identifiers:
        cells.insert(0, [harmless(text) for text in cohort.identifiers])
    writer.writerows(zip(*cells, strict=True))
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def harmless(text: str) -> str:
    """A cell that begins like a formula gets an apostrophe, so that it stays text."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _cells(column: Column) -> list[str]:
    if isinstance(column, Number):
        return ["" if np.isnan(value) else format(value, ".15g") for value in column.values.tolist()]
    texts = [*(harmless(level) for level in column.levels), ""]
    return [texts[code] for code in column.codes]
