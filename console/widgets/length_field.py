"""One field of the specimen form: its name, its number, and whether that number is on disk."""

from __future__ import annotations

from PyQt5.QtCore import pyqtSignal
from PyQt5.QtGui import QFont, QMouseEvent
from PyQt5.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from console.widgets import theme
from console.widgets.label import BigNumber, Label
from console.widgets.scale import Scale


class LengthField(QFrame):
    """A field to tap: at least 20 mm high, lit while it is active."""

    tapped = pyqtSignal()

    def __init__(self, title: str, scale: Scale) -> None:
        super().__init__()
        self.setProperty("role", "field")
        self.setMinimumHeight(max(scale.finger, scale.px(88)))
        self.setMinimumWidth(scale.target)
        self.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Expanding)
        self._mark = Label("", scale, 16, QFont.Medium, "quiet")
        head = QHBoxLayout()
        head.setSpacing(scale.px(6))
        head.addWidget(Label(title, scale, 17, tone="quiet"), 1)
        head.addWidget(self._mark)
        self._number = BigNumber(scale, 34)
        body = QVBoxLayout(self)
        body.setContentsMargins(scale.px(18), scale.px(6), scale.px(14), scale.px(6))
        body.setSpacing(0)
        body.addLayout(head)
        body.addWidget(self._number)

    @property
    def number(self) -> str:
        """What is shown."""
        return self._number.number

    @property
    def mark(self) -> str:
        """«saved», «saving…», «typing», or nothing."""
        return self._mark.text()

    def show_state(self, number: str, mark: str, *, active: bool, wrong: bool = False, unit: str = "mm") -> None:
        """The number, its mark, and whether the field is lit or in doubt."""
        self._number.show_value(number, unit if number != "–" else "", "text" if number != "–" else "faint")
        self._mark.setText(mark)
        self._mark.set_tone("good" if mark.endswith("saved") else "quiet")
        if (self.property("active"), self.property("wrong")) != (active, wrong):
            theme.mark(self, active=active, wrong=wrong)

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        """A tap, unless the finger slid off."""
        if event is not None and self.rect().contains(event.pos()):
            self.tapped.emit()
