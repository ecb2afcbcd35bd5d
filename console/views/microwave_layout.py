"""Where things stand on the microwave screen: map and faces at the left, cards and four buttons at the right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PyQt5.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from algorithms.faces import Face
from algorithms.margins.model import MarginClass
from console.acquisition.scan import ScanState
from console.acquisition.scanning import Scanning
from console.views.microwave_panels import ResultCard, ScanCard, SpectrumCard, clock
from console.views.results_radiograph_panels import Picker
from console.widgets import theme
from console.widgets.card import Card
from console.widgets.choice import Choice
from console.widgets.depth_map import DepthMap
from console.widgets.scale import Scale
from console.widgets.touch_button import HoldButton, TouchButton

ENDED = frozenset({ScanState.COMPLETE, ScanState.STOPPED})


@dataclass(frozen=True, slots=True)
class Standing:
    """What the buttons depend on: the state of the scan that there is, whether it is a reference, an import to be signed, work going on."""

    state: ScanState | None
    is_reference: bool
    pending: bool
    busy: bool
    referenced: bool
    there: bool
    again_s: float | None = None  # how long a second look would take; None where none is offered

    @property
    def free(self) -> bool:
        """Whether something new may begin."""
        return self.there and self.state is None and not self.pending and not self.busy


def standing_of(scanning: Scanning | None, *, pending: bool, busy: bool, referenced: bool) -> Standing:
    """What the scanner does now, beside what the screen knows."""
    run = scanning.run if scanning is not None else None
    offer = scanning.offered() if scanning is not None else None
    state, empty = (run.progress.state, run.file.subject.is_reference) if run is not None else (None, False)
    return Standing(state, empty, pending, busy, referenced, scanning is not None, offer.seconds if offer is not None else None)


class MicrowaveLayout(QWidget):
    """The parts, and which of the buttons may be tapped."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        body = QHBoxLayout(self)
        body.setContentsMargins(*(scale.px(22),) * 4)
        body.setSpacing(scale.px(22))
        body.addWidget(self._build_left(scale), 72)
        body.addLayout(self._build_right(scale), 28)

    def _build_left(self, scale: Scale) -> QWidget:
        left = Card("", scale, padding=18)
        self.map, self.picker, self.stage = DepthMap(scale), Picker(scale), QStackedWidget()
        self.picker.title.setText("Take a scan into this case")
        self.map_page = self.map
        for page in (self.map, self.picker):
            self.stage.addWidget(page)
        self.faces = Choice("", scale, tuple((face.value, face.value.capitalize()) for face in Face))
        self.specimen, self.layer = TouchButton("Specimen 1", scale, size=19), TouchButton("Uncertainty", scale, checkable=True, size=19)
        foot = QHBoxLayout()
        foot.setSpacing(scale.space)
        foot.addWidget(self.specimen)
        foot.addWidget(self.faces, 6)
        foot.addWidget(self.layer)
        left.add(self.stage, 1)
        left.add(foot)
        return left

    def _build_right(self, scale: Scale) -> QVBoxLayout:
        self.result, self.scan, self.spectrum = ResultCard(scale), ScanCard(scale), SpectrumCard(scale)
        self.go, self.use = TouchButton("Scan", scale), TouchButton("Use map", scale, "primary")
        self.reference, self.importing = TouchButton("Reference scan", scale), TouchButton("Import…", scale)
        self.discard = HoldButton("Hold to discard", scale, "danger")
        grid = QGridLayout()
        grid.setSpacing(scale.space)
        self.again = TouchButton("Look again", scale)
        cells = ((self.go,), (self.use,), (self.reference, self.again), (self.importing, self.discard))
        for place, buttons in enumerate(cells):  # of two in one place, one is hidden
            cell = QHBoxLayout()
            cell.setSpacing(0)
            for button in buttons:
                cell.addWidget(button)
            grid.addLayout(cell, place // 2, place % 2)
        self.again.hide()
        self.discard.hide()
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        right = QVBoxLayout()
        right.setSpacing(max(scale.space, scale.px(16)))
        right.addWidget(self.result)
        right.addWidget(self.scan)
        right.addWidget(self.spectrum, 1)
        right.addLayout(grid)
        return right

    def show_faces(self, shown: Face, said: Mapping[Face, MarginClass], specimen: int | None) -> None:
        """The face that is shown is lit, and each that was signed has its mark; the piece of tissue, where there are several."""
        self.faces.set_value(shown.value)
        for face in Face:
            mark = theme.MARKS[said[face]].glyph + " " if face in said else ""
            self.faces.buttons[face.value].setText(mark + face.value.capitalize())
            self.faces.buttons[face.value].setAccessibleName(face.value.capitalize())
        self.specimen.setVisible(specimen is not None)
        self.specimen.setText(f"Specimen {specimen}")

    def show_files(self, found: tuple[Path, tuple[Path, ...]]) -> None:
        """Scan files that may be taken in."""
        self.picker.show_files(found)
        self.picker.where.setText(f"Scans are taken from {found[0]}: HDF5, MATLAB v7.3 or npz.")

    def show_buttons(self, now: Standing) -> None:
        """Four buttons; the one that is expected next is lit."""
        going = now.state in {ScanState.RUNNING, ScanState.PAUSED}
        self.go.setText({ScanState.RUNNING: "Pause", ScanState.PAUSED: "Resume"}.get(now.state, "Scan") if now.state else "Scan")
        self.go.setEnabled(not now.busy and (going or (now.free and now.referenced)))
        _light(self.go, (now.free and now.referenced) or now.state is ScanState.PAUSED)
        self.use.setText("Stop" if now.is_reference else "Stop and use map" if going else "Use map")
        self.use.setEnabled(not now.busy and (now.pending or now.state is not None))
        _light(self.use, self.use.isEnabled() and now.state is not ScanState.PAUSED)
        self.reference.setEnabled(now.free)
        _light(self.reference, now.free and not now.referenced)
        held = now.pending or (now.state is not None and not now.is_reference and now.state is not ScanState.RUNNING)
        self.discard.setVisible(held)
        self.discard.setEnabled(not now.busy)
        self.reference.setVisible(now.again_s is None)
        self.again.setVisible(now.again_s is not None)
        if now.again_s is not None:
            self.again.setText(f"Look again ({clock(now.again_s)})")
            self.again.setEnabled(not now.busy)
        self.importing.setVisible(not held)
        self.importing.setEnabled(now.free)
        self.importing.setText("Back to the map" if self.stage.currentWidget() is self.picker else "Import…")


def _light(button: TouchButton, lit: bool) -> None:
    """As the next tap, or plain; a style is only looked up anew when it changes."""
    role = "primary" if lit else "plain"
    if button.property("role") != role:
        button.set_role(role)
