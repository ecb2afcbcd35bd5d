"""The cohort screen: the table a paper would print beside its curves, one tap to each question, and everything behind a number one tap away."""

from __future__ import annotations

from PyQt5.QtCore import QSize, QTimer
from PyQt5.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from console.cases.access import Action, may
from console.cases.model import Session
from console.cases.service import CaseService
from console.exports.figures import FigureFormat
from console.views.cohort_build import BuildPane
from console.views.cohort_desk import CohortDesk, Looked
from console.views.cohort_pages import PAGES
from console.views.cohort_panes import ExportPane, MethodsPane, PlanBar, SheetPane
from console.views.cohort_registry import RegistryPane
from console.views.cohort_sheet import Page, Planned
from console.widgets.choice import Choice
from console.widgets.label import Label
from console.widgets.room import Room
from console.widgets.touch_button import TouchButton

PAUSE_MS = 250  # after the last step of the plan, before it is computed
OTHERS = (("registry", "Registry"), ("build", "Cases"), ("methods", "Methods"), ("export", "Export"))


class Stage(QStackedWidget):
    """Panes of which one is shown; the others ask for no room."""

    def minimumSizeHint(self) -> QSize:
        """What the one that is shown needs."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else QSize()


class CohortView(QWidget):
    """`CohortView(room, desk)`. Shows without a case too; with one, its registry can be completed."""

    def __init__(self, room: Room, desk: CohortDesk) -> None:
        super().__init__()
        self._room, self._desk = room, desk
        self.looked: Looked | None = None
        self._asked = 0
        scale = room.scale
        body = QVBoxLayout(self)
        body.setContentsMargins(*(scale.px(20),) * 4)
        body.setSpacing(max(scale.gap, scale.px(14)))
        body.addLayout(self._tabs())
        self._head = QHBoxLayout()
        self._head.setSpacing(scale.space)
        self.options: Choice | None = None
        self.plan = PlanBar(scale, self._planned)
        self._head.addWidget(self.plan)
        body.addLayout(self._head)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._compute)
        self.sheet, self.methods, self.export = SheetPane(scale), MethodsPane(scale), ExportPane(scale)
        self.build, self.registry = BuildPane(room, desk), RegistryPane(room, desk)
        self.waiting = Label("Computing …", scale, 24, tone="quiet")
        self._stack = Stage()
        for pane in (self.waiting, self.sheet, self.methods, self.export, self.build, self.registry):
            self._stack.addWidget(pane)
        body.addWidget(self._stack, 1)
        self.export.asked.connect(self._export)
        self.build.changed.connect(lambda: self.open_page(PAGES[0].key))
        self.open_page(desk.page)

    def _tabs(self) -> QHBoxLayout:
        scale, row = self._room.scale, QHBoxLayout()
        row.setSpacing(scale.space)
        self.tabs: dict[str, TouchButton] = {}
        for key, words in (*((page.key, page.title) for page in PAGES), *OTHERS):
            tab = TouchButton(words, scale, "quiet" if key in dict(OTHERS) else "plain", checkable=True, size=19)
            tab.setSizePolicy(QSizePolicy.Minimum, QSizePolicy.Fixed)
            tab.clicked.connect(lambda _checked, key=key: self.open_page(key))
            row.addWidget(tab)
            self.tabs[key] = tab
        return row

    # --- what is shown ---------------------------------------------------------------------------------------------------------------

    @property
    def page(self) -> Page:
        """The page that is computed; the panes beside it are about this one."""
        return next((page for page in PAGES if page.key == self._desk.page), PAGES[0])

    def open_page(self, key: str) -> None:
        """A page of answers, or one of the panes about it."""
        for name, tab in self.tabs.items():
            tab.setChecked(name == key)
        answers = key not in dict(OTHERS)
        if answers:
            self._desk.page = key
        self._show_options(shown=answers)
        match key:
            case "registry":
                self._turn_to(self.registry)
                self.registry.refresh()
            case "build":
                self._turn_to(self.build)
                self.build.refresh()
            case "methods" | "export" if self.looked is not None:
                pane = self.methods if key == "methods" else self.export
                pane.show_look(self.looked)
                self._turn_to(pane)
            case _:
                self._compute()

    def _show_options(self, *, shown: bool) -> None:
        page = self.page
        self.plan.setVisible(shown and page.key == "design")
        self.plan.show_plan(self._desk.planned)
        if self.options is not None:
            self._head.removeWidget(self.options)
            self.options.hide()
            self.options.deleteLater()
            self.options = None
        if shown and page.options:
            self.options = Choice("", self._room.scale, page.options)
            self.options.set_value(self._desk.option(page))
            self.options.chosen.connect(self._chosen)
            self._head.insertWidget(0, self.options)

    def _turn_to(self, pane: QWidget) -> None:
        self._stack.setCurrentWidget(pane)
        self._stack.updateGeometry()

    # --- computing -------------------------------------------------------------------------------------------------------------------

    def _compute(self) -> None:
        session, page, desk = self._room.session, self.page, self._desk
        if session is None or not may(session, Action.USE_COHORTS):
            self.waiting.setText("This role does not see cohorts. A surgeon or a researcher does.")
            self._turn_to(self.waiting)
            return
        self._asked += 1
        asked = self._asked

        def work(service: CaseService, who: Session) -> tuple[int, Looked]:
            return asked, desk.look(service, who, page)

        if self.looked is None:
            self._turn_to(self.waiting)
        self._room.do_slowly(work, self._show, self._failed)

    def _show(self, answer: tuple[int, Looked]) -> None:
        asked, looked = answer
        if asked != self._asked:  # something else was tapped in the meantime
            return
        self.looked = looked
        self.sheet.show_look(looked)
        if self.tabs[self._desk.page].isChecked():
            self._turn_to(self.sheet)

    def _failed(self, sentence: str) -> None:
        self.waiting.setText(sentence)
        self._turn_to(self.waiting)

    def _chosen(self, option: str) -> None:
        self._desk.options[self.page.key] = option
        self._compute()

    def _planned(self, planned: Planned) -> None:
        self._desk.planned = planned
        self._pause.start()

    # --- taking away -----------------------------------------------------------------------------------------------------------------

    def _export(self, what: str) -> None:
        looked, desk = self.looked, self._desk
        if looked is None:
            return

        def work(service: CaseService, session: Session) -> str:
            if what == "table":
                path = desk.export_table(service, session, looked)
            elif what == "cases":
                path = desk.export_cohort(service, session, looked)
            else:
                index, _, kind = what.partition(".")
                path = desk.export_figure(service, session, looked, int(index), FigureFormat(kind))
            return f"Saved: {path}"

        self.export.answer.setText("Writing …")
        self._room.do_slowly(work, self.export.answer.setText, self.export.answer.setText)
