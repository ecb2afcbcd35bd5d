"""Correction of an outline by hand: a ball that paints or erases, and what it takes to undo a stroke."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from algorithms.petct.model import Box, Mask, Triple

MOST_STROKES = 200


@dataclass(frozen=True, slots=True, eq=False)
class Stroke:
    """What one stroke covered, as it was before."""

    box: Box
    before: Mask


def stroke(tumour: Mask, within: Mask, path_mm: Sequence[Triple], radius_mm: float, spacing_mm: Triple, *, paint: bool) -> Stroke:
    """Draw a ball along places (mm from the array's outer corner) into `tumour`, never beyond `within`; what to undo it with."""
    low, high = np.min(path_mm, axis=0) - radius_mm, np.max(path_mm, axis=0) + radius_mm
    spans = []
    for axis, side in enumerate(spacing_mm):
        first = min(max(0, int(low[axis] / side)), tumour.shape[axis] - 1)
        spans.append(slice(first, max(first + 1, min(tumour.shape[axis], int(high[axis] / side) + 1))))
    box: Box = (spans[0], spans[1], spans[2])
    before = tumour[box].copy()
    touched = np.zeros(before.shape, dtype=bool)
    grids = [(np.arange(span.start, span.stop) + 0.5) * side for span, side in zip(box, spacing_mm, strict=True)]
    for place in path_mm:
        one, two, three = ((grid - at) ** 2 for grid, at in zip(grids, place, strict=True))
        touched |= one[:, None, None] + two[None, :, None] + three[None, None, :] <= radius_mm**2
    tumour[box] = (before | touched) & within[box] if paint else before & ~touched
    return Stroke(box, before)


def undo(tumour: Mask, last: Stroke) -> None:
    """Put back what a stroke changed."""
    tumour[last.box] = last.before
