"""Pictures brought to the size at which they are seen, in the fewest passes over memory: halves first, because OpenCV averages 2 × 2 pixels ten times
as fast as any other window, then one linear step.
"""

from __future__ import annotations

from typing import Any, TypeVar

import cv2
import numpy as np
import numpy.typing as npt

from algorithms.fluorescence.model import Image, Raw
from algorithms.fluorescence.overlay import Picture

Shown = TypeVar("Shown", Raw, Image, Picture, npt.NDArray[np.uint16])
Box = tuple[int, int, int, int]  # top, left, bottom, right
Buffers = dict[tuple[object, ...], npt.NDArray[Any]]  # one for each shape; their holder's alone


def fitted(image: Shown, size: tuple[int, int], buffers: Buffers | None = None) -> Shown:
    """`image` with `size` (rows, columns); itself where it has that size. With `buffers` the answer is valid until their next use: whole pictures,
    sixty times a second, go there, because memory that is taken anew is cleared by the system page by page.
    """
    while min(image.shape[0] - 2 * size[0], image.shape[1] - 2 * size[1]) >= 0:
        image = _resized(image, (image.shape[0] // 2, image.shape[1] // 2), cv2.INTER_AREA, buffers)
    return image if image.shape[:2] == size else _resized(image, size, cv2.INTER_LINEAR, buffers)


def placed(box: Box, size: tuple[int, int], within: tuple[int, int]) -> tuple[slice, slice]:
    """The part of a picture of the size `within` in which a box of a picture of `size` lies, at least one pixel; both (rows, columns)."""
    down, across = within[0] / size[0], within[1] / size[1]
    top, left = min(round(box[0] * down), within[0] - 1), min(round(box[1] * across), within[1] - 1)
    return slice(top, max(top + 1, round(box[2] * down))), slice(left, max(left + 1, round(box[3] * across)))


def _resized(image: Shown, size: tuple[int, int], way: int, buffers: Buffers | None) -> Shown:
    key = (size, image.shape[2:], image.dtype)
    found = cv2.resize(image, (size[1], size[0]), dst=buffers.get(key) if buffers is not None else None, interpolation=way)
    if buffers is not None:
        buffers[key] = np.asarray(found)
    return found  # type: ignore[return-value]
