"""The live picture: as large as it fits, painted from the camera's own memory without a copy, with what was found drawn on it.

A frozen picture has a thick amber edge, its time and its age; a stale one is dimmed under one plain sentence. Neither can be taken for a live one.
"""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PyQt5 import sip
from PyQt5.QtCore import QPoint, QRect, QRectF, QSize, Qt, pyqtSignal
from PyQt5.QtGui import QColor, QFont, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QRegion, QResizeEvent
from PyQt5.QtWidgets import QSizePolicy, QWidget

from algorithms.fluorescence.overlay import Picture
from console.widgets import image_sketch, theme
from console.widgets.image_sketch import Field, Sketch
from console.widgets.scale import Scale
from console.words import said

EMPTY = QColor("#05080b")
VEIL = QColor(5, 8, 11, 170)
REMEMBERED = 600  # repaints whose delay is kept: ten seconds at 60 a second


class Stand(StrEnum):
    """How the picture stands to the moment."""

    NONE = "none"
    LIVE = "live"
    FROZEN = "frozen"
    STALE = "stale"
    STILL = "still"  # a picture of a finished check, which nobody takes for a live one: it says so in its note


@dataclass(frozen=True, slots=True)
class Delay:
    """From the frame's arrival to the end of its painting, ms: median, 99th percentile and how many repaints they are of."""

    median_ms: float
    p99_ms: float
    count: int


