"""The specimen screen: numbers by thumb, the drawing that fills in, the formula spelled out, a signature; for each piece of tissue."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from PyQt5.QtCore import Qt
from PyQt5.QtGui import QHideEvent, QShowEvent

from algorithms.faces import Face
from algorithms.specimen.bulk import Bulk
from algorithms.specimen.measurement import Length
from algorithms.specimen.questions import Answer, Field
from console.cases import specimen_log as log
from console.cases.model import Entry, Reading, Session
from console.cases.service import CaseService
from console.cases.specimen_draft import FORM, FULL_THICKNESS, SHARED, lengths_among
from console.faults import Refused
from console.views.specimen_adding import Adding
from console.views.specimen_form import DEPTH_ORDER, ORDER, SpecimenForm
from console.views.specimen_layout import SpecimenLayout
from console.views.specimen_piece import Piece, piece_of, tabs_of, title_of
from console.widgets.room import Room
from console.widgets.specimen_diagram import SpecimenDrawing

REASONS = ("Typed wrong", "Measured again", "Sides mixed up", "Wrong specimen")


class SpecimenView(SpecimenLayout):
    """`SpecimenView(room)`: everything it knows comes from the case file, so that a crash loses at most the number being typed."""

    def __init__(self, room: Room) -> None:
        super().__init__(room.scale)
        self._room = room
        self.form = SpecimenForm()
        self._case_id = ""
        self._saving: dict[Field, Decimal | None] = {}
        self._piece: Piece | None = None
        self._mass = 1
        self._signing = False
        self._answer: Callable[[int], None] = lambda _index: None
        self._adding = Adding(room, self._ask, self._show_piece, self._back_to_typing)
        self._join()
        room.case_changed.connect(self._case_changed)
        room.session_changed.connect(self._session_changed)
        self._case_changed()

    def _join(self) -> None:
        self._boxes = {**self.fields, **self.bulk.fields}
        for name, box in self._boxes.items():
            box.tapped.connect(lambda name=name: self._leave(lambda: self._enter(name)))
        keypad = self.typing.keypad
        keypad.digit.connect(lambda digit: self._become(self.form.typed(digit)))
        keypad.erased.connect(lambda: self._become(self.form.erased()))
        keypad.next.connect(lambda: self._leave(lambda: self._enter(self.form.following or self.form.active)))
        keypad.back.connect(lambda: self._leave(lambda: self._enter(self.form.previous or self.form.active)))
        self.typing.unit.clicked.connect(lambda: self._become(self.form.switched()))
        self.typing.undo.clicked.connect(self._undo)
        self.typing.sign.held.connect(lambda: self._leave(self._sign, after_question=self._show))
        self.choice.chosen.connect(self._answered)
        self.signed.correct.clicked.connect(self._ask_reason)
        self.signed.margins.clicked.connect(lambda: self._room.go("margins"))
        self.tabs.chosen.connect(lambda place: self._away(lambda: self._turn_to(place)))
        self.tabs.added.connect(lambda: self._away(self._add))
        self.bulk.thick.connect(self._state_thickness)
        self.bulk.mark.clicked.connect(lambda: self._away(self._change_mark))
        self.depth_button.clicked.connect(lambda: self._away(self._turn_page))
        self.orientation.clicked.connect(lambda: self._room.go("orientation"))
        self.moments.clicked.connect(lambda: self._room.go("moments"))

    # --- what is on disk -------------------------------------------------------------------------------------------------------------

    def _case_changed(self) -> None:
        """Take everything anew from the case file; only the number being typed stays."""
        file = self._room.case_file
        if file is None:
            self._case_id, self._piece, self.form, self._saving = "", None, SpecimenForm(), {}
            self._show()
            return
        another = file.case.id != self._case_id
        self._piece = piece_of(file, self._room.specimen_id, 1 if another else self._mass)
        self.form = self.form.with_saved(self._piece.numbers)
        if another:
            self._case_id, self._mass, self._saving = file.case.id, 1, {}
            self._begin()
        self._show()

    def _begin(self) -> None:
        """The first field of this piece that is still open."""
        assert self._piece is not None
        order = self._piece.order
        form = self.form.with_saved(self._piece.numbers).at(order[0], order)
        self.form = form.at(form.missing[0]) if form.missing else form
        self._stack.setCurrentWidget(self.typing)

    def _session_changed(self) -> None:
        """Answers to the person before are not heard any more."""
        self._saving, self._signing = {}, False
        self._show()

    # --- typing and saving -----------------------------------------------------------------------------------------------------------

    @property
    def _editing(self) -> bool:
        return self._piece is not None and self._piece.editing

    def _become(self, form: SpecimenForm) -> None:
        self.form = form
        self._show()

    def _enter(self, name: Field) -> None:
        if self._piece is not None and name not in self.form.order:
            self.form = self.form.at(name, DEPTH_ORDER if name in DEPTH_ORDER and not self._piece.is_shave else self._piece.order)
        self._become(self.form.at(name) if name in self.form.order else self.form)

    def _away(self, then: Callable[[], object]) -> None:
        """Go elsewhere: at once where nothing can be typed, else once what was typed is taken care of."""
        if self._editing:
            self._leave(then)
        else:
            then()

    def _leave(self, then: Callable[[], object], after_question: Callable[[], None] | None = None) -> None:
        """Save what was typed, ask first when it looks odd, and only then go on; a number that cannot be stays where it is.

        `after_question` takes the place of `then` where somebody had to answer: what was held for is held for again.
        """
        if not self._editing:
            return
        try:
            question = self.form.question(self._known())
        except Refused as refusal:
            self.typing.say(str(refusal), wrong=True)
            self._show_field(self.form.active, wrong=True)
            return
        if question is None:
            self._keep(self.form.entry())
            then()
            return

        def answered(answer: Answer) -> None:
            self._stack.setCurrentWidget(self.typing)
            if answer.numbers is None:
                self._become(self.form.at(self.form.active))
                return
            self._keep_all(dict(answer.numbers))
            (after_question or then)()

        words = [answer.words for answer in question.answers]
        self._ask(f"{question.about.label}: {question.sentence}", words, lambda index: answered(question.answers[index]))

    def _keep(self, value: Decimal | None) -> None:
        """Have the store save the active field, if it changed."""
        name, clears = self.form.active, self.form.clears()
        self.form = self.form.at(name)
        if value is not None or clears:
            self._save(name, value)
        self._show()

    def _keep_all(self, numbers: dict[Field, Decimal]) -> None:
        """What an answer meant: perhaps another field's number too."""
        self.form = self.form.at(self.form.active)
        for name, value in numbers.items():
            if self.form.saved.get(name) != value:
                self._save(name, value)
        self._show()

    def _save(self, name: Field, value: Decimal | None) -> None:
        """The form forgets the text; the field says «saving…» until it is on disk."""
        self._saving[name] = value
        text = None if value is None else str(value)
        self._store(name.value, text, lambda _entry: self._kept(name), lambda words: self._lost(name, value, words))

    def _store(self, name: str, value: str | None, then: Callable[[Entry], None], failed: Callable[[str], None]) -> None:
        piece = self._piece
        assert piece is not None  # every caller checked `_editing`
        shared = name in SHARED or name not in set(Length)  # of the piece, whichever mass the form shows
        case_id, specimen_id, form = piece.file.case.id, piece.specimen.id, FORM if shared else piece.form
        self._room.do(lambda service, session: service.add_entry(session, case_id, specimen_id, form, name, value), then, failed)

    def _kept(self, name: Field) -> None:
        self._saving.pop(name, None)
        self._show()

    def _lost(self, name: Field, value: Decimal | None, words: str) -> None:
        """It could not be saved: the number goes back into its field, unsaved, and the banner says why."""
        self._saving.pop(name, None)
        self._enter(name)
        self.form = SpecimenForm(self.form.saved, self.form.active, "" if value is None else str(value), order=self.form.order)
        self._room.say(words)
        self._show()

    def _undo(self) -> None:
        """A number half typed is simply dropped; else the last one on disk is taken back."""
        if self.form.text is not None or self._piece is None:
            self._become(self.form.at(self.form.active))
            return
        case_id, specimen_id, form = self._piece.file.case.id, self._piece.specimen.id, self._piece.form
        self._room.do(lambda service, session: service.undo_entry(session, case_id, specimen_id, form), self._undone)

    def _undone(self, undo: Entry | None) -> None:
        """Go back to the field whose number was taken back."""
        if undo is not None and (undo.field in set(Length) or undo.field in set(Bulk)):
            self._enter(Length(undo.field) if undo.field in set(Length) else Bulk(undo.field))
        elif undo is None:
            self._room.say("There is nothing left to take back.")

    def _state_thickness(self, face: Face) -> None:
        """Full thickness at this face: said, or taken back."""
        if not self._editing or self._piece is None:
            self._show()
            return
        name = next(name for name, other in FULL_THICKNESS.items() if other is face)
        there = face in self._piece.draft.full_thickness
        self._store(name, None if there else "yes", lambda _entry: self._show(), self._room.say)

    # --- signing and correcting ------------------------------------------------------------------------------------------------------

    def _sign(self) -> None:
        """One reading of everything that was typed; a correction names the one that it replaces."""
        piece = self._piece
        if piece is None or self._signing or not self._signable():
            return
        draft = piece.with_typed(self._known())

        def work(service: CaseService, session: Session) -> Reading:
            if piece.is_shave:
                return log.sign_shave(service, session, piece.file, piece.specimen, draft, replaces=piece.reading, reason=piece.reason)
            return log.sign(
                service,
                session,
                piece.file,
                draft.lengths,
                extras=draft,
                specimen=piece.specimen,
                replaces=piece.reading,
                reason=piece.reason,
            )

        self._signing = True
        self._show()
        self._room.do(work, lambda _reading: self._signed(""), self._signed)

    def _signed(self, trouble: str) -> None:
        self._signing = False
        if trouble:
            self._room.say(trouble)
        self._show()

    def _signable(self) -> bool:
        if self._piece is None or not self._editing:
            return False
        draft = self._piece.with_typed(self._known())
        return Bulk.THICKNESS in draft.bulk if self._piece.is_shave else draft.measurements() is not None

    def _ask_reason(self) -> None:
        reading = self._piece.reading if self._piece else None
        if reading is None:
            return

        def answered(index: int) -> None:
            self._stack.setCurrentWidget(self.typing)
            if index < len(REASONS):
                self._store(log.CORRECTING + reading.id, REASONS[index], lambda _entry: self._show(), self._room.say)
            self._show()

        self._ask("Why is it corrected?", (*REASONS, "Leave as signed"), answered, expected=False)

    def _answered(self, index: int) -> None:
        self._answer(index)

    def _ask(self, question: str, answers: Sequence[str], answered: Callable[[int], None], *, expected: bool = True) -> None:
        self._answer = answered
        self.choice.ask(question, answers, expected=expected)
        self._stack.setCurrentWidget(self.choice)

    # --- from piece to piece ---------------------------------------------------------------------------------------------------------

    def _turn_to(self, place: int) -> None:
        """Another specimen, mass or shave."""
        piece = self._piece
        if piece is not None:
            tab = tabs_of(piece.file, piece)[place]
            self._show_piece(tab.specimen_id, tab.mass)

    def _show_piece(self, specimen_id: str, mass: int = 1) -> None:
        file = self._room.case_file
        if file is not None:
            self._room.specimen_id, self._mass, self._saving = specimen_id, mass, {}
            self._piece = piece_of(file, specimen_id, mass)
            self._begin()
            self._show()

    def _turn_page(self) -> None:
        """Between the ten lengths and depth, weight, full thickness."""
        if self._piece is not None and not self._piece.is_shave:
            order = ORDER if self.form.order is DEPTH_ORDER else DEPTH_ORDER
            order = self._piece.order if order is ORDER else order
            form = self.form.at(order[0], order)
            self._become(form.at(next((name for name in order if name not in form.saved), order[0])))

    def _add(self) -> None:
        if self._piece is not None:
            self._adding.begin(self._piece)

    def _change_mark(self) -> None:
        if self._piece is not None:
            self._adding.change_mark(self._piece.specimen)

    def _back_to_typing(self) -> None:
        self._stack.setCurrentWidget(self.typing)
        self._show()

    def _show(self) -> None:
        """Everything on the screen follows from the form and the case file."""
        piece = self._piece
        numbers = self._known() if self._editing or piece is None else piece.numbers
        lengths = lengths_among(numbers)
        self.show_piece(
            title_of(piece) if piece else "Specimen", shave=bool(piece and piece.is_shave), depth=self.form.order is DEPTH_ORDER
        )
        if piece is not None:
            tabs = tabs_of(piece.file, piece)
            shown = next((index for index, tab in enumerate(tabs) if (tab.specimen_id, tab.mass) == (piece.specimen.id, piece.mass)), 0)
            self.tabs.show_tabs([tab.words for tab in tabs], shown)
            self.diagram.show_drawing(self._drawing(piece, lengths))
            self.bulk.show_numbers(numbers, piece.draft.full_thickness, editing=piece.editing)
            self.bulk.show_new_margin(piece.specimen, editing=piece.editing)
        self.doubts.show_doubts(self.centralization.show_lengths(lengths), piece.notice if piece else "")
        for name in self._boxes:
            self._show_field(name)
        self._show_right()

    def _drawing(self, piece: Piece, lengths: log.Lengths) -> SpecimenDrawing:
        active = self.form.active if self._editing and isinstance(self.form.active, Length) else None
        if piece.is_shave:  # the shave on the specimen that it was taken beside
            main = piece_of(piece.file, None, 1)
            return SpecimenDrawing(piece.file.case.side, lengths_among(main.numbers), shaved=piece.specimen.face)
        masses = range(1, 2 + len(piece.draft.masses))
        others = tuple(lengths_among(piece.draft.of_mass(mass)) for mass in masses if mass != piece.mass)
        return SpecimenDrawing(piece.file.case.side, lengths, active, others)

    def _show_field(self, name: Field, *, wrong: bool = False) -> None:
        form, box = self.form, self._boxes[name]
        active = self._editing and name is form.active
        if name in self._saving:
            form, mark = form.with_saved(self._known()), "saving…"
        else:
            typing = active and form.text is not None
            mark = "typing" if typing else "" if name not in form.saved else "✓ saved" if self._editing else "signed"
        box.show_state(form.shown_text(name), mark, active=active, wrong=wrong, unit=form.unit_of(name))

    def _show_right(self) -> None:
        form, panel, piece = self.form, self.typing, self._piece
        if self._stack.currentWidget() is not self.choice:
            self._stack.setCurrentWidget(panel if self._editing or piece is None or piece.reading is None else self.signed)
        number = form.shown_text(form.active)
        panel.number.show_value(number)
        panel.unit.setText(f"in {form.unit_of(form.active)}")
        panel.unit.setEnabled(form.unit_of(form.active) == form.unit)
        correcting = f"Correcting: {piece.reason.lower()}. " if piece and piece.reason else ""
        panel.say(correcting + form.active.label)
        panel.keypad.set_next(f"Next: {_short(form.following)}" if form.following else "Save", enabled=self._editing)
        panel.keypad.set_back_enabled(form.previous is not None)
        panel.undo.setEnabled(self._editing and (form.text is not None or bool(form.saved) or bool(correcting)))
        panel.sign.setEnabled(not self._signing and self._signable())
        if piece is not None and piece.reading is not None:
            self.signed.show_reading(piece.reading, self._room.now())

    def _known(self) -> dict[Field, Decimal]:
        """Typed over being saved over saved; mm, and g for a weight."""
        known = {**self.form.numbers}
        for name, value in self._saving.items():
            known.pop(name, None)
            if value is not None:
                known[name] = value
        typed = self.form.numbers.get(self.form.active) if self.form.text is not None else None
        return known if typed is None else {**known, self.form.active: typed}

    def showEvent(self, event: QShowEvent | None) -> None:
        """Keys of a physical keyboard go to the keypad."""
        super().showEvent(event)  # type: ignore[arg-type]
        self.typing.keypad.setFocus(Qt.OtherFocusReason)

    def hideEvent(self, event: QHideEvent | None) -> None:
        """Leaving the screen saves the number, unless it is odd: then it waits here, unsaved, as it was typed."""
        super().hideEvent(event)  # type: ignore[arg-type]
        try:
            odd = not self._editing or self.form.question(self._known()) is not None
        except Refused:
            odd = True
        if not odd:
            self._keep(self.form.entry())


def _short(name: Field) -> str:
    """«lateral», «mass, minor»."""
    return name.label.lower().removesuffix(" margin").removesuffix(" axis")
