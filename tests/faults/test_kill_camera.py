"""Cameras that are pulled, freeze and come back, over and over: the picture says so, comes back by itself, and lies as it lay."""

from __future__ import annotations

import json
import shutil
import signal
import time

import filelock
import pytest

from tests.faults.camera_theatre import Fake, Theatre, send

FAKE = shutil.which("arv-fake-gv-camera-0.8")
STALE_LIMIT_S, BACK_LIMIT_S = 1.0, 5.0


def gige_cycles(cycles: int, tmp_path_factory) -> Theatre:
    if FAKE is None:
        pytest.skip("aravis is not installed")
    with filelock.FileLock(tmp_path_factory.getbasetemp().parent / "gige.lock"):
        fake = Fake(FAKE)
        try:
            with Theatre("gige:127.0.0.1") as theatre:
                for number in range(cycles):
                    if number % 2:
                        theatre.cycle(fake.freeze, fake.thaw)
                    else:
                        theatre.cycle(fake.pull, fake.plug)
        finally:
            fake.thaw()
            fake.pull()
    return theatre


def pylon_cycles(cycles: int, monkeypatch) -> Theatre:
    pytest.importorskip("pypylon")
    monkeypatch.setenv("PYLON_CAMEMU", "1")
    with Theatre("pylon:0815-0000") as theatre:
        for number in range(cycles):
            what = signal.SIGSTOP if number % 2 else signal.SIGKILL
            theatre.cycle(lambda what=what: send(what), lambda: None)
    return theatre


def check(theatre: Theatre, cycles: int) -> None:
    figures = theatre.seen.figures()
    print(json.dumps(figures))
    assert figures["cycles"] == cycles
    assert figures["shots"] > cycles
    assert figures["stale_as_live"] == 0
    assert figures["mirrored"] == 0


def test_a_network_camera_comes_back(tmp_path_factory):
    check(gige_cycles(5, tmp_path_factory), 5)


def test_a_camera_whose_driver_dies_or_hangs_comes_back(monkeypatch):
    check(pylon_cycles(5, monkeypatch), 5)


@pytest.mark.endurance
@pytest.mark.timeout(1800)
def test_a_network_camera_comes_back_a_hundred_times(tmp_path_factory):
    theatre = gige_cycles(100, tmp_path_factory)
    check(theatre, 100)
    assert max(theatre.seen.not_live_after_s) <= STALE_LIMIT_S
    assert max(theatre.seen.back_after_s) <= BACK_LIMIT_S


@pytest.mark.endurance
@pytest.mark.timeout(1800)
def test_a_driver_dies_or_hangs_a_hundred_times(monkeypatch):
    theatre = pylon_cycles(100, monkeypatch)
    check(theatre, 100)
    assert max(theatre.seen.not_live_after_s) <= STALE_LIMIT_S
    assert max(theatre.seen.back_after_s) <= BACK_LIMIT_S


def test_spoilt_frames_are_counted_and_the_camera_is_kept(tmp_path_factory):
    if FAKE is None:
        pytest.skip("aravis is not installed")
    with filelock.FileLock(tmp_path_factory.getbasetemp().parent / "gige.lock"):
        fake = Fake(FAKE)
        try:
            with Theatre("gige:127.0.0.1") as theatre:
                generation = theatre.feed.status().generation
                received = theatre.feed.status().received
                for _ in range(3):  # shorter than the silence that counts as gone
                    fake.freeze()
                    time.sleep(0.2)
                    fake.thaw()
                    theatre.until(lambda received=received: theatre.feed.status().received > received + 5)
                    received = theatre.feed.status().received
                assert theatre.feed.status().generation >= generation
        finally:
            fake.thaw()
            fake.pull()
