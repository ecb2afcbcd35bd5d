"""Owns the camera's stream: frames go where the newest wins, silence is noticed by a clock of its own, and it recovers by itself.

The watch opens and closes the device; the feed alone grabs from it, sets it up after every connection and makes sure that it is what was wanted,
its flip above all. A grab that hangs is left behind with its thread, and a generation number sees to it that nothing of it is ever shown as live.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from console import log
from console.acquisition.bounded import BoundedCall
from console.acquisition.mailbox import LatestFrame, Shot
from console.acquisition.pairing import Pairing
from console.acquisition.pump import Pump
from console.faults import worded
from devices.camera import Camera, CameraSettings, Frame
from devices.device import Device, Identity
from devices.errors import DeviceAbsent, DeviceError

STALE_S = 0.7  # a picture older than this is not live: said before a second has passed
LOOK_EVERY_S = 0.1
CONFIGURE_S = 4.0
RETRY_S = (0.5, 1.0, 2.0, 4.0)
STOP_S = 2.0
Sleep = Callable[[threading.Event, float], object]


class FeedState(StrEnum):
    """How the picture stands."""

    NO_CAMERA = "no camera"
    STARTING = "starting"
    LIVE = "live"
    STALE = "stale"  # connected, and nothing comes
    LOST = "lost"  # gone; it is looked for


NOTED = {
    FeedState.LIVE: (log.Event.CAMERA_LIVE, logging.INFO), FeedState.STALE: (log.Event.CAMERA_STALE, logging.WARNING),
    FeedState.LOST: (log.Event.CAMERA_LOST, logging.WARNING),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FeedStatus:
    """The picture at one moment. `age_s`: since the newest frame arrived; None before the first of this connection.

    `dropped` frames nobody looked at in time; `missed` ones never reached us (gaps in the camera's numbers); `lost` ones came spoilt. All since the
    feed began. `settings` are what the camera said it is set to.
    """

    state: FeedState
    since: datetime
    sentence: str
    generation: int
    age_s: float | None
    frames_per_s: float
    received: int
    dropped: int
    missed: int
    lost: int
    settings: CameraSettings | None
    identity: Identity | None


class CameraFeed:
    """The stream of the camera that `device` knows; `reconnect` has it opened anew. `on_change` is heard from any thread, when the state changes."""

    def __init__(
        self, device: Callable[[], Device | None], reconnect: Callable[[], None], on_change: Callable[[], None] = lambda: None, *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC).astimezone(), clock: Callable[[], float] = time.monotonic,
        sleep: Sleep = threading.Event.wait,
    ) -> None:  # fmt: skip
        self._device, self._reconnect, self.on_change = device, reconnect, on_change
        self._now, self._clock, self._sleep = now, clock, sleep
        self.newest = LatestFrame()
        self._lock = threading.Lock()
        self._generation = 0
        self._pump: Pump | None = None
        self._pairing = Pairing()
        self._taps: list[Callable[[Frame], None]] = []
        self._arrivals: deque[float] = deque(maxlen=512)
        self._last: Frame | None = None
        self._received = self._missed = self._lost = 0
        self._failed: Device | None = None
        self._failures, self._retry_at = 0, 0.0
        self._sentence = ""
        self._kept: dict[tuple[str, Identity], CameraSettings] = {}
        self._shown = (FeedState.NO_CAMERA, "", now())
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._supervise, name="camera-feed")

    # --- what others call --------------------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Begin to look for the camera."""
        self._thread.start()

    def stop(self) -> bool:
        """End within seconds, whatever hangs; whether every thread ended."""
        self._ending.set()
        if self._thread.is_alive():
            self._thread.join(STOP_S)
        pump = self._release()
        return not self._thread.is_alive() and (pump is None or pump.join(STOP_S))

    def status(self) -> FeedStatus:
        """As it is now; the age is measured now, so that no picture is ever younger on screen than it is."""
        with self._lock:
            pump, last = self._pump, self._last
            state, sentence = self._judged()
            since = self._shown[2] if self._shown[0] is state else self._now()
            return FeedStatus(
                state, since, sentence, self._generation, None if last is None else self._clock() - last.host_time_s, self._rate(), self._received,
                self.newest.dropped, self._missed, self._lost + (pump.lost if pump else 0), pump.wanted if pump else None,
                pump.identity if pump else None,
            )  # fmt: skip

    def is_live(self, shot: Shot) -> bool:
        """Whether this may be shown as live now: of this connection, and young."""
        return shot.generation == self._generation and self._clock() - shot.lit.host_time_s <= STALE_S

    def configure(self, wanted: CameraSettings) -> CameraSettings:
        """Set the camera up, and again after every reconnection; what it says it is set to. Waits for the driver, at most `CONFIGURE_S`.

        `DeviceAbsent` without a camera; `DeviceRefused` when it cannot do this, and then it is set as before.
        """
        pump = self._pump
        if pump is None:
            raise DeviceAbsent("Camera", "It is not connected, so it cannot be set up.")
        found = BoundedCall(lambda: pump.configure(wanted), "Camera").result(CONFIGURE_S)
        self._keep(pump)
        log.note(log.Event.CAMERA_SET, device="camera")
        return found

    def trigger(self) -> None:
        """Take one frame now, where the settings leave that to us."""
        pump = self._pump
        if pump is None:
            raise DeviceAbsent("Camera", "It is not connected.")
        BoundedCall(pump.camera.trigger, "Camera").result(CONFIGURE_S)

    def tap(self, hear: Callable[[Frame], None]) -> Callable[[], None]:
        """Every frame from now on, on the camera's thread, ambient ones too: `hear` must not wait. Call what is returned to end it."""
        with self._lock:
            self._taps.append(hear)

        def end() -> None:
            with self._lock:
                if hear in self._taps:
                    self._taps.remove(hear)

        return end

    # --- the pump's thread -------------------------------------------------------------------------------------------------------------

    def _deliver(self, pump: Pump, frame: Frame) -> None:
        with self._lock:
            if pump is not self._pump:
                return  # it was left behind
            if self._last is not None:
                self._missed += max(0, frame.number - self._last.number - 1)
            self._last, self._sentence = frame, ""
            self._received += 1
            self._arrivals.append(frame.host_time_s)
            pair = self._pairing.take(frame)
            if pair is not None:
                simulated = pump.identity is None or pump.identity.simulated
                self.newest.put(Shot(*pair, pump.generation, simulated))
            taps = tuple(self._taps)
        for hear in taps:
            try:
                hear(frame)
            except Exception as error:  # noqa: BLE001 - who listens must not stop the picture; it is told once, and hears no more
                log.note(log.Event.FAILED, logging.ERROR, error=error, device="camera")
                with self._lock:
                    self._taps = [tap for tap in self._taps if tap is not hear]

    # --- the supervisor's thread -------------------------------------------------------------------------------------------------------

    def _supervise(self) -> None:
        stumbled = False
        while not self._ending.is_set():
            try:
                self._look()
                stumbled = False
            except Exception as error:  # noqa: BLE001 - the one who looks after the camera outlives everything
                if not stumbled:  # once, not ten times a second
                    log.note(log.Event.FAILED, logging.ERROR, error=error, device="camera")
                stumbled = True
            self._tell()
            self._sleep(self._ending, LOOK_EVERY_S)

    def _look(self) -> None:
        device, pump = self._device(), self._pump
        if pump is not None and (pump.fault is not None or pump.hangs()):
            self._give_up(pump)
        elif pump is not None and pump.camera is not device:
            self._release()  # the watch was quicker
        elif pump is not None:
            self._keep(pump)
        elif isinstance(device, Camera) and device is not self._failed:
            self._begin(device)
        elif device is not None and device is self._failed and self._clock() >= self._retry_at:
            self._ask_for_another()

    def _begin(self, camera: Camera) -> None:
        with self._lock:
            self._generation += 1
            wanted = self._kept.get((camera.address, camera.identify()))
            self._pump = Pump(camera, self._generation, wanted, self._deliver, self._clock)
            self._pairing, self._last, self._failed = Pairing(), None, None
        self._pump.start()

    def _release(self) -> Pump | None:
        """Nothing of this connection is live from now on."""
        with self._lock:
            pump, self._pump = self._pump, None
            if pump is not None:
                pump.stop()
                self._generation += 1
                self._lost += pump.lost
                self.newest.empty()
                self._arrivals.clear()
        return pump

    def _give_up(self, pump: Pump) -> None:
        fault: DeviceError = pump.fault or DeviceAbsent(
            "Camera", "It does not answer. Unplug it and plug it in again; it resumes by itself."
        )
        self._sentence = worded(fault)
        if pump.identity is not None and self._last is not None:
            self._failures = 0  # it had worked
        self._release()
        self._failed = pump.camera
        self._ask_for_another()

    def _ask_for_another(self) -> None:
        """Once for each failure, and again with growing pauses while the watch still holds what failed."""
        self._retry_at = self._clock() + RETRY_S[min(self._failures, len(RETRY_S) - 1)]
        self._failures += 1
        self._reconnect()

    def _keep(self, pump: Pump) -> None:
        """What the camera was set to is restored when it comes back."""
        if pump.identity is not None and pump.wanted is not None:
            self._kept[pump.camera.address, pump.identity] = pump.wanted

    def _judged(self) -> tuple[FeedState, str]:
        if self._pump is None:
            return (FeedState.LOST, self._sentence) if self._sentence else (FeedState.NO_CAMERA, "")
        if self._last is None:
            return (FeedState.LOST, self._sentence) if self._sentence else (FeedState.STARTING, "")
        if self._clock() - self._last.host_time_s > STALE_S:
            return FeedState.STALE, "The camera is silent. The picture is the last one that came; it goes on by itself."
        return FeedState.LIVE, ""

    def _rate(self) -> float:
        """Frames in the last second, from the times at which they came."""
        until = self._clock()
        return float(sum(1 for time_s in self._arrivals if until - time_s <= 1.0))

    def _tell(self) -> None:
        """Note a change once, and tell whoever shows it."""
        with self._lock:
            state, sentence = self._judged()
            if (state, sentence) == self._shown[:2]:
                return
            before, self._shown = self._shown[0], (state, sentence, self._now())
        if state is not before and state in NOTED:
            event, level = NOTED[state]
            log.note(event, level, device="camera")
        self.on_change()
