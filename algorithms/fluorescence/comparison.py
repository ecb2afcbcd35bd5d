"""Before and after: how much of the light that was there is still there, and whether the two pictures may be compared at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from algorithms.fluorescence.model import Calibration, CameraState, Finding, Image, Raw, Region, Verdict
from algorithms.fluorescence.residual import check_residual

TURNS = (1, 0, -1)  # OpenCV's codes: left-right, upside down, both
TOLD_APART = 0.2
ALIKE = 0.45


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """`remaining_light` is the sum of area × contrast after ÷ before, `remaining_area` that of the areas; None where nothing glowed before."""

    before: tuple[Region, ...]
    remaining_light: float | None
    remaining_area: float | None
    sentence: str


def compare(reference: Sequence[Raw], after: Finding, calibration: Calibration) -> Comparison:
    """Check the reference in the same way and set the two beside each other."""
    return compare_findings(check_residual(reference, calibration), after)


def compare_findings(before: Finding, after: Finding) -> Comparison:
    """Two checks of the same scene, before and after."""
    regions = tuple(region for region in before.regions if not region.faint)
    if before.verdict is not Verdict.SIGNAL:
        return Comparison(regions, None, None, "The reference shows no signal, so there is nothing to compare with.")
    left = tuple(region for region in after.regions if not region.faint)
    light = sum(map(_light, left)) / sum(map(_light, regions))
    area = sum(region.area_mm2 for region in left) / sum(region.area_mm2 for region in regions)
    if after.verdict is Verdict.INDETERMINATE:
        return Comparison(regions, None, None, "The frames after the resection cannot be judged, so nothing is compared.")
    return Comparison(regions, light, area, f"{100 * light:.0f} % of the reference's light is left, on {100 * area:.0f} % of its area.")


def mirrored(reference: Raw, frame: Raw) -> bool:
    """Whether the pictures agree clearly better when one of them is flipped: a camera that reconnected may have lost its flip."""
    if reference.shape != frame.shape:
        return False
    one, other = _thumbnail(reference), _thumbnail(frame)
    straight = _likeness(one, other)
    return any(
        (turned := _likeness(one, np.asarray(cv2.flip(other, turn), dtype=np.float32))) > ALIKE and turned > straight + TOLD_APART
        for turn in TURNS
    )


def difference_of(before: CameraState, after: CameraState) -> str:
    """The first thing in which two pictures were taken differently, with both values; empty where nothing is known to differ.

    Numbers may differ by 2 %. What either side does not say is not held against it.
    """
    for word, unit, one, other in (
        ("exposure", " ms", before.exposure_ms, after.exposure_ms),
        ("gain", " dB", before.gain_db, after.gain_db),
        ("distance", " mm", before.distance_mm, after.distance_mm),
        ("flip", "", before.flip, after.flip),
    ):
        if one is not None and other is not None and _differ(one, other):
            return f"{word} ({_shown(one)}{unit}, now {_shown(other)}{unit})"
    return ""


def _differ(one: float | str, other: float | str) -> bool:
    if isinstance(one, str) or isinstance(other, str):
        return one != other
    return abs(one - other) > 0.02 * max(abs(one), abs(other), 0.5)


def _shown(value: float | str) -> str:
    return value if isinstance(value, str) else f"{value:g}"


def _light(region: Region) -> float:
    return region.area_mm2 * region.contrast


def _thumbnail(frame: Raw) -> Image:
    """Small, level, and without glare: what is left is the scene's own pattern."""
    small = cv2.resize(frame, (96, 72), interpolation=cv2.INTER_AREA).astype(np.float32)
    level = small - cv2.GaussianBlur(small, (0, 0), 5)
    spread = 3 * float(np.std(level)) + 1e-6
    return np.asarray(cv2.GaussianBlur(np.clip(level, -spread, spread), (0, 0), 1.0), dtype=np.float32)


def _likeness(one: Image, other: Image) -> float:
    """The best correlation over small shifts."""
    inner = one[6:-6, 6:-6]
    if float(inner.std()) < 1e-6 or float(other.std()) < 1e-6:
        return 0.0
    return float(cv2.matchTemplate(other, np.ascontiguousarray(inner), cv2.TM_CCOEFF_NORMED).max())
