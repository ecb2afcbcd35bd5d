"""The residual screen: ten frames of the cavity or of one face of the specimen, one verdict, where and how large, and the reading of it."""

from __future__ import annotations

from PyQt5.QtCore import QTimer

from algorithms.faces import Face
from algorithms.fluorescence.comparison import Comparison, compare_findings, difference_of, mirrored
from algorithms.fluorescence.model import Outcome
from algorithms.fluorescence.walls import hour_of
from console.acquisition.checking import FRAMES, Check, Judged, Subject, Target, checked_of
from console.acquisition.eye import View, state_of
from console.acquisition.imaging import Imaging
from console.acquisition.signed import Signed
from console.cases import course
from console.cases import fluorescence_log as log
from console.cases.fluorescence_log import Cavity
from console.cases.model import EventKind, Reading, Session, Specimen
from console.cases.service import CaseService
from console.cases.specimen_log import piece
from console.views.live_cards import absence_words, silence_words
from console.views.live_past import past_words, read_back
from console.views.residual_layout import CAVITY, ResidualLayout
from console.views.residual_picture import picture_of, sketch_of, specimen_cavity, top_words
from console.widgets.image_canvas import Stand
from console.widgets.image_sketch import Sketch
from console.widgets.room import Room

LOOK_MS = 100


