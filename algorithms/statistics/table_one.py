"""The table that a paper opens with: every column by arm, with the test that stated rules choose for it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from algorithms.statistics.contingency import chi_square, needs_exact
from algorithms.statistics.description import NumberDescription, WordDescription, describe_number, describe_words
from algorithms.statistics.freeman_halton import exact_test, monte_carlo
from algorithms.statistics.means import analysis_of_variance, pooled_t, standardised_difference, summarise, welch_t
from algorithms.statistics.multiplicity import benjamini_hochberg, holm
from algorithms.statistics.ranks import kruskal_wallis, rank_sum
from algorithms.statistics.result import Floats, Indeterminate, Ints, Test
from algorithms.statistics.terms import Column, Number, Word

LONG_TAIL = 1.0
FEW = 30
UNEQUAL = 2.0
UNTESTED = Indeterminate("No test could be made, so nothing is adjusted.")
RULES = (
    f"Numbers: an arm with fewer than {FEW} values or a skewness beyond ±{LONG_TAIL:g} makes it median (range); otherwise mean ± SD.",
    "Medians are compared by Wilcoxon's rank-sum test (Kruskal–Wallis for three or more arms), means by the t-test (analysis of variance).",
    f"The t-test pools the variance unless one arm's variance is more than {UNEQUAL:g} times the other's; then Welch's stands.",
    "Words: χ² without correction, unless an expected count is below 5; then Fisher's exact test (2×2) or Freeman and Halton's (r×c).",
    "p-values are two-sided and unadjusted; Holm's and Benjamini and Hochberg's adjustments over the whole table stand beside them.",
)


@dataclass(frozen=True, slots=True)
class NumberRow:
    """A measured column."""

    name: str
    by_arm: tuple[NumberDescription | Indeterminate, ...]
    overall: NumberDescription | Indeterminate
    by_median: bool
    test: Test | Indeterminate
    difference: float | Indeterminate
    holm: float | Indeterminate = UNTESTED
    benjamini_hochberg: float | Indeterminate = UNTESTED


@dataclass(frozen=True, slots=True)
class WordRow:
    """A column of levels."""

    name: str
    levels: tuple[str, ...]
    by_arm: tuple[WordDescription, ...]
    overall: WordDescription
    test: Test | Indeterminate
    difference: float | Indeterminate
    holm: float | Indeterminate = UNTESTED
    benjamini_hochberg: float | Indeterminate = UNTESTED


Row = NumberRow | WordRow


@dataclass(frozen=True, slots=True)
class TableOne:
    """All rows; `arm_missing` cases have no arm and stand nowhere."""

    arms: tuple[str, ...]
    sizes: tuple[int, ...]
    arm_missing: int
    rows: tuple[Row, ...]
    rules: tuple[str, ...] = RULES


def build_table(columns: tuple[Column, ...], arm: Word) -> TableOne:
    """One row a column; arms without cases are left out."""
    present = tuple(code for code in range(len(arm.levels)) if (arm.codes == code).any())
    masks = tuple(np.flatnonzero(arm.codes == code) for code in present)
    rows = [number_row(column, masks) if isinstance(column, Number) else word_row(column, masks) for column in columns]
    sizes = tuple(int(mask.size) for mask in masks)
    return TableOne(tuple(arm.levels[code] for code in present), sizes, int((arm.codes < 0).sum()), _adjusted(rows))


def number_row(column: Number, arms: tuple[Ints, ...]) -> NumberRow:
    """Describe and test by the rules."""
    values = tuple(column.values[arm] for arm in arms)
    by_arm = tuple(describe_number(part) for part in values)
    by_median = any(isinstance(part, Indeterminate) or part.summary.n < FEW or abs(part.skewness) > LONG_TAIL for part in by_arm)
    test = _test_numbers(values, by_median=by_median)
    difference: float | Indeterminate = Indeterminate("Defined for two arms.")
    if len(values) == 2:
        difference = standardised_difference(summarise(values[0]), summarise(values[1]))
    everyone = np.concatenate(values) if values else column.values
    return NumberRow(column.name, by_arm, describe_number(everyone), by_median, test, difference)


def word_row(column: Word, arms: tuple[Ints, ...]) -> WordRow:
    """Count and test by the rules."""
    by_arm = tuple(describe_words(column.codes[arm], len(column.levels)) for arm in arms)
    counts = np.array([part.counts for part in by_arm], dtype=np.int64).reshape(len(arms), len(column.levels))
    difference: float | Indeterminate = Indeterminate("Defined for two levels in two arms.")
    if counts.shape == (2, 2):
        difference = _rate_difference(counts)
    overall = WordDescription(tuple(int(n) for n in counts.sum(axis=0)), int(counts.sum()), sum(part.missing for part in by_arm))
    return WordRow(column.name, column.levels, by_arm, overall, replace_missing(choose_test(counts), overall.missing), difference)


def choose_test(counts: Ints) -> Test | Indeterminate:
    """The rule for words: χ², or exact where an expected count is below 5, or a Monte Carlo where that is out of reach."""
    if not needs_exact(counts):
        return chi_square(counts)
    found = exact_test(counts)
    if isinstance(found, Test) or min((counts.sum(axis=1) > 0).sum(), (counts.sum(axis=0) > 0).sum()) < 2:
        return found
    drawn = monte_carlo(counts)
    return drawn if isinstance(drawn, Indeterminate) else Test(0.0, 0, drawn.value, drawn.n, drawn.method, limits=found.reason)


def replace_missing(test: Test | Indeterminate, missing: int) -> Test | Indeterminate:
    """The same test, saying how many cases it had to leave out."""
    return test if isinstance(test, Indeterminate) else replace(test, missing=missing)


def _test_numbers(values: tuple[Floats, ...], *, by_median: bool) -> Test | Indeterminate:
    if len(values) < 2:
        return Indeterminate("There is only one arm.")
    if len(values) > 2:
        return kruskal_wallis(values) if by_median else analysis_of_variance(values)
    if by_median:
        return rank_sum(*values)
    a, b = summarise(values[0]), summarise(values[1])
    wide, narrow = max(a.sd, b.sd) ** 2, min(a.sd, b.sd) ** 2
    return welch_t(a, b) if wide > UNEQUAL * narrow else pooled_t(a, b)


def _rate_difference(counts: Ints) -> float | Indeterminate:
    """Standardised difference of the share of the second level."""
    totals = counts.sum(axis=1)
    if not totals.all():
        return Indeterminate("An arm has no values.")
    rates = counts[:, 1] / totals
    spread = float(np.sqrt((rates * (1 - rates)).mean()))
    return float(rates[0] - rates[1]) / spread if spread else Indeterminate("No case differs.")


def _adjusted(rows: list[NumberRow | WordRow]) -> tuple[Row, ...]:
    tested = [(index, row.test.p) for index, row in enumerate(rows) if isinstance(row.test, Test)]
    p_values = np.array([p for _, p in tested], dtype=np.float64)
    adjusted = list(rows)
    for (index, _), family, discovery in zip(tested, holm(p_values), benjamini_hochberg(p_values), strict=True):
        adjusted[index] = replace(rows[index], holm=float(family), benjamini_hochberg=float(discovery))
    return tuple(adjusted)
