"""What every camera must hold to: simulated, a film, a recording, Basler's own emulation, and aravis's GigE Vision camera over real sockets."""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import filelock
import numpy as np
import pytest

from devices.camera import Camera, CameraSettings, Excitation, Flip, Rotation, StreamState, Trigger, disagreement
from devices.device import Device, DeviceKind, Identity
from devices.errors import DeviceAbsent, DeviceError, DeviceRefused, FrameLost
from devices.recording import About, RecordingWriter
from devices.registry import open_device
from devices.simulated.camera import Sensor, SimulatedCamera
from devices.simulated.scene import Scene

SMALL = Scene(rows=48, columns=64)
FAKE = shutil.which("arv-fake-gv-camera-0.8")
CAMERAS = ["simulated", "video", "recording", "pylon", "gige"]
TRIES = 100


@pytest.fixture
def film(tmp_path):
    import cv2

    path = tmp_path / "film.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*"MJPG"), 50, (64, 48))
    for number in range(8):
        writer.write(np.full((48, 64, 3), 20 * number, np.uint8))
    writer.release()
    return path


@pytest.fixture
def tape(tmp_path):
    path = tmp_path / "tape.rec"
    camera = SimulatedCamera(scene=SMALL, sensor=Sensor(frames_per_s=50))
    writer = RecordingWriter(path, About("0" * 32, "2026-01-01T00:00:00+00:00", camera.identify()), None)
    for _ in range(6):
        writer.append(camera.grab())
    writer.end(0)
    return path


