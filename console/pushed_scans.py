"""Brings scans that a scanner pushed into their case once they are signed: beside the screens, and again whenever a case with one left is opened."""

from __future__ import annotations

from PyQt5.QtCore import QObject

from console.cases import petct_log
from console.cases.access import Action, may
from console.widgets.room import Room


class PushedScans(QObject):
    """`PushedScans(room)`. A failure is one sentence on the banner; the scan then stays in the inbox."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self._seen = ("", 0)  # the case at hand, and how many PET-CT readings it has
        room.case_changed.connect(self._look)
        room.session_changed.connect(self._look_anew)

    def _look_anew(self) -> None:
        """Somebody else may do what the one before could not."""
        self._seen = ("", 0)
        self._look()

    def _look(self) -> None:
        """A case was opened, or a PET-CT of it signed: only then can there be anything to do."""
        desk, file, session = self._room.petct, self._room.case_file, self._room.session
        if desk is None or file is None or session is None or not may(session, Action.LOG):
            self._seen = ("", 0)
            return
        seen = (file.case.id, sum(reading.modality == petct_log.MODALITY for reading in file.readings))
        if seen != self._seen:
            self._seen = seen
            self._room.do_slowly(lambda service, who: desk.keep_pushed(service, who, seen[0]), self._kept)

    def _kept(self, added: bool) -> None:
        if added:
            self._room.read_again()
