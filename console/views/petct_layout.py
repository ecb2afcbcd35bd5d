"""Where things stand on the PET-CT screen: three planes and a row of tools at the left, cards or a page in their place at the right."""

from __future__ import annotations

from PyQt5.QtCore import pyqtSignal
from PyQt5.QtGui import QDragEnterEvent, QDropEvent
from PyQt5.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.acquisition.petct_sources import Arrival
from console.acquisition.petct_volumes import Plane
from console.views.petct_cards import AgreementCard, CompareCard, FacesCard, MorePage, VerdictCard
from console.views.petct_pages import HandPage, ReadPage
from console.views.results_tiles import Tile
from console.widgets.card import Card
from console.widgets.colour_bar import ColourBar
from console.widgets.label import FittedLabel
from console.widgets.scale import Scale
from console.widgets.slice_plane import SlicePlane
from console.widgets.touch_button import TouchButton


class ScanPicker(Card):
    """What may be taken in, newest first; one tap takes one."""

    chosen = pyqtSignal(object)
    looked = pyqtSignal()

    def __init__(self, scale: Scale) -> None:
        super().__init__("Take a PET-CT into this case", scale)
        self._scale = scale
        self.tiles: list[Tile] = []
        self.where = FittedLabel("", scale, 18, tone="quiet")
        self.where.setMinimumHeight(scale.px(56))
        self.again = TouchButton("Look again", scale)
        self.again.clicked.connect(self.looked)
        self._list = QVBoxLayout()
        self._list.setSpacing(scale.space)
        self.add(self._list)
        self.body.addStretch(1)
        self.add(self.where)
        self.add(self.again)

    def show_arrivals(self, folder: str, found: tuple[Arrival, ...]) -> None:
        """These; without any, where to put them."""
        for tile in self.tiles:
            self._list.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self.tiles = []
        for one in found[: self._room_for()]:
            tile = Tile(_about(one), self._scale, size=20, height=76)
            tile.setCheckable(False)
            tile.setAccessibleName(one.title)
            tile.show_value(one.title)
            tile.clicked.connect(lambda _checked, one=one: self.chosen.emit(one))
            self._list.addWidget(tile)
            self.tiles.append(tile)
        none = "" if found else "No scan was found. "
        self.where.set_whole(f"{none}Scans come from {folder}, from a USB stick, from a scanner that sends, or dropped on this window.")

    def busy(self) -> None:
        """One was tapped."""
        for tile in self.tiles:
            tile.setEnabled(False)

    def _room_for(self) -> int:
        taken = self.again.sizeHint().height() + self._scale.px(190)
        return max(1, (self.height() - taken) // (self._scale.finger + self._scale.space))


def _about(one: Arrival) -> str:
    """Where it lies, when it came, how much it is."""
    when = f"{one.when.astimezone():%d %b %H:%M} · " if one.when else ""
    state = " · still arriving" if one.arriving else ""
    return f"{one.place} · {when}{one.pictures} files, {max(1, one.size >> 20)} MB{state}"


class PetCtLayout(QWidget):
    """The parts. `files_dropped` carries paths."""

    files_dropped = pyqtSignal(object)

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        body = QHBoxLayout(self)
        body.setContentsMargins(*(scale.px(20),) * 4)
        body.setSpacing(max(scale.space, scale.px(18)))
        left = QVBoxLayout()
        left.setSpacing(scale.space)
        left.addWidget(self._build_stage(scale), 1)
        left.addLayout(self._build_tools(scale))
        body.addLayout(left, 72)
        body.addWidget(self._build_side(scale), 28)

    def _build_stage(self, scale: Scale) -> QWidget:
        self.planes = {plane: SlicePlane(scale, plane) for plane in Plane}
        self.bar, self.picker, self.stage = ColourBar(scale), ScanPicker(scale), QStackedWidget()
        self.pictures = QWidget()
        grid = QGridLayout(self.pictures)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(max(6, scale.px(14)))
        grid.addWidget(self.planes[Plane.AXIAL], 0, 0, 2, 1)
        grid.addWidget(self.planes[Plane.CORONAL], 0, 1)
        grid.addWidget(self.planes[Plane.SAGITTAL], 1, 1)
        grid.addWidget(self.bar, 2, 0, 1, 2)
        for track in (0, 1):
            grid.setColumnStretch(track, 1)
            grid.setRowStretch(track, 1)
        for page in (self.pictures, self.picker):
            self.stage.addWidget(page)
        return self.stage

    def _build_tools(self, scale: Scale) -> QHBoxLayout:
        def tool(words: str, *, checkable: bool = False) -> TouchButton:
            return TouchButton(words, scale, size=17, checkable=checkable)

        self.importing, self.layer, self.window_button = tool("Import…"), tool("Uptake"), tool("Window", checkable=True)
        self.less, self.more_slices = TouchButton("", scale, "key", icon="minus"), TouchButton("", scale, "key", icon="plus")
        self.less.setAccessibleName("Back")
        self.more_slices.setAccessibleName("Forward")
        self.reading, self.correct, self.more = tool("Read", checkable=True), tool("Correct"), tool("More", checkable=True)
        self.sign, self.cancel = TouchButton("Sign", scale, "primary", size=18), TouchButton("Cancel", scale, "danger", size=18)
        self.cancel.hide()
        row = QHBoxLayout()
        row.setSpacing(scale.space)
        for button in (self.importing, self.layer, self.window_button, self.less, self.more_slices, self.reading, self.correct, self.more,
                       self.sign, self.cancel):  # fmt: skip
            row.addWidget(button)
        return row

    def _build_side(self, scale: Scale) -> QWidget:
        self.verdict, self.faces, self.agreement, self.compare = (
            VerdictCard(scale),
            FacesCard(scale),
            AgreementCard(scale),
            CompareCard(scale),
        )
        self.more_page, self.read_page, self.hand_page = MorePage(scale), ReadPage(scale), HandPage(scale)
        self.cards, self.side = QWidget(), QStackedWidget()
        column = QVBoxLayout(self.cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(max(6, scale.px(14)))
        for card in (self.verdict, self.faces, self.agreement, self.compare):
            column.addWidget(card)
        column.addStretch(1)
        for page in (self.cards, self.more_page, self.read_page, self.hand_page):
            self.side.addWidget(page)
        return self.side

    def dragEnterEvent(self, event: QDragEnterEvent | None) -> None:
        """Files are welcome."""
        if event is not None and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent | None) -> None:
        """A folder, a zip, files."""
        if event is not None:
            urls = event.mimeData().urls()
            self.files_dropped.emit(tuple(url.toLocalFile() for url in urls if url.isLocalFile()))
