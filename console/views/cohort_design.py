"""Two pages of the cohort screen: how rates move over time, and what a study would need."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from algorithms.statistics.monitoring import funnel_limits
from algorithms.statistics.power import normal_power
from algorithms.statistics.terms import Number, Word
from console.cohorts import count_answers, table_answers
from console.cohorts.cohort import Cohort
from console.cohorts.definition import ARM, with_column
from console.views.cohort_sheet import Answer, Asked, Sheet, Table, Titled, column_title, percent_words
from console.widgets.plots_curves import Curve, CurveFigure, FunnelFigure, FunnelPoint

DAYS_A_YEAR = 365.25
LIMIT_POINTS = 30


def monitoring(asked: Asked) -> Sheet:
    """CUSUM in the order of the operations, funnel by surgeon, year or arm."""
    cohort = in_order(asked.cohort)
    by = _unit(cohort)
    cohort = with_column(cohort, by)
    found = table_answers.monitor(cohort, asked.option, None, by.name)
    chart = found["cusum"]
    figures = []
    if chart:
        curves = tuple(
            Curve(words, tuple((x, sign * abs(y)) for x, y in zip(chart["case"], chart[key], strict=True)), series=index)
            for index, (key, words, sign) in enumerate((("worse", "getting worse ↑", 1), ("better", "getting better ↓", -1)))
        )
        limit = chart["limit"]
        levels = ((limit, "limit"), (-limit, "limit"))
        signals = len(chart["signals_worse"]), len(chart["signals_better"])
        note = f"usual rate {found['expected']:.1%}; signals {signals[0]} worse, {signals[1]} better".replace("%", " %")
        figures.append(Titled("CUSUM", CurveFigure(curves, "Case", "", levels, note=note)))
    if found.get("funnel"):
        figures.append(Titled(f"Funnel by {by.name.replace('_', ' ')}", _funnel(found["funnel"], found["expected"])))
    words = f"Methods: {'; '.join(found['methods_used'])}."
    return Sheet(f"{column_title(asked.option)} over time", None, tuple(figures), words, tuple(found["notes"]))


def in_order(cohort: Cohort) -> Cohort:
    """By day of operation, where it is known; else as the file has them."""
    if not cohort.has("operation_day"):
        return cohort
    order = np.argsort(cohort.numbers("operation_day"), kind="stable")
    columns = tuple(
        replace(column, values=column.values[order]) if isinstance(column, Number) else replace(column, codes=column.codes[order])
        for column in cohort.columns
    )
    return replace(cohort, columns=columns, identifiers=())  # a chart over time names no case


def _unit(cohort: Cohort) -> Word:
    """What the funnel compares: surgeons where they are known, else years, else arms."""
    if cohort.has("surgeon") and len(cohort.words("surgeon").levels) > 1:
        return cohort.words("surgeon")
    if cohort.has("operation_day"):
        year = np.floor(2000 + cohort.numbers("operation_day") / DAYS_A_YEAR)
        levels, codes = np.unique(np.where(np.isnan(year), 0, year), return_inverse=True)
        if levels.size > 1:
            return Word("year", codes.astype(np.int64), tuple(f"{int(level)}" for level in levels))
    return cohort.words(ARM)


def _funnel(rows: list[Answer], rate: float) -> FunnelFigure:
    """The units, and the limits for every size up to the largest."""
    most = max(int(row["total"]) for row in rows) * 1.1
    sizes = np.unique(np.geomspace(2, max(most, 3), LIMIT_POINTS).astype(np.int64)).tolist()
    limits = [(float(n), *funnel_limits(rate, n)) for n in sizes]
    warning = tuple((n, *near) for n, near, _ in limits)
    alarm = tuple((n, *far) for n, _, far in limits)
    points = [FunnelPoint(row["label"], row["total"], row["rate"], not row["alarm"][0] <= row["rate"] <= row["alarm"][1]) for row in rows]
    return FunnelFigure(tuple(points), rate, warning, alarm, "Rate")


def design(asked: Asked) -> Sheet:
    """How many cases a trial of two rates needs, and the power of smaller and larger ones."""
    plan = asked.planned
    found = count_answers.power_answer(plan.first, plan.second, None, plan.power)
    wanted = found.get("n_per_arm")
    if not wanted:
        return Sheet("Planning a study", notes=tuple(found["notes"]))
    rows = (
        ("Cases in each arm, χ² (normal approximation)", str(wanted)),
        ("Cases in each arm, Fisher's exact test", str(found["n_per_arm_exact"] or "–")),
        ("Power with that many, χ²", percent_words(found["power"], None)),
        ("Power with that many, Fisher's exact test", percent_words(found["power_exact"], None)),
    )
    sizes = np.unique(np.linspace(max(5, wanted * 0.1), wanted * 2, 40).astype(np.int64))
    points = tuple((float(n), normal_power(plan.first, plan.second, float(n))) for n in sizes)
    figure = CurveFigure(
        (Curve(f"{plan.first:.0%} against {plan.second:.0%}".replace("%", " %"), points),), "Cases in each arm", "Power",
        ((plan.power, f"{plan.power:.0%} at {wanted}".replace("%", " %")),),
    )  # fmt: skip
    table = Table("", ("", "Two-sided, 5 %"), rows)
    return Sheet(
        "Planning a study of two rates",
        table,
        (Titled("Power", figure),),
        f"Methods: {'; '.join(found['methods_used'])}.",
        tuple(found["notes"]),
    )
