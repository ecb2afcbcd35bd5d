"""The board: one row for each reading, one column for each face, and below them the narrowest evidence with its class.

A cell leads to the picture, slice or spectrum behind it; the name of a row to what is known of the reading. What a shave replaced stays visible,
struck through.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from PyQt5.QtCore import QSize, Qt, pyqtSignal
from PyQt5.QtGui import QResizeEvent
from PyQt5.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from algorithms.faces import Face
from algorithms.margins.judgement import Judgement, classify
from algorithms.margins.model import Evidence, MarginClass, Shave
from algorithms.margins.standing import Standing, standing_of
from console import words
from console.widgets.board_cells import EvidenceCell, RowName, age_words
from console.widgets.face_diagram import marked, narrowest_words
from console.widgets.label import Label
from console.widgets.scale import Scale
from console.words import Typed

NARROWEST, CHANCE = "narrowest", "chance"
LEAST_ROWS = 2  # readings that a window of any size must hold


@dataclass(frozen=True, slots=True)
class BoardState:
    """Everything the board shows: `corner` says which specimen, `chances` the likelihood of each face in words, empty while nobody asked."""

    corner: str
    rows: tuple[Evidence, ...]
    judgement: Judgement
    shaves: tuple[Shave, ...]
    now: datetime
    chances: Mapping[Face, str]


class EvidenceBoard(QWidget):
    """Built anew for each state of the case: there are few cells and they change seldom. As many rows as fit; `turned` says there are more pages.

    `tapped` carries a reading's id and the face, `asked` a row's id.
    """

    tapped = pyqtSignal(str, object)
    asked = pyqtSignal(str)
    paged = pyqtSignal(int, int)

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._scale = scale
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._table: QWidget | None = None
        self._state: BoardState | None = None
        self._page, self._room = 0, LEAST_ROWS
        self.cells: dict[tuple[str, Face], EvidenceCell] = {}
        self.names: dict[str, RowName] = {}
        self.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Ignored)

    def show_state(self, state: BoardState) -> None:
        """Show these readings and what follows from them."""
        self._state = state
        self._build()

    def turn(self) -> None:
        """The next page, or the first again."""
        self._page += 1
        self._build()

    @property
    def cell_height(self) -> int:
        """Window pixels: never under what a finger needs."""
        return max(self._scale.target, self._scale.px(72))

    @property
    def shown(self) -> tuple[Evidence, ...]:
        """The rows of this page."""
        assert self._state is not None
        ordered = in_order(self._state)
        pages = max(1, -(-len(ordered) // self._room))
        self._page %= pages
        self.paged.emit(self._page, pages)
        return ordered[self._page * self._room : (self._page + 1) * self._room]

    def minimumSizeHint(self) -> QSize:
        """Room for the head, two readings, and what follows from them."""
        return QSize(self._scale.px(700), self._scale.px(56) + (LEAST_ROWS + 1) * self.cell_height + (LEAST_ROWS + 1) * self._gap)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """More room, more rows."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        if self._state is not None and self._capacity() != self._room:
            self._build()

    # --- building --------------------------------------------------------------------------------------------------------------------

    @property
    def _gap(self) -> int:
        return max(self._scale.gap, self._scale.px(9))

    def _capacity(self) -> int:
        ends = 2 if self._state is not None and self._state.chances else 1
        rows = (self.height() - self._scale.px(56)) // (self.cell_height + self._gap) - ends
        return int(max(LEAST_ROWS, rows))

    def _build(self) -> None:
        if self._state is None:
            return
        if self._table is not None:
            self._body.removeWidget(self._table)
            self._table.hide()
            self._table.deleteLater()
        self.cells, self.names, self._room = {}, {}, self._capacity()
        self._table = QWidget()
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(self._gap)
        self._head(grid, self._state.corner)
        shown = self.shown
        for row, reading in enumerate(shown, start=1):
            self._reading(grid, row, reading)
        self._narrowest(grid, len(shown) + 1)
        grid.setColumnStretch(0, 24)
        for column in range(1, 7):
            grid.setColumnStretch(column, 10)
        self._body.addWidget(self._table, 0, Qt.AlignTop)

    def _head(self, grid: QGridLayout, corner: str) -> None:
        grid.addWidget(Label(corner, self._scale, 17, tone="quiet", wrap=True), 0, 0)
        for column, face in enumerate(Face, start=1):
            name = Label(face.value.capitalize(), self._scale, 18, tone="quiet")
            name.setAlignment(Qt.AlignCenter)
            grid.addWidget(name, 0, column)

    def _reading(self, grid: QGridLayout, row: int, reading: Evidence) -> None:
        assert self._state is not None
        now = self._state.now
        taken = reading.taken_at.astimezone(now.tzinfo)
        parts = [f"{taken:%H:%M}", age_words(reading.taken_at, now), reading.piece, reading.subtitle]
        parts.append("" if reading.usable else "not used, tap for the reason")
        detail = Typed(" · ".join(words.said(part) for part in parts if part))  # part by part: one of them may be a name
        self._name(grid, row, reading.reading_id, reading.title, detail)
        for column, face in enumerate(Face, start=1):
            cell = self.cells[reading.reading_id, face] = self._cell(reading, face)
            if reading.of(face) is not None and not reading.waiting:
                said = reading.of(face)
                key = said.reading_id if said is not None and said.reading_id else reading.reading_id
                cell.clicked.connect(lambda _checked, key=key, face=face: self.tapped.emit(key, face))
            grid.addWidget(cell, row, column)

    def _cell(self, reading: Evidence, face: Face) -> EvidenceCell:
        assert self._state is not None
        finding = reading.of(face)
        standing = standing_of(reading, face, self._state.shaves) if finding is not None else Standing.COUNTS
        counts = finding is not None and reading.usable and standing is Standing.COUNTS
        judged = classify(finding, reading, self._state.judgement.rule) if counts and finding is not None else MarginClass.UNKNOWN
        cell = EvidenceCell(judged, marked(judged, finding), self._scale, self.cell_height, known=finding is not None)
        cell.setAccessibleName(f"{reading.title}, {face.value}")
        cell.strike(standing is Standing.REPLACED)
        return cell

    def _narrowest(self, grid: QGridLayout, row: int) -> None:
        assert self._state is not None
        judgement = self._state.judgement
        rule = f"{judgement.rule.title}: {judgement.rule.words}"
        self._name(grid, row, NARROWEST, "Narrowest evidence", rule)
        for column, judged in enumerate(judgement.faces, start=1):
            words = narrowest_words(judged)
            cell = self.cells[NARROWEST, judged.face] = EvidenceCell(
                judged.margin_class, words, self._scale, self.cell_height, known=judged.finding is not None
            )
            cell.setAccessibleName(f"Narrowest evidence, {judged.face.value}")
            if judged.decided_by is not None and judged.finding is not None:
                key = judged.finding.reading_id or judged.decided_by.reading_id
                cell.clicked.connect(lambda _checked, key=key, face=judged.face: self.tapped.emit(key, face))
            grid.addWidget(cell, row, column)
        if self._state.chances:
            self._name(grid, row + 1, CHANCE, "Probability of a positive face", "from published or own accuracy; a range, not a verdict")
            for column, face in enumerate(Face, start=1):
                cell = EvidenceCell(MarginClass.UNKNOWN, self._state.chances[face], self._scale, self.cell_height, known=True)
                cell.setAccessibleName(f"Probability, {face.value}")
                cell.clicked.connect(lambda _checked: self.asked.emit(CHANCE))
                self.cells[CHANCE, face] = cell
                grid.addWidget(cell, row + 1, column)

    def _name(self, grid: QGridLayout, row: int, key: str, title: str, detail: str) -> None:
        name = self.names[key] = RowName(title, detail, self._scale, self.cell_height)
        name.clicked.connect(lambda _checked, key=key: self.asked.emit(key))
        grid.addWidget(name, row, 0)


def in_order(state: BoardState) -> tuple[Evidence, ...]:
    """What decides first, then what else counts, what is waited for, what could not be used, and last what a shave replaced; each by modality."""
    deciding = {judged.decided_by.reading_id for judged in state.judgement.faces if judged.decided_by is not None}

    def place(row: Evidence) -> int:
        if row.waiting:
            return 2
        if not row.usable:
            return 3
        if row.faces and all(standing_of(row, found.face, state.shaves) is not Standing.COUNTS for found in row.faces):
            return 4
        return 0 if row.reading_id in deciding else 1

    return tuple(sorted(state.rows, key=place))
