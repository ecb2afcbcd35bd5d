"""Boxes side by side: median, quartiles, and the whole range, one arm a row."""

from __future__ import annotations

from dataclasses import dataclass

from PyQt5.QtCore import QPointF, QRectF

from console.widgets.plots import DASHES, Canvas, Frame, draw_axes, linear


@dataclass(frozen=True, slots=True)
class Box:
    """One arm: its least and most value, quartiles, and how many."""

    name: str
    least: float
    low: float
    median: float
    high: float
    most: float
    n: int


@dataclass(frozen=True, slots=True)
class BoxFigure:
    """Boxes over one axis of numbers; `note` is what the test says."""

    boxes: tuple[Box, ...]
    label: str
    note: str = ""


def paint_boxes(canvas: Canvas, rect: QRectF, figure: BoxFigure) -> None:
    """A row an arm: its words above, the box below them."""
    if not figure.boxes:
        canvas.sentence(rect, "No case has this number.")
        return
    axis = linear(min(0.0, *(box.least for box in figure.boxes)), max(box.most for box in figure.boxes), figure.label)
    place = QRectF(rect.left() + canvas.px(16), rect.top() + canvas.px(28), rect.width() - canvas.px(40), rect.height() - canvas.px(82))
    frame = Frame(place, axis, axis)
    draw_axes(canvas, frame, up=False)
    canvas.text(place.right(), rect.top() + canvas.px(10), figure.note, 16, canvas.look.ink, 1)
    height = place.height() / len(figure.boxes)
    for index, box in enumerate(figure.boxes):
        _box(canvas, frame, box, index, QRectF(place.left(), place.top() + index * height, place.width(), height))


def _box(canvas: Canvas, frame: Frame, box: Box, index: int, row: QRectF) -> None:
    ink, dash = canvas.look.of(index), DASHES[index % len(DASHES)]
    words, tall = canvas.px(26), min(canvas.px(64), row.height() - canvas.px(34))
    canvas.text(
        row.left(), row.top() + words / 2, f"{box.name} · median {box.median:.2f} ({box.least:.2f} to {box.most:.2f}) · n {box.n}", 17, ink
    )
    y = row.top() + words + (row.height() - words) / 2
    for a, b in ((box.least, box.low), (box.high, box.most)):
        canvas.stroke([QPointF(frame.x(a), y), QPointF(frame.x(b), y)], ink, 2.5, dash)
    canvas.box(QRectF(QPointF(frame.x(box.low), y - tall / 2), QPointF(frame.x(box.high), y + tall / 2)), ink, 60)
    canvas.stroke([QPointF(frame.x(box.median), y - tall / 2), QPointF(frame.x(box.median), y + tall / 2)], ink, 5)
