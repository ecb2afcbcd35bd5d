"""Do two methods differ on the same cases: McNemar's exact test, on what they say or on whether they are right.

The two questions differ. Seed 001 prints p = .0078: 8 specimens that thresholding alone calls positive, none the other way round. Of those 8 one is
truly positive, so on correctness it is 7 against 1 and p = .0703. A claim of better performance needs the second.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from algorithms.statistics.distributions import binomial_cdf
from algorithms.statistics.result import Floats, Test, complete

LIMITS = "Exact, two-sided, on the discordant pairs alone; without any, p is 1."


class Question(StrEnum):
    """What is compared."""

    LABELS = "labels"
    CORRECTNESS = "correctness"


@dataclass(frozen=True, slots=True)
class PairedComparison:
    """`only_first` cases where the first method alone says positive (or is right), `only_second` the other way round."""

    only_first: int
    only_second: int
    test: Test


def mcnemar_exact(only_first: int, only_second: int, *, n: int | None = None, missing: int = 0) -> Test:
    """Twice the smaller binomial tail at one half, at most 1."""
    if min(only_first, only_second) < 0:
        raise ValueError("counts cannot be negative")
    discordant, fewer = only_first + only_second, min(only_first, only_second)
    p = min(1.0, 2 * binomial_cdf(fewer, discordant, 0.5)) if discordant else 1.0
    return Test(fewer, 0, p, discordant if n is None else n, "McNemar's exact test", missing, LIMITS)


def compare_methods(first: Floats, second: Floats, truth: Floats, question: Question) -> PairedComparison:
    """Columns of 1/0/NaN, one row a case; rows that lack one are left out."""
    there = complete(first, second, truth)
    one, other, true = first[there], second[there], truth[there]
    if question is Question.CORRECTNESS:
        one, other = one == true, other == true
    else:
        one, other = one == 1, other == 1
    b, c = int((one & ~other).sum()), int((~one & other).sum())
    return PairedComparison(b, c, mcnemar_exact(b, c, n=int(there.sum()), missing=int(first.size - there.sum())))
