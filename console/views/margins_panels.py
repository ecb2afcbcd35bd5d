"""The right-hand parts of the margin dashboard: the verdict with its reasons, centralization, and what is known of one row."""

from __future__ import annotations

from datetime import datetime

from PyQt5.QtCore import Qt, pyqtSignal
from PyQt5.QtGui import QFont
from PyQt5.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from algorithms.margins.judgement import Judgement
from algorithms.margins.model import Evidence, MarginClass
from console.cases import specimen_log as log
from console.cases.model import CaseFile, Reading
from console.exports.formula import in_hundredths, signed
from console.widgets import theme
from console.widgets.board_cells import age_words
from console.widgets.card import Card
from console.widgets.label import BigNumber, FittedLabel, Label
from console.widgets.scale import Scale
from console.widgets.touch_button import TouchButton

TONES = {MarginClass.POSITIVE: "positive", MarginClass.CLOSE: "close", MarginClass.NEGATIVE: "clear"}


def unbroken(words: str) -> str:
    """A size and its unit stay on one line."""
    return words.replace(" × ", "\u00a0×\u00a0").replace(" mm", "\u00a0mm")


class VerdictCard(Card):
    """The answer: shape and word, what to do, why, and how sure."""

    def __init__(self, scale: Scale) -> None:
        super().__init__("", scale)
        self.headline = Label("", scale, 19, QFont.DemiBold, wrap=True)
        self.advice = FittedLabel("", scale, 28, QFont.Bold)
        self.detail = FittedLabel("", scale, 17, tone="quiet")
        for label, height in ((self.advice, 78), (self.detail, 110)):
            label.setAlignment(Qt.AlignLeft | Qt.AlignTop)
            label.setSizePolicy(QSizePolicy.Ignored, QSizePolicy.Ignored)
            label.setMinimumHeight(scale.px(height))
        self.add(self.headline)
        self.add(self.advice, 4)
        self.add(self.detail, 6)

    def show_judgement(self, judgement: Judgement) -> None:
        """The first sentence large; what else is to be done, why, how sure, and by which rule, below it."""
        mark = theme.MARKS[judgement.status]
        self.set_tone(TONES.get(judgement.status, ""))
        self.headline.setText(f"{mark.glyph} {judgement.headline}" if judgement.status in TONES else judgement.headline)
        self.headline.set_tone(mark.tone)
        first, _, rest = judgement.advice.partition(". ")
        self.advice.set_whole(unbroken(first if first.endswith(".") else f"{first}."))
        conflicts = {judged.conflict for judged in judgement.faces}  # said already, in `because`
        details = [detail for detail in judgement.details if detail not in conflicts]
        reasons = [*judgement.because, rest, *details, f"By {judgement.rule.title}, version {judgement.rule.version}."]
        self.detail.set_whole(unbroken(" ".join(reason for reason in reasons if reason)))


class CentralizationSummary(Card):
    """The figure with both signed terms, as the specimen screen computed it."""

    def __init__(self, scale: Scale) -> None:
        super().__init__("", scale, padding=16)
        self.number = BigNumber(scale, 40)
        self.terms = Label("", scale, 16, tone="quiet")
        self.terms.setAlignment(Qt.AlignRight | Qt.AlignVCenter)
        row = QHBoxLayout()
        row.addWidget(Label("Centralization", scale, 18, QFont.DemiBold, "quiet"))
        row.addWidget(self.number)
        row.addStretch(1)
        row.addWidget(self.terms)
        self.add(row)

    def show_file(self, file: CaseFile, specimen_id: str) -> None:
        """From the signed reading; a draft is not shown here."""
        reading = log.signed_reading(file, specimen_id)
        found = log.centralization_of(reading) if reading else None
        if found is None:
            self.number.show_value("–")
            self.terms.setText("Not signed yet")
            return
        self.number.show_value(in_hundredths(found.centralization_cm), "cm")
        self.terms.setText(
            f"major axis {signed(found.major_axis_difference_cm)} cm\nminor axis {signed(found.minor_axis_difference_cm)} cm"
        )


class AboutRow(QWidget):
    """All that is known of one row: when, by whom, on which piece, inside which limits, by which algorithm, from what. One tap leads back."""

    closed = pyqtSignal()

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self.title = Label("", scale, 26, QFont.DemiBold, wrap=True)
        self.words = FittedLabel("", scale, 19)
        self.words.setAlignment(Qt.AlignLeft | Qt.AlignTop)
        card = Card("", scale)
        card.add(self.title)
        card.add(self.words, 1)
        self.back = TouchButton("Back to the verdict", scale)
        self.back.setMinimumHeight(max(scale.finger, scale.px(80)))
        self.back.clicked.connect(self.closed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(max(scale.gap, scale.px(18)))
        column.addWidget(card, 1)
        column.addWidget(self.back)

    def show_words(self, title: str, lines: list[str]) -> None:
        """A heading and its paragraphs."""
        self.title.setText(title)
        self.words.set_whole("\n".join(line for line in lines if line))

    def show_reading(self, row: Evidence, reading: Reading | None, now: datetime) -> None:
        """A row of the board."""
        taken = row.taken_at.astimezone(now.tzinfo)
        lines = [f"{taken:%d %b %Y %H:%M} · {age_words(row.taken_at, now)}", row.piece or "First excision"]
        if row.waiting or reading is None:
            self.show_words(row.title, [*lines, "Sent, and no answer yet. It decides nothing."])
            return
        made = reading.provenance
        self.show_words(row.title, [
            *lines, f"Signed by {reading.by}." + (f" Correction: {reading.reason.lower()}." if reading.supersedes else ""),
            "" if row.usable else f"Not used: {(row.reason or 'outside its validated limits').rstrip('.')}.",
            f"Valid: {row.validity}" if row.validity else "",
            "It may alarm; it cannot clear a face." if not row.can_clear else "",
            f"{made.algorithm}, version {made.version}{f', {made.device}' if made.device else ''}.",
            f"Input SHA-256 {made.input_sha256[:16]}…" if made.input_sha256 else "",
            "Simulated: not a measurement of a patient." if row.simulated else "",
        ])  # fmt: skip
