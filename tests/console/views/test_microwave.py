"""The microwave screen on a real store and the simulated scanner: reference, scan, pause, stop and sign; import; interruption; at every size."""

from __future__ import annotations

import contextlib
from datetime import date, datetime

import numpy as np
import pytest
from argon2 import PasswordHasher
from PyQt5.QtCore import Qt
from PyQt5.QtWidgets import QFrame, QVBoxLayout

from algorithms.faces import Face
from algorithms.margins.judgement import judge
from algorithms.margins.model import MarginClass
from algorithms.margins.rules import rule_set
from algorithms.orientation import Axis, Laterality, orient
from console.acquisition.scanning import Scanning
from console.cases import microwave_log as log
from console.cases.model import Patient, Role, Side
from console.cases.orientation_log import sign_orientation
from console.cases.pins import Pins
from console.cases.service import CaseService
from console.faults import Refused
from console.modalities import evidence_of
from console.scans.writer import write_hdf5
from console.settings import Settings
from console.views.microwave import MicrowaveView
from console.widgets import fit, theme
from console.widgets.depth_map import Layer
from console.widgets.room import Room
from console.widgets.scale import Scale
from devices.device import DeviceKind
from devices.simulated.phantoms import irregular
from devices.simulated.scanner import FINER, SimulatedScanner, SimulatedTable

