"""What the check says in words, and the figures it may promise: where they were measured stands in docs/fluorescence.md."""

from __future__ import annotations

from collections.abc import Sequence

from algorithms.fluorescence.model import Hindrance, Limit, Outcome, Region, SharpPoint

WORST_LIMIT = 1.0
VOTING_FRAMES = 8

_WHY = {
    Hindrance.UNCALIBRATED: "no calibration: neither lengths nor the camera's noise are known. Calibrate the camera, then repeat the check.",
    Hindrance.COARSE: "a pixel covers {} mm, more than the smallest spot allows. Bring the camera nearer, then repeat the check.",
    Hindrance.SMALL: "the picture is too small: it shows less than 15 mm, no background to compare with. Show more of the cavity.",
    Hindrance.SATURATED: "{} % of the picture is saturated. Lower exposure or gain, then repeat the check.",
    Hindrance.MOVING: "the scene moved or changed too much between frames ({} mm). Hold still, then repeat the check.",
    Hindrance.AMBIENT: "the room's light outshines the fluorescence. Turn the theatre light away, then repeat the check.",
    Hindrance.DARK: "the tissue is as dark as the camera's noise. Check the excitation light and the exposure.",
    Hindrance.UNEVEN: "picture too noisy or tissue too uneven: only signal from {} × background would show. Raise the exposure, then repeat.",
}


def false_alarm_per_frame(count: int) -> float:
    """Measured: 5 of 12,000 checks of ten frames. Fewer frames: the upper bound, as none of 3,400 single ones alarmed (docs/fluorescence.md)."""
    return 4.2e-5 if count >= VOTING_FRAMES else 9e-4


def _measured(count: int) -> str:
    """Where that figure comes from, with its bound."""
    if count >= VOTING_FRAMES:
        return "False alarms: 5 in 120,000 simulated frames of 12,000 scenes, checked ten by ten (upper 95 % bound 0.9 in 10,000 frames)."
    return "False alarms: none in 3,400 simulated single frames (upper 95 % bound 9 in 10,000)."


def refusal(hindrance: Hindrance, figure: str) -> str:
    """Why it cannot judge, and what to do."""
    return f"Cannot judge, because {_WHY[hindrance].format(figure)}"


def judged_words(outcome: Outcome, regions: Sequence[Region], points: Sequence[SharpPoint], limit: Limit) -> str:
    """The outcome in one or two sentences."""
    sharp = f" {_counted(len(points), 'sharp bright point')}: inspect." if points else ""
    if outcome is Outcome.NONE_ABOVE_LIMIT:
        return f"No signal above the stated limit. {limit.sentence}{sharp}"
    counted = [region for region in regions if region.faint == (outcome is Outcome.FAINT)]
    area = sum(region.area_mm2 for region in counted)
    if outcome is Outcome.FAINT:
        return f"{_counted(len(counted), 'faint region')}, {area:.0f} mm²: too faint to call, so look there.{sharp}"
    return f"Residual signal: {_counted(len(counted), 'region')}, {area:.0f} mm².{sharp}"


def validity(count: int, limit: Limit | None) -> str:
    """The limits inside which the answer holds."""
    frames = "A single frame: passing glints cannot be voted out; ten frames judge better." if count == 1 else f"{count} frames."
    seen = f" {limit.sentence}" if limit is not None else ""
    return (
        f"{frames}{seen} {_measured(count)} Measured on simulated tissue only: light from deeper than a few mm does not come "
        "through, and brightness is not concentration. Thresholds belong to this camera and protocol. Research use only."
    )


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
