"""Do survival curves differ: the log-rank test over two or more arms, stratified where asked (Mantel 1966)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from algorithms.statistics.distributions import chi2_p
from algorithms.statistics.result import Flags, Floats, Indeterminate, Ints, Test

LIMITS = "Strongest where hazards are proportional; blind where curves cross."


@dataclass(frozen=True, slots=True)
class LogRank:
    """The test, with observed and expected events of each arm."""

    test: Test
    observed: Floats
    expected: Floats


def log_rank(times: Floats, happened: Floats, arms: Ints, strata: Ints | None = None) -> LogRank | Indeterminate:
    """`arms` and `strata` are codes from 0, −1 where missing; rows without time, status, arm or stratum are left out and counted."""
    there = ~(np.isnan(times) | np.isnan(happened)) & (arms >= 0)
    if strata is not None:
        there &= strata >= 0
    if len(np.unique(arms[there])) < 2:
        return Indeterminate("Fewer than two arms have cases with a time and a status.")
    if not (happened[there] == 1).any():
        return Indeterminate("No event happened: there is nothing to compare.")
    layer = np.zeros(times.size, dtype=np.int64) if strata is None else strata
    width = int(arms[there].max()) + 1
    observed, expected, variance = np.zeros(width), np.zeros(width), np.zeros((width, width))
    for stratum in np.unique(layer[there]):
        inside = there & (layer == stratum)
        part = _stratum(times[inside], happened[inside] == 1, arms[inside], width)
        observed, expected, variance = observed + part[0], expected + part[1], variance + part[2]
    return _tested(observed, expected, variance, int(there.sum()), int(times.size - there.sum()), stratified=strata is not None)


def _stratum(times: Floats, happened: Flags, arms: Ints, width: int) -> tuple[Floats, Floats, Floats]:
    """Observed, expected and covariance summed over the event times of one stratum."""
    when = np.unique(times[happened])
    if not when.size:
        return np.zeros(width), np.zeros(width), np.zeros((width, width))
    at_risk = np.column_stack([_no_earlier(times[arms == arm], when) for arm in range(width)])
    deaths = np.column_stack([_exactly(times[happened & (arms == arm)], when) for arm in range(width)])
    everyone, events = at_risk.sum(axis=1), deaths.sum(axis=1)
    share = at_risk / everyone[:, None]
    spread = events * (everyone - events) / np.maximum(everyone - 1, 1)
    variance = np.diag((spread[:, None] * share).sum(axis=0)) - (share * spread[:, None]).T @ share
    return deaths.sum(axis=0), (share * events[:, None]).sum(axis=0), variance


def _no_earlier(times: Floats, when: Floats) -> Floats:
    found: Floats = (times.size - np.searchsorted(np.sort(times), when, side="left")).astype(np.float64)
    return found


def _exactly(times: Floats, when: Floats) -> Floats:
    ordered = np.sort(times)
    found: Floats = (np.searchsorted(ordered, when, side="right") - np.searchsorted(ordered, when, side="left")).astype(np.float64)
    return found


def _tested(observed: Floats, expected: Floats, variance: Floats, n: int, missing: int, *, stratified: bool) -> LogRank | Indeterminate:
    """χ² over the arms in which something could have been expected, one of them left out."""
    informed = np.flatnonzero(np.diag(variance) > 1e-12)
    if informed.size < 2:
        return Indeterminate("At every event only one arm was at risk: there is nothing to compare.")
    kept = informed[:-1]
    distance = (observed - expected)[kept]
    statistic = float(distance @ np.linalg.pinv(variance[np.ix_(kept, kept)], hermitian=True) @ distance)
    method = "stratified log-rank test" if stratified else "log-rank test"
    return LogRank(Test(statistic, kept.size, chi2_p(statistic, kept.size), n, method, missing, LIMITS), observed, expected)
