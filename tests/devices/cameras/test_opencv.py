"""Cameras through OpenCV, with captures that misbehave as real drivers do."""

from __future__ import annotations

import threading
import time

import numpy as np
import pytest

from devices.camera import CameraSettings
from devices.cameras.opencv import OpenCvSource, open_stream, open_video
from devices.cameras.stream import StreamedCamera
from devices.device import Identity
from devices.errors import DeviceAbsent, DeviceError, DeviceRefused

WHO = Identity("UVC", "Camera 0", "", "", simulated=False)


class Capture:
    """A driver: noise until `fault` says otherwise."""

    def __init__(self, fault=None, after=3):
        self.fault, self.after, self.count, self.released = fault, after, 0, threading.Event()
        self.random = np.random.default_rng(1)
        self.hang = threading.Event()

    def read(self):  # noqa: PLR0911, C901
        time.sleep(0.002)
        self.count += 1
        picture = self.random.integers(0, 255, (48, 64, 3), dtype=np.uint8)
        if self.count <= self.after or self.fault is None:
            self.last = picture
            return True, picture
        match self.fault:
            case "unplug":
                return False, None
            case "hiccup":
                return (self.count % 3 == 0, picture if self.count % 3 == 0 else None)
            case "stutter":
                self.last = picture if self.count % 3 == 0 else self.last
                return True, self.last.copy()
            case "hang":
                self.hang.wait(30)
                return False, None
            case "freeze":
                return True, self.last.copy()
            case "resize":
                return True, picture[:24]
            case "empty":
                return True, picture[:0]
            case "float":
                return True, picture.astype(np.float32)
            case "driver":
                raise RuntimeError("V4L2: /dev/video0 errno 19")

    def get(self, _):
        return 30.0

    def set(self, *_):
        return True

    def release(self):
        self.released.set()


def camera(capture, **limits):
    limits = {"silence_s": 0.3, "open_s": 5.0} | limits
    return StreamedCamera("uvc:0", WHO.name, lambda: OpenCvSource(WHO, capture), **limits)


def until_error(work):
    for _ in range(2000):
        work()
    raise AssertionError("it never noticed")


@pytest.mark.parametrize(
    ("fault", "kind", "words"),
    [
        ("unplug", DeviceAbsent, "stopped"),
        ("hang", DeviceAbsent, "No picture"),
        ("freeze", DeviceAbsent, "stands still"),
        ("resize", DeviceRefused, "size of its picture changed"),
        ("empty", DeviceAbsent, "stopped"),
        ("float", DeviceRefused, "neither 8 nor 16"),
        ("driver", DeviceAbsent, "driver failed"),
    ],
)
def test_whatever_goes_wrong_is_an_error_and_not_a_hang(fault, kind, words):
    capture = Capture(fault)
    opened = camera(capture)
    with pytest.raises(kind, match=words):
        until_error(opened.grab)
    with pytest.raises(DeviceError):
        opened.check()
    with pytest.raises(DeviceError):
        opened.grab()
    capture.hang.set()
    opened.close()
    assert capture.released.wait(10)


def test_check_alone_notices_a_silent_camera():
    capture = Capture("hang")
    opened = camera(capture)

    def check():
        opened.check()
        time.sleep(0.01)

    with pytest.raises(DeviceAbsent):
        until_error(check)
    capture.hang.set()
    opened.close()


def test_a_driver_that_hangs_while_closing_is_left_behind():
    capture = Capture("hang")
    opened = camera(capture)
    with pytest.raises(DeviceAbsent):
        until_error(opened.grab)
    opened.close()
    assert not capture.released.is_set()
    capture.hang.set()  # and when the driver comes back, the camera is released
    assert capture.released.wait(10)


def test_a_driver_that_hangs_while_opening_is_absent():
    hang = threading.Event()
    capture = Capture()

    def slow():
        hang.wait(30)
        return capture

    with pytest.raises(DeviceAbsent):
        StreamedCamera("uvc:0", WHO.name, lambda: OpenCvSource(WHO, slow()), open_s=0.1)
    hang.set()
    assert capture.released.wait(10)


def test_a_live_camera_keeps_giving_frames_and_says_what_was_dropped():
    opened = camera(Capture(), silence_s=5.0)
    first = opened.grab()
    time.sleep(0.1)
    second = opened.grab()
    assert second.number > first.number + 1
    opened.close()


def test_a_film_goes_round_and_is_not_called_frozen(tmp_path):
    import cv2

    path = tmp_path / "still.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*"MJPG"), 200, (64, 48))
    for _ in range(5):
        writer.write(np.full((48, 64, 3), 90, np.uint8))
    writer.release()
    opened = open_video(f"video:{path}", str(path))
    numbers = [opened.grab().number for _ in range(30)]
    assert numbers == sorted(set(numbers))
    opened.close()


@pytest.mark.parametrize("content", [b"", b"RIFF", b"\x00\x00\x00\x18ftypmp42" + b"junk" * 200, b"not a film at all\n"])
def test_a_file_that_is_no_film_is_refused_quietly(tmp_path, content, capfd):
    path = tmp_path / "film.mp4"
    path.write_bytes(content)
    with pytest.raises(DeviceRefused):
        open_video(f"video:{path}", str(path))
    assert capfd.readouterr() == ("", "")


def test_a_film_that_disappears_before_it_opens(tmp_path):
    with pytest.raises(DeviceAbsent):
        open_video("video:x", str(tmp_path))


@pytest.mark.parametrize("fault", ["hiccup", "stutter"])
def test_one_spoilt_or_repeated_frame_is_not_a_camera_that_is_gone(fault):
    opened = camera(Capture(fault), silence_s=5.0)
    numbers = [opened.grab().number for _ in range(8)]
    assert numbers == sorted(set(numbers))
    opened.check()
    assert opened.health().lost >= 8
    opened.close()


def test_a_picture_without_any_content_is_no_frozen_one():
    """A lens cap on a sensor that clamps black: dark frames have to be taken like this."""

    class Capped(Capture):
        def read(self):
            time.sleep(0.002)
            return True, np.zeros((48, 64, 3), np.uint8)

    opened = camera(Capped())
    for _ in range(50):
        opened.grab()
    opened.close()


def test_a_camera_that_knows_no_exposure_refuses_one_and_goes_on():
    opened = camera(Capture(), silence_s=5.0)
    with pytest.raises(DeviceRefused, match="exposure"):
        opened.configure(CameraSettings(exposure_ms=5))
    assert opened.configure(CameraSettings()).frames_per_s == 30
    opened.grab()
    opened.close()


def test_a_stream_that_nobody_sends_is_absent_and_keeps_its_password_to_itself():
    with pytest.raises(DeviceAbsent) as absent:
        open_stream("rtsp:", "rtsp://somebody:secret@127.0.0.1:9/live")
    assert "secret" not in str(absent.value)
