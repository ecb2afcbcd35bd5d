"""A scan is taken in, analysed and signed by taps alone in the real console, and the margin stands on the board."""

from contextlib import closing

import pytest
from hand import console
from theatre import furnish, open_case, sign_in

from console.cases.service import CaseService
from devices.simulated.petct import TumourKind, simulate_scan
from devices.simulated.petct_dicom import write_petct

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
def home(tmp_path):
    furnish(tmp_path / "home")
    write_petct(simulate_scan(5, kind=TumourKind.NST, positive=True, size=(70, 80, 90)), tmp_path / "home" / "incoming" / "scan")
    return tmp_path / "home"


def test_import_analyse_sign_and_the_board_has_it(screen, home):
    with console(screen, home) as hand:
        sign_in(hand)
        open_case(hand)
        hand.tap("PET-CT")
        hand.until("screen", "petct")
        hand.tap("Import…")
        hand.tap("scan")
        hand.until("texts", lambda texts: "The scan is here. Choose how it is analysed." in texts)
        hand.tap("Threshold")
        hand.until(
            "texts",
            lambda texts: any(
                "Margin positive" in text or "Margin negative" in text or "No contact" in text or "Cannot" in text for text in texts
            ),
        )
        hand.tap("Sign")
        hand.until("texts", lambda texts: any("Signed" in text for text in texts))
        hand.tap("Margins")
        hand.until("screen", "margins")
        hand.until("texts", lambda texts: "PET-CT" in texts)
    with closing(CaseService.open(home)) as service:
        assert service.verify() == ()
