"""Who is here: a tap on one's name, a PIN; and for an emergency a way in without one, which leaves its reason in the audit trail."""

from __future__ import annotations

from PyQt5.QtCore import Qt, pyqtSignal
from PyQt5.QtGui import QFont
from PyQt5.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from console.cases.model import Session, User
from console.views.first_start import FirstStart
from console.widgets import theme
from console.widgets.card import Card, TapCard
from console.widgets.label import FittedLabel, Label
from console.widgets.page import Page
from console.widgets.pin_pad import PinPad
from console.widgets.room import Room
from console.widgets.scale import Scale
from console.widgets.touch_button import HoldButton, TouchButton
from console.words import Typed

COLUMNS, ROWS = 2, 5
REASONS = (
    "Nobody with a PIN is here",
    "PIN forgotten, patient on the table",
    "Locked out, patient on the table",
    "Another emergency",
)


class UserTile(TapCard):
    """A person: picture, name, role."""

    def __init__(self, user: User, scale: Scale) -> None:
        super().__init__(scale)
        self.setFixedHeight(max(scale.finger, scale.px(112)))
        self.setAccessibleName(Typed(user.name))
        picture = QLabel()
        picture.setPixmap(theme.pixmap("user", theme.QUIET, scale.px(36)))
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        name = FittedLabel(Typed(user.name), scale, 26, QFont.DemiBold)
        column.addWidget(name, 1)
        column.addWidget(Label(user.role.value.capitalize(), scale, 18, tone="quiet"))
        self.add(picture)
        self.add(words, 1)


