"""The real console in a real window, told from outside where its buttons are: the taps themselves come from xdotool, through the X server.

    python driven.py HOME [--kiosk] [--demo] [--ahead=SECONDS]   (its clock runs ahead: crashes need not be minutes apart)

Reads one question a line on standard input and answers each with one JSON line: what a person would see, nothing else. `where WORDS` is the place of
a visible button; `screen`, `sentence`, `case`; `fields` is what the specimen screen shows in each field; `ruler 0` is the place of an end of the
ruler that is lit on a radiograph; `canvas` is how the live picture stands, and `camera unplug` or `camera hang` is what befalls it.
"""

import json
import os
import sys
import threading

from PyQt5.QtCore import QObject, QPoint, pyqtSignal
from PyQt5.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from console import process
from console.app import Console
from console.widgets.image_canvas import ImageCanvas
from devices.device import DeviceKind


class Ears(QObject):
    """Questions from a thread, answered on Qt's."""

    asked = pyqtSignal(str)

    def __init__(self, console):
        super().__init__()
        self._console = console
        self.asked.connect(self._answer)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        for line in sys.stdin:
            self.asked.emit(line.strip())

    def _answer(self, question):
        verb, _, rest = question.partition(" ")
        answer = getattr(self, f"_{verb}")(rest)
        os.write(1, (json.dumps(answer) + "\n").encode())

    def _screen(self, _):
        return self._console.shell.screen_key

    def _sentence(self, _):
        return self._console.shell.sentence

    def _case(self, _):
        file = self._console.room.case_file
        return file.case.id if file else None

    def _user(self, _):
        session = self._console.room.session
        return session.user.name if session else None

    def _where(self, words):
        for button in self._visible(QAbstractButton):
            if words in {button.text(), button.accessibleName()} and button.isEnabled():
                return _middle(button)
        return None

    def _next(self, _):
        buttons = (button for button in self._visible(QAbstractButton) if button.text().startswith(("Next", "Save")) and button.isEnabled())
        return next(map(_middle, buttons), None)

    def _size(self, _):
        return [self._console.shell.width(), self._console.shell.height()]

    def _row(self, words):
        rows = (row for row in self._visible(QAbstractButton) if row.accessibleName().endswith(words))
        return next(map(_middle, rows), None)

    def _field(self, name):
        view = self._console.shell.screen_shown
        return _middle(next(box for length, box in view.fields.items() if length.value == name))

    def _fields(self, _):
        view = self._console.shell.screen_shown
        fields = getattr(view, "fields", {})
        return {length.value: [label.text() for label in box.findChildren(QLabel) if label.isVisible()] for length, box in fields.items()}

    def _begins(self, words):
        buttons = (button for button in self._visible(QAbstractButton) if button.text().startswith(words) and button.isEnabled())
        return next(map(_middle, buttons), None)

    def _canvas(self, _):
        canvas = next(iter(self._visible(ImageCanvas)), None)
        return [canvas.stand.value, canvas.words, canvas.note] if canvas is not None else None

    def _camera(self, fault):
        """Pull its plug, or have its driver hang for good; who connects it again is the console."""
        camera = self._console.instruments.watch.device(DeviceKind.CAMERA)
        if camera is None:
            return False
        return camera.close() is None if fault == "unplug" else camera._turn.acquire(timeout=2)

    def _ruler(self, index):
        image = self._console.shell.screen_shown.form.image
        if image.active not in image.rulers:
            return None
        point = image.mapToGlobal(QPoint(*image.place_of(int(index))))
        return [point.x(), point.y()]

    def _texts(self, _):
        return [label.text() for label in self._visible(QLabel)]

    def _visible(self, kind):
        return [widget for widget in self._console.shell.findChildren(kind) if widget.isVisible()]


def _middle(widget: QWidget):
    point = widget.mapToGlobal(QPoint(widget.width() // 2, widget.height() // 2))
    return [point.x(), point.y()]


class Driven(Console):
    """The console as it is, with ears."""

    def start(self, *arguments, **options):
        super().start(*arguments, **options)
        self._ears = Ears(self)
        QApplication.processEvents()
        os.write(1, b'"ready"\n')


if __name__ == "__main__":
    from datetime import timedelta
    from pathlib import Path

    ahead = next((timedelta(seconds=float(word.partition("=")[2])) for word in sys.argv if word.startswith("--ahead=")), timedelta())
    real_now = process.local_now
    process.local_now = lambda: real_now() + ahead
    process.Console = Driven
    raise SystemExit(process.run(Path(sys.argv[1]), kiosk="--kiosk" in sys.argv, demo="--demo" in sys.argv))
