"""The specimen unfolded: six faces, each with its narrowest evidence and its class as shape, word and colour; on screen and on paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal

from PyQt5.QtCore import QPointF, QRectF, Qt
from PyQt5.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PyQt5.QtWidgets import QSizePolicy, QWidget

from algorithms.faces import Face
from algorithms.margins.judgement import Judgement
from algorithms.margins.model import FaceEvidence, MarginClass
from algorithms.margins.opinions import FaceJudgement
from algorithms.margins.words import size
from algorithms.specimen.measurement import plain
from console.cases.model import Side
from console.widgets import theme
from console.widgets.scale import Scale
from console.words import said

TENTH = Decimal("0.1")


def shown(finding: FaceEvidence | None) -> str:
    """A finding as it is read: «≥ 2 mm», «1.4 mm», «signal», or a dash."""
    if finding is None:
        return "–"
    if finding.margin_mm is None:
        return finding.finding or "–"
    return f"{'≥ ' if finding.at_least else ''}{_to_read(finding.margin_mm)} mm"


def _to_read(mm: Decimal) -> str:
    """From 1 mm on a tenth is enough, rounded down: no margin reads wider than it was measured."""
    return plain(mm.quantize(TENTH, ROUND_DOWN) if mm >= 1 else mm)


def marked(margin_class: MarginClass, finding: FaceEvidence | None) -> str:
    """The same with the shape of its class before it; raw millimetres that nobody may judge have none."""
    words = shown(finding)
    if margin_class is MarginClass.UNKNOWN:
        return words
    return f"{theme.MARKS[margin_class].glyph} {words if words != '–' else theme.MARKS[margin_class].word}"


@dataclass(frozen=True, slots=True)
class FaceInks:
    """How one face is filled, drawn and written."""

    ground: QColor
    line: QColor
    text: QColor
    width: float


def screen_inks(margin_class: MarginClass) -> FaceInks:
    """The palette's."""
    mark = theme.MARKS[margin_class]
    return FaceInks(mark.ground, mark.line if margin_class is not MarginClass.UNKNOWN else theme.KEY_LINE, theme.TEXT, 2.5)


def paper_inks(margin_class: MarginClass) -> FaceInks:
    """Without colour: the thicker the line and the darker the ground, the worse."""
    grounds = {MarginClass.POSITIVE: ("#c4c4c4", 5.0), MarginClass.CLOSE: ("#e2e2e2", 3.0)}
    ground, width = grounds.get(margin_class, ("#ffffff", 1.2))
    return FaceInks(QColor(ground), QColor("#000000"), QColor("#000000"), width)


def narrowest_words(judged: FaceJudgement) -> str:
    """A face in a few words: its narrowest evidence, «full thickness», or that it was shaved and nobody has looked at the new margin."""
    if judged.exempt:
        return "full thickness"
    if judged.shave is not None and judged.finding is None:
        return "shaved, not assessed"
    return marked(judged.margin_class, judged.finding)


def lines_of(judged: FaceJudgement) -> tuple[str, ...]:
    """Below the name of a face: its narrowest evidence, then the area to be shaved, or the shave that was taken."""
    value = narrowest_words(judged)
    shaved = f"shave {judged.shave.number}" if judged.shave is not None else ""
    if judged.margin_class is MarginClass.POSITIVE and judged.extent is not None:
        return (value, size(judged.extent))
    return (value, shaved) if shaved else (value,)


