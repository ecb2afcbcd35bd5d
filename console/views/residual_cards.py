"""The cards of the residual screen: the verdict, what the check can and cannot see, the camera's state, and how far the check is."""

from __future__ import annotations

from PyQt5.QtCore import QRectF, Qt
from PyQt5.QtGui import QFont, QPainter, QPaintEvent
from PyQt5.QtWidgets import QSizePolicy, QWidget

from algorithms.fluorescence.comparison import difference_of
from algorithms.fluorescence.model import CameraState, Finding, Outcome
from console.acquisition.checking import FRAMES, Judged
from console.widgets import theme
from console.widgets.card import Card
from console.widgets.label import FittedLabel, Label
from console.widgets.scale import Scale

PADDING = 16
HEADLINES = {
    Outcome.RESIDUAL: ("◆ Residual signal", "positive"), Outcome.FAINT: ("◐ Faint, look", "close"),
    Outcome.NONE_ABOVE_LIMIT: ("○ None above the stated limit", "clear"), Outcome.CANNOT_JUDGE: ("? Cannot judge", ""),
}  # fmt: skip


class VerdictCard(Card):
    """One verdict, where and how large."""

    def __init__(self, scale: Scale) -> None:
        super().__init__("", scale, padding=PADDING)
        self.headline = Label("", scale, 20, QFont.Bold)
        self.where = FittedLabel("", scale, 32, QFont.Bold)
        self.where.setMinimumHeight(scale.px(72))
        self.detail = FittedLabel("", scale, 18, tone="quiet")
        self.detail.setMinimumHeight(scale.px(48))
        for part, stretch in ((self.headline, 0), (self.where, 3), (self.detail, 2)):
            self.add(part, stretch)

    def show_nothing(self, subject: str, words: str) -> None:
        """No check of this yet, or one that gathers its frames."""
        self.set_tone("")
        self.headline.setText(f"{subject.capitalize()} check")
        self.headline.set_tone("text")
        self.where.set_whole(words or "Not checked yet")
        self.detail.set_whole("" if words else "Hold the camera still above it, then tap Check.")

    def show_finding(self, finding: Finding, where: str, note: str) -> None:
        """What was found; `where` the first region, in words."""
        words, tone = HEADLINES[finding.outcome]
        self.set_tone(tone)
        self.headline.setText(words)
        self.headline.set_tone(tone or "text")
        self.where.set_whole(where)
        self.detail.set_whole(note)


class LimitCard(Card):
    """What this check can see, measured on these very frames, and how often it errs."""

    def __init__(self, scale: Scale) -> None:
        super().__init__("What this check can see", scale, padding=PADDING)
        self.words = FittedLabel("", scale, 18)
        self.words.setMinimumHeight(scale.px(68))
        self.add(self.words, 1)

    def show_finding(self, finding: Finding | None) -> None:
        """Its limits; before a check, how it will be."""
        if finding is None:
            self.words.set_whole("Ten frames, registered. The limit is measured on them and stands here.")
            return
        alarms = f"False alarms {finding.false_alarm_per_frame * 1e4:.1f} in 10 000 frames, on simulated tissue"
        if finding.limit is None:
            self.words.set_whole(f"Nothing was judged. {alarms}")
            return
        limit = finding.limit
        seen = f"≥ {limit.contrast_5_mm:.2f} × background if 5 mm wide, ≥ {limit.contrast_2_8_mm:.2f} × if 2.8 mm"
        self.words.set_whole(f"Signal {seen}\nLight from deeper than a few mm does not come through\n{alarms}")


class StateCard(Card):
    """What the comparison depends on: camera and calibration, against the reference."""

    def __init__(self, scale: Scale) -> None:
        super().__init__("Camera state", scale, padding=PADDING)
        self.words = FittedLabel("", scale, 18, tone="quiet")
        self.words.setMinimumHeight(scale.px(60))
        self.add(self.words, 1)

    def show_states(self, now: CameraState | None, reference: Judged | None, more: str) -> None:
        """Exposure, gain, distance, flip; ✓ where the reference has the same."""
        if now is None:
            self.title.setText("Camera state")
            self.words.set_whole(more or "No picture yet")
            return
        before = reference.taken.state if reference is not None else None
        differs = difference_of(before, now) if before is not None else ""
        self.title.setText("No reference to compare with" if before is None else
                           "Camera differs from the reference" if differs else "Camera state matches the reference")  # fmt: skip
        self.words.set_whole(
            " · ".join(part for part in (*state_words(before, now), f"Differs: {differs}" if differs else "", more) if part)
        )


def state_words(before: CameraState | None, now: CameraState) -> list[str]:
    """«Exposure 20 ms ✓»; without a tick where nothing is known to compare with."""
    found = []
    for name, unit, one, other in (
        ("Exposure", " ms", before.exposure_ms if before else None, now.exposure_ms),
        ("gain", " dB", before.gain_db if before else None, now.gain_db),
        ("distance", " mm", before.distance_mm if before else None, now.distance_mm),
        ("flip", "", before.flip if before else None, now.flip),
    ):
        shown = f"{other:g}" if isinstance(other, float) else other
        same = " ✓" if one is not None and other is not None and one == other else ""
        found.append(f"{name} {'not known' if other is None else f'{shown}{unit}'}{same}")
    return found


class Steps(QWidget):
    """Ten short bars, filled as the frames come."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._gap = scale.px(9)
        self.done = 0
        self.setFixedHeight(scale.px(14))
        self.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Fixed)

    def show_done(self, done: int) -> None:
        """So many of ten."""
        if done != self.done:
            self.done = done
            self.update()

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: ARG002 - Qt's signature
        """Filled or not."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.Antialiasing)
        painter.setPen(Qt.NoPen)
        width = (self.width() - (FRAMES - 1) * self._gap) / FRAMES
        for number in range(FRAMES):
            painter.setBrush(theme.GOOD if number < self.done else theme.KEY_LINE)
            painter.drawRoundedRect(QRectF(number * (width + self._gap), 0, width, self.height()), self.height() / 2, self.height() / 2)
        painter.end()


class StepsCard(Card):
    """How far the check is."""

    def __init__(self, scale: Scale) -> None:
        super().__init__("", scale, padding=PADDING)
        self.steps, self.words = Steps(scale), Label("", scale, 18, tone="quiet")
        self.add(self.steps)
        self.add(self.words)

    def show_progress(self, done: int, words: str) -> None:
        """Frames so far, and the line below."""
        self.steps.show_done(done)
        self.words.setText(words)
