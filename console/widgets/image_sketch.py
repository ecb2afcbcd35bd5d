"""What is drawn on the live picture: outlines with their sizes, crosshair, distances, numbered sites, an ellipse, scale bar and colour bar."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt
from PyQt5.QtCore import QPointF, QRectF, Qt
from PyQt5.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QPolygonF

from algorithms.fluorescence.modes import Span, heat_ramp
from console.widgets import theme
from console.widgets.scale import Scale
from console.words import said

OUTLINE, LIME = QColor("#dcffc8"), QColor("#2df082")
CAVITY = QColor(255, 190, 175, 150)
SHADE = QColor(5, 8, 11, 190)
BAR_MM = (1, 2, 5, 10, 20, 50)
LARGEST_NAMED = 4
REMEMBERED = 64  # words that are drawn once and shown again: letters are the slowest thing on a picture sixty times a second
SHADOW = 3

Place = tuple[float, float]  # (row, column) of the camera


@dataclass(frozen=True, slots=True)
class Field:
    """Where the camera's pixels are painted: the box, and window pixels a camera pixel."""

    box: QRectF
    unit: float

    def point(self, place: Place) -> QPointF:
        """The middle of a camera pixel."""
        return QPointF(self.box.left() + (place[1] + 0.5) * self.unit, self.box.top() + (place[0] + 0.5) * self.unit)


@dataclass(frozen=True, slots=True, eq=False)
class Traced:
    """An outline (points, 2; rows and columns) with one or two lines beside it. `faint` ones are amber."""

    points: npt.NDArray[np.float32]
    words: str = ""
    detail: str = ""
    faint: bool = False
    width_words: str = ""  # the size that is drawn under it, with its two ends


@dataclass(frozen=True, slots=True)
class Sketch:
    """Everything that is drawn. Places are (row, column) of the camera; `ellipse` is centre and half axes, and `edge` the corners of an outline
    that is none; `tool` is a tracked tool's tip; `mm_per_pixel` None: no lengths.
    """

    mm_per_pixel: float | None = None
    traced: tuple[Traced, ...] = ()
    sites: tuple[Place, ...] = ()
    inspect: tuple[Place, ...] = ()
    cross: Place | None = None
    tapped: Place | None = None
    reference: Place | None = None
    distance: str = ""
    ellipse: tuple[Place, Place] | None = None
    span: Span | None = None
    edge: tuple[Place, ...] = ()
    tool: Place | None = None


def paint(painter: QPainter, field: Field, sketch: Sketch, scale: Scale) -> None:
    """All of it, the quietest first."""
    painter.save()
    painter.setClipRect(field.box)
    _laid(painter, field, sketch, scale)
    for number, one in enumerate(sketch.traced):
        _outline(painter, field, one, scale, named=number < LARGEST_NAMED)
    for number, place in enumerate(sketch.sites, start=1):
        _site(painter, field.point(place), number, scale)
    for place in sketch.inspect:
        _dashed(painter, field.point(place), scale)
    if sketch.inspect:
        _beside(painter, field, field.point(sketch.inspect[0]), ("sharp bright point: inspect", ""), theme.CLOSE, scale)
    if sketch.cross is not None:
        _cross(painter, field.point(sketch.cross), scale.px(40), QPen(theme.ON_FILL, scale.px(3)))
    _taps(painter, field, sketch, scale)
    if sketch.tool is not None:
        _tool(painter, field, field.point(sketch.tool), scale)
    if sketch.mm_per_pixel is not None:
        _scale_bar(painter, field, sketch.mm_per_pixel, scale)
    if sketch.span is not None:
        _colour_bar(painter, field, sketch.span, scale)
    painter.restore()


def label(painter: QPainter, box: QRectF, words: str, ink: QColor, flags: int, scale: Scale, size: float = 20) -> None:
    """Words on a dark ground, so that they are read on any picture."""
    place, image = _plate(said(words), ink.rgba(), flags, scale, size, (box.width(), box.height(), _ratio(painter)))
    painter.drawImage(box.topLeft() + place, image)


