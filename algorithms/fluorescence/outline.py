"""Where a specimen lies on its cloth: the outline inside which a check looks, because a cut edge glows by itself.

Otsu's threshold (IEEE Trans SMC 1979;9:62) on whatever separates tissue from cloth best: brightness, or in colour also the red against the blue.
Where nothing separates them, nothing is guessed: whoever asked drags an outline instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from algorithms.fluorescence.model import Image, Mask

STEP_MM = 0.4  # the grid on which it is sought
EDGE_MM = 2.5  # taken off all around: as far as the light of a cut edge reaches
LEAST_SEPARATION = (
    0.75  # Otsu's share of the variance that lies between the two classes: a bare gradient has 0.75, one kind of tissue about 0.64
)
LEAST_CONTRAST = 0.2  # of the two means: (high − low) / (high + low)
LEAST_AREA_MM2 = 60.0
MOST_AT_BORDER = 0.02  # of its length that may lie on the picture's border
LEAST_SOLIDITY = 0.85  # area beside that of its convex hull
MOST_OTHERS = 0.25  # of its area that the next largest piece may have
MOST_CORNERS = 64


class Unoutlined(ValueError):
    """No outline that could be trusted; the text is one sentence that says why and what to do."""


@dataclass(frozen=True, slots=True)
class SpecimenOutline:
    """Corners (row, column) in pixels of the picture, already `EDGE_MM` inside the specimen; and the area of the whole specimen, mm²."""

    corners: tuple[tuple[float, float], ...]
    area_mm2: float


def outline_specimen(picture: npt.NDArray[np.generic], mm_per_pixel: float) -> SpecimenOutline:
    """From white light (rows, columns, BGR) or from one grey frame (rows, columns); `Unoutlined` where it doesn't stand out."""
    small, step = _shrunk(picture, mm_per_pixel)
    mask = _largest(_separated(small), mm_per_pixel * step)
    inner = _eroded(mask, EDGE_MM / (mm_per_pixel * step))
    shapes, _ = cv2.findContours(inner.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    if not shapes:
        raise Unoutlined("The specimen is too small for an outline. Drag one.")
    shape = max(shapes, key=cv2.contourArea)
    corners = tuple((float(y * step), float(x * step)) for x, y in _corners(shape))
    return SpecimenOutline(corners, float(mask.sum()) * (mm_per_pixel * step) ** 2)


def _shrunk(picture: npt.NDArray[np.generic], mm_per_pixel: float) -> tuple[Image, int]:
    """Means over whole blocks of about `STEP_MM`, float32, and how many pixels a block has."""
    step = max(1, round(STEP_MM / mm_per_pixel))
    rows, columns = picture.shape[0] // step, picture.shape[1] // step
    size = (columns * step, rows * step)
    small = cv2.resize(picture[: size[1], : size[0]].astype(np.float32), (columns, rows), interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.GaussianBlur(small, (0, 0), 1.0), np.float32), step


def _separated(small: Image) -> list[Mask]:
    """Both sides of the best threshold; refused where it separates nothing."""
    channels = [small] if small.ndim == 2 else [small.mean(axis=2), np.asarray(small[..., 2] - small[..., 0] + 255.0, np.float32)]
    found = max((_threshold(channel) for channel in channels), key=lambda one: one[1])
    high, separation = found
    if separation < LEAST_SEPARATION:
        raise Unoutlined("The specimen doesn't stand out from what it lies on. Lay it on a dark cloth, or drag an outline.")
    return [high, ~high]


def _threshold(channel: Image) -> tuple[Mask, float]:
    """What lies above Otsu's threshold, and the share of the variance between the classes; 0 where their means hardly differ."""
    low, high = float(channel.min()), float(channel.max())
    scaled = np.rint((channel - low) * (255 / max(high - low, 1e-6))).astype(np.uint8)
    cut, _ = cv2.threshold(scaled, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    above = np.asarray(scaled > cut)
    if above.all() or not above.any():
        return above, 0.0
    upper, lower, share = float(channel[above].mean()), float(channel[~above].mean()), float(above.mean())
    if upper - lower < LEAST_CONTRAST * (upper + lower):
        return above, 0.0
    return above, share * (1 - share) * (upper - lower) ** 2 / max(float(channel.var()), 1e-9)


def _largest(sides: Sequence[Mask], mm: float) -> Mask:
    """The one piece that lies wholly in the picture."""
    refusal = "The specimen isn't wholly in the picture. Move it, or drag an outline."
    for side in sides:
        count, labels, stats, _ = cv2.connectedComponentsWithStats(_opened(side, 1.0 / mm).astype(np.uint8))
        order = sorted(range(1, count), key=lambda label: -stats[label, cv2.CC_STAT_AREA])
        if not order:
            continue
        piece = _filled(np.asarray(labels == order[0]))
        if _at_border(piece) > MOST_AT_BORDER:
            continue
        if piece.sum() * mm**2 < LEAST_AREA_MM2:
            refusal = "What stands out is too small for a specimen. Move it closer, or drag an outline."
        elif len(order) > 1 and stats[order[1], cv2.CC_STAT_AREA] > MOST_OTHERS * piece.sum():
            refusal = "More than one piece lies in the picture. Leave one, or drag an outline."
        elif _solidity(piece) < LEAST_SOLIDITY:
            refusal = "What stands out is too ragged for a specimen. Wipe the cloth, or drag an outline."
        else:
            return piece
    raise Unoutlined(refusal)


def _opened(mask: Mask, radius: float) -> Mask:
    return np.asarray(cv2.morphologyEx(mask.astype(np.uint8), cv2.MORPH_OPEN, _disc(radius)) > 0)


def _eroded(mask: Mask, radius: float) -> Mask:
    return np.asarray(cv2.erode(mask.astype(np.uint8), _disc(radius), borderType=cv2.BORDER_CONSTANT, borderValue=0) > 0)


def _disc(radius: float) -> npt.NDArray[np.uint8]:
    side = 2 * max(1, round(radius)) + 1
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side)), np.uint8)


def _filled(piece: Mask) -> Mask:
    """Without holes: a bright knot in the tissue belongs to it."""
    shapes, _ = cv2.findContours(piece.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    whole = np.zeros(piece.shape, np.uint8)
    cv2.drawContours(whole, shapes, -1, 1, cv2.FILLED)
    return np.asarray(whole > 0)


def _at_border(piece: Mask) -> float:
    edge = int(piece[0].sum() + piece[-1].sum() + piece[:, 0].sum() + piece[:, -1].sum())
    outline = int((piece & ~_eroded(piece, 1)).sum())
    return edge / max(1, outline)


def _solidity(piece: Mask) -> float:
    shapes, _ = cv2.findContours(piece.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    shape = max(shapes, key=cv2.contourArea)
    return float(cv2.contourArea(shape)) / max(float(cv2.contourArea(cv2.convexHull(shape))), 1e-6)


def _corners(shape: npt.NDArray[Any]) -> npt.NDArray[np.int32]:
    """As few as hold the shape to a pixel of the grid, and never many."""
    fineness = 0.75
    while len(found := cv2.approxPolyDP(shape, fineness, closed=True)) > MOST_CORNERS:
        fineness *= 1.5
    return np.asarray(found.reshape(-1, 2), np.int32)
