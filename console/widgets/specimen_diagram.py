"""The specimen as an oval drawn to scale, with its mass and margins: on the screen as it is typed, and on paper in the report."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from PyQt5.QtCore import QPointF, QRectF, QSize, Qt
from PyQt5.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PyQt5.QtWidgets import QSizePolicy, QWidget

from algorithms.faces import Face
from algorithms.specimen.measurement import Length, plain
from console.cases.model import Side
from console.widgets import theme
from console.widgets.scale import Scale
from console.words import said

USUAL_MM = (62.0, 48.0)  # the outline that stands in until the axes are typed; dashed, so that nobody takes it for measured
BAR_LENGTHS_MM = (5, 10, 20, 50, 100)


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of the drawing, for the screen or for paper."""

    tissue: QColor
    outline: QColor
    mass: QColor
    mass_line: QColor
    measure: QColor
    active: QColor
    text: QColor
    quiet: QColor


SCREEN = Inks(QColor("#2b333f"), QColor("#9aa7b4"), QColor("#6b2c29"), theme.POSITIVE, theme.FOCUS, theme.ON_FILL, theme.TEXT, theme.QUIET)
PAPER = Inks(*(QColor(c) for c in ("#f2f2f2", "#000000", "#c8c8c8", "#000000", "#000000", "#000000", "#000000", "#333333")))


@dataclass(frozen=True, slots=True)
class SpecimenDrawing:
    """What is known so far, mm; `active` is being typed just now. `others`: further masses. `shaved`: the face that a shave was taken from."""

    side: Side
    lengths: Mapping[Length, Decimal] = field(default_factory=dict)
    active: Length | None = None
    others: tuple[Mapping[Length, Decimal], ...] = ()
    shaved: Face | None = None

    @property
    def left_face(self) -> Face:
        """The face at the viewer's left, seen from the front: a left breast's medial side lies there, a right breast's lateral."""
        return Face.MEDIAL if self.side is Side.LEFT else Face.LATERAL


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things lie, in the painter's units."""

    outline: QRectF
    mass: QRectF | None
    per_mm: float
    measured: bool  # both resected axes are known


def lay_out(drawing: SpecimenDrawing, rect: QRectF) -> Layout:
    """Fit the oval into `rect`, and the mass where the margins put it: what the sums leave over is shared by both sides."""
    known = {length: float(value) for length, value in drawing.lengths.items()}
    tall = known.get(Length.RESECTED_MAJOR) or known.get(Length.RESECTED_MINOR, USUAL_MM[1]) * USUAL_MM[0] / USUAL_MM[1]
    wide = known.get(Length.RESECTED_MINOR) or tall * USUAL_MM[1] / USUAL_MM[0]
    per_mm = min(rect.width() / wide, rect.height() / tall)
    outline = QRectF(0, 0, wide * per_mm, tall * per_mm)
    outline.moveCenter(rect.center())
    measured = Length.RESECTED_MAJOR in known and Length.RESECTED_MINOR in known
    if Length.MASS_MAJOR not in known:
        return Layout(outline, None, per_mm, measured)
    mass = QRectF(0, 0, known.get(Length.MASS_MINOR, known[Length.MASS_MAJOR]) * per_mm, known[Length.MASS_MAJOR] * per_mm)
    mass.moveCenter(rect.center() + _offset(drawing, known) * per_mm)
    return Layout(outline, mass, per_mm, measured)


def _offset(drawing: SpecimenDrawing, known: Mapping[Length, float]) -> QPointF:
    """From the middle of the specimen to the middle of the mass, mm: half the difference of two opposite margins."""
    right = drawing.left_face.opposite
    across = _half_difference(known, Length(drawing.left_face.value), Length(right.value))
    return QPointF(across, _half_difference(known, Length.SUPERIOR, Length.INFERIOR))


def _half_difference(known: Mapping[Length, float], near: Length, far: Length) -> float:
    return (known[near] - known[far]) / 2 if near in known and far in known else 0.0


