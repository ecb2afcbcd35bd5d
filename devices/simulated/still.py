"""What else may lie under the simulated camera: its own cap, a white card, a checkerboard, or a specimen on a dark cloth."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from devices.camera import Colour
from devices.simulated.scene import Image, Scene, ambient, lens, lit, positions_mm
from devices.simulated.view import white_light

CLOTH, CLOTH_BGR = 0.12, (58, 44, 20)  # of what tissue sends back
FINER = 4
RIM_MM, RIM = 1.2, 1.5  # the cut edge of a specimen glows: light leaves it sideways too


class Still:
    """A sight that neither moves nor changes; levels are photo-electrons."""

    def __init__(self, lit: Image, dark: Image, white: Colour) -> None:
        self._lit, self._dark, self._white = lit, dark, white

    def lit_at(self, _time_s: float) -> Image:
        """With the excitation on."""
        return self._lit

    def dark(self) -> Image:
        """With the excitation off."""
        return self._dark

    def white_at(self, _time_s: float) -> Colour:
        """In white light."""
        return self._white


def covered(scene: Scene) -> Still:
    """The lens under its cap."""
    nothing = np.zeros((scene.rows, scene.columns), np.float32)
    return Still(nothing, nothing, np.zeros((scene.rows, scene.columns, 3), np.uint8))


def card(scene: Scene, level_e: float = 5000.0) -> Still:
    """A white card that fills the picture, lit evenly: what is uneven is the lens."""
    return _lit_by_lamp(scene, np.ones((scene.rows, scene.columns), np.float32), level_e)


def checkerboard(scene: Scene, columns: int, rows: int, square_mm: float, level_e: float = 5000.0) -> Still:
    """So many squares on a white card in the middle of the picture, black and white in turn."""
    # Finer, because edges fall between pixels.
    fine = replace(scene, rows=FINER * scene.rows, columns=FINER * scene.columns, mm_per_pixel=scene.mm_per_pixel / FINER)
    x_mm, y_mm = positions_mm(fine)
    column, row = np.floor(x_mm / square_mm + columns / 2), np.floor(y_mm / square_mm + rows / 2)
    on = (column >= 0) & (column < columns) & (row >= 0) & (row < rows)
    black = (on & ((column + row) % 2 == 0)).astype(np.float32)
    share = np.asarray(cv2.resize(black, (scene.columns, scene.rows), interpolation=cv2.INTER_AREA))
    return _lit_by_lamp(scene, np.asarray(0.9 - 0.84 * share, np.float32), level_e)


def specimen_on_cloth(scene: Scene, half_mm: tuple[float, float], place_mm: tuple[float, float] = (0.0, 0.0)) -> Still:
    """`scene`'s tissue cut to an uneven ellipse (half axes and place: x, y) on a dark cloth; its edge glows."""
    x_mm, y_mm = (axis - place for axis, place in zip(positions_mm(scene), place_mm, strict=True))
    wave = 1 + 0.05 * np.sin(3 * np.arctan2(y_mm, x_mm) + scene.seed) + 0.03 * np.sin(7 * np.arctan2(y_mm, x_mm))
    on = np.asarray((x_mm / half_mm[0]) ** 2 + (y_mm / half_mm[1]) ** 2 <= wave**2)
    soft = cv2.GaussianBlur(on.astype(np.float32), (0, 0), max(0.6, 0.25 / scene.mm_per_pixel))
    inner = cv2.erode(on.astype(np.uint8), np.ones((3, 3), np.uint8), iterations=max(1, round(RIM_MM / scene.mm_per_pixel)))
    rim = cv2.GaussianBlur((on & (inner == 0)).astype(np.float32), (0, 0), max(0.6, 0.4 / scene.mm_per_pixel))
    share = CLOTH + (1 - CLOTH) * soft
    room = np.asarray(ambient(scene) * share, np.float32)
    light = (lit(scene) - ambient(scene)) * soft + RIM * scene.background_e * rim * lens(scene)
    white = white_light(scene) * soft[..., None] + np.asarray(CLOTH_BGR, np.float32) * (1 - soft[..., None]) * lens(scene)[..., None]
    return Still(np.asarray(light + room, np.float32), room, np.clip(white, 0, 255).astype(np.uint8))


def _lit_by_lamp(scene: Scene, reflected: Image, level_e: float) -> Still:
    """Excitation that leaks through the filter from a bright surface; the room's lamp is off."""
    light = np.asarray(reflected * lens(scene) * np.float32(level_e), np.float32)
    white = np.repeat(np.clip(230 * reflected * lens(scene), 0, 255).astype(np.uint8)[..., None], 3, axis=2)
    return Still(light, np.zeros_like(light), np.ascontiguousarray(white))
