"""A camera whose driver runs in a process of its own: what hangs or crashes there is killed and started again, and the console goes on.

Frames come over a socket on this computer, opened for one child that proves itself with a token; the camera's name travels by standard input, so
that nothing shows in a list of processes.
"""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import secrets
import select
import shutil
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from devices.camera import CameraSettings, Excitation, Trigger
from devices.cameras.formats import UnknownFormat, decoded
from devices.cameras.stream import Picture
from devices.device import Identity
from devices.errors import DeviceAbsent, DeviceError, DeviceRefused, FrameLost

_BUNDLE = getattr(sys, "_MEIPASS", None)  # an installed program keeps the children apart, as plain files that any Python can read
ROOT = Path(_BUNDLE) / "drivers" if _BUNDLE else Path(__file__).resolve().parents[2]
PATHS = (str(ROOT),)
START_S = 6.0
STALL_S = 1.0  # a message that began goes on
ANSWER_S = 1.8
GOODBYE_S = 0.25  # to give the camera back; the surgeon waits for the next picture
LARGEST_FRAME = 512 * 1024 * 1024
LARGEST_WORDS = 1 << 20
SYSTEM_PYTHON = "python3"


@dataclass(frozen=True, slots=True)
class Program:
    """Which child speaks to which library, and how the person knows it."""

    module: str
    library: str  # the Python package that must be there
    name: str
    missing: str  # what to do when no interpreter has it


class ChildSource:
    """The driver `program` on the camera called `camera`; for one thread."""

    def __init__(self, program: Program, camera: str) -> None:
        self._name = program.name
        self._settings = CameraSettings()
        self._last_id: int | None = None
        self._number = 0
        with socket.create_server(("127.0.0.1", 0)) as door:
            self.process, token = _started(program, camera, door.getsockname()[1])
            try:
                self._line = self._let_in(door, token)
                self.identity = self._introduced(program)
            except BaseException:
                self.release()
                raise

    def read(self, limit_s: float) -> Picture | None:
        """The next picture; what arrives spoilt is lost."""
        if not select.select([self._line], [], [], limit_s)[0]:
            return None
        words, content = self._message()
        if "number" in words:
            return self._picture(words, content)
        if "lost" in words:
            raise FrameLost(self._name, "A frame came incomplete.")
        return None

    def apply(self, wanted: CameraSettings) -> CameraSettings:
        """Frames that were under way are let go: they were taken as it was before."""
        words = {
            "exposure_ms": wanted.exposure_ms, "gain_db": wanted.gain_db, "frames_per_s": wanted.frames_per_s, "bit_depth": wanted.bit_depth,
            "trigger": wanted.trigger.value, "excitation": wanted.excitation.value, "ambient_every": wanted.ambient_every,
        }  # fmt: skip
        found = self._answered({"apply": words})["settings"]
        self._last_id = None
        return CameraSettings(
            found["exposure_ms"], found["gain_db"], found["frames_per_s"], found["bit_depth"], wanted.flip, wanted.rotation,
            Trigger(found["trigger"]), Excitation(found["excitation"]), found["ambient_every"],
        )  # fmt: skip

    def fire(self) -> None:
        """One exposure."""
        self._answered({"fire": True})

    def release(self) -> None:
        """End the child, whatever it is doing."""
        with contextlib.suppress(AttributeError, OSError):
            self._line.close()
        with contextlib.suppress(OSError):
            assert self.process.stdin is not None
            self.process.stdin.close()
        try:
            self.process.wait(GOODBYE_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    # --- the beginning -----------------------------------------------------------------------------------------------------------------

    def _let_in(self, door: socket.socket, token: bytes) -> socket.socket:
        """Whoever knows the token; nobody else is waited for."""
        until = time.monotonic() + START_S
        while (left := until - time.monotonic()) > 0 and self.process.poll() is None:
            if not select.select([door], [], [], min(left, 0.2))[0]:
                continue
            line, _ = door.accept()
            line.settimeout(STALL_S)
            with contextlib.suppress(OSError):
                if secrets.compare_digest(line.recv(len(token), socket.MSG_WAITALL), token):
                    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8 << 20)
                    return line
            line.close()
        raise DeviceAbsent(self._name, "Its driver does not start.")

    def _introduced(self, program: Program) -> Identity:
        if not select.select([self._line], [], [], START_S)[0]:
            raise DeviceAbsent(self._name, "It does not answer. Unplug it and plug it in again.")
        words, _ = self._message()
        if "hello" in words:
            return Identity(**words["hello"])
        if words.get("absent") == "library":
            raise DeviceRefused(self._name, program.missing)
        raise DeviceAbsent(self._name, "No such camera answers. Plug it in; it is found by itself.")

    # --- messages ----------------------------------------------------------------------------------------------------------------------

    def _answered(self, order: Mapping[str, Any]) -> dict[str, Any]:
        text = json.dumps(order).encode()
        until = time.monotonic() + ANSWER_S
        with self._honest():
            self._line.sendall(struct.pack(">I", len(text)) + text)
        while select.select([self._line], [], [], max(0.0, until - time.monotonic()))[0]:
            words, _ = self._message()
            if "refused" in words:
                raise DeviceRefused(self._name, f"It cannot be set to this {words['refused'] or 'state'}.")
            if "settings" in words or "done" in words:
                return words
        raise DeviceAbsent(self._name, "It does not answer when it is set up.")

    def _message(self) -> tuple[dict[str, Any], npt.NDArray[np.uint8]]:
        with self._honest():
            (length,) = struct.unpack(">I", self._bytes(4).tobytes())
            if length > LARGEST_WORDS:
                raise ValueError("words without end")
            words: dict[str, Any] = json.loads(self._bytes(length).tobytes())
            if not 0 <= words["bytes"] <= LARGEST_FRAME:
                raise ValueError("a frame without end")
            return words, self._bytes(words["bytes"])

    def _bytes(self, count: int) -> npt.NDArray[np.uint8]:
        found = np.empty(count, np.uint8)
        view, place = memoryview(found.data), 0
        while place < count:
            more = self._line.recv_into(view[place:])
            if not more:
                raise ConnectionError("the child is gone")
            place += more
        return found

    @contextlib.contextmanager
    def _honest(self) -> Any:
        """A child that dies, stalls or babbles is a camera that is gone."""
        try:
            yield
        except DeviceError:
            raise
        except (OSError, ValueError, KeyError, TypeError):
            raise DeviceAbsent(self._name, "The camera is unplugged. Plug it in again; it resumes by itself.") from None

    def _picture(self, words: dict[str, Any], content: npt.NDArray[np.uint8]) -> Picture:
        try:
            pixels, bits = decoded(content, words["format"], words["rows"], words["columns"])
        except UnknownFormat:
            raise DeviceRefused(self._name, "It sends its pixels in a way that is not known here.") from None
        except (ValueError, KeyError, TypeError):
            raise FrameLost(self._name, "A frame came that is no picture.") from None
        return Picture(
            pixels, bits, self._numbered(words["number"], words["wraps_at"]), words["device_time_s"] or None, words["exposure_ms"],
            words["gain_db"], words["lamp"],
        )  # fmt: skip

    def _numbered(self, own: int, wraps_at: int) -> int:
        """From 1 without end: cameras begin anew when they are set up, and GigE Vision 1 counts to 65535 only. A frame twice has its number twice."""
        if self._last_id is None:
            self._number += 1
        else:
            step = own - self._last_id
            self._number += step + wraps_at if wraps_at and step < -wraps_at // 2 else max(0, step)
        self._last_id = own
        return self._number


