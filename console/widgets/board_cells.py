"""The parts of the board: a cell that says what one reading found at one face, and the name of a row; both are large enough for a gloved finger."""

from __future__ import annotations

from datetime import datetime

from PyQt5.QtCore import QRectF, QSize, Qt
from PyQt5.QtGui import QFont, QPainter, QPaintEvent, QPen
from PyQt5.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout

from algorithms.margins.model import MarginClass
from console.widgets import theme
from console.widgets.label import FittedLabel
from console.widgets.scale import Scale
from console.words import said

MINUTES_A_DAY = 24 * 60


class EvidenceCell(QAbstractButton):
    """What one reading says of one face: rounded, in the colours of its class, with its shape. A struck one was replaced by a shave."""

    def __init__(self, margin_class: MarginClass, words: str, scale: Scale, height: int, *, known: bool) -> None:
        super().__init__()
        unknown = margin_class is MarginClass.UNKNOWN
        tone = theme.MARKS[margin_class].tone if not unknown else "text" if known else "faint"
        self.margin_class, self.struck = margin_class, False
        self._radius, self._target = scale.px(10), max(height, scale.target)
        self.setText(words)
        self.setFixedHeight(height)
        self.setMinimumWidth(scale.target)
        self.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Fixed)
        self.words = FittedLabel(words, scale, 20, QFont.DemiBold, tone)
        self.words.setAlignment(Qt.AlignCenter)
        self.words.setAttribute(Qt.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(*(scale.px(4),) * 4)
        row.addWidget(self.words)

    def setAccessibleName(self, name: str | None) -> None:
        """In the language of the screen, as what it shows."""
        super().setAccessibleName(said(name or ""))

    def strike(self, replaced: bool) -> None:
        """Through what a shave replaced: it can still be read."""
        self.struck = replaced
        if replaced:
            self.words.set_tone("quiet")
        self.update()

    def sizeHint(self) -> QSize:
        """A finger."""
        return QSize(self._target, self._target)

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: ARG002 - Qt's signature
        """The ground and, where it was replaced, the line through it."""
        mark = theme.MARKS[self.margin_class]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.Antialiasing)
        painter.setPen(QPen(theme.FOCUS if self.hasFocus() or self.isDown() else mark.line, 1.2))
        painter.setBrush(theme.DOWN if self.isDown() else mark.ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), self._radius, self._radius)
        if self.struck:
            painter.setPen(QPen(theme.QUIET, max(2.0, self._radius / 4)))
            painter.drawLine(round(self.width() * 0.2), self.height() // 2, round(self.width() * 0.8), self.height() // 2)
        painter.end()


class RowName(QAbstractButton):
    """The name of a row over when, how old and on which piece; a tap tells all that is known of the reading."""

    def __init__(self, title: str, detail: str, scale: Scale, height: int) -> None:
        super().__init__()
        self.setText(title)
        self.setAccessibleName(said(f"About {title}"))
        self._target = max(height, scale.target)
        self.setFixedHeight(height)
        self.setMinimumWidth(scale.target)
        self.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Fixed)
        self.title, self.detail = FittedLabel(title, scale, 20, QFont.DemiBold), FittedLabel(detail, scale, 15, QFont.Medium, "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, scale.px(4), scale.px(6), scale.px(4))
        column.setSpacing(0)
        for label, stretch in ((self.title, 5), (self.detail, 6)):
            label.setAttribute(Qt.WA_TransparentForMouseEvents)
            label.setAlignment(Qt.AlignLeft | Qt.AlignVCenter)
            column.addWidget(label, stretch)

    def sizeHint(self) -> QSize:
        """A finger, and as wide as the column gives."""
        return QSize(3 * self._target, self._target)

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: ARG002 - Qt's signature
        """Only a finger on it shows."""
        if not (self.isDown() or self.hasFocus()):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.Antialiasing)
        painter.setPen(QPen(theme.FOCUS, 1.2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()


def age_words(taken_at: datetime, now: datetime) -> str:
    """«now», «3 min ago», «2 h 05 ago», «4 days ago»; empty where the clock says that it lies ahead."""
    minutes = int((now - taken_at).total_seconds() // 60)
    if minutes < 0:
        return ""
    if minutes < 1:
        return "just now"
    if minutes < 60:
        return f"{minutes} min ago"
    if minutes < MINUTES_A_DAY:
        return f"{minutes // 60} h {minutes % 60:02d} ago"
    days = minutes // MINUTES_A_DAY
    return f"{days} day{'s' if days > 1 else ''} ago"
