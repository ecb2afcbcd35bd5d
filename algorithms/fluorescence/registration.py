"""How far the scene moved between two frames: phase correlation on what does not glare, believed only where it makes the frames agree better."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from algorithms.fluorescence.model import Image, Mask

BELIEVED = 0.03  # a shift must raise the correlation by this much: on bare noise phase correlation gives any shift at all
NEAR_PX, BELIEVED_NEAR = 2.0, 0.002
PLAIN_SIGMA_PX = 1.2
FAR_PX, SURE = 8.0, 0.5  # a shift further than this many pixels needs this much agreement after it


@dataclass(frozen=True, slots=True)
class Shift:
    """From the reference to a frame, working pixels (row, col), and how well they agree after it: correlation, 1 = the same picture."""

    rows: float
    columns: float
    agreement: float


def plain(values: Image, background: Image, glints: Mask) -> Image:
    """Texture alone: relative to the background, without pixel noise, and without glints, which stay where the lamp is while the tissue moves."""
    relative = np.where(glints, np.float32(0), values / background - 1)
    return np.asarray(np.clip(cv2.GaussianBlur(relative, (0, 0), PLAIN_SIGMA_PX), -0.5, 0.5), dtype=np.float32)


def find_shift(reference: Image, frame: Image) -> Shift:
    """The shift of `frame` (plain texture) against `reference`."""
    window = np.asarray(cv2.createHanningWindow((frame.shape[1], frame.shape[0]), cv2.CV_32F), dtype=np.float32)
    (dx, dy), _ = cv2.phaseCorrelate(reference, frame, window)
    still, moved = _agreement(reference, frame, window), _agreement(reference, moved_back(frame, dy, dx), window)
    far = math.hypot(dx, dy)
    believed = moved > still + (BELIEVED_NEAR if far <= NEAR_PX else BELIEVED) and (far <= FAR_PX or moved > SURE)
    return Shift(dy, dx, moved) if believed else Shift(0.0, 0.0, still)


def moved_back(image: Image, rows: float, columns: float) -> Image:
    """`image` with that shift undone."""
    if rows == 0 and columns == 0:
        return image
    matrix = np.array([[1, 0, columns], [0, 1, rows]], np.float64)
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    size = (image.shape[1], image.shape[0])
    return np.asarray(cv2.warpAffine(image, matrix, size, flags=flags, borderMode=cv2.BORDER_REPLICATE), dtype=np.float32)


def _agreement(one: Image, other: Image, window: Image) -> float:
    a, b = one * window, other * window
    return float((a * b).sum() / max(float(np.sqrt((a * a).sum() * (b * b).sum())), 1e-12))
