"""The console's one live fluorescence picture: takes the newest shot, has it seen, and keeps the result until somebody looks.

It outlives screens. Nothing here ever waits for a screen, a check or a recorder: what comes too fast is skipped and counted.
"""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import numpy as np

from algorithms.fluorescence.model import Calibration, CameraState
from algorithms.fluorescence.overlay import Picture
from algorithms.fluorescence.places import Curve
from console import log
from console.acquisition.camera_feed import CameraFeed, FeedStatus
from console.acquisition.checking import Check, Judged, Target
from console.acquisition.eye import Eye, View, Wish
from console.acquisition.mailbox import Shot
from console.acquisition.pairing import ambient_every
from console.acquisition.recordings import Recordings
from console.cases.fluorescence_log import Cavity
from console.faults import ImportRefused
from console.frames.calibration import CalibrationFile
from console.frames.kept import Calibrations, Kept, in_memory
from devices.camera import Camera, CameraSettings, Excitation
from devices.device import Identity
from devices.errors import DeviceError
from devices.simulated.bench import calibrated

WAIT_S = 0.1
STOP_S = 5.0
CHECK_S = 30.0
LEAST_SHOWN_PER_S = 25.0  # lit frames: strict pairs only where they leave so many
BUFFERS = 3  # one that is painted, one that is ready, one that is filled


