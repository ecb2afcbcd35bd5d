"""What scanners pushed: one line a study, held against the patient of the open case, assigned with one tap, or cleared by a finger that stays."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PyQt5.QtCore import QTimer
from PyQt5.QtGui import QFont, QShowEvent
from PyQt5.QtWidgets import QHBoxLayout, QSizePolicy

from console.cases.access import Action, may
from console.cases.arrivals_log import Parcel, assign, born_words, clear, compared, parcels
from console.cases.model import Session
from console.cases.service import CaseService
from console.views.hospital_rows import Line, Lines
from console.widgets.label import Label
from console.widgets.page import Page
from console.widgets.room import Room
from console.widgets.scale import Scale
from console.widgets.touch_button import HoldButton, TouchButton
from console.words import Typed

CELLS = (("when", 110, 26), ("name", 0, 27), ("mrn", 230, 20), ("born", 230, 20), ("what", 0, 20), ("state", 260, 20))
LOOK_AGAIN_MS = 3_000  # what is arriving is whole after some seconds of silence
ARRIVING = "still arriving"
NOTHING = "Nothing waits. What a scanner or an X-ray cabinet sends to this console appears here."
HERE_SCAN, HERE_PICTURE = "It can be taken in on the PET-CT screen now.", "They can be taken in under Results, specimen radiograph."


class ArrivalsView(Page):
    """ArrivalsView(room). Looks into the inbox whenever it is shown, and when something comes."""

    def __init__(self, room: Room) -> None:
        super().__init__(room.scale)
        self._room = room
        self._chosen: Parcel | None = None
        self._found: tuple[tuple[Parcel, ...], str] | None = None
        scale = room.scale
        head = self.heading("From scanners", "")
        self.back = TouchButton("Back to export", scale)
        self.back.setSizePolicy(QSizePolicy.Fixed, QSizePolicy.Fixed)
        self.back.clicked.connect(lambda _checked: room.go("export"))
        head.addWidget(self.back)
        self._lines = Lines(scale, CELLS, self._fill, self._choose)
        self.body.addWidget(self._lines, 1)
        self.sentence = Label("", scale, 22, QFont.Medium, wrap=True)
        self.body.addWidget(self.sentence)
        self.body.addLayout(self._foot(scale))
        room.hospital_changed.connect(self._look)
        self._clock = QTimer(self)
        self._clock.setInterval(LOOK_AGAIN_MS)
        self._clock.timeout.connect(self._look)
        self._choose(None)

    @property
    def rows(self) -> list[Line]:
        """The lines of this page."""
        return self._lines.rows

    def showEvent(self, event: QShowEvent | None) -> None:
        """Something may have come since."""
        super().showEvent(event)
        self._clock.start()
        self._look()

    # --- what it shows -----------------------------------------------------------------------------------------------------------------

    def _look(self) -> None:
        hospital = self._room.hospital
        if hospital is not None and self._room.session is not None:
            self._room.do_outside(lambda _service, _session: (parcels(hospital.inbox), hospital.full), self._show, self._room.say)

    def _show(self, found: tuple[tuple[Parcel, ...], str]) -> None:
        if found == self._found and not any(row.cells["state"].text() == ARRIVING for row in self.rows):
            return
        self._found = found
        waiting, full = found
        mine = tuple(one for one in waiting if one.case_id in {"", self._case_id})
        size = sum(one.size for one in waiting) >> 20
        self.subtitle.setText(full or f"{len(mine)} {'study' if len(mine) == 1 else 'studies'}, {size} MB in the inbox")
        before = self._chosen
        self._lines.show_all(mine)
        again = next((one for one in mine if before is not None and (one.study, one.case_id) == (before.study, before.case_id)), None)
        if again is not None:
            self._choose(again)
        elif before is not None or not self.sentence.text() or not mine:
            self._choose(None)
            self.sentence.setText("Tap a line to compare it with this case." if mine else NOTHING)

    @property
    def _case_id(self) -> str:
        file = self._room.case_file
        return file.case.id if file is not None else ""

    def _fill(self, row: Line, one: Parcel) -> None:
        first = one.notes[0]
        state = "✓ this case" if one.case_id else ARRIVING if one.arriving(self._room.now()) else "not assigned"
        name = first.patient_name.partition("=")[0].replace("^", ", ", 1).replace("^", " ").strip(", ")
        words = {
            "when": f"{one.newest.astimezone(self._room.now().tzinfo):%H:%M}", "name": Typed(name) if name else "no name",
            "mrn": f"MRN {first.patient_id}" if first.patient_id else "no MRN", "born": born_words(one) or "no birth date",
            "what": f"{one.modalities} · {len(one.notes)} objects, {max(1, one.size >> 20)} MB · from {one.callers}", "state": state,
        }  # fmt: skip
        row.show_words(words, f"{one.modalities} from {one.callers}")
        row.cells["state"].set_tone("clear" if one.case_id else "close")

    # --- what it does ------------------------------------------------------------------------------------------------------------------

    def _choose(self, one: Parcel | None) -> None:
        """A line was tapped: say how it compares with this case, and offer what may be done."""
        self._chosen = one
        file, session = self._room.case_file, self._room.session
        allowed = session is not None and may(session, Action.LOG)
        held = compared(one.notes, file.case.patient) if one is not None and file is not None else None
        ready = one is not None and not one.case_id and not one.arriving(self._room.now())
        self.assign.setEnabled(allowed and ready and held is not None and held.fits)
        self.clear.setEnabled(allowed and one is not None and not one.arriving(self._room.now()))
        if one is not None and held is not None:
            here = HERE_SCAN if one.is_scan else ""
            self.sentence.setText(f"Assigned to this case. {here}".strip() if one.case_id else held.sentence)
            self.sentence.set_tone("text" if held.fits else "close")
        self._lines.choose(one)

    def _assign(self) -> None:
        one, file, hospital = self._chosen, self._room.case_file, self._room.hospital
        if one is not None and file is not None and hospital is not None:
            done = f"Assigned to this case. {HERE_SCAN if one.is_scan else HERE_PICTURE}"
            self._begin(lambda service, session: assign(service, session, hospital.inbox, file, one), done)

    def _clear(self) -> None:
        one, hospital = self._chosen, self._room.hospital
        if one is not None and hospital is not None:
            self._begin(lambda service, session: clear(service, session, hospital.inbox, one), "Cleared.")

    def _begin(self, work: Callable[[CaseService, Session], None], done: str) -> None:
        for button in (self.assign, self.clear):
            button.setEnabled(False)
        self._room.do(work, partial(self._done, done), self._done)

    def _done(self, sentence: str, _none: None = None) -> None:
        self._chosen = None
        self.sentence.setText(sentence)
        self.sentence.set_tone("text")
        self._look()

    def _foot(self, scale: Scale) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(scale.space)
        self.assign, self.clear = TouchButton("Assign to this case", scale, "primary"), HoldButton("Hold to clear", scale, "danger")
        for button in (self.assign, self.clear):
            button.setMinimumHeight(max(scale.finger, scale.px(96)))
            row.addWidget(button, 1)
        self.assign.clicked.connect(lambda _checked: self._assign())
        self.clear.held.connect(self._clear)
        row.addStretch(1)
        self._lines.add_turning(row)
        return row
