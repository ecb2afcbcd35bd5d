"""The console dies in mid-scan (kill -9): every mask that was counted is in the file, and the scan is taken up where it ended."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from console.acquisition.readings_file import ReadingsFile, read_scan_so_far
from console.acquisition.scan import ScanRun, both
from console.scans.reader import read_scan
from devices.simulated.scanner import SimulatedScanner

ROOT = Path(__file__).resolve().parents[2]


def scan_until_killed(path: Path, masks: int) -> int:
    """Start a scan, kill it after so many masks; how many it said were kept."""
    child = subprocess.Popen([sys.executable, "tests/faults/scanner.py", str(path)], cwd=ROOT, stdout=subprocess.PIPE)
    assert child.stdout is not None
    said = 0
    while said < masks:
        said = int(child.stdout.readline())
    child.kill()
    rest = child.stdout.read().split()
    child.stdout.close()
    child.wait(30)
    return int(rest[-1]) if rest else said


def kill_and_take_up(path: Path, masks: int) -> None:
    said = scan_until_killed(path, masks)
    before = read_scan_so_far(path, 256)
    assert len(before.sample) >= said // 2
    file = ReadingsFile.resume(path)
    assert file.shown >= said
    assert np.array_equal(file.pairs(0, said // 2), before.sample[: said // 2])
    scanner = SimulatedScanner(sleep=lambda _s: None)
    run = ScanRun(file, lambda: both(scanner, None))
    run.start()
    assert run.wait(120)
    scanner.close()
    whole = read_scan(path).content
    assert whole.complete
    assert np.array_equal(whole.sample[: said // 2], before.sample[: said // 2])


@pytest.mark.timeout(300)
@pytest.mark.parametrize("masks", [3, 100, 301])
def test_a_killed_scan_is_taken_up(tmp_path: Path, masks: int) -> None:
    kill_and_take_up(tmp_path / "scan.h5", masks)


@pytest.mark.endurance
@pytest.mark.timeout(7200)
def test_fifty_killed_scans_are_taken_up(tmp_path: Path) -> None:
    chance = random.Random(5)
    for number in range(50):
        kill_and_take_up(tmp_path / f"{number}.h5", chance.randrange(1, 500))
