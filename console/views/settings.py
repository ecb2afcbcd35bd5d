"""What a department sets once: devices, the rule for margins, the order of evidence, people, storage; and what this console is."""

from __future__ import annotations

from PyQt5.QtCore import pyqtSignal
from PyQt5.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout

from console.views.settings_console import ConsolePane, PathwayPane, RulesPane
from console.views.settings_devices import DeviceDesk, DevicesPane
from console.views.settings_hospital import HospitalPane
from console.views.settings_people import PeoplePane
from console.views.settings_scanner import ScannerPane
from console.views.settings_store import StoragePane, StoreCare
from console.widgets.page import Page
from console.widgets.room import Room
from console.widgets.touch_button import TouchButton

PANES = (("devices", "Devices", "devices"), ("hospital", "Hospital", "worklist"), ("scanner", "Microwave", "microwave"),
         ("rules", "Rule sets", "rules"), ("pathway", "Order of evidence", "results"),
         ("people", "People", "users"), ("storage", "Storage", "storage"),
         ("console", "Console", "info"))  # fmt: skip


class Settings(Page):
    """Settings(room, desk, care). `desk` says how the devices are and connects them, `care` backs up and verifies; `closed` goes back.

    What somebody may not do is refused by the service, and its sentence comes on the banner.
    """

    closed = pyqtSignal()

    def __init__(self, room: Room, desk: DeviceDesk, care: StoreCare) -> None:
        super().__init__(room.scale)
        scale = room.scale
        head = self.heading("Settings", room.settings.department)
        self.close_button = TouchButton("Back to the worklist", scale)
        self.close_button.setSizePolicy(QSizePolicy.Fixed, QSizePolicy.Fixed)
        self.close_button.clicked.connect(self.closed)
        head.addWidget(self.close_button)
        self.panes = {
            "devices": DevicesPane(room, desk),
            "hospital": HospitalPane(room),
            "scanner": ScannerPane(room),
            "rules": RulesPane(room),
            "pathway": PathwayPane(room),
            "people": PeoplePane(room),
            "storage": StoragePane(room, care),
            "console": ConsolePane(room),
        }
        row = QHBoxLayout()
        row.setSpacing(max(scale.space, scale.px(28)))
        tabs = QVBoxLayout()
        tabs.setSpacing(scale.space)
        self._stack = QStackedWidget()
        self.tabs: dict[str, TouchButton] = {}
        for key, title, icon in PANES:
            tab = TouchButton(title, scale, icon=icon, checkable=True, size=20)
            tab.setFixedWidth(max(scale.finger, scale.px(260)))
            tab.clicked.connect(lambda _checked, key=key: self.show_pane(key))
            tabs.addWidget(tab)
            self.tabs[key] = tab
            self._stack.addWidget(self.panes[key])
        tabs.addStretch(1)
        row.addLayout(tabs)
        row.addWidget(self._stack, 1)
        self.body.addLayout(row, 1)
        self.show_pane("devices")

    def show_pane(self, key: str) -> None:
        """One of them."""
        self._stack.setCurrentWidget(self.panes[key])
        for name, tab in self.tabs.items():
            tab.setChecked(name == key)
