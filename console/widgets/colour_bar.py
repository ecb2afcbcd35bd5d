"""A colour bar on its side: what the colours over a picture mean, with its ends in words."""

from __future__ import annotations

import numpy as np
from PyQt5.QtCore import QRectF, Qt
from PyQt5.QtGui import QFont, QImage, QPainter, QPaintEvent
from PyQt5.QtWidgets import QSizePolicy, QWidget

from console.acquisition.petct_pictures import Pixels
from console.widgets import theme
from console.widgets.scale import Scale
from console.words import said


class ColourBar(QWidget):
    """`show_scale` the 256 colours and three words: what it is, its foot and its top."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._scale = scale
        self._image: QImage | None = None
        self.words = ("", "", "")
        self.setFixedHeight(scale.px(30))
        self.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Fixed)

    def show_scale(self, colours: Pixels | None, title: str = "", foot: str = "", top: str = "") -> None:
        """None: nothing is coloured."""
        self.words = (title, foot, top)
        self._image = None
        if colours is not None:
            self._image = QImage(
                np.ascontiguousarray(colours[None]).tobytes(), len(colours), 1, 3 * len(colours), QImage.Format_RGB888
            ).copy()
        self.update()

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: ARG002 - Qt's signature
        """Title, foot, bar, top in one line."""
        if self._image is None:
            return
        painter = QPainter(self)
        painter.setFont(theme.font(self._scale, 16, QFont.DemiBold))
        painter.setPen(theme.QUIET)
        metrics, gap = painter.fontMetrics(), self._scale.px(10)
        title, foot, top = map(said, self.words)
        left = gap
        for words in (title, foot):
            width = metrics.horizontalAdvance(words)
            painter.drawText(QRectF(left, 0, width + 2, self.height()), int(Qt.AlignVCenter), words)
            left += width + gap
        right = self.width() - metrics.horizontalAdvance(top) - 2 * gap
        tall = self._scale.px(12)
        painter.drawImage(QRectF(left, (self.height() - tall) / 2, max(1, right - left), tall), self._image)
        painter.drawText(QRectF(right + gap, 0, metrics.horizontalAdvance(top) + 2, self.height()), int(Qt.AlignVCenter), top)
        painter.end()
