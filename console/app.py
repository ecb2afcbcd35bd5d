"""The one place where things are wired: store, devices, screens, recovery; and what happens between them."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from PyQt5.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PyQt5.QtWidgets import QApplication, QWidget

from algorithms.margins.model import Evidence
from console import log, rehearsal, words
from console.acquisition.jobs import Worker, errand
from console.cases import specimen_log
from console.cases.access import Action, may
from console.cases.continuity import Continuity, Return, ReturnKind
from console.cases.department import remember_language
from console.cases.desk import EMERGENCY_FOR
from console.cases.fluorescence_log import LIVE
from console.cases.model import Case, CaseFile, CaseSummary, Role, Session, User
from console.cases.service import CaseService
from console.cases.verdict import judgement_of
from console.cohorts.shelf import Shelf
from console.equipment import Equipment
from console.exporting import Exports
from console.faults import CaseStoreError
from console.instruments import Instruments
from console.margins import doings
from console.modalities import MODALITIES, evidence_of
from console.upkeep import Upkeep
from console.views.cohort import CohortView
from console.views.cohort_desk import CohortDesk
from console.views.exporting import ExportView
from console.views.hospital_arrivals import ArrivalsView
from console.views.hospital_worklist import HospitalWorklist
from console.views.identify import Identify
from console.views.lock import Lock
from console.views.margins import MarginsView
from console.views.moments import MomentsView
from console.views.new_case import NewCase
from console.views.orientation import OrientationView
from console.views.results import ResultsView
from console.views.safe_mode import NOTICE, SafeMode
from console.views.settings import Settings
from console.views.shell import BESIDE_THE_RAIL, Shell, scale_on
from console.views.sign_in import SignIn
from console.views.worklist import Worklist
from console.views.worklist_verdict import verdict_words
from console.widgets.banner import Severity
from console.widgets.room import Room
from console.widgets.wedge import BarcodeWedge

ON_RAIL = tuple(modality for modality in MODALITIES if modality.screen is not None)  # the others are logged on the Results screen
RAIL = (
    *((modality.key, modality.title, modality.icon) for modality in ON_RAIL), ("results", "Results", "results"), ("margins", "Margins", "margins"),
    ("cohort", "Cohort", "cohort"),
)  # fmt: skip
CASELESS = frozenset({"cohort", "settings"})  # where somebody may come back to without a case
CASE_SCREENS = (*(key for key, _title, _icon in RAIL if key not in CASELESS), *BESIDE_THE_RAIL)
TOUCHES = frozenset({QEvent.MouseButtonPress, QEvent.KeyPress, QEvent.TouchBegin})
EVERY_MINUTE_MS = 60_000
LOOK_AT_IDLE_MS = 1_000
ON_DISK_WITHIN_S = 1.0


class Console(QObject):
    """One running console: its window and everything behind it. `back` says where to come back to."""

    def __init__(self, home: Path, service: CaseService, now: Callable[[], datetime], *, kiosk: bool = False) -> None:
        super().__init__()
        self.home, self.service, self._kiosk = home, service, kiosk
        settings = service.settings()
        words.choose(settings.language)
        remember_language(home, settings.language)
        screen = QApplication.primaryScreen()
        size = screen.availableSize() if screen else QSize(1920, 1080)
        self.room = Room(service, now, scale_on(screen, size.width(), size.height(), settings.screen_dpi))
        self._continuity = Continuity(home, service.ledger.keys.derive("continuity"), timedelta(minutes=settings.idle_lock_minutes))
        self._book = Worker("continuity", lambda call: call())
        self.back = self._continuity.begin(now())
        self.safe = self.back.kind is ReturnKind.SAFE_MODE
        self.instruments = Instruments(self.room, off=self.safe)
        self.equipment = Equipment(self.room, home, service, self.instruments)
        self.exports = Exports(home, now, lambda: self.room.hospital)
        self.upkeep = Upkeep(self.room, service, home)
        self.cohorts = CohortDesk(Shelf(evidence_of), self.exports.save)
        self.shell = Shell(self.room, RAIL, self._build, self.instruments.states)
        self.wedge = BarcodeWedge(self)
        self._identify: CaseSummary | None = None
        self._locked_by: tuple[User, datetime] | None = None
        self._wanted: tuple[str | None, str] = (self.back.case_id, self.back.screen or "worklist")
        self._remembered: str | None = None
        self._touched = now()
        self._ended = False
        self._join()

    # --- life --------------------------------------------------------------------------------------------------------------------------

    def start(self, session: Session | None = None, case_id: str | None = None, screen: str = "worklist") -> None:
        """Show the window, and come back to where it was left; or begin with somebody signed in on a screen (the demo)."""
        self.equipment.start()
        if self.back.damaged:
            log.note(log.Event.CONTINUITY_DAMAGED, logging.WARNING)
        if self.back.kind is not ReturnKind.FRESH:
            log.note(log.Event.SAFE_MODE if self.safe else log.Event.CAME_BACK, case=self.back.case_id or "")
        if session is not None and self.back.kind is ReturnKind.FRESH:
            self._wanted = (case_id, screen)
            self.enter(session)
        elif self.back.kind is ReturnKind.BACK and self.back.without_pin and self.back.user_id:
            user_id = self.back.user_id
            self.room.do_unsigned(lambda service: service.resume(user_id), self.enter, lambda _why: self._show("sign-in"))
        else:
            self._show("sign-in")
        self._show_window()
        for timer in self._timers:
            timer.start()

    def _show_window(self) -> None:
        screen = QApplication.primaryScreen()
        if screen is not None:  # a kiosk may run without a window manager, which would otherwise see to the size
            self.shell.setGeometry(screen.geometry() if self._kiosk else screen.availableGeometry())
        if self._kiosk:
            self.shell.setWindowFlags(self.shell.windowFlags() | Qt.FramelessWindowHint | Qt.WindowStaysOnTopHint)
            self.shell.showFullScreen()
        else:
            self.shell.showMaximized()

    def end(self) -> None:
        """Finish what is queued, let go of everything, and leave a proper end behind; harmless twice."""
        if self._ended:
            return
        self._ended = True
        for timer in self._timers:
            timer.stop()
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        QApplication.instance().removeEventFilter(self.wedge)  # type: ignore[union-attr]
        self.shell.close()
        self.room.stop()
        self.equipment.stop()  # after the threads that may be using it
        self._book.submit(errand(lambda: self._continuity.ended(self.room.now())))
        self._book.stop()
        self.service.close()
        log.note(log.Event.ENDED)

    def _join(self) -> None:
        self.room.went.connect(self._show)
        self.room.said.connect(self.shell.say)
        self.room.troubled.connect(_note_trouble)
        self.room.case_changed.connect(self._follow_course)
        self.shell.left.connect(QApplication.quit)
        self.shell.switch_user.connect(self.lock)
        self.wedge.scanned.connect(self._scanned)
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)
        application.installEventFilter(self.wedge)
        self._timers = [QTimer(self), QTimer(self)]
        for timer, interval, work in zip(
            self._timers, (LOOK_AT_IDLE_MS, EVERY_MINUTE_MS), (self._look_at_idle, self.upkeep.back_up_if_due), strict=True
        ):
            timer.setInterval(interval)
            timer.timeout.connect(work)

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:  # noqa: ARG002 - Qt's signature
        """Every touch postpones the lock."""
        if event is not None and event.type() in TOUCHES:
            self._touched = self.room.now()
            self._book.submit(errand(lambda: self._continuity.active(self._touched)))
        return False

    # --- who is here -------------------------------------------------------------------------------------------------------------------

    def enter(self, session: Session) -> None:
        """Somebody is in without the sign-in screen: come back from a crash, or the demo."""
        self.room.enter(session)
        self._entered(session)

    def _entered(self, session: Session) -> None:
        log.note(log.Event.BREAK_GLASS if session.emergency else log.Event.SIGNED_IN, user=session.user.id)
        self._locked_by, self._touched = None, self.room.now()
        case_id, screen = self._wanted
        if self.safe and screen != "safe mode read":
            self._show("safe mode")
        elif case_id is None or not may(session, Action.READ_CASES):
            self.room.show_case(None)
            home = "cohort" if session.user.role is Role.RESEARCHER and not session.emergency else "worklist"
            self._show(screen if case_id is None and screen in CASELESS else home)
        else:
            self.room.do(lambda service, who: service.case_file(who, case_id), lambda file: self._opened(file, screen), self._not_there)
        self._say_what_happened()

    def _say_what_happened(self) -> None:
        if self.back.kind is ReturnKind.BACK:
            self.shell.say(
                "Rimlight ended unexpectedly and is back where it was. Everything that was shown as saved is here.", Severity.CAUTION
            )
        elif self.back.damaged:
            self.shell.say(
                "The note of where Rimlight was left could not be read, so it starts at the worklist. Cases are not affected.",
                Severity.CAUTION,
            )
        self.back = Return(ReturnKind.FRESH)

    def _not_there(self, sentence: str) -> None:
        self.room.show_case(None)
        self._show("worklist")
        self.shell.say(sentence, Severity.CAUTION)

    def lock(self) -> None:
        """Hide everything; the case stays as it was left."""
        session = self.room.session
        if session is None:
            return
        log.note(log.Event.SCREEN_LOCKED, user=session.user.id)
        file = self.room.case_file
        self._wanted = (file.case.id if file else None, self.shell.screen_key)
        self._locked_by = (session.user, self.room.now())
        self.room.do_unsigned(lambda service: service.sign_out(session, why="locked"), lambda _: None)
        self.room.enter(None)
        self._show("lock")

    def _look_at_idle(self) -> None:
        session, now = self.room.session, self.room.now()
        idle = now - self._touched >= timedelta(minutes=self.room.settings.idle_lock_minutes)
        over = session is not None and session.emergency and now - session.began_at >= EMERGENCY_FOR
        if session is not None and (idle or over):
            self.lock()

    # --- what is shown -----------------------------------------------------------------------------------------------------------------

    def _show(self, screen: str) -> None:
        if self.room.session is None and screen not in {"sign-in", "lock"}:
            screen = "sign-in"
        if screen in CASE_SCREENS and self.room.case_file is None:
            screen = "worklist"
        if screen == "worklist" and self.room.case_file is not None:
            self.room.show_case(None)
        self.shell.show_screen(screen)
        self._point_out()
        self._remember(screen)

    def _point_out(self) -> None:
        """A reading was tapped on the board: the screen that is there now shows it, if it can."""
        pointer, self.room.pointer = self.room.pointer, None
        show = getattr(self.shell.screen_shown, "show_reading", None)
        if pointer is not None and show is not None and self.room.case_file is not None:
            show(*pointer)

    def _remember(self, screen: str) -> None:
        """On disk, beside the screen's thread: where to come back to."""
        session, file, now = self.room.session, self.room.case_file, self.room.now()
        case_id, kept = (file.case.id if file else None, screen) if session else self._wanted
        user = session.user.id if session and not session.emergency else None
        written = threading.Event()

        def write() -> None:
            self._continuity.moved(now, case_id, kept, user, locked=session is None)
            written.set()

        self._book.submit(errand(write))
        if session is None or case_id != self._remembered:  # a kill right after must find it locked, or the same case open
            written.wait(ON_DISK_WITHIN_S)
        self._remembered = case_id
        log.note(log.Event.SCREEN_SHOWN, case=case_id or "")

    def _build(self, screen: str) -> QWidget:
        """The screen behind a key."""
        modality = next((modality for modality in ON_RAIL if modality.key == screen), None)
        if modality is not None and modality.screen is not None:
            return modality.screen(self.room)
        screens: dict[str, Callable[[], QWidget]] = {
            "sign-in": self._sign_in, "lock": self._lock_screen, "worklist": self._worklist, "identify": self._identify_screen,
            "new case": self._new_case, "settings": self._settings, "safe mode": self._safe_mode, "margins": self._margins,
            "hospital worklist": lambda: HospitalWorklist(self.room), "arrivals": lambda: ArrivalsView(self.room),
            "cohort": lambda: CohortView(self.room, self.cohorts),
            "moments": lambda: MomentsView(self.room), "orientation": lambda: OrientationView(self.room),
            "results": lambda: ResultsView(self.room, self._evidence), "export": lambda: ExportView(self.room, self.exports.doings()),
        }  # fmt: skip
        return screens[screen]()

    def _sign_in(self) -> QWidget:
        view = SignIn(self.room)
        view.entered.connect(self._entered)
        return view

    def _lock_screen(self) -> QWidget:
        if self._locked_by is None:
            return self._sign_in()
        view = Lock(self.room, *self._locked_by)
        view.entered.connect(self._entered)
        return view

    def _worklist(self) -> QWidget:
        view = Worklist(self.room, lambda file: verdict_words(judgement_of(file, self._evidence(file))))
        view.case_tapped.connect(self.identify)
        view.new_case.connect(lambda: self._show("new case"))
        view.demo_case.connect(self._demo_case)
        view.from_hospital.connect(lambda: self._show("hospital worklist"))
        view.settings.connect(lambda: self._show("settings"))
        view.lock.connect(self.lock)
        view.titled.connect(self.shell.title)
        return view

    def _follow_course(self) -> None:
        """The timeline may say that the hospital's planned step has begun, or ended."""
        file, session = self.room.case_file, self.room.session
        if file is not None and session is not None and self.room.settings.steps and may(session, Action.LOG):
            self.room.do(lambda _service, who: self.equipment.hospital.follow_course(who, file))

    def identify(self, summary: CaseSummary) -> None:
        """A row of the worklist was tapped: ask for the second identifier."""
        self._identify = summary
        self._show("identify")

    def _identify_screen(self) -> QWidget:
        if self._identify is None:
            return self._worklist()
        view = Identify(self.room, self._identify)
        view.opened.connect(lambda file: self._opened(file, self._first_screen()))
        view.cancelled.connect(lambda: self._show("worklist"))
        return view

    def _new_case(self) -> QWidget:
        view = NewCase(self.room)
        view.created.connect(self._created)
        view.cancelled.connect(lambda: self._show("worklist"))
        return view

    def _created(self, case: Case) -> None:
        self.room.do(lambda service, session: service.case_file(session, case.id), lambda file: self._opened(file, self._first_screen()))

    def _demo_case(self) -> None:
        now = self.room.now()
        self.room.do_slowly(  # a minute of instruments: no tap waits for it
            lambda service, session: rehearsal.rehearse(service, session, session, now),
            lambda file: self._opened(file, self._first_screen()),
        )

    def _opened(self, file: CaseFile, screen: str) -> None:
        log.note(log.Event.CASE_OPENED, case=file.case.id)
        self.room.show_case(file)
        self._show(screen if screen in CASE_SCREENS else self._first_screen())

    def _first_screen(self) -> str:
        """Where a case opens: a surgeon looks, a nurse measures."""
        session = self.room.session
        return LIVE if session is not None and session.user.role is Role.SURGEON and not session.emergency else specimen_log.MODALITY

    def _settings(self) -> QWidget:
        view = Settings(self.room, self.instruments.desk(), self.upkeep.care())
        view.closed.connect(lambda: self._show("worklist"))
        return view

    def _safe_mode(self) -> QWidget:
        view = SafeMode(self.room)
        view.read_cases.connect(self._go_on_safely)
        view.leave.connect(self._leave_safe_mode)
        return view

    def _go_on_safely(self) -> None:
        case_id, _ = self._wanted
        self._wanted = (case_id, "safe mode read")
        if self.room.session is not None:
            self._entered(self.room.session)
        self.shell.say(NOTICE, Severity.CAUTION)  # only now: on the page before it would lie over the buttons

    def _leave_safe_mode(self) -> None:
        self.safe = False
        now = self.room.now()
        self._book.submit(
            errand(lambda: self._continuity.ended(now))
        )  # earlier crashes are forgotten; the next move is on the record again
        self.instruments.connect_all()
        self._show("worklist")

    def _evidence(self, file: CaseFile) -> tuple[Evidence, ...]:
        """The rows of the board, as whoever is signed in may see them."""
        return evidence_of(file, self.room.session.user.name if self.room.session else "")

    def _margins(self) -> QWidget:
        return MarginsView(self.room, self._evidence, doings(self.cohorts.shelf, self.exports.report))

    def _scanned(self, text: str) -> None:
        self.shell.close_help()  # or what the scan does would stay hidden
        take = getattr(self.shell.screen_shown, "take_scan", None)
        if take is not None:
            take(text)


def _note_trouble(error: BaseException) -> None:
    if not isinstance(error, CaseStoreError):
        log.note(log.Event.FAILED, logging.WARNING, error=error)
