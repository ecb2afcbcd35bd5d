"""The results screen: every examination of the day as a tile, the order of evidence beside them, and behind each tile its form."""

from __future__ import annotations

from collections.abc import Callable

from PyQt5.QtCore import Qt
from PyQt5.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from algorithms.evidence.kinds import EXAMINATIONS, Kind
from algorithms.faces import Face
from algorithms.margins.model import Evidence, MarginClass
from algorithms.margins.rules import rule_set
from algorithms.pathway.model import Step
from algorithms.pathway.progress import Came, waited
from console.cases import followup_log, pathway_log
from console.cases import results_log as log
from console.cases.model import CaseFile, Reading, Specimen, SpecimenKind
from console.views.followup import FollowUpView
from console.views.results_form import ResultForm
from console.views.results_pathway import PathwayCard
from console.views.results_radiograph import RadiographForm
from console.views.results_tiles import ExaminationTile
from console.views.specimen_panels import ChoicePanel
from console.widgets import theme
from console.widgets.choice import Choice
from console.widgets.room import Room

PATIENCE_MINUTES = 30
COLUMNS = 2
CLASSES = {Came.POSITIVE: MarginClass.POSITIVE, Came.CLEAR: MarginClass.NEGATIVE, Came.DOUBTFUL: MarginClass.INDETERMINATE}
MOST_SPECIMENS = 4  # as many as stand in one row; older shaves are in the report


