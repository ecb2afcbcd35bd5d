"""From an analysis, or a glance at a scan that still runs, to the picture that the map shows."""

from __future__ import annotations

import numpy as np

from algorithms.microwave.media import Flags, Reals
from algorithms.microwave.model import Grid, Zone
from algorithms.microwave.outlines import outlines
from algorithms.microwave.regions import ZONES, classify
from console.acquisition.growing_map import Glance
from console.acquisition.imported import Judged
from console.widgets.depth_map import MapPicture


def picture_of(judged: Judged) -> MapPicture:
    """A finished map: classes and outlines from the map as it was solved."""
    found = judged.analysis.map
    field = found.grid.width_mm, found.grid.height_mm
    return MapPicture(found.shown_mm, found.masked, bare_of(judged), half_intervals(judged), field, outlines(found))


def growing_picture(glance: Glance, grid: Grid, judged: Judged | None) -> MapPicture:
    """The depths as they look by now; what is called positive, and how sure that is, comes from the latest analysis."""
    field = grid.width_mm, grid.height_mm
    if judged is None:
        return MapPicture(glance.depth_mm, glance.masked, np.zeros_like(glance.masked), None, field)
    bare = bare_of(judged)
    return MapPicture(glance.depth_mm, glance.masked & ~bare, bare, half_intervals(judged), field, outlines(judged.analysis.map))


def bare_of(judged: Judged) -> Flags:
    """Pixels that are called positive."""
    return np.asarray(classify(judged.analysis.map) == ZONES.index(Zone.POSITIVE))


def half_intervals(judged: Judged) -> Reals:
    """± mm of each pixel."""
    return (judged.analysis.map.high_mm - judged.analysis.map.low_mm) / 2


def worst_place(judged: Judged) -> tuple[int, int] | None:
    """Where the finger would be laid first: the smallest depth of the most worrying regions."""
    found = outlines(judged.analysis.map) or outlines(judged.analysis.map, Zone.CLOSE)
    return min(found, key=lambda one: one.least_mm).place if found else None
