"""The PET-CT screen on a real store: a scan is taken in, analysed beside the screen, read blind, corrected by hand and signed; at every size."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from datetime import date, datetime
from io import BytesIO

import numpy as np
import pytest
from argon2 import PasswordHasher
from pydicom import dcmread
from PyQt5.QtCore import QPoint, Qt
from PyQt5.QtWidgets import QFrame, QVBoxLayout

from algorithms.petct.analysis import Method
from algorithms.petct.margin import Margin
from console.acquisition.petct_desk import PetCtDesk
from console.acquisition.petct_pictures import Layer
from console.acquisition.petct_sources import arrivals
from console.acquisition.petct_volumes import Plane
from console.cases import petct_log as log
from console.cases import pushed_log, reads_log
from console.cases.inbox import Inbox, Note
from console.cases.inputs import signed_readings
from console.cases.model import Patient, Role, Side
from console.cases.pins import Pins
from console.cases.service import CaseService
from console.exports import case_export
from console.exports.sights import Sights
from console.modalities import evidence_of
from console.petct import solid_of
from console.pushed_scans import PushedScans
from console.views.petct import PetCtView
from console.widgets import fit, theme
from console.widgets.room import Room
from console.widgets.scale import Scale
from devices.simulated.petct import TumourKind, simulate_scan
from devices.simulated.petct_dicom import write_petct
from devices.simulated.petct_seg import write_segmentation

WEAK = Pins(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
LONG_MS = 90_000
pytestmark = [pytest.mark.timeout(300), pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")]


@pytest.fixture(scope="module")
def scan(tmp_path_factory):
    """A scan with the scanner's own outline beside it."""
    folder = tmp_path_factory.mktemp("scanner") / "scan"
    made = simulate_scan(5, kind=TumourKind.NST, positive=True, size=(80, 90, 100))
    files = write_petct(made, folder)
    write_segmentation(made, files.ct, folder / "seg.dcm")
    return folder


@pytest.fixture
def service(tmp_path):
    made = CaseService.open(tmp_path / "home", pins=WEAK)
    yield made
    made.close()


@pytest.fixture
def surgeon(service):
    administrator = service.sign_in(service.add_user(None, "Administrator", Role.ADMINISTRATOR, "2468").id, "2468")
    return service.sign_in(service.add_user(administrator, "Surgeon 1", Role.SURGEON, "2468").id, "2468")


@pytest.fixture
def size():
    return 1366, 768


@pytest.fixture
def inbox(service):
    return Inbox(service.ledger.home, service.ledger.keys)


@pytest.fixture
def room(qtbot, qapp, service, surgeon, size, inbox):
    theme.load_fonts()
    made = Room(service, lambda: datetime.now().astimezone(), Scale.of(*size, 96.0))
    qapp.setStyleSheet(theme.stylesheet(made.scale))
    made.session = surgeon
    made.petct = PetCtDesk(service.ledger.home, lambda: inbox, made.now, made.petct_changed.emit)
    made.pushed = PushedScans(made)
    case = service.create_case(surgeon, Patient("0004217", "Demo", "Alma", date(1972, 3, 14)), Side.LEFT, made.now(), simulated=True)
    made.show_case(service.case_file(surgeon, case.id))
    yield made
    made.petct.stop()
    assert made.stop()
    qapp.setStyleSheet("")


@pytest.fixture
def view(qtbot, room, size):
    scale = room.scale
    frame = QFrame()
    frame.setProperty("surface", "ground")
    box = QVBoxLayout(frame)
    box.setContentsMargins(0, 0, 0, 0)
    made = PetCtView(room)
    box.addWidget(made)
    qtbot.addWidget(frame)
    frame.resize(
        size[0] - max(scale.px(128), scale.target + 2 * scale.px(12)), size[1] - max(scale.px(88), scale.target + 2) - scale.px(76)
    )
    made.frame = frame
    frame.show()
    return made


def tap(qtbot, button):
    qtbot.waitUntil(button.isEnabled, timeout=LONG_MS)
    qtbot.mouseClick(button, Qt.LeftButton)


def taken(qtbot, view, folder):
    view._dropped((str(folder),))
    qtbot.waitUntil(lambda: view._at_hand is not None and view._at_hand.scan is not None and not view._busy, timeout=LONG_MS)


def analysed(qtbot, view):
    tap(qtbot, view.compare.methods.buttons["threshold"])
    qtbot.waitUntil(lambda: view._answer is not None and not view._busy, timeout=LONG_MS)
    qtbot.waitUntil(view.sign.isVisible, timeout=LONG_MS)


def signed(qtbot, view, room):
    tap(qtbot, view.sign)
    qtbot.waitUntil(lambda: log.standing(room.case_file, view._specimen.id) is not None and not view._busy, timeout=LONG_MS)


def fits(view, room):
    return fit.misfits(view.frame) + fit.crowded(view.frame, room.scale)


