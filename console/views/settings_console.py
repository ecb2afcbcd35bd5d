"""The rule set that new cases start with, the order of evidence that they follow, when the screen locks by itself, and what this console is."""

from __future__ import annotations

from PyQt5.QtGui import QFont
from PyQt5.QtWidgets import QVBoxLayout, QWidget

from algorithms.margins.rules import RULE_SETS
from algorithms.pathway.model import Pathway
from console import __version__
from console.cases import pathway_log
from console.settings import Settings
from console.widgets.card import Card, TapCard
from console.widgets.choice import Choice
from console.widgets.label import FittedLabel, Label
from console.widgets.room import Room
from console.widgets.scale import Scale
from console.words import LANGUAGES

MOST_PATHWAYS = 5  # as many as fit below one another; the others can be chosen for a case
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
            card = _choice_card(scale, rule.title, f"version {rule.version}", rule.words, rule.citation)
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


class PathwayPane(QWidget):
    """PathwayPane(room). The order of evidence that a case follows unless another is chosen for it on the Results screen."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        scale = room.scale
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scale.space)
        self._column.addWidget(Label("Cases follow this order of evidence", scale, 20, tone="quiet"))
        self.trouble = Label("", scale, 18, tone="close", wrap=True)
        self.trouble.hide()
        self._column.addWidget(self.trouble)
        self._column.addStretch(1)
        self.cards: dict[str, TapCard] = {}
        room.do_unsigned(pathway_log.available, self._read)

    def _read(self, found: tuple[tuple[Pathway, ...], tuple[str, ...]]) -> None:
        """What ships, and the department's own; a file that cannot be used says why."""
        pathways, troubles = found
        self.trouble.setText("\n".join(troubles))
        self.trouble.setVisible(bool(troubles))
        for pathway in pathways[:MOST_PATHWAYS]:
            card = _choice_card(self._room.scale, pathway.title, f"version {pathway.version}", pathway.words, pathway.source)
            card.clicked.connect(lambda _checked, key=pathway.id: self._choose(key))
            self._column.insertWidget(self._column.count() - 1, card)
            self.cards[pathway.id] = card
        self._show(self._room.settings)

    def _choose(self, key: str) -> None:
        self._show(self._room.settings)
        self._room.do(lambda service, session: service.change_setting(session, "pathway", key), self._show)

    def _show(self, settings: Settings) -> None:
        self._room.settings = settings
        for key, card in self.cards.items():
            card.setChecked(key == settings.pathway)


def _choice_card(scale: Scale, title: str, version: str, words: str, source: str) -> TapCard:
    """One of a few orders or rules: its name and version, what it says, and where it is from."""
    card = TapCard(scale)
    card.setCheckable(True)
    card.setAccessibleName(title)
    card.setFixedHeight(max(scale.finger, scale.px(150)))
    lines = QWidget()
    column = QVBoxLayout(lines)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(FittedLabel(f"{title} · {version}", scale, 24, QFont.DemiBold), 5)
    column.addWidget(FittedLabel(f"{words[:1].upper()}{words[1:].rstrip('.')}.", scale, 20), 4)
    column.addWidget(FittedLabel(source, scale, 17, tone="quiet"), 4)
    card.add(lines, 1)
    return card


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
        self.language = Choice("Language, from the next start on", scale, tuple(LANGUAGES.items()))
        self.language.chosen.connect(self._choose_language)
        about = Card("About", scale, padding=26)
        about.add(Label(f"Rimlight {__version__}", scale, 34, QFont.Bold))
        about.add(Label("Research use only. Not for diagnosis, and not a medical device.", scale, 22, QFont.Medium, "close", wrap=True))
        about.add(Label(LICENCE, scale, 18, tone="quiet", wrap=True))
        column.addWidget(self.lock)
        column.addWidget(self.language)
        column.addWidget(about)
        column.addStretch(1)
        self._show(room.settings)

    def _choose(self, minutes: str) -> None:
        self._show(self._room.settings)
        self._room.do(lambda service, session: service.change_setting(session, "idle_lock_minutes", int(minutes)), self._show)

    def _choose_language(self, language: str) -> None:
        self._show(self._room.settings)
        self._room.do(lambda service, session: service.change_setting(session, "language", language), self._show)

    def _show(self, settings: Settings) -> None:
        self._room.settings = settings
        self.lock.set_value(str(settings.idle_lock_minutes))
        self.language.set_value(settings.language)
