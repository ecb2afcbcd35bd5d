"""Where things stand on the specimen screen: drawing, fields and keys side by side, and no more than that."""

from __future__ import annotations

from PyQt5.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from algorithms.specimen.measurement import Length
from algorithms.specimen.questions import Field
from console.views.specimen_panels import ChoicePanel, KeypadPanel, SignedPanel
from console.widgets.bulk_page import BulkPage
from console.widgets.card import Card
from console.widgets.centralization_card import CentralizationCard, Doubts
from console.widgets.label import FittedLabel
from console.widgets.length_field import LengthField
from console.widgets.scale import Scale
from console.widgets.specimen_diagram import SpecimenDiagram
from console.widgets.specimen_tabs import SpecimenTabs
from console.widgets.touch_button import TouchButton


class SpecimenLayout(QWidget):
    """Tabs, drawing and ways out at the left; one of two pages of fields; keypad, question or signature at the right."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        body = QHBoxLayout(self)
        body.setContentsMargins(*(scale.px(22),) * 4)
        body.setSpacing(scale.px(22))
        body.addWidget(self._build_left(scale), 21)
        body.addWidget(self._build_middle(scale), 20)
        body.addWidget(self._build_right(scale), 14)

    def show_piece(self, title: str, *, shave: bool, depth: bool) -> None:
        """What the piece is called, and which page of fields it shows."""
        self.title.set_whole(title)
        self._pages.setCurrentIndex(1 if shave or depth else 0)
        self.bulk.show_kind(shave=shave)
        self.depth_button.setText("Lengths" if depth else "Depth, weight")
        self.depth_button.setEnabled(not shave)
        self.orientation.setEnabled(not shave)

    def _build_left(self, scale: Scale) -> QWidget:
        left = Card("", scale, padding=18)
        self.title = FittedLabel("Specimen", scale, 18, tone="quiet")
        self.title.setMinimumHeight(scale.px(30))
        self.tabs = SpecimenTabs(scale)
        self.diagram = SpecimenDiagram(scale)
        self.orientation, self.depth_button = TouchButton("Orientation", scale, size=19), TouchButton("Depth, weight", scale, size=19)
        self.moments = TouchButton("Moments", scale, size=19)
        ways = QHBoxLayout()
        ways.setSpacing(scale.space)
        for button in (self.orientation, self.depth_button, self.moments):
            ways.addWidget(button)
        for part in (self.title, self.tabs):
            left.add(part)
        left.add(self.diagram, 1)
        left.add(ways)
        return left

    def _build_middle(self, scale: Scale) -> QWidget:
        space = max(scale.space, scale.px(14))
        lengths = QWidget()
        column = QVBoxLayout(lengths)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space)
        grid = QGridLayout()
        grid.setSpacing(space)
        self.fields: dict[Field, LengthField] = {length: LengthField(length.label, scale) for length in Length}
        for index, box in enumerate(self.fields.values()):
            box.setMaximumHeight(max(scale.finger, scale.px(88)))
            grid.addWidget(box, index // 2, index % 2)
        self.centralization, self.doubts = CentralizationCard(scale), Doubts(scale)
        column.addLayout(grid)
        column.addWidget(self.centralization)
        column.addWidget(self.doubts, 1)
        self.bulk = BulkPage(scale)
        self._pages = QStackedWidget()
        for page in (lengths, self.bulk):
            self._pages.addWidget(page)
        return self._pages

    def _build_right(self, scale: Scale) -> QWidget:
        self.typing, self.choice, self.signed = KeypadPanel(scale), ChoicePanel(scale), SignedPanel(scale)
        self._stack = QStackedWidget()
        for panel in (self.typing, self.choice, self.signed):
            self._stack.addWidget(panel)
        return self._stack
