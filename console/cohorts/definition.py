"""A cohort as it was asked for: whose cases, which of them, which arms. Kept by name with the dictionary's version, applied the same everywhere."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from algorithms.statistics.result import Flags
from algorithms.statistics.terms import Column, Number, Word
from console.cohorts.cohort import Cohort
from console.cohorts.dictionary import KI67_HIGH_ABOVE, VERSION
from console.faults import Refused

ARM = "arm"
STORE = "store"  # the source that is this console's own cases; any other word names an import


@dataclass(frozen=True, slots=True)
class Filter:
    """Keep the cases whose `column` has one of `words`, or a number from `least` to `most` (either end may be open). Missing is left out."""

    column: str
    words: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None

    def keeps(self, cohort: Cohort) -> Flags:
        """One truth a case."""
        if self.words:
            column = cohort.words(self.column)
            if unknown := sorted(set(self.words) - set(column.levels)):
                raise Refused(f"Column {self.column} has no value {unknown[0]!r} in this cohort.")
            wanted = [column.levels.index(word) for word in self.words]
            return np.asarray(np.isin(column.codes, wanted), dtype=np.bool_)
        values = cohort.numbers(self.column)
        kept = ~np.isnan(values)
        if self.least is not None:
            kept &= values >= self.least
        if self.most is not None:
            kept &= values <= self.most
        return kept

    @property
    def sentence(self) -> str:
        """«er: positive», «age 50 to 70»."""
        if self.words:
            return f"{self.column}: {' or '.join(self.words)}"
        low, high = (None if end is None else f"{end:g}" for end in (self.least, self.most))
        return f"{self.column} {f'{low} to {high}' if low and high else f'from {low}' if low else f'up to {high}'}"


@dataclass(frozen=True, slots=True)
class Arms:
    """Which column makes the arms: `groups` of its words in their order (empty: each of its words), or a number cut at `cut`."""

    column: str = ARM
    groups: tuple[str, ...] = ()
    cut: float | None = None

    def column_of(self, cohort: Cohort) -> Word:
        """The column `arm` that it makes; −1 for cases of no arm."""
        if self.cut is not None:
            values = cohort.numbers(self.column)
            codes = np.where(np.isnan(values), -1, (values >= self.cut).astype(np.int64))
            return Word(ARM, codes.astype(np.int64), (f"{self.column} below {self.cut:g}", f"{self.column} from {self.cut:g}"))
        column = cohort.words(self.column)
        groups = self.groups or column.levels
        if unknown := sorted(set(groups) - set(column.levels)):
            raise Refused(f"Column {self.column} has no value {unknown[0]!r} in this cohort.")
        place = np.full(len(column.levels) + 1, -1, dtype=np.int64)
        for code, group in enumerate(groups):
            place[column.levels.index(group)] = code
        return Word(ARM, place[column.codes], groups)


@dataclass(frozen=True, slots=True)
class Definition:
    """All of it. `dictionary` is the version of the data dictionary that its columns are meant in."""

    source: str = STORE
    filters: tuple[Filter, ...] = ()
    arms: Arms = Arms()
    dictionary: str = VERSION
    ki67_above: float = KI67_HIGH_ABOVE

    def apply(self, cohort: Cohort) -> Cohort:
        """The cases that it keeps, with their arm in the column `arm`; what was left out is said in the notes."""
        kept = np.ones(cohort.n, dtype=np.bool_)
        for one in self.filters:
            kept &= one.keeps(cohort)
        has_arms = cohort.has(self.arms.column)
        chosen = replace(select(cohort, kept), ki67_above=self.ki67_above)
        if has_arms and cohort.n:
            chosen = with_column(chosen, self.arms.column_of(chosen))
            if len(chosen.words(ARM).levels) > 1 and (chosen.words(ARM).codes < 0).any():
                outside = int((chosen.words(ARM).codes < 0).sum())
                chosen = select(chosen, chosen.words(ARM).codes >= 0)
                chosen = replace(chosen, notes=(*chosen.notes, f"{outside} cases belong to no arm and were left out."))
        return replace(chosen, notes=(*chosen.notes, *self.notes(cohort.n, int(kept.sum()))))

    def notes(self, before: int, after: int) -> tuple[str, ...]:
        """What a reader must know of the choice."""
        said = [f"Filters: {'; '.join(one.sentence for one in self.filters)}; {after} of {before} cases."] if self.filters else []
        if self.ki67_above != KI67_HIGH_ABOVE:
            said.append(f"Ki67 counts as high above {self.ki67_above:g} %.")
        if self.dictionary != VERSION:
            said.append(f"This cohort was defined with version {self.dictionary} of the data dictionary; this one is {VERSION}.")
        return tuple(said)

    def to_json(self) -> str:
        """As it is kept."""
        arms: dict[str, Any] = {"column": self.arms.column, "groups": list(self.arms.groups), "cut": self.arms.cut}
        filters = [{"column": f.column, "words": list(f.words), "least": f.least, "most": f.most} for f in self.filters]
        told = {"source": self.source, "filters": filters, "arms": arms, "dictionary": self.dictionary, "ki67_above": self.ki67_above}
        return json.dumps(told, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Definition:
        """Read back; `Refused` where it is no definition."""
        try:
            told = json.loads(text)
            filters = tuple(Filter(f["column"], tuple(f["words"]), f["least"], f["most"]) for f in told["filters"])
            arms = Arms(told["arms"]["column"], tuple(told["arms"]["groups"]), told["arms"]["cut"])
            above = float(told.get("ki67_above", KI67_HIGH_ABOVE))  # definitions of the first versions do not say
            return cls(str(told["source"]), filters, arms, str(told["dictionary"]), above)
        except (ValueError, KeyError, TypeError):
            raise Refused("That is not a cohort definition of this console.") from None


def parse_filter(text: str) -> Filter:
    """«er=positive», «grade=2,3», «age=50..70», «age=50..»: as the command line takes it."""
    column, mark, rest = text.partition("=")
    if not mark or not column or not rest:
        raise Refused("A filter is written COLUMN=WORD,WORD or COLUMN=LEAST..MOST.")
    if ".." not in rest:
        return Filter(column, tuple(rest.split(",")))
    low, _, high = rest.partition("..")
    try:
        ends = [float(end) if end else None for end in (low, high)]
    except ValueError:
        raise Refused(f"The filter on {column[:40]} needs numbers around the two dots.") from None
    if ends == [None, None]:
        raise Refused(f"The filter on {column[:40]} keeps everything.")
    return Filter(column, (), ends[0], ends[1])


def select(cohort: Cohort, kept: Flags) -> Cohort:
    """Some of its cases, in their order."""
    if kept.all():
        return cohort
    columns = tuple(_part(column, kept) for column in cohort.columns)
    names = tuple(name for name, there in zip(cohort.identifiers, kept.tolist(), strict=True) if there) if cohort.identifiers else ()
    return replace(cohort, n=int(kept.sum()), identifiers=names, columns=columns)


def with_column(cohort: Cohort, column: Column) -> Cohort:
    """One column more, or in the place of one of its name."""
    return replace(cohort, columns=(column, *(other for other in cohort.columns if other.name != column.name)))


def _part(column: Column, kept: Flags) -> Column:
    if isinstance(column, Number):
        return replace(column, values=column.values[kept])
    return replace(column, codes=column.codes[kept])
