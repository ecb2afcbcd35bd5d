"""What every camera behind a driver shares: one thread that alone speaks to the driver, and slots at which everybody else waits for a stated time.

A driver's calls may block for good when a camera is pulled, and may not be called from two threads. So opening, reading, setting up and letting
go all happen on one daemon thread: a hung driver keeps nobody waiting and does not keep the program from ending.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy.typing as npt

from devices.camera import CameraSettings, Colour, Flip, Frame, Health, Rotation, StreamState, Trigger, saturated_share, sealed
from devices.cameras.turning import oriented
from devices.cameras.vigil import Vigil
from devices.device import DeviceKind, Identity
from devices.errors import DeviceAbsent, DeviceError, DeviceRefused, FrameLost

OPEN_S = 8.0  # a camera takes a second or two to start, a network camera may have to be looked for
SILENCE_S = 0.9  # no sound frame for this long: it is gone
CONFIGURE_S = 2.0
CLOSE_S = 1.0
READ_S = 0.1  # so that orders to the driver wait no longer than this
WAITING_FRAMES = 4  # what a short stall of ours must not lose; older ones are dropped


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """One picture as a driver gives it. None: the driver does not say. With `turned` given it lies as it should already."""

    pixels: npt.NDArray[Any]
    bit_depth: int
    number: int | None = None
    device_time_s: float | None = None
    exposure_ms: float | None = None
    gain_db: float | None = None
    excitation_on: bool | None = None
    colour: Colour | None = None
    turned: tuple[Flip, Rotation] | None = None


class Source(Protocol):
    """A driver, spoken to from one thread only. Any call may raise a `DeviceError`, or anything else that a driver throws."""

    identity: Identity

    def read(self, limit_s: float) -> Picture | None:
        """The next picture, or None when none came within `limit_s`; `FrameLost` for one that was spoilt."""

    def apply(self, wanted: CameraSettings) -> CameraSettings:
        """Set it up, and read it back; flip and rotation are done here and handed through, unless its pictures are turned already."""

    def fire(self) -> None:
        """Trigger by software."""

    def release(self) -> None:
        """Let go."""


@dataclass(slots=True)
class _Order:
    """Something asked of the driver from another thread."""

    work: Callable[[Source], CameraSettings]
    done: threading.Event = field(default_factory=threading.Event)
    result: CameraSettings | None = None
    fault: DeviceError | None = None


class StreamedCamera:
    """A camera behind `open_source`. `grab` and `check` take at most `silence_s`, `configure` 2 s, opening `open_s`, closing 1 s."""

    kind = DeviceKind.CAMERA

    def __init__(
        self, address: str, name: str, open_source: Callable[[], Source], *, live: bool = True, clock: Callable[[], float] = time.monotonic,
        silence_s: float = SILENCE_S, open_s: float = OPEN_S,
    ) -> None:  # fmt: skip
        self.address = address
        self._name, self._open_source, self._live, self._clock, self._silence_s = name, open_source, live, clock, silence_s
        self._news = threading.Condition()
        self._frames: deque[Frame] = deque(maxlen=WAITING_FRAMES)
        self._orders: deque[_Order] = deque()
        self._settings = CameraSettings()
        self._identity: Identity | None = None
        self._fault: DeviceError | None = None
        self._spoilt = ""  # why the newest frame was not shown
        self._sound_at = clock()
        self._received = self._lost = self._missed = 0
        self._arrivals: deque[float] = deque(maxlen=512)
        self._ending = threading.Event()
        self._reader = threading.Thread(target=self._read_all, name="camera-reader", daemon=True)
        self._reader.start()
        try:
            self._await(lambda: self._received > 0, open_s)
        except DeviceError:
            self.close()
            raise

    def identify(self) -> Identity:
        """As the driver introduced it."""
        return self._identity or Identity("", self._name, "", "", simulated=False)

    def check(self) -> None:
        """The newest sound frame is younger than the silence that counts as gone."""
        with self._news:
            self._raise_fault()
            if self._is_silent():
                raise self._silent()

    def configure(self, wanted: CameraSettings) -> CameraSettings:
        """Set up by the driver's thread, between two frames."""
        order = _Order(lambda source: self._apply(source, wanted))
        found = self._carried_out(order)
        assert found is not None
        return found

    def trigger(self) -> None:
        """Ask the driver for one exposure."""
        if self._settings.trigger is not Trigger.SOFTWARE:
            raise DeviceRefused(self._name, "It is not set to wait for a trigger from here.")
        self._carried_out(_Order(self._fire))

    def health(self) -> Health:
        """From what the reader counted."""
        with self._news:
            waits = self._settings.trigger is not Trigger.FREE
            stopped = self._fault is not None or self._ending.is_set()
            now = self._clock()
            stream = StreamState.STOPPED if stopped else StreamState.SILENT if self._is_silent() and not waits else StreamState.STREAMING
            recent = sum(1 for time_s in self._arrivals if now - time_s <= 1.0)
            return Health(stream, self._received, self._lost, self._missed, float(recent))

    def grab(self) -> Frame:
        """The oldest of the few frames that wait; what nobody came for is dropped, and the numbers show it."""
        with self._news:
            free = self._settings.trigger is Trigger.FREE
            arrived = self._news.wait_for(lambda: self._fault is not None or bool(self._frames), self._silence_s)
            self._raise_fault()
            if not arrived:
                raise self._silent() if free else FrameLost(self._name, "It waits for its trigger.")
            return self._frames.popleft()

    def close(self) -> None:
        """Ask the reader to let go, and wait a little for it; a driver that hangs is left to its thread."""
        self._ending.set()
        if self._reader is not threading.current_thread():
            self._reader.join(CLOSE_S)
        self._fail(DeviceAbsent(self._name, "The camera was closed."))

    # --- waiting -----------------------------------------------------------------------------------------------------------------------

    def _await(self, arrived: Callable[[], bool], limit_s: float) -> None:
        with self._news:
            found = self._news.wait_for(lambda: self._fault is not None or arrived(), limit_s)
            self._raise_fault()
            if not found:
                raise self._silent()

    def _carried_out(self, order: _Order) -> CameraSettings | None:
        with self._news:
            self._raise_fault()
            self._orders.append(order)
        if not order.done.wait(CONFIGURE_S):
            self._raise_fault()
            raise DeviceAbsent(self._name, "It does not answer when it is set up.")
        if order.fault is not None:
            raise order.fault
        return order.result

    def _is_silent(self) -> bool:
        waits = self._settings.trigger is not Trigger.FREE
        return not waits and self._clock() - self._sound_at > self._silence_s

    def _raise_fault(self) -> None:
        if self._fault is not None:
            raise type(self._fault)(self._fault.device, self._fault.problem)

    def _silent(self) -> DeviceAbsent:
        return DeviceAbsent(self._name, f"{self._spoilt or 'No picture arrives.'} Unplug it and plug it in again; it resumes by itself.")

    # --- the reader's thread -----------------------------------------------------------------------------------------------------------

    def _read_all(self) -> None:
        try:
            source = self._open_source()
            try:
                self._identity = source.identity
                self._settings = source.apply(self._settings)
                self._read_from(source)
            finally:
                source.release()
        except DeviceError as fault:
            self._fail(fault)
        except Exception:  # noqa: BLE001 - whatever a driver throws: the reader must not die in silence
            self._fail(DeviceAbsent(self._name, "The camera's driver failed."))

    def _read_from(self, source: Source) -> None:
        vigil = Vigil(self._name, live=self._live)
        self._sound_at = self._clock()
        while not self._ending.is_set():
            if self._orders and self._obey(source):
                vigil = Vigil(self._name, live=self._live)
            try:
                picture = source.read(READ_S)
                if picture is not None:
                    vigil.check(picture.pixels, picture.number)
                    self._show(self._frame(picture))
            except FrameLost as lost:
                self._lost, self._spoilt = self._lost + 1, lost.problem
            if self._is_silent():
                raise self._silent()

    def _obey(self, source: Source) -> bool:
        """Carry out what waits; always true: pictures may have another size from here on, because that was ordered."""
        while self._orders:
            order = self._orders.popleft()
            try:
                order.result = order.work(source)
            except DeviceError as fault:
                order.fault = fault
            except Exception:  # noqa: BLE001 - whatever a driver throws belongs to whoever ordered
                order.fault = DeviceRefused(self._name, "Its driver did not take one of the settings.")
            order.done.set()
        self._sound_at = self._clock()
        return True

    def _apply(self, source: Source, wanted: CameraSettings) -> CameraSettings:
        before = self._settings
        try:
            found = source.apply(wanted)
        except Exception:
            source.apply(before)
            raise
        with self._news:
            self._settings = found
            self._frames.clear()  # taken as it was before
        return found

    def _fire(self, source: Source) -> CameraSettings:
        source.fire()
        return self._settings

    def _frame(self, picture: Picture) -> Frame:
        flip, rotation = picture.turned or (self._settings.flip, self._settings.rotation)
        turn = picture.turned is None
        pixels = oriented(picture.pixels, flip, rotation) if turn else picture.pixels
        colour = picture.colour
        if colour is not None and turn:
            colour = oriented(colour, flip, rotation)
        if colour is not None:
            colour.flags.writeable = False
        number = self._received + 1 if picture.number is None else picture.number
        return Frame(
            number, picture.device_time_s, self._clock(), sealed(pixels), picture.bit_depth, picture.exposure_ms, picture.gain_db,
            picture.excitation_on, saturated_share(pixels, picture.bit_depth), flip, rotation, colour,
        )  # fmt: skip

    def _show(self, frame: Frame) -> None:
        with self._news:
            self._missed += len(self._frames) == self._frames.maxlen
            self._frames.append(frame)
            self._received += 1
            self._spoilt = ""
            self._sound_at = frame.host_time_s
            self._arrivals.append(frame.host_time_s)
            self._news.notify_all()

    def _fail(self, fault: DeviceError) -> None:
        with self._news:
            self._fault = self._fault or fault
            self._news.notify_all()
