"""Estimates one below another: a forest of ratios, shares with their intervals, and the balance of arms before and after weighting."""

from __future__ import annotations

from dataclasses import dataclass

from PyQt5.QtCore import QPointF, QRectF

from console.widgets.plots import DASHES, Axis, Canvas, Frame, draw_axes, linear, ratio_axis


@dataclass(frozen=True, slots=True)
class Dot:
    """One line: words at the left and right, the estimate and its interval (None: undefined, `right` says so). `heading` has no estimate."""

    left: str
    right: str = ""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    other: float | None = None  # a second mark, hollow
    heading: bool = False
    series: int = 0


@dataclass(frozen=True, slots=True)
class DotFigure:
    """Lines over one axis. `ratio`: logarithmic, with a line at 1; else from `least` to `most`, with lines at `guides`."""

    dots: tuple[Dot, ...]
    label: str
    ratio: bool = True
    least: float = 0.0
    most: float = 1.0
    guides: tuple[float, ...] = ()
    note: str = ""


def paint_dots(canvas: Canvas, rect: QRectF, figure: DotFigure) -> None:
    """Words, then the plot, then words."""
    if not figure.dots:
        canvas.sentence(rect, "There is nothing to compare.")
        return
    left = max(canvas.width(dot.left, 17, bold=dot.heading) + (0 if dot.heading else canvas.px(16)) for dot in figure.dots) + canvas.px(24)
    right = max(canvas.width(dot.right, 16) for dot in figure.dots) + canvas.px(24)
    place = QRectF(rect.left() + left, rect.top() + canvas.px(22), rect.width() - left - right, rect.height() - canvas.px(76))
    frame = Frame(place, _axis(figure), linear(0, 1))
    draw_axes(canvas, frame, up=False)
    canvas.text(rect.right(), rect.top() + canvas.px(8), figure.note, 16, canvas.look.ink, 1)
    for guide in (1.0,) if figure.ratio else figure.guides:
        canvas.stroke([QPointF(frame.x(guide), place.top()), QPointF(frame.x(guide), place.bottom())], canvas.look.line, 1.5, DASHES[1])
    height = min(place.height() / len(figure.dots), canvas.px(58))
    for index, dot in enumerate(figure.dots):
        _line(canvas, frame, rect, dot, place.top() + (index + 0.5) * height)


def _axis(figure: DotFigure) -> Axis:
    if not figure.ratio:
        return linear(figure.least, figure.most, figure.label)
    ends = [end for dot in figure.dots for end in (dot.value, dot.low, dot.high) if end is not None and end > 0]
    return ratio_axis(min(ends, default=1.0), max(ends, default=1.0), figure.label)


def _line(canvas: Canvas, frame: Frame, rect: QRectF, dot: Dot, y: float) -> None:
    indent = 0.0 if dot.heading else canvas.px(16)
    canvas.text(rect.left() + indent, y, dot.left, 17, canvas.look.ink if not dot.heading else canvas.look.quiet, bold=dot.heading)
    canvas.text(rect.right(), y, dot.right, 16, canvas.look.quiet if dot.heading else canvas.look.ink, 1)
    ink = canvas.look.of(dot.series)
    if dot.low is not None and dot.high is not None:
        canvas.stroke([QPointF(frame.x(dot.low), y), QPointF(frame.x(dot.high), y)], ink, 2.5)
    if dot.other is not None:
        canvas.mark(frame.x(dot.other), y, "circle", canvas.look.of(1), hollow=True)
    if dot.value is not None:
        canvas.mark(frame.x(dot.value), y, "square", ink)
