"""Answers that describe a cohort: table one, summary, subgroups, monitoring over time, balance of arms."""

from __future__ import annotations

from typing import Any

import numpy as np

from algorithms.statistics.description import NumberDescription, WordDescription, describe_number, describe_words
from algorithms.statistics.methods import methods_paragraph
from algorithms.statistics.monitoring import Cusum, cusum, funnel
from algorithms.statistics.propensity import Target, weigh, weighted_difference
from algorithms.statistics.proportions import Proportion
from algorithms.statistics.result import Indeterminate
from algorithms.statistics.subgroups import Forest, Subgroup, build_forest
from algorithms.statistics.table_one import NumberRow, Row, TableOne, WordRow, build_table
from algorithms.statistics.terms import Column, Number, Word, build_design
from console.cohorts.cohort import Cohort
from console.cohorts.endpoint import event_flags
from console.cohorts.sheet import Sheet
from console.faults import Refused

BIOMARKERS = ("er", "pr", "her2", "ki67_high")
CHART_POINTS = 2_000


def table(cohort: Cohort, arm: str, names: list[str]) -> dict[str, Any]:
    """Every column by arm, as a paper prints it, with the numbers behind each cell."""
    chosen = (
        tuple(cohort.column(name) for name in names)
        if names
        else tuple(column for column in cohort.columns if column.name not in {arm, "simulated"})
    )
    found, sheet = build_table(chosen, cohort.words(arm)), Sheet()
    if len(found.arms) < 2:
        sheet.note(f"Column {arm} has fewer than two values: there is nothing to compare.")
    rows = [_row(sheet, row, found) for row in found.rows]
    missing = [(row.name, row.overall.missing if isinstance(row, WordRow) else _missing(row)) for row in found.rows]
    text = methods_paragraph(sheet.methods, n=sum(found.sizes), missing=missing, notes=found.rules)
    arms = dict(zip(found.arms, found.sizes, strict=True))
    return sheet.done() | {
        "arms": arms,
        "rows": rows,
        "rules": list(found.rules),
        "methods": text,
        "n": sum(found.sizes),
        "missing": found.arm_missing,
    }


def _missing(row: NumberRow) -> int:
    return row.overall.summary.missing if isinstance(row.overall, NumberDescription) else 0


def _row(sheet: Sheet, row: Row, found: TableOne) -> dict[str, Any]:
    if isinstance(row, NumberRow):
        cells = [_number_cell(part, by_median=row.by_median) for part in row.by_arm]
        everyone = _number_cell(row.overall, by_median=row.by_median)
    else:
        cells, everyone = [_word_cell(part, row.levels) for part in row.by_arm], _word_cell(row.overall, row.levels)
    test = row.test
    return {
        "column": row.name,
        "kind": "number" if isinstance(row, NumberRow) else "words",
        "arms": dict(zip(found.arms, cells, strict=True)),
        "all": everyone,
        "p": sheet.test(test, row.name),
        "test": "" if isinstance(test, Indeterminate) else test.method,
        "p_holm": sheet.number(row.holm, f"{row.name}, p_holm"),
        "p_benjamini_hochberg": sheet.number(row.benjamini_hochberg, f"{row.name}, p_benjamini_hochberg"),
        "standardised_difference": None if isinstance(row.difference, Indeterminate) else row.difference,
    }


def _number_cell(of: NumberDescription | Indeterminate, *, by_median: bool) -> dict[str, Any]:
    if isinstance(of, Indeterminate):
        return {"n": 0, "missing": None, "text": "–"}
    text = f"{of.median:.4g} ({of.least:.4g}–{of.most:.4g})" if by_median else f"{of.summary.mean:.4g} ± {of.summary.sd:.3g}"
    return {
        "n": of.summary.n, "missing": of.summary.missing, "mean": of.summary.mean, "sd": of.summary.sd, "median": of.median,
        "quartiles": list(of.quartiles), "least": of.least, "most": of.most, "text": text,
    }  # fmt: skip


def _word_cell(of: WordDescription, levels: tuple[str, ...]) -> dict[str, Any]:
    counts = dict(zip(levels, of.counts, strict=True))
    text = ", ".join(f"{level} {count} ({count / of.n:.1%})" for level, count in counts.items() if of.n)
    return {"n": of.n, "missing": of.missing, "counts": counts, "text": text or "–"}


def summary(cohort: Cohort) -> dict[str, Any]:
    """What is in the cohort, what is missing, and what its rates are."""
    sheet = Sheet()
    sheet.note(*cohort.notes)
    columns = {column.name: _summary(column) for column in cohort.columns}
    return sheet.done() | {
        "cohort": cohort.name,
        "sha256": cohort.sha256,
        "n": cohort.n,
        "columns": columns,
        "missing": dict(cohort.missing()),
    }


def _summary(column: Column) -> dict[str, Any]:
    if isinstance(column, Number):
        return _number_cell(describe_number(column.values), by_median=True)
    return _word_cell(describe_words(column.codes, len(column.levels)), column.levels)


def subgroups(cohort: Cohort, outcome: str, arm: str, names: list[str]) -> dict[str, Any]:
    """The forest of seed 000: the outcome by arm within each biomarker, with a test of interaction for each."""
    there = [name for name in (names or BIOMARKERS) if names or cohort.has(name) or (name == "ki67_high" and cohort.has("ki67_percent"))]
    factors = tuple(cohort.words(name) for name in there)
    found, sheet = build_forest(event_flags(cohort, outcome), cohort.words(arm), factors), Sheet()
    if isinstance(found, Indeterminate):
        sheet.note(found.reason)
        return sheet.done() | {"arms": [], "overall": None, "factors": {}}
    sheet.note(found.limits)
    return sheet.done() | _forest(sheet, found) | {"notes": sheet.notes, "outcome": outcome, "methods_used": sorted(set(sheet.methods))}


