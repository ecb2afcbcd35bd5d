"""The share still free of an event over time (Kaplan and Meier), with log-log bands, the median with its interval, and who is still at risk."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

import numpy as np

from algorithms.statistics.distributions import z_for
from algorithms.statistics.result import LEVEL, Estimate, Flags, Floats, Indeterminate, Interval, Ints

LIMITS = "Assumes that those who left were no different from those who stayed. Bands hold at each time, not for the whole curve."
HALF = 0.5 + 1e-12  # rounding must not move the median to the next event


@dataclass(frozen=True, slots=True)
class Counts:
    """Per distinct time: how many were at risk just before it, had the event at it, left at it."""

    times: Floats
    at_risk: Ints
    events: Ints
    censored: Ints


@dataclass(frozen=True, slots=True)
class SurvivalCurve:
    """Steps down at `times`; `low` and `high` are the log-log band, equal to the curve where nothing bounds it (at 1)."""

    counts: Counts
    survival: Floats
    low: Floats
    high: Floats
    median: Estimate | Indeterminate
    n: int
    events: int
    missing: int
    method: str = "Kaplan–Meier, log-log bands with Greenwood's variance"
    limits: str = LIMITS


def count(times: Floats, happened: Flags) -> Counts:
    """Sort and count; times must be known and not negative."""
    distinct, place = np.unique(times, return_inverse=True)
    events = np.bincount(place, weights=happened, minlength=distinct.size).astype(np.int64)
    leaving = np.bincount(place, minlength=distinct.size).astype(np.int64)
    at_risk = times.size - np.concatenate([[0], np.cumsum(leaving)[:-1]]).astype(np.int64) if distinct.size else leaving
    return Counts(distinct, at_risk, events, leaving - events)


def kaplan_meier(times: Floats, happened: Floats) -> SurvivalCurve | Indeterminate:
    """The curve of one arm; `happened` is 1, 0 or NaN, and rows without a time or a status are left out and counted."""
    there = ~(np.isnan(times) | np.isnan(happened))
    if not there.any():
        return Indeterminate("No case has both a time and a status.")
    counts = count(times[there], happened[there] == 1)
    survival = np.cumprod(1 - counts.events / counts.at_risk)
    low, high = _band(counts, survival)
    n = int(there.sum())
    return SurvivalCurve(
        counts, survival, low, high, _median(counts.times, survival, low, high, n), n, int(counts.events.sum()), times.size - n
    )


def at_risk(counts: Counts, when: Floats) -> Ints:
    """How many were still at risk just before each of these times: the table under the curve."""
    place = np.searchsorted(counts.times, when, side="left")
    found: Ints = np.append(counts.at_risk, 0)[place]
    return found


def survival_at(curve: SurvivalCurve, when: Floats) -> Floats:
    """The curve's height at these times (1 before the first step)."""
    place = np.searchsorted(curve.counts.times, when, side="right")
    found: Floats = np.append(1.0, curve.survival)[place]
    return found


def _band(counts: Counts, survival: Floats) -> tuple[Floats, Floats]:
    """log(−log S) ± z·error. Undefined where S is 1 (the curve itself) and where S is 0 (from 0 up to the last upper end)."""
    left = counts.at_risk - counts.events
    with np.errstate(divide="ignore", invalid="ignore"):
        greenwood = np.cumsum(np.where(left > 0, counts.events / (counts.at_risk * np.maximum(left, 1)), 0.0))
        error = np.sqrt(greenwood) / np.log(survival)
        ends = [survival ** np.exp(sign * z_for(LEVEL) * error) for sign in (-1, 1)]
    inside = (survival > 0) & (survival < 1)
    low = np.where(inside, ends[0], np.where(survival < 1, 0.0, survival))
    high = np.where(inside, ends[1], survival)
    return low, np.where(survival > 0, high, _last_before_zero(high, survival))


def _last_before_zero(high: Floats, survival: Floats) -> float:
    alive = high[survival > 0]
    return float(alive[-1]) if alive.size else 1.0


def _median(times: Floats, survival: Floats, low: Floats, high: Floats, n: int) -> Estimate | Indeterminate:
    if survival[-1] > HALF:
        return Indeterminate("Fewer than half had the event during follow-up: the median is not reached.")
    ends = [_first(times, band) for band in (low, high)]
    return Estimate(
        _first(times, survival), Interval(ends[0], ends[1], "Brookmeyer–Crowley, log-log"), n, "median of the Kaplan–Meier curve"
    )


def _first(times: Floats, curve: Floats) -> float:
    """The first time at which a curve stands at one half or below; infinite where it never does."""
    reached = np.flatnonzero(curve <= HALF)
    return float(times[reached[0]]) if reached.size else inf