@lru_cache(maxsize=REMEMBERED)
def _plate(words: str, ink: int, flags: int, scale: Scale, size: float, room: tuple[float, float, float]) -> tuple[QPointF, QImage]:
    """The words of a label on their ground, and where in a box of that width and height they lie."""
    font, pad = theme.font(scale, size, QFont.DemiBold), scale.px(12)
    flags |= int(Qt.TextWordWrap)
    width, height, ratio = room
    lines = QFontMetricsF(font).boundingRect(QRectF(pad, pad / 2, width - 2 * pad, height - pad), flags, words)
    # The ground is as wide as its words: what lies under it is tissue.
    ground = lines.adjusted(-pad, -pad / 2, pad, pad / 2).toAlignedRect()
    image = _blank(ground.width(), ground.height(), ratio)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.Antialiasing)
    painter.translate(-ground.topLeft())
    painter.setPen(Qt.NoPen)
    painter.setBrush(SHADE)
    painter.drawRoundedRect(lines.adjusted(-pad, -pad / 2, pad, pad / 2), scale.px(8), scale.px(8))
    painter.setFont(font)
    painter.setPen(QColor.fromRgba(ink))
    painter.drawText(lines, flags, words)
    painter.end()
    return QPointF(ground.topLeft()), image


def _laid(painter: QPainter, field: Field, sketch: Sketch, scale: Scale) -> None:
    """The outline inside which is looked: corners, or an ellipse."""
    painter.setBrush(Qt.NoBrush)
    painter.setPen(QPen(CAVITY, scale.px(4)))
    if sketch.edge:
        painter.drawPolygon(QPolygonF([field.point(place) for place in sketch.edge]))
    elif sketch.ellipse is not None:
        centre, half = sketch.ellipse
        painter.drawEllipse(field.point(centre), half[1] * field.unit, half[0] * field.unit)


def _outline(painter: QPainter, field: Field, one: Traced, scale: Scale, *, named: bool) -> None:
    if len(one.points) < 2:
        return
    shape = QPolygonF([field.point((float(row), float(column))) for row, column in one.points])
    ink = theme.CLOSE if one.faint else OUTLINE
    painter.setBrush(Qt.NoBrush)
    painter.setPen(QPen(ink, scale.px(4), Qt.DashLine if one.faint else Qt.SolidLine))
    painter.drawPolygon(shape)
    box = shape.boundingRect()
    if one.width_words:
        _width(painter, field, box, one.width_words, scale)
    if named and one.words:
        right = box.right() + scale.px(60)
        start = QPointF(box.right(), box.center().y())
        painter.setPen(QPen(ink, scale.px(3)))
        painter.drawLine(start, QPointF(min(right, field.box.right()), box.center().y() - scale.px(30)))
        _beside(painter, field, QPointF(right - scale.px(20), box.center().y() - scale.px(30)), (one.words, one.detail), ink, scale)


def _width(painter: QPainter, field: Field, box: QRectF, words: str, scale: Scale) -> None:
    """A dimension line under the outline; above it where there is no room below."""
    below = box.bottom() + scale.px(90) < field.box.bottom()
    y = box.bottom() + scale.px(40) if below else box.top() - scale.px(40)
    tick = scale.px(11)
    painter.setPen(QPen(OUTLINE, scale.px(3)))
    painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
    for x in (box.left(), box.right()):
        painter.drawLine(QPointF(x, y - tick), QPointF(x, y + tick))
    wide = scale.px(400)
    under = QRectF(box.center().x() - wide / 2, y + scale.px(10) if below else y - scale.px(58), wide, scale.px(48))
    _shaded(painter, under, words, OUTLINE, scale, 30, int(Qt.AlignHCenter | Qt.AlignVCenter))


