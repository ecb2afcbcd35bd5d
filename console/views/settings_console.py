"""The rule set that new cases start with, when the screen locks by itself, and what this console is."""

from __future__ import annotations

from PyQt5.QtGui import QFont
from PyQt5.QtWidgets import QVBoxLayout, QWidget

from algorithms.margins.rules import RULE_SETS
from console import __version__
from console.settings import Settings
from console.widgets.card import Card, TapCard
from console.widgets.choice import Choice
from console.widgets.label import FittedLabel, Label
from console.widgets.room import Room

LOCK_MINUTES = (2, 5, 10, 15, 30)
LICENCE = (
    "Rimlight is free software under the GNU General Public License, version 3 or later; it comes without any warranty. Fonts: Inter, under the SIL "
    "Open Font License 1.1. Built on Qt and PyQt5, SQLCipher, NumPy, OpenCV, pydicom and pynetdicom, each under its own licence."
)


class RulesPane(QWidget):
    """RulesPane(room). The rule set of a case is chosen when it is made; this is the one that stands there first."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        scale = room.scale
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space)
        column.addWidget(Label("New cases start with", scale, 20, tone="quiet"))
        self.cards: dict[str, TapCard] = {}
        for rule in RULE_SETS:
            card = TapCard(scale)
            card.setCheckable(True)
            card.setAccessibleName(rule.id)
            card.setFixedHeight(max(scale.finger, scale.px(150)))
            words = QWidget()
            lines = QVBoxLayout(words)
            lines.setContentsMargins(0, 0, 0, 0)
            lines.setSpacing(0)
            lines.addWidget(FittedLabel(f"{rule.title} · version {rule.version}", scale, 24, QFont.DemiBold), 5)
            lines.addWidget(FittedLabel(rule.words[:1].upper() + rule.words[1:] + ".", scale, 20), 4)
            lines.addWidget(FittedLabel(rule.citation, scale, 17, tone="quiet"), 4)
            card.add(words, 1)
            card.clicked.connect(lambda _checked, rule_id=rule.id: self._choose(rule_id))
            column.addWidget(card)
            self.cards[rule.id] = card
        column.addStretch(1)
        self._show(room.settings)

    def _choose(self, rule_id: str) -> None:
        self._show(self._room.settings)
        self._room.do(lambda service, session: service.change_setting(session, "rule_set", rule_id), self._show)

    def _show(self, settings: Settings) -> None:
        self._room.settings = settings
        for rule_id, card in self.cards.items():
            card.setChecked(rule_id == settings.rule_set)


class ConsolePane(QWidget):
    """ConsolePane(room)."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        scale = room.scale
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(max(scale.space, scale.px(16)))
        self.lock = Choice("The screen locks when nobody has touched it for", scale, tuple((str(m), f"{m} min") for m in LOCK_MINUTES))
        self.lock.chosen.connect(self._choose)
        about = Card("About", scale, padding=26)
        about.add(Label(f"Rimlight {__version__}", scale, 34, QFont.Bold))
        about.add(Label("Research use only. Not for diagnosis, and not a medical device.", scale, 22, QFont.Medium, "close", wrap=True))
        about.add(Label(LICENCE, scale, 18, tone="quiet", wrap=True))
        column.addWidget(self.lock)
        column.addWidget(about)
        column.addStretch(1)
        self._show(room.settings)

    def _choose(self, minutes: str) -> None:
        self._show(self._room.settings)
        self._room.do(lambda service, session: service.change_setting(session, "idle_lock_minutes", int(minutes)), self._show)

    def _show(self, settings: Settings) -> None:
        self._room.settings = settings
        self.lock.set_value(str(settings.idle_lock_minutes))
