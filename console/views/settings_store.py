"""Whether the store is well: the last backup, the room left, the audit chain; and the two things that an administrator does about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PyQt5.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.cases.model import Session
from console.cases.service import CaseService, StoreHealth
from console.widgets.card import Card
from console.widgets.label import BigNumber, Label
from console.widgets.room import Room
from console.widgets.touch_button import TouchButton

LITTLE_BYTES = 5e9


@dataclass(frozen=True, slots=True)
class StoreCare:
    """What the pane may start. Each runs beside the store's thread and answers with one sentence for the screen."""

    back_up: Callable[[CaseService, Session], str]
    verify: Callable[[CaseService, Session], str]


class StoragePane(QWidget):
    """StoragePane(room, care)."""

    def __init__(self, room: Room, care: StoreCare) -> None:
        super().__init__()
        self._room, self._care = room, care
        scale = room.scale
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(max(scale.space, scale.px(16)))
        cards = QHBoxLayout()
        cards.setSpacing(max(scale.space, scale.px(16)))
        self.numbers, self.notes = {}, {}
        for title in ("Last backup", "Free space", "Audit chain"):
            card = Card(title, scale, padding=26)
            self.numbers[title], self.notes[title] = BigNumber(scale, 44), Label("", scale, 18, tone="quiet", wrap=True)
            card.add(self.numbers[title])
            card.add(self.notes[title])
            cards.addWidget(card, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(max(scale.space, scale.px(16)))
        self.backup_button = TouchButton("Back up now", scale, "primary", icon="storage")
        self.verify_button = TouchButton("Verify everything", scale, icon="check")
        for button in (self.backup_button, self.verify_button):
            button.setMinimumHeight(max(scale.finger, scale.px(96)))
            buttons.addWidget(button)
        self.answer = Label("", scale, 22, wrap=True)
        column.addLayout(cards)
        column.addLayout(buttons)
        column.addWidget(self.answer)
        column.addStretch(1)
        self.backup_button.clicked.connect(lambda: self._start(care.back_up, "Backing up …"))
        self.verify_button.clicked.connect(lambda: self._start(care.verify, "Verifying the audit chain and every file …"))
        self.refresh()

    def refresh(self) -> None:
        """Look at the store anew."""
        self._room.do_unsigned(lambda service: service.health(), self._show_health)

    def _start(self, work: Callable[[CaseService, Session], str], sentence: str) -> None:
        self._set_busy(True)
        self.answer.setText(sentence)
        self._room.do_slowly(work, self._done, self._done)

    def _done(self, sentence: str) -> None:
        self._set_busy(False)
        self.answer.setText(sentence)
        self.refresh()

    def _set_busy(self, busy: bool) -> None:
        for button in (self.backup_button, self.verify_button):
            button.setEnabled(not busy)

    def _show_health(self, health: StoreHealth) -> None:
        at = health.last_backup.astimezone(self._room.now().tzinfo) if health.last_backup else None
        self.numbers["Last backup"].show_value(f"{at:%H:%M}" if at else "None", "✓" if at else "", "text" if at else "close")
        self.notes["Last backup"].setText(
            f"{at.day} {at:%B %Y}" if at else f"One is made every {self._room.settings.backup_minutes} minutes of work."
        )
        little = health.free_bytes < LITTLE_BYTES
        self.numbers["Free space"].show_value(f"{health.free_bytes / 1e9:.0f}", "GB", "close" if little else "text")
        self.notes["Free space"].setText("Little is left: free some space today." if little else "Enough for the next weeks.")
        chain = {True: ("Intact", "✓", "text"), False: ("Damaged", "◆", "positive"), None: ("Not checked", "", "quiet")}[
            health.chain_intact
        ]
        self.numbers["Audit chain"].show_value(*chain)
        self.notes["Audit chain"].setText(
            "The store is open for reading only." if health.read_only else "Checked at start, and by «Verify everything»."
        )
