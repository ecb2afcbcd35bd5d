"""The specimen screen: ten numbers by thumb, the drawing that fills in, the formula spelled out, and a signature."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from PyQt5.QtCore import Qt
from PyQt5.QtGui import QHideEvent, QShowEvent
from PyQt5.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from algorithms.specimen.measurement import Length
from console.cases import specimen_log as log
from console.cases.model import CaseFile, Entry, Reading, Session
from console.cases.service import CaseService
from console.faults import Refused
from console.views.specimen_form import ORDER, SpecimenForm
from console.views.specimen_panels import ChoicePanel, KeypadPanel, SignedPanel
from console.widgets.card import Card
from console.widgets.centralization_card import CentralizationCard, Doubts
from console.widgets.length_field import LengthField
from console.widgets.room import Room
from console.widgets.specimen_diagram import SpecimenDiagram, SpecimenDrawing

REASONS = ("Typed wrong", "Measured again", "Sides mixed up", "Wrong specimen")


class SpecimenView(QWidget):
    """`SpecimenView(room)`: everything it knows comes from the case file, so that a crash loses at most the number being typed."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self.form = SpecimenForm()
        self._case_id = ""
        self._saving: dict[Length, Decimal | None] = {}
        self._reading: Reading | None = None
        self._reason = ""
        self._signing = False
        self._answer: Callable[[int], None] = lambda _index: None
        self._build()
        room.case_changed.connect(self._case_changed)
        room.session_changed.connect(self._session_changed)
        self._case_changed()

    # --- what it is made of ----------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        scale = self._room.scale
        space = max(scale.gap, scale.px(14))
        body = QHBoxLayout(self)
        body.setContentsMargins(*(scale.px(22),) * 4)
        body.setSpacing(scale.px(22))
        self._left = Card("Specimen", scale)
        self._diagram = SpecimenDiagram(scale)
        self._left.add(self._diagram, 1)
        middle = QVBoxLayout()
        middle.setSpacing(space)
        grid = QGridLayout()
        grid.setSpacing(space)
        self.fields = {length: LengthField(length.label, scale) for length in ORDER}
        for index, (length, box) in enumerate(self.fields.items()):
            box.tapped.connect(lambda length=length: self._leave(lambda: self._enter(length)))
            box.setMaximumHeight(max(scale.target, scale.px(88)))
            grid.addWidget(box, index // 2, index % 2)
        self.centralization, self.doubts = CentralizationCard(scale), Doubts(scale)
        middle.addLayout(grid)
        middle.addWidget(self.centralization)
        middle.addWidget(self.doubts, 1)
        body.addWidget(self._left, 10)
        body.addLayout(middle, 10)
        body.addWidget(self._build_right(), 7)

    def _build_right(self) -> QStackedWidget:
        scale = self._room.scale
        self.typing, self.choice, self.signed = KeypadPanel(scale), ChoicePanel(scale), SignedPanel(scale)
        self._stack = QStackedWidget()
        for panel in (self.typing, self.choice, self.signed):
            self._stack.addWidget(panel)
        keypad = self.typing.keypad
        keypad.digit.connect(lambda digit: self._become(self.form.typed(digit)))
        keypad.erased.connect(lambda: self._become(self.form.erased()))
        keypad.next.connect(lambda: self._leave(lambda: self._enter(self.form.following or self.form.active)))
        keypad.back.connect(lambda: self._leave(lambda: self._enter(self.form.previous or self.form.active)))
        self.typing.undo.clicked.connect(self._undo)
        self.typing.sign.held.connect(lambda: self._leave(self._sign, after_question=self._show))
        self.choice.chosen.connect(self._answered)
        self.signed.correct.clicked.connect(self._ask_reason)
        self.signed.margins.clicked.connect(lambda: self._room.go("margins"))
        return self._stack

    # --- what is on disk -------------------------------------------------------------------------------------------------------------

    def _case_changed(self) -> None:
        """Take everything anew from the case file; only the number being typed stays."""
        file = self._room.case_file
        if file is None:
            self._case_id, self._reading, self.form, self._saving = "", None, SpecimenForm(), {}
            self._show()
            return
        specimen = log.main_specimen(file)
        entries = log.standing(file.entries, specimen.id)
        self._reading = log.signed_reading(file, specimen.id)
        self._reason = log.correction_reason(entries, self._reading)
        self.form = self.form.with_saved(_on_disk(entries, self._reading))
        if file.case.id != self._case_id:
            self._case_id, self._saving = file.case.id, {}
            self.form = self.form.at(self.form.missing[0] if self.form.missing else self.form.active)
            self._stack.setCurrentWidget(self.typing)
        self._show()

    def _session_changed(self) -> None:
        """Answers to the person before are not heard any more: nothing is shown as being saved that nobody waits for."""
        self._saving, self._signing = {}, False
        self._show()

    # --- typing and saving -----------------------------------------------------------------------------------------------------------

    @property
    def _editing(self) -> bool:
        return self._room.case_file is not None and (self._reading is None or bool(self._reason))

    def _become(self, form: SpecimenForm) -> None:
        self.form = form
        self._show()

    def _enter(self, length: Length) -> None:
        self._become(self.form.at(length))

    def _leave(self, then: Callable[[], None], after_question: Callable[[], None] | None = None) -> None:
        """Save what was typed, ask first when it looks odd, and only then go on; a number that cannot be stays where it is.

        `after_question` takes the place of `then` where somebody had to answer: what was held for is held for again.
        """
        if not self._editing:
            return
        try:
            question = self.form.question()
        except Refused as refusal:
            self.typing.say(str(refusal), wrong=True)
            self._show_field(self.form.active, wrong=True)
            return
        if question is None:
            self._keep(self.form.entry())
            then()
            return

        def answered(index: int) -> None:
            self._stack.setCurrentWidget(self.typing)
            self._keep((question.meant, question.typed)[index])
            (after_question or then)()

        number, meant = self.form.text or "", question.sentence.split(" mean ")[1].rstrip("?")
        self._ask(f"{question.length.label}: {question.sentence}", (f"Use {meant}", f"Keep {number} mm"), answered)

    def _keep(self, value: Decimal | None) -> None:
        """Have the store save the active field, if it changed. The form forgets the text; the field says «saving…» until it is on disk."""
        length, clears = self.form.active, self.form.clears()
        self.form = self.form.at(length)
        if value is not None or clears:
            self._saving[length] = value
            text = None if value is None else str(value)
            self._store(length.value, text, lambda _entry: self._kept(length), lambda words: self._lost(length, value, words))
        self._show()

    def _store(self, name: str, value: str | None, then: Callable[[Entry], None], failed: Callable[[str], None]) -> None:
        case_id, specimen_id = self._ids()
        self._room.do(lambda service, session: service.add_entry(session, case_id, specimen_id, log.FORM, name, value), then, failed)

    def _kept(self, length: Length) -> None:
        self._saving.pop(length, None)
        self._show()

    def _lost(self, length: Length, value: Decimal | None, words: str) -> None:
        """It could not be saved: the number goes back into its field, unsaved, and the banner says why."""
        self._saving.pop(length, None)
        self.form = SpecimenForm(self.form.saved, length, "" if value is None else str(value))
        self._room.say(words)
        self._show()

    def _undo(self) -> None:
        """A number half typed is simply dropped; else the last one on disk is taken back."""
        if self.form.text is not None:
            self._become(self.form.at(self.form.active))
            return
        case_id, specimen_id = self._ids()
        self._room.do(lambda service, session: service.undo_entry(session, case_id, specimen_id, log.FORM), self._undone)

    def _undone(self, undo: Entry | None) -> None:
        """Go back to the field whose number was taken back."""
        if undo is not None and undo.field in set(Length):
            self._enter(Length(undo.field))

    # --- signing and correcting ------------------------------------------------------------------------------------------------------

    def _sign(self) -> None:
        """One reading of everything that was typed; a correction names the one that it replaces."""
        lengths, file, replaced, reason = self._known(), self._room.case_file, self._reading, self._reason
        if file is None or self._signing or log.measurement(lengths) is None:
            return

        def work(service: CaseService, session: Session) -> Reading:
            return log.sign(service, session, file, lengths, replaces=replaced, reason=reason)

        self._signing = True
        self._show()
        self._room.do(work, lambda _reading: self._signed(), self._not_signed)

    def _signed(self) -> None:
        self._signing = False
        self._show()

    def _not_signed(self, words: str) -> None:
        self._signing = False
        self._room.say(words)
        self._show()

    def _ask_reason(self) -> None:
        reading = self._reading
        if reading is None:
            return

        def answered(index: int) -> None:
            self._stack.setCurrentWidget(self.typing)
            if index < len(REASONS):
                self._store(log.CORRECTING + reading.id, REASONS[index], lambda _entry: self._show(), self._room.say)
            self._show()

        self._ask("Why is it corrected?", (*REASONS, "Leave as signed"), answered)

    def _answered(self, index: int) -> None:
        self._answer(index)

    def _ask(self, question: str, answers: tuple[str, ...], answered: Callable[[int], None]) -> None:
        self._answer = answered
        self.choice.ask(question, answers)
        self._stack.setCurrentWidget(self.choice)

    # --- showing ---------------------------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        """Everything on the screen follows from the form and the case file."""
        file = self._room.case_file
        lengths = self._known() if self._editing or self._reading is None else log.lengths_of(self._reading)
        self._left.title.setText(_title(file))
        if file is not None:
            self._diagram.show_drawing(SpecimenDrawing(file.case.side, lengths, self.form.active if self._editing else None))
        self.doubts.show_doubts(self.centralization.show_lengths(lengths))
        for length in self.fields:
            self._show_field(length)
        self._show_right(lengths)

    def _show_field(self, length: Length, *, wrong: bool = False) -> None:
        form = self.form
        if not self._editing and self._reading is not None:
            form = SpecimenForm(log.lengths_of(self._reading), length)
        active = self._editing and length is form.active
        if length in self._saving:
            number, mark = SpecimenForm(self._known(), length).shown_text(length), "saving…"
        else:
            typing = active and form.text is not None
            number = form.shown_text(length)
            mark = "typing" if typing else "" if length not in form.saved else "✓ saved" if self._editing else "signed"
        self.fields[length].show_state(number, mark, active=active, wrong=wrong)

    def _show_right(self, lengths: log.Lengths) -> None:
        form, panel = self.form, self.typing
        if self._stack.currentWidget() is not self.choice:
            self._stack.setCurrentWidget(panel if self._editing or self._reading is None else self.signed)
        number = form.shown_text(form.active)
        panel.number.show_value(number, "mm" if number != "–" else "")
        panel.say(f"Correcting: {self._reason.lower()}. {form.active.label}" if self._reason else form.active.label)
        panel.keypad.set_next(f"Next: {_short(form.following)}" if form.following else "Save", enabled=self._editing)
        panel.keypad.set_back_enabled(form.previous is not None)
        panel.undo.setEnabled(self._editing and (form.text is not None or bool(form.saved) or bool(self._reason)))
        panel.sign.setEnabled(self._editing and not self._signing and log.measurement(lengths) is not None)
        if self._reading is not None:
            moment = self._reading.taken_at.astimezone(self._room.now().tzinfo)
            self.signed.words.setText(f"{self._reading.by}, {moment:%H:%M}")
            corrected = f"Correction: {self._reading.reason.lower()}." if self._reading.supersedes else "As measured."
            self.signed.detail.setText(f"{moment:%d %b %Y}. {corrected} A later change is a correction with its reason.")

    def _known(self) -> dict[Length, Decimal]:
        """Typed over being saved over saved, mm."""
        known = {**self.form.lengths}
        for length, value in self._saving.items():
            known.pop(length, None)
            if value is not None:
                known[length] = value
        return {**known, **({self.form.active: self.form.lengths[self.form.active]} if self._typing_a_number() else {})}

    def _typing_a_number(self) -> bool:
        return self.form.text is not None and self.form.active in self.form.lengths

    def _ids(self) -> tuple[str, str]:
        file = self._room.case_file
        assert file is not None  # every caller checked `_editing`
        return file.case.id, log.main_specimen(file).id

    def showEvent(self, event: QShowEvent | None) -> None:
        """Keys of a physical keyboard go to the keypad."""
        super().showEvent(event)  # type: ignore[arg-type]
        self.typing.keypad.setFocus(Qt.OtherFocusReason)

    def hideEvent(self, event: QHideEvent | None) -> None:
        """Leaving the screen saves the number, unless it is odd: then it waits here, unsaved, as it was typed."""
        super().hideEvent(event)  # type: ignore[arg-type]
        try:
            odd = not self._editing or self.form.question() is not None
        except Refused:
            odd = True
        if not odd:
            self._keep(self.form.entry())


def _on_disk(entries: tuple[Entry, ...], reading: Reading | None) -> dict[Length, Decimal]:
    """What the fields hold: the draft, or the signed numbers with what was corrected since."""
    if reading is None:
        return log.lengths_of_entries(entries)
    marks = [index for index, entry in enumerate(entries) if entry.field == log.CORRECTING + reading.id]
    return {**log.lengths_of(reading), **log.lengths_of_entries(entries[marks[-1] :] if marks else ())}


def _title(file: CaseFile | None) -> str:
    if file is None:
        return "Specimen"
    specimen = log.main_specimen(file)
    return f"Specimen {specimen.number}" + (f" · oriented by {specimen.orientation}" if specimen.orientation else "")


def _short(length: Length) -> str:
    """«lateral», «mass, minor»."""
    return length.label.lower().removesuffix(" margin").removesuffix(" axis")
