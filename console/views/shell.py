"""The window: the bars, the rail, the foot and the banner around one screen at a time."""

from __future__ import annotations

from collections.abc import Callable

from PyQt5.QtCore import Qt, QTimer, pyqtSignal
from PyQt5.QtGui import QCloseEvent, QGuiApplication, QResizeEvent, QScreen
from PyQt5.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from console.cases.course import standing_events
from console.cases.model import CaseFile, EventKind
from console.help import help_page
from console.widgets import theme
from console.widgets.banner import Banner, Severity
from console.widgets.help_sheet import HelpSheet
from console.widgets.pill import DeviceState
from console.widgets.rail import Rail, needed_height
from console.widgets.room import Room
from console.widgets.scale import Scale
from console.widgets.timeline import Moment, Timeline
from console.widgets.top_bar import TopBar

TITLES = {
    "settings": "Settings",
    "new case": "New case",
    "identify": "Who is it?",
    "worklist": "Worklist",
    "safe mode": "Safe mode",
    "cohort": "Cohort",
}
BESIDE_THE_RAIL = ("moments", "orientation", "export", "arrivals")  # screens of a case that others lead to
RESIZE_SETTLES_MS = 120
TO_COME = (EventKind.FROZEN_RESULT, EventKind.CLOSURE)  # shown with a dash until they happened
RailEntries = tuple[tuple[str, str, str], ...]


