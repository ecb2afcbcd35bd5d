"""«?» on every screen: a page in each language, shaped alike, naming buttons that exist, fitting at every size, hiding nothing that matters."""

import ast
import inspect
import re
import textwrap

import pytest
from PyQt5.QtCore import QSize, Qt
from PyQt5.QtTest import QTest
from PyQt5.QtWidgets import QLineEdit, QPushButton

from console import resources, words
from console.app import CASE_SCREENS, RAIL, Console
from console.cases.model import Case, CaseFile, Side
from console.help import ON_SCREEN, SAME_AS, help_page, path_of, read_page
from console.views.shell import Shell
from console.widgets import theme
from console.widgets.banner import Severity
from console.widgets.fit import crowded, misfits
from console.widgets.help_sheet import FINISHED, GOES_ON, LOOK_MS
from console.widgets.image_canvas import ImageCanvas, Stand
from console.widgets.page import Page
from console.widgets.scale import Scale

SIZES = (((1366, 768), 96), ((1920, 1080), 96), ((3840, 2160), 163))
COMMON_WORDS = {"Consider a shave", "Erwägen", "good", "gut", "frei", "clear", "+"}  # quoted, but no buttons
ROOT = resources.assets().parent


def screens():
    """Every key that the console can build a screen for."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(Console._build)))
    named = {key.value for node in ast.walk(tree) if isinstance(node, ast.Dict) for key in node.keys}
    return sorted(named | set(CASE_SCREENS) | {key for key, _title, _icon in RAIL})


@pytest.fixture(params=words.LANGUAGES)
def tongue(request):
    words.choose(request.param)
    yield request.param
    words.choose(words.ENGLISH)


@pytest.fixture
def shell(room, service, qtbot):
    """The real window around empty screens, a case open. Called with a size it is made that large."""
    room.case_file = CaseFile(Case("c0", service.cases[0].patient, Side.LEFT, room.now(), simulated=True), (), (), (), (), (), ())

    def make(size=(1366, 768), dpi=96, build=lambda _key: Page(room.scale)):
        service.chosen = service.chosen.changed("screen_dpi", dpi)
        room.settings = service.chosen
        room.scale = Scale.of(*size, dpi)
        window = Shell(room, RAIL, build, tuple)
        qtbot.addWidget(window)
        window.setFixedSize(*size)
        window.show()
        return window

    return make


# --- the pages -------------------------------------------------------------------------------------------------------------------------


def test_every_screen_has_a_page_in_both_languages():
    missing = [path_of(key, tongue) for key in screens() for tongue in words.LANGUAGES if not path_of(key, tongue).is_file()]
    assert missing == []
    assert set(SAME_AS) < set(screens())


def test_no_page_is_about_a_screen_that_is_not_there():
    known = {path_of(key, words.ENGLISH).name for key in screens()}
    for tongue in words.LANGUAGES:
        assert {path.name for path in (resources.assets() / "help" / tongue).iterdir()} <= known


@pytest.mark.parametrize("key", screens())
def test_a_page_says_three_things_to_do_and_what_words_mean_in_each_language_alike(key):
    shapes = set()
    for tongue in words.LANGUAGES:
        page = read_page(path_of(key, tongue).read_text(encoding="utf-8"))
        assert len(page.steps) == 3
        assert 3 <= len(page.words) <= 6
        assert all((page.title, page.question, *sum(page.steps, ()), *sum(page.words, ())))
        shapes.add(len(page.words))
    assert len(shapes) == 1


def said_by_the_console():
    """Every short string in the code, in small letters: a choice's words are made of its value."""
    found = set()
    for folder in ("console", "algorithms"):
        for path in (ROOT / folder).rglob("*.py"):
            found |= {one.strip().lower() for one in re.findall(r'"([^"\n]+)"', path.read_text(encoding="utf-8"))}
    return found


def test_what_a_page_quotes_is_said_by_a_screen():
    said = said_by_the_console()
    for path in (resources.assets() / "help").rglob("*.md"):
        quoted = set(ON_SCREEN.findall(path.read_text(encoding="utf-8"))) - COMMON_WORDS
        assert {word for word in quoted if word.lower() not in said} == set(), path


def test_a_page_that_is_not_one_is_our_bug():
    with pytest.raises(ValueError, match="a help page is"):
        read_page("# Title\n\nAnd nothing else.\n")


def test_a_language_without_a_page_shows_the_english_one(monkeypatch):
    monkeypatch.setattr("console.help.language", lambda: "sv")
    assert help_page("live") == read_page(path_of("live", "en").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("size", "dpi"), SIZES, ids=str)
def test_every_page_fits(qtbot, shell, room, tongue, size, dpi):
    window = shell(size, dpi)
    for key in screens():
        window.show_screen(key)
        window.toggle_help()
        qtbot.wait(10)
        sheet = window.help_shown
        assert sheet.size() == window.screen_shown.size()
        assert sheet.heightForWidth(sheet.width()) <= sheet.height(), (tongue, key)
        assert misfits(window) + crowded(window, room.scale) == [], (tongue, key)


# --- open and close --------------------------------------------------------------------------------------------------------------------


def tap_help(window):
    QTest.mouseClick(window._top._help, Qt.LeftButton)


