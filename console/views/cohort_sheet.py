"""What a page of the cohort screen shows, and how an answer of the command line becomes it: tables as rows of words, figures as records.

Screen and command line call the same functions, so that they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from algorithms.statistics.terms import Word
from console.cohorts.cohort import Cohort
from console.widgets.plot_view import Figure
from console.widgets.plots_boxes import Box
from console.widgets.plots_dots import Dot
from console.widgets.plots_survival import Arm

Answer = dict[str, Any]
DAYS_A_MONTH = 30.4375


@dataclass(frozen=True, slots=True)
class Table:
    """Headings and rows; a row that begins with a blank is a part of the one above it."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Titled:
    """A figure with its title."""

    title: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its table, its figures, and what a paper says of how it was done."""

    title: str
    table: Table | None = None
    figures: tuple[Titled, ...] = ()
    methods: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Planned:
    """What a study is planned with."""

    first: float = 0.25
    second: float = 0.15
    power: float = 0.8


@dataclass(frozen=True, slots=True)
class Asked:
    """A cohort, and what was tapped: the page's option and the plan."""

    cohort: Cohort
    option: str
    planned: Planned = field(default_factory=Planned)


@dataclass(frozen=True, slots=True)
class Page:
    """One tab. `options` are (value, words); the first is shown first."""

    key: str
    title: str
    compute: Callable[[Asked], Sheet]
    options: tuple[tuple[str, str], ...] = ()


def p_words(p: float | None) -> str:
    """«0.0012», «0.79», «< 0.0001»; a dash where there is none."""
    if p is None:
        return "–"
    return "< 0.0001" if p < 0.0001 else f"{p:.4f}" if p < 0.01 else f"{p:.2f}"


def share_words(positive: int, total: int) -> str:
    """«12 / 114 · 10.5 %»."""
    return f"{positive} / {total} · {positive / total:.1%}".replace("%", " %") if total else "– / 0"


def ratio_words(value: float | None, interval: Sequence[float | None] | None) -> str:
    """«0.35 (0.19–0.68)»; «not defined» without a value."""
    if value is None:
        return "not defined"
    if not interval:
        return f"{value:.2f}"
    low, high = ("∞" if end is None else f"{end:.2f}" for end in interval)
    return f"{value:.2f} ({low}–{high})"


def percent_words(value: float | None, interval: Sequence[float | None] | None) -> str:
    """«88 % (78–94)»."""
    if value is None:
        return "–"
    ends = "" if not interval else f" ({'–'.join('?' if end is None else f'{end * 100:.0f}' for end in interval)})"
    return f"{value * 100:.0f} %{ends}"


def survival_arms(answer: Answer) -> tuple[Arm, ...]:
    """The curves of `cohort survival`, in months."""
    found = []
    for name, arm in answer["arms"].items():
        steps = tuple((step[0] / DAYS_A_MONTH, step[1], step[2], step[3]) for step in arm["curve"])
        risk = tuple((time / DAYS_A_MONTH, count) for time, count in arm["at_risk"])
        found.append(Arm(name, steps, risk, arm["last"] / DAYS_A_MONTH))
    return tuple(found)


def boxes(answer: Answer, column: str) -> tuple[Box, ...]:
    """The arms of a row of `cohort table`."""
    row = next((row for row in answer["rows"] if row["column"] == column and row["kind"] == "number"), None)
    cells = row["arms"].items() if row else ()
    return tuple(
        Box(name, c["least"], c["quartiles"][0], c["median"], c["quartiles"][-1], c["most"], c["n"]) for name, c in cells if c["n"]
    )


def term_title(cohort: Cohort, name: str) -> str:
    """«Arm: ultrasound», «Grade: 2», «Age, years»: which level the ratio is of."""
    column, _, level = name.partition("=")
    if not level and not cohort.has(column) and column != "ki67_high":
        return column_title(column)
    found = cohort.column(column)
    if not level and isinstance(found, Word):
        there = sorted(set(found.codes[found.codes >= 0].tolist()))
        level = found.levels[there[-1]]
    return f"{column_title(column)}: {level}" if level else column_title(column)


def ratio_dots(answer: Answer, cohort: Cohort) -> tuple[Dot, ...]:
    """The terms of `cohort logistic` or `cohort cox`; an intercept is no ratio of anything."""
    dots = []
    for name, term in answer["terms"].items():
        if name == "intercept":
            continue
        ends = term["ci"] or [None, None]
        words = f"{ratio_words(term['ratio'], term['ci'])}  p {p_words(term['p'])}" if term["ratio"] is not None else "not defined"
        dots.append(Dot(term_title(cohort, name), words, term["ratio"], ends[0], ends[1]))
    return tuple(dots)


def column_title(name: str) -> str:
    """«tumour_size_cm» as people read it."""
    special = {
        "er": "ER", "pr": "PR", "her2": "HER2", "ki67_percent": "Ki67, %", "ki67_high": "Ki67 high", "bmi": "BMI, kg/m²", "age": "Age, years",
        "tumour_size_cm": "Tumour size, cm", "t_stage": "T stage", "n_stage": "N stage", "centralization_cm": "Centralization, cm",
        "resected_volume_cm3": "Resected volume, cm³", "mass_volume_cm3": "Mass volume, cm³", "reoperation": "Re-operation",
        "operation_day": "Day of operation", "petct": "PET-CT", "frozen": "Frozen section", "icg": "ICG",
        "radiograph": "Specimen radiograph", "cytology": "Imprint cytology",
    }  # fmt: skip
    words = special.get(name, name.replace("_", " "))
    return words[:1].upper() + words[1:]
