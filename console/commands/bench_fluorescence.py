"""`rimlight bench fluorescence`: the live picture beside plain OpenCV and scikit-image at full resolution and beside bare copying, in turn.

With `--live SECONDS` and a display, also the whole way from a frame's arrival to the end of its painting, in a real window of its own process.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from algorithms.fluorescence.live import LivePicture
from algorithms.fluorescence.model import Calibration
from algorithms.fluorescence.overlay import LIME
from algorithms.fluorescence.residual import check_residual
from devices.simulated.camera import Sensor
from devices.simulated.scene import Deposit, Scene, ambient, lit

SIZES = {"1280x1024": (1024, 1280, 0.1), "1920x1080": (1080, 1920, 0.07), "3840x2160": (2160, 3840, 0.035)}
WANTED = 2.5
SLOW = {"plain_opencv": 6, "plain_skimage": 3}  # turns are enough for what takes so long
LIVE = Path(__file__).resolve().parents[2] / "tests" / "benchmarks" / "live_picture.py"

Frame = npt.NDArray[Any]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How long."""
    parser.add_argument("--rounds", type=int, default=60, help="of each size")
    parser.add_argument(
        "--live", type=float, default=0.0, metavar="SECONDS", help="also 1080p60 in a real window, where there is a display"
    )


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Every size; one OpenCV thread, because the other core draws the screen."""
    threads = cv2.getNumThreads()
    cv2.setNumThreads(1)
    try:
        sizes = {name: measure(*size, rounds=max(3, arguments.rounds)) for name, size in SIZES.items()}
    finally:
        cv2.setNumThreads(threads)
    found: dict[str, Any] = {"sizes": sizes, "wanted_times_floor": WANTED, "opencv": cv2.__version__, "opencv_threads": 1}
    return found | ({"live": live(arguments.live)} if arguments.live > 0 else {})


def live(seconds: float) -> dict[str, Any]:
    """Arrival to repaint at 1080p60, or why it was not measured."""
    if not LIVE.is_file():
        return {"skipped": "this installation has no benchmarks; run it from a checkout"}
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return {"skipped": "there is no display"}
    command = [sys.executable, str(LIVE), "--seconds", str(seconds)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=seconds + 120, check=False)  # noqa: S603 - a script of our own
    if ran.returncode:
        return {"skipped": "the window could not be opened"}
    answer: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
    return answer


def measure(rows: int, columns: int, mm_per_pixel: float, *, rounds: int) -> dict[str, Any]:
    """Milliseconds of the floor, of ours and of plain OpenCV, interleaved; and of one ten-frame check."""
    scene = Scene(
        rows=rows, columns=columns, mm_per_pixel=mm_per_pixel, deposits=(Deposit(-9, -4, 1, 4.5, 9), Deposit(8, 5, 2, 3, 9)), texture=0.08
    )
    sensor, random = Sensor(), np.random.default_rng(1)
    expected, room = lit(scene), ambient(scene)
    frame, dark = np.asarray(sensor.expose(expected, random)), np.asarray(sensor.expose(room, random))
    colour = random.integers(40, 120, (rows, columns, 3), dtype=np.uint8)
    out = np.empty((rows, columns, 4), np.uint8)
    picture, copies = LivePicture(rows, columns, mm_per_pixel), [np.empty_like(array) for array in (frame, dark, colour, out)]
    calibration = Calibration(
        mm_per_pixel, sensor.bit_depth, ambient=dark, gain_e_per_dn=sensor.gain_e_per_dn, read_noise_e=sensor.read_noise_e
    )
    works: dict[str, Callable[[], object]] = {
        "floor": lambda: _copy((frame, dark, colour, out), copies),
        "ours": lambda: picture.show(frame, dark, colour, out),
        "plain_opencv": lambda: plain_opencv(frame, dark, colour, mm_per_pixel),
        "plain_skimage": lambda: plain_skimage(frame, dark, colour, mm_per_pixel),
    }
    taken: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(rounds + 2):
        for name, work in works.items():
            if turn > SLOW.get(name, rounds + 2):
                continue
            began = time.perf_counter()
            work()
            if turn >= 2:
                taken[name].append(1e3 * (time.perf_counter() - began))
    result: dict[str, Any] = {name: _spread(times) for name, times in taken.items()}
    result["ours_times_floor"] = round(result["ours"]["median_ms"] / result["floor"]["median_ms"], 2)
    result["plain_opencv_times_ours"] = round(result["plain_opencv"]["median_ms"] / result["ours"]["median_ms"], 1)
    result["plain_skimage_times_ours"] = round(result["plain_skimage"]["median_ms"] / result["ours"]["median_ms"], 1)
    result["glows_found"] = len(picture.show(frame, dark, colour, out))
    began = time.perf_counter()
    check_residual([frame] * 10, calibration)
    result["residual_check_ms"] = round(1e3 * (time.perf_counter() - began), 1)
    return result


def _copy(arrays: tuple[Frame, ...], copies: list[Frame]) -> None:
    """All that comes in and all that goes out, once: less cannot be done."""
    for copy, array in zip(copies, arrays, strict=True):
        np.copyto(copy, array)


def plain_opencv(frame: Frame, dark: Frame, colour: Frame, mm_per_pixel: float) -> Frame:
    """The obvious way: the same picture in floats at full resolution."""
    light = frame.astype(np.float32) - dark.astype(np.float32)
    level = cv2.GaussianBlur(light, (0, 0), 1.0 / mm_per_pixel)
    background = float(np.median(light[::4, ::4]))
    mask = (level > 1.35 * background).astype(np.uint8)
    cv2.connectedComponentsWithStats(mask)
    alpha = (np.clip((light - background) / max(float(level.max()) - background, 1e-3), 0, 1) * mask * 0.75)[..., None]
    blended = colour.astype(np.float32) * (1 - alpha) + np.array(LIME, np.float32) * alpha
    return np.asarray(cv2.cvtColor(blended.astype(np.uint8), cv2.COLOR_BGR2BGRA))


def plain_skimage(frame: Frame, dark: Frame, colour: Frame, mm_per_pixel: float) -> Frame:
    """The same by scikit-image and numpy, as its own examples do it."""
    from skimage import filters, measure  # noqa: PLC0415 - half a second, and only for this comparison

    light = frame.astype(np.float64) - dark.astype(np.float64)
    level = filters.gaussian(light, 1.0 / mm_per_pixel, preserve_range=True)  # type: ignore[no-untyped-call]
    background = float(np.median(level))
    mask = level > 1.35 * background
    measure.regionprops(measure.label(mask), intensity_image=level)  # type: ignore[no-untyped-call]
    alpha = (np.clip((light - background) / max(float(level.max()) - background, 1e-3), 0, 1) * mask * 0.75)[..., None]
    blended = colour * (1 - alpha) + np.array(LIME) * alpha
    return np.dstack([blended.astype(np.uint8), np.full(frame.shape, 255, np.uint8)])


def _spread(times: list[float]) -> dict[str, float]:
    return {"median_ms": round(statistics.median(times), 2), "p99_ms": round(sorted(times)[int(0.99 * (len(times) - 1))], 2)}
