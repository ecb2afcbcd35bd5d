"""Is the department getting better, or is it chance: a CUSUM of positive margins case by case, and a funnel of surgeons or periods."""

from __future__ import annotations

from dataclasses import dataclass
from math import log

import numpy as np

from algorithms.statistics.distributions import binomial_cdf
from algorithms.statistics.proportions import Proportion
from algorithms.statistics.result import Floats, Indeterminate

LIMIT = 4.5
STATES = 400
WARNING, ALARM = 0.95, 0.998
CUSUM_LIMITS = "A signal asks for a look at the cases, not for a verdict; the chart restarts at 0 after each."
FUNNEL_LIMITS = "Exact binomial limits around the rate of all; differences in case mix are not adjusted for."


@dataclass(frozen=True, slots=True)
class Cusum:
    """CUSUM of log likelihood ratios, case by case: `worse` rises with events, `better` falls with their absence; signals are indices of cases."""

    worse: Floats
    better: Floats
    observed_less_expected: Floats
    signals_worse: tuple[int, ...]
    signals_better: tuple[int, ...]
    limit: float
    run_length_in_control: float | Indeterminate
    n: int
    missing: int
    method: str = "log-likelihood-ratio CUSUM"
    limits: str = CUSUM_LIMITS


def cusum(outcome: Floats, expected: float | Floats, odds: float = 2.0, limit: float = LIMIT) -> Cusum | Indeterminate:
    """Watch for the odds of the event to multiply (or divide) by `odds`; `expected` is the usual rate, or each case's own (risk-adjusted)."""
    there = ~np.isnan(outcome)
    risk = np.broadcast_to(np.asarray(expected, dtype=np.float64), outcome.shape)
    there &= (risk > 0) & (risk < 1)
    if not there.any():
        return Indeterminate("No case has both an outcome and an expected rate between 0 and 1.")
    y, p = outcome[there], risk[there]
    worse, rising = _climb(_weights(y, p, odds), limit)
    better, falling = _climb(_weights(y, p, 1 / odds), limit)
    place = np.flatnonzero(there)
    usual = float(p.mean())
    run = run_length(usual, odds, limit)
    return Cusum(
        worse, -better, np.cumsum(y - p), tuple(int(place[i]) for i in rising), tuple(int(place[i]) for i in falling), limit, run,
        int(y.size), int(outcome.size - y.size),
    )  # fmt: skip


def run_length(rate: float, odds: float = 2.0, limit: float = LIMIT) -> float | Indeterminate:
    """Cases between false signals while nothing has changed (Brook and Evans 1972): a Markov chain over the height of the chart."""
    if not 0 < rate < 1 or odds == 1:
        return Indeterminate("Needs a rate between 0 and 1 and odds that change.")
    event, none = _weights(np.array([1.0, 0.0]), np.array([rate, rate]), odds)
    height = np.arange(STATES) * limit / STATES
    moves = np.eye(STATES)
    for weight, chance in ((event, rate), (none, 1 - rate)):
        to = np.rint(np.maximum(height + weight, 0) * STATES / limit).astype(np.int64)
        inside = to < STATES
        np.add.at(moves, (np.flatnonzero(inside), to[inside]), -chance)
    return float(np.linalg.solve(moves, np.ones(STATES))[0])


def _weights(y: Floats, p: Floats, odds: float) -> Floats:
    """What each case adds: log of its likelihood with changed odds over that without."""
    found: Floats = y * log(odds) - np.log(1 - p + odds * p)
    return found


def _climb(weights: Floats, limit: float) -> tuple[Floats, list[int]]:
    path, signals, height = np.empty(weights.size), [], 0.0
    for index, weight in enumerate(weights.tolist()):
        height = max(0.0, height + weight)
        path[index] = height
        if height >= limit:
            signals.append(index)
            height = 0.0
    return path, signals


@dataclass(frozen=True, slots=True)
class FunnelPoint:
    """A surgeon, a month, a department: its rate, and how far chance alone can carry it."""

    label: str
    of: Proportion
    warning: tuple[float, float]
    alarm: tuple[float, float]
    p: float

    @property
    def beyond_alarm(self) -> bool:
        """Whether chance alone would carry it this far less than twice in a thousand."""
        return self.p < 1 - ALARM


@dataclass(frozen=True, slots=True)
class Funnel:
    """All points around the common rate."""

    rate: float
    points: tuple[FunnelPoint, ...]
    n: int
    method: str = "funnel plot with exact binomial limits at 95 % and 99.8 %"
    limits: str = FUNNEL_LIMITS


def funnel(groups: tuple[tuple[str, Proportion], ...], target: float | None = None) -> Funnel | Indeterminate:
    """Each group against the rate of all, or against a target."""
    filled = [(label, of) for label, of in groups if of.total]
    n = sum(of.total for _, of in filled)
    if not n:
        return Indeterminate("No group has cases.")
    rate = sum(of.positive for _, of in filled) / n if target is None else target
    points = tuple(
        FunnelPoint(label, of, _limits(rate, of.total, WARNING), _limits(rate, of.total, ALARM), _p(rate, of)) for label, of in filled
    )
    return Funnel(rate, points, n)


def funnel_limits(rate: float, n: int) -> tuple[tuple[float, float], tuple[float, float]]:
    """Warning and alarm limits of a group of `n` cases around `rate`: what a funnel's lines are drawn through."""
    return _limits(rate, n, WARNING), _limits(rate, n, ALARM)


def _limits(rate: float, n: int, level: float) -> tuple[float, float]:
    """The least and the most positives that a binomial reaches with more than half of what the level leaves out, as rates."""
    tail = (1 - level) / 2
    return _quantile(rate, n, tail) / n, _quantile(rate, n, 1 - tail) / n


def _quantile(rate: float, n: int, share: float) -> int:
    low, high = -1, n
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if binomial_cdf(middle, n, rate) >= share else (middle, high)
    return high


def _p(rate: float, of: Proportion) -> float:
    below = binomial_cdf(of.positive, of.total, rate)
    above = 1 - binomial_cdf(of.positive - 1, of.total, rate) if of.positive else 1.0
    return min(1.0, 2 * min(below, above))
