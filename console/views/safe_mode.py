"""What the console shows after it ended unexpectedly three times: cases can be read, devices are off, and there is a way back."""

from __future__ import annotations

from PyQt5.QtCore import pyqtSignal
from PyQt5.QtWidgets import QHBoxLayout, QSizePolicy

from console.widgets.card import Card
from console.widgets.label import Label
from console.widgets.page import Page
from console.widgets.room import Room
from console.widgets.touch_button import HoldButton, TouchButton

NOTICE = "Safe mode: cases can be read, devices are off."


class SafeMode(Page):
    """SafeMode(room). `read_cases` goes on in safe mode; `leave` (held) restarts in the normal way. `NOTICE` is the sentence to keep on screen."""

    read_cases = pyqtSignal()
    leave = pyqtSignal()

    def __init__(self, room: Room) -> None:
        super().__init__(room.scale)
        scale = room.scale
        self.heading("Safe mode", "Rimlight ended unexpectedly three times in five minutes, so it has started with as little as possible.")
        cards = QHBoxLayout()
        cards.setSpacing(max(scale.space, scale.px(22)))
        for title, words in (
            ("What is safe", "Everything that was shown as saved is in the store. Nothing was lost."),
            ("What works", "Cases can be found, opened and read, and reports can be looked at."),
            ("What is off", "Camera, VNA, scanner and PACS are not touched. Numbers can still be entered by hand."),
        ):
            card = Card(title, scale, padding=28)
            card.add(Label(words, scale, 24, wrap=True))
            card.body.addStretch(1)
            cards.addWidget(card, 1)
        self.body.addLayout(cards)
        how = Card("How to leave it", scale, padding=28)
        words = "Unplug the device that was in use last, then hold the button. If it comes back to this, go on without that device; the log says why."
        how.add(Label(words, scale, 22, wrap=True))
        self.body.addWidget(how)
        self.body.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(max(scale.space, scale.px(16)))
        self.leave_button = HoldButton("Hold to start normally", scale, "plain", icon="undo")
        self.read_button = TouchButton("Read cases", scale, "primary", icon="worklist")
        for button in (self.leave_button, self.read_button):
            button.setMinimumHeight(max(scale.finger, scale.px(110)))
            button.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Fixed)
            row.addWidget(button)
        self.body.addLayout(row)
        self.read_button.clicked.connect(self.read_cases)
        self.leave_button.held.connect(self.leave)
