"""The store's upkeep while the console runs: backups when they are due, second copies of new files, verification on demand; all beside the screen."""

from __future__ import annotations

import logging
from datetime import timedelta
from pathlib import Path

from PyQt5.QtCore import QObject

from console import log
from console.acquisition import caretaker
from console.cases import backup, retention
from console.cases.access import Action, require
from console.cases.model import Session
from console.cases.service import CaseService
from console.views.settings_store import StoreCare
from console.widgets.room import Room


class Upkeep(QObject):
    """Looks after one store. `back_up_if_due` is for a timer; the rest happens by itself or when the settings ask."""

    def __init__(self, room: Room, service: CaseService, home: Path) -> None:
        super().__init__()
        self._room, self._service, self._home = room, service, home
        self._backup_revision = -1
        self._backing_up = False
        self._files = ("", 0)  # the case at hand, and how many files it has
        room.case_changed.connect(self._copy_new_files)

    def care(self) -> StoreCare:
        """What the settings may start."""
        return StoreCare(self._back_up_now, self._verify_now)

    def back_up_if_due(self) -> None:
        """Every so many minutes of work in which something changed."""
        session, now, revision = self._room.session, self._room.now(), self._service.revision
        newest = backup.latest(backup.folder_of(self._home))
        every = timedelta(minutes=self._room.settings.backup_minutes)
        changed = revision != self._backup_revision
        if session is None or self._backing_up or not retention.due(now, newest.at if newest else None, changed_since=changed, every=every):
            return
        self._backing_up = True
        self._backup_revision = revision
        self._room.do_slowly(lambda _service, _session: self._back_up(), None, self._not_backed_up)

    def _back_up(self) -> None:
        """On the slow thread, whoever signs in or out meanwhile."""
        try:
            caretaker.run("backup", self._home, "--scheduled")
            log.note(log.Event.BACKUP_MADE)
        finally:
            self._backing_up = False

    def _copy_new_files(self) -> None:
        """A file was added to the case at hand: make its second copy soon, beside everything else."""
        file = self._room.case_file
        held = (file.case.id, len(file.assets)) if file else ("", 0)
        added = held[0] == self._files[0] and held[1] > self._files[1]
        self._files = held
        if added and self._room.session is not None:
            self._room.do_slowly(lambda _service, _session: caretaker.run("backup", self._home, "--files"), None, self._not_backed_up)

    def _not_backed_up(self, sentence: str) -> None:
        log.note(log.Event.BACKUP_FAILED, logging.WARNING)
        self._room.say(sentence)

    def _back_up_now(self, _service: CaseService, session: Session) -> str:
        require(session, Action.CARE_FOR_STORE)
        caretaker.run("backup", self._home)
        log.note(log.Event.BACKUP_MADE)
        return "Backed up and checked."

    def _verify_now(self, service: CaseService, session: Session) -> str:
        require(session, Action.CARE_FOR_STORE)
        found = caretaker.run("verify", self._home)
        service.remember_verified(intact=bool(found["intact"]))
        if found["intact"]:
            return "Every line, row, file and journal is what was written."
        return f"{len(found['findings'])} findings. The first: {found['findings'][0]['sentence']}"
