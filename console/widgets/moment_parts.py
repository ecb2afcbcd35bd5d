"""What the screen of moments is made of: a clock, a logged moment, and the panel on which its time is put right."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PyQt5.QtCore import pyqtSignal
from PyQt5.QtGui import QFont
from PyQt5.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.cases import course
from console.cases.model import Event
from console.widgets.card import Card, TapCard
from console.widgets.label import BigNumber, ElidedLabel, Label
from console.widgets.scale import Scale
from console.widgets.touch_button import HoldButton, TouchButton
from console.words import Typed, said

STEPS = (("− 10 min", -10), ("− 1 min", -1), ("+ 1 min", 1), ("+ 10 min", 10))


class ClockCard(Card):
    """One running or finished clock."""

    def __init__(self, scale: Scale) -> None:
        super().__init__("", scale, padding=12)
        self.name, self.note = Label("", scale, 17, QFont.Medium, "quiet"), ElidedLabel("", scale, 16, tone="quiet")
        self.time = BigNumber(scale, 34)
        row = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        for part in (self.name, self.note):
            words.addWidget(part)
        row.addLayout(words, 1)
        row.addWidget(self.time)
        self.add(row)

    def show_clock(self, clock: course.Clock) -> None:
        """Its name, how long, and whether it still runs."""
        self.name.setText(clock.name + (", running" if clock.running else ""))
        self.note.set_full(clock.note)
        self.time.show_value(clock.words, tone="text" if clock.span is not None else "close")


class MomentRow(TapCard):
    """A logged moment: a tap opens it."""

    def __init__(self, event: Event, now: datetime, scale: Scale) -> None:
        super().__init__(scale)
        self.setFixedHeight(scale.finger)
        at = event.at.astimezone(now.tzinfo)
        self.setAccessibleName(Typed(f"{said(course.title(event))} {at:%H:%M}"))
        self.add(Label(f"{at:%H:%M}", scale, 24, QFont.DemiBold))
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(ElidedLabel(course.title(event), scale, 20, QFont.Medium))
        corrected = f", corrected: {event.reason.lower()}" if event.reason else ""
        column.addWidget(ElidedLabel(f"{event.by}{corrected}" if corrected else Typed(event.by), scale, 16, tone="quiet"))
        self.add(words, 1)


class EditPanel(QWidget):
    """One moment, its time by taps, and why. `moved` carries the new time and the reason; `retracted` and `left` say what they say."""

    moved = pyqtSignal(object, str)
    retracted = pyqtSignal()
    left = pyqtSignal()

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._event: Event | None = None
        self._at: datetime | None = None
        space = max(scale.space, scale.px(12))
        self.title = Label("", scale, 22, QFont.DemiBold)
        self.time = BigNumber(scale, 50)
        head = Card("", scale, padding=14)
        row = QHBoxLayout()
        row.addWidget(self.title, 1)
        row.addWidget(self.time)
        head.add(row)
        grid = QGridLayout()
        grid.setSpacing(space)
        for column, (words, minutes) in enumerate(STEPS):
            step = TouchButton(words, scale, "key", size=20)
            step.clicked.connect(lambda _checked, minutes=minutes: self._step(minutes))
            grid.addWidget(step, 0, column)
        self.reasons = [TouchButton(reason, scale, "primary", size=20) for reason in course.REASONS]
        for index, button in enumerate(self.reasons):
            button.clicked.connect(lambda _checked, index=index: self._save(course.REASONS[index]))
            grid.addWidget(button, 2 + index // 2, 2 * (index % 2), 1, 2)
        grid.addWidget(Label("Save the new time, because:", scale, 18, tone="quiet"), 1, 0, 1, 4)
        self.never = HoldButton("It never was: hold", scale, "danger", size=20)
        self.leave = TouchButton("Leave as it is", scale, size=20)
        grid.addWidget(self.never, 4, 0, 1, 2)
        grid.addWidget(self.leave, 4, 2, 1, 2)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(space)
        body.addWidget(head)
        body.addLayout(grid)
        body.addStretch(1)
        self.never.held.connect(self.retracted)
        self.leave.clicked.connect(self.left)

    def show_event(self, event: Event, now: datetime) -> None:
        """Open this one."""
        self._event, self._at = event, event.at.astimezone(now.tzinfo)
        self.title.setText(course.title(event))
        self._show()

    def _step(self, minutes: int) -> None:
        if self._at is not None:  # by instants: a step across the change of summer time is still a minute
            self._at = (self._at.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(self._at.tzinfo)
            self._show()

    def _show(self) -> None:
        assert self._at is not None
        assert self._event is not None
        self.time.show_value(f"{self._at:%H:%M}")
        for button in self.reasons:
            button.setEnabled(self._at.astimezone(UTC) != self._event.at.astimezone(UTC))

    def _save(self, reason: str) -> None:
        self.moved.emit(self._at, reason)
