"""The exact test of an r×c table (Freeman and Halton 1951): scipy's is a Monte Carlo by default, so here the tables are really counted.

A network in the manner of Mehta and Patel (JASA 1983;78:427): one stage a row, one node for each way the column totals can be left over. Paths that
meet in a node with the same probability so far are one path. A path whose every continuation is no likelier than the observed table is counted
whole, by the closed sum of its continuations; one whose every continuation is likelier is dropped.
"""

from __future__ import annotations

import importlib
from itertools import product

import numpy as np

from algorithms.statistics.contingency import EXACT_LIMITS, checked, fisher_exact
from algorithms.statistics.distributions import log_factorial
from algorithms.statistics.proportions import clopper_pearson
from algorithms.statistics.result import Estimate, Floats, Indeterminate, Ints, Test

STEPS = 4_000_000  # paths followed before the count is given up: a few seconds on a theatre computer
SAME = 1e-7  # log probabilities this close are one
SAMPLES = 200_000
SEED = 20250101

Node = tuple[int, ...]


def exact_test(table: Ints, *, steps: int = STEPS) -> Test | Indeterminate:
    """Freeman and Halton's test, 2×2 by Fisher; `Indeterminate` beyond `steps` paths (then `monte_carlo` bounds it)."""
    table = checked(table)
    if min(table.shape, default=0) < 2:
        return Indeterminate("The table has a single row or column with counts: there is nothing to compare.")
    if table.shape == (2, 2):
        return fisher_exact(table)
    # Fewest columns make fewest nodes; large rows first leave small remainders.
    upright = table if table.shape[0] >= table.shape[1] else table.T
    upright = upright[np.argsort(-upright.sum(axis=1))]
    share = _Network(upright, steps).share_no_likelier()
    if share is None:
        return Indeterminate(f"More than {steps} paths would have to be followed for an exact p.")
    return Test(
        float(np.exp(_log_probability(table))), 0, min(1.0, share), int(table.sum()), "Freeman–Halton exact test", limits=EXACT_LIMITS
    )


def monte_carlo(table: Ints, *, samples: int = SAMPLES, seed: int = SEED) -> Estimate | Indeterminate:
    """The same p by drawing tables with these margins; the interval is Clopper and Pearson's at 99 %, for the drawing alone."""
    table = checked(table)
    if min(table.shape, default=0) < 2:
        return Indeterminate("The table has a single row or column with counts: there is nothing to compare.")
    stats = importlib.import_module("scipy.stats")
    drawn = stats.random_table(table.sum(axis=1), table.sum(axis=0)).rvs(samples, random_state=np.random.default_rng(seed))
    scores = -log_factorial(drawn).sum(axis=(1, 2))
    hits = int((scores <= -float(log_factorial(table).sum()) + SAME).sum())
    method = f"Freeman–Halton test by Monte Carlo, {samples} tables, seed {seed}"
    return Estimate((hits + 1) / (samples + 1), clopper_pearson(hits, samples, 0.99), int(table.sum()), method, limits=EXACT_LIMITS)


def _log_probability(table: Ints) -> float:
    margins = log_factorial(table.sum(axis=0)).sum() + log_factorial(table.sum(axis=1)).sum()
    return float(margins - log_factorial(np.array([table.sum()]))[0] - log_factorial(table).sum())


class _Network:
    """The stages, and the mass of paths found no likelier than the observed table; logs are of Π 1/cell!."""

    def __init__(self, table: Ints, steps: int) -> None:
        self._rows = [int(total) for total in table.sum(axis=1)]
        self._columns: Node = tuple(int(total) for total in table.sum(axis=0))
        self._logs = log_factorial(np.arange(int(table.sum()) + 1))
        self._observed = -float(log_factorial(table).sum()) + SAME
        self._whole = self._continuations(self._columns, self._rows)
        self._steps = steps

    def share_no_likelier(self) -> float | None:
        """The p-value; None when there are too many paths."""
        share = 0.0
        nodes: dict[Node, tuple[Floats, Floats]] = {self._columns: (np.zeros(1), np.ones(1))}
        for stage, total in enumerate(self._rows):
            arriving: dict[Node, list[tuple[Floats, Floats]]] = {}
            for left, (pasts, ways) in nodes.items():
                for taken in _compositions(left, total):
                    rest = tuple(have - take for have, take in zip(left, taken, strict=True))
                    arriving.setdefault(rest, []).append((pasts - float(self._logs[list(taken)].sum()), ways))
                    self._steps -= pasts.size
                    if self._steps < 0:
                        return None
            nodes = {}
            for node, paths in arriving.items():
                counted, kept = self._settle(node, self._rows[stage + 1 :], paths)
                share += counted
                if kept[0].size:
                    nodes[node] = kept
        return share

    def _settle(self, node: Node, rows: list[int], paths: list[tuple[Floats, Floats]]) -> tuple[float, tuple[Floats, Floats]]:
        """Merge equal paths; count those that can only end no likelier, drop those that can only end likelier, keep the rest."""
        pasts, place = np.unique(np.round(np.concatenate([past for past, _ in paths]), 9), return_inverse=True)
        ways = np.bincount(place, weights=np.concatenate([way for _, way in paths])).astype(np.float64)
        likeliest, unlikeliest = self._bounds(node, rows)
        whole, open_ = pasts + likeliest <= self._observed, pasts + unlikeliest <= self._observed
        counted = float((ways[whole] * np.exp(pasts[whole] + self._continuations(node, rows) - self._whole)).sum())
        kept = open_ & ~whole
        return counted, (pasts[kept], ways[kept])

    def _continuations(self, node: Node, rows: list[int]) -> float:
        """Log of the sum of Π 1/cell! over every way to fill these rows: m! / (Π rows! Π columns!)."""
        return float(self._logs[sum(node)] - self._logs[list(node)].sum() - self._logs[rows].sum())

    def _bounds(self, node: Node, rows: list[int]) -> tuple[float, float]:
        """No continuation is likelier than the first, none unlikelier than the second: rows and columns each relaxed, the tighter taken."""
        if not rows:
            return 0.0, 0.0
        likeliest = min(self._even(node, len(rows)), self._even(rows, len(node)))
        unlikeliest = max(-float(self._logs[list(node)].sum()), -float(self._logs[rows].sum()))
        return likeliest, unlikeliest

    def _even(self, totals: Node | list[int], parts: int) -> float:
        """Each total split as evenly as whole counts allow: the likeliest there is when only these totals bind."""
        each, more = np.divmod(np.asarray(totals), parts)
        return -float(((parts - more) * self._logs[each] + more * self._logs[each + (more > 0)]).sum())


def _compositions(left: Node, total: int) -> list[Node]:
    """Every way to take `total` out of what the columns have left."""
    found: list[Node] = []
    last = left[-1]
    for head in product(*(range(min(have, total) + 1) for have in left[:-1])):
        rest = total - sum(head)
        if 0 <= rest <= last:
            found.append((*head, rest))
    return found