WEAK = Pins(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
QUICK = Settings(scan_pixels=16, scan_points=31, settling_lifetimes=1)
LONG_MS = 60_000
pytestmark = [pytest.mark.timeout(240), pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")]


@pytest.fixture
def service(tmp_path):
    made = CaseService.open(tmp_path / "home", pins=WEAK)
    yield made
    made.close()


@pytest.fixture
def nurse(service):
    administrator = service.sign_in(service.add_user(None, "Administrator", Role.ADMINISTRATOR, "2468").id, "2468")
    return service.sign_in(service.add_user(administrator, "Nurse 1", Role.NURSE, "2468").id, "2468")


@pytest.fixture
def scanner():
    made = SimulatedScanner(
        table=SimulatedTable(lambda _specimen, rows, columns: irregular(7, rows, columns, finer=FINER)), sleep=lambda _s: None
    )
    yield made
    made.close()


@pytest.fixture
def size():
    return 1366, 768


@pytest.fixture
def plug():
    """What is connected: tests pull it out."""
    return {}


@pytest.fixture
def room(qtbot, qapp, service, nurse, scanner, size, plug):
    theme.load_fonts()
    made = Room(service, lambda: datetime.now().astimezone(), Scale.of(*size, 96.0))
    qapp.setStyleSheet(theme.stylesheet(made.scale))
    made.session, made.settings = nurse, QUICK
    plug[DeviceKind.VNA] = scanner
    made.scanning = Scanning(service.ledger.home, plug.get, lambda: made.settings, made.scan_changed.emit, sleep=lambda _s: None)
    case = service.create_case(nurse, Patient("0004217", "Demo", "Alma", date(1972, 3, 14)), Side.LEFT, made.now(), simulated=True)
    made.show_case(service.case_file(nurse, case.id))
    yield made
    made.scanning.stop()
    assert made.stop()
    qapp.setStyleSheet("")


def opened(qtbot, room, size):
    scale = room.scale
    frame = QFrame()
    frame.setProperty("surface", "ground")
    box = QVBoxLayout(frame)
    box.setContentsMargins(0, 0, 0, 0)
    view = MicrowaveView(room)
    box.addWidget(view)
    qtbot.addWidget(frame)
    frame.resize(
        size[0] - max(scale.px(128), scale.target + 2 * scale.px(12)), size[1] - max(scale.px(88), scale.target + 2) - scale.px(76)
    )
    view.frame = frame
    frame.show()
    qtbot.waitUntil(lambda: not view._busy)
    return view


@pytest.fixture
def view(qtbot, room, size):
    return opened(qtbot, room, size)


def tap(qtbot, button):
    qtbot.waitUntil(button.isEnabled, timeout=LONG_MS)
    qtbot.mouseClick(button, Qt.LeftButton)


def referenced(qtbot, view):
    tap(qtbot, view.reference)
    qtbot.waitUntil(lambda: bool(view._reference), timeout=LONG_MS)


def scanned(qtbot, view, masks=120):
    tap(qtbot, view.faces.buttons[Face.INFERIOR.value])
    tap(qtbot, view.go)
    qtbot.waitUntil(lambda: view._run is not None and view._run.file.shown >= masks, timeout=LONG_MS)


def test_reference_scan_stop_and_the_reading_is_on_the_board(qtbot, view, room):
    assert not view.go.isEnabled()
    referenced(qtbot, view)
    scanned(qtbot, view)
    tap(qtbot, view.use)
    qtbot.waitUntil(lambda: bool(room.case_file.readings), timeout=LONG_MS)
    qtbot.waitUntil(lambda: view._run is None, timeout=LONG_MS)
    reading = room.case_file.readings[0]
    assert (reading.modality, log.face_of(reading), reading.by) == ("microwave", Face.INFERIOR, "Nurse 1")
    assert dict(reading.provenance.parameters)["patterns"].endswith("of 512")
    assert reading.provenance.simulated
    rows = evidence_of(room.case_file)
    assert [row.title for row in rows] == [log.TITLE]
    judged = {one.face: one.margin_class for one in judge(rows, rule_set("microwave-uk-three-class")).faces}
    assert judged[Face.INFERIOR] in {MarginClass.POSITIVE, MarginClass.CLOSE}
    assert not list(view._scanning.folder.glob("scan-*")), "the plain file is gone once the sealed one is there"


def test_a_pulled_plug_pauses_and_the_scan_goes_on(qtbot, view, room, plug, scanner):
    referenced(qtbot, view)
    scanned(qtbot, view, 40)
    plug.clear()
    scanner._vna.close()
    qtbot.waitUntil(lambda: view.go.text() == "Resume", timeout=LONG_MS)
    qtbot.waitUntil(lambda: "Analyser" in view.scan.words.whole or "ANRITSU" in view.scan.words.whole, timeout=LONG_MS)
    shown = view._run.file.shown
    fresh = SimulatedScanner(table=scanner.table, sleep=lambda _s: None)
    with contextlib.closing(fresh):
        plug[DeviceKind.VNA] = fresh
        tap(qtbot, view.go)
        qtbot.waitUntil(lambda: view._run.file.complete, timeout=LONG_MS)
    assert view._run.file.shown > shown


def test_the_map_is_touched_and_its_layers_change(qtbot, view):
    referenced(qtbot, view)
    scanned(qtbot, view)
    tap(qtbot, view.go)
    qtbot.waitUntil(lambda: view.go.text() == "Resume" and view._judged is not None, timeout=LONG_MS)
    view.map.touched.emit(8, 8)
    qtbot.waitUntil(lambda: view.spectrum.plot.curves is not None, timeout=LONG_MS)
    assert "modelled" in view.spectrum.words.text()
    tap(qtbot, view.layer)
    assert view.map.layer is Layer.DOUBT
    assert view.map.mark == "Simulated"
    qtbot.mousePress(view.discard, Qt.LeftButton)
    qtbot.waitUntil(lambda: view._run is None, timeout=LONG_MS)
    qtbot.mouseRelease(view.discard, Qt.LeftButton)
    assert not list(view._scanning.folder.glob("scan-*"))


def test_another_scanners_map_is_taken_in_and_signed(qtbot, view, room):
    depth = np.full((32, 32), 1.3)
    depth[10:14, 10:14] = 0
    write_hdf5(view._scanning.folder.parent / "incoming" / "map.h5", {"depth_mm": depth}, {"field_of_view_mm": [64.0, 64.0]})
    tap(qtbot, view.importing)
    qtbot.waitUntil(lambda: bool(view.picker.tiles), timeout=LONG_MS)
    qtbot.mouseClick(view.picker.tiles[0], Qt.LeftButton)
    qtbot.waitUntil(lambda: view._pending is not None, timeout=LONG_MS)
    assert [(one.height_mm, one.width_mm) for one in view.map.picture.outlines] == [(8, 8)]
    tap(qtbot, view.use)
    qtbot.waitUntil(lambda: bool(room.case_file.readings), timeout=LONG_MS)
    assert log.said_of(room.case_file.readings[0]) is MarginClass.POSITIVE
    qtbot.waitUntil(lambda: "Signed" in view.result.detail.whole, timeout=LONG_MS)


def test_a_damaged_file_is_refused_in_one_sentence(qtbot, view, room):
    folder = view._scanning.folder.parent / "incoming"
    folder.mkdir()
    (folder / "bad.h5").write_bytes(b"\x89HDF\r\n\x1a\n" + bytes(100))
    said = []
    room.said.connect(said.append)
    tap(qtbot, view.importing)
    qtbot.waitUntil(lambda: bool(view.picker.tiles), timeout=LONG_MS)
    qtbot.mouseClick(view.picker.tiles[0], Qt.LeftButton)
    qtbot.waitUntil(lambda: bool(said), timeout=LONG_MS)
    assert "Nothing was imported" in said[0]


def test_an_interrupted_scan_waits_paused_for_the_next_console(qtbot, view, room):
    referenced(qtbot, view)
    scanned(qtbot, view, 60)
    room.scanning.stop()
    left = room.scanning.run.file.shown
    room.scanning = Scanning(
        room.scanning.folder.parent, room.scanning._device, lambda: QUICK, room.scan_changed.emit, sleep=lambda _s: None
    )
    again = opened(qtbot, room, (1366, 768))
    qtbot.waitUntil(lambda: again._run is not None, timeout=LONG_MS)
    qtbot.waitUntil(lambda: again._face is Face.INFERIOR, timeout=LONG_MS)
    assert abs(again._run.file.shown - left) <= 1
    qtbot.waitUntil(lambda: "Interrupted" in again.scan.words.whole)
    tap(qtbot, again.go)
    qtbot.waitUntil(lambda: again._run.file.complete, timeout=LONG_MS)


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (3840, 2160)])
def test_everything_fits_while_it_scans_and_when_it_stands(qtbot, view, room):
    assert fit.misfits(view.frame) + fit.crowded(view.frame, room.scale) == []
    referenced(qtbot, view)
    scanned(qtbot, view)
    qtbot.waitUntil(lambda: view.go.text() == "Pause")
    assert fit.misfits(view.frame) + fit.crowded(view.frame, room.scale) == []
    tap(qtbot, view.go)
    qtbot.waitUntil(lambda: view.go.text() == "Resume" and view._judged is not None, timeout=LONG_MS)
    assert fit.misfits(view.frame) + fit.crowded(view.frame, room.scale) == []


