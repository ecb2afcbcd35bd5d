"""How likely a face is positive, from how often each method that spoke of it is right: beside the raw values, never instead of them.

Bayes' rule on the odds: each method multiplies them by its likelihood ratio, sensitivity / (1 − specificity) where it says positive and
(1 − sensitivity) / specificity where it does not. That is right only where methods err independently, and they don't: what hides from one hides
from the next. So a second figure takes only the strongest voice for and the strongest against, as if all others repeated them, and the range shown
holds both. Variances of the published shares are carried over on the logit scale (delta method).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log, sqrt

from algorithms.margins.model import MarginClass
from algorithms.margins.opinions import FaceJudgement
from algorithms.margins.published import Rates, Share
from algorithms.statistics.result import Indeterminate

Z = 1.959964
EDGE = 1e-3  # a share of 0 or 1 has no logit; nothing is surer than one in a thousand
REFERENCE = "pathology"
ON_INK = {
    MarginClass.POSITIVE: True,
    MarginClass.CLOSE: False,
    MarginClass.NEGATIVE: False,
}  # truth is ink on tumour: close is not positive


@dataclass(frozen=True, slots=True)
class Vote:
    """One method's word on a face, as a test result."""

    method: str
    title: str
    positive: bool
    rates: Rates

    @property
    def weight(self) -> float:
        """The logarithm of its likelihood ratio."""
        sensitivity, specificity = _inside(self.rates.sensitivity.value), _inside(self.rates.specificity.value)
        return log(sensitivity / (1 - specificity)) if self.positive else log((1 - sensitivity) / specificity)

    @property
    def variance(self) -> float:
        """Of the weight; 0 where the source gives no interval, which `bare` says."""
        sensitivity, specificity = _inside(self.rates.sensitivity.value), _inside(self.rates.specificity.value)
        by = (1 - sensitivity, specificity) if self.positive else (sensitivity, 1 - specificity)
        return (by[0] * _spread(self.rates.sensitivity)) ** 2 + (by[1] * _spread(self.rates.specificity)) ** 2

    @property
    def bare(self) -> bool:
        """Whether its source gives no interval."""
        return self.rates.sensitivity.low is None or self.rates.specificity.low is None


@dataclass(frozen=True, slots=True)
class Likelihood:
    """How likely a face is positive: as if methods erred independently, as if they repeated one another, and the range that holds both."""

    independent: float
    repeating: float
    low: float
    high: float
    votes: tuple[Vote, ...]
    left_out: tuple[str, ...]  # methods that spoke and have no figures
    prior: Share

    @property
    def too_narrow(self) -> tuple[str, ...]:
        """Methods whose sources give no interval, so that the range leaves their uncertainty out."""
        return tuple(vote.title for vote in self.votes if vote.bare)


def likelihood(judged: FaceJudgement, rates: Mapping[str, Rates], prior: Share) -> Likelihood | Indeterminate:
    """For one face. `Indeterminate` where final pathology has spoken, no method with figures has, or one without figures alarms."""
    if any(one.method == REFERENCE for one in judged.opinions):
        return Indeterminate("Final pathology has spoken.")
    heard: dict[str, Vote] = {}
    left_out: list[str] = []
    for one in judged.opinions:
        if one.margin_class not in ON_INK:
            continue
        known = rates.get(one.method)
        if known is None:
            left_out.append(one.row.title)
            continue
        earlier = heard.get(one.method)
        positive = ON_INK[one.margin_class] or (
            earlier is not None and earlier.positive
        )  # two readings by one method: one voice, the worse
        heard[one.method] = Vote(one.method, one.row.title, positive, known)
    alarming = [one.row.title for one in judged.opinions if ON_INK.get(one.margin_class) and one.row.title in left_out]
    if alarming:
        return Indeterminate(f"{alarming[0]} says positive and has no figures: a probability without it would mislead.")
    if not heard:
        return Indeterminate("No method with published figures has spoken.")
    votes = tuple(heard.values())
    together, repeated = _posterior(votes, prior), _posterior(_strongest(votes), prior)
    return Likelihood(
        together[0], repeated[0], min(together[1], repeated[1]), max(together[2], repeated[2]), votes, tuple(dict.fromkeys(left_out)), prior
    )


def _posterior(votes: Sequence[Vote], prior: Share) -> tuple[float, float, float]:
    """The probability and the ends of its 95 % interval."""
    middle = _logit(prior.value) + sum(vote.weight for vote in votes)
    half = Z * sqrt(_spread(prior) ** 2 + sum(vote.variance for vote in votes))
    return _expit(middle), _expit(middle - half), _expit(middle + half)


def _strongest(votes: Sequence[Vote]) -> tuple[Vote, ...]:
    """The strongest voice for, and the strongest against."""
    sides = ([vote for vote in votes if vote.positive is side] for side in (True, False))
    return tuple(max(side, key=lambda vote: abs(vote.weight)) for side in sides if side)


def _spread(share: Share) -> float:
    """The standard error on the logit scale; 0 where there is no interval."""
    return 0.0 if share.low is None or share.high is None else (_logit(share.high) - _logit(share.low)) / (2 * Z)


def _inside(share: float) -> float:
    return min(max(share, EDGE), 1 - EDGE)


def _logit(share: float) -> float:
    share = _inside(share)
    return log(share / (1 - share))


def _expit(value: float) -> float:
    return 1 / (1 + exp(-value))
