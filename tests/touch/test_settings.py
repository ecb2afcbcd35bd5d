"""The settings in a real window: an administrator's taps, and what a role may not do."""

from contextlib import closing

import pytest
from hand import console
from theatre import PIN, furnish, sign_in

from console.cases.service import CaseService

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
def home(tmp_path):
    furnish(tmp_path / "home")
    return tmp_path / "home"


def settings(hand, pane):
    hand.until("screen", "worklist")
    hand.tap("Settings")
    hand.until("screen", "settings")
    hand.tap(pane)


def says(hand, words):
    return hand.until("texts", lambda texts: any(words in text for text in texts))


def test_an_administrator_backs_up_and_verifies(screen, home):
    with console(screen, home) as hand:
        sign_in(hand, "Ada")
        settings(hand, "Storage")
        hand.tap("Back up now")
        says(hand, "Backed up and checked")
        hand.tap("Verify everything")
        says(hand, "is what was written")
        says(hand, "Intact")
    assert len([path for path in (home / "backups").iterdir() if path.name.endswith("Z")]) == 1


def test_a_nurse_may_not(screen, home):
    with console(screen, home) as hand:
        sign_in(hand)
        settings(hand, "Storage")
        hand.tap("Back up now")
        says(hand, "may not back up")
    assert not (home / "backups").exists() or not list((home / "backups").glob("*Z"))


def test_an_administrator_sees_no_patients(screen, home):
    with console(screen, home) as hand:
        sign_in(hand, "Ada")
        says(hand, "does not see cases")
        assert not any("PROBE" in text for text in hand.ask("texts"))


def test_a_device_is_let_go_and_connected_again(screen, home):
    with console(screen, home) as hand:
        sign_in(hand, "Sara")
        settings(hand, "Devices")
        says(hand, "3 devices simulated")
        hand.tap("Disconnect")
        says(hand, "NIR camera not connected")
        says(hand, "2 devices simulated")
        hand.tap("Connect")
        says(hand, "3 devices simulated")


def test_the_default_rule_set_is_chosen_and_kept(screen, home):
    with console(screen, home) as hand:
        sign_in(hand, "Sara")
        settings(hand, "Rule sets")
        hand.tap_row("ABS, United Kingdom")
        hand.until("texts", lambda texts: any("ABS" in text for text in texts))
    with closing(CaseService.open(home)) as service:
        assert service.settings().rule_set == "abs-uk"


def test_emergency_access_is_held_for_says_why_and_stands_out(screen, home):
    with console(screen, home) as hand:
        hand.until("screen", "sign-in")
        hand.hold("Emergency access: hold")
        hand.tap("PIN forgotten, patient on the table")
        hand.until("user", "Emergency access")
        hand.until("screen", "worklist")
    with closing(CaseService.open(home)) as service:
        traces = service.ledger.read(lambda database: database.conn.execute("SELECT action FROM audit").fetchall())
    assert ("break glass",) in traces


def test_a_wrong_pin_counts_down_and_a_right_one_opens(screen, home):
    with console(screen, home) as hand:
        hand.tap("Nora")
        for _ in range(4):
            hand.tap("1")
        hand.tap("Sign in")
        says(hand, "4 tries left")
        sign_in(hand)


def test_the_console_starts_whatever_is_absent_and_says_what(screen, home):
    with closing(CaseService.open(home)) as service:
        ada = service.sign_in(next(user.id for user in service.users() if user.name == "Ada"), PIN)
        for name, address in (
            ("camera", "uvc:97"),
            ("vna", "visa:TCPIP::127.0.0.1::9::SOCKET"),
            ("pacs", "dicom:NOBODY@127.0.0.1:9"),
            ("scanner", "nonsense"),
        ):
            service.change_setting(ada, name, address)
    with console(screen, home) as hand:
        sign_in(hand)
        for words in ("NIR camera failed", "VNA failed", "PET-CT failed", "PACS failed"):
            says(hand, words)
        hand.tap_row("PROBE, Paula")
        hand.until("screen", "identify")
