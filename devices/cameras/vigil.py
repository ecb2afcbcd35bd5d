"""Tells a sound frame from one that a driver repeats, turns out half finished, or takes in another size than before."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from devices.errors import DeviceRefused, FrameLost

LEAST_SIDE = 16


class Vigil:
    """Watches one connection's pictures as they come from the camera called `name`; `live`: a lens stands behind them, so no two are alike."""

    def __init__(self, name: str, *, live: bool) -> None:
        self._name, self._live = name, live
        self._last: npt.NDArray[Any] | None = None
        self._number: int | None = None

    def check(self, pixels: npt.NDArray[Any], number: int | None) -> None:
        """`FrameLost` for what must not be shown, `DeviceRefused` when the camera is no longer what it was."""
        if pixels.dtype not in (np.uint8, np.uint16):
            raise DeviceRefused(self._name, "Its pixels are neither 8 nor 16 bits deep.")
        if pixels.ndim not in {2, 3} or min(pixels.shape[:2]) < LEAST_SIDE:
            raise FrameLost(self._name, "A frame came that is no picture.")
        if self._last is not None and (pixels.shape, pixels.dtype) != (self._last.shape, self._last.dtype):
            raise DeviceRefused(self._name, "The size of its picture changed. It has to be set up anew.")
        if number is not None and number == self._number:
            raise FrameLost(self._name, "A frame came twice.")
        if self._live and self._last is not None and _alike(pixels, self._last):
            raise FrameLost(self._name, "The picture stands still: it repeats itself.")
        self._last, self._number = pixels, number


def _alike(one: npt.NDArray[Any], other: npt.NDArray[Any]) -> bool:
    """The same to the last bit on every eighth row and column, where noise alone would make them differ; an even picture (a cap) says nothing."""
    few = one[::8, ::8]
    return np.array_equal(few, other[::8, ::8]) and int(few.min()) != int(few.max())
