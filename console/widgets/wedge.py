"""A barcode reader is a keyboard that types very fast and ends with Enter: tell its text from a person's, and deliver it whole."""

from __future__ import annotations

from PyQt5.QtCore import QEvent, QObject, Qt, QTimer, pyqtSignal
from PyQt5.QtGui import QKeyEvent
from PyQt5.QtWidgets import QApplication, QWidget

PAUSE_MS = 50  # readers leave 1 to 20 ms between two keys; the fastest typists some 60
LEAST_CHARACTERS = 4
_ENDS = {Qt.Key_Return, Qt.Key_Enter, Qt.Key_Tab}
_MODIFIED = Qt.ControlModifier | Qt.AltModifier | Qt.MetaModifier


class BarcodeWedge(QObject):
    """Install it on the application. Each key waits `PAUSE_MS` for the next; what was typed by hand then goes where it was meant for."""

    scanned = pyqtSignal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._held: list[QKeyEvent] = []
        self._where: QWidget | None = None
        self._replaying = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._replay)

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """Hold printable keys back; Enter after at least four of them in one breath is a scan."""
        if self._replaying or not isinstance(watched, QWidget) or not isinstance(event, QKeyEvent) or event.type() != QEvent.KeyPress:
            return False
        if self._is_late(event):
            self._replay()
        if event.key() in _ENDS:
            return self._end()
        if not event.text().isprintable() or not event.text() or event.modifiers() & _MODIFIED:
            if event.key() not in {Qt.Key_Shift, Qt.Key_AltGr}:
                self._replay()
            return False
        self._held.append(QKeyEvent(event))
        self._where = watched
        self._pause.start()
        return True

    def _is_late(self, event: QKeyEvent) -> bool:
        # A stalled screen delivers slow keys together; their own time stamps still tell.
        return bool(self._held and event.timestamp() and event.timestamp() - self._held[-1].timestamp() > PAUSE_MS)

    def _end(self) -> bool:
        if len(self._held) < LEAST_CHARACTERS:
            self._replay()
            return False
        self._pause.stop()
        text = "".join(event.text() for event in self._held)
        self._held.clear()
        self.scanned.emit(text)
        return True

    def _replay(self) -> None:
        self._pause.stop()
        held, self._held = self._held, []
        target = QApplication.focusWidget() or self._where
        if target is None or not held:
            return
        self._replaying = True
        try:
            for event in held:
                QApplication.sendEvent(target, event)
        finally:
            self._replaying = False
