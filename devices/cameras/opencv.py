"""UVC cameras, network streams and video files through OpenCV, which says little of how a picture was taken and may block for good."""

from __future__ import annotations

import math
import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")  # read once, when FFmpeg is first used: a broken file is ours to word

import cv2
import numpy as np

from devices.camera import CameraSettings
from devices.cameras.able import check_able
from devices.cameras.stream import Picture, StreamedCamera
from devices.device import Identity
from devices.errors import DeviceAbsent, DeviceRefused, FrameLost

FASTEST_FPS = 240.0
AGAIN_S = 0.02  # after a failed read, so that a driver that fails at once is not asked a million times
STREAM_MS = 3_000
ABSENT = "There is no such camera. Plug it in; it is found by itself."


class Capture(Protocol):
    """The part of `cv2.VideoCapture` that is used here."""

    def read(self) -> tuple[bool, Any]:
        """The next picture."""

    def get(self, number: int, /) -> float:
        """A property."""

    def set(self, number: int, value: float, /) -> bool:
        """Change a property."""

    def release(self) -> None:
        """Let go."""


class OpenCvSource:
    """A capture as a source. `pace_s` is the time between frames of a file, which is then played round and round; None: live."""

    def __init__(self, identity: Identity, capture: Capture, pace_s: float | None = None, *, able: tuple[str, ...] = ()) -> None:
        self.identity = identity
        self._capture, self._pace_s, self._able = capture, pace_s, able
        self._due = time.monotonic()
        self._depth: int | None = None

    def read(self, limit_s: float) -> Picture | None:
        """The next picture of a camera, however long the driver takes; of a file when it is due."""
        if self._pace_s is not None and not self._is_due(limit_s):
            return None
        arrived, pixels = self._capture.read()
        if not arrived and self._pace_s is not None:  # the end of the file: from the start again
            self._capture.set(cv2.CAP_PROP_POS_FRAMES, 0)
            arrived, pixels = self._capture.read()
        if not arrived or pixels is None or not pixels.size:
            time.sleep(AGAIN_S)
            raise FrameLost(self.identity.name, "The picture stopped.")
        self._depth = pixels.dtype.itemsize * 8
        return Picture(np.asarray(pixels), self._depth, exposure_ms=self._exposure())

    def apply(self, wanted: CameraSettings) -> CameraSettings:
        """Exposure and rate of a camera on Linux; nothing of a file or a stream."""
        has = CameraSettings(self._exposure(), frames_per_s=self._rate(), bit_depth=self._depth)
        check_able(self.identity.name, wanted, has, *self._able)
        if wanted.frames_per_s is not None and "frames_per_s" in self._able:
            self._capture.set(cv2.CAP_PROP_FPS, wanted.frames_per_s)
        if wanted.exposure_ms is not None and "exposure_ms" in self._able:
            self._capture.set(cv2.CAP_PROP_AUTO_EXPOSURE, 1)  # by hand, as V4L2 counts
            self._capture.set(cv2.CAP_PROP_EXPOSURE, round(wanted.exposure_ms * 10))  # in tenths of a millisecond
        return replace(has, exposure_ms=self._exposure(), frames_per_s=self._rate(), flip=wanted.flip, rotation=wanted.rotation)

    def fire(self) -> None:
        """It has no trigger."""
        raise DeviceRefused(self.identity.name, "It runs by its own clock and knows no trigger.")

    def release(self) -> None:
        """Let go."""
        self._capture.release()

    def _is_due(self, limit_s: float) -> bool:
        wait_s = self._due - time.monotonic()
        time.sleep(max(0.0, min(wait_s, limit_s)))
        if wait_s > limit_s:
            return False
        self._due = max(self._due, time.monotonic() - 1.0) + (self._pace_s or 0.0)
        return True

    def _exposure(self) -> float | None:
        """ms, where it was set by hand; an automatic one is not known."""
        if "exposure_ms" not in self._able or self._capture.get(cv2.CAP_PROP_AUTO_EXPOSURE) != 1:
            return None
        tenths = self._capture.get(cv2.CAP_PROP_EXPOSURE)
        return tenths / 10 if math.isfinite(tenths) and tenths > 0 else None

    def _rate(self) -> float | None:
        rate = self._capture.get(cv2.CAP_PROP_FPS)
        return float(rate) if math.isfinite(rate) and 0 < rate <= FASTEST_FPS else None


def open_uvc(address: str, number: int) -> StreamedCamera:
    """The system's camera `number`."""
    name = f"Camera {number}"
    if sys.platform == "linux" and not Path(f"/dev/video{number}").exists():
        raise DeviceAbsent(name, ABSENT)  # quicker and quieter than to have OpenCV try every backend
    identity = Identity("UVC", name, "", "", simulated=False)
    able = ("exposure_ms", "frames_per_s") if sys.platform == "linux" else ("frames_per_s",)

    def open_source() -> OpenCvSource:
        backend = {"linux": cv2.CAP_V4L2, "win32": cv2.CAP_DSHOW}.get(sys.platform, cv2.CAP_ANY)
        capture = quietly(lambda: cv2.VideoCapture(number, backend))
        if not capture.isOpened():
            raise DeviceAbsent(name, ABSENT)
        capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)  # the newest frame, not the oldest of a queue
        return OpenCvSource(identity, capture, able=able)

    return StreamedCamera(address, identity.name, open_source)


def open_stream(address: str, url: str) -> StreamedCamera:
    """A network camera that speaks RTSP; lossy, so good for looking and not for measuring."""
    identity = Identity("RTSP", "Network camera", "", "", simulated=False)

    def open_source() -> OpenCvSource:
        limits = [cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, STREAM_MS, cv2.CAP_PROP_READ_TIMEOUT_MSEC, STREAM_MS]
        capture = quietly(lambda: cv2.VideoCapture(url, cv2.CAP_FFMPEG, limits))
        if not capture.isOpened():
            raise DeviceAbsent(identity.name, "Nothing answers there. Check its cable and its address.")
        return OpenCvSource(identity, capture)

    return StreamedCamera(address, identity.name, open_source)


def open_video(address: str, path: str) -> StreamedCamera:
    """A video file played at its own pace, round and round; simulated, as no lens looks at the patient."""
    identity = Identity("", "Video file", "", "", simulated=True)
    if not Path(path).is_file():
        raise DeviceAbsent(identity.name, "There is no such file.")

    def open_source() -> OpenCvSource:
        capture = quietly(lambda: cv2.VideoCapture(path))
        fps = capture.get(cv2.CAP_PROP_FPS)
        if not capture.isOpened():
            capture.release()
            raise DeviceRefused(identity.name, "The file is not a video that can be read.")
        return OpenCvSource(identity, capture, pace_s=1 / fps if 0 < fps <= FASTEST_FPS else 1 / 25)

    return StreamedCamera(address, identity.name, open_source, live=False)


def quietly(work: Callable[[], cv2.VideoCapture]) -> cv2.VideoCapture:
    """OpenCV reports each backend that it tried on standard error, which belongs to our own messages."""
    cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
    return work()
