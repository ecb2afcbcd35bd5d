"""Do readers agree beyond chance: Cohen's κ for two, Fleiss's κ for several."""

from __future__ import annotations

from math import sqrt

import numpy as np

from algorithms.statistics.distributions import z_for
from algorithms.statistics.result import Estimate, Indeterminate, Interval, Ints

LIMITS = "κ falls where one category is rare, however well readers agree; give the shares beside it."


def cohen_kappa(table: Ints) -> Estimate | Indeterminate:
    """κ of a square table (first reader × second), with the large-sample error of Fleiss, Cohen and Everitt (1969)."""
    n = int(table.sum())
    if not n:
        return Indeterminate("No case was read by both.")
    share = table / n
    rows, columns = share.sum(axis=1), share.sum(axis=0)
    agreed, chance = float(np.trace(share)), float(rows @ columns)
    if chance == 1:
        return Indeterminate("Both readers gave every case the same label: chance alone explains it, κ is undefined.")
    kappa = (agreed - chance) / (1 - chance)
    both = rows[:, None] + columns[None, :]  # p_i. + p_.j
    on = float((np.diag(share) * (1 - np.diag(both) * (1 - kappa)) ** 2).sum())
    swapped = both.T  # p_.i + p_j.
    off = (1 - kappa) ** 2 * float((share * swapped**2).sum() - (np.diag(share) * np.diag(swapped) ** 2).sum())
    variance = (on + off - (kappa - chance * (1 - kappa)) ** 2) / ((1 - chance) ** 2 * n)
    half = z_for() * sqrt(max(variance, 0.0))
    return Estimate(kappa, Interval(kappa - half, kappa + half, "large sample"), n, "Cohen's κ", limits=LIMITS)


def fleiss_kappa(counts: Ints) -> Estimate | Indeterminate:
    """κ of (cases, categories) counts with the same number of readers a case; error of Fleiss, Nee and Landis (1979), under no agreement."""
    if not counts.size:
        return Indeterminate("No case was read.")
    readers = int(counts[0].sum())
    if readers < 2 or (counts.sum(axis=1) != readers).any():
        return Indeterminate("Fleiss's κ needs the same number of readers, two or more, for every case.")
    cases = counts.shape[0]
    share = counts.sum(axis=0) / (cases * readers)
    agreed = float(((counts**2).sum(axis=1) - readers).mean() / (readers * (readers - 1)))
    chance = float((share**2).sum())
    if chance == 1:
        return Indeterminate("All readers gave every case the same label: chance alone explains it, κ is undefined.")
    kappa = (agreed - chance) / (1 - chance)
    q = float((share * (1 - share)).sum())
    skew = float((share * (1 - share) * (1 - 2 * share)).sum())
    half = z_for() * sqrt(2 * max(q * q - skew, 0.0) / (cases * readers * (readers - 1))) / q
    return Estimate(kappa, Interval(kappa - half, kappa + half, "error under no agreement"), cases, "Fleiss's κ", limits=LIMITS)
