"""What is seen at once after a start, while libraries load and the store opens: that Rimlight was started, and that it is for research use only.

Drawn by Qt itself rather than by the installer's own splash: that one would flash with every headless command and every child process.
"""

from __future__ import annotations

import os

from PyQt5.QtCore import Qt
from PyQt5.QtGui import QColor, QFont, QPainter, QPaintEvent
from PyQt5.QtWidgets import QApplication, QWidget

from console.words import said

# The system's scaling would be a second opinion on sizes that `Scale` already takes from the window and the screen's millimetres.
QT_SCALING = ("QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_AUTO_SCREEN_SCALE_FACTOR", "QT_ENABLE_HIGHDPI_SCALING")
GROUND, TEXT, QUIET = QColor("#0d1117"), QColor("#e9eef3"), QColor("#9aa7b4")  # the palette's; the theme is not loaded yet
WIDE, HIGH = 0.34, 0.24  # of the screen


def bare_application() -> QApplication:
    """Qt without its own scaling, once a process."""
    for name in QT_SCALING:
        os.environ.pop(name, None)
    application = QApplication.instance()
    if application is None:
        QApplication.setAttribute(Qt.AA_DisableHighDpiScaling)
        application = QApplication(["rimlight"])
    assert isinstance(application, QApplication)
    return application


class FirstWindow(QWidget):
    """Name and notice, in the middle of the screen; the whole of it for a kiosk."""

    def __init__(self, application: QApplication, *, kiosk: bool) -> None:
        super().__init__(None, Qt.SplashScreen | Qt.FramelessWindowHint)
        self._application = application  # Qt ends with the last reference to it
        self.setAttribute(Qt.WA_OpaquePaintEvent)
        screen = QApplication.primaryScreen()
        place = screen.geometry()
        if not kiosk:
            across, down = int(place.width() * (1 - WIDE) / 2), int(place.height() * (1 - HIGH) / 2)
            place = place.adjusted(across, down, -across, -down)
        self.setGeometry(place)

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: ARG002 - Qt's signature
        """Two lines."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), GROUND)
        middle, size = self.height() // 2, max(18, self.height() // 7)
        for text, colour, height, top in (
            ("Rimlight", TEXT, size, middle - size),
            ("Starting · Research use only", QUIET, size // 3, middle + size // 2),
        ):
            font = QFont(self.font())
            font.setPixelSize(height)
            painter.setFont(font)
            painter.setPen(colour)
            painter.drawText(0, top, self.width(), height * 2, int(Qt.AlignHCenter | Qt.AlignTop), said(text))


def show(*, kiosk: bool) -> FirstWindow:
    """On the screen before this returns."""
    application = bare_application()
    window = FirstWindow(application, kiosk=kiosk)
    window.show()
    application.processEvents()
    return window
