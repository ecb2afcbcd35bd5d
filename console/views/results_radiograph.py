"""The radiograph's form: one or two pictures, a ruler for each face that a picture shows, and what was seen; millimetres come from the ruler."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PyQt5.QtCore import pyqtSignal
from PyQt5.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from algorithms.evidence.kinds import SEEN, Kind, examination
from algorithms.evidence.result import fault
from algorithms.evidence.ruler import Spacing, calibrated, uncertainty_mm
from algorithms.evidence.views import Projection, Ruler, View, never_shown
from algorithms.faces import Face
from algorithms.margins.advice import listed
from algorithms.specimen.measurement import plain
from console.cases import results_log as log
from console.cases.arrivals_log import ARRIVED
from console.cases.model import Asset, CaseFile, Reading, Session
from console.cases.results_codec import VIEW, result_of_fields, view_of, view_text
from console.cases.service import CaseService
from console.views.results_image import SCALE, Ends, ImageRuler, Labelled, first_ends
from console.views.results_radiograph_panels import Controls, KnownLength, Picker
from console.views.results_signing import REASONS, SigningForm
from console.views.specimen_panels import ChoicePanel, SignedPanel
from console.widgets.room import Room
from console.words import Typed
from devices.radiographs.radiograph import PixelSize, Radiograph
from devices.radiographs.reader import content_of, newest_pictures, read_radiograph

INCOMING = "incoming"  # the folder of this console's home that a cabinet, an archive or a stick copies pictures into


class RadiographForm(SigningForm):
    """`RadiographForm(room, kind, specimen_id)`; as `ResultForm`, with pictures."""

    left = pyqtSignal()

    def __init__(self, room: Room, specimen_id: str) -> None:
        super().__init__()
        self._room, self._specimen_id = room, specimen_id
        self._saved: dict[str, str] = {}
        self._reading: Reading | None = None
        self._reason = ""
        self._signing = False
        self._number = 1
        self._active = ""
        self._shown_image = ""
        self._fresh: Ends | None = None  # a ruler that was laid down and of which not both ends were set: it measures nothing yet
        self._set_ends: set[int] = set()
        self._build()
        room.case_changed.connect(self._case_changed)
        self._case_changed()

    # --- what it is made of ----------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        scale = self._room.scale
        body = QHBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(scale.px(22))
        self.image, self.picker = ImageRuler(scale), Picker(scale)
        self._stage = QStackedWidget()
        self._stage.addWidget(self.image)
        self._stage.addWidget(self.picker)
        self.controls, self.known, self.choice, self.signed = Controls(scale), KnownLength(scale), ChoicePanel(scale), SignedPanel(scale)
        left = QVBoxLayout()
        left.setSpacing(scale.space)
        left.addWidget(self._stage, 1)
        left.addLayout(self.controls.foot)
        body.addLayout(left, 15)
        self._stack = QStackedWidget()
        for panel in (self.controls, self.known, self.choice, self.signed):
            self._stack.addWidget(panel)
        body.addWidget(self._stack, 10)
        self._join()

    def _join(self) -> None:
        controls = self.controls
        controls.back.clicked.connect(self.left)
        controls.view_chosen.connect(self._choose_view)
        controls.projection_chosen.connect(self._choose_projection)
        controls.face_chosen.connect(self._choose_ruler)
        controls.scale_asked.connect(lambda: self._choose_ruler(SCALE))
        controls.fact_tapped.connect(self._next_answer)
        controls.nudged.connect(self.image.nudge)
        controls.undo.clicked.connect(self._undo)
        controls.sign.held.connect(self._sign)
        self.image.moved.connect(self._moved)
        self.picker.chosen.connect(self._import)
        self.picker.looked.connect(self._look)
        self.known.confirmed.connect(self._set_scale)
        self.known.cancelled.connect(lambda: self._stack.setCurrentWidget(controls))
        self.choice.chosen.connect(self._reason_chosen)
        self.signed.correct.clicked.connect(self._ask_reason)
        self.signed.margins.clicked.connect(lambda: self._room.go("margins"))

    # --- what is on disk -------------------------------------------------------------------------------------------------------------

    def _case_changed(self) -> None:
        file = self._room.case_file
        if file is None:
            return
        self._saved, self._reading, self._reason = log.draft(file, Kind.RADIOGRAPH, self._specimen_id)
        self._show()

    @property
    def view(self) -> View | None:
        """The picture that is shown, with its rulers."""
        text = self._saved.get(f"{VIEW} {self._number}")
        return view_of(text) if text else None

    def _store(self, name: str, value: str | None, then: Callable[[], None] = lambda: None) -> None:
        file, specimen_id = self._room.case_file, self._specimen_id
        if file is not None and self._editing:
            self._room.do(
                lambda service, session: service.add_entry(session, file.case.id, specimen_id, Kind.RADIOGRAPH, name, value),
                lambda _entry: then(),
                self._room.say,
            )

    def _store_view(self, view: View) -> None:
        self._saved[f"{VIEW} {self._number}"] = view_text(view)
        self._store(f"{VIEW} {self._number}", view_text(view))

    # --- pictures --------------------------------------------------------------------------------------------------------------------

    def _choose_view(self, number: int) -> None:
        self._number, self._active, self._fresh = number, "", None
        self._show()

    def _look(self) -> None:
        """What lies in the folder for pictures; off the screen's thread, because the folder may be a slow stick."""
        pushed = (
            tuple(one for one in reversed(self._room.case_file.assets) if one.description.startswith(ARRIVED))
            if self._room.case_file
            else ()
        )
        self._room.do_slowly(lambda service, _session: _incoming(service, pushed), self.picker.show_files, self._room.say)

    def _import(self, path: Path | Asset) -> None:
        """Read, check, keep encrypted, and show."""
        file = self._room.case_file
        if file is None or not self._editing:
            return
        self.picker.busy()
        self._room.do(lambda service, session: _kept(service, session, file, path), self._imported, self._not_imported)

    def _imported(self, answer: tuple[str, Radiograph]) -> None:
        sha256, picture = answer
        used = {view_of(self._saved[name]).projection for name in (f"{VIEW} 1", f"{VIEW} 2") if name in self._saved}
        projection = next((one for one in Projection if one not in used), Projection.FRONT)
        self._shown_image = sha256
        self.image.show_picture(picture.pixels)
        self._store_view(View(projection, sha256, spacing_of(picture.size)))
        self._show()

    def _not_imported(self, words: str) -> None:
        self._room.say(words)
        self._look()

    def _fetch(self, sha256: str) -> None:
        """A picture that was kept earlier: from the store, decoded beside the screen's thread."""
        file = self._room.case_file
        if file is None or sha256 == self._shown_image:
            return
        self._shown_image = sha256
        case_id = file.case.id

        def work(service: CaseService, session: Session) -> Radiograph:
            return read_radiograph(service.read_asset(session, case_id, sha256))

        self._room.do_slowly(work, self._fetched, self._room.say)

    def _fetched(self, picture: Radiograph) -> None:
        self.image.show_picture(picture.pixels)
        self._show()

    # --- rulers ----------------------------------------------------------------------------------------------------------------------

    def _choose_projection(self, projection: Projection) -> None:
        view = self.view
        if view is not None and self._editing:
            self._active, self._fresh = "", None
            self._store_view(replace(view, projection=projection, rulers=tuple(one for one in view.rulers if one.face in projection.faces)))
            self._show()

    def _choose_ruler(self, name: str) -> None:
        """Light a ruler; a new one lies down where a finger can take it."""
        view = self.view
        if view is None or not self._editing:
            return
        if name == self._active == SCALE and view.calibration is not None:
            self._stack.setCurrentWidget(self.known)
            return
        self._active, self._set_ends = name, set()
        self._fresh = None if name in self._ends(view) else first_ends(name, *self.image.size_px)
        self._show()

    def _moved(self, ends: Ends, index: int) -> None:
        """A ruler lies where it lies: kept at once; a new one only when both of its ends were set by somebody."""
        view = self.view
        if view is None or not self._editing:
            return
        if self._fresh is not None:
            self._set_ends.add(index)
            self._fresh = ends if len(self._set_ends) < 2 else None
        if self._fresh is not None:
            self._show()
        elif self._active == SCALE:
            self._store_view(replace(view, calibration=ends))
            self._show()
        else:
            others = tuple(one for one in view.rulers if one.face.value != self._active)
            self._store_view(replace(view, rulers=(*others, Ruler(Face(self._active), *ends))))
            self._show()

    def _set_scale(self, known_mm: float) -> None:
        view = self.view
        if view is None or view.calibration is None:
            return
        old = view.spacing
        aspect = old.row_mm / old.col_mm if old is not None else 1.0
        try:
            spacing = calibrated(*view.calibration, known_mm, aspect=aspect)
        except ValueError as refusal:
            self.known.say(str(refusal))
            return
        self._stack.setCurrentWidget(self.controls)
        self._store_view(replace(view, spacing=spacing))
        self._show()

    @staticmethod
    def _ends(view: View) -> dict[str, Ends]:
        found: dict[str, Ends] = {one.face.value: (one.start, one.end) for one in view.rulers}
        return found | ({SCALE: view.calibration} if view.calibration else {})

    # --- facts, undo, signature ------------------------------------------------------------------------------------------------------

    def _next_answer(self, name: str) -> None:
        """Seen, not seen, cannot be told, and round again."""
        answers = (*SEEN, "")
        after = answers[(answers.index(self._saved.get(name, "")) + 1) % len(answers)]
        self._store(name, after or None)

    def _undo(self) -> None:
        file, specimen_id = self._room.case_file, self._specimen_id
        if file is not None and self._editing:
            self._room.do(
                lambda service, session: service.undo_entry(session, file.case.id, specimen_id, Kind.RADIOGRAPH), None, self._room.say
            )

    def _sign(self) -> None:
        self._sign_result(result_of_fields(Kind.RADIOGRAPH, self._saved))

    def _reason_chosen(self, index: int) -> None:
        self._stack.setCurrentWidget(self.controls)
        file, reading, specimen_id = self._room.case_file, self._reading, self._specimen_id
        if index < len(REASONS) and reading is not None and file is not None:
            field, value = log.CORRECTING + reading.id, REASONS[index]
            self._room.do(
                lambda service, session: service.add_entry(session, file.case.id, specimen_id, Kind.RADIOGRAPH, field, value),
                None,
                self._room.say,
            )
        self._show()

    # --- showing ---------------------------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        view = self.view
        if view is None:
            self._stage.setCurrentWidget(self.picker)
            self._look()
        else:
            self._stage.setCurrentWidget(self.image)
            self._fetch(view.image_sha256)
            laid = {name: Labelled(ends, _label(view, name)) for name, ends in self._ends(view).items()}
            fresh = {self._active: Labelled(self._fresh, "Drag both ends")} if self._fresh is not None else {}
            self.image.show_rulers({**laid, **fresh}, self._active)
        if self._stack.currentWidget() not in {self.choice, self.known}:
            self._stack.setCurrentWidget(self.controls if self._editing or self._reading is None else self.signed)
        found = fault(result_of_fields(Kind.RADIOGRAPH, self._saved)) if self._editing else ""
        self.controls.show_view(self._number, view, self._active, editing=self._editing)
        self.controls.show_facts(self._saved)
        self.controls.show_notice(found or _scale_words(view), warned=bool(found and self._saved))
        self.controls.undo.setEnabled(self._editing and bool(self._saved))
        self.controls.sign.setEnabled(self._editing and not found)
        self._show_signed()

    def _show_signed(self) -> None:
        if self._reading is not None:
            moment = self._reading.taken_at.astimezone(self._room.now().tzinfo)
            self.signed.words.setText(Typed(f"{self._reading.by}, {moment:%H:%M}"))
            self.signed.detail.setText(f"{moment:%d %b %Y}. A later change is a correction with its reason.")


