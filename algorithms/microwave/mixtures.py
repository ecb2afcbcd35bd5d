"""Pixels that two things share: partly bare tumour, partly covered; or partly no specimen at all.

Signals of parts add up, and no single depth fits the sum: a pixel half over bare tumour and half over 1.5 mm reads as 3 mm. Asking for the mixture
finds such pixels.
"""

from __future__ import annotations

import numpy as np

from algorithms.microwave.media import Flags, Reals

EVERY = 10  # grid steps: 0.1 mm is fine enough for what covers the rest of a pixel
SHALLOWEST_MM = 0.4  # thinner covers differ too little from none to be told apart in a mixture
CONVINCING = 10.0  # log likelihood that a mixture must gain over the best single depth
SMALLEST_SHARE = 0.25
EDGE_SHARE = 0.15  # of bare photomodulator: above it the pixel is not the specimen's
SMALLEST_MISFIT = 4e-4  # of the model's own energy: below it one depth is explanation enough, however little noise


def positive_shares(inside: Reals, single: Reals, noise: float, coordinates: Reals, depths_mm: Reals, bare: Reals) -> tuple[Reals, Flags]:
    """For pixels with coordinates `inside` (N, 2K) and misfit `single` (N,) of the best depth: the share that is positive, and who is an edge.

    A pixel is an edge when no specimen explains the rest of it better than bare tumour does.
    """
    share, edge = np.zeros(len(inside)), np.zeros(len(inside), dtype=bool)
    scale = max(noise**2, 1e-12)
    floor = SMALLEST_MISFIT * float(np.einsum("dk,dk->d", coordinates, coordinates).mean())
    doubtful = np.flatnonzero(single > np.maximum(CONVINCING * scale, floor))
    if not doubtful.size:
        return share, edge
    first = int(np.searchsorted(depths_mm, SHALLOWEST_MM))
    covers, points = coordinates[first::EVERY].astype(np.float64), inside[doubtful].astype(np.float64)
    tumour_cost, tumour_share = _best_mixture(points, covers, coordinates[0].astype(np.float64))
    edge_cost, edge_share = _best_mixture(points, coordinates[::EVERY].astype(np.float64), bare)
    gained = (single[doubtful] - np.minimum(tumour_cost, edge_cost)) / scale > CONVINCING
    is_edge = gained & (edge_cost < tumour_cost)
    edge[doubtful] = is_edge & (edge_share > EDGE_SHARE)
    share[doubtful] = np.where(gained & ~is_edge & (tumour_share >= SMALLEST_SHARE), tumour_share, 0)
    return share, edge


def _best_mixture(points: Reals, covers: Reals, other: Reals) -> tuple[Reals, Reals]:
    """The least cost of a·other + (1 − a)·cover over all covers, and its a, each (N,)."""
    span = other - covers
    length = np.einsum("ck,ck->c", span, span)
    along = points @ span.T - np.einsum("ck,ck->c", covers, span)
    share = (along / length).clip(0, 1)
    square = np.einsum("nk,nk->n", points, points)[:, None] - 2 * points @ covers.T + np.einsum("ck,ck->c", covers, covers)
    cost = square - 2 * share * along + share**2 * length
    best, rows = cost.argmin(axis=1), np.arange(len(points))
    return np.maximum(cost[rows, best], 0), share[rows, best]
