"""The order of evidence as one quiet card: what is due, what is waited for, what was skipped and why. It tells; it forces nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PyQt5.QtCore import QTimer, pyqtSignal
from PyQt5.QtWidgets import QHBoxLayout, QWidget

from algorithms.margins.model import Evidence
from algorithms.pathway.model import Pathway, Step
from algorithms.pathway.progress import Progress, State
from console.cases import pathway_log
from console.cases.model import CaseFile
from console.widgets.card import Card
from console.widgets.label import Label
from console.widgets.room import Room
from console.widgets.touch_button import TouchButton

LOOK_AGAIN_MS = 20_000  # the minutes of waiting go on
GLYPHS = {
    State.DONE: "✓", State.WAITING: "…", State.DUE: "▸", State.LATER: "·", State.SKIPPED: "–", State.NOT_CALLED_FOR: "○", State.PASSED_OVER: "!",
}  # fmt: skip


class PathwayLine(QWidget):
    """`PathwayLine(room, evidence)`: one sentence, kept up to date; empty before there is a case. `progress` is what it says it from."""

    changed = pyqtSignal()

    def __init__(self, room: Room, evidence: Callable[[CaseFile], tuple[Evidence, ...]]) -> None:
        super().__init__()
        self._room, self._evidence = room, evidence
        self.available: tuple[Pathway, ...] = ()
        self.progress: Progress | None = None
        self.words = Label("", room.scale, 18, tone="quiet", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_AGAIN_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        room.case_changed.connect(self.look)
        if room.session is not None:
            room.do(lambda service, _session: pathway_log.available(service), self._read)

    def _read(self, found: tuple[Sequence[Pathway], Sequence[str]]) -> None:
        """The orders that this console knows; a department's file that cannot be read is said, and the rest works."""
        self.available = tuple(found[0])
        for trouble in found[1]:
            self._room.say(trouble)
        self.look()

    def look(self) -> None:
        """Derive it anew from the case."""
        file = self._room.case_file
        if file is None or not self.available:
            return
        pathway = pathway_log.chosen(file, self.available, self._room.settings.pathway)
        self.progress = pathway_log.where(file, self._evidence(file), pathway, self._room.now())
        self.words.setText(f"{pathway.title}. {self.progress.sentence}")
        self.changed.emit()


class PathwayCard(Card):
    """The same with its steps, and two buttons: leave out the step that is due, follow another order."""

    skip_asked = pyqtSignal(object)
    order_asked = pyqtSignal()

    def __init__(self, room: Room, evidence: Callable[[CaseFile], tuple[Evidence, ...]]) -> None:
        super().__init__("Order of evidence", room.scale)
        self._room = room
        self.line = PathwayLine(room, evidence)
        self.steps = Label("", room.scale, 20, wrap=True)
        self.skip = TouchButton("Skip …", room.scale, size=20)
        self.order = TouchButton("Order …", room.scale, size=20)
        buttons = QHBoxLayout()
        buttons.setSpacing(room.scale.space)
        buttons.addWidget(self.skip)
        buttons.addWidget(self.order)
        self.add(self.line)
        self.add(self.steps)
        self.body.addStretch(1)
        self.add(buttons)
        self.skip.clicked.connect(self._ask_skip)
        self.order.clicked.connect(self.order_asked)
        self.line.changed.connect(self._show)
        self._show()

    @property
    def due(self) -> Step | None:
        """The step that can be left out now: the one that is due, or one that was passed over."""
        if self.line.progress is None:
            return None
        steps = (*self.line.progress.having(State.DUE), *self.line.progress.having(State.PASSED_OVER))
        return steps[0] if steps else None

    @property
    def skipped(self) -> Step | None:
        """The step that was left out and can be taken up again."""
        steps = self.line.progress.having(State.SKIPPED) if self.line.progress else ()
        return steps[0] if steps else None

    def _ask_skip(self) -> None:
        self.skip_asked.emit(self.due or self.skipped)

    def _show(self) -> None:
        found = self.line.progress
        self.steps.setText("\n".join(f"{GLYPHS[one.state]}  {one.step.title} · {one.words}" for one in found.steps) if found else "")
        self.skip.setText("Skip …" if self.due or not self.skipped else "Take up again")
        self.skip.setEnabled(self.due is not None or self.skipped is not None)
        self.order.setEnabled(len(self.line.available) > 1)
