"""What a camera gives: frames that say how they were taken, settings that can be read back, and how its stream stands."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Any, Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt

from devices.device import Device

Pixels = npt.NDArray[np.uint8] | npt.NDArray[np.uint16]
Colour = npt.NDArray[np.uint8]  # (rows, columns, BGR)


class Flip(StrEnum):
    """How the picture was mirrored before it was handed over: cameras forget this setting when they reconnect."""

    NONE = "none"
    HORIZONTAL = "horizontal"
    VERTICAL = "vertical"
    BOTH = "both"


class Rotation(IntEnum):
    """By how many degrees the picture was turned clockwise, after it was mirrored."""

    NONE = 0
    RIGHT = 90
    HALF = 180
    LEFT = 270


class Trigger(StrEnum):
    """What starts an exposure."""

    FREE = "free"  # the camera's own clock
    SOFTWARE = "software"  # `Camera.trigger`
    HARDWARE = "hardware"  # a line into the camera


class Excitation(StrEnum):
    """What the exciting lamp does: pulsed, one frame in `ambient_every` is taken without it."""

    ON = "on"
    OFF = "off"
    PULSED = "pulsed"


@dataclass(frozen=True, slots=True)
class CameraSettings:
    """What a camera is to be set to, or what it says that it is set to. None: left as it is, or not known.

    `ambient_every` counts only while the excitation is pulsed: 2 are strict pairs of lit and ambient, 8 reuse one ambient frame for seven lit ones.
    """

    exposure_ms: float | None = None
    gain_db: float | None = None
    frames_per_s: float | None = None
    bit_depth: int | None = None
    flip: Flip = Flip.NONE
    rotation: Rotation = Rotation.NONE
    trigger: Trigger = Trigger.FREE
    excitation: Excitation = Excitation.ON
    ambient_every: int = 8

    def __post_init__(self) -> None:
        """Refuse what no camera could be asked."""
        numbers = (self.exposure_ms, self.gain_db, self.frames_per_s)
        if any(number is not None and not math.isfinite(number) for number in numbers):
            raise ValueError("settings are finite numbers")
        if any(number is not None and number <= 0 for number in (self.exposure_ms, self.frames_per_s)) or self.ambient_every < 2:
            raise ValueError("exposure and rate are above zero, and at most every second frame is ambient")


class StreamState(StrEnum):
    """How the stream of frames stands."""

    STREAMING = "streaming"
    SILENT = "silent"  # no sound frame for longer than the camera may take
    STOPPED = "stopped"  # closed, or waiting for its trigger


@dataclass(frozen=True, slots=True)
class Health:
    """The stream in figures, since the camera was opened.

    `lost` frames came incomplete, malformed or twice and were not handed out; `missed` ones the camera numbered and nobody fetched in time.
    """

    stream: StreamState
    received: int
    lost: int
    missed: int
    frames_per_s: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One picture. `pixels` is read-only, (rows, columns) or (rows, columns, BGR), uint8 or uint16 holding `bit_depth` bits.

    `device_time_s` is the camera's own clock, `host_time_s` this computer's monotonic clock at arrival. None: the camera does not say.
    `colour` is the white-light picture of the same moment, pixel for pixel, where the device gives both.
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
    rotation: Rotation = Rotation.NONE
    colour: Colour | None = None


@runtime_checkable
class Camera(Device, Protocol):
    """A source of frames; it streams from opening to closing."""

    def configure(self, wanted: CameraSettings) -> CameraSettings:
        """Set it up; what it then says it is set to. `DeviceRefused` when it cannot do something that was asked, and then nothing changed."""

    def health(self) -> Health:
        """How the stream stands, from what is known already: never slow, never an error."""

    def trigger(self) -> None:
        """Take one frame now, with `Trigger.SOFTWARE`; `DeviceRefused` otherwise."""

    def grab(self) -> Frame:
        """The next frame that was not handed out yet; `DeviceError` when none comes within the camera's stated time.

        `FrameLost`: this one was spoilt, the camera is there and the next may be sound.
        """


def saturated_share(pixels: npt.NDArray[Any], bit_depth: int) -> float:
    """The share of pixels at full scale, 0..1, estimated on every fourth row and column: 16 times cheaper, and glints are wider."""
    return float(np.mean(pixels[::4, ::4] >= 2**bit_depth - 1))


def sealed(pixels: npt.NDArray[Any]) -> Pixels:
    """The same array, read-only from now on."""
    pixels.flags.writeable = False
    return pixels


def disagreement(wanted: CameraSettings, found: CameraSettings) -> str:
    """The first setting in which a camera is not what was wanted, in words; empty when it is. Numbers may differ by its steps, 2 %."""
    for word, one, other in (
        ("exposure", wanted.exposure_ms, found.exposure_ms),
        ("gain", wanted.gain_db, found.gain_db),
        ("frame rate", wanted.frames_per_s, found.frames_per_s),
    ):
        if one is not None and (other is None or abs(one - other) > max(0.02 * abs(one), 0.05)):
            return word
    if wanted.bit_depth not in {None, found.bit_depth}:
        return "bit depth"
    for word in ("flip", "rotation", "trigger", "excitation"):
        if getattr(wanted, word) is not getattr(found, word):
            return word
    return "ambient frames" if wanted.excitation is Excitation.PULSED and wanted.ambient_every != found.ambient_every else ""