class ImageCanvas(QWidget):
    """`touched` carries (row, column) of the camera under the finger, `dragged` both ends of a drag, `fitted` the size pictures are wanted in."""

    touched = pyqtSignal(float, float)
    dragged = pyqtSignal(float, float, float, float)
    fitted = pyqtSignal(int, int)

    def __init__(self, scale: Scale, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._scale, self._clock = scale, clock
        self._image: QImage | None = None
        self._picture: Picture | None = None  # the image's memory: it must outlive it
        self._size = (768, 1024)  # rows, columns of the camera
        self._arrived_s: float | None = None
        self._delays: deque[float] = deque(maxlen=REMEMBERED)
        self._pressed: tuple[float, float] | None = None
        self.sketch = Sketch()
        self.stand, self.words, self.note, self.mark, self.foot = Stand.NONE, "", "", "", ""
        self.setAttribute(Qt.WA_OpaquePaintEvent)
        self.setMinimumSize(scale.px(420), scale.px(300))
        self.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Expanding)

    # --- what is shown -----------------------------------------------------------------------------------------------------------------

    def show_picture(self, picture: Picture, size: tuple[int, int], arrived_s: float | None) -> None:
        """Show `picture` (rows, columns, BGRA; kept, not copied) of a camera with `size` (rows, columns); `arrived_s` on the canvas's clock."""
        rows, columns = picture.shape[:2]
        self._picture = picture
        self._image = QImage(sip.voidptr(picture.ctypes.data), columns, rows, 4 * columns, QImage.Format_RGB32)
        self._arrived_s = arrived_s
        if size != self._size:
            self._size = size
            self._tell_fit()
        self.update()

    def show_stand(self, stand: Stand, words: str = "") -> None:
        """How the picture stands, with the sentence that says it."""
        if (stand, words) != (self.stand, self.words):
            self.stand, self.words = stand, words
            self.update()

    def show_sketch(self, sketch: Sketch, *, note: str = "", mark: str = "", foot: str = "") -> None:
        """What is drawn on it; `note` at the upper left, `mark` («simulated») at the upper right, `foot` at the lower right."""
        self.sketch, self.note, self.mark, self.foot = sketch, note, mark, foot
        self.update()

    @property
    def delay(self) -> Delay | None:
        """How long frames took to the screen lately; None before any was painted."""
        if not self._delays:
            return None
        ordered = sorted(self._delays)
        return Delay(
            1e3 * ordered[len(ordered) // 2], 1e3 * ordered[min(len(ordered) - 1, math.ceil(0.99 * len(ordered)) - 1)], len(ordered)
        )

    # --- where things stand ------------------------------------------------------------------------------------------------------------

    def field(self) -> Field:
        """Where the camera's pixels are painted."""
        rows, columns = self._size
        unit = min(self.width() / columns, self.height() / rows)
        width, height = columns * unit, rows * unit
        return Field(QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height), unit)

    def wanted(self) -> QSize:
        """The size in real pixels in which a picture is painted one to one."""
        box, ratio = self.field().box, self.devicePixelRatioF()
        return QSize(max(1, round(box.width() * ratio)), max(1, round(box.height() * ratio)))

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Pictures of another size are wanted."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._tell_fit()

    def _tell_fit(self) -> None:
        wanted = self.wanted()
        self.fitted.emit(wanted.height(), wanted.width())

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """A finger lands."""
        self._pressed = self._place(event)

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        """It lifts: where it landed, a touch; far from there, a drag."""
        began, ended, self._pressed = self._pressed, self._place(event), None
        if began is None or ended is None:
            return
        if math.hypot(began[0] - ended[0], began[1] - ended[1]) * self.field().unit > self._scale.target / 2:
            self.dragged.emit(*began, *ended)
        else:
            self.touched.emit(*began)

    def _place(self, event: QMouseEvent | None) -> tuple[float, float] | None:
        """(row, column) of the camera under the finger; at its border when the finger slid off."""
        if event is None or self._image is None:
            return None
        field, (rows, columns) = self.field(), self._size
        row = (event.localPos().y() - field.box.top()) / field.unit
        column = (event.localPos().x() - field.box.left()) / field.unit
        if self._pressed is None and not (0 <= row < rows and 0 <= column < columns):
            return None
        return min(max(row, 0.0), rows - 1.0), min(max(column, 0.0), columns - 1.0)

    # --- painting ----------------------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: ARG002 - Qt's signature
        """Ground, picture, what is drawn on it, and how it stands."""
        painter = QPainter(self)
        field = self.field()
        self._paint_picture(painter, field.box)
        painter.setRenderHint(QPainter.Antialiasing)
        if self._image is not None and self.stand is not Stand.NONE:
            image_sketch.paint(painter, field, self.sketch, self._scale)
        self._paint_notes(painter, field.box)
        self._paint_stand(painter, field.box)
        painter.end()
        if self._arrived_s is not None and self.stand is Stand.LIVE:
            self._delays.append(self._clock() - self._arrived_s)
        self._arrived_s = None  # each frame counts once, however often it is painted

    def _paint_picture(self, painter: QPainter, box: QRectF) -> None:
        """The picture, and the ground where it is not: under it, that would be four megabytes for nobody."""
        place = self._place_of(box)
        for rest in QRegion(self.rect()).subtracted(QRegion(place)).rects():
            painter.fillRect(rest, theme.GROUND)
        if self._image is None:
            painter.fillRect(place, EMPTY)
        else:
            painter.drawImage(place, self._image)

    def _place_of(self, box: QRectF) -> QRect:
        """Whole pixels, as many as `wanted` says: a box that is rounded at either edge may lose a row, and every row is scaled then."""
        ratio = self.devicePixelRatioF()
        if self._image is None or self._image.size() != self.wanted() or ratio != 1:
            return box.toRect()
        return QRect(QPoint(round(box.left()), round(box.top())), self._image.size())

    def _paint_notes(self, painter: QPainter, box: QRectF) -> None:
        edge = self._scale.px(20)
        inside = box.adjusted(edge, edge, -edge, -edge)
        for words, ink, flags in (
            (self.note, theme.TEXT, Qt.AlignLeft | Qt.AlignTop), (self.mark, theme.CLOSE, Qt.AlignRight | Qt.AlignTop),
            (self.foot, theme.TEXT, Qt.AlignRight | Qt.AlignBottom),
        ):  # fmt: skip
            if words:
                image_sketch.label(painter, inside, words, ink, int(flags), self._scale)

    def _paint_stand(self, painter: QPainter, box: QRectF) -> None:
        if self.stand is Stand.FROZEN:
            width = self._scale.px(8)
            painter.setBrush(Qt.NoBrush)
            painter.setPen(QPen(theme.CLOSE, width))
            painter.drawRect(box.adjusted(width / 2, width / 2, -width / 2, -width / 2))
            top = QRectF(box.left(), box.top() + self._scale.px(64), box.width(), self._scale.px(70))
            image_sketch.label(painter, top, f"❚❚ {self.words}", theme.CLOSE, int(Qt.AlignHCenter | Qt.AlignTop), self._scale, 30)
        elif self.stand in {Stand.STALE, Stand.NONE}:
            painter.fillRect(box, VEIL)
            painter.setFont(theme.font(self._scale, 30, QFont.DemiBold))
            painter.setPen(theme.TEXT if self.stand is Stand.STALE else theme.QUIET)
            within = box.adjusted(box.width() / 8, 0, -box.width() / 8, 0)
            painter.drawText(within, int(Qt.AlignCenter) | int(Qt.TextWordWrap), said(self.words))