def both_outlines_leave(service, surgeon, file, kept, folder):
    """The corrected outline is exported as it stands, marked and told from the models' own, which leaves too; both lie on the scan's slices."""
    objects = case_export.dicom_objects(service, surgeon, file, evidence_of, Sights({}), b"%PDF-1.4 odd")
    found = [dcmread(BytesIO(one.content)) for one in objects if one.head.Modality == "SEG"]
    edited, models = sorted(found, key=lambda one: one.SeriesNumber)
    assert [one.SegmentSequence[0].SegmentAlgorithmType for one in (edited, models)] == ["SEMIAUTOMATIC", "AUTOMATIC"]
    assert edited.SegmentSequence[0].SegmentDescription == "Drawn by petct-margin threshold, then edited by hand by a surgeon."
    assert edited.ContentCreatorName == "Surgeon 1"
    assert not models.ContentCreatorName
    assert edited.SeriesInstanceUID != models.SeriesInstanceUID
    assert edited.FrameOfReferenceUID == models.FrameOfReferenceUID
    research = case_export.for_research(service, surgeon, [(file, Sights({}))], evidence_of)
    assert sum("tumour" in item.name for item in research) == 2
    assert not any(b"Surgeon 1" in item.content for item in research)
    assert edited.pixel_array.sum() == kept.tumour.sum() != models.pixel_array.sum()
    for one in objects:
        (folder / "object.dcm").write_bytes(one.content)
        if one.head.Modality == "SEG" and shutil.which("dciodvfy"):
            said = subprocess.run(["dciodvfy", "-new", str(folder / "object.dcm")], capture_output=True, text=True, check=False)
            assert "Error" not in said.stdout + said.stderr


def test_a_scan_is_analysed_signed_corrected_and_measured_again(qtbot, view, room, scan, service, surgeon, tmp_path):
    taken(qtbot, view, scan)
    assert not view.sign.isEnabled()
    analysed(qtbot, view)
    margin = view._answer.found.margin
    assert isinstance(margin, Margin)
    assert view.verdict.number.number == f"{margin.minimum_mm:.1f}"
    assert "cannot clear" in view.faces.words.whole or "orientation not recorded" in view.faces.words.whole
    assert view.planes[Plane.AXIAL].mark == "Simulated"
    assert view.planes[Plane.AXIAL].cut.narrowest is not None
    tap(qtbot, view.more)
    assert "Scanner's own outline" in view.more_page.words.whole
    signed(qtbot, view, room)
    first = log.standing(room.case_file, view._specimen.id)
    assert first.provenance.simulated
    kinds = {asset.media_type for asset in room.case_file.assets}
    assert {log.KEPT, log.DICOM, log.PNG} <= kinds
    assert len(first.assets) == 5
    assert [row.title for row in evidence_of(room.case_file)] == [log.TITLE]
    tap(qtbot, view.correct)
    tap(qtbot, view.hand_page.tool.buttons["brush"])
    plane = view.planes[Plane.AXIAL]
    before = view._hand.tumour.copy()
    middle = plane.field().center().toPoint()
    qtbot.mousePress(plane, Qt.LeftButton, pos=middle)
    qtbot.mouseMove(plane, middle + QPoint(20, 6))
    qtbot.mouseRelease(plane, Qt.LeftButton, pos=middle + QPoint(20, 6))
    assert view._hand.changed > 0
    tap(qtbot, view.hand_page.undo)
    assert np.array_equal(view._hand.tumour, before)
    tap(qtbot, view.hand_page.tool.buttons["eraser"])
    tap(qtbot, view.hand_page.radius.buttons["2"])
    qtbot.mouseClick(plane, Qt.LeftButton, pos=middle)
    assert view._hand.changed > 0
    view._sign_correction()
    qtbot.waitUntil(lambda: view._hand is None and not view._busy, timeout=LONG_MS)
    again = log.standing(room.case_file, view._specimen.id)
    assert (again.supersedes, again.reason) == (first.id, log.EDITED)
    assert dict(again.provenance.parameters)[log.EDITOR] == "Surgeon 1"
    assert again.validity.statement.startswith("Outline edited by hand by Surgeon 1.")
    assert "edited by Surgeon 1" in evidence_of(room.case_file)[0].subtitle
    assert service.verify() == ()
    both_outlines_leave(service, surgeon, room.case_file, view._opened[again.id], tmp_path)
    for inputs in signed_readings(service.ledger.home):
        if inputs.reading.modality == log.MODALITY:
            assert log.recompute(inputs).values == inputs.reading.values
            solid = solid_of(inputs)
            half = np.abs(solid.specimen.points).max(axis=0)
            assert (np.abs(solid.tumour.points).max(axis=0) <= half + 1).all()


