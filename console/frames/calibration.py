"""calibration.toml, and the note that may lie beside a frame: what a camera is, and how it stood when the picture was taken."""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from algorithms.fluorescence.model import Calibration, CameraState
from console.faults import ImportRefused
from console.frames.pictures import NOTHING, Raw, content_of
from console.frames.reader import read_frames

LARGEST_TOML = 65_536
FLIPS = ("none", "horizontal", "vertical", "both")
_BOUNDS = {  # absurd beyond: smaller or larger than any camera over a breast
    "mm_per_pixel": (0.001, 5.0),
    "read_noise_e": (0.0, 1_000.0),
    "gain_e_per_dn": (1e-4, 10_000.0),
    "exposure_ms": (1e-3, 60_000.0),
    "gain_db": (-60.0, 120.0),
    "distance_mm": (1.0, 5_000.0),
}


@dataclass(frozen=True, slots=True, eq=False)
class CalibrationFile:
    """A calibration, whether it says that it is simulated, and the camera's state if it says it."""

    calibration: Calibration
    simulated: bool
    state: CameraState


def read_calibration(path: Path) -> CalibrationFile:
    """The calibration in `path`, with the pictures that it names, which lie beside it."""
    table = _table(path)
    for name in ("mm_per_pixel", "bit_depth"):
        if name not in table:
            raise _refused(path, f"lacks {name}")
    depth = table["bit_depth"]
    if isinstance(depth, bool) or not isinstance(depth, int) or not 8 <= depth <= 16:
        raise _refused(path, "has a bit_depth that is not a whole number from 8 to 16")
    device = table.get("device", "")
    if not isinstance(device, str) or len(device) > 200:
        raise _refused(path, "has a device that is not a name")
    dark, flat, ambient = (_picture(path, table, name, depth) for name in ("dark", "flat", "ambient"))
    read_noise, gain = _number(path, table, "read_noise_e"), _number(path, table, "gain_e_per_dn")
    calibration = Calibration(float(_number(path, table, "mm_per_pixel") or 0.0), depth, dark, flat, ambient, read_noise, gain, device)
    _check_light(path, calibration)
    return CalibrationFile(calibration, table.get("simulated") is True, _state(path, table))


def state_beside(frame: Path) -> CameraState:
    """The camera's state from the note beside a frame, `NAME.toml`; unknown where there is none."""
    note = frame.with_suffix(".toml")
    return _state(note, _table(note)) if note.is_file() and note != frame else CameraState()


def _table(path: Path) -> dict[str, Any]:
    content = content_of(path)
    if len(content) > LARGEST_TOML:
        raise _refused(path, "is too large for a calibration")
    try:
        return tomllib.loads(content.decode())
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError):
        raise _refused(path, "is not TOML") from None


def _state(path: Path, table: dict[str, Any]) -> CameraState:
    flip = table.get("flip")
    if flip is not None and flip not in FLIPS:
        raise _refused(path, f"has a flip that is none of {', '.join(FLIPS)}")
    exposure, gain, distance = (_number(path, table, name) for name in ("exposure_ms", "gain_db", "distance_mm"))
    return CameraState(exposure, gain, distance, flip)


def _number(path: Path, table: dict[str, Any], name: str) -> float | None:
    """A number inside its bounds; None where it is not given."""
    value = table.get(name)
    if value is None:
        return None
    least, most = _BOUNDS[name]
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value) or not least <= value <= most:
        raise _refused(path, f"has a {name} that is not a number from {least:g} to {most:g}")
    return float(value)


def _picture(path: Path, table: dict[str, Any], name: str, bit_depth: int) -> Raw | None:
    """The mean of the frames in the file of that name, which lies in the calibration's folder."""
    value = table.get(name)
    if value is None:
        return None
    if not isinstance(value, str) or not value or "\x00" in value:
        raise _refused(path, f"has a {name} that is not a file name")
    place = path.parent / value
    if not place.resolve().is_relative_to(path.parent.resolve()):
        raise _refused(path, f"names a {name} outside its own folder")
    frames = read_frames(place)
    mean: Raw = np.rint(np.mean(np.stack(frames), axis=0)).astype(np.uint16) if len(frames) > 1 else frames[0]
    if int(mean.max()) >= 2**bit_depth:
        raise _refused(path, f"says {bit_depth} bits, and its {name} frame has more")
    return mean


def _check_light(path: Path, calibration: Calibration) -> None:
    shapes = {picture.shape for picture in (calibration.dark, calibration.flat, calibration.ambient) if picture is not None}
    if len(shapes) > 1:
        raise _refused(path, "names dark, flat and ambient frames of different sizes")
    dark = 0.0 if calibration.dark is None else float(np.median(calibration.dark))
    full = 2**calibration.bit_depth - 1
    if dark > 0.5 * full:
        raise _refused(path, "has a dark frame that is not dark")
    if calibration.flat is not None and not dark + 0.01 * full < float(np.median(calibration.flat)) < 0.995 * full:
        raise _refused(path, "has a flat frame that is too dark or saturated")


def _refused(path: Path, what: str) -> ImportRefused:
    return ImportRefused(f"{path.name} {what}. {NOTHING}")
