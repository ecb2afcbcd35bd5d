"""Are the means of two arms, or of several, apart: Student's t with pooled variance, Welch's t, and one-way analysis of variance."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np

from algorithms.statistics.distributions import f_p, t_for, t_p
from algorithms.statistics.result import Estimate, Floats, Indeterminate, Interval, Test, known

LIMITS = "Assumes independent cases and means that are near normal: about 30 in each arm, or values without a long tail."


@dataclass(frozen=True, slots=True)
class Summary:
    """An arm as papers print it: n, mean and standard deviation (n − 1)."""

    n: int
    mean: float
    sd: float
    missing: int = 0


def summarise(values: Floats) -> Summary:
    """n, mean and SD of the values that are there; SD is 0 of a single one."""
    there, missing = known(values)
    if not there.size:
        return Summary(0, 0.0, 0.0, missing)
    return Summary(there.size, float(there.mean()), float(there.std(ddof=1)) if there.size > 1 else 0.0, missing)


def pooled_t(a: Summary, b: Summary) -> Test | Indeterminate:
    """Student's t with pooled variance."""
    if (why := _too_thin(a, b)) is not None:
        return why
    degrees = a.n + b.n - 2
    return _t(a, b, _pooled_error(a, b), degrees, "two-sample t-test, pooled variance")


def welch_t(a: Summary, b: Summary) -> Test | Indeterminate:
    """Welch's t with Satterthwaite's degrees of freedom."""
    if (why := _too_thin(a, b)) is not None:
        return why
    one, other = a.sd**2 / a.n, b.sd**2 / b.n
    degrees = (one + other) ** 2 / (one**2 / (a.n - 1) + other**2 / (b.n - 1)) if one + other else 1.0
    return _t(a, b, sqrt(one + other), degrees, "two-sample t-test, Welch")


def mean_difference(a: Summary, b: Summary) -> Estimate | Indeterminate:
    """Mean of a − mean of b, with Welch's interval."""
    found = welch_t(a, b)
    if isinstance(found, Indeterminate):
        return found
    half = t_for(found.degrees) * sqrt(a.sd**2 / a.n + b.sd**2 / b.n)
    difference = a.mean - b.mean
    return Estimate(
        difference, Interval(difference - half, difference + half, "Welch"), a.n + b.n, "difference of means", a.missing + b.missing, LIMITS
    )


def analysis_of_variance(arms: tuple[Floats, ...]) -> Test | Indeterminate:
    """One-way analysis of variance over two or more arms."""
    there = [known(arm) for arm in arms]
    groups = [values for values, _ in there if values.size]
    n = sum(values.size for values in groups)
    if len(groups) < 2 or n <= len(groups):
        return Indeterminate("Fewer than two arms have enough values.")
    mean = float(np.concatenate(groups).mean())
    between = sum(values.size * (float(values.mean()) - mean) ** 2 for values in groups)
    within = sum(float(((values - values.mean()) ** 2).sum()) for values in groups)
    if within == 0:
        return Indeterminate("The values do not vary inside any arm.")
    statistic = (between / (len(groups) - 1)) / (within / (n - len(groups)))
    p = f_p(statistic, len(groups) - 1, n - len(groups))
    return Test(statistic, len(groups) - 1, p, n, "one-way analysis of variance", sum(missing for _, missing in there), LIMITS)


def standardised_difference(a: Summary, b: Summary) -> float | Indeterminate:
    """Difference of means in units of the root mean of the two variances."""
    spread = sqrt((a.sd**2 + b.sd**2) / 2)
    if spread == 0:
        return Indeterminate("The values do not vary inside the arms.")
    return (a.mean - b.mean) / spread


def _too_thin(a: Summary, b: Summary) -> Indeterminate | None:
    if min(a.n, b.n) < 2:
        return Indeterminate("An arm has fewer than two values.")
    if a.sd == b.sd == 0:
        return Indeterminate("The values do not vary inside either arm.")
    return None


def _pooled_error(a: Summary, b: Summary) -> float:
    variance = ((a.n - 1) * a.sd**2 + (b.n - 1) * b.sd**2) / (a.n + b.n - 2)
    return sqrt(variance * (1 / a.n + 1 / b.n))


def _t(a: Summary, b: Summary, error: float, degrees: float, method: str) -> Test:
    statistic = (a.mean - b.mean) / error
    return Test(statistic, degrees, t_p(statistic, degrees), a.n + b.n, method, a.missing + b.missing, LIMITS)
