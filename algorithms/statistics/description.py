"""What an arm looks like: a measured column as mean and median with their spreads, a column of words as counts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from algorithms.statistics.means import Summary, summarise
from algorithms.statistics.result import Floats, Indeterminate, Ints, known


@dataclass(frozen=True, slots=True)
class NumberDescription:
    """n, mean ± SD, median, quartiles and range of the values that are there."""

    summary: Summary
    median: float
    quartiles: tuple[float, float]
    least: float
    most: float
    skewness: float


@dataclass(frozen=True, slots=True)
class WordDescription:
    """Cases per level, in the order of the levels."""

    counts: tuple[int, ...]
    n: int
    missing: int


def describe_number(values: Floats) -> NumberDescription | Indeterminate:
    """Everything a table may print of a column."""
    there, _ = known(values)
    if not there.size:
        return Indeterminate("No value is there.")
    quartiles = np.quantile(there, [0.25, 0.5, 0.75])
    centred = there - there.mean()
    spread = float((centred**2).mean())
    skewness = float((centred**3).mean()) / spread**1.5 if spread > 0 else 0.0
    ends = (float(quartiles[0]), float(quartiles[2]))
    return NumberDescription(summarise(values), float(quartiles[1]), ends, float(there.min()), float(there.max()), skewness)


def describe_words(codes: Ints, levels: int) -> WordDescription:
    """Count each level; −1 is missing."""
    there = codes[codes >= 0]
    counts = np.bincount(there, minlength=levels)
    return WordDescription(tuple(int(count) for count in counts), int(there.size), int(codes.size - there.size))
