"""A picture with a ruler on it: each end is dragged by a finger that does not have to cover it, and ± moves the outer end by one pixel."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PyQt5.QtCore import QPointF, QRectF, Qt, pyqtSignal
from PyQt5.QtGui import QColor, QFont, QFontMetrics, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PyQt5.QtWidgets import QSizePolicy, QWidget

from algorithms.evidence.ruler import Point
from algorithms.faces import Face
from console.widgets import theme
from console.widgets.scale import Scale
from console.words import said

Ends = tuple[Point, Point]
SCALE = "scale"  # the ruler that lies on the known length
DIRECTION = {
    Face.SUPERIOR.value: (-1, 0), Face.INFERIOR.value: (1, 0), Face.MEDIAL.value: (0, -1), Face.LATERAL.value: (0, 1),
    Face.ANTERIOR.value: (0, -1), Face.POSTERIOR.value: (0, 1), SCALE: (0, 1),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Labelled:
    """One ruler as it is drawn."""

    ends: Ends
    words: str


def first_ends(name: str, rows: int, columns: int) -> Ends:
    """Where a new ruler lies before a finger moves it: from the middle half-way outwards; the scale lies near the lower edge."""
    down, right = DIRECTION[name]
    middle = (rows * (0.85 if name == SCALE else 0.5), columns * (0.25 if name == SCALE else 0.5))
    reach = columns * 0.5 if name == SCALE else min(rows, columns) * 0.3
    return middle, (middle[0] + down * reach, middle[1] + right * reach)


def lengthened(ends: Ends, pixels: float) -> Ends:
    """The same ruler with its outer end moved along it; never shorter than one pixel."""
    (row, col), (end_row, end_col) = ends
    length = math.hypot(end_row - row, end_col - col)
    if length + pixels < 1 or length == 0:
        return ends
    share = (length + pixels) / length
    return ends[0], (row + (end_row - row) * share, col + (end_col - col) * share)


class ImageRuler(QWidget):
    """Shows a grey picture as large as fits.

    When the finger lets go, `moved` carries the two ends, (row, col) px, of the lit ruler, and which of them was moved.
    """

    moved = pyqtSignal(object, int)

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._scale = scale
        self._image: QImage | None = None
        self._held: npt.NDArray[np.uint8] | None = None  # Qt does not copy the pixels
        self.rulers: dict[str, Labelled] = {}
        self.active = ""
        self._drag: tuple[int, QPointF, Point] | None = None
        self.setMinimumSize(scale.px(360), scale.px(300))
        self.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Expanding)

    @property
    def size_px(self) -> tuple[int, int]:
        """Rows and columns of the picture; (0, 0) without one."""
        return (self._image.height(), self._image.width()) if self._image is not None else (0, 0)

    def show_picture(self, pixels: npt.NDArray[np.uint8] | None) -> None:
        """Show these (rows, columns) grey pixels from now on."""
        self._image, self._held = None, None
        if pixels is not None:
            self._held = np.ascontiguousarray(pixels)
            rows, columns = self._held.shape
            self._image = QImage(self._held.tobytes(), columns, rows, columns, QImage.Format_Grayscale8).copy()
        self.update()

    def show_rulers(self, rulers: Mapping[str, Labelled], active: str) -> None:
        """Draw these; the lit one can be moved."""
        if self._drag is None:
            self.rulers = dict(rulers)
        self.active = active
        self.update()

    # --- the finger --------------------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """The end of the lit ruler that is nearer to the finger follows it, if it is within a finger's reach."""
        if event is None or self.active not in self.rulers or self._image is None:
            return
        ends = self.rulers[self.active].ends
        away = [self._length(event.localPos() - self._to_window(end)) for end in ends]
        nearer = away.index(min(away))
        if away[nearer] <= self._scale.target:
            self._drag = nearer, event.localPos(), ends[nearer]

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """The end moves as far as the finger did, so that the finger need not lie on it."""
        if event is None or self._drag is None:
            return
        index, began, (row, col) = self._drag
        ratio = self._ratio()
        rows, columns = self.size_px
        moved = event.localPos() - began
        point = (min(max(row + moved.y() / ratio, 0.0), rows), min(max(col + moved.x() / ratio, 0.0), columns))
        labelled = self.rulers[self.active]
        ends = (point, labelled.ends[1]) if index == 0 else (labelled.ends[0], point)
        self.rulers[self.active] = Labelled(ends, "")
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        """The finger lets go: that is where it is."""
        if event is not None and self._drag is not None:
            index, self._drag = self._drag[0], None
            self.moved.emit(self.rulers[self.active].ends, index)

    def nudge(self, pixels: float) -> None:
        """Make the lit ruler longer or shorter."""
        if self.active in self.rulers:
            self.moved.emit(lengthened(self.rulers[self.active].ends, pixels), 1)

    # --- drawing -----------------------------------------------------------------------------------------------------------------------

    def _ratio(self) -> float:
        rows, columns = self.size_px
        return min(self.width() / max(columns, 1), self.height() / max(rows, 1))

    def _to_window(self, point: Point) -> QPointF:
        rows, columns = self.size_px
        ratio = self._ratio()
        left, top = (self.width() - columns * ratio) / 2, (self.height() - rows * ratio) / 2
        return QPointF(left + point[1] * ratio, top + point[0] * ratio)

    @staticmethod
    def _length(way: QPointF) -> float:
        return math.hypot(way.x(), way.y())

    def place_of(self, index: int) -> tuple[int, int]:
        """Where in the window an end of the lit ruler lies."""
        point = self._to_window(self.rulers[self.active].ends[index])
        return round(point.x()), round(point.y())

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: ARG002 - Qt's signature
        """The picture, then the rulers, the lit one last."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.Antialiasing | QPainter.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor("#000000"))
        if self._image is not None:
            rows, columns = self.size_px
            painter.drawImage(QRectF(self._to_window((0, 0)), self._to_window((rows, columns))), self._image)
            for name in sorted(self.rulers, key=lambda name: name == self.active):
                self._draw_ruler(painter, name)
        painter.end()

    def _draw_ruler(self, painter: QPainter, name: str) -> None:
        lit = name == self.active
        ink = theme.CLOSE if name == SCALE else theme.FOCUS if lit else theme.TEXT
        start, end = (self._to_window(point) for point in self.rulers[name].ends)
        for colour, width in ((theme.GROUND, 6), (ink, 3 if lit else 2)):
            painter.setPen(QPen(colour, self._scale.px(width)))
            painter.drawLine(start, end)
        for place in (start, end) if lit else ():
            painter.setPen(QPen(ink, self._scale.px(3)))
            painter.setBrush(Qt.NoBrush)
            painter.drawEllipse(place, self._scale.px(16), self._scale.px(16))
            painter.drawPoint(place)
        self._draw_words(painter, (start + end) / 2, self.rulers[name].words, ink)

    def _draw_words(self, painter: QPainter, middle: QPointF, words: str, ink: QColor) -> None:
        """Beside the ruler, on a ground of their own, inside the picture."""
        if not words:
            return
        font, words = theme.font(self._scale, 19, QFont.DemiBold), said(words)
        metrics = QFontMetrics(font)
        width, height = metrics.horizontalAdvance(words) + self._scale.px(14), metrics.height() + self._scale.px(6)
        left = min(max(middle.x() + self._scale.px(12), 0), self.width() - width)
        box = QRectF(left, min(max(middle.y() - height / 2, 0), self.height() - height), width, height)
        painter.setFont(font)
        painter.fillRect(box, theme.GROUND)
        painter.setPen(ink)
        painter.drawText(box, int(Qt.AlignCenter), words)
