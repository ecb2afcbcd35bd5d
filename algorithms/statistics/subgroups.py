"""Does the effect of an arm differ between subgroups: an odds ratio in each, a test of interaction, and the data of a forest plot (seed 000)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from algorithms.statistics.contingency import chi_square, fisher_exact, needs_exact
from algorithms.statistics.distributions import chi2_p
from algorithms.statistics.logistic import fit_logistic
from algorithms.statistics.proportions import Proportion, odds_ratio, risk_difference
from algorithms.statistics.result import Estimate, Floats, Indeterminate, Ints, Test
from algorithms.statistics.terms import Word, build_design

LIMITS = "A subgroup's own p-value does not show that it differs from the others: only the test of interaction does. Few subgroups have the power."


@dataclass(frozen=True, slots=True)
class Subgroup:
    """One line of the forest: the outcome in both arms inside a level of a factor."""

    level: str
    first: Proportion
    second: Proportion
    odds_ratio: Estimate | Indeterminate
    risk_difference: Estimate | Indeterminate
    test: Test | Indeterminate


@dataclass(frozen=True, slots=True)
class Factor:
    """The lines of one factor, and whether the arm's effect differs between them."""

    name: str
    subgroups: tuple[Subgroup, ...]
    interaction: Test | Indeterminate
    missing: int


@dataclass(frozen=True, slots=True)
class Forest:
    """All factors below the overall effect; odds ratios are of the first arm against the second."""

    arms: tuple[str, str]
    overall: Subgroup
    factors: tuple[Factor, ...]
    limits: str = LIMITS


def build_forest(outcome: Floats, arm: Word, factors: tuple[Word, ...]) -> Forest | Indeterminate:
    """`outcome` is 1, 0 or NaN; exactly two arms must have cases."""
    present = [code for code in range(len(arm.levels)) if (arm.codes == code).any()]
    if len(present) != 2:
        return Indeterminate("A forest of odds ratios needs exactly two arms with cases.")
    side = np.where(arm.codes == present[0], 0, np.where(arm.codes == present[1], 1, -1)).astype(np.int64)
    arms = (arm.levels[present[0]], arm.levels[present[1]])
    overall = _subgroup("all cases", _counts(outcome, side, np.zeros(side.size, dtype=np.int64), 1)[0])
    return Forest(arms, overall, tuple(_factor(outcome, side, factor) for factor in factors))


def _factor(outcome: Floats, side: Ints, factor: Word) -> Factor:
    counts = _counts(outcome, side, factor.codes, len(factor.levels))
    lines = tuple(_subgroup(level, table) for level, table in zip(factor.levels, counts, strict=True) if table.sum())
    missing = int(outcome.size - counts.sum())
    return Factor(factor.name, lines, interaction_test(counts, missing), missing)


def _counts(outcome: Floats, side: Ints, codes: Ints, levels: int) -> Ints:
    """(levels, arms, [positive, negative]) of the rows that have all three."""
    there = ~np.isnan(outcome) & (side >= 0) & (codes >= 0)
    cell = (codes[there] * 2 + side[there]) * 2 + (outcome[there] != 1)
    return np.bincount(cell, minlength=levels * 4).reshape(levels, 2, 2).astype(np.int64)


def _subgroup(level: str, table: Ints) -> Subgroup:
    first, second = (Proportion(int(row[0]), int(row.sum())) for row in table)
    if not (first.total and second.total):
        return Subgroup(level, first, second, *([Indeterminate("An arm has no cases here.")] * 3))
    test = fisher_exact(table) if needs_exact(table) else chi_square(table)
    return Subgroup(level, first, second, odds_ratio(first, second), risk_difference(first, second), test)


def interaction_test(counts: Ints, missing: int = 0) -> Test | Indeterminate:
    """Likelihood ratio of a model with an odds ratio for each level against one with a common odds ratio; (levels, 2, 2) counts."""
    usable = counts[(counts.sum(axis=2) > 0).all(axis=1) & (counts.sum(axis=1) > 0).all(axis=1)]
    if len(usable) < 2:
        return Indeterminate("Fewer than two levels have both arms and both outcomes: no interaction can be tested.")
    common = _common_effect(usable)
    if isinstance(common, Indeterminate):
        return common
    totals = usable.sum(axis=2, keepdims=True)
    saturated = float((usable * np.log(np.where(usable > 0, usable / totals, 1.0))).sum())
    statistic, degrees = max(0.0, 2 * (saturated - common)), len(usable) - 1
    return Test(statistic, degrees, chi2_p(statistic, degrees), int(usable.sum()), "likelihood-ratio test of interaction", missing, LIMITS)


def _common_effect(counts: Ints) -> float | Indeterminate:
    """Log likelihood of the logistic model arm + level on the grouped counts."""
    levels = len(counts)
    cells = np.arange(counts.size)
    level = Word("level", (cells // 4).astype(np.int64), tuple(str(index) for index in range(levels)))
    side = Word("arm", (cells // 2 % 2).astype(np.int64), ("0", "1"))
    design = build_design((side, level), np.ones(cells.size, dtype=np.bool_))
    if isinstance(design, Indeterminate):
        return design
    fit = fit_logistic(design, (cells % 2 == 0).astype(np.float64), counts.reshape(-1).astype(np.float64))
    return fit if isinstance(fit, Indeterminate) else fit.log_likelihood
