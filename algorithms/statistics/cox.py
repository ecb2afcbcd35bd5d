"""Adjusted hazard ratios by Cox's proportional-hazards regression; tied times by Efron's method, or Breslow's where a paper used it.

Everything that grows with the number of cases is a sort, a cumulative sum or a product of matrices, whatever the number of distinct times.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from algorithms.statistics.distributions import chi2_p
from algorithms.statistics.newton import Runaway, climb
from algorithms.statistics.result import Flags, Floats, Indeterminate, Ints, Test
from algorithms.statistics.terms import Coefficient, Design, coefficients

LIMITS = "Assumes hazards in a constant ratio over time (see the check beside it) and independent censoring. Wald intervals."
EVENTS_A_TERM = 10


class Ties(StrEnum):
    """How events at the same time share their risk set."""

    EFRON = "efron"
    BRESLOW = "breslow"


@dataclass(frozen=True, slots=True)
class ProportionalCheck:
    """Grambsch and Therneau's test of each term, and of all: does its effect drift with the rank of time?"""

    terms: tuple[tuple[str, Test], ...]
    overall: Test


@dataclass(frozen=True, slots=True)
class CoxFit:
    """A fitted model with its check."""

    terms: tuple[Coefficient, ...]
    covariance: Floats
    log_likelihood: float
    null_log_likelihood: float
    concordance: float | Indeterminate
    proportional: ProportionalCheck | Indeterminate
    n: int
    events: int
    missing: int
    ties: Ties
    notes: tuple[str, ...]
    limits: str = LIMITS

    @property
    def method(self) -> str:
        """As a paper says it."""
        return f"Cox proportional-hazards regression, {self.ties.value.capitalize()}'s method for ties"

    @property
    def overall(self) -> Test:
        """Likelihood-ratio test of all terms together."""
        statistic = max(0.0, 2 * (self.log_likelihood - self.null_log_likelihood))
        return Test(statistic, len(self.terms), chi2_p(statistic, len(self.terms)), self.n, "likelihood-ratio test", self.missing)


def fit_cox(
    times: Floats, happened: Floats, design: Design, *, ties: Ties = Ties.EFRON, strata: Ints | None = None
) -> CoxFit | Indeterminate:
    """Fit on the design's rows, which must all have a time and a status (1 or 0); a baseline of its own for each stratum."""
    t, d, rows = times[design.rows], happened[design.rows] == 1, design.rows
    if not d.any():
        return Indeterminate("No event happened: there is nothing to model.")
    mean, scale = design.matrix.mean(axis=0), design.matrix.std(axis=0)
    matrix = (design.matrix - mean) / scale
    layer = np.zeros(t.size, dtype=np.int64) if strata is None else strata[rows]
    sets = [_RiskSets(t[layer == s], d[layer == s], matrix[layer == s], ties) for s in np.unique(layer) if d[layer == s].any()]

    def likelihood(beta: Floats) -> tuple[float, Floats, Floats]:
        parts = [one.likelihood(beta) for one in sets]
        return sum(part[0] for part in parts), np.sum([part[1] for part in parts], axis=0), np.sum([part[2] for part in parts], axis=0)

    if (flat := _uninformed(likelihood, design)) is not None:
        return flat
    found = climb(likelihood, matrix)
    if isinstance(found, Runaway):
        return Indeterminate(_monotone(design, found))
    inverse = np.linalg.inv(found.information)
    terms = coefficients(design.names, design.readings, found.at / scale, inverse / np.outer(scale, scale))
    check = _proportional(sets, found.at, inverse, design.names)
    events = int(d.sum())
    notes = (*design.notes, *_thin(events, len(terms)))
    agreement = concordance(t, d, matrix @ found.at) if strata is None else Indeterminate("Not defined across strata.")
    null = likelihood(np.zeros(matrix.shape[1]))[0]
    return CoxFit(
        terms, inverse / np.outer(scale, scale), found.value, null, agreement, check, t.size, events, design.missing, ties, notes
    )  # fmt: skip


class _RiskSets:
    """One stratum in order of time; a row for each event, which Efron thins by the share of its tie already gone."""

    def __init__(self, times: Floats, happened: Flags, matrix: Floats, ties: Ties) -> None:
        order = np.argsort(times, kind="stable")
        self.times, self.happened, self.matrix = times[order], happened[order], matrix[order]
        self.when, self.event_of = np.unique(self.times[self.happened], return_inverse=True)
        self._first = np.searchsorted(self.times, self.when, side="left")
        self._reached = np.searchsorted(self.when, self.times, side="right")
        starts = np.searchsorted(self.event_of, np.arange(self.when.size))
        tied = np.bincount(self.event_of)[self.event_of]
        place = np.arange(self.event_of.size) - starts[self.event_of]
        self._gone = place / tied if ties is Ties.EFRON else np.zeros(place.size)

    def likelihood(self, beta: Floats) -> tuple[float, Floats, Floats]:
        """Partial log likelihood, gradient and information. The sum over risk sets of x xᵀ is one weighted product of matrices."""
        eta = self.matrix @ beta
        eta = eta - eta.max()
        weights, happened = np.exp(eta), self.happened
        size, means = self._sets(weights)
        value = float(eta[happened].sum() - np.log(size).sum())
        gradient = self.matrix[happened].sum(axis=0) - means.sum(axis=0)
        passed = np.concatenate([[0.0], np.cumsum(np.bincount(self.event_of, 1 / size))])[self._reached]
        thinned = np.zeros(weights.size)
        thinned[happened] = np.bincount(self.event_of, self._gone / size)[self.event_of]
        information = (self.matrix * (weights * (passed - thinned))[:, None]).T @ self.matrix - means.T @ means
        return value, gradient, information

    def residuals(self, beta: Floats) -> Floats:
        """Schoenfeld's: each event's covariates less what its risk set led to expect (mean over a tie)."""
        eta = self.matrix @ beta
        _, means = self._sets(np.exp(eta - eta.max()))
        count = np.bincount(self.event_of)
        expected = np.column_stack([np.bincount(self.event_of, column) / count for column in means.T])
        found: Floats = self.matrix[self.happened] - expected[self.event_of]
        return found

    def _sets(self, weights: Floats) -> tuple[Floats, Floats]:
        """Per event: the weight of its risk set, thinned, and the mean covariates of it."""
        size = self._thin(weights, weights[self.happened])
        weighted = self.matrix * weights[:, None]
        sums = [self._thin(column, column[self.happened]) for column in weighted.T]
        return size, np.column_stack(sums) / size[:, None]

    def _thin(self, everyone: Floats, at_event: Floats) -> Floats:
        remaining = np.cumsum(everyone[::-1])[::-1][self._first]
        leaving = np.bincount(self.event_of, at_event)
        found: Floats = remaining[self.event_of] - self._gone * leaving[self.event_of]
        return found