def _started(program: Program, camera: str, port: int) -> tuple[subprocess.Popen[bytes], bytes]:
    """The child, told on its standard input where to connect."""
    token = secrets.token_bytes(32)
    environment = {**_surroundings(), "PYTHONPATH": os.pathsep.join(PATHS), "PYTHONDONTWRITEBYTECODE": "1"}
    process = subprocess.Popen(  # noqa: S603 - our own module, in an interpreter of this system
        [_interpreter(program), "-m", program.module], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env=environment, cwd=ROOT,
    )  # fmt: skip
    assert process.stdin is not None
    process.stdin.write(json.dumps({"port": port, "token": token.hex(), "camera": camera}).encode() + b"\n")
    process.stdin.flush()
    return process, token


def _surroundings() -> dict[str, str]:
    """An installed program finds its own libraries by a path that would mislead the system's Python."""
    environment = dict(os.environ)
    if _BUNDLE:
        original = environment.pop("LD_LIBRARY_PATH_ORIG", "")
        environment.pop("LD_LIBRARY_PATH", None)
        environment |= {"LD_LIBRARY_PATH": original} if original else {}
    return environment


def _interpreter(program: Program) -> str:
    """Our own where it has the library, else the system's, to which distributions add theirs."""
    if not getattr(sys, "frozen", False) and importlib.util.find_spec(program.library) is not None:
        return sys.executable
    for folder in ("/usr/bin", None):
        found = shutil.which(SYSTEM_PYTHON, path=folder)
        if found:
            return found
    raise DeviceRefused(program.name, program.missing)
