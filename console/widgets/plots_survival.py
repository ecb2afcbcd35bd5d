"""Kaplan–Meier curves with their bands and the table of those at risk."""

from __future__ import annotations

from dataclasses import dataclass

from PyQt5.QtCore import QPointF, QRectF

from console.widgets.plots import DASHES, Axis, Canvas, Frame, draw_axes, inner, linear

Step = tuple[float, float, float, float]
"""Time, survival, low, high."""
_ROW = 24.0
_LEAST_BELOW = 0.05


@dataclass(frozen=True, slots=True)
class Arm:
    """One curve. `at_risk` are (time, cases)."""

    name: str
    steps: tuple[Step, ...]
    at_risk: tuple[tuple[float, int], ...]
    last: float


@dataclass(frozen=True, slots=True)
class SurvivalFigure:
    """Curves over one time axis; `note` is what the test says."""

    arms: tuple[Arm, ...]
    time_label: str
    label: str
    note: str = ""


def paint_survival(canvas: Canvas, rect: QRectF, figure: SurvivalFigure) -> None:
    """The curves above, who is at risk below."""
    arms = [arm for arm in figure.arms if arm.last > 0]
    if not arms:
        canvas.sentence(rect, "Nobody was followed: there is no curve to draw.")
        return
    low = min(min((step[2] for step in arm.steps), default=1.0) for arm in arms)
    up = linear(min(1 - _LEAST_BELOW, max(0.0, low)), 1.0, figure.label, steps=4)
    names = max(canvas.width(arm.name, 15) for arm in arms) + canvas.px(24)
    table = canvas.px(_ROW) * (len(arms) + 1)
    place = inner(canvas, QRectF(rect.left(), rect.top(), rect.width(), rect.height() - table), up, below=54)
    place.setLeft(max(place.left(), rect.left() + names))
    ticks = tuple((time, f"{time:.0f}") for time, _ in arms[0].at_risk)  # the table of those at risk stands below them
    frame = Frame(place, Axis(0, max(arm.last for arm in arms), ticks, figure.time_label), up)
    draw_axes(canvas, frame)
    for index, arm in enumerate(arms):
        _band(canvas, frame, arm, index)
    for index, arm in enumerate(arms):
        canvas.stroke(_curve(frame, arm), canvas.look.of(index), 3, DASHES[index % len(DASHES)])
    _labels(canvas, frame, arms)
    canvas.text(place.right(), place.top() - canvas.px(14), figure.note, 16, canvas.look.ink, 1)
    _risk_table(canvas, frame, arms, rect)


def _curve(frame: Frame, arm: Arm) -> list[QPointF]:
    points, level = [frame.at(0, 1)], 1.0
    for time, survival, _, _ in arm.steps:
        points += [frame.at(time, level), frame.at(time, survival)]
        level = survival
    return [*points, frame.at(arm.last, level)]


def _band(canvas: Canvas, frame: Frame, arm: Arm, index: int) -> None:
    ends = [*(step[0] for step in arm.steps[1:]), arm.last][: len(arm.steps)]  # without an event there is no band
    for (time, _, low, high), following in zip(arm.steps, ends, strict=True):
        a, b = frame.at(time, low), frame.at(following, high)
        canvas.fill([a, QPointF(b.x(), a.y()), b, QPointF(a.x(), b.y())], canvas.look.of(index), 34)


def _labels(canvas: Canvas, frame: Frame, arms: list[Arm]) -> None:
    """At the left below the curves, where they have not fallen yet: a piece of the line, and its name."""
    top = frame.rect.bottom() - canvas.px(_ROW) * len(arms) - canvas.px(4)
    for index, arm in enumerate(arms):
        y, x = top + canvas.px(_ROW) * index + canvas.px(_ROW / 2), frame.rect.left() + canvas.px(16)
        canvas.stroke([QPointF(x, y), QPointF(x + canvas.px(44), y)], canvas.look.of(index), 3, DASHES[index % len(DASHES)])
        canvas.text(x + canvas.px(54), y, arm.name, 17, canvas.look.of(index), bold=True)


def _risk_table(canvas: Canvas, frame: Frame, arms: list[Arm], rect: QRectF) -> None:
    top = rect.bottom() - canvas.px(_ROW) * (len(arms) + 1)
    canvas.text(rect.left(), top + canvas.px(_ROW / 2), "At risk", 15, canvas.look.quiet)
    for index, arm in enumerate(arms):
        y = top + canvas.px(_ROW) * (index + 1.5)
        canvas.text(rect.left(), y, arm.name, 15, canvas.look.of(index))
        for time, count in arm.at_risk:
            canvas.text(frame.x(time), y, str(count), 15, canvas.look.ink, 0.5)
