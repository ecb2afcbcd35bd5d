"""The builder: whose cases, which of them, in which arms. Every tap is a change of one definition, which can be kept under a name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
from PyQt5.QtCore import pyqtSignal
from PyQt5.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from algorithms.statistics.terms import Column, Number, present
from console.cases.access import Action, may
from console.cases.model import Session
from console.cases.registry import KeptCohort, KeptKind
from console.cases.service import CaseService
from console.cohorts.cohort import Cohort
from console.cohorts.definition import STORE, Arms, Definition, Filter
from console.cohorts.dictionary import FACE_ENDS, KI67_CHOICES
from console.views.cohort_desk import CohortDesk
from console.views.cohort_sheet import column_title
from console.widgets.button_grid import ButtonGrid, Option
from console.widgets.card import Card
from console.widgets.choice import Choice
from console.widgets.keyboard import Keyboard
from console.widgets.label import FittedLabel
from console.widgets.layouts import bare_row, fill
from console.widgets.room import Room
from console.widgets.text_field import TextField
from console.widgets.touch_button import TouchButton

MOST_LEVELS = 8
BELOW, FROM = "below", "from"
TAKE = "take "
KI67, HIGH = "ki67_percent", "high above "


class BuildPane(QWidget):
    """`changed` when another cohort is to be shown."""

    changed = pyqtSignal()

    def __init__(self, room: Room, desk: CohortDesk) -> None:
        super().__init__()
        self._room, self._desk = room, desk
        self._kept: tuple[KeptCohort, ...] = ()
        self._whole: Cohort | None = None
        self._incoming: tuple[Path, ...] = ()  # files that were copied here and are not kept yet
        self._column = "arm"
        scale = room.scale
        self.sources, self.columns, self.values = ButtonGrid(scale, 1), ButtonGrid(scale, 2), ButtonGrid(scale, 1)
        self.purpose = Choice("", scale, (("arms", "Arms"), ("only", "Only cases with")))
        self.purpose.set_value("arms")
        self.sentence = FittedLabel("", scale, 18, tone="quiet")
        self.clear, self.name_it, self.show_it = (
            TouchButton("Start again", scale), TouchButton("Keep as …", scale), TouchButton("Show", scale, "primary"),
        )  # fmt: skip
        self.field, self.keyboard = TextField("Name of this cohort", scale, limit=60), Keyboard(scale, done="Keep")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._choosing())
        self._stack.addWidget(self._naming())
        fill(self, self._stack)
        self._join()

    def _choosing(self) -> QWidget:
        scale, home = self._room.scale, QWidget()
        row = bare_row(home, scale.px(18))
        cards = Card("Cases from", scale, padding=16), Card("By", scale, padding=16), Card("", scale, padding=16)
        for card in cards:
            card.body.setSpacing(scale.space)
        cards[0].add(self.sources, 1)
        cards[1].add(self.purpose)
        cards[1].add(self.columns, 1)
        cards[2].add(self.values, 3)
        cards[2].add(self.sentence, 1)
        foot = QHBoxLayout()
        foot.setSpacing(scale.space)
        for button in (self.clear, self.name_it, self.show_it):
            foot.addWidget(button)
        cards[2].add(foot)
        for card, share in zip(cards, (3, 5, 5), strict=True):
            row.addWidget(card, share)
        return home

    def _naming(self) -> QWidget:
        home = QWidget()
        column = QVBoxLayout(home)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._room.scale.space)
        column.addWidget(self.field)
        column.addStretch(1)
        column.addWidget(self.keyboard)
        return home

    def _join(self) -> None:
        self.sources.chosen.connect(self._source_tapped)
        self.columns.chosen.connect(self._column_tapped)
        self.values.chosen.connect(self._value_tapped)
        self.purpose.chosen.connect(lambda _value: self._show())
        self.clear.clicked.connect(lambda: self._become(Definition(self._definition.source)))
        self.name_it.clicked.connect(self._ask_name)
        self.show_it.clicked.connect(self.changed)
        self.keyboard.done.connect(self._keep)
        self.field.entered.connect(self._keep)

    # --- what there is ---------------------------------------------------------------------------------------------------------------

    @property
    def _definition(self) -> Definition:
        return self._desk.definition or Definition()

    def refresh(self) -> None:
        """Read what is kept and the columns of the source, beside the screen's thread."""
        session, source, desk = self._room.session, self._definition.source, self._desk
        if session is None or not may(session, Action.USE_COHORTS):
            return

        def work(service: CaseService, who: Session) -> tuple[tuple[KeptCohort, ...], Cohort, tuple[Path, ...]]:
            return service.cohorts(who), desk.shelf.whole(service, who, source), desk.incoming(service)

        self._stack.setCurrentIndex(0)
        self._room.do_slowly(work, self._loaded)

    def _loaded(self, answer: tuple[tuple[KeptCohort, ...], Cohort, tuple[Path, ...]]) -> None:
        self._kept, self._whole, self._incoming = answer
        self._show()

    def _show(self) -> None:
        definition, whole = self._definition, self._whole
        if whole is None:
            return
        names = [Option(STORE, "Cases of this console", definition.source == STORE and not self._desk.name)]
        names += [Option(f"kept {one.name}", one.name, one.name == self._desk.name) for one in self._kept]
        known = {one.name for one in self._kept}
        names += [Option(f"{TAKE}{path.name}", f"Import {path.name}") for path in self._incoming if path.stem not in known]
        self.sources.show_options(tuple(names))
        arms = self.purpose.value == "arms"
        used = {definition.arms.column} if arms else {one.column for one in definition.filters}
        columns = [column for column in whole.columns if choosable(column)]
        if self._column not in {column.name for column in columns} and columns:
            self._column = columns[0].name
        self.columns.show_options(tuple(Option(c.name, column_title(c.name), c.name in used) for c in columns))
        self.values.show_options(self._value_options(whole) if columns else ())
        self.sentence.set_whole(sentence(definition))

    def _value_options(self, whole: Cohort) -> tuple[Option, ...]:
        column, definition = whole.column(self._column), self._definition
        title = column_title(self._column)
        if isinstance(column, Number):
            cut = middle(column)
            lit = {BELOW, FROM} if definition.arms.column == self._column else set()
            if self.purpose.value != "arms":
                own = next((one for one in definition.filters if one.column == self._column), None)
                lit = {BELOW if own.most is not None else FROM} if own else set()
            ends = tuple(Option(end, f"{title} {end} {cut:g}", end in lit) for end in (BELOW, FROM))
            return (*ends, *_thresholds(definition)) if self._column == KI67 else ends
        if self.purpose.value == "arms":
            chosen = set(definition.arms.groups or column.levels) if definition.arms.column == self._column else set()
        else:
            chosen = {word for one in definition.filters if one.column == self._column for word in one.words}
        return tuple(Option(level, f"{title}: {level}", level in chosen) for level in column.levels)

    # --- what is tapped --------------------------------------------------------------------------------------------------------------

    def _become(self, definition: Definition) -> None:
        self._desk.definition, self._desk.name = definition, "" if definition.source == STORE else definition.source
        self._show()

    def _source_tapped(self, key: str) -> None:
        if key.startswith(TAKE):
            self._take_in(key.removeprefix(TAKE))
            return
        self._desk.name = key.removeprefix("kept ") if key != STORE else ""
        kept = next((one for one in self._kept if one.name == self._desk.name), None)
        if kept is None:
            self._desk.definition = Definition()
        else:
            self._desk.definition = Definition.from_json(kept.content) if kept.kind is KeptKind.DEFINITION else Definition(source=kept.name)
        self.refresh()

    def _take_in(self, name: str) -> None:
        path, desk = next(one for one in self._incoming if one.name == name), self._desk

        def heard(kept: str) -> None:
            desk.definition, desk.name = Definition(source=kept), kept
            self.refresh()

        self.sentence.set_whole(f"Reading {name} …")
        self._room.do_slowly(lambda service, session: desk.take_in(service, session, path), heard, self.sentence.set_whole)

    def _column_tapped(self, name: str) -> None:
        self._column = name
        if self.purpose.value == "arms" and self._whole is not None:
            column = self._whole.column(name)
            self._become(replace(self._definition, arms=Arms(name, (), middle(column) if isinstance(column, Number) else None)))
            return
        self._show()

    def _value_tapped(self, value: str) -> None:
        """A tap on a value adds it, or takes it away; two arms always stay."""
        if self._whole is None:
            return
        column, definition = self._whole.column(self._column), self._definition
        if value.startswith(HIGH):
            self._become(replace(definition, ki67_above=float(value.removeprefix(HIGH))))
            return
        if self.purpose.value == "arms":
            if not isinstance(column, Number):
                chosen = set(definition.arms.groups or column.levels) if definition.arms.column == self._column else set(column.levels)
                groups = tuple(level for level in column.levels if (level in chosen) != (level == value))
                if len(groups) >= 2:
                    self._become(replace(definition, arms=Arms(self._column, groups)))
            return
        others = tuple(one for one in definition.filters if one.column != self._column)
        own = next((one for one in definition.filters if one.column == self._column), None)
        self._become(replace(definition, filters=(*others, *_toggled(column, own, value))))

    def _ask_name(self) -> None:
        self.field.set_text("")
        self.field.set_active(True)
        self.keyboard.attach(self.field)
        self._stack.setCurrentIndex(1)

    def _keep(self) -> None:
        name, desk = self.field.text(), self._desk
        self._stack.setCurrentIndex(0)
        if name:
            self._room.do_slowly(lambda service, session: desk.keep(service, session, name), lambda _none: self.refresh())


