"""Shows a figure on the screen; the same function paints it into a file."""

from __future__ import annotations

from PyQt5.QtCore import QRectF
from PyQt5.QtGui import QPainter, QPaintEvent
from PyQt5.QtWidgets import QSizePolicy, QWidget

from console.widgets.plots import Canvas, Look, screen_look
from console.widgets.plots_boxes import BoxFigure, paint_boxes
from console.widgets.plots_curves import CurveFigure, FunnelFigure, paint_curves, paint_funnel
from console.widgets.plots_dots import DotFigure, paint_dots
from console.widgets.plots_survival import SurvivalFigure, paint_survival
from console.widgets.scale import Scale

Figure = SurvivalFigure | BoxFigure | DotFigure | CurveFigure | FunnelFigure


def paint_figure(painter: QPainter, rect: QRectF, figure: Figure, look: Look) -> None:
    """Any figure, into any place, on any medium."""
    canvas = Canvas(painter, look)
    match figure:
        case SurvivalFigure():
            paint_survival(canvas, rect, figure)
        case BoxFigure():
            paint_boxes(canvas, rect, figure)
        case DotFigure():
            paint_dots(canvas, rect, figure)
        case CurveFigure():
            paint_curves(canvas, rect, figure)
        case FunnelFigure():
            paint_funnel(canvas, rect, figure)


class PlotView(QWidget):
    """A place for one figure; empty until it has one."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._look = screen_look(scale.unit)
        self.figure: Figure | None = None
        self.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Expanding)

    def show_figure(self, figure: Figure | None) -> None:
        """Draw this one."""
        self.figure = figure
        self.update()

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: ARG002 - Qt's signature
        """The figure."""
        if self.figure is None:
            return
        painter = QPainter(self)
        try:
            paint_figure(painter, QRectF(self.rect()), self.figure, self._look)
        finally:
            painter.end()
