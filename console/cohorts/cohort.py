"""A cohort in memory: one row a case, columns of numbers or of words, each missing value known as such."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, replace

import numpy as np

from algorithms.statistics.result import Floats
from algorithms.statistics.terms import Column, Number, Word, present
from console.cohorts.dictionary import KI67_HIGH_ABOVE, NEGATIVE_POSITIVE, NO_YES
from console.faults import Refused


@dataclass(frozen=True, slots=True)
class Cohort:
    """Cases as columns; `sha256` is of the file they came from, `notes` what a reader must know of the reading."""

    name: str
    sha256: str
    n: int
    identifiers: tuple[str, ...]
    columns: tuple[Column, ...]
    notes: tuple[str, ...] = ()
    ki67_above: float = KI67_HIGH_ABOVE  # what counts as a high Ki67, %

    @property
    def names(self) -> tuple[str, ...]:
        """The columns that can be analysed."""
        return tuple(column.name for column in self.columns)

    def has(self, name: str) -> bool:
        """Whether there is such a column."""
        return name in self.names

    def column(self, name: str) -> Column:
        """By name; `ki67_high` is derived when it is not there itself."""
        for column in self.columns:
            if column.name == name:
                return column
        if name == "ki67_high" and self.has("ki67_percent"):
            return ki67_high(self.numbers("ki67_percent"), self.ki67_above)
        near = difflib.get_close_matches(name, self.names, 1)
        raise Refused(f"There is no column {name!r} in this cohort{f'; did you mean {near[0]}?' if near else '.'}")

    def numbers(self, name: str) -> Floats:
        """A column of numbers, NaN where missing."""
        column = self.column(name)
        if isinstance(column, Word):
            raise Refused(f"Column {name} holds words, not numbers.")
        return column.values

    def words(self, name: str) -> Word:
        """A column of levels; numbers that take few whole values count as levels."""
        column = self.column(name)
        if isinstance(column, Word):
            return column
        return levels_of(column)

    def flags(self, name: str) -> Floats:
        """A yes/no or positive/negative column as 1, 0 and NaN."""
        column = self.column(name)
        if isinstance(column, Number):
            if not np.isin(column.values[present(column)], (0, 1)).all():
                raise Refused(f"Column {name} is not yes or no: it holds other numbers than 0 and 1.")
            return column.values
        if not (column.levels in {NO_YES, NEGATIVE_POSITIVE} or column.levels[-1] == "positive"):
            raise Refused(f"Column {name} is neither yes/no nor positive/negative.")
        found: Floats = np.where(column.codes < 0, np.nan, (column.codes == len(column.levels) - 1).astype(np.float64))
        return found

    def missing(self) -> tuple[tuple[str, int], ...]:
        """How many values each column lacks."""
        return tuple((column.name, int(self.n - present(column).sum())) for column in self.columns)


def ki67_high(percent: Floats, above: float) -> Word:
    """Yes above the threshold, no at it and below."""
    codes = np.where(np.isnan(percent), -1, (percent > above).astype(np.int64))
    return Word("ki67_high", codes.astype(np.int64), NO_YES)


def levels_of(column: Number, most: int = 20) -> Word:
    """A number column with few distinct values, as words in their order."""
    there = present(column)
    distinct = np.unique(column.values[there])
    if distinct.size > most:
        raise Refused(f"Column {column.name} has more than {most} different numbers: too many to be groups.")
    codes = np.where(there, np.searchsorted(distinct, np.where(there, column.values, 0)), -1)
    return Word(column.name, codes.astype(np.int64), tuple(f"{value:g}" for value in distinct))


def with_reference(column: Word, level: str) -> Word:
    """The same column with another level first."""
    if level not in column.levels:
        raise Refused(f"Column {column.name} has no value {level!r}.")
    order = [column.levels.index(level), *(index for index, other in enumerate(column.levels) if other != level)]
    place = np.empty(len(order) + 1, dtype=np.int64)
    place[order], place[-1] = np.arange(len(order)), -1
    return replace(column, codes=place[column.codes], levels=tuple(column.levels[index] for index in order))
