"""`rimlight bench margins`: how long a case with 500 readings takes from the store to the board, a new reading to its cell, and a turn in 3-D."""

from __future__ import annotations

import argparse
import importlib
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from algorithms.evidence.kinds import ON_INK, Finding, Kind
from algorithms.evidence.result import FaceResult, Result
from algorithms.faces import Face
from console.cases import results_log
from console.cases.model import Case, Patient, Provenance, Role, Session, Side
from console.cases.results_codec import input_sha256, values
from console.cases.service import CaseService
from console.cases.verdict import judgement_of

READINGS, TIMES, FRAMES = 500, 15, 60
PIN = "274951"
PATIENT = Patient("0000001", "Bench", "Beth", date(1970, 1, 1))


def run(_arguments: argparse.Namespace) -> dict[str, Any]:
    """Milliseconds; everything in this process, the screen without a display."""
    os.environ["RIMLIGHT_KEY_PLACE"] = "file"
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="rimlight-bench-") as folder:
        service = CaseService.open(Path(folder))
        try:
            session, case = _made(service)
            piece = service.case_file(session, case.id).specimens[0].id
            for number in range(READINGS):
                sign(service, session, case, piece, number)
            return {"readings": READINGS, **_store(service, session, case), **_screen(service, session, case)}
        finally:
            service.close()


def sign(service: CaseService, session: Session, case: Case, specimen_id: str, number: int) -> None:
    """One more frozen section of six faces."""
    millimetres = Decimal(number % 7) + Decimal("0.5")
    faces = tuple(FaceResult(face, Finding.DCIS, millimetres) for face in Face)
    told = Result(Kind.FROZEN, faces, (("pathologist", "Bench"), ("definition", ON_INK.id)), ())
    made = Provenance(results_log.ALGORITHM, results_log.VERSION, input_sha256(told), (), "bench", simulated=True)
    service.add_reading(session, case.id, specimen_id, Kind.FROZEN, values(told), results_log.validity(told, case), made)


def _made(service: CaseService) -> tuple[Session, Case]:
    administrator = service.sign_in(service.add_user(None, "Ada", Role.ADMINISTRATOR, PIN).id, PIN)
    session = service.sign_in(service.add_user(administrator, "Grace", Role.SURGEON, PIN).id, PIN)
    return session, service.create_case(session, PATIENT, Side.LEFT, service.ledger.now(), simulated=True)


def _store(service: CaseService, session: Session, case: Case) -> dict[str, Any]:
    evidence_of = importlib.import_module("console.modalities").evidence_of  # brings Qt: only where it is needed
    file = service.case_file(session, case.id)
    return {
        "read_case": timed(lambda: service.case_file(session, case.id)),
        "rows": timed(lambda: evidence_of(file)),
        "judge": timed(lambda: judgement_of(file, evidence_of(file))),
    }


def _screen(service: CaseService, session: Session, case: Case) -> dict[str, Any]:
    """What a person waits for: the case opened to the board drawn; a reading signed to the board drawn; a frame of the turning specimen."""
    widgets = importlib.import_module("PyQt5.QtWidgets")
    application = widgets.QApplication.instance() or widgets.QApplication(["rimlight"])
    theme = importlib.import_module("console.widgets.theme")
    theme.load_fonts()
    scale = importlib.import_module("console.widgets.scale").Scale.of(1920, 1080, 96.0)
    room = importlib.import_module("console.widgets.room").Room(service, service.ledger.now, scale)
    margins = importlib.import_module("console.views.margins")
    evidence_of = importlib.import_module("console.modalities").evidence_of
    try:
        room.session = session
        view = margins.MarginsView(room, evidence_of, margins.Doings())
        view.resize(1776, 908)
        view.show()

        def opened() -> None:
            room.show_case(service.case_file(session, case.id))
            application.processEvents()

        count, piece = iter(range(1, 10_000)), service.case_file(session, case.id).specimens[0].id

        def updated() -> None:
            sign(service, session, case, piece, next(count))
            opened()

        answer = {"open_to_board": timed(opened), "new_reading_to_board": timed(updated), "turn_3d": _turning(application, scale)}
        view.close()
        view.deleteLater()
        return answer
    finally:
        room.stop()


def _turning(application: Any, scale: Any) -> dict[str, float]:
    three = importlib.import_module("console.widgets.specimen_view_3d")
    shape = importlib.import_module("algorithms.specimen.shape")
    judged = importlib.import_module("algorithms.margins.judgement").judge(
        [], importlib.import_module("algorithms.margins.rules").RULE_SETS[0]
    )
    view = three.SpecimenView3D(scale)
    view.resize(520, 360)
    solid = shape.Solid(shape.ellipsoid(48, 62, 31), shape.ellipsoid(20, 24, 15), "axes")
    view.show_specimen(three.Shown(solid, (), Side.LEFT, judged, "", None))
    view.show()
    application.processEvents()

    def turn() -> None:
        view.turn(6, 1)
        view.repaint()

    found = timed(turn, FRAMES)
    view.close()
    return {**found, "frames_per_second": round(1e3 / found["cpu_ms"], 1)}


def timed(work: Callable[[], object], times: int = TIMES) -> dict[str, float]:
    """Median ms, once warm: by the clock, and of this process's own computing, which says the same on a machine that does other things too."""
    work()
    taken, computed = [], []
    for _ in range(times):
        began, busy = time.perf_counter(), time.process_time()
        work()
        taken.append(1e3 * (time.perf_counter() - began))
        computed.append(1e3 * (time.process_time() - busy))
    return {"median_ms": round(statistics.median(taken), 2), "cpu_ms": round(statistics.median(computed), 2)}
