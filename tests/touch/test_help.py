"""«?» in a real window: a finger opens the page of a screen, and another one, or Escape, closes it."""

import pytest
from hand import console
from theatre import furnish, open_case, sign_in

from console.widgets.help_sheet import CLOSING, GOES_ON

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
def home(tmp_path):
    furnish(tmp_path / "home")
    return tmp_path / "home"


def test_a_finger_opens_help_and_closes_it(screen, home):
    with console(screen, home) as hand:
        sign_in(hand)
        open_case(hand)
        hand.until("screen", "specimen")
        fields = hand.ask("fields")
        for close in (lambda: hand.tap_at((900, 500)), lambda: hand.press("Escape"), lambda: hand.tap("Help")):
            hand.tap("Help")
            hand.until("texts", lambda texts: CLOSING in texts and any("How large is the specimen" in text for text in texts))
            close()
            hand.until("texts", lambda texts: CLOSING not in texts)
        assert hand.ask("fields") == fields  # the taps reached nothing below
        hand.tap("Help")
        hand.until("texts", lambda texts: CLOSING in texts)
        hand.tap("Margins")
        hand.until("screen", "margins")
        assert CLOSING not in hand.ask("texts")


def test_help_over_a_live_picture_says_when_that_stops(screen, home):
    with console(screen, home) as hand:
        sign_in(hand, "Sara")
        open_case(hand)
        hand.until("screen", "live")
        hand.until("canvas", lambda stand: stand is not None and stand[0] == "live")
        hand.tap("Help")
        hand.until("texts", lambda texts: GOES_ON in texts)
        assert hand.ask("camera unplug")
        hand.until("texts", lambda texts: CLOSING in texts and any(text.startswith("Live view paused at") for text in texts))
        hand.until("texts", lambda texts: GOES_ON in texts)  # the camera was found again by itself
        hand.press("Escape")
        hand.until("texts", lambda texts: CLOSING not in texts)
