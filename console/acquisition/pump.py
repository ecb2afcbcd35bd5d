"""One connection's thread: sets the camera up, makes sure that it is what was wanted, then hands over frame after frame until something is wrong."""

from __future__ import annotations

import threading
from collections.abc import Callable

from devices.camera import Camera, CameraSettings, Frame, Trigger, disagreement
from devices.device import Identity
from devices.errors import DeviceAbsent, DeviceError, DeviceRefused, FrameLost

HANGS_S = 3.0  # grabbing ends within a second by contract, setting up within two: what has not ended by now never will
MOST_LOST = 30  # spoilt frames in a row: the camera is not what it should be


class Pump:
    """Frames of `camera` to `deliver`, from `start` to `stop`; `fault` says why it ended. The thread is a daemon: a driver may hang for good."""

    def __init__(
        self, camera: Camera, generation: int, wanted: CameraSettings | None, deliver: Callable[[Pump, Frame], None], clock: Callable[[], float],
    ) -> None:  # fmt: skip
        self.camera, self.generation = camera, generation
        self.wanted = wanted
        self.identity: Identity | None = None
        self.fault: DeviceError | None = None
        self.lost = 0
        self._deliver, self._clock = deliver, clock
        self._lost_in_a_row = 0
        self._asked_at = clock()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"camera-pump-{generation}", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Deliver nothing any more; the thread ends when the driver lets it."""
        self._over.set()

    def join(self, limit_s: float) -> bool:
        """Whether the thread ended within `limit_s`."""
        self._thread.join(limit_s)
        return not self._thread.is_alive()

    def hangs(self) -> bool:
        """Whether the driver keeps a call for longer than any sound one."""
        return self.fault is None and self._clock() - self._asked_at > HANGS_S

    def configure(self, wanted: CameraSettings) -> CameraSettings:
        """Set the camera up and read it back; `DeviceRefused` when it is not what was wanted, and then it is set as before."""
        found = self.camera.configure(wanted)
        word = disagreement(wanted, found)
        if word:
            if self.wanted is not None:
                self.camera.configure(self.wanted)
            raise DeviceRefused(self.camera.identify().name, f"Its {word} is not as it was set.")
        self.wanted = found
        return found

    def _run(self) -> None:
        try:
            self.identity = self.camera.identify()
            if self.wanted is None:
                self.wanted = self.camera.configure(CameraSettings())  # as it is
            else:
                self.configure(self.wanted)
            while not self._over.is_set():
                self._asked_at = self._clock()
                self._next()
        except DeviceError as fault:
            self.fault = fault
        except Exception:  # noqa: BLE001 - a driver may throw anything, and its words may say anything
            self.fault = DeviceAbsent(self.identity.name if self.identity else "Camera", "Its driver failed. It is tried again by itself.")

    def _next(self) -> None:
        try:
            frame = self.camera.grab()
        except FrameLost as spoilt:
            self._count(spoilt)
            return
        wanted = self.wanted
        if wanted is not None and (frame.flip, frame.rotation) != (wanted.flip, wanted.rotation):
            self._count(DeviceRefused(self.camera.identify().name, "Its picture is mirrored otherwise than it was set."))
            return
        self._lost_in_a_row = 0
        if not self._over.is_set():
            self._deliver(self, frame)

    def _count(self, spoilt: DeviceError) -> None:
        """One spoilt frame is a spoilt frame; many in a row are a broken camera. One that waits for its trigger is neither."""
        if self.wanted is not None and self.wanted.trigger is not Trigger.FREE:
            return
        self.lost += 1
        self._lost_in_a_row += 1
        if self._lost_in_a_row > MOST_LOST:
            raise spoilt
