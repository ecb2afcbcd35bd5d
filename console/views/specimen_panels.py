"""The right-hand column of the specimen screen: the keypad, or one question with its answers, or who signed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PyQt5.QtCore import Qt, pyqtSignal
from PyQt5.QtGui import QFont
from PyQt5.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.cases.model import Reading
from console.widgets.card import Card
from console.widgets.keypad import Keypad
from console.widgets.label import BigNumber, Label
from console.widgets.scale import Scale
from console.widgets.touch_button import HoldButton, TouchButton
from console.words import Typed

BARS = 190  # design pixels that the shell's bars and margins take
MANY = 6  # answers that no longer fit above one another
ROWS_STACKED = 7  # four rows of digits, Back and Next, Undo, Sign


def button_height(scale: Scale) -> int:
    """As high as a key of the keypad."""
    return max(scale.finger, scale.px(80))


class KeypadPanel(QWidget):
    """What is being typed, the keys, Undo, and Sign: held, because a signature cannot be taken back."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        space = max(scale.space, scale.px(12))
        self.title = Label("", scale, 17, QFont.Medium, "quiet", wrap=True)
        self.number = BigNumber(scale, 46)
        # Always there, beside every number: which unit is being typed. A tap switches it.
        self.unit = TouchButton("in mm", scale, "key", size=20)
        self.unit.setFixedWidth(max(scale.finger, scale.px(96)))
        display = Card("", scale, padding=2)
        row = QHBoxLayout()
        row.setSpacing(scale.px(8))
        row.addSpacing(scale.px(8))
        row.addWidget(self.title, 1)
        row.addWidget(self.number, 0, Qt.AlignRight | Qt.AlignVCenter)
        row.addWidget(self.unit)
        display.add(row)
        self.keypad = Keypad(scale)
        self.undo = TouchButton("Undo last entry", scale)
        self.sign = HoldButton("Hold to sign", scale)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(space)
        body.addWidget(display)
        body.addWidget(self.keypad)
        body.addLayout(self._last_rows(scale, space))
        body.addStretch(1)

    def _last_rows(self, scale: Scale, space: int) -> QBoxLayout:
        """Undo above Sign; side by side where twenty millimetres each would not fit above one another."""
        height = button_height(scale)
        stacked = ROWS_STACKED * (height + space) + scale.px(86 + BARS) <= scale.px(1080)
        rows: QBoxLayout = QVBoxLayout() if stacked else QHBoxLayout()
        rows.setSpacing(space)
        if not stacked:
            self.undo.setText("Undo")
        for button in (self.undo, self.sign):
            button.setMinimumHeight(height)
            rows.addWidget(button)
        return rows

    def say(self, words: str, *, wrong: bool = False) -> None:
        """The field's name, or why its number cannot be."""
        self.title.setText(words)
        self.title.set_tone("close" if wrong else "quiet")


class ChoicePanel(QWidget):
    """One question and a few buttons, in the place of the keypad; nothing covers the numbers that it is about. Many stand in two columns."""

    chosen = pyqtSignal(int)

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._scale = scale
        self.question = Label("", scale, 30, QFont.DemiBold, wrap=True)
        self.buttons: list[TouchButton] = []
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(max(scale.space, scale.px(12)))
        card = Card("", scale)
        card.add(self.question)
        self._answers = QGridLayout()
        self._answers.setSpacing(max(scale.space, scale.px(12)))
        self._body.addWidget(card)
        self._body.addLayout(self._answers)
        self._body.addStretch(1)

    def ask(self, question: str, answers: Sequence[str], *, expected: bool = True) -> None:
        """Show a question; the first answer is lit where it is the one we would expect."""
        self.question.setText(question)
        for button in self.buttons:
            self._answers.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [
            TouchButton(words, self._scale, "primary" if index == 0 and expected else "plain") for index, words in enumerate(answers)
        ]
        columns = 1 if len(answers) < MANY else 2
        for index, button in enumerate(self.buttons):
            button.setMinimumHeight(button_height(self._scale))
            button.clicked.connect(lambda _checked=False, index=index: self.chosen.emit(index))
            self._answers.addWidget(button, index // columns, index % columns)


class SignedPanel(QWidget):
    """Who signed and when; from here one goes on to the margins, or corrects."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self.words = Label("", scale, 24, QFont.DemiBold, wrap=True)
        self.detail = Label("", scale, 18, tone="quiet", wrap=True)
        self.margins = TouchButton("Margins", scale, "primary", icon="margins")
        self.correct = TouchButton("Correct", scale)
        card = Card("Signed", scale)
        card.add(self.words)
        card.add(self.detail)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(max(scale.space, scale.px(12)))
        body.addWidget(card)
        for button in (self.margins, self.correct):
            button.setMinimumHeight(button_height(scale))
            body.addWidget(button)
        body.addStretch(1)

    def show_reading(self, reading: Reading, now: datetime) -> None:
        """Who signed it and when; how often it was put right is in the report."""
        moment = reading.taken_at.astimezone(now.tzinfo)
        self.words.setText(Typed(f"{reading.by}, {moment:%H:%M}"))
        corrected = f"Correction: {reading.reason.lower()}." if reading.supersedes else "As measured."
        self.detail.setText(f"{moment:%d %b %Y}. {corrected} A later change is a correction with its reason.")
