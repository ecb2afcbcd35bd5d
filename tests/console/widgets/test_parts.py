"""The parts do what a gloved finger means: taps, slides, holds, scans; and say so when something does not fit."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from PyQt5.QtCore import QPoint, Qt
from PyQt5.QtTest import QTest
from PyQt5.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget

from console.cases.model import Biomarkers, Case, Patient, Side, Status
from console.widgets import fit, theme
from console.widgets.banner import Banner, Severity
from console.widgets.choice import Choice
from console.widgets.keyboard import Keyboard
from console.widgets.keypad import Keypad
from console.widgets.label import ElidedLabel, FittedLabel, Label
from console.widgets.pill import Condition, DeviceState
from console.widgets.pin_pad import PinPad
from console.widgets.rail import Rail
from console.widgets.scale import Scale
from console.widgets.text_field import TextField
from console.widgets.timeline import Moment, Timeline
from console.widgets.top_bar import TopBar, markers_text
from console.widgets.touch_button import HOLD_MS, HoldButton, TouchButton
from console.widgets.wedge import BarcodeWedge

SCALE = Scale.of(1366, 768, 96.0)
NOW = datetime(2026, 11, 20, 9, 34, tzinfo=UTC)
LEFT = Qt.LeftButton


@pytest.fixture(autouse=True)
def _font(qapp):
    theme.load_fonts()


@pytest.fixture
def shown(qtbot):
    def _shown(widget, width=600, height=400):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        return widget

    return _shown


def test_a_button_is_20_mm_and_forgives_a_finger_that_slides(qtbot, shown):
    button = shown(TouchButton("Go", SCALE))
    assert (button.minimumSizeHint().width(), button.minimumSizeHint().height()) == (76, 76)
    taps = []
    button.clicked.connect(lambda: taps.append(1))
    for beyond, counted in ((SCALE.gap // 2 - 1, 1), (SCALE.gap * 3, 1)):
        QTest.mousePress(button, LEFT, pos=button.rect().center())
        QTest.mouseMove(button, QPoint(-beyond, 10))
        QTest.mouseRelease(button, LEFT, pos=QPoint(-beyond, 10))
        assert len(taps) == counted


def test_an_ampersand_is_shown_as_one(shown):
    assert shown(TouchButton("A & B", SCALE)).text() == "A & B"


def test_holding_confirms_and_letting_go_early_does_not(qtbot, shown):
    button = shown(HoldButton("Hold to sign", SCALE))
    held = []
    button.held.connect(lambda: held.append(1))
    QTest.mousePress(button, LEFT)
    qtbot.wait(HOLD_MS // 4)
    assert 0 < button.progress < 1
    QTest.mouseRelease(button, LEFT)
    assert button.progress == 0
    qtbot.wait(HOLD_MS + 100)
    assert held == []
    QTest.mousePress(button, LEFT)
    qtbot.waitUntil(lambda: held == [1])
    QTest.mouseRelease(button, LEFT)
    assert held == [1]


def test_the_keypad_says_which_key_was_tapped_or_typed(qtbot, shown):
    keypad = shown(Keypad(SCALE))
    said = []
    keypad.digit.connect(said.append)
    keypad.erased.connect(lambda: said.append("<"))
    keypad.next.connect(lambda: said.append("next"))
    keypad.back.connect(lambda: said.append("back"))
    keypad.set_next("Next: lateral")
    for key in "7.0":
        QTest.mouseClick(keypad.keys[key], LEFT)
    QTest.mouseClick(keypad.erase_key, LEFT)
    QTest.mouseClick(keypad.back_button, LEFT)
    QTest.keyClicks(keypad, "4,2")
    QTest.keyClick(keypad, Qt.Key_Backspace)
    QTest.keyClick(keypad, Qt.Key_Return)
    assert said == ["7", ".", "0", "<", "back", "4", ".", "2", "<", "next"]
    assert keypad.next_button.text() == "Next: lateral"
    keypad.set_next("Next", enabled=False)
    QTest.keyClick(keypad, Qt.Key_Return)
    assert said[-1] == "next"
    assert said.count("next") == 1


def test_the_keyboard_types_names_with_accents_and_capitals(qtbot, shown):
    host = shown(QWidget(), 1000, 700)
    row = QHBoxLayout(host)
    field, keyboard = TextField("Name", SCALE, names=True), Keyboard(SCALE)
    row.addWidget(field)
    row.addWidget(keyboard)
    keyboard.attach(field)
    for key in "o":
        QTest.mouseClick(keyboard.keys[key], LEFT)
    QTest.mouseClick(keyboard.keys["'"], LEFT)
    QTest.mouseClick(keyboard.keys["b"], LEFT)
    QTest.mouseClick(keyboard.layer_keys["accents"], LEFT)
    assert keyboard.layer == "accents"
    QTest.mouseClick(keyboard.keys["é"], LEFT)
    assert keyboard.layer == "letters"
    QTest.mouseClick(keyboard.keys["-"], LEFT)
    QTest.mouseClick(keyboard.keys["n"], LEFT)
    assert field.text() == "O'Bé-N"
    QTest.mouseClick(keyboard.erase_key, LEFT)
    assert field.text() == "O'Bé-"
    QTest.mouseClick(keyboard.shift_key, LEFT)
    QTest.mouseClick(keyboard.keys["a"], LEFT)
    assert field.text() == "O'Bé-a"


def test_a_field_takes_a_physical_keyboard_and_enter(qtbot, shown):
    field = shown(TextField("MRN", SCALE, digits=True))
    entered = []
    field.entered.connect(lambda: entered.append(field.text()))
    QTest.keyClicks(field.line, " 0042 ")
    QTest.keyClick(field.line, Qt.Key_Return)
    assert entered == ["0042"]


@pytest.fixture
def wedge(qapp):
    made = BarcodeWedge()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


def test_a_scan_is_one_text_and_leaves_the_field_alone(qtbot, shown, wedge):
    field = shown(TextField("", SCALE))
    field.line.setFocus()
    scans = []
    wedge.scanned.connect(scans.append)
    QTest.keyClicks(field.line, "0004217")
    QTest.keyClick(field.line, Qt.Key_Return)
    assert scans == ["0004217"]
    qtbot.wait(120)
    assert field.text() == ""


def test_typing_by_hand_reaches_the_field_whole_and_in_order(qtbot, shown, wedge):
    field = shown(TextField("", SCALE))
    QApplication.setActiveWindow(field)
    field.line.setFocus()
    scans, entered = [], []
    wedge.scanned.connect(scans.append)
    field.entered.connect(lambda: entered.append(field.text()))
    for letter in "berta":
        QTest.keyClick(field.line, letter)
        qtbot.wait(90)
    QTest.keyClick(field.line, Qt.Key_Backspace)
    QTest.keyClicks(field.line, "xy")
    QTest.keyClick(field.line, Qt.Key_Return)
    assert scans == []
    assert entered == ["bertxy"]


def test_the_pin_is_dots_and_is_forgotten(qtbot, shown):
    pad = shown(PinPad(SCALE, "Your PIN", "Sign in"))
    pins = []
    pad.entered.connect(pins.append)
    for key in "246":
        QTest.mouseClick(pad.keypad.keys[key], LEFT)
    assert not pad.action.isEnabled()
    QTest.mouseClick(pad.keypad.keys["8"], LEFT)
    assert pad.dots.text() == "●●●●"
    QTest.mouseClick(pad.action, LEFT)
    assert pins == ["2468"]
    assert pad.dots.text() == "–"
    assert "2468" not in repr(vars(pad))


def test_a_choice_has_one_lit(shown):
    choice = shown(Choice("", SCALE, (("a", "A"), ("b", "B"))))
    assert choice.value == ""
    for value in ("a", "b", "b"):
        QTest.mouseClick(choice.buttons[value], LEFT)
    assert choice.value == "b"
    assert [button.isChecked() for button in choice.buttons.values()] == [False, True]


def case_of(name="Alma", *, simulated=True):
    markers = Biomarkers(Status.POSITIVE, Status.POSITIVE, Status.NEGATIVE, Decimal("12.0"))
    return Case("c", Patient("0004217", "Demo", name, date(1972, 3, 14)), Side.LEFT, NOW, biomarkers=markers, simulated=simulated)


DEVICES = (
    DeviceState("camera", "NIR camera", Condition.CONNECTED, "sim:camera", "60 fps"),
    DeviceState("vna", "VNA", Condition.CONNECTED, "sim:vna"),
    DeviceState("scanner", "PET-CT", Condition.ABSENT),
    DeviceState("pacs", "PACS", Condition.FAILED, "dicom:x"),
)


def test_markers_in_the_words_of_a_pathologist():
    assert markers_text(case_of().biomarkers) == "ER+ PR+ HER2− · Ki67 12 %"
    assert markers_text(Biomarkers()) == ""


@pytest.mark.parametrize("name", ["Alma", "Maximiliane-Charlotte Wilhelmina Friederike Alexandra"])
@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (3840, 2160)])
def test_the_top_bar_fits_whoever_it_is(qtbot, qapp, size, name):
    scale = Scale.of(*size, 96.0)
    qapp.setStyleSheet(theme.stylesheet(scale))
    bar = TopBar(scale)
    qtbot.addWidget(bar)
    bar.resize(size[0], bar.height())
    bar.show_case(case_of(name), NOW.date())
    bar.show_devices(DEVICES)
    bar.show_user("Nurse 1")
    bar.show_time(NOW)
    bar.show()
    qtbot.wait(10)
    assert bar.width() == size[0]
    assert fit.misfits(bar) == []
    assert fit.crowded(bar, scale) == []
    told = []
    bar.told.connect(told.append)
    QTest.mouseClick(bar._name, LEFT)
    assert told == [f"DEMO, {name}, MRN 0004217, born 14.03.1972, left breast."]
    qapp.setStyleSheet("")


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (3840, 2160)])
def test_markers_make_room_where_a_device_has_something_to_say(qtbot, qapp, size):
    scale = Scale.of(*size, 96.0 if size[0] < 3000 else 163.0)
    qapp.setStyleSheet(theme.stylesheet(scale))
    bar = TopBar(scale)
    qtbot.addWidget(bar)
    bar.resize(size[0], bar.height())
    bar.show_user("Surgeon 1")
    bar.show_time(NOW)
    bar.show_case(case_of(), NOW.date())
    bar.show()
    simulated = [DeviceState(key, key, Condition.CONNECTED, f"sim:{key}", "simulated") for key in ("camera", "vna", "projector")]
    bar.show_devices(tuple(simulated))
    qtbot.wait(10)
    whole = bar._tumour.label.text()
    assert ("HER2" in whole) is (size[0] > 1366)
    bar.show_devices((DeviceState("camera", "NIR camera", Condition.CONNECTING, "sim:camera"), *simulated[1:]))
    qtbot.wait(10)
    assert fit.misfits(bar) == []
    assert "HER2" not in bar._tumour.label.text()
    bar.show_devices(tuple(simulated))
    qtbot.wait(10)
    assert bar._tumour.label.text() == whole
    qapp.setStyleSheet("")


def test_the_rail_lights_one_screen(shown):
    rail = shown(Rail(SCALE, (("specimen", "Specimen", "specimen"), ("margins", "Margins", "margins"))), 100, 500)
    chosen = []
    rail.chosen.connect(chosen.append)
    QTest.mouseClick(rail.buttons["margins"], LEFT)
    rail.set_current("margins")
    assert chosen == ["margins"]
    assert [button.isChecked() for button in rail.buttons.values()] == [False, True]


def test_the_timeline_drops_the_oldest_and_counts_them(shown):
    line = shown(Timeline(SCALE), 700, 54)
    moments = tuple(Moment(f"Moment {i}", NOW + timedelta(minutes=i)) for i in range(20))
    line.show_moments(moments, simulated=True)
    kept, hidden = line.moments.shown()
    assert kept[-1] is moments[-1]
    assert hidden == 20 - len(kept) > 0
    line.show_moments(moments[:2], simulated=False)
    assert line.moments.shown() == (moments[:2], 0)


def test_a_banner_says_its_age_and_waits_for_ok(qtbot, shown):
    clock = [NOW]
    host = shown(QFrame(), 1000, 500)
    banner = Banner(SCALE, lambda: clock[0], host)
    banner.say("Camera unplugged.", Severity.CAUTION)
    assert banner.sentence == "Camera unplugged."
    assert host.rect().contains(banner.geometry())
    clock[0] += timedelta(minutes=3)
    banner._show_age()
    assert banner._age.text() == "3 min ago"
    QTest.mouseClick(banner._ok, LEFT)
    assert banner.sentence == ""
    assert not banner._tick.isActive()


def test_labels_that_must_not_be_cut(shown):
    host = shown(QFrame(), 300, 200)
    long = FittedLabel("WOLFESCHLEGELSTEINHAUSENBERGERDORFF, Hubert", SCALE, 27)
    long.setParent(host)
    long.setGeometry(0, 0, 120, 64)
    long.show()
    assert fit.misfits(host) == []
    assert long.whole.startswith("WOLFE")
    elided = ElidedLabel("A name that is long", SCALE)
    elided.setParent(host)
    elided.setGeometry(0, 100, 80, 30)
    elided.show()
    assert elided.is_elided
    assert elided.full == "A name that is long"


def test_what_does_not_fit_is_found(shown):
    host = shown(QFrame(), 300, 300)
    cut = Label("Much too long for this", SCALE, 40)
    cut.setParent(host)
    cut.setGeometry(0, 0, 50, 20)
    outside = TouchButton("Out", SCALE)
    outside.setParent(host)
    outside.setGeometry(280, 100, 80, 80)
    small = TouchButton("Small", SCALE)
    small.setParent(host)
    small.setGeometry(200, 100, 75, 40)
    for widget in (cut, outside, small):
        widget.show()
    assert len(fit.misfits(host)) == 2
    assert len(fit.crowded(host, SCALE)) == 2


@pytest.mark.parametrize(
    ("size", "dots", "finger", "space"), [((1366, 768), 96, 76, 11), ((3840, 2160), 96, 152, 22), ((3840, 2160), 163, 152, 22)]
)
def test_what_is_drawn_is_never_under_20_mm_nor_small_on_a_large_screen(size, dots, finger, space):
    scale = Scale.of(*size, dots)
    assert (scale.finger, scale.space) == (finger, space)
    assert scale.finger >= scale.target
    assert scale.space >= scale.gap
