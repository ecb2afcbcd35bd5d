"""The cards beside the live picture: the lesion's size, the approach clock, and the light of a tapped place over time."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt5.QtCore import QPointF
from PyQt5.QtGui import QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PyQt5.QtWidgets import QGridLayout, QSizePolicy, QWidget

from algorithms.fluorescence.live import Glow
from console.acquisition.camera_feed import FeedState, FeedStatus
from console.acquisition.eye import View
from console.cases.course import Clock
from console.widgets.card import Card
from console.widgets.image_canvas import Delay
from console.widgets.image_sketch import LIME
from console.widgets.label import BigNumber, FittedLabel, Label
from console.widgets.scale import Scale

PADDING = 16
MINUS = "−"


class LesionCard(Card):
    """The largest place that glows: its axes, how bright it is, and how many injection sites are seen."""

    def __init__(self, scale: Scale) -> None:
        super().__init__("Lesion", scale, padding=PADDING)
        self.axes = BigNumber(scale, 50)
        self.ratio, self.sites = Label("–", scale, 30, QFont.Bold), Label("–", scale, 30, QFont.Bold)
        self.words = FittedLabel("", scale, 17, tone="quiet")
        self.words.setMinimumHeight(scale.px(44))
        grid = QGridLayout()
        grid.setSpacing(scale.px(2))
        for column, (title, value) in enumerate((("Signal / background", self.ratio), ("Injection sites", self.sites))):
            grid.addWidget(Label(title, scale, 17, tone="quiet"), 0, column)
            grid.addWidget(value, 1, column)
        self.add(self.axes)
        self.add(grid)
        self.add(self.words, 1)

    def show_lesion(self, glow: Glow | None, sites: int, scaled: bool, words: str) -> None:
        """The lesion of this moment; without a scale its size is not said."""
        if glow is None:
            self.axes.show_value("–")
        elif scaled:
            self.axes.show_value(f"{glow.major_mm:.1f} × {glow.minor_mm:.1f}", "mm")
        else:
            self.axes.show_value("no scale")
        self.ratio.setText(f"{glow.signal_to_background:.1f}" if glow is not None else "–")
        self.sites.setText(str(sites) if sites else "–")
        self.words.set_whole(words)


class CurveLine(QWidget):
    """Light over time, from the tap on; without numbers on its axes, because digital numbers are not concentration."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._scale = scale
        self.points: tuple[tuple[float, float], ...] = ()
        self.setMinimumHeight(scale.px(46))
        self.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Expanding)

    def show_points(self, points: Sequence[tuple[float, float]]) -> None:
        """Seconds and light."""
        self.points = tuple(points)
        self.update()

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: ARG002 - Qt's signature
        """A lime line from left to right."""
        if len(self.points) < 2:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.Antialiasing)
        painter.setPen(QPen(LIME, self._scale.px(3)))
        first, last = self.points[0][0], self.points[-1][0]
        top = max(*(light for _, light in self.points), 1e-6)
        edge = self._scale.px(4)
        wide, high = self.width() - 2 * edge, self.height() - 2 * edge
        painter.drawPolyline(
            QPolygonF([
                QPointF(edge + (at - first) / max(last - first, 1e-6) * wide, edge + high * (1 - max(light, 0.0) / top))
                for at, light in self.points
            ])
        )  # fmt: skip
        painter.end()


class ApproachCard(Card):
    """Time since the incision, and below it the curve of the tapped place."""

    def __init__(self, scale: Scale) -> None:
        super().__init__("Approach time since incision", scale, padding=PADDING)
        self.number = BigNumber(scale, 50)
        self.words = FittedLabel("", scale, 17, tone="quiet")
        self.words.setMinimumHeight(scale.px(24))
        self.curve = CurveLine(scale)
        self.add(self.number)
        self.add(self.curve, 1)
        self.add(self.words)

    def show_clock(self, clock: Clock | None) -> None:
        """«13:02», or what is missing."""
        if clock is None:
            self.number.show_value("–")
        elif clock.span is None:
            self.number.show_value("check times")
        else:
            minutes, seconds = divmod(int(clock.span.total_seconds()), 60)
            self.number.show_value(f"{minutes}:{seconds:02d}", "" if clock.running else "stopped")

    def show_place(self, view: View | None, points: Sequence[tuple[float, float]], peak_after_s: float | None) -> None:
        """The tapped place."""
        self.curve.show_points(points)
        if view is None or view.light is None:
            self.words.set_whole("Touch the picture for a place's light over time")
            return
        percent = f" · {view.percent:.0f} % of the reference" if view.percent is not None else ""
        peak = f" · brightest after {peak_after_s:.0f} s" if peak_after_s is not None else ""
        self.words.set_whole(f"Light {f'{view.light:.0f}'.replace('-', MINUS)}{percent}{peak}")


def stream_words(status: FeedStatus, delay: Delay | None, skipped: int) -> str:
    """«60 fps · 7 ms, at most 12 · 0 dropped»: the median and the 99th percentile from arrival to the end of painting."""
    dropped = status.dropped + status.missed + status.lost + skipped
    late = f" · {delay.median_ms:.0f} ms, at most {delay.p99_ms:.0f}" if delay is not None else ""
    return f"{status.frames_per_s:.0f} fps{late} · {dropped} dropped"


def absence_words(status: FeedStatus) -> str:
    """What stands in the place of a picture that is not there."""
    if status.state is FeedState.NO_CAMERA:
        return "No camera is connected. It is looked for by itself; its address is in the settings."
    if status.state is FeedState.STARTING:
        return "The camera is starting…"
    return status.sentence or "The picture begins in a moment."


def silence_words(status: FeedStatus) -> str:
    """Why the picture that is there is not the newest."""
    if status.state is FeedState.LIVE:
        return "Frames come, and this computer is too busy to show them. It goes on by itself."
    return absence_words(status)
