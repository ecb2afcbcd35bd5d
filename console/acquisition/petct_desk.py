"""The PET-CT at hand: reads a scan, has it analysed in a process of its own, and holds the answers until they are signed.

It lives as long as the console, so that an analysis goes on while another screen is shown. No Qt, no SQL; safe from any thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from pydicom.dataset import Dataset

from algorithms.orientation import Laterality, Orientation
from algorithms.petct.analysis import Analysis, Method
from algorithms.petct.model import Scan
from algorithms.statistics.result import Indeterminate
from console.acquisition.petct_answer import Context
from console.acquisition.petct_child import Order, PetCtRun, Progress, State
from console.acquisition.petct_files import tumour_dicom
from console.acquisition.petct_kept import Kept, kept_of, written
from console.acquisition.petct_models import family_of, read_models
from console.acquisition.petct_pictures import slices_png
from console.acquisition.petct_scan import facing, scan_of
from console.acquisition.petct_seg import whose, whose_pushed
from console.acquisition.petct_sources import Arrival, arrivals, contents
from console.acquisition.petct_volumes import Volumes, volumes_of
from console.cases import pushed_log
from console.cases.inbox import Inbox
from console.cases.model import Session, TumourType
from console.cases.petct_log import Files
from console.cases.service import CaseService
from console.faults import Refused
from devices.scanner import PetCt
from devices.scanners.folder import read_petct
from devices.scanners.source import Named


@dataclass(frozen=True, slots=True)
class Question:
    """How a scan is to be judged."""

    method: Method
    kind: TumourType
    side: Laterality
    orientation: Orientation | None
    multifocal: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """What came out; `kept` None where not even a specimen was found."""

    found: Analysis | Indeterminate
    context: Context
    kept: Kept | None
    seconds: float


@dataclass(frozen=True, slots=True, eq=False)
class AtHand:
    """The scan of one specimen, its answers so far, and what goes on with it. `share` of the reading that is done, None once it is."""

    case_id: str
    specimen_id: str
    arrival: Arrival
    share: float | None = 0.0
    scan: PetCt | None = None
    volumes: Volumes | None = None
    answers: dict[Method, Answer] = field(default_factory=dict)
    running: Method | None = None
    progress: Progress = field(default_factory=Progress)


class PetCtDesk:
    """`changed` is called from any thread whenever something moved: look at `at_hand` again."""

    def __init__(
        self, home: Path, inbox: Callable[[], Inbox | None], now: Callable[[], datetime], changed: Callable[[], None] = lambda: None
    ) -> None:
        self._home, self._inbox, self._now, self._changed = home, inbox, now, changed
        self._lock = threading.RLock()
        self._run: PetCtRun | None = None
        self._scan: Scan | None = None
        self._header: Dataset | None = None
        self._generation = 0
        self.at_hand: AtHand | None = None

    @property
    def folder(self) -> Path:
        """Where scans are copied to."""
        return self._home / "incoming"

    def arrivals(self, case_id: str) -> tuple[Arrival, ...]:
        """What may be taken into this case. Looks at disks: not on a screen's thread."""
        return arrivals(self._home, self._inbox(), self._now(), case_id=case_id)

    # --- reading -----------------------------------------------------------------------------------------------------------------------

    def take(self, arrival: Arrival, case_id: str, specimen_id: str) -> None:
        """Read a scan; returns when it is there, `ScanRefused` where it cannot be used. What was at hand before is let go."""
        if not arrival.assigned:
            raise Refused("Nobody has checked yet whose scan this is. Assign it under Export, From scanners.")
        with self._lock:
            self.let_go()
            self._generation += 1
            mine = self._generation
            self._become(AtHand(case_id, specimen_id, arrival))
        try:
            handed = contents(arrival, self._inbox())
            found = read_petct(handed, lambda share: self._read(mine, share))
            scan = scan_of(found)
            header = _header(handed, found.ct.frame_of_reference)
        except BaseException:
            with self._lock:
                if mine == self._generation:
                    self._become(None)
            raise
        with self._lock:
            if mine == self._generation and self.at_hand is not None:
                self._scan, self._header = scan, header
                self._become(replace(self.at_hand, share=None, scan=found, volumes=volumes_of(found, scan)))

    def _read(self, mine: int, share: float) -> None:
        """How far the reading is; the answer to a cancelled one is to raise, which ends the reader."""
        with self._lock:
            if mine != self._generation or self.at_hand is None:
                raise Refused("The reading was cancelled. Nothing was imported.")
            if self.at_hand.share is None or share - self.at_hand.share >= 0.02:
                self._become(replace(self.at_hand, share=share))

    def let_go(self) -> None:
        """Forget the scan; an analysis of it ends at once."""
        with self._lock:
            run, self._run, self._scan, self._header = self._run, None, None, None
            self._generation += 1
            self._become(None)
        if run is not None:
            run.cancel(0.0)

    # --- analysing ---------------------------------------------------------------------------------------------------------------------

    def begin(self, question: Question) -> None:
        """Start an analysis; `ImportRefused` where its models are missing or damaged."""
        models = read_models(family_of(question.kind), question.method)
        with self._lock:
            if self.at_hand is None or self.at_hand.scan is None or self._scan is None or self.at_hand.running is not None:
                return
            faces = facing(self.at_hand.scan.ct, question.orientation, question.side)
            context = Context(self.at_hand.scan, faces, models, question.method, question.kind)
            order = Order(
                self._scan, models.members, models.normalisation, faces.directions, question.method, models.shares, question.multifocal
            )
            mine, began = self._generation, self._now()
            self._run = PetCtRun(order, lambda progress: self._heard(mine, context, progress, began))
            self._become(replace(self.at_hand, running=question.method, progress=Progress()))
            self._run.start()

    def cancel(self) -> None:
        """End the analysis that runs; the scan stays."""
        run = self._run
        if run is not None:
            run.cancel(0.0)

    def wait(self, timeout_s: float) -> bool:
        """Until no analysis runs; for whoever has no screen."""
        run = self._run
        return run is None or run.wait(timeout_s)

    def stop(self) -> None:
        """The console ends."""
        self.let_go()

    def _heard(self, mine: int, context: Context, progress: Progress, began: datetime) -> None:
        """On the run's thread."""
        answer = None
        if progress.state is State.DONE and self._run is not None and self._scan is not None:
            answer = self._answered(context, self._run.result, self._scan, (self._now() - began).total_seconds())
        with self._lock:
            if mine != self._generation or self.at_hand is None:
                return
            answers = dict(self.at_hand.answers)
            if answer is not None:
                answers[context.method] = answer
            over = progress.state in {State.DONE, State.CANCELLED, State.FAILED}
            running = None if over else context.method
            self._become(replace(self.at_hand, answers=answers, running=running, progress=progress))

    def _answered(self, context: Context, found: Analysis | Indeterminate | None, scan: Scan, seconds: float) -> Answer | None:
        if found is None:
            return None
        kept = kept_of(context.scan, scan, found, context.faces.directions) if isinstance(found, Analysis) else None
        return Answer(found, context, kept, seconds)

    # --- what is signed ----------------------------------------------------------------------------------------------------------------

    def files(self, answer: Answer, words: str) -> Files:
        """What a reading of this answer keeps. Takes seconds: not on a screen's thread."""
        kept, found = answer.kept, answer.found
        if kept is None or isinstance(found, Indeterminate):
            return Files()
        drawn = found.drawn is not None and bool(found.drawn.tumour.any())
        dicom = tumour_dicom(found, answer.context, self._header, self._now()) if drawn else b""
        return Files(tumour=dicom, kept=written(kept), pictures=slices_png(kept, words))

    def signed(self) -> str:
        """The case has the reading: what a scanner pushed is noted to follow it (`keep_pushed`). A sentence where that cannot be, else empty."""
        inbox, hand = self._inbox(), self.at_hand
        self.let_go()
        try:
            if inbox is not None and hand is not None and hand.arrival.instances:
                pushed_log.leave(inbox, hand.case_id, hand.arrival.instances)
        except Refused as error:
            return str(error)
        return ""

    def keep_pushed(self, service: CaseService, session: Session, case_id: str) -> bool:
        """Bring the scans of a case that are signed from the inbox into it; whether it got a file. Slow; `Refused` says where they are."""
        inbox = self._inbox()
        return inbox is not None and pushed_log.keep(service, session, inbox, case_id)

    def _become(self, hand: AtHand | None) -> None:
        self.at_hand = hand
        self._changed()


def _header(handed: tuple[Path | Named, ...], frame_of_reference: str) -> Dataset | None:
    """Whose scan it is: what the segmentation that we write repeats, and nobody else sees."""
    pushed = whose_pushed((one.content for one in handed if isinstance(one, Named)), frame_of_reference)
    found = (whose(path, frame_of_reference) for path in handed if isinstance(path, Path))
    return pushed or next((one for one in found if one is not None), None)
