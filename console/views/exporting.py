"""What leaves the console, one tap each: the report, files for the record, files for research, and the archive, with what became of each delivery."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from PyQt5.QtCore import Qt
from PyQt5.QtGui import QFont, QShowEvent
from PyQt5.QtWidgets import QGridLayout, QSizePolicy

from console.cases.access import Action, may
from console.cases.model import CaseFile, Session
from console.cases.outbox import Delivery, DeliveryKind, DeliveryState
from console.cases.service import CaseService
from console.widgets.card import Card
from console.widgets.label import FittedLabel, Label
from console.widgets.page import Page
from console.widgets.room import Room
from console.widgets.touch_button import TouchButton

T = TypeVar("T")
Do = Callable[[CaseService, Session, CaseFile], T]
WORDS = {
    DeliveryState.QUEUED: "waiting", DeliveryState.SENDING: "on the way", DeliveryState.SENT: "arrived", DeliveryState.ASKED: "arrived",
    DeliveryState.CONFIRMED: "kept by the archive", DeliveryState.REFUSED: "refused",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Doings:
    """What the screen may ask for; each runs off the screen's thread."""

    report: Do[Path]
    appendix: Do[Path]
    record: Do[Path]
    research: Do[Path]
    send: Do[tuple[Delivery, ...]]


class ExportView(Page):
    """`ExportView(room, doings)`."""

    def __init__(self, room: Room, doings: Doings) -> None:
        super().__init__(room.scale)
        self._room = room
        scale = room.scale
        head = self.heading("Export", "")
        self.back = TouchButton("Back to margins", scale)
        self.back.setSizePolicy(QSizePolicy.Fixed, QSizePolicy.Fixed)
        self.back.clicked.connect(lambda _checked: room.go("margins"))
        head.addWidget(self.back)
        self.buttons = {
            "report": self._button("Report", "report", partial(self._write, doings.report, "The report")),
            "appendix": self._button("Report with appendix", "report", partial(self._write, doings.appendix, "The report")),
            "record": self._button("Files for the record", "", partial(self._write, doings.record, "DICOM, CSV, Parquet and FHIR")),
            "research": self._button("De-identified files", "", partial(self._write, doings.research, "De-identified files")),
            "send": self._button("Send to archive", "", partial(self._send, doings.send), role="primary"),
        }
        self.arrivals = self._button("From scanners", "", lambda: room.go("arrivals"))
        grid = QGridLayout()
        grid.setSpacing(max(scale.gap, scale.px(16)))
        for index, button in enumerate((*self.buttons.values(), self.arrivals)):
            grid.addWidget(button, index // 3, index % 3)
        self.body.addLayout(grid)
        self.sentence = Label("", scale, 22, QFont.Medium, wrap=True)
        self.body.addWidget(self.sentence)
        card = Card("Archive", scale)
        self.archive = FittedLabel("", scale, 20)
        self.archive.setAlignment(Qt.AlignLeft | Qt.AlignTop)
        card.add(self.archive, 1)
        self.body.addWidget(card, 1)
        room.case_changed.connect(self._show_case)
        room.hospital_changed.connect(self._ask_archive)
        self._show_case()

    def showEvent(self, event: QShowEvent | None) -> None:
        """Something may have arrived since."""
        super().showEvent(event)
        self._ask_archive()

    def _button(self, words: str, icon: str, tapped: Callable[[], None], role: str = "plain") -> TouchButton:
        button = TouchButton(words, self.unit, role, icon=icon)
        button.setMinimumHeight(max(self.unit.finger, self.unit.px(96)))
        button.clicked.connect(lambda _checked: tapped())
        return button

    def _show_case(self) -> None:
        file, session = self._room.case_file, self._room.session
        allowed = file is not None and session is not None and may(session, Action.EXPORT)
        self._enable(on=allowed)
        self.subtitle.setText(f"{file.case.patient.name} · {file.case.side.value} breast" if file else "")
        if not allowed:
            self.sentence.setText("Your role may not export a case.")

    def _enable(self, *, on: bool) -> None:
        for button in self.buttons.values():
            button.setEnabled(on)

    def _write(self, do: Do[Path], what: str) -> None:
        self._begin(do, lambda path: f"{what}: saved in {path}.")

    def _send(self, do: Do[tuple[Delivery, ...]]) -> None:
        self._begin(do, lambda sent: f"{len(sent)} objects are queued; they leave by themselves.")

    def _begin(self, do: Do[T], worded: Callable[[T], str]) -> None:
        file = self._room.case_file
        if file is None:
            return
        self._enable(on=False)
        self.sentence.setText("Being made …")
        self._room.do_slowly(lambda service, session: do(service, session, file), lambda made: self._done(worded(made)), self._done)

    def _done(self, sentence: str) -> None:
        self._show_case()
        self.sentence.setText(sentence)
        self._ask_archive()

    def _ask_archive(self) -> None:
        file = self._room.case_file
        if file is not None and self._room.session is not None:
            self._room.do_slowly(lambda service, session: service.deliveries(session, file.case.id), self._show_archive, lambda _why: None)

    def _show_archive(self, deliveries: tuple[Delivery, ...]) -> None:
        objects = [one for one in deliveries if one.kind is DeliveryKind.STORE]
        if not objects:
            self.archive.set_whole("Nothing of this case was sent yet.")
            return
        counts = Counter(map(_state, objects))
        summary = ", ".join(f"{count} {words}" for words, count in counts.items())
        newest = [f"{one.description}: {_state(one)}, {one.at.astimezone(self._room.now().tzinfo):%H:%M}" for one in objects[-6:]]
        troubles = dict.fromkeys(one.detail for one in objects if one.detail)
        self.archive.set_whole("\n".join((f"{len(objects)} objects: {summary}.", *newest, *troubles)))


def _state(one: Delivery) -> str:
    """What was tried in vain waits: nothing is on the way."""
    return "waits for the archive" if one.state is DeliveryState.SENDING and one.detail else WORDS[one.state]
