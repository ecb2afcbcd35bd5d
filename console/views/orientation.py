"""How the specimen lies: two marks by a few taps fix all six faces, a second person confirms, and a later change renames what was measured."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PyQt5.QtGui import QFont
from PyQt5.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from algorithms.faces import Face
from algorithms.orientation import Axis, Laterality, Orientation, orient
from algorithms.specimen.accuracy import SMALL
from console.cases import orientation_log as log
from console.cases import specimen_log
from console.cases.model import Session
from console.cases.service import CaseService
from console.views.specimen_panels import ChoicePanel, button_height
from console.views.specimen_piece import Piece, piece_of
from console.widgets.card import Card
from console.widgets.label import FittedLabel, Label
from console.widgets.room import Room
from console.widgets.scale import Scale
from console.widgets.touch_button import HoldButton, TouchButton

# As the specimen lies on the table before somebody, in the words of a clock face.
SIDES = {
    Axis.TOP: "12 o'clock", Axis.BOTTOM: "6 o'clock", Axis.LEFT: "9 o'clock", Axis.RIGHT: "3 o'clock", Axis.FRONT: "Facing up",
    Axis.BACK: "Underneath",
}  # fmt: skip
PLACES = {
    Axis.TOP: (0, 1),
    Axis.LEFT: (1, 0),
    Axis.FRONT: (1, 1),
    Axis.RIGHT: (1, 2),
    Axis.BACK: (1, 3),
    Axis.BOTTOM: (2, 1),
}  # a cube unfolded
USUAL = (("Short suture", Face.SUPERIOR), ("Long suture", Face.LATERAL))  # «short superior, long lateral»
Marks = dict[Axis, tuple[str, Face]]


class OrientationView(QWidget):
    """`OrientationView(room)`: about the piece that the room is about. Marks are kept once they are signed, not before."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self._marks: Marks = {}
        self._reason = ""
        self._piece: Piece | None = None
        self._answer: Callable[[int], None] = lambda _index: None
        self._build(room.scale)
        room.case_changed.connect(self._show)
        room.session_changed.connect(self._show)
        self._show()

    # --- what it is made of ----------------------------------------------------------------------------------------------------------

    def _build(self, scale: Scale) -> None:
        body = QHBoxLayout(self)
        body.setContentsMargins(*(scale.px(22),) * 4)
        body.setSpacing(scale.px(22))
        left = Card("", scale)
        self.title = FittedLabel("", scale, 18, tone="quiet")
        self.title.setMinimumHeight(scale.px(30))
        left.add(self.title)
        left.add(self._build_cube(scale), 1)
        self.state = Label("", scale, 20, QFont.Medium, wrap=True)
        self.caution = Label("", scale, 18, tone="close", wrap=True)
        for label in (self.state, self.caution):
            left.add(label)
        body.addWidget(left, 41)
        body.addWidget(self._build_right(scale), 14)

    def _build_cube(self, scale: Scale) -> QWidget:
        cube = QWidget()
        grid = QGridLayout(cube)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(scale.space)
        self.sides = {axis: TouchButton("", scale, checkable=True, size=19) for axis in SIDES}
        for axis, button in self.sides.items():
            button.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Expanding)
            button.setAccessibleName(SIDES[axis])
            button.clicked.connect(lambda _checked, axis=axis: self._tapped(axis))
            grid.addWidget(button, *PLACES[axis])
        for row in range(3):
            grid.setRowStretch(row, 1)
        for column in range(4):
            grid.setColumnStretch(column, 1)
        return cube

    def _build_right(self, scale: Scale) -> QStackedWidget:
        self.choice = ChoicePanel(scale)
        self.choice.chosen.connect(lambda index: self._answer(index))  # noqa: PLW0108 - another one each time
        self.sign, self.confirm = HoldButton("Hold to sign", scale), HoldButton("Hold to confirm", scale)
        self.change, self.clear, self.back = (
            TouchButton("Change", scale),
            TouchButton("Clear marks", scale),
            TouchButton("Back to specimen", scale),
        )
        self.words = Label("", scale, 22, QFont.DemiBold, wrap=True)
        self.detail = Label("", scale, 18, tone="quiet", wrap=True)
        card = Card("", scale)
        for label in (self.words, self.detail):
            card.add(label)
        ways = QWidget()
        column = QVBoxLayout(ways)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(max(scale.space, scale.px(12)))
        column.addWidget(card)
        for button in (self.sign, self.confirm, self.change, self.clear, self.back):
            button.setMinimumHeight(button_height(scale))
            column.addWidget(button)
        column.addStretch(1)
        self._ways = ways
        self._stack = QStackedWidget()
        for panel in (ways, self.choice):
            self._stack.addWidget(panel)
        self.sign.held.connect(self._sign)
        self.confirm.held.connect(self._confirm)
        self.change.clicked.connect(self._ask_reason)
        self.clear.clicked.connect(self._clear)
        self.back.clicked.connect(lambda: self._room.go(specimen_log.MODALITY))
        return self._stack

    # --- marks -----------------------------------------------------------------------------------------------------------------------

    @property
    def _editing(self) -> bool:
        return self._piece is not None and (self._piece.lie is None or bool(self._reason))

    def _tapped(self, axis: Axis) -> None:
        self._show()  # the tap must not light it: what is marked decides
        if not self._editing:
            return
        if axis in self._marks:
            del self._marks[axis]
            self._show()
            return
        words = [f"{mark}: {face.value}" for mark, face in USUAL]
        self._ask(f"{SIDES[axis]}: what is there?", [*words, "Another mark", "Nothing"], lambda index: self._marked(axis, index))

    def _marked(self, axis: Axis, index: int) -> None:
        if index < len(USUAL):
            self._mark(axis, *USUAL[index])
        elif index == len(USUAL):
            faces = tuple(Face)
            self._ask("Which face is it?", [face.value.capitalize() for face in faces], lambda chosen: self._ask_mark(axis, faces[chosen]))
        else:
            self._done()

    def _ask_mark(self, axis: Axis, face: Face) -> None:
        self._ask(f"By which mark is it {face.value}?", log.MARKS, lambda index: self._mark(axis, log.MARKS[index], face))

    def _mark(self, axis: Axis, mark: str, face: Face) -> None:
        self._marks[axis] = (mark, face)
        self._done()

    def _clear(self) -> None:
        self._marks = {}
        self._show()

    def _done(self) -> None:
        self._stack.setCurrentWidget(self._ways)
        self._show()

    def _ask(self, question: str, answers: Sequence[str], answered: Callable[[int], None]) -> None:
        self._answer = answered
        self.choice.ask(question, answers, expected=False)
        self._stack.setCurrentWidget(self.choice)

    def _ask_reason(self) -> None:
        def answered(index: int) -> None:
            self._reason = log.REASONS[index] if index < len(log.REASONS) else ""
            self._marks = {}
            self._done()

        self._ask("Why is the orientation changed?", (*log.REASONS, "Leave as signed"), answered)

    # --- signing ---------------------------------------------------------------------------------------------------------------------

    def _sign(self) -> None:
        piece, lies, reason = self._piece, self._lies(), self._reason
        if piece is None or not isinstance(lies, Orientation):
            return
        marks = {face: mark for mark, face in self._marks.values()}

        def work(service: CaseService, session: Session) -> tuple[str, ...]:
            return log.sign_orientation(service, session, piece.file, piece.specimen, lies, marks, reason)

        self.sign.setEnabled(False)
        self._room.do(work, self._signed, self._refused)

    def _signed(self, followed: tuple[str, ...]) -> None:
        self._marks, self._reason = {}, ""
        if followed:
            self._room.say("The faces were renamed. " + " ".join(dict.fromkeys(followed)))
        self._show()

    def _confirm(self) -> None:
        piece = self._piece
        if piece is not None:
            self._room.do(
                lambda service, session: log.confirm(service, session, piece.file, piece.specimen),
                lambda _entry: self._show(),
                self._refused,
            )

    def _refused(self, words: str) -> None:
        self._room.say(words)
        self._show()

    # --- showing ---------------------------------------------------------------------------------------------------------------------

    def _lies(self) -> object:
        piece = self._piece
        if piece is None:
            return None
        return orient({axis: face for axis, (_, face) in self._marks.items()}, Laterality(piece.file.case.side.value))

    def _show(self) -> None:
        file = self._room.case_file
        self._piece = piece = piece_of(file, self._room.specimen_id, 1) if file is not None else None
        if piece is None:
            return
        lies = self._lies() if self._editing else piece.lie.orientation if piece.lie else None
        self.title.set_whole(f"Specimen {piece.specimen.number} of the {piece.file.case.side.value} breast, as it lies before you")
        marked = {axis: mark for axis, (mark, _) in self._marks.items()} if self._editing else _standing_marks(piece.lie)
        for axis, button in self.sides.items():
            face = lies.face_along(axis) if isinstance(lies, Orientation) else self._marks[axis][1] if axis in self._marks else None
            mark = f"\n{marked[axis].lower()}" if axis in marked else ""
            button.setText(f"{SIDES[axis]}\n{face.value.capitalize() if face else '–'}{mark}")
            button.setChecked(axis in marked)
        self._show_state(piece, lies)

    def _show_state(self, piece: Piece, lies: object) -> None:
        fixed = isinstance(lies, Orientation)
        sentence = "Two marks fix all six faces. Look at the specimen: does each one agree?" if fixed else getattr(lies, "sentence", "")
        self.state.setText(sentence if self._editing else "As it was signed.")
        self.state.set_tone("close" if getattr(lies, "contradiction", False) else "text")
        found = specimen_log.accuracy_of(piece.numbers)
        self.caution.setText(piece.lie_notice or (SMALL if found is not None and found.is_small else ""))
        lie, who = piece.lie, self._room.session.user.name if self._room.session else ""
        for button, there in (
            (self.sign, self._editing), (self.clear, self._editing), (self.change, not self._editing),
            (self.confirm, lie is not None and not self._editing and not lie.confirmed_by),
        ):  # fmt: skip
            button.setVisible(there)
        self.sign.setEnabled(fixed)
        self.clear.setEnabled(bool(self._marks))
        self.confirm.setEnabled(lie is not None and lie.reading.by != who and not lie.other_side)
        if lie is not None and not self._editing:
            self.words.setText(f"{lie.words.capitalize()}. Signed by {lie.reading.by}.")
            unconfirmed = "Not confirmed yet: a second person switches user and confirms."
            self.detail.setText(f"Confirmed by {lie.confirmed_by}." if lie.confirmed_by else unconfirmed)
            return
        self.words.setText(f"Changing: {self._reason.lower()}" if self._reason else "Tap a side, then its mark.")
        self.detail.setText("The side of the breast is known: a mirror image is noticed.")


def _standing_marks(lie: log.Lie | None) -> dict[Axis, str]:
    """Each mark on the side that it lies on."""
    if lie is None:
        return {}
    at = {lie.orientation.face_along(axis): axis for axis in Axis}
    return {at[face]: mark for face, mark in lie.marks}
