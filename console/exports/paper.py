"""A4 pages that fill from top to bottom: text, rows and drawings go to the cursor, and a new page begins where they no longer fit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PyQt5.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PyQt5.QtGui import QColor, QFont, QFontMetricsF, QPagedPaintDevice, QPageSize, QPainter, QPdfWriter, QPen

from console.widgets import theme

DPI = 300
MM = DPI / 25.4
PT = DPI / 72
PAGE_MM = (210.0, 297.0)
EDGE_MM, HEAD_MM, FOOT_MM = 13.0, 15.0, 9.0
INK, GREY, RULE = QColor("#000000"), QColor("#333333"), QColor("#888888")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row: its words, its width in mm, and how it is set."""

    words: str
    width_mm: float
    bold: bool = False
    ground: QColor | None = None
    centred: bool = False
    struck: bool = False


class Paper:
    """A PDF in the making, held in memory: nothing of it touches the disk before it is whole."""

    def __init__(self, title: str, frame: Callable[[Paper], None]) -> None:
        self._bytes = QByteArray()
        self._buffer = QBuffer(self._bytes)
        self._buffer.open(QIODevice.WriteOnly)
        self._writer = QPdfWriter(self._buffer)
        self._writer.setPdfVersion(QPagedPaintDevice.PdfVersion_A1b)
        self._writer.setResolution(DPI)
        self._writer.setPageSize(QPageSize(QPageSize.A4))
        self._writer.setPageMargins(QMarginsF(0, 0, 0, 0))
        self._writer.setTitle(title)
        self._writer.setCreator("Rimlight")
        self.painter = QPainter(self._writer)
        self._frame = frame
        self.page = 1
        self.y = (EDGE_MM + HEAD_MM) * MM
        frame(self)

    @property
    def left(self) -> float:
        """The left edge of what may be written on, device pixels."""
        return EDGE_MM * MM

    @property
    def width(self) -> float:
        """Its width, device pixels."""
        return (PAGE_MM[0] - 2 * EDGE_MM) * MM

    @property
    def bottom(self) -> float:
        """Where the foot begins, device pixels."""
        return (PAGE_MM[1] - EDGE_MM - FOOT_MM) * MM

    def need(self, height: float) -> None:
        """Begin a new page unless this much is left, device pixels."""
        if self.y + height > self.bottom:
            self.turn()

    def turn(self) -> None:
        """Begin a new page."""
        self._writer.newPage()
        self.page += 1
        self.y = (EDGE_MM + HEAD_MM) * MM
        self._frame(self)

    def gap(self, millimetres: float) -> None:
        """Leave some air."""
        self.y += millimetres * MM

    def heading(self, words: str, *, keep_mm: float = 14) -> None:
        """A section's title with a line below it; stays with what follows it."""
        self.need(keep_mm * MM)
        self.gap(2.5)
        self.text(words, size=11, bold=True)
        self.painter.setPen(QPen(INK, 0.25 * MM))
        self.painter.drawLine(round(self.left), round(self.y), round(self.left + self.width), round(self.y))
        self.gap(1.5)

    def text(self, words: str, *, size: float = 9, bold: bool = False, indent_mm: float = 0, grey: bool = False) -> None:
        """A paragraph, wrapped."""
        box = QRectF(self.left + indent_mm * MM, self.y, self.width - indent_mm * MM, 1e5)
        self._set(size, bold=bold, grey=grey)
        flags = int(Qt.TextWordWrap)
        height = self.painter.boundingRect(box, flags, words).height()
        self.need(height)
        self._set(size, bold=bold, grey=grey)
        self.painter.drawText(QRectF(box.left(), self.y, box.width(), height + 2), flags, words)
        self.y += height + 0.6 * MM

    def row(self, cells: Sequence[Cell], *, size: float = 8.5, ruled: bool = True, pad_mm: float = 0.9) -> None:
        """Cells side by side, as high as the highest; never split across pages."""
        pad = pad_mm * MM
        height = max(self._height(cell, size) for cell in cells) + 2 * pad
        self.need(height)
        x = self.left
        for cell in cells:
            box = QRectF(x, self.y, cell.width_mm * MM, height)
            if cell.ground is not None:
                self.painter.fillRect(box, cell.ground)
            self._set(size, bold=cell.bold)
            align = Qt.AlignCenter if cell.centred else Qt.AlignLeft | Qt.AlignVCenter
            self.painter.drawText(box.adjusted(pad, pad, -pad, -pad), int(align | Qt.TextWordWrap), cell.words)
            if cell.struck:
                self.painter.setPen(QPen(INK, 0.3 * MM))
                self.painter.drawLine(QPointF(box.left() + pad, box.center().y()), QPointF(box.right() - pad, box.center().y()))
            x += cell.width_mm * MM
        self.y += height
        if ruled:
            self.painter.setPen(QPen(RULE, 0.12 * MM))
            self.painter.drawLine(round(self.left), round(self.y), round(x), round(self.y))

    def place(self, words: str, box: QRectF, *, size: float = 9, bold: bool = False, align: int = Qt.AlignLeft) -> None:
        """Words in a box of their own, device pixels; the cursor stays."""
        self._set(size, bold=bold)
        self.painter.drawText(box, int(align | Qt.AlignVCenter | Qt.TextDontClip), words)

    def boxed(self, words: str, right: float, top: float, *, size: float = 9) -> float:
        """A framed notice whose right edge lies at `right`; the left edge, device pixels."""
        self._set(size, bold=True)
        width = QFontMetricsF(self.painter.font(), self._writer).horizontalAdvance(words) + 4 * MM
        box = QRectF(right - width, top, width, 6 * MM)
        self.painter.setPen(QPen(INK, 0.35 * MM))
        self.painter.setBrush(Qt.NoBrush)
        self.painter.drawRect(box)
        self.place(words, box, size=size, bold=True, align=Qt.AlignHCenter)
        return box.left()

    def finish(self) -> bytes:
        """The whole file."""
        self.painter.end()
        self._buffer.close()
        return bytes(self._bytes)

    def _set(self, size: float, *, bold: bool = False, grey: bool = False) -> None:
        font = QFont(theme.FAMILY)
        font.setPixelSize(round(size * PT))
        font.setWeight(QFont.DemiBold if bold else QFont.Normal)
        self.painter.setFont(font)
        self.painter.setPen(GREY if grey else INK)

    def _height(self, cell: Cell, size: float) -> float:
        self._set(size, bold=cell.bold)
        box = QRectF(0, 0, (cell.width_mm - 1.8) * MM, 1e5)
        return self.painter.boundingRect(box, int(Qt.TextWordWrap), cell.words).height()