def _site(painter: QPainter, place: QPointF, number: int, scale: Scale) -> None:
    painter.setBrush(Qt.NoBrush)
    painter.setPen(QPen(theme.ON_FILL, scale.px(2)))
    radius = scale.px(9)
    painter.drawEllipse(place, radius, radius)
    beside = QRectF(place.x() + radius, place.y() - scale.px(34), scale.px(40), scale.px(30))
    _shaded(painter, beside, str(number), theme.ON_FILL, scale, 20, int(Qt.AlignLeft | Qt.AlignVCenter))


def _dashed(painter: QPainter, place: QPointF, scale: Scale) -> None:
    painter.setBrush(Qt.NoBrush)
    painter.setPen(QPen(theme.CLOSE, scale.px(3), Qt.DashLine))
    painter.drawEllipse(place, scale.px(18), scale.px(18))


def _beside(painter: QPainter, field: Field, place: QPointF, words: tuple[str, str], ink: QColor, scale: Scale) -> None:
    """One or two lines at the right of a place, at its left where the picture ends, and never beyond its upper or lower edge."""
    sizes = (30 if words[1] else 24, 22)
    gap = scale.px(30)
    widest = max(
        QFontMetricsF(theme.font(scale, size, QFont.DemiBold)).horizontalAdvance(said(line))
        for line, size in zip(words, sizes, strict=True)
    )
    left = place.x() + gap if place.x() + gap + widest < field.box.right() else place.x() - gap - widest
    tall = sum(scale.px(size * 1.4) for line, size in zip(words, sizes, strict=True) if line)
    top = max(field.box.top(), min(place.y() - scale.px(22), field.box.bottom() - tall))
    for line, size in zip(words, sizes, strict=True):
        height = scale.px(size * 1.4)
        if line:
            _shaded(painter, QRectF(left, top, widest + 4, height), line, ink, scale, size, int(Qt.AlignLeft | Qt.AlignVCenter))
        top += height


def _shaded(painter: QPainter, box: QRectF, words: str, ink: QColor, scale: Scale, size: float, flags: int) -> None:
    """Words with their own shadow, for places where a ground would hide what they are about."""
    image = _inscription(said(words), ink.rgba(), scale, size, _ratio(painter))
    wide, tall = image.width() / image.devicePixelRatioF(), image.height() / image.devicePixelRatioF()
    left = box.center().x() - wide / 2 if flags & int(Qt.AlignHCenter) else box.left() - SHADOW
    painter.drawImage(QPointF(round(left), round(box.center().y() - tall / 2)), image)


@lru_cache(maxsize=REMEMBERED)
def _inscription(words: str, ink: int, scale: Scale, size: float, ratio: float) -> QImage:
    """Words and their shadow, `SHADOW` around them."""
    font = theme.font(scale, size, QFont.Bold)
    metrics = QFontMetricsF(font)
    box = QRectF(SHADOW, SHADOW, metrics.horizontalAdvance(words) + 1, metrics.height())
    image = _blank(round(box.width()) + 2 * SHADOW, round(box.height()) + 2 * SHADOW, ratio)
    painter = QPainter(image)
    painter.setFont(font)
    painter.setPen(SHADE)
    for dx, dy in ((1.5, 1.5), (-1.0, 1.0), (1.0, -1.0)):
        painter.drawText(box.translated(dx, dy), int(Qt.AlignLeft | Qt.AlignVCenter), words)
    painter.setPen(QColor.fromRgba(ink))
    painter.drawText(box, int(Qt.AlignLeft | Qt.AlignVCenter), words)
    painter.end()
    return image


def _blank(width: int, height: int, ratio: float) -> QImage:
    """A clear picture of that many window pixels."""
    image = QImage(round(width * ratio), round(height * ratio), QImage.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.transparent)
    return image


def _ratio(painter: QPainter) -> float:
    device = painter.device()
    return device.devicePixelRatioF() if device is not None else 1.0


def _cross(painter: QPainter, place: QPointF, reach: float, pen: QPen) -> None:
    painter.setPen(pen)
    painter.drawLine(QPointF(place.x() - reach, place.y()), QPointF(place.x() + reach, place.y()))
    painter.drawLine(QPointF(place.x(), place.y() - reach), QPointF(place.x(), place.y() + reach))


