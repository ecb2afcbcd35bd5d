"""What a screen is given: the case at hand, who is signed in, and the few things it may ask of the console."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from PyQt5 import sip
from PyQt5.QtCore import QObject, Qt, pyqtSignal

from algorithms.faces import Face
from console.acquisition.imaging import Imaging
from console.acquisition.jobs import Job, Worker
from console.acquisition.petct_desk import PetCtDesk
from console.acquisition.scanning import Scanning
from console.cases.model import CaseFile, Reading, Session
from console.cases.service import CaseService
from console.faults import worded
from console.hospital import Hospital
from console.navigation import Navigation
from console.settings import Settings
from console.widgets.scale import Scale

T = TypeVar("T")


class Room(QObject):
    """One console, as its screens see it. Everything here is called on the GUI thread; the store's work runs on a thread of its own, in order."""

    case_changed = pyqtSignal()  # another case, or the same one read anew: show it
    session_changed = pyqtSignal()
    scale_changed = pyqtSignal()
    devices_changed = pyqtSignal()
    scan_changed = pyqtSignal()  # from any thread, often: look at `scanning` again
    view_ready = pyqtSignal()  # from any thread: `imaging` has a newer picture
    imaging_changed = pyqtSignal()  # from any thread: the camera's state, a check, a calibration
    petct_changed = pyqtSignal()  # from any thread: `petct` reads, analyses or has an answer
    hospital_changed = pyqtSignal()  # from any thread: something was sent, or a scanner has pushed
    went = pyqtSignal(str)  # a screen was asked for
    said = pyqtSignal(str)  # a sentence for the banner
    troubled = pyqtSignal(object)  # an exception, for the log
    _mail = pyqtSignal(object)

    def __init__(self, service: CaseService, now: Callable[[], datetime], scale: Scale) -> None:
        super().__init__()
        self._service, self._now = service, now
        self.scale = scale
        self.session: Session | None = None
        self.case_file: CaseFile | None = None
        self.specimen_id: str | None = None  # the piece of tissue that the screens are about; None: the first excision
        self.pointer: tuple[Reading, Face | None] | None = None  # what the screen that comes next was asked to show
        self.settings: Settings = service.settings()
        self.hospital: Hospital | None = None  # worklist, archive and scanners, where this console is connected
        self.scanning: Scanning | None = None  # the microwave scanner, where this console has one
        self.petct: PetCtDesk | None = None  # the PET-CT at hand, where this console takes scans in
        self.imaging: Imaging | None = None  # the live fluorescence picture, where this console has one
        self.navigation: Navigation | None = None  # who else sees that picture, and where their tools are
        self._generation = 0
        self._stopped = False
        self._mail.connect(lambda call: call(), Qt.QueuedConnection)  # type: ignore[call-arg]
        self._worker = Worker("store", self._mail.emit)
        self._slow = Worker("care", self._mail.emit)
        self._outside = Worker("outside", self._mail.emit)
        self._beside = Worker("beside", self._mail.emit)

    def now(self) -> datetime:
        """The time, with its zone; injected."""
        return self._now()

    def do(
        self,
        work: Callable[[CaseService, Session], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[str], None] | None = None,
    ) -> None:
        """Have the store do something, off this thread and in order; `then` hears the result here.

        When the work changed the open case, it is read anew and `case_changed` is emitted before `then` is called. A failure goes, as a sentence, to
        `failed` or to the banner. Answers that arrive after the case or the person changed are dropped: the screen that asked is gone.
        """
        if (session := self.session) is None:
            self.say("Sign in first.")
            return
        case_id = self.case_file.case.id if self.case_file else None

        def run(service: CaseService) -> tuple[T, CaseFile | None]:
            before = service.revision
            result = work(service, session)
            stale = case_id is not None and service.revision != before
            return result, service.case_file(session, case_id) if stale and case_id else None

        def heard(answer: tuple[T, CaseFile | None]) -> None:
            result, file = answer
            if file is not None:
                self.case_file = file
                self.case_changed.emit()
            _tell(then, result)

        self._submit(run, heard, failed)

    def do_unsigned(self, work: Callable[[CaseService], T], then: Callable[[T], None], failed: Callable[[str], None] | None = None) -> None:
        """As `do`, for what needs nobody signed in: the sign-in itself, users' names, the store's health."""
        self._submit(work, lambda result: _tell(then, result), failed)

    def do_slowly(
        self,
        work: Callable[[CaseService, Session], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[str], None] | None = None,
    ) -> None:
        """As `do`, for what takes minutes (backup, verification): beside the store's thread, so that no tap waits for it."""
        self._signed(work, then, failed, self._slow)

    def do_beside(
        self,
        work: Callable[[CaseService, Session], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[str], None] | None = None,
    ) -> None:
        """As `do_slowly`, for what takes seconds and is waited for by a hand (a recording ended, frames judged again): no backup holds it up."""
        self._signed(work, then, failed, self._beside)

    def do_outside(
        self,
        work: Callable[[CaseService, Session], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[str], None] | None = None,
    ) -> None:
        """As `do_slowly`, for what waits for the hospital's network: no backup waits for it, and it for none."""
        self._signed(work, then, failed, self._outside)

    def _signed(
        self,
        work: Callable[[CaseService, Session], T],
        then: Callable[[T], None] | None,
        failed: Callable[[str], None] | None,
        worker: Worker,
    ) -> None:
        if (session := self.session) is None:
            self.say("Sign in first.")
            return
        self._submit(lambda service: work(service, session), lambda result: _tell(then, result), failed, worker)

    def enter(self, session: Session | None) -> None:
        """Somebody signed in, or out (None)."""
        self.session = session
        self._generation += 1
        self.session_changed.emit()

    def show_case(self, file: CaseFile | None) -> None:
        """Open a case that was read, or close the one at hand."""
        if file is None or all(specimen.id != self.specimen_id for specimen in file.specimens):
            self.specimen_id = None
        self.case_file = file
        if self.imaging is not None:
            self.imaging.begin_case(file.case.id if file is not None else "")
        self._generation += 1
        self.case_changed.emit()

    def read_again(self) -> None:
        """After slow work added to the open case: read it anew. Answers that are on their way still find their screen, unlike after `show_case`."""
        if self.case_file is not None:
            case_id = self.case_file.case.id
            self.do(lambda service, session: service.case_file(session, case_id), self._read)

    def _read(self, file: CaseFile) -> None:
        self.case_file = file
        self.case_changed.emit()

    def go(self, screen: str) -> None:
        """Show another screen: a modality's key, "margins", "worklist", "new case" or "settings"."""
        self.went.emit(screen)

    def point(self, screen: str, reading: Reading, face: Face | None = None) -> None:
        """Show one reading, at one face, on the screen that made it: a screen that has `show_reading(reading, face)` is told so once it is there."""
        self.pointer, self.specimen_id = (reading, face), reading.specimen_id
        self.go(screen)

    def say(self, sentence: str) -> None:
        """One sentence on the banner."""
        self.said.emit(sentence)

    def stop(self) -> bool:
        """Finish what is queued and end the threads; whether they ended in time. Answers that are still on their way find nobody."""
        self._generation += 1
        self._stopped = True
        return all([self._worker.stop(), self._slow.stop(), self._outside.stop(), self._beside.stop()])

    def _submit(
        self,
        work: Callable[[CaseService], T],
        heard: Callable[[T], None],
        failed: Callable[[str], None] | None,
        worker: Worker | None = None,
    ) -> None:
        if self._stopped:  # the window is gone; a screen that hears of one more change on its way out has nobody to show it to
            return
        generation = self._generation

        def arrived(result: T) -> None:
            if generation == self._generation:
                heard(result)

        def trouble(error: BaseException) -> None:
            self.troubled.emit(error)
            if generation == self._generation or failed is None:
                _tell(failed or self.say, worded(error))

        (worker or self._worker).submit(Job(lambda: work(self._service), arrived, trouble))


def _tell(hear: Callable[[Any], None] | None, what: Any) -> None:
    """Call back, unless the widget that asked was deleted in the meantime."""
    owner = getattr(hear, "__self__", None)
    if hear is not None and not (isinstance(owner, QObject) and sip.isdeleted(owner)):
        hear(what)
