"""Every screen as a picture, taken of the real window: for the demo's folder, for the guides, and to be looked at before anything is called done."""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path

from PyQt5.QtWidgets import QApplication

from console import log, rehearsal
from console.acquisition.checking import Subject, Target
from console.app import CASE_SCREENS, Console
from console.cases.fluorescence_log import LIVE, RESIDUAL
from console.cases.model import Role
from console.cases.service import CaseService
from console.process import local_now, make_application
from console.views.cohort_pages import PAGES
from console.widgets.fit import crowded, misfits

SIZE = (1920, 1080)
LONGEST_S = 20.0
PICTURE_S = 8.0


def take(home: Path, out: Path, *, fit_screen: bool = False) -> list[Path]:
    """Open the console on the demo store under `home`, walk through every screen, save each as PNG in `out`; the paths."""
    pictures, _ = walk(home, out, fit_screen=fit_screen)
    return pictures


def walk(home: Path, out: Path, *, fit_screen: bool) -> tuple[list[Path], list[str]]:
    """As `take`; also one sentence for each text that is cut and each target that is too small."""
    application = make_application()
    out.mkdir(parents=True, exist_ok=True)
    service = CaseService.open(home)
    console = Console(home, service, local_now)
    pictures: list[Path] = []
    faults: list[str] = []

    def snap(name: str) -> None:
        settle(console)
        path = out / f"{name}.png"
        if not console.shell.grab().save(str(path)):
            raise OSError(f"could not write {path}")
        pictures.append(path)
        faults.extend(f"{name}: {fault}" for fault in (*misfits(console.shell), *crowded(console.shell, console.room.scale)))

    try:
        sessions = rehearsal.staff(service)
        file = rehearsal.rehearse(service, sessions[Role.SURGEON], sessions[Role.NURSE], local_now())
        rehearsal.fill_worklist(service, sessions[Role.SURGEON], local_now())
        console.start()
        if not fit_screen:
            console.shell.showNormal()
            console.shell.setFixedSize(*SIZE)
        snap("sign-in")
        console.enter(sessions[Role.SURGEON])
        console.room.go("worklist")
        snap("worklist")
        console.identify(service.find_cases(sessions[Role.SURGEON], file.case.patient.mrn).cases[0])
        snap("identify")
        for name in ("new case", "settings", "safe mode"):
            console.room.go(name)
            snap(name.replace(" ", "-"))
        console.room.show_case(file)
        for name in CASE_SCREENS:
            console.room.go(name)
            if name in {LIVE, RESIDUAL}:
                await_picture(console, check=name == RESIDUAL)
            snap(name)
        console.room.go("margins")
        console.shell.toggle_help()
        snap("help")
        for page in PAGES:
            console.cohorts.page = page.key
            console.room.go("cohort")
            snap(f"cohort-{page.key}")
        for pane in ("registry", "build", "methods", "export"):
            console.shell.screen_shown.open_page(pane)  # type: ignore[union-attr]
            snap(f"cohort-{pane}")
        console.lock()
        snap("lock")
    finally:
        console.end()
        application.processEvents()
    return pictures, faults


def await_picture(console: Console, *, check: bool) -> None:
    """Until the camera's picture is there; with `check`, until the cavity was judged. A camera that gives none is photographed as it is."""
    imaging, application = console.room.imaging, QApplication.instance()
    if imaging is None or application is None:
        return
    until = time.monotonic() + PICTURE_S
    while imaging.look() is None and time.monotonic() < until:
        application.processEvents()
        time.sleep(0.01)
    if check:
        imaging.begin_check(Target(Subject.CAVITY))
        while imaging.check is not None and not imaging.check.over and time.monotonic() < until:
            application.processEvents()
            time.sleep(0.01)


def settle(console: Console) -> None:
    """Let the window come to rest: sizes, answers from the store, one more paint."""
    application = QApplication.instance()
    assert application is not None
    until = time.monotonic() + LONGEST_S
    for _ in range(3):
        answered: list[date] = []
        console.room.do_unsigned(lambda _service: date.min, answered.append)
        if console.room.session is not None:  # what takes long has a thread of its own
            console.room.do_slowly(lambda _service, _session: date.min, answered.append)
        rest = time.monotonic() + 0.15
        wanted = 2 if console.room.session is not None else 1
        while (len(answered) < wanted or time.monotonic() < rest) and time.monotonic() < until:
            application.processEvents()
            time.sleep(0.005)


def main() -> int:
    """For `make screenshots`: HOME OUT, on the display at hand, the window as large as the screen; 1 when anything is cut or too small."""
    home, out = Path(sys.argv[1]), Path(sys.argv[2])
    log.install(home)
    _, faults = walk(home, out, fit_screen=True)
    for fault in faults:
        print(f"  {fault}")  # noqa: T201 - for the person who runs it
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
