"""The process dies at any moment (kill -9): everything that it acknowledged is there, nothing is half there, and it goes on where it was."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.faults.promises import ROOT, Fact, facts, look, one_step_from, parse


def save_until_killed(home: Path, seed: int, seconds: float) -> bytes:
    """Run the saver, kill it after its first promise and then some time; what it had said."""
    environment = {**os.environ, "RIMLIGHT_KEY_PLACE": "file"}
    child = subprocess.Popen(
        [sys.executable, "tests/faults/saver.py", str(home), str(seed), "100000"], cwd=ROOT, env=environment, stdout=subprocess.PIPE
    )
    assert child.stdout is not None
    said = child.stdout.readline()
    time.sleep(seconds)
    child.kill()
    said += child.stdout.read()
    child.stdout.close()
    child.wait(timeout=30)
    return said


def kill_repeatedly(home: Path, times: int, seed: int) -> list[str]:
    """One store, killed again and again while it is written to; what was wrong after each."""
    chance = random.Random(seed)
    there: frozenset[Fact] = frozenset()
    complaints: list[str] = []
    for number in range(times):
        said = parse(save_until_killed(home, seed + number, chance.uniform(0.0, 0.25)))
        found = look(home)
        complaints += [f"kill {number}: {complaint}" for complaint in one_step_from(there | facts(said), found)]
        there = found.facts
    return complaints


def test_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    assert kill_repeatedly(tmp_path / "home", 15, 100) == []


@pytest.mark.endurance
@pytest.mark.timeout(3600)
def test_nothing_acknowledged_is_lost_in_200_kills(tmp_path: Path) -> None:
    assert [complaint for store in range(10) for complaint in kill_repeatedly(tmp_path / f"home{store}", 20, 1000 * store)] == []
