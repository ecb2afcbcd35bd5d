"""The line at the foot: what happened in this operation and when, what comes next; and the notices that are never hidden."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PyQt5.QtCore import QRect, Qt, pyqtSignal
from PyQt5.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PyQt5.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from console.widgets import theme
from console.widgets.card import Chip
from console.widgets.scale import Scale
from console.words import said


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment; `at` None where it is still to come."""

    title: str
    at: datetime | None = None


class Moments(QWidget):
    """The moments from left to right, the last one that happened with a blue bar. Where they don't all fit, the oldest make room."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._scale = scale
        self._moments: tuple[Moment, ...] = ()
        self._title = theme.font(scale, 18, QFont.DemiBold)
        self._time = theme.font(scale, 17)
        self.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Expanding)

    def show_moments(self, moments: tuple[Moment, ...]) -> None:
        """Put these in their place."""
        self._moments = moments
        self.update()

    def shown(self) -> tuple[tuple[Moment, ...], int]:
        """The moments there is room for, and how many older ones are left out."""
        widths = [self._width(moment) for moment in self._moments]
        first = 0
        while first < len(widths) - 1 and sum(widths[first:]) + (self._width(_earlier(first)) if first else 0) > self.width():
            first += 1
        return self._moments[first:], first

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: ARG002 - Qt's signature
        """Bar, title, time; and again."""
        painter = QPainter(self)
        moments, hidden = self.shown()
        row = (_earlier(hidden), *moments) if hidden else moments
        current = max((i for i, moment in enumerate(row) if moment.at), default=-1)
        x = 0
        for index, moment in enumerate(row):
            self._paint(painter, x, moment, current=index == current)
            x += self._width(moment)
        painter.end()

    def _paint(self, painter: QPainter, x: int, moment: Moment, *, current: bool) -> None:
        scale, middle = self._scale, self.height() // 2
        tall = scale.px(46)
        painter.fillRect(x, middle - tall // 2, max(1, scale.px(2)), tall, theme.FOCUS if current else theme.KEY_LINE)
        left, width = x + scale.px(26), self._width(moment)
        for words, font, ink, top in (
            (said(moment.title), self._title, theme.TEXT if moment.at else theme.QUIET, middle - tall // 2),
            (said(_when(moment)), self._time, theme.QUIET, middle),
        ):
            painter.setFont(font)
            painter.setPen(ink)
            painter.drawText(QRect(left, top, width, tall // 2), int(Qt.AlignLeft | Qt.AlignVCenter), words)

    def _width(self, moment: Moment) -> int:
        title = QFontMetrics(self._title).horizontalAdvance(said(moment.title))
        return max(title, QFontMetrics(self._time).horizontalAdvance(said(_when(moment)))) + self._scale.px(52)


class Timeline(QFrame):
    """The moments, and the standing notices at the right. A tap anywhere on it asks for the screen where moments are logged."""

    tapped = pyqtSignal()

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self.setProperty("surface", "bar")
        self.setProperty("edge", "top")
        self.setFixedHeight(scale.px(76))
        self.moments = Moments(scale)
        self._simulated = Chip("Simulated data", scale, size=16, tone="close", dashed=True)
        self._research = Chip("Research use only", scale, size=16, tone="quiet", dashed=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(scale.px(28), 0, scale.px(28), 0)
        row.setSpacing(scale.px(14))
        row.addWidget(self.moments, 1)
        row.addWidget(self._simulated)
        row.addWidget(self._research)
        self._simulated.hide()

    def show_moments(self, moments: tuple[Moment, ...], *, simulated: bool) -> None:
        """The case's moments; `simulated` keeps the watermark on."""
        self._simulated.setVisible(simulated)
        self.moments.show_moments(moments)

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        """A tap, unless the finger slid off."""
        if event is not None and self.rect().contains(event.pos()):
            self.tapped.emit()


def _when(moment: Moment) -> str:
    return f"{moment.at:%H:%M}" if moment.at else ("—" if not moment.title.startswith("+") else "earlier")


def _earlier(count: int) -> Moment:
    return Moment(f"+{count}")