class Imaging:
    """Sees what `feed` brings. `on_view` hears of every new view and `on_change` of checks and calibrations, both from other threads."""

    def __init__(
        self, feed: CameraFeed, home: Path, address: Callable[[], str], on_view: Callable[[], None], on_change: Callable[[], None],
        *, clock: Callable[[], float] = time.monotonic,
    ) -> None:  # fmt: skip
        self._live, self._address, self._on_view, self._on_change, self._clock = feed, address, on_view, on_change, clock
        self._replay: CameraFeed | None = None
        self._played: Camera | None = None
        self.calibrations = Calibrations(home)
        self.recordings: Recordings | None = None  # where this console keeps some
        self.recorded_case = ""  # whose case the running recording belongs to, whatever case is open when it ends
        self.wish = Wish()
        self.curve = Curve()
        self.check: Check | None = None
        self.case_id = ""  # whose check, outline and reference these are
        self.reference: Judged | None = None  # the lesion as it was found, to compare with
        self.reference_id = ""  # the reading in which it was signed
        self.fit: tuple[int, int] | None = None  # (rows, columns) in which the picture is wanted; None: as the camera gives it
        self.outline: Cavity | None = None  # laid on the picture by a finger; what is checked lies inside
        self.size: tuple[int, int] | None = None  # (rows, columns) of the camera's frames
        self.on_seen: Callable[[View], None] = lambda _view: None  # every view, on this object's thread: whoever hears must not wait
        self.skipped = 0  # views that were ready and never looked at
        self.unreadable = ""
        self._lock = threading.Lock()
        self._buffers: list[Picture] = []
        self._ready: View | None = None
        self._held: View | None = None
        self._fresh = self._told = False
        self._watched = 0.0
        self._kept: tuple[str, Kept | None] = ("", None)
        self._eye = Eye()
        self._asked = -1  # the connection of the camera that was asked for pulsed light
        self._asking: threading.Thread | None = None
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="imaging")

    def start(self) -> None:
        """Begin to see."""
        self._thread.start()

    def stop(self) -> bool:
        """End; whether the thread ended in time."""
        self._ending.set()
        if self._thread.ident is not None:
            self._thread.join(STOP_S)
        self._eye.close()
        if self.check is not None:
            self.check.join(CHECK_S)
        if self._asking is not None:
            self._asking.join(STOP_S)
        self.play(None)
        return not self._thread.is_alive()

    @property
    def feed(self) -> CameraFeed:
        """The stream that is seen: the camera's, or that of a recording."""
        return self._replay or self._live

    @property
    def replays(self) -> bool:
        """Whether a recording is shown: nothing of it may be signed."""
        return self._replay is not None

    def play(self, recording: Camera | None) -> None:
        """Show a recording in the camera's place; None: back to the camera."""
        before, self._replay = self._replay, None
        if before is not None:
            before.stop()
        if self._played is not None:
            self._played.close()
        self._played = recording
        if recording is not None:
            feed = CameraFeed(lambda: recording, lambda: None, self._on_change)
            feed.start()
            self._replay = feed
        self.check = None
        self._on_change()

    def begin_case(self, case_id: str) -> None:
        """Another patient: no check, outline, reference, tapped place or replay of the one before remains."""
        if case_id == self.case_id:
            return
        self.case_id = case_id
        self.check = self.outline = self.reference = None
        self.reference_id = ""
        self.wish_for(replace(self.wish, reference=None, tapped=None))
        if self.replays:
            self.play(None)

    # --- for the screen ----------------------------------------------------------------------------------------------------------------

    def look(self) -> View | None:
        """The newest view; its picture is the caller's until the next look. None before the first."""
        with self._lock:
            self._watched = self._clock()
            if self._ready is not None:
                self._held, self._ready = self._ready, None
            self._fresh = self._told = False
            return self._held

    def status(self) -> FeedStatus:
        """How the camera's stream stands now."""
        return self.feed.status()

    def is_live(self, view: View) -> bool:
        """Whether this may be shown as live now."""
        return self.feed.is_live(view.shot)

    def age_s(self, view: View) -> float:
        """How long ago its frame arrived."""
        return self._clock() - view.shot.lit.host_time_s

    def begin_check(self, target: Target, outline: Cavity | None = None) -> None:
        """Gather ten frames from now on and judge what lies inside the outline; a check that is under way is given up."""
        identity = self.status().identity
        self.check = Check(target, identity.name if identity else "", outline, self._on_change, self._clock)

    def wish_for(self, wish: Wish) -> None:
        """Another mode, another place."""
        if wish.tapped != self.wish.tapped:
            self.curve = Curve()
        self.wish = wish

    # --- calibration -------------------------------------------------------------------------------------------------------------------

    def kept(self) -> Kept | None:
        """The calibration of the camera at hand; that of a simulated one comes with it."""
        identity = self.feed.status().identity
        if identity is None:
            return None
        device = self.device_key(identity)
        if self._kept[0] != device:
            self._kept = (device, self._found(device, identity))
        return self._kept[1]

    def keep(self, calibration: Calibration, state: CameraState, at: datetime) -> Kept:
        """Keep a calibration for the camera at hand, from now on."""
        identity = self.feed.status().identity
        if identity is None:
            raise ImportRefused("No camera is connected, so nothing was kept.")
        device = self.device_key(identity)
        made = self.calibrations.keep(device, calibration, state, at, simulated=identity.simulated)
        self._kept = (device, made)
        self._on_change()
        return made

    def device_key(self, identity: Identity) -> str:
        """What a calibration belongs to: this camera at this address."""
        return f"{self._address()}\n{identity.name}\n{identity.serial}"

    def _found(self, device: str, identity: Identity) -> Kept | None:
        self.unreadable = ""
        try:
            kept = self.calibrations.read(device)
        except ImportRefused:
            self.unreadable = "The kept calibration of this camera is damaged. Calibrate it again."
            return None
        return kept if kept is not None or not self._address().startswith("sim:") else _simulated(identity)

    # --- the thread --------------------------------------------------------------------------------------------------------------------

    def _run(self) -> None:
        stumbled = False
        while not self._ending.is_set():
            try:
                self._next()
                stumbled = False
            except Exception as error:  # noqa: BLE001 - one picture that cannot be seen must not be the last one
                if not stumbled:  # once, not sixty times a second; meanwhile what is shown goes stale and says so
                    log.note(log.Event.FAILED, logging.ERROR, error=error, device="camera")
                stumbled = True

    def _next(self) -> None:
        shot, check = self.feed.newest.take(WAIT_S), self.check
        if check is not None:
            check.look()
        if shot is not None:
            self._ask_for_pulses(shot)
            self._see(shot)

    def _ask_for_pulses(self, shot: Shot) -> None:
        """Once a connection: a camera that can switch its lamp gives frames of the room's light in between. One that cannot stays as it is."""
        if shot.generation == self._asked or self.replays:
            return
        self._asked, settings = shot.generation, self.feed.status().settings
        if settings is None or settings.excitation is not Excitation.ON:
            return
        wanted = replace(
            settings, excitation=Excitation.PULSED, ambient_every=ambient_every(settings.frames_per_s or 0.0, LEAST_SHOWN_PER_S)
        )
        self._asking = threading.Thread(target=self._configure, args=(self._live, wanted), name="camera-pulses")
        self._asking.start()

    @staticmethod
    def _configure(feed: CameraFeed, wanted: CameraSettings) -> None:
        with contextlib.suppress(DeviceError):
            feed.configure(wanted)

    def _see(self, shot: Shot) -> None:
        kept = self.kept()
        view = self._seen(shot, kept)
        with self._lock:
            self.skipped += self._fresh and self._clock() - self._watched < 1.0  # nobody skips what nobody watches
            self._ready, self._fresh = view, True
            told, self._told = self._told, True
        if view.light is not None:
            self.curve.add(shot.lit.host_time_s, view.light)
        self.on_seen(view)
        if (check := self.check) is not None:
            check.take(shot, kept, view.unfit)
        if not told or self._clock() - self._watched > 1.0:  # one message at a time: a slow screen must not find a queue
            with contextlib.suppress(RuntimeError):  # the window is gone, and this thread is about to be told
                self._on_view()
        self._eye.rest()

    def _seen(self, shot: Shot, kept: Kept | None) -> View:
        """As large as the screen wants it: what is scaled here is painted there one to one, and nothing is scaled twice."""
        rows, columns = shot.lit.pixels.shape[:2]
        if self.size != (rows, columns):
            self.size, self.outline = (rows, columns), None  # an outline belongs to the picture that it was laid on
        return self._eye.see(shot, kept, self.wish, self._free(self.fit or (rows, columns)))

    def _free(self, size: tuple[int, int]) -> Picture:
        """A buffer that is neither ready nor held."""
        shape = (*size, 4)
        with self._lock:
            if not self._buffers or self._buffers[0].shape != shape:
                self._buffers = [np.empty(shape, np.uint8) for _ in range(BUFFERS)]
            used = [view.picture for view in (self._ready, self._held) if view is not None]
            return next(buffer for buffer in self._buffers if all(buffer is not other for other in used))


def _simulated(identity: Identity) -> Kept | None:
    """What a technician would have taken with the simulated camera."""
    if not identity.simulated:
        return None
    taken = calibrated()
    calibration = Calibration(
        taken.mm_per_pixel, taken.bit_depth, dark=taken.dark, flat=taken.flat, read_noise_e=taken.read_noise_e,
        gain_e_per_dn=taken.gain_e_per_dn, device=identity.name,
    )  # fmt: skip
    return in_memory(CalibrationFile(calibration, simulated=True, state=CameraState(taken.exposure_ms, 0.0, None, "none")), None)