class SpecimenPainter:
    """Draws one specimen with a painter of any resolution; `unit` is one design pixel in the painter's units."""

    def __init__(self, painter: QPainter, inks: Inks, unit: float) -> None:
        self._painter, self._inks, self._unit = painter, inks, unit

    def draw(self, drawing: SpecimenDrawing, rect: QRectF) -> None:
        """Oval, mass, margins with their numbers, faces' names, depth and scale bar, all inside `rect`."""
        painter = self._painter
        painter.save()
        painter.setRenderHint(QPainter.Antialiasing)
        foot = 46 * self._unit
        sides = max(self._metrics(20).horizontalAdvance(said(word)) for word in ("Medial", "Lateral")) + 24 * self._unit
        inner = rect.adjusted(sides, 40 * self._unit, -sides, -40 * self._unit - foot)
        layout = lay_out(drawing, inner)
        self._outline(layout)
        for other in drawing.others:
            self._other_mass(lay_out(replace(drawing, lengths=other), inner))
        self._mass(drawing, layout)
        self._names(drawing, layout, rect)
        self._foot(drawing, layout, QRectF(rect.left(), rect.bottom() - foot, rect.width(), foot))
        painter.restore()

    def _outline(self, layout: Layout) -> None:
        self._painter.setBrush(self._inks.tissue)
        self._painter.setPen(self._pen(self._inks.outline, 2.5, dashed=not layout.measured))
        self._painter.drawEllipse(layout.outline)

    def _other_mass(self, layout: Layout) -> None:
        """A further mass: where it lies, dashed, without its numbers."""
        if layout.mass is not None:
            self._painter.setBrush(Qt.NoBrush)
            self._painter.setPen(self._pen(self._inks.mass_line, 2, dashed=True))
            self._painter.drawEllipse(layout.mass)

    def _mass(self, drawing: SpecimenDrawing, layout: Layout) -> None:
        mass = layout.mass
        if mass is None:
            return
        self._painter.setBrush(self._inks.mass)
        self._painter.setPen(self._pen(self._inks.mass_line, 2.5))
        self._painter.drawEllipse(mass)
        if Length.MASS_MINOR in drawing.lengths:
            words = "×".join(plain(drawing.lengths[length]) for length in (Length.MASS_MAJOR, Length.MASS_MINOR))
            size = next((size for size in (24, 20, 17) if self._wide(words, size) < mass.width() * 0.92), None)
            beside = QPointF(mass.right() + self._wide(words, 20) / 2 + 4 * self._unit, mass.bottom() + 14 * self._unit)
            self._text(mass.center() if size else beside, words, size or 20, QFont.DemiBold)
        for face in (Face.SUPERIOR, Face.INFERIOR, Face.MEDIAL, Face.LATERAL):
            self._margin(drawing, layout, mass, face)

    def _margin(self, drawing: SpecimenDrawing, layout: Layout, mass: QRectF, face: Face) -> None:
        """The measured margin from the edge of the mass outwards, to scale, never beyond the outline."""
        length = Length(face.value)
        if length not in drawing.lengths:
            return
        way = _way(drawing, face)
        start = QPointF(mass.center().x() + way.x() * mass.width() / 2, mass.center().y() + way.y() * mass.height() / 2)
        reach = min(float(drawing.lengths[length]) * layout.per_mm, _to_outline(layout.outline, start, way))
        end = start + way * max(0.0, reach)
        ink = self._inks.active if length is drawing.active else self._inks.measure
        self._painter.setPen(self._pen(ink, 2.5))
        self._painter.drawLine(start, end)
        tick = QPointF(way.y(), way.x()) * 7 * self._unit
        self._painter.drawLine(end - tick, end + tick)
        words = plain(drawing.lengths[length])
        beside = self._wide(words, 24) / 2 + 12 * self._unit
        shift = QPointF(beside, 0) if way.x() == 0 else QPointF(0, -22 * self._unit)
        middle = start + way * max(reach / 2, beside)  # a number never lies on the mass, however thin its margin
        self._text(middle + shift, words, 24, QFont.DemiBold)

    def _names(self, drawing: SpecimenDrawing, layout: Layout, rect: QRectF) -> None:
        outline, away = layout.outline, 24 * self._unit
        left, right = drawing.left_face, drawing.left_face.opposite
        for face, y in ((Face.SUPERIOR, outline.top() - away), (Face.INFERIOR, outline.bottom() + away)):
            self._name(drawing, face, QPointF(outline.center().x(), y))
        for face, sign, edge in ((left, -1, outline.left()), (right, 1, outline.right())):
            half = self._metrics(20).horizontalAdvance(said(face.value.capitalize())) / 2
            x = edge + sign * (half + 12 * self._unit)
            x = min(max(x, rect.left() + half), rect.right() - half)
            self._name(drawing, face, QPointF(x, outline.center().y()))

    def _name(self, drawing: SpecimenDrawing, face: Face, centre: QPointF) -> None:
        """A face's name; the one that was shaved stands out by weight, ink and a bar."""
        if face is not drawing.shaved:
            self._text(centre, face.value.capitalize(), 20, ink=self._inks.quiet)
            return
        self._text(centre, face.value.capitalize(), 20, QFont.Bold, self._inks.active)
        half, below = self._wide(face.value.capitalize(), 20) / 2, QPointF(0, 16 * self._unit)
        self._painter.setPen(self._pen(self._inks.active, 3))
        self._painter.drawLine(centre + below - QPointF(half, 0), centre + below + QPointF(half, 0))

    def _foot(self, drawing: SpecimenDrawing, layout: Layout, rect: QRectF) -> None:
        """Depth in words at the left, because the oval is flat; the scale bar at the right."""
        depth = [
            f"{length.value} {plain(drawing.lengths[length])}"
            for length in (Length.ANTERIOR, Length.POSTERIOR)
            if length in drawing.lengths
        ]
        words = f"Depth: {', '.join(depth)} mm" if depth else "Depth is not in this picture"
        if drawing.shaved in {Face.ANTERIOR, Face.POSTERIOR}:
            words = f"Shaved: {drawing.shaved.value}" if drawing.shaved else words
        self._painter.setFont(self._font(18))
        self._painter.setPen(self._inks.quiet)
        self._painter.drawText(rect, int(Qt.AlignLeft | Qt.AlignVCenter), said(words))
        if not layout.measured:
            return
        length = max((b for b in BAR_LENGTHS_MM if b * layout.per_mm < rect.width() / 4), default=BAR_LENGTHS_MM[0])
        y, right = rect.center().y() + 12 * self._unit, rect.right()
        self._painter.setPen(self._pen(self._inks.text, 4))
        self._painter.drawLine(QPointF(right - length * layout.per_mm, y), QPointF(right, y))
        self._text(QPointF(right - length * layout.per_mm / 2, y - 18 * self._unit), f"{length} mm", 18)

    def _text(self, centre: QPointF, words: str, size: float, weight: int = QFont.Normal, ink: QColor | None = None) -> None:
        words = said(words)
        self._painter.setFont(self._font(size, weight))
        self._painter.setPen(ink or self._inks.text)
        metrics = self._metrics(size, weight)
        box = QRectF(0, 0, metrics.horizontalAdvance(words) + 4, metrics.height() + 2)
        box.moveCenter(centre)
        self._painter.drawText(box, int(Qt.AlignCenter | Qt.TextDontClip), words)

    def _wide(self, words: str, size: float) -> float:
        return self._metrics(size, QFont.DemiBold).horizontalAdvance(said(words))

    def _pen(self, ink: QColor, width: float, *, dashed: bool = False) -> QPen:
        return QPen(ink, max(1.0, width * self._unit), Qt.DashLine if dashed else Qt.SolidLine)

    def _font(self, size: float, weight: int = QFont.Normal) -> QFont:
        return theme.font(Scale(self._unit, 1.0), size, weight)

    def _metrics(self, size: float, weight: int = QFont.Normal) -> QFontMetricsF:
        return QFontMetricsF(self._font(size, weight), self._painter.device())