def _forest(sheet: Sheet, found: Forest) -> dict[str, Any]:
    factors = {
        factor.name: {
            "subgroups": {line.level: _line(sheet, f"{factor.name} {line.level}", line) for line in factor.subgroups},
            "interaction_p": sheet.test(factor.interaction, f"{factor.name}, interaction_p"),
            "missing": factor.missing,
        }
        for factor in found.factors
    }
    return {"arms": list(found.arms), "overall": _line(sheet, "all cases", found.overall), "factors": factors}


def _line(sheet: Sheet, what: str, line: Subgroup) -> dict[str, Any]:
    ratio, difference = line.odds_ratio, line.risk_difference
    return {
        "first": [line.first.positive, line.first.total],
        "second": [line.second.positive, line.second.total],
        "odds_ratio": sheet.number(ratio if isinstance(ratio, Indeterminate) else ratio.value, f"{what}, odds_ratio"),
        "odds_ratio_ci": None if isinstance(ratio, Indeterminate) else sheet.interval(ratio.interval, what),
        "risk_difference": sheet.number(
            difference if isinstance(difference, Indeterminate) else difference.value, f"{what}, risk_difference"
        ),
        "p": sheet.test(line.test, what),
    }


def monitor(cohort: Cohort, outcome: str, expected: float | None, by: str | None) -> dict[str, Any]:
    """CUSUM in the order of the rows, and a funnel by any column of words."""
    y, sheet = event_flags(cohort, outcome), Sheet()
    known = y[~np.isnan(y)]
    if expected is not None and not 0 < expected < 1:
        raise Refused("--expected lies between 0 and 1, ends excluded.")
    rate = float(known.mean()) if expected is None and known.size else expected or 0.0
    chart = cusum(y, rate)
    sheet.note("The expected rate is the cohort's own: a CUSUM then shows drift inside it, not against others." if expected is None else "")
    answer: dict[str, Any] = {"expected": rate, "cusum": None if isinstance(chart, Indeterminate) else _chart(sheet, chart)}
    sheet.note(chart.reason if isinstance(chart, Indeterminate) else chart.limits)
    if by:
        answer["funnel"] = _funnel(sheet, y, cohort.words(by), expected)
    return sheet.done() | answer


def _chart(sheet: Sheet, chart: Cusum) -> dict[str, Any]:
    kept = np.unique(np.linspace(0, chart.n - 1, CHART_POINTS).astype(np.int64))
    sheet.methods.append(chart.method)
    return {
        "case": (kept + 1).tolist(), "worse": chart.worse[kept].tolist(), "better": chart.better[kept].tolist(),
        "observed_less_expected": chart.observed_less_expected[kept].tolist(), "limit": chart.limit,
        "signals_worse": [row + 1 for row in chart.signals_worse], "signals_better": [row + 1 for row in chart.signals_better],
        "run_length_in_control": sheet.number(chart.run_length_in_control, "run_length_in_control"), "n": chart.n, "missing": chart.missing,
    }  # fmt: skip


def _funnel(sheet: Sheet, y: Any, by: Word, target: float | None) -> list[dict[str, Any]]:
    groups = []
    for code, level in enumerate(by.levels):
        inside = (by.codes == code) & ~np.isnan(y)
        groups.append((level, Proportion(int((y[inside] == 1).sum()), int(inside.sum()))))
    found = funnel(tuple(groups), target)
    if isinstance(found, Indeterminate):
        sheet.note(found.reason)
        return []
    sheet.methods.append(found.method)
    return [
        {
            "label": p.label,
            "positive": p.of.positive,
            "total": p.of.total,
            "rate": p.of.rate,
            "warning": list(p.warning),
            "alarm": list(p.alarm),
            "p": p.p,
        }
        for p in found.points
    ]


def balance(cohort: Cohort, outcome: str, arm: str, terms: list[str]) -> dict[str, Any]:
    """Propensity weighting of two arms, the balance before and after, and the weighted difference of an outcome."""
    groups, sheet = cohort.words(arm), Sheet()
    present = [code for code in range(len(groups.levels)) if (groups.codes == code).any()]
    if len(present) != 2:
        raise Refused(f"Balance needs exactly two arms; column {arm} has {len(present)}.")
    second = (groups.codes == present[1]).astype(np.float64)
    design = build_design(tuple(cohort.column(name) for name in terms), groups.codes >= 0)
    weighed = design if isinstance(design, Indeterminate) else weigh(design, second, Target.OVERLAP)
    if isinstance(weighed, Indeterminate):
        sheet.note(weighed.reason)
        return sheet.done() | {"balance": {}, "p": None, "risk_difference": None, "risk_difference_ci": None}
    sheet.methods.append(weighed.method)
    sheet.note(weighed.limits)
    found = weighted_difference(event_flags(cohort, outcome), second, weighed)
    sheet.estimate("risk_difference", found if isinstance(found, Indeterminate) else found[0])
    sheet.values["p"] = sheet.test(found if isinstance(found, Indeterminate) else found[1], "p")
    terms_balance = {one.name: {"before": one.before, "after": one.after, "balanced": one.balanced} for one in weighed.balance}
    return sheet.done() | {
        "balance": terms_balance, "effective": list(weighed.effective),
        "arms": [groups.levels[code] for code in present], "n": weighed.n, "missing": weighed.missing,
    }  # fmt: skip
