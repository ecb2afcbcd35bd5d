"""What a technician would take with the simulated camera: the lens covered, a white card, and the scale; so that the simulation is calibrated too."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from devices.camera import Pixels
from devices.simulated.camera import Sensor
from devices.simulated.scene import Scene, lens

EXPOSURES = 16


@dataclass(frozen=True, slots=True, eq=False)
class Taken:
    """Dark and flat, the means of sixteen exposures each, in the camera's own numbers; what the sensor is built with."""

    dark: Pixels
    flat: Pixels
    mm_per_pixel: float
    bit_depth: int
    gain_e_per_dn: float
    read_noise_e: float
    exposure_ms: float


def calibrated(scene: Scene | None = None, sensor: Sensor | None = None, seed: int = 1) -> Taken:
    """For a camera over this scene; by default the one behind `sim:camera`."""
    scene, sensor = scene or Scene(), sensor or Sensor()
    random = np.random.default_rng([seed, 2])
    white = lens(scene) * np.float32(0.5 * 2**sensor.bit_depth * sensor.gain_e_per_dn)
    dark, flat = (
        np.rint(np.mean(exposures(np.asarray(light, dtype=np.float32), sensor, random, EXPOSURES), axis=0)).astype(np.uint16)
        for light in (np.zeros_like(white), white)
    )
    return Taken(dark, flat, scene.mm_per_pixel, sensor.bit_depth, sensor.gain_e_per_dn, sensor.read_noise_e, sensor.exposure_ms)


def exposures(
    electrons: np.ndarray[tuple[int, int], np.dtype[np.float32]], sensor: Sensor, random: np.random.Generator, count: int
) -> list[Pixels]:
    """So many noisy pictures of the same light."""
    return [sensor.expose(electrons, random) for _ in range(count)]
