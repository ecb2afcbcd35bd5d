"""The rail at the left: one tap to each screen of the case."""

from __future__ import annotations

from PyQt5.QtCore import QRect, QSize, Qt, pyqtSignal
from PyQt5.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent
from PyQt5.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout

from console.widgets import theme
from console.widgets.scale import Scale
from console.words import said


class RailButton(QAbstractButton):
    """A drawing over a word; the screen shown has a lit ground and a blue bar at its left."""

    def __init__(self, title: str, icon: str, scale: Scale) -> None:
        super().__init__()
        self.setText(title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.TabFocus)
        self._scale, self._icon = scale, icon
        self.setFont(theme.font(scale, 17, QFont.Medium))
        self.setMinimumSize(scale.finger, scale.finger)
        self.setMaximumHeight(max(scale.finger, scale.px(104)))
        self.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Expanding)

    def sizeHint(self) -> QSize:
        """Room for the word."""
        return QSize(max(self.minimumWidth(), QFontMetrics(self.font()).horizontalAdvance(said(self.text())) + 4), self.maximumHeight())

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: ARG002 - Qt's signature
        """Ground, bar, drawing, word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.Antialiasing)
        lit = self.isChecked() or self.isDown()
        if lit:
            self._paint_ground(painter)
        ink = theme.TEXT if lit else theme.QUIET
        edge, line = self._scale.px(34), QFontMetrics(self.font()).height()
        top = (self.height() - edge - line - self._scale.px(8)) // 2
        painter.drawPixmap((self.width() - edge) // 2, top, theme.pixmap(self._icon, ink, edge))
        painter.setPen(ink)
        painter.setFont(self.font())
        painter.drawText(QRect(0, top + edge + self._scale.px(8), self.width(), line), Qt.AlignCenter, said(self.text()))
        if self.hasFocus():
            painter.setPen(theme.FOCUS)
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), self._scale.px(12), self._scale.px(12))
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(0, 0, self.width(), self.height(), self._scale.px(12), self._scale.px(12))
        painter.fillPath(shape, theme.KEY)
        painter.setClipPath(shape)
        painter.fillRect(0, 0, self._scale.px(4), self.height(), theme.FOCUS)
        painter.setClipping(False)


class Rail(QFrame):
    """Screens from top to bottom, as (key, title, icon); `chosen` carries the key."""

    chosen = pyqtSignal(str)

    def __init__(self, scale: Scale, entries: tuple[tuple[str, str, str], ...]) -> None:
        super().__init__()
        self.setProperty("surface", "bar")
        self.setProperty("edge", "right")
        column = QVBoxLayout(self)
        column.setContentsMargins(scale.px(12), scale.px(14), scale.px(12), scale.px(14))
        column.setSpacing(scale.space)
        self.buttons: dict[str, RailButton] = {}
        for key, title, icon in entries:
            button = RailButton(title, icon, scale)
            button.clicked.connect(lambda _checked, key=key: self.chosen.emit(key))
            column.addWidget(button, 1)
            self.buttons[key] = button
        column.addStretch(0)
        widest = max((button.sizeHint().width() for button in self.buttons.values()), default=scale.finger)
        self.setFixedWidth(max(scale.px(128), widest + 2 * scale.px(12)))

    def set_current(self, key: str) -> None:
        """Light the screen that is shown, and no other."""
        for name, button in self.buttons.items():
            button.setChecked(name == key)


def needed_height(scale: Scale, entries: int) -> int:
    """What so many targets of 20 mm take above one another, window pixels."""
    return entries * scale.finger + max(0, entries - 1) * scale.space + 2 * scale.px(14)