def spacing_of(size: PixelSize | None) -> Spacing | None:
    """The scale of a file, in the words of the algorithms."""
    return Spacing(size.row_mm, size.col_mm, size.certain, size.statement) if size is not None else None


def _label(view: View, name: str) -> str:
    """«Medial 12.4 mm»."""
    if name == SCALE:
        return "Known length"
    margin = view.margin_mm(Face(name))
    ruler = next(one for one in view.rulers if one.face.value == name)
    if margin is None or view.spacing is None:
        return f"{name.capitalize()}: no scale"
    return f"{name.capitalize()} {plain(margin)} ± {uncertainty_mm(ruler.start, ruler.end, view.spacing):.1f} mm"


def _scale_words(view: View | None) -> str:
    if view is None:
        return examination(Kind.RADIOGRAPH).limits
    if view.spacing is None:
        return "No scale yet: tap Scale, lay the ruler on a known length, tap Set scale."
    return f"{view.spacing.statement}. Not to be seen from here: {listed(never_shown([view]))}."


def _incoming(service: CaseService, pushed: tuple[Asset, ...]) -> tuple[Path, tuple[Path | Asset, ...]]:
    """What was pushed and assigned to this case, then what lies in the folder."""
    folder = service.ledger.home / INCOMING
    return folder, (*pushed, *newest_pictures(folder))


def _kept(service: CaseService, session: Session, file: CaseFile, path: Path | Asset) -> tuple[str, Radiograph]:
    """Read it before it is kept: what cannot be shown is not stored. What a cabinet pushed, and somebody assigned, is the case's already."""
    if isinstance(path, Asset):
        return path.sha256, read_radiograph(service.read_asset(session, file.case.id, path.sha256))
    content = content_of(path)
    picture = read_radiograph(content)
    described = f"Specimen radiograph, {picture.kind}"
    return service.add_asset(session, file.case.id, content, picture.media_type, described).sha256, picture
