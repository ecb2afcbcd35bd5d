"""The registry of the open case: each column with its value and where it comes from; what the case does not tell is entered here once."""

from __future__ import annotations

from PyQt5.QtGui import QFont
from PyQt5.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.cases.access import Action, may
from console.cases.derivation import Cell, Origin, row_of_registry
from console.cases.model import Session
from console.cases.service import CaseService
from console.cohorts.dictionary import BY_NAME, TOLD, Kind
from console.cohorts.store_cohort import completeness
from console.views.cohort_desk import CohortDesk
from console.views.cohort_sheet import column_title
from console.widgets.button_grid import ButtonGrid, Option
from console.widgets.card import Card
from console.widgets.data_table import DataTable
from console.widgets.keypad import Keypad
from console.widgets.label import BigNumber, FittedLabel, Label
from console.widgets.layouts import bare_row, fill
from console.widgets.room import Room
from console.widgets.touch_button import TouchButton

TECHNIQUES = ("ICG", "ultrasound", "wire", "seed", "palpation")
SIGNS = {Origin.DERIVED: "✓", Origin.ENTERED: "✎", Origin.MISSING: "–"}
MOST_DIGITS = 8


class RegistryPane(QWidget):
    """With a case open, its form; without one, how complete the registry is."""

    def __init__(self, room: Room, desk: CohortDesk) -> None:
        super().__init__()
        self._room, self._desk = room, desk
        self._case_id, self._column = "", "arm"
        self._typed = ""
        scale = room.scale
        self.cells = ButtonGrid(scale, 3, height=88, size=18)
        self.title, self.why = Label("", scale, 24, QFont.DemiBold, wrap=True), FittedLabel("", scale, 18, tone="quiet")
        self.words, self.number = ButtonGrid(scale, 2), BigNumber(scale, 40)
        self.keypad = Keypad(scale, navigation=False)
        self.save, self.clear = TouchButton("Save", scale, "primary"), TouchButton("Clear", scale)
        self.table = DataTable(scale, row_height=40)
        self._entry = QStackedWidget()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._form())
        self._stack.addWidget(self._summary())
        fill(self, self._stack)
        self._join()

    def _form(self) -> QWidget:
        scale, home = self._room.scale, QWidget()
        row = bare_row(home, scale.px(18))
        card = Card("", scale, padding=16)
        card.add(self.title)
        card.add(self.why, 1)
        card.add(self._entry, 6)
        self._entry.addWidget(self.words)
        self._entry.addWidget(self._typing())
        self._entry.addWidget(QWidget())
        row.addWidget(self.cells, 8)
        row.addWidget(card, 5)
        return home

    def _typing(self) -> QWidget:
        scale, home = self._room.scale, QWidget()
        column = QVBoxLayout(home)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(max(scale.space, scale.px(8)))
        foot = QHBoxLayout()
        foot.setSpacing(scale.space)
        foot.addWidget(self.number, 1)
        foot.addWidget(self.clear)
        foot.addWidget(self.save)
        column.addLayout(foot)
        column.addWidget(self.keypad)
        column.addStretch(1)
        return home

    def _summary(self) -> QWidget:
        card = Card("How complete the registry is. Open a case to enter what it does not tell by itself.", self._room.scale, padding=16)
        card.add(self.table, 1)
        return card

    def _join(self) -> None:
        self.cells.chosen.connect(self._open)
        self.words.chosen.connect(self._word_tapped)
        self.keypad.digit.connect(self._digit)
        self.keypad.erased.connect(lambda: self._type(self._typed[:-1]))
        self.keypad.confirmed.connect(self._save)
        self.save.clicked.connect(self._save)
        self.clear.clicked.connect(lambda: self._keep(""))
        self._room.case_changed.connect(self.refresh)

    # --- what is shown ---------------------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """From the case as it is now."""
        file = self._room.case_file
        session = self._room.session
        self._stack.setCurrentIndex(0 if file is not None else 1)
        if file is not None:
            cells = row_of_registry(file)
            if file.case.id != self._case_id:  # another case: begin at its first gap
                gaps = [cell.column for cell in cells if cell.origin is Origin.MISSING and cell.column not in TOLD]
                self._case_id, self._column = file.case.id, gaps[0] if gaps else cells[0].column
            self._show(cells)
        elif session is not None and may(session, Action.USE_COHORTS) and self.isVisible():
            desk = self._desk
            self._room.do_slowly(lambda service, who: completeness(desk.shelf.files(service, who)), self._show_completeness)

    def _show(self, cells: tuple[Cell, ...]) -> None:
        self.cells.show_options(
            tuple(
                Option(c.column, f"{column_title(c.column)}\n{SIGNS[c.origin]} {c.text or 'missing'}", c.column == self._column)
                for c in cells
            )
        )
        cell = next(cell for cell in cells if cell.column == self._column)
        field = BY_NAME[cell.column]
        self.title.setText(column_title(cell.column))
        origin = {Origin.DERIVED: "Derived:", Origin.ENTERED: "Entered:", Origin.MISSING: "Missing:"}[cell.origin]
        self.why.set_whole(f"{origin} {cell.why or 'told by the case'}. {field.meaning}.")
        session = self._room.session
        allowed = session is not None and may(session, Action.ADD_OUTCOME)
        if cell.origin is Origin.DERIVED or cell.column in TOLD or not allowed:
            self._entry.setCurrentIndex(2)
        elif field.kind is Kind.NUMBER:
            self._entry.setCurrentIndex(1)
            self._type(cell.text)
        else:
            self._entry.setCurrentIndex(0)
            words = TECHNIQUES if field.kind is Kind.NAME else field.levels
            self.words.show_options(tuple(Option(word, word, word == cell.text) for word in words))

    def _show_completeness(self, counts: dict[str, dict[Origin, int]]) -> None:
        rows = tuple((column_title(name), *(str(count[origin]) for origin in Origin)) for name, count in counts.items())
        self.table.show_table(("Column", "Derived", "Entered", "Missing"), rows)

    # --- what is tapped --------------------------------------------------------------------------------------------------------------

    def _open(self, column: str) -> None:
        self._column = column
        self.refresh()

    def _digit(self, digit: str) -> None:
        if len(self._typed) < MOST_DIGITS and not (digit == "." and "." in self._typed):
            self._type(self._typed + digit)

    def _type(self, text: str) -> None:
        self._typed = text
        self.number.show_value(text or "–", BY_NAME[self._column].unit if text else "")

    def _word_tapped(self, word: str) -> None:
        """A lit word, tapped again, is taken back."""
        cell = self._cell()
        self._keep("" if cell is not None and cell.text == word else word)

    def _save(self) -> None:
        self._keep(self._typed)

    def _keep(self, text: str) -> None:
        file, column = self._room.case_file, self._column
        if file is None:
            return
        case_id = file.case.id

        def work(service: CaseService, session: Session) -> None:
            service.enter_registry(session, case_id, column, text)

        self._room.do(work)

    def _cell(self) -> Cell | None:
        file = self._room.case_file
        return next((c for c in row_of_registry(file) if c.column == self._column), None) if file else None
