"""The PET-CT screen: a scan is taken in, read by people and by models, corrected by hand where they are wrong, and signed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import numpy as np
from PyQt5 import sip
from PyQt5.QtCore import QTimer

from algorithms.faces import Face
from algorithms.orientation import Laterality
from algorithms.petct.analysis import Analysis, Method
from console.acquisition.petct_desk import Answer, Question
from console.acquisition.petct_kept import Kept
from console.acquisition.petct_pictures import Layer
from console.acquisition.petct_seg import models_own
from console.acquisition.petct_sources import Arrival, dropped
from console.acquisition.petct_volumes import Plane
from console.cases import petct_log as log
from console.cases import reads_log
from console.cases.model import Reading, Session, TumourType
from console.cases.orientation_log import lie_of
from console.cases.service import CaseService
from console.views.petct_hand import Hand
from console.views.petct_screen import PetCtScreen
from console.views.petct_showing import cell_at
from console.widgets.room import Room

T = TypeVar("T")
LOOK_MS = 80
WINDOW_STEP_HU, DRAG_HU = 40.0, 1500.0
UNORIENTED = "Specimen orientation not recorded: record its marks under Specimen, Orientation, then analyse again."
LAYERS = (Layer.UPTAKE, Layer.DOUBT, Layer.NONE)
LAYER_WORDS = {Layer.UPTAKE: "Uptake", Layer.DOUBT: "Uncertainty", Layer.NONE: "CT only"}


class PetCtView(PetCtScreen):
    """`PetCtView(room)`: scan and analysis live in `room.petct` and go on when this screen is left."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._active = Plane.AXIAL
        self._case_id = ""
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._show)
        self._join()
        room.case_changed.connect(self._case_changed)
        room.petct_changed.connect(self._moved)
        self._case_changed()

    def _join(self) -> None:
        for plane, widget in self.planes.items():
            widget.pointed.connect(lambda row, column, plane=plane: self._point(plane, row, column))
            widget.turned.connect(lambda slices, plane=plane: self._turn(plane, slices))
            widget.windowed.connect(lambda level, width: self._change_window(level * DRAG_HU, width * DRAG_HU))
            widget.drawn.connect(lambda path, plane=plane: self._draw(plane, path))
            widget.lifted.connect(self._lifted)
        self.importing.clicked.connect(self._ask_scan)
        self.picker.chosen.connect(self._import)
        self.picker.looked.connect(self._list_scans)
        self.files_dropped.connect(self._dropped)
        self.layer.clicked.connect(self._next_layer)
        self.window_button.clicked.connect(self._show)
        self.less.clicked.connect(lambda: self._step(-1))
        self.more_slices.clicked.connect(lambda: self._step(1))
        for button, page in ((self.reading, self.read_page), (self.more, self.more_page)):
            button.clicked.connect(lambda _checked, button=button, page=page: self._open_page(page if button.isChecked() else self.cards))
        self.correct.clicked.connect(self._begin_correction)
        self.compare.methods.chosen.connect(lambda name: self._analyse(Method(name)))
        self.more_page.models.chosen.connect(self._choose_models)
        self.more_page.multifocal.clicked.connect(self._show)
        self.sign.clicked.connect(self._sign)
        self.cancel.clicked.connect(self._cancel)
        self.read_page.blind.clicked.connect(self._read_blind)
        self.read_page.save.clicked.connect(self._save_call)
        for choice in (self.read_page.call, self.read_page.face, self.read_page.confidence):
            choice.chosen.connect(lambda _value: self._show_reads())
        self.hand_page.tool.chosen.connect(lambda _tool: self._show())
        self.hand_page.radius.chosen.connect(lambda _size: self._show())
        self.hand_page.undo.clicked.connect(self._undo)
        self.hand_page.leave.clicked.connect(self._drop_correction)
        self.hand_page.sign.held.connect(self._sign_correction)

    def _case_changed(self) -> None:
        file = self._room.case_file
        if file is None:
            return
        if file.case.id != self._case_id:
            self._case_id, self._method, self._kind, self._hand = file.case.id, None, file.case.tumour_type or TumourType.NST, None
        self._show()

    def _moved(self) -> None:
        """Heard with every step of reading and analysing: look a few times a second, not more."""
        if not self._look.isActive():
            self._look.start()

    def show_reading(self, reading: Reading, face: Face | None) -> None:  # noqa: ARG002 - the planes show every face
        """Asked for by the board."""
        self._room.specimen_id = reading.specimen_id
        self._open_page(self.cards)

    # --- import ------------------------------------------------------------------------------------------------------------------------

    def _ask_scan(self) -> None:
        asked = self.stage.currentWidget() is self.picker
        self.stage.setCurrentWidget(self.pictures if asked else self.picker)
        if not asked:
            self._list_scans()
        self._show()

    def _list_scans(self) -> None:
        desk, specimen = self._desk, self._specimen
        if desk is not None and specimen is not None:
            folder = str(desk.folder)
            self._room.do_slowly(
                lambda _service, _session: desk.arrivals(specimen.case_id),
                self._if_here(lambda found: self.picker.show_arrivals(folder, found)),
                self._room.say,
            )

    def _dropped(self, paths: tuple[str, ...]) -> None:
        if paths and self.importing.isEnabled():
            self._import(dropped(tuple(Path(path) for path in paths)))

    def _import(self, arrival: Arrival) -> None:
        desk, specimen = self._desk, self._specimen
        if desk is None or specimen is None:
            return
        if arrival.arriving:
            self._room.say("This scan is still arriving. Look again in a few seconds.")
            return
        if not arrival.assigned:
            self._room.go("arrivals")
            return
        self.picker.busy()
        self._method = None
        self._open_page(self.cards)
        self.stage.setCurrentWidget(self.pictures)
        self._work(lambda _service, _session: desk.take(arrival, specimen.case_id, specimen.id), lambda _none: None)

    # --- analysing, signing ------------------------------------------------------------------------------------------------------------

    def _analyse(self, method: Method) -> None:
        """Show what a method said, or ask it."""
        desk, hand, file, specimen = self._desk, self._at_hand, self._room.case_file, self._specimen
        if desk is None or hand is None or hand.scan is None or file is None or specimen is None or hand.running is not None:
            self._show()
            return
        self._method = method
        multifocal = self.more_page.multifocal.isChecked()
        if (known := hand.answers.get(method)) is not None and known.context.kind is self._kind and _multifocal(known) == multifocal:
            self._show()
            return
        lie = lie_of(file, specimen.id)
        question = Question(
            method, self._kind or TumourType.NST, Laterality(file.case.side.value), lie.orientation if lie else None, multifocal
        )
        self._work(lambda _service, _session: desk.begin(question), lambda _none: None)

    def _choose_models(self, family: str) -> None:
        self._kind = TumourType(family)
        self._show()

    def _cancel(self) -> None:
        """The analysis; without one the scan at hand."""
        desk, hand = self._desk, self._at_hand
        if desk is not None and hand is not None:
            if hand.running is not None:
                desk.cancel()
            else:
                desk.let_go()

    def _sign(self) -> None:
        desk, answer, file, specimen = self._desk, self._answer, self._room.case_file, self._specimen
        if desk is None or answer is None or file is None or specimen is None:
            return
        words = "SIMULATED. Research use only." if answer.context.scan.simulated else "Research use only."

        def work(service: CaseService, session: Session) -> tuple[Reading, str]:
            reading = log.sign(service, session, file, specimen.id, answer.found, answer.context, desk.files(answer, words))
            return reading, desk.signed()

        def signed(done: tuple[Reading, str]) -> None:
            reading, trouble = done
            if trouble:
                self._room.say(trouble)
            if answer.kept is not None:
                self._opened[reading.id] = answer.kept

        self._store(work, signed)

    # --- blind reading -----------------------------------------------------------------------------------------------------------------

    def _read_blind(self) -> None:
        file, specimen = self._room.case_file, self._specimen
        if file is not None and specimen is not None:
            self._store(lambda service, session: reads_log.choose_blind(service, session, file, specimen.id), lambda _entry: None)

    def _save_call(self) -> None:
        file, specimen, call = self._room.case_file, self._specimen, self.read_page.said
        if file is None or specimen is None or call is None:
            return
        hand = self._at_hand
        digest = (
            hand.scan.sha256 if hand is not None and hand.scan is not None else self._signed.provenance.input_sha256 if self._signed else ""
        )
        self._store(
            lambda service, session: reads_log.sign_read(service, session, file, specimen.id, call, digest),
            lambda _reading: self.read_page.clear(),
        )

    # --- correction by hand ------------------------------------------------------------------------------------------------------------

    def _begin_correction(self) -> None:
        kept = self._kept
        if kept is not None and self._signed is not None and self._at_hand is None:
            self._hand = Hand(kept, kept.tumour)
            self._open_page(self.hand_page)

    def _draw(self, plane: Plane, path: list[tuple[float, float]]) -> None:
        hand, volumes = self._hand, self._volumes
        if hand is not None and volumes is not None:
            places = [cell_at(volumes, plane, self._place[plane.across], row, column) for row, column in path]
            hand.stroke(places, self.hand_page.radius_mm, paint=self.hand_page.tool.value == "brush")
            self._show_planes()

    def _lifted(self) -> None:
        """The finger left: measure anew."""
        if self._hand is not None:
            self._hand.measure()
            self._show()

    def _undo(self) -> None:
        if self._hand is not None:
            self._hand.undo()
            self._show()

    def _drop_correction(self) -> None:
        self._hand = None
        self._open_page(self.cards)

    def _sign_correction(self) -> None:
        hand, before, file, desk = self._hand, self._signed, self._room.case_file, self._desk
        if hand is None or before is None or file is None or desk is None or not hand.changed:
            return
        simulated = before.provenance.simulated

        def work(service: CaseService, session: Session) -> tuple[Reading, Kept]:
            models = models_own(log.outlines(service.read_asset(session, file.case.id, sha256) for sha256 in before.assets))
            kept, files = hand.finished(models, session.user.role.value, service.ledger.now(), simulated=simulated)
            reading = log.sign_edited(service, session, file, (before, hand.before), kept.answer, kept.volumes.suv, files, hand.changed)
            return reading, kept

        def signed(done: tuple[Reading, Kept]) -> None:
            self._opened[done[0].id], self._hand = done[1], None
            self._open_page(self.cards)

        self._store(work, signed)

    # --- doing -------------------------------------------------------------------------------------------------------------------------

    def _work(self, work: Callable[[CaseService, Session], T], then: Callable[[T], None]) -> None:
        """Beside the screen's thread."""
        self._start(work, then, self._room.do_slowly)

    def _store(self, work: Callable[[CaseService, Session], T], then: Callable[[T], None]) -> None:
        """What changes the case: it is read anew before `then`."""
        self._start(work, then, self._room.do)

    def _start(self, work: Callable[[CaseService, Session], T], then: Callable[[T], None], where: Callable[..., None]) -> None:
        def heard(answer: T) -> None:
            self._busy = False
            then(answer)
            self._show()

        self._busy = True
        self._show()
        where(work, self._if_here(heard), self._failed)

    def _failed(self, sentence: str) -> None:
        if sip.isdeleted(self):
            return
        self._busy = False
        self._room.say(sentence)
        self._show()

    # --- the planes --------------------------------------------------------------------------------------------------------------------

    def _point(self, plane: Plane, row: int, column: int) -> None:
        volumes = self._volumes
        if volumes is not None:
            one, two, three = (int(value) for value in cell_at(volumes, plane, self._place[plane.across], row, column))
            self._place, self._active = (one, two, three), plane
            self._show_planes()

    def _turn(self, plane: Plane, slices: int) -> None:
        volumes = self._volumes
        if volumes is not None:
            place = list(self._place)
            place[plane.across] = int(np.clip(place[plane.across] + slices, 0, volumes.shape[plane.across] - 1))
            self._place, self._active = (place[0], place[1], place[2]), plane
            self._show_planes()

    def _step(self, sign: int) -> None:
        """The buttons beside the finger: a page of the plane touched last, or a wider window."""
        if self.window_button.isChecked():
            self._change_window(0.0, sign * WINDOW_STEP_HU)
        else:
            self._turn(self._active, sign)

    def _change_window(self, level: float, width: float) -> None:
        self._window = self._window.moved(level, width)
        self._show_planes()

    def _next_layer(self) -> None:
        self._layer = LAYERS[(LAYERS.index(self._layer) + 1) % len(LAYERS)]
        self._show()

    def _open_page(self, page: object) -> None:
        """One of the cards' place; leaving the correction drops nothing."""
        if self._hand is not None:
            page = self.hand_page
        self.side.setCurrentWidget(page)  # type: ignore[arg-type]
        self.reading.setChecked(page is self.read_page)
        self.more.setChecked(page is self.more_page)
        self._show()


def _multifocal(answer: Answer) -> bool:
    return isinstance(answer.found, Analysis) and answer.found.multifocal
