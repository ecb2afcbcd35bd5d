"""Today from the hospital: its lines as they came, each made a case with one tap and both identifiers; a side is never guessed."""

from __future__ import annotations

from functools import partial

from PyQt5.QtCore import pyqtSignal
from PyQt5.QtGui import QFont, QShowEvent
from PyQt5.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from console.cases.model import Case, Side
from console.cases.order_log import fault_of, side_of, take_over
from console.views.worklist import RowArea, row_height
from console.widgets.card import TapCard
from console.widgets.label import FittedLabel, Label
from console.widgets.page import Page
from console.widgets.room import Room
from console.widgets.scale import Scale
from console.widgets.touch_button import TouchButton
from devices.hospital import PlannedStep

CELLS = (("when", 110, 26), ("name", 0, 27), ("mrn", 220, 20), ("born", 200, 20), ("procedure", 0, 20), ("state", 240, 20))


class StepRow(TapCard):
    """One line of the hospital's list."""

    def __init__(self, scale: Scale) -> None:
        super().__init__(scale)
        self.setFixedHeight(row_height(scale))
        self.setCheckable(True)
        self.step: PlannedStep | None = None
        self.cells: dict[str, FittedLabel] = {}
        for name, width, size in CELLS:
            cell = FittedLabel("", scale, size, QFont.DemiBold if size > 20 else QFont.Normal, "text" if size > 20 else "quiet")
            if width:
                cell.setSizePolicy(QSizePolicy.Fixed, QSizePolicy.Ignored)
                cell.setFixedWidth(scale.px(width))
            self.add(cell, 0 if width else 1)
            self.cells[name] = cell

    def show_step(self, step: PlannedStep, taken: bool) -> None:
        """Put this line on the row; `taken`: its case was made, or found, just now."""
        self.step = step
        state = "✓ on the worklist" if taken else "cannot be taken" if fault_of(step) else "check the name" if step.doubtful else ""
        words = {
            "when": f"{step.scheduled_at:%H:%M}" if step.scheduled_at else "–",
            "name": f"{step.family_name.upper()}, {step.given_name}".strip(", ") or "–",
            "mrn": f"MRN {step.patient_id or '–'}", "born": f"{step.birth_date:%d.%m.%Y}" if step.birth_date else "no birth date",
            "procedure": step.procedure or step.step or "–", "state": state,
        }  # fmt: skip
        for name, text in words.items():
            self.cells[name].set_whole(text)
        self.cells["state"].set_tone("clear" if taken else "close")
        self.setAccessibleName(f"{words['when']} {words['name']}")