def _tool(painter: QPainter, field: Field, place: QPointF, scale: Scale) -> None:
    """A tracked tool's tip: a ring, a cross and its name, so that it is taken for nothing that was found."""
    painter.setBrush(Qt.NoBrush)
    painter.setPen(QPen(theme.FOCUS, scale.px(3)))
    painter.drawEllipse(place, scale.px(22), scale.px(22))
    _cross(painter, place, scale.px(34), QPen(theme.FOCUS, scale.px(2)))
    _beside(painter, field, place, ("tool", ""), theme.FOCUS, scale)


def _taps(painter: QPainter, field: Field, sketch: Sketch, scale: Scale) -> None:
    """The reference point, the tapped place, and how far they are apart."""
    if sketch.reference is not None:
        place = field.point(sketch.reference)
        painter.setBrush(Qt.NoBrush)
        painter.setPen(QPen(theme.FOCUS, scale.px(3)))
        painter.drawEllipse(place, scale.px(16), scale.px(16))
        painter.drawPoint(place)
    if sketch.tapped is None:
        return
    place = field.point(sketch.tapped)
    _cross(painter, place, scale.px(26), QPen(theme.FOCUS, scale.px(2.5)))
    if sketch.reference is not None:
        painter.setPen(QPen(theme.FOCUS, scale.px(2), Qt.DashLine))
        painter.drawLine(field.point(sketch.reference), place)
    if sketch.distance:
        _beside(painter, field, place, (sketch.distance, ""), theme.FOCUS, scale)


def _scale_bar(painter: QPainter, field: Field, mm_per_pixel: float, scale: Scale) -> None:
    a_mm = field.unit / mm_per_pixel
    length = next((mm for mm in BAR_MM if mm * a_mm >= scale.px(120)), BAR_MM[-1])
    left, bottom = field.box.left() + scale.px(40), field.box.bottom() - scale.px(44)
    painter.fillRect(QRectF(left - 1, bottom - 1, length * a_mm + 2, scale.px(6) + 2), SHADE)
    painter.fillRect(QRectF(left, bottom, length * a_mm, scale.px(6)), theme.ON_FILL)
    above = QRectF(left, bottom - scale.px(40), scale.px(200), scale.px(34))
    _shaded(painter, above, f"{length} mm", theme.ON_FILL, scale, 24, int(Qt.AlignLeft | Qt.AlignVCenter))


def _colour_bar(painter: QPainter, field: Field, span: Span, scale: Scale) -> None:
    box = QRectF(field.box.right() - scale.px(150), field.box.top() + scale.px(110), scale.px(130), scale.px(330))
    painter.setPen(Qt.NoPen)
    painter.setBrush(SHADE)
    painter.drawRoundedRect(box, scale.px(8), scale.px(8))
    bar = QRectF(box.left() + scale.px(14), box.top() + scale.px(70), scale.px(24), box.height() - scale.px(88))
    painter.drawImage(bar, _bar_image())
    painter.setFont(theme.font(scale, 16, QFont.DemiBold))
    painter.setPen(theme.TEXT)
    unit = QRectF(box.left() + scale.px(6), box.top() + scale.px(6), box.width() - scale.px(12), scale.px(54))
    painter.drawText(unit, int(Qt.AlignCenter) | int(Qt.TextWordWrap), said(span.unit))
    for words, y in ((span.high_words, bar.top()), (span.low_words, bar.bottom())):
        beside = QRectF(bar.right() + scale.px(8), y - scale.px(15), scale.px(80), scale.px(30))
        painter.drawText(beside, int(Qt.AlignLeft | Qt.AlignVCenter), said(words))


@cache
def _bar_image() -> QImage:
    """The colours of heat and percent, the lowest at the foot."""
    colours = np.ascontiguousarray(heat_ramp()[::-1])
    return QImage(colours.tobytes(), 1, len(colours), 4, QImage.Format_RGB32).copy()
