"""The whole path of the specimen screen on the real store: ten numbers by taps, undo, crash, signature, correction, dashboard, report."""

from datetime import date, datetime
from decimal import Decimal
from itertools import pairwise

import pytest
from argon2 import PasswordHasher
from PyQt5.QtCore import Qt
from PyQt5.QtWidgets import QFrame, QVBoxLayout

from algorithms.faces import Face
from algorithms.margins.model import MarginClass
from algorithms.specimen.measurement import Length
from console import rehearsal, resources
from console.cases import fluorescence_log, icg_log
from console.cases import specimen_log as log
from console.cases.model import EventKind, Patient, Role, Side
from console.cases.pins import Pins
from console.cases.service import CaseService
from console.cases.verdict import judgement_of
from console.exports import pdf
from console.modalities import MODALITIES, evidence_of
from console.views.margins import Doings, MarginsView
from console.views.specimen import REASONS, SpecimenView
from console.widgets import fit, theme
from console.widgets.room import Room
from console.widgets.scale import Scale

NUMBERS = dict(zip(Length, "62 48 14 11 20 25 11 20 8 6".split(), strict=True))
WEAK = Pins(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


def wait(qtbot, room):
    done = []
    room.do_unsigned(lambda _service: 0, done.append)
    qtbot.waitUntil(lambda: bool(done))


@pytest.fixture
def store(tmp_path):
    service = CaseService.open(tmp_path / "store", pins=WEAK)
    administrator = service.sign_in(service.add_user(None, "Administrator", Role.ADMINISTRATOR, "2468").id, "2468")
    nurse = service.add_user(administrator, "Nurse 1", Role.NURSE, "2468")
    surgeon = service.add_user(administrator, "Surgeon 1", Role.SURGEON, "2468")
    sessions = {role: service.sign_in(user.id, "2468") for role, user in ((Role.NURSE, nurse), (Role.SURGEON, surgeon))}
    yield service, sessions
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
    made.session = sessions[Role.NURSE]
    made.show_case(service.case_file(made.session, case.id))
    yield made
    assert made.stop()
    qapp.setStyleSheet("")


def opened(qtbot, room, view, size):
    """The view as the shell frames it: less the bars, the rail and the timeline."""
    scale = room.scale
    frame = QFrame()
    frame.setProperty("surface", "ground")
    box = QVBoxLayout(frame)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(view)
    qtbot.addWidget(frame)
    frame.resize(
        size[0] - max(scale.px(128), scale.target + 2 * scale.px(12)), size[1] - max(scale.px(88), scale.target + 2) - scale.px(76)
    )
    view.frame = frame  # keeps it alive
    frame.show()
    wait(qtbot, room)
    return view


@pytest.fixture
def view(qtbot, room, size):
    return opened(qtbot, room, SpecimenView(room), size)


def tap(qtbot, view, text):
    for key in text:
        qtbot.mouseClick(view.typing.keypad.keys[key], Qt.LeftButton)


def enter(qtbot, room, view, numbers=NUMBERS):
    for number in numbers.values():
        tap(qtbot, view, number)
        qtbot.mouseClick(view.typing.keypad.next_button, Qt.LeftButton)
    wait(qtbot, room)


def hold(qtbot, room, button):
    qtbot.mousePress(button, Qt.LeftButton)
    qtbot.waitUntil(lambda: not button.isDown(), timeout=5000)
    wait(qtbot, room)


def entries(room):
    file = room.case_file
    return log.lengths_of_entries(log.standing(file.entries, log.main_specimen(file).id))


def test_ten_numbers_by_taps(qtbot, room, view, case):
    assert view.form.active is Length.RESECTED_MAJOR
    assert not view.typing.sign.isEnabled()
    enter(qtbot, room, view)
    assert {length: str(value) for length, value in entries(room).items()} == NUMBERS
    assert [view.fields[length].number for length in Length] == "62.0 48.0 14.0 11.0 20.0 25.0 11.0 20.0 8.0 6.0".split()
    assert {field.mark for field in view.fields.values()} == {"✓ saved"}
    assert view.centralization.number == "0.90"
    assert view.typing.sign.isEnabled()


def test_the_mark_comes_only_once_it_is_on_disk(qtbot, room, view):
    tap(qtbot, view, "62")
    assert view.fields[Length.RESECTED_MAJOR].mark == "typing"
    view.typing.keypad.next.emit()
    assert view.fields[Length.RESECTED_MAJOR].mark == "saving…"
    assert view.fields[Length.RESECTED_MAJOR].number == "62.0"
    wait(qtbot, room)
    assert view.fields[Length.RESECTED_MAJOR].mark == "✓ saved"


def test_a_number_that_could_not_be_saved_stays_unsaved(qtbot, room, view, store, monkeypatch):
    def full(*_args):
        raise OSError(28, "No space left on device")

    said = []
    room.said.connect(said.append)
    monkeypatch.setattr(store[0], "add_entry", full)
    tap(qtbot, view, "62")
    view.typing.keypad.next.emit()
    wait(qtbot, room)
    assert view.fields[Length.RESECTED_MAJOR].mark == "typing"
    assert view.form.text == "62"
    assert "disk is full" in said[0]


def test_undo_drops_what_is_typed_then_takes_back_what_is_saved(qtbot, room, view, case):
    enter(qtbot, room, view, {k: NUMBERS[k] for k in list(Length)[:3]})
    tap(qtbot, view, "9")
    qtbot.mouseClick(view.typing.undo, Qt.LeftButton)
    assert view.form.text is None
    assert view.form.active is Length.MASS_MINOR
    qtbot.mouseClick(view.typing.undo, Qt.LeftButton)
    wait(qtbot, room)
    assert set(entries(room)) == {Length.RESECTED_MAJOR, Length.RESECTED_MINOR}
    assert view.form.active is Length.MASS_MAJOR
    assert view.fields[Length.MASS_MAJOR].number == "–"


def test_tapping_another_field_saves_this_one(qtbot, room, view, case):
    tap(qtbot, view, "62")
    qtbot.mouseClick(view.fields[Length.MEDIAL], Qt.LeftButton)
    wait(qtbot, room)
    assert entries(room) == {Length.RESECTED_MAJOR: 62}
    assert view.form.active is Length.MEDIAL


def test_leaving_the_screen_saves(qtbot, room, view, case):
    tap(qtbot, view, "62")
    view.hide()
    wait(qtbot, room)
    assert entries(room) == {Length.RESECTED_MAJOR: 62}


def test_leaving_the_screen_with_an_odd_number_asks_nobody_and_saves_nothing(qtbot, room, view, case):
    tap(qtbot, view, "6.2")
    view.hide()
    wait(qtbot, room)
    assert entries(room) == {}
    assert view.form.text == "6.2"


def test_a_crash_loses_at_most_the_number_being_typed(qtbot, room, view, size):
    enter(qtbot, room, view, {k: NUMBERS[k] for k in list(Length)[:5]})
    tap(qtbot, view, "2")
    again = opened(qtbot, room, SpecimenView(room), size)
    assert again.form.active is Length.INFERIOR
    assert [again.fields[length].number for length in list(Length)[:6]] == ["62.0", "48.0", "14.0", "11.0", "20.0", "–"]


@pytest.mark.parametrize(("answer", "kept"), [(0, "62"), (1, "6.2")])
def test_an_odd_number_is_asked_about(qtbot, room, view, answer, kept):
    tap(qtbot, view, "6.2")
    view.typing.keypad.next.emit()
    assert view.choice.isVisible()
    assert view.choice.question.text() == "Resected, major axis: 6.2 mm? Did you mean 62 mm?"
    qtbot.mouseClick(view.choice.buttons[answer], Qt.LeftButton)
    wait(qtbot, room)
    assert entries(room) == {Length.RESECTED_MAJOR: Decimal(kept)}
    assert view.form.active is Length.RESECTED_MINOR


def test_what_cannot_be_stays_in_its_field_with_the_reason(qtbot, room, view, case):
    tap(qtbot, view, "620")
    view.typing.keypad.next.emit()
    wait(qtbot, room)
    assert "longer than any breast specimen" in view.typing.title.text()
    assert view.form.active is Length.RESECTED_MAJOR
    assert entries(room) == {}


def test_a_physical_keyboard_types_too(qtbot, room, view, case):
    qtbot.keyClicks(view.typing.keypad, "62.5")
    qtbot.keyClick(view.typing.keypad, Qt.Key_Return)
    wait(qtbot, room)
    assert entries(room) == {Length.RESECTED_MAJOR: Decimal("62.5")}


def test_signing_makes_one_reading(qtbot, room, view):
    enter(qtbot, room, view)
    hold(qtbot, room, view.typing.sign)
    (reading,) = room.case_file.readings
    assert {length.value: str(value) for length, value in log.lengths_of(reading).items()} == NUMBERS
    assert {value.face for value in reading.values if value.name == log.MARGIN} == set(Face)
    assert next(value.number for value in reading.values if value.name == "centralization") == Decimal("0.9")
    assert reading.provenance.simulated
    assert len(reading.provenance.input_sha256) == 64
    assert [event.kind for event in room.case_file.events] == [EventKind.MEASURED]
    assert view.signed.isVisible()
    assert view.signed.words.text().startswith("Nurse 1, ")
    assert {field.mark for field in view.fields.values()} == {"signed"}


def test_letting_go_early_signs_nothing(qtbot, room, view):
    enter(qtbot, room, view)
    qtbot.mouseClick(view.typing.sign, Qt.LeftButton)
    wait(qtbot, room)
    assert room.case_file.readings == ()


def test_the_number_being_typed_is_signed_too(qtbot, room, view):
    enter(qtbot, room, view, {k: NUMBERS[k] for k in list(Length)[:7]})
    tap(qtbot, view, "20")
    assert view.typing.sign.isEnabled()
    hold(qtbot, room, view.typing.sign)
    (reading,) = room.case_file.readings
    assert log.lengths_of(reading)[Length.LATERAL] == 20
    assert Length.ANTERIOR not in log.lengths_of(reading)


def test_a_question_before_the_signature_asks_for_another_hold(qtbot, room, view):
    enter(qtbot, room, view, {k: NUMBERS[k] for k in list(Length)[:7]})
    tap(qtbot, view, "200")
    hold(qtbot, room, view.typing.sign)
    view.choice.buttons[0].click()
    wait(qtbot, room)
    assert room.case_file.readings == ()
    assert entries(room)[Length.LATERAL] == 20
    hold(qtbot, room, view.typing.sign)
    assert len(room.case_file.readings) == 1


def test_a_signature_that_the_screen_has_not_heard_of_is_not_doubled(qtbot, room, view, store):
    service, sessions = store
    enter(qtbot, room, view)
    log.sign(service, sessions[Role.SURGEON], room.case_file, entries(room))
    said = []
    room.said.connect(said.append)
    hold(qtbot, room, view.typing.sign)
    assert said == ["This specimen was signed in the meantime. Open the case again to see it."]
    assert len(service.case_file(room.session, room.case_file.case.id).readings) == 1


def test_a_signed_form_does_not_take_numbers(qtbot, room, view):
    enter(qtbot, room, view)
    hold(qtbot, room, view.typing.sign)
    before = len(room.case_file.entries)
    view.typing.keypad.digit.emit("9")
    view.typing.keypad.next.emit()
    wait(qtbot, room)
    assert len(room.case_file.entries) == before


def correct(qtbot, room, view):
    qtbot.mouseClick(view.signed.correct, Qt.LeftButton)
    qtbot.mouseClick(view.choice.buttons[1], Qt.LeftButton)
    wait(qtbot, room)


def test_a_later_change_is_a_correction_with_its_reason(qtbot, room, view):
    enter(qtbot, room, view)
    hold(qtbot, room, view.typing.sign)
    (first,) = room.case_file.readings
    correct(qtbot, room, view)
    assert view.typing.isVisible()
    qtbot.mouseClick(view.fields[Length.MEDIAL], Qt.LeftButton)
    tap(qtbot, view, "0")
    view.typing.keypad.next.emit()
    wait(qtbot, room)
    hold(qtbot, room, view.typing.sign)
    (second,) = room.case_file.readings
    assert (second.supersedes, second.reason) == (first.id, REASONS[1])
    assert log.lengths_of(second)[Length.MEDIAL] == 0
    assert log.lengths_of(second)[Length.LATERAL] == 20
    assert "Correction: measured again." in view.signed.detail.text()
    assert len(room.case_file.events) == 1


def test_a_correction_survives_a_crash_and_can_be_taken_back(qtbot, room, view, size):
    enter(qtbot, room, view)
    hold(qtbot, room, view.typing.sign)
    correct(qtbot, room, view)
    qtbot.mouseClick(view.fields[Length.MEDIAL], Qt.LeftButton)
    tap(qtbot, view, "3")
    view.typing.keypad.next.emit()
    wait(qtbot, room)
    again = opened(qtbot, room, SpecimenView(room), size)
    assert again.fields[Length.MEDIAL].number == "3.0"
    assert again.typing.isVisible()
    for _ in range(2):
        again.typing.undo.click()
        wait(qtbot, room)
    assert again.signed.isVisible()
    assert again.fields[Length.MEDIAL].number == "11.0"
    assert len(room.case_file.readings) == 1


def test_the_dashboard_shows_it_and_clears_nothing(qtbot, room, view, size):
    enter(qtbot, room, view)
    hold(qtbot, room, view.typing.sign)
    board = opened(qtbot, room, MarginsView(room, evidence_of, Doings()), size)
    (reading,) = room.case_file.readings
    assert [board.board.cells[reading.id, face].text() for face in Face] == ["20 mm", "25 mm", "11 mm", "20 mm", "8 mm", "6 mm"]
    assert {board.board.cells["narrowest", face].margin_class for face in Face} == {MarginClass.UNKNOWN}
    assert board.verdict.headline.text() == "Not assessed by a method that can clear a margin"
    assert board.centralization.number.number == "0.90"
    assert board.faces.words()[Face.MEDIAL] == "11 mm"


def test_the_dashboard_alarms_at_ink(qtbot, room, view, size):
    board = opened(qtbot, room, MarginsView(room, evidence_of, Doings()), size)
    assert board.verdict.advice.whole == "Not assessed: nothing has been measured yet."
    enter(qtbot, room, view, NUMBERS | {Length.MEDIAL: "0"})
    hold(qtbot, room, view.typing.sign)
    assert board.verdict.headline.text() == "◆ Margin positive: medial"
    assert board.verdict.advice.whole == "Shave the medial face."
    assert board.board.cells["narrowest", Face.MEDIAL].text() == "◆ 0 mm"


def test_the_report_button_writes_and_says_where(qtbot, room, view, size, tmp_path):
    enter(qtbot, room, view)
    hold(qtbot, room, view.typing.sign)

    def report(service, _session, file):
        path = tmp_path / "report.pdf"
        pdf.write_report(file, service.users(), path, room.now(), evidence=evidence_of(file))
        return path

    said = []
    room.said.connect(said.append)
    board = opened(qtbot, room, MarginsView(room, evidence_of, Doings(report)), size)
    qtbot.mouseClick(board.report, Qt.LeftButton)
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert said == [f"The report is saved as {tmp_path / 'report.pdf'}."]
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    assert board.report.isEnabled()


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (3840, 2160)])
def test_everything_fits(qtbot, room, view, size):
    def fits(widget):
        qtbot.wait(1)  # Qt lays out what changed
        frame = widget.parentWidget()
        assert fit.misfits(frame) == []
        assert fit.crowded(frame, room.scale) == []
        for field in view.fields.values():
            assert min(field.width(), field.height()) >= room.scale.target
        rows = [view.fields[length].geometry() for length in list(Length)[::2]]
        assert all(lower.top() - upper.bottom() - 1 >= room.scale.gap for upper, lower in pairwise(rows))

    fits(view)
    tap(qtbot, view, "6.2")
    view.typing.keypad.next.emit()
    fits(view)
    view.choice.buttons[0].click()
    wait(qtbot, room)
    enter(qtbot, room, view, dict(zip(list(Length)[1:], "90 120 110 100 100 0 0 0 0".split(), strict=True)))
    fits(view)
    hold(qtbot, room, view.typing.sign)
    fits(view)
    view.signed.correct.click()
    fits(view)
    fits(opened(qtbot, room, MarginsView(room, evidence_of, Doings()), size))


def test_the_demo_plays_every_modality_to_a_signed_reading(store, case):
    service, sessions = store
    played = [modality for modality in MODALITIES if modality.rehearse is not None]
    for modality in played:
        modality.rehearse(service, sessions[Role.NURSE], service.case_file(sessions[Role.NURSE], case.id), rehearsal.OPERATIONS["involved"])
    file = service.case_file(sessions[Role.NURSE], case.id)
    assert {reading.modality for reading in file.readings} == {modality.key for modality in played} | {icg_log.MODALITY}
    assert all(reading.provenance.simulated for reading in file.readings if reading.modality != icg_log.MODALITY)  # typed, as a nurse types
    silent = {icg_log.MODALITY, fluorescence_log.LIVE}  # an injection and a mark on the skin say nothing of a margin
    on_board = {reading.id for reading in file.readings if reading.modality not in silent}
    assert {found.reading_id for row in evidence_of(file) for found in (row, *row.faces)} - {""} == on_board
    judged = judgement_of(file, evidence_of(file))
    assert judged.status is MarginClass.POSITIVE
    assert "medial" in judged.advice
    assert all((resources.assets() / "icons" / f"{modality.icon}.svg").is_file() for modality in MODALITIES)
