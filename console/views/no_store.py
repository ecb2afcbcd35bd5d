"""What the console shows when its store cannot be opened: why, in one sentence, and a way to try again. A kiosk has no terminal to read."""

from __future__ import annotations

from PyQt5.QtCore import pyqtSignal
from PyQt5.QtWidgets import QHBoxLayout, QSizePolicy

from console.widgets import theme
from console.widgets.card import Card
from console.widgets.label import Label
from console.widgets.page import Page
from console.widgets.scale import Scale
from console.widgets.touch_button import TouchButton


class NoStore(Page):
    """NoStore(sentence, scale). `again` tries once more, `closed` ends the console."""

    again = pyqtSignal()
    closed = pyqtSignal()

    def __init__(self, sentence: str, scale: Scale) -> None:
        super().__init__(scale)
        self.setStyleSheet(theme.stylesheet(scale))
        self.setWindowTitle("Rimlight")
        self.heading("The cases cannot be opened", "Nothing was changed.")
        why = Card("Why", scale, padding=34)
        self.sentence = Label(sentence, scale, 28, wrap=True)
        why.add(self.sentence)
        self.body.addWidget(why)
        self.body.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(max(scale.gap, scale.px(16)))
        self.close_button, self.again_button = TouchButton("Close", scale), TouchButton("Try again", scale, "primary")
        for button, signal in ((self.close_button, self.closed), (self.again_button, self.again)):
            button.setMinimumHeight(max(scale.target, scale.px(110)))
            button.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Fixed)
            button.clicked.connect(signal)
            row.addWidget(button)
        self.body.addLayout(row)
