"""How many cases a study needs, and what it could have found: two proportions, by the normal approximation and by counting every outcome."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, sqrt

import numpy as np

from algorithms.statistics.contingency import TIES, hypergeometric
from algorithms.statistics.distributions import binomial_probabilities, chi2_p, normal_cdf, normal_quantile
from algorithms.statistics.result import Flags, Floats, Indeterminate, Ints

ALPHA = 0.05
LARGEST_EXACT = 2_000
LARGEST_N = 10_000_000
NEGLIGIBLE = 1e-13  # outcomes this unlikely are left out of the exact sum
STEADY = 5  # exact power climbs in a saw-tooth: it must hold for this many sizes in a row


@dataclass(frozen=True, slots=True)
class Power:
    """The chance to find a difference, with `n_per_arm` cases in each of two arms; two-sided."""

    p1: float
    p2: float
    n_per_arm: int
    alpha: float
    normal: float
    exact_fisher: float | Indeterminate
    exact_chi2: float | Indeterminate
    method: str = "two proportions: normal approximation (pooled under no difference), and exact by counting all outcomes"


def power_of(p1: float, p2: float, n_per_arm: int, alpha: float = ALPHA) -> Power:
    """Power at this size by all three ways."""
    _check(p1, p2, alpha)
    if n_per_arm < 2:
        raise ValueError("an arm needs two cases or more")
    fisher, chi2 = exact_powers(p1, p2, n_per_arm, alpha)
    return Power(p1, p2, n_per_arm, alpha, normal_power(p1, p2, n_per_arm, alpha), fisher, chi2)


def normal_power(p1: float, p2: float, n_per_arm: float, alpha: float = ALPHA) -> float:
    """Fleiss's formula without continuity correction, both tails."""
    mean, z = (p1 + p2) / 2, normal_quantile(1 - alpha / 2)
    null = sqrt(2 * mean * (1 - mean))
    alternative = sqrt(p1 * (1 - p1) + p2 * (1 - p2))
    shift = sqrt(n_per_arm) * abs(p1 - p2)
    if alternative == 0:
        return 1.0 if shift > z * null else 0.0
    return normal_cdf((shift - z * null) / alternative) + normal_cdf((-shift - z * null) / alternative)


def size_for(p1: float, p2: float, power: float, alpha: float = ALPHA) -> int | Indeterminate:
    """The smallest arm with this power by the normal approximation."""
    _check(p1, p2, alpha)
    if p1 == p2:
        return Indeterminate("The two proportions are equal: no size can tell them apart.")
    low, high = 1, 2
    while normal_power(p1, p2, high, alpha) < power:
        low, high = high, high * 2
        if high > LARGEST_N:
            return Indeterminate(f"More than {LARGEST_N} cases an arm would be needed.")
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if normal_power(p1, p2, middle, alpha) >= power else (middle, high)
    return max(high, 2)


def exact_size_for(p1: float, p2: float, power: float, alpha: float = ALPHA) -> int | Indeterminate:
    """The smallest arm from which Fisher's exact test has this power, and keeps it for the next few sizes."""
    start = size_for(p1, p2, power, alpha)
    if isinstance(start, Indeterminate):
        return start
    if start > LARGEST_EXACT // 4:
        return Indeterminate(f"Above {LARGEST_EXACT // 4} cases an arm the normal approximation stands; counting would take too long.")
    n, held = max(2, start - STEADY), 0
    while held < STEADY:
        found, _ = exact_powers(p1, p2, n, alpha)
        held = held + 1 if isinstance(found, float) and found >= power else 0
        n += 1
    return n - STEADY


def exact_powers(p1: float, p2: float, n: int, alpha: float = ALPHA) -> tuple[float | Indeterminate, float | Indeterminate]:
    """Power of Fisher's exact test and of uncorrected χ²: the probability of every pair of counts that each rejects."""
    if n > LARGEST_EXACT:
        why = Indeterminate(f"Above {LARGEST_EXACT} cases an arm only the normal approximation is given.")
        return why, why
    first, second = binomial_probabilities(n, p1), binomial_probabilities(n, p2)
    fisher = chi2 = 0.0
    for total in range(2 * n + 1):
        support, null = hypergeometric(n, n, total)
        joint = first[support] * second[total - support]
        if joint.sum() < NEGLIGIBLE:
            continue
        fisher += float(joint[_fisher_p(null) <= alpha].sum())
        chi2 += float(joint[_chi2_rejects(support, total, n, alpha)].sum())
    return min(1.0, fisher), min(1.0, chi2)


def _fisher_p(null: Floats) -> Floats:
    """Two-sided p of every table with these margins: the mass of all tables no likelier."""
    order = np.argsort(null, kind="stable")
    mass = np.append(0.0, np.cumsum(null[order]))
    found: Floats = mass[np.searchsorted(null[order], null * TIES, side="right")]
    return found


def _chi2_rejects(support: Ints, total: int, n: int, alpha: float) -> Flags:
    if total in {0, 2 * n}:
        return np.zeros(support.size, dtype=np.bool_)
    statistic = (2 * support - total) ** 2 * 2 * n / (total * (2 * n - total))
    critical = normal_quantile(1 - alpha / 2) ** 2
    return statistic > critical if chi2_p(critical, 1) <= alpha else statistic >= critical


@dataclass(frozen=True, slots=True)
class SurvivalDesign:
    """Events and cases that a log-rank test needs."""

    hazard_ratio: float
    power: float
    alpha: float
    share_first: float
    events_schoenfeld: int
    events_freedman: int
    n_schoenfeld: int
    n_freedman: int
    method: str = "log-rank test: Schoenfeld 1983 and Freedman 1982"


def survival_size(
    hazard_ratio: float, event_share: float, power: float = 0.8, alpha: float = ALPHA, share_first: float = 0.5
) -> SurvivalDesign:
    """Events for this hazard ratio, and cases when `event_share` of all have the event; `share_first` of the cases are in the first arm."""
    if not (hazard_ratio > 0 and hazard_ratio != 1 and 0 < event_share <= 1 and 0 < share_first < 1 and 0 < power < 1 and 0 < alpha < 1):
        raise ValueError("hazard ratio above 0 and not 1; shares, power and alpha between 0 and 1")
    both = (normal_quantile(1 - alpha / 2) + normal_quantile(power)) ** 2
    schoenfeld = both / (share_first * (1 - share_first) * np.log(hazard_ratio) ** 2)
    ratio = share_first / (1 - share_first)  # cases in the first arm for each in the second, whose hazard is 1
    freedman = both * (1 + ratio * hazard_ratio) ** 2 / (ratio * (1 - hazard_ratio) ** 2)
    return SurvivalDesign(
        hazard_ratio, power, alpha, share_first, ceil(schoenfeld), ceil(freedman), ceil(schoenfeld / event_share), ceil(freedman / event_share)
    )  # fmt: skip


def survival_power(hazard_ratio: float, events: int, alpha: float = ALPHA, share_first: float = 0.5) -> float:
    """Power of a log-rank test with so many events (Schoenfeld)."""
    shift = abs(float(np.log(hazard_ratio))) * sqrt(events * share_first * (1 - share_first))
    z = normal_quantile(1 - alpha / 2)
    return normal_cdf(shift - z) + normal_cdf(-shift - z)


def _check(p1: float, p2: float, alpha: float) -> None:
    if not (0 <= p1 <= 1 and 0 <= p2 <= 1 and 0 < alpha < 1):
        raise ValueError("proportions lie between 0 and 1, alpha inside them")
