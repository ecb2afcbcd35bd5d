"""A room with a real store and the real live pipeline over a simulated camera that is small and quick, for the fluorescence screens' tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from argon2 import PasswordHasher
from PyQt5.QtWidgets import QFrame, QVBoxLayout

from algorithms.fluorescence.model import Calibration, CameraState
from console import fluorescence as demo
from console.acquisition.camera_feed import CameraFeed
from console.acquisition.imaging import Imaging
from console.acquisition.recordings import Recordings
from console.cases.model import Patient, Role, Side
from console.cases.pins import Pins
from console.cases.service import CaseService
from console.widgets import theme
from console.widgets.room import Room
from console.widgets.scale import Scale
from devices.simulated.bench import calibrated
from devices.simulated.camera import SimulatedCamera

WEAK = Pins(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
SCENE = replace(demo.FACE, rows=160, columns=208, mm_per_pixel=0.3, glints=3, vessels=0, deposits=(demo.Deposit(-4.0, 3.0, 1.0, 4.0, 6.0),))
BARE = replace(SCENE, deposits=(), glints=0)
LONG_MS = 60_000


class Bench:
    """One room, its service, its camera; `plug` holds what is connected."""

    def __init__(self, qapp, home, size, role=Role.SURGEON):
        theme.load_fonts()
        self.service = CaseService.open(home, pins=WEAK)
        administrator = self.service.sign_in(self.service.add_user(None, "Administrator", Role.ADMINISTRATOR, "2468").id, "2468")
        session = self.service.sign_in(self.service.add_user(administrator, "Sara", role, "2468").id, "2468")
        self.room = Room(self.service, lambda: datetime.now().astimezone(), Scale.of(*size, 96.0))
        qapp.setStyleSheet(theme.stylesheet(self.room.scale))
        self.qapp, self.room.session = qapp, session
        self.camera = SimulatedCamera(scene=SCENE, colour=False)
        self.plug = [self.camera]
        self.feed = CameraFeed(lambda: self.plug[0] if self.plug else None, lambda: None, self.room.imaging_changed.emit)
        self.imaging = self.room.imaging = Imaging(
            self.feed, home, lambda: "bench:camera", self.room.view_ready.emit, self.room.imaging_changed.emit
        )
        self.imaging.recordings = Recordings(home, self.service.ledger.keys, self.room.now, lambda _folder: 1 << 40)
        case = self.service.create_case(
            session, Patient("0004217", "Demo", "Alma", date(1972, 3, 14)), Side.LEFT, self.room.now(), simulated=True
        )
        self.room.show_case(self.service.case_file(session, case.id))
        self.feed.start()
        self.imaging.start()
        self.widgets = []

    def calibrate(self):
        """Keep what a technician would have taken."""
        taken = calibrated(SCENE)
        made = Calibration(
            taken.mm_per_pixel, taken.bit_depth, taken.dark, taken.flat, None, taken.read_noise_e, taken.gain_e_per_dn, "bench"
        )
        return self.imaging.keep(made, CameraState(taken.exposure_ms, 0.0, None, "none"), self.room.now())

    def shown(self, qtbot, view, size):
        """The view as large as in the shell."""
        scale = self.room.scale
        frame = QFrame()
        frame.setProperty("surface", "ground")
        box = QVBoxLayout(frame)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(view)
        qtbot.addWidget(frame)
        frame.resize(
            size[0] - max(scale.px(128), scale.target + 2 * scale.px(12)), size[1] - max(scale.px(88), scale.target + 2) - scale.px(76)
        )
        view.frame, view.wanted = frame, frame.size()
        frame.show()
        return view

    def close(self):
        self.imaging.stop()
        assert self.feed.stop()
        assert self.room.stop()
        self.service.close()
        self.camera.close()
        self.qapp.setStyleSheet("")
