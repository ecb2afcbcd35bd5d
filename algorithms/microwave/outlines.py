"""Where positive and close regions lie and how large they are, as a person would say it: «5 × 8 mm», drawn round on the map."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from algorithms.microwave.model import DepthMap, Zone
from algorithms.microwave.regions import ZONES, classify


@dataclass(frozen=True, slots=True)
class Outline:
    """A region's bounding box, mm from the first pixel's corner, its area, and the pixel (row, column) of its smallest depth."""

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float
    area_mm2: float
    least_mm: float
    place: tuple[int, int]


def outlines(found: DepthMap, zone: Zone = Zone.POSITIVE) -> tuple[Outline, ...]:
    """Regions of `zone`, the largest first."""
    there = classify(found) == ZONES.index(zone)
    labels, count = ndimage.label(there, structure=np.ones((3, 3)))
    wide, high = found.grid.width_mm / found.grid.columns, found.grid.height_mm / found.grid.rows
    made = []
    for number, (rows, columns) in enumerate(ndimage.find_objects(labels), start=1):
        own = labels == number
        depth = np.where(own, found.shown_mm, np.inf)
        row, column = divmod(int(depth.argmin()), found.grid.columns)
        size = (columns.stop - columns.start) * wide, (rows.stop - rows.start) * high
        area = float(own.sum() * found.grid.pixel_mm2)
        made.append(Outline(columns.start * wide, rows.start * high, *size, area, float(depth.min()), (row, column)))
    return tuple(sorted(made, key=lambda one: -one.area_mm2)[:count])
