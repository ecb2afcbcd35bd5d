"""The window on a second display that lights the photomodulator: one mask at a time, confirmed by its own paint and the display's refreshes.

It belongs to the screen's thread; whoever scans calls from another one and waits, for a bounded time, until the mask was painted. A painted frame is
on the glass at the latest two refreshes later (one until the compositor takes it, one until it is scanned out): that is `lag_s`, measured once for
each display from its own refresh rate.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import numpy as np
from PyQt5.QtCore import QObject, QRect, Qt, pyqtSignal
from PyQt5.QtGui import QGuiApplication, QImage, QPainter, QPaintEvent, QScreen
from PyQt5.QtWidgets import QWidget

from devices.errors import DeviceAbsent
from devices.projector import Mask
from devices.projectors.screen import Surface

REFRESHES_BEHIND = 2
SLOWEST_HZ = 24.0
OPEN_S = 3.0


class MaskWindow(QWidget):
    """Full screen, black, with the mask as the largest square-pixelled picture that fits. `painted` hears after each paint."""

    def __init__(self, screen: QScreen, painted: Callable[[], None]) -> None:
        super().__init__()
        self._painted = painted
        self._image: QImage | None = None
        self.setWindowFlags(Qt.Window | Qt.FramelessWindowHint | Qt.WindowStaysOnTopHint | Qt.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WA_ShowWithoutActivating)
        self.setCursor(Qt.BlankCursor)
        self.setGeometry(screen.geometry())
        self.show()  # not full screen: that would ask for the keyboard, which belongs to the console

    def show_mask(self, mask: Mask | None) -> None:
        """Paint it now; None is dark."""
        self._image = None
        if mask is not None:
            pixels = np.ascontiguousarray(mask.astype(np.uint8) * 255)
            rows, columns = pixels.shape
            self._image = QImage(pixels.tobytes(), columns, rows, columns, QImage.Format_Grayscale8).copy()
        self.repaint()

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: ARG002 - Qt's signature
        """Whole display pixels for each mask pixel, so that all are equally large."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.black)
        if self._image is not None:
            unit = max(1, min(self.width() // self._image.width(), self.height() // self._image.height()))
            width, height = unit * self._image.width(), unit * self._image.height()
            painter.drawImage(QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height), self._image)
        painter.end()
        self._painted()


class MaskSurface:
    """`Surface` for callers on other threads."""

    def __init__(self, screens: MaskScreens, number: int) -> None:
        self._screens, self.number = screens, number
        self.name, self.lag_s = "", REFRESHES_BEHIND / SLOWEST_HZ
        self.window: MaskWindow | None = None
        self.problem = ""
        self._turn, self._done, self._at = threading.Lock(), threading.Event(), 0.0

    def present(self, mask: Mask | None, limit_s: float) -> float:
        """Have it painted; when that was."""
        with self._turn:
            self._done.clear()
            self._screens.asked.emit(lambda: self.window.show_mask(mask) if self.window else None)
            if not self._done.wait(limit_s):
                raise TimeoutError
            return self._at

    def painted(self) -> None:
        """On the screen's thread: a frame was handed over."""
        self._at = time.monotonic()
        self._done.set()

    def is_there(self) -> bool:
        """Whether the display is still connected."""
        return self.window is not None and len(QGuiApplication.screens()) > self.number

    def close(self) -> None:
        """Take the window away."""
        self._screens.asked.emit(self._taken_away)

    def _taken_away(self) -> None:
        window, self.window = self.window, None
        if window is not None:
            window.close()
            window.deleteLater()


class MaskScreens(QObject):
    """Opens mask windows for other threads; lives on the screen's thread."""

    asked = pyqtSignal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked.connect(lambda work: work(), Qt.QueuedConnection)  # type: ignore[call-arg]

    def open(self, number: int) -> Surface:
        """A window on display `number`; 0 is the console's own and refused."""
        surface, done = MaskSurface(self, number), threading.Event()

        def work() -> None:
            self._open(surface)
            done.set()

        self.asked.emit(work)
        if not done.wait(OPEN_S):
            raise DeviceAbsent("Projector", "The second display could not be opened. It is tried again by itself.")
        if surface.problem:
            raise DeviceAbsent("Projector", surface.problem)
        return surface

    @staticmethod
    def _open(surface: MaskSurface) -> None:
        screens = QGuiApplication.screens()
        if surface.number == 0:
            surface.problem = "Display 0 is the console's own. The masks need another one."
        elif surface.number >= len(screens):
            surface.problem = f"There is no display {surface.number}. Check its cable and its power."
        else:
            screen = screens[surface.number]
            surface.name = screen.name()
            surface.lag_s = REFRESHES_BEHIND / max(screen.refreshRate(), SLOWEST_HZ)
            surface.window = MaskWindow(screen, surface.painted)
