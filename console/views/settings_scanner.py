"""How the microwave scanner scans: pixels, frequencies, settling, diffusion of carriers; and how long a face then takes."""

from __future__ import annotations

from PyQt5.QtWidgets import QVBoxLayout, QWidget

from algorithms.microwave.stopping import STUDY, Pace
from console.settings import Settings
from console.widgets.choice import Choice
from console.widgets.label import Label
from console.widgets.room import Room
from console.widgets.scale import Scale
from devices.projector import CARRIER_LIFETIME_S

CHOICES = (
    ("scan_pixels", "Pixels a side of a 100 mm field", (16, 32, 64, 128)),
    ("scan_points", "Frequencies, 11 to 20 GHz", (51, 101, 201, 401)),
    ("settling_lifetimes", "Wait after each mask, in lifetimes of the carriers", (1, 3, 5, 8)),
    ("reference_repeats", "Reference scans that are averaged", (1, 2, 3, 5)),
    ("diffusion_um", "Carriers wander, undone in the map, µm", (0, 500, 1000, 1500)),
)
QUARTER = 4


class ScannerPane(QWidget):
    """ScannerPane(room)."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        scale: Scale = room.scale
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space)
        self.choices: dict[str, Choice] = {}
        for name, caption, values in CHOICES:
            choice = Choice(caption, scale, tuple((str(value), str(value)) for value in values))
            choice.chosen.connect(lambda value, name=name: self._choose(name, int(value)))
            column.addWidget(choice)
            self.choices[name] = choice
        self.time = Label("", scale, 20, wrap=True)
        self.note = Label("Another number of pixels or frequencies needs a new reference scan.", scale, 18, tone="quiet", wrap=True)
        column.addWidget(self.time)
        column.addWidget(self.note)
        column.addStretch(1)
        self._show(room.settings)
        room.scan_changed.connect(self._show_time)

    def _choose(self, name: str, value: int) -> None:
        self._room.do(lambda service, session: service.change_setting(session, name, value), self._show, self._refused)

    def _refused(self, sentence: str) -> None:
        self._show(self._room.settings)
        self._room.say(sentence)

    def _show(self, settings: Settings) -> None:
        self._room.settings = settings
        for name, choice in self.choices.items():
            choice.set_value(str(getattr(settings, name)))
        self._show_time()

    def _show_time(self) -> None:
        measured = self._room.scanning.measured if self._room.scanning is not None else None
        self.time.setText(time_words(self._room.settings, measured))


def time_words(settings: Settings, measured: Pace | None) -> str:
    """How long a face and its reference take; `measured` is this scanner's own pace, without settling."""
    pace = measured or STUDY
    settle_s = settings.settling_lifetimes * CARRIER_LIFETIME_S
    pairs, points = settings.scan_pixels**2, settings.scan_points
    face_s = pace.seconds(pairs, points) + 2 * pairs * settle_s
    source = "as measured in this scanner's last scan" if measured else "as in the study, until this scanner's own pace was measured"
    reference_s = settings.reference_repeats * pace.seconds(pairs, points) + 2 * pairs * settle_s
    whole, quarter, reference = (_minutes(seconds) for seconds in (face_s, face_s / QUARTER, reference_s))
    return f"A face takes {whole}, a quarter of its patterns {quarter}; the reference {reference} ({source})."


def _minutes(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 100 else f"{seconds / 60:.0f} min"
