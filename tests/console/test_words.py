"""What the console thinks in English is said whole in German or not at all; names, records and exports stay as they are."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

from console import rehearsal, resources, words
from console.cases.department import remember_language
from console.cases.model import Role
from console.cases.service import CaseService
from console.catalogue import Catalogue, finished
from console.faults import Refused
from console.settings import Settings
from console.words import Typed, english, said

ROOT = Path(__file__).resolve().parents[2]
FILE = resources.assets() / "translations" / "rimlight_de.ts"
PLACE = re.compile(r"%L?(\d)")


@pytest.fixture
def german():
    words.choose("de")
    yield
    words.choose("en")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Live", "Live"),
        ("1.4 mm", "1,4 mm"),
        ("◆ 1.4 mm", "◆ 1,4 mm"),
        ("≥ 2 mm", "≥ 2 mm"),
        ("Margin positive: medial and lateral", "Schnittrand positiv: medial und lateral"),
        ("Left breast", "Linke Brust"),
        ("Fri 20 Nov 2026", "Fr, 20.11.2026"),
        ("Rows 1 to 5 of 12", "Zeilen 1 bis 5 von 12"),
        ("30.5 fps · 41 ms, at most 60 · 0 dropped", "30,5 B/s · 41 ms, höchstens 60 · 0 verworfen"),
        ("Rimlight 0.1.0", "Rimlight 0.1.0"),
        ("The disk is full in Back.", "The disk is full in Back."),
        (
            "Shave the medial face, at least 22 × 18 mm. Not assessed: lateral.",
            "Nachresektion medial, mindestens 22 × 18 mm. Nicht beurteilt: lateral.",
        ),
    ],
)
def test_a_text_is_taken_apart_and_said(german, source, target):
    assert said(source) == target


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("NIR camera: No picture arrives.", "NIR-Kamera: Es kommt kein Bild an."),
        ("Camera 0: No picture arrives.", "Kamera 0: Es kommt kein Bild an."),
        ("visa:TCPIP::10.0.0.7: The connection was lost.", "visa:TCPIP::10.0.0.7: Die Verbindung ist unterbrochen."),
        ("Breast: something else.", "Breast: something else."),
        ("my frames.tiff is cut short. Nothing was written.", "my frames.tiff ist abgeschnitten. Es wurde nichts geschrieben."),
        (
            "scan.h5 has 3 × 5 pixels; Hadamard patterns need sides of 2, 4, 8 …. Nothing was imported.",
            "scan.h5 hat 3 × 5 Pixel; Hadamard-Muster brauchen Seiten von 2, 4, 8 …. Es wurde nichts importiert.",
        ),
        (
            "cohort.csv: row 3, column age: should be a number from 0 to 120. Nothing was imported.",
            "cohort.csv: Zeile 3, Spalte age: erwartet wird eine Zahl von 0 bis 120. Es wurde nichts importiert.",
        ),
        (
            "The PET cannot be used: the patient's weight is not stated.",
            "Nicht verwendbar (PET): das Gewicht der Patientin ist nicht angegeben.",
        ),
    ],
)
def test_what_a_device_or_a_file_is_refused_for_is_said_whole(german, source, target):
    assert said(source) == target


def test_half_a_translation_is_none():
    catalogue = Catalogue({"Shave %1.": "Nachresektion %L1.", "medial": "medial"})
    assert catalogue.said("Shave medial.") == "Nachresektion medial."
    assert catalogue.said("Shave upwards.") is None
    assert catalogue.said("medial, upwards") is None


def test_what_was_typed_stays(german):
    assert said("Back") == "Zurück"
    assert said(Typed("Back")) == "Back"
    assert said("Back: your PIN") == "Back: Ihre PIN"
    assert said("Signed by Medial Back.") == "Signiert von Medial Back."


def test_what_is_kept_or_handed_out_is_english(german):
    with english():
        assert said("Back") == "Back"
    assert said("Back") == "Zurück"


def test_the_language_is_one_that_there_is():
    assert Settings().language == "en"
    assert Settings().changed("language", "de").language == "de"
    with pytest.raises(Refused, match="must be one of en, de"):
        Settings().changed("language", "fr")
    with pytest.raises(ValueError, match="no such language"):
        words.choose("fr")


def test_every_place_of_a_translation_is_in_its_source():
    for source, target in finished(FILE):
        assert set(PLACE.findall(target)) <= set(PLACE.findall(source)), source
        assert source[:1].isspace() == target[:1].isspace(), source
        assert source[-1:].isspace() == target[-1:].isspace(), source


def test_no_sentence_of_a_screen_is_without_german(german):
    collector = runpy.run_path(str(ROOT / "packaging" / "words.py"))
    assert collector["untranslated"]() == []
    filled = [re.sub(r"%\d", "3", sentence) for sentence in collector["collected"]()]
    assert [sentence for sentence in filled if words.catalogue("de").said(sentence) is None] == []


def test_nothing_of_the_catalogue_is_unfinished():
    assert 'type="unfinished"' not in FILE.read_text(encoding="utf-8")


def test_what_the_code_no_longer_says_waits_in_the_catalogue(tmp_path):
    collector, file = runpy.run_path(str(ROOT / "packaging" / "words.py")), tmp_path / "rimlight_xx.ts"
    messages, places = {"Back": "Zurück", "Gone": "Weg", "medial": "medial"}, {"Back": "console/a.py", "Gone": "console/b.py"}
    file.write_text(collector["written"](messages, places), encoding="utf-8")
    assert collector["placed"](file) == {"Back", "Gone"}
    del places["Gone"]
    file.write_text(collector["written"](messages, places, frozenset({"Gone"})), encoding="utf-8")
    assert dict(finished(file)) == {"Back": "Zurück", "medial": "medial"}
    assert collector["kept"](file) == messages
    assert collector["placed"](file) == {"Back", "Gone"}


def test_the_first_window_speaks_what_was_chosen_last(tmp_path):
    assert words.remembered(tmp_path) == "en"
    remember_language(tmp_path, "de")
    assert words.remembered(tmp_path) == "de"
    assert [path.name for path in tmp_path.iterdir()] == ["language"]
    for damaged in (b"", b"fr", b"\xff\xfe", b"de" * 1000):
        (tmp_path / "language").write_bytes(damaged)
        assert words.remembered(tmp_path) == "en"
    (tmp_path / "language").unlink()
    (tmp_path / "language").mkdir()  # it may fail; the choice itself lies in the store
    remember_language(tmp_path, "de")
    assert words.remembered(tmp_path) == "en"


def test_the_choice_is_remembered_when_it_is_made(tmp_path):
    service = CaseService.open(tmp_path)
    try:
        rehearsal.staff(service)
        assert words.remembered(tmp_path) == "en"
        administrator = next(user for user in service.users() if user.role is Role.ADMINISTRATOR)
        service.change_setting(service.sign_in(administrator.id, rehearsal.DEMO_PIN), "language", "de")
        assert words.remembered(tmp_path) == "de"
    finally:
        service.close()


def test_a_choice_within_a_sentence_is_a_sentence_each():
    collector = runpy.run_path(str(ROOT / "packaging" / "words.py"))
    import ast

    reader = collector["Reader"]()
    reader.visit(ast.parse("""f"{n} {'day' if n == 1 else 'days'} ago" """))
    assert list(reader.found) == ["%1 day ago", "%1 days ago"]


def test_the_keypad_shows_the_comma_and_types_the_point(german, qtbot):
    from console.widgets.keypad import Keypad
    from console.widgets.scale import Scale

    pad = Keypad(Scale.of(1920, 1080, 96.0))
    qtbot.addWidget(pad)
    typed = []
    pad.digit.connect(typed.append)
    pad.keys["."].click()
    qtbot.keyClicks(pad, "1,5.")
    assert pad.keys["."].text() == ","
    assert typed == [".", "1", ".", "5", "."]
