"""The keypad for numbers: what a thumb needs to enter ten of them without looking away from the specimen."""

from __future__ import annotations

from PyQt5.QtCore import Qt, pyqtSignal
from PyQt5.QtGui import QKeyEvent
from PyQt5.QtWidgets import QGridLayout, QSizePolicy, QWidget

from console.widgets.scale import Scale
from console.widgets.touch_button import TouchButton
from console.words import decimal_point

ROWS = ("789", "456", "123")


class Keypad(QWidget):
    """Digits, point and backspace, and below them Back and Next. Holds no number of its own: it says which key was tapped.

    Where it has the focus, a physical keyboard's digits do the same. `decimal` False: no point. `navigation` False: no last row.
    """

    digit = pyqtSignal(str)  # "0" to "9", or "."
    erased = pyqtSignal()
    back = pyqtSignal()
    next = pyqtSignal()
    confirmed = pyqtSignal()  # a physical Enter, where there is no Next

    def __init__(self, scale: Scale, *, decimal: bool = True, navigation: bool = True) -> None:
        super().__init__()
        self._scale = scale
        self.setFocusPolicy(Qt.StrongFocus)
        self.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Fixed)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(max(scale.space, scale.px(12)))
        self.keys: dict[str, TouchButton] = {}
        for row, digits in enumerate(ROWS):
            for column, digit in enumerate(digits):
                self._key(digit, row, column)
        self._key("." if decimal else "", 3, 0)
        self._key("0", 3, 1)
        self.erase_key = self._place(TouchButton("", scale, "key", icon="backspace"), 3, 2)
        self.erase_key.clicked.connect(self.erased)
        self.back_button = TouchButton("Back", scale)
        self.next_button = TouchButton("Next", scale, "primary")
        if navigation:
            self._place(self.back_button, 4, 0)
            self._place(self.next_button, 4, 1, columns=2)
        self.back_button.setParent(self)
        self.next_button.setParent(self)
        self.back_button.setVisible(navigation)
        self.next_button.setVisible(navigation)
        self.back_button.clicked.connect(self.back)
        self.next_button.clicked.connect(self.next)
        for column in range(3):
            self._grid.setColumnStretch(column, 1)

    def set_next(self, text: str, *, enabled: bool = True) -> None:
        """What comes after this field, in words: «Next: lateral»."""
        self.next_button.setText(text)
        self.next_button.setEnabled(enabled)

    def set_back_enabled(self, enabled: bool) -> None:
        """Whether there is something to go back to."""
        self.back_button.setEnabled(enabled)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """A physical keyboard does as the keys do."""
        if event is None:
            return
        text = event.text().replace(",", ".")
        if text and text in self.keys:
            self.digit.emit(text)
        elif event.key() in {Qt.Key_Backspace, Qt.Key_Delete}:
            self.erased.emit()
        elif event.key() in {Qt.Key_Return, Qt.Key_Enter}:
            self._enter()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        if self.next_button.isHidden():
            self.confirmed.emit()
        elif self.next_button.isEnabled():
            self.next.emit()

    def _key(self, text: str, row: int, column: int) -> None:
        if not text:
            return
        key = self._place(TouchButton(decimal_point() if text == "." else text, self._scale, "key", size=34), row, column)
        key.clicked.connect(lambda: self.digit.emit(text))
        self.keys[text] = key

    def _place(self, key: TouchButton, row: int, column: int, columns: int = 1) -> TouchButton:
        key.setFixedHeight(max(self._scale.finger, self._scale.px(80)))
        self._grid.addWidget(key, row, column, 1, columns)
        return key
