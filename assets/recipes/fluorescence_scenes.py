"""The population of scenes on which the residual check is measured: by the endurance test, and by the script that draws the ROC pictures.

No code is shared with the detector: scenes come from devices/simulated, and only frames and a calibration go in.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from algorithms.fluorescence.model import Calibration, Finding, Raw
from algorithms.fluorescence.residual import check_residual
from devices.simulated.camera import Sensor
from devices.simulated.course import Change, Course
from devices.simulated.scene import Scene, Spot, Stain

ROWS, COLUMNS, MM = 140, 180, 0.5
FRAMES = 10
NEAR_MM = 3.0


class Target(StrEnum):
    """What glows in a scene."""

    NONE = "none"
    SPOT_5 = "5 mm, 0.3 × background"
    SPOT_2_8 = "2.8 mm, 0.3 × background"
    STAIN = "10 × ball of 3 mm radius, centre 4 mm deep"


@dataclass(frozen=True, slots=True, eq=False)
class Exposed:
    """Ten frames of one scene, and where its target lies, (x, y) mm from the first pixel."""

    frames: tuple[Raw, ...]
    calibration: Calibration
    place_mm: tuple[float, float]


def expose(seed: int, target: Target, frames: int = FRAMES) -> Exposed:
    """One scene of the population: tissue, light, glints, vessels, lobules and motion drawn at random."""
    random = np.random.default_rng([seed, 99])
    x, y = random.uniform(-30, 30), random.uniform(-22, 22)
    scene = Scene(
        rows=ROWS, columns=COLUMNS, mm_per_pixel=MM, deposits=(), seed=seed, attenuation_per_mm=0.36,
        texture=float(np.exp(random.uniform(np.log(0.02), np.log(0.12)))), ambient_e=random.uniform(0, 900),
        background_e=float(np.exp(random.uniform(np.log(200), np.log(2500)))), glints=int(random.integers(0, 25)),
        vignetting=random.uniform(0, 0.6), vessels=int(random.integers(0, 6)), lobules=int(random.integers(0, 40)),
        lobule_contrast=random.uniform(0, 0.1),
    )  # fmt: skip
    change = Change(breathing_mm=random.uniform(0, 1.5), tremor_mm=random.uniform(0, 0.2), flicker=random.uniform(0, 0.9))
    course, sensor, noise = Course(_with(scene, target, x, y), change), Sensor(), np.random.default_rng([seed, 5])
    room = sensor.expose(course.room, noise)
    taken = tuple(sensor.expose(course.lit_at(number / 20), noise) for number in range(frames))
    dark = np.full(room.shape, round(sensor.black_dn), np.uint16)
    calibration = Calibration(MM, 12, dark=dark, ambient=room, gain_e_per_dn=sensor.gain_e_per_dn, read_noise_e=sensor.read_noise_e)
    return Exposed(taken, calibration, (x + (COLUMNS - 1) * MM / 2, y + (ROWS - 1) * MM / 2))


def judge(exposed: Exposed) -> Finding:
    """The check, as a screen would call it."""
    return check_residual(exposed.frames, exposed.calibration)


def found(exposed: Exposed, finding: Finding) -> bool:
    """Whether a region that counts as signal lies at the target."""
    return any(not region.faint and np.hypot(*np.subtract(region.centroid_mm, exposed.place_mm)) < NEAR_MM for region in finding.regions)


def _with(scene: Scene, target: Target, x: float, y: float) -> Scene:
    match target:
        case Target.SPOT_5:
            return replace(scene, spots=(Spot(x, y, 5.0, 0.3),))
        case Target.SPOT_2_8:
            return replace(scene, spots=(Spot(x, y, 2.8, 0.3),))
        case Target.STAIN:
            return replace(scene, stains=(Stain(x, y, 4.0, 3.0, 10.0),))
    return scene
