"""Shares of things that come in clusters, such as the six faces of one specimen: an interval as wide as the number of specimens asks for.

The variance of a ratio between clusters (linearised, with k/(k−1)) gives the design effect; Wilson's interval then stands on the effective number,
as Rao and Scott (1992) divide counts. Never narrower than for independent cases; where all are alike nothing tells how alike the members of a
cluster are, and each cluster counts once.
"""

from __future__ import annotations

import numpy as np

from algorithms.statistics.proportions import wilson
from algorithms.statistics.result import Estimate, Floats, Indeterminate, Interval, Ints

METHOD = "proportion, Wilson's interval on the effective number of clustered cases"


def clustered_share(positive: Floats, clusters: Ints) -> Estimate | Indeterminate:
    """The share of 1 among 1/0 rows, `clusters` naming the cluster of each by a number from 0; no row may be missing."""
    n = positive.size
    if not n:
        return Indeterminate("There is no case to take a share of.")
    rate = float(positive.mean())
    effective = effective_number(positive, clusters)
    found = wilson(rate * effective, effective)
    return Estimate(rate, Interval(found.low, found.high, "Wilson, clustered", found.level), n, METHOD)


def effective_number(positive: Floats, clusters: Ints) -> float:
    """How many independent cases would tell as much; between the number of clusters of one and all of them."""
    counts = np.bincount(clusters)  # no sort: a hundred thousand specimens have six hundred thousand faces
    there = counts > 0
    n, k, rate = positive.size, int(there.sum()), float(positive.mean())
    if k < 2 or rate in {0.0, 1.0}:
        return float(k)
    residual = (np.bincount(clusters, weights=positive) - rate * counts)[there]
    variance = k / (k - 1) * float(residual @ residual) / n**2
    return min(float(n), rate * (1 - rate) / variance) if variance > 0 else float(n)
