"""The centralization and everything that must stand beside it: both signed terms, the closest margin, how far off centre, and what looks odd."""

from __future__ import annotations

from PyQt5.QtCore import Qt
from PyQt5.QtWidgets import QHBoxLayout, QVBoxLayout

from algorithms.specimen.centralization import MEDIAN_ICG_CM, MEDIAN_ULTRASOUND_CM, Centralization, centralize
from console.cases.specimen_log import Lengths, measurement
from console.exports.formula import beside, in_hundredths, terms
from console.widgets.card import Card
from console.widgets.label import BigNumber, Label
from console.widgets.scale import Scale

REFERENCE = f"Published medians: ICG group {MEDIAN_ICG_CM} cm, ultrasound {MEDIAN_ULTRASOUND_CM} cm. Depth is not part of the figure."
MOST_DOUBTS = 4


class CentralizationCard(Card):
    """Spells the formula out as the numbers come in; the figure itself appears once none is missing."""

    def __init__(self, scale: Scale) -> None:
        super().__init__("Centralization", scale, padding=18)
        self.body.setSpacing(scale.px(2))
        self._number = BigNumber(scale, 54)
        self._lines = [Label("", scale, 17, tone="quiet") for _ in range(4)]
        column = QVBoxLayout()
        column.setSpacing(scale.px(1))
        for line in self._lines:
            line.setAlignment(Qt.AlignRight | Qt.AlignVCenter)
            column.addWidget(line)
        row = QHBoxLayout()
        row.addWidget(self._number, 0, Qt.AlignVCenter)
        row.addStretch(1)
        row.addLayout(column)
        self.add(row)

    @property
    def number(self) -> str:
        """The figure as shown."""
        return self._number.number

    def show_lengths(self, lengths: Lengths) -> Centralization | None:
        """Show what these lengths give; the result, once there is one."""
        measured = measurement(lengths)
        found = centralize(measured) if measured else None
        self._number.show_value(in_hundredths(found.centralization_cm) if found else "–", "cm" if found else "")
        for line, words in zip(self._lines, (*terms(lengths), *(beside(found) if found else ("", ""))), strict=True):
            line.setText(words)
        return found


class Doubts(Label):
    """Below the card: what looks odd, or else what the figure is compared with."""

    def __init__(self, scale: Scale) -> None:
        super().__init__(REFERENCE, scale, 18, tone="quiet", wrap=True)
        # Where the fields already take all the height that twenty millimetres each need, one question is what fits.
        self._most = MOST_DOUBTS if scale.finger <= scale.px(88) else 1
        self.setAlignment(Qt.AlignTop | Qt.AlignLeft)

    def show_doubts(self, found: Centralization | None, notice: str = "") -> None:
        """`notice` first, then the gravest questions, as many as fit; the rest are in the report."""
        sentences = [notice] if notice else []
        sentences += [f"? {doubt.sentence}" for doubt in found.warnings] if found else []
        more = [f"and {len(sentences) - self._most} more in the report"] if len(sentences) > self._most else []
        self.setText("\n".join([*sentences[: self._most], *more]) or REFERENCE)
        self.set_tone("close" if sentences else "quiet")