class HospitalWorklist(Page):
    """HospitalWorklist(room). `closed` goes back. Asks the hospital whenever it is shown, beside everything else."""

    closed = pyqtSignal()

    def __init__(self, room: Room) -> None:
        super().__init__(room.scale)
        self._room = room
        scale = room.scale
        self._steps: tuple[PlannedStep, ...] = ()
        self._taken: set[PlannedStep] = set()
        self._first = 0
        self._chosen: PlannedStep | None = None
        self.rows: list[StepRow] = []
        head = self.heading("Today from the hospital", "Asking …")
        self.refresh_button, self.close_button = TouchButton("Refresh", scale), TouchButton("Back to the worklist", scale)
        for button, work in ((self.refresh_button, self.refresh), (self.close_button, self.closed.emit)):
            button.setSizePolicy(QSizePolicy.Fixed, QSizePolicy.Fixed)
            button.clicked.connect(lambda _checked, work=work: work())
            head.addWidget(button)
        self._area = RowArea(self._make_rows)
        self._stack = QVBoxLayout(self._area)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(scale.space)
        self._stack.addStretch(1)
        self.body.addWidget(self._area, 1)
        self.sentence = Label("", scale, 22, QFont.Medium, wrap=True)
        self.body.addWidget(self.sentence)
        self.body.addLayout(self._foot(scale))
        self._choose(None)

    def refresh(self) -> None:
        """Ask anew."""
        hospital = self._room.hospital
        if hospital is None:
            self._not_had("This console has no connection to a hospital.")
            return
        self.refresh_button.setEnabled(False)
        self.subtitle.setText("Asking …")
        self._room.do_outside(lambda _service, session: hospital.planned_today(session), self._show_steps, self._not_had)

    def showEvent(self, event: QShowEvent | None) -> None:
        """It may have changed since."""
        super().showEvent(event)
        self.refresh()

    # --- what it shows -----------------------------------------------------------------------------------------------------------------

    def _show_steps(self, steps: tuple[PlannedStep, ...]) -> None:
        self._steps, self._first = steps, 0
        self.refresh_button.setEnabled(True)
        self.subtitle.setText(f"{len(steps)} {'line' if len(steps) == 1 else 'lines'}, {self._room.now():%H:%M}")
        self.sentence.setText("Tap a line, then the breast." if steps else "The hospital has planned nothing for today.")
        self._choose(None)

    def _not_had(self, sentence: str) -> None:
        self.refresh_button.setEnabled(True)
        self.subtitle.setText("Not available")
        self.sentence.setText(f"{sentence} What is on this console's worklist is not affected.")

    def _refill(self) -> None:
        shown = self._steps[self._first : self._first + len(self.rows)]
        for index, row in enumerate(self.rows):
            row.setVisible(index < len(shown))
            if index < len(shown):
                row.show_step(shown[index], shown[index] in self._taken)
                row.setChecked(shown[index] is self._chosen)
        self.previous_page.setVisible(self._first > 0)
        self.next_page.setVisible(self._first + len(self.rows) < len(self._steps))

    def _make_rows(self) -> None:
        scale = self._room.scale
        wanted = max(1, (self._area.height() + scale.space) // (row_height(scale) + scale.space))
        while len(self.rows) > wanted:
            row = self.rows.pop()
            self._stack.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.rows) < wanted:
            row = StepRow(scale)
            row.clicked.connect(lambda _checked, row=row: self._choose(row.step))
            self._stack.insertWidget(len(self.rows), row)
            self.rows.append(row)
        self._refill()

    # --- what it does ------------------------------------------------------------------------------------------------------------------

    def _choose(self, step: PlannedStep | None) -> None:
        """A line was tapped: offer the breast that the hospital states, or both."""
        self._chosen = step
        stated = side_of(step) if step is not None else None
        for side, button in self.sides.items():
            button.setVisible(step is not None and not fault_of(step) and stated in {None, side})
        if step is not None:
            self.sentence.setText(fault_of(step) or self._question(step, stated))
        self._refill()

    @staticmethod
    def _question(step: PlannedStep, stated: Side | None) -> str:
        doubt = " The list does not say in which script the name is written: compare it with the wristband." if step.doubtful else ""
        side = (
            "The hospital states the breast."
            if stated
            else f"The hospital does not state the breast. It says: {step.procedure or 'nothing'}."
        )
        return f"{side} Tap it to put the case on this console's worklist.{doubt}"

    def _take(self, side: Side) -> None:
        step, now = self._chosen, self._room.now()
        if step is not None:
            self._room.do(
                lambda service, session: take_over(service, session, step, side, now), partial(self._took, step), self.sentence.setText
            )

    def _took(self, step: PlannedStep, case: Case) -> None:
        self._taken.add(step)
        self._choose(None)
        self.sentence.setText(f"{case.patient.name}, {case.side.value} breast, is on the worklist.")

    def _turn(self, forward: bool) -> None:
        self._first = max(0, self._first + (len(self.rows) if forward else -len(self.rows)))
        self._choose(None)

    def _foot(self, scale: Scale) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(scale.space)
        self.sides = {side: TouchButton(f"{side.value.capitalize()} breast", scale, "primary") for side in Side}
        self.previous_page, self.next_page = TouchButton("Earlier", scale, icon="previous"), TouchButton("Later", scale, icon="next")
        for side, button in self.sides.items():
            button.setMinimumHeight(max(scale.finger, scale.px(96)))
            button.clicked.connect(lambda _checked, side=side: self._take(side))
            row.addWidget(button, 1)
        row.addStretch(1)
        for button, forward in ((self.previous_page, False), (self.next_page, True)):
            button.clicked.connect(lambda _checked, forward=forward: self._turn(forward))
            button.setSizePolicy(QSizePolicy.Fixed, QSizePolicy.Fixed)
            button.hide()
            row.addWidget(button)
        return row
