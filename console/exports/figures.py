"""A figure as a file: SVG with its words as outlines, or PDF with our font in it; the same painter as the screen, in ink for paper."""

from __future__ import annotations

from enum import StrEnum

from PyQt5.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QRectF, QSize, QSizeF
from PyQt5.QtGui import QPagedPaintDevice, QPageSize, QPainter, QPdfWriter
from PyQt5.QtSvg import QSvgGenerator

from console import __version__
from console.widgets import theme
from console.widgets.plot_view import Figure, paint_figure
from console.widgets.plots import Canvas, paper_look
from console.words import english

WIDTH_MM, HEIGHT_MM = 180.0, 110.0  # two columns of a journal
DESIGN_PX = 920.0  # the figure's width in design pixels: words of 17 are then near 9 points in print
DPI = 600
FOOT = 46.0


class FigureFormat(StrEnum):
    """What a figure can be written as; the value is the file's ending."""

    SVG = "svg"
    PDF = "pdf"


def figure_bytes(figure: Figure, title: str, foot: str, kind: FigureFormat) -> bytes:
    """The whole file. `foot` is printed below: on how many cases, by which code, simulated or not. Needs a QGuiApplication."""
    theme.load_fonts()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.WriteOnly)
    device = _svg(buffer, title) if kind is FigureFormat.SVG else _pdf(buffer, title)
    painter = QPainter(device)
    try:
        with english():
            _paint(painter, figure, (title, foot), outlined=kind is FigureFormat.SVG)
    finally:  # Qt ends the process where a painter outlives its file
        painter.end()
        buffer.close()
    return bytes(content)


def _paint(painter: QPainter, figure: Figure, words: tuple[str, str], *, outlined: bool) -> None:
    width = WIDTH_MM / 25.4 * DPI
    unit = width / DESIGN_PX
    page = QRectF(0, 0, width, HEIGHT_MM / 25.4 * DPI)
    look = paper_look(unit, outlined=outlined)
    canvas = Canvas(painter, look)
    edge = 16 * unit
    canvas.text(edge, 22 * unit, words[0], 20, bold=True)
    paint_figure(painter, page.adjusted(edge, 44 * unit, -edge, -FOOT * unit), figure, look)
    canvas.text(edge, page.bottom() - 16 * unit, words[1], 12, look.quiet)


def _svg(buffer: QBuffer, title: str) -> QSvgGenerator:
    made = QSvgGenerator()
    made.setOutputDevice(buffer)
    made.setResolution(DPI)
    size = QSize(round(WIDTH_MM / 25.4 * DPI), round(HEIGHT_MM / 25.4 * DPI))
    made.setSize(size)
    made.setViewBox(QRect(0, 0, size.width(), size.height()))
    made.setTitle(title)
    made.setDescription(f"Rimlight {__version__}. Research use only.")
    return made


def _pdf(buffer: QBuffer, title: str) -> QPdfWriter:
    made = QPdfWriter(buffer)
    made.setPdfVersion(QPagedPaintDevice.PdfVersion_A1b)
    made.setResolution(DPI)
    made.setPageSize(QPageSize(QSizeF(WIDTH_MM, HEIGHT_MM), QPageSize.Millimeter))
    made.setPageMargins(QMarginsF(0, 0, 0, 0))
    made.setTitle(title)
    made.setCreator("Rimlight")
    return made