@pytest.fixture
def fake_gige(tmp_path_factory):
    """The camera of the aravis project, on this computer's own network; one at a time, because its port is fixed."""
    if FAKE is None or not Path("/usr/bin/python3").exists():
        pytest.skip("aravis is not installed")
    with filelock.FileLock(tmp_path_factory.getbasetemp().parent / "gige.lock"):
        process = subprocess.Popen([FAKE, "-i", "127.0.0.1", "-s", "RIM1"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            yield "127.0.0.1"
        finally:
            process.kill()
            process.wait()


@pytest.fixture
def basler(monkeypatch):
    pytest.importorskip("pypylon")
    monkeypatch.setenv("PYLON_CAMEMU", "2")
    return "0815-0000"


def opened(request):
    """The adapter that a fixture's parameter names; closed after the test."""
    match request.param:
        case "video":
            camera = open_device(f"video:{request.getfixturevalue('film')}")
        case "recording":
            camera = open_device(f"record:{request.getfixturevalue('tape')}")
        case "pylon":
            camera = open_device(f"pylon:{request.getfixturevalue('basler')}")
        case "gige":
            address = request.getfixturevalue("fake_gige")
            camera = eventually(lambda: open_device(f"gige:{address}"))
        case _:
            camera = SimulatedCamera(scene=SMALL)
    yield camera
    camera.close()


def eventually(work):
    """A camera that was plugged in a moment ago may not answer at once."""
    for _ in range(TRIES):
        try:
            return work()
        except DeviceAbsent:
            time.sleep(0.05)
    return work()


@pytest.fixture(params=CAMERAS)
def camera(request):
    yield from opened(request)


def set_up(camera, wanted):
    """What it then says it is set to; None when it refuses, which must be a sentence."""
    try:
        return camera.configure(wanted)
    except DeviceRefused as refused:
        problem = refused.problem
    assert problem.endswith(".")
    return None


def test_it_is_one_and_says_who_it_is(camera):
    assert isinstance(camera, Camera)
    assert isinstance(camera, Device)
    assert camera.kind is DeviceKind.CAMERA
    assert ":" in camera.address
    identity = camera.identify()
    assert isinstance(identity, Identity)
    assert identity.name
    assert identity.simulated, "no lens stands behind any of these"
    camera.check()


def test_frames_are_numbered_timed_and_read_only(camera):
    frames = [camera.grab() for _ in range(4)]
    assert [frame.number for frame in frames] == sorted({frame.number for frame in frames})
    assert all(a.host_time_s <= b.host_time_s for a, b in itertools.pairwise(frames))
    for frame in frames:
        assert frame.pixels.shape[:2] == frames[0].pixels.shape[:2]
        assert not frame.pixels.flags.writeable
        assert frame.pixels.dtype == (np.uint8 if frame.bit_depth == 8 else np.uint16)
        assert frame.pixels.max() < 2**frame.bit_depth
        assert 0 <= frame.saturated_share <= 1
        assert (frame.flip, frame.rotation) == (Flip.NONE, Rotation.NONE)
        if frame.colour is not None:
            assert frame.colour.shape == (*frame.pixels.shape[:2], 3)
            assert not frame.colour.flags.writeable


def test_an_old_frame_does_not_change_when_a_new_one_comes(camera):
    first = camera.grab()
    copy = first.pixels.copy()
    for _ in range(6):
        camera.grab()
    assert np.array_equal(first.pixels, copy)


def test_its_health_counts_what_came(camera):
    before = camera.health()
    for _ in range(3):
        camera.grab()
    after = camera.health()
    assert after.stream is StreamState.STREAMING
    assert after.received >= before.received + 2
    camera.close()
    assert camera.health().stream is StreamState.STOPPED


def test_it_is_mirrored_and_turned_as_wanted_or_says_that_it_is_not(camera):
    usual = camera.grab().pixels.shape[:2]
    for turn in ((Flip.HORIZONTAL, Rotation.NONE), (Flip.VERTICAL, Rotation.RIGHT), (Flip.BOTH, Rotation.LEFT)):
        found = set_up(camera, CameraSettings(flip=turn[0], rotation=turn[1]))
        frame = camera.grab()
        assert found is not None
        assert (frame.flip, frame.rotation) == (found.flip, found.rotation)
        assert frame.pixels.shape[:2] == (usual if frame.rotation in {Rotation.NONE, Rotation.HALF} else usual[::-1])
        assert (found.flip, found.rotation) == turn or disagreement(CameraSettings(flip=turn[0], rotation=turn[1]), found)


WANTED = (
    CameraSettings(exposure_ms=4), CameraSettings(gain_db=6), CameraSettings(frames_per_s=40), CameraSettings(bit_depth=8),
    CameraSettings(excitation=Excitation.OFF), CameraSettings(exposure_ms=3, frames_per_s=30, flip=Flip.VERTICAL),
)  # fmt: skip


def test_it_is_what_was_wanted_or_nothing_changed(camera):
    for wanted in WANTED:
        check_set_up(camera, wanted)


def check_set_up(camera, wanted):
    before = camera.configure(CameraSettings())
    found = set_up(camera, wanted)
    frame = camera.grab()
    if found is None:
        assert disagreement(before, camera.configure(CameraSettings())) == ""
        return
    if found.flip is wanted.flip:
        assert disagreement(wanted, found) == ""
    if wanted.exposure_ms is not None:
        assert frame.exposure_ms == pytest.approx(wanted.exposure_ms, rel=0.02)
    if wanted.gain_db is not None:
        assert frame.gain_db == pytest.approx(wanted.gain_db, abs=0.05)
    if wanted.bit_depth is not None:
        assert frame.bit_depth == wanted.bit_depth
    if wanted.excitation is Excitation.OFF:
        assert frame.excitation_on is False


def test_what_it_cannot_do_it_refuses_in_a_sentence(camera):
    for wanted in (CameraSettings(exposure_ms=1e9), CameraSettings(gain_db=900), CameraSettings(bit_depth=13)):
        with pytest.raises(DeviceRefused):
            camera.configure(wanted)
    camera.check()
    camera.grab()


def test_pulsed_light_marks_each_frame_or_is_refused(camera):
    found = set_up(camera, CameraSettings(excitation=Excitation.PULSED, ambient_every=3))
    if found is None:
        return
    lit = [camera.grab().excitation_on for _ in range(7)]
    assert lit.count(False) in {2, 3}
    assert all(lit[at : at + 3].count(False) == 1 for at in range(5))


def test_a_trigger_takes_one_frame_or_is_refused(camera):
    with pytest.raises(DeviceRefused):
        camera.trigger()
    if set_up(camera, CameraSettings(trigger=Trigger.SOFTWARE)) is None:
        return
    camera.trigger()
    first = camera.grab()
    with pytest.raises(FrameLost):
        camera.grab()
    camera.check()
    camera.trigger()
    assert camera.grab().number > first.number
    camera.configure(CameraSettings())
    camera.grab()


def test_closed_twice_it_says_so_and_leaves_nothing_behind(camera):
    camera.grab()
    camera.close()
    camera.close()
    for work in (camera.check, camera.grab, lambda: camera.configure(CameraSettings())):
        with pytest.raises(DeviceError):
            work()
    until = time.monotonic() + 20.0
    while any(thread.name == "camera-reader" for thread in threading.enumerate()):
        assert time.monotonic() < until
        time.sleep(0.01)


def test_many_may_ask_at_once(camera):
    outcomes = []

    def ask():
        camera.check()
        camera.health()
        outcomes.append(camera.identify())

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(outcomes) == 4


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("camera", ["pylon", "gige"], indirect=True)
def test_a_driver_of_its_own_shows_no_secret_and_ends_with_its_camera(camera):
    me = str(os.getpid())
    children = {path.parent for path in Path("/proc").glob("[0-9]*/stat") if path.read_text().rsplit(") ", 1)[1].split()[1] == me}
    drivers = [child for child in children if b"devices.cameras.children" in (child / "cmdline").read_bytes()]
    assert len(drivers) == 1
    assert camera.address.partition(":")[2].encode() not in (drivers[0] / "cmdline").read_bytes()
    camera.close()
    assert not drivers[0].exists() or "Z" in (drivers[0] / "stat").read_text()
