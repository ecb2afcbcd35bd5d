"""One cut through a scan: CT with what lies over it, outlines, the narrowest place, and a finger that turns pages, changes the window or draws."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import cv2
import numpy as np
from PyQt5.QtCore import QPointF, QRectF, Qt, pyqtSignal
from PyQt5.QtGui import QColor, QFont, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PyQt5.QtWidgets import QSizePolicy, QWidget

from algorithms.petct.model import Mask
from console.acquisition.petct_pictures import Pixels
from console.acquisition.petct_volumes import Plane
from console.widgets import theme
from console.widgets.scale import Scale
from console.words import said

BARS_MM = (2, 5, 10, 20, 50)
STEP_PX = 6  # design pixels of finger for one slice
SMALL_PX = 8  # less than this is a tap


class Finger(StrEnum):
    """What a finger on a picture does."""

    SLICE = "slice"
    WINDOW = "window"
    DRAW = "draw"


@dataclass(frozen=True, slots=True)
class Outline:
    """A contour to be drawn, in one of the palette's inks; dashed where somebody else drew it."""

    mask: Mask
    ink: QColor
    dashed: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """One picture. `sides_mm` of a pixel (down, across); `cross` (row, column) where the other planes cut; `edges`: up, down, left, right."""

    pixels: Pixels
    sides_mm: tuple[float, float]
    outlines: tuple[Outline, ...] = ()
    cross: tuple[int, int] = (0, 0)
    narrowest: tuple[tuple[int, int], str] | None = None
    touching: bool = False
    edges: tuple[str, str, str, str] = ("", "", "", "")
    words: str = ""