def choosable(column: Column) -> bool:
    """Whether arms or filters can be made of it: a few words, or numbers; not the faces, of which there are too many."""
    if column.name.removesuffix("_mm").rpartition("_")[2] in FACE_ENDS:
        return False
    if isinstance(column, Number):
        return bool(present(column).any()) and bool(np.ptp(column.values[present(column)]) > 0)
    return 2 <= len(column.levels) <= MOST_LEVELS


def _thresholds(definition: Definition) -> tuple[Option, ...]:
    """From where on a Ki67 counts as high, in subgroups and models."""
    return tuple(Option(f"{HIGH}{above:g}", f"Counts as high above {above:g} %", above == definition.ki67_above) for above in KI67_CHOICES)


def middle(column: Number) -> float:
    """The median, as a round number: where a column of numbers is cut."""
    return float(f"{np.median(column.values[present(column)]):.3g}")


def _toggled(column: Column, own: Filter | None, value: str) -> tuple[Filter, ...]:
    if isinstance(column, Number):
        made = Filter(column.name, (), None, middle(column)) if value == BELOW else Filter(column.name, (), middle(column), None)
        return () if own == made else (made,)
    words = tuple(level for level in column.levels if (own is not None and level in own.words) != (level == value))
    return (Filter(column.name, words),) if words else ()


def sentence(definition: Definition) -> str:
    """The definition in words."""
    arms = definition.arms
    by = (
        f"{column_title(arms.column)} cut at {arms.cut:g}"
        if arms.cut is not None
        else f"{column_title(arms.column)}: {', '.join(arms.groups) or 'each value'}"
    )
    only = "; ".join(one.sentence for one in definition.filters) or "all cases"
    return f"Arms by {by}. Only: {only}."
