"""The cards beside the map: what was found, how the scan goes and what stopping now would cost, and the spectrum under the finger."""

from __future__ import annotations

import math
from datetime import tzinfo

from PyQt5.QtCore import QRectF, Qt
from PyQt5.QtGui import QFont, QPainter, QPaintEvent
from PyQt5.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from algorithms.faces import Face
from algorithms.margins.model import MarginClass
from algorithms.microwave.analysis import Analysis
from algorithms.microwave.model import CLOSE_BELOW_MM, Zone
from algorithms.microwave.outlines import outlines
from console.acquisition.growing_map import Spectrum
from console.acquisition.scan import Progress, ScanState
from console.acquisition.scanning import Sight
from console.cases.microwave_log import class_of
from console.cases.model import Reading
from console.widgets import theme
from console.widgets.card import Card
from console.widgets.label import BigNumber, FittedLabel, Label
from console.widgets.scale import Scale
from console.widgets.spectrum_plot import SpectrumPlot

HEADLINES = {
    MarginClass.POSITIVE: "◆ Positive region", MarginClass.CLOSE: "◐ Close margin", MarginClass.NEGATIVE: "○ Clear to 2 mm",
    MarginClass.UNKNOWN: "– Nothing could be judged",
}  # fmt: skip
TONES = {MarginClass.POSITIVE: "positive", MarginClass.CLOSE: "close", MarginClass.NEGATIVE: "clear"}
PADDING = 16  # three cards above two rows of fingers, on the smallest screen
LEAST_TIMES, MOST_TIMES = 1.05, 1000
APART_MM = 0.2  # nearer depths are not another answer
STABLE_MM = 0.1
NEGLIGIBLE_MM2 = 10.0  # of a face's thousands: less than a 5 × 2 mm strip


class ResultCard(Card):
    """The class, the smallest depth, and how sure that is."""

    def __init__(self, scale: Scale) -> None:
        super().__init__("", scale, padding=PADDING)
        self.headline = Label("", scale, 19, QFont.DemiBold, wrap=True)
        self.number = BigNumber(scale, 50)
        self.detail = FittedLabel("", scale, 18, tone="quiet")
        self.detail.setMinimumHeight(scale.px(50))
        for part in (self.headline, self.number, self.detail):
            self.add(part)

    def show_nothing(self, face: Face, words: str) -> None:
        """No map of this face."""
        self.set_tone("")
        self.headline.setText(f"{face.value.capitalize()} face")
        self.headline.set_tone("text")
        self.number.show_value("–")
        self.detail.set_whole(words)

    def show_analysis(self, analysis: Analysis, face: Face, note: str) -> None:
        """What was found on this face; `note` says whether it is signed, imported or still growing."""
        found = class_of(analysis)
        grave = [doubt.sentence for doubt in analysis.doubts if doubt.grave]
        self.set_tone("" if grave else TONES.get(found, ""))
        self.headline.setText("? Not to be trusted" if grave else f"{HEADLINES[found]}, {face.value} face")
        self.headline.set_tone("text" if grave else theme.MARKS[found].tone)
        self.number.show_value(least_words(analysis), "mm")
        self.detail.set_whole(" ".join(grave or [f"{detail(analysis)}.", note]).strip())


def least_words(analysis: Analysis) -> str:
    """The smallest depth, as it may be said."""
    least = analysis.finding.minimum_depth_mm
    if least is None:
        return "–"
    if class_of(analysis) is MarginClass.POSITIVE:
        return "0.0"
    return "≥ 2" if least >= CLOSE_BELOW_MM - 1e-9 else f"{least:.1f}"


def detail(analysis: Analysis) -> str:
    """«1 region, 31 mm²; next best depth 1.9 mm is 14× less likely»."""
    found = class_of(analysis)
    if found is MarginClass.NEGATIVE:
        return f"{analysis.finding.negative_mm2:.0f} mm² judged, all 2 mm or more"
    zone = Zone.POSITIVE if found is MarginClass.POSITIVE else Zone.CLOSE
    regions = outlines(analysis.map, zone)
    if not regions:
        return "Every pixel is masked"
    area = sum(one.area_mm2 for one in regions)
    place = min(regions, key=lambda one: one.least_mm).place
    count = f"{len(regions)} region{'' if len(regions) == 1 else 's'}, {area:.0f} mm²"
    times, second = math.exp(min(float(analysis.map.gap[place]), 20.0)), float(analysis.map.second_mm[place])
    if times < LEAST_TIMES or abs(second - float(analysis.map.shown_mm[place])) < APART_MM:
        return count
    likely = f"over {MOST_TIMES}×" if times > MOST_TIMES else f"{times:.0f}×" if times >= 2 else f"{times:.1f}×"
    return f"{count}; next best depth {second:.1f} mm is {likely} less likely"


class Bar(QWidget):
    """How much of a scan is done."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self.share = 0.0
        self.setFixedHeight(scale.px(14))
        self.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Fixed)

    def show_share(self, share: float) -> None:
        """0 to 1."""
        self.share = share
        self.update()

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: ARG002 - Qt's signature
        """A rounded bar in a rounded groove."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.Antialiasing)
        painter.setPen(Qt.NoPen)
        for width, ink in ((1.0, theme.KEY_LINE), (self.share, theme.FOCUS)):
            painter.setBrush(ink)
            if width > 0:
                painter.drawRoundedRect(
                    QRectF(0, 0, max(self.height(), self.width() * width), self.height()), self.height() / 2, self.height() / 2
                )
        painter.end()


