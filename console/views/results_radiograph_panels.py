"""The parts around the radiograph's picture: the buttons beside it, the list of files to take one from, and the keypad for a known length."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from PyQt5.QtCore import Qt, pyqtSignal
from PyQt5.QtGui import QFont
from PyQt5.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from algorithms.evidence.kinds import Kind, examination
from algorithms.evidence.views import Projection, View
from algorithms.specimen.measurement import plain
from console.cases.model import Asset
from console.views.results_image import SCALE
from console.views.results_tiles import Tile
from console.widgets.card import Card
from console.widgets.keypad import Keypad
from console.widgets.label import BigNumber, FittedLabel, Label
from console.widgets.scale import Scale
from console.widgets.touch_button import HoldButton, TouchButton

MOST_FILES = 6


class Controls(QWidget):
    """Which picture, from where it was taken, a ruler for each face that it shows, what was seen, undo and sign. `foot` stands below the picture."""

    view_chosen = pyqtSignal(int)
    projection_chosen = pyqtSignal(object)
    face_chosen = pyqtSignal(str)
    fact_tapped = pyqtSignal(str)
    scale_asked = pyqtSignal()
    nudged = pyqtSignal(float)

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._scale = scale
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(scale.space)
        for column in range(6):
            grid.setColumnStretch(column, 1)
        self._build_views(grid)
        self.faces = [TouchButton("", scale, checkable=True, size=20) for _ in range(4)]
        for index, button in enumerate(self.faces):
            button.clicked.connect(lambda _checked, button=button: self.face_chosen.emit(button.property("face")))
            grid.addWidget(button, 2 + index // 2, 3 * (index % 2), 1, 3)
        self._build_rulers(grid)
        self.facts = {fact.name: Tile(fact.title, scale, size=20, height=76) for fact in examination(Kind.RADIOGRAPH).facts}
        for index, (name, tile) in enumerate(self.facts.items()):
            tile.clicked.connect(lambda _checked, name=name: self.fact_tapped.emit(name))
            grid.addWidget(tile, 5, 2 * index, 1, 2)
        self.undo, self.sign = TouchButton("Undo", scale), HoldButton("Hold to sign", scale)
        grid.addWidget(self.undo, 6, 0, 1, 2)
        grid.addWidget(self.sign, 6, 2, 1, 4)
        grid.setRowStretch(7, 1)
        self._build_foot()

    def _build_views(self, grid: QGridLayout) -> None:
        self.views = [TouchButton(f"View {number}", self._scale, checkable=True, size=20) for number in (1, 2)]
        for index, button in enumerate(self.views):
            button.clicked.connect(lambda _checked, number=index + 1: self.view_chosen.emit(number))
            grid.addWidget(button, 0, 3 * index, 1, 3)
        self.projections = {one: TouchButton(one.value.capitalize(), self._scale, checkable=True, size=18) for one in Projection}
        for index, (projection, button) in enumerate(self.projections.items()):
            button.clicked.connect(lambda _checked, projection=projection: self.projection_chosen.emit(projection))
            grid.addWidget(button, 1, 2 * index, 1, 2)

    def _build_rulers(self, grid: QGridLayout) -> None:
        self.shorter, self.longer = TouchButton("", self._scale, icon="minus"), TouchButton("", self._scale, icon="plus")
        self.shorter.setAccessibleName("Shorter")
        self.longer.setAccessibleName("Longer")
        self.scale_button = TouchButton("Scale", self._scale, checkable=True, size=20)
        self.shorter.clicked.connect(lambda: self.nudged.emit(-1.0))
        self.longer.clicked.connect(lambda: self.nudged.emit(1.0))
        self.scale_button.clicked.connect(self.scale_asked)
        for index, button in enumerate((self.shorter, self.longer, self.scale_button)):
            grid.addWidget(button, 4, 2 * index, 1, 2)

    def _build_foot(self) -> None:
        self.foot = QHBoxLayout()
        self.foot.setSpacing(self._scale.space)
        self.back = TouchButton("Results", self._scale, icon="previous")
        self.back.setSizePolicy(self.back.sizePolicy().Fixed, self.back.sizePolicy().Fixed)
        self.notice = FittedLabel("", self._scale, 18, tone="quiet")
        self.notice.setFixedHeight(self._scale.finger)
        self.notice.setAlignment(Qt.AlignLeft | Qt.AlignVCenter)
        self.foot.addWidget(self.back)
        self.foot.addWidget(self.notice, 1)

    def show_view(self, number: int, view: View | None, active: str, *, editing: bool) -> None:
        """What is lit, and what can be tapped."""
        for index, button in enumerate(self.views, start=1):
            button.setChecked(index == number)
        for projection, button in self.projections.items():
            button.setChecked(view is not None and view.projection is projection)
            button.setEnabled(view is not None and editing)
        faces = view.projection.faces if view is not None else Projection.FRONT.faces
        for face, button in zip(faces, self.faces, strict=True):
            margin = view.margin_mm(face) if view is not None else None
            button.setText(f"{face.value.capitalize()} {plain(margin)} mm" if margin is not None else face.value.capitalize())
            button.setAccessibleName(face.value.capitalize())
            button.setProperty("face", face.value)
            button.setChecked(face.value == active)
            button.setEnabled(view is not None and editing)
        for button in (self.shorter, self.longer):
            button.setEnabled(bool(active) and editing)
        self.scale_button.setText("Set scale" if active == SCALE else "Scale")
        self.scale_button.setChecked(active == SCALE)
        self.scale_button.setEnabled(view is not None and editing)

    def show_facts(self, saved: Mapping[str, str]) -> None:
        """Seen, not seen, cannot be told, or not asked yet."""
        for name, tile in self.facts.items():
            tile.setChecked(False)
            tile.show_value(saved.get(name, "") or "–")

    def show_notice(self, words: str, *, warned: bool) -> None:
        """What is missing, or how far the scale may be trusted."""
        self.notice.set_whole(words)
        self.notice.set_tone("close" if warned else "quiet")


class Picker(Card):
    """The newest pictures in the folder that they are copied into; one tap takes one."""

    chosen = pyqtSignal(object)
    looked = pyqtSignal()

    def __init__(self, scale: Scale) -> None:
        super().__init__("Take a picture into this case", scale)
        self._scale = scale
        self.where = Label("", scale, 18, tone="quiet", wrap=True)
        self.again = TouchButton("Look again", scale)
        self.again.clicked.connect(self.looked)
        self._list = QVBoxLayout()
        self._list.setSpacing(scale.space)
        self.tiles: list[Tile] = []
        self.add(self._list)
        self.body.addStretch(1)
        self.add(self.where)
        self.add(self.again)

    def show_files(self, found: tuple[Path, Sequence[Path | Asset]]) -> None:
        """These, newest first; without any, where to put them."""
        folder, paths = found
        for tile in self.tiles:
            self._list.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self.tiles = []
        for path in paths[: self._room_for()]:
            name = path.description if isinstance(path, Asset) else path.name
            tile = Tile(_when(path), self._scale, size=20, height=76)
            tile.setCheckable(False)
            tile.setAccessibleName(name)
            tile.show_value(name)
            tile.clicked.connect(lambda _checked, path=path: self.chosen.emit(path))
            self._list.addWidget(tile)
            self.tiles.append(tile)
        self.where.setText(f"Pictures are taken from {folder}: DICOM (MG, DX, CR, SC), PNG or JPEG.")

    def busy(self) -> None:
        """One was tapped: no second tap until it is here."""
        for tile in self.tiles:
            tile.setEnabled(False)

    def _room_for(self) -> int:
        """As many as stand below one another at this size."""
        taken = self.again.sizeHint().height() + self._scale.px(150)
        return max(1, min(MOST_FILES, (self.height() - taken) // (self._scale.finger + self._scale.space)))


class KnownLength(QWidget):
    """How long the known length in the picture is, mm."""

    confirmed = pyqtSignal(float)
    cancelled = pyqtSignal()

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._text = ""
        self.title = Label("Known length", scale, 18, QFont.Medium, "quiet", wrap=True)
        self.number = BigNumber(scale, 46)
        self.keypad = Keypad(scale)
        display = Card("", scale, padding=10)
        display.add(self.title)
        display.add(self.number)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(scale.space)
        body.addWidget(display)
        body.addWidget(self.keypad)
        body.addStretch(1)
        self.keypad.digit.connect(self._typed)
        self.keypad.erased.connect(lambda: self._become(self._text[:-1]))
        self.keypad.back.connect(self.cancelled)
        self.keypad.next.connect(self._confirm)
        self.keypad.back_button.setText("Cancel")
        self._become("")

    def say(self, words: str) -> None:
        """Why it cannot be."""
        self.title.setText(words)
        self.title.set_tone("close")

    def _typed(self, key: str) -> None:
        if len(self._text) < 6 and not (key == "." and "." in self._text):
            self._become(self._text + key)

    def _become(self, text: str) -> None:
        self._text = text
        self.title.setText("Known length")
        self.title.set_tone("quiet")
        self.number.show_value(text or "–", "mm" if text else "")
        self.keypad.set_next("Keep scale", enabled=bool(text.strip(".")))

    def _confirm(self) -> None:
        self.confirmed.emit(float(self._text))


def _when(path: Path | Asset) -> str:
    """When the file was written, or assigned, and how large it is."""
    if isinstance(path, Asset):
        return f"{path.added_at.astimezone():%d %b %H:%M} · {max(1, path.size >> 10)} kB"
    try:
        about = path.stat()
    except OSError:
        return "gone"
    return f"{datetime.fromtimestamp(about.st_mtime).astimezone():%d %b %H:%M} · {max(1, about.st_size >> 10)} kB"
