"""A card: a quiet title, then whatever belongs together; and the small frames for one or two words, the chip."""

from __future__ import annotations

from PyQt5.QtCore import Qt
from PyQt5.QtGui import QFont
from PyQt5.QtWidgets import QFrame, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from console.widgets import theme
from console.widgets.label import Label
from console.widgets.scale import Scale


class Card(QFrame):
    """Rounded, one-pixel line, `body` a vertical layout to fill. An empty title takes no room."""

    def __init__(self, title: str, scale: Scale, *, padding: float = 22, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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

    def __init__(self, text: str, scale: Scale, *, size: float = 18, tone: str = "text", dashed: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
