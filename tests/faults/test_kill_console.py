"""The real console, in a real window, killed at random moments of tapping: nothing that it showed as saved is lost, the same case is back."""

import random
import sys
import time
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from console.cases.service import CaseService

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "touch"))
from hand import Hand, display
from theatre import furnish, open_case, sign_in

AHEAD_S = 160  # between two starts: under the idle limit (5 min), yet never three crashes within five minutes
SAVED = "✓ saved"  # the words of the screen
LIKELY = {
    "resected_major": 62, "resected_minor": 48, "mass_major": 14, "mass_minor": 11, "superior": 20, "inferior": 25, "medial": 11, "lateral": 20,
    "anterior": 8, "posterior": 6,
}  # fmt: skip


class Nurse:
    """Types plausible numbers into random fields, and remembers what the screen said of each."""

    def __init__(self, rng):
        self._rng = rng
        self.promised = {}  # what the screen showed as saved, per field
        self.possible = {}  # what was typed since and may have been saved without our seeing it
        self._keys = {}

    def type_one(self, hand):
        field, likely = self._rng.choice(list(LIKELY.items()))
        value = f"{likely}.{self._rng.randint(0, 9)}"
        hand.tap_at(hand.ask(f"field {field}"))
        self.possible.setdefault(field, set()).add(value)
        for character in value:
            if character not in self._keys:
                self._keys[character] = hand.until(f"where {character}", bool)
            hand.tap_at(self._keys[character])
        hand.tap_at(hand.ask("field resected_major" if field != "resected_major" else "field superior"))

    def look(self, hand):
        for field, texts in hand.ask("fields").items():
            if SAVED in texts:
                self.promised[field] = texts[2]
                self.possible[field] = {texts[2]}

    def compare(self, hand):
        shown = hand.until("fields", lambda fields: all(SAVED in fields[field] for field in self.promised))
        for field in self.promised:
            assert shown[field][2] in self.possible[field] | {self.promised[field]}, (
                f"{field}: {shown[field]}, promised {self.promised[field]}"
            )


def kill_again_and_again(home, kills, seed):
    rng = random.Random(seed)
    case_id = furnish(home)
    nurse, returns, promises = Nurse(rng), [], 0
    with display() as name, ExitStack() as hands:

        def start(*options):
            hand = Hand(name, home, *options)
            hands.callback(hand.kill)
            return hand

        hand = start()
        sign_in(hand)
        open_case(hand)
        for number in range(kills):
            for _ in range(rng.randint(1, 3)):
                nurse.type_one(hand)
                nurse.look(hand)
            nurse.type_one(hand)
            time.sleep(rng.random() * 0.12)
            hand.kill()
            began = time.monotonic()
            hand = start(f"--ahead={AHEAD_S * (number + 1)}")
            hand.until("screen", "specimen")
            hand.until("case", case_id)
            returns.append(time.monotonic() - began)
            assert "ended unexpectedly" in hand.until("sentence", bool)
            nurse.compare(hand)
            promises += len(nurse.promised)
            hand.tap("OK")
        status, noise = hand.close()
        assert status == 0, noise
    with closing(CaseService.open(home)) as service:
        assert service.verify() == ()
    assert promises > kills
    returns.sort()
    print(
        f"\n{kills} kills, {promises} promises kept; back on the same case after {returns[len(returns) // 2]:.1f} s (longest {returns[-1]:.1f} s)"
    )


@pytest.mark.timeout(600)
def test_what_was_shown_as_saved_survives_a_few_kills(tmp_path):
    kill_again_and_again(tmp_path / "home", 4, seed=1)


@pytest.mark.endurance
def test_what_was_shown_as_saved_survives_two_hundred_kills(tmp_path):
    kill_again_and_again(tmp_path / "home", 200, seed=2)
