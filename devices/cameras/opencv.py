"""UVC cameras and video files through OpenCV, guarded: a driver that hangs, repeats itself or changes its picture never takes us with it.

One reader thread owns the capture from opening to release, because OpenCV's calls may block for good when a camera is pulled; everybody else
waits at a slot, for a stated time. The thread is a daemon for the same reason: a hung driver must not keep the program from ending.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")  # read once, when FFmpeg is first used: a broken file is ours to word

import cv2
import numpy as np
import numpy.typing as npt

from devices.camera import Flip, Frame, Pixels, saturated_share, sealed
from devices.device import DeviceKind, Identity
from devices.errors import DeviceAbsent, DeviceError, DeviceRefused

OPEN_S = 5.0  # a UVC camera takes a second or two to start
SILENCE_S = 1.0  # no frame for this long: it is gone
FROZEN_S = 1.0  # the same picture to the last bit for this long: no live sensor does that
CLOSE_S = 1.0
FASTEST_FPS = 240.0


class Capture(Protocol):
    """The part of `cv2.VideoCapture` that is used here."""

    def read(self) -> tuple[bool, Any]:
        """The next picture."""

    def set(self, propId: int, value: float) -> bool:  # noqa: N803 - OpenCV's own name
        """Change a property."""

    def release(self) -> None:
        """Let go."""


class OpenCvCamera:
    """A camera behind `open_capture`. `pace_s` is the time between frames of a file, which is then played round and round; None: live.

    A call to `grab` or `check` takes at most `SILENCE_S`, opening at most `OPEN_S`, closing at most `CLOSE_S`.
    """

    kind = DeviceKind.CAMERA

    def __init__(
        self, address: str, identity: Identity, open_capture: Callable[[], Capture], *, pace_s: float | None = None,
        clock: Callable[[], float] = time.monotonic, silence_s: float = SILENCE_S, open_s: float = OPEN_S, frozen_s: float = FROZEN_S,
    ) -> None:  # fmt: skip
        self.address = address
        self._identity, self._open_capture, self._pace_s, self._clock = identity, open_capture, pace_s, clock
        self._silence_s, self._frozen_s = silence_s, frozen_s
        self._news = threading.Condition()
        self._newest: Frame | None = None
        self._handed_out = 0
        self._fault: DeviceError | None = None
        self._ending = threading.Event()
        self._reader = threading.Thread(target=self._read_all, name="camera-reader", daemon=True)
        self._reader.start()
        try:
            self._await_news(open_s)
        except DeviceError:
            self.close()
            raise

    def identify(self) -> Identity:
        """What the address says of it: OpenCV tells neither maker nor serial number."""
        return self._identity

    def check(self) -> None:
        """The newest frame is younger than the silence that counts as gone."""
        with self._news:
            self._raise_fault()
            if self._newest is None or self._clock() - self._newest.host_time_s > self._silence_s:
                raise self._silent()

    def grab(self) -> Frame:
        """The newest frame not yet handed out; frames that nobody came for are dropped, and their numbers show it."""
        frame = self._await_news(self._silence_s)
        self._handed_out = frame.number
        return frame

    def close(self) -> None:
        """Ask the reader to let go, and wait a little for it; a driver that hangs is left to its thread."""
        self._ending.set()
        if self._reader is not threading.current_thread():
            self._reader.join(CLOSE_S)
        with self._news:
            self._fault = self._fault or DeviceAbsent(self._identity.name, "The camera was closed.")

    # --- waiting ------------------------------------------------------------------------------------------------------------------------

    def _await_news(self, limit_s: float) -> Frame:
        with self._news:
            self._news.wait_for(lambda: self._fault is not None or self._fresh() is not None, limit_s)
            self._raise_fault()
            frame = self._fresh()
            if frame is None:
                raise self._silent()
            return frame

    def _fresh(self) -> Frame | None:
        return self._newest if self._newest is not None and self._newest.number > self._handed_out else None

    def _raise_fault(self) -> None:
        if self._fault is not None:
            raise type(self._fault)(self._fault.device, self._fault.problem)

    def _silent(self) -> DeviceAbsent:
        return DeviceAbsent(self._identity.name, "No picture arrives. Unplug it and plug it in again.")

    # --- the reader's thread --------------------------------------------------------------------------------------------------------------

    def _read_all(self) -> None:
        try:
            capture = self._open_capture()
            try:
                self._read_from(capture)
            finally:
                capture.release()
        except DeviceError as fault:
            self._fail(fault)
        except Exception:  # noqa: BLE001 - cv2.error and whatever a driver throws: the reader must not die in silence
            self._fail(DeviceAbsent(self._identity.name, "The camera's driver failed."))

    def _read_from(self, capture: Capture) -> None:
        number, last, changed_at = 0, None, self._clock()
        while not self._ending.is_set():
            pixels = self._next(capture)
            now = self._clock()
            if last is not None and pixels.shape != last.shape:
                raise DeviceRefused(self._identity.name, "The size of its picture changed. It has to be set up anew.")
            if last is None or self._pace_s is not None or not _alike(pixels, last):
                changed_at = now
            elif now - changed_at > self._frozen_s:
                raise DeviceAbsent(self._identity.name, "The picture stands still: it repeats itself. Unplug it and plug it in again.")
            number, last = number + 1, pixels
            self._show(self._frame(number, now, pixels))
            self._ending.wait(self._pace_s or 0.0)

    def _next(self, capture: Capture) -> Pixels:
        arrived, pixels = capture.read()
        if not arrived and self._pace_s is not None:  # the end of the file: from the start again
            capture.set(cv2.CAP_PROP_POS_FRAMES, 0)
            arrived, pixels = capture.read()
        if not arrived or pixels is None or not pixels.size:
            raise DeviceAbsent(self._identity.name, "The picture stopped. Plug it in again; it resumes by itself.")
        if pixels.dtype not in (np.uint8, np.uint16):
            raise DeviceRefused(self._identity.name, "Its pixels are neither 8 nor 16 bits deep.")
        return sealed(pixels)

    def _frame(self, number: int, now: float, pixels: Pixels) -> Frame:
        bits = pixels.dtype.itemsize * 8
        return Frame(
            number, None, now, pixels, bits, exposure_ms=None, gain_db=None, excitation_on=None,
            saturated_share=saturated_share(pixels, bits), flip=Flip.NONE,
        )  # fmt: skip

    def _show(self, frame: Frame) -> None:
        with self._news:
            self._newest = frame
            self._news.notify_all()

    def _fail(self, fault: DeviceError) -> None:
        with self._news:
            self._fault = fault
            self._news.notify_all()


def _alike(one: npt.NDArray[Any], other: npt.NDArray[Any]) -> bool:
    """The same to the last bit, on every eighth row and column: noise alone would make them differ."""
    return np.array_equal(one[::8, ::8], other[::8, ::8])


def open_uvc(address: str, number: int) -> OpenCvCamera:
    """The system's camera `number`."""
    name = f"Camera {number}"
    absent = DeviceAbsent(name, "There is no such camera. Plug it in; it is found by itself.")
    if sys.platform == "linux" and not Path(f"/dev/video{number}").exists():
        raise absent  # quicker and quieter than to have OpenCV try every backend

    def open_capture() -> Capture:
        backend = {"linux": cv2.CAP_V4L2, "win32": cv2.CAP_DSHOW}.get(sys.platform, cv2.CAP_ANY)
        capture = _quietly(lambda: cv2.VideoCapture(number, backend))
        if not capture.isOpened():
            raise absent
        capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)  # the newest frame, not the oldest of a queue
        return capture

    return OpenCvCamera(address, Identity("UVC", name, "", "", simulated=False), open_capture)


def open_video(address: str, path: str) -> OpenCvCamera:
    """A video file played at its own pace, round and round; simulated, as no lens looks at the patient."""
    identity = Identity("", "Video file", "", "", simulated=True)
    if not Path(path).is_file():
        raise DeviceAbsent(identity.name, "There is no such file.")
    probe = _opened(path, identity)
    fps = probe.get(cv2.CAP_PROP_FPS)
    probe.release()
    pace_s = 1 / fps if 0 < fps <= FASTEST_FPS else 1 / 25
    return OpenCvCamera(address, identity, lambda: _opened(path, identity), pace_s=pace_s)


def _opened(path: str, identity: Identity) -> cv2.VideoCapture:
    capture = _quietly(lambda: cv2.VideoCapture(path))
    if not capture.isOpened():
        capture.release()
        raise DeviceRefused(identity.name, "The file is not a video that can be read.")
    return capture


def _quietly(work: Callable[[], cv2.VideoCapture]) -> cv2.VideoCapture:
    """OpenCV reports each backend that it tried on standard error, which belongs to our own messages."""
    cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
    return work()