class SlicePlane(QWidget):
    """`pointed` (row, column) tapped; `turned` so many slices; `windowed` (level, width) shares of the picture; `drawn` a path of (row, column)."""

    pointed = pyqtSignal(int, int)
    turned = pyqtSignal(int)
    windowed = pyqtSignal(float, float)
    drawn = pyqtSignal(object)
    lifted = pyqtSignal()

    def __init__(self, scale: Scale, plane: Plane) -> None:
        super().__init__()
        self._scale, self.plane = scale, plane
        self.cut: Cut | None = None
        self.finger = Finger.SLICE
        self.brush_mm = 0.0
        self.mark = ""
        self._image: QImage | None = None
        self._lines: list[tuple[QPolygonF, Outline]] = []
        self._at: QPointF | None = None
        self._began: QPointF | None = None
        self.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Expanding)
        self.setMinimumSize(scale.px(200), scale.px(150))
        self.setAccessibleName(said(plane.value.capitalize()))

    def show_cut(self, cut: Cut | None, mark: str = "") -> None:
        """Show this; `mark` stands across the corner («Simulated»)."""
        self.cut, self.mark, self._image, self._lines = cut, mark, None, []
        if cut is not None:
            rows, columns = cut.pixels.shape[:2]
            self._image = QImage(cut.pixels.tobytes(), columns, rows, 3 * columns, QImage.Format_RGB888).copy()
            self._lines = [(line, one) for one in cut.outlines for line in _polygons(one.mask)]
        self.update()

    # --- the finger --------------------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Down."""
        if event is None or self.cut is None:
            return
        self._at = self._began = event.localPos()
        if self.finger is Finger.DRAW:
            self._draw(self._at, self._at)

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Slides."""
        if event is None or self._at is None or self._began is None or self.cut is None:
            return
        here, step = event.localPos(), self._scale.px(STEP_PX)
        if self.finger is Finger.DRAW:
            self._draw(self._at, here)
        elif self.finger is Finger.WINDOW:
            self.windowed.emit((self._at.y() - here.y()) / self.height(), (here.x() - self._at.x()) / self.width())
        elif abs(here.y() - self._began.y()) > self._scale.px(SMALL_PX):
            slices = int((self._at.y() - here.y()) / step)
            if not slices:
                return
            self.turned.emit(slices)
        self._at = here

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        """Up: what hardly moved was a tap."""
        began, self._at, self._began = self._began, None, None
        if event is None or began is None or self.cut is None:
            return
        if self.finger is Finger.DRAW:
            self.lifted.emit()
        elif self.finger is Finger.SLICE and (event.localPos() - began).manhattanLength() <= self._scale.px(SMALL_PX):
            row, column = self._pixel(began)
            if 0 <= row < self.cut.pixels.shape[0] and 0 <= column < self.cut.pixels.shape[1]:
                self.pointed.emit(int(row), int(column))

    def _draw(self, before: QPointF, here: QPointF) -> None:
        """Places close enough that the ball leaves no gaps."""
        ends = np.array([self._pixel(before), self._pixel(here)])
        steps = max(2, int(np.abs(ends[1] - ends[0]).max() / 2) + 1)
        self.drawn.emit([(float(row), float(column)) for row, column in np.linspace(ends[0], ends[1], steps)])

    def _pixel(self, place: QPointF) -> tuple[float, float]:
        assert self.cut is not None
        field, (rows, columns) = self.field(), self.cut.pixels.shape[:2]
        return (place.y() - field.top()) / field.height() * rows, (place.x() - field.left()) / field.width() * columns

    # --- painting ----------------------------------------------------------------------------------------------------------------------

    def field(self) -> QRectF:
        """Where the picture is painted, window pixels: as large as fits below the title."""
        room = QRectF(self.rect()).adjusted(self._scale.px(8), self._scale.px(34), -self._scale.px(8), -self._scale.px(8))
        if self.cut is None:
            return room
        rows, columns = self.cut.pixels.shape[:2]
        height, width = rows * self.cut.sides_mm[0], columns * self.cut.sides_mm[1]
        unit = min(room.width() / width, room.height() / height)
        middle = room.center()
        return QRectF(middle.x() - width * unit / 2, middle.y() - height * unit / 2, width * unit, height * unit)

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: ARG002 - Qt's signature
        """Ground, picture, outlines, cross, narrowest place, words."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.Antialiasing | QPainter.SmoothPixmapTransform)
        painter.setPen(Qt.NoPen)
        painter.setBrush(QColor("#05080b"))
        painter.drawRoundedRect(QRectF(self.rect()), self._scale.px(12), self._scale.px(12))
        if self.cut is not None and self._image is not None:
            field = self.field()
            painter.drawImage(field, self._image)
            self._paint_lines(painter, field, self.cut)
            self._paint_edges(painter, self.cut)
            self._paint_narrowest(painter, field, self.cut)
            self._paint_bar(painter, field, self.cut)
        self._write(painter, QRectF(self.rect()), f"{self.plane.value.capitalize()}", theme.TEXT, Qt.AlignLeft | Qt.AlignTop)
        aside = " · ".join(part for part in (self.mark, self.cut.words if self.cut else "") if part)
        self._write(painter, QRectF(self.rect()), aside, theme.CLOSE if self.mark else theme.QUIET, Qt.AlignRight | Qt.AlignTop)
        painter.end()

    def _paint_lines(self, painter: QPainter, field: QRectF, cut: Cut) -> None:
        rows, columns = cut.pixels.shape[:2]
        painter.setBrush(Qt.NoBrush)
        painter.setPen(QPen(QColor(233, 238, 243, 60), 1))
        row, column = (
            field.top() + (cut.cross[0] + 0.5) / rows * field.height(),
            field.left() + (cut.cross[1] + 0.5) / columns * field.width(),
        )
        painter.drawLine(QPointF(field.left(), row), QPointF(field.right(), row))
        painter.drawLine(QPointF(column, field.top()), QPointF(column, field.bottom()))
        painter.save()
        painter.translate(field.topLeft())
        painter.scale(field.width() / columns, field.height() / rows)
        for line, one in self._lines:
            pen = QPen(one.ink, max(1.5, self._scale.px(2.5)), Qt.DashLine if one.dashed else Qt.SolidLine)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawPolygon(line)
        painter.restore()

    def _paint_edges(self, painter: QPainter, cut: Cut) -> None:
        """Which face lies where, each at its edge."""
        flags = (
            Qt.AlignHCenter | Qt.AlignTop,
            Qt.AlignHCenter | Qt.AlignBottom,
            Qt.AlignLeft | Qt.AlignVCenter,
            Qt.AlignRight | Qt.AlignVCenter,
        )
        painter.setFont(theme.font(self._scale, 15, QFont.DemiBold))
        for words, where in zip(cut.edges, flags, strict=True):
            box = QRectF(self.rect()).adjusted(self._scale.px(10), self._scale.px(34), -self._scale.px(10), -self._scale.px(6))
            plate = QRectF(painter.boundingRect(box, int(where), said(words)))
            painter.fillRect(plate.adjusted(-3, 0, 3, 0), QColor(5, 8, 11, 190))
            painter.setPen(theme.QUIET)
            painter.drawText(box, int(where), said(words))

    def _paint_narrowest(self, painter: QPainter, field: QRectF, cut: Cut) -> None:
        """An arrow whose tip is at the place, and what is measured there."""
        if cut.narrowest is None:
            return
        (row, column), words = cut.narrowest[0], said(cut.narrowest[1])
        rows, columns = cut.pixels.shape[:2]
        tip = QPointF(field.left() + (column + 0.5) / columns * field.width(), field.top() + (row + 0.5) / rows * field.height())
        left = tip.x() > field.center().x()
        away = self._scale.px(24) * (1 if left else -1)
        half = self._scale.px(13)
        painter.setPen(QPen(QColor("#05080b"), 1))
        ink = theme.POSITIVE if cut.touching else theme.TEXT
        painter.setBrush(ink)
        painter.drawPolygon(QPolygonF([tip, QPointF(tip.x() + away, tip.y() - half), QPointF(tip.x() + away, tip.y() + half)]))
        painter.setFont(theme.font(self._scale, 22, QFont.Bold))
        width, height = painter.fontMetrics().horizontalAdvance(words) + 4, painter.fontMetrics().height()
        start = min(max(tip.x() - width / 2, self._scale.px(8)), self.width() - width - self._scale.px(8))
        above = tip.y() - half - height if tip.y() - half - height > self._scale.px(34) else tip.y() + half
        box = QRectF(start, above, width, height)
        painter.fillRect(box.adjusted(-4, 0, 4, 0), QColor(5, 8, 11, 190))
        painter.setPen(ink)
        painter.drawText(box, int(Qt.AlignCenter | Qt.TextDontClip), words)

    def _paint_bar(self, painter: QPainter, field: QRectF, cut: Cut) -> None:
        unit = field.width() / (cut.pixels.shape[1] * cut.sides_mm[1])
        length = next((mm for mm in BARS_MM if mm * unit >= self._scale.px(60)), BARS_MM[-1])
        left, floor = self._scale.px(16), self.height() - self._scale.px(14)
        painter.fillRect(QRectF(left, floor, length * unit, self._scale.px(4)), theme.ON_FILL)
        painter.setFont(theme.font(self._scale, 16, QFont.DemiBold))
        painter.setPen(theme.ON_FILL)
        painter.drawText(QPointF(left, floor - self._scale.px(6)), f"{length} mm")
        if self.finger is Finger.DRAW and self.brush_mm and self._at is None:
            painter.setBrush(Qt.NoBrush)
            painter.setPen(QPen(theme.FOCUS, 2))
            painter.drawEllipse(field.center(), self.brush_mm * unit, self.brush_mm * unit)

    def _write(self, painter: QPainter, box: QRectF, words: str, ink: QColor, flags: Qt.Alignment | Qt.AlignmentFlag) -> None:
        painter.setFont(theme.font(self._scale, 19, QFont.DemiBold))
        painter.setPen(ink)
        painter.drawText(box.adjusted(self._scale.px(14), self._scale.px(7), -self._scale.px(14), 0), int(flags), said(words))


def _polygons(mask: Mask) -> list[QPolygonF]:
    """The outer edges of a mask, in pixels."""
    lines, _ = cv2.findContours(np.ascontiguousarray(mask).astype(np.uint8), cv2.RETR_LIST, cv2.CHAIN_APPROX_NONE)
    return [QPolygonF([QPointF(float(x) + 0.5, float(y) + 0.5) for x, y in line[:, 0]]) for line in lines]