def _way(drawing: SpecimenDrawing, face: Face) -> QPointF:
    """From the mass towards that face, on the picture."""
    if face is Face.SUPERIOR:
        return QPointF(0, -1)
    if face is Face.INFERIOR:
        return QPointF(0, 1)
    return QPointF(-1 if face is drawing.left_face else 1, 0)


def _to_outline(outline: QRectF, start: QPointF, way: QPointF) -> float:
    """How far it is from a point inside the oval to its edge, along one of its axes; 0 or less from outside."""
    x, y = start.x() - outline.center().x(), start.y() - outline.center().y()
    half_width, half_height = outline.width() / 2, outline.height() / 2
    if way.x():
        edge = half_width * math.sqrt(max(0.0, 1 - (y / half_height) ** 2))
        return edge - way.x() * x
    edge = half_height * math.sqrt(max(0.0, 1 - (x / half_width) ** 2))
    return edge - way.y() * y


class SpecimenDiagram(QWidget):
    """The drawing as a widget; takes the room that it is given."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._unit = scale.unit
        self._drawing = SpecimenDrawing(Side.LEFT)
        self.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Expanding)
        self.setMinimumSize(QSize(scale.px(360), scale.px(320)))

    def show_drawing(self, drawing: SpecimenDrawing) -> None:
        """Draw this from now on."""
        self._drawing = drawing
        self.update()

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: ARG002 - Qt's signature
        """The same drawing as on paper, in the screen's colours."""
        painter = QPainter(self)
        SpecimenPainter(painter, SCREEN, self._unit).draw(self._drawing, QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()
