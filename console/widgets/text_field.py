"""A field for words or digits: tapped to be typed into, by our keyboard, a physical one or a barcode reader."""

from __future__ import annotations

from PyQt5.QtCore import QEvent, QObject, Qt, pyqtSignal
from PyQt5.QtGui import QFont, QMouseEvent
from PyQt5.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout

from console.widgets import theme
from console.widgets.label import Label
from console.widgets.scale import Scale
from console.words import said


class TextField(QFrame):
    """A small caption over what was typed. `names`: the first letter of each word is a capital. `digits`: its keyboard opens with digits.

    `hint` is shown while it is empty; `icon` stands before it; `limit` is the most characters it takes.
    """

    tapped = pyqtSignal()
    changed = pyqtSignal(str)
    entered = pyqtSignal()

    def __init__(
        self, caption: str, scale: Scale, *, hint: str = "", icon: str = "", names: bool = False, digits: bool = False, limit: int = 64
    ) -> None:
        super().__init__()
        self.names, self.digits, self.caption = names, digits, caption
        self.setProperty("role", "field")
        self.setMinimumSize(scale.finger, max(scale.finger, scale.px(90)))
        self.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Fixed)
        self.line = QLineEdit()
        self.line.setFont(theme.font(scale, 26, QFont.Medium))
        self.line.setPlaceholderText(said(hint))
        self.line.setMaxLength(limit)
        self.line.setFrame(False)
        self.line.setContextMenuPolicy(Qt.NoContextMenu)
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._typed)
        self.line.returnPressed.connect(self.entered)
        self._lay_out(scale, caption, icon)

    def text(self) -> str:
        """What was typed, without the blanks around it."""
        return self.line.text().strip()

    def set_text(self, text: str) -> None:
        """Put `text` in the place of what is there."""
        self.line.setText(text)

    def insert(self, text: str) -> None:
        """Type."""
        self.line.insert(text)

    def backspace(self) -> None:
        """Take the last character back."""
        self.line.backspace()

    def set_active(self, active: bool) -> None:
        """Whether it is the one being typed into."""
        if active:
            self.line.setFocus(Qt.OtherFocusReason)
        theme.mark(self, active="true" if active else "false")

    def set_wrong(self, wrong: bool) -> None:
        """Whether its content was refused; the sentence that says why stands where the form has room for it."""
        theme.mark(self, wrong="true" if wrong else "false")

    def wants_capital(self) -> bool:
        """Whether the next letter begins a name."""
        before = self.line.text()[: self.line.cursorPosition()]
        return self.names and (not before or before[-1] in " -'’")

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """The inner line takes the tap; the field passes it on."""
        if watched is self.line and event is not None and event.type() == QEvent.MouseButtonPress:
            self.tapped.emit()
        return False

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """A tap anywhere on the field."""
        if event is not None:
            self.tapped.emit()

    def _typed(self, text: str) -> None:
        self.set_wrong(False)
        self.changed.emit(text.strip())

    def _lay_out(self, scale: Scale, caption: str, icon: str) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(scale.px(18), scale.px(6), scale.px(18), scale.px(6))
        row.setSpacing(scale.px(14))
        if icon:
            picture = QLabel()
            picture.setPixmap(theme.pixmap(icon, theme.QUIET, scale.px(28)))
            row.addWidget(picture)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(1)
        if caption:
            column.addWidget(Label(caption, scale, 17, tone="quiet"))
        column.addWidget(self.line)
        column.addStretch(1)
        row.addLayout(column, 1)