class SignIn(Page):
    """SignIn(room, user=None, subtitle=""). Reads the users itself; once somebody is in, calls `room.enter` and emits `entered` with the Session.

    With `user` their PIN is asked for at once. Where there is no user yet, the first one, an administrator, is made.
    """

    entered = pyqtSignal(object)

    def __init__(self, room: Room, user: User | None = None, subtitle: str = "Tap your name, then enter your PIN.") -> None:
        super().__init__(room.scale)
        self._room, self._user = room, user
        self._users: tuple[User, ...] = ()
        self._page = 0
        self.tiles: dict[str, UserTile] = {}
        self._grid = QGridLayout()
        self.more_button = TouchButton("More names", room.scale, icon="next")
        scale = room.scale
        self.heading("Rimlight", subtitle)
        self.first_start: FirstStart | None = None
        self._work = QWidget()
        row = QHBoxLayout(self._work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scale.px(40))
        row.addLayout(self._people(scale), 1)
        row.addWidget(self._entry(scale))
        self.body.addWidget(self._work, 1)
        self._work.hide()
        room.do_unsigned(lambda service: service.users(), self._show_users)

    # --- who -----------------------------------------------------------------------------------------------------------------------

    def _show_users(self, users: tuple[User, ...]) -> None:
        if not users:
            self.first_start = FirstStart(self._room)
            self.first_start.entered.connect(self.entered)
            self.body.addWidget(self.first_start, 1)
            return
        self._users = tuple(sorted((user for user in users if user.active), key=lambda user: user.name))
        self._work.show()
        self._show_tiles()
        if self._user is not None:
            self._choose(self._user)

    def _show_tiles(self) -> None:
        for tile in self.tiles.values():
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self.tiles = {}
        first = self._page * COLUMNS * ROWS
        for index, user in enumerate(self._users[first : first + COLUMNS * ROWS]):
            tile = UserTile(user, self.unit)
            tile.clicked.connect(lambda _checked, user=user: self._choose(user))
            self._grid.addWidget(tile, index // COLUMNS, index % COLUMNS)
            self.tiles[user.id] = tile
        self.more_button.setVisible(len(self._users) > COLUMNS * ROWS)

    def _more(self) -> None:
        pages = -(-len(self._users) // (COLUMNS * ROWS))
        self._page = (self._page + 1) % pages
        self._show_tiles()

    def _choose(self, user: User) -> None:
        self._user = user
        for user_id, tile in self.tiles.items():
            tile.setCheckable(True)
            tile.setChecked(user_id == user.id)
        self.pad.ask(f"{user.name}: your PIN")
        self._stack.setCurrentWidget(self.pad)
        self.pad.keypad.setFocus(Qt.OtherFocusReason)

    # --- PIN -----------------------------------------------------------------------------------------------------------------------

    def _try(self, pin: str) -> None:
        user = self._user
        if user is not None:
            self._room.do_unsigned(lambda service: service.sign_in(user.id, pin), self._enter, self._refused)

    def _refused(self, sentence: str) -> None:
        self.pad.ask(f"{self._user.name}: your PIN" if self._user else "Your PIN", sentence)

    def _enter(self, session: Session) -> None:
        self._room.enter(session)
        self.entered.emit(session)

    # --- emergency -----------------------------------------------------------------------------------------------------------------

    def _ask_reason(self) -> None:
        self._stack.setCurrentWidget(self._reasons)

    def _break_glass(self, reason: str) -> None:
        self._room.do_unsigned(lambda service: service.break_glass(reason), self._enter, self._room.say)

    # --- layout --------------------------------------------------------------------------------------------------------------------

    def _people(self, scale: Scale) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(max(scale.space, scale.px(16)))
        self._grid.setSpacing(max(scale.space, scale.px(16)))
        for index in range(COLUMNS):
            self._grid.setColumnStretch(index, 1)
        self.more_button.hide()
        self.more_button.clicked.connect(self._more)
        self.emergency = HoldButton("Emergency access: hold", scale, "danger", icon="emergency")
        self.emergency.held.connect(self._ask_reason)
        foot = QHBoxLayout()
        foot.setSpacing(max(scale.space, scale.px(16)))
        for button in (self.emergency, self.more_button):
            button.setSizePolicy(QSizePolicy.Fixed, QSizePolicy.Fixed)
            foot.addWidget(button)
        foot.addStretch(1)
        column.addLayout(self._grid)
        column.addStretch(1)
        column.addLayout(foot)
        return column

    def _entry(self, scale: Scale) -> QStackedWidget:
        self._stack = QStackedWidget()
        self._stack.setFixedWidth(max(scale.px(500), 3 * scale.finger + 2 * scale.space))
        self.pad = PinPad(scale, "Your PIN", "Sign in")
        self.pad.entered.connect(self._try)
        self._reasons = QWidget()
        column = QVBoxLayout(self._reasons)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space)
        column.addWidget(Label("Why is emergency access needed?", scale, 24, QFont.DemiBold))
        column.addWidget(
            Label(
                "It opens cases for 15 minutes. The reason and all that is done stay in the audit trail.",
                scale,
                18,
                tone="quiet",
                wrap=True,
            )
        )
        self.reasons = {reason: TouchButton(reason, scale, size=20) for reason in REASONS}
        for reason, button in self.reasons.items():
            button.clicked.connect(lambda _checked, reason=reason: self._break_glass(reason))
            column.addWidget(button)
        self.never_mind = TouchButton("Never mind", scale, "quiet", size=20)
        self.never_mind.clicked.connect(lambda: self._stack.setCurrentIndex(0))
        column.addWidget(self.never_mind)
        column.addStretch(1)
        welcome = QWidget()
        inner = QVBoxLayout(welcome)
        inner.setContentsMargins(0, 0, 0, 0)
        card = Card("Who is here?", scale)
        card.add(
            Label(
                "Every entry carries the name of the person who made it. Change hands in two taps: the name at the top, then yours.",
                scale,
                20,
                wrap=True,
            )
        )
        inner.addWidget(card)
        inner.addStretch(1)
        for page in (welcome, self.pad, self._reasons):
            self._stack.addWidget(page)
        self._stack.setSizePolicy(QSizePolicy.Fixed, QSizePolicy.Expanding)
        return self._stack
