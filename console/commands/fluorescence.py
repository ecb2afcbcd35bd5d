"""`rimlight fluorescence`: does anything glow in these frames, where, and how large."""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from algorithms.fluorescence.comparison import Comparison, compare, difference_of, mirrored
from algorithms.fluorescence.model import ALGORITHM, VERSION, Calibration, CameraState, Finding, Region
from algorithms.fluorescence.overlay import Style, draw
from algorithms.fluorescence.residual import check_residual
from console.faults import ImportRefused, Refused
from console.frames.calibration import CalibrationFile, read_calibration, state_beside
from console.frames.pictures import MOST_TOTAL, NOTHING, Raw, content_of
from console.frames.reader import read_frames

NAME = "fluorescence"
SUMMARY = "where ICG glows in frames of a near-infrared camera, or that nothing does"
CITATION = "Lee et al., Sci Rep 2021;11:9997; AAPM TG-311"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Frames of one scene, and what is known of the camera."""
    parser.add_argument(
        "frames", type=Path, nargs="+", metavar="FRAME", help="8- or 16-bit PNG or TIFF, NPY, or a video; of one scene, in order"
    )
    parser.add_argument("--calibration", type=Path, metavar="FILE", help="calibration.toml; without it nothing can be judged")
    parser.add_argument("--reference", type=Path, metavar="FILE", help="a frame of the same scene before the resection")
    parser.add_argument("--overlay", type=Path, metavar="OUT.png", help="where to draw what was found")
    parser.add_argument("--style", choices=[style.value for style in Style], default=Style.LIME.value, help="how the overlay looks")


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Read, check, compare, draw, say."""
    file = None if arguments.calibration is None else read_calibration(arguments.calibration)
    calibration = None if file is None else file.calibration
    frames = _frames(arguments.frames, calibration)
    reference = None if arguments.reference is None else _reference(arguments.reference, arguments.frames[0], frames, file)
    _check_target(arguments)
    finding = check_residual(frames, calibration)
    result = described(finding) | {
        "sha256": [hashlib.sha256(content_of(path)).hexdigest() for path in arguments.frames],
        "algorithm": f"{ALGORITHM} {VERSION}",
        "citation": CITATION,
        "device": "" if calibration is None else calibration.device,
        "simulated": file is not None and file.simulated,
    }
    if reference is not None and calibration is not None:
        result["comparison"] = _compared(compare(reference, finding, calibration))
    if arguments.overlay is not None:
        result["overlay"] = _drawn(arguments.overlay, frames[len(frames) // 2], finding, calibration, Style(arguments.style))
    return result


def described(finding: Finding) -> dict[str, Any]:
    """The finding as JSON has it."""
    limit = finding.limit
    return {
        "verdict": finding.verdict.value,
        "outcome": finding.outcome.value,
        "reason": finding.reason,
        "hindrance": None if finding.hindrance is None else finding.hindrance.value,
        "regions": [_region(region) for region in finding.regions],
        "sharp_points": [
            {"centroid_mm": list(point.centroid_mm), "centroid_px": list(point.centroid_px), "area_mm2": point.area_mm2}
            for point in finding.sharp_points
        ],
        "false_alarm_per_frame": finding.false_alarm_per_frame,
        "detection_limit": None if limit is None else {"contrast_2_8_mm": limit.contrast_2_8_mm, "contrast_5_mm": limit.contrast_5_mm},
        "frames": finding.frames,
        "motion_mm": finding.motion_mm,
        "validity": finding.validity,
    }


def _region(region: Region) -> dict[str, Any]:
    return {
        "area_mm2": region.area_mm2,
        "centroid_mm": list(region.centroid_mm),
        "centroid_px": list(region.centroid_px),
        "contrast_to_noise": region.contrast_to_noise,
        "signal_to_background": region.signal_to_background,
        "major_mm": region.major_mm,
        "minor_mm": region.minor_mm,
        "contrast": region.contrast,
        "z": region.z,
        "seen_in": region.seen_in,
        "faint": region.faint,
        "saturated": region.saturated,
    }


def _compared(found: Comparison) -> dict[str, Any]:
    return {
        "reference_regions": [_region(region) for region in found.before],
        "remaining_light": found.remaining_light,
        "remaining_area": found.remaining_area,
        "sentence": found.sentence,
    }


def _frames(paths: Sequence[Path], calibration: Calibration | None) -> list[Raw]:
    """Every frame of every file, once they are known to belong together and to the calibration."""
    found: list[Raw] = []
    for path in paths:
        for frame in read_frames(path):
            _check_frame(path, frame, found[0] if found else frame, calibration)
            found.append(frame)
        if sum(frame.size for frame in found) > MOST_TOTAL:
            raise ImportRefused(f"{path.name} and the frames before it are too much together. {NOTHING}")
    return found


def _check_frame(path: Path, frame: Raw, first: Raw, calibration: Calibration | None) -> None:
    if frame.shape != first.shape or frame.dtype != first.dtype:
        raise ImportRefused(f"{path.name} has another size or depth than the first frame. {NOTHING}")
    if calibration is None:
        return
    depth = 8 if frame.dtype == np.uint8 else calibration.bit_depth
    if int(frame.max()) >= 2**calibration.bit_depth:
        raise ImportRefused(f"{path.name} holds values beyond the {calibration.bit_depth} bits of the calibration. {NOTHING}")
    if wrong := calibration.misfit(frame.shape, depth):
        raise ImportRefused(f"{path.name} does not fit its calibration: {wrong}. {NOTHING}")


def _reference(path: Path, first: Path, frames: Sequence[Raw], file: CalibrationFile | None) -> list[Raw]:
    """The frame from before, refused where the camera stood otherwise."""
    if file is None:
        raise Refused(f"A comparison needs --calibration: lengths and noise are unknown without it. {NOTHING}")
    found = list(read_frames(path))
    _check_frame(path, found[0], frames[0], file.calibration)
    before, after, usual = state_beside(path), state_beside(first), file.state
    now = CameraState(
        after.exposure_ms or usual.exposure_ms, usual.gain_db if after.gain_db is None else after.gain_db,
        after.distance_mm or usual.distance_mm, after.flip or usual.flip,
    )  # fmt: skip
    if differs := difference_of(before, now):
        raise ImportRefused(f"{path.name} cannot be compared: it was taken with another {differs}. {NOTHING}")
    if mirrored(found[0], frames[len(frames) // 2]):
        raise ImportRefused(f"{path.name} cannot be compared: one of the pictures is mirrored against the other. {NOTHING}")
    return found


def _check_target(arguments: argparse.Namespace) -> None:
    """Before the work: a place that cannot be written, or that would destroy an input."""
    target = arguments.overlay
    if target is None:
        return
    if target.suffix.lower() != ".png":
        raise Refused(f"{target.name} does not end in .png. {NOTHING}")
    if target.is_dir() or not target.parent.is_dir():
        raise Refused(f"{target.name} cannot be written: there is no such folder. {NOTHING}")
    inputs = [path for path in (*arguments.frames, arguments.calibration, arguments.reference) if path is not None]
    if target.exists() and any(path.exists() and target.samefile(path) for path in inputs):
        raise Refused(f"{target.name} is one of the inputs; an overlay is not written over it. {NOTHING}")


def _drawn(target: Path, frame: Raw, finding: Finding, calibration: Calibration | None, style: Style) -> str:
    bits = calibration.bit_depth if calibration is not None else 8 * frame.dtype.itemsize
    picture = draw(frame, bits, finding, style)
    done, content = cv2.imencode(".png", picture)
    if not done:
        raise RuntimeError("a picture could not be encoded")
    try:
        target.write_bytes(content.tobytes())
    except OSError as error:
        raise Refused(f"{target.name} cannot be written: {error.strerror or 'the system refuses'}.") from None
    return str(target)
