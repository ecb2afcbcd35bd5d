"""The devices of this room: where each is, how it is, and the button that connects it or lets it go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PyQt5.QtCore import Qt
from PyQt5.QtGui import QFont
from PyQt5.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.settings import Settings
from console.widgets.card import Card
from console.widgets.keyboard import Keyboard
from console.widgets.label import FittedLabel, Label
from console.widgets.pill import Condition, DeviceState, Pill
from console.widgets.room import Room
from console.widgets.scale import Scale
from console.widgets.text_field import TextField
from console.widgets.touch_button import TouchButton


@dataclass(frozen=True, slots=True)
class DeviceDesk:
    """What the pane may ask: how each device is, and to connect or disconnect one by its key. `Room.devices_changed` says when to look again."""

    states: Callable[[], tuple[DeviceState, ...]]
    connect: Callable[[str], None]
    disconnect: Callable[[str], None]


class DeviceRow(QWidget):
    """One device: title and state, address, button; below the address, why it failed."""

    def __init__(self, device: DeviceState, scale: Scale) -> None:
        super().__init__()
        self.key = device.key
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(max(scale.space, scale.px(16)))
        words = QWidget()
        words.setFixedWidth(scale.px(300))
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.px(6))
        self.pill = Pill(scale)
        column.addStretch(1)
        column.addWidget(Label(device.title, scale, 24, QFont.DemiBold))
        column.addWidget(self.pill, 0, Qt.AlignLeft)
        column.addStretch(1)
        self.address = TextField("Address", scale, hint="none", limit=200)
        self.button = TouchButton("Connect", scale, size=20)
        self.button.setFixedWidth(max(scale.finger, scale.px(200)))
        self.button.setMinimumHeight(self.address.minimumHeight())
        self.why = FittedLabel("", scale, 18, tone="quiet")
        self.why.setFixedHeight(scale.px(46))
        field = QVBoxLayout()
        field.setSpacing(0)
        field.addWidget(self.address)
        field.addWidget(self.why)
        row.addWidget(words)
        row.addLayout(field, 1)
        row.addWidget(self.button)
        self.address.set_text(device.address)
        self.show_state(device)

    def show_state(self, device: DeviceState) -> None:
        """How it is now; an address that is being typed is left alone."""
        self.condition = device.condition
        failed = device.condition is Condition.FAILED and bool(device.detail)
        few = "" if failed else device.detail
        self.pill.show_words(device.condition, f"{device.condition.value.capitalize()} {few}".strip())
        self.why.setVisible(failed)
        self.why.set_whole(device.detail if failed else "")
        self.button.setText("Disconnect" if device.condition is Condition.CONNECTED else "Connect")
        self.button.setEnabled(device.condition is not Condition.CONNECTING and bool(self.address.text()))


class DevicesPane(QWidget):
    """DevicesPane(room, desk)."""

    def __init__(self, room: Room, desk: DeviceDesk) -> None:
        super().__init__()
        self._room, self._desk = room, desk
        scale = room.scale
        self.rows: dict[str, DeviceRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space)
        for device in desk.states():
            row = DeviceRow(device, scale)
            row.address.tapped.connect(lambda row=row: self._type(row))
            row.address.entered.connect(self._typed)
            row.button.clicked.connect(lambda _checked, row=row: self._toggle(row))
            column.addWidget(row)
            self.rows[device.key] = row
        self._hint = Card("Addresses", scale, padding=12)
        hint = (
            "uvc:0, video:PATH, visa:TCPIP::HOST::5001::SOCKET, dmd:tcp://HOST:PORT, projector:screen:1, dicom:TITLE@HOST:PORT, "
            "sim:camera, sim:vna, sim:projector. The console works whatever is absent."
        )
        self._hint.add(Label(hint, scale, 18, tone="quiet", wrap=True))
        self.keyboard = Keyboard(scale, done="Save")
        self.keyboard.hide()
        self.keyboard.done.connect(self._typed)
        column.addWidget(self._hint)
        column.addStretch(1)
        column.addWidget(self.keyboard)
        room.devices_changed.connect(self._refresh)

    def _refresh(self) -> None:
        for device in self._desk.states():
            if device.key in self.rows:
                self.rows[device.key].show_state(device)

    def _toggle(self, row: DeviceRow) -> None:
        (self._desk.disconnect if row.condition is Condition.CONNECTED else self._desk.connect)(row.key)

    def _type(self, chosen: DeviceRow) -> None:
        for row in self.rows.values():
            row.setVisible(row is chosen)
            row.address.set_active(row is chosen)
        self._hint.hide()
        self.keyboard.attach(chosen.address)
        self.keyboard.show()

    def _typed(self) -> None:
        self.keyboard.hide()
        self._hint.show()
        for row in self.rows.values():
            row.show()
            if row.address.property("active") == "true":
                row.address.set_active(False)
                self._save(row.key, row.address.text())

    def _save(self, key: str, address: str) -> None:
        self._room.do(lambda service, session: service.change_setting(session, key, address), self._saved, self._refused)

    def _saved(self, settings: Settings) -> None:
        self._room.settings = settings
        self._room.devices_changed.emit()

    def _refused(self, sentence: str) -> None:
        self._room.say(sentence)
        for device in self._desk.states():
            self.rows[device.key].address.set_text(device.address)
