"""Where margins are positive, close or negative: classes of pixels, and the regions that they form.

Classes come from the map as it was solved. A median filter would erase small positive regions; `smoothed` is for the eye only, and says so.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from algorithms.microwave.media import Doubles, Flags, Reals
from algorithms.microwave.model import CLOSE_BELOW_MM, POSITIVE_MM, DepthMap, Grid, Zone

ZONES = (Zone.POSITIVE, Zone.CLOSE, Zone.NEGATIVE, Zone.MASKED)
NONE_MM, POSSIBLY_POSITIVE_MM = 0.01, 0.25
POSITIVE_SHARE = 0.5  # of a pixel, from which it is called positive itself
SMOOTHED_NOTE = "smoothed for the eye; classes come from the unsmoothed map"


@dataclass(frozen=True, slots=True)
class Region:
    """Touching pixels of one class. `centroid_mm` is (x, y) from the first pixel's corner; `least_mm` its smallest depth."""

    zone: Zone
    area_mm2: float
    centroid_mm: tuple[float, float]
    least_mm: float


@dataclass(frozen=True, slots=True)
class Finding:
    """What a map says in a few numbers. `minimum_depth_mm` is None when nothing could be judged."""

    regions: tuple[Region, ...]
    minimum_depth_mm: float | None
    positive_mm2: float
    close_mm2: float
    negative_mm2: float
    masked_mm2: float


def classify(found: DepthMap) -> npt.NDArray[np.uint8]:
    """The class of each pixel, as an index into `ZONES`, (rows, columns)."""
    classes = classes_of(found.shown_mm, found.masked)
    possible = (found.low_mm <= NONE_MM) & (found.shown_mm <= POSSIBLY_POSITIVE_MM)  # the interval reaches 0: no margin cannot be ruled out
    classes[possible & ~found.masked] = ZONES.index(Zone.POSITIVE)
    classes[(found.positive_share > 0) & ~found.masked] = ZONES.index(Zone.CLOSE)
    classes[(found.positive_share >= POSITIVE_SHARE) & ~found.masked] = ZONES.index(Zone.POSITIVE)
    return classes


def classes_of(depth_mm: Reals, masked: Flags) -> npt.NDArray[np.uint8]:
    """The class of each depth alone: positive up to 0.1 mm, close below 2 mm, negative from there."""
    classes = np.full(depth_mm.shape, ZONES.index(Zone.NEGATIVE), dtype=np.uint8)
    classes[depth_mm < CLOSE_BELOW_MM - 1e-9] = ZONES.index(Zone.CLOSE)
    classes[depth_mm <= POSITIVE_MM] = ZONES.index(Zone.POSITIVE)
    classes[masked] = ZONES.index(Zone.MASKED)
    return classes


def find(found: DepthMap) -> Finding:
    """Regions of positive, close and negative margin, the most worrying and largest first."""
    return summarise(found.grid, found.shown_mm, classify(found))


def summarise(grid: Grid, depth_mm: Reals, classes: npt.NDArray[np.uint8]) -> Finding:
    """The same from depths and classes."""
    depth = np.where(classes == ZONES.index(Zone.POSITIVE), np.minimum(depth_mm, POSITIVE_MM), depth_mm)
    regions = tuple(region for zone in ZONES[:3] for region in _regions(grid, depth, classes == ZONES.index(zone), zone))
    area = {zone: float((classes == ZONES.index(zone)).sum() * grid.pixel_mm2) for zone in ZONES}
    seen = depth[classes != ZONES.index(Zone.MASKED)]
    least = float(seen.min()) if seen.size else None
    return Finding(regions, least, *(area[zone] for zone in ZONES))


def _regions(grid: Grid, depth_mm: Reals, there: Flags, zone: Zone) -> list[Region]:
    labels, count = ndimage.label(there, structure=np.ones((3, 3)))
    if not count:
        return []
    numbers = np.arange(1, count + 1)
    sizes = np.bincount(labels.ravel())[1:]
    centres = ndimage.center_of_mass(there, labels, numbers)
    least = ndimage.minimum(depth_mm, labels, numbers)
    wide, high = grid.width_mm / grid.columns, grid.height_mm / grid.rows
    found = [
        Region(zone, float(size * grid.pixel_mm2), (float((column + 0.5) * wide), float((row + 0.5) * high)), float(low))
        for size, (row, column), low in zip(sizes, centres, least, strict=True)
    ]
    return sorted(found, key=lambda region: -region.area_mm2)


def smoothed(found: DepthMap, width: int = 3) -> Doubles:
    """A median over `width` × `width` pixels that ignores masked ones: a picture for the eye (`SMOOTHED_NOTE`), never a measurement. mm."""
    depth = np.where(found.masked, np.nan, found.shown_mm)
    reach = width // 2
    padded = np.pad(depth, reach, constant_values=np.nan)
    windows = np.lib.stride_tricks.sliding_window_view(padded, (width, width)).reshape(*depth.shape, -1)
    seen = np.where(found.masked[..., None], 0.0, windows)  # a masked pixel stays one; its neighbours are of no interest
    return np.asarray(np.where(found.masked, 0.0, np.nanmedian(seen, axis=2)), dtype=np.float64)
