"""The board under a finger: a cell opens what made it, a row tells what is known of it, two taps change the rule, a shave strikes a face through."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from PyQt5.QtCore import Qt

from algorithms.evidence.kinds import Finding, Kind
from algorithms.evidence.result import FaceResult, Result
from algorithms.faces import Face
from algorithms.margins.model import MarginClass
from algorithms.margins.published import PRIOR, Rates, Share
from console.cases import petct_log, reads_log, results_log
from console.cases.model import Patient, Provenance, Role, Side, Validity, Value
from console.cases.service import CaseService
from console.cases.verdict import judgement_of
from console.exporting import Exports
from console.exports.sights import Sights
from console.faults import Refused
from console.margins import shapes
from console.modalities import evidence_of
from console.views.margins import Doings, MarginsView
from console.views.margins_chance import Accuracy
from console.views.worklist_verdict import verdict_words
from console.widgets import fit, theme
from console.widgets.board_cells import age_words
from console.widgets.evidence_board import CHANCE, NARROWEST
from console.widgets.room import Room
from console.widgets.scale import Scale

PIN = "274951"


@pytest.fixture
def size(request):
    return getattr(request, "param", (1920, 1080))


@pytest.fixture
def room(qtbot, qapp, tmp_path, monkeypatch, size):
    """A real store with one case and a frozen section: DCIS at 1.5 mm medially, the rest free."""
    monkeypatch.setenv("RIMLIGHT_KEY_PLACE", "file")
    theme.load_fonts()
    service = CaseService.open(tmp_path / "home")
    administrator = service.sign_in(service.add_user(None, "Ada", Role.ADMINISTRATOR, PIN).id, PIN)
    surgeon = service.sign_in(service.add_user(administrator, "Grace", Role.SURGEON, PIN).id, PIN)
    case = service.create_case(surgeon, Patient("0009911", "Probe", "Paula", date(1972, 3, 14)), Side.LEFT, service.ledger.now())
    file = service.case_file(surgeon, case.id)
    faces = (
        FaceResult(Face.MEDIAL, Finding.DCIS, Decimal("1.5")),
        *(FaceResult(face, Finding.NEGATIVE, Decimal(6)) for face in Face if face is not Face.MEDIAL),
    )
    told = Result(Kind.FROZEN, faces, (("pathologist", "Kim"), ("definition", "carcinoma-on-ink")), ())
    results_log.sign(service, surgeon, file, file.specimens[0].id, told)
    made = Room(service, service.ledger.now, Scale.of(*size, 96.0))
    qapp.setStyleSheet(theme.stylesheet(made.scale))
    made.enter(surgeon)
    made.show_case(service.case_file(surgeon, case.id))
    yield made
    assert made.stop()
    service.close()
    qapp.setStyleSheet("")


@pytest.fixture
def view(qtbot, room, size):
    made = MarginsView(room, evidence_of, Doings(screen_of=lambda key: f"the screen of {key}"))
    qtbot.addWidget(made)
    made.resize(size[0] - room.scale.px(128), size[1] - room.scale.px(172))
    made.show()
    wait(qtbot, room)
    return made


def wait(qtbot, room):
    for do in (room.do, room.do_slowly):
        done = []
        do(lambda _service, _session: None, lambda _none: done.append(True))  # noqa: B023 - called before the loop goes on
        qtbot.waitUntil(lambda: bool(done))  # noqa: B023
    qtbot.wait(1)


def tap(qtbot, room, button):
    qtbot.mouseClick(button, Qt.LeftButton)
    wait(qtbot, room)


def petct(room, mm="0"):
    """A signed PET-CT whose medial margin is this."""
    margins = (Value(petct_log.MARGIN, Decimal(mm if face is Face.MEDIAL else 9), "mm", face) for face in Face)
    made = Provenance("petct", "1", "ab" * 32, (("orientation", "recorded"), ("method", "fast")), "scanner", simulated=True)
    said = (Value(petct_log.CLASS, text="positive"), *margins)
    file = room.case_file

    def sign(service, session):
        limits = Validity(usable=True, statement="Within its limits.")
        return service.add_reading(session, file.case.id, file.specimens[0].id, petct_log.MODALITY, said, limits, made)

    room.do(sign)


def seen_by(room):
    return evidence_of(room.case_file, room.session.user.name)


def test_who_reads_petct_blind_sees_a_board_without_it_that_says_so(qtbot, room, size, tmp_path):
    piece = room.case_file.specimens[0].id
    room.do(lambda service, session: reads_log.choose_blind(service, session, room.case_file, piece))
    petct(room)
    wait(qtbot, room)
    view = MarginsView(room, lambda _file: seen_by(room), Doings())
    qtbot.addWidget(view)
    view.resize(size[0] - room.scale.px(128), size[1] - room.scale.px(172))
    view.show()
    wait(qtbot, room)
    reading = room.case_file.readings[-1]
    assert {view.board.cells[reading.id, face].text() for face in Face} == {"–"}
    assert view.state.judgement.status is MarginClass.NEGATIVE
    assert "PET-CT was not used: you read it blind, and it is shown once your call is saved." in view.state.judgement.details
    assert ".." not in view.verdict.detail.text()
    assert not reads_log.has_seen(room.case_file, piece, "Grace")
    with pytest.raises(Refused, match="read PET-CT blind"):
        Exports(tmp_path, room.now, lambda: None).printed(room._service, room.session, room.case_file, Sights({}))
    assert shapes(room._service, room.session, room.case_file, piece) == (None, ())  # the tumour in the solid would tell
    call = reads_log.Call(positive=True, face=Face.MEDIAL, confidence=reads_log.Confidence.HIGH)
    room.do(lambda service, session: reads_log.sign_read(service, session, room.case_file, piece, call, "ab" * 32))
    wait(qtbot, room)
    assert view.board.cells[reading.id, Face.MEDIAL].text() == "◆ 0 mm"
    assert view.state.judgement.status is MarginClass.POSITIVE
    wait(qtbot, room)
    assert reads_log.has_seen(room.case_file, piece, "Grace")


def test_who_saw_petct_on_the_board_can_no_longer_read_it_blind(qtbot, room, view):
    petct(room, "4.56")
    wait(qtbot, room)
    wait(qtbot, room)
    piece = room.case_file.specimens[0].id
    assert view.board.cells[room.case_file.readings[-1].id, Face.MEDIAL].text() == "○ 4.5 mm"
    with pytest.raises(Refused, match="would not be blind"):
        reads_log.choose_blind(room._service, room.session, room.case_file, piece)


def test_a_cell_leads_to_the_screen_that_made_it(qtbot, room, view):
    went = []
    room.went.connect(went.append)
    (reading,) = room.case_file.readings
    tap(qtbot, room, view.board.cells[reading.id, Face.MEDIAL])
    assert went == ["the screen of frozen"]
    assert room.pointer == (reading, Face.MEDIAL)
    assert room.specimen_id == reading.specimen_id
    tap(qtbot, room, view.board.cells[NARROWEST, Face.MEDIAL])
    assert len(went) == 2


def test_a_row_tells_what_is_known_of_it(qtbot, room, view):
    (reading,) = room.case_file.readings
    tap(qtbot, room, view.board.names[reading.id])
    assert "Signed by Grace." in view.about.words.whole
    assert reading.provenance.input_sha256[:16] in view.about.words.whole
    assert "Valid: " in view.about.words.whole
    tap(qtbot, room, view.about.back)
    assert view.verdict.isVisible()


def test_two_taps_change_the_rule_and_the_case_is_judged_anew(qtbot, room, view):
    assert view.state.judgement.status is MarginClass.NEGATIVE
    tap(qtbot, room, view.rule)
    tap(qtbot, room, view.choice.buttons[1])
    assert room.case_file.case.rule_set == "sso-astro-asco-dcis-2016"
    assert view.verdict.headline.text() == "◐ Margin close: medial"
    assert view.board.cells[NARROWEST, Face.MEDIAL].margin_class is MarginClass.CLOSE


def test_leaving_it_as_it_is_changes_nothing(qtbot, room, view):
    tap(qtbot, room, view.rule)
    tap(qtbot, room, view.choice.buttons[-1])
    assert room.case_file.case.rule_set == "sso-astro-invasive-2014"
    assert view.verdict.isVisible()


def test_a_shave_strikes_its_face_through(qtbot, room, view):
    (reading,) = room.case_file.readings
    tap(qtbot, room, view.shave)
    tap(qtbot, room, view.choice.buttons[list(Face).index(Face.MEDIAL)])
    tap(qtbot, room, view.choice.buttons[0])
    assert view.board.cells[reading.id, Face.MEDIAL].struck
    assert not view.board.cells[reading.id, Face.LATERAL].struck
    assert view.board.cells[reading.id, Face.MEDIAL].text() == "1.5 mm"
    assert view.board.cells[NARROWEST, Face.MEDIAL].text() == "shaved, not assessed"
    assert view.verdict.headline.text() == "Shaved, new margin not assessed: medial"
    assert verdict_words(judgement_of(room.case_file, evidence_of(room.case_file))) == ("medial shaved — not assessed", "text")


def test_probability_stands_beside_and_its_sources_are_told(qtbot, room, view):
    assert (CHANCE, Face.MEDIAL) not in view.board.cells
    tap(qtbot, room, view.chance)
    assert view.board.cells[CHANCE, Face.MEDIAL].text().startswith("1 %")
    assert view.board.cells[NARROWEST, Face.MEDIAL].text() == "○ 1.5 mm"
    tap(qtbot, room, view.board.names[CHANCE])
    assert "St John" in view.about.words.whole
    assert "No interval is published for Frozen section" in view.about.words.whole


def test_the_departments_own_figures_take_the_place_of_the_published(qtbot, room):
    own = Accuracy({"frozen": Rates(Share(0.9, 0.8, 0.95), Share(0.9, 0.8, 0.95), "this console, 300 faces", own=True, n=300)}, PRIOR)
    view = MarginsView(room, evidence_of, Doings(accuracy=lambda _service, _session: own))
    qtbot.addWidget(view)
    view.show()
    tap(qtbot, room, view.chance)
    tap(qtbot, room, view.board.names[CHANCE])
    assert "this console, 300 faces" in view.about.words.whole


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (3840, 2160)], indirect=True)
def test_everything_fits_in_every_state(qtbot, room, view):
    for button in (view.chance, view.solid):
        tap(qtbot, room, button)
        assert fit.misfits(view) == []
        assert fit.crowded(view, room.scale) == []
    tap(qtbot, room, view.board.names[CHANCE])
    assert fit.misfits(view) == []
    view.about.closed.emit()
    for button in (view.rule, view.shave):
        tap(qtbot, room, button)
        assert fit.misfits(view) == []
        assert fit.crowded(view, room.scale) == []
        tap(qtbot, room, view.choice.buttons[-1])


def test_ages_are_told_in_words(room):
    now = room.now()
    told = [age_words(now - timedelta(minutes=minutes), now) for minutes in (-5, 0, 3, 125, 3000)]
    assert told == ["", "just now", "3 min ago", "2 h 05 ago", "2 days ago"]
