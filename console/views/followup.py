"""A follow-up visit: its day, five questions with a few answers each, and the visits before it."""

from __future__ import annotations

from datetime import date, timedelta

from PyQt5.QtCore import Qt, pyqtSignal
from PyQt5.QtGui import QFont
from PyQt5.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.cases import followup_log as log
from console.views.specimen_panels import ChoicePanel
from console.widgets.card import Card
from console.widgets.choice import Choice
from console.widgets.label import BigNumber, Label
from console.widgets.room import Room
from console.widgets.touch_button import HoldButton, TouchButton

REASONS = ("Typed wrong", "Seen again", "Wrong patient")
STEPS = ((-7, "−7 days"), (-1, "−1 day"), (1, "+1 day"), (7, "+7 days"))
MOST_VISITS = 3  # as many earlier visits as fit beside the form; all are in the report


class FollowUpView(QWidget):
    """`FollowUpView(room)`. Nothing is kept before it is signed: a visit is one outcome."""

    left = pyqtSignal()

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self._on: date = room.now().date()
        self._correcting: log.Visit | None = None
        self._build()
        room.case_changed.connect(self._show)
        self._show()

    # --- what it is made of ----------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        scale = self._room.scale
        body = QHBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(scale.px(22))
        left = QVBoxLayout()
        left.setSpacing(scale.space)
        head = QHBoxLayout()
        head.setSpacing(scale.space)
        self.back = TouchButton("Results", scale, icon="previous")
        self.back.setSizePolicy(self.back.sizePolicy().Fixed, self.back.sizePolicy().Fixed)
        self.back.clicked.connect(self.left)
        head.addWidget(self.back)
        head.addWidget(Label("Follow-up visit", scale, 28, QFont.Bold), 1)
        left.addLayout(head)
        grid = QGridLayout()
        grid.setSpacing(scale.space)
        self.choices: dict[str, Choice] = {}
        for row, question in enumerate(log.QUESTIONS):
            choice = Choice("", scale, tuple((answer, answer[:1].upper() + answer[1:]) for answer in question.answers))
            choice.chosen.connect(lambda _value: self._show())
            grid.addWidget(Label(question.title, scale, 20, tone="quiet"), row, 0)
            grid.addWidget(choice, row, 1)
            self.choices[question.key] = choice
        grid.setColumnStretch(1, 1)
        left.addLayout(grid)
        left.addStretch(1)
        body.addLayout(left, 16)
        body.addWidget(self._build_right(), 9)

    def _build_right(self) -> QStackedWidget:
        scale = self._room.scale
        panel = QWidget()
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space)
        card = Card("Day of the visit", scale, padding=14)
        self.day = BigNumber(scale, 40)
        self.when = Label("", scale, 18, tone="quiet")
        card.add(self.day)
        card.add(self.when)
        column.addWidget(card)
        steps = QGridLayout()
        steps.setSpacing(scale.space)
        for index, (days, words) in enumerate(STEPS):
            button = TouchButton(words, scale, size=20)
            button.clicked.connect(lambda _checked, days=days: self._move(days))
            steps.addWidget(button, index // 2, index % 2)
        column.addLayout(steps)
        self.earlier = Label("", scale, 18, tone="quiet", wrap=True)
        self.earlier.setAlignment(Qt.AlignLeft | Qt.AlignTop)
        column.addWidget(self.earlier, 1)
        self.correct = TouchButton("Correct this day's visit", scale, size=20)
        self.correct.clicked.connect(self._begin_correction)
        self.sign = HoldButton("Hold to sign", scale)
        self.sign.held.connect(self._sign)
        column.addWidget(self.correct)
        column.addWidget(self.sign)
        self.choice = ChoicePanel(scale)
        self.choice.chosen.connect(self._reason_chosen)
        self._stack = QStackedWidget()
        self._stack.addWidget(panel)
        self._stack.addWidget(self.choice)
        return self._stack

    # --- filling in ------------------------------------------------------------------------------------------------------------------

    @property
    def answers(self) -> dict[str, str]:
        """What was chosen."""
        return {key: choice.value for key, choice in self.choices.items() if choice.value}

    @property
    def _there(self) -> log.Visit | None:
        """The visit that is kept for this day."""
        file = self._room.case_file
        return next((visit for visit in log.visits(file) if visit.outcome.on == self._on), None) if file is not None else None

    def _move(self, days: int) -> None:
        file = self._room.case_file
        if file is not None:
            first = file.case.scheduled_at.date()
            self._on = min(max(self._on + timedelta(days=days), first), self._room.now().date())
            self._correcting = None
            self._show()

    def _begin_correction(self) -> None:
        visit = self._there
        if visit is not None:
            self._correcting = visit
            for key, choice in self.choices.items():
                choice.set_value(visit.answers.get(key, ""))
            self._show()

    def _sign(self) -> None:
        if self._correcting is not None:
            self.choice.ask("Why is it corrected?", (*REASONS, "Leave as signed"))
            self._stack.setCurrentWidget(self.choice)
            return
        file, on, answers = self._room.case_file, self._on, self.answers
        if file is not None:
            self._room.do(
                lambda service, session: log.add_visit(service, session, file, on, answers), lambda _visit: self._kept(), self._room.say
            )

    def _reason_chosen(self, index: int) -> None:
        self._stack.setCurrentIndex(0)
        file, visit, answers = self._room.case_file, self._correcting, self.answers
        if index >= len(REASONS) or file is None or visit is None:
            self._correcting = None
            self._show()
            return
        reason = REASONS[index]
        self._room.do(
            lambda service, session: log.correct_visit(service, session, file, visit, answers, reason),
            lambda _visit: self._kept(),
            self._room.say,
        )

    def _kept(self) -> None:
        self._correcting = None
        for choice in self.choices.values():
            choice.set_value("")
        self._show()

    # --- showing ---------------------------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        file = self._room.case_file
        if file is None:
            return
        self.day.show_value(str(log.days_after(file, self._on)), "days after the operation")
        self.when.setText(f"{self._on:%a %d %b %Y}")
        found = log.visits(file)
        lines = [f"Day {visit.day}: {_told(visit)} ({visit.outcome.by})" for visit in found[-MOST_VISITS:]]
        self.earlier.setText("\n".join(lines) if lines else "No visit was logged yet.")
        self.correct.setVisible(self._there is not None and self._correcting is None)
        self.sign.setEnabled(bool(self.answers) and (self._there is None or self._correcting is not None))


def _told(visit: log.Visit) -> str:
    """What was not as it should be, or that everything was."""
    wrong = [f"{key} {words}" for key, words in visit.answers.items() if words not in {"none", "normal"}]
    return ", ".join(wrong) if wrong else "nothing wrong"
