"""What was found, drawn on the picture: lime-green light, an even heat map, or the outline alone; only inside the regions' boxes.

Colours: ICG lime `#2df082`; the heat map is cividis (Nuñez et al., PLoS ONE 2018;13:e0199239), which rises evenly in lightness for every eye.
"""

from __future__ import annotations

from enum import StrEnum

import cv2
import numpy as np
import numpy.typing as npt

from algorithms.fluorescence.model import Finding, Raw, Region

Picture = npt.NDArray[np.uint8]

LIME = (130, 240, 45)  # BGR
OUTLINE, FAINT_OUTLINE, INSPECT = (200, 255, 220), (56, 185, 255), (56, 185, 255)
HEAT = cv2.COLORMAP_CIVIDIS
MOST_ALPHA = 0.75


class Style(StrEnum):
    """How what was found is drawn."""

    LIME = "lime"
    HEAT = "heat"
    CONTOUR = "contour"


def draw(frame: Raw, bit_depth: int, finding: Finding, style: Style) -> Picture:
    """BGRA of the frame in grey with its regions drawn, (rows, columns, 4)."""
    picture = np.asarray(cv2.cvtColor(grey(frame, bit_depth), cv2.COLOR_GRAY2BGRA), dtype=np.uint8)
    for region in finding.regions:
        if style is not Style.CONTOUR:
            fill(picture, grey(frame, bit_depth), region, style)
        _outline(picture, region)
    width = max(1, round(min(frame.shape) / 400))
    for point in finding.sharp_points:
        row, column = (round(value) for value in point.centroid_px)
        cv2.circle(picture, (column, row), 8 * width, (*INSPECT, 255), width, cv2.LINE_AA)
    return picture


def grey(frame: Raw, bit_depth: int) -> Picture:
    """The frame in 8 bits, from its darkest to its 99.5th percentile."""
    sample = frame[::4, ::4]
    low, high = float(sample.min()), max(float(np.percentile(sample, 99.5)), float(sample.min()) + 2.0 ** max(0, bit_depth - 8))
    return np.asarray(cv2.convertScaleAbs(np.clip(frame, low, high) - low, alpha=255 / (high - low)), dtype=np.uint8)


def fill(picture: Picture, light: Picture, region: Region, style: Style) -> None:
    """Blend the colour into `picture` inside the region's box, by the light there; in place."""
    points = region.outline_px
    if not len(points):
        return
    top, left = np.maximum(np.floor(points.min(axis=0)).astype(int), 0)
    bottom, right = np.ceil(points.max(axis=0)).astype(int) + 1
    box, inside = picture[top:bottom, left:right], light[top:bottom, left:right]
    mask = np.zeros(inside.shape, np.uint8)
    cv2.fillPoly(mask, [np.rint(points[:, ::-1] - (left, top)).astype(np.int32)], 255)
    seen = inside[mask > 0]
    low, high = (int(seen.min()), int(seen.max())) if seen.size else (0, 1)
    level = cv2.convertScaleAbs(cv2.subtract(inside, np.full_like(inside, low)), alpha=255 / max(high - low, 1))
    colour = cv2.applyColorMap(level, HEAT) if style is Style.HEAT else np.full((*level.shape, 3), LIME, np.uint8)
    strength = 1.0 if style is Style.HEAT else level.astype(np.float32) / 255 * 0.6 + 0.4
    alpha = (MOST_ALPHA * strength * (mask > 0))[..., None].astype(np.float32)
    box[..., :3] = np.rint(box[..., :3] * (1 - alpha) + colour * alpha).astype(np.uint8)


def _outline(picture: Picture, region: Region) -> None:
    points = np.rint(region.outline_px[:, ::-1]).astype(np.int32)
    if len(points):
        width = max(1, round(min(picture.shape[:2]) / 400))
        colour = FAINT_OUTLINE if region.faint else OUTLINE
        cv2.polylines(picture, [points], isClosed=True, color=(*colour, 255), thickness=width, lineType=cv2.LINE_AA)
