"""A list of lines as long as the window allows, with the rest on further pages: the hospital's plan, and what scanners pushed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from PyQt5.QtGui import QFont
from PyQt5.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from console.views.worklist import RowArea, row_height
from console.widgets.card import TapCard
from console.widgets.label import FittedLabel
from console.widgets.scale import Scale
from console.widgets.touch_button import TouchButton

T = TypeVar("T")
Cells = Sequence[tuple[str, int, int]]  # name, width (0: what is left), size of the letters


class Line(TapCard):
    """One line of words in columns."""

    def __init__(self, scale: Scale, cells: Cells) -> None:
        super().__init__(scale)
        self.setFixedHeight(row_height(scale))
        self.setCheckable(True)
        self.cells: dict[str, FittedLabel] = {}
        for name, width, size in cells:
            cell = FittedLabel("", scale, size, QFont.DemiBold if size > 20 else QFont.Normal, "text" if size > 20 else "quiet")
            if width:
                cell.setSizePolicy(QSizePolicy.Fixed, QSizePolicy.Ignored)
                cell.setFixedWidth(scale.px(width))
            self.add(cell, 0 if width else 1)
            self.cells[name] = cell

    def show_words(self, words: Mapping[str, str], name: str) -> None:
        """A word for each cell, and what the whole line is called."""
        for cell, text in words.items():
            self.cells[cell].set_whole(text)
        self.setAccessibleName(name)


class Lines(RowArea, Generic[T]):
    """`Lines(scale, cells, words, tapped)`: `words` fills a line; `tapped` hears which one, or None when the page was turned."""

    def __init__(self, scale: Scale, cells: Cells, words: Callable[[Line, T], None], tapped: Callable[[T | None], None]) -> None:
        super().__init__(self._make_rows)
        self._scale, self._cells, self._words, self._tapped = scale, cells, words, tapped
        self._all: tuple[T, ...] = ()
        self._chosen: T | None = None
        self._first = 0
        self.rows: list[Line] = []
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(scale.space)
        self._stack.addStretch(1)
        self.previous_page, self.next_page = TouchButton("Earlier", scale, icon="previous"), TouchButton("Later", scale, icon="next")
        for button, forward in ((self.previous_page, False), (self.next_page, True)):
            button.clicked.connect(lambda _checked, forward=forward: self._turn(forward))
            button.setSizePolicy(QSizePolicy.Fixed, QSizePolicy.Fixed)
            button.hide()

    def add_turning(self, row: QHBoxLayout) -> None:
        """The buttons that turn pages, at the end of a row."""
        row.addWidget(self.previous_page)
        row.addWidget(self.next_page)

    def show_all(self, found: tuple[T, ...]) -> None:
        """These, on the page that was open if it is still there."""
        self._all, self._first = found, self._first if self._first < len(found) else 0
        self.choose(None)

    def choose(self, one: T | None) -> None:
        """Light one line, or none; every line is filled anew."""
        self._chosen = one
        shown = self._all[self._first : self._first + len(self.rows)]
        for index, row in enumerate(self.rows):
            row.setVisible(index < len(shown))
            if index < len(shown):
                self._words(row, shown[index])
                row.setChecked(shown[index] is one)
        self.previous_page.setVisible(self._first > 0)
        self.next_page.setVisible(self._first + len(self.rows) < len(self._all))

    def _turn(self, forward: bool) -> None:
        self._first = max(0, self._first + (len(self.rows) if forward else -len(self.rows)))
        self._tapped(None)

    def _make_rows(self) -> None:
        wanted = max(1, (self.height() + self._scale.space) // (row_height(self._scale) + self._scale.space))
        while len(self.rows) > wanted:
            row = self.rows.pop()
            self._stack.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.rows) < wanted:
            row, index = Line(self._scale, self._cells), len(self.rows)
            row.clicked.connect(lambda _checked, index=index: self._tapped(self._all[self._first + index]))
            self._stack.insertWidget(len(self.rows), row)
            self.rows.append(row)
        self.choose(self._chosen)
