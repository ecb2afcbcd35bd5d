"""A recording that ended with its console: what is left of it, and whether the case keeps it."""

from __future__ import annotations

from collections.abc import Callable

from PyQt5.QtCore import pyqtSignal
from PyQt5.QtGui import QFont
from PyQt5.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.acquisition.recordings import MEDIA_TYPE, Leftover, Recordings
from console.cases.access import Action, require
from console.cases.model import CaseFile, Session
from console.cases.service import CaseService
from console.widgets.label import Label
from console.widgets.room import Room
from console.widgets.touch_button import HoldButton, TouchButton


class LeftoverPage(QWidget):
    """`left` when it is kept, discarded, or left for later."""

    left = pyqtSignal()

    def __init__(self, room: Room, recordings: Recordings, leftover: Leftover) -> None:
        super().__init__()
        self._room, self._recordings, self._leftover = room, recordings, leftover
        file = room.case_file
        self._case_id = file.case.id if file is not None else ""
        scale = room.scale
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(max(scale.space, scale.px(16)))
        self.back = TouchButton("Live", scale, icon="previous", size=20)
        self.back.setSizePolicy(self.back.sizePolicy().Fixed, self.back.sizePolicy().Fixed)
        self.back.clicked.connect(self.left)
        self.keep, self.discard = (
            TouchButton("Keep with the case", scale, "primary", size=22),
            HoldButton("Hold to discard", scale, size=22),
        )
        self.keep.clicked.connect(self._keep)
        self.discard.held.connect(self._discard)
        answers = QHBoxLayout()
        answers.setSpacing(scale.space)
        for button in (self.keep, self.discard):
            button.setMinimumHeight(max(scale.finger, scale.px(110)))
            answers.addWidget(button)
        began = leftover.began_at.astimezone(room.now().tzinfo)
        column.addWidget(self.back)
        column.addWidget(Label(f"Recording of {began:%d %b, %H:%M:%S}, cut off", scale, 28, QFont.Bold))
        words = f"It was not ended in order. {leftover.frames} frames are whole. Discarded, it is gone for good."
        column.addWidget(Label(words, scale, 20, tone="quiet", wrap=True))
        column.addLayout(answers)
        column.addStretch(1)

    def _keep(self) -> None:
        """Into the case; the loose file goes once the store has it."""
        leftover, case_id = self._leftover, self._case_id
        words = f"Recording, cut off, began {leftover.began_at:%H:%M:%S}: {leftover.frames} frames"

        def work(service: CaseService, session: Session) -> str:
            service.add_asset_file(session, case_id, leftover.path, MEDIA_TYPE, words)
            leftover.path.unlink(missing_ok=True)
            return f"Recording kept: {leftover.frames} frames."

        self._begin(work)

    def _discard(self) -> None:
        leftover, recordings = self._leftover, self._recordings

        def work(_service: CaseService, session: Session) -> str:
            require(session, Action.LOG)
            recordings.discard(leftover)
            return "The cut-off recording was discarded."

        self._begin(work)

    def _begin(self, work: Callable[[CaseService, Session], str]) -> None:
        self.keep.setEnabled(False)
        self.discard.setEnabled(False)
        self._room.do_beside(work, self._done, self._refused)

    def _done(self, sentence: str) -> None:
        """Say it, and have the case read anew: slow work does not do that by itself."""
        case_id = self._case_id
        self._room.say(sentence)
        self._room.do(lambda service, session: service.case_file(session, case_id), self._leave)

    def _leave(self, file: CaseFile) -> None:
        self._room.show_case(file)
        self.left.emit()  # only now: what is asked before a case is shown is not answered after it

    def _refused(self, sentence: str) -> None:
        self._room.say(sentence)
        self.keep.setEnabled(True)
        self.discard.setEnabled(True)
