"""The nurse's other screens on the real store: units, questions, masses, shaves, orientation, moments; and that all of it fits every window."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from argon2 import PasswordHasher
from PyQt5.QtCore import Qt
from PyQt5.QtWidgets import QFrame, QVBoxLayout

from algorithms.faces import Face
from algorithms.orientation import Axis
from algorithms.specimen.bulk import Bulk
from algorithms.specimen.measurement import Length
from console.cases import course
from console.cases import orientation_log as lies
from console.cases import specimen_log as log
from console.cases.model import EventKind, Patient, Role, Side, SpecimenKind
from console.cases.pins import Pins
from console.cases.service import CaseService
from console.cases.specimen_draft import draft_of
from console.views.moments import MomentsView
from console.views.orientation import OrientationView
from console.views.specimen import SpecimenView
from console.widgets import fit, theme
from console.widgets.room import Room
from console.widgets.scale import Scale

WEAK = Pins(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
TEN = "62 48 14 11 20 25 11 20 8 6".split()
SIZES = ((1366, 768, 96.0), (1920, 1080, 96.0), (3840, 2160, 163.0))


@pytest.fixture
def people(tmp_path):
    service = CaseService.open(tmp_path / "store", pins=WEAK)
    administrator = service.sign_in(service.add_user(None, "Administrator", Role.ADMINISTRATOR, "2468").id, "2468")
    added = {role: service.add_user(administrator, f"{role.value.capitalize()} 1", role, "2468") for role in (Role.NURSE, Role.SURGEON)}
    yield service, {role: service.sign_in(user.id, "2468") for role, user in added.items()}
    service.close()


@pytest.fixture
def side():
    return Side.LEFT


@pytest.fixture
def size():
    return SIZES[0]


@pytest.fixture
def room(qtbot, qapp, people, side, size):
    service, sessions = people
    theme.load_fonts()
    made = Room(service, lambda: datetime.now().astimezone(), Scale.of(*size))
    qapp.setStyleSheet(theme.stylesheet(made.scale))
    made.session = sessions[Role.NURSE]
    case = service.create_case(made.session, Patient("0004217", "Demo", "Alma", date(1972, 3, 14)), side, made.now(), simulated=True)
    made.show_case(service.case_file(made.session, case.id))
    yield made
    assert made.stop()
    qapp.setStyleSheet("")


@pytest.fixture
def wait(qtbot, room):
    def _wait():
        done = []
        room.do_unsigned(lambda _service: 0, done.append)
        qtbot.waitUntil(lambda: bool(done))
        qtbot.wait(1)

    return _wait


@pytest.fixture
def opened(qtbot, room, size, wait):
    def _open(view):
        scale = room.scale
        frame = QFrame()
        frame.setProperty("surface", "ground")
        box = QVBoxLayout(frame)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(view)
        qtbot.addWidget(frame)
        view.frame = frame
        frame.resize(
            size[0] - max(scale.px(128), scale.finger + 2 * scale.px(12)), size[1] - max(scale.px(88), scale.finger + 2) - scale.px(76)
        )
        frame.show()
        wait()
        return view

    return _open


@pytest.fixture
def view(opened, room):
    return opened(SpecimenView(room))


@pytest.fixture
def fits(room, wait):
    def _fits(view):
        wait()
        assert fit.misfits(view.frame) == []
        assert fit.crowded(view.frame, room.scale) == []

    return _fits


@pytest.fixture
def type_in(view, wait):
    def _type(*numbers, answer=None):
        for number in numbers:
            for key in number:
                view.typing.keypad.keys[key].click()
            view.typing.keypad.next.emit()
            if view.choice.isVisible() and answer is not None:
                view.choice.buttons[answer].click()
        wait()

    return _type


def draft(room):
    piece = log.piece(room.case_file, room.specimen_id)
    return draft_of(room.case_file.entries, piece.id)


def hold(qtbot, button, wait):
    qtbot.mousePress(button, Qt.LeftButton)
    qtbot.waitUntil(lambda: not button.isDown(), timeout=5000)
    wait()


# --- typing ------------------------------------------------------------------------------------------------------------------------------


def test_centimetres_are_kept_as_exact_millimetres(room, view, type_in):
    view.typing.unit.click()
    assert view.typing.unit.text() == "in cm"
    type_in("6.2", "4.8", "1.45")
    assert draft(room).lengths == {Length.RESECTED_MAJOR: 62, Length.RESECTED_MINOR: 48, Length.MASS_MAJOR: Decimal("14.5")}
    assert view.fields[Length.MASS_MAJOR].number == "1.45"
    view.typing.unit.click()
    assert view.fields[Length.MASS_MAJOR].number == "14.5"


def test_the_wrong_unit_noticed_half_way_needs_no_retyping(room, view, type_in, wait):
    for key in "6.2":
        view.typing.keypad.keys[key].click()
    view.typing.unit.click()
    view.typing.keypad.next.emit()
    wait()
    assert draft(room).lengths == {Length.RESECTED_MAJOR: 62}


def test_swapped_axes_are_put_right_by_one_tap(room, view, type_in):
    type_in("48", "62", answer=0)
    assert draft(room).lengths == {Length.RESECTED_MAJOR: 62, Length.RESECTED_MINOR: 48}


def test_type_it_again_saves_nothing(room, view, type_in):
    type_in("62", "48", "14", "11", "20")
    type_in("29", answer=0)
    assert view.form.active is Length.INFERIOR
    assert view.typing.isVisible()
    assert Length.INFERIOR not in draft(room).lengths


def test_depth_weight_and_full_thickness(qtbot, room, view, type_in, wait):
    type_in(*TEN)
    view.depth_button.click()
    assert view.form.active is Bulk.RESECTED_DEPTH
    type_in("30", "10", "46.5")
    view.bulk.statements[Face.POSTERIOR].click()
    wait()
    assert view.bulk.volume.number == "89.3"
    assert "Resection ratio 2.27" in view.bulk.words.text()
    hold(qtbot, view.typing.sign, wait)
    assert log.full_thickness(room.case_file) == {Face.POSTERIOR}
    assert log.main_specimen(room.case_file).weight_g == Decimal("46.5")
    assert view.bulk.statements[Face.POSTERIOR].isChecked()
    assert not view.bulk.statements[Face.ANTERIOR].isEnabled()


def test_every_entry_can_be_undone_full_thickness_too(room, view, type_in, wait):
    type_in("62")
    view.depth_button.click()
    view.bulk.statements[Face.ANTERIOR].click()
    wait()
    for _ in range(2):
        view.typing.undo.click()
        wait()
    assert draft(room).full_thickness == frozenset()
    assert draft(room).lengths == {}
    assert view.form.active is Length.RESECTED_MAJOR


def test_a_small_specimen_is_warned_of(view, type_in):
    type_in(*"28 24 10 9 9 9 7 8 5 5".split())
    view.depth_button.click()
    type_in("20")
    assert "78 %" in view.bulk.caution.text()


# --- pieces ------------------------------------------------------------------------------------------------------------------------------


def tap_words(panel, words):
    next(button for button in panel.buttons if button.text().startswith(words)).click()


def test_a_second_mass_shares_the_specimen_and_is_signed_with_it(qtbot, room, view, type_in, wait):
    type_in(*TEN)
    view.tabs.add.click()
    tap_words(view.choice, "Another mass")
    assert view.form.active is Length.MASS_MAJOR
    assert view.fields[Length.RESECTED_MAJOR].number == "62.0"
    type_in("8", "7", "5")
    assert not view.typing.sign.isEnabled()
    assert "Mass 2 is not finished" in view.doubts.text()
    type_in("47", "30", "11")
    assert view.typing.sign.isEnabled()
    hold(qtbot, view.typing.sign, wait)
    (reading,) = room.case_file.readings
    assert log.draft_of_reading(reading).masses[0][Length.SUPERIOR] == 5
    view.tabs.buttons[0].click()
    assert view.fields[Length.SUPERIOR].number == "20.0"


def test_a_shave_in_three_taps_and_one_tap_between_pieces(qtbot, room, view, type_in, wait):
    type_in("62")
    view.tabs.add.click()
    tap_words(view.choice, "Shave")
    tap_words(view.choice, "Medial")
    tap_words(view.choice, "Ink")
    wait()
    piece = log.piece(room.case_file, room.specimen_id)
    assert (piece.kind, piece.face, piece.new_margin) == (SpecimenKind.SHAVE, Face.MEDIAL, "ink on the new margin")
    type_in("6", "4.5")
    hold(qtbot, view.typing.sign, wait)
    assert view.signed.isVisible()
    view.tabs.buttons[0].click()
    assert view.fields[Length.RESECTED_MAJOR].number == "62.0"
    assert view.typing.isVisible()
    assert [event.kind for event in room.case_file.events] == [EventKind.SHAVE, EventKind.MEASURED]


def test_the_mark_on_a_new_margin_is_put_right(room, view, wait):
    room.do(lambda service, session: course.take_shave(service, session, room.case_file, Face.LATERAL))
    wait()
    view.tabs.buttons[1].click()
    assert "pathology cannot tell" in view.bulk.new_margin.text()
    view.bulk.mark.click()
    tap_words(view.choice, "Suture")
    wait()
    assert log.piece(room.case_file, room.specimen_id).new_margin == "suture on the new margin"


def test_another_person_goes_on_with_the_same_piece(room, opened, view, people, wait):
    _service, sessions = people
    room.do(lambda service, session: course.take_shave(service, session, room.case_file, Face.LATERAL))
    wait()
    view.tabs.buttons[1].click()
    file = room.case_file
    room.enter(None)
    room.enter(sessions[Role.SURGEON])
    room.show_case(file)
    again = opened(SpecimenView(room))
    assert again.title.whole.startswith("Shave 2")
    for key in "7":
        again.typing.keypad.keys[key].click()
    again.typing.keypad.next.emit()
    wait()
    assert room.case_file.entries[-1].by == "Surgeon 1"


# --- orientation -------------------------------------------------------------------------------------------------------------------------


def mark(view, axis, answer):
    view.sides[axis].click()
    tap_words(view.choice, answer)


@pytest.mark.parametrize(("side", "right"), [(Side.LEFT, "Lateral"), (Side.RIGHT, "Medial")])
def test_the_side_decides_where_lateral_is(opened, room, side, right):
    view = opened(OrientationView(room))
    mark(view, Axis.TOP, "Short suture")
    view.sides[Axis.FRONT].click()
    tap_words(view.choice, "Another mark")
    tap_words(view.choice, "Anterior")
    tap_words(view.choice, "Blue ink")
    assert right in view.sides[Axis.RIGHT].text()
    assert view.sign.isEnabled()


def test_five_taps_orient_and_another_person_confirms(qtbot, opened, room, wait, people):
    view = opened(OrientationView(room))
    mark(view, Axis.TOP, "Short suture")
    assert not view.sign.isEnabled()
    mark(view, Axis.RIGHT, "Long suture")
    hold(qtbot, view.sign, wait)
    assert "Not confirmed yet" in view.detail.text()
    assert not view.confirm.isEnabled()
    file = room.case_file
    room.enter(people[1][Role.SURGEON])
    room.show_case(file)
    hold(qtbot, view.confirm, wait)
    assert view.detail.text() == "Confirmed by Surgeon 1."
    assert "confirmed by Surgeon 1" in opened(SpecimenView(room)).title.whole


def test_a_mirror_image_is_refused_in_one_sentence(opened, room):
    view = opened(OrientationView(room))
    mark(view, Axis.TOP, "Short suture")
    mark(view, Axis.LEFT, "Long suture")
    view.sides[Axis.FRONT].click()
    tap_words(view.choice, "Another mark")
    tap_words(view.choice, "Anterior")
    tap_words(view.choice, "Clip")
    assert view.state.text().startswith("That is a mirror image of a specimen from the left breast.")
    assert not view.sign.isEnabled()


def test_a_change_renames_what_was_signed_and_says_so(qtbot, opened, room, view, type_in, wait):
    cube = opened(OrientationView(room))
    mark(cube, Axis.TOP, "Short suture")
    mark(cube, Axis.RIGHT, "Long suture")
    hold(qtbot, cube.sign, wait)
    type_in(*TEN)
    hold(qtbot, view.typing.sign, wait)
    said = []
    room.said.connect(said.append)
    cube.change.click()
    tap_words(cube.choice, "Marks misread")
    mark(cube, Axis.BOTTOM, "Short suture")
    mark(cube, Axis.LEFT, "Long suture")
    hold(qtbot, cube.sign, wait)
    assert said == ["The faces were renamed. Specimen: faces renamed."]
    assert view.fields[Length.SUPERIOR].number == "25.0"
    assert lies.pending(room.case_file, log.main_specimen(room.case_file).id) == ()


# --- moments -----------------------------------------------------------------------------------------------------------------------------


def test_one_tap_logs_a_moment(opened, room, wait):
    view = opened(MomentsView(room))
    for kind in course.KINDS:
        if kind != EventKind.SHAVE:
            view.kinds[kind].click()
    wait()
    assert {event.kind for event in room.case_file.events} == set(course.KINDS) - {EventKind.SHAVE}
    assert "✓" in view.kinds[EventKind.INCISION].text()
    assert view.clocks[0].name.text() == "Approach"


def test_a_shave_asks_for_its_face(opened, room, wait):
    view = opened(MomentsView(room))
    view.kinds[EventKind.SHAVE].click()
    tap_words(view.faces, "Lateral")
    wait()
    assert [(event.kind, event.detail) for event in room.case_file.events] == [(EventKind.SHAVE, "lateral")]
    assert [piece.face for piece in room.case_file.specimens] == [None, Face.LATERAL]


def test_a_second_incision_opens_the_first_and_a_time_is_put_right(qtbot, opened, room, wait):
    view = opened(MomentsView(room))
    for _ in range(2):
        view.kinds[EventKind.INCISION].click()
        wait()
    (first,) = room.case_file.events
    assert view.edit.isVisible()
    assert not view.edit.reasons[0].isEnabled()  # nothing was changed yet
    view.edit._step(-10)
    view.edit.reasons[0].click()
    wait()
    (moved,) = room.case_file.events
    assert (moved.at, moved.supersedes, moved.reason) == (first.at - timedelta(minutes=10), first.id, course.REASONS[0])
    view.rows[0].click()
    hold(qtbot, view.edit.never, wait)
    assert course.standing_events(room.case_file) == ()
    assert view.rows == []


def test_a_time_in_the_future_is_refused_in_one_sentence(opened, room, wait):
    view = opened(MomentsView(room))
    view.kinds[EventKind.INCISION].click()
    wait()
    said = []
    room.said.connect(said.append)
    view.rows[0].click()
    view.edit._step(10)
    view.edit.reasons[0].click()
    wait()
    assert said == ["That time lies in the future."]
    assert room.case_file.events[0].supersedes is None


# --- a long day, at every size -----------------------------------------------------------------------------------------------------------


def long_day(service, session, file):
    """Seven hours, three specimens, sixty entries."""
    now, main = datetime.now().astimezone(), log.main_specimen(file)
    kinds = [
        EventKind.INCISION,
        EventKind.SPECIMEN_OUT,
        *[EventKind.FROZEN_SENT, EventKind.FROZEN_RESULT] * 8,
        EventKind.FROZEN_SENT,
        EventKind.CLIPS,
    ]
    for index, kind in enumerate(kinds):
        service.add_event(session, file.case.id, kind, at=now - timedelta(minutes=420 - 20 * index), detail="medial" if index > 1 else "")
    for face in (Face.MEDIAL, Face.ANTERIOR):
        course.take_shave(service, session, file, face, "suture on the new margin")
    for _ in range(3):
        for name, number in zip(Length, TEN, strict=True):
            service.add_entry(session, file.case.id, main.id, "specimen", name.value, number)
    for mass in (2, 3, 4):
        for name, number in zip(list(Length)[2:], "8 7 5 47 30 11 4 4".split(), strict=True):
            service.add_entry(session, file.case.id, main.id, f"specimen, mass {mass}", name.value, number)
    for name, number in (("resected_depth", "12"), ("mass_depth", "10"), ("weight", "300")):
        service.add_entry(session, file.case.id, main.id, "specimen", name, number)


@pytest.mark.parametrize("size", SIZES)
def test_a_long_day_fits_and_is_readable(room, opened, view, fits, wait):
    room.do(lambda service, session: long_day(service, session, room.case_file))
    wait()
    assert len(room.case_file.entries) >= 57
    fits(view)
    view.depth_button.click()
    fits(view)
    view.tabs.more.click()
    fits(view)
    view.tabs.buttons[2].click()
    assert view.title.whole.startswith("Shave")
    fits(view)
    for words in ("Shave", "Superior"):
        view.tabs.add.click() if words == "Shave" else None
        fits(view)
        tap_words(view.choice, words)
        fits(view)
    cube = opened(OrientationView(room))
    fits(cube)
    mark(cube, Axis.TOP, "Short suture")
    fits(cube)
    cube.sides[Axis.FRONT].click()
    tap_words(cube.choice, "Another mark")
    fits(cube)
    tap_words(cube.choice, "Superior")
    fits(cube)
    tap_words(cube.choice, "Container")
    fits(cube)
    moments = opened(MomentsView(room))
    fits(moments)
    moments.earlier.click()
    fits(moments)
    moments.rows[0].click()
    fits(moments)
    moments.kinds[EventKind.SHAVE].click()
    fits(moments)
