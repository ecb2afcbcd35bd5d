"""The instruments as the screens see them: watched from start to end, each change noted, each new address opened anew."""

from __future__ import annotations

import logging

from PyQt5.QtCore import QObject

from console import log
from console.acquisition.watch import DeviceWatch, Slot, SlotState, openers_of
from console.views.settings_devices import DeviceDesk
from console.widgets.mask_window import MaskScreens
from console.widgets.pill import Condition, DeviceState
from console.widgets.room import Room
from devices.device import DeviceKind

CONDITIONS = {
    SlotState.NOT_CONFIGURED: Condition.ABSENT, SlotState.CONNECTING: Condition.CONNECTING, SlotState.CONNECTED: Condition.CONNECTED,
    SlotState.FAILED: Condition.FAILED, SlotState.OFF: Condition.ABSENT,
}  # fmt: skip
NOTED = {
    SlotState.CONNECTED: log.Event.DEVICE_CONNECTED, SlotState.FAILED: log.Event.DEVICE_FAILED, SlotState.OFF: log.Event.DEVICE_OFF,
}  # fmt: skip
TITLES = {
    DeviceKind.CAMERA: "NIR camera", DeviceKind.VNA: "VNA", DeviceKind.PROJECTOR: "Projector", DeviceKind.SCANNER: "PET-CT",
    DeviceKind.PACS: "PACS",
}  # fmt: skip


class Instruments(QObject):
    """Keeps the device watch in step with the settings, and the bar at the top in step with the watch."""

    def __init__(self, room: Room, *, off: bool) -> None:
        super().__init__()
        self._room = room
        self._addresses = {kind: getattr(room.settings, kind.value) for kind in TITLES}
        self._noted: dict[DeviceKind, SlotState] = {}
        self._screens = MaskScreens()
        self.watch = DeviceWatch(openers_of(room.settings, self._screens.open), room.now, self._slots_changed, off=off)
        room.devices_changed.connect(self._settings_changed)

    def desk(self) -> DeviceDesk:
        """What the settings may ask."""
        return DeviceDesk(self.states, lambda key: self.watch.connect(DeviceKind(key)), lambda key: self.watch.disconnect(DeviceKind(key)))

    def connect_all(self) -> None:
        """Safe mode is over."""
        for kind in TITLES:
            self.watch.connect(kind)

    def _slots_changed(self, slots: tuple[Slot, ...]) -> None:
        """On the thread of the slot that changed: note it, and let the screen's thread look."""
        for slot in slots:
            if self._noted.get(slot.kind) is not slot.state and slot.state in NOTED:
                log.note(NOTED[slot.state], logging.WARNING if slot.state is SlotState.FAILED else logging.INFO, device=slot.kind.value)
            self._noted[slot.kind] = slot.state
        self._room.devices_changed.emit()

    def states(self) -> tuple[DeviceState, ...]:
        """How each device is, for pills and settings."""
        slots = self.watch.snapshot()
        return tuple(
            DeviceState(
                slot.kind.value,
                TITLES[slot.kind],
                CONDITIONS[slot.state],
                getattr(self._room.settings, slot.kind.value),
                "simulated" if slot.identity and slot.identity.simulated else slot.sentence,
            )
            for slot in slots
        )

    def _settings_changed(self) -> None:
        """An address may have changed: the device behind it is opened anew."""
        openers = openers_of(self._room.settings, self._screens.open)
        for kind, address in self._addresses.items():
            wanted = getattr(self._room.settings, kind.value)
            if wanted != address:
                self._addresses[kind] = wanted
                self.watch.reconfigure(kind, openers[kind])
