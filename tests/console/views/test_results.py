"""The results screen on the real store: every form from its tile to the board, correction, undo, crash, pictures; and that it fits at three sizes."""

import math
import os
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from PyQt5.QtCore import QEvent, QPoint, QPointF, Qt
from PyQt5.QtGui import QMouseEvent
from PyQt5.QtWidgets import QFrame, QVBoxLayout

from algorithms.evidence.kinds import EXAMINATIONS, Finding, Kind
from algorithms.evidence.views import Projection
from algorithms.faces import Face
from algorithms.margins.model import MarginClass
from console.cases import followup_log, pathway_log
from console.cases import results_log as log
from console.cases.model import EventKind, OutcomeKind, Patient, Role, Side, SpecimenKind
from console.cases.pins import Pins
from console.cases.results_codec import result_of
from console.cases.service import CaseService
from console.modalities import evidence_of
from console.views.results import ResultsView
from console.views.results_form import REASONS
from console.views.results_image import lengthened
from console.widgets import fit, theme
from console.widgets.room import Room
from console.widgets.scale import Scale
from devices.simulated.radiograph import radiograph, rulers
from devices.simulated.specimen import simulate_specimen

WEAK = Pins(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
SIZES = [(1366, 768), (1920, 1080), (3840, 2160)]
LOOK = os.environ.get("RIMLIGHT_LOOK")  # a folder: every state that is tested for fit is saved there as a picture


def wait(qtbot, room):
    for worker in (room.do_unsigned, room.do_unsigned):
        done = []
        worker(lambda _service: 0, done.append)
        qtbot.waitUntil(lambda done=done: bool(done))
    slow = []
    room.do_slowly(lambda _service, _session: 0, slow.append)
    qtbot.waitUntil(lambda: bool(slow))
    qtbot.wait(5)


@pytest.fixture
def store(tmp_path):
    service = CaseService.open(tmp_path / "store", pins=WEAK)
    administrator = service.sign_in(service.add_user(None, "Administrator", Role.ADMINISTRATOR, "2468").id, "2468")
    people = {role: service.add_user(administrator, f"{role.value.title()} 1", role, "2468") for role in (Role.NURSE, Role.SURGEON)}
    yield service, {role: service.sign_in(user.id, "2468") for role, user in people.items()}
    service.close()


@pytest.fixture
def case(store):
    service, sessions = store
    patient = Patient("0004217", "Demo", "Alma", date(1972, 3, 14))
    return service.create_case(sessions[Role.NURSE], patient, Side.LEFT, datetime.now().astimezone(), simulated=True)


@pytest.fixture
def size():
    return 1366, 768


@pytest.fixture
def room(qtbot, qapp, store, case, size):
    service, sessions = store
    theme.load_fonts()
    made = Room(service, lambda: datetime.now().astimezone(), Scale.of(*size, 96.0))
    qapp.setStyleSheet(theme.stylesheet(made.scale))
    made.session = sessions[Role.SURGEON]
    made.show_case(service.case_file(made.session, case.id))
    yield made
    assert made.stop()
    qapp.setStyleSheet("")


@pytest.fixture
def view(qtbot, room, size):
    """As the shell frames it: less the bars, the rail and the timeline."""
    scale, made = room.scale, ResultsView(room, evidence_of)
    frame = QFrame()
    frame.setProperty("surface", "ground")
    box = QVBoxLayout(frame)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(made)
    qtbot.addWidget(frame)
    rail = max(scale.px(128), scale.finger + 2 * scale.px(12))
    frame.resize(size[0] - rail, size[1] - max(scale.px(88), scale.finger + 2) - scale.px(76))
    made.frame = frame  # keeps it alive
    frame.show()
    wait(qtbot, room)
    return made


def tap(qtbot, room, button):
    qtbot.mouseClick(button, Qt.LeftButton)
    wait(qtbot, room)


def choose(qtbot, room, form, tile, words):
    tap(qtbot, room, form.tiles[tile])
    tap(qtbot, room, next(button for button in form.buttons if button.text() == words))


def name(qtbot, room, form, tile, letters="Dr Ki"):
    tap(qtbot, room, form.tiles[tile])
    form.name.set_text(letters)
    tap(qtbot, room, form.keyboard.done_key)


def hold(qtbot, room, button):
    qtbot.mousePress(button, Qt.LeftButton)
    qtbot.wait(1000)
    qtbot.mouseRelease(button, Qt.LeftButton)
    wait(qtbot, room)


def frozen(qtbot, room, view):
    """Medial DCIS at 1.5 mm, the rest negative, a pathologist, the ink definition; signed."""
    view.open(Kind.FROZEN)
    form = view.form
    choose(qtbot, room, form, "medial", "DCIS")
    for key in "1.5":
        qtbot.mouseClick(form.typing.keypad.keys[key], Qt.LeftButton)
    tap(qtbot, room, form.typing.keypad.next_button)
    tap(qtbot, room, form.rest)
    name(qtbot, room, form, "pathologist")
    choose(qtbot, room, form, "definition", "DCIS or invasive")
    hold(qtbot, room, form.typing.sign)
    return form


def test_a_frozen_section_goes_from_sent_to_the_board_by_taps(qtbot, room, view):
    tap(qtbot, room, view.tiles[Kind.FROZEN].send)
    assert [row.subtitle for row in evidence_of(room.case_file)] == ["waiting"]
    assert "Waiting since" in view.tiles[Kind.FROZEN].tile.value.whole
    assert not view.tiles[Kind.FROZEN].send.isEnabled()
    frozen(qtbot, room, view)
    file = room.case_file
    assert [event.kind for event in file.events] == [EventKind.FROZEN_SENT, EventKind.FROZEN_RESULT]
    (row,) = evidence_of(file)
    cells = {found.face: found for found in row.faces}
    assert (cells[Face.MEDIAL].margin_mm, cells[Face.SUPERIOR].margin_class) == (Decimal("1.5"), MarginClass.NEGATIVE)
    assert row.subtitle == "Dr Ki, positive: DCIS or invasive"
    assert {entry.by for entry in file.entries} == {"Surgeon 1"}


def test_a_crash_loses_nothing_that_was_tapped(qtbot, room, view, store, case):
    view.open(Kind.FROZEN)
    choose(qtbot, room, view.form, "medial", "Invasive")
    service, _ = store
    fields, reading, _ = log.draft(service.case_file(room.session, case.id), Kind.FROZEN, log.main_specimen_id(room.case_file))
    assert (fields, reading) == ({"medial finding": "invasive"}, None)
    tap(qtbot, room, view.form.back)
    assert view.tiles[Kind.FROZEN].tile.value.whole == "Begun, not signed"
    view.open(Kind.FROZEN)
    assert view.form.tiles["medial"].value.whole == "invasive"


def test_undo_takes_back_tap_by_tap_and_a_second_tap_on_a_choice_takes_it_away(qtbot, room, view):
    view.open(Kind.GROSS)
    form = view.form
    choose(qtbot, room, form, "medial", "Near the surface")
    choose(qtbot, room, form, "lateral", "At the surface")
    tap(qtbot, room, form.typing.undo)
    assert (form.tiles["lateral"].value.whole, form.tiles["medial"].value.whole) == ("–", "near")
    choose(qtbot, room, form, "medial", "Near the surface")
    assert form.tiles["medial"].value.whole == "–"


def test_a_contradiction_is_said_at_once_and_cannot_be_signed(qtbot, room, view):
    view.open(Kind.GROSS)
    form = view.form
    choose(qtbot, room, form, "medial", "Away from the surface")
    qtbot.mouseClick(form.typing.keypad.keys["0"], Qt.LeftButton)
    tap(qtbot, room, form.typing.keypad.next_button)
    assert "One of the two is wrong" in form.notice.text()
    assert not form.typing.sign.isEnabled()


def test_a_correction_keeps_what_was_signed_and_names_its_reason(qtbot, room, view):
    form = frozen(qtbot, room, view)
    first = log.standing(room.case_file, Kind.FROZEN, log.main_specimen_id(room.case_file))
    tap(qtbot, room, form.signed.correct)
    tap(qtbot, room, form.choice.buttons[1])
    choose(qtbot, room, form, "medial", "Invasive")
    hold(qtbot, room, form.typing.sign)
    second = log.standing(room.case_file, Kind.FROZEN, log.main_specimen_id(room.case_file))
    assert (second.supersedes, second.reason) == (first.id, REASONS[1])
    assert result_of(second).at(Face.MEDIAL).finding is Finding.INVASIVE
    assert len(evidence_of(room.case_file)) == 1
    assert "corrected" in evidence_of(room.case_file)[0].subtitle


def test_final_pathology_is_an_outcome_too_and_a_nurse_is_refused_before_anything_is_written(qtbot, room, view, store, case):
    service, sessions = store
    view.open(Kind.PATHOLOGY)
    form = view.form
    tap(qtbot, room, form.rest)
    name(qtbot, room, form, "pathologist")
    choose(qtbot, room, form, "type", "NST")
    choose(qtbot, room, form, "T", "pT1c")
    room.session = sessions[Role.NURSE]
    said = []
    room.said.connect(said.append)
    hold(qtbot, room, form.typing.sign)
    assert said == ["The role nurse may not add outcomes."]
    assert room.case_file.readings == ()
    room.session = sessions[Role.SURGEON]
    hold(qtbot, room, form.typing.sign)
    file = service.case_file(room.session, case.id)
    assert [outcome.kind for outcome in file.outcomes] == [OutcomeKind.PATHOLOGY]
    assert file.outcomes[0].values == file.readings[0].values


# --- the radiograph ----------------------------------------------------------------------------------------------------------------------


def put_picture(room, projection=Projection.FRONT, file="front.dcm"):
    """A simulated cabinet writes its file where pictures are taken from; the exposure."""
    exposed = radiograph(simulate_specimen(114), projection.value, 114)
    folder = Path(room._service.ledger.home) / "incoming"
    folder.mkdir(exist_ok=True)
    (folder / file).write_bytes(exposed.dicom(datetime.now().astimezone()))
    return exposed


def drag(qtbot, image, index, target):
    """A finger that lands beside an end of the ruler and drags it to a place in the picture."""
    at = QPoint(*image.place_of(index)) + QPoint(9, -7)
    to = image._to_window(target).toPoint() + QPoint(9, -7)
    qtbot.mousePress(image, Qt.LeftButton, pos=at)
    qtbot.mouseMove(image, (at + to) / 2)
    image.mouseMoveEvent(_moved(image, to))
    qtbot.mouseRelease(image, Qt.LeftButton, pos=to)


def _moved(image, to):
    return QMouseEvent(QEvent.MouseMove, QPointF(to), Qt.LeftButton, Qt.LeftButton, Qt.NoModifier)


def lay(qtbot, room, form, button):
    """Light a ruler and set both of its ends where they are."""
    tap(qtbot, room, button)
    for index in (0, 1):
        drag(qtbot, form.image, index, form.image.rulers[form.image.active].ends[index])
        wait(qtbot, room)


def imported(qtbot, room, view, projection=Projection.FRONT):
    exposed = put_picture(room, projection, f"{projection.name}.dcm")
    view.open(Kind.RADIOGRAPH)
    wait(qtbot, room)
    tap(qtbot, room, view.form.picker.tiles[0])
    return view.form, exposed


def test_a_radiograph_is_measured_by_dragging_and_clears_by_the_rule(qtbot, room, view):
    form, exposed = imported(qtbot, room, view)
    laid = rulers(simulate_specimen(114), exposed, 1)
    for button in form.controls.faces:
        tap(qtbot, room, button)
        for index, point in enumerate(laid[button.property("face")]):
            drag(qtbot, form.image, index, point)
            wait(qtbot, room)
    truth = {"superior": 29.4, "inferior": 13.9, "medial": 13.4, "lateral": 14.0}
    for face, mm in truth.items():
        assert float(form.view.margin_mm(Face(face))) == pytest.approx(mm, abs=1.6)
    assert not form.controls.sign.isEnabled()
    for fact in form.controls.facts.values():
        tap(qtbot, room, fact)
    hold(qtbot, room, form.controls.sign)
    (row,) = evidence_of(room.case_file)
    assert row.can_clear
    assert len(row.faces) == 4
    (reading,) = room.case_file.readings
    assert reading.assets == (form.view.image_sha256,)
    assert result_of(reading).views[0].rulers == form.view.rulers
    assert next(asset for asset in room.case_file.assets if asset.sha256 == reading.assets[0]).media_type == "application/dicom"


def lengths(ruler):
    return ruler.start, ruler.end


def test_plus_and_minus_move_the_outer_end_by_one_pixel(qtbot, room, view):
    form, _ = imported(qtbot, room, view)
    tap(qtbot, room, form.controls.faces[0])
    tap(qtbot, room, form.controls.longer)
    assert form.view.rulers == ()  # a ruler that nobody has laid measures nothing
    drag(qtbot, form.image, 0, (200.0, 190.0))
    wait(qtbot, room)
    before = form.view.rulers[0]
    tap(qtbot, room, form.controls.longer)
    after = form.view.rulers[0]
    assert after.start == before.start
    assert math.dist(*lengths(after)) - math.dist(*lengths(before)) == pytest.approx(1.0)
    tap(qtbot, room, form.controls.shorter)
    assert form.view.rulers[0].end == pytest.approx(before.end)
    assert lengthened(((0, 0), (0, 1)), -5) == ((0, 0), (0, 1))


def test_a_scale_is_set_on_a_known_length_and_cancel_leaves_it(qtbot, room, view):
    form, _ = imported(qtbot, room, view)
    lay(qtbot, room, form, form.controls.scale_button)
    tap(qtbot, room, form.controls.scale_button)
    assert form._stack.currentWidget() is form.known
    tap(qtbot, room, form.known.keypad.back_button)
    assert "magnification of 1.25" in form.view.spacing.statement
    tap(qtbot, room, form.controls.scale_button)
    assert form._stack.currentWidget() is form.known
    for key in "30":
        qtbot.mouseClick(form.known.keypad.keys[key], Qt.LeftButton)
    tap(qtbot, room, form.known.keypad.next_button)
    start, end = form.view.calibration
    assert form.view.spacing.col_mm == pytest.approx(30 / (end[1] - start[1]))


def test_a_picture_comes_back_from_the_store_when_the_form_is_opened_again(qtbot, room, view):
    form, exposed = imported(qtbot, room, view)
    tap(qtbot, room, form.controls.back)
    view.open(Kind.RADIOGRAPH)
    wait(qtbot, room)
    assert view.form.image.size_px == exposed.counts.shape


def test_a_file_that_is_no_picture_is_refused_in_one_sentence_and_nothing_is_kept(qtbot, room, view):
    folder = Path(room._service.ledger.home) / "incoming"
    folder.mkdir()
    (folder / "Miller_Anna.dcm").write_bytes(b"not a picture" * 100)
    said = []
    room.said.connect(said.append)
    view.open(Kind.RADIOGRAPH)
    wait(qtbot, room)
    tap(qtbot, room, view.form.picker.tiles[0])
    assert said == ["Radiograph: This is neither a DICOM file nor a PNG or JPEG picture."]
    assert room.case_file.assets == ()


# --- pathway, follow-up, specimens ---------------------------------------------------------------------------------------------------------


def test_a_step_is_skipped_with_a_reason_and_taken_up_again(qtbot, room, view):
    assert "Next: specimen radiograph." in view.pathway.line.words.text()
    tap(qtbot, room, view.pathway.skip)
    tap(qtbot, room, view.choice.buttons[0])
    assert "Specimen radiograph skipped: not available today." in view.pathway.line.words.text()
    fields = [entry.value for entry in room.case_file.entries if entry.form == pathway_log.FORM]
    assert fields == ["Not available today"]
    frozen(qtbot, room, view)
    tap(qtbot, room, view.form.back)
    assert view.pathway.skip.text() == "Take up again"
    tap(qtbot, room, view.pathway.skip)
    assert "passed over" in view.pathway.line.words.text()


def test_another_order_is_chosen_for_this_case(qtbot, room, view):
    tap(qtbot, room, view.pathway.order)
    tap(qtbot, room, next(button for button in view.choice.buttons if button.text().startswith("Fluorescence")))
    assert view.pathway.line.words.text() == "Fluorescence, then frozen section. Next: fluorescence check."


def test_a_visit_is_logged_and_its_complication_counted(qtbot, room, view):
    view._open_visits()
    form = view.form
    tap(qtbot, room, form.choices["skin colour"].buttons["green stain"])
    tap(qtbot, room, form.choices["infection"].buttons["by mouth"])
    hold(qtbot, room, form.sign)
    kinds = [outcome.kind for outcome in room.case_file.outcomes]
    assert kinds == [OutcomeKind.FOLLOW_UP, OutcomeKind.COMPLICATION]
    assert followup_log.visits(room.case_file)[0].day == 0
    assert not form.sign.isEnabled()
    tap(qtbot, room, form.correct)
    tap(qtbot, room, form.choices["infection"].buttons["none"])
    hold(qtbot, room, form.sign)
    tap(qtbot, room, form.choice.buttons[0])
    visit, complication = room.case_file.outcomes
    assert {value.text for value in complication.values} == {"infection", "none"}
    assert visit.reason == complication.reason == "Typed wrong"


def test_results_belong_to_the_specimen_that_is_chosen(qtbot, room, view, store, case):
    service, _ = store
    shave = service.add_specimen(room.session, case.id, SpecimenKind.SHAVE, face=Face.MEDIAL)
    room.case_file = service.case_file(room.session, case.id)
    room.case_changed.emit()
    tap(qtbot, room, view._specimens.buttons[shave.id])
    tap(qtbot, room, view.tiles[Kind.FROZEN].send)
    assert room.case_file.events[-1].specimen_id == shave.id
    tap(qtbot, room, view._specimens.buttons[log.main_specimen_id(room.case_file)])
    assert view.tiles[Kind.FROZEN].send.isEnabled()


@pytest.mark.parametrize("size", SIZES)
def test_every_state_fits(qtbot, room, view, size, store, case):
    frame = view.frame
    frame.setMaximumSize(frame.size())
    faults = []

    def fits(what):
        wait(qtbot, room)
        if LOOK:
            frame.grab().save(f"{LOOK}/{size[0]}-{what}.png")
        faults.extend(f"{what}: {fault}" for fault in (*fit.misfits(frame), *fit.crowded(frame, room.scale)))

    service, _ = store
    fits("overview")
    tap(qtbot, room, view.pathway.skip)
    fits("skip")
    tap(qtbot, room, view.choice.buttons[0])
    service.add_specimen(room.session, case.id, SpecimenKind.SHAVE, face=Face.MEDIAL)
    service.add_specimen(room.session, case.id, SpecimenKind.SHAVE, face=Face.POSTERIOR)
    for known in EXAMINATIONS:
        if known.kind is Kind.RADIOGRAPH:
            continue
        view.open(known.kind)
        fits(f"{known.kind}-empty")
        for tile in view.form.tiles.values():
            tap(qtbot, room, tile)
            if view.form._pages.currentIndex():
                fits(f"{known.kind}-name")
                tap(qtbot, room, view.form.keyboard.done_key)
            fits(f"{known.kind}-{tile.accessibleName().replace(' ', '-')}")
        tap(qtbot, room, view.form.back)
    form = frozen(qtbot, room, view)
    fits("frozen-signed")
    tap(qtbot, room, form.signed.correct)
    fits("frozen-reason")
    view.open(Kind.RADIOGRAPH)
    fits("radiograph-none")
    tap(qtbot, room, view.form.controls.back)
    form, _exposed = imported(qtbot, room, view)
    fits("radiograph-fresh")
    for button in form.controls.faces:
        lay(qtbot, room, form, button)
    fits("radiograph-ruler")
    lay(qtbot, room, form, form.controls.scale_button)
    fits("radiograph-scale")
    tap(qtbot, room, form.controls.scale_button)
    fits("radiograph-known")
    view._open_visits()
    fits("followup")
    tap(qtbot, room, view.form.back)
    fits("overview-filled")
    assert faults == []
