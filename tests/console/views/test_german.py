"""The screens around the operation in German: every word known, none of them cut, decimal comma on the keys."""

from dataclasses import replace

import pytest
from PyQt5.QtWidgets import QApplication

from algorithms.margins.model import MarginClass
from console import portraits, rehearsal, words
from console.app import RAIL
from console.cases.model import Role, Side
from console.cases.service import CaseService
from console.first_window import FirstWindow
from console.views.identify import Identify
from console.views.lock import Lock
from console.views.new_case import NewCase
from console.views.no_store import NoStore
from console.views.petct_layout import PetCtLayout
from console.views.safe_mode import SafeMode
from console.views.settings import PANES, Settings
from console.views.settings_devices import DeviceDesk
from console.views.settings_store import StoreCare
from console.views.sign_in import SignIn
from console.views.worklist import Worklist
from console.widgets import fit
from console.widgets.board_cells import EvidenceCell, RowName
from console.widgets.card import TapCard
from console.widgets.pill import Condition, DeviceState
from console.widgets.rail import Rail
from console.widgets.scale import Scale

GONE = "The store's database is gone, and its journals are there. Run: rimlight restore --from-cases."
CARE = StoreCare(lambda service, session: "Backed up.", lambda service, session: "Nothing is amiss.")
STATES = tuple(DeviceState(key, title, Condition.ABSENT) for key, title in (("camera", "NIR camera"), ("vna", "VNA"), ("pacs", "PACS")))
# Addresses, journals, languages in their own words, and what only an English store holds.
FOREIGN = ("Moran MS", "Morrow M", "Association of Breast", "dicom:", "https:", "PETCT1", "RIMLIGHT", "English", "Deutsch", "Lee EG")


class Listening:
    """The catalogue, which remembers what it could not say."""

    def __init__(self, catalogue):
        self.catalogue, self.unknown = catalogue, set()

    def said(self, text):
        answer = self.catalogue.said(text)
        if answer is None and not text.startswith(FOREIGN):
            self.unknown.add(text)
        return answer


@pytest.fixture
def german(monkeypatch):
    listening = Listening(words.catalogue("de"))
    monkeypatch.setattr(words, "catalogue", lambda _language: listening)
    words.choose("de")
    yield listening
    words.choose("en")


def page_of_new_case(room, number):
    view = NewCase(room)
    if number:
        view._choose_side(Side.LEFT)
        view._turn(number)
    return view


def settings(room):
    return Settings(room, DeviceDesk(lambda: STATES, lambda _key: None, lambda _key: None), CARE)


def first_start(room, service):
    service.people = []
    return SignIn(room)


SCREENS = {
    "sign in": lambda room, _s: SignIn(room),
    "first start": first_start,
    "lock": lambda room, s: Lock(room, s.people[0], room.now()),
    "worklist": lambda room, _s: Worklist(room),
    "identify": lambda room, s: Identify(room, s.cases[0]),
    "safe mode": lambda room, _s: SafeMode(room),
    **{f"new case {n}": (lambda room, _s, n=n: page_of_new_case(room, n)) for n in range(4)},
}


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)], ids=str)
@pytest.mark.parametrize("name", SCREENS)
def test_every_word_is_german_and_fits(qtbot, german, room, service, show, size, name):
    view = show(SCREENS[name](room, service), below_bar=name not in {"sign in", "first start", "lock"})
    qtbot.wait(10)
    assert german.unknown == set()
    assert fit.misfits(view) == []
    assert fit.crowded(view, room.scale) == []


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (3840, 2160)], ids=str)
def test_the_settings_are_german_and_fit(qtbot, german, room, service, show, size):
    view = show(settings(room))
    for key, _title, _icon in PANES:
        view.show_pane(key)
        qtbot.wait(10)
        assert fit.misfits(view) == [], key
        assert fit.crowded(view, room.scale) == [], key
    assert german.unknown == set()


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (3840, 2160)], ids=str)
def test_why_a_device_failed_fits(qtbot, german, room, show, size):
    why = "No such camera answers. Plug it in; it is found by itself."
    camera = DeviceState("camera", "NIR camera", Condition.FAILED, "gige:192.168.10.2", why)
    view = show(Settings(room, DeviceDesk(lambda: (camera, *STATES[1:]), lambda _key: None, lambda _key: None), CARE))
    view.show_pane("devices")
    qtbot.wait(10)
    assert view.panes["devices"].rows["camera"].why.whole == why
    assert fit.misfits(view) == []
    assert fit.crowded(view, room.scale) == []
    assert german.unknown == set()


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (3840, 2160)], ids=str)
def test_the_tools_beside_a_running_analysis_fit(qtbot, german, room, size):
    layout = PetCtLayout(room.scale)
    qtbot.addWidget(layout)
    layout.sign.hide()
    layout.cancel.show()
    layout.show()
    rail = Rail(room.scale, RAIL)
    qtbot.addWidget(rail)
    assert rail.width() + layout.minimumSizeHint().width() <= size[0]
    assert [name for name, button in rail.buttons.items() if button.sizeHint().width() > rail.contentsRect().width()] == []
    layout.resize(layout.minimumSizeHint())
    qtbot.wait(10)
    tools = (layout.importing, layout.layer, layout.window_button, layout.reading, layout.correct, layout.more, layout.cancel)
    assert [tool.shown for tool in tools if tool.needed_width() > tool.width()] == []


