"""The people of this console: who they are, and what an administrator does for them; everybody changes their own PIN."""

from __future__ import annotations

from PyQt5.QtCore import Qt
from PyQt5.QtGui import QFont
from PyQt5.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from console.cases.model import Role, User
from console.widgets.card import TapCard
from console.widgets.choice import Choice
from console.widgets.keyboard import Keyboard
from console.widgets.label import FittedLabel, Label
from console.widgets.pin_pad import PinPad
from console.widgets.room import Room
from console.widgets.scale import Scale
from console.widgets.text_field import TextField
from console.widgets.touch_button import HoldButton, TouchButton
from console.words import Typed

ROWS = 5


class PeoplePane(QWidget):
    """PeoplePane(room)."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self._users: tuple[User, ...] = ()
        self._chosen: User | None = None
        self._page = 0
        self._pins: list[str] = []
        self._adding = False
        self.tiles: dict[str, TapCard] = {}
        scale = room.scale
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        for page in (self._list_page(scale), self._add_page(scale), self._pin_page(scale)):
            self._stack.addWidget(page)
        self.refresh()

    def refresh(self) -> None:
        """Read the people anew."""
        self._room.do_unsigned(lambda service: service.users(), self._show_users)

    # --- the list ------------------------------------------------------------------------------------------------------------------

    def _list_page(self, scale: Scale) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(max(scale.space, scale.px(28)))
        left = QVBoxLayout()
        left.setSpacing(scale.space)
        self._grid = QGridLayout()
        self._grid.setSpacing(scale.space)
        left.addLayout(self._grid)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(scale.space)
        self.add_button = TouchButton("Add a person", scale, "primary", icon="plus", size=20)
        self.pin_button = TouchButton("Change my PIN", scale, size=20)
        self.unlock_button = TouchButton("Unlock", scale, icon="unlock", size=20)
        self.switch_button = HoldButton("Hold to switch off", scale, "danger", size=20)
        self.more_button = TouchButton("More names", scale, icon="next", size=20)
        for button in (self.add_button, self.pin_button, self.unlock_button, self.switch_button, self.more_button):
            button.setFixedWidth(max(scale.finger, scale.px(330)))
            right.addWidget(button)
        right.addStretch(1)
        row.addLayout(left, 1)
        row.addLayout(right)
        self.add_button.clicked.connect(self._begin_adding)
        self.pin_button.clicked.connect(self._begin_changing)
        self.unlock_button.clicked.connect(self._unlock)
        self.switch_button.held.connect(self._switch)
        self.more_button.clicked.connect(self._more)
        return page

    def _show_users(self, users: tuple[User, ...]) -> None:
        self._users = tuple(sorted(users, key=lambda user: (not user.active, user.name)))
        self._chosen = next((user for user in self._users if self._chosen is not None and user.id == self._chosen.id), None)
        for tile in self.tiles.values():
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        shown = self._users[self._page * ROWS : (self._page + 1) * ROWS]
        self.tiles = {user.id: self._tile(user, index) for index, user in enumerate(shown)}
        self.more_button.setVisible(len(self._users) > ROWS)
        self._show_chosen()

    def _tile(self, user: User, index: int) -> TapCard:
        scale = self._room.scale
        tile = TapCard(scale)
        tile.setFixedHeight(max(scale.finger, scale.px(96)))
        tile.setCheckable(True)
        tile.add(FittedLabel(Typed(user.name), scale, 24, QFont.DemiBold, "text" if user.active else "quiet"), 2)
        tile.add(FittedLabel(user.role.value.capitalize() + ("" if user.active else " · switched off"), scale, 20, tone="quiet"), 2)
        tile.clicked.connect(lambda: self._choose(user))
        self._grid.addWidget(tile, index, 0)
        return tile

    def _choose(self, user: User) -> None:
        self._chosen = user
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self._chosen
        for user_id, tile in self.tiles.items():
            tile.setChecked(chosen is not None and user_id == chosen.id)
        self.unlock_button.setEnabled(chosen is not None)
        self.switch_button.setEnabled(chosen is not None)
        self.switch_button.setText("Hold to switch on" if chosen is not None and not chosen.active else "Hold to switch off")

    def _more(self) -> None:
        self._page = (self._page + 1) % -(-len(self._users) // ROWS)
        self._show_users(self._users)

    def _unlock(self) -> None:
        if (user := self._chosen) is not None:
            self._room.do(lambda service, session: service.unlock_user(session, user.id), self._changed)

    def _switch(self) -> None:
        if (user := self._chosen) is not None:
            self._room.do(lambda service, session: service.set_user_active(session, user.id, active=not user.active), self._changed)

    def _changed(self, _nothing: object) -> None:
        self._stack.setCurrentIndex(0)
        self._room.say("Done.")
        self.refresh()

    # --- a new person, a new PIN ---------------------------------------------------------------------------------------------------

    def _add_page(self, scale: Scale) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space)
        self.name = TextField("Name, as it shall stand on records", scale, names=True, limit=40)
        self.role = Choice("", scale, tuple((role.value, role.value.capitalize()) for role in Role))
        self.role.set_value(Role.NURSE.value)
        self.keyboard = Keyboard(scale, done="Next")
        self.keyboard.attach(self.name)
        for part in (self.name, self.role):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(self.keyboard)
        self.keyboard.done.connect(self._named)
        self.name.entered.connect(self._named)
        return page

    def _pin_page(self, scale: Scale) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        self.pad = PinPad(scale, "", "Next")
        self.pad.setSizePolicy(QSizePolicy.Fixed, QSizePolicy.Expanding)
        self.pad.setFixedWidth(max(scale.px(500), 3 * scale.finger + 2 * scale.space))
        self.pad.entered.connect(self._pin_entered)
        row.addWidget(self.pad)
        row.addWidget(
            Label("Nobody can read a PIN back. Whoever forgets one is added anew by an administrator.", scale, 20, tone="quiet", wrap=True),
            1,
        )
        return page

    def _begin_adding(self) -> None:
        self.name.set_text("")
        self._stack.setCurrentIndex(1)
        self.name.set_active(True)

    def _named(self) -> None:
        if not self.name.text():
            self.name.set_wrong(True)
            return
        self._ask_pins(adding=True)

    def _begin_changing(self) -> None:
        self._ask_pins(adding=False)

    def _ask_pins(self, *, adding: bool, sentence: str = "") -> None:
        self._adding, self._pins = adding, []
        self.pad.ask(self._prompts()[0], sentence)
        self._stack.setCurrentIndex(2)
        self.pad.keypad.setFocus(Qt.OtherFocusReason)

    def _prompts(self) -> tuple[str, ...]:
        new = ("A new PIN, 4 to 12 digits", "The same PIN again")
        return new if self._adding else ("Your PIN until now", *new)

    def _pin_entered(self, pin: str) -> None:
        self._pins.append(pin)
        prompts = self._prompts()
        if len(self._pins) < len(prompts):
            self.pad.ask(prompts[len(self._pins)])
        elif self._pins[-1] != self._pins[-2]:
            self._ask_pins(adding=self._adding, sentence="The two were not the same. Enter them again.")
        else:
            self._keep_pin()

    def _keep_pin(self) -> None:
        (old, *_), new = self._pins, self._pins[-1]
        name, role, self._pins = self.name.text(), Role(self.role.value), []
        if self._adding:
            self._room.do(lambda service, session: service.add_user(session, name, role, new), self._changed, self._refused)
        else:
            self._room.do(lambda service, session: service.change_pin(session, old, new), self._changed, self._refused)

    def _refused(self, sentence: str) -> None:
        self._stack.setCurrentIndex(0)
        self._room.say(sentence)
