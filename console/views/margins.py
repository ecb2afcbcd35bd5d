"""The margin dashboard: every piece of evidence by face, the verdict by the case's rule set, and one sentence that says what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PyQt5.QtCore import Qt
from PyQt5.QtGui import QFont
from PyQt5.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from algorithms.margins.judgement import Judgement, judge
from algorithms.margins.model import Evidence, MarginClass
from algorithms.margins.rules import rule_set
from algorithms.specimen.measurement import Length, plain
from console.cases import specimen_log as log
from console.cases.model import CaseFile, Session
from console.cases.service import CaseService
from console.exports.formula import in_hundredths, signed
from console.views.results_pathway import PathwayLine
from console.widgets import theme
from console.widgets.card import Card
from console.widgets.evidence_board import EvidenceBoard
from console.widgets.face_diagram import FaceDiagram
from console.widgets.label import BigNumber, Label
from console.widgets.room import Room
from console.widgets.scale import Scale
from console.widgets.touch_button import TouchButton

TONES = {MarginClass.POSITIVE: "positive", MarginClass.CLOSE: "close", MarginClass.NEGATIVE: "clear"}


class MarginsView(QWidget):
    """`MarginsView(room, evidence, report)`.

    `evidence` makes the rows of the board from a case file. `report` writes the PDF and returns where it is; it runs off the screen's thread.
    """

    def __init__(
        self,
        room: Room,
        evidence: Callable[[CaseFile], tuple[Evidence, ...]],
        report: Callable[[CaseService, Session, CaseFile], Path],
    ) -> None:
        super().__init__()
        self._room, self._evidence, self._write = room, evidence, report
        scale = room.scale
        body = QHBoxLayout(self)
        body.setContentsMargins(*(scale.px(22),) * 4)
        body.setSpacing(scale.px(22))
        self.board = EvidenceBoard(scale)
        left = Card("", scale, padding=28)
        left.add(self.board, 1)
        self.pathway = PathwayLine(room, evidence)
        left.add(self.pathway)
        body.addWidget(left, 70)
        self.verdict, self.faces, self.centralization = VerdictCard(scale), FaceDiagram(scale), CentralizationSummary(scale)
        self.report = TouchButton("Report", scale, "primary", icon="report")
        self.report.setMinimumHeight(max(scale.target, scale.px(80)))
        self.report.clicked.connect(self._write_report)
        diagram = Card("", scale)
        diagram.add(self.faces, 1)
        right = QVBoxLayout()
        right.setSpacing(max(scale.gap, scale.px(18)))
        right.addWidget(self.verdict)
        right.addWidget(diagram, 1)
        right.addWidget(self.centralization)
        right.addWidget(self.report)
        body.addLayout(right, 30)
        room.case_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        file = self._room.case_file
        self.report.setEnabled(file is not None)
        if file is None:
            return
        evidence = self._evidence(file)
        judgement = judge(evidence, rule_set(file.case.rule_set), full_thickness=log.full_thickness(file))
        self.board.show_evidence(_corner(file), evidence, judgement, self._room.now().tzinfo)
        self.verdict.show_judgement(judgement)
        self.faces.show_judgement(judgement, file.case.side)
        self.centralization.show_file(file)

    def _write_report(self) -> None:
        file = self._room.case_file
        if file is None:
            return
        self.report.setEnabled(False)
        self._room.do(lambda service, session: self._write(service, session, file), self._written, self._not_written)

    def _written(self, path: Path) -> None:
        self.report.setEnabled(True)
        self._room.say(f"The report is saved as {path}.")

    def _not_written(self, words: str) -> None:
        self.report.setEnabled(True)
        self._room.say(words)


class VerdictCard(Card):
    """The answer: shape and word, what to do, and why."""

    def __init__(self, scale: Scale) -> None:
        super().__init__("", scale)
        self.headline = Label("", scale, 19, QFont.DemiBold, wrap=True)
        self.advice = Label("", scale, 28, QFont.Bold, wrap=True)
        self.detail = Label("", scale, 17, tone="quiet", wrap=True)
        for label in (self.headline, self.advice, self.detail):
            self.add(label)

    def show_judgement(self, judgement: Judgement) -> None:
        """A long advice is set smaller, so that it never needs more than its card."""
        mark = theme.MARKS[judgement.status]
        self.set_tone(TONES.get(judgement.status, ""))
        self.headline.setText(f"{mark.glyph} {judgement.headline}" if judgement.status in TONES else judgement.headline)
        self.headline.set_tone(mark.tone)
        first, _, rest = judgement.advice.partition(". ")
        self.advice.setText(first if first.endswith(".") else f"{first}.")
        reasons = [rest, *judgement.details, f"By {judgement.rule.title}."]
        self.detail.setText(" ".join(reason for reason in reasons if reason))


class CentralizationSummary(Card):
    """The figure with both signed terms, as the specimen screen computed it."""

    def __init__(self, scale: Scale) -> None:
        super().__init__("Centralization", scale)
        self.number = BigNumber(scale, 48)
        self.terms = Label("", scale, 17, tone="quiet")
        self.terms.setAlignment(Qt.AlignRight | Qt.AlignVCenter)
        row = QHBoxLayout()
        row.addWidget(self.number)
        row.addStretch(1)
        row.addWidget(self.terms)
        self.add(row)

    def show_file(self, file: CaseFile) -> None:
        """From the signed reading; a draft is not shown here."""
        reading = log.signed_reading(file, log.main_specimen(file).id)
        found = log.centralization_of(reading) if reading else None
        if found is None:
            self.number.show_value("–")
            self.terms.setText("The specimen has not been\nsigned yet")
            return
        self.number.show_value(in_hundredths(found.centralization_cm), "cm")
        self.terms.setText(
            f"major axis {signed(found.major_axis_difference_cm)} cm\nminor axis {signed(found.minor_axis_difference_cm)} cm"
        )


def _corner(file: CaseFile) -> str:
    """«Specimen 1 · main», and its axes once they are signed."""
    specimen = log.main_specimen(file)
    reading = log.signed_reading(file, specimen.id)
    lengths = log.lengths_of(reading) if reading else {}
    axes = [plain(lengths[length]) for length in (Length.RESECTED_MAJOR, Length.RESECTED_MINOR) if length in lengths]
    return f"Specimen {specimen.number} · main" + (f"\n{' × '.join(axes)} mm" if axes else "")
