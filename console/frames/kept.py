"""Calibrations that are kept, one a device: a folder each, in the same format that the command line reads. They hold no patient data.

A calibration belongs to a camera and to how it stood. `misfit` says in one sentence why one may not be used for a frame; then nothing is measured.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import cv2

from algorithms.fluorescence.comparison import difference_of
from algorithms.fluorescence.model import Calibration, CameraState, Raw
from console.cases.files import make_folder, write_whole
from console.faults import ImportRefused
from console.frames.calibration import CalibrationFile, read_calibration

NAME = "calibration.toml"


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """A calibration with its camera's state then, when it was taken, whether of a simulated camera, and the SHA-256 of its parts."""

    calibration: Calibration
    state: CameraState
    taken_at: datetime | None
    simulated: bool
    sha256: str

    def misfit(self, frame: Raw, bit_depth: int, now: CameraState) -> str:
        """Why this frame cannot be measured with it; empty where it can."""
        if wrong := self.calibration.misfit(frame.shape, bit_depth):
            return f"{wrong[0].upper()}{wrong[1:]}. Calibrate the camera again."
        if differs := difference_of(self.state, now):
            return f"The calibration was taken with another {differs}. Set the camera back, or calibrate it again."
        return ""


class Calibrations:
    """Under `home`/calibrations, by the device's address and serial number."""

    def __init__(self, home: Path) -> None:
        self._folder = home / "calibrations"

    def read(self, device: str) -> Kept | None:
        """What is kept for this device; None where nothing is, `ImportRefused` where it is damaged."""
        folder = self._of(device)
        if not (folder / NAME).is_file():
            return None
        file = read_calibration(folder / NAME)
        return Kept(file.calibration, file.state, _taken_at(folder / NAME), file.simulated, digest(file.calibration))

    def keep(self, device: str, calibration: Calibration, state: CameraState, at: datetime, *, simulated: bool) -> Kept:
        """Write it, whole or not at all: the table that names the pictures comes last; then read it back."""
        folder = self._of(device)
        make_folder(folder)
        names = {}
        for name in ("dark", "flat", "ambient"):
            picture: Raw | None = getattr(calibration, name)
            if picture is not None:
                content = _png(picture)
                names[name] = f"{name}-{hashlib.sha256(content).hexdigest()[:16]}.png"
                write_whole(folder / names[name], content)
        write_whole(folder / NAME, _toml(calibration, state, at, names, simulated=simulated).encode())
        for path in folder.glob("*.png"):
            if path.name not in names.values():
                path.unlink()
        kept = self.read(device)
        assert kept is not None
        return kept

    def _of(self, device: str) -> Path:
        return self._folder / hashlib.sha256(device.encode()).hexdigest()[:24]


def in_memory(file: CalibrationFile, at: datetime | None) -> Kept:
    """A calibration that came otherwise (of the simulated camera), as if it had been kept."""
    return Kept(file.calibration, file.state, at, file.simulated, digest(file.calibration))


def digest(calibration: Calibration) -> str:
    """One SHA-256 over every number of it."""
    whole = hashlib.sha256()
    for part in (calibration.mm_per_pixel, calibration.bit_depth, calibration.read_noise_e, calibration.gain_e_per_dn, calibration.device):
        whole.update(f"{part}\n".encode())
    for picture in (calibration.dark, calibration.flat, calibration.ambient):
        whole.update(b"-" if picture is None else picture.tobytes())
    return whole.hexdigest()


def _png(picture: Raw) -> bytes:
    done, content = cv2.imencode(".png", picture)
    if not done:
        raise RuntimeError("a picture could not be encoded")
    return bytes(content.tobytes())


def _toml(calibration: Calibration, state: CameraState, at: datetime, names: dict[str, str], *, simulated: bool) -> str:
    """Text is written as JSON strings, which are TOML's too."""
    lines = [
        f"simulated = {str(simulated).lower()}",
        f"taken = {at.isoformat(timespec='seconds')}",
        f"device = {_quoted(calibration.device)}",
    ]
    lines += [f"mm_per_pixel = {calibration.mm_per_pixel!r}", f"bit_depth = {calibration.bit_depth}"]
    lines += [f'{name} = "{file}"' for name, file in names.items()]
    numbers = {
        "read_noise_e": calibration.read_noise_e, "gain_e_per_dn": calibration.gain_e_per_dn, "exposure_ms": state.exposure_ms,
        "gain_db": state.gain_db, "distance_mm": state.distance_mm,
    }  # fmt: skip
    lines += [f"{name} = {float(number)!r}" for name, number in numbers.items() if number is not None]
    lines += [f'flip = "{state.flip}"'] if state.flip is not None else []
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return '"' + "".join(c if c.isprintable() and c not in '"\\' else " " for c in text)[:200] + '"'


def _taken_at(path: Path) -> datetime | None:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("taken = "):
            try:
                return datetime.fromisoformat(line.removeprefix("taken = "))
            except ValueError:
                raise ImportRefused("The kept calibration has a date that cannot be read. Calibrate the camera again.") from None
    return None
