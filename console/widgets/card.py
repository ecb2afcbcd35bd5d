"""A card: a quiet title, then whatever belongs together; one that is a button; and the chip, a small frame for one or two words."""

from __future__ import annotations

from PyQt5.QtCore import QPoint, QSize, Qt
from PyQt5.QtGui import QFont, QPainter, QPaintEvent, QPen
from PyQt5.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from console.widgets import theme
from console.widgets.label import Label
from console.widgets.scale import Scale
from console.words import said


class Card(QFrame):
    """Rounded, one-pixel line, `body` a vertical layout to fill. An empty title takes no room."""

    def __init__(self, title: str, scale: Scale, *, padding: float = 22) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.title = Label(title, scale, 18, QFont.DemiBold, "quiet")
        self.title.setVisible(bool(title))
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*(scale.px(padding),) * 4)
        self.body.setSpacing(scale.px(8))
        self.body.addWidget(self.title)

    def set_tone(self, tone: str) -> None:
        """`positive`, `close`, `clear`, `chosen`, or empty for a plain card."""
        if (self.property("tone") or "") != tone:
            theme.mark(self, tone=tone)

    def add(self, item: QWidget | QLayout, stretch: int = 0) -> None:
        """One more thing below."""
        if isinstance(item, QWidget):
            self.body.addWidget(item, stretch)
        else:
            self.body.addLayout(item, stretch)


class Chip(QFrame):
    """A word or two in a thin frame; `dashed` for the standing notices."""

    def __init__(self, text: str, scale: Scale, *, size: float = 18, tone: str = "text", dashed: bool = False) -> None:
        super().__init__()
        self.setProperty("role", "chip")
        if dashed:
            self.setProperty("edge", "dashed")
        self.setSizePolicy(QSizePolicy.Fixed, QSizePolicy.Fixed)
        self.label = Label(text, scale, size, tone=tone)
        row = QHBoxLayout(self)
        row.setContentsMargins(scale.px(12), scale.px(6), scale.px(12), scale.px(6))
        row.addWidget(self.label, 0, Qt.AlignCenter)

    def set_text(self, text: str) -> None:
        """Change the words; an empty chip is not there."""
        self.label.setText(text)
        self.setVisible(bool(text))


class TapCard(QAbstractButton):
    """A card that is one large button; `row` holds what it shows. A chosen one has a lit edge."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._slack, self._radius = scale.gap // 2, scale.px(16)
        self.setMinimumSize(scale.finger, scale.finger)
        self.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Fixed)
        self.setFocusPolicy(Qt.TabFocus)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(scale.px(26), scale.px(6), scale.px(26), scale.px(6))
        self.row.setSpacing(scale.px(14))

    def add(self, part: QWidget, stretch: int = 0) -> None:
        """One more thing to the right; the tap goes through it."""
        part.setAttribute(Qt.WA_TransparentForMouseEvents)
        self.row.addWidget(part, stretch)

    def setAccessibleName(self, name: str | None) -> None:
        """In the language of the screen, as all that it shows."""
        super().setAccessibleName(said(name or ""))

    def sizeHint(self) -> QSize:
        """What is in it, and never less than a finger."""
        return self.row.sizeHint().expandedTo(self.minimumSize())

    def hitButton(self, pos: QPoint) -> bool:
        """As TouchButton: a finger may slide a little."""
        return self.rect().adjusted(-self._slack, -self._slack, self._slack, self._slack).contains(pos)

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: ARG002 - Qt's signature
        """The card's ground and edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.Antialiasing)
        painter.setBrush(theme.DOWN if self.isDown() else theme.CARD)
        lit = self.isChecked() or self.hasFocus()
        painter.setPen(QPen(theme.FOCUS if lit else theme.LINE, 2 if lit else 1))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), self._radius, self._radius)
        painter.end()
