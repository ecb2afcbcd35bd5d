"""From columns to the matrix of a regression: numbers as they are, words as one column for each level but the first."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from algorithms.statistics.distributions import normal_p, z_for
from algorithms.statistics.result import Flags, Floats, Indeterminate, Interval, Ints

RANK_TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True)
class Number:
    """A measured column; NaN is missing."""

    name: str
    values: Floats


@dataclass(frozen=True, slots=True)
class Word:
    """A column of levels; codes index `levels`, −1 is missing. The first level is the reference."""

    name: str
    codes: Ints
    levels: tuple[str, ...]


Column = Number | Word


@dataclass(frozen=True, slots=True)
class Design:
    """Complete rows of the chosen columns, one named matrix column a coefficient."""

    matrix: Floats
    names: tuple[str, ...]
    readings: tuple[str, ...]  # what a step of one means, in words
    rows: Flags
    notes: tuple[str, ...] = ()

    @property
    def missing(self) -> int:
        """Rows left out."""
        return int(self.rows.size - self.rows.sum())


@dataclass(frozen=True, slots=True)
class Coefficient:
    """One term of a fitted model: on the log scale, and as a ratio with its Wald interval."""

    name: str
    reading: str
    estimate: float
    error: float
    ratio: float
    interval: Interval
    p: float


def present(column: Column) -> Flags:
    """Which rows have a value."""
    return ~np.isnan(column.values) if isinstance(column, Number) else column.codes >= 0


def build_design(columns: tuple[Column, ...], also: Flags) -> Design | Indeterminate:
    """The matrix of the rows that are complete and in `also`; `Indeterminate` where columns say the same twice."""
    rows = np.all([also, *(present(column) for column in columns)], axis=0)
    if not rows.any():
        return Indeterminate("No case has a value in every column of the model.")
    parts = [part for column in columns for part in _parts(column, rows)]
    varying = [part for part in parts if np.ptp(part[2]) > 0]
    notes = tuple(f"{name} does not vary among the complete cases and is left out." for name, _, values in parts if np.ptp(values) == 0)
    if not varying:
        return Indeterminate("No term varies among the complete cases.")
    matrix = np.column_stack([values for _, _, values in varying])
    if (twice := _repeated(matrix)) is not None:
        return Indeterminate(f"{varying[twice][0]} is fixed by the terms before it: the model cannot tell them apart.")
    return Design(matrix, tuple(name for name, _, _ in varying), tuple(reading for _, reading, _ in varying), rows, notes)


def coefficients(names: tuple[str, ...], readings: tuple[str, ...], estimates: Floats, covariance: Floats) -> tuple[Coefficient, ...]:
    """Estimates with Wald intervals and p-values."""
    z, errors = z_for(), np.sqrt(np.diag(covariance))
    return tuple(
        Coefficient(
            name, reading, float(estimate), float(error), float(np.exp(estimate)),
            Interval(float(np.exp(estimate - z * error)), float(np.exp(estimate + z * error)), "Wald"), normal_p(float(estimate / error)),
        )
        for name, reading, estimate, error in zip(names, readings, estimates, errors, strict=True)
    )  # fmt: skip


def _parts(column: Column, rows: Flags) -> list[tuple[str, str, Floats]]:
    if isinstance(column, Number):
        return [(column.name, f"one more of {column.name}", column.values[rows])]
    codes = column.codes[rows]
    seen = [code for code in range(len(column.levels)) if (codes == code).any()]
    if len(seen) < 2:
        return [(column.name, column.name, np.zeros(codes.size))]
    reference = column.levels[seen[0]]
    return [
        (
            column.name if len(seen) == 2 else f"{column.name}={column.levels[code]}",
            f"{column.name} {column.levels[code]}, against {reference}",
            (codes == code).astype(np.float64),
        )
        for code in seen[1:]
    ]


def _repeated(matrix: Floats) -> int | None:
    """The first column that an intercept and the columns before it already span."""
    centred = matrix - matrix.mean(axis=0)
    scaled = centred / np.sqrt((centred**2).sum(axis=0))
    diagonal = np.abs(np.diag(np.linalg.qr(scaled, mode="r")))
    weak = np.flatnonzero(diagonal < RANK_TOLERANCE)
    if diagonal.size < matrix.shape[1]:
        return int(weak[0]) if weak.size else diagonal.size
    return int(weak[0]) if weak.size else None
