"""The microwave screen: the map of one face while it is scanned, what it says, what stopping now would cost, and the reading that comes of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PyQt5 import sip
from PyQt5.QtCore import QTimer

from algorithms.faces import Face
from algorithms.microwave.analysis import Analysis
from console.acquisition.growing_map import Spectrum, spectrum_of
from console.acquisition.imported import Judged, judge_file, newest_scans
from console.acquisition.readings_file import Subject
from console.acquisition.scan import ScanRun, ScanState
from console.acquisition.scanning import Done, Scanning, Sight
from console.cases import microwave_log as log
from console.cases.model import Reading, Session, Specimen, new_id
from console.cases.service import CaseService
from console.cases.specimen_log import piece
from console.views.microwave_layout import ENDED, MicrowaveLayout, standing_of
from console.views.microwave_panels import LOOKING_AGAIN, hint, lying_words, place_words, signed_words, stopping_words
from console.views.microwave_picture import growing_picture, picture_of, worst_place
from console.widgets.depth_map import Layer
from console.widgets.room import Room

T = TypeVar("T")
LOOK_MS = 100
INCOMING = "incoming"


class MicrowaveView(MicrowaveLayout):
    """`MicrowaveView(room)`: the scan itself lives in `room.scanning` and goes on when this screen is left."""

    def __init__(self, room: Room) -> None:
        super().__init__(room.scale)
        self._room = room
        self._face = Face.SUPERIOR
        self._chosen = False
        self._opened: dict[str, Judged] = {}
        self._opening = ""
        self._pending: tuple[Judged, Path] | None = None
        self._reference = ""
        self._busy = False
        self._case_id = ""
        self._touched: tuple[int, int] | None = None
        self._asked: tuple[object, ...] = ()
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._show)
        self._join()
        room.case_changed.connect(self._case_changed)
        room.scan_changed.connect(self._scan_changed)
        self._case_changed()

    def _join(self) -> None:
        self.faces.chosen.connect(self._choose_face)
        self.specimen.clicked.connect(self._next_specimen)
        self.layer.clicked.connect(lambda: self.map.show_layer(Layer.DOUBT if self.layer.isChecked() else Layer.DEPTH))
        self.map.touched.connect(self._touch)
        self.go.clicked.connect(self._go)
        self.use.clicked.connect(self._use)
        self.reference.clicked.connect(lambda: self._begin(Subject(new_id())))
        self.importing.clicked.connect(self._ask_file)
        self.again.clicked.connect(self._look_again)
        self.discard.held.connect(self._discard)
        self.picker.chosen.connect(self._import)
        self.picker.looked.connect(self._list_files)

    # --- what this is about ------------------------------------------------------------------------------------------------------------

    @property
    def _scanning(self) -> Scanning | None:
        return self._room.scanning

    @property
    def _specimen(self) -> Specimen | None:
        file = self._room.case_file
        return piece(file, self._room.specimen_id) if file is not None else None

    @property
    def _run(self) -> ScanRun | None:
        return self._scanning.run if self._scanning else None

    @property
    def _own_run(self) -> ScanRun | None:
        """The scan of the face that is shown."""
        run, specimen = self._run, self._specimen
        mine = (
            run is not None and specimen is not None and (run.file.subject.specimen_id, run.file.subject.face) == (specimen.id, self._face)
        )
        return run if mine else None

    def _case_changed(self) -> None:
        file = self._room.case_file
        if file is None:
            return
        if file.case.id != self._case_id:
            self._case_id, self._pending, self._opened, self._chosen = file.case.id, None, {}, False
            self._face = self._first_face()
            self._look_around()
        self._show()

    def _first_face(self) -> Face:
        """The face that is being scanned; else the one that was signed last."""
        run, file, specimen = self._run, self._room.case_file, self._specimen
        if run is not None and run.file.subject.case_id == self._case_id:
            return Face(run.file.subject.face)
        return log.likely_face(file, specimen.id) if file is not None and specimen is not None else Face.SUPERIOR

    def _scan_changed(self) -> None:
        """Heard with every mask: look a few times a second, not more."""
        if not self._look.isActive():
            self._look.start()

    def _look_around(self) -> None:
        """Off this thread: which reference there is, and whether a scan of this case was interrupted."""
        scanning, case_id = self._scanning, self._case_id
        if scanning is None:
            return

        def work(_service: CaseService, _session: Session) -> tuple[str, ScanRun | None]:
            taken = scanning.reference_at()
            left = scanning.leftovers(case_id) if scanning.run is None else ()
            return f"{taken.astimezone(self._room.now().tzinfo):%H:%M}" if taken else "", scanning.take_up(left[-1]) if left else None

        self._room.do_slowly(work, self._looked, self._room.say)

    def _looked(self, found: tuple[str, ScanRun | None]) -> None:
        self._reference, run = found
        if run is not None and not self._chosen:
            self._face, self._chosen = Face(run.file.subject.face), True
        self._show()

    # --- what is tapped ----------------------------------------------------------------------------------------------------------------

    def _choose_face(self, face: str) -> None:
        self._face, self._chosen, self._touched = Face(face), True, None
        self.map.show_finger(None)
        self.stage.setCurrentWidget(self.map_page)
        self._show()

    def show_reading(self, reading: Reading, face: Face | None) -> None:
        """Asked for by the board: the signed map of that face."""
        self._choose_face(face or log.face_of(reading))

    def _next_specimen(self) -> None:
        file, specimen = self._room.case_file, self._specimen
        if file is not None and specimen is not None:
            place = [one.id for one in file.specimens].index(specimen.id)
            self._room.specimen_id = file.specimens[(place + 1) % len(file.specimens)].id
            self._choose_face(self._face)

    def _go(self) -> None:
        """Scan, pause or resume."""
        run, specimen = self._run, self._specimen
        if run is not None and run.progress.state is ScanState.RUNNING:
            run.pause()
        elif run is not None and run.progress.state is ScanState.PAUSED:
            run.resume()
        elif specimen is not None:
            self._begin(Subject(new_id(), specimen.case_id, specimen.id, self._face.value))

    def _begin(self, subject: Subject) -> None:
        scanning = self._scanning
        if scanning is None or self._busy:
            return
        self._work(lambda _service, _session: scanning.begin(subject), lambda _run: None)

    def _look_again(self) -> None:
        """The most doubtful part in finer pixels, at once."""
        if (scanning := self._scanning) is not None and not self._busy:
            self._work(lambda _service, _session: scanning.look_again(), lambda _run: None)

    def _use(self) -> None:
        """Stop if it still runs, see the map whole, sign it."""
        scanning, run = self._scanning, self._run
        if self._pending is not None:
            judged, path = self._pending
            self._sign(
                judged.analysis, log.Source(path, judged.sha256, judged.device, judged.simulated, judged.shown, judged.of), imported=True
            )
        elif scanning is not None and run is not None and not run.file.subject.is_reference:
            self._work(lambda _service, _session: scanning.finish(), self._finished)
        elif scanning is not None:
            self._work(lambda _service, _session: scanning.forget(), lambda _none: self._look_around())

    def _finished(self, done: Done) -> None:
        file = done.file
        self._face, self._chosen = Face(file.subject.face), True
        source = log.Source(file.path, done.sha256, file.device, file.simulated, file.shown, file.plan.patterns)
        self._sign(done.analysis, source, imported=False)

    def _sign(self, analysis: Analysis, source: log.Source, *, imported: bool) -> None:
        file, face, scanning = self._room.case_file, self._face, self._scanning
        specimen = self._specimen
        run = self._run
        if file is None or specimen is None:
            return
        specimen_id = specimen.id if imported or run is None else run.file.subject.specimen_id

        def work(service: CaseService, session: Session) -> Reading:
            reading = log.sign(service, session, file, specimen_id, face, analysis, source)
            if scanning is not None and not imported:
                scanning.forget()
            return reading

        self._busy = True
        self._show()
        self._room.do(work, self._if_here(lambda _reading: self._signed("")), self._signed)

    def _signed(self, trouble: str) -> None:
        self._busy = False
        if trouble:
            self._room.say(trouble)
        else:
            self._pending = None
        self._show()

    def _discard(self) -> None:
        if self._pending is not None:
            self._pending = None
            self._show()
        elif (scanning := self._scanning) is not None:
            self._work(lambda _service, _session: scanning.forget(), lambda _none: self._look_around())

    def _work(self, work: Callable[[CaseService, Session], T], then: Callable[[T], None]) -> None:
        """Beside the screen's thread; one thing at a time."""

        def heard(answer: T) -> None:
            self._busy = False
            then(answer)
            self._show()

        self._busy = True
        self._show()
        self._room.do_slowly(work, self._if_here(heard), self._failed)

    def _if_here(self, hear: Callable[[T], None]) -> Callable[[T], None]:
        """Nothing, once this screen was left: the window shows another by then."""
        return lambda answer: None if sip.isdeleted(self) else hear(answer)

    def _failed(self, sentence: str) -> None:
        self._busy = False
        self._room.say(sentence)
        self._show()

    # --- import ------------------------------------------------------------------------------------------------------------------------

    def _ask_file(self) -> None:
        if self.stage.currentWidget() is self.picker:
            self.stage.setCurrentWidget(self.map_page)
        else:
            self.stage.setCurrentWidget(self.picker)
            self._list_files()
        self._show()

    def _list_files(self) -> None:
        scanning = self._scanning
        if scanning is not None:
            folder = scanning.folder.parent / INCOMING
            self._room.do_slowly(lambda _service, _session: (folder, newest_scans(folder)), self.show_files, self._room.say)

    def _import(self, path: Path) -> None:
        self.picker.busy()
        self._work(lambda _service, _session: (judge_file(path), path), self._imported)

    def _imported(self, found: tuple[Judged, Path]) -> None:
        self._pending = found
        self.stage.setCurrentWidget(self.map_page)

    # --- the finger --------------------------------------------------------------------------------------------------------------------

    def _touch(self, row: int, column: int) -> None:
        self._touched = (row, column)
        self._show_place()

    def _show_place(self) -> None:
        """What lies under the finger; the spectrum is fetched beside this thread, once for each touch and each new map."""
        judged = self._judged
        place = self._touched or (worst_place(judged) if judged is not None else None)
        self.map.show_finger(place)
        if judged is None or place is None or place[0] >= judged.analysis.map.grid.rows or place[1] >= judged.analysis.map.grid.columns:
            self.spectrum.show_hint()
            return
        if self._asked == (place, judged.analysis):
            return
        self._asked = (place, judged.analysis)
        analysis, whole = judged.analysis, self._scanning.whole if self._scanning and self._own_run is not None else None
        words, depth = place_words(analysis, *place), float(analysis.map.shown_mm[place])

        def work(_service: CaseService, _session: Session) -> Spectrum | None:
            scan = judged.scan or (whole.scan() if whole is not None else None)
            return spectrum_of(scan, analysis.map.grid, place, depth) if scan is not None else None

        self._room.do_slowly(work, self._if_here(lambda spectrum: self.spectrum.show_place(spectrum, words)), self._room.say)

    # --- showing -----------------------------------------------------------------------------------------------------------------------

    @property
    def _reading(self) -> Reading | None:
        file, specimen = self._room.case_file, self._specimen
        return log.standing(file, specimen.id).get(self._face) if file is not None and specimen is not None else None

    @property
    def _judged(self) -> Judged | None:
        """The map that is shown: of the scan at hand, of the file that was taken in, of the reading that was signed."""
        run, sight = self._own_run, self._scanning.sight if self._scanning else Sight()
        if run is not None:
            file = run.file
            return Judged(sight.analysis, None, "", file.simulated, file.device, file.shown, file.plan.patterns) if sight.analysis else None
        if self._pending is not None:
            return self._pending[0]
        reading = self._reading
        return self._opened.get(reading.assets[0]) if reading is not None else None

    def _show(self) -> None:
        """Everything follows from the scan, the case file and what was tapped."""
        if self._specimen is None:
            return
        self._show_faces()
        self._show_map()
        self._show_scan()
        self._show_buttons()
        self._show_place()

    def _show_faces(self) -> None:
        file, specimen = self._room.case_file, self._specimen
        assert file is not None and specimen is not None  # noqa: PT018 - `_show` looked
        said = {face: log.said_of(reading) for face, reading in log.standing(file, specimen.id).items()}
        self.show_faces(self._face, said, specimen.number if len(file.specimens) > 1 else None)

    def _show_map(self) -> None:
        judged, run, reading = self._judged, self._own_run, self._reading
        glance = self._scanning.sight.glance if self._scanning and run is not None else None
        mark = "Simulated" if (judged is not None and judged.simulated) or (run is not None and run.file.simulated) else ""
        if run is not None and glance is not None and (judged is None or run.progress.state is ScanState.RUNNING):
            self.map.show_picture(growing_picture(glance, run.file.plan.grid, judged), mark=mark)
        elif judged is not None:
            self.map.show_picture(picture_of(judged), mark=mark)
        else:
            empty = hint(self._face, self._scanning is not None, run is not None, reading is not None, bool(self._reference))
            self.map.show_picture(None, empty, mark)
        if judged is not None:
            growing = run is not None and run.progress.state is ScanState.RUNNING
            note = "Still growing." if growing else "Not signed yet." if reading is None else ""
            self.result.show_analysis(
                judged.analysis,
                self._face,
                signed_words(reading, self._room.now().tzinfo) if run is None and self._pending is None else note,
            )
        else:
            self.result.show_nothing(
                self._face, signed_words(reading, self._room.now().tzinfo) if reading is not None else "No map of this face yet."
            )
        if run is None and self._pending is None and reading is not None and judged is None:
            self._open(reading)

    def _open(self, reading: Reading) -> None:
        """A signed map, computed again from its sealed file."""
        sha256, scanning = reading.assets[0], self._scanning
        if self._opening == sha256 or scanning is None:
            return
        self._opening = sha256

        def work(service: CaseService, session: Session) -> Judged:
            return scanning.judge(service.read_asset(session, reading.case_id, sha256), reading.provenance.device)

        def opened(judged: Judged) -> None:
            self._opened[sha256], self._opening = judged, ""
            self._show()

        self._room.do_slowly(work, self._if_here(opened), self._room.say)

    def _show_scan(self) -> None:
        run, scanning = self._run, self._scanning
        if run is None or scanning is None:
            plan = scanning.plan() if scanning else None
            size = f"{plan.grid.rows} × {plan.grid.columns} pixels, {plan.sweep.points} frequencies" if plan else "No scanner"
            taken = f"Reference of {self._reference}." if self._reference else "No reference of today that fits yet."
            specimen = self._specimen
            lying = lying_words(self._face, log.face_down(self._room.case_file, specimen.id)) if specimen is not None else ""
            self.scan.show_idle(size, lying or taken)
            return
        subject = run.file.subject
        if subject.is_reference:
            words = "The plate must stay empty." if run.progress.state not in ENDED else "The reference is taken. Lay a face on the plate."
            self.scan.show_progress("Reference scan", run.progress, words)
            if run.progress.state in ENDED and not self._busy:
                self._work(lambda _service, _session: scanning.forget(), lambda _none: self._look_around())
        else:
            words = LOOKING_AGAIN if scanning.looks_again else stopping_words(scanning.sight, run.file.plan.grid.pixels)
            title = "Second look" if scanning.looks_again else "Scan"
            self.scan.show_progress(f"{title}, {subject.face} face", run.progress, words)

    def _show_buttons(self) -> None:
        self.show_buttons(standing_of(self._scanning, pending=self._pending is not None, busy=self._busy, referenced=bool(self._reference)))
