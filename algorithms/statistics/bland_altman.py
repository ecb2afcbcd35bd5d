"""How far two ways of measuring one length agree: the mean difference and the limits between which 95 % of differences fall (Bland and Altman)."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from algorithms.statistics.distributions import t_for, z_for
from algorithms.statistics.result import Estimate, Floats, Indeterminate, Interval, complete

LIMITS = "Assumes differences near normal that neither grow nor shrink with size: look at the plot of `means` against `differences`."


@dataclass(frozen=True, slots=True)
class BlandAltman:
    """Bias and limits of agreement, in the units of the columns, with the points of the plot."""

    bias: Estimate
    lower_limit: Estimate
    upper_limit: Estimate
    sd: float
    means: Floats
    differences: Floats
    n: int
    missing: int
    method: str = "Bland–Altman limits of agreement"
    limits: str = LIMITS


def bland_altman(measured: Floats, truth: Floats) -> BlandAltman | Indeterminate:
    """Differences measured − truth of the rows that have both."""
    there = complete(measured, truth)
    a, b = measured[there], truth[there]
    n, missing = int(a.size), int(measured.size - a.size)
    if n < 3:
        return Indeterminate("Fewer than three pairs: limits of agreement need more.")
    differences = a - b
    bias, sd, z = float(differences.mean()), float(differences.std(ddof=1)), z_for()
    half, wide = t_for(n - 1) * sd / sqrt(n), t_for(n - 1) * sd * sqrt(1 / n + z * z / (2 * (n - 1)))

    def around(value: float, width: float, method: str) -> Estimate:
        return Estimate(value, Interval(value - width, value + width, "t"), n, method, missing)

    lower, upper = around(bias - z * sd, wide, "lower limit of agreement"), around(bias + z * sd, wide, "upper limit of agreement")
    return BlandAltman(around(bias, half, "mean difference"), lower, upper, sd, (a + b) / 2, differences, n, missing)