class ScanCard(Card):
    """Patterns, time to go, and what stopping now would cost; or what to do next."""

    def __init__(self, scale: Scale) -> None:
        super().__init__("Scan", scale, padding=PADDING)
        self.count, self.left, self.bar = Label("", scale, 20), Label("", scale, 20, QFont.Bold), Bar(scale)
        self.words = FittedLabel("", scale, 18, tone="quiet")
        self.words.setMinimumHeight(scale.px(64))
        row = QHBoxLayout()
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.left)
        for part in (row, self.bar, self.words):
            self.add(part)

    def show_idle(self, count: str, words: str) -> None:
        """No scan."""
        self.title.setText("Scan")
        self.count.setText(count)
        self.left.setText("")
        self.bar.show_share(0.0)
        self.words.set_whole(words)

    def show_progress(self, title: str, progress: Progress, words: str) -> None:
        """A scan as it stands."""
        self.title.setText(title)
        self.count.setText(f"{spaced(progress.shown)} of {spaced(progress.of)} patterns")
        seconds = progress.seconds_left if progress.state is ScanState.RUNNING else None
        self.left.setText(clock(seconds) if seconds is not None else "" if progress.state is ScanState.RUNNING else progress.state.value)
        self.bar.show_share(progress.shown / progress.of)
        self.words.set_whole(progress.sentence or words)


LOOKING_AGAIN = "Its most doubtful part, in finer pixels. The map so far is kept; in that part, the surer of the two will speak."


def stopping_words(sight: Sight, pairs_of: int) -> str:
    """What stopping now would cost."""
    cost = sight.cost
    if cost is None:
        return "The first map comes after a few seconds. Every pattern is kept as it comes."
    if sight.analysed >= pairs_of:
        return f"Every pattern was shown. Intervals ±{cost.interval_mm / 2:.2f} mm."
    moved = "" if sight.moved_mm is None else f"{sight.moved_mm:.2f} mm change lately. "
    calm = cost.changed_mm2 < NEGLIGIBLE_MM2 and sight.changed == 0
    stable = "Map already stable: " if calm and sight.moved_mm is not None and sight.moved_mm < STABLE_MM else ""
    price = "keeps every class." if calm else f"leaves about {cost.changed_mm2:.0f} mm² in the wrong class."
    return f"{stable}{moved}Stopping now {price} ±{cost.interval_mm / 2:.2f} mm now, ±{cost.final_interval_mm / 2:.2f} at the end."


class SpectrumCard(Card):
    """Measured and modelled under the finger."""

    def __init__(self, scale: Scale) -> None:
        super().__init__("Depth under the finger", scale, padding=PADDING)
        self.plot = SpectrumPlot(scale)
        self.words = Label("", scale, 18, tone="quiet")
        self.add(self.plot, 1)
        self.add(self.words)
        self.show_hint()

    def show_hint(self) -> None:
        """Nothing touched yet."""
        self.plot.clear()
        self.words.setText("Touch the map to see a place's spectrum")

    def show_place(self, spectrum: Spectrum | None, words: str) -> None:
        """One pixel; without raw readings only its depth."""
        if spectrum is None:
            self.plot.clear()
            self.words.setText(words)
            return
        self.plot.show_curves(spectrum.frequency_hz, spectrum.measured, spectrum.modelled)
        self.words.setText(f"measured – – modelled · {words}")


def place_words(analysis: Analysis, row: int, column: int) -> str:
    """«0.31 ± 0.06 mm»."""
    found = analysis.map
    if found.masked[row, column]:
        return "no specimen here"
    depth = float(found.shown_mm[row, column])
    half = float(found.high_mm[row, column] - found.low_mm[row, column]) / 2
    return "≥ 2 mm" if depth >= CLOSE_BELOW_MM - 1e-9 else f"{depth:.2f} ± {half:.2f} mm"


def lying_words(face: Face, down: Face | None) -> str:
    """What the marks say against scanning this face as the specimen lies; empty where nothing does."""
    if down is None or down is face:
        return ""
    return f"As its marks are written, the specimen lies on its {down.value} face. Turn it over, or choose {down.value}."


def hint(face: Face, there: bool, running: bool, signed: bool, referenced: bool) -> str:
    """What stands in the place of a map that is not there."""
    if not there:
        return "This console has no scanner."
    if running:
        return "The map begins after a few patterns."
    if signed:
        return "Opening the map…"
    if not referenced:
        return "Take a reference scan first: the plate empty, nothing on it."
    return f"Lay the {face.value} face on the plate, its superior or anterior edge at the top, then tap Scan."


def signed_words(reading: Reading | None, zone: tzinfo | None) -> str:
    """Who signed, and when."""
    return f"Signed {reading.taken_at.astimezone(zone):%H:%M} by {reading.by}." if reading is not None else ""


def spaced(number: int) -> str:
    """8 192."""
    return f"{number:,}".replace(",", "\u202f")


def clock(seconds: float) -> str:
    """4:51."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"
