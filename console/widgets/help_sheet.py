"""The page behind «?»: what a screen answers, how to do three things there and what its words mean. A tap anywhere or a key closes it.

It covers the screen alone: patient, devices, timeline and whatever the console has to say stay in sight. Where it covers a live picture, it says all
the while how that picture stands, because nobody may read in peace while the picture behind has stopped.
"""

from __future__ import annotations

from PyQt5.QtCore import QEvent, QObject, Qt, QTimer, pyqtSignal
from PyQt5.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PyQt5.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from console.help import HelpPage
from console.widgets import theme
from console.widgets.card import Card
from console.widgets.image_canvas import ImageCanvas, Stand
from console.widgets.label import Label
from console.widgets.page import Page
from console.widgets.scale import Scale

LOOK_MS = 200
WORD_COLUMNS = 2
CLOSING = "Tap anywhere to close"
GOES_ON, FINISHED = "The live picture goes on behind this page.", "Behind this page is a finished check, not a live picture."


class HelpSheet(Page):
    """Lies over `covered`, as large as it, until it is tapped; `closed` says so. Both are children of `host`."""

    closed = pyqtSignal()

    def __init__(self, page: HelpPage, scale: Scale, host: QWidget, covered: QWidget) -> None:
        super().__init__(scale)
        self.setParent(host)
        self.setAttribute(Qt.WA_OpaquePaintEvent)  # a live picture below is not painted for nobody
        self._covered = covered
        self.behind = Label("", scale, 22, QFont.DemiBold, wrap=True)
        row = self.heading(page.title, page.question)
        row.insertWidget(1, Label(CLOSING, scale, 20, tone="quiet"))
        self.body.addWidget(self.behind)
        self.body.addLayout(self._steps(page, scale))
        self.body.addWidget(self._words(page, scale))
        self.body.addStretch(1)
        self._tick = QTimer(self)
        self._tick.setInterval(LOOK_MS)
        self._tick.timeout.connect(self._look_behind)
        self._tick.start()
        self._look_behind()
        covered.installEventFilter(self)
        self._place()

    def _steps(self, page: HelpPage, scale: Scale) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(scale.px(16))
        for title, sentences in page.steps:
            card = Card("", scale)
            card.add(Label(title, scale, 27, QFont.DemiBold, wrap=True))
            card.add(Label(sentences, scale, 24, wrap=True))
            card.body.setSpacing(scale.px(12))
            card.body.addStretch(1)
            row.addWidget(card, 1)
        return row

    def _words(self, page: HelpPage, scale: Scale) -> Card:
        card = Card("", scale)
        grid = QGridLayout()
        grid.setHorizontalSpacing(scale.px(36))
        grid.setVerticalSpacing(scale.px(14))
        deep = -(-len(page.words) // WORD_COLUMNS)
        for index, (word, meaning) in enumerate(page.words):
            column, line = divmod(index, deep)
            cell = QHBoxLayout()
            cell.setSpacing(scale.px(14))
            term = Label(word, scale, 22, QFont.DemiBold, wrap=True)
            term.setFixedWidth(scale.px(250))
            cell.addWidget(term, 0, Qt.AlignTop)
            cell.addWidget(Label(meaning, scale, 22, tone="quiet", wrap=True), 1, Qt.AlignTop)
            grid.addLayout(cell, line, column)
        for column in range(WORD_COLUMNS):
            grid.setColumnStretch(column, 1)
        card.add(grid)
        return card

    # --- what it covers ----------------------------------------------------------------------------------------------------------------

    def _look_behind(self) -> None:
        """How the live picture stands that this page covers, if it does."""
        canvas = next((canvas for canvas in self._covered.findChildren(ImageCanvas) if canvas.isVisibleTo(self._covered)), None)
        self.behind.setVisible(canvas is not None)
        if canvas is not None:
            self.behind.set_tone("quiet" if canvas.stand is Stand.LIVE else "close")
            self.behind.setText(GOES_ON if canvas.stand is Stand.LIVE else canvas.words or FINISHED)

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """Keep to the place of what is covered."""
        if watched is self._covered and event is not None and event.type() in {QEvent.Resize, QEvent.Move}:
            self._place()
        return False

    def _place(self) -> None:
        self.setGeometry(self._covered.geometry())

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: ARG002 - Qt's signature
        """The ground, all of it: nothing shows through."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.GROUND)
        painter.end()

    # --- how it closes -----------------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """The press is taken here, or it would reach what lies below."""
        if event is not None:
            event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        """A tap anywhere. On letting go: a finger still down would press what comes to light."""
        if event is not None and event.button() == Qt.LeftButton:
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Escape, or any other key: what is typed now is meant for the screen that was hidden, and nobody sees it."""
        if event is not None and event.key() not in {Qt.Key_Shift, Qt.Key_Control, Qt.Key_Alt, Qt.Key_AltGr, Qt.Key_Meta}:
            self.closed.emit()
