"""How often an event happens where another can forestall it: cumulative incidence with competing death (Aalen and Johansen).

One minus Kaplan–Meier would count the dead as if they could still recur.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from algorithms.statistics.distributions import z_for
from algorithms.statistics.result import LEVEL, Floats, Indeterminate, Ints

LIMITS = "Assumes that those who left were no different from those who stayed; each event ends a case's time."


@dataclass(frozen=True, slots=True)
class Incidence:
    """Cumulative incidence of one cause at `times`; bands are log-log, equal to the curve where nothing bounds it."""

    cause: int
    times: Floats
    incidence: Floats
    low: Floats
    high: Floats
    events: int
    n: int
    missing: int
    method: str = "Aalen–Johansen cumulative incidence, log-log bands with the delta-method variance of Dinse and Larson"
    limits: str = LIMITS


@dataclass(frozen=True, slots=True)
class _Steps:
    """Per time of any event: at risk, all events, events of the cause, and the share free of any just before."""

    at_risk: Floats
    events: Floats
    of_cause: Floats
    free: Floats


def cumulative_incidence(times: Floats, causes: Ints, cause: int) -> Incidence | Indeterminate:
    """`causes` is 0 where the case was censored, −1 where unknown, else which event ended its time."""
    there = ~np.isnan(times) & (causes >= 0)
    if not there.any():
        return Indeterminate("No case has both a time and a status.")
    t, c = times[there], causes[there]
    when = np.unique(t[c > 0])
    if not when.size:
        return Indeterminate("No event happened.")
    steps = _steps(t, c, cause, when)
    incidence = np.cumsum(steps.free * steps.of_cause / steps.at_risk)
    low, high = _band(incidence, _variance(steps, incidence))
    return Incidence(cause, when, incidence, low, high, int((c == cause).sum()), t.size, int(times.size - t.size))


def _steps(times: Floats, causes: Ints, cause: int, when: Floats) -> _Steps:
    at_risk = (times.size - np.searchsorted(np.sort(times), when, side="left")).astype(np.float64)
    events = _at(times[causes > 0], when)
    free = np.concatenate([[1.0], np.cumprod(1 - events / at_risk)[:-1]])
    return _Steps(at_risk, events, _at(times[causes == cause], when), free)


def _at(times: Floats, when: Floats) -> Floats:
    found: Floats = np.bincount(np.searchsorted(when, times), minlength=when.size).astype(np.float64)
    return found


def _variance(steps: _Steps, incidence: Floats) -> Floats:
    """Dinse and Larson 1986, eq. 6; squares of differences are opened so that running sums do. The last step, where all are gone, adds nothing."""
    n, d, k, s = steps.at_risk, steps.events, steps.of_cause, steps.free
    left = n - d
    leaving = np.where(left > 0, d / (n * np.maximum(left, 1)), 0.0)
    own = np.cumsum(s**2 * k * (n - k) / n**3)
    cross = s * k / n**2
    spread = incidence**2 * np.cumsum(leaving) - 2 * incidence * np.cumsum(leaving * incidence) + np.cumsum(leaving * incidence**2)
    found: Floats = spread + own - 2 * (incidence * np.cumsum(cross) - np.cumsum(cross * incidence))
    return np.maximum(found, 0.0)


def _band(incidence: Floats, variance: Floats) -> tuple[Floats, Floats]:
    with np.errstate(divide="ignore", invalid="ignore"):
        error = np.sqrt(variance) / (incidence * np.abs(np.log(incidence)))
        ends = [incidence ** np.exp(sign * z_for(LEVEL) * error) for sign in (1, -1)]
    inside = (incidence > 0) & (incidence < 1)
    return np.where(inside, ends[0], incidence), np.where(inside, ends[1], incidence)
