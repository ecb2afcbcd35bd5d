"""Buttons for a gloved finger: large, without hover, forgiving of a finger that slides; and one to be held for what cannot be undone."""

from __future__ import annotations

from PyQt5.QtCore import QPoint, QRectF, QSize, Qt, QVariantAnimation, pyqtSignal
from PyQt5.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PyQt5.QtWidgets import QPushButton, QSizePolicy

from console.widgets import theme
from console.widgets.scale import Scale
from console.words import said

HOLD_MS = 800
_INK = {"primary": theme.ON_FILL, "confirm": theme.ON_FILL, "danger": theme.WARNED, "quiet": theme.QUIET}


class TouchButton(QPushButton):
    """At least 20 mm each way. `role`: plain, primary, confirm, danger, key, quiet, chip or bare; `icon` names a drawing in assets/icons."""

    def __init__(self, text: str, scale: Scale, role: str = "plain", *, icon: str = "", checkable: bool = False, size: float = 22) -> None:
        super().__init__()
        self._words = ""
        if icon:
            edge = scale.px(38 if role == "key" else 26)
            self.setIconSize(QSize(edge, edge))
            self.setIcon(theme.icon(icon, _INK.get(role, theme.TEXT), edge))
        self.setText(text)
        self._slack = scale.gap // 2
        self.setProperty("role", role)
        self.setFont(theme.font(scale, size, QFont.DemiBold))
        self.setCheckable(checkable)
        self._target = scale.finger  # no setMinimumSize: it would take the place of minimumSizeHint, and let layouts cut the words
        self.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Fixed)
        # Focus by keyboard only: a tap must not move it away from the field that is being typed into.
        self.setFocusPolicy(Qt.TabFocus)
        self._padding = scale.px({"key": 0, "bare": 0, "chip": 12}.get(role, 18))

    def setText(self, text: str | None) -> None:
        """An ampersand is an ampersand, not Qt's mark of a shortcut: people's names come here too."""
        self._words = text or ""
        gap = "  " if self._words and not self.icon().isNull() else ""
        super().setText(gap + self.shown.replace("&", "&&"))
        self.updateGeometry()

    def text(self) -> str:
        """As it was given: in English, whatever the language of the screen."""
        return self._words

    @property
    def shown(self) -> str:
        """As it stands on the screen."""
        return said(self._words)

    def setAccessibleName(self, name: str | None) -> None:
        """For those who hear the screen, in its language too."""
        super().setAccessibleName(said(name or ""))

    def set_role(self, role: str) -> None:
        """Look like another kind of button."""
        theme.mark(self, role=role)

    def needed_width(self) -> int:
        """What text, icon and padding take, in window pixels."""
        metrics = QFontMetrics(self.font())
        words = max((metrics.horizontalAdvance(line) for line in self.shown.split("\n")), default=0)
        picture = 0 if self.icon().isNull() else self.iconSize().width() + (metrics.horizontalAdvance("  ") + 6 if self.text() else 0)
        return words + picture + 2 * self._padding + 4

    def sizeHint(self) -> QSize:
        """Room for every line of the text."""
        lines = self.shown.count("\n") + 1
        height = QFontMetrics(self.font()).lineSpacing() * lines + 8
        return QSize(max(self._target, self.minimumWidth(), self.needed_width()), max(self._target, self.minimumHeight(), height))

    def minimumSizeHint(self) -> QSize:
        """Never less: a button's words are never cut."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """A finger that slides a little while it presses still means this button."""
        return self.rect().adjusted(-self._slack, -self._slack, self._slack, self._slack).contains(pos)


class HoldButton(TouchButton):
    """Fills while it is held and emits `held` when full; let go earlier, and nothing happened."""

    held = pyqtSignal()

    def __init__(self, text: str, scale: Scale, role: str = "confirm", *, icon: str = "", size: float = 22) -> None:
        super().__init__(text, scale, role, icon=icon, size=size)
        self._bar = scale.px(8)
        self._fill = QVariantAnimation(self)
        self._fill.setDuration(HOLD_MS)
        self._fill.setStartValue(0.0)
        self._fill.setEndValue(1.0)
        self._fill.valueChanged.connect(lambda _value: self.update())
        self._fill.finished.connect(self._full)
        self.pressed.connect(self._fill.start)
        self.released.connect(self._let_go)

    @property
    def progress(self) -> float:
        """0 untouched, 1 held long enough."""
        return float(self._fill.currentValue()) if self._fill.state() == QVariantAnimation.Running else 0.0

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Sliding off lets go."""
        super().mouseMoveEvent(event)  # type: ignore[arg-type]
        if not self.isDown():
            self._let_go()

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """The button, and how far it has filled."""
        super().paintEvent(event)  # type: ignore[arg-type]
        if not self.progress:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.Antialiasing)
        room = self.width() - 4 * self._bar
        painter.fillRect(QRectF(2 * self._bar, self.height() - 2 * self._bar, room * self.progress, self._bar), theme.ON_FILL)
        painter.end()

    def _let_go(self) -> None:
        self._fill.stop()
        self.update()

    def _full(self) -> None:
        # `finished` also comes when the animation runs out after a release that Qt had not yet told us of.
        if self.isDown():
            self.setDown(False)
            self.held.emit()
        self.update()
