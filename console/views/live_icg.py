"""The ICG injection's form: nine tiles, each on disk as it is tapped, and one signature; what may not be given says why."""

from __future__ import annotations

from PyQt5.QtCore import pyqtSignal
from PyQt5.QtGui import QFont
from PyQt5.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.cases import icg_log
from console.cases.icg_log import FORM, NUMBERS, OPTIONS, UNITS, USUAL, Field
from console.cases.model import Entry, Reading, Session
from console.cases.service import CaseService
from console.faults import Refused
from console.views.results_tiles import Tile
from console.views.specimen_panels import ChoicePanel, KeypadPanel
from console.widgets.keyboard import Keyboard
from console.widgets.label import Label
from console.widgets.room import Room
from console.widgets.text_field import TextField
from console.widgets.touch_button import TouchButton

TITLES = {
    Field.ALLERGY: "Allergy to iodide", Field.POWDER: "ICG in the vial", Field.WATER: "Water added", Field.EACH: "Volume per site",
    Field.SITES: "Sites", Field.ROUTE: "Route", Field.LOT: "Lot", Field.EXPIRY: "Expiry", Field.RECONSTITUTED: "Reconstituted",
}  # fmt: skip
HINTS = {Field.SITES: "4 to 8", Field.EXPIRY: "MMYYYY", Field.RECONSTITUTED: "HHMM"}
ORDER = tuple(Field)
LONGEST = 6
WHOLE = frozenset({Field.SITES, Field.EXPIRY, Field.RECONSTITUTED})


