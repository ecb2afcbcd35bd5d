"""Counts in a table: χ² with and without Yates's correction, and Fisher's exact test of a 2×2 table."""

from __future__ import annotations

import numpy as np

from algorithms.statistics.distributions import chi2_p, log_factorial
from algorithms.statistics.result import Floats, Indeterminate, Ints, Test

SMALLEST_EXPECTED = 5.0
TIES = 1 + 1e-7  # tables as likely as the observed one count as such, whatever the last bits of their probability
CHI2_LIMITS = "An approximation: every expected count should be 5 or more, else the exact test stands."
EXACT_LIMITS = "Exact, conditional on the margins; two-sided by probability: all tables no likelier than the observed one."


def checked(table: Ints) -> Ints:
    """The table without empty rows and columns; counts must be whole and not negative."""
    if table.ndim != 2 or (table < 0).any():
        raise ValueError("a table has two dimensions and no negative counts")
    kept: Ints = table[table.sum(axis=1) > 0][:, table.sum(axis=0) > 0]
    return kept


def expected_counts(table: Ints) -> Floats:
    """What independence would put into each cell."""
    found: Floats = np.outer(table.sum(axis=1), table.sum(axis=0)) / max(int(table.sum()), 1)
    return found


def chi_square(table: Ints, *, yates: bool = False) -> Test | Indeterminate:
    """Pearson's χ² of any r×c table; Yates's correction has an effect on 2×2 only."""
    table = checked(table)
    if min(table.shape) < 2:
        return Indeterminate("The table has a single row or column with counts: there is nothing to compare.")
    expected = expected_counts(table)
    distance = np.abs(table - expected)
    corrected = yates and table.shape == (2, 2)
    if corrected:
        distance = np.maximum(distance - 0.5, 0)
    statistic = float((distance**2 / expected).sum())
    degrees = (table.shape[0] - 1) * (table.shape[1] - 1)
    method = "χ² test, Yates's correction" if corrected else "χ² test, uncorrected"
    return Test(statistic, degrees, chi2_p(statistic, degrees), int(table.sum()), method, limits=CHI2_LIMITS)


def needs_exact(table: Ints) -> bool:
    """Whether an expected count lies below 5, so that χ² should not stand."""
    table = checked(table)
    return bool(table.size) and bool((expected_counts(table) < SMALLEST_EXPECTED).any())


def fisher_exact(table: Ints) -> Test:
    """Fisher's exact test of a 2×2 table; the statistic is the probability of the observed table. Nothing to compare gives p = 1."""
    if table.shape != (2, 2) or (table < 0).any():
        raise ValueError("Fisher's test here takes a 2×2 table without negative counts")
    support, probabilities = hypergeometric(int(table[0].sum()), int(table[1].sum()), int(table[:, 0].sum()))
    observed = float(probabilities[int(table[0, 0]) - int(support[0])])
    p = min(1.0, float(probabilities[probabilities <= observed * TIES].sum()))
    return Test(observed, 0, p, int(table.sum()), "Fisher's exact test", limits=EXACT_LIMITS)


def hypergeometric(first: int, second: int, drawn: int) -> tuple[Ints, Floats]:
    """The possible counts in the first of two rows when `drawn` fall into a column, and their probabilities."""
    support: Ints = np.arange(max(0, drawn - second), min(first, drawn) + 1, dtype=np.int64)
    logs = (
        -log_factorial(support) - log_factorial(first - support) - log_factorial(drawn - support) - log_factorial(second - drawn + support)
    )
    weights = np.exp(logs - logs.max())
    return support, weights / weights.sum()
