"""How the console's process begins and ends: Qt, the log, the store, the window; and who hears an exception that nobody caught."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from types import FrameType, TracebackType

from PyQt5.QtCore import QSize, qInstallMessageHandler
from PyQt5.QtWidgets import QApplication

from console import first_window, installation, log, pace, rehearsal
from console.app import Console
from console.cases.continuity import ReturnKind
from console.cases.model import Role
from console.cases.service import CaseService
from console.faults import CaseStoreError, worded
from console.views.no_store import NoStore
from console.views.shell import scale_on
from console.widgets import theme


def run(home: Path, *, kiosk: bool = False, demo: bool = False, opened: Callable[[], object] = lambda: None) -> int:
    """Open the console and stay until it is closed; the exit status. `opened` is called once there is something else to see than a first window."""
    application = make_application()
    log.install(home)
    log.note(log.Event.STARTED)
    if demo:
        os.environ["RIMLIGHT_KEY_PLACE"] = "file"
    while why := installation.refusal():
        opened()
        if not ask_again(why):
            return 2
    if (service := open_store(home, opened)) is None:
        return 2
    console = Console(home, service, local_now, kiosk=kiosk)
    hear_failures(console)
    if demo and console.back.kind is ReturnKind.FRESH:
        start_on_demo(console)
    else:
        console.start()
    opened()
    pace.steady()
    end_on_signal()
    status = int(application.exec_())
    console.end()
    return status


def local_now() -> datetime:
    """The time, with the zone of this machine."""
    return datetime.now().astimezone()


def make_application() -> QApplication:
    """Qt, with our font and without its own scaling: `Scale` sizes everything by the window and the screen's millimetres."""
    sys.excepthook = lambda kind, _error, trace: log.crash_note(kind, trace)
    application = first_window.bare_application()
    qInstallMessageHandler(lambda _kind, _context, text: logging.getLogger("qt").warning(text))
    application.setApplicationName("Rimlight")
    application.setStyle("Fusion")
    theme.load_fonts()
    return application


def open_store(home: Path, opened: Callable[[], object] = lambda: None) -> CaseService | None:
    """The store; where it cannot be opened a window says why, until it can or somebody gives up (None)."""
    while True:
        try:
            service = CaseService.open(home)
            log.note(log.Event.STORE_OPENED)
            return service
        except (CaseStoreError, OSError) as error:
            log.note(log.Event.FAILED, logging.ERROR, error=error)
            opened()
            if not ask_again(worded(error)):
                return None


def ask_again(sentence: str) -> bool:
    """Show why the store cannot be opened; whether to try again."""
    screen = QApplication.primaryScreen()
    size = screen.availableSize() if screen else QSize(1366, 768)
    page = NoStore(sentence, scale_on(screen, size.width(), size.height(), 0))
    answers: list[bool] = []
    for answer, asked in ((True, page.again), (False, page.closed)):
        asked.connect(partial(answers.append, answer))
        asked.connect(QApplication.quit)
    page.showMaximized()
    QApplication.exec_()
    page.close()
    page.deleteLater()
    return bool(answers) and answers[0]


def start_on_demo(console: Console) -> None:
    """Play the demo case, sign its surgeon in and start on its board."""
    now = local_now()
    sessions = rehearsal.staff(console.service)
    file = rehearsal.rehearse(console.service, sessions[Role.SURGEON], sessions[Role.NURSE], now)
    rehearsal.fill_worklist(console.service, sessions[Role.SURGEON], now)
    console.start(sessions[Role.SURGEON], file.case.id, "margins")


def hear_failures(console: Console) -> None:
    """An exception that nobody caught is noted without its text and said in one sentence; the console goes on."""

    def failed(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.crash_note(kind, trace)
        console.room.said.emit(worded(error))

    sys.excepthook = failed
    sys.unraisablehook = lambda args: log.crash_note(args.exc_type, args.exc_traceback)
    threading.excepthook = lambda args: failed(args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback)


def end_on_signal() -> None:
    """The system asks the console to end: it ends in order. The clock's timer gives Python the moment to hear it."""

    def quit_now(_number: int, _frame: FrameType | None) -> None:
        QApplication.quit()

    for name in ("SIGTERM", "SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), quit_now)
