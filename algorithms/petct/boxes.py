"""Boxes of a volume: around what is true, wider, and counted from another corner."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from algorithms.petct.model import Box, Mask


def bounds(mask: Mask, pad: int = 0) -> Box:
    """The smallest box around what is true, `pad` voxels wider where there is room."""
    spans = []
    for axis in range(3):
        seen = np.flatnonzero(mask.any(axis=tuple(other for other in range(3) if other != axis)))
        spans.append(slice(int(seen[0]), int(seen[-1]) + 1))
    return wider((spans[0], spans[1], spans[2]), (pad, pad, pad), mask.shape)


def wider(box: Box, reach: Sequence[int], shape: Sequence[int]) -> Box:
    """A box that reaches so many voxels further on every side, where a volume of that shape has room."""
    one, two, three = (
        slice(max(0, span.start - far), min(size, span.stop + far)) for span, far, size in zip(box, reach, shape, strict=True)
    )
    return one, two, three


def counted_from(span: slice, start: int) -> slice:
    """A span of the whole, counted from `start`."""
    return slice(span.start - start, span.stop - start)


def inside(box: Box, outer: Box) -> Box:
    """A box of the whole, counted from the corner of one that holds it."""
    one, two, three = (counted_from(span, out.start) for span, out in zip(box, outer, strict=True))
    return one, two, three


def outside(part: Box, outer: Box) -> Box:
    """The other way: a part of a box as a box of the whole."""
    one, two, three = (counted_from(span, -out.start) for span, out in zip(part, outer, strict=True))
    return one, two, three
