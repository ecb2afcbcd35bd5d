"""The hospital around this console: its worklist, its account of steps, who may call, certificates; and what waits to be sent."""

from __future__ import annotations

from PyQt5.QtCore import Qt
from PyQt5.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.cases.model import Session
from console.cases.outbox import Delivery, DeliveryState
from console.cases.service import CaseService
from console.hospital import FULL
from console.settings import Settings
from console.widgets.card import Card
from console.widgets.keyboard import Keyboard
from console.widgets.label import Label
from console.widgets.room import Room
from console.widgets.text_field import TextField
from console.widgets.touch_button import TouchButton

FIELDS = (
    ("own_title", "This console's title", "RIMLIGHT"), ("worklist", "Worklist", "dicom:TITLE@HOST:PORT"),
    ("steps", "Performed steps", "dicom:TITLE@HOST:PORT"),
    ("dicomweb", "Archive by DICOMweb", "https://HOST/dicom-web"), ("listen", "Listen for scanners", "dicom:11112"),
    ("callers", "Who may call", "PETCT1, CT1@10.0.0.7"), ("certificates", "Folder of certificates, for dicoms:", "none"),
    ("navigation", "Navigation (OpenIGTLink)", "off; 18944 or 18944@10.0.0.7"),
)  # fmt: skip


class HospitalPane(QWidget):
    """HospitalPane(room). The archive itself stands among the devices, because it has a pill."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        scale = room.scale
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space)
        self._grid = QWidget()
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(scale.space)
        self.fields: dict[str, TextField] = {}
        for number, (key, caption, hint) in enumerate(FIELDS):
            entry = TextField(caption, scale, hint=hint, limit=200)
            entry.tapped.connect(lambda key=key: self._type(key))
            entry.entered.connect(self._typed)
            grid.addWidget(entry, number // 2, number % 2)
            self.fields[key] = entry
        self._card = self._queue_card()
        self.keyboard = Keyboard(scale, done="Save")
        self.keyboard.hide()
        self.keyboard.done.connect(self._typed)
        column.addWidget(self._grid)
        column.addWidget(self._card)
        column.addStretch(1)
        column.addWidget(self.keyboard)
        self._fill(room.settings)
        room.hospital_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """What waits, and whether scanners can call."""
        self._room.do(lambda service, session: service.deliveries(session), self._show_waiting, lambda _why: self._show_waiting(()))

    def _queue_card(self) -> Card:
        scale = self._room.scale
        card = Card("To the hospital", scale, padding=16)
        row = QHBoxLayout()
        row.setSpacing(scale.space)
        self.waiting = Label("", scale, 20, wrap=True)
        self.again_button = TouchButton("Send again", scale, size=20)
        self.again_button.setSizePolicy(QSizePolicy.Fixed, QSizePolicy.Fixed)
        self.again_button.setMinimumWidth(max(scale.finger, scale.px(200)))
        self.again_button.clicked.connect(self._send_again)
        row.addWidget(self.waiting, 1)
        row.addWidget(self.again_button, 0, Qt.AlignTop)
        card.add(row)
        return card

    def _show_waiting(self, deliveries: tuple[Delivery, ...]) -> None:
        hospital = self._room.hospital
        refused = [one for one in deliveries if one.state is DeliveryState.REFUSED]
        count = len(deliveries) - len(refused)
        sentences = [f"{count} waiting to be sent." if count else "Nothing waits to be sent."]
        if refused:
            sentences.append(f"{len(refused)} refused: {refused[-1].detail}")
        sentences += [one.detail for one in deliveries if one.state is DeliveryState.SENDING and one.detail][-1:]
        if hospital is not None and hospital.turned_away:
            sentences.append(FULL)
        if hospital is not None and hospital.trouble:
            sentences.append(f"Scanners cannot call: {hospital.trouble}")
        self.waiting.setText(" ".join(sentences))
        self.again_button.setEnabled(bool(deliveries))

    def _send_again(self) -> None:
        """What was refused goes back into the queue, and the queue looks at once."""

        def work(service: CaseService, session: Session) -> None:
            for one in service.deliveries(session):
                if one.state is DeliveryState.REFUSED:
                    service.send_again(session, one.id)

        def then(_none: None) -> None:
            if self._room.hospital is not None:
                self._room.hospital.queue.wake(at_once=True)
            self.refresh()

        self._room.do(work, then)

    # --- typing ------------------------------------------------------------------------------------------------------------------------

    def _type(self, chosen: str) -> None:
        for key, entry in self.fields.items():
            entry.setVisible(key == chosen)
            entry.set_active(key == chosen)
        self._card.hide()
        self.keyboard.attach(self.fields[chosen])
        self.keyboard.show()

    def _typed(self) -> None:
        self.keyboard.hide()
        self._card.show()
        for key, entry in self.fields.items():
            entry.show()
            if entry.property("active") == "true":
                entry.set_active(False)
                self._save(key, entry.text())

    def _save(self, key: str, text: str) -> None:
        self._room.do(lambda service, session: service.change_setting(session, key, text), self._saved, self._refused)

    def _saved(self, settings: Settings) -> None:
        self._room.settings = settings
        self._fill(settings)
        self._room.devices_changed.emit()

    def _refused(self, sentence: str) -> None:
        self._room.say(sentence)
        self._fill(self._room.settings)

    def _fill(self, settings: Settings) -> None:
        for key, entry in self.fields.items():
            entry.set_text(getattr(settings, key))
