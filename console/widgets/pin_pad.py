"""The PIN is tapped as dots: nobody reads it over a shoulder, and it is forgotten as soon as it was handed on."""

from __future__ import annotations

from PyQt5.QtCore import Qt, pyqtSignal
from PyQt5.QtGui import QFont
from PyQt5.QtWidgets import QVBoxLayout, QWidget

from console.widgets.keypad import Keypad
from console.widgets.label import Label
from console.widgets.scale import Scale
from console.widgets.touch_button import TouchButton

LEAST, MOST = 4, 12


class PinPad(QWidget):
    """Prompt, dots, digits, and the button that hands the PIN over by `entered`."""

    entered = pyqtSignal(str)

    def __init__(self, scale: Scale, prompt: str, action: str) -> None:
        super().__init__()
        self._pin = ""
        self.prompt = Label(prompt, scale, 24, QFont.DemiBold)
        self.sentence = Label("", scale, 18, tone="close", wrap=True)
        self.sentence.setFixedHeight(self.sentence.fontMetrics().lineSpacing() * 2 + 2)
        self.dots = Label("", scale, 40, QFont.Bold)
        self.dots.setAlignment(Qt.AlignCenter)
        self.dots.setFixedHeight(self.dots.fontMetrics().lineSpacing())
        self.keypad = Keypad(scale, decimal=False, navigation=False)
        self.action = TouchButton(action, scale, "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space)
        for part in (self.prompt, self.dots, self.keypad, self.action, self.sentence):
            column.addWidget(part)
        column.addStretch(1)
        self.keypad.digit.connect(self._add)
        self.keypad.erased.connect(self._erase)
        self.keypad.confirmed.connect(self._hand_over)
        self.action.clicked.connect(self._hand_over)
        self.ask(prompt)

    def ask(self, prompt: str, sentence: str = "") -> None:
        """Begin anew, with what went wrong before in one sentence."""
        self._pin = ""
        self.prompt.setText(prompt)
        self.sentence.setText(sentence)
        self._show()

    def _add(self, digit: str) -> None:
        if len(self._pin) < MOST:
            self._pin += digit
            self._show()

    def _erase(self) -> None:
        self._pin = self._pin[:-1]
        self._show()

    def _hand_over(self) -> None:
        if len(self._pin) < LEAST:
            return
        pin, self._pin = self._pin, ""
        self._show()
        self.action.setEnabled(False)
        self.sentence.setText("")
        self.entered.emit(pin)

    def _show(self) -> None:
        self.dots.setText("●" * len(self._pin) if self._pin else "–")
        self.dots.set_tone("text" if self._pin else "quiet")
        self.action.setEnabled(len(self._pin) >= LEAST)
