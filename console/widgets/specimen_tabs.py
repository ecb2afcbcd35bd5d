"""The row above the drawing: one tap to each specimen, mass and shave, and one to add another."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt5.QtCore import pyqtSignal
from PyQt5.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from console.widgets.scale import Scale
from console.widgets.touch_button import TouchButton

SLOTS = 4  # as many as stand side by side on the smallest screen, beside «add»


class SpecimenTabs(QWidget):
    """`chosen` carries the place of the tab that was tapped; `added` asks for another piece. More tabs than fit are turned to with «…»."""

    chosen = pyqtSignal(int)
    added = pyqtSignal()

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._scale, self._first = scale, 0
        self._words: tuple[str, ...] = ()
        self._current = 0
        self.buttons: list[TouchButton] = [self._button("", checkable=True) for _ in range(SLOTS)]
        self.more = self._button("…")
        self.add = TouchButton("", scale, "key", icon="plus")
        self.add.setAccessibleName("Add specimen, mass or shave")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scale.space)
        for slot, button in enumerate(self.buttons):
            button.clicked.connect(lambda _checked, slot=slot: self._tapped(slot))
            row.addWidget(button)
        for button in (self.more, self.add):
            row.addWidget(button)
        row.addStretch(1)
        self.add.setSizePolicy(QSizePolicy.Fixed, QSizePolicy.Fixed)
        self.more.clicked.connect(self._turn)
        self.add.clicked.connect(self.added)

    def show_tabs(self, words: Sequence[str], current: int) -> None:
        """The tabs' words, and which one is shown; its page is turned to when it changes."""
        if (tuple(words), current) != (self._words, self._current):
            self._words, self._current = tuple(words), current
            room = self._room
            self._first = current // room * room
        self._show()

    @property
    def _room(self) -> int:
        return SLOTS if len(self._words) <= SLOTS else SLOTS - 1

    def _show(self) -> None:
        for slot, button in enumerate(self.buttons):
            place = self._first + slot
            there = slot < self._room and place < len(self._words)
            button.setVisible(there)
            if there:
                button.setText(self._words[place])
                button.setAccessibleName(self._words[place].replace("\n", " "))
                button.setChecked(place == self._current)
        self.more.setVisible(len(self._words) > SLOTS)

    def _tapped(self, slot: int) -> None:
        self._show()  # the tap must not light it: what is shown decides
        self.chosen.emit(self._first + slot)

    def _turn(self) -> None:
        self._first = self._first + self._room if self._first + self._room < len(self._words) else 0
        self._show()

    def _button(self, words: str, *, checkable: bool = False) -> TouchButton:
        button = TouchButton(words, self._scale, "key", checkable=checkable, size=18)
        button.setSizePolicy(QSizePolicy.Fixed, QSizePolicy.Fixed)
        return button
