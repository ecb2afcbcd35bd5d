"""Two proportions side by side: intervals of one, and risk difference, risk ratio and odds ratio of two."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import exp, inf, log, sqrt

import numpy as np

from algorithms.statistics.contingency import hypergeometric
from algorithms.statistics.distributions import beta_quantile, z_for
from algorithms.statistics.result import LEVEL, Estimate, Indeterminate, Interval

ZERO_CELL = "A cell of the table is 0: the ratio is 0 or without bound, and its usual interval is undefined."


@dataclass(frozen=True, slots=True)
class Proportion:
    """`positive` of `total`."""

    positive: int
    total: int

    def __post_init__(self) -> None:
        if not 0 <= self.positive <= self.total:
            raise ValueError("positives must lie between 0 and the total")

    @property
    def negative(self) -> int:
        """The others."""
        return self.total - self.positive

    @property
    def rate(self) -> float:
        """The share; 0 of none."""
        return self.positive / self.total if self.total else 0.0


def wilson(positive: float, total: float, level: float = LEVEL) -> Interval:
    """Wilson's score interval; defined for any count, all of [0, 1] for none."""
    if total <= 0:
        return Interval(0.0, 1.0, "Wilson", level)
    z, rate = z_for(level), positive / total
    middle = (rate + z * z / (2 * total)) / (1 + z * z / total)
    half = z / (1 + z * z / total) * sqrt(rate * (1 - rate) / total + z * z / (4 * total * total))
    low = 0.0 if positive == 0 else max(0.0, middle - half)
    return Interval(low, 1.0 if positive == total else min(1.0, middle + half), "Wilson", level)


def clopper_pearson(positive: int, total: int, level: float = LEVEL) -> Interval:
    """Clopper and Pearson's exact interval."""
    tail = (1 - level) / 2
    low = 0.0 if positive == 0 else beta_quantile(tail, positive, total - positive + 1)
    high = 1.0 if positive == total else beta_quantile(1 - tail, positive + 1, total - positive)
    return Interval(low, high, "Clopper–Pearson", level)


def proportion(of: Proportion) -> Estimate | Indeterminate:
    """The share with Wilson's interval."""
    if not of.total:
        return Indeterminate("There is no case to take a share of.")
    return Estimate(of.rate, wilson(of.positive, of.total), of.total, "proportion, Wilson's interval")


def risk_difference(a: Proportion, b: Proportion) -> Estimate | Indeterminate:
    """Rate of a − rate of b, with Newcombe's hybrid score interval (Stat Med 1998;17:873, method 10)."""
    if not a.total or not b.total:
        return Indeterminate("An arm has no cases.")
    one, other = wilson(a.positive, a.total), wilson(b.positive, b.total)
    difference = a.rate - b.rate
    low = difference - sqrt((a.rate - one.low) ** 2 + (other.high - b.rate) ** 2)
    high = difference + sqrt((one.high - a.rate) ** 2 + (b.rate - other.low) ** 2)
    return Estimate(difference, Interval(low, high, "Newcombe"), a.total + b.total, "risk difference, Newcombe's interval")


def risk_ratio(a: Proportion, b: Proportion) -> Estimate | Indeterminate:
    """Rate of a / rate of b, with Katz's log interval."""
    if not a.positive or not b.positive:
        return Indeterminate("An arm has no positive case: the ratio is 0 or without bound, and its usual interval is undefined.")
    error = sqrt(a.negative / (a.positive * a.total) + b.negative / (b.positive * b.total))
    return _on_log_scale(a.rate / b.rate, error, a.total + b.total, "Katz", "risk ratio, Katz's log interval")


def odds_ratio(a: Proportion, b: Proportion) -> Estimate | Indeterminate:
    """Odds of a / odds of b, with Woolf's log interval."""
    cells = (a.positive, a.negative, b.positive, b.negative)
    if not all(cells):
        return Indeterminate(ZERO_CELL)
    ratio = a.positive * b.negative / (a.negative * b.positive)
    error = sqrt(sum(1 / cell for cell in cells))
    return _on_log_scale(ratio, error, a.total + b.total, "Woolf", "odds ratio, Woolf's log interval")


def exact_odds_interval(a: Proportion, b: Proportion, level: float = LEVEL) -> Interval | Indeterminate:
    """Cornfield's exact conditional interval of the odds ratio: defined with a zero cell too, then open at one end."""
    drawn = a.positive + b.positive
    support, chances = hypergeometric(a.total, b.total, drawn)
    if support.size < 2:
        return Indeterminate("All cases have the same outcome, or all are in one arm: nothing bounds the odds ratio.")
    with np.errstate(divide="ignore"):
        logs, tail = np.log(chances), (1 - level) / 2

    def upper(log_ratio: float) -> float:
        weights = logs + log_ratio * support
        share = np.exp(weights - weights.max())
        return float(share[support >= a.positive].sum() / share.sum())

    def lower(log_ratio: float) -> float:
        weights = logs + log_ratio * support
        share = np.exp(weights - weights.max())
        return float(share[support <= a.positive].sum() / share.sum())

    low = 0.0 if a.positive == support[0] else exp(_bisect(lambda at: upper(at) - tail))
    high = inf if a.positive == support[-1] else exp(_bisect(lambda at: tail - lower(at)))
    return Interval(low, high, "exact conditional (Cornfield)", level)


def _bisect(rising: Callable[[float], float], reach: float = 60.0) -> float:
    low, high = -reach, reach
    while high - low > 1e-13 * max(1.0, abs(low)):
        middle = (low + high) / 2
        if middle in {low, high}:
            break
        low, high = (low, middle) if rising(middle) > 0 else (middle, high)
    return (low + high) / 2


def _on_log_scale(ratio: float, error: float, n: int, name: str, method: str) -> Estimate:
    half = z_for() * error
    return Estimate(ratio, Interval(exp(log(ratio) - half), exp(log(ratio) + half), name), n, method)
