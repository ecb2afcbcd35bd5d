"""The second identifier: a case opens only for somebody who has the patient's wristband or birth date, not for a finger that slipped a row."""

from __future__ import annotations

from datetime import date

from PyQt5.QtCore import Qt, pyqtSignal
from PyQt5.QtGui import QFont
from PyQt5.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.cases.model import CaseFile, CaseSummary, Session
from console.cases.service import CaseService
from console.widgets.card import Card
from console.widgets.keypad import Keypad
from console.widgets.label import FittedLabel, Label
from console.widgets.page import Page
from console.widgets.room import Room
from console.widgets.scale import Scale
from console.widgets.touch_button import TouchButton
from console.words import Typed

DIGITS = 8
PATTERN = "DDMMYYYY"


def parse_date(digits: str) -> date | None:
    """«14031971» as a day; None where there is no such day."""
    if len(digits) != DIGITS or not digits.isascii() or not digits.isdigit():
        return None
    try:
        return date(int(digits[4:]), int(digits[2:4]), int(digits[:2]))
    except ValueError:
        return None


def dotted(digits: str) -> str:
    """What is entered so far, over the pattern: «14.03.YYYY»."""
    shown = digits + PATTERN[len(digits) :]
    return f"{shown[:2]}.{shown[2:4]}.{shown[4:]}"


class Identify(Page):
    """Identify(room, case). `opened` carries the CaseFile; `cancelled` goes back to the worklist; `take_scan` is for a scanned wristband.

    A wrong identifier gets one sentence, and the person may try again; the service audits each attempt.
    """

    opened = pyqtSignal(object)
    cancelled = pyqtSignal()

    def __init__(self, room: Room, case: CaseSummary) -> None:
        super().__init__(room.scale)
        self._room, self._case, self._digits = room, case, ""
        scale = room.scale
        head = self.heading("Is this the patient?", "Scan the wristband, or enter the birth date")
        self.cancel_button = TouchButton("Back to the worklist", scale)
        self.cancel_button.setSizePolicy(QSizePolicy.Fixed, QSizePolicy.Fixed)
        self.cancel_button.clicked.connect(self.cancelled)
        head.addWidget(self.cancel_button)
        row = QHBoxLayout()
        row.setSpacing(scale.px(28))
        row.addWidget(self._who(scale), 1)
        row.addWidget(self._entry(scale))
        self.body.addLayout(row, 1)
        self._show()
        self.keypad.setFocus(Qt.OtherFocusReason)

    def take_scan(self, text: str) -> None:
        """The wristband carries the MRN."""
        self._open(text.strip())

    def _who(self, scale: Scale) -> Card:
        case, patient = self._case, self._case.patient
        card = Card("The row that was tapped", scale, padding=34)
        name = FittedLabel(Typed(patient.name), scale, 44, QFont.Bold)
        name.setMinimumHeight(scale.px(130))
        card.add(name)
        facts = (
            ("Side", f"{case.side.value.capitalize()} breast"),
            ("MRN", patient.mrn),
            ("Planned", f"{case.scheduled_at:%H:%M}, {case.scheduled_at.day} {case.scheduled_at:%B %Y}"),
            ("Surgeon", case.surgeon or "not entered"),
        )
        for caption, words in facts:
            card.add(Label(caption, scale, 17, tone="quiet"))
            value = FittedLabel(words, scale, 26, QFont.Medium)
            value.setMinimumHeight(scale.px(44))
            card.add(value)
        card.body.addStretch(1)
        return card

    def _entry(self, scale: Scale) -> QWidget:
        entry = QWidget()
        entry.setFixedWidth(max(scale.px(520), 3 * scale.finger + 2 * scale.space))
        column = QVBoxLayout(entry)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(max(scale.space, scale.px(12)))
        display = Card("Birth date", scale, padding=16)
        self.date = Label("", scale, 44, QFont.Bold)
        display.add(self.date)
        self.keypad = Keypad(scale, decimal=False, navigation=False)
        self.open_button = TouchButton("Open case", scale, "primary", icon="check")
        self.sentence = Label("", scale, 20, tone="close", wrap=True)
        self.sentence.setFixedHeight(self.sentence.fontMetrics().lineSpacing() * 2 + 2)
        for part in (display, self.keypad, self.open_button, self.sentence):
            column.addWidget(part)
        column.addStretch(1)
        self.keypad.digit.connect(self._add)
        self.keypad.erased.connect(self._erase)
        self.keypad.confirmed.connect(self._enter)
        self.open_button.clicked.connect(self._enter)
        return entry

    def _add(self, digit: str) -> None:
        if len(self._digits) < DIGITS:
            self._digits += digit
            self.sentence.setText("")
            self._show()

    def _erase(self) -> None:
        self._digits = self._digits[:-1]
        self._show()

    def _enter(self) -> None:
        day = parse_date(self._digits)
        if day is None:
            self._wrong("That is not a date: day, month and year, eight digits.")
        else:
            self._open(day.isoformat())

    def _open(self, identifier: str) -> None:
        case_id = self._case.id
        self.open_button.setEnabled(False)

        def work(service: CaseService, session: Session) -> CaseFile:
            return service.open_case(session, case_id, identifier)

        self._room.do(work, self._opened, self._wrong)

    def _opened(self, file: CaseFile) -> None:
        self.opened.emit(file)

    def _wrong(self, sentence: str) -> None:
        self._digits = ""
        self._show()
        self.sentence.setText(sentence)

    def _show(self) -> None:
        self.date.setText(dotted(self._digits))
        self.date.set_tone("text" if self._digits else "quiet")
        self.open_button.setEnabled(len(self._digits) == DIGITS)
