"""The cards beside the planes: verdict, faces, how far the models agree, which method; and the page of finer questions."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from PyQt5.QtCore import QPointF, QRectF, Qt
from PyQt5.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PyQt5.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from algorithms.faces import Face
from algorithms.margins.model import MarginClass
from algorithms.margins.rules import RuleSet
from algorithms.petct.analysis import Agreement, Method
from algorithms.petct.margin import SLACK_MM, Margin
from algorithms.petct.model import POSITIVE_MM
from console.acquisition.petct_child import Progress, State
from console.acquisition.petct_kept import Foreign
from console.widgets import theme
from console.widgets.card import Card
from console.widgets.choice import Choice
from console.widgets.label import BigNumber, FittedLabel, Label
from console.widgets.scale import Scale
from console.widgets.touch_button import TouchButton
from console.words import said

PADDING = 14  # four cards above one row of fingers, on the smallest screen
TRAINED = "Trained on simulated specimens"
HIDDEN = "You read blind: the models' answer is shown once your call is saved."


@dataclass(frozen=True, slots=True)
class Said:
    """What the cards show of one answer. `status` as signed; `note` who signed, or that nobody did; `limits` in the words that are signed."""

    status: str
    margin: Margin | None
    note: str
    limits: str
    method: Method | None = None
    agreement: Agreement | None = None
    members: int = 0
    suv_max: float | None = None
    suv_reason: str = ""
    edited_by: str = ""
    recorded: bool = True
    curve: tuple[tuple[float, float], ...] = ()
    warnings: tuple[str, ...] = ()
    foreign: tuple[Foreign, ...] = field(default=())


def class_of(margin_mm: float, rule: RuleSet, *, can_clear: bool) -> MarginClass:
    """A face's class: touching by seed 001's rule, else by the rule of the case; nothing is clear where the method cannot clear."""
    if margin_mm <= POSITIVE_MM + SLACK_MM:
        return MarginClass.POSITIVE
    found = rule.classify(Decimal(repr(round(margin_mm, 2))))
    return MarginClass.UNKNOWN if found is MarginClass.NEGATIVE and not can_clear else found


class VerdictCard(Card):
    """Positive, negative or why not; the millimetres and where."""

    def __init__(self, scale: Scale) -> None:
        super().__init__("", scale, padding=PADDING)
        self.headline = Label("", scale, 19, QFont.DemiBold)
        self.number = BigNumber(scale, 46)
        self.detail = FittedLabel("", scale, 18, tone="quiet")
        self.detail.setMinimumHeight(scale.px(58))
        for part in (self.headline, self.number, self.detail):
            self.add(part)

    def show_words(self, headline: str, number: str, unit: str, detail: str) -> None:
        """No answer yet, or one that is hidden."""
        self.set_tone("")
        self.headline.set_tone("text")
        self.headline.setText(headline)
        self.number.show_value(number, unit)
        self.detail.set_whole(detail)

    def show_progress(self, method: str, progress: Progress) -> None:
        """A running analysis."""
        left = "" if progress.left_s is None else f"about {max(1, round(progress.left_s))} s left. "
        self.show_words(f"Analysing, {method}", f"{progress.share:.0%}", "", f"{left}The screen can be left meanwhile.")

    def show_said(self, said: Said) -> None:
        """An answer."""
        if said.margin is None or said.status == "indeterminate":
            self.show_words("? Cannot be judged", "–", "", " ".join(part for part in (said.limits, said.note) if part))
            return
        positive = said.status == "positive"
        mark = theme.MARKS[MarginClass.POSITIVE if positive else MarginClass.NEGATIVE]
        alarms_only = said.method is Method.THRESHOLD and not positive
        self.set_tone("positive" if positive else "" if alarms_only else "clear")
        self.headline.set_tone("text" if alarms_only else mark.tone)
        self.headline.setText("– No contact by threshold: clears nothing" if alarms_only else f"{mark.glyph} Margin {said.status}")
        self.number.show_value(f"{said.margin.minimum_mm:.1f}", "mm")
        touch = " · tumour touches the specimen contour (≤ 0.1 mm)" if positive else " · narrowest place"
        edited = f"Edited by {said.edited_by}. " if said.edited_by else ""
        self.detail.set_whole(f"{said.margin.face.value}{touch}. {edited}{said.note}".strip())


class FacesCard(Card):
    """Six rows: shape, word, colour, millimetres."""

    def __init__(self, scale: Scale) -> None:
        super().__init__("Per face", scale, padding=PADDING)
        self.body.setSpacing(scale.px(3))
        self.rows: dict[Face, Label] = {}
        for face in Face:
            row = QHBoxLayout()
            value = Label("–", scale, 19, QFont.DemiBold, "quiet")
            row.addWidget(Label(face.value.capitalize(), scale, 19))
            row.addStretch(1)
            row.addWidget(value)
            self.add(row)
            self.rows[face] = value
        self.words = FittedLabel("", scale, 16, tone="close")
        self.words.setMinimumHeight(scale.px(40))
        self.add(self.words)

    def show_margin(self, margin: Margin | None, rule: RuleSet, *, can_clear: bool, words: str) -> None:
        """Each face's own."""
        found = {one.face: one.margin_mm for one in margin.faces} if margin is not None else {}
        for face, label in self.rows.items():
            mm = found.get(face)
            mark = theme.MARKS[class_of(mm, rule, can_clear=can_clear)] if mm is not None else theme.MARKS[MarginClass.UNKNOWN]
            word = "" if mark.word == "not assessed" else f"{mark.glyph} {mark.word} "
            label.setText(f"{word}{mm:.1f} mm" if mm is not None else "–")
            label.set_tone(mark.tone)
        self.words.set_whole(words)