def test_settings_say_what_a_grid_must_be():
    assert QUICK.changed("scan_pixels", 32).scan_pixels == 32
    with pytest.raises(Refused):
        QUICK.changed("scan_pixels", 48)


def test_a_doubtful_part_is_looked_at_again_by_one_tap_and_signed(qtbot, view, room):
    referenced(qtbot, view)
    scanned(qtbot, view, 400)
    qtbot.waitUntil(lambda: view._run.file.complete, timeout=LONG_MS)
    qtbot.waitUntil(view.again.isVisible, timeout=LONG_MS)
    assert view.again.text().startswith("Look again (")
    assert fit.misfits(view.frame) + fit.crowded(view.frame, room.scale) == []
    tap(qtbot, view.again)
    qtbot.waitUntil(lambda: view._scanning.looks_again, timeout=LONG_MS)
    qtbot.waitUntil(lambda: view.scan.title.text().startswith("Second look"), timeout=LONG_MS)
    qtbot.waitUntil(lambda: view._run.file.complete, timeout=LONG_MS)
    qtbot.waitUntil(lambda: view._judged.analysis.map.grid.rows == 32, timeout=LONG_MS)
    view.map.touched.emit(20, 20)
    qtbot.waitUntil(lambda: view.spectrum.plot.curves is not None, timeout=LONG_MS)
    tap(qtbot, view.use)
    qtbot.waitUntil(lambda: bool(room.case_file.readings), timeout=LONG_MS)
    assert dict(room.case_file.readings[0].provenance.parameters)["grid"] == "32×32"
    qtbot.waitUntil(lambda: view._run is None, timeout=LONG_MS)
    qtbot.waitUntil(lambda: view._judged is not None, timeout=LONG_MS)
    assert not list(view._scanning.folder.glob("s*-*"))


def test_the_face_follows_from_the_marks_and_another_is_said(qtbot, room, service, nurse, size):
    file = room.case_file
    lies = orient({Axis.TOP: Face.SUPERIOR, Axis.BACK: Face.POSTERIOR}, Laterality.LEFT)
    sign_orientation(service, nurse, file, file.specimens[0], lies, {Face.SUPERIOR: "Short suture"})
    room.show_case(service.case_file(nurse, file.case.id))
    view = opened(qtbot, room, size)
    assert view._face is Face.POSTERIOR
    assert "lies on its" not in view.scan.words.whole
    tap(qtbot, view.faces.buttons[Face.INFERIOR.value])
    assert "the specimen lies on its posterior face" in view.scan.words.whole
