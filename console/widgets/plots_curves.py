"""Lines and points over two axes: ROC, power, calibration, limits of agreement; and the two charts of monitoring, CUSUM and funnel."""

from __future__ import annotations

from dataclasses import dataclass

from PyQt5.QtCore import QPointF, QRectF

from console.widgets.plots import DASHES, MARKS, Canvas, Frame, draw_axes, inner, linear

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Curve:
    """A line through points, with its name; or, with `marks`, points alone."""

    name: str
    points: tuple[Point, ...]
    marks: bool = False
    series: int = 0


@dataclass(frozen=True, slots=True)
class CurveFigure:
    """Curves over two axes. `levels` are (height, words) of lines across; `diagonal` draws the line of equals."""

    curves: tuple[Curve, ...]
    across: str
    up: str
    levels: tuple[tuple[float, str], ...] = ()
    diagonal: bool = False
    unit_square: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class FunnelPoint:
    """One unit: its cases, its rate, and whether it lies outside the outer limits."""

    label: str
    total: int
    rate: float
    outside: bool


@dataclass(frozen=True, slots=True)
class FunnelFigure:
    """Units against limits that narrow with their size. `warning` and `alarm` are (cases, low, high)."""

    points: tuple[FunnelPoint, ...]
    target: float
    warning: tuple[tuple[float, float, float], ...]
    alarm: tuple[tuple[float, float, float], ...]
    up: str


def paint_curves(canvas: Canvas, rect: QRectF, figure: CurveFigure) -> None:
    """Axes, lines, names."""
    points = [point for curve in figure.curves for point in curve.points]
    if not points:
        canvas.sentence(rect, "There is nothing to draw.")
        return
    heights = [y for _, y in points] + [level for level, _ in figure.levels]
    up = linear(0, 1, figure.up) if figure.unit_square else linear(min(heights), max(heights), figure.up)
    least, most = (0.0, 1.0) if figure.unit_square else (min(x for x, _ in points), max(x for x, _ in points))
    frame = Frame(inner(canvas, rect, up), linear(least, most, figure.across), up)
    draw_axes(canvas, frame)
    if figure.diagonal:
        canvas.stroke([frame.at(0, 0), frame.at(1, 1)], canvas.look.line, 1.5, DASHES[1])
    for level, words in figure.levels:
        canvas.stroke([frame.at(frame.across.low, level), frame.at(frame.across.high, level)], canvas.look.line, 1.5, DASHES[1])
        canvas.text(frame.rect.right(), frame.y(level) - canvas.px(12), words, 15, canvas.look.quiet, 1)
    for curve in figure.curves:
        _curve(canvas, frame, curve)
    _legend(canvas, frame, figure)
    canvas.text(frame.rect.right(), rect.top() + canvas.px(12), figure.note, 16, canvas.look.ink, 1)


def _curve(canvas: Canvas, frame: Frame, curve: Curve) -> None:
    ink = canvas.look.of(curve.series)
    if not curve.marks:
        canvas.stroke([frame.at(x, y) for x, y in curve.points], ink, 3, DASHES[curve.series % len(DASHES)])
        return
    for x, y in curve.points:
        canvas.mark(frame.x(x), frame.y(y), MARKS[curve.series % len(MARKS)], ink, 4)


def _legend(canvas: Canvas, frame: Frame, figure: CurveFigure) -> None:
    named = [curve for curve in figure.curves if curve.name]
    top = frame.y(max(level for level, _ in figure.levels)) if figure.levels else frame.rect.top()  # never across a line
    bottom = frame.rect.bottom() - canvas.px(14) if figure.diagonal else top + canvas.px(26) * len(named)
    widest = max((canvas.width(curve.name, 17, bold=True) for curve in named), default=0.0)
    x = frame.rect.right() - widest - canvas.px(64) if figure.diagonal else frame.rect.left() + canvas.px(16)
    for index, curve in enumerate(named):
        y = bottom - canvas.px(26) * (len(named) - 1 - index)
        ink = canvas.look.of(curve.series)
        if curve.marks:
            canvas.mark(x + canvas.px(22), y, MARKS[curve.series % len(MARKS)], ink, 5)
        else:
            canvas.stroke([QPointF(x, y), QPointF(x + canvas.px(44), y)], ink, 3, DASHES[curve.series % len(DASHES)])
        canvas.text(x + canvas.px(54), y, curve.name, 17, ink, bold=True)


def paint_funnel(canvas: Canvas, rect: QRectF, figure: FunnelFigure) -> None:
    """Limits, the usual rate, and each unit by name; one outside has another shape."""
    if not figure.points:
        canvas.sentence(rect, "No group has cases enough for a funnel.")
        return
    top = max([point.rate for point in figure.points] + [high for _, _, high in figure.alarm[len(figure.alarm) // 4 :]])
    up = linear(0, min(1.0, top), figure.up, words=lambda value: f"{value:.0%}")
    most = max(point.total for point in figure.points)
    frame = Frame(inner(canvas, rect, up), linear(0, most * 1.1, "Cases"), up)
    draw_axes(canvas, frame)
    canvas.stroke([frame.at(0, figure.target), frame.at(frame.across.high, figure.target)], canvas.look.quiet, 1.5)
    for limits, dash in ((figure.warning, DASHES[1]), (figure.alarm, ())):
        for side in (1, 2):
            canvas.stroke([frame.at(row[0], row[side]) for row in limits], canvas.look.line, 2, dash)
    for index, point in enumerate(sorted(figure.points, key=lambda point: point.total)):
        x, y = frame.x(point.total), frame.y(point.rate)
        canvas.mark(x, y, "diamond" if point.outside else "circle", canvas.look.of(1 if point.outside else 0))
        near_floor = y > frame.rect.bottom() - canvas.px(30)  # neighbours take turns above and below, so that their names stay apart
        canvas.text(x, y + canvas.px(-20 if index % 2 or near_floor else 20), point.label, 16, canvas.look.ink, 0.5)
