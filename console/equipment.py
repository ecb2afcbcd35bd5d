"""What a console has beside its screens: scanner, camera, recordings, PET-CT desk, hospital, navigation; begun and ended in order."""

from __future__ import annotations

import shutil
from pathlib import Path

from console.acquisition.camera_feed import CameraFeed
from console.acquisition.imaging import Imaging
from console.acquisition.petct_desk import PetCtDesk
from console.acquisition.recordings import Recordings
from console.acquisition.scanning import Scanning
from console.cases.service import CaseService
from console.hospital import FULL, Hospital
from console.instruments import Instruments
from console.navigation import Navigation
from console.pushed_scans import PushedScans
from console.widgets.room import Room
from devices.device import DeviceKind


class Equipment:
    """Built with the room, which it furnishes."""

    def __init__(self, room: Room, home: Path, service: CaseService, instruments: Instruments) -> None:
        watch = instruments.watch
        self._watch = watch
        self._scanning = Scanning(home, watch.device, lambda: room.settings, room.scan_changed.emit)
        self._feed = CameraFeed(
            lambda: watch.device(DeviceKind.CAMERA), lambda: watch.connect_unless_off(DeviceKind.CAMERA), room.imaging_changed.emit, now=room.now
        )  # fmt: skip
        self._recordings = Recordings(home, service.ledger.keys, room.now, lambda folder: shutil.disk_usage(folder).free)
        self._navigation = Navigation(lambda: room.settings.navigation, room.said.emit)
        self._imaging = Imaging(self._feed, home, lambda: room.settings.camera, room.view_ready.emit, room.imaging_changed.emit)
        self._imaging.recordings, self._imaging.on_seen = self._recordings, self._navigation.offer
        self.hospital = Hospital(home, service, lambda: room.settings, room.now, room.hospital_changed.emit)
        self._petct = PetCtDesk(home, lambda: self.hospital.inbox, room.now, room.petct_changed.emit)
        room.scanning, room.imaging, room.navigation = self._scanning, self._imaging, self._navigation
        room.hospital, room.petct = self.hospital, self._petct
        self._pushed = PushedScans(room)
        room.devices_changed.connect(self.hospital.settings_changed)
        room.devices_changed.connect(self._navigation.settings_changed)
        room.hospital_changed.connect(self._tell_turned_away)
        self._room, self._told = room, False

    def start(self) -> None:
        """Begin to look for devices, and to show what they give."""
        self._watch.start()
        self.hospital.start()
        self._navigation.settings_changed()
        self._feed.start()
        self._imaging.start()

    def _tell_turned_away(self) -> None:
        """A scanner was turned away: said once, until there is room again."""
        turned_away = self.hospital.turned_away
        if turned_away and not self._told:
            self._room.say(FULL)
        self._told = turned_away

    def stop(self) -> None:
        """Whoever uses an instrument ends before it."""
        self._scanning.stop()
        self._petct.stop()
        self._recordings.end()  # in good order; it is found again when the case is opened
        self._imaging.stop()
        self._navigation.stop()
        self._feed.stop()
        self.hospital.stop()
        self._watch.stop()
