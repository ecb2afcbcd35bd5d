"""Each screen around the operation does what its taps say, with the real room and its thread; and fits at the three sizes."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PyQt5.QtCore import Qt
from PyQt5.QtTest import QTest

from console.cases.model import Biomarkers, Role, Session, Sex, Side, Status, TumourType, User
from console.views.identify import Identify, dotted, parse_date
from console.views.lock import Lock
from console.views.new_case import NewCase
from console.views.safe_mode import SafeMode
from console.views.settings import PANES, Settings
from console.views.settings_devices import DeviceDesk
from console.views.settings_store import StoreCare
from console.views.sign_in import REASONS, SignIn
from console.views.worklist import Worklist
from console.widgets import fit
from console.widgets.pill import Condition, DeviceState

SIZES = [(1366, 768), (1920, 1080), (3840, 2160)]
LEFT = Qt.LeftButton


def tap(widget):
    QTest.mouseClick(widget, LEFT)


def digits(keypad, text):
    for digit in text:
        tap(keypad.keys[digit])


def letters(keyboard, text):
    for letter in text:
        tap(keyboard.keys[letter])


def heard(signal):
    said = []
    signal.connect(lambda *words: said.append(words))
    return said


class Desk:
    """Two devices that can be switched."""

    def __init__(self, room):
        self.on, self.room = {"camera": True, "vna": False}, room

    def states(self):
        return tuple(
            DeviceState(key, key.upper(), Condition.CONNECTED if on else Condition.ABSENT, f"sim:{key}") for key, on in self.on.items()
        )

    def switch(self, key, on):
        self.on[key] = on
        self.room.devices_changed.emit()

    @property
    def desk(self):
        return DeviceDesk(self.states, lambda key: self.switch(key, True), lambda key: self.switch(key, False))


CARE = StoreCare(lambda service, session: "Backed up.", lambda service, session: "Nothing is amiss.")


# --- it fits -----------------------------------------------------------------------------------------------------------------------


def pin_asked(room, service):
    view = SignIn(room)
    view._show_users(service.users())
    view._choose(service.people[0])
    return view


def page_of_new_case(number):
    def make(room, _service):
        view = NewCase(room)
        if number:
            view._choose_side(Side.LEFT)
            view._turn(number)
        return view

    return make


def pane(key):
    def make(room, _service):
        view = Settings(room, Desk(room).desk, CARE)
        view.show_pane(key)
        return view

    return make


def first_start(room, service):
    service.people = []
    return SignIn(room)


def typing(room, _service):
    view = Worklist(room)
    view._open_keyboard()
    return view


SCREENS = {
    "sign in": (lambda room, _s: SignIn(room), False),
    "pin": (pin_asked, False),
    "first start": (first_start, False),
    "lock": (lambda room, s: Lock(room, s.people[0], room.now()), False),
    "worklist": (lambda room, _s: Worklist(room), True),
    "search": (typing, True),
    "identify": (lambda room, s: Identify(room, s.cases[0]), True),
    "safe mode": (lambda room, _s: SafeMode(room), True),
    **{f"new case {n}": (page_of_new_case(n), True) for n in range(4)},
    **{f"settings {key}": (pane(key), True) for key, _title, _icon in PANES},
}


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", SCREENS)
def test_it_fits_and_a_finger_fits_its_targets(qtbot, room, service, show, size, name):
    make, below_bar = SCREENS[name]
    view = show(make(room, service), below_bar=below_bar)
    qtbot.wait(10)
    assert view.width() == size[0]
    assert fit.misfits(view) == []
    assert fit.crowded(view, room.scale) == []


# --- who is here -------------------------------------------------------------------------------------------------------------------


def test_a_tap_on_the_name_and_the_pin_let_in(room, service, show, settled):
    room.session = None
    view = show(SignIn(room))
    entered = heard(view.entered)
    tap(view.tiles["u2"])
    digits(view.pad.keypad, "1111")
    tap(view.pad.action)
    settled()
    assert "4 tries are left" in view.pad.sentence.text()
    assert entered == []
    digits(view.pad.keypad, "2468")
    tap(view.pad.action)
    settled()
    assert entered[0][0].user.name == "Nurse 1"
    assert room.session is entered[0][0]


def test_emergency_access_is_held_and_says_why(qtbot, room, service, show, settled):
    room.session = None
    view = show(SignIn(room))
    entered = heard(view.entered)
    tap(view.emergency)
    assert not view.reasons[REASONS[0]].isVisible()
    QTest.mousePress(view.emergency, LEFT)
    qtbot.waitUntil(view.reasons[REASONS[0]].isVisible)
    QTest.mouseRelease(view.emergency, LEFT)
    tap(view.reasons[REASONS[1]])
    settled()
    assert service.calls == [("break_glass", REASONS[1])]
    assert entered[0][0].emergency


def test_the_first_start_makes_an_administrator(qtbot, room, service, show):
    service.people, room.session = [], None
    view = show(SignIn(room)).first_start
    entered = heard(view.entered)
    tap(view.keyboard.done_key)  # no name: stays
    letters(view.keyboard, "ada")
    tap(view.keyboard.done_key)
    for pin in ("1357", "1358", "1357", "1357"):
        digits(view.pad.keypad, pin)
        tap(view.pad.action)
    qtbot.waitUntil(lambda: bool(entered), timeout=30_000)  # the sign-in follows the making
    assert service.calls == [("add_user", "Ada", Role.ADMINISTRATOR, "1357")]
    assert entered[0][0].user.name == "Ada"


def test_the_lock_asks_the_same_person_and_lets_another_in(room, service, show, settled):
    view = show(Lock(room, service.people[0], room.now()))
    assert view.pad.isVisible()
    assert view.pad.prompt.text().startswith("Surgeon 1")
    assert "Locked at 09:34" in view.subtitle.text()
    tap(view.tiles["u2"])
    digits(view.pad.keypad, "2468")
    tap(view.pad.action)
    settled()
    assert room.session.user.name == "Nurse 1"


def test_many_names_are_paged_and_those_who_left_are_not_shown(room, service, show):
    service.people = [User(f"p{i:02}", f"Person {i:02}", Role.NURSE, active=i != 0) for i in range(25)]
    view = show(SignIn(room))
    seen = set()
    for _ in range(3):
        seen |= set(view.tiles)
        tap(view.more_button)
    assert seen == {f"p{i:02}" for i in range(1, 25)}


# --- worklist ----------------------------------------------------------------------------------------------------------------------


def test_the_worklist_shows_the_day_and_says_which_row_was_tapped(room, service, show):
    view = Worklist(room)
    titles, tapped = heard(view.titled), heard(view.case_tapped)
    show(view)
    assert [row.cells["name"].whole for row in view.rows if row.isVisible()][:2] == ["DEMO, Alma", "SAMPLE, Berta"]
    assert titles[-1] == ("Today, 20 November", "4 cases")
    assert view.storage.text() == "Last backup 09:30 ✓\n412 GB free\nAudit chain intact ✓"
    tap(view.rows[1])
    assert tapped[0][0].id == "c1"


def test_the_worklist_turns_pages(room, service, show, settled):
    service.cases = [replace(case, id=f"{case.id}-{i}") for i in range(6) for case in service.cases]
    view = show(Worklist(room))
    first = [row.case.id for row in view.rows]
    assert not view.previous_page.isVisible()
    tap(view.next_page)
    settled()
    second = [row.case.id for row in view.rows]
    assert not set(first) & set(second)
    tap(view.previous_page)
    settled()
    assert [row.case.id for row in view.rows] == first
    assert max(limit for _text, _day, _after, limit in service.asked) == len(view.rows)


def test_searching_asks_for_all_dates_and_old_answers_are_dropped(qtbot, room, service, show, settled):
    service.cases[3] = replace(service.cases[3], scheduled_at=room.now() - timedelta(days=9))
    view = show(Worklist(room))
    assert sum(row.isVisible() for row in view.rows) == 3
    tap(view.all_dates)
    settled()
    assert sum(row.isVisible() for row in view.rows) == 4
    assert view.all_dates.text() == "Today"
    QTest.mouseClick(view.field, LEFT)
    letters(view.keyboard, "tri")
    tap(view.keyboard.done_key)
    settled()
    assert [row.cells["name"].whole for row in view.rows if row.isVisible()] == ["TRIAL, Dora"]
    assert view.rows[0].cells["when"].whole == "11 Nov 2026 09:34"
    view._show_page((view._asked - 1, None, {}))
    assert view.rows[0].isVisible()


def test_a_scanned_wristband_taps_its_row(room, service, show, settled):
    view = show(Worklist(room))
    tapped = heard(view.case_tapped)
    view.take_scan("0004240")
    settled()
    assert tapped[0][0].patient.mrn == "0004240"
    view.take_scan("9999999")
    settled()
    assert len(tapped) == 1
    assert view.empty.isVisible()


def test_the_buttons_of_the_worklist_say_so(room, show):
    view = show(Worklist(room))
    for button, signal in ((view.new_button, view.new_case), (view.demo_button, view.demo_case), (view.settings_button, view.settings),
                           (view.lock_button, view.lock)):  # fmt: skip
        said = heard(signal)
        tap(button)
        assert len(said) == 1


def test_an_administrator_sees_no_cases_and_is_told_why(room, service, show):
    room.session = Session(service.people[2], room.now())
    view = show(Worklist(room))
    assert service.asked == []
    assert "does not see cases" in view.empty.text()


# --- two identifiers ---------------------------------------------------------------------------------------------------------------


def test_dates_as_tapped():
    assert parse_date("14031972") == date(1972, 3, 14)
    assert [parse_date(text) for text in ("31022000", "1403", "", "１４０３１９７２")] == [None] * 4
    assert dotted("1403") == "14.03.YYYY"


def test_the_right_birth_date_opens_and_a_wrong_one_says_one_sentence(room, service, show, settled):
    view = show(Identify(room, service.cases[0]))
    opened = heard(view.opened)
    for text, sentence in (("31021972", "not a date"), ("14031973", "stays closed")):
        digits(view.keypad, text)
        tap(view.open_button)
        settled()
        assert sentence in view.sentence.text()
        assert opened == []
    digits(view.keypad, "14031972")
    tap(view.open_button)
    settled()
    assert opened[0][0].case.id == "c0"


def test_the_wristband_opens_and_back_goes_back(room, service, show, settled):
    view = show(Identify(room, service.cases[0]))
    opened, back = heard(view.opened), heard(view.cancelled)
    view.take_scan("0004233")
    settled()
    assert opened == []
    view.take_scan("0004217")
    settled()
    assert len(opened) == 1
    tap(view.cancel_button)
    assert len(back) == 1


# --- a new case --------------------------------------------------------------------------------------------------------------------


def test_a_new_case_is_made_by_taps_alone(room, service, show, settled):
    view = show(NewCase(room))
    created = heard(view.created)
    assert not view.next_button.isEnabled()
    tap(view.sides[Side.RIGHT])
    keyboard = view._stack.widget(1).findChild(type(typing(room, service).keyboard))
    for field, text in ((view.mrn, "0009"), (view.birth, "02061965"), (view.family, "lind"), (view.given, "eva")):
        tap(field)
        letters(keyboard, text)
    tap(view.next_button)
    tap(view.type.buttons["dcis"])
    tap(view.markers["ER"].buttons["positive"])
    view.ki67.insert("12,5")
    tap(view.next_button)
    tap(view.rule.buttons["sso-astro-asco-dcis-2016"])
    tap(view.next_button)
    settled()
    (_name, patient, side, when, more), *_ = service.calls
    assert (patient.mrn, patient.name, patient.birth_date, patient.sex) == ("0009", "LIND, Eva", date(1965, 6, 2), Sex.FEMALE)
    assert (side, when) == (Side.RIGHT, room.now())
    assert more["tumour_type"] is TumourType.DCIS
    assert more["biomarkers"].er is Status.POSITIVE
    assert more["biomarkers"] != Biomarkers()
    assert str(more["biomarkers"].ki67_percent) == "12.5"
    assert more["rule_set"] == "sso-astro-asco-dcis-2016"
    assert len(created) == 1


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("mrn", "", "MRN"),
        ("birth", "31021990", "birth date"),
        ("birth", "01012030", "cannot be"),
        ("family", "", "family"),
        ("given", "", "given"),
    ],
)
def test_a_wrong_field_is_named_in_one_sentence(room, show, field, text, sentence):
    view = show(NewCase(room))
    tap(view.sides[Side.LEFT])
    for name, value in (("mrn", "1"), ("birth", "02061965"), ("family", "A"), ("given", "B")):
        getattr(view, name).set_text(value)
    getattr(view, field).set_text(text)
    tap(view.next_button)
    assert sentence in view.sentence.text()
    assert view.title.text() == "Who is the patient?"
    assert getattr(view, field).property("wrong") == "true"
    assert fit.misfits(view) == []


def test_ki67_day_and_time_are_checked(room, show):
    view = show(NewCase(room))
    tap(view.sides[Side.LEFT])
    view._turn(2)
    for text in ("101", "x", "1.2.3"):
        view.ki67.set_text(text)
        tap(view.next_button)
        assert "percentage" in view.sentence.text()
    view._turn(3)
    view.time.set_text("2460")
    tap(view.next_button)
    assert "hours and minutes" in view.sentence.text()
    view.day.set_text("99")
    tap(view.next_button)
    assert "day, month and year" in view.sentence.text()


# --- settings, safe mode -----------------------------------------------------------------------------------------------------------


def test_devices_are_connected_and_addressed(room, service, show, settled):
    desk = Desk(room)
    view = show(Settings(room, desk.desk, CARE)).panes["devices"]
    row = view.rows["camera"]
    assert row.button.text() == "Disconnect"
    tap(row.button)
    assert row.button.text() == "Connect"
    assert row.pill.words == "Not connected"
    tap(row.address)
    assert not view.rows["vna"].isVisible()
    letters(view.keyboard, "x")
    tap(view.keyboard.done_key)
    settled()
    assert service.chosen.camera == "sim:camerax"
    assert view.rows["vna"].isVisible()


def test_the_rule_and_the_lock_are_chosen(room, service, show, settled):
    view = show(Settings(room, Desk(room).desk, CARE))
    view.show_pane("rules")
    tap(view.panes["rules"].cards["abs-uk"])
    view.show_pane("console")
    tap(view.panes["console"].lock.buttons["10"])
    settled()
    assert (service.chosen.rule_set, service.chosen.idle_lock_minutes) == ("abs-uk", 10)
    assert room.settings == service.chosen


def test_people_are_added_unlocked_and_switched_off(qtbot, room, service, show, settled):
    view = show(Settings(room, Desk(room).desk, CARE))
    view.show_pane("people")
    people = view.panes["people"]
    tap(people.add_button)
    letters(people.keyboard, "eva")
    tap(people.role.buttons["surgeon"])
    tap(people.keyboard.done_key)
    for pin in ("1357", "1111", "1357", "1357"):
        digits(people.pad.keypad, pin)
        tap(people.pad.action)
    settled()
    settled()
    assert ("add_user", "Eva", Role.SURGEON, "1357") in service.calls
    tap(people.tiles["u1"])
    tap(people.unlock_button)
    settled()
    settled()
    assert ("unlock", "u1") in service.calls
    QTest.mousePress(people.switch_button, LEFT)
    qtbot.waitUntil(lambda: not service.people[0].active)
    QTest.mouseRelease(people.switch_button, LEFT)
    tap(people.pin_button)
    for pin in ("2468", "8642", "8642"):
        digits(people.pad.keypad, pin)
        tap(people.pad.action)
    settled()
    assert ("change_pin", "2468", "8642") in service.calls
    assert people._pins == []


def test_storage_is_backed_up_and_verified(room, service, show, settled):
    view = show(Settings(room, Desk(room).desk, CARE))
    view.show_pane("storage")
    storage = view.panes["storage"]
    assert storage.numbers["Free space"].number == "412"
    for button, sentence in ((storage.backup_button, "Backed up."), (storage.verify_button, "Nothing is amiss.")):
        tap(button)
        assert not button.isEnabled()
        settled()
        assert storage.answer.text() == sentence
        assert button.isEnabled()


def test_safe_mode_is_left_by_holding(qtbot, room, show):
    view = show(SafeMode(room))
    left, read = heard(view.leave), heard(view.read_cases)
    tap(view.read_button)
    tap(view.leave_button)
    assert (len(left), len(read)) == (0, 1)
    QTest.mousePress(view.leave_button, LEFT)
    qtbot.waitUntil(lambda: bool(left))
    QTest.mouseRelease(view.leave_button, LEFT)
