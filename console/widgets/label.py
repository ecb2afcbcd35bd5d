"""Words and numbers on the screen: a label that takes its size from the scale and its ink from the palette."""

from __future__ import annotations

from PyQt5.QtCore import QRect, QSize, Qt
from PyQt5.QtGui import QFont, QFontMetrics, QResizeEvent
from PyQt5.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from console.widgets import theme
from console.widgets.scale import Scale
from console.words import Typed, said


class Label(QLabel):
    """Plain text, `size` in design pixels, `tone` one of `theme.TONES`. Never rich text: a name may hold a `<`."""

    def __init__(
        self, text: str, scale: Scale, size: float = 20, weight: int = QFont.Normal, tone: str = "text", *, wrap: bool = False
    ) -> None:
        super().__init__()
        self._words = text
        self.setTextFormat(Qt.PlainText)
        self.setFont(theme.font(scale, size, weight))
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        self.setText(text)

    def setText(self, text: str | None) -> None:
        """Say it, in the language of the screen."""
        self._words = text or ""
        super().setText(said(self._words))

    def text(self) -> str:
        """As it was given: in English, whatever the language of the screen."""
        return self._words

    @property
    def shown(self) -> str:
        """As it stands on the screen."""
        return super().text()

    def set_tone(self, tone: str) -> None:
        """Change the ink."""
        if self.property("tone") != tone:
            theme.mark(self, tone=tone)


class ElidedLabel(Label):
    """A label that ends in … where there is no room. Only for what can be had whole by a tap; `full` keeps the whole text."""

    def __init__(self, text: str, scale: Scale, size: float = 20, weight: int = QFont.Normal, tone: str = "text") -> None:
        super().__init__("", scale, size, weight, tone)
        self.setSizePolicy(QSizePolicy.Preferred, QSizePolicy.Preferred)
        self.full = self._whole = ""
        self.set_full(text)

    def set_full(self, text: str) -> None:
        """Show as much of `text` as fits."""
        self.full = text
        self._whole = said(text)
        metrics = QFontMetrics(self.font())
        self.setMaximumWidth(metrics.horizontalAdvance(self._whole) + 4)
        self.setMinimumWidth(min(metrics.horizontalAdvance(self._whole), metrics.horizontalAdvance("MMMM…")))
        self.updateGeometry()
        self._elide()

    def sizeHint(self) -> QSize:
        """All of the text, whatever of it is shown now."""
        return QSize(self.maximumWidth(), super().sizeHint().height())

    @property
    def is_elided(self) -> bool:
        """Whether something is missing on screen."""
        return self.shown != self._whole

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Fit anew."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._elide()

    def _elide(self) -> None:
        shown = QFontMetrics(self.font()).elidedText(self._whole, Qt.ElideRight, max(self.width(), self.minimumWidth()))
        if shown != self.shown:
            self.setText(Typed(shown))


class FittedLabel(Label):
    """A label that is never cut: where its text is too long for its box it becomes smaller, then breaks, at last inside a word."""

    def __init__(self, text: str, scale: Scale, size: float = 20, weight: int = QFont.Normal, tone: str = "text") -> None:
        super().__init__("", scale, size, weight, tone, wrap=True)
        self._fonts = tuple(theme.font(scale, size * part, weight) for part in (1.0, 0.85, 0.7, 0.6))
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Ignored, QSizePolicy.Ignored)
        self.set_whole(text)

    def set_whole(self, text: str) -> None:
        """Show all of `text`."""
        if text != self._whole:
            self._whole = text
            self._fit()

    @property
    def whole(self) -> str:
        """The text, without the breaks that showing it needs."""
        return self._whole

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Fit anew."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def _fit(self) -> None:
        size, whole = self.size(), said(self._whole)
        for font in self._fonts:
            metrics = QFontMetrics(font)
            lines = metrics.boundingRect(QRect(0, 0, size.width(), 100_000), int(Qt.TextWordWrap), whole)
            if lines.width() <= size.width() and lines.height() <= size.height():
                break
        broken = lines.width() > size.width()
        self.setFont(font)
        # A zero-width space after each letter lets Qt break where no blank is.
        self.setText(Typed("\u200b".join(whole) if broken else whole))


class BigNumber(QWidget):
    """The one number of a card, and its small grey unit on the same baseline."""

    def __init__(self, scale: Scale, size: float = 56) -> None:
        super().__init__()
        self._number = Label("–", scale, size, QFont.Bold)
        self._unit = Label("", scale, size * 0.45, tone="quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scale.px(8))
        # Both boxes sit on the layout's floor; lifting the small one by the difference of the descents puts them on one baseline.
        lift = QFontMetrics(self._number.font()).descent() - QFontMetrics(self._unit.font()).descent()
        self._unit.setContentsMargins(0, 0, 0, max(0, lift))
        row.addWidget(self._number, 0, Qt.AlignBottom)
        row.addWidget(self._unit, 0, Qt.AlignBottom)
        row.addStretch(1)

    def show_value(self, number: str, unit: str = "", tone: str = "text") -> None:
        """The number as it shall be read, with sign and bound; `–` where there is none."""
        self._number.setText(number)
        self._number.set_tone(tone)
        self._unit.setText(unit)

    @property
    def number(self) -> str:
        """What is shown."""
        return self._number.text()
