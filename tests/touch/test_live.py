"""A surgeon at the live screen by taps alone: freeze, go live, find the lesion, check the cavity, sign; and a console killed meanwhile comes back."""

from contextlib import closing

import pytest
from hand import console
from theatre import furnish, sign_in

from console.cases.service import CaseService

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
def home(tmp_path):
    furnish(tmp_path / "home")
    return tmp_path / "home"


def open_as_surgeon(hand):
    """Sara's case opens on the live picture."""
    sign_in(hand, "Sara")
    hand.until("screen", "worklist")
    hand.tap_row("PROBE, Paula")
    hand.until("screen", "identify")
    for digit in "14031972":
        hand.tap(digit)
    hand.tap("Open case")
    hand.until("screen", "live")


def test_freeze_find_check_and_sign(screen, home):
    with console(screen, home) as hand:
        open_as_surgeon(hand)
        hand.tap("Freeze")
        hand.tap("Go live")
        hand.tap("Lesion found")
        hand.until("texts", lambda texts: any(text.startswith("Signed ") for text in texts))
        hand.tap("Check cavity")
        hand.until("screen", "residual")
        hand.until("texts", lambda texts: any(text.startswith("◆ Residual signal") for text in texts))
        hand.until("where Hold to sign", bool)
        hand.hold("Hold to sign")
        hand.until("texts", lambda texts: any("· signed " in text for text in texts))
        hand.tap("Margins")
        hand.until("texts", lambda texts: "ICG cavity check" in texts)
    with closing(CaseService.open(home)) as service:
        assert service.verify() == ()
