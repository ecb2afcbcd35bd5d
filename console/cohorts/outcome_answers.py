"""The table that a paper prints first: each yes-or-no outcome by arm, with its odds ratio and a test chosen by the stated rules."""

from __future__ import annotations

from typing import Any

import numpy as np

from algorithms.statistics.contingency import chi_square, fisher_exact, needs_exact
from algorithms.statistics.freeman_halton import exact_test, monte_carlo
from algorithms.statistics.methods import methods_paragraph
from algorithms.statistics.proportions import Proportion, odds_ratio
from algorithms.statistics.result import Indeterminate, Ints, Test
from console.cohorts.cohort import Cohort
from console.cohorts.definition import ARM
from console.cohorts.endpoint import event_flags
from console.cohorts.sheet import Sheet

OUTCOMES = ("frozen_margin", "further_resection", "permanent_margin", "reoperation", "complication", "recurrence", "death")
TITLES = {
    "frozen_margin": "Frozen margin positive", "further_resection": "Further resection", "permanent_margin": "Permanent margin positive",
    "reoperation": "Re-operation", "complication": "Complication", "recurrence": "Recurrence", "death": "Death",
}  # fmt: skip


def outcomes(cohort: Cohort, arm: str = ARM, names: tuple[str, ...] = OUTCOMES) -> dict[str, Any]:
    """Counts by arm, the odds ratio of the first arm against the second where there are two, and p."""
    groups, sheet = cohort.words(arm), Sheet()
    there = [name for name in names if cohort.has(name) or (name == "death" and cohort.has("death_days"))]
    rows, missing = [], []
    for name in there:
        happened = event_flags(cohort, name)
        known = ~np.isnan(happened) & (groups.codes >= 0)
        missing.append((name, int(cohort.n - known.sum())))
        counts = [
            Proportion(int((happened[known & (groups.codes == code)] == 1).sum()), int((known & (groups.codes == code)).sum()))
            for code in range(len(groups.levels))
        ]
        if any(one.total for one in counts):
            rows.append(_row(sheet, name, counts) | {"missing": missing[-1][1]})
    sizes = {level: int((groups.codes == code).sum()) for code, level in enumerate(groups.levels)}
    text = methods_paragraph(sheet.methods, n=sum(sizes.values()), missing=missing)
    return sheet.done() | {"arms": sizes, "outcomes": rows, "methods": text, "n": sum(sizes.values())}


def _row(sheet: Sheet, name: str, counts: list[Proportion]) -> dict[str, Any]:
    test = _test(np.array([[one.positive for one in counts], [one.negative for one in counts]], dtype=np.int64))
    row: dict[str, Any] = {
        "outcome": name,
        "title": TITLES.get(name, name.replace("_", " ").capitalize()),
        "counts": [[one.positive, one.total] for one in counts],
        "p": sheet.test(test, name),
        "test": "" if isinstance(test, Indeterminate) else test.method,
        "odds_ratio": None,
        "odds_ratio_ci": None,
    }
    if len(counts) == 2:
        ratio = odds_ratio(*counts)
        row["odds_ratio"] = sheet.number(ratio if isinstance(ratio, Indeterminate) else ratio.value, f"{name}, odds ratio")
        row["odds_ratio_ci"] = None if isinstance(ratio, Indeterminate) else sheet.interval(ratio.interval, f"{name}, odds ratio")
        if not isinstance(ratio, Indeterminate):
            sheet.methods.append(ratio.method)
    return row


def _test(table: Ints) -> Test | Indeterminate:
    """Uncorrected χ², and the exact test where an expected count is below 5."""
    table = table[:, table.sum(axis=0) > 0]
    if table.shape[1] < 2:
        return Indeterminate("Fewer than two arms have cases: there is nothing to compare.")
    if not needs_exact(table):
        return chi_square(table)
    if table.shape[1] == 2:
        return fisher_exact(table)
    exact = exact_test(table)
    if isinstance(exact, Test):
        return exact
    drawn = monte_carlo(table)
    return drawn if isinstance(drawn, Indeterminate) else Test(0.0, 0.0, drawn.value, int(table.sum()), drawn.method)
