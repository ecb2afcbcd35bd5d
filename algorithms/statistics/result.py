"""What every statistic answers with: an estimate or a test that says on how many it stands and by which method, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]
Ints = NDArray[np.integer[Any]]
Flags = NDArray[np.bool_]

LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Indeterminate:
    """The evidence is too thin for an answer; `reason` is one sentence."""

    reason: str


@dataclass(frozen=True, slots=True)
class Interval:
    """A confidence interval. An end may be infinite: the data do not bound it."""

    low: float
    high: float
    method: str
    level: float = LEVEL


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number with its interval. `n` is what it stands on, `missing` what was left out for want of a value."""

    value: float
    interval: Interval | Indeterminate
    n: int
    method: str
    missing: int = 0
    limits: str = ""


@dataclass(frozen=True, slots=True)
class Test:
    """A two-sided test. `degrees` is 0 where the reference distribution has none (exact tests, normal)."""

    __test__ = False  # pytest collects what is called Test

    statistic: float
    degrees: float
    p: float
    n: int
    method: str
    missing: int = 0
    limits: str = ""


def known(values: Floats) -> tuple[Floats, int]:
    """The values that are there, and how many are missing (NaN)."""
    there = ~np.isnan(values)
    return values[there], int(values.size - there.sum())


def complete(*columns: Floats) -> Flags:
    """Which rows have a value in every column."""
    there: Flags = np.all([~np.isnan(column) for column in columns], axis=0)
    return there
