"""The power fails at any moment: whatever the disk kept of what was not yet synced, every acknowledged record is there and nothing is half there.

The real service runs under strace; `disk.py` replays what it did and makes the states that a power cut may leave. The control runs the same with
`synchronous=NORMAL` and must lose something: otherwise this test could not fail.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.disk import NOT_KEPT, STRACE, Call, Disk, read_trace
from tests.faults.promises import ROOT, broken, parse

pytestmark = pytest.mark.skipif(not shutil.which("strace"), reason="needs strace, which is for Linux")
SAVES = 150


def trace(folder: Path, *options: str, saves: int = SAVES) -> tuple[Path, list[Call]]:
    """Run the saver once under strace in `folder`; its home and what it asked of the disk."""
    home = folder / "home"
    home.mkdir()
    environment = {**os.environ, "RIMLIGHT_KEY_PLACE": "file", "PYTHONDONTWRITEBYTECODE": "1"}
    child = [sys.executable, "tests/faults/saver.py", str(home), "1", str(saves), *options]
    subprocess.run(
        [*STRACE, "-o", str(folder / "trace"), *child], cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, timeout=150
    )
    return home, list(read_trace(folder / "trace"))


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Call]]:
    """One run of the real thing, closed and opened again on the way."""
    return trace(tmp_path_factory.mktemp("full"), "--reopen", "60")


def states(recorded: tuple[Path, list[Call]], count: int, seed: int, into: Path) -> Iterator[list[str]]:
    """Cut the power `count` times, at moments spread over the run; each time what is wrong with the store that is found afterwards."""
    home, calls = recorded
    chance = random.Random(seed)
    moments = sorted(chance.choices(moments_of_interest(home, calls), k=count))
    promises = [
        (at, promise) for at, call in enumerate(calls) if call.name == "write" and call.fds[0] == 1 for promise in parse(call.texts[0])
    ]
    disk, done = Disk(home), 0
    for number, moment in enumerate(moments):
        for call in calls[done:moment]:
            disk.perform(call)
        done = moment
        found = into / f"{number}"
        disk.write_after_a_cut(found, chance)
        made = [promise for at, promise in promises if at < moment]
        coming = next((promise for at, promise in promises if at >= moment and "id" in promise), None)
        yield [f"cut before call {moment}: {complaint}" for complaint in broken(found, made, coming)]
        shutil.rmtree(found)


def moments_of_interest(home: Path, calls: list[Call]) -> list[int]:
    """Cuts just before and after each call that touches the home, or that makes a promise."""
    touching = [
        n
        for n, call in enumerate(calls)
        if any(str(home) in folder for folder in call.folders) or str(home).encode() in b"".join(call.texts)[:4096]
    ]
    speaking = [n for n, call in enumerate(calls) if call.name == "write" and call.fds[0] == 1]
    return [moment for n in touching + speaking for moment in (n, n + 1)]


def test_the_model_of_the_disk_is_right(recorded: tuple[Path, list[Call]], tmp_path: Path) -> None:
    home, calls = recorded
    disk = Disk(home)
    for call in calls:
        disk.perform(call)
    disk.write_live(tmp_path / "replayed")
    real, replayed = contents(home), contents(tmp_path / "replayed")
    assert real.keys() == replayed.keys()
    assert [name for name in real if real[name] != replayed[name]] == []


def contents(folder: Path) -> dict[str, bytes]:
    """Every file under a folder."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith(NOT_KEPT)
    }


def test_nothing_acknowledged_is_lost(recorded: tuple[Path, list[Call]], tmp_path: Path) -> None:
    assert [complaint for complaints in states(recorded, 60, 7, tmp_path) for complaint in complaints] == []


@pytest.mark.endurance
@pytest.mark.timeout(3600)
def test_nothing_acknowledged_is_lost_in_2000_cuts(recorded: tuple[Path, list[Call]], tmp_path: Path) -> None:
    assert [complaint for complaints in states(recorded, 2000, 11, tmp_path) for complaint in complaints] == []


def test_nothing_is_lost_while_the_store_is_backed_up_restored_and_given_a_new_key(tmp_path: Path) -> None:
    cared_for = trace(tmp_path, "--restore", saves=12)
    assert [complaint for complaints in states(cared_for, 60, 13, tmp_path / "states") for complaint in complaints] == []


@pytest.mark.endurance
@pytest.mark.timeout(3600)
def test_nothing_is_lost_in_1000_cuts_while_the_store_is_cared_for(tmp_path: Path) -> None:
    cared_for = trace(tmp_path, "--restore", saves=12)
    assert [complaint for complaints in states(cared_for, 1000, 17, tmp_path / "states") for complaint in complaints] == []


def test_the_control_loses_commits(tmp_path: Path) -> None:
    unsafe = trace(tmp_path, "--normal", saves=25)
    assert any(states(unsafe, 40, 7, tmp_path / "states"))
