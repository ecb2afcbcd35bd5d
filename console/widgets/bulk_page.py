"""Depth, weight and full thickness of a piece, with what follows from them: the second page of the specimen form, or a shave's only one."""

from __future__ import annotations

from PyQt5.QtCore import Qt, pyqtSignal
from PyQt5.QtGui import QFont
from PyQt5.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from algorithms.faces import Face
from algorithms.specimen.accuracy import ECCENTRICITY_CITATION, MEDIAN_ECCENTRICITY_MM, MEDIAN_RELATIVE, SMALL, position, ratio_words
from algorithms.specimen.bulk import Bulk, bulk_doubts
from algorithms.specimen.centralization import centralize
from algorithms.specimen.measurement import plain
from algorithms.specimen.questions import Field
from console.cases.model import Specimen
from console.cases.specimen_draft import Numbers, lengths_among, whole
from console.cases.specimen_log import accuracy_of
from console.exports.formula import in_tenths
from console.widgets.card import Card
from console.widgets.label import BigNumber, Label
from console.widgets.length_field import LengthField
from console.widgets.scale import Scale
from console.widgets.touch_button import TouchButton

# A shave's thickness stands where another piece has its depth: only one of them is shown.
PLACES: dict[Field, tuple[int, int]] = {Bulk.RESECTED_DEPTH: (0, 0), Bulk.THICKNESS: (0, 0), Bulk.MASS_DEPTH: (0, 1), Bulk.WEIGHT: (1, 0)}
WORDS = {Face.ANTERIOR: "Anterior: skin reached", Face.POSTERIOR: "Posterior: fascia reached"}


class BulkPage(QWidget):
    """`thick` carries the face whose full thickness was tapped."""

    thick = pyqtSignal(object)

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self.fields: dict[Field, LengthField] = {name: LengthField(name.label, scale) for name in Bulk}
        self.statements = {face: TouchButton(words, scale, checkable=True, size=19) for face, words in WORDS.items()}
        for face, button in self.statements.items():
            button.clicked.connect(lambda _checked, face=face: self.thick.emit(face))
        self._heading = Label("Full thickness taken? It changes how some rules count depth.", scale, 17, QFont.Medium, "quiet", wrap=True)
        grid = QGridLayout()
        grid.setSpacing(max(scale.space, scale.px(14)))
        for name, box in self.fields.items():
            box.setMaximumHeight(max(scale.finger, scale.px(88)))
            grid.addWidget(box, *PLACES[name])
        grid.addWidget(self._heading, 2, 0, 1, 2)
        for column, button in enumerate(self.statements.values()):
            grid.addWidget(button, 3, column)
        for column in range(2):
            grid.setColumnStretch(column, 1)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(max(scale.space, scale.px(14)))
        body.addLayout(grid)
        self._card = Card("Volume, plain product of three axes", scale, padding=18)
        self.volume = BigNumber(scale, 44)
        self.words = Label("", scale, 17, tone="quiet", wrap=True)
        self.caution = Label("", scale, 18, tone="close", wrap=True)
        for part in (self.volume, self.words):
            self._card.add(part)
        body.addWidget(self._card)
        self.new_margin = Label("", scale, 20, wrap=True)
        self.mark = TouchButton("Change the mark", scale, size=20)
        body.addWidget(self.new_margin)
        body.addWidget(self.mark)
        body.addWidget(self.caution, 1)
        self.caution.setAlignment(Qt.AlignTop | Qt.AlignLeft)

    def show_kind(self, *, shave: bool) -> None:
        """A shave has a thickness and a weight, and nothing else."""
        for name, box in self.fields.items():
            box.setVisible(name is Bulk.WEIGHT or (name is Bulk.THICKNESS) is shave)
        for part in (self._heading, self._card, *self.statements.values()):
            part.setVisible(not shave)
        for part in (self.new_margin, self.mark):
            part.setVisible(shave)

    def show_new_margin(self, specimen: Specimen, *, editing: bool) -> None:
        """Which side of a shave is the new margin, and how one tells it."""
        face = specimen.face.value if specimen.face else "cavity"
        mark = specimen.new_margin or "not marked: pathology cannot tell it from the inner side"
        self.new_margin.setText(f"Taken from the {face} wall of the cavity. The new margin is its outer side. {mark[0].upper()}{mark[1:]}.")
        self.new_margin.set_tone("text" if specimen.new_margin else "close")
        self.mark.setEnabled(editing)

    def show_numbers(self, numbers: Numbers, full_thickness: frozenset[Face], *, editing: bool) -> None:
        """What follows from what is known, mm and g."""
        for face, button in self.statements.items():
            button.setChecked(face in full_thickness)
            button.setEnabled(editing)
        found, measured = accuracy_of(numbers), whole(numbers)
        self.volume.show_value("–" if found is None or found.volume_cm3 is None else f"{found.volume_cm3:.1f}", "cm³")
        said = _consequences(numbers) if measured is not None else ()
        self.words.setText(
            "\n".join(said) or f"Eccentricity and resection ratio appear once the ten lengths are there ({ECCENTRICITY_CITATION})."
        )
        bulk = {name: value for name, value in numbers.items() if isinstance(name, Bulk)}
        doubts = [doubt.sentence for doubt in bulk_doubts(bulk, lengths_among(numbers))]
        if found is not None and found.is_small:
            doubts.insert(0, SMALL)
        self.caution.setText("\n".join(doubts[:2]))


def _consequences(numbers: Numbers) -> tuple[str, ...]:
    """What the ten numbers say beside the centralization, each with what was published."""
    found, measured = accuracy_of(numbers), whole(numbers)
    assert found is not None
    assert measured is not None
    relative = f"relative {plain(found.relative_eccentricity)} ({MEDIAN_RELATIVE})"
    over = f"over {found.faces} margins (published median {MEDIAN_ECCENTRICITY_MM})"
    ratio = "Resection ratio: needs the resected depth" if found.resection_ratio is None else ratio_words(found.resection_ratio)
    return (
        f"Eccentricity {in_tenths(found.eccentricity_mm)} mm {over}; {relative}.",
        f"{ratio}.",
        position(centralize(measured).centralization_cm, measured),
    )
