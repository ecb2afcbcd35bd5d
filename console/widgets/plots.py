"""What every plot is drawn with: a look for the dark screen and one for paper, axes with round ticks, words that stay words or become shapes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, floor, inf, log10

from PyQt5.QtCore import QPointF, QRectF, Qt
from PyQt5.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from console.widgets import theme
from console.words import said

# One dash and one mark an arm, so that no plot depends on its colours.
DASHES: tuple[tuple[float, ...], ...] = ((), (7, 3), (2, 2.5), (9, 3, 2, 3))
MARKS = ("circle", "square", "triangle", "diamond")


@dataclass(frozen=True, slots=True)
class Look:
    """Inks of a medium. `unit` is one design pixel in the painter's units; `outlined` draws words as shapes, for files without our font."""

    ink: QColor
    quiet: QColor
    line: QColor
    ground: QColor
    series: tuple[QColor, ...]
    unit: float = 1.0
    outlined: bool = False

    def of(self, index: int) -> QColor:
        """The colour of an arm."""
        return self.series[index % len(self.series)]


def screen_look(unit: float) -> Look:
    """For the console: blue and amber as for margins, then two that differ in lightness as well."""
    return Look(
        theme.TEXT, theme.QUIET, QColor("#55616d"), theme.CARD, (theme.CLEAR, theme.CLOSE, QColor("#e9eef3"), QColor("#b79cf2")), unit
    )


def paper_look(unit: float, *, outlined: bool = False) -> Look:
    """For print: Okabe and Ito's blue and vermilion, black and purple; they differ for every kind of colour vision."""
    series = (QColor("#0072b2"), QColor("#d55e00"), QColor("#000000"), QColor("#7b3f8c"))
    return Look(QColor("#000000"), QColor("#333333"), QColor("#777777"), QColor("#ffffff"), series, unit, outlined)


class Canvas:
    """A painter and its look; lengths in design pixels become the medium's own."""

    def __init__(self, painter: QPainter, look: Look) -> None:
        self.painter, self.look = painter, look
        painter.setRenderHint(QPainter.Antialiasing)

    def px(self, design: float) -> float:
        """Design pixels in the painter's units."""
        return design * self.look.unit

    def font(self, size: float, *, bold: bool = False) -> QFont:
        """Our own, `size` in design pixels."""
        made = QFont(theme.FAMILY)
        made.setPixelSize(max(theme.LEAST_TEXT_PX if not self.look.outlined else 1, round(self.px(size))))
        made.setWeight(QFont.DemiBold if bold else QFont.Normal)
        return made

    def width(self, words: str, size: float = 17, *, bold: bool = False) -> float:
        """How much room these words take."""
        return QFontMetricsF(self.font(size, bold=bold)).horizontalAdvance(said(words))

    def text(
        self, x: float, y: float, words: str, size: float = 17, ink: QColor | None = None, across: float = 0.0, *, bold: bool = False
    ) -> None:
        """One line, its middle at height `y`; `across` 0 begins at `x`, 0.5 is centred there, 1 ends there."""
        font, words = self.font(size, bold=bold), said(words)
        metrics = QFontMetricsF(font)
        point = QPointF(x - across * metrics.horizontalAdvance(words), y + (metrics.ascent() - metrics.descent()) / 2)
        colour = ink or self.look.ink
        if self.look.outlined:
            path = QPainterPath()
            path.addText(point, font, words)
            self.painter.fillPath(path, colour)
            return
        self.painter.setFont(font)
        self.painter.setPen(colour)
        self.painter.drawText(point, words)

    def stroke(self, points: Sequence[QPointF], ink: QColor, width: float = 2, dash: tuple[float, ...] = ()) -> None:
        """A line through points."""
        pen = QPen(ink, self.px(width))
        pen.setJoinStyle(Qt.MiterJoin)
        pen.setCapStyle(Qt.FlatCap)
        if dash:
            pen.setDashPattern([part * 1.6 / max(width, 1) for part in dash])
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.NoBrush)
        self.painter.drawPolyline(QPolygonF(list(points)))

    def fill(self, points: Sequence[QPointF], ink: QColor, alpha: int) -> None:
        """An area without an edge."""
        shade = QColor(ink)
        shade.setAlpha(alpha)
        self.painter.setPen(Qt.NoPen)
        self.painter.setBrush(shade)
        self.painter.drawPolygon(QPolygonF(list(points)))

    def box(self, rect: QRectF, ink: QColor, alpha: int) -> None:
        """A box with an edge, lightly filled."""
        shade = QColor(ink)
        shade.setAlpha(alpha)
        self.painter.setPen(QPen(ink, self.px(2)))
        self.painter.setBrush(shade)
        self.painter.drawRoundedRect(rect, self.px(5), self.px(5))

    def mark(self, x: float, y: float, shape: str, ink: QColor, size: float = 7, *, hollow: bool = False) -> None:
        """A small shape at a point; `size` is half of its width, design pixels."""
        r = self.px(size)
        self.painter.setPen(QPen(ink, self.px(2)))
        self.painter.setBrush(self.look.ground if hollow else ink)
        match shape:
            case "circle":
                self.painter.drawEllipse(QPointF(x, y), r, r)
            case "square":
                self.painter.drawRect(QRectF(x - r, y - r, 2 * r, 2 * r))
            case "triangle":
                self.painter.drawPolygon(QPolygonF([QPointF(x - r, y + r), QPointF(x + r, y + r), QPointF(x, y - r)]))
            case _:
                self.painter.drawPolygon(QPolygonF([QPointF(x - r, y), QPointF(x, y - r), QPointF(x + r, y), QPointF(x, y + r)]))

    def sentence(self, rect: QRectF, words: str, size: float = 18) -> None:
        """Why there is nothing to draw, in the middle of the place."""
        self.painter.setFont(self.font(size))
        self.painter.setPen(self.look.quiet)
        self.painter.drawText(rect, int(Qt.AlignCenter | Qt.TextWordWrap), said(words))


