"""A signed fluorescence check judged once more from its stored frames, for whoever wants to see that the same comes out."""

from __future__ import annotations

import hashlib
import io

import cv2
import numpy as np

from algorithms.fluorescence.model import VERSION, Calibration, Mask
from algorithms.fluorescence.residual import check_residual
from console.cases.fluorescence_log import (
    REMAINING,
    Cavity,
    Checked,
    face_of,
    pages_of,
    subject_of,
    values,
)  # fmt: skip
from console.cases.inputs import Inputs, Recomputed
from console.cases.model import Side

NPZ = b"PK"


def recompute(inputs: Inputs) -> Recomputed:
    """The values anew. The share of light that was left of a reference is taken over: it rests on frames of another reading."""
    checked, sha256 = checked_again(inputs)
    known = dict(inputs.reading.provenance.parameters)
    return Recomputed(values(checked, Side(known["breast"])), sha256, VERSION)


def checked_again(inputs: Inputs) -> tuple[Checked, str]:
    """The whole check anew, with its frames and outlines, and the hash of the frames' file."""
    reading = inputs.reading
    known = dict(reading.provenance.parameters)
    contents = [inputs.asset(sha256) for sha256 in reading.assets]
    frames, pictures = pages_of(contents[0]), next((content for content in contents[1:] if content.startswith(NPZ)), None)
    ambients = next((pages_of(content) for content in contents[1:] if not content.startswith(NPZ)), ())
    calibration = _calibration(known, pictures, reading.provenance.device)
    numbers = [float(part) for part in known["outline px"].split()]
    edge = [float(part) for part in known.get("edge px", "").split()]
    cavity = Cavity((numbers[0], numbers[1]), (numbers[2], numbers[3]), tuple(zip(edge[0::2], edge[1::2], strict=True)))
    restricted = known["restricted"] == "true"
    inside = inside_of(cavity, frames[0].shape) if restricted else None
    finding = check_residual(frames, calibration, ambients=ambients or None, inside=inside)
    remaining = next((float(value.number) / 100 for value in reading.values if value.name == REMAINING and value.number is not None), None)
    checked = Checked(
        subject_of(reading), finding, frames, ambients, calibration, "", (), reading.provenance.device, reading.provenance.simulated, cavity,
        restricted, reading.specimen_id, face_of(reading), remaining,
    )  # fmt: skip
    return checked, hashlib.sha256(contents[0]).hexdigest()


def inside_of(cavity: Cavity, shape: tuple[int, ...]) -> Mask:
    """What lies inside the outline, (rows, columns)."""
    if cavity.edge:
        mask = np.zeros(shape[:2], np.uint8)
        cv2.fillPoly(mask, [np.rint([(column, row) for row, column in cavity.edge]).astype(np.int32)], 1)
        return np.asarray(mask > 0)
    rows, columns = np.ogrid[: shape[0], : shape[1]]
    down = (rows - cavity.centre[0]) / max(cavity.half[0], 1.0)
    right = (columns - cavity.centre[1]) / max(cavity.half[1], 1.0)
    return np.asarray(down**2 + right**2 <= 1.0)


def _calibration(known: dict[str, str], pictures: bytes | None, device: str) -> Calibration | None:
    if "mm per pixel" not in known:
        return None
    named = {}
    if pictures is not None:
        with np.load(io.BytesIO(pictures), allow_pickle=False) as file:
            named = {name: file[name] for name in file.files}
    gain, noise = known.get("gain e/DN"), known.get("read noise e")
    return Calibration(
        float(known["mm per pixel"]), int(known["bit depth"]), named.get("dark"), named.get("flat"), named.get("ambient"),
        float(noise) if noise else None, float(gain) if gain else None, device,
    )  # fmt: skip
