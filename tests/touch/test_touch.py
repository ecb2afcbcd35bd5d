"""The console in a real window under a real X server, tapped through from the first start to the report: what a person does, and what they see."""

from contextlib import closing

import pytest
from hand import Hand, console
from theatre import PIN, furnish, open_case, sign_in

from console.cases.service import CaseService

TEN = ("62", "48", "14", "11", "20", "25", "11", "20", "8", "6")
pytestmark = pytest.mark.timeout(300)


def tap_all(hand, characters):
    for character in characters:
        hand.tap(character)


def test_a_first_start_makes_its_administrator(screen, tmp_path):
    with console(screen, tmp_path / "home") as hand:
        hand.until("screen", "sign-in")
        for letter in ("A", "d", "a"):
            hand.tap(letter)
        hand.tap("Next")
        tap_all(hand, PIN)
        hand.tap("Next")
        tap_all(hand, PIN)
        hand.tap("Next")
        hand.until("user", "Ada")
        hand.until("screen", "worklist")
    with closing(CaseService.open(tmp_path / "home")) as service:
        assert [user.name for user in service.users()] == ["Ada"]


def test_a_nurse_enters_ten_numbers_signs_and_the_board_and_the_report_have_them(screen, tmp_path):
    home = tmp_path / "home"
    case_id = furnish(home)
    with console(screen, home) as hand:
        sign_in(hand)
        open_case(hand)
        for number in TEN:
            tap_all(hand, number)
            hand.tap_at(hand.until("next", bool))  # the button says what comes next, and at the end «Save»
        hand.until("fields", lambda fields: all("✓ saved" in texts for texts in fields.values()))
        hand.hold("Hold to sign")
        hand.until("fields", lambda fields: all("signed" in texts for texts in fields.values()))
        hand.tap("Margins")
        hand.until("screen", "margins")
        assert {"62 × 48 mm", "0.90"} & set("\n".join(hand.ask("texts")).split("\n"))
        hand.tap("Nora")
        sign_in(hand, "Sara")
        hand.until("screen", "margins")
        hand.tap("Report")
        hand.until("sentence", lambda sentence: "report is saved" in sentence)
    reports = list((home / "reports").glob("*.pdf"))
    assert len(reports) == 1
    assert reports[0].read_bytes().startswith(b"%PDF")
    with closing(CaseService.open(home)) as service:
        assert service.verify() == ()
    assert case_id in reports[0].name


def test_a_wrong_birth_date_opens_nothing_and_a_scanned_wristband_opens_the_case(screen, tmp_path):
    home = tmp_path / "home"
    furnish(home)
    with console(screen, home) as hand:
        sign_in(hand)
        hand.tap_row("PROBE, Paula")
        hand.until("screen", "identify")
        tap_all(hand, "01011970")
        hand.tap("Open case")
        hand.until("texts", lambda texts: any("stays closed" in text for text in texts))
        assert hand.ask("case") is None
        hand.keys("0009911")
        hand.until("screen", "specimen")
        hand.tap("Rimlight")
        hand.until("screen", "worklist")
        hand.keys("0009911")
        hand.until("screen", "identify")


def test_a_lock_hides_the_case_and_another_person_goes_on_with_it(screen, tmp_path):
    home = tmp_path / "home"
    case_id = furnish(home)
    with console(screen, home) as hand:
        sign_in(hand)
        open_case(hand)
        hand.tap("Nora")
        hand.until("screen", "lock")
        assert not any("PROBE" in text or "0009911" in text for text in hand.ask("texts"))
        sign_in(hand, "Sara")
        hand.until("case", case_id)
        hand.until("screen", "specimen")


def test_the_third_crash_in_five_minutes_starts_in_safe_mode_with_the_cases_readable(screen, tmp_path):
    home = tmp_path / "home"
    case_id = furnish(home)
    first = Hand(screen, home)
    sign_in(first)
    open_case(first)
    first.kill()
    for _ in range(2):
        again = Hand(screen, home)
        again.until("case", case_id)
        again.kill()
    with console(screen, home) as hand:
        sign_in(hand)
        hand.until("screen", "safe mode")
        hand.tap("Read cases")
        hand.until("case", case_id)
        assert "Safe mode" in hand.until("sentence", bool)


def test_a_new_case_is_made_by_taps_alone_side_first(screen, tmp_path):
    home = tmp_path / "home"
    furnish(home)
    with console(screen, home) as hand:
        sign_in(hand)
        hand.tap("New case")
        hand.until("screen", "new case")
        hand.tap("Right breast")
        hand.until("texts", lambda texts: any("patient" in text for text in texts))


def test_a_kiosk_fills_the_screen(screen, tmp_path):
    with console(screen, tmp_path / "home", "--kiosk") as hand:
        assert hand.until("size", bool) == [1920, 1080]