class AgreeBar(QWidget):
    """k of n."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self.share, self.ink = 0.0, theme.CLEAR
        self.setFixedHeight(scale.px(12))
        self.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Fixed)

    def show_share(self, share: float, ink: QColor) -> None:
        """0 to 1."""
        self.share, self.ink = share, ink
        self.update()

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: ARG002 - Qt's signature
        """A rounded bar in a rounded groove."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.Antialiasing)
        painter.setPen(Qt.NoPen)
        for width, ink in ((1.0, theme.KEY_LINE), (self.share, self.ink)):
            painter.setBrush(ink)
            if width > 0:
                box = QRectF(0, 0, max(self.height(), self.width() * width), self.height())
                painter.drawRoundedRect(box, self.height() / 2, self.height() / 2)
        painter.end()


class AgreementCard(Card):
    """«23 of 25 models: positive», what they were trained on, and the largest SUV."""

    def __init__(self, scale: Scale) -> None:
        super().__init__("Model agreement", scale, padding=PADDING)
        self.count, self.bar = Label("–", scale, 19), AgreeBar(scale)
        self.suv = FittedLabel("", scale, 16, tone="quiet")
        self.suv.setMinimumHeight(scale.px(24))
        for part in (self.count, self.bar, Label(TRAINED, scale, 16, tone="close"), self.suv):
            self.add(part)

    def show_said(self, said: Said | None) -> None:
        """Of this answer; None: nothing to be told."""
        agreed = said.agreement if said is not None and said.status != "indeterminate" else None  # what cannot be judged is not positive
        if agreed is not None:
            self.count.setText(f"{agreed.positive} of {agreed.members} models: positive")
        else:
            self.count.setText("Threshold: no models" if said is not None and said.method is Method.THRESHOLD else "–")
        self.bar.show_share(agreed.positive / max(1, agreed.members) if agreed else 0.0, theme.POSITIVE)
        if said is None:
            self.suv.set_whole("")
        else:
            self.suv.set_whole(f"SUV max {said.suv_max:.1f} g/ml" if said.suv_max is not None else f"No SUV: {said.suv_reason}")


class CompareCard(Card):
    """One tap starts a method, or shows the answer that it gave."""

    def __init__(self, scale: Scale) -> None:
        super().__init__("Analyse and compare", scale, padding=PADDING)
        self.methods = Choice("", scale, tuple((one.value, one.value.capitalize()) for one in Method))
        for button in self.methods.buttons.values():
            button.setFont(theme.font(scale, 18, QFont.DemiBold))
        self.add(self.methods)