def concordance(times: Floats, happened: Flags, risk: Floats) -> float | Indeterminate:
    """Harrell's C: of pairs where the first event is known, the share in which the higher risk came first; equal risks count half."""
    levels, rank = np.unique(np.round(risk, 12), return_inverse=True)
    # A case that leaves at the time of an event was still at risk then; events at one time are no pair, and by rising risk they are no inversion.
    order = np.lexsort((rank, ~happened, times))
    rank, first = rank[order], happened[order]
    tied = _pairs(np.unique(times[happened], return_counts=True)[1])
    tied_alike = _pairs(np.unique(times[happened] + 1j * risk[happened].round(12), return_counts=True)[1])
    pairs = int((rank.size - 1 - np.flatnonzero(first)).sum()) - tied
    if not pairs:
        return Indeterminate("No pair of cases can be put in order.")
    return (_inversions(rank, first, levels.size) + (_alike(rank, first) - tied_alike) / 2) / pairs


def _pairs(counts: Ints) -> int:
    return int((counts * (counts - 1) // 2).sum())


def _alike(rank: Ints, first: Flags) -> int:
    """Pairs in which a case of `first` stands before another of the same rank."""
    order = np.argsort(rank, kind="stable")
    ends = np.searchsorted(rank[order], rank[order], side="right")
    return int((ends - 1 - np.arange(rank.size))[first[order]].sum())


def _inversions(rank: Ints, first: Flags, levels: int) -> int:
    """Pairs in which a case of `first` stands before another of lower rank: counted between neighbouring blocks of doubling size, n log² n."""
    place, found, size = np.arange(rank.size), 0, 1
    while size < rank.size:
        left, floor = place // size % 2 == 0, place // (2 * size) * levels
        right = np.sort((floor + rank)[~left])
        asked = left & first
        found += int((np.searchsorted(right, (floor + rank)[asked]) - np.searchsorted(right, floor[asked])).sum())
        size *= 2
    return found


def _proportional(sets: list[_RiskSets], beta: Floats, covariance: Floats, names: tuple[str, ...]) -> ProportionalCheck | Indeterminate:
    """Grambsch and Therneau 1994, with time by rank."""
    residuals = np.concatenate([one.residuals(beta) for one in sets])
    times = np.concatenate([one.when[one.event_of] for one in sets])
    clock = np.argsort(np.argsort(times, kind="stable"), kind="stable").astype(np.float64) + 1
    centred = clock - clock.mean()
    spread, events = float((centred**2).sum()), times.size
    if events <= len(names) or spread == 0:
        return Indeterminate("Too few events to check whether hazards are proportional.")
    drift = centred @ residuals
    each = (covariance @ drift) ** 2 * events / (np.diag(covariance) * spread)
    whole = float(drift @ covariance @ drift) * events / spread
    method = "Grambsch–Therneau test on scaled Schoenfeld residuals, time by rank"
    terms = tuple((name, Test(float(value), 1, chi2_p(float(value), 1), events, method)) for name, value in zip(names, each, strict=True))
    return ProportionalCheck(terms, Test(whole, len(names), chi2_p(whole, len(names)), events, method))


def _uninformed(likelihood: Callable[[Floats], tuple[float, Floats, Floats]], design: Design) -> Indeterminate | None:
    """A term that is the same for everybody at risk at every event says nothing."""
    information = likelihood(np.zeros(len(design.names)))[2]
    flat = np.flatnonzero(np.diag(information) < 1e-12)
    if not flat.size:
        return None
    return Indeterminate(f"{design.names[int(flat[0])]} does not vary among those at risk at any event: it cannot be estimated.")


def _monotone(design: Design, found: Runaway) -> str:
    growing = ", ".join(design.names[index] for index in found.growing) or "the terms together"
    return f"Monotone likelihood: by {growing} the events can be put in order without fail, so no finite hazard ratio exists."


def _thin(events: int, terms: int) -> tuple[str, ...]:
    if events >= EVENTS_A_TERM * terms:
        return ()
    return (f"Only {events} events for {terms} terms: fewer than {EVENTS_A_TERM} a term, estimates may be too far from 1.",)
