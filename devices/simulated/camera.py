"""A simulated near-infrared camera: the light of a scene through a sensor that counts photons, reads with noise and rounds to whole numbers."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from devices.camera import (
    CameraSettings,
    Colour,
    Excitation,
    Flip,
    Frame,
    Health,
    Pixels,
    Rotation,
    StreamState,
    Trigger,
    saturated_share,
    sealed,
)  # fmt: skip
from devices.cameras.turning import oriented
from devices.device import DeviceKind, Identity
from devices.errors import DeviceAbsent, DeviceRefused, FrameLost
from devices.simulated.course import Change
from devices.simulated.scene import Image, Scene
from devices.simulated.view import Sight, View

LIMITS = {"exposure_ms": (0.02, 1000.0, "exposure"), "gain_db": (0.0, 24.0, "gain"), "frames_per_s": (0.1, 240.0, "frame rate")}
TRIGGER_S = 0.9


@dataclass(frozen=True, slots=True)
class Sensor:
    """A sensor at 0 dB: electrons per digital number, read noise in electrons, black level in digital numbers."""

    bit_depth: int = 12
    gain_e_per_dn: float = 2.5
    read_noise_e: float = 4.0
    black_dn: float = 64.0
    exposure_ms: float = 20.0
    frames_per_s: float = 20.0

    def __post_init__(self) -> None:
        """Refuse what no such sensor is."""
        if not 8 <= self.bit_depth <= 12 or min(self.gain_e_per_dn, self.exposure_ms, self.frames_per_s) <= 0:
            raise ValueError("a sensor has 8 to 12 bits, and its gain, exposure and rate are above zero")

    def expose(self, electrons: Image, random: np.random.Generator) -> Pixels:
        """One noisy exposure of the expected `electrons`: shot noise as a normal deviate, exact in mean and variance and good above 20 electrons."""
        deviation = np.sqrt(electrons + np.float32(self.read_noise_e**2))
        noisy = electrons + deviation * random.standard_normal(electrons.shape, dtype=np.float32)
        numbers: Image = np.clip(np.rint(noisy / self.gain_e_per_dn + self.black_dn), 0, 2**self.bit_depth - 1)
        return numbers.astype(np.uint8) if self.bit_depth == 8 else numbers.astype(np.uint16)


class SimulatedCamera:
    """A camera over `scene` that gives frames at the sensor's rate; the same seed and calls give the same pixels.

    With `colour` each frame has its white-light twin; with a `change` the scene moves, bleaches, or was resected.
    """

    kind = DeviceKind.CAMERA

    def __init__(
        self, address: str = "sim:camera", scene: Scene | None = None, sensor: Sensor | None = None, *, seed: int = 1,
        change: Change | None = None, colour: bool = True, clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:  # fmt: skip
        self.address = address
        self._native = self._sensor = sensor or Sensor()
        self._view: Sight = View(scene or Scene(), change)
        self._colour = colour
        self._settings = CameraSettings(self._sensor.exposure_ms, 0.0, self._sensor.frames_per_s, self._sensor.bit_depth)
        self._random = np.random.default_rng(seed)
        self._clock, self._sleep = clock, sleep
        self._due, self._began = clock(), clock()
        self._turn = threading.Lock()
        self._triggered = threading.Event()
        self._number = self._taken = self._missed = 0
        self._present = True

    def identify(self) -> Identity:
        """It says what it is."""
        return Identity("Rimlight", "Simulated NIR camera", "", "1", simulated=True)

    def check(self) -> None:
        """There unless closed or unplugged."""
        if not self._present:
            raise DeviceAbsent(self.identify().name, "The camera is unplugged. Plug it in again; it resumes by itself.")

    def look_at(self, sight: Scene | Sight, change: Change | None = None) -> None:
        """Something else from the next frame on: the surgeon has cut, the specimen lies under the lens, or its cap is on."""
        view = View(sight, change) if isinstance(sight, Scene) else sight
        with self._turn:
            self._view, self._began = view, self._clock()

    def configure(self, wanted: CameraSettings) -> CameraSettings:
        """Within what such a sensor does: longer exposure gives more electrons, gain fewer electrons per number."""
        self.check()
        has = self._settings
        for name, (least, most, word) in LIMITS.items():
            asked = getattr(wanted, name)
            if asked is not None and not least <= asked <= most:
                raise self._refused(word)
        if wanted.bit_depth is not None and not 8 <= wanted.bit_depth <= 12:
            raise self._refused("bit depth")
        if wanted.trigger is Trigger.HARDWARE:
            raise self._refused("trigger")
        given = {name: getattr(wanted, name) for name in (*LIMITS, "bit_depth") if getattr(wanted, name) is not None}
        found = replace(wanted, **{**{name: getattr(has, name) for name in (*LIMITS, "bit_depth")}, **given})
        with self._turn:
            self._settings, self._sensor = found, self._set_to(found)
        return found

    def excite(self, *, on: bool) -> None:
        """Switch the exciting light, from the next frame on."""
        self.configure(replace(self._settings, excitation=Excitation.ON if on else Excitation.OFF))

    def trigger(self) -> None:
        """Expose once."""
        if self._settings.trigger is not Trigger.SOFTWARE:
            raise DeviceRefused(self.identify().name, "It is not set to wait for a trigger from here.")
        self._triggered.set()

    def health(self) -> Health:
        """It loses nothing; what nobody came for is missed."""
        state = StreamState.STREAMING if self._present else StreamState.STOPPED
        return Health(state, self._taken, 0, self._missed, self._settings.frames_per_s)

    def grab(self) -> Frame:
        """The next frame, at the sensor's rate; frames that nobody came for are dropped, and their numbers show it."""
        with self._turn:
            self.check()
            self._await_turn()
            self.check()
            return self._exposed()

    def close(self) -> None:
        """Pull its plug: whoever waits for a frame hears of it."""
        self._present = False
        self._triggered.set()

    def _exposed(self) -> Frame:
        wanted, time_s = self._settings, max(0.0, self._clock() - self._began)
        on = wanted.excitation is Excitation.ON or (wanted.excitation is Excitation.PULSED and self._taken % wanted.ambient_every != 0)
        self._taken += 1
        light = self._view.lit_at(time_s) if on else self._view.dark()
        share = (wanted.exposure_ms or 0.0) / self._native.exposure_ms
        taken = self._sensor.expose(light if share == 1 else np.asarray(light * np.float32(share), np.float32), self._random)
        pixels = sealed(np.ascontiguousarray(oriented(taken, wanted.flip, wanted.rotation)))
        return Frame(
            self._number, self._number / self._sensor.frames_per_s, self._clock(), pixels, self._sensor.bit_depth, wanted.exposure_ms,
            wanted.gain_db, on, saturated_share(pixels, self._sensor.bit_depth), wanted.flip, wanted.rotation,
            self._white(time_s, wanted.flip, wanted.rotation),
        )  # fmt: skip

    def _white(self, time_s: float, flip: Flip, rotation: Rotation) -> Colour | None:
        if not self._colour:
            return None
        seen: Colour = oriented(self._view.white_at(time_s), flip, rotation)
        seen.flags.writeable = False
        return seen

    def _set_to(self, wanted: CameraSettings) -> Sensor:
        """The same electrons fill fewer numbers with fewer bits and more with gain."""
        bits, native = wanted.bit_depth or self._native.bit_depth, self._native
        coarser = 2.0 ** (native.bit_depth - bits)
        return replace(
            native, bit_depth=bits, gain_e_per_dn=native.gain_e_per_dn * coarser * 10 ** (-(wanted.gain_db or 0.0) / 20),
            black_dn=native.black_dn / coarser, exposure_ms=wanted.exposure_ms or native.exposure_ms,
            frames_per_s=wanted.frames_per_s or native.frames_per_s,
        )  # fmt: skip

    def _await_turn(self) -> None:
        """Until the next tick of the sensor's clock, or the trigger."""
        if self._settings.trigger is Trigger.SOFTWARE:
            if not self._triggered.wait(TRIGGER_S):
                raise FrameLost(self.identify().name, "It waits for its trigger.")
            self._triggered.clear()
            self._number += 1
            return
        step = 1 / self._sensor.frames_per_s
        late = max(0, int((self._clock() - self._due) / step))
        self._missed += late
        self._number += 1 + late
        self._due += (1 + late) * step
        self._sleep(max(0.0, self._due - self._clock()))

    def _refused(self, word: str) -> DeviceRefused:
        return DeviceRefused(self.identify().name, f"It cannot be set to this {word}.")
