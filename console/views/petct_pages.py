"""The pages that take the place of the cards: a physician's own call, and the correction of the outline by hand."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt5.QtCore import Qt
from PyQt5.QtGui import QFont
from PyQt5.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from algorithms.faces import Face
from console.cases.reads_log import Call, Confidence, Majority, Read
from console.widgets.card import Card
from console.widgets.choice import Choice
from console.widgets.label import BigNumber, FittedLabel, Label
from console.widgets.scale import Scale
from console.widgets.touch_button import HoldButton, TouchButton

SIZES_MM = ("0.3", "0.5", "1", "2", "4")
PADDING = 14


class ReadPage(QWidget):
    """Positive or negative, which face, how sure; then who else said what."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self.call = Choice("Your call", scale, (("positive", "Positive"), ("negative", "Negative")))
        self.face = Choice("Nearest face", scale, tuple((face.value, face.value.capitalize()) for face in Face), columns=3)
        for button in self.face.buttons.values():
            button.setFont(Label("", scale, 17, QFont.DemiBold).font())
        self.confidence = Choice("How sure", scale, tuple((one.value, one.value.capitalize()) for one in Confidence))
        self.blind, self.save = TouchButton("Read blind", scale, size=20), TouchButton("Save call", scale, "primary", size=20)
        self.words = FittedLabel("", scale, 17, tone="quiet")
        self.words.setAlignment(Qt.AlignLeft | Qt.AlignTop)
        self.words.setMinimumHeight(scale.px(40))
        grid = QGridLayout()
        grid.setSpacing(scale.space)
        grid.addWidget(self.blind, 0, 0)
        grid.addWidget(self.save, 0, 1)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(scale.space)
        for part in (self.call, self.face, self.confidence):
            body.addWidget(part)
        body.addWidget(self.words, 1)
        body.addLayout(grid)

    @property
    def said(self) -> Call | None:
        """What is tapped, once call and confidence are."""
        if not self.call.value or not self.confidence.value:
            return None
        return Call(self.call.value == "positive", Face(self.face.value) if self.face.value else None, Confidence(self.confidence.value))

    def clear(self) -> None:
        """Nothing tapped."""
        for choice in (self.call, self.face, self.confidence):
            choice.set_value("")

    def show_reads(self, found: Sequence[Read], vote: Majority, *, blind: bool, seen: bool, own: bool) -> None:
        """Others' calls are told only to who has called, or has seen the answer."""
        self.blind.setEnabled(not blind and not seen)
        self.save.setEnabled(self.said is not None)
        if blind or not (own or seen):
            count = f" {len(found)} saved so far; hidden until yours is." if found else ""
            self.words.set_whole(f"{'You read blind.' if blind else 'Read blind before the answer is shown.'}{count}")
            return
        lines = [f"{one.reader}: {_words(one)}" for one in found]
        self.words.set_whole(
            ". ".join([*lines, _vote(vote)]) if lines else "Nobody has called yet. The answer was seen: a call is not blind."
        )


def _words(one: Read) -> str:
    face = f", {one.call.face.value}" if one.call.face else ""
    return f"{'positive' if one.call.positive else 'negative'}{face}, {one.call.confidence.value} confidence{'' if one.blind else ', not blind'}"


def _vote(vote: Majority) -> str:
    if not vote.readers:
        return "No blind call yet."
    split = "split evenly" if vote.positive is None else "positive" if vote.positive else "negative"
    return f"Majority of {vote.readers} blind: {split} ({vote.calling_positive} positive)."


class HandPage(QWidget):
    """Brush or eraser, how wide, undo, and the margin as it is now."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        result = Card("Margin of the corrected outline", scale, padding=PADDING)
        self.number = BigNumber(scale, 46)
        self.detail = FittedLabel("", scale, 18, tone="quiet")
        self.detail.setMinimumHeight(scale.px(60))
        result.add(self.number)
        result.add(self.detail)
        self.tool = Choice("Finger on a picture", scale, (("brush", "Brush"), ("eraser", "Eraser"), ("turn", "Turn pages")))
        self.radius = Choice("Radius, mm", scale, tuple((mm, mm) for mm in SIZES_MM))
        self.undo = TouchButton("Undo", scale, icon="undo", size=20)
        self.leave, self.sign = TouchButton("Drop changes", scale, size=20), HoldButton("Hold to sign", scale, size=20)
        grid = QGridLayout()
        grid.setSpacing(scale.space)
        grid.addWidget(self.undo, 0, 0)
        grid.addWidget(self.leave, 0, 1)
        grid.addWidget(self.sign, 1, 0, 1, 2)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(scale.space)
        for part in (result, self.tool, self.radius):
            body.addWidget(part)
        body.addStretch(1)
        body.addLayout(grid)
        self.tool.set_value("brush")
        self.radius.set_value("1")

    @property
    def radius_mm(self) -> float:
        """Of brush and eraser."""
        return float(self.radius.value)
