"""The moments of the operation: one tap logs one, the clocks between them run, and a wrong time is put right with its reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PyQt5.QtCore import QTimer
from PyQt5.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from algorithms.faces import Face
from console.cases import course
from console.cases.model import CaseFile, Event, EventKind, Session
from console.cases.service import CaseService
from console.views.specimen_panels import ChoicePanel
from console.widgets.moment_parts import ClockCard, EditPanel, MomentRow
from console.widgets.room import Room
from console.widgets.scale import Scale
from console.widgets.touch_button import TouchButton

COLUMNS = 3
CLOCKS = 3
TICK_MS = 1000


class MomentsView(QWidget):
    """`MomentsView(room)`: every moment of the theatre's day is one tap here; a tap on a logged one puts it right."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self._event: Event | None = None
        self._first = 0
        self.rows: list[MomentRow] = []
        scale = room.scale
        self._space = max(scale.space, scale.px(14))
        body = QVBoxLayout(self)
        body.setContentsMargins(*(scale.px(22),) * 4)
        body.setSpacing(self._space)
        self.clocks = [ClockCard(scale) for _ in range(CLOCKS)]
        strip = QHBoxLayout()
        strip.setSpacing(scale.px(22))
        for clock in self.clocks:
            strip.addWidget(clock, 1)
        body.addLayout(strip)
        row = QHBoxLayout()
        row.setSpacing(scale.px(22))
        row.addWidget(self._build_left(scale), 3)
        row.addLayout(self._build_right(scale), 2)
        body.addLayout(row, 1)
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._show_clocks)
        self._tick.start()
        room.case_changed.connect(self._show)
        self._show()

    def _build_left(self, scale: Scale) -> QStackedWidget:
        self._stack = QStackedWidget()
        self._grid = QWidget()
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(self._space)
        self.kinds = {kind: TouchButton("", scale, size=19) for kind in course.KINDS}
        for index, (kind, button) in enumerate(self.kinds.items()):
            button.setAccessibleName(f"Log {kind}")
            button.setSizePolicy(QSizePolicy.Expanding, QSizePolicy.Expanding)
            button.setMaximumHeight(max(scale.finger, scale.px(120)))
            button.clicked.connect(lambda _checked, kind=kind: self._tapped(kind))
            grid.addWidget(button, index // COLUMNS, index % COLUMNS)
        self.edit, self.faces = EditPanel(scale), ChoicePanel(scale)
        for panel in (self._grid, self.edit, self.faces):
            self._stack.addWidget(panel)
        self.edit.moved.connect(self._move)
        self.edit.retracted.connect(self._retract)
        self.edit.left.connect(self._back)
        self.faces.chosen.connect(self._shave)
        return self._stack

    def _build_right(self, scale: Scale) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(scale.space)
        self._list = QVBoxLayout()
        self._list.setSpacing(scale.space)
        self.later, self.earlier = TouchButton("Later", scale, size=20), TouchButton("Earlier", scale, size=20)
        pager = QHBoxLayout()
        pager.setSpacing(scale.space)
        for button, way in ((self.later, -1), (self.earlier, 1)):
            button.clicked.connect(lambda _checked, way=way: self._turn(way))
            pager.addWidget(button)
        column.addLayout(self._list)
        column.addStretch(1)
        column.addLayout(pager)
        return column

    # --- logging ---------------------------------------------------------------------------------------------------------------------

    def _tapped(self, kind: str) -> None:
        there = next((event for event in self._events() if event.kind == kind), None)
        if kind in course.ONCE and there is not None:
            self._open(there)
        elif kind == EventKind.SHAVE:
            self.faces.ask("Shave of which face?", [*(face.value.capitalize() for face in Face), "Never mind"], expected=False)
            self._stack.setCurrentWidget(self.faces)
        else:
            self._do(lambda service, session, file: course.log_event(service, session, file, kind))

    def _shave(self, index: int) -> None:
        faces = tuple(Face)
        if index < len(faces):
            self._do(lambda service, session, file: course.take_shave(service, session, file, faces[index]))
        self._back()

    def _open(self, event: Event) -> None:
        self._event = event
        self.edit.show_event(event, self._room.now())
        self._stack.setCurrentWidget(self.edit)

    def _move(self, at: datetime, reason: str) -> None:
        event, now = self._event, self._room.now()
        if event is not None:
            self._do(lambda service, session, _file: course.move_event(service, session, event, at, now, reason), self._back)

    def _retract(self) -> None:
        event = self._event
        if event is not None:
            self._do(lambda service, session, _file: course.retract_event(service, session, event, "Wrong moment tapped"), self._back)

    def _do(self, work: Callable[[CaseService, Session, CaseFile], object], then: Callable[[], None] = lambda: None) -> None:
        if (file := self._room.case_file) is not None:
            self._room.do(lambda service, session: work(service, session, file), lambda _done: then(), self._room.say)

    def _back(self) -> None:
        self._stack.setCurrentWidget(self._grid)

    # --- showing ---------------------------------------------------------------------------------------------------------------------

    def _events(self) -> tuple[Event, ...]:
        file = self._room.case_file
        return course.standing_events(file) if file is not None else ()

    def _show(self) -> None:
        zone = self._room.now().tzinfo
        logged: dict[str, Event] = {event.kind: event for event in self._events()}
        for kind, button in self.kinds.items():
            name = kind[:1].upper() + kind[1:]
            button.setText(f"{name}\n✓ {logged[kind].at.astimezone(zone):%H:%M}" if kind in logged else name)
        self._first = 0
        self._show_list()
        self._show_clocks()

    def _show_clocks(self) -> None:
        found = course.clocks(self._events(), self._room.now())
        shown = found if len(found) <= CLOCKS else (*found[: CLOCKS - 1], found[-1])
        for index, card in enumerate(self.clocks):
            card.setVisible(index < len(shown))
            if index < len(shown):
                card.show_clock(shown[index])

    def _show_list(self) -> None:
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        newest = self._events()[::-1]
        fits = self._fits
        self.rows = [MomentRow(event, self._room.now(), self._room.scale) for event in newest[self._first : self._first + fits]]
        for row, event in zip(self.rows, newest[self._first :], strict=False):
            row.clicked.connect(lambda _checked, event=event: self._open(event))
            self._list.addWidget(row)
        self.later.setEnabled(self._first > 0)
        self.earlier.setEnabled(self._first + fits < len(newest))

    @property
    def _fits(self) -> int:
        """How many rows stand above one another beside the grid of moments, which is as high as the page."""
        scale = self._room.scale
        return max(3, (scale.px(1080 - 320)) // (scale.finger + scale.space) - 1)

    def _turn(self, way: int) -> None:
        self._first = max(0, self._first + way * self._fits)
        self._show_list()
