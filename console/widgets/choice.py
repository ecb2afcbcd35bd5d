"""One of a few: buttons side by side, exactly one of them lit."""

from __future__ import annotations

from PyQt5.QtCore import pyqtSignal
from PyQt5.QtWidgets import QGridLayout, QWidget

from console.widgets.label import Label
from console.widgets.scale import Scale
from console.widgets.touch_button import TouchButton


class Choice(QWidget):
    """Options as (value, words); `columns` 0 puts them all in one row. `chosen` carries the value that was tapped."""

    chosen = pyqtSignal(str)

    def __init__(self, caption: str, scale: Scale, options: tuple[tuple[str, str], ...], *, columns: int = 0) -> None:
        super().__init__()
        self.buttons: dict[str, TouchButton] = {}
        self._value = ""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(scale.space)
        columns = columns or len(options)
        if caption:
            grid.addWidget(Label(caption, scale, 17, tone="quiet"), 0, 0, 1, columns)
        for index, (value, words) in enumerate(options):
            button = TouchButton(words, scale, checkable=True, size=20)
            button.clicked.connect(lambda _checked, value=value: self._tapped(value))
            grid.addWidget(button, 1 + index // columns, index % columns)
            self.buttons[value] = button

    @property
    def value(self) -> str:
        """What is chosen; empty before the first tap."""
        return self._value

    def set_value(self, value: str) -> None:
        """Light this one."""
        self._value = value
        for name, button in self.buttons.items():
            button.setChecked(name == value)

    def _tapped(self, value: str) -> None:
        self.set_value(value)
        self.chosen.emit(value)
