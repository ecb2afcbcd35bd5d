"""What stands behind «More…» on the live screen: the ICG injection, the camera's calibration, recordings to be played again."""

from __future__ import annotations

import contextlib
from pathlib import Path

from PyQt5.QtCore import pyqtSignal
from PyQt5.QtGui import QFont
from PyQt5.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.acquisition.recordings import MEDIA_TYPE, Leftover
from console.cases import icg_log
from console.cases.files import make_folder, write_whole
from console.cases.model import Asset, Session
from console.cases.service import CaseService
from console.faults import Refused, worded
from console.views.live_calibrate import CalibratePage
from console.views.live_icg import IcgPage
from console.views.live_leftover import LeftoverPage
from console.widgets.label import Label
from console.widgets.room import Room
from console.widgets.touch_button import TouchButton
from devices.errors import DeviceError

MOST_SHOWN = 6


class MorePage(QWidget):
    """`left` when it is done; each of its pages takes its place and comes back to it."""

    left = pyqtSignal()

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        scale = room.scale
        self._stack, menu = QStackedWidget(), QWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._stack.addWidget(menu)
        column = QVBoxLayout(menu)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(max(scale.space, scale.px(16)))
        head = QHBoxLayout()
        head.setSpacing(scale.space)
        self.back = TouchButton("Live", scale, icon="previous", size=20)
        self.back.setSizePolicy(self.back.sizePolicy().Fixed, self.back.sizePolicy().Fixed)
        self.back.clicked.connect(self.left)
        self.title = Label("", scale, 28, QFont.Bold)
        head.addWidget(self.back)
        head.addWidget(self.title, 1)
        column.addLayout(head)
        self._grid = QGridLayout()
        self._grid.setSpacing(scale.space)
        column.addLayout(self._grid)
        column.addStretch(1)
        self.icg = self._button("ICG injection", 0)
        self.calibrate = self._button("Calibrate the camera", 1)
        self.live = self._button("Back to the camera", 2)
        self.icg.clicked.connect(lambda: self._open(IcgPage(self._room)))
        self.calibrate.clicked.connect(lambda: self._open(CalibratePage(self._room)))
        self.live.clicked.connect(lambda: self._play(None))
        self.recordings: list[TouchButton] = []
        self.leftovers: list[TouchButton] = []
        self._left_over: tuple[Leftover, ...] = ()
        room.case_changed.connect(self._show)
        self._show()
        self._look_for_leftovers()

    def _button(self, words: str, place: int) -> TouchButton:
        button = TouchButton(words, self._room.scale, size=22)
        button.setMinimumHeight(max(self._room.scale.finger, self._room.scale.px(110)))
        self._grid.addWidget(button, place // 2, place % 2)
        return button

    def _show(self) -> None:
        file, imaging = self._room.case_file, self._room.imaging
        self.title.setText("ICG, calibration, recordings")
        injected = file is not None and icg_log.signed(file) is not None
        self.icg.setText("ICG injection ✓" if injected else "ICG injection")
        self.live.setVisible(imaging is not None and imaging.replays)
        for button in (*self.recordings, *self.leftovers):
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        waiting = self._left_over[:MOST_SHOWN]
        room_left = MOST_SHOWN - len(waiting)
        kept = [asset for asset in file.assets if asset.media_type == MEDIA_TYPE] if file is not None else []
        kept = kept[-room_left:] if room_left else []
        self.leftovers = [self._button(self._cut_off(one), 4 + number) for number, one in enumerate(waiting)]
        self.recordings = [self._button(self._words(asset), 4 + len(waiting) + number) for number, asset in enumerate(kept)]
        for button, asset in zip(self.recordings, kept, strict=True):
            button.clicked.connect(lambda _checked, asset=asset: self._replay(asset))
        for button, one in zip(self.leftovers, waiting, strict=True):
            button.clicked.connect(lambda _checked, one=one: self._ask_about(one))

    def _look_for_leftovers(self) -> None:
        """After whatever recording is being put away: that work is done in order."""
        file, imaging = self._room.case_file, self._room.imaging
        if file is None or imaging is None or (recordings := imaging.recordings) is None:
            return
        case_id = file.case.id
        self._room.do_beside(lambda _service, _session: recordings.leftovers(case_id), self._show_leftovers)

    def _show_leftovers(self, found: tuple[Leftover, ...]) -> None:
        self._left_over = found
        self._show()

    def _ask_about(self, leftover: Leftover) -> None:
        imaging = self._room.imaging
        if imaging is not None and imaging.recordings is not None:
            self._open(LeftoverPage(self._room, imaging.recordings, leftover))

    def _cut_off(self, leftover: Leftover) -> str:
        return f"Cut off {leftover.began_at.astimezone(self._room.now().tzinfo):%H:%M:%S}\n{leftover.frames} frames: keep or discard"

    def _words(self, asset: Asset) -> str:
        return f"Play {asset.added_at.astimezone(self._room.now().tzinfo):%H:%M:%S}\n{asset.description.partition(': ')[2]}"

    def _open(self, page: QWidget) -> None:
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.left.connect(lambda: self._close(page))  # type: ignore[attr-defined]

    def _close(self, page: QWidget) -> None:
        self._stack.setCurrentIndex(0)
        self._stack.removeWidget(page)
        page.deleteLater()
        self._show()
        self._look_for_leftovers()

    # --- replay ------------------------------------------------------------------------------------------------------------------------

    def _replay(self, asset: Asset) -> None:
        """A copy outside the store, still sealed, for as long as it plays."""
        imaging = self._room.imaging
        if imaging is None or imaging.recordings is None:
            return
        folder = imaging.recordings.folder

        def work(service: CaseService, session: Session) -> Path:
            make_folder(folder)
            path = folder / f"play-{asset.sha256[:16]}.rec"
            write_whole(path, service.read_asset(session, asset.case_id, asset.sha256))
            return path

        self._room.do_beside(work, self._play, self._room.say)

    def _play(self, path: Path | None) -> None:
        imaging = self._room.imaging
        if imaging is None or imaging.recordings is None:
            return
        try:
            imaging.play(None if path is None else imaging.recordings.play(path))
        except (DeviceError, Refused) as error:
            self._room.say(worded(error))
            return
        if path is not None:
            with contextlib.suppress(OSError):  # it is open; where a system forbids that, the sealed copy stays until the next replay
                path.unlink()
        self.left.emit()