def test_a_name_that_reads_like_a_word_stays(german, room, service, show, settled):
    first = service.cases[0]
    service.cases[0] = replace(first, patient=replace(first.patient, family_name="Back", given_name="Clear"))
    view = show(Worklist(room))
    settled()
    assert view.rows[0].cells["name"].shown == "BACK, Clear"
    assert view.rows[0].cells["side"].shown == "Links"


def test_the_language_is_chosen_for_the_next_start(german, room, service, show, settled):
    view = show(settings(room))
    view.show_pane("console")
    view.panes["console"].language.buttons["de"].click()
    settled()
    assert service.chosen.language == "de"


def test_what_stands_before_the_store_is_german(qtbot, german):
    splash, closed = FirstWindow(QApplication.instance(), kiosk=False), NoStore(GONE, Scale.of(1366, 768, 96.0))
    for window in (splash, closed):
        qtbot.addWidget(window)
    splash.grab()
    assert closed.sentence.shown.startswith("Die Datenbank des Speichers fehlt")
    assert german.unknown == set()


def test_a_screen_reader_hears_german_and_names_as_they_are(qtbot, german, room, show, settled):
    scale = room.scale
    cell, row, card = (
        EvidenceCell(MarginClass.NEGATIVE, "4 mm", scale, 60, known=True),
        RowName("Specimen", "now", scale, 60),
        TapCard(scale),
    )
    for widget in (cell, row, card):
        qtbot.addWidget(widget)
    cell.setAccessibleName("Narrowest evidence, medial")
    card.setAccessibleName("Specimen radiograph")
    assert [widget.accessibleName() for widget in (cell, row, card)] == ["Engster Befund, medial", "Über Resektat", "Präparatradiographie"]
    view = show(Worklist(room))
    settled()
    assert view.rows[0].accessibleName().endswith(view.rows[0].cells["name"].shown.partition(", ")[2])


@pytest.mark.endurance
@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (3840, 2160)], ids=str)
def test_every_screen_of_the_demo_case_is_german(qapp, german, tmp_path, monkeypatch, size):
    monkeypatch.setattr(portraits, "SIZE", size)
    home = tmp_path / "home"
    service = CaseService.open(home)
    rehearsal.staff(service)
    administrator = next(user for user in service.users() if user.role is Role.ADMINISTRATOR)
    session = service.sign_in(administrator.id, rehearsal.DEMO_PIN)
    service.change_setting(session, "language", "de")
    service.change_setting(session, "screen_dpi", 96)
    service.close()
    pictures, faults = portraits.walk(home, tmp_path / "screens", fit_screen=False)
    assert len(pictures) > 20
    assert german.unknown == set()
    cut = [fault for fault in faults if "does not fit" in fault or "needs" in fault]
    # Eight tabs of 20 mm are higher than that window, in any language.
    assert [fault for fault in cut if size[0] > 1366 or not fault.startswith("settings: The window")] == []
