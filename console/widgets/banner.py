"""One sentence for the person at the screen, with its age; it waits to be acknowledged and stands in nobody's way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum

from PyQt5.QtCore import QEvent, QObject, QTimer, pyqtSignal
from PyQt5.QtGui import QFont
from PyQt5.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from console.widgets import theme
from console.widgets.label import Label
from console.widgets.scale import Scale
from console.widgets.touch_button import TouchButton

AGE_TICK_MS = 1000


class Severity(StrEnum):
    """The value is the card's tone; none of them flashes, because a message is not an alarm."""

    NOTICE = "clear"
    CAUTION = "close"
    TROUBLE = "positive"


_ICONS = {Severity.NOTICE: ("info", theme.CLEAR), Severity.CAUTION: ("warning", theme.CLOSE), Severity.TROUBLE: ("warning", theme.POSITIVE)}


class Banner(QFrame):
    """Lies along the foot of `host`, over the timeline, until OK is tapped. A newer sentence takes the older one's place."""

    acknowledged = pyqtSignal()

    def __init__(self, scale: Scale, now: Callable[[], datetime], host: QWidget) -> None:
        super().__init__(host)
        self._scale, self._now, self._host = scale, now, host
        self._since = now()
        self.setProperty("role", "card")
        self._icon = QLabel()
        self._sentence = Label("", scale, 22, QFont.Medium, wrap=True)
        self._age = Label("", scale, 18, tone="quiet")
        self._ok = TouchButton("OK", scale)
        self._ok.setSizePolicy(QSizePolicy.Fixed, QSizePolicy.Fixed)
        self._ok.setMinimumWidth(max(scale.finger, scale.px(140)))
        row = QHBoxLayout(self)
        row.setContentsMargins(scale.px(22), scale.px(6), scale.px(10), scale.px(6))
        row.setSpacing(scale.px(18))
        row.addWidget(self._icon)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._age)
        row.addWidget(self._ok)
        self._tick = QTimer(self)
        self._tick.setInterval(AGE_TICK_MS)
        self._tick.timeout.connect(self._show_age)
        self._ok.clicked.connect(self.dismiss)
        host.installEventFilter(self)
        self.hide()

    def say(self, sentence: str, severity: Severity = Severity.NOTICE) -> None:
        """Show one sentence; its age counts from now."""
        name, ink = _ICONS[severity]
        self._icon.setPixmap(theme.pixmap(name, ink, self._scale.px(32)))
        self._sentence.setText(sentence)
        theme.mark(self, tone=severity.value)
        self._since = self._now()
        self._show_age()
        self._place()
        self.show()
        self.raise_()
        self._tick.start()

    def dismiss(self) -> None:
        """It was read."""
        self._tick.stop()
        self.hide()
        self.acknowledged.emit()

    @property
    def sentence(self) -> str:
        """What it says, or nothing when it is not there."""
        return "" if self.isHidden() else self._sentence.text()

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """Keep to the foot of the host."""
        if watched is self._host and event is not None and event.type() == QEvent.Resize:
            self._place()
        return False

    def _place(self) -> None:
        side = self._scale.px(22)
        width = self._host.width() - 2 * side
        height = max(self.sizeHint().height(), self.heightForWidth(width))
        self.setGeometry(side, self._host.height() - height - self._scale.px(6), width, height)

    def _show_age(self) -> None:
        seconds = int((self._now() - self._since).total_seconds())
        self._age.setText("now" if seconds < 5 else f"{seconds} s ago" if seconds < 60 else f"{seconds // 60} min ago")