@dataclass(frozen=True, slots=True)
class Axis:
    """From `low` to `high`; `log` for ratios. `ticks` are (value, words)."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    label: str = ""
    log: bool = False

    def place(self, value: float, start: float, end: float) -> float:
        """Where a value lies between two places; what is outside lies on the edge."""
        if self.log:
            at = (log10(max(value, 1e-300)) - log10(self.low)) / (log10(self.high) - log10(self.low)) if value > 0 else 0.0
        else:
            at = (value - self.low) / (self.high - self.low)
        return start + min(1.0, max(0.0, at)) * (end - start)


def linear(low: float, high: float, label: str = "", *, words: Callable[[float], str] | None = None, steps: int = 5) -> Axis:
    """An axis that holds both ends, with round ticks; it widens to the nearest ones."""
    if not high > low:
        high = low + 1
    step = _round_step((high - low) / steps)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    ticks = [index * step for index in range(first, last + 1)]
    decimals = next((places for places in range(9) if abs(round(step, places) - step) < step * 1e-6), 9)
    told = words or (lambda value: f"{value:.{decimals}f}".replace("-", "−"))
    return Axis(first * step, last * step, tuple((tick, told(tick)) for tick in ticks), label)


def ratio_axis(low: float, high: float, label: str = "") -> Axis:
    """A logarithmic axis for ratios that always holds 1."""
    low, high = max(0.02, min(low, 0.5)), min(50.0, max(high, 2.0))
    wanted = [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50]
    start = max(one for one in wanted if one <= low)
    end = min(one for one in wanted if one >= high)
    return Axis(start, end, tuple((tick, f"{tick:g}") for tick in wanted if start <= tick <= end), label, log=True)


def _round_step(rough: float) -> float:
    power = 10.0 ** floor(log10(rough))
    return next(factor * power for factor in (1, 2, 2.5, 5, 10, inf) if factor * power >= rough * 0.999)


@dataclass(frozen=True, slots=True)
class Frame:
    """The place of a plot, and its two axes."""

    rect: QRectF
    across: Axis
    up: Axis

    def at(self, x: float, y: float) -> QPointF:
        """A point of the data on the medium."""
        return QPointF(self.x(x), self.y(y))

    def x(self, value: float) -> float:
        """Across."""
        return self.across.place(value, self.rect.left(), self.rect.right())

    def y(self, value: float) -> float:
        """Up."""
        return self.up.place(value, self.rect.bottom(), self.rect.top())


def draw_axes(canvas: Canvas, frame: Frame, *, up: bool = True) -> None:
    """Two lines, ticks with their words, the axes' names."""
    rect, look = frame.rect, canvas.look
    canvas.stroke([rect.bottomLeft(), rect.bottomRight()], look.line, 1.5)
    for value, words in frame.across.ticks:
        x = frame.x(value)
        canvas.stroke([QPointF(x, rect.bottom()), QPointF(x, rect.bottom() + canvas.px(6))], look.line, 1.5)
        canvas.text(x, rect.bottom() + canvas.px(20), words, 16, look.quiet, 0.5)
    canvas.text(rect.center().x(), rect.bottom() + canvas.px(42), frame.across.label, 16, look.quiet, 0.5)
    if not up:
        return
    canvas.stroke([rect.topLeft(), rect.bottomLeft()], look.line, 1.5)
    for value, words in frame.up.ticks:
        y = frame.y(value)
        canvas.stroke([QPointF(rect.left() - canvas.px(6), y), QPointF(rect.left(), y)], look.line, 1.5)
        canvas.text(rect.left() - canvas.px(12), y, words, 16, look.quiet, 1)
    canvas.text(rect.left() + canvas.px(8), rect.top() - canvas.px(14), frame.up.label, 16, look.quiet, 0)


def inner(canvas: Canvas, rect: QRectF, up: Axis, *, below: float = 54) -> QRectF:
    """What the axes leave of a place."""
    left = max((canvas.width(words, 16) for _, words in up.ticks), default=0.0) + canvas.px(18)
    return QRectF(
        rect.left() + left, rect.top() + canvas.px(28), rect.width() - left - canvas.px(22), rect.height() - canvas.px(28 + below)
    )
