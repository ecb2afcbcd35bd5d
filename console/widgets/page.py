"""The ground of every screen: the same margins, the same gaps, one heading."""

from __future__ import annotations

from PyQt5.QtCore import Qt
from PyQt5.QtGui import QFont, QShowEvent
from PyQt5.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QVBoxLayout

from console.widgets.card import Chip
from console.widgets.label import Label
from console.widgets.scale import Scale


class Page(QFrame):
    """Dark ground with `body`, a vertical layout. Screens of this console derive from it."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self.setProperty("surface", "ground")
        self.setFocusPolicy(Qt.ClickFocus)
        self.unit = scale
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(scale.px(28), scale.px(22), scale.px(28), scale.px(22))
        self.body.setSpacing(max(scale.space, scale.px(16)))

    def showEvent(self, event: QShowEvent | None) -> None:
        """Qt would light the first button as if somebody had chosen it; take the focus unless a field has it."""
        super().showEvent(event)  # type: ignore[arg-type]
        if isinstance(self.focusWidget(), QAbstractButton | None):
            self.setFocus(Qt.OtherFocusReason)

    def heading(self, title: str, subtitle: str = "") -> QHBoxLayout:
        """Add a heading; returns its row, so that buttons can stand at its right."""
        row = QHBoxLayout()
        row.setSpacing(max(self.unit.gap, self.unit.px(16)))
        words = QVBoxLayout()
        words.setSpacing(self.unit.px(2))
        self.title = Label(title, self.unit, 30, QFont.Bold)
        self.subtitle = Label(subtitle, self.unit, 20, tone="quiet")
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        words.addStretch(1)
        row.addLayout(words, 1)
        row.addWidget(Chip("Research use only", self.unit, size=16, tone="quiet", dashed=True))
        self.body.addLayout(row)
        return row
