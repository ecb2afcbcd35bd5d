"""What the simulated camera's lens sees: a scene at rest or in motion, lit or not, and the same place in white light."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

import cv2
import numpy as np

from devices.camera import Colour
from devices.simulated.course import Change, Course, moved
from devices.simulated.scene import Image, Scene, ambient, emission, lens, lit

FAT_BGR, FLESH_BGR = (96, 178, 224), (70, 74, 168)


class Sight(Protocol):
    """Whatever a lens may look at; times are seconds since it came under the lens, levels photo-electrons."""

    def lit_at(self, time_s: float, /) -> Image:
        """With the excitation on."""

    def dark(self) -> Image:
        """With the excitation off."""

    def white_at(self, time_s: float, /) -> Colour:
        """In white light, (rows, columns, BGR)."""


class View:
    """A `scene`; with a `change` it breathes, bleaches and is cut while the camera looks."""

    def __init__(self, scene: Scene, change: Change | None = None) -> None:
        self.scene = scene
        self._course = None if change is None else Course(scene, change)
        self._lit, self._dark = lit(scene), ambient(scene)
        self._white = white_light(scene)

    def lit_at(self, time_s: float) -> Image:
        """Expected photo-electrons with the excitation on."""
        return self._lit if self._course is None else self._course.lit_at(time_s)

    def dark(self) -> Image:
        """With the excitation off: the room's light, which falls on all alike."""
        return self._dark

    def white_at(self, time_s: float) -> Colour:
        """What an eye would see, (rows, columns, BGR)."""
        if self._course is None:
            return self._white
        down, right = (shift / self.scene.mm_per_pixel for shift in self._course.shift_mm(time_s))
        return moved(self._white, down, right)


def white_light(scene: Scene) -> Colour:
    """The tissue's own texture between the yellow of fat and the red of flesh: ICG does not show in white light."""
    step = 4 if min(scene.rows, scene.columns) >= 256 else 1  # an eye sees lobules, not pixels, and the big blurs cost seconds
    coarse = replace(scene, rows=scene.rows // step, columns=scene.columns // step, mm_per_pixel=scene.mm_per_pixel * step)
    bare = replace(coarse, deposits=(), spots=(), stains=(), lobules=0)
    light = emission(bare, np.random.default_rng(scene.seed)) / scene.background_e
    light = np.asarray(cv2.resize(light, (scene.columns, scene.rows), interpolation=cv2.INTER_CUBIC))
    share = cv2.GaussianBlur(np.clip((light - 0.6) / 0.8, 0, 1), (0, 0), max(0.6, 0.4 / scene.mm_per_pixel))[..., None]
    colour = np.asarray(FAT_BGR) * share + np.asarray(FLESH_BGR) * (1 - share)
    shaded = colour * (0.75 + 0.35 * share) * lens(scene)[..., None]
    picture: Colour = np.clip(shaded, 0, 255).astype(np.uint8)
    return picture
