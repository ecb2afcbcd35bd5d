"""`rimlight simulate camera`: frames of a known scene as 16-bit files, with the camera's calibration and the truth beside them."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from console.faults import Refused
from devices.camera import Pixels
from devices.simulated.camera import Sensor
from devices.simulated.course import Change, Course, resected
from devices.simulated.scene import Image, Scene, Spot, lens

MOST_FRAMES = 600
PER_SECOND = 20.0
LIMITS = {
    "texture": (0.0, 0.5),
    "ambient_e": (0.0, 1e5),
    "background_e": (1.0, 1e5),
    "vignetting": (0.0, 0.9),
    "mm_per_pixel": (0.02, 2.0),
    "attenuation_per_mm": (0.01, 2.0),
}
COUNTS = {"rows": (16, 4096), "columns": (16, 4096), "glints": (0, 500), "vessels": (0, 100), "lobules": (0, 500)}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The scene, what happens in it, and where to write."""
    usual = Scene()
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="a new or empty folder")
    parser.add_argument("--frames", type=int, default=10, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="the same seed gives the same frames")
    parser.add_argument("--none", action="store_true", help="nothing glows: tissue alone")
    parser.add_argument(
        "--resected", type=int, nargs="*", metavar="DEPOSIT", help="after the resection, which left these deposits, or none"
    )
    parser.add_argument("--spot", type=float, nargs=4, action="append", default=[], metavar=("X_MM", "Y_MM", "FWHM_MM", "CONTRAST"))
    parser.add_argument("--breathing-mm", type=float, default=0.5, metavar="MM")
    for name in LIMITS:
        parser.add_argument(f"--{name.replace('_', '-')}", type=float, default=getattr(usual, name), metavar="X")
    for name in COUNTS:
        parser.add_argument(f"--{name}", type=int, default=getattr(usual, name), metavar="N")


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Simulate, and write the frames one by one."""
    scene = _scene(arguments)
    folder = _empty(arguments.out)
    course = Course(scene, Change(breathing_mm=arguments.breathing_mm))
    sensor, random = Sensor(), np.random.default_rng([arguments.seed, 1])
    names = []
    for number in range(arguments.frames):
        names.append(f"frame-{number:04d}.png")
        _write_picture(folder / names[-1], sensor.expose(course.lit_at(number / PER_SECOND), random))
    _write_calibration(folder, scene, sensor, course.room, random)
    _write(folder / "truth.json", json.dumps({"simulated": True, "scene": asdict(scene)}, indent=2).encode())
    return {"out": str(folder), "frames": names, "calibration": str(folder / "calibration.toml"), "seed": arguments.seed, "simulated": True}


def _scene(arguments: argparse.Namespace) -> Scene:
    for name, (least, most) in {**LIMITS, **COUNTS, "frames": (1, MOST_FRAMES), "breathing_mm": (0, 50), "seed": (0, 2**31)}.items():
        if not least <= getattr(arguments, name) <= most:
            raise Refused(f"--{name.replace('_', '-')} lies between {least:g} and {most:g}.")
    if any(not (np.isfinite(spot).all() and spot[2] > 0) for spot in arguments.spot):
        raise Refused("--spot needs four numbers, and its width is above zero.")
    given = {name: getattr(arguments, name) for name in (*LIMITS, *COUNTS)}
    scene = Scene(**given, seed=arguments.seed, spots=tuple(Spot(*spot) for spot in arguments.spot))
    if arguments.none:
        return replace(scene, deposits=())
    if arguments.resected is None:
        return scene
    if any(not 0 <= number < len(scene.deposits) for number in arguments.resected):
        raise Refused(f"--resected names deposits from 0 to {len(scene.deposits) - 1}.")
    return resected(scene, tuple(arguments.resected))


def _empty(folder: Path) -> Path:
    """The folder, made if need be; refused where something lies in it already."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise Refused(f"{folder.name} is not empty.")
    except OSError as error:
        raise Refused(f"{folder.name} cannot be used: {error.strerror or 'the system refuses'}.") from None
    return folder


def _write_calibration(folder: Path, scene: Scene, sensor: Sensor, room: Image, random: np.random.Generator) -> None:
    """What a technician would take: the lens cap on, a white card, and the room without excitation; sixteen exposures each, averaged."""
    white = lens(scene) * np.float32(0.5 * 2**sensor.bit_depth * sensor.gain_e_per_dn)
    for name, light in (("dark", np.zeros_like(room)), ("flat", white), ("ambient", room)):
        taken = np.stack([sensor.expose(np.asarray(light, dtype=np.float32), random) for _ in range(16)])
        _write_picture(folder / f"{name}.png", np.rint(taken.mean(axis=0)).astype(taken.dtype))
    lines = (
        "# Simulated: no patient, no camera.",
        "simulated = true",
        'device = "Rimlight simulated NIR camera"',
        f"mm_per_pixel = {scene.mm_per_pixel}",
        f"bit_depth = {sensor.bit_depth}",
        'dark = "dark.png"',
        'flat = "flat.png"',
        'ambient = "ambient.png"',
        f"read_noise_e = {sensor.read_noise_e}",
        f"gain_e_per_dn = {sensor.gain_e_per_dn}",
        f"exposure_ms = {sensor.exposure_ms}",
        "gain_db = 0.0",
        'flip = "none"',
    )
    _write(folder / "calibration.toml", ("\n".join(lines) + "\n").encode())


def _write_picture(path: Path, pixels: Pixels) -> None:
    done, content = cv2.imencode(".png", pixels)
    if not done:
        raise RuntimeError("a picture could not be encoded")
    _write(path, content.tobytes())


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise Refused(f"{path.name} cannot be written: {error.strerror or 'the system refuses'}.") from None
