"""The board: one row for each reading, one column for each face, and below them the narrowest evidence with its class."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

from PyQt5.QtCore import QRectF, Qt
from PyQt5.QtGui import QFont, QPainter, QPaintEvent, QPen
from PyQt5.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from algorithms.faces import Face
from algorithms.margins.judgement import Judgement, classify
from algorithms.margins.model import Evidence, FaceEvidence, MarginClass
from console.widgets import theme
from console.widgets.face_diagram import marked
from console.widgets.label import Label
from console.widgets.scale import Scale

MOST_ROWS = 6  # as many readings as fit without scrolling; older ones are in the report


class EvidenceCell(Label):
    """What one reading says of one face: rounded, in the colours of its class, with its shape."""

    def __init__(self, margin_class: MarginClass, finding: FaceEvidence | None, scale: Scale) -> None:
        words = marked(margin_class, finding)
        unknown = margin_class is MarginClass.UNKNOWN
        super().__init__(
            words, scale, 20, QFont.DemiBold, theme.MARKS[margin_class].tone if not unknown else "text" if finding else "faint"
        )
        self.margin_class = margin_class
        self._radius = scale.px(10)
        self.setAlignment(Qt.AlignCenter)
        self.setMinimumHeight(scale.px(62))
        self.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Expanding)

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """The ground, then the words."""
        mark = theme.MARKS[self.margin_class]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.Antialiasing)
        painter.setPen(QPen(mark.line, 1.2))
        painter.setBrush(mark.ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), self._radius, self._radius)
        painter.end()
        super().paintEvent(event)  # type: ignore[arg-type]


class EvidenceBoard(QWidget):
    """Built anew for each state of the case: there are few cells and they change seldom."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._scale = scale
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._table: QWidget | None = None
        self.cells: dict[tuple[str, Face], EvidenceCell] = {}

    def show_evidence(self, corner: str, evidence: Sequence[Evidence], judgement: Judgement, zone: tzinfo | None) -> None:
        """Show these readings and what follows from them; `corner` says which specimen."""
        if self._table is not None:
            self._body.removeWidget(self._table)
            self._table.hide()
            self._table.deleteLater()
        self.cells = {}
        self._table = QWidget()
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(self._scale.px(9))
        self._head(grid, corner)
        newest = sorted(evidence, key=lambda reading: reading.taken_at)[-MOST_ROWS:]
        shown = [reading for reading in evidence if reading in newest]
        for row, reading in enumerate(shown, start=1):
            self._reading(grid, row, reading, judgement, zone)
        self._narrowest(grid, len(shown) + 1, judgement, len(evidence) - len(shown))
        grid.setColumnStretch(0, 24)
        for column in range(1, 7):
            grid.setColumnStretch(column, 10)
        self._body.addWidget(self._table, 0, Qt.AlignTop)

    def _head(self, grid: QGridLayout, corner: str) -> None:
        grid.addWidget(Label(corner, self._scale, 17, tone="quiet", wrap=True), 0, 0)
        for column, face in enumerate(Face, start=1):
            name = Label(face.value.capitalize(), self._scale, 18, tone="quiet")
            name.setAlignment(Qt.AlignCenter)
            grid.addWidget(name, 0, column)

    def _reading(self, grid: QGridLayout, row: int, reading: Evidence, judgement: Judgement, zone: tzinfo | None) -> None:
        taken = reading.taken_at.astimezone(zone)
        detail = f"{taken:%H:%M} · {reading.subtitle}".rstrip(" ·")
        self._name(grid, row, reading.title, detail if reading.usable else f"{detail}. Not used: {reading.reason or 'outside its limits'}")
        found = {finding.face: finding for finding in reading.faces}
        for column, face in enumerate(Face, start=1):
            finding = found.get(face)
            judged = classify(finding, reading, judgement.rule) if finding is not None and reading.usable else MarginClass.UNKNOWN
            cell = self.cells[reading.reading_id, face] = EvidenceCell(judged, finding, self._scale)
            grid.addWidget(cell, row, column)

    def _narrowest(self, grid: QGridLayout, row: int, judgement: Judgement, older: int) -> None:
        rule = f"{judgement.rule.title}: {judgement.rule.words}"
        self._name(grid, row, "Narrowest evidence", rule + (f". {older} older readings are in the report" if older else ""))
        for column, judged in enumerate(judgement.faces, start=1):
            cell = self.cells["narrowest", judged.face] = EvidenceCell(judged.margin_class, judged.finding, self._scale)
            grid.addWidget(cell, row, column)

    def _name(self, grid: QGridLayout, row: int, title: str, detail: str) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Label(title, self._scale, 20, QFont.DemiBold))
        words.addWidget(Label(detail, self._scale, 15, QFont.Medium, "quiet", wrap=True))
        words.addStretch(1)
        grid.addLayout(words, row, 0)
