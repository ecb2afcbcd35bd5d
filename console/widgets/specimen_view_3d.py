"""The specimen in three dimensions, turned by a finger: its surface with what was measured laid on its faces, the tumour inside, the narrowest place.

Drawn without OpenGL, so that it works on any theatre PC.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PyQt5.QtCore import QPoint, QPointF, QRectF, Qt
from PyQt5.QtGui import QColor, QFont, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PyQt5.QtWidgets import QSizePolicy, QWidget

from algorithms.faces import Face
from algorithms.margins.judgement import Judgement
from algorithms.margins.model import MarginClass
from algorithms.specimen.cloud import Cloud, Reals, draped, render, rotation, sample
from algorithms.specimen.shape import Drape, Solid, direction
from console.cases.model import Side
from console.widgets import theme
from console.widgets.scale import Scale
from console.words import said

SURFACE, TUMOUR = (176, 190, 205, 105), (255, 106, 92, 255)
TUMOUR_POINTS = 14_000
FIRST_VIEW = (-0.55, 0.32)
PER_PIXEL = 0.008  # radians a design pixel: a hand's width turns it once around
MOST_PITCH = 1.45
FILLS = 0.72  # of the shorter side
PLATE = QColor(13, 17, 23, 190)
MOST_PX = 420  # the picture is drawn no finer than this and enlarged smoothly


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """What the view draws. `words` says from what the shape is known; `narrowest` is the face to be marked, with its margin in words."""

    solid: Solid
    drapes: tuple[Drape, ...]
    side: Side
    judgement: Judgement
    words: str
    narrowest: tuple[Face, str] | None


class SpecimenView3D(QWidget):
    """Drag to turn. Without a shape it says why."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._scale = scale
        self.shown: Shown | None = None
        self.yaw, self.pitch = FIRST_VIEW
        self.words = "The specimen has not been measured yet."
        self._clouds: tuple[Cloud, Cloud | None] | None = None
        self._held: QPoint | None = None
        self._reach = 1.0
        self.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Expanding)
        self.setMinimumSize(scale.px(360), scale.px(250))
        self.setCursor(Qt.OpenHandCursor)

    def show_specimen(self, shown: Shown | None, words: str = "") -> None:
        """Draw this from now on, from where it was last turned to; without one, `words`."""
        self.shown, self.words, self._clouds = shown, words or self.words, None
        if shown is not None:
            skin = draped(sample(shown.solid.specimen, SURFACE), shown.drapes, lateral=self._lateral)
            inside = sample(shown.solid.tumour, TUMOUR, TUMOUR_POINTS) if shown.solid.tumour is not None else None
            self._clouds = skin, inside
            self._reach = float(np.linalg.norm(shown.solid.specimen.points, axis=1).max())
        self.update()

    def turn(self, dx: float, dy: float) -> None:
        """By a finger that moved so many window pixels."""
        self.yaw += dx * PER_PIXEL / self._scale.unit
        self.pitch = min(MOST_PITCH, max(-MOST_PITCH, self.pitch + dy * PER_PIXEL / self._scale.unit))
        self.update()

    # --- the finger ------------------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Take hold of it."""
        if event is not None:
            self._held = event.pos()

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Turn it."""
        if event is not None and self._held is not None:
            moved = event.pos() - self._held
            self._held = event.pos()
            self.turn(moved.x(), moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:  # noqa: ARG002 - Qt's signature
        """Let go."""
        self._held = None

    # --- the picture -----------------------------------------------------------------------------------------------------------------

    @property
    def _lateral(self) -> int:
        return 1 if self.shown is None or self.shown.side is Side.LEFT else -1

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: ARG002 - Qt's signature
        """Tumour, surface over it, then names and the narrowest place."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.Antialiasing | QPainter.SmoothPixmapTransform)
        if self.shown is None or self._clouds is None:
            painter.setPen(theme.QUIET)
            painter.setFont(theme.font(self._scale, 20))
            painter.drawText(self.rect(), int(Qt.AlignCenter | Qt.TextWordWrap), said(self.words))
        else:
            self._draw(painter, self.shown, self._clouds)
        painter.end()

    def _draw(self, painter: QPainter, shown: Shown, clouds: tuple[Cloud, Cloud | None]) -> None:
        turned = rotation(self.yaw, self.pitch)
        smaller = min(1.0, MOST_PX / max(self.width(), self.height()))
        size = (max(8, round(self.width() * smaller)), max(8, round(self.height() * smaller)))
        px_per_mm = FILLS * min(self.width(), self.height()) / (2 * self._reach)
        self._names(painter, shown, turned, px_per_mm, behind=True)
        for cloud in (clouds[1], clouds[0]):
            if cloud is not None:
                picture = render(cloud, turned, px_per_mm * smaller, size)
                image = QImage(picture.tobytes(), size[0], size[1], 4 * size[0], QImage.Format_RGBA8888)
                painter.drawImage(QRectF(self.rect()), image)
        self._names(painter, shown, turned, px_per_mm, behind=False)
        self._gap(painter, shown, turned, px_per_mm)
        painter.setPen(theme.QUIET)
        painter.setFont(theme.font(self._scale, 15))
        painter.drawText(self.rect(), int(Qt.AlignBottom | Qt.AlignHCenter | Qt.TextWordWrap), said(shown.words))

    def _place(self, point: Reals, turned: Reals, px_per_mm: float) -> tuple[QPointF, float]:
        """Where a point lies in the window, and how far it looks this way."""
        seen = turned @ point
        return QPointF(self.width() / 2 + seen[0] * px_per_mm, self.height() / 2 - seen[1] * px_per_mm), float(seen[2])

    def _names(self, painter: QPainter, shown: Shown, turned: Reals, px_per_mm: float, *, behind: bool) -> None:
        """The six faces, each with the shape of its class, outside of the surface; those that look away are faint."""
        half = np.abs(shown.solid.specimen.points).max(axis=0)
        for face in Face:
            out = np.array(direction(face, lateral=self._lateral), dtype=np.float32)
            place, nearness = self._place(out * (half + 0.16 * self._reach), turned, px_per_mm)
            if (nearness < 0) is not behind:
                continue
            judged = shown.judgement.of(face)
            mark = theme.MARKS[judged.margin_class]
            glyph = "" if judged.margin_class is MarginClass.UNKNOWN else f"{mark.glyph} "
            painter.setPen(theme.FAINT if behind else mark.ink if glyph else theme.TEXT)
            painter.setFont(theme.font(self._scale, 16, QFont.DemiBold))
            box = QRectF(place.x() - 200, place.y() - 30, 400, 60)
            painter.drawText(box, int(Qt.AlignCenter), f"{glyph}{said(face.value.capitalize())}")

    def _gap(self, painter: QPainter, shown: Shown, turned: Reals, px_per_mm: float) -> None:
        """The narrowest place: a ring on its face, a line from the tumour, and its millimetres."""
        if shown.narrowest is None:
            return
        face, words = shown.narrowest
        ends = shown.solid.gap or self._between(shown, face)
        if ends is None:
            return
        inner, _ = self._place(np.array(ends[0], dtype=np.float32), turned, px_per_mm)
        outer, nearness = self._place(np.array(ends[1], dtype=np.float32), turned, px_per_mm)
        ink = QColor(theme.MARKS[shown.judgement.of(face).margin_class].ink)
        if nearness < 0:
            ink.setAlpha(190)
        painter.setBrush(Qt.NoBrush)
        painter.setPen(QPen(ink, max(2.0, 3 * self._scale.unit)))
        painter.drawLine(inner, outer)
        painter.drawEllipse(outer, 9 * self._scale.unit, 9 * self._scale.unit)
        painter.setFont(theme.font(self._scale, 19, QFont.Bold))
        room = QRectF(outer.x() + 16 * self._scale.unit, outer.y() - 20, 300, 40)
        box = painter.boundingRect(room, int(Qt.AlignLeft | Qt.AlignVCenter), said(words))
        painter.setPen(Qt.NoPen)
        painter.setBrush(PLATE)  # red words on a red tumour cannot be read
        painter.drawRoundedRect(box.adjusted(-4, -1, 4, 1), 4, 4)
        painter.setPen(ink)
        painter.drawText(box, int(Qt.AlignLeft | Qt.AlignVCenter), said(words))

    def _between(self, shown: Shown, face: Face) -> tuple[tuple[float, ...], tuple[float, ...]] | None:
        """From the tumour to the surface, straight towards a face: where only the axes are known."""
        if shown.solid.tumour is None:
            return None
        out = np.array(direction(face, lateral=self._lateral), dtype=np.float32)
        ends = (points[np.argmax(points @ out)] for points in (shown.solid.tumour.points, shown.solid.specimen.points))
        inner, outer = (tuple(map(float, end)) for end in ends)
        return inner, outer
