"""Where things stand on the residual screen: picture and subjects at the left; verdict, limits, camera state, progress and buttons at the right."""

from __future__ import annotations

from PyQt5.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from algorithms.faces import Face
from console.views.residual_cards import LimitCard, StateCard, StepsCard, VerdictCard
from console.widgets.choice import Choice
from console.widgets.image_canvas import ImageCanvas
from console.widgets.scale import Scale
from console.widgets.touch_button import HoldButton, TouchButton

CAVITY = "cavity"


class ResidualLayout(QWidget):
    """The parts; `subjects` is the cavity or one of the specimen's faces."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        body = QHBoxLayout(self)
        body.setContentsMargins(*(scale.px(22),) * 4)
        body.setSpacing(scale.px(22))
        body.addLayout(self._build_left(scale), 70)
        body.addLayout(self._build_right(scale), 30)

    def _build_left(self, scale: Scale) -> QVBoxLayout:
        self.canvas = ImageCanvas(scale)
        self.subjects = Choice("", scale, ((CAVITY, "Cavity"), *((face.value, face.value.capitalize()) for face in Face)))
        self.specimen = TouchButton("Specimen 1", scale, size=19)
        foot = QHBoxLayout()
        foot.setSpacing(scale.space)
        foot.addWidget(self.subjects, 7)
        foot.addWidget(self.specimen, 1)
        left = QVBoxLayout()
        left.setSpacing(scale.space)
        left.addWidget(self.canvas, 1)
        left.addLayout(foot)
        return left

    def _build_right(self, scale: Scale) -> QVBoxLayout:
        self.verdict, self.limit, self.state, self.steps = VerdictCard(scale), LimitCard(scale), StateCard(scale), StepsCard(scale)
        self.compare = TouchButton("Before / after", scale, checkable=True, size=20)
        self.outline = TouchButton("Outline", scale, checkable=True, size=20)
        self.go, self.sign = TouchButton("Check", scale, "primary", size=20), HoldButton("Hold to sign", scale, size=20)
        grid = QGridLayout()
        grid.setSpacing(scale.space)
        for place, button in enumerate((self.compare, self.outline, self.go, self.sign)):
            grid.addWidget(button, place // 2, place % 2)
            grid.setColumnStretch(place % 2, 1)
        right = QVBoxLayout()
        right.setSpacing(max(scale.space, scale.px(14)))
        right.addWidget(self.verdict, 5)
        right.addWidget(self.limit, 3)
        right.addWidget(self.state, 3)
        right.addWidget(self.steps)
        right.addLayout(grid)
        return right
