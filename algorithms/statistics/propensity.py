"""Before against after, or one surgeon's choice against another's: weighting by propensity, and whether the arms are alike afterwards.

Weights of overlap (Li, Morgan and Zaslavsky 2018) by default: they balance the means of the model's terms exactly and let no single case dominate.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

import numpy as np

from algorithms.statistics.distributions import normal_p, z_for
from algorithms.statistics.logistic import fit_logistic
from algorithms.statistics.result import Estimate, Flags, Floats, Indeterminate, Interval, Test
from algorithms.statistics.terms import Design

BALANCED = 0.1
LIMITS = (
    "Balances only what was measured; what was not may still differ. Weights are treated as known, which makes intervals slightly too wide."
)


class Target(StrEnum):
    """Whom the weighted arms stand for."""

    OVERLAP = "cases that could have been in either arm"
    EVERYONE = "all cases"
    TREATED = "cases of the second arm"


@dataclass(frozen=True, slots=True)
class Balance:
    """Standardised mean difference of one term, before and after."""

    name: str
    before: float
    after: float

    @property
    def balanced(self) -> bool:
        """Within a tenth of a standard deviation."""
        return abs(self.after) <= BALANCED


@dataclass(frozen=True, slots=True)
class Propensity:
    """Scores and weights in the order of the design's rows."""

    scores: Floats
    weights: Floats
    balance: tuple[Balance, ...]
    effective: tuple[float, float]
    rows: Flags
    n: int
    missing: int
    target: Target
    method: str
    limits: str = LIMITS


def weigh(design: Design, second_arm: Floats, target: Target = Target.OVERLAP) -> Propensity | Indeterminate:
    """`second_arm` is 1 for the arm whose choice is modelled, 0 for the other, over all rows of the cohort."""
    fit = fit_logistic(design, second_arm)
    if isinstance(fit, Indeterminate):
        return fit
    arm, score = second_arm[design.rows], fit.fitted
    weights = {
        Target.OVERLAP: np.where(arm == 1, 1 - score, score),
        Target.EVERYONE: np.where(arm == 1, 1 / score, 1 / (1 - score)),
        Target.TREATED: np.where(arm == 1, 1.0, score / (1 - score)),
    }[target]
    balance = tuple(_balance(name, design.matrix[:, index], arm, weights) for index, name in enumerate(design.names))
    effective = (_effective(weights[arm == 0]), _effective(weights[arm == 1]))
    method = f"propensity weighting by logistic regression, for {target.value}"
    return Propensity(score, weights, balance, effective, design.rows, fit.n, fit.missing, target, method)


def weighted_difference(outcome: Floats, second_arm: Floats, weighed: Propensity) -> tuple[Estimate, Test] | Indeterminate:
    """Weighted rate of the second arm − that of the first, with a sandwich error; rows without an outcome are left out."""
    y, arm = outcome[weighed.rows], second_arm[weighed.rows]
    there = ~np.isnan(y)
    sides = [_mean_and_variance(y[there & (arm == side)], weighed.weights[there & (arm == side)]) for side in (0, 1)]
    if any(side is None for side in sides):
        return Indeterminate("An arm has no outcome.")
    (first, error_first), (second, error_second) = (side for side in sides if side is not None)
    difference, error = second - first, sqrt(error_first + error_second)
    if error == 0:
        return Indeterminate("The outcome does not vary inside the arms.")
    half, n, missing = z_for() * error, int(there.sum()), int(outcome.size - there.sum())
    interval = Interval(difference - half, difference + half, "sandwich")
    return (
        Estimate(difference, interval, n, "weighted risk difference", missing, LIMITS),
        Test(difference / error, 0, normal_p(difference / error), n, "weighted risk difference, sandwich error", missing, LIMITS),
    )


def _mean_and_variance(y: Floats, weights: Floats) -> tuple[float, float] | None:
    total = float(weights.sum())
    if total == 0:
        return None
    mean = float(weights @ y) / total
    return mean, float((weights**2 * (y - mean) ** 2).sum()) / total**2


def _balance(name: str, values: Floats, arm: Floats, weights: Floats) -> Balance:
    """Both differences in units of the unweighted spread, so that weighting cannot hide one by widening it."""
    sides = [values[arm == side] for side in (0, 1)]
    spread = sqrt(sum(float(side.var(ddof=1)) if side.size > 1 else 0.0 for side in sides) / 2) or 1.0
    after = [float(np.average(side, weights=weights[arm == value])) for value, side in enumerate(sides)]
    return Balance(name, float(sides[1].mean() - sides[0].mean()) / spread, (after[1] - after[0]) / spread)


def _effective(weights: Floats) -> float:
    """How many equal cases these are worth (Kish)."""
    return float(weights.sum() ** 2 / (weights**2).sum())