class ResidualView(ResidualLayout):
    """`ResidualView(room)`: the check itself lives in `room.imaging`; this shows it, compares it and signs it."""

    def __init__(self, room: Room) -> None:
        super().__init__(room.scale)
        self._room = room
        self._view: View | None = None
        self._judged: Judged | None = None
        self._signed: Reading | None = None
        self._past: Signed | None = None  # a signed check that the board asked for
        self._comparison: Comparison | None = None
        self._busy = False
        self._recalling = ""  # the reading whose frames are being read back as the reference
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._show)
        self._look.start()
        imaging = room.imaging
        target = imaging.check.target if imaging is not None and imaging.check is not None else Target(Subject.CAVITY)
        self.subjects.set_value(target.face.value if target.face is not None else CAVITY)
        self._join()
        self._imaging_changed()
        self._show()

    def _join(self) -> None:
        self._room.view_ready.connect(self._take)
        self._room.imaging_changed.connect(self._imaging_changed)
        self._room.case_changed.connect(self._show)
        self.canvas.fitted.connect(self._fit)
        self.canvas.dragged.connect(self._dragged)
        self.subjects.chosen.connect(lambda _value: self._leave_check())
        self.specimen.clicked.connect(self._next_specimen)
        self.go.clicked.connect(self._go)
        self.sign.held.connect(self._sign)
        self.compare.clicked.connect(self._compare)
        self.outline.clicked.connect(self._outline_tapped)

    @property
    def _imaging(self) -> Imaging | None:
        return self._room.imaging

    @property
    def _specimen(self) -> Specimen | None:
        file = self._room.case_file
        return piece(file, self._room.specimen_id) if file is not None else None

    @property
    def target(self) -> Target:
        """What the next check is of."""
        if self.subjects.value == CAVITY:
            return Target(Subject.CAVITY)
        specimen = self._specimen
        return Target(Subject.SPECIMEN, specimen.id if specimen is not None else None, Face(self.subjects.value))

    @property
    def _check(self) -> Check | None:
        """The check of what is chosen, while it is not given up."""
        if self._past is not None:
            return None
        check = self._imaging.check if self._imaging is not None else None
        return check if check is not None and check.target == self.target else None

    # --- the picture -------------------------------------------------------------------------------------------------------------------

    def _fit(self, rows: int, columns: int) -> None:
        if self._imaging is not None:
            self._imaging.fit = (rows, columns)

    def _take(self) -> None:
        """The live picture, until a check is over: then its own."""
        imaging = self._imaging
        if imaging is None or self._judged is not None or not self.isVisibleTo(self.window()):
            return
        view = imaging.look()
        if view is not None and view is not self._view:
            self._view = view
            self.canvas.show_picture(view.picture, view.shot.lit.pixels.shape[:2], view.shot.lit.host_time_s)
            self._show_live(view, imaging)

    def _show_live(self, view: View, imaging: Imaging) -> None:
        outline = imaging.outline
        ellipse, edge = ((outline.centre, outline.half), outline.edge) if outline is not None else (None, ())
        sketch = Sketch(view.mm_per_pixel, ellipse=ellipse, edge=edge)
        hint = f"Drag across the {self._subject} to lay its outline" if self.outline.isChecked() and outline is None else self._note()
        self.canvas.show_sketch(sketch, note=hint, mark="Simulated" if view.shot.simulated else "", foot=top_words(self.target.face))

    @property
    def _subject(self) -> str:
        return "cavity" if self.subjects.value == CAVITY else f"{self.subjects.value} face"

    def _note(self) -> str:
        check = self._check
        subject = self._subject.capitalize()
        return f"{subject} · {check.gathered} of {FRAMES} frames" if check is not None and not check.over else f"{subject} · live"

    def _show_stand(self, imaging: Imaging | None) -> None:
        if self._judged is not None:
            self.canvas.show_stand(Stand.STILL)
        elif imaging is None or self._view is None:
            self.canvas.show_stand(Stand.NONE, absence_words(imaging.status()) if imaging is not None else "This console has no camera.")
        elif imaging.is_live(self._view):
            self.canvas.show_stand(Stand.LIVE)
        else:
            self.canvas.show_stand(Stand.STALE, f"The picture is {imaging.age_s(self._view):.0f} s old. {silence_words(imaging.status())}")

    def show_reading(self, reading: Reading, _face: Face | None) -> None:
        """Asked for by the board: the frames that were signed, with what was found in them."""
        read_back(self._room, reading, self._show_past)

    def _show_past(self, past: Signed) -> None:
        """In the place of the live picture, until the check is repeated or another subject is chosen."""
        target = past.judged.target
        self.subjects.set_value(target.face.value if target.face is not None else CAVITY)
        if target.specimen_id is not None:
            self._room.specimen_id = target.specimen_id
        self._leave_check()
        self._past, self._judged, self._signed = past, past.judged, past.reading
        self._show_judged(past.judged)
        self._show()

    def _recall(self, imaging: Imaging | None) -> None:
        """The lesion as it was signed, from its own frames: the reference survives a restart."""
        file = self._room.case_file
        reading = log.newest(file, log.LESION) if file is not None else None
        if imaging is None or reading is None or reading.id in {imaging.reference_id, self._recalling}:
            return
        self._recalling = reading.id
        read_back(self._room, reading, self._recalled)

    def _recalled(self, found: Signed) -> None:
        imaging = self._imaging
        if imaging is not None and imaging.reference_id != found.reading.id:
            imaging.reference, imaging.reference_id = found.judged, found.reading.id
            self._show()

    def _show_judged(self, judged: Judged) -> None:
        """The check's own picture: what was found, before what is live."""
        imaging = self._imaging
        before = self.compare.isChecked() and self._comparison is not None and imaging is not None and imaging.reference is not None
        shown = imaging.reference if before and imaging is not None and imaging.reference is not None else judged
        rows, columns = shown.taken.frames[0].shape
        self.canvas.show_picture(picture_of(shown.taken, shown.finding.regions), (rows, columns), None)
        subject = (
            "Before the resection"
            if before
            else "Cavity"
            if judged.target.face is None
            else f"{judged.target.face.value.capitalize()} face"
        )
        signed = f"{past_words(self._past.reading, self._room.now())}\n" if self._past is not None and not before else ""
        self.canvas.show_sketch(
            sketch_of(shown), note=f"{signed}{subject} · {shown.finding.frames} of {FRAMES} frames registered",
            mark="Simulated" if shown.taken.simulated else "", foot=top_words(judged.target.face),
        )  # fmt: skip

    # --- cards and buttons -------------------------------------------------------------------------------------------------------------

    def _imaging_changed(self) -> None:
        """A check may be over."""
        check = self._check
        if check is None or not check.over or (self._judged is not None and self._judged is check.judged):
            return
        if check.judged is None:
            self._room.say(check.sentence)
            if self._imaging is not None:
                self._imaging.check = None
        else:
            self._judged, self._signed, self._comparison = check.judged, None, None
            self._show_judged(check.judged)
        self._show()

    def _show(self) -> None:
        self._take()
        self._recall(self._imaging)
        imaging, judged, check = self._imaging, self._judged, self._check
        self._show_stand(imaging)
        gathering = check is not None and not check.over
        if judged is not None:
            self.verdict.show_finding(judged.finding, self._where(judged), self._detail(judged))
        else:
            words = f"Hold still: {check.gathered} of {FRAMES}" if check is not None and gathering else ""
            self.verdict.show_nothing(self._subject, words)
        self.limit.show_finding(judged.finding if judged is not None else None)
        self._show_state(imaging, judged)
        self._show_steps(judged, check)
        self._show_buttons(imaging, judged, gathering=gathering)

    def _where(self, judged: Judged) -> str:
        """«1 region at 2 o'clock, 31 mm²»."""
        finding = judged.finding
        regions = [region for region in finding.regions if region.faint == (finding.outcome is Outcome.FAINT)]
        if finding.outcome is Outcome.CANNOT_JUDGE:
            return finding.reason
        if not regions:
            return "No signal seen"
        rows, columns = judged.taken.frames[0].shape
        outline = judged.taken.outline
        centre = outline.centre if outline is not None else ((rows - 1) / 2, (columns - 1) / 2)
        hour = f" at {hour_of(regions[0].centroid_px, centre)} o’clock" if judged.target.subject is Subject.CAVITY else ""
        count = f"{len(regions)} region{'' if len(regions) == 1 else 's'}"
        return f"{count}{hour if len(regions) == 1 else ''}, {sum(region.area_mm2 for region in regions):.0f} mm²"

    def _detail(self, judged: Judged) -> str:
        finding, file = judged.finding, self._room.case_file
        if self._comparison is not None:
            return self._comparison.sentence
        if not finding.regions or file is None:
            return "" if finding.outcome is Outcome.CANNOT_JUDGE else "It may alarm, not clear: nothing seen is not nothing there."
        region = finding.regions[0]
        checked = checked_of(judged)
        seen = f"Contrast {region.contrast:.1f} over background · CNR {region.contrast_to_noise:.1f} · seen in {region.seen_in} of {finding.frames}"
        return f"{seen} frames · {log.place_words(region, checked, file.case.side)}"

    def _show_state(self, imaging: Imaging | None, judged: Judged | None) -> None:
        reference = imaging.reference if imaging is not None else None
        if judged is not None:
            self.state.show_states(judged.taken.state, reference, self._since_icg())
        elif self._view is not None and imaging is not None:
            unfit = self._view.unfit or imaging.unreadable
            self.state.show_states(state_of(self._view.shot.lit, imaging.kept()), reference, unfit or self._since_icg())
        else:
            self.state.show_states(None, reference, "")

    def _since_icg(self) -> str:
        """«27 min since ICG»."""
        file = self._room.case_file
        injected = course.first(course.standing_events(file), EventKind.ICG) if file is not None else None
        if injected is None:
            return "ICG not logged"
        return f"{(self._room.now() - injected.at).total_seconds() / 60:.0f} min since ICG"

    def _show_steps(self, judged: Judged | None, check: Check | None) -> None:
        if judged is not None:
            signed = f" · signed {self._signed.taken_at.astimezone(self._room.now().tzinfo):%H:%M}" if self._signed is not None else ""
            words = f"Judged in {judged.seconds:.1f} s · motion {judged.finding.motion_mm:.1f} mm{signed}"
            self.steps.show_progress(judged.finding.frames, words)
        elif check is not None:
            self.steps.show_progress(check.gathered, "Judging…" if check.gathered == FRAMES else "Hold the camera still")
        else:
            self.steps.show_progress(0, "Ten frames, about a second")

    def _show_buttons(self, imaging: Imaging | None, judged: Judged | None, *, gathering: bool) -> None:
        live = imaging is not None and self._view is not None and imaging.is_live(self._view) and not imaging.replays
        self.go.setText("Repeat check" if judged is not None else "Check")
        self.go.setEnabled(imaging is not None and not gathering and not self._busy and (judged is not None or live))
        able = judged is not None and judged.finding.outcome is not Outcome.CANNOT_JUDGE and self._signed is None and not self._busy
        self.sign.setEnabled(able)
        self.compare.setEnabled(judged is not None and not self._busy and judged.target.subject is Subject.CAVITY)
        self.outline.setEnabled(judged is None and self._view is not None and not gathering)
        file, specimen = self._room.case_file, self._specimen
        several = file is not None and len(file.specimens) > 1 and self.subjects.value != CAVITY
        self.specimen.setVisible(several)
        if specimen is not None and several:
            self.specimen.setText(f"Specimen {specimen.number}")

    # --- what is tapped ----------------------------------------------------------------------------------------------------------------

    def _leave_check(self) -> None:
        """Another subject: back to the live picture."""
        self._judged = self._signed = self._comparison = self._view = self._past = None
        self.compare.setChecked(False)
        if self._imaging is not None:
            self._imaging.check = None
        self._show()

    def _next_specimen(self) -> None:
        file, specimen = self._room.case_file, self._specimen
        if file is not None and specimen is not None:
            place = [one.id for one in file.specimens].index(specimen.id)
            self._room.specimen_id = file.specimens[(place + 1) % len(file.specimens)].id
            self._leave_check()

    def _go(self) -> None:
        self._leave_check()
        self.outline.setChecked(False)
        if self._imaging is not None:
            self._imaging.begin_check(self.target, self._imaging.outline)
        self._show()

    def _outline_tapped(self) -> None:
        """Lay an outline, or take it away. A specimen's is found by itself where it stands out, and dragged where it does not."""
        imaging = self._imaging
        if imaging is None:
            return
        if imaging.outline is not None:
            imaging.outline = None
            self.outline.setChecked(False)
        elif self._view is not None and self.target.subject is Subject.SPECIMEN:
            found = specimen_cavity(self._view)
            if isinstance(found, str):
                self._room.say(found)
            else:
                imaging.outline = found

    def _dragged(self, row: float, column: float, to_row: float, to_column: float) -> None:
        """The two corners of the outline's box."""
        if self._imaging is None or not self.outline.isChecked():
            return
        half = (abs(to_row - row) / 2, abs(to_column - column) / 2)
        if min(half) > 8:
            self._imaging.outline = Cavity(((row + to_row) / 2, (column + to_column) / 2), half)

    def _compare(self) -> None:
        """Set it beside the lesion as it was found; refused where the camera stood otherwise."""
        judged, imaging = self._judged, self._imaging
        if judged is None or imaging is None or self._comparison is not None:
            if judged is not None:
                self._show_judged(judged)
            return
        reference = imaging.reference
        if reference is None:
            self._refuse("There is no picture from before: «Lesion found» on the live screen takes one.")
            return
        found = _compared(reference, judged)
        if isinstance(found, str):
            self._refuse(found)
            return
        self._comparison = found
        self._show_judged(judged)
        self._show()

    def _refuse(self, sentence: str) -> None:
        self._busy = False
        self.compare.setChecked(False)
        self._room.say(sentence)

    def _sign(self) -> None:
        judged, file, imaging = self._judged, self._room.case_file, self._imaging
        if judged is None or file is None or imaging is None or self._busy:
            return
        self._busy = True
        remaining = self._comparison.remaining_light if self._comparison is not None else None
        checked = checked_of(judged, remaining)
        self._room.do(lambda service, session: _sign(service, session, file.case.id, checked), self._done, self._refuse)

    def _done(self, reading: Reading) -> None:
        self._busy, self._signed = False, reading
        self._show()


def _sign(service: CaseService, session: Session, case_id: str, checked: log.Checked) -> Reading:
    return log.sign(service, session, service.case_file(session, case_id), checked)


def _compared(reference: Judged, judged: Judged) -> Comparison | str:
    """The comparison, or why there is none."""
    before, after = reference.taken, judged.taken
    if differs := difference_of(before.state, after.state):
        return f"Not compared: another {differs}. Set the camera as it was, then repeat the check."
    if before.kept is None or after.kept is None or before.kept.sha256 != after.kept.sha256:
        return "Not compared: the camera was calibrated again in between."
    if mirrored(before.frames[len(before.frames) // 2], after.frames[len(after.frames) // 2]):
        return "Not compared: one of the pictures is mirrored against the other."
    return compare_findings(reference.finding, judged.finding)
