"""What is too sharp to be light from inside the tissue: wet spots that mirror the lamp past the filter, and vessels on the surface.

A place is sharp where a grey opening by a disc of 1.8 mm takes away more than half of what stands above the background: that is a spot
narrower than about 1.8 mm, or a streak narrower than that however long. Dark lines are found the same way, by closing.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from algorithms.fluorescence.model import Image, Mask

DISC_MM = 1.8
FAINTEST = 0.25  # of the background: fainter ones are part of the tissue's unevenness, which is measured
WIDEST_LINE_MM = 2.8
FAINTEST_LINE = 0.12
TAIL = 0.04
REACH_MM = 2.0


@dataclass(frozen=True, slots=True, eq=False)
class Glints:
    """`core` marks bright points that are too sharp, `mask` also their skirts and dark lines; both (rows, columns)."""

    core: Mask
    mask: Mask


def find_glints(values: Image, background: Image, noise: Image, mm_per_pixel: float) -> Glints:
    """Sharp bright places in `values`; `noise` is the standard deviation of a working pixel."""
    disc = _disc(DISC_MM, mm_per_pixel)
    above = values - background
    sharp = values - cv2.morphologyEx(values, cv2.MORPH_OPEN, disc)
    core = (sharp > FAINTEST * background + 6 * noise) & (sharp > 0.5 * above)
    dark = _dark_lines(values, background, noise, mm_per_pixel)
    if not core.any():
        return Glints(core, dark)
    skirt = (above > TAIL * background + 2 * noise).astype(np.uint8)
    mask = core.astype(np.uint8)
    for _ in range(round(REACH_MM / mm_per_pixel)):
        mask = np.asarray(cv2.dilate(mask, np.ones((3, 3), np.uint8)), dtype=np.uint8) & skirt | mask
    return Glints(core, dark | (cv2.dilate(mask, np.ones((3, 3), np.uint8)) > 0))


def _dark_lines(values: Image, background: Image, noise: Image, mm_per_pixel: float) -> Mask:
    """Vessels: narrower than the disc and darker than the tissue beside them."""
    disc = _disc(WIDEST_LINE_MM, mm_per_pixel)
    lost = cv2.morphologyEx(values, cv2.MORPH_CLOSE, disc) - values
    lines = (lost > FAINTEST_LINE * background + 5 * noise) & (lost > 0.5 * (background - values))
    return np.asarray(cv2.dilate(lines.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0) if lines.any() else np.asarray(lines)


def _disc(width_mm: float, mm_per_pixel: float) -> npt.NDArray[np.uint8]:
    side = max(3, 2 * round(width_mm / 2 / mm_per_pixel) + 1)
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side)), dtype=np.uint8)
