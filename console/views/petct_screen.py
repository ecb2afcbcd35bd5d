"""What the PET-CT screen shows, and from where: the scan at hand, its answers, the reading that stands; hidden from whoever reads blind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PyQt5 import sip

from algorithms.margins.rules import rule_set
from algorithms.petct.analysis import Method
from algorithms.petct.margin import Margin
from algorithms.petct.model import Cell
from console.acquisition.petct_desk import Answer, AtHand, PetCtDesk
from console.acquisition.petct_kept import Kept, opened
from console.acquisition.petct_pictures import RAMPS, Layer, Window, place_of
from console.acquisition.petct_volumes import Plane, Volumes
from console.cases import petct_log as log
from console.cases import reads_log
from console.cases.access import Action, may
from console.cases.model import Reading, Specimen, TumourType
from console.cases.orientation_log import lie_of
from console.cases.specimen_log import piece
from console.views.petct_cards import HIDDEN, Said, progress_over
from console.views.petct_hand import Hand
from console.views.petct_layout import PetCtLayout
from console.views.petct_showing import Look, cut_of, may_clear, said_of_answer, said_of_reading
from console.widgets.room import Room
from console.widgets.slice_plane import Finger

T = TypeVar("T")
UNORIENTED = "Specimen orientation not recorded: record its marks under Specimen, Orientation, then analyse again."
LAYER_WORDS = {Layer.UPTAKE: "Uptake", Layer.DOUBT: "Uncertainty", Layer.NONE: "CT only"}
EMPTY = "Import a scan: from the folder, a USB stick, a scanner that sends, or dropped here."


class PetCtScreen(PetCtLayout):
    """Everything follows from the desk, the case file and what was tapped; `PetCtView` adds the taps."""

    def __init__(self, room: Room) -> None:
        super().__init__(room.scale)
        self._room = room
        self._method: Method | None = None
        self._kind = TumourType.NST
        self._place: Cell = (0, 0, 0)
        self._placed: object = None  # the pictures that the place was chosen for
        self._window, self._layer = Window(), Layer.UPTAKE
        self._opened: dict[str, Kept] = {}
        self._opening = self._noted = ""
        self._busy = False
        self._hand: Hand | None = None

    # --- what this is about ------------------------------------------------------------------------------------------------------------

    @property
    def _desk(self) -> PetCtDesk | None:
        return self._room.petct

    @property
    def _specimen(self) -> Specimen | None:
        file = self._room.case_file
        return piece(file, self._room.specimen_id) if file is not None else None

    @property
    def _at_hand(self) -> AtHand | None:
        """The scan of the specimen that is shown."""
        hand, specimen = self._desk.at_hand if self._desk else None, self._specimen
        return hand if hand is not None and specimen is not None and hand.specimen_id == specimen.id else None

    @property
    def _answer(self) -> Answer | None:
        hand = self._at_hand
        return hand.answers.get(self._method) if hand is not None and self._method is not None else None

    @property
    def _signed(self) -> Reading | None:
        file, specimen = self._room.case_file, self._specimen
        return log.standing(file, specimen.id) if file is not None and specimen is not None else None

    @property
    def _kept(self) -> Kept | None:
        """The answer whose pictures are there."""
        if self._at_hand is not None:
            return self._answer.kept if self._answer is not None else None
        reading = self._signed
        return self._opened.get(reading.id) if reading is not None else None

    @property
    def _volumes(self) -> Volumes | None:
        kept, hand = self._kept, self._at_hand
        return kept.volumes if kept is not None else hand.volumes if hand is not None else None

    @property
    def _name(self) -> str:
        return self._room.session.user.name if self._room.session else ""

    @property
    def _hidden(self) -> bool:
        file, specimen = self._room.case_file, self._specimen
        return file is not None and specimen is not None and reads_log.reads_blind(file, specimen.id, self._name)

    # --- showing -----------------------------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        """Everything follows from the desk, the case file and what was tapped."""
        specimen = self._specimen
        if specimen is None or sip.isdeleted(self):
            return
        hand = self._at_hand
        if hand is not None and self._method is None and hand.answers:
            self._method = next(reversed(hand.answers))
        reading = self._signed
        if hand is None and reading is not None and reading.id not in self._opened and reading.assets:
            self._open(reading)
        self._show_cards(specimen)
        self._show_planes()
        self._show_reads()
        self._show_buttons()

    def _open(self, reading: Reading) -> None:
        if self._opening == reading.id:
            return
        self._opening = reading.id

        def arrived(kept: Kept) -> None:
            self._opened[reading.id], self._opening = kept, ""
            self._show()

        self._room.do_slowly(
            lambda service, session: opened(service.read_asset(session, reading.case_id, reading.assets[0])),
            self._if_here(arrived),
            self._room.say,
        )

    def _said(self) -> Said | None:
        reading = self._signed
        if self._answer is not None:
            return said_of_answer(self._answer)
        if self._at_hand is None and reading is not None:
            return said_of_reading(reading, self._opened.get(reading.id), self._room.now().tzinfo)
        return None

    @property
    def _rule(self) -> Any:
        file = self._room.case_file
        assert file is not None
        return rule_set(file.case.rule_set)

    def _show_cards(self, specimen: Specimen) -> None:
        hand, said, hidden = self._at_hand, self._said(), self._hidden
        shown = None if hidden else said
        if hand is not None and hand.running is not None:
            self.verdict.show_progress(hand.running.value, hand.progress)
        elif hand is not None and hand.share is not None:
            self.verdict.show_words("Reading the scan", f"{hand.share:.0%}", "", "Headers first, then every picture.")
        elif hidden:
            self.verdict.show_words("Reading blind", "–", "", HIDDEN)
        elif shown is not None:
            self.verdict.show_said(shown)
        else:
            words = EMPTY if hand is None else progress_over(hand.progress) or "The scan is here. Choose how it is analysed."
            self.verdict.show_words("No answer yet", "–", "", words)
        running = hand is not None and hand.running is not None
        self._show_faces(None if running else shown, specimen)
        self.agreement.show_said(None if running else shown)
        warnings = hand.scan.warnings if hand is not None and hand.scan is not None else ()
        self.more_page.show_said(shown, warnings)
        if shown is not None and not running:
            self._note_seen(specimen)

    def _show_faces(self, said: Said | None, specimen: Specimen) -> None:
        file = self._room.case_file
        assert file is not None
        recorded = said.recorded if said is not None else lie_of(file, specimen.id) is not None
        margin = said.margin if said is not None and said.status != "indeterminate" else None
        clear = said is not None and may_clear(said)
        threshold = "A plain threshold can alarm, it cannot clear." if said is not None and said.method is Method.THRESHOLD else ""
        self.faces.show_margin(margin, self._rule, can_clear=clear, words=threshold if recorded else UNORIENTED)

    def _show_planes(self) -> None:
        volumes, kept, hidden = self._volumes, self._kept, self._hidden
        if volumes is None:
            for widget in self.planes.values():
                widget.show_cut(None)
            self.bar.show_scale(None)
            return
        if self._placed is not volumes:
            self._placed = volumes
            one, two, three = (size // 2 for size in volumes.shape)
            self._place = place_of(kept) if kept is not None and not hidden else (one, two, three)
        layer = self._layer if not hidden and kept is not None else Layer.NONE if self._layer is Layer.NONE else Layer.UPTAKE
        margin = self._hand.margin if self._hand is not None else self._margin
        look = Look(
            volumes, None if hidden else kept, self._hand.tumour if self._hand else None, margin if isinstance(margin, Margin) else None, layer,
            self._window,
        )  # fmt: skip
        mark = "Simulated" if self._simulated else ""
        for plane, widget in self.planes.items():
            widget.finger = self._finger
            widget.brush_mm = self.hand_page.radius_mm if self._finger is Finger.DRAW else 0.0
            widget.show_cut(cut_of(look, plane, self._place), mark if plane is Plane.AXIAL else "")
        self._show_bar(volumes, layer)

    def _show_bar(self, volumes: Volumes, layer: Layer) -> None:
        if layer is Layer.UPTAKE:
            unit = ("SUV", f"{volumes.hottest:.1f} g/ml") if volumes.suv is not None else ("Uptake", "highest")
            self.bar.show_scale(RAMPS[layer], unit[0], "0", unit[1])
        elif layer is Layer.DOUBT:
            self.bar.show_scale(RAMPS[layer], "Spread between models", "0", "0.5")
        else:
            self.bar.show_scale(None)

    @property
    def _margin(self) -> Margin | None:
        said = None if self._hidden else self._said()
        return said.margin if said is not None and said.status != "indeterminate" else None

    @property
    def _simulated(self) -> bool:
        hand, reading = self._at_hand, self._signed
        if hand is not None:
            return hand.scan is not None and hand.scan.simulated
        return reading is not None and reading.provenance.simulated

    @property
    def _finger(self) -> Finger:
        if self._hand is not None and self.hand_page.tool.value != "turn":
            return Finger.DRAW
        return Finger.WINDOW if self.window_button.isChecked() else Finger.SLICE

    def _show_buttons(self) -> None:
        hand, running = self._at_hand, self._at_hand is not None and self._at_hand.running is not None
        reading = hand is not None and hand.share is not None
        free = not self._busy and not running and self._hand is None
        picking = self.stage.currentWidget() is self.picker
        self.importing.setText("Back" if picking else "Import…")
        self.importing.setEnabled(self._desk is not None and free and not reading)
        self.layer.setText(LAYER_WORDS[self._layer])
        self.layer.setEnabled(self._volumes is not None)
        for button in (self.window_button, self.less, self.more_slices):
            button.setEnabled(self._volumes is not None)
        for button in (self.reading, self.more):
            button.setEnabled(self._hand is None)
        self.correct.setEnabled(free and hand is None and self._kept is not None and not self._hidden)
        self.sign.setEnabled(free and self._answer is not None and not self._hidden)
        self.sign.setVisible(not running and not reading)
        self.cancel.setVisible(running or reading)
        ready = hand is not None and hand.scan is not None and free
        for name, button in self.compare.methods.buttons.items():
            button.setEnabled(ready)
            button.setChecked(self._method is not None and name == self._method.value and not self._hidden)
        family = "ilc" if self._kind in {TumourType.ILC, TumourType.DCIS} else "nst"
        self.more_page.models.set_value(family)
        self._show_hand()

    def _show_hand(self) -> None:
        hand = self._hand
        if hand is None:
            return
        margin = hand.margin
        self.hand_page.number.show_value(f"{margin.minimum_mm:.1f}" if isinstance(margin, Margin) else "–", "mm")
        where = f"{margin.face.value}." if isinstance(margin, Margin) else margin.reason
        self.hand_page.detail.set_whole(f"{where} {hand.changed} voxels changed; what the models drew is kept beside it.")
        self.hand_page.undo.setEnabled(hand.strokes > 0)
        self.hand_page.sign.setEnabled(hand.changed > 0 and not self._busy)

    def _show_reads(self) -> None:
        file, specimen = self._room.case_file, self._specimen
        if file is None or specimen is None:
            return
        found = reads_log.reads(file, specimen.id)
        own = any(one.reader == self._name for one in found)
        seen = reads_log.has_seen(file, specimen.id, self._name)
        self.read_page.show_reads(found, reads_log.majority(found), blind=self._hidden, seen=seen, own=own)

    def _note_seen(self, specimen: Specimen) -> None:
        """Once for each person and specimen, on disk: a call after this is not blind."""
        file, session = self._room.case_file, self._room.session
        key = f"{specimen.id} {self._name}"
        if file is None or session is None or self._noted == key or reads_log.has_seen(file, specimen.id, self._name):
            return
        if may(session, Action.LOG):
            self._noted = key
            self._room.do(lambda service, who: reads_log.note_seen(service, who, file.case.id, specimen.id))

    def _if_here(self, hear: Callable[[T], None]) -> Callable[[T], None]:
        """Nothing, once this screen was left: the window shows another by then."""
        return lambda answer: None if sip.isdeleted(self) else hear(answer)
