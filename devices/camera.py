"""What a camera gives: frames that say how they were taken."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt

from devices.device import Device

Pixels = npt.NDArray[np.uint8] | npt.NDArray[np.uint16]


class Flip(StrEnum):
    """How the picture was mirrored before it was handed over: cameras forget this setting when they reconnect."""

    NONE = "none"
    HORIZONTAL = "horizontal"
    VERTICAL = "vertical"
    BOTH = "both"


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One picture. `pixels` is read-only, (rows, columns) or (rows, columns, BGR), uint8 or uint16 holding `bit_depth` bits.

    `device_time_s` is the camera's own clock, `host_time_s` this computer's monotonic clock at arrival. None: the camera does not say.
    """

    number: int
    device_time_s: float | None
    host_time_s: float
    pixels: Pixels
    bit_depth: int
    exposure_ms: float | None
    gain_db: float | None
    excitation_on: bool | None
    saturated_share: float
    flip: Flip


@runtime_checkable
class Camera(Device, Protocol):
    """A source of frames."""

    def grab(self) -> Frame:
        """The next frame that was not handed out yet; `DeviceError` when none comes within the camera's stated time."""


def saturated_share(pixels: npt.NDArray[Any], bit_depth: int) -> float:
    """The share of pixels at full scale, 0..1, estimated on every fourth row and column: 16 times cheaper, and glints are wider."""
    return float(np.mean(pixels[::4, ::4] >= 2**bit_depth - 1))


def sealed(pixels: npt.NDArray[Any]) -> Pixels:
    """The same array, read-only from now on."""
    pixels.flags.writeable = False
    return pixels