class Curve(QWidget):
    """The margin had the tumour been cut at another threshold: steep where the answer hangs on it."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._scale = scale
        self.points: tuple[tuple[float, float], ...] = ()
        self.setMinimumHeight(scale.px(96))
        self.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Expanding)

    def show_curve(self, points: tuple[tuple[float, float], ...]) -> None:
        """(threshold, margin mm)."""
        self.points = points
        self.update()

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: ARG002 - Qt's signature
        """Axes, the threshold that is used, the curve."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.Antialiasing)
        painter.setFont(theme.font(self._scale, 14))
        painter.setPen(theme.QUIET)
        if len(self.points) < 2:
            painter.drawText(self.rect(), int(Qt.AlignCenter | Qt.TextWordWrap), said("No curve: the threshold method has none."))
            painter.end()
            return
        room = QRectF(self.rect()).adjusted(self._scale.px(52), self._scale.px(6), -self._scale.px(8), -self._scale.px(24))
        top = max(1.0, *(mm for _, mm in self.points))
        painter.drawRect(room)
        for words, share in ((f"{top:.1f} mm", 0.0), ("0", 1.0)):
            line = QRectF(0, room.top() + share * room.height() - self._scale.px(10), self._scale.px(48), self._scale.px(20))
            painter.drawText(line, int(Qt.AlignRight | Qt.AlignVCenter), said(words))
        for level in (0.1, 0.5, 0.9):
            x = room.left() + (level - 0.1) / 0.8 * room.width()
            box = QRectF(x - self._scale.px(24), room.bottom() + 2, self._scale.px(48), self._scale.px(20))
            painter.drawText(box, int(Qt.AlignCenter), said(f"{level:g}"))
        painter.setPen(QPen(theme.KEY_LINE, 1, Qt.DashLine))
        painter.drawLine(QPointF(room.center().x(), room.top()), QPointF(room.center().x(), room.bottom()))
        painter.setPen(QPen(theme.FOCUS, max(1.5, self._scale.px(2.5))))
        places = [(room.left() + (level - 0.1) / 0.8 * room.width(), room.bottom() - mm / top * room.height()) for level, mm in self.points]
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in places]))
        painter.end()


class MorePage(QWidget):
    """The curve, whose models, one focus or several, and every sentence that the reader of the files and the answer have to say."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        curve = Card("Margin (mm) by threshold of the tumour's outline", scale, padding=PADDING)
        self.curve = Curve(scale)
        curve.add(self.curve, 1)
        said = Card("Limits and warnings", scale, padding=PADDING)
        self.words = FittedLabel("", scale, 17, tone="quiet")
        self.words.setAlignment(Qt.AlignLeft | Qt.AlignTop)
        said.add(self.words, 1)
        self.models = Choice("Models", scale, (("nst", "NST"), ("ilc", "ILC · DCIS")))
        self.multifocal = TouchButton("Multifocal", scale, checkable=True, size=19)
        row = QHBoxLayout()
        row.setSpacing(scale.space)
        row.addWidget(self.models, 2)
        row.addWidget(self.multifocal, 1, Qt.AlignBottom)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(scale.space)
        body.addWidget(curve, 2)
        body.addWidget(said, 3)
        body.addLayout(row)

    def show_said(self, said: Said | None, warnings: tuple[str, ...]) -> None:
        """Of this answer, or of the scan alone."""
        self.curve.show_curve(said.curve if said is not None else ())
        self.words.set_whole(" ".join(sentences(said, warnings)))


def sentences(said: Said | None, warnings: tuple[str, ...]) -> list[str]:
    """Everything that limits the answer; then the outlines that came with the scan beside ours."""
    found = [*dict.fromkeys(warnings)]
    if said is None:
        return found or ["Nothing to warn of."]
    found.append(said.limits)
    if said.agreement is not None and said.agreement.range_mm is not None:
        low, high = said.agreement.range_mm
        found.append(f"The central 90 % of the members' own margins: {low:.1f} to {high:.1f} mm.")
    for one in said.foreign:
        stated = "states no margin" if one.stated_mm is None else f"states {one.stated_mm:.1f} mm"
        ours = (
            "outside of the specimen"
            if one.measured is None
            else f"{one.measured.minimum_mm:.1f} mm {one.measured.face.value} by our ruler"
        )
        found.append(f"Scanner's own outline (dashed), {one.source}: {stated}; {ours}.")
    return found


def progress_over(progress: Progress) -> str:
    """What to say of a run that ended without an answer."""
    return progress.problem if progress.state is State.FAILED else "Analysis cancelled." if progress.state is State.CANCELLED else ""
