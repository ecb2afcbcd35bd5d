"""The form of one result: six faces and a few facts as tiles, their choices beside them, the keypad for millimetres, and a signature."""

from __future__ import annotations

from collections.abc import Callable

from PyQt5.QtCore import Qt, pyqtSignal
from PyQt5.QtGui import QFont, QHideEvent, QShowEvent
from PyQt5.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from algorithms.evidence.kinds import Finding, Kind, examination
from console.cases import results_log as log
from console.cases.model import Entry, Reading, Session
from console.cases.service import CaseService
from console.views.results_draft import Draft, Field
from console.views.results_signing import REASONS, SigningForm
from console.views.results_tiles import Tile
from console.views.specimen_panels import ChoicePanel, KeypadPanel, SignedPanel
from console.widgets.card import Card
from console.widgets.keyboard import Keyboard
from console.widgets.label import Label
from console.widgets.room import Room
from console.widgets.text_field import TextField
from console.widgets.touch_button import TouchButton
from console.words import Typed

MOST_IN_A_COLUMN = 6


class ResultForm(SigningForm):
    """`ResultForm(room, kind, specimen_id)`. Every tap is an entry on disk; the form shows what the case file holds."""

    left = pyqtSignal()

    def __init__(self, room: Room, kind: Kind, specimen_id: str) -> None:
        super().__init__()
        self._room, self._specimen_id = room, specimen_id
        self.draft = Draft(kind)
        self._reading: Reading | None = None
        self._reason = ""
        self._signing = False
        self._build()
        room.case_changed.connect(self._case_changed)
        self._case_changed()

    # --- what it is made of ----------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        scale = self._room.scale
        self._pages = QStackedWidget(self)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        form = QWidget()
        body = QHBoxLayout(form)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(scale.px(22))
        body.addLayout(self._build_left(), 13)
        body.addWidget(self._build_options(), 5)
        body.addWidget(self._build_right(), 7)
        self._pages.addWidget(form)
        self._pages.addWidget(self._build_name_page())

    def _build_left(self) -> QVBoxLayout:
        scale = self._room.scale
        column = QVBoxLayout()
        column.setSpacing(scale.space)
        head = QHBoxLayout()
        head.setSpacing(scale.space)
        self.back = TouchButton("Results", scale, icon="previous")
        self.back.setSizePolicy(self.back.sizePolicy().Fixed, self.back.sizePolicy().Fixed)
        self.back.clicked.connect(lambda: self._leave(self.left.emit))
        head.addWidget(self.back)
        head.addWidget(Label(self.draft.known.title, scale, 28, QFont.Bold), 1)
        column.addLayout(head)
        grid = QGridLayout()
        grid.setSpacing(scale.space)
        self.tiles = {one.key: Tile(one.title, scale) for one in self.draft.fields}
        for index, (key, tile) in enumerate(self.tiles.items()):
            tile.clicked.connect(lambda _checked, key=key: self._leave(lambda: self._light(key)))
            grid.addWidget(tile, index // 3, index % 3)
        for place in range(3):
            grid.setColumnStretch(place, 1)
        column.addLayout(grid)
        self.notice = Label("", scale, 18, tone="quiet", wrap=True)
        column.addWidget(self.notice)
        column.addStretch(1)
        return column

    def _build_options(self) -> Card:
        scale = self._room.scale
        self._options_card = card = Card("", scale, padding=14)
        self._options_title = Label("", scale, 18, QFont.DemiBold, "quiet", wrap=True)
        self._options = QGridLayout()
        self._options.setSpacing(scale.space)
        self.buttons: list[TouchButton] = []
        self.rest = TouchButton("Rest negative", scale, "quiet", size=20)
        self.rest.clicked.connect(self._rest_negative)
        card.add(self._options_title)
        card.add(self._options)
        card.body.addStretch(1)
        card.add(self.rest)
        return card

    def _build_right(self) -> QStackedWidget:
        scale = self._room.scale
        self.typing, self.choice, self.signed = KeypadPanel(scale), ChoicePanel(scale), SignedPanel(scale)
        self._stack = QStackedWidget()
        for panel in (self.typing, self.choice, self.signed):
            self._stack.addWidget(panel)
        self.typing.unit.setVisible(False)  # histology is told in millimetres, always
        keypad = self.typing.keypad
        keypad.digit.connect(lambda digit: self._become(self.draft.typed(digit)))
        keypad.erased.connect(lambda: self._become(self.draft.erased()))
        keypad.next.connect(lambda: self._leave(lambda: self._step(1)))
        keypad.back.connect(lambda: self._leave(lambda: self._step(-1)))
        self.typing.undo.clicked.connect(self._undo)
        self.typing.sign.held.connect(lambda: self._leave(self._sign))
        self.choice.chosen.connect(self._reason_chosen)
        self.signed.correct.clicked.connect(self._ask_reason)
        self.signed.margins.clicked.connect(lambda: self._room.go("margins"))
        return self._stack

    def _build_name_page(self) -> QWidget:
        scale = self._room.scale
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space)
        self.name = TextField("Name", scale, names=True, limit=80)
        self.keyboard = Keyboard(scale, done="Keep")
        self.keyboard.attach(self.name)
        self.keyboard.done.connect(self._name_typed)
        self.name.entered.connect(self._name_typed)
        column.addWidget(self.name)
        column.addStretch(1)
        column.addWidget(self.keyboard)
        return page

    # --- what is on disk -------------------------------------------------------------------------------------------------------------

    def _case_changed(self) -> None:
        file = self._room.case_file
        if file is None:
            return
        saved, self._reading, self._reason = log.draft(file, self.draft.kind, self._specimen_id)
        self.draft = self.draft.with_saved(saved)
        self._show()

    def _store(self, entries: dict[str, str | None], then: Callable[[], None] = lambda: None) -> None:
        file, kind, specimen_id = self._room.case_file, self.draft.kind, self._specimen_id
        if file is None:
            return

        def work(service: CaseService, session: Session) -> None:
            for name, value in entries.items():
                service.add_entry(session, file.case.id, specimen_id, kind, name, value)

        self._room.do(work, lambda _none: then(), self._room.say)

    # --- filling in ------------------------------------------------------------------------------------------------------------------

    def _become(self, draft: Draft) -> None:
        if self._editing:
            self.draft = draft
            self._show()

    def _leave(self, then: Callable[[], None]) -> None:
        """Keep what was typed, then go on."""
        entry = self.draft.entry() if self._editing else None
        self.draft = self.draft.at(self.draft.active)
        if entry is None:
            then()
        else:
            self._store({entry[0]: entry[1]}, then)

    def _light(self, key: str) -> None:
        self.draft = self.draft.at(key)
        fact = self.draft.lit.fact
        if self._editing and fact is not None and not fact.options and not fact.is_number:
            self.name.set_text(self.draft.saved.get(key, ""))
            self._pages.setCurrentIndex(1)
            self.name.set_active(active=True)
            self.keyboard.attach(self.name)
        self._show()

    def _name_typed(self) -> None:
        self._pages.setCurrentIndex(0)
        self._store({self.draft.active: self.name.text() or None})
        following = self.draft.neighbour(1)
        if following is not None:
            self._light(following)

    def _step(self, way: int) -> None:
        key = self.draft.neighbour(way)
        if key is not None:
            self._light(key)

    def _choose(self, value: str) -> None:
        """A choice is kept at once; the same one again takes it away."""
        if not self._editing:
            return
        entry = self.draft.entry()
        typed = {entry[0]: entry[1]} if entry else {}
        self.draft = self.draft.at(self.draft.active)
        self._store({**typed, self.draft.option_entry: None if value == self.draft.chosen else value})

    def _rest_negative(self) -> None:
        """Every face of which nothing was said yet becomes negative: what a pathologist says in one breath."""
        if self._editing:
            self._store({f"{face.value} finding": Finding.NEGATIVE.value for face in self.draft.open_faces()})

    def _undo(self) -> None:
        if self.draft.text is not None:
            self._become(self.draft.at(self.draft.active))
            return
        file, kind, specimen_id = self._room.case_file, self.draft.kind, self._specimen_id
        if file is not None:
            self._room.do(lambda service, session: service.undo_entry(session, file.case.id, specimen_id, kind), self._undone)

    def _undone(self, undo: Entry | None) -> None:
        key = undo.field.removesuffix(" finding").removesuffix(" mm") if undo is not None else ""
        if key in self.tiles:
            self.draft = self.draft.at(key)
            self._show()

    # --- signing and correcting ------------------------------------------------------------------------------------------------------

    def _sign(self) -> None:
        if not self.draft.fault:
            self._sign_result(self.draft.result)
            self._show()

    def _reason_chosen(self, index: int) -> None:
        self._stack.setCurrentWidget(self.typing)
        if index < len(REASONS) and self._reading is not None:
            self._store({log.CORRECTING + self._reading.id: REASONS[index]})
        self._show()

    # --- showing ---------------------------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        for one in self.draft.fields:
            lit = self._editing and one.key == self.draft.lit.key
            self.tiles[one.key].setChecked(lit)
            self.tiles[one.key].show_value(self._shown(one, lit=lit))
        fault = self.draft.fault if self._editing else ""
        self.notice.setText(fault or examination(self.draft.kind).limits)
        self.notice.set_tone("close" if fault and self.draft.saved else "quiet")
        self._show_options()
        self._show_right(fault)

    def _shown(self, one: Field, *, lit: bool) -> str:
        return f"{self.draft.text} mm" if lit and self.draft.text else self.draft.shown(one)

    def _show_options(self) -> None:
        options = self.draft.options if self._editing else ()
        self._options_card.setVisible(self._editing)
        self._options_title.setText(self.draft.lit.title)
        for button in self.buttons:
            self._options.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        columns = 1 if len(options) <= MOST_IN_A_COLUMN else 2
        for index, (value, words) in enumerate(options):
            button = TouchButton(words, self._room.scale, checkable=True, size=20 if columns == 1 else 18)
            button.setChecked(value == self.draft.chosen)
            button.clicked.connect(lambda _checked, value=value: self._choose(value))
            self._options.addWidget(button, index // columns, index % columns)
            self.buttons.append(button)
        negative = Finding.NEGATIVE in self.draft.known.findings
        self.rest.setVisible(self._editing and negative and self.draft.lit.face is not None)
        self.rest.setEnabled(bool(self.draft.open_faces()))

    def _show_right(self, fault: str) -> None:
        draft, panel = self.draft, self.typing
        if self._stack.currentWidget() is not self.choice:
            self._stack.setCurrentWidget(panel if self._editing or self._reading is None else self.signed)
        number = draft.text if draft.text is not None else draft.saved.get(draft.number_entry, "") if draft.takes_number else ""
        panel.number.show_value(number or "–", "mm" if number else "")
        panel.say(f"Correcting: {self._reason.lower()}. {draft.lit.title}" if self._reason else draft.lit.title)
        following = draft.neighbour(1)
        panel.keypad.set_next("Next" if following else "Save", enabled=self._editing)
        panel.keypad.set_back_enabled(draft.neighbour(-1) is not None)
        for key in panel.keypad.keys.values():
            key.setEnabled(self._editing and draft.takes_number)
        panel.undo.setEnabled(self._editing and (draft.text is not None or bool(draft.saved) or bool(self._reason)))
        panel.sign.setEnabled(self._editing and not fault)
        if self._reading is not None:
            moment = self._reading.taken_at.astimezone(self._room.now().tzinfo)
            self.signed.words.setText(Typed(f"{self._reading.by}, {moment:%H:%M}"))
            corrected = f"Correction: {self._reading.reason.lower()}." if self._reading.supersedes else "As told."
            self.signed.detail.setText(f"{moment:%d %b %Y}. {corrected} A later change is a correction with its reason.")

    def showEvent(self, event: QShowEvent | None) -> None:
        """Keys of a physical keyboard go to the keypad."""
        super().showEvent(event)  # type: ignore[arg-type]
        self.typing.keypad.setFocus(Qt.OtherFocusReason)

    def hideEvent(self, event: QHideEvent | None) -> None:
        """Leaving the screen keeps the number that was typed."""
        super().hideEvent(event)  # type: ignore[arg-type]
        self._leave(lambda: None)
