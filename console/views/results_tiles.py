"""The tiles of the results screen: one an examination with what is known of it, and one a field of a form."""

from __future__ import annotations

from PyQt5.QtCore import Qt, pyqtSignal
from PyQt5.QtGui import QFont
from PyQt5.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.widgets.card import TapCard
from console.widgets.label import FittedLabel, Label
from console.widgets.scale import Scale
from console.widgets.touch_button import TouchButton


class Tile(TapCard):
    """A quiet title over what it holds; a tap anywhere on it. Words that are too long become smaller, never cut."""

    def __init__(self, title: str, scale: Scale, *, size: float = 22, height: float = 96) -> None:
        super().__init__(scale)
        self.setCheckable(True)
        self.setAccessibleName(title)
        self.setFixedHeight(max(scale.finger, scale.px(height)))
        self.row.setContentsMargins(scale.px(18), scale.px(10), scale.px(12), scale.px(10))
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.title = Label(title, scale, 17, tone="quiet")
        self.value = FittedLabel("", scale, size, QFont.DemiBold)
        self.value.setAlignment(Qt.AlignLeft | Qt.AlignVCenter)
        column.addWidget(self.title)
        column.addWidget(self.value, 1)
        self.add(words, 1)

    def show_value(self, words: str, tone: str = "text") -> None:
        """What it holds."""
        self.value.set_whole(words)
        self.value.set_tone(tone)


class ExaminationTile(QWidget):
    """One examination: tap it to log its result; beside it, where the specimen is sent away, the button that says so."""

    opened = pyqtSignal()
    sent = pyqtSignal()

    def __init__(self, title: str, scale: Scale, *, waits: bool) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Fixed)
        self.tile = Tile(title, scale, size=22, height=150)
        self.tile.setCheckable(False)
        self.tile.clicked.connect(self.opened)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scale.space)
        row.addWidget(self.tile, 1)
        self.send = TouchButton("Sent", scale, size=20)
        self.send.setAccessibleName(f"{title} sent")
        self.send.setSizePolicy(QSizePolicy.Fixed, QSizePolicy.Fixed)
        self.send.setFixedHeight(self.tile.height())
        self.send.clicked.connect(self.sent)
        self.send.setVisible(waits)
        if waits:
            row.addWidget(self.send)

    def show_state(self, words: str, tone: str, *, can_send: bool) -> None:
        """«not logged», «waiting since …», «signed …»."""
        self.tile.show_value(words, tone)
        self.send.setEnabled(can_send)