def test_the_button_opens_and_closes_it(qtbot, shell, room):
    window = shell()
    window.show_screen("specimen")
    tap_help(window)
    assert window.help_shown.title.text() == "Specimen"
    assert min(window._top._help.width(), window._top._help.height()) >= room.scale.target
    tap_help(window)
    assert window.help_shown is None


@pytest.mark.parametrize("key", [Qt.Key_Escape, Qt.Key_7, Qt.Key_Return])
def test_a_key_closes_it_and_reaches_nothing_below(qtbot, shell, room, key):
    def build(_key):
        page = Page(room.scale)
        page.field = QLineEdit()
        page.body.addWidget(page.field)
        return page

    window = shell(build=build)
    window.show_screen("specimen")
    field = window.screen_shown.field
    field.setFocus()
    tap_help(window)
    QTest.keyClick(window.help_shown, key)
    assert window.help_shown is None
    assert field.text() == ""
    assert window.screen_shown.focusWidget() is field


def test_a_tap_anywhere_closes_it_and_presses_nothing_below(qtbot, shell, room):
    pressed = []

    def build(_key):
        page = Page(room.scale)
        button = QPushButton("Sign")
        button.setMinimumSize(QSize(1000, 500))
        button.clicked.connect(lambda: pressed.append(1))
        page.body.addWidget(button)
        return page

    window = shell(build=build)
    window.show_screen("specimen")
    tap_help(window)
    qtbot.wait(10)
    child = window.childAt(window.help_shown.mapTo(window, window.help_shown.rect().center()))
    QTest.mouseClick(child, Qt.LeftButton)
    assert window.help_shown is None
    assert pressed == []


def test_another_screen_or_the_lock_takes_it_away(shell, room):
    window = shell()
    window.show_screen("specimen")
    for key in ("margins", "lock"):
        tap_help(window)
        assert window.help_shown is not None
        window.show_screen(key)
        assert window.help_shown is None


def test_it_survives_no_other_scale_but_the_window_does(qtbot, shell):
    window = shell()
    window.show_screen("specimen")
    tap_help(window)
    window.setFixedSize(1920, 1080)
    qtbot.waitUntil(lambda: window._room.scale.unit == 1.0)
    tap_help(window)
    qtbot.wait(10)
    assert window.help_shown.size() == window.screen_shown.size()


# --- what it must not hide -------------------------------------------------------------------------------------------------------------


def test_bars_and_banner_stay_in_sight(qtbot, shell):
    window = shell()
    window.show_screen("specimen")
    tap_help(window)
    window.say("The camera was unplugged.", Severity.TROUBLE)
    qtbot.wait(10)
    for part in (window._top, window._rail, window._timeline):
        place = part.mapTo(window, part.rect().center())
        assert not window.help_shown.isAncestorOf(window.childAt(place))
    middle = window._banner.mapTo(window, window._banner.rect().center())
    at = window.childAt(middle)
    assert at is window._banner or window._banner.isAncestorOf(at)


def with_picture(room):
    page = Page(room.scale)
    page.canvas = ImageCanvas(room.scale)
    page.body.addWidget(page.canvas, 1)
    return page


def test_it_says_how_the_picture_stands_that_it_covers(qtbot, shell, room):
    window = shell(build=lambda _key: with_picture(room))
    window.show_screen("live")
    canvas = window.screen_shown.canvas
    canvas.show_stand(Stand.LIVE)
    tap_help(window)
    behind = window.help_shown.behind
    assert behind.text() == GOES_ON
    for stand, sentence, shown in (
        (Stand.STALE, "Live view paused at 09:34:12. Plug the camera in again.", "Live view paused at 09:34:12. Plug the camera in again."),
        (Stand.FROZEN, "Frozen at 09:34:12 · 0:05 ago", "Frozen at 09:34:12 · 0:05 ago"),
        (Stand.STILL, "", FINISHED),
    ):
        canvas.show_stand(stand, sentence)
        qtbot.waitUntil(lambda shown=shown: behind.text() == shown, timeout=20 * LOOK_MS)
        assert behind.property("tone") == "close"
        assert not behind.isHidden()
        assert misfits(window) == []


def test_a_screen_without_a_picture_has_no_line_about_one(shell):
    window = shell()
    window.show_screen("results")
    tap_help(window)
    assert window.help_shown.behind.isHidden()


def test_a_covered_picture_is_not_painted_sixty_times_a_second(qtbot, shell, room, monkeypatch):
    painted = []
    monkeypatch.setattr(ImageCanvas, "_paint_stand", lambda *_: painted.append(1))

    window = shell(build=lambda _key: with_picture(room))
    window.setStyleSheet(theme.stylesheet(room.scale))
    window.show_screen("live")
    qtbot.waitUntil(lambda: bool(painted))
    tap_help(window)
    qtbot.wait(300)
    painted.clear()
    for _ in range(5):
        window.screen_shown.canvas.update()
        qtbot.wait(10)
    assert painted == []


def test_numbers_and_buttons_are_called_as_the_screen_calls_them(monkeypatch):
    monkeypatch.setattr("console.help.said", {"Freeze": "Anhalten"}.get)
    page = read_page("# A\n\nB?\n\n## C\n\nTap «Freeze».\n\n## Words\n\n- **«Freeze»**: holds it.\n")
    assert page.steps == (("C", "Tap «Anhalten»."),)
    assert page.words == (("Anhalten", "holds it."),)
    assert re.fullmatch(r"[A-Z]", page.title)
