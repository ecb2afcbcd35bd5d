"""The very first minute of a console: somebody becomes its administrator, with a name and a PIN entered twice."""

from __future__ import annotations

from PyQt5.QtCore import Qt, pyqtSignal
from PyQt5.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from console.cases.model import Role, Session
from console.cases.service import CaseService
from console.widgets.card import Card
from console.widgets.keyboard import Keyboard
from console.widgets.label import Label
from console.widgets.pin_pad import PinPad
from console.widgets.room import Room
from console.widgets.scale import Scale
from console.widgets.text_field import TextField


class FirstStart(QWidget):
    """FirstStart(room). Makes the administrator, signs them in through `room.enter`, and emits `entered` with the Session."""

    entered = pyqtSignal(object)

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room, self._pin = room, ""
        scale = room.scale
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._stack.addWidget(self._name_page(scale))
        self._stack.addWidget(self._pin_page(scale))

    def _name_page(self, scale: Scale) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(max(scale.space, scale.px(16)))
        card = Card("First start", scale)
        words = "This console has no users yet. Enter the name of its administrator, who adds everybody else and cares for the store."
        card.add(Label(words, scale, 20, wrap=True))
        self.name = TextField("Administrator’s name", scale, names=True, limit=40)
        self.keyboard = Keyboard(scale, done="Next")
        for part in (card, self.name):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(self.keyboard)
        self.keyboard.attach(self.name)
        self.name.set_active(True)
        self.keyboard.done.connect(self._named)
        self.name.entered.connect(self._named)
        return page

    def _pin_page(self, scale: Scale) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        self.pad = PinPad(scale, "Choose a PIN", "Next")
        self.pad.setSizePolicy(QSizePolicy.Fixed, QSizePolicy.Expanding)
        self.pad.setFixedWidth(max(scale.px(500), 3 * scale.finger + 2 * scale.space))
        self.pad.entered.connect(self._pin_entered)
        row.addStretch(1)
        row.addWidget(self.pad)
        row.addStretch(1)
        return page

    def _named(self) -> None:
        if not self.name.text():
            self.name.set_wrong(True)
            return
        self._pin = ""
        self.pad.ask("Choose a PIN, 4 to 12 digits")
        self._stack.setCurrentIndex(1)
        self.pad.keypad.setFocus(Qt.OtherFocusReason)

    def _pin_entered(self, pin: str) -> None:
        if not self._pin:
            self._pin = pin
            self.pad.ask("The same PIN again")
        elif pin != self._pin:
            self._pin = ""
            self.pad.ask("Choose a PIN, 4 to 12 digits", "The two were not the same. Choose again.")
        else:
            self._make(pin)

    def _make(self, pin: str) -> None:
        name, self._pin = self.name.text(), ""

        def work(service: CaseService) -> Session:
            user = service.add_user(None, name, Role.ADMINISTRATOR, pin)
            return service.sign_in(user.id, pin)

        self._room.do_unsigned(work, self._enter, self._refused)

    def _refused(self, sentence: str) -> None:
        self.pad.ask("Choose a PIN, 4 to 12 digits", sentence)

    def _enter(self, session: Session) -> None:
        self._room.enter(session)
        self.entered.emit(session)