def test_a_reader_who_chose_blind_sees_nothing_until_the_call_is_saved(qtbot, view, room, scan):
    taken(qtbot, view, scan)
    tap(qtbot, view.reading)
    tap(qtbot, view.read_page.blind)
    qtbot.waitUntil(lambda: view._hidden and not view._busy, timeout=LONG_MS)
    tap(qtbot, view.compare.methods.buttons["threshold"])
    qtbot.waitUntil(lambda: view._at_hand.answers.get(Method.THRESHOLD) is not None, timeout=LONG_MS)
    qtbot.waitUntil(lambda: view.verdict.headline.text() == "Reading blind", timeout=LONG_MS)
    assert all(label.text() == "–" for label in view.faces.rows.values())
    assert all(not widget.cut.outlines and widget.cut.narrowest is None for widget in view.planes.values())
    assert not view.sign.isEnabled()
    assert not reads_log.has_seen(room.case_file, view._specimen.id, "Surgeon 1")
    for choice, value in ((view.read_page.call, "positive"), (view.read_page.face, "inferior"), (view.read_page.confidence, "high")):
        tap(qtbot, choice.buttons[value])
    tap(qtbot, view.read_page.save)
    qtbot.waitUntil(lambda: not view._hidden and not view._busy, timeout=LONG_MS)
    (read,) = reads_log.reads(room.case_file, view._specimen.id)
    assert read.blind
    assert read.call.positive
    assert reads_log.majority([read]).positive is True
    qtbot.waitUntil(lambda: view.planes[Plane.AXIAL].cut.outlines != (), timeout=LONG_MS)
    qtbot.waitUntil(lambda: reads_log.has_seen(room.case_file, view._specimen.id, "Surgeon 1"), timeout=LONG_MS)
    assert not view.read_page.blind.isEnabled()


def pushed(inbox, scan, case_id):
    """A scanner sent it, and it was given to a case; what it sent, in the order of its instances."""
    contents = {f"1.2.{number}": path.read_bytes() for number, path in enumerate(sorted(scan.rglob("*.dcm")))}
    for instance, content in contents.items():
        inbox.keep(Note("MICROCT", "1.2", instance, "1.9", "1.9.1", "2026-11-20T09:00:00+01:00", len(content)), content)
    inbox.give(contents, case_id)
    return [contents[instance] for instance in sorted(contents)]


def objects(service, surgeon, file):
    """What the case has of it, as it was received."""
    (asset,) = pushed_log.kept(file)
    with zipfile.ZipFile(BytesIO(service.read_asset(surgeon, file.case.id, asset.sha256))) as archive:
        return [archive.read(name) for name in sorted(archive.namelist()) if name.endswith(".dcm")]


def test_what_a_scanner_pushed_is_taken_from_the_sealed_inbox_and_stays_with_its_case(
    qtbot, view, room, scan, inbox, service, surgeon, monkeypatch
):
    said, file = [], room.case_file
    room.said.connect(said.append)
    sent = pushed(inbox, scan, file.case.id)
    tap(qtbot, view.importing)
    qtbot.waitUntil(lambda: bool(view.picker.tiles), timeout=LONG_MS)
    qtbot.mouseClick(view.picker.tiles[0], Qt.LeftButton)
    qtbot.waitUntil(lambda: view._at_hand is not None and view._at_hand.scan is not None and not view._busy, timeout=LONG_MS)
    assert not list(service.ledger.home.rglob("*.dcm"))
    analysed(qtbot, view)
    with monkeypatch.context() as full:

        def no_room(*_of):
            raise OSError(28, "No space left on device")

        full.setattr(service, "add_asset_pieces", no_room)
        signed(qtbot, view, room)
        qtbot.waitUntil(lambda: bool(said), timeout=LONG_MS)
    assert said == [f"{pushed_log.STAYS} The disk is full. What was shown as saved is safe; free some space, then try again."]
    assert [one.instance for one in inbox.notes()]
    assert pushed_log.kept(service.case_file(surgeon, file.case.id)) == ()
    assert arrivals(service.ledger.home, inbox, room.now(), (), case_id=file.case.id)[0].place == "Signed, waits to be kept with the case"
    room.show_case(None)
    room.show_case(service.case_file(surgeon, file.case.id))
    qtbot.waitUntil(lambda: bool(pushed_log.kept(room.case_file)), timeout=LONG_MS)
    assert objects(service, surgeon, room.case_file) == sent
    assert not list(inbox.folder.iterdir())
    assert len(said) == 1
    assert service.verify() == ()


def test_what_cannot_be_used_is_one_sentence_and_changes_nothing(qtbot, view, room, tmp_path):
    said = []
    room.said.connect(said.append)
    (tmp_path / "wrong").mkdir()
    (tmp_path / "wrong" / "a.dcm").write_bytes(b"no picture")
    view._dropped((str(tmp_path / "wrong"),))
    qtbot.waitUntil(lambda: bool(said), timeout=LONG_MS)
    assert view._at_hand is None
    assert room.case_file.readings == ()


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (3840, 2160)])
def test_every_page_fits(qtbot, view, room, scan):
    assert fits(view, room) == []
    taken(qtbot, view, scan)
    analysed(qtbot, view)
    view._layer = Layer.DOUBT
    for page in (view.cards, view.more_page, view.read_page):
        view._open_page(page)
        qtbot.wait(1)
        assert fits(view, room) == []
    view._ask_scan()
    qtbot.wait(1)
    assert fits(view, room) == []
    view._ask_scan()
    signed(qtbot, view, room)
    tap(qtbot, view.correct)
    qtbot.wait(1)
    assert fits(view, room) == []
