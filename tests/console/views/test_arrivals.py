"""From scanners: compared with the open case, assigned or refused in one sentence, cleared by a finger that stays; and nothing clipped."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from console.cases.arrivals_log import SCANS
from console.cases.inbox import Inbox, Note
from console.cases.keys import Keys
from console.cases.model import Case, CaseFile, Patient, Session, Side
from console.hospital import FULL
from console.views.hospital_arrivals import NOTHING, ArrivalsView
from console.widgets.fit import crowded, misfits
from tests.console.views.conftest import NOW, SIZES, USERS

ALMA = Patient("0004217", "Démo", "Alma Maria", NOW.date().replace(year=1972))
BORN = f"{ALMA.birth_date:%Y%m%d}"


def note(number=1, **more):
    at = (NOW - timedelta(minutes=1)).isoformat()
    known = {"modality": "CT", "patient_id": "0004217", "patient_name": "DEMO^ALMA", "birth_date": BORN, **more}
    return Note("PETCT1", "1.2", f"1.2.{number}", known.pop("study", "1.9"), "1.9.1", at, 4, **known)


class NearHospital:
    trouble = full = ""
    turned_away = False

    def __init__(self, inbox):
        self.inbox = inbox


@pytest.fixture
def inbox(tmp_path):
    return Inbox(tmp_path, Keys((b"k" * 32,)))


@pytest.fixture
def waiting(room, inbox, service, show):
    """The screen of Alma's case; what was asked of the store."""
    service.entries, service.cleared = [], []
    service.ledger = type("Ledger", (), {"now": staticmethod(lambda: NOW)})
    service.add_entry = lambda *words: service.entries.append(words[3:])
    service.note_cleared = lambda *words: service.cleared.append(words[1:])
    room.hospital = NearHospital(inbox)
    file = CaseFile(Case("c1", ALMA, Side.LEFT, NOW), (), (), (), (), (), ())
    room.show_case(file)

    def _show(*notes):
        for one in notes:
            inbox.keep(one, b"head")
        return show(ArrivalsView(room))

    return _show


def says(qtbot, view, words):
    qtbot.waitUntil(lambda: words in view.sentence.text(), timeout=5000)


@pytest.mark.parametrize("size", SIZES)
def test_it_fits(waiting, room, qtbot, size):
    notes = [note(number, study=f"1.{number}", modality=sorted(SCANS)[number % 3]) for number in range(20)]
    view = waiting(*notes, note(99, study="2.1", patient_name="", patient_id="", birth_date=""))
    says(qtbot, view, "Tap a line")
    view.rows[0].click()
    assert view.rows[0].cells["name"].text() == "DEMO, ALMA"
    assert not misfits(view)
    assert not crowded(view, room.scale)
    view._lines.next_page.click()
    assert not misfits(view)


def test_what_fits_is_assigned_with_one_tap(waiting, service, inbox, qtbot):
    view = waiting(note(1), note(2, modality="PT"))
    says(qtbot, view, "Tap a line")
    view.rows[0].click()
    says(qtbot, view, "MRN, birth date and name agree with this case.")
    view.assign.click()
    says(qtbot, view, "Assigned to this case. It can be taken in on the PET-CT screen now.")
    qtbot.waitUntil(lambda: view.rows[0].cells["state"].text() == "✓ this case")
    assert {one.case_id for one in inbox.notes()} == {"c1"}
    assert len(service.entries) == 1


def test_another_patient_can_only_be_cleared_and_only_by_a_finger_that_stays(waiting, service, inbox, qtbot):
    view = waiting(note(1, patient_id="0004233", patient_name="SAMPLE^BERTA"))
    says(qtbot, view, "Tap a line")
    view.rows[0].click()
    says(qtbot, view, "These pictures are of another patient: the MRN and name differ from this case.")
    assert not view.assign.isEnabled()
    view.clear.click()
    assert not service.cleared
    view.clear.held.emit()
    says(qtbot, view, NOTHING)
    assert service.cleared == [("1 objects (CT) from PETCT1", service.cleared[0][1])]
    assert not list(inbox.notes())


def test_what_another_case_has_is_not_shown_and_a_full_inbox_is_said(waiting, inbox, room, qtbot):
    inbox.keep(note(5, study="1.5"), b"head")
    inbox.give(["1.2.5"], "another")
    room.hospital.full = FULL
    view = waiting(replace(note(6, study="1.6"), arrived_at=NOW.isoformat()))
    says(qtbot, view, "Tap a line")
    assert view.subtitle.text() == FULL
    assert [row.cells["state"].text() for row in view.rows if row.isVisible()] == ["still arriving"]
    view.rows[0].click()
    assert not view.assign.isEnabled()
    assert not view.clear.isEnabled()


def test_who_may_not_log_cannot_assign(waiting, room, qtbot):
    room.session = Session(USERS[3], NOW)
    view = waiting(note())
    says(qtbot, view, "Tap a line")
    view.rows[0].click()
    assert not view.assign.isEnabled()
    assert not view.clear.isEnabled()
