"""Adjusted odds ratios by logistic regression, fitted by Newton's method (iteratively reweighted least squares).

Separation, where a term foretells the outcome of some cases without fail, has no finite odds ratio: it is found and said, never shown as a huge one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from algorithms.statistics.distributions import chi2_p, z_for
from algorithms.statistics.newton import Likelihood, Runaway, climb
from algorithms.statistics.result import LEVEL, Floats, Indeterminate, Interval, Test
from algorithms.statistics.terms import Coefficient, Design, coefficients

INTERCEPT = "intercept"
LIMITS = "Assumes independent cases and effects that multiply odds; about ten events a term keep it steady. Wald intervals."
EVENTS_A_TERM = 10


@dataclass(frozen=True, slots=True)
class LogisticFit:
    """A fitted model; `terms` starts with the intercept, `fitted` are the probabilities of its cases in their order."""

    terms: tuple[Coefficient, ...]
    covariance: Floats
    log_likelihood: float
    null_log_likelihood: float
    fitted: Floats
    n: int
    events: int
    missing: int
    notes: tuple[str, ...]
    method: str = "logistic regression, maximum likelihood by Newton's method"
    limits: str = LIMITS

    @property
    def overall(self) -> Test:
        """Likelihood-ratio test of all terms together."""
        statistic = max(0.0, 2 * (self.log_likelihood - self.null_log_likelihood))
        degrees = len(self.terms) - 1
        return Test(statistic, degrees, chi2_p(statistic, degrees), self.n, "likelihood-ratio test", self.missing)


def fit_logistic(design: Design, outcome: Floats, weights: Floats | None = None) -> LogisticFit | Indeterminate:
    """Fit `outcome` (0 or 1, all rows of the cohort) on the design; `weights` count each row so many times."""
    y = outcome[design.rows]
    w = np.ones(y.size) if weights is None else weights[design.rows]
    events, n = float((w * y).sum()), float(w.sum())
    if events in {0, n}:
        return Indeterminate("No case has the outcome." if events == 0 else "Every case has the outcome.")
    standard, back = standardised(design.matrix)
    found = climb(_likelihood(standard, y, w, np.zeros(y.size)), standard)
    if isinstance(found, Runaway):
        return Indeterminate(_separated(design, found))
    estimates, covariance = back @ found.at, back @ np.linalg.inv(found.information) @ back.T
    terms = coefficients((INTERCEPT, *design.names), ("odds when every term is 0", *design.readings), estimates, covariance)
    share = events / n
    null = events * np.log(share) + (n - events) * np.log1p(-share)
    notes = (*design.notes, *_thin(min(events, n - events), len(design.names)))
    fitted = expit(standard @ found.at)
    return LogisticFit(terms, covariance, found.value, float(null), fitted, round(n), round(events), design.missing, notes)


def profile_intervals(fit: LogisticFit, design: Design, outcome: Floats) -> LogisticFit:
    """The same fit with profile-likelihood intervals in the place of Wald's: slower, truer with few events."""
    y = outcome[design.rows]
    full = np.column_stack([np.ones(y.size), design.matrix])
    top = full @ np.array([term.estimate for term in fit.terms])
    terms = tuple(
        replace(term, interval=_profiled(term, full[:, index], np.delete(full, index, axis=1), y, top))
        for index, term in enumerate(fit.terms)
    )
    return replace(fit, terms=terms, limits=LIMITS.replace("Wald intervals", "Profile-likelihood intervals"))


def expit(eta: Floats) -> Floats:
    """Probability from log odds, without overflow."""
    found: Floats = 0.5 * (1 + np.tanh(eta / 2))
    return found


def standardised(matrix: Floats) -> tuple[Floats, Floats]:
    """Intercept and columns of mean 0 and SD 1, and the matrix that turns their coefficients into those of the columns as given."""
    mean, sd = matrix.mean(axis=0), matrix.std(axis=0)
    back = np.diag(np.concatenate([[1.0], 1 / sd]))
    back[0, 1:] = -mean / sd
    return np.column_stack([np.ones(len(matrix)), (matrix - mean) / sd]), back


def _likelihood(matrix: Floats, y: Floats, w: Floats, offset: Floats) -> Likelihood:
    def at(beta: Floats) -> tuple[float, Floats, Floats]:
        eta = matrix @ beta + offset
        p = expit(eta)
        value = float((w * (y * eta - np.logaddexp(0, eta))).sum())
        return value, matrix.T @ (w * (y - p)), (matrix * (w * p * expit(-eta))[:, None]).T @ matrix

    return at


def _profiled(term: Coefficient, column: Floats, others: Floats, y: Floats, top: Floats) -> Interval:
    """Where the likelihood, maximised over the other terms, has fallen by half a χ² quantile; `top` is the linear predictor of the fit."""
    scale = np.abs(others).max(axis=0)
    enough = float((y * top - np.logaddexp(0, top)).sum()) - z_for() ** 2 / 2

    def drop(value: float) -> float:
        found = climb(_likelihood(others / scale, y, np.ones(y.size), top + (value - term.estimate) * column), others / scale)
        return np.inf if isinstance(found, Runaway) else enough - found.value

    ends = [_crossing(drop, term.estimate, sign * z_for() * term.error) for sign in (-1, 1)]
    return Interval(float(np.exp(ends[0])), float(np.exp(ends[1])), "profile likelihood", LEVEL)


def _crossing(drop: Callable[[float], float], start: float, stride: float) -> float:
    inside, outside = start, start + stride
    for _ in range(30):
        if drop(outside) > 0:
            break
        inside, outside = outside, outside + stride
    for _ in range(60):
        middle = (inside + outside) / 2
        inside, outside = (inside, middle) if drop(middle) > 0 else (middle, outside)
        if abs(outside - inside) < 1e-10 * (1 + abs(middle)):
            break
    return (inside + outside) / 2


def _separated(design: Design, found: Runaway) -> str:
    growing = [design.names[index - 1] for index in found.growing if index > 0]
    return f"Separation: {', '.join(growing) or 'the terms together'} foretell the outcome of some cases without fail; no finite odds ratio exists."


def _thin(events: float, terms: int) -> tuple[str, ...]:
    if events >= EVENTS_A_TERM * terms:
        return ()
    return (
        f"Only {events:g} cases in the rarer outcome for {terms} terms: fewer than {EVENTS_A_TERM} a term, estimates may be too far from 1.",
    )
