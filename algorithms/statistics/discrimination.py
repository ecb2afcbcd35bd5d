"""Does a score tell cases apart, and are its probabilities true: ROC and precision–recall curves, their areas, calibration, Hosmer–Lemeshow."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np

from algorithms.statistics.distributions import chi2_p, z_for
from algorithms.statistics.proportions import wilson
from algorithms.statistics.ranks import area_above, midranks
from algorithms.statistics.result import Estimate, Flags, Floats, Indeterminate, Interval, Test, complete

GROUPS = 10
IN_SAMPLE = "Measured on the cases the model was fitted to: it will do less well on new ones."


@dataclass(frozen=True, slots=True)
class Curve:
    """Points of a ROC curve (false-positive share, sensitivity) or a precision–recall curve (recall, precision), by falling threshold."""

    x: Floats
    y: Floats
    area: Estimate


@dataclass(frozen=True, slots=True)
class CalibrationGroup:
    """Cases of like predicted risk."""

    n: int
    predicted: float
    observed: float
    interval: Interval


@dataclass(frozen=True, slots=True)
class Calibration:
    """Predicted against observed, in groups by risk, with Hosmer and Lemeshow's test."""

    groups: tuple[CalibrationGroup, ...]
    test: Test | Indeterminate
    brier: float


def roc_curve(scores: Floats, outcome: Floats) -> Curve | Indeterminate:
    """The curve and its area, with DeLong's interval."""
    there = complete(scores, outcome)
    s, y = scores[there], outcome[there] == 1
    if y.all() or not y.any():
        return Indeterminate("All cases have the same outcome: nothing can be told apart.")
    hits, alarms = _by_threshold(s, y)
    half = z_for() * sqrt(_delong_variance(s[y], s[~y]))
    area = area_above(s, y)
    interval = Interval(max(0.0, area - half), min(1.0, area + half), "DeLong")
    estimate = Estimate(area, interval, s.size, "area under the ROC curve", int(scores.size - s.size))
    return Curve(np.append(0.0, alarms / (~y).sum()), np.append(0.0, hits / y.sum()), estimate)


def precision_recall_curve(scores: Floats, outcome: Floats) -> Curve | Indeterminate:
    """The curve and its area as average precision; no interval of it is given without resampling."""
    there = complete(scores, outcome)
    s, y = scores[there], outcome[there] == 1
    if not y.any():
        return Indeterminate("No case is positive.")
    hits, alarms = _by_threshold(s, y)
    recall, precision = hits / y.sum(), hits / (hits + alarms)
    area = float((np.diff(recall, prepend=0.0) * precision).sum())
    none = Indeterminate("Average precision has no closed interval.")
    return Curve(recall, precision, Estimate(area, none, s.size, "average precision", int(scores.size - s.size)))


def calibrate(probabilities: Floats, outcome: Floats, fitted_terms: int = 0, groups: int = GROUPS) -> Calibration | Indeterminate:
    """Groups of near-equal size by predicted risk, equal risks together. `fitted_terms` > 0: same cases as fitted, degrees = groups − 2."""
    there = complete(probabilities, outcome)
    p, y = probabilities[there], outcome[there]
    if not p.size:
        return Indeterminate("No case has both a probability and an outcome.")
    place = np.searchsorted(np.unique(np.quantile(p, np.arange(1, groups) / groups)), p, side="left")
    _, place = np.unique(place, return_inverse=True)
    n, predicted, observed = (np.bincount(place, weight).astype(np.float64) for weight in (np.ones(p.size), p, y))
    found = tuple(
        CalibrationGroup(int(size), float(risk / size), float(hits / size), wilson(float(hits), float(size)))
        for size, risk, hits in zip(n, predicted, observed, strict=True)
    )
    return Calibration(found, _hosmer_lemeshow(n, predicted, observed, in_sample=fitted_terms > 0), float(((p - y) ** 2).mean()))


def _hosmer_lemeshow(n: Floats, predicted: Floats, observed: Floats, *, in_sample: bool) -> Test | Indeterminate:
    degrees = n.size - 2 if in_sample else n.size
    spread = predicted * (1 - predicted / n)
    if degrees < 1 or (spread <= 0).any():
        return Indeterminate("Too few distinct risks for Hosmer and Lemeshow's test.")
    statistic = float(((observed - predicted) ** 2 / spread).sum())
    return Test(
        statistic,
        degrees,
        chi2_p(statistic, degrees),
        int(n.sum()),
        f"Hosmer–Lemeshow test, {n.size} groups",
        limits=IN_SAMPLE if in_sample else "",
    )


def _by_threshold(scores: Floats, positive: Flags) -> tuple[Floats, Floats]:
    """True and false alarms as the threshold falls past each distinct score."""
    order = np.argsort(-scores, kind="stable")
    ends = np.append(np.flatnonzero(np.diff(scores[order])), scores.size - 1)
    hits = np.cumsum(positive[order])[ends].astype(np.float64)
    return hits, ends + 1 - hits


def _delong_variance(positive: Floats, negative: Floats) -> float:
    """DeLong 1988 by midranks (Sun and Xu 2014): n log n."""
    both = midranks(np.concatenate([positive, negative]))
    above = (both[: positive.size] - midranks(positive)) / negative.size
    below = 1 - (both[positive.size :] - midranks(negative)) / positive.size
    found = 0.0
    for part in (above, below):
        found += float(part.var(ddof=1)) / part.size if part.size > 1 else 0.0
    return found
