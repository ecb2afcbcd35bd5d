"""Today from the hospital: its lines as they came, each made a case with one tap and both identifiers; a side is never guessed."""

from __future__ import annotations

from functools import partial

from PyQt5.QtGui import QFont, QShowEvent
from PyQt5.QtWidgets import QHBoxLayout, QSizePolicy

from console.cases.model import Case, Side
from console.cases.order_log import fault_of, side_of, take_over
from console.views.hospital_rows import Line, Lines
from console.widgets.label import Label
from console.widgets.page import Page
from console.widgets.room import Room
from console.widgets.scale import Scale
from console.widgets.touch_button import TouchButton
from console.words import Typed
from devices.hospital import PlannedStep

CELLS = (("when", 110, 26), ("name", 0, 27), ("mrn", 220, 20), ("born", 200, 20), ("procedure", 0, 20), ("state", 240, 20))


class HospitalWorklist(Page):
    """HospitalWorklist(room). Asks the hospital whenever it is shown, beside everything else."""

    def __init__(self, room: Room) -> None:
        super().__init__(room.scale)
        self._room = room
        scale = room.scale
        self._steps: tuple[PlannedStep, ...] = ()
        self._taken: set[PlannedStep] = set()
        self._chosen: PlannedStep | None = None
        head = self.heading("Today from the hospital", "Asking …")
        self.refresh_button, self.close_button = TouchButton("Refresh", scale), TouchButton("Back to the worklist", scale)
        for button, work in ((self.refresh_button, self.refresh), (self.close_button, lambda: room.go("worklist"))):
            button.setSizePolicy(QSizePolicy.Fixed, QSizePolicy.Fixed)
            button.clicked.connect(lambda _checked, work=work: work())
            head.addWidget(button)
        self._lines = Lines(scale, CELLS, self._fill, self._choose)
        self.body.addWidget(self._lines, 1)
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
        self._steps = steps
        self.refresh_button.setEnabled(True)
        self.subtitle.setText(f"{len(steps)} {'line' if len(steps) == 1 else 'lines'}, {self._room.now():%H:%M}")
        self.sentence.setText("Tap a line, then the breast." if steps else "The hospital has planned nothing for today.")
        self._lines.show_all(steps)
        self._choose(None)

    def _not_had(self, sentence: str) -> None:
        self.refresh_button.setEnabled(True)
        self.subtitle.setText("Not available")
        self.sentence.setText(f"{sentence} What is on this console's worklist is not affected.")

    @property
    def rows(self) -> list[Line]:
        """The lines of this page."""
        return self._lines.rows

    def _fill(self, row: Line, step: PlannedStep) -> None:
        taken = step in self._taken  # its case was made, or found, just now
        state = "✓ on the worklist" if taken else "cannot be taken" if fault_of(step) else "check the name" if step.doubtful else ""
        words = {
            "when": f"{step.scheduled_at:%H:%M}" if step.scheduled_at else "–",
            "name": Typed(f"{step.family_name.upper()}, {step.given_name}".strip(", ") or "–"),
            "mrn": f"MRN {step.patient_id or '–'}", "born": f"{step.birth_date:%d.%m.%Y}" if step.birth_date else "no birth date",
            "procedure": Typed(step.procedure or step.step or "–"), "state": state,
        }  # fmt: skip
        row.show_words(words, Typed(f"{words['when']} {words['name']}"))
        row.cells["state"].set_tone("clear" if taken else "close")

    # --- what it does ------------------------------------------------------------------------------------------------------------------

    def _choose(self, step: PlannedStep | None) -> None:
        """A line was tapped: offer the breast that the hospital states, or both."""
        self._chosen = step
        stated = side_of(step) if step is not None else None
        for side, button in self.sides.items():
            button.setVisible(step is not None and not fault_of(step) and stated in {None, side})
        if step is not None:
            self.sentence.setText(fault_of(step) or self._question(step, stated))
        self._lines.choose(step)

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

    def _foot(self, scale: Scale) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(scale.space)
        self.sides = {side: TouchButton(f"{side.value.capitalize()} breast", scale, "primary") for side in Side}
        for side, button in self.sides.items():
            button.setMinimumHeight(max(scale.finger, scale.px(96)))
            button.clicked.connect(lambda _checked, side=side: self._take(side))
            row.addWidget(button, 1)
        row.addStretch(1)
        self._lines.add_turning(row)
        self.next_page = self._lines.next_page
        return row
