"""`rimlight bench fluorescence`: the live picture beside plain OpenCV at full resolution and beside bare copying, in turn."""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
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

Frame = npt.NDArray[Any]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How long."""
    parser.add_argument("--rounds", type=int, default=60, help="of each size")


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Every size; one OpenCV thread, because the other core draws the screen."""
    threads = cv2.getNumThreads()
    cv2.setNumThreads(1)
    try:
        sizes = {name: measure(*size, rounds=max(3, arguments.rounds)) for name, size in SIZES.items()}
    finally:
        cv2.setNumThreads(threads)
    return {"sizes": sizes, "wanted_times_floor": WANTED, "opencv": cv2.__version__, "opencv_threads": 1}


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
    }
    taken: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(rounds + 2):
        for name, work in works.items():
            if name == "plain_opencv" and turn > 6:
                continue
            began = time.perf_counter()
            work()
            if turn >= 2:
                taken[name].append(1e3 * (time.perf_counter() - began))
    result: dict[str, Any] = {name: _spread(times) for name, times in taken.items()}
    result["ours_times_floor"] = round(result["ours"]["median_ms"] / result["floor"]["median_ms"], 2)
    result["plain_opencv_times_ours"] = round(result["plain_opencv"]["median_ms"] / result["ours"]["median_ms"], 1)
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


def _spread(times: list[float]) -> dict[str, float]:
    return {"median_ms": round(statistics.median(times), 2), "p99_ms": round(sorted(times)[int(0.99 * (len(times) - 1))], 2)}
