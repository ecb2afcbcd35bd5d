"""The residual check: does anything still glow? One frame or a short stack of the same scene in, one of four outcomes out.

Frames are corrected, registered, and averaged without their extremes; glints are taken out; matched bands measure contrast against the spread
of camera noise and tissue together. A region counts when it is significant (z), bright enough (contrast), wide enough (area), and there in at
least eight of ten frames. docs/fluorescence.md says how often that fails either way, and on what it was measured.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from algorithms.fluorescence.bands import weighed
from algorithms.fluorescence.correction import Light, correct, prepare
from algorithms.fluorescence.evidence import Evidence, backdrop, weigh
from algorithms.fluorescence.glints import find_glints
from algorithms.fluorescence.lesions import LEAST_MM2, SHARPEST_MM, Candidate, Grid, describe, find_candidates, sharp_points
from algorithms.fluorescence.model import Calibration, Finding, Hindrance, Image, Mask, Outcome, Raw, Region
from algorithms.fluorescence.registration import find_shift, moved_back, plain
from algorithms.fluorescence.words import WORST_LIMIT, false_alarm_per_frame, judged_words, refusal, validity

VOTES = 0.8
COARSEST_MM = 0.9
SMALLEST_MM = 15.0
MOST_MOTION_MM = 8.0
MOST_CHANGE = 0.08  # of the background: what differs between registered frames beyond their noise
MOST_SATURATED = 0.2
AMBIENT_RATIO = 4.0  # room light to fluorescence


@dataclass(frozen=True, slots=True, eq=False)
class Stack:
    """Registered frames on the working grid; `mean` without their extremes."""

    frames: tuple[Image, ...]
    mean: Image
    light: Light
    motion_mm: float
    change: float


def check_residual(
    frames: Sequence[Raw], calibration: Calibration | None, *, ambients: Sequence[Raw] | None = None, inside: Mask | None = None
) -> Finding:
    """Judge frames of one scene, all of one shape. `ambients` go with them one to one; `inside` (rows, columns) restricts what is judged."""
    if not frames:
        raise ValueError("a check needs at least one frame")
    if calibration is None:
        return _cannot(Hindrance.UNCALIBRATED, "", len(frames))
    rows, columns = frames[0].shape
    if (wrong := _geometry(rows, columns, calibration.mm_per_pixel)) is not None:
        return _cannot(wrong, f"{calibration.mm_per_pixel:g}", len(frames))
    bench = prepare(calibration, inside)
    lights = [correct(frame, bench, None if ambients is None else ambients[index]) for index, frame in enumerate(frames)]
    inner = None if inside is None else bench.shrunk(inside.astype(np.float32)) > 0.5
    if (hindered := _light_fault(lights, inner)) is not None:
        return _cannot(*hindered, len(frames))
    stack = register(lights, inner)
    if stack.motion_mm > MOST_MOTION_MM or stack.change > MOST_CHANGE:
        return replace(_cannot(Hindrance.MOVING, f"{stack.motion_mm:.1f}", len(frames)), motion_mm=stack.motion_mm)
    return _judged(stack, inner)


def register(lights: Sequence[Light], inside: Mask | None = None) -> Stack:
    """Lay all frames on the middle one, by the texture inside."""
    middle = lights[len(lights) // 2]
    if len(lights) == 1:
        return Stack((middle.values,), middle.values, middle, 0.0, 0.0)
    background = backdrop(middle.values, middle.weight, middle.variance, middle.mm_per_pixel)
    outside = np.zeros(background.shape, np.bool_) if inside is None else ~inside
    textures = [plain(light.values, background, _glare(light, background) | outside) for light in lights]
    reference = textures[len(lights) // 2]
    shifts = [find_shift(reference, texture) for texture in textures]
    frames = [moved_back(light.values, shift.rows, shift.columns) for light, shift in zip(lights, shifts, strict=True)]
    motion = max(math.hypot(shift.rows, shift.columns) for shift in shifts) * middle.mm_per_pixel
    change = max(
        _change(reference, moved_back(texture, shift.rows, shift.columns), outside) for texture, shift in zip(textures, shifts, strict=True)
    )
    change -= _noise_of_plain(middle, background)
    cut = len(frames) // 5
    ordered = np.sort(np.stack(frames), axis=0)
    mean = ordered[cut : len(frames) - cut].mean(axis=0, dtype=np.float32)
    return Stack(tuple(frames), mean, middle, motion, change)


def _glare(light: Light, background: Image) -> Mask:
    core = find_glints(light.values, background, np.sqrt(light.variance), light.mm_per_pixel).core
    return np.asarray(cv2.dilate(core.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0)


def _change(reference: Image, other: Image, outside: Mask) -> float:
    """How much the texture differs, robustly: glints come and go."""
    seen = ~outside[2:-2:2, 2:-2:2]
    return 1.4826 * float(np.median(np.abs(reference - other)[2:-2:2, 2:-2:2][seen])) if seen.any() else 0.0


def _noise_of_plain(light: Light, background: Image) -> float:
    """What `_change` reads of two frames that differ by noise alone (a Gaussian of 1.2 pixels leaves 0.235 of it)."""
    return 0.235 * math.sqrt(2) * float(np.median(np.sqrt(light.variance) / background))


def _judged(stack: Stack, inside: Mask | None) -> Finding:
    light, count = stack.light, len(stack.frames)
    kept = max(1, count - 2 * (count // 5))
    evidence = weigh(stack.mean, light.weight, light.variance / np.float32(kept), light.mm_per_pixel, count, inside)
    grid = Grid(light.mm_per_pixel, light.step)
    needed = math.ceil(VOTES * count)
    regions, sharp = [], evidence.glints.core.copy()
    for candidate in find_candidates(evidence, grid, inside):
        seen = _votes(candidate, stack, evidence)
        region = describe(candidate, evidence, grid, seen_in=seen, enough=seen >= needed, saturated=light.saturated)
        if region.minor_mm < SHARPEST_MM:
            sharp |= candidate.pixels
        elif region.area_mm2 >= LEAST_MM2 and 2 * seen >= count:
            regions.append(region)
    return _outcome(tuple(regions), sharp, evidence, stack, grid)


def _votes(candidate: Candidate, stack: Stack, evidence: Evidence) -> int:
    """In how many frames, each alone, the region is there: at least half as strong, and above its noise."""
    if len(stack.frames) == 1:
        return 1
    band, place = evidence.bands[candidate.band], (candidate.row, candidate.column)
    least = max(0.5 * candidate.contrast, 2 * float(band.noise[place]))
    return sum(
        float(weighed(evidence.filters.channels(frame, evidence.background), band.weights)[_around(*place)].max()) >= least
        for frame in stack.frames
    )


def _around(row: int, column: int) -> tuple[slice, slice]:
    return slice(max(0, row - 1), row + 2), slice(max(0, column - 1), column + 2)


def _outcome(regions: tuple[Region, ...], sharp: Mask, evidence: Evidence, stack: Stack, grid: Grid) -> Finding:
    limit, count = evidence.limit, len(stack.frames)
    points = sharp_points(sharp, grid)
    if any(not region.faint for region in regions):
        outcome, hindrance = Outcome.RESIDUAL, None
    elif limit.contrast_5_mm > WORST_LIMIT:
        outcome, hindrance = Outcome.CANNOT_JUDGE, Hindrance.UNEVEN
    else:
        outcome, hindrance = (Outcome.FAINT if regions else Outcome.NONE_ABOVE_LIMIT), None
    shown = tuple(sorted(regions, key=lambda region: (region.faint, -region.contrast)))
    reason = refusal(hindrance, f"{limit.contrast_5_mm:.2f}") if hindrance else judged_words(outcome, shown, points, limit)
    return Finding(
        outcome, reason, hindrance, shown, points, count, stack.motion_mm, limit, false_alarm_per_frame(count), validity(count, limit)
    )


def _cannot(hindrance: Hindrance, figure: str, count: int) -> Finding:
    return Finding(
        Outcome.CANNOT_JUDGE,
        refusal(hindrance, figure),
        hindrance,
        (),
        (),
        count,
        0.0,
        None,
        false_alarm_per_frame(count),
        validity(count, None),
    )


def _geometry(rows: int, columns: int, mm_per_pixel: float) -> Hindrance | None:
    if mm_per_pixel > COARSEST_MM:
        return Hindrance.COARSE
    return Hindrance.SMALL if min(rows, columns) * mm_per_pixel < SMALLEST_MM else None


def _light_fault(lights: Sequence[Light], inside: Mask | None) -> tuple[Hindrance, str] | None:
    """What makes the light itself useless: too much of it, too little, or of the wrong kind."""
    seen = np.ones(lights[0].saturated.shape, np.bool_) if inside is None or not inside.any() else inside
    worst = max(float(light.saturated[seen].mean()) for light in lights)
    if worst > MOST_SATURATED:
        return Hindrance.SATURATED, f"{100 * worst:.0f}"
    light = lights[len(lights) // 2]
    level = float(np.median(light.values[light.weight > 0])) if (light.weight > 0).any() else 0.0
    noise = float(np.median(np.sqrt(light.variance[seen])))
    if light.ambient_level is not None and light.ambient_level > AMBIENT_RATIO * max(level, 1.0):
        return Hindrance.AMBIENT, ""
    return (Hindrance.DARK, "") if level < max(1.0, 0.3 * noise) else None