class IcgPage(QWidget):
    """`left` when it is done. A barcode scanned while the lot is lit is its number."""

    left = pyqtSignal()

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self._active = Field.ALLERGY
        self._text = ""
        scale = room.scale
        body = QHBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(scale.px(22))
        body.addLayout(self._build_left(), 3)
        body.addWidget(self._build_right(), 2)
        room.case_changed.connect(self._show)
        self._light(next((field for field in ORDER if field not in self._fields), Field.ALLERGY))

    def _build_left(self) -> QVBoxLayout:
        scale = self._room.scale
        column = QVBoxLayout()
        column.setSpacing(scale.space)
        head = QHBoxLayout()
        head.setSpacing(scale.space)
        self.back = TouchButton("Live", scale, icon="previous", size=20)
        self.back.setSizePolicy(self.back.sizePolicy().Fixed, self.back.sizePolicy().Fixed)
        self.back.clicked.connect(lambda: self._leave(None))
        head.addWidget(self.back)
        head.addWidget(Label("ICG injection", scale, 28, QFont.Bold), 1)
        column.addLayout(head)
        grid = QGridLayout()
        grid.setSpacing(scale.space)
        self.tiles = {field: Tile(TITLES[field], scale) for field in ORDER}
        for place, (field, tile) in enumerate(self.tiles.items()):
            tile.clicked.connect(lambda _checked, field=field: self._leave(field))
            grid.addWidget(tile, place // 3, place % 3)
            grid.setColumnStretch(place % 3, 1)
        column.addLayout(grid)
        self.notice = Label("", scale, 18, tone="quiet", wrap=True)
        column.addWidget(self.notice)
        column.addStretch(1)
        return column

    def _build_right(self) -> QStackedWidget:
        scale = self._room.scale
        self.typing, self.choice = KeypadPanel(scale), ChoicePanel(scale)
        self.typing.unit.setVisible(False)
        self.typing.number.setMinimumWidth(scale.px(190))
        self.lot = TextField("Lot, typed or scanned", scale, limit=40)
        self.keyboard = Keyboard(scale, done="Keep")
        self.keyboard.attach(self.lot)
        self.keyboard.done.connect(self._lot_typed)
        self.lot.entered.connect(self._lot_typed)
        spelling = QWidget()
        column = QVBoxLayout(spelling)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space)
        column.addWidget(self.lot)
        column.addStretch(1)
        column.addWidget(self.keyboard)
        self._panels = QStackedWidget()
        for panel in (self.typing, self.choice, spelling):
            self._panels.addWidget(panel)
        self._spelling = spelling
        keypad = self.typing.keypad
        keypad.digit.connect(self._digit)
        keypad.erased.connect(self._erase)
        keypad.next.connect(lambda: self._leave(self._neighbour(1)))
        keypad.back.connect(lambda: self._leave(self._neighbour(-1)))
        self.typing.undo.clicked.connect(self._undo)
        self.typing.sign.held.connect(lambda: self._leave(self._active, sign=True))
        self.choice.chosen.connect(self._option)
        return self._panels

    @property
    def _fields(self) -> dict[Field, str]:
        file = self._room.case_file
        return icg_log.entered(file) if file is not None else {}

    @property
    def _signed(self) -> Reading | None:
        file = self._room.case_file
        return icg_log.signed(file) if file is not None else None

    # --- one field after another -------------------------------------------------------------------------------------------------------

    def take_scan(self, text: str) -> None:
        """A barcode: the lot."""
        if self._active is Field.LOT:
            self.lot.set_text(text)
            self._lot_typed()

    def _neighbour(self, step: int) -> Field:
        return ORDER[min(max(ORDER.index(self._active) + step, 0), len(ORDER) - 1)]

    def _light(self, field: Field) -> None:
        self._active, self._text = field, ""
        self._show()

    def _digit(self, key: str) -> None:
        if len(self._text) < LONGEST and not (key == "." and ("." in self._text or self._active in WHOLE)):
            self._text += "0." if key == "." and not self._text else key
            self._show()

    def _erase(self) -> None:
        self._text = self._text[:-1]
        self._show()

    def _option(self, index: int) -> None:
        if self._signed is not None:
            return
        self._keep(self._active, OPTIONS[self._active][index], self._neighbour(1))

    def _lot_typed(self) -> None:
        self._keep(Field.LOT, self.lot.text(), self._neighbour(1))

    def _leave(self, to: Field | None, *, sign: bool = False) -> None:
        """Keep what was typed, then go on: to another tile, to the signature, or away."""

        def then() -> None:
            if sign:
                self._sign()
            elif to is None:
                self.left.emit()
            else:
                self._light(to)

        text = self._text
        if text and self._signed is None:
            self._store(self._active, text, then)
        else:
            then()

    def _keep(self, field: Field, text: str, then: Field) -> None:
        self._store(field, text, lambda: self._light(then))

    def _store(self, field: Field, text: str, then: object) -> None:
        file = self._room.case_file
        if file is None or not callable(then):
            return
        try:
            value = icg_log.check_field(field, text)
        except Refused as refusal:
            self.typing.say(str(refusal), wrong=True)
            return

        def work(service: CaseService, session: Session) -> Entry:
            return service.add_entry(session, file.case.id, None, FORM, field.value, value)

        self._room.do(work, lambda _entry: then(), self._room.say)

    def _undo(self) -> None:
        file = self._room.case_file
        if file is not None and self._signed is None:
            self._room.do(lambda service, session: service.undo_entry(session, file.case.id, None, FORM), None, self._room.say)

    def _sign(self) -> None:
        file, now = self._room.case_file, self._room.now()
        if file is None:
            return

        def work(service: CaseService, session: Session) -> Reading:
            return icg_log.sign(service, session, service.case_file(session, file.case.id), now)

        self._room.do(work, lambda _reading: self.left.emit(), self._room.say)

    # --- showing -----------------------------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        fields, signed = self._fields, self._signed
        for field, tile in self.tiles.items():
            tile.setChecked(field is self._active)
            typed = self._text if field is self._active and self._text else ""
            value = typed or fields.get(field, "")
            tile.show_value(f"{value} {UNITS[field]}" if value and field in UNITS else value or "–", "text" if value else "faint")
        self.notice.setText(self._words(fields))
        self._show_panel()
        self.typing.sign.setEnabled(signed is None and all(field in fields or field is self._active for field in ORDER))
        self.typing.undo.setEnabled(signed is None and bool(fields))

    def _show_panel(self) -> None:
        field = self._active
        if field in OPTIONS:
            self.choice.ask(f"{TITLES[field]}?", [words.capitalize() for words in OPTIONS[field]])
            self._panels.setCurrentWidget(self.choice)
        elif field is Field.LOT:
            self._panels.setCurrentWidget(self._spelling)
        else:
            self._panels.setCurrentWidget(self.typing)
            usual = f"usually {USUAL[field]} {UNITS[field]}" if field in USUAL else HINTS.get(field, "")
            self.typing.say(f"{TITLES[field]}{f', {usual}' if usual else ''}")
            self.typing.number.show_value(self._text or self._fields.get(field, "–"), UNITS.get(field, ""))
            after = self._neighbour(1)
            self.typing.keypad.set_next(f"Next: {TITLES[after].partition(',')[0].lower()}" if after is not field else "Save")
            self.typing.keypad.keys["."].setEnabled(field in NUMBERS and field not in WHOLE)

    def _words(self, fields: dict[Field, str]) -> str:
        """What follows from the form as it is: the dose, or why it may not be given."""
        file, signed = self._room.case_file, self._signed
        if file is None:
            return ""
        if signed is not None:
            return f"Signed {signed.taken_at.astimezone(self._room.now().tzinfo):%H:%M} by {signed.by}."
        try:
            given = icg_log.injection(fields, self._room.now())
        except Refused as refusal:
            return f"{refusal} {icg_log.LIMITS}"
        if why := icg_log.forbidden(given, fields, file.case.patient, self._room.now()):
            return f"◆ {why}"
        share = given.mg_per_kg(file.case.patient)
        by_weight = f" = {share:.3f} mg/kg" if share is not None else ""
        return " ".join([f"Dose {given.dose_mg.normalize():f} mg{by_weight}.", *icg_log.doubts(given, file.case.patient)])
