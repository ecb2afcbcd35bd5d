"""The calibration's three steps: the lens covered, an even card, a board or ruler of known size; each is judged at once, the last one keeps all."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from PyQt5.QtCore import QTimer, pyqtSignal
from PyQt5.QtGui import QFont
from PyQt5.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from algorithms.fluorescence.geometry import Gauge, Ungauged, gauge_charuco, gauge_checkerboard, gauge_ruler
from algorithms.fluorescence.model import Calibration, Raw
from algorithms.fluorescence.modes import Mode
from algorithms.fluorescence.noise import Noise, Unfit, check_dark, check_flat, photon_transfer
from console.acquisition.eye import View, Wish, grey_of, state_of
from console.acquisition.imaging import Imaging
from console.faults import ImportRefused
from console.frames.kept import Kept
from console.resources import assets
from console.views.live_cards import absence_words, silence_words
from console.widgets.card import Card
from console.widgets.choice import Choice
from console.widgets.image_canvas import ImageCanvas, Stand
from console.widgets.image_sketch import Sketch
from console.widgets.keypad import Keypad
from console.widgets.label import FittedLabel, Label
from console.widgets.room import Room
from console.widgets.touch_button import TouchButton
from devices.camera import Frame

FRAMES = 16
BOARD, CHARUCO, RULER = "board", "charuco", "ruler"
INNER, SQUARES = (9, 6), (8, 5)  # of the boards that are shipped as pages to print: docs/fluorescence.md
MARKER_SHARE = 0.75
SIZES = {BOARD: "5", CHARUCO: "8", RULER: ""}
BOARDS = (
    "Print checkerboard-5mm.pdf or charuco-8mm.pdf at 100 % on matt paper, and check the 50 mm line with a ruler. They lie in "
    f"{assets() / 'boards'}."
)
LONGEST = 5


@dataclass(frozen=True, slots=True, eq=False)
class Gathered:
    """What the steps have brought so far."""

    darks: tuple[Raw, ...] = ()
    flats: tuple[Raw, ...] = ()
    gauge: Gauge | None = None
    noise: Noise | None = None


class CalibratePage(QWidget):
    """`left` when it is done or given up; nothing is kept before the last step."""

    left = pyqtSignal()

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self._view: View | None = None
        self._gathered = Gathered()
        self._frames: list[Frame] = []
        self._wanted: Callable[[Sequence[Frame]], None] | None = None
        self._ends: list[tuple[float, float]] = []
        self._typed: dict[str, str] = {"size": SIZES[BOARD], "distance": ""}
        self._typing = "size"
        scale = room.scale
        body = QHBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(scale.px(22))
        body.addLayout(self._build_left(), 62)
        body.addLayout(self._build_right(), 38)
        self._before = room.imaging.wish if room.imaging is not None else Wish()
        if room.imaging is not None:
            room.imaging.wish_for(replace(self._before, mode=Mode.NIR))
        self._join()
        self._show()

    def _build_left(self) -> QVBoxLayout:
        scale = self._room.scale
        column = QVBoxLayout()
        column.setSpacing(scale.space)
        head = QHBoxLayout()
        head.setSpacing(scale.space)
        self.back = TouchButton("Live", scale, icon="previous", size=20)
        self.back.setSizePolicy(self.back.sizePolicy().Fixed, self.back.sizePolicy().Fixed)
        head.addWidget(self.back)
        head.addWidget(Label("Calibrate the camera", scale, 28, QFont.Bold), 1)
        self.boards = TouchButton("Boards to print", scale, size=20)
        self.boards.setSizePolicy(self.boards.sizePolicy().Fixed, self.boards.sizePolicy().Fixed)
        head.addWidget(self.boards)
        self.canvas = ImageCanvas(scale)
        self.dark, self.flat, self.gauge = (TouchButton(words, scale, size=20) for words in ("1 Dark", "2 Flat", "3 Scale"))
        steps = QHBoxLayout()
        steps.setSpacing(scale.space)
        for button in (self.dark, self.flat, self.gauge):
            steps.addWidget(button)
        self.method = Choice("", scale, ((BOARD, "Checkerboard"), (CHARUCO, "ChArUco"), (RULER, "Ruler")))
        self.method.set_value(BOARD)
        self.which = Choice("", scale, (("size", "Square mm"), ("distance", "Distance mm")))
        self.which.set_value("size")
        ways = QHBoxLayout()
        ways.setSpacing(scale.space)
        ways.addWidget(self.method, 3)
        ways.addWidget(self.which, 2)
        column.addLayout(head)
        column.addWidget(self.canvas, 1)
        column.addLayout(ways)
        column.addLayout(steps)
        return column

    def _build_right(self) -> QVBoxLayout:
        scale = self._room.scale
        card = Card("", scale, padding=14)
        self.words = FittedLabel("", scale, 18)
        self.words.setMinimumHeight(scale.px(84))
        card.add(self.words, 1)
        self.keypad = Keypad(scale, navigation=False)
        self.keep = TouchButton("Keep calibration", scale, "primary", size=20)
        column = QVBoxLayout()
        column.setSpacing(scale.space)
        column.addWidget(card, 1)
        for part in (self.keypad, self.keep):
            column.addWidget(part)
        return column

    def _join(self) -> None:
        self._room.view_ready.connect(self._take)
        self.back.clicked.connect(self.left)
        self.boards.clicked.connect(lambda: self._say(BOARDS))
        self.left.connect(self._restore)
        self.canvas.fitted.connect(self._fit)
        self.canvas.touched.connect(self._touched)
        self.dark.clicked.connect(lambda: self._gather(self._dark_taken))
        self.flat.clicked.connect(lambda: self._gather(self._flat_taken))
        self.gauge.clicked.connect(self._gauge)
        self.method.chosen.connect(self._choose_method)
        self.which.chosen.connect(self._type_into)
        self.keypad.digit.connect(self._digit)
        self.keypad.erased.connect(self._erase)
        self.keep.clicked.connect(self._keep)
        self._tick = QTimer(self)
        self._tick.setInterval(200)
        self._tick.timeout.connect(self._take)
        self._tick.start()

    @property
    def _imaging(self) -> Imaging | None:
        return self._room.imaging

    def _restore(self) -> None:
        """The mode as it was."""
        if self._imaging is not None:
            self._imaging.wish_for(self._before)

    # --- the picture -------------------------------------------------------------------------------------------------------------------

    def _fit(self, rows: int, columns: int) -> None:
        if self._imaging is not None:
            self._imaging.fit = (rows, columns)

    def _take(self) -> None:
        imaging = self._imaging
        view = imaging.look() if imaging is not None and self.isVisibleTo(self.window()) else None
        if imaging is None or view is None:
            self.canvas.show_stand(Stand.NONE, absence_words(imaging.status()) if imaging is not None else "This console has no camera.")
            return
        live = imaging.is_live(view)
        self.canvas.show_stand(Stand.LIVE if live else Stand.STALE, "" if live else silence_words(imaging.status()))
        if view is self._view:
            return
        self._view = view
        self.canvas.show_picture(view.picture, view.shot.lit.pixels.shape[:2], view.shot.lit.host_time_s)
        ends = [*self._ends, None, None]
        sketch = Sketch(view.mm_per_pixel, cross=ends[0], tapped=ends[1])
        self.canvas.show_sketch(sketch, note=view.unfit or "Calibrated", mark="Simulated" if view.shot.simulated else "")
        if self._wanted is not None and live:
            self._frames.append(view.shot.lit)
            self._count()

    def _count(self) -> None:
        wanted = self._wanted
        if len(self._frames) < FRAMES or wanted is None:
            self._say(f"Hold still: {len(self._frames)} of {FRAMES} frames")
            return
        frames, self._frames, self._wanted = tuple(self._frames), [], None
        try:
            if any(frame.pixels.shape != frames[0].pixels.shape or frame.exposure_ms != frames[0].exposure_ms for frame in frames):
                raise Unfit("The camera changed meanwhile. Take these frames again.")
            wanted(frames)
        except Unfit as fault:
            self._say(str(fault), wrong=True)
        self._show_buttons()

    # --- the steps ---------------------------------------------------------------------------------------------------------------------

    def _gather(self, then: Callable[[Sequence[Frame]], None]) -> None:
        self._frames, self._wanted = [], then
        self._say(f"Hold still: 0 of {FRAMES} frames")
        self._show_buttons()

    def _dark_taken(self, frames: Sequence[Frame]) -> None:
        pictures = tuple(grey_of(frame) for frame in frames)
        check_dark(pictures, frames[0].bit_depth)
        self._gathered = replace(self._gathered, darks=pictures, flats=(), noise=None)
        self._say("Dark taken. Now hold an even white card before the lens, lit evenly, and tap 2 Flat.")

    def _flat_taken(self, frames: Sequence[Frame]) -> None:
        pictures = tuple(grey_of(frame) for frame in frames)
        check_flat(pictures, mean_of(self._gathered.darks), frames[0].bit_depth)
        noise = photon_transfer(self._gathered.darks, pictures)
        self._gathered = replace(self._gathered, flats=pictures, noise=noise)
        self._say(
            f"Flat taken. Noise measured: {noise.gain_e_per_dn:.2f} electrons per number, read noise {noise.read_noise_e:.1f} electrons. "
            "Now lay the board where the tissue will be, type its square, and tap 3 Scale."
        )

    def _gauge(self) -> None:
        view, square = self._view, self._numbers("size")
        if view is None or square is None:
            self._say("Type the size in mm first.", wrong=True)
            return
        frame = grey_of(view.shot.lit)
        try:
            if self.method.value == BOARD:
                gauge = gauge_checkerboard(frame, INNER, square)
            elif self.method.value == CHARUCO:
                gauge = gauge_charuco(frame, SQUARES, square, square * MARKER_SHARE)
            elif len(self._ends) == 2:
                gauge = gauge_ruler(self._ends[0], self._ends[1], square)
            else:
                raise Ungauged("Touch both ends of the ruler's known length first.")
        except Ungauged as fault:
            self._say(str(fault), wrong=True)
            return
        self._gathered = replace(self._gathered, gauge=gauge)
        spread = f", squares within {100 * gauge.spread:.1f} %" if gauge.corners > 2 else ""
        self._say(f"One pixel is {gauge.mm_per_pixel:.4f} mm{spread}. Type the camera's distance if you know it, then keep.")
        self._show_buttons()

    def _touched(self, row: float, column: float) -> None:
        """The ruler's ends."""
        if self.method.value == RULER:
            self._ends = [*self._ends, (row, column)] if len(self._ends) < 2 else [(row, column)]

    def _choose_method(self, method: str) -> None:
        """The size that its shipped board has; a ruler's length is anybody's."""
        self._ends = []
        self._typed["size"] = SIZES[method]
        self._show()
        if method == RULER:
            self._say("Touch both ends of a known length on the picture, type that length, tap 3 Scale.")

    def _keep(self) -> None:
        imaging, found, view = self._imaging, self._gathered, self._view
        if imaging is None or view is None or found.gauge is None or found.noise is None:
            return
        identity = imaging.status().identity
        calibration = Calibration(
            found.gauge.mm_per_pixel, view.shot.lit.bit_depth, dark=mean_of(found.darks), flat=mean_of(found.flats),
            read_noise_e=found.noise.read_noise_e, gain_e_per_dn=found.noise.gain_e_per_dn, device=identity.name if identity else "",
        )  # fmt: skip
        state = replace(state_of(view.shot.lit, None), distance_mm=self._numbers("distance"))
        moment = self._room.now()

        def kept(done: Kept | ImportRefused) -> None:
            self._room.say(str(done) if isinstance(done, ImportRefused) else "Calibration kept for this camera.")
            if not isinstance(done, ImportRefused):
                self.left.emit()

        def work(_service: object, _session: object) -> Kept | ImportRefused:
            try:
                return imaging.keep(calibration, state, moment)
            except ImportRefused as refusal:
                return refusal

        self._room.do_beside(work, kept, self._room.say)

    # --- numbers -----------------------------------------------------------------------------------------------------------------------

    def _type_into(self, which: str) -> None:
        self._typing = which
        self._show()

    def _digit(self, key: str) -> None:
        text = self._typed[self._typing]
        if len(text) < LONGEST and not (key == "." and "." in text):
            self._typed[self._typing] = text + key
            self._show()

    def _erase(self) -> None:
        self._typed[self._typing] = self._typed[self._typing][:-1]
        self._show()

    def _numbers(self, which: str) -> float | None:
        text = self._typed[which].strip(".")
        number = float(text) if text else 0.0
        return number if math.isfinite(number) and number > 0 else None

    def _show(self) -> None:
        for which, words in (("size", "Square"), ("distance", "Distance")):
            text = self._typed[which]
            self.which.buttons[which].setText(f"{words} {text or '–'} mm")
        if not self._gathered.darks and self._wanted is None:
            self._say("Cover the lens, then tap 1 Dark.")
        self._show_buttons()

    def _show_buttons(self) -> None:
        found, idle = self._gathered, self._wanted is None
        self.dark.setText("1 Dark ✓" if found.darks else "1 Dark")
        self.flat.setText("2 Flat ✓" if found.flats else "2 Flat")
        self.gauge.setText("3 Scale ✓" if found.gauge else "3 Scale")
        self.dark.setEnabled(idle)
        self.flat.setEnabled(idle and bool(found.darks))
        self.gauge.setEnabled(idle)
        self.keep.setEnabled(idle and bool(found.flats) and found.gauge is not None)

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self.words.set_whole(words)
        self.words.set_tone("close" if wrong else "text")


def mean_of(frames: Sequence[Raw]) -> Raw:
    """Their mean, in whole numbers of their own kind."""
    mean: Raw = np.rint(np.mean(np.stack(frames), axis=0)).astype(frames[0].dtype)
    return mean
