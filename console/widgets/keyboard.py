"""Our own on-screen alphabet: large keys, the accents of European names, digits; it types into whichever field was tapped."""

from __future__ import annotations

from PyQt5.QtCore import pyqtSignal
from PyQt5.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from console.widgets.scale import Scale
from console.widgets.text_field import TextField
from console.widgets.touch_button import TouchButton

LETTERS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
DIGITS = ("1234567890", "/.,:+()#_", "&@=;!?%")
ACCENTS = ("éèêëáàâäãå", "æíìîïóòôö", "øœúùûüñçß")
LAYERS = {"letters": LETTERS, "digits": DIGITS, "accents": ACCENTS}


class Keyboard(QWidget):
    """`attach` names the field that it types into; `done` is its own last key."""

    done = pyqtSignal()

    def __init__(self, scale: Scale, *, done: str = "Done") -> None:
        super().__init__()
        self._scale = scale
        self._field: TextField | None = None
        self._capitals = False
        self.keys: dict[str, TouchButton] = {}
        self._layers = QStackedWidget()
        self._order = tuple(LAYERS)
        self.shift_key = self._control("", "shift", checkable=True)
        self.erase_key = self._control("", "backspace")
        self.layer_keys = {name: self._control(words, checkable=True) for name, words in (("digits", "123"), ("accents", "é ä ø"))}
        self.done_key = TouchButton(done, scale, "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space)
        for rows in LAYERS.values():
            self._layers.addWidget(self._layer(rows))
        column.addWidget(self._layers)
        column.addLayout(self._last_row())
        self.shift_key.clicked.connect(lambda: self._set_capitals(not self._capitals))
        self.erase_key.clicked.connect(self._erase)
        self.done_key.clicked.connect(self.done)
        self.show_layer("letters")

    def attach(self, field: TextField) -> None:
        """Type into this one from now on."""
        self._field = field
        self.show_layer("digits" if field.digits else "letters")
        self._set_capitals(field.wants_capital())

    def show_layer(self, name: str) -> None:
        """`letters`, `digits` or `accents`."""
        self._layers.setCurrentIndex(self._order.index(name))
        for layer, key in self.layer_keys.items():
            key.setChecked(layer == name)

    @property
    def layer(self) -> str:
        """Which keys are shown."""
        return self._order[self._layers.currentIndex()]

    def _type(self, character: str) -> None:
        if self._field is None:
            return
        self._field.insert(character.upper() if self._capitals and character != "ß" else character)
        self._set_capitals(self._field.wants_capital())
        if self.layer == "accents":
            self.show_layer("letters")

    def _erase(self) -> None:
        if self._field is not None:
            self._field.backspace()
            self._set_capitals(self._field.wants_capital())

    def _toggle(self, name: str) -> None:
        self.show_layer("letters" if self.layer == name else name)

    def _set_capitals(self, capitals: bool) -> None:
        self._capitals = capitals
        self.shift_key.setChecked(capitals)
        for character, key in self.keys.items():
            if character.isalpha() and character != "ß":
                key.setText(character.upper() if capitals else character)

    def _layer(self, rows: tuple[str, ...]) -> QWidget:
        layer = QWidget()
        # Twenty columns, two a key: a shorter row begins half a key further in.
        grid = QGridLayout(layer)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(self._scale.space)
        for column in range(20):
            grid.setColumnStretch(column, 1)
        for row, characters in enumerate(rows):
            for index, character in enumerate(characters):
                grid.addWidget(self._key(character), row, 10 - len(characters) + 2 * index, 1, 2)
        return layer

    def _last_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._scale.space)
        for key in (self.shift_key, *self.layer_keys.values(), self._key("-"), self._key("'")):
            row.addWidget(key, 2)
        space = self._key(" ")
        space.setText("space")
        row.addWidget(space, 5)
        row.addWidget(self.erase_key, 2)
        row.addWidget(self.done_key, 3)
        for name, key in self.layer_keys.items():
            key.clicked.connect(lambda _checked, name=name: self._toggle(name))
        return row

    def _key(self, character: str) -> TouchButton:
        key = TouchButton(character, self._scale, "key", size=22 if character == " " else 26)
        key.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Fixed)
        key.clicked.connect(lambda: self._type(character))
        self.keys[character] = key
        return key

    def _control(self, words: str, icon: str = "", *, checkable: bool = False) -> TouchButton:
        return TouchButton(words, self._scale, "key", icon=icon, checkable=checkable, size=20)
