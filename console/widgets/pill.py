"""How a device is, in a shape and a word: what the bar at the top says of camera, VNA, scanner and PACS."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PyQt5.QtCore import Qt
from PyQt5.QtGui import QFontMetrics
from PyQt5.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from console.widgets import theme
from console.widgets.label import Label
from console.widgets.scale import Scale
from console.words import said


class Condition(StrEnum):
    """Of a device, in the words of the screen."""

    CONNECTED = "connected"
    CONNECTING = "connecting"
    ABSENT = "not connected"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class DeviceState:
    """One device: `key` is the setting that holds its address; `detail` a few words such as «60 fps», or why it failed."""

    key: str
    title: str
    condition: Condition
    address: str = ""
    detail: str = ""


SHAPES: dict[Condition, tuple[str, str]] = {
    Condition.CONNECTED: ("●", "good"),
    Condition.CONNECTING: ("◐", "focus"),
    Condition.ABSENT: ("○", "close"),
    Condition.FAILED: ("◆", "positive"),
}


class Pill(QFrame):
    """Shape and words in a rounded frame."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self.setProperty("role", "pill")
        self.setSizePolicy(QSizePolicy.Fixed, QSizePolicy.Fixed)
        self._shape = Label("", scale, 16)
        self._words = Label("", scale, 18)
        row = QHBoxLayout(self)
        row.setContentsMargins(scale.px(14), scale.px(6), scale.px(14), scale.px(6))
        row.setSpacing(scale.px(8))
        row.addWidget(self._shape, 0, Qt.AlignVCenter)
        row.addWidget(self._words)

    def show_words(self, condition: Condition, words: str) -> None:
        """Say it."""
        glyph, tone = SHAPES[condition]
        self._shape.setText(glyph)
        self._shape.set_tone(tone)
        self._words.setText(words)

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()


def strip_width(words: list[str], scale: Scale) -> int:
    """Window pixels that pills with these words take side by side; reckoned, because Qt's own hints lag behind a change of words."""
    shape, text = QFontMetrics(theme.font(scale, 16)), QFontMetrics(theme.font(scale, 18))
    frame = 2 * scale.px(14) + scale.px(8) + max(shape.horizontalAdvance(glyph) for glyph, _ in SHAPES.values())
    return sum(text.horizontalAdvance(said(one)) + frame + 4 for one in words) + max(0, len(words) - 1) * scale.px(10)


class PillStrip(QWidget):
    """The devices side by side; where there is no room for all, those that are well are counted together."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._scale = scale
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(scale.px(10))
        self.setSizePolicy(QSizePolicy.Fixed, QSizePolicy.Fixed)

    def show_devices(self, devices: tuple[DeviceState, ...], *, brief: bool) -> None:
        """One pill a device; `brief` counts the connected ones in one pill and leaves those without an address out."""
        well = [device for device in devices if device.condition is Condition.CONNECTED]
        others = [device for device in devices if device.condition is not Condition.CONNECTED and (device.address or not brief)]
        pills = [(device.condition, _words(device)) for device in (others if brief else devices)]
        if brief and well:
            simulated = " simulated" if any(device.detail == "simulated" for device in well) else ""
            pills.insert(0, (Condition.CONNECTED, f"{len(well)} {'device' if len(well) == 1 else 'devices'}{simulated}"))
        self._keep(len(pills))
        for pill, (condition, words) in zip(self.pills, pills, strict=True):
            pill.show_words(condition, words)
        self.setVisible(bool(pills))

    @property
    def needed_width(self) -> int:
        """What is shown takes, in window pixels."""
        return strip_width([pill.words for pill in self.pills], self._scale)

    @property
    def pills(self) -> list[Pill]:
        """Left to right."""
        items = (self._row.itemAt(i) for i in range(self._row.count()))
        return [pill for item in items if item and isinstance(pill := item.widget(), Pill)]

    def _keep(self, count: int) -> None:
        for pill in self.pills[count:]:
            self._row.removeWidget(pill)
            pill.hide()
            pill.deleteLater()
        for _ in range(count - len(self.pills)):
            pill = Pill(self._scale)
            self._row.addWidget(pill)
            pill.show()  # or its layout would count it only after the next turn of the event loop


def _words(device: DeviceState) -> str:
    if device.condition is Condition.CONNECTED:
        return f"{device.title} {device.detail}".strip()
    return f"{device.title} {device.condition.value}"
