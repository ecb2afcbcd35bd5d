"""The picture of a finished check: its middle frame with lime light where something glows, and what is drawn and written on it."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from algorithms.fluorescence.model import Finding, Raw, Region
from algorithms.fluorescence.overlay import Picture, Style, fill, grey
from algorithms.fluorescence.walls import hour_of
from console.acquisition.checking import Judged, Subject, Taken
from console.cases.fluorescence_log import Cavity
from console.widgets.image_sketch import Sketch, Traced

DIM = 0.6  # what is drawn on stays below what is drawn


def picture_of(taken: Taken, regions: Sequence[Region]) -> Picture:
    """BGRA of the middle frame, room light taken off, in dim grey, with light in its regions."""
    middle = len(taken.frames) // 2
    frame: Raw = taken.frames[middle]
    light: Raw = np.asarray(cv2.subtract(frame, taken.ambients[middle])) if taken.ambients else frame
    level = grey(light, 8 * light.dtype.itemsize)
    shown = cv2.cvtColor(cv2.convertScaleAbs(level, alpha=DIM), cv2.COLOR_GRAY2BGRA)
    picture: Picture = np.asarray(shown, dtype=np.uint8)
    for region in regions:
        fill(picture, level, region, Style.LIME)
    return picture


def sketch_of(judged: Judged, finding: Finding, outline: Cavity | None) -> Sketch:
    """Outlines with area and place, sharp points, and the outline inside which was looked."""
    kept = judged.taken.kept
    rows, columns = judged.taken.frames[0].shape
    centre = outline.centre if outline is not None else ((rows - 1) / 2, (columns - 1) / 2)
    traced = tuple(
        Traced(region.outline_px, f"{region.area_mm2:.0f} mm²", _place(judged, region, centre), region.faint) for region in finding.regions
    )
    return Sketch(
        kept.calibration.mm_per_pixel if kept is not None else None, traced, (), tuple(point.centroid_px for point in finding.sharp_points),
        ellipse=(outline.centre, outline.half) if outline is not None else None,
    )  # fmt: skip


def _place(judged: Judged, region: Region, centre: tuple[float, float]) -> str:
    if judged.target.subject is Subject.CAVITY:
        return f"{hour_of(region.centroid_px, centre)} o’clock"
    return f"{region.centroid_mm[0]:.0f}, {region.centroid_mm[1]:.0f} mm"
