"""A scene in time: tissue that breathes under the camera, ICG that comes, goes and bleaches, glints that flicker, and a surgeon who cuts.

Seeded like the scene itself; expected photo-electrons, without noise.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TypeVar, cast

import cv2
import numpy as np
import numpy.typing as npt

from devices.simulated.scene import Image, Scene, ambient, draw_glints, emission, lens

Picture = TypeVar("Picture", npt.NDArray[np.float32], npt.NDArray[np.uint8])


@dataclass(frozen=True, slots=True)
class Change:
    """What happens while the camera looks. Times in s; `left` are the numbers of the deposits that the resection leaves, None before it."""

    breathing_mm: float = 0.5
    breath_s: float = 4.0
    tremor_mm: float = 0.1
    flicker: float = 0.5  # share of glints that are dark in any one frame
    bleaching_per_s: float = 0.0
    washout_per_s: float = 0.0
    left: tuple[int, ...] | None = None


class Course:
    """A `scene` under `change`: `lit_at(t)` is what the sensor sees then."""

    def __init__(self, scene: Scene, change: Change | None = None) -> None:
        self.scene, self.change = resected(scene, change.left) if change and change.left is not None else scene, change or Change()
        random = np.random.default_rng(self.scene.seed)
        bare = replace(self.scene, deposits=(), spots=(), stains=())
        self._tissue = emission(bare, np.random.default_rng(self.scene.seed))
        self._glow = emission(self.scene, random) - self._tissue
        self._glints = [draw_glints(replace(self.scene, glints=1), random) for _ in range(self.scene.glints)]
        self._lens, self.room = lens(self.scene), ambient(self.scene)

    def lit_at(self, time_s: float) -> Image:
        """Expected photo-electrons with the excitation on."""
        random = np.random.default_rng([self.scene.seed, round(time_s * 1e3), 7])
        tissue = self._tissue + np.float32(self.fading(time_s)) * self._glow
        rows, columns = self.shift_mm(time_s)
        shifted = moved(tissue, rows / self.scene.mm_per_pixel, columns / self.scene.mm_per_pixel)
        image = shifted * self._lens + self.room
        for glint in self._glints:
            if random.random() >= self.change.flicker:
                image = image + glint * np.float32(random.uniform(0.3, 1.0))
        return np.asarray(image, dtype=np.float32)

    def fading(self, time_s: float) -> float:
        """What is left of the ICG's light: bleached by the lamp, washed out by the blood; both exponential."""
        return math.exp(-(self.change.bleaching_per_s + self.change.washout_per_s) * time_s)

    def shift_mm(self, time_s: float) -> tuple[float, float]:
        """How far the tissue lies from where it was, (down, right): the breath, and a hand's tremor of three pitches."""
        breath = self.change.breathing_mm * math.sin(2 * math.pi * time_s / self.change.breath_s)
        tremor = self.change.tremor_mm * math.sin(2 * math.pi * 8.3 * time_s)
        return breath + tremor, 0.4 * breath + self.change.tremor_mm * math.sin(2 * math.pi * 6.1 * time_s + 1)


def resected(scene: Scene, left: tuple[int, ...]) -> Scene:
    """The scene once the surgeon has cut: only the deposits numbered in `left` are still there, their tops laid bare by a millimetre."""
    kept = tuple(scene.deposits[number] for number in left)
    return replace(
        scene, deposits=tuple(replace(deposit, depth_mm=max(0.0, deposit.depth_mm - 1)) for deposit in kept), seed=scene.seed + 1
    )


def moved(image: Picture, rows: float, columns: float) -> Picture:
    """The picture shifted by so many pixels, its edges mirrored."""
    matrix = np.array([[1, 0, columns], [0, 1, rows]], np.float64)
    size = (image.shape[1], image.shape[0])
    return cast(Picture, cv2.warpAffine(image, matrix, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT_101))
