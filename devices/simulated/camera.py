"""A simulated near-infrared camera: the light of a scene through a sensor that counts photons, reads with noise and rounds to whole numbers."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from devices.camera import Flip, Frame, Pixels, saturated_share, sealed
from devices.device import DeviceKind, Identity
from devices.errors import DeviceAbsent
from devices.simulated.scene import Image, Scene, ambient, lit


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
    """A camera over `scene` that gives frames at the sensor's rate; the same seed and calls give the same pixels."""

    kind = DeviceKind.CAMERA

    def __init__(
        self, address: str = "sim:camera", scene: Scene | None = None, sensor: Sensor | None = None, *, seed: int = 1,
        clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], None] = time.sleep,
    ) -> None:  # fmt: skip
        self.address = address
        scene = scene or Scene()
        self._sensor = sensor or Sensor()
        self._lit, self._ambient = lit(scene), ambient(scene)
        self._random = np.random.default_rng(seed)
        self._clock, self._sleep, self._began = clock, sleep, clock()
        self._turn = threading.Lock()
        self._number = 0
        self._excitation_on = True
        self._present = True

    def identify(self) -> Identity:
        """It says what it is."""
        return Identity("Rimlight", "Simulated NIR camera", "", "1", simulated=True)

    def check(self) -> None:
        """There unless closed or unplugged."""
        if not self._present:
            raise DeviceAbsent(self.identify().name, "The camera is unplugged. Plug it in again; it resumes by itself.")

    def excite(self, *, on: bool) -> None:
        """Switch the exciting light, from the next frame on."""
        self._excitation_on = on

    def grab(self) -> Frame:
        """The next frame, at the sensor's rate; frames that nobody came for are dropped, and their numbers show it."""
        with self._turn:
            self.check()
            self._await_turn()
            self.check()
            pixels = sealed(self._sensor.expose(self._lit if self._excitation_on else self._ambient, self._random))
            share = saturated_share(pixels, self._sensor.bit_depth)
            return Frame(
                self._number, self._number / self._sensor.frames_per_s, self._clock(), pixels, self._sensor.bit_depth, self._sensor.exposure_ms,
                gain_db=0.0, excitation_on=self._excitation_on, saturated_share=share, flip=Flip.NONE,
            )  # fmt: skip

    def close(self) -> None:
        """Pull its plug: whoever waits for a frame hears of it."""
        self._present = False

    def _await_turn(self) -> None:
        """Until the next tick of the sensor's clock."""
        ticks = int((self._clock() - self._began) * self._sensor.frames_per_s)
        self._number = max(self._number + 1, ticks)
        due = self._began + self._number / self._sensor.frames_per_s
        self._sleep(max(0.0, due - self._clock()))
