"""The margin dashboard: every piece of evidence by face, the verdict by the case's rule set, and one sentence that says what to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PyQt5.QtCore import QTimer
from PyQt5.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from algorithms.faces import Face
from algorithms.margins.judgement import Judgement
from algorithms.margins.model import Evidence
from algorithms.margins.rules import RULE_SETS
from algorithms.specimen.measurement import Length, plain
from algorithms.specimen.shape import Drape, Solid
from console.cases import course, petct_log, reads_log
from console.cases import specimen_log as log
from console.cases.access import Action, may
from console.cases.model import CaseFile, Session, Specimen
from console.cases.service import CaseService
from console.cases.verdict import judgement_of, mains, rows_of, shaves_of
from console.views.margins_chance import AS_PUBLISHED, Accuracy, ReadAccuracy, chances, explained
from console.views.margins_panels import AboutRow, CentralizationSummary, VerdictCard
from console.views.margins_solid import NOT_MEASURED, ReadShapes, shown_of
from console.views.results_pathway import PathwayLine
from console.views.specimen_adding import NEW_MARGINS
from console.views.specimen_panels import ChoicePanel
from console.widgets.card import Card
from console.widgets.evidence_board import CHANCE, NARROWEST, BoardState, EvidenceBoard
from console.widgets.face_diagram import FaceDiagram
from console.widgets.room import Room
from console.widgets.scale import Scale
from console.widgets.specimen_view_3d import SpecimenView3D
from console.widgets.touch_button import TouchButton

LOOK_AGAIN_MS = 30_000  # readings grow older
LEAVE_IT = "Leave it as it is"


@dataclass(frozen=True, slots=True)
class Doings:
    """What the dashboard may ask of the console, off the screen's thread: write the report, know how often methods are right, shape the specimen.

    `screen_of` names the screen of a modality.
    """

    report: Callable[[CaseService, Session, CaseFile], Path] | None = None
    accuracy: ReadAccuracy | None = None
    shapes: ReadShapes | None = None
    screen_of: Callable[[str], str] = str


class MarginsView(QWidget):
    """`MarginsView(room, evidence, doings)`. `evidence` makes the rows of the board from a case file."""

    def __init__(self, room: Room, evidence: Callable[[CaseFile], tuple[Evidence, ...]], doings: Doings) -> None:
        super().__init__()
        self._room, self._evidence, self._doings = room, evidence, doings
        self._known: tuple[tuple[CaseFile, Session | None], tuple[Evidence, ...]] | None = None
        self._noted: set[tuple[str, str]] = set()
        self._accuracy: Accuracy | None = None
        self._shapes: tuple[tuple[str, ...], tuple[Solid | None, tuple[Drape, ...]]] | None = None
        self._answer: Callable[[int], None] = lambda _index: None
        self.state: BoardState | None = None
        scale = room.scale
        body = QHBoxLayout(self)
        body.setContentsMargins(*(scale.px(22),) * 4)
        body.setSpacing(scale.px(22))
        body.addWidget(self._left(scale), 70)
        body.addWidget(self._right(scale), 30)
        self._clock = QTimer(self)
        self._clock.setInterval(LOOK_AGAIN_MS)
        self._clock.timeout.connect(self._show)
        self._clock.start()
        room.case_changed.connect(self._show)
        self._show()

    # --- how it is laid out ------------------------------------------------------------------------------------------------------------

    def _left(self, scale: Scale) -> QWidget:
        card = Card("", scale, padding=20)
        self.board = EvidenceBoard(scale)
        self.board.tapped.connect(self._open)
        self.board.asked.connect(self._tell)
        self.board.paged.connect(self._show_pages)
        card.add(self.board, 1)
        self.pathway = PathwayLine(self._room, self._rows)
        self.rule = TouchButton("Rule set", scale, icon="rules", size=19)
        self.chance = TouchButton("Probability", scale, checkable=True, size=19)
        self.solid = TouchButton("3-D", scale, checkable=True, size=19)
        self.more = TouchButton("More rows", scale, icon="next", size=19)
        self.piece = TouchButton("Specimen", scale, size=19)
        foot = QHBoxLayout()
        foot.setSpacing(scale.space)
        foot.addWidget(self.pathway, 1)
        for button, tapped in (
            (self.piece, self._next_piece), (self.more, self.board.turn), (self.rule, self._ask_rule), (self.chance, self._toggle_chance),
            (self.solid, self._toggle_solid),
        ):  # fmt: skip
            button.clicked.connect(lambda _checked, tapped=tapped: tapped())
            foot.addWidget(button)
        card.add(foot)
        return card

    def _right(self, scale: Scale) -> QWidget:
        self.verdict, self.faces, self.centralization = VerdictCard(scale), FaceDiagram(scale), CentralizationSummary(scale)
        self.view = SpecimenView3D(scale)
        self._pictures = QStackedWidget()
        for picture in (self.faces, self.view):
            self._pictures.addWidget(picture)
        diagram = Card("", scale, padding=12)
        diagram.add(self._pictures, 1)
        self.report, self.shave = TouchButton("Report", scale, icon="report"), TouchButton("Log shave", scale, "primary")
        self.export = TouchButton("Export", scale)
        buttons = QHBoxLayout()
        buttons.setSpacing(scale.space)
        for button, tapped in (
            (self.report, self._write_report), (self.export, lambda: self._room.go("export")), (self.shave, self._ask_shave)
        ):  # fmt: skip
            button.setMinimumHeight(max(scale.target, scale.px(80)))
            button.clicked.connect(tapped)
            buttons.addWidget(button)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(max(scale.gap, scale.px(16)))
        column.addWidget(self.verdict, 5)
        column.addWidget(diagram, 6)
        column.addWidget(self.centralization)
        column.addLayout(buttons)
        self.choice, self.about = ChoicePanel(scale), AboutRow(scale)
        self.choice.chosen.connect(self._answered)
        self.about.closed.connect(self._back)
        self._pages = QStackedWidget()
        for each in (page, self.choice, self.about):
            self._pages.addWidget(each)
        return self._pages

    # --- what it shows -----------------------------------------------------------------------------------------------------------------

    @property
    def specimen(self) -> Specimen | None:
        """The first excision that the board is about; where there are several, the one that was chosen."""
        file = self._room.case_file
        if file is None:
            return None
        pieces = mains(file)
        return next((one for one in pieces if one.id == self._room.specimen_id), pieces[0])

    def _show(self) -> None:
        file, specimen = self._room.case_file, self.specimen
        for button in (self.report, self.shave, self.rule):
            button.setEnabled(file is not None)
        if file is None or specimen is None:
            return
        evidence = self._rows(file)
        judgement = judgement_of(file, evidence, specimen.id)
        words = chances(judgement, self._accuracy or AS_PUBLISHED) if self.chance.isChecked() else {}
        rows = rows_of(file, evidence, specimen.id)
        self.state = BoardState(_corner(file, specimen), rows, judgement, shaves_of(file), self._room.now(), words)
        self.board.show_state(self.state)
        self._note_seen(file, rows)
        self.verdict.show_judgement(judgement)
        self.faces.show_judgement(judgement, file.case.side)
        self.centralization.show_file(file, specimen.id)
        self.piece.setVisible(len(mains(file)) > 1)
        if self.solid.isChecked():
            self._show_solid(file, specimen, judgement)

    def _rows(self, file: CaseFile) -> tuple[Evidence, ...]:
        """The rows of this case, made once for the board and the order of evidence below it."""
        session = self._room.session  # whoever reads PET-CT blind sees other rows
        if self._known is None or self._known[0][0] is not file or self._known[0][1] is not session:
            self._known = ((file, session), self._evidence(file))
        return self._known[1]

    def _note_seen(self, file: CaseFile, rows: Sequence[Evidence]) -> None:
        """Who has had PET-CT's answer on the board can no longer read it blind: on disk, once."""
        session = self._room.session
        if session is None or not may(session, Action.LOG):
            return
        shown = {row.specimen_id for row in rows if row.key == petct_log.MODALITY and row.faces and row.specimen_id}
        for piece in (one for one in shown if (session.user.name, one) not in self._noted):
            self._noted.add((session.user.name, piece))
            if not reads_log.has_seen(file, piece, session.user.name):
                self._room.do(lambda service, who, piece=piece: reads_log.note_seen(service, who, file.case.id, piece))  # type: ignore[misc]

    def _show_pages(self, page: int, of: int) -> None:
        self.more.setVisible(of > 1)
        self.more.setText(f"Rows {page + 1} of {of}")

    def _next_piece(self) -> None:
        file, specimen = self._room.case_file, self.specimen
        if file is not None and specimen is not None:
            pieces = mains(file)
            self._room.specimen_id = pieces[(pieces.index(specimen) + 1) % len(pieces)].id
            self._show()

    # --- from a cell to what made it ---------------------------------------------------------------------------------------------------

    def _open(self, reading_id: str, face: Face) -> None:
        """A cell was tapped: the modality's own screen, with this reading."""
        file = self._room.case_file
        reading = next((one for one in file.readings if one.id == reading_id), None) if file else None
        if reading is not None:
            self._room.point(self._doings.screen_of(reading.modality), reading, face)

    def _tell(self, key: str) -> None:
        """The name of a row was tapped: what is known of it."""
        state, file = self.state, self._room.case_file
        if state is None or file is None:
            return
        if key == CHANCE:
            self.about.show_words("Probability of a positive face", explained(state.judgement, self._accuracy or AS_PUBLISHED))
        elif key == NARROWEST:
            rule = state.judgement.rule
            words = [f"{rule.words[:1].upper()}{rule.words[1:]}.", rule.depth_words, rule.citation]
            self.about.show_words(f"{rule.title}, version {rule.version}", words)
        else:
            row = next(one for one in state.rows if one.reading_id == key)
            self.about.show_reading(row, next((one for one in file.readings if one.id == key), None), state.now)
        self._pages.setCurrentWidget(self.about)

    def _back(self) -> None:
        self._pages.setCurrentIndex(0)

    # --- questions ---------------------------------------------------------------------------------------------------------------------

    def _ask(self, question: str, answers: Sequence[str], answered: Callable[[int], None]) -> None:
        self._answer = answered
        self.choice.ask(question, (*answers, LEAVE_IT), expected=False)
        self._pages.setCurrentWidget(self.choice)

    def _answered(self, index: int) -> None:
        self._back()
        if index < len(self.choice.buttons) - 1:
            self._answer(index)

    def _ask_rule(self) -> None:
        """Two taps: the case is judged anew at once, and the change is audited with the old and the new rule."""
        self._ask("Judge this case by which rule set?", [rule.title for rule in RULE_SETS], self._choose_rule)

    def _choose_rule(self, index: int) -> None:
        file, rule = self._room.case_file, RULE_SETS[index]
        if file is not None and file.case.rule_set != rule.id:
            case = replace(file.case, rule_set=rule.id)
            self._room.do(lambda service, session: service.amend_case(session, case, "rule set changed on the margin board"))

    def _ask_shave(self) -> None:
        faces = tuple(Face)
        self._ask("Shave of which face?", [face.value.capitalize() for face in faces], lambda index: self._ask_mark(faces[index]))

    def _ask_mark(self, face: Face) -> None:
        def chosen(index: int) -> None:
            mark = NEW_MARGINS[index].lower() if index < len(NEW_MARGINS) - 1 else ""
            if (file := self._room.case_file) is not None:
                self._room.do(lambda service, session: course.take_shave(service, session, file, face, mark))

        self._ask(f"Shave, {face.value}: how is the new margin marked?", NEW_MARGINS, chosen)

    # --- probability and shape ---------------------------------------------------------------------------------------------------------

    def _toggle_chance(self) -> None:
        self._show()
        read, self._accuracy = self._doings.accuracy, self._accuracy or AS_PUBLISHED
        if self.chance.isChecked() and read is not None:
            self._room.do_slowly(read, self._know, lambda _why: None)  # who may not see other cases sees the published figures

    def _know(self, accuracy: Accuracy) -> None:
        self._accuracy = accuracy
        self._show()

    def _toggle_solid(self) -> None:
        self._pictures.setCurrentWidget(self.view if self.solid.isChecked() else self.faces)
        self._show()

    def _show_solid(self, file: CaseFile, specimen: Specimen, judgement: Judgement) -> None:
        """What is known at once, then what must be computed from files."""
        key = (self._room.session.user.id if self._room.session else "", specimen.id, *(reading.id for reading in file.readings))
        known = self._shapes[1] if self._shapes is not None and self._shapes[0] == key else None
        self.view.show_specimen(shown_of(file, specimen.id, judgement, known or (None, ())), NOT_MEASURED)
        read = self._doings.shapes
        if known is None and read is not None:
            self._shapes = (key, (None, ()))

            def came(found: tuple[Solid | None, tuple[Drape, ...]]) -> None:
                self._shapes = (key, found)
                self._show()

            self._room.do_slowly(lambda service, session: read(service, session, file, specimen.id), came, self._room.say)

    # --- the report --------------------------------------------------------------------------------------------------------------------

    def _write_report(self) -> None:
        file, write = self._room.case_file, self._doings.report
        if file is None or write is None:
            return
        self.report.setEnabled(False)
        self._room.do_slowly(lambda service, session: write(service, session, file), self._written, self._not_written)

    def _written(self, path: Path) -> None:
        self.report.setEnabled(True)
        self._room.say(f"The report is saved as {path}.")

    def _not_written(self, words: str) -> None:
        self.report.setEnabled(True)
        self._room.say(words)


def _corner(file: CaseFile, specimen: Specimen) -> str:
    """«Specimen 1 · main», and its axes once they are signed."""
    reading = log.signed_reading(file, specimen.id)
    lengths = log.lengths_of(reading) if reading else {}
    axes = [plain(lengths[length]) for length in (Length.RESECTED_MAJOR, Length.RESECTED_MINOR) if length in lengths]
    return f"Specimen {specimen.number} · main" + (f"\n{' × '.join(axes)} mm" if axes else "")
