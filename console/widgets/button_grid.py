"""Many choices as large buttons: as many as fit, and two buttons for the others. Nothing scrolls."""

from __future__ import annotations

from dataclasses import dataclass

from PyQt5.QtCore import pyqtSignal
from PyQt5.QtGui import QResizeEvent
from PyQt5.QtWidgets import QGridLayout, QSizePolicy, QWidget

from console.widgets.scale import Scale
from console.widgets.touch_button import TouchButton


@dataclass(frozen=True, slots=True)
class Option:
    """One button. `lit` ones are chosen."""

    key: str
    words: str
    lit: bool = False
    enabled: bool = True


class ButtonGrid(QWidget):
    """`columns` side by side. `chosen` carries the key that was tapped; what is lit, its owner says."""

    chosen = pyqtSignal(str)

    def __init__(self, scale: Scale, columns: int, *, height: float = 76, size: float = 20) -> None:
        super().__init__()
        self._scale, self._columns, self._size = scale, columns, size
        self._height = max(scale.finger, scale.px(height))
        self._options: tuple[Option, ...] = ()
        self._first = 0
        self.buttons: dict[str, TouchButton] = {}
        self._extra: list[TouchButton] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(scale.space)
        self.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Ignored)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def show_options(self, options: tuple[Option, ...]) -> None:
        """These, from the page that was shown, if it still exists."""
        self._options = options
        self._first = self._first if self._first < len(options) else 0
        self._fill()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """More room, more buttons."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fill()

    def _fill(self) -> None:
        for button in (*self.buttons.values(), *self._extra):
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons, self._extra = {}, []
        rows = max(1, (self.height() + self._scale.space) // (self._height + self._scale.space))
        whole = len(self._options) <= rows * self._columns
        room = rows * self._columns if whole else max(1, rows - 1) * self._columns
        if whole:
            self._first = 0
        for place, option in enumerate(self._options[self._first : self._first + room]):
            self.buttons[option.key] = self._add(option.words, place // self._columns, place % self._columns)
            self.buttons[option.key].setCheckable(True)
            self.buttons[option.key].setChecked(option.lit)
            self.buttons[option.key].setEnabled(option.enabled)
            self.buttons[option.key].clicked.connect(lambda _checked, key=option.key: self._tapped(key))
        if not whole:
            self._pager(max(1, rows - 1), room)
        self._grid.setRowStretch(rows, 1)

    def _pager(self, row: int, room: int) -> None:
        following = self._first + room if self._first + room < len(self._options) else 0
        pages = -(-len(self._options) // room)
        more = self._add(f"More ({self._first // room + 1} of {pages})", row, 0, self._columns)
        more.set_role("quiet")
        more.clicked.connect(lambda: self._turn(following))
        self._extra.append(more)

    def _turn(self, first: int) -> None:
        self._first = first
        self._fill()

    def _tapped(self, key: str) -> None:
        """A tap asks; the owner answers with `show_options`."""
        lit = next(option.lit for option in self._options if option.key == key)
        self.buttons[key].setChecked(lit)
        self.chosen.emit(key)

    def _add(self, words: str, row: int, column: int, columns: int = 1) -> TouchButton:
        button = TouchButton(words, self._scale, size=self._size)
        button.setFixedHeight(self._height)
        button.setAccessibleName(words.partition("\n")[0])
        self._grid.addWidget(button, row, column, 1, columns)
        button.show()
        return button
