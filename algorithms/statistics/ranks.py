"""Do two arms, or the two values of a pair, lie apart, whatever the shape of their distribution: Wilcoxon's tests and Kruskal–Wallis."""

from __future__ import annotations

from math import sqrt

import numpy as np

from algorithms.statistics.distributions import chi2_p, normal_p
from algorithms.statistics.result import Flags, Floats, Indeterminate, Ints, Test, complete, known

EXACT_UP_TO = 50
LIMITS = (
    "Compares ranks, not means; exact up to 50 values, conditional on their ties, then normal with corrections for ties and continuity."
)


def midranks(values: Floats) -> Floats:
    """Ranks from 1; equal values share the mean of theirs."""
    _, place, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    shared: Floats = last - (counts - 1) / 2
    return shared[place]


def rank_sum(a: Floats, b: Floats) -> Test | Indeterminate:
    """Wilcoxon's rank-sum test (Mann–Whitney); the statistic is U of the first arm."""
    (one, missing_one), (other, missing_other) = known(a), known(b)
    if not one.size or not other.size:
        return Indeterminate("An arm has no values.")
    both = np.concatenate([one, other])
    ranks = midranks(both)
    u = float(ranks[: one.size].sum() - one.size * (one.size + 1) / 2)
    if both.size <= EXACT_UP_TO:
        p, method = _exact_rank_sum(ranks, one.size), "Wilcoxon rank-sum test, exact"
    else:
        p, method = _normal_rank_sum(u, both, one.size), "Wilcoxon rank-sum test, normal approximation"
    return Test(u, 0, p, both.size, method, missing_one + missing_other, LIMITS)


def signed_rank(a: Floats, b: Floats) -> Test | Indeterminate:
    """Wilcoxon's signed-rank test of pairs; pairs without a difference are left out. The statistic is the sum of positive ranks."""
    paired = complete(a, b)
    difference = (a - b)[paired]
    difference = difference[difference != 0]
    missing = int(a.size - paired.sum())
    if not difference.size:
        return Indeterminate("No pair differs.")
    ranks = midranks(np.abs(difference))
    statistic = float(ranks[difference > 0].sum())
    if difference.size <= EXACT_UP_TO:
        p, method = _exact_signed_rank(ranks, statistic), "Wilcoxon signed-rank test, exact"
    else:
        p, method = _normal_signed_rank(ranks, statistic), "Wilcoxon signed-rank test, normal approximation"
    return Test(statistic, 0, p, difference.size, method, missing, LIMITS)


def kruskal_wallis(arms: tuple[Floats, ...]) -> Test | Indeterminate:
    """Kruskal and Wallis's test over two or more arms, corrected for ties."""
    there = [known(arm) for arm in arms]
    groups = [values for values, _ in there if values.size]
    if len(groups) < 2:
        return Indeterminate("Fewer than two arms have values.")
    both = np.concatenate(groups)
    n, ranks = both.size, midranks(both)
    ties = _tie_sum(both)
    if ties == n**3 - n:
        return Indeterminate("All values are equal.")
    sums = [part.sum() ** 2 / part.size for part in np.split(ranks, np.cumsum([values.size for values in groups])[:-1])]
    statistic = (12 / (n * (n + 1)) * float(np.sum(sums)) - 3 * (n + 1)) / (1 - ties / (n**3 - n))
    missing = sum(count for _, count in there)
    return Test(statistic, len(groups) - 1, chi2_p(statistic, len(groups) - 1), n, "Kruskal–Wallis test", missing, LIMITS)


def _tie_sum(values: Floats) -> float:
    counts = np.unique(values, return_counts=True)[1].astype(np.float64)
    return float((counts**3 - counts).sum())


def _exact_rank_sum(ranks: Floats, size: int) -> float:
    """Every way to draw `size` of these ranks, counted by a recursion over doubled (whole) ranks."""
    doubled: Ints = np.rint(2 * ranks).astype(np.int64)
    ways = np.zeros((size + 1, int(doubled.sum()) + 1))
    ways[0, 0] = 1
    for rank in doubled:
        ways[1:, rank:] += ways[:-1, : ways.shape[1] - rank].copy()
    return _two_sided(ways[size], int(doubled[:size].sum()))


def _exact_signed_rank(ranks: Floats, statistic: float) -> float:
    doubled: Ints = np.rint(2 * ranks).astype(np.int64)
    ways = np.zeros(int(doubled.sum()) + 1)
    ways[0] = 1
    for rank in doubled:
        ways[rank:] += ways[: ways.size - rank].copy()
    return _two_sided(ways, round(2 * statistic))


def _two_sided(ways: Floats, observed: int) -> float:
    share = ways / ways.sum()
    return float(min(1.0, 2 * min(share[: observed + 1].sum(), share[observed:].sum())))


def _normal_rank_sum(u: float, both: Floats, size: int) -> float:
    n = both.size
    product = size * (n - size)
    variance = product / 12 * (n + 1 - _tie_sum(both) / (n * (n - 1)))
    return _corrected(u - product / 2, variance)


def _normal_signed_rank(ranks: Floats, statistic: float) -> float:
    n = ranks.size
    variance = n * (n + 1) * (2 * n + 1) / 24 - _tie_sum(ranks) / 48
    return _corrected(statistic - n * (n + 1) / 4, variance)


def _corrected(distance: float, variance: float) -> float:
    """With half a rank of continuity; 1 where nothing can vary."""
    if variance <= 0:
        return 1.0
    return normal_p(max(0.0, abs(distance) - 0.5) / sqrt(variance))


def area_above(scores: Floats, positive: Flags) -> float:
    """The share of (positive, negative) pairs in which the positive scores higher; equal scores count half."""
    ranks = midranks(scores)
    count = int(positive.sum())
    return float((ranks[positive].sum() - count * (count + 1) / 2) / (count * (scores.size - count)))
