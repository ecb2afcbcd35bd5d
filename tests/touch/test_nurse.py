"""A nurse with a wet glove: a whole specimen in the real window, oriented, measured, weighed and signed, by taps alone and counted."""

from contextlib import closing

import pytest
from hand import Hand
from theatre import PIN, furnish, open_case, sign_in

from algorithms.faces import Face
from algorithms.specimen.bulk import Bulk
from console.cases import orientation_log
from console.cases import specimen_log as log
from console.cases.model import EventKind, Role
from console.cases.service import CaseService

TEN = ("62", "48", "14", "11", "20", "25", "11", "20", "8", "6")
BEYOND_DIGITS = 25
pytestmark = pytest.mark.timeout(300)


class Nurse:
    """Taps, and counts what is not a digit."""

    def __init__(self, hand):
        self.hand, self.taps = hand, 0

    def tap(self, words):
        self.hand.tap(words)
        self.taps += 1

    def hold(self, words):
        self.hand.hold(words)
        self.taps += 1

    def next(self):
        self.hand.tap_at(self.hand.until("next", bool))
        self.taps += 1

    def number(self, digits):
        for digit in digits:
            self.hand.tap(digit)

    def sees(self, words):
        self.hand.until("texts", lambda texts: any(words in text for text in texts))


def orient(nurse):
    nurse.tap("Orientation")
    nurse.tap("12 o'clock")
    nurse.tap("Short suture: superior")
    nurse.tap("3 o'clock")
    nurse.tap("Long suture: lateral")
    nurse.hold("Hold to sign")
    nurse.sees("Not confirmed yet")


def measure(nurse):
    for number in TEN[:-1]:
        nurse.number(number)
        nurse.next()
    nurse.number(TEN[-1])
    nurse.tap("Depth, weight")  # leaving the field saves it
    for number in ("30", "10"):
        nurse.number(number)
        nurse.next()
    nurse.number("46.5")
    nurse.tap("Posterior: fascia reached")
    nurse.hold("Hold to sign")
    nurse.sees("Nora, ")


def test_a_whole_specimen_in_25_taps_beyond_the_digits(screen, tmp_path):
    home = tmp_path / "home"
    case_id = furnish(home)
    hand = Hand(screen, home)
    try:
        sign_in(hand)
        open_case(hand)
        nurse = Nurse(hand)
        orient(nurse)
        nurse.tap("Back to specimen")
        measure(nurse)
        nurse.tap("Moments")
        nurse.tap("Log specimen out")
        nurse.sees("Cold ischaemia")
        assert nurse.taps <= BEYOND_DIGITS
        print(f"{nurse.taps} taps beyond the digits")
        status, _noise = hand.close()
        assert status == 0
    finally:
        hand.kill()
    with closing(CaseService.open(home)) as service:
        session = service.sign_in(next(user.id for user in service.users() if user.role is Role.SURGEON), PIN)
        file = service.case_file(session, case_id)
        reading = log.signed_reading(file, log.main_specimen(file).id)
        draft = log.draft_of_reading(reading)
        assert [str(value) for value in draft.lengths.values()] == list(TEN)
        assert str(draft.bulk[Bulk.WEIGHT]) == "46.5"
        assert log.full_thickness(file) == {Face.POSTERIOR}
        assert orientation_log.lie_of(file, log.main_specimen(file).id).reading.by == "Nora"
        assert {event.kind for event in file.events} == {EventKind.MEASURED, EventKind.SPECIMEN_OUT}
        assert service.verify() == ()


def test_a_shave_and_a_second_pair_of_eyes(screen, tmp_path):
    home = tmp_path / "home"
    case_id = furnish(home)
    hand = Hand(screen, home)
    try:
        sign_in(hand)
        open_case(hand)
        nurse = Nurse(hand)
        orient(nurse)
        hand.tap("Nora")
        sign_in(hand, "Sara")
        hand.until("screen", "orientation")  # the screen stays, the person changes
        nurse.hold("Hold to confirm")
        nurse.sees("Confirmed by Sara.")
        nurse.tap("Back to specimen")
        for words in ("Add specimen, mass or shave", "Shave", "Medial", "Ink on the new margin"):
            nurse.tap(words)
        nurse.sees("Shave 2 · medial face")
        nurse.number("6")
        nurse.hold("Hold to sign")
        nurse.sees("Sara, ")
        nurse.tap("Specimen 1")
        nurse.sees("Specimen 1 · oriented by short suture superior, long suture lateral, confirmed by Sara")
        assert hand.close()[0] == 0
    finally:
        hand.kill()
    with closing(CaseService.open(home)) as service:
        session = service.sign_in(next(user.id for user in service.users() if user.role is Role.SURGEON), PIN)
        file = service.case_file(session, case_id)
        assert (file.events[0].kind, file.events[0].detail) == (EventKind.SHAVE, "medial")
        assert [reading.by for reading in file.readings] == ["Nora", "Sara"]
