"""The spectrum under the finger: what was measured and what the depth that was found would give, so that a person sees whether they agree."""

from __future__ import annotations

from PyQt5.QtCore import QPointF, QRectF, Qt
from PyQt5.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PyQt5.QtWidgets import QSizePolicy, QWidget

from algorithms.microwave.media import Reals
from console.widgets import theme
from console.widgets.scale import Scale

Curve = Reals


class SpectrumPlot(QWidget):
    """Measured in a full line, modelled dashed; frequencies at both ends."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._scale = scale
        self.curves: tuple[Curve, Curve, Curve] | None = None
        self.setMinimumHeight(scale.px(64))
        self.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Expanding)

    def show_curves(self, frequency_hz: Curve, measured: Curve, modelled: Curve) -> None:
        """|S| over frequency, (F,) each."""
        self.curves = (frequency_hz, measured, modelled)
        self.update()

    def clear(self) -> None:
        """Nothing under the finger."""
        self.curves = None
        self.update()

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: ARG002 - Qt's signature
        """Two curves in one frame, and the ends of the axis."""
        if self.curves is None:
            return
        frequency, measured, modelled = self.curves
        painter = QPainter(self)
        painter.setRenderHint(QPainter.Antialiasing)
        foot = self._scale.px(24)
        frame = QRectF(0, self._scale.px(4), self.width(), self.height() - foot - self._scale.px(8))
        top = max(float(measured.max()), float(modelled.max()), 1e-9)
        for curve, pen in (
            (measured, QPen(theme.CLEAR, self._scale.px(3.5))),
            (modelled, QPen(theme.CLOSE, self._scale.px(3), Qt.DashLine)),
        ):
            painter.setPen(pen)
            painter.drawPolyline(_points(frequency, curve, frame, top))
        painter.setFont(theme.font(self._scale, 15))
        painter.setPen(theme.QUIET)
        below = QRectF(0, self.height() - foot, self.width(), foot)
        painter.drawText(below, int(Qt.AlignLeft | Qt.AlignVCenter), f"{frequency[0] / 1e9:.0f} GHz")
        painter.drawText(below, int(Qt.AlignRight | Qt.AlignVCenter), f"{frequency[-1] / 1e9:.0f} GHz")
        painter.end()


def _points(frequency: Curve, curve: Curve, frame: QRectF, top: float) -> QPolygonF:
    across = (frequency - frequency[0]) / (frequency[-1] - frequency[0]) * frame.width() + frame.left()
    up = frame.bottom() - curve / top * frame.height()
    return QPolygonF([QPointF(float(x), float(y)) for x, y in zip(across, up, strict=True)])
