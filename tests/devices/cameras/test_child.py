"""The wire to a driver in a process of its own: a child that lies, babbles, stalls or dies is a camera that is gone, never a hang."""

from __future__ import annotations

import itertools
import textwrap
from contextlib import closing

import numpy as np
import pytest

from devices.camera import CameraSettings, Excitation, Trigger
from devices.cameras import child
from devices.cameras.child import ChildSource, Program
from devices.cameras.children.genicam import depth_of
from devices.cameras.stream import StreamedCamera
from devices.errors import DeviceAbsent, DeviceRefused

DRIVER = """
    import sys, time, itertools
    from devices.cameras.children.serving import Refusal, serve

    class Fake:
        def __init__(self, name):
            if name == "library": raise ImportError
            if name == "nobody": raise RuntimeError("no such camera: MARIA SCHMIDT")
            self.name, self.count, self.shape = name, 0, (32, 64)
        def hello(self):
            return {"maker": "Fake", "model": self.name, "serial": "1", "firmware": "", "simulated": True}
        def read(self, limit_s):
            time.sleep(0.005)
            self.count += 1
            if self.name == "die" and self.count > 3: sys.exit(9)
            if self.name == "stall" and self.count > 3: time.sleep(60)
            if self.name == "silent" and self.count > 3: return None
            if self.name == "lost" and self.count % 2: return {"lost": True}, b""
            rows, columns = self.shape if self.name != "resize" or self.count < 4 else (64, 32)
            number = (self.count - 1) % 7 + 1 if self.name == "wrap" else self.count // 2 if self.name == "twice" else self.count
            size = rows * columns + (self.name == "short" and self.count == 4)
            code = 0x01080001 if self.name != "strange" or self.count < 4 else 77
            words = {"number": number, "wraps_at": 7, "device_time_s": 0.5, "format": code, "rows": rows, "columns": columns,
                     "exposure_ms": 1.0, "gain_db": None, "lamp": None}
            return words, bytes((self.count * 7 + at) % 256 for at in range(size))
        def apply(self, wanted):
            if wanted["exposure_ms"] == 7: raise Refusal("exposure")
            if wanted["exposure_ms"] == 8: raise RuntimeError("MARIA SCHMIDT")
            if wanted["exposure_ms"] == 9: time.sleep(60)
            return {**wanted, "exposure_ms": 1.0, "bit_depth": 8}
        def fire(self): pass
        def release(self): pass

    serve(Fake)
"""


@pytest.fixture
def program(tmp_path, monkeypatch):
    """A child of our own making, in our own interpreter."""
    (tmp_path / "fake_driver.py").write_text(textwrap.dedent(DRIVER))
    monkeypatch.setattr(child, "PATHS", (str(child.ROOT), str(tmp_path)))
    return Program("fake_driver", "json", "Fake camera", "Install it.")


def pictures(source, count):
    found = []
    while len(found) < count:
        picture = source.read(5.0)
        if picture is not None:
            found.append(picture)
    return found


def test_frames_arrive_whole_and_numbered_without_end(program):
    source = ChildSource(program, "wrap")
    try:
        found = pictures(source, 20)
        assert [picture.number for picture in found] == list(range(1, 21))
        assert all(picture.pixels.shape == (32, 64) for picture in found)
        assert all(not np.array_equal(a.pixels, b.pixels) for a, b in itertools.pairwise(found))
        assert source.identity.model == "wrap"
    finally:
        source.release()
    assert source.process.poll() is not None


@pytest.mark.parametrize(("camera", "kind"), [("library", DeviceRefused), ("nobody", DeviceAbsent)])
def test_what_cannot_be_opened_is_said_without_the_drivers_words(program, camera, kind):
    with pytest.raises(kind) as refused:
        ChildSource(program, camera)
    assert "MARIA" not in str(refused.value)


def test_a_setting_that_is_refused_or_breaks_the_driver_is_a_refusal(program):
    source = ChildSource(program, "well")
    try:
        for exposure in (7, 8):
            with pytest.raises(DeviceRefused) as refused:
                source.apply(CameraSettings(exposure_ms=exposure))
            assert "MARIA" not in str(refused.value)
        found = source.apply(CameraSettings(trigger=Trigger.SOFTWARE, excitation=Excitation.ON))
        assert (found.exposure_ms, found.bit_depth, found.trigger) == (1.0, 8, Trigger.SOFTWARE)
        assert pictures(source, 1)
        with pytest.raises(DeviceAbsent, match="does not answer"):
            source.apply(CameraSettings(exposure_ms=9))
    finally:
        source.release()


@pytest.mark.parametrize(
    ("camera", "kind", "words"),
    [("die", DeviceAbsent, "unplugged"), ("stall", DeviceAbsent, "No picture"), ("silent", DeviceAbsent, "No picture"),
     ("resize", DeviceRefused, "size"), ("strange", DeviceRefused, "not known")],
)  # fmt: skip
def test_a_child_that_fails_is_a_camera_that_is_gone(program, camera, kind, words):
    opened = StreamedCamera("fake:", "Fake camera", lambda: ChildSource(program, camera), silence_s=0.4)
    with closing(opened), pytest.raises(kind, match=words):
        grab_for_ever(opened)


def grab_for_ever(camera):
    for _ in range(2000):
        camera.grab()


@pytest.mark.parametrize("camera", ["lost", "twice", "short"])
def test_spoilt_frames_are_counted_and_the_camera_goes_on(program, camera):
    opened = StreamedCamera("fake:", "Fake camera", lambda: ChildSource(program, camera), silence_s=5.0)
    try:
        numbers = [opened.grab().number for _ in range(8)]
        assert numbers == sorted(set(numbers))
        assert opened.health().lost >= 1
    finally:
        opened.close()


def test_a_stranger_at_the_door_is_not_let_in(program, monkeypatch):
    """A child with another token never gets to speak."""
    real = child.secrets.compare_digest
    monkeypatch.setattr(child.secrets, "compare_digest", lambda *_: False)
    monkeypatch.setattr(child, "START_S", 0.5)
    with pytest.raises(DeviceAbsent, match="does not start"):
        ChildSource(program, "well")
    assert real(b"a", b"a")


def test_without_any_interpreter_that_has_the_library_it_says_what_to_install(monkeypatch):
    monkeypatch.setattr(child.shutil, "which", lambda *_args, **_kwargs: None)
    with pytest.raises(DeviceRefused, match="Install it"):
        ChildSource(Program("nothing", "no_such_library_at_all", "Fake camera", "Install it."), "1")


@pytest.mark.parametrize(
    ("name", "bits"),
    [("Mono8", 8), ("Mono12p", 12), ("Mono12Packed", 12), ("BayerRG10", 10), ("RGB8", 8), ("YUV422", None), ("Mono", None)],
)
def test_depths_are_read_off_the_formats_names(name, bits):
    assert depth_of(name) == bits