def outlines(rect: QRectF, side: Side, gap: float) -> dict[Face, QPolygonF]:
    """The six shapes inside `rect`: anterior in the middle, its four neighbours folded outwards, posterior as a strip below."""
    strip = QRectF(rect.left() + rect.width() * 0.14, rect.bottom() - rect.height() * 0.18, rect.width() * 0.72, rect.height() * 0.18)
    box = QRectF(rect.left(), rect.top(), rect.width(), rect.height() - strip.height() - 2 * gap)
    inner = QRectF(box.left() + box.width() * 0.27, box.top() + box.height() * 0.28, box.width() * 0.46, box.height() * 0.44)
    left = Face.MEDIAL if side is Side.LEFT else Face.LATERAL
    slant = box.width() * 0.07, box.height() * 0.10

    def shape(*points: tuple[float, float]) -> QPolygonF:
        return QPolygonF([QPointF(x, y) for x, y in points])

    top = (inner.left() - slant[0], box.top()), (inner.right() + slant[0], box.top())
    low = (inner.right() + slant[0], box.bottom()), (inner.left() - slant[0], box.bottom())
    west = (box.left(), inner.bottom() + slant[1]), (box.left(), inner.top() - slant[1])
    east = (box.right(), inner.top() - slant[1]), (box.right(), inner.bottom() + slant[1])
    return {
        Face.ANTERIOR: QPolygonF(inner),
        Face.SUPERIOR: shape(*top, (inner.right(), inner.top() - gap), (inner.left(), inner.top() - gap)),
        Face.INFERIOR: shape(*low, (inner.left(), inner.bottom() + gap), (inner.right(), inner.bottom() + gap)),
        left: shape(*west, (inner.left() - gap, inner.top()), (inner.left() - gap, inner.bottom())),
        left.opposite: shape(*east, (inner.right() + gap, inner.bottom()), (inner.right() + gap, inner.top())),
        Face.POSTERIOR: QPolygonF(strip),
    }


def paint_faces(painter: QPainter, rect: QRectF, judgement: Judgement, side: Side, *, unit: float, paper: bool = False) -> None:
    """Draw the unfolded specimen; `unit` is one design pixel in the painter's units."""
    painter.save()
    painter.setRenderHint(QPainter.Antialiasing)
    room = rect.adjusted(4 * unit, 4 * unit, -4 * unit, -4 * unit)
    for face, polygon in outlines(room, side, 8 * unit).items():
        judged = judgement.of(face)
        inks = paper_inks(judged.margin_class) if paper else screen_inks(judged.margin_class)
        painter.setBrush(inks.ground)
        painter.setPen(QPen(inks.line, max(1.0, inks.width * unit), Qt.SolidLine, Qt.SquareCap, Qt.MiterJoin))
        painter.drawPolygon(polygon)
        _write(painter, polygon.boundingRect(), judged, inks, unit)
    painter.restore()


def _write(painter: QPainter, box: QRectF, judged: FaceJudgement, inks: FaceInks, unit: float) -> None:
    """In the middle of a face its name, what is known of it, and what is to be shaved: below one another, or in one line where the face is flat."""
    painter.setPen(inks.text)
    line = 26 * unit
    name, (value, *more) = judged.face.value.capitalize(), lines_of(judged)
    flat = box.height() < 2.4 * line
    rows = [(f"{name}  {value}", QFont.DemiBold)] if flat else [(name, QFont.DemiBold), (value, QFont.Medium)]
    rows += [(words, QFont.Medium) for words in more if box.height() >= (len(rows) + 1.4) * line]
    for row, (words, weight) in enumerate(rows):
        painter.setFont(theme.font(Scale(unit, 1.0), 19, weight))
        middle = QRectF(box.left(), box.center().y() + (row - len(rows) / 2) * line, box.width(), line)
        painter.drawText(middle, int(Qt.AlignCenter | Qt.TextDontClip), said(words))


class FaceDiagram(QWidget):
    """The unfolded specimen as a widget."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._unit = scale.unit
        self._shown: tuple[Judgement, Side] | None = None
        self.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Expanding)
        self.setMinimumSize(scale.px(360), scale.px(250))

    def show_judgement(self, judgement: Judgement, side: Side) -> None:
        """Draw this from now on."""
        self._shown = (judgement, side)
        self.update()

    def words(self) -> Mapping[Face, str]:
        """What stands on each face, for those who cannot see it."""
        if self._shown is None:
            return {}
        return {judged.face: marked(judged.margin_class, judged.finding) for judged in self._shown[0].faces}

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: ARG002 - Qt's signature
        """Nothing before there is a judgement."""
        if self._shown is None:
            return
        painter = QPainter(self)
        judgement, side = self._shown
        paint_faces(painter, QRectF(self.rect()), judgement, side, unit=self._unit)
        painter.end()
