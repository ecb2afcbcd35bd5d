"""The map of a scanned face: depth or its uncertainty, scale bar, colour bar, outline and size of every positive region, and the finger's place."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from PyQt5.QtCore import QPointF, QRectF, Qt, pyqtSignal
from PyQt5.QtGui import QColor, QFont, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PyQt5.QtWidgets import QSizePolicy, QWidget

from algorithms.microwave.media import Flags, Reals
from algorithms.microwave.outlines import Outline
from console.widgets import depth_colours, theme
from console.widgets.depth_colours import Pixels
from console.widgets.scale import Scale
from console.words import said

DEEPEST_MM, WIDEST_MM = 2.0, 0.5
BAR_MM = (5, 10, 20, 50)
EMPTY = QColor("#05080b")


class Layer(StrEnum):
    """What the colours mean."""

    DEPTH = "depth"
    DOUBT = "uncertainty"


@dataclass(frozen=True, slots=True, eq=False)
class MapPicture:
    """One map to be shown. `interval_mm` is half of the interval of each pixel, None while it is not known; `field_mm` (width, height)."""

    depth_mm: Reals
    masked: Flags
    bare: Flags
    interval_mm: Reals | None
    field_mm: tuple[float, float]
    outlines: tuple[Outline, ...] = ()


class DepthMap(QWidget):
    """As large a map as fits. `touched` carries (row, column) of the pixel under the finger."""

    touched = pyqtSignal(int, int)

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._scale = scale
        self.picture: MapPicture | None = None
        self.layer = Layer.DEPTH
        self.words, self.mark = "", ""
        self.finger: tuple[int, int] | None = None
        self._image: QImage | None = None
        self._ramps = {
            Layer.DEPTH: _upright(depth_colours.ramp(depth_colours.SHALLOW, depth_colours.DEEP)),
            Layer.DOUBT: _upright(depth_colours.ramp(depth_colours.CERTAIN, depth_colours.UNCERTAIN)),
        }
        self.setMinimumSize(scale.px(420), scale.px(300))
        self.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Expanding)

    def show_picture(self, picture: MapPicture | None, words: str = "", mark: str = "") -> None:
        """Show a map; without one, `words` in its place. `mark` stands across it («simulated»)."""
        self.picture, self.words, self.mark = picture, words, mark
        self._paint_image()

    def show_layer(self, layer: Layer) -> None:
        """Depth, or how uncertain it is."""
        self.layer = layer
        self._paint_image()

    def show_finger(self, place: tuple[int, int] | None) -> None:
        """Mark a pixel."""
        self.finger = place
        self.update()

    def _paint_image(self) -> None:
        self._image = None
        if self.picture is not None:
            self._image = _image_of(self._pixels(self.picture))
        self.update()

    def _pixels(self, picture: MapPicture) -> Pixels:
        if self.layer is Layer.DOUBT:
            width = picture.interval_mm if picture.interval_mm is not None else np.zeros_like(picture.depth_mm)
            return depth_colours.doubt_pixels(width, picture.masked, WIDEST_MM)
        return depth_colours.depth_pixels(picture.depth_mm, picture.masked, picture.bare, DEEPEST_MM)

    # --- where things stand ------------------------------------------------------------------------------------------------------------

    def field(self) -> QRectF:
        """Where the map is painted, window pixels."""
        width, height = self.picture.field_mm if self.picture else (1.0, 1.0)
        beside = self._scale.px(110)
        unit = min((self.width() - beside) / width, self.height() / height)
        size = (width * unit, height * unit)
        return QRectF((self.width() - beside - size[0]) / 2, (self.height() - size[1]) / 2, *size)

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """A finger on a pixel."""
        self._touch(event)

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """It may slide."""
        self._touch(event)

    def _touch(self, event: QMouseEvent | None) -> None:
        if event is None or self.picture is None:
            return
        field, (rows, columns) = self.field(), self.picture.depth_mm.shape
        row = math.floor((event.localPos().y() - field.top()) / field.height() * rows)
        column = math.floor((event.localPos().x() - field.left()) / field.width() * columns)
        if 0 <= row < rows and 0 <= column < columns:
            self.show_finger((row, column))
            self.touched.emit(row, column)

    # --- painting ----------------------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: ARG002 - Qt's signature
        """Ground, map, what is written on it, and the colour bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.Antialiasing)
        field = self.field()
        painter.setPen(Qt.NoPen)
        painter.setBrush(EMPTY)
        painter.drawRoundedRect(field, self._scale.px(12), self._scale.px(12))
        if self.picture is None or self._image is None:
            self._write(painter, field.adjusted(field.width() / 8, 0, -field.width() / 8, 0), self.words, theme.QUIET, 22, Qt.AlignCenter)
        else:
            painter.drawImage(field, self._image)
            self._paint_outlines(painter, field, self.picture)
            self._paint_finger(painter, field, self.picture)
            self._paint_scale_bar(painter, field, self.picture)
        if self.mark:
            inside = field.adjusted(0, self._scale.px(10), -self._scale.px(16), 0)
            self._write(painter, inside, self.mark, theme.CLOSE, 18, Qt.AlignRight | Qt.AlignTop)
        self._paint_colour_bar(painter, field)
        painter.end()

    def _paint_outlines(self, painter: QPainter, field: QRectF, picture: MapPicture) -> None:
        unit, room = field.width() / picture.field_mm[0], self._scale.px(9)
        painter.setBrush(Qt.NoBrush)
        painter.setPen(QPen(theme.ON_FILL, self._scale.px(3)))
        for one in picture.outlines:
            box = QRectF(field.left() + one.x_mm * unit, field.top() + one.y_mm * unit, one.width_mm * unit, one.height_mm * unit)
            painter.drawEllipse(box.adjusted(-room, -room, room, room))
        for one in picture.outlines[:3]:  # the largest are named; more words would hide the map
            words = said(f"◆ {one.height_mm:.0f} × {one.width_mm:.0f} mm")
            self._place_words(painter, field, one, unit, words)

    def _place_words(self, painter: QPainter, field: QRectF, one: Outline, unit: float, words: str) -> None:
        """Beside the region, on the side where there is room."""
        painter.setFont(theme.font(self._scale, 26, QFont.Bold))
        width, height = painter.fontMetrics().horizontalAdvance(words), painter.fontMetrics().height()
        gap = self._scale.px(20)
        right = field.left() + (one.x_mm + one.width_mm) * unit + gap
        left = right if right + width < field.right() else field.left() + one.x_mm * unit - gap - width
        top = field.top() + (one.y_mm + one.height_mm / 2) * unit - height / 2
        box = QRectF(max(left, field.left()), top, width, height)
        painter.setPen(EMPTY)
        painter.drawText(box.translated(1.5, 1.5), int(Qt.AlignLeft | Qt.AlignVCenter), words)
        painter.setPen(theme.ON_FILL)
        painter.drawText(box, int(Qt.AlignLeft | Qt.AlignVCenter), words)
        painter.setPen(QPen(theme.ON_FILL, self._scale.px(3)))

    def _paint_finger(self, painter: QPainter, field: QRectF, picture: MapPicture) -> None:
        if self.finger is None:
            return
        (row, column), (rows, columns) = self.finger, picture.depth_mm.shape
        middle = QPointF(field.left() + (column + 0.5) / columns * field.width(), field.top() + (row + 0.5) / rows * field.height())
        painter.setBrush(Qt.NoBrush)
        for ink, width in ((EMPTY, 5), (theme.FOCUS, 2.5)):
            painter.setPen(QPen(ink, self._scale.px(width)))
            painter.drawEllipse(middle, self._scale.px(13), self._scale.px(13))

    def _paint_scale_bar(self, painter: QPainter, field: QRectF, picture: MapPicture) -> None:
        unit = field.width() / picture.field_mm[0]
        length = next((mm for mm in BAR_MM if mm * unit >= self._scale.px(70)), BAR_MM[-1])
        left, bottom = field.left() + self._scale.px(24), field.bottom() - self._scale.px(24)
        painter.fillRect(QRectF(left, bottom, length * unit, self._scale.px(5)), theme.ON_FILL)
        above = QRectF(left, bottom - self._scale.px(36), self._scale.px(160), self._scale.px(32))
        self._write(painter, above, f"{length} mm", theme.ON_FILL, 20, Qt.AlignLeft | Qt.AlignVCenter)

    def _paint_colour_bar(self, painter: QPainter, field: QRectF) -> None:
        depth = self.layer is Layer.DEPTH
        head, foot = self._scale.px(44), self._scale.px(24)
        bar = QRectF(field.right() + self._scale.px(20), field.top() + head, self._scale.px(26), field.height() - head - foot)
        painter.drawImage(bar, self._ramps[self.layer])
        if depth:
            painter.fillRect(QRectF(bar.left(), bar.bottom() - bar.height() / 20, bar.width(), bar.height() / 20), theme.POSITIVE)
        above = QRectF(bar.left(), field.top(), self._scale.px(90), head)
        self._write(painter, above, "mm" if depth else "± mm", theme.QUIET, 18, Qt.AlignLeft | Qt.AlignVCenter)
        ticks = ("0.0", "1.0", "≥ 2") if depth else ("0.0", "0.25", "≥ .5")  # of DEEPEST_MM and WIDEST_MM
        for share, words in zip((0.0, 0.5, 1.0), ticks, strict=True):
            middle = bar.bottom() - share * bar.height()
            beside = QRectF(bar.right() + self._scale.px(8), middle - self._scale.px(15), self._scale.px(60), self._scale.px(30))
            self._write(painter, beside, words, theme.TEXT, 19, Qt.AlignLeft | Qt.AlignVCenter)

    def _write(self, painter: QPainter, box: QRectF, words: str, ink: QColor, size: float, flags: Qt.Alignment | Qt.AlignmentFlag) -> None:
        painter.setFont(theme.font(self._scale, size, QFont.DemiBold))
        painter.setPen(ink)
        painter.drawText(box, int(flags) | int(Qt.TextWordWrap), said(words))


def _image_of(pixels: Pixels) -> QImage:
    """(rows, columns, 3); Qt does not copy by itself."""
    rows, columns = pixels.shape[:2]
    return QImage(pixels.tobytes(), columns, rows, 3 * columns, QImage.Format_RGB888).copy()


def _upright(colours: Pixels) -> QImage:
    """A ramp as a colour bar, the first colour at the foot."""
    return _image_of(colours[::-1][:, None])
