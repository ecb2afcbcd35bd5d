"""Where things stand on the live screen: the picture with its modes below it, and one column of cards and buttons."""

from __future__ import annotations

from PyQt5.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from algorithms.fluorescence.modes import Mode
from console.views.live_cards import ApproachCard, LesionCard
from console.widgets.choice import Choice
from console.widgets.image_canvas import ImageCanvas
from console.widgets.scale import Scale
from console.widgets.touch_button import TouchButton

MODES = (
    (Mode.WHITE, "White"), (Mode.NIR, "NIR"), (Mode.OVERLAY, "Overlay"), (Mode.HEAT, "Heat"), (Mode.CONTOUR, "Contour"),
    (Mode.PERCENT, "Percent"),
)  # fmt: skip


class LiveLayout(QWidget):
    """The parts of the live screen; `pages` shows them, or one of the pages behind «More…»."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self.pages, self.stage = QStackedWidget(), QWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(scale.px(22),) * 4)
        outer.addWidget(self.pages)
        self.pages.addWidget(self.stage)
        body = QHBoxLayout(self.stage)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(scale.px(22))
        body.addLayout(self._build_left(scale), 72)
        body.addLayout(self._build_right(scale), 28)

    def _build_left(self, scale: Scale) -> QVBoxLayout:
        self.canvas = ImageCanvas(scale)
        self.modes = Choice("", scale, tuple((mode.value, words) for mode, words in MODES))
        self.point = TouchButton("Set point", scale, size=19)
        self.point.setAccessibleName("Set reference point")
        foot = QHBoxLayout()
        foot.setSpacing(scale.space)
        foot.addWidget(self.modes, 6)
        foot.addWidget(self.point, 1)
        left = QVBoxLayout()
        left.setSpacing(scale.space)
        left.addWidget(self.canvas, 1)
        left.addLayout(foot)
        return left

    def _build_right(self, scale: Scale) -> QVBoxLayout:
        self.lesion, self.approach = LesionCard(scale), ApproachCard(scale)
        self.freeze, self.snapshot = TouchButton("Freeze", scale, checkable=True, size=20), TouchButton("Snapshot", scale, size=20)
        self.record, self.more = TouchButton("● Record", scale, "danger", size=20), TouchButton("More…", scale, size=20)
        self.found, self.check = TouchButton("Lesion found", scale, size=20), TouchButton("Check cavity", scale, "primary", size=20)
        grid = QGridLayout()
        grid.setSpacing(scale.space)
        for place, button in enumerate((self.freeze, self.snapshot, self.record, self.more, self.found, self.check)):
            grid.addWidget(button, place // 2, place % 2)
            grid.setColumnStretch(place % 2, 1)
        right = QVBoxLayout()
        right.setSpacing(max(scale.space, scale.px(16)))
        right.addWidget(self.lesion)
        right.addWidget(self.approach, 1)
        right.addLayout(grid)
        return right