class Shell(QFrame):
    """One window. `build` makes the screen behind a key; the whole window is built anew when its scale changes."""

    left = pyqtSignal()
    switch_user = pyqtSignal()

    def __init__(
        self, room: Room, rail: RailEntries, build: Callable[[str], QWidget], devices: Callable[[], tuple[DeviceState, ...]]
    ) -> None:
        super().__init__()
        self.setProperty("surface", "ground")
        self.setWindowTitle("Rimlight")
        self._room, self._rail_entries, self._build, self._devices = room, rail, build, devices
        self.screen_key = ""
        self.screen_shown: QWidget | None = None
        self.help_shown: HelpSheet | None = None
        self._sentence: tuple[str, Severity] | None = None
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSizeConstraint(QVBoxLayout.SetNoConstraint)  # the window is as large as the screen, whatever a part would like
        self._frame: QWidget | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(RESIZE_SETTLES_MS)
        self._settle.timeout.connect(self._rescale)
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._show_time)
        self._clock.start()
        room.case_changed.connect(self._show_case)
        room.session_changed.connect(self._show_user)
        room.devices_changed.connect(self._show_devices)
        self.setStyleSheet(theme.stylesheet(room.scale))
        self._dress()

    # --- what is shown ------------------------------------------------------------------------------------------------------------

    def show_screen(self, key: str) -> None:
        """Put the screen behind `key` on the stage."""
        self.screen_key = key
        self._replace_screen()

    def say(self, sentence: str, severity: Severity = Severity.NOTICE) -> None:
        """One sentence on the banner."""
        self._sentence = (sentence, severity)
        self._banner.say(sentence, severity)

    @property
    def sentence(self) -> str:
        """What the banner says just now."""
        return self._banner.sentence

    @property
    def is_private(self) -> bool:
        """Whether nothing of any patient may show: nobody is signed in."""
        return self._room.session is None

    # --- building -------------------------------------------------------------------------------------------------------------------

    def _dress(self) -> None:
        """Bars, rail, stage and foot at the room's scale."""
        scale = self._room.scale
        self._frame = QWidget()
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._top, self._timeline = TopBar(scale), Timeline(scale)
        self._rail = Rail(scale, self._entries(scale))
        self._stage = QHBoxLayout()
        self._middle = QHBoxLayout()
        self._middle.setSpacing(0)
        self._middle.addWidget(self._rail)
        self._middle.addLayout(self._stage, 1)
        column.addWidget(self._top)
        column.addLayout(self._middle, 1)
        column.addWidget(self._timeline)
        self._outer.addWidget(self._frame)
        self._banner = Banner(scale, self._room.now, self._frame)
        self._join()
        self._show_user()
        self._show_devices()
        self._show_time()

    def _entries(self, scale: Scale) -> RailEntries:
        """What fits into the rail with 20 mm each. The last one makes room: it is about the department, and the worklist leads to it too."""
        room = self.height() - self._top.minimumHeight() - self._timeline.minimumHeight()
        return self._rail_entries if needed_height(scale, len(self._rail_entries)) <= room else self._rail_entries[:-1]

    def _join(self) -> None:
        self._top.home.connect(lambda: self._room.go("worklist"))
        self._top.switch_user.connect(self.switch_user)
        self._top.told.connect(self.say)
        self._top.helped.connect(self.toggle_help)
        self._rail.chosen.connect(self._room.go)
        self._timeline.tapped.connect(lambda: self._room.go("moments"))
        self._banner.acknowledged.connect(self._acknowledged)

    def _replace_screen(self) -> None:
        self.close_help()
        if self.screen_shown is not None:
            self._stage.removeWidget(self.screen_shown)
            self.screen_shown.hide()
            self.screen_shown.deleteLater()
        self.screen_shown = self._build(self.screen_key)
        self._stage.addWidget(self.screen_shown)
        self._show_case()

    def _rescale(self) -> None:
        scale = self.measured_scale()
        if scale == self._room.scale:
            self._refit_rail()
            return
        self._room.scale = scale
        self.setStyleSheet(theme.stylesheet(scale))
        old, self.screen_shown = self._frame, None
        self._dress()
        if old is not None:
            self._outer.removeWidget(old)
            old.hide()
            old.deleteLater()
        if self.screen_key:
            self._replace_screen()
        if self._sentence is not None:
            self._banner.say(*self._sentence)
        self._room.scale_changed.emit()

    def _refit_rail(self) -> None:
        """A window that grew may have room for one more entry: the rail alone is exchanged, and no tap on the screen is lost."""
        entries, old = self._entries(self._room.scale), self._rail
        if len(entries) == len(old.buttons):
            return
        self._rail = Rail(self._room.scale, entries)
        self._rail.chosen.connect(self._room.go)
        self._middle.replaceWidget(old, self._rail)
        self._rail.setVisible(not old.isHidden())
        self._rail.set_current(self.screen_key)
        old.hide()
        old.deleteLater()

    def measured_scale(self) -> Scale:
        """For this window on its screen; the settings may know the screen's density better than the screen does."""
        screen = QGuiApplication.primaryScreen()
        handle = self.windowHandle()
        if handle is not None and handle.screen() is not None:
            screen = handle.screen()
        return scale_on(screen, self.width(), self.height(), self._room.settings.screen_dpi)

    # --- help ------------------------------------------------------------------------------------------------------------------------

    def toggle_help(self) -> None:
        """The page of the screen that is shown, over it; a second tap takes it away."""
        if self.help_shown is not None:
            self.close_help()
        elif self._frame is not None and self.screen_shown is not None:
            self.help_shown = HelpSheet(help_page(self.screen_key), self._room.scale, self._frame, self.screen_shown)
            self.help_shown.closed.connect(self.close_help)
            self.help_shown.show()
            self._banner.raise_()  # whatever the console has to say stays in sight
            self.help_shown.setFocus(Qt.OtherFocusReason)

    def close_help(self) -> None:
        """The screen is in sight again, and typing goes where it went; harmless where no help is open."""
        sheet, self.help_shown = self.help_shown, None
        if sheet is None:
            return
        sheet.hide()
        sheet.deleteLater()
        if self.screen_shown is not None:
            (self.screen_shown.focusWidget() or self.screen_shown).setFocus(Qt.OtherFocusReason)

    # --- keeping up --------------------------------------------------------------------------------------------------------------

    def _show_case(self) -> None:
        file = None if self.is_private else self._room.case_file
        on_rail = {key for key, _title, _icon in self._rail_entries}
        within = file is not None and self.screen_key in on_rail | set(BESIDE_THE_RAIL)
        self._rail.setVisible(within)
        self._rail.set_current(self.screen_key)
        self._timeline.setVisible(within)  # the others have a foot of their own, or none
        if within and file is not None:
            self._top.show_case(file.case, self._room.now().date())
            self._timeline.show_moments(moments(file), simulated=file.case.simulated)
        else:
            self._show_title()

    def _show_title(self) -> None:
        title, subtitle = ("", "") if self.is_private else (TITLES.get(self.screen_key, ""), self._room.settings.department)
        self._top.show_title(title, subtitle)

    def title(self, title: str, subtitle: str) -> None:
        """What a screen without a case is about, for the top bar."""
        if not self.is_private:
            self._top.show_title(title, subtitle)

    def _show_user(self) -> None:
        session = self._room.session
        self._top.show_user(session.user.name if session else "", emergency=bool(session and session.emergency))
        self._show_case()

    def _show_devices(self) -> None:
        self._top.show_devices(self._devices())

    def _show_time(self) -> None:
        self._top.show_time(self._room.now())

    def _acknowledged(self) -> None:
        self._sentence = None

    # --- Qt ---------------------------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Everything is laid out anew once the size stands still."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._settle.start()

    def closeEvent(self, event: QCloseEvent | None) -> None:
        """The window was closed: the console ends in order."""
        super().closeEvent(event)  # type: ignore[arg-type]
        self.left.emit()


def scale_on(screen: QScreen | None, width: int, height: int, known_dpi: int) -> Scale:
    """For a window of this size on `screen`; `known_dpi`, from the settings, outranks what the screen says of itself (0: ask it)."""
    return Scale.of(width, height, known_dpi or (screen.physicalDotsPerInch() if screen else 96.0))


def moments(file: CaseFile) -> tuple[Moment, ...]:
    """The case's events that still stand, by time, then what usually comes and has not yet."""
    standing = standing_events(file)
    happened = {event.kind for event in standing}
    return tuple(
        [Moment(_title(event.kind, event.detail), event.at.astimezone()) for event in standing]
        + [Moment(_title(kind, "")) for kind in TO_COME if kind not in happened]
    )


def _title(kind: str, detail: str) -> str:
    return kind[:1].upper() + kind[1:] + (f" {detail}" if detail else "")
