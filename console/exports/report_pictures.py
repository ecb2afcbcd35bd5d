"""The pictures of a report: each with its time and a scale bar drawn beside it in ink; what does not exist takes no room."""

from __future__ import annotations

from PyQt5.QtCore import QPointF, QRectF, Qt
from PyQt5.QtGui import QImage, QPen, QPolygonF

from console.cases import fluorescence_log, microwave_log, petct_log
from console.cases.model import Reading
from console.exports.paper import INK, MM, Paper
from console.exports.report import Report
from console.exports.sights import Line, Sight

MOST, GAP_MM, WORDS_MM = 4, 3.0, 8.0
TALLEST_MM, SMALLEST_MM = 34.0, 22.0
BARS_MM = (50.0, 20.0, 10.0, 5.0, 2.0, 1.0)


def pictures(paper: Paper, report: Report) -> None:
    """Up to four side by side: PET-CT, microwave, cavity, the face that glows; then the lesion."""
    chosen = _chosen(report)
    if not chosen:
        return
    paper.need((SMALLEST_MM + WORDS_MM + 2) * MM)
    paper.gap(2)
    height = min(TALLEST_MM, (paper.bottom - paper.y) / MM - WORDS_MM)  # as tall as the page has room for
    width = (paper.width - (MOST - 1) * GAP_MM * MM) / MOST
    for index, (reading, sight) in enumerate(chosen):
        left = paper.left + index * (width + GAP_MM * MM)
        _picture(paper, QRectF(left, paper.y, width, height * MM), sight)
        when = f"{report.clock(reading.taken_at, '%H:%M')}{', simulated' if reading.provenance.simulated else ''}"
        for line, words in enumerate((sight.title, when)):
            paper.place(words, QRectF(left, paper.y + (height + 0.5 + 3 * line) * MM, width, 3 * MM), size=6.5)
    paper.y += (height + WORDS_MM) * MM


def _chosen(report: Report) -> list[tuple[Reading, Sight]]:
    def of(modality: str) -> list[tuple[Reading, Sight]]:
        return list(reversed(report.sights.of(modality, report.file)))

    residual = sorted(of(fluorescence_log.RESIDUAL), key=lambda pair: (not pair[1].lines, pair[0].specimen_id is not None))
    return [*of(petct_log.MODALITY)[:1], *of(microwave_log.MODALITY)[:2], *residual[:2], *of(fluorescence_log.LIVE)[:1]][:MOST]


def _picture(paper: Paper, room: QRectF, sight: Sight) -> None:
    """Fitted into its room, outlined twice (white in black) so that it shows on any ground, without colour too."""
    pixels = sight.pixels
    rows, columns = pixels.shape[:2]
    unit = min(room.width() / columns, room.height() / rows)
    box = QRectF(room.left(), room.top(), columns * unit, rows * unit)
    paper.painter.drawImage(box, QImage(pixels.tobytes(), columns, rows, 3 * columns, QImage.Format_RGB888))
    paper.painter.setBrush(Qt.NoBrush)
    for colour, weight in ((Qt.black, 0.7), (Qt.white, 0.3)):
        paper.painter.setPen(QPen(colour, weight * MM))
        for line in sight.lines:
            paper.painter.drawPolygon(_polygon(line, box, unit))
    paper.painter.setPen(QPen(INK, 0.2 * MM))
    paper.painter.drawRect(box)
    if sight.mm_per_pixel is not None:
        _scale_bar(paper, box, unit / sight.mm_per_pixel)


def _polygon(line: Line, box: QRectF, unit: float) -> QPolygonF:
    return QPolygonF([QPointF(box.left() + float(column) * unit, box.top() + float(row) * unit) for row, column in line])


def _scale_bar(paper: Paper, box: QRectF, per_mm: float) -> None:
    """The longest round length that takes less than half of the picture."""
    length = next((one for one in BARS_MM if one * per_mm < box.width() / 2), BARS_MM[-1])
    plate = QRectF(box.left(), box.bottom() - 4 * MM, length * per_mm + 11 * MM, 4 * MM)
    paper.painter.fillRect(plate, Qt.white)
    y, x = plate.center().y(), plate.left() + 1 * MM
    paper.painter.setPen(QPen(INK, 0.5 * MM))
    paper.painter.drawLine(QPointF(x, y), QPointF(x + length * per_mm, y))
    paper.place(f"{length:g} mm", QRectF(x + length * per_mm + 1 * MM, plate.top(), 9 * MM, plate.height()), size=6.5)