class ResultsView(QWidget):
    """`ResultsView(room, evidence)`; `evidence` makes the rows of the board from a case file."""

    def __init__(self, room: Room, evidence: Callable[[CaseFile], tuple[Evidence, ...]]) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.ClickFocus)
        self._room = room
        self._specimen_id = ""
        self._answer: Callable[[int], None] = lambda _index: None
        self._pages = QStackedWidget(self)
        scale = room.scale
        whole = QHBoxLayout(self)
        whole.setContentsMargins(*(scale.px(22),) * 4)
        whole.addWidget(self._pages)
        self._pages.addWidget(self._build_overview(evidence))
        self.form: ResultForm | RadiographForm | FollowUpView | None = None
        room.case_changed.connect(self._show)
        self._show()

    # --- the overview ----------------------------------------------------------------------------------------------------------------

    def _build_overview(self, evidence: Callable[[CaseFile], tuple[Evidence, ...]]) -> QWidget:
        scale = self._room.scale
        page = QWidget()
        body = QHBoxLayout(page)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(scale.px(22))
        self._left = QVBoxLayout()
        self._left.setSpacing(scale.space)
        self._specimens: Choice | None = None
        grid = QGridLayout()
        grid.setSpacing(scale.space)
        self.tiles: dict[Kind, ExaminationTile] = {}
        for index, known in enumerate(EXAMINATIONS):
            tile = ExaminationTile(known.title, scale, waits=known.waits)
            tile.opened.connect(lambda kind=known.kind: self.open(kind))
            tile.sent.connect(lambda kind=known.kind: self._send(kind))
            grid.addWidget(tile, index // COLUMNS, index % COLUMNS)
            self.tiles[known.kind] = tile
        self.visit = ExaminationTile("Follow-up visits", scale, waits=False)
        self.visit.opened.connect(self._open_visits)
        grid.addWidget(self.visit, len(EXAMINATIONS) // COLUMNS, 0, 1, COLUMNS)
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        self._left.addLayout(grid)
        self._left.addStretch(1)
        body.addLayout(self._left, 17)
        self.pathway, self.choice = PathwayCard(self._room, evidence), ChoicePanel(scale)
        self.pathway.skip_asked.connect(self._ask_skip)
        self.pathway.order_asked.connect(self._ask_order)
        self.choice.chosen.connect(self._answered)
        self._right = QStackedWidget()
        self._right.addWidget(self.pathway)
        self._right.addWidget(self.choice)
        body.addWidget(self._right, 9)
        return page

    def _show(self) -> None:
        file = self._room.case_file
        if file is None:
            return
        if self._specimen_id not in {specimen.id for specimen in file.specimens}:
            self._specimen_id = log.main_specimen_id(file)
            self._close()
        self._show_specimens(file)
        pending = {one.kind: one for one in log.waiting(file) if one.event.specimen_id in {None, self._specimen_id}}
        for kind, tile in self.tiles.items():
            reading = log.standing(file, kind, self._specimen_id)
            if kind in pending:
                words, tone = waited(pending[kind].since, self._room.now(), PATIENCE_MINUTES), "focus"
            elif reading is not None:
                words, tone = self._signed(reading, file)
            else:
                draft, _, _ = log.draft(file, kind, self._specimen_id)
                words, tone = ("begun, not signed", "close") if draft else ("not logged", "quiet")
            tile.show_state(words[:1].upper() + words[1:], tone, can_send=kind not in pending and reading is None)
        found = followup_log.visits(file)
        self.visit.show_state(f"{len(found)} logged, the last on day {found[-1].day}" if found else "None logged", "quiet", can_send=False)

    def _signed(self, reading: Reading, file: CaseFile) -> tuple[str, str]:
        """What came of it, when, and who signed."""
        came = pathway_log.came(log.evidence(reading), rule_set(file.case.rule_set))
        moment = reading.taken_at.astimezone(self._room.now().tzinfo)
        mark = theme.MARKS[CLASSES[came]]
        return f"{mark.glyph} {came.value} · {moment:%H:%M} by {reading.by}", mark.tone

    def _show_specimens(self, file: CaseFile) -> None:
        """Which piece of tissue, where there is more than one."""
        shown = file.specimens[:1] + file.specimens[1:][-(MOST_SPECIMENS - 1) :]
        options = tuple((specimen.id, _specimen_words(specimen)) for specimen in shown)
        if self._specimens is not None and tuple(self._specimens.buttons) == tuple(key for key, _ in options):
            return
        if self._specimens is not None:
            self._left.removeWidget(self._specimens)
            self._specimens.hide()
            self._specimens.deleteLater()
            self._specimens = None
        if len(options) > 1:
            self._specimens = Choice("", self._room.scale, options)
            self._specimens.set_value(self._specimen_id)
            self._specimens.chosen.connect(self._choose_specimen)
            self._left.insertWidget(0, self._specimens)

    def _choose_specimen(self, specimen_id: str) -> None:
        self._specimen_id = specimen_id
        self._show()

    def _send(self, kind: Kind) -> None:
        file, specimen_id = self._room.case_file, self._specimen_id
        if file is not None:
            self._room.do(lambda service, session: log.send(service, session, file, kind, specimen_id), None, self._room.say)

    # --- the forms -------------------------------------------------------------------------------------------------------------------

    def open(self, kind: Kind) -> None:
        """Show the form behind a tile."""
        if self._room.case_file is not None:
            radiograph = kind is Kind.RADIOGRAPH
            self._put(RadiographForm(self._room, self._specimen_id) if radiograph else ResultForm(self._room, kind, self._specimen_id))

    def show_reading(self, reading: Reading, _face: Face | None) -> None:
        """Asked for by the board: the form with what was signed, its pictures and rulers."""
        self._specimen_id = reading.specimen_id or self._specimen_id
        self._show()
        if reading.modality in set(Kind):
            self.open(Kind(reading.modality))

    def _open_visits(self) -> None:
        if self._room.case_file is not None:
            self._put(FollowUpView(self._room))

    def _put(self, form: ResultForm | RadiographForm | FollowUpView) -> None:
        self._close()
        self.form = form
        form.left.connect(self._close)
        self._pages.addWidget(form)
        self._pages.setCurrentWidget(form)

    def _close(self) -> None:
        """Back to the tiles."""
        if self.form is not None:
            self._pages.setCurrentIndex(0)
            self._pages.removeWidget(self.form)
            self.form.deleteLater()
            self.form = None

    # --- the order of evidence -------------------------------------------------------------------------------------------------------

    def _ask(self, question: str, answers: tuple[str, ...], answered: Callable[[int], None]) -> None:
        self._answer = answered
        self.choice.ask(question, answers)
        self._right.setCurrentWidget(self.choice)
        self.setFocus(Qt.OtherFocusReason)  # Qt would light a tile as if somebody had chosen it

    def _answered(self, index: int) -> None:
        self._right.setCurrentWidget(self.pathway)
        self.setFocus(Qt.OtherFocusReason)
        self._answer(index)

    def _ask_skip(self, step: Step) -> None:
        file = self._room.case_file
        if file is None:
            return
        if step is self.pathway.skipped and self.pathway.due is None:
            self._room.do(lambda service, session: pathway_log.skip(service, session, file, step, ""), None, self._room.say)
            return
        reasons = pathway_log.REASONS

        def answered(index: int) -> None:
            if index < len(reasons):
                self._room.do(lambda service, session: pathway_log.skip(service, session, file, step, reasons[index]), None, self._room.say)

        self._ask(f"Why is the {step.title.lower()} left out?", (*reasons, "Leave it as it is"), answered)

    def _ask_order(self) -> None:
        file, available = self._room.case_file, self.pathway.line.available[:4]
        if file is None:
            return

        def answered(index: int) -> None:
            if index < len(available):
                self._room.do(lambda service, session: pathway_log.choose(service, session, file, available[index]), None, self._room.say)

        self._ask("Which order does this case follow?", (*(pathway.title for pathway in available), "Leave it as it is"), answered)


def _specimen_words(specimen: Specimen) -> str:
    """«1 · main», «3 · medial shave»."""
    kind = "main" if specimen.kind is SpecimenKind.MAIN else f"{specimen.face.value if specimen.face else 'cavity'} shave"
    return f"{specimen.number} · {kind}"
