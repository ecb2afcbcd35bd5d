"""The live screen: the camera's picture with what glows drawn on it, frozen and kept by one tap, and the lesion that was found, signed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from PyQt5.QtCore import QTimer
from PyQt5.QtWidgets import QWidget

from algorithms.faces import Face
from algorithms.fluorescence.live import Glow
from algorithms.fluorescence.modes import Mode
from algorithms.fluorescence.places import distance_mm
from console.acquisition.checking import Check, Judged, Subject, Target, checked_of
from console.acquisition.eye import View, Wish
from console.acquisition.imaging import Imaging
from console.acquisition.signed import Signed
from console.cases import course
from console.cases import fluorescence_log as log
from console.cases.model import Reading, Session
from console.cases.service import CaseService
from console.views.live_cards import absence_words, silence_words, stream_words
from console.views.live_layout import LiveLayout
from console.views.live_more import MorePage
from console.views.live_past import past_words, read_back
from console.views.live_record import Recording
from console.views.live_snapshot import keep_snapshot
from console.views.residual_picture import picture_of, sketch_of
from console.widgets.image_canvas import Stand
from console.widgets.image_sketch import Sketch, Traced
from console.widgets.room import Room
from console.words import english

CARDS_MS = 200
AFTER_PICTURE_MS = 6  # by then it is painted, and the next one is not yet here
NO_IMAGING = "This console has no camera."


class LiveView(LiveLayout):
    """`LiveView(room)`: the picture itself lives in `room.imaging` and goes on when this screen is left."""

    def __init__(self, room: Room) -> None:
        super().__init__(room.scale)
        self._room = room
        self._view: View | None = None
        self._frozen: tuple[View, datetime] | None = None
        self._past: Signed | None = None  # a signed check in the picture's place
        self._finding: Check | None = None
        self._busy = False
        self._due = False  # the cards wait for the next picture
        self.recording = Recording(room)
        self._cards = QTimer(self)
        self._cards.setInterval(CARDS_MS)
        self._cards.timeout.connect(self._tick)
        self._cards.start()
        self._join()
        self._show_wish()
        self._take()
        self._show_cards()
        self.recording.ask_for_leftovers()

    def _join(self) -> None:
        self._room.view_ready.connect(self._take)
        self._room.imaging_changed.connect(self._imaging_changed)
        self._room.case_changed.connect(self._show_cards)
        self.canvas.fitted.connect(self._fit)
        self.canvas.touched.connect(self._touch)
        self.modes.chosen.connect(lambda mode: self._wish(mode=Mode(mode)))
        self.point.clicked.connect(self._set_point)
        self.freeze.clicked.connect(self._freeze)
        self.snapshot.clicked.connect(self._snapshot)
        self.record.clicked.connect(self.recording.toggle)
        self.more.clicked.connect(self._open_more)
        self.found.clicked.connect(self._find)
        self.check.clicked.connect(self._check_cavity)

    @property
    def _imaging(self) -> Imaging | None:
        return self._room.imaging

    # --- the picture -------------------------------------------------------------------------------------------------------------------

    def _fit(self, rows: int, columns: int) -> None:
        if self._imaging is not None:
            self._imaging.fit = (rows, columns)

    def _take(self) -> None:
        """The newest picture, unless one is frozen."""
        imaging = self._imaging
        if imaging is None or self._frozen is not None or self._past is not None or not self.isVisibleTo(self.window()):
            return
        view = imaging.look()
        if view is None or view is self._view:
            return
        self._view = view
        self.canvas.show_picture(view.picture, view.shot.lit.pixels.shape[:2], view.shot.lit.host_time_s)
        self._sketch(view)
        self._show_stand()
        if self._due:
            self._due = False
            QTimer.singleShot(AFTER_PICTURE_MS, self._show_cards)

    def _sketch(self, view: View) -> None:
        lesion = lesion_of(view)
        words = f"{lesion.major_mm:.1f} mm" if lesion is not None and view.mm_per_pixel else ""
        imaging = self._imaging
        wish = imaging.wish if imaging is not None else Wish()
        navigation = self._room.navigation
        tool = navigation.tool(view.mm_per_pixel) if navigation is not None and not (imaging and imaging.replays) else None
        sketch = Sketch(
            view.mm_per_pixel,
            tuple(Traced(glow.outline_px, width_words=words if glow is lesion else "") for glow in view.glows if not glow.sharp),
            tuple((mark.row, mark.column) for mark in view.marks), (), lesion.centroid_px if lesion is not None else None,
            wish.tapped, wish.reference, self._distance(view, wish), None, view.span, (), tool.place if tool is not None else None,
        )  # fmt: skip
        note = view.note if view.mm_per_pixel is not None else f"{view.note} · {view.unfit}"
        note = f"{note}\n{tool.words}" if tool is not None else note
        note = f"Replay · {note}" if imaging is not None and imaging.replays else note
        self.canvas.show_sketch(sketch, note=note, mark="Simulated" if view.shot.simulated else "", foot=self._foot())

    def _distance(self, view: View, wish: Wish) -> str:
        if wish.tapped is None or wish.reference is None or view.mm_per_pixel is None:
            return ""
        percent = f" · {view.percent:.0f} %" if view.percent is not None else ""
        return f"{distance_mm(wish.tapped, wish.reference, view.mm_per_pixel):.0f} mm{percent}"

    def _foot(self) -> str:
        imaging = self._imaging
        if imaging is None or self._frozen is not None:
            return ""
        recorded = f"{self.recording.words}\n" if self.recording.words else ""
        return recorded + stream_words(imaging.status(), self.canvas.delay, imaging.skipped)

    def _show_stand(self) -> None:
        """Live, frozen with its age, or stale with its sentence."""
        imaging = self._imaging
        if self._past is not None:
            self.canvas.show_stand(Stand.FROZEN, past_words(self._past.reading, self._room.now()))
        elif imaging is None:
            self.canvas.show_stand(Stand.NONE, NO_IMAGING)
        elif self._frozen is not None:
            age = int((self._room.now() - self._frozen[1]).total_seconds())
            self.canvas.show_stand(Stand.FROZEN, f"Frozen at {self._frozen[1]:%H:%M:%S} · {age // 60}:{age % 60:02d} ago")
        elif self._view is None:
            self.canvas.show_stand(Stand.NONE, absence_words(imaging.status()))
        elif imaging.is_live(self._view):
            self.canvas.show_stand(Stand.LIVE)
        else:
            age_s = imaging.age_s(self._view)
            since = self._room.now() - timedelta(seconds=age_s)
            self.canvas.show_stand(Stand.STALE, f"Live view paused at {since:%H:%M:%S}. {silence_words(imaging.status())}")

    def show_reading(self, reading: Reading, _face: Face | None) -> None:
        """Asked for by the board: the frames that were signed, with what was found in them."""
        read_back(self._room, reading, self._show_past)

    def _show_past(self, past: Signed) -> None:
        self._past, self._frozen, self._view = past, None, None
        judged = past.judged
        rows, columns = judged.taken.frames[0].shape
        self.canvas.show_picture(picture_of(judged.taken, judged.finding.regions), (rows, columns), None)
        self.canvas.show_sketch(sketch_of(judged), note="Signed check", mark="Simulated" if judged.taken.simulated else "")
        self._show_cards()

    # --- cards and buttons -------------------------------------------------------------------------------------------------------------

    def _tick(self) -> None:
        """Whether the picture still lives, always; the cards after the next picture, so that none waits for them, or now where none has come."""
        self._show_stand()
        if self._due or self.canvas.stand is not Stand.LIVE:
            self._show_cards()
        self._due = self.canvas.stand is Stand.LIVE

    def _show_cards(self) -> None:
        self._take()
        self._show_stand()
        self.recording.look()
        view, imaging = self._view, self._imaging
        lesion = lesion_of(view) if view is not None else None
        sites = len(view.marks) if view is not None else 0
        self.lesion.show_lesion(lesion, sites, bool(view is not None and view.mm_per_pixel), self._lesion_words())
        file = self._room.case_file
        clocks = course.clocks(course.standing_events(file), self._room.now()) if file is not None else ()
        self.approach.show_clock(next((clock for clock in clocks if clock.name == "Approach"), None))
        points = imaging.curve.points if imaging is not None else []
        self.approach.show_place(view, points, imaging.curve.peak_after_s if imaging is not None else None)
        self._show_buttons()

    def _lesion_words(self) -> str:
        if self._finding is not None and not self._finding.over:
            return f"Hold still: {self._finding.gathered} of 10 frames"
        file = self._room.case_file
        reading = log.newest(file, log.LESION) if file is not None else None
        if reading is not None:
            return found_words(reading, self._room.now())
        return "A guide for the eye: only a check of ten frames may be signed"

    def _show_buttons(self) -> None:
        there = self._view is not None and self._imaging is not None
        live = (
            there and self._frozen is None and self.canvas.stand is Stand.LIVE and self._imaging is not None and not self._imaging.replays
        )
        idle = self._finding is None and not self._busy
        for button, on in (
            (self.freeze, there or self._past is not None), (self.snapshot, there), (self.record, self.recording.possible),
            (self.found, live and idle), (self.check, live), (self.point, there),
        ):  # fmt: skip
            if button.isEnabled() is not on:
                button.setEnabled(on)
        self.freeze.setText("Go live" if self._frozen is not None or self._past is not None else "Freeze")
        self.record.setText("■ Stop" if self.recording.running else "● Record")
        wish = self._imaging.wish if self._imaging is not None else Wish()
        self.point.setText("Clear point" if wish.reference is not None and wish.tapped is None else "Set point")
        white = self._view is not None and self._view.shot.lit.colour is not None
        self.modes.buttons[Mode.WHITE.value].setEnabled(white)

    # --- what is tapped ----------------------------------------------------------------------------------------------------------------

    def _wish(self, **changes: object) -> None:
        if self._imaging is not None:
            self._imaging.wish_for(replace(self._imaging.wish, **changes))  # type: ignore[arg-type]
            self._show_wish()

    def _show_wish(self) -> None:
        if self._imaging is not None:
            self.modes.set_value(self._imaging.wish.mode.value)
            if self._imaging.wish.mode is Mode.PERCENT and self._imaging.wish.reference is None:
                self._room.say("Touch the tissue that counts as 100 %, then tap Set point.")

    def _touch(self, row: float, column: float) -> None:
        self._wish(tapped=(row, column))
        if self._view is not None:
            self._sketch(self._view)

    def _set_point(self) -> None:
        """The tapped place becomes the reference of distances and percent; a second tap takes it away."""
        imaging = self._imaging
        if imaging is None:
            return
        if imaging.wish.tapped is not None:
            self._wish(reference=imaging.wish.tapped, tapped=None)
        elif imaging.wish.reference is not None:
            self._wish(reference=None)
        else:
            self._room.say("Touch the picture first: the point you touch becomes the reference.")
        if self._view is not None:
            self._sketch(self._view)

    def _freeze(self) -> None:
        view = self._view
        frozen = self._frozen is not None or self._past is not None
        # A copy: the picture's own memory is painted anew as soon as anybody looks, such as a page behind «More…».
        self._frozen = None if frozen or view is None else (replace(view, picture=view.picture.copy()), self._room.now())
        self._past = None
        self.freeze.setChecked(self._frozen is not None)
        if self._frozen is not None:
            self._view = self._frozen[0]
            self.canvas.show_picture(self._view.picture, self._view.shot.lit.pixels.shape[:2], None)
        self._show_cards()

    def _snapshot(self) -> None:
        if self._view is not None:
            with english():
                keep_snapshot(self._room, self._view, self.canvas.grab())

    def _open_more(self) -> None:
        page = MorePage(self._room, self)
        page.left.connect(lambda: self._close(page))
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)

    def _close(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(self.stage)
        self.pages.removeWidget(page)
        page.deleteLater()

    def _check_cavity(self) -> None:
        if self._imaging is not None and not self._imaging.replays:
            self._imaging.begin_check(Target(Subject.CAVITY), self._imaging.outline)
            self._room.go(log.RESIDUAL)

    def _find(self) -> None:
        if self._imaging is not None and not self._imaging.replays:
            self._imaging.begin_check(Target(Subject.LESION))
            self._finding = self._imaging.check
            self._show_cards()

    def _imaging_changed(self) -> None:
        """The camera fell silent, a check may be over, or a recording begins to play."""
        self._show_stand()
        self._show_buttons()
        finding = self._finding
        if finding is None or not finding.over or self._busy:
            return
        if finding.judged is None:
            self._finding = None
            self._room.say(finding.sentence)
        else:
            self._sign(finding.judged)

    def _sign(self, judged: Judged) -> None:
        file, imaging = self._room.case_file, self._imaging
        if file is None or imaging is None:
            return
        self._busy = True

        def work(service: CaseService, session: Session) -> Reading:
            return log.sign(service, session, service.case_file(session, file.case.id), checked_of(judged))

        def done(reading: Reading) -> None:
            imaging.reference, imaging.reference_id = judged, reading.id
            self._end_finding("")

        self._room.do(work, done, self._end_finding)

    def _end_finding(self, sentence: str) -> None:
        self._finding, self._busy = None, False
        if sentence:
            self._room.say(sentence)
        self._show_cards()


def lesion_of(view: View) -> Glow | None:
    """The largest place that glows and is no glint."""
    return max((glow for glow in view.glows if not glow.sharp), key=lambda glow: glow.area_mm2, default=None)


def found_words(reading: Reading, now: datetime) -> str:
    """«Signed 09:24: 18.4 × 15.2 mm · false alarms 0.5 in 10 000 frames»."""
    known = {value.name: value for value in reading.values}
    size = [known[name].number for name in (f"{log.MAJOR} 1", f"{log.MINOR} 1") if name in known]
    alarms = float(known[log.FALSE_ALARM].number or 0) * 1e4
    return (
        f"Signed {reading.taken_at.astimezone(now.tzinfo):%H:%M}: {' × '.join(str(side) for side in size)} mm · "
        f"false alarms {alarms:.1f} in 10 000 frames, simulated"
    )
