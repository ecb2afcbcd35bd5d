"""Places on the picture: how bright one is over time, how far apart two are, and where ICG was injected."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from algorithms.fluorescence.model import Image, Raw

TAPPED_MM = 3.0  # radius of what a fingertip means
MARK_SIGMA_MM = 0.8
MARKS_APART_MM = 4.0  # sites are injected further apart than light spreads at the skin
MARK_STANDS_OUT = 0.12  # of its height above the background, above the saddle to any brighter mark
MARK_RATIO = 1.35
MOST_SECONDS = 600.0
EVERY_S = 0.2


@dataclass(frozen=True, slots=True)
class Mark:
    """A bright top: row and column of the camera, signal to background."""

    row: float
    column: float
    signal_to_background: float


class Curve:
    """Light of one place over time: seconds since it was tapped, digital numbers; a reading every 0.2 s, the last ten minutes."""

    def __init__(self) -> None:
        self.points: list[tuple[float, float]] = []

    def add(self, at_s: float, light: float) -> None:
        """One more reading; those that come too soon are left out."""
        if self.points and at_s - self.points[-1][0] < EVERY_S:
            return
        self.points.append((at_s, light))
        if self.points[-1][0] - self.points[0][0] > MOST_SECONDS:
            del self.points[0]

    @property
    def peak_after_s(self) -> float | None:
        """When it was brightest, after the first reading; None before there are three."""
        if len(self.points) < 3:
            return None
        return max(self.points, key=lambda point: point[1])[0] - self.points[0][0]


def light_at(lit: Raw, ambient: Raw, place: tuple[float, float], mm_per_pixel: float) -> float:
    """Mean of lit − ambient within 3 mm of (row, column), digital numbers."""
    radius = max(1, round(TAPPED_MM / mm_per_pixel))
    row, column = (min(max(round(value), 0), side - 1) for value, side in zip(place, lit.shape, strict=True))
    top, left = max(0, row - radius), max(0, column - radius)
    where = (slice(top, row + radius + 1), slice(left, column + radius + 1))
    y, x = np.ogrid[: lit[where].shape[0], : lit[where].shape[1]]
    disc = np.hypot(y - (row - top), x - (column - left)) <= radius
    return float(np.mean(lit[where][disc], dtype=np.float64) - np.mean(ambient[where][disc], dtype=np.float64))


def distance_mm(one: tuple[float, float], other: tuple[float, float], mm_per_pixel: float) -> float:
    """Between two pixels, mm on the plane of the calibration."""
    return math.hypot(one[0] - other[0], one[1] - other[1]) * mm_per_pixel


def find_marks(light: Image, background: Image, mm_per_pixel: float, step: int) -> tuple[Mark, ...]:
    """Where ICG was injected, brightest first: tops that stand out of the glow around them, at least 4 mm apart.

    `light` (without glints) and `background` on the grid whose pixels are `mm_per_pixel` wide and `step` camera pixels.
    """
    level = np.asarray(cv2.GaussianBlur(light, (0, 0), max(0.6, MARK_SIGMA_MM / mm_per_pixel)), dtype=np.float32)
    side = 2 * max(1, round(MARKS_APART_MM / 2 / mm_per_pixel)) + 1
    tops = (level >= cv2.dilate(level, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side)))) & (level > MARK_RATIO * background)
    rows, columns = np.nonzero(tops)
    order = np.argsort(-level[rows, columns], kind="stable")
    kept: list[tuple[int, int]] = []
    for row, column in zip(rows[order].tolist(), columns[order].tolist(), strict=True):
        if all(_is_apart(level, background, (row, column), other, mm_per_pixel) for other in kept):
            kept.append((row, column))
    return tuple(
        Mark((row + 0.5) * step - 0.5, (column + 0.5) * step - 0.5, float(level[row, column] / background[row, column]))
        for row, column in kept
    )


def _is_apart(level: Image, background: Image, place: tuple[int, int], brighter: tuple[int, int], mm_per_pixel: float) -> bool:
    """Whether the light dips on the way from one top to a brighter one, and they are not too near."""
    if distance_mm(place, brighter, mm_per_pixel) < MARKS_APART_MM:
        return False
    count = max(abs(place[0] - brighter[0]), abs(place[1] - brighter[1])) + 1
    rows = np.linspace(place[0], brighter[0], count).round().astype(int)
    columns = np.linspace(place[1], brighter[1], count).round().astype(int)
    top = float(level[place])
    return float(level[rows, columns].min()) < top - MARK_STANDS_OUT * (top - float(background[place]))
