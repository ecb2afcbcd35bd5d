"""A face is scanned by taps alone in the real console: reference, scan, stop, use the map, and the margin stands on the board."""

from contextlib import closing

import pytest
from hand import Hand, console
from theatre import PIN, furnish, open_case, sign_in

from console.cases.service import CaseService

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
def home(tmp_path):
    """A store whose scanner is quick: 16 × 16 pixels."""
    furnish(tmp_path / "home")
    with closing(CaseService.open(tmp_path / "home")) as service:
        sara = next(user for user in service.users() if user.name == "Sara")
        session = service.sign_in(sara.id, PIN)
        for name, value in (("scan_pixels", 16), ("scan_points", 31), ("settling_lifetimes", 1)):
            service.change_setting(session, name, value)
    return tmp_path / "home"


def patterns(texts):
    """How many were shown, as the card says it."""
    return next((int(text.split(" of ")[0].replace("\u202f", "")) for text in texts if text.endswith(" patterns")), 0)


def begin(hand):
    sign_in(hand)
    open_case(hand)
    hand.tap("Microwave")
    hand.until("screen", "microwave")
    hand.tap("Reference scan")
    hand.tap("Inferior")
    hand.tap("Scan")
    hand.until("texts", lambda texts: "Scan, inferior face" in texts and patterns(texts) > 100)


def test_reference_scan_stop_use_the_map_and_the_board_has_it(screen, home):
    with console(screen, home) as hand:
        begin(hand)
        hand.tap("Pause")
        hand.until("texts", lambda texts: "paused" in texts)
        hand.tap("Resume")
        hand.until("texts", lambda texts: patterns(texts) > 150)
        hand.tap("Stop and use map")
        hand.until("texts", lambda texts: any(text.startswith("Reference of") for text in texts))
        hand.tap("Margins")
        hand.until("screen", "margins")
        hand.until("texts", lambda texts: "Microwave depth map" in texts)
    with closing(CaseService.open(home)) as service:
        assert service.verify() == ()
    assert not list((home / "scans").glob("scan-*"))


def test_a_console_killed_in_mid_scan_comes_back_to_it(screen, home):
    first = Hand(screen, home)
    begin(first)
    shown = patterns(first.ask("texts"))
    first.kill()
    with console(screen, home) as hand:
        hand.until("screen", "microwave")
        hand.until("texts", lambda texts: any(text.startswith("Interrupted at") for text in texts))
        assert patterns(hand.ask("texts")) >= shown
        hand.tap("Resume")
        hand.until("texts", lambda texts: "complete" in texts)
        hand.tap("Use map")
        hand.until("texts", lambda texts: any(text.startswith("Reference of") for text in texts))
