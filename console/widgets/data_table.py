"""A table as a journal prints it: quiet headings, thin lines, as many rows as fit, and two buttons for the others."""

from __future__ import annotations

from PyQt5.QtCore import Qt
from PyQt5.QtGui import QFont, QResizeEvent
from PyQt5.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.widgets import theme
from console.widgets.label import FittedLabel, Label
from console.widgets.scale import Scale
from console.widgets.touch_button import TouchButton

FIRST_COLUMN = 5  # its share of the width, where the others have 4


class DataTable(QWidget):
    """Headings and rows of words. A row whose first word begins with blanks belongs to the one above it; the last column stands out."""

    def __init__(self, scale: Scale, *, row_height: float = 53) -> None:
        super().__init__()
        self._scale, self._row = scale, scale.px(row_height)
        self._headings: tuple[str, ...] = ()
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._first = 0
        self._grid_home = QWidget()
        self._grid_home.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Ignored)
        self._grid: QGridLayout | None = None
        self._parts: list[QWidget] = []
        self.place = Label("", scale, 17, tone="quiet")
        self.previous, self.next = TouchButton("Earlier rows", scale, "quiet", size=18), TouchButton("More rows", scale, "quiet", size=18)
        self.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Ignored)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.px(6))
        column.addWidget(self._grid_home, 1)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(scale.space)
        foot.addWidget(self.place, 1)
        for button, step in ((self.previous, -1), (self.next, 1)):
            button.setSizePolicy(QSizePolicy.Fixed, QSizePolicy.Fixed)
            button.clicked.connect(lambda _checked, step=step: self._turn(step))
            foot.addWidget(button)
        column.addWidget(self._foot)
        self._grid = QGridLayout(self._grid_home)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(scale.px(16))
        self._grid.setVerticalSpacing(0)

    def show_table(self, headings: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
        """Put these in the place of what is there."""
        self._headings, self._rows, self._first = headings, rows, 0
        self._fill()

    @property
    def texts(self) -> list[str]:
        """What is shown now."""
        return [part.whole for part in self._parts if isinstance(part, FittedLabel)]

    def needed_height(self) -> int:
        """Window pixels for all rows."""
        return self._row * (len(self._rows) + 1) + self._scale.px(2)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """More room, more rows."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fill()

    def _room(self) -> int:
        """Rows that fit; the foot takes some where not all do."""
        if self.needed_height() <= self.height():
            return len(self._rows)
        return max(1, (self.height() - self._scale.finger - self._scale.px(6)) // self._row - 1)

    def _turn(self, step: int) -> None:
        self._first = max(0, min(self._first + step * self._room(), len(self._rows) - 1))
        self._fill()

    def _fill(self) -> None:
        if self._grid is None:
            return
        for part in self._parts:
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = []
        room = self._room()
        if room >= len(self._rows):
            self._first = 0
        shown = self._rows[self._first : self._first + room]
        for column, words in enumerate(self._headings):
            self._put(0, column, words, QFont.Normal, "quiet")
            self._grid.setColumnStretch(column, FIRST_COLUMN if column == 0 else 4)
        for row, cells in enumerate(shown, start=1):
            self._rule(2 * row - 1)
            for column, words in enumerate(cells):
                last = column == len(self._headings) - 1
                self._put(2 * row, column, words, QFont.DemiBold if last else QFont.Normal, "text")
        self._grid.setRowStretch(2 * room + 1, 1)
        self._foot.setVisible(room < len(self._rows))
        self.previous.setEnabled(self._first > 0)
        self.next.setEnabled(self._first + room < len(self._rows))
        self.place.setText(f"Rows {self._first + 1} to {self._first + len(shown)} of {len(self._rows)}")

    def _put(self, row: int, column: int, words: str, weight: int, tone: str) -> None:
        label = FittedLabel(words.strip(), self._scale, 20, weight, tone)
        label.setSizePolicy(QSizePolicy.Ignored, QSizePolicy.Fixed)
        label.setFixedHeight(self._row - 1)
        label.setAlignment(Qt.AlignLeft | Qt.AlignVCenter)
        label.setContentsMargins(self._scale.px(30) if words.startswith(" ") else 0, 0, 0, 0)
        self._add(label, row, column, 1)

    def _rule(self, row: int) -> None:
        line = QFrame()
        line.setFixedHeight(1)
        line.setStyleSheet(f"background: {theme.LINE.name()};")
        self._add(line, row, 0, max(1, len(self._headings)))

    def _add(self, part: QWidget, row: int, column: int, columns: int) -> None:
        assert self._grid is not None
        self._grid.addWidget(part, row, column, 1, columns)
        part.show()
        self._parts.append(part)
