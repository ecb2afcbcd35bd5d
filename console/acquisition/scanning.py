"""The console's one microwave scanner: which scan runs, which reference serves it, what its map looks like by now, what a crash left behind.

It outlives screens. The scan has its thread, the map another, which always takes the newest readings and skips what it cannot keep up with.
"""

from __future__ import annotations

import contextlib
import hashlib
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

from algorithms.microwave.analysis import Analysis
from algorithms.microwave.model import Grid
from algorithms.microwave.regions import classify
from algorithms.microwave.second import window_grid
from algorithms.microwave.stopping import STUDY, Pace, SecondLook, StoppingCost, second_look, stopping_cost
from console.acquisition.analyst import analyse_apart
from console.acquisition.growing_map import Glance, GrowingMap
from console.acquisition.imported import Judged, judge_file
from console.acquisition.readings_file import ReadingsFile, Rows, ScanPlan, Subject, read_reference, subject_of
from console.acquisition.scan import Instruments, ScanRun, ScanState, both
from console.faults import Refused
from console.settings import Settings
from devices.device import Device, DeviceKind
from devices.projector import CARRIER_LIFETIME_S
from devices.vna import SweepPlan

FIELD_MM = 100.0
LEAST_PAIRS = 16  # before that an image says nothing
GLANCE_EVERY_S = 0.1
ANALYSE_EVERY_S = 5.0
REFERENCE_LASTS = timedelta(hours=12)
STOP_S = 10.0
ANALYSIS_S = 120.0


@dataclass(frozen=True, slots=True, eq=False)
class Sight:
    """What is to be seen of a scan: the latest glance, and the latest whole analysis with what it says of stopping.

    `analysed` are the pairs that the analysis had. `moved_mm` is the median change of depth since the analysis before, `changed` the pixels that
    changed class; None for the first.
    """

    glance: Glance | None = None
    analysis: Analysis | None = None
    analysed: int = 0
    cost: StoppingCost | None = None
    moved_mm: float | None = None
    changed: int | None = None
    pace: Pace = STUDY


@dataclass(frozen=True, slots=True, eq=False)
class Done:
    """A stopped scan, closed on disk, with its analysis."""

    file: ReadingsFile
    analysis: Analysis
    sha256: str


class Scanning:
    """Scans under `home/scans` with the instruments that `device` knows. `on_change` is heard from any thread, often."""

    def __init__(
        self, home: Path, device: Callable[[DeviceKind], Device | None], settings: Callable[[], Settings],
        on_change: Callable[[], None] = lambda: None, *, sleep: Callable[[float], object] = time.sleep,
    ) -> None:  # fmt: skip
        self.folder = home / "scans"
        self._device, self._settings, self.on_change, self._sleep = device, settings, on_change, sleep
        self.run: ScanRun | None = None
        self.sight = Sight()
        self._watcher: threading.Thread | None = None
        self._first: ReadingsFile | None = None  # while a second look runs: the scan that it belongs to
        self._measured: Pace | None = None
        self._news, self._over = threading.Event(), threading.Event()
        self._reference: tuple[Path, ScanPlan, Rows] | None = None

    # --- what there is -----------------------------------------------------------------------------------------------------------------

    def plan(self) -> ScanPlan:
        """As the settings want it."""
        chosen = self._settings()
        grid = Grid(chosen.scan_pixels, chosen.scan_pixels, FIELD_MM, FIELD_MM)
        sweep = SweepPlan(points=chosen.scan_points)
        return ScanPlan(grid, sweep, chosen.settling_lifetimes, diffusion_mm=chosen.diffusion_um / 1000, repeats=chosen.reference_repeats)

    @property
    def measured(self) -> Pace | None:
        """What a mask costs with these instruments beside settling, from the scan at hand or the last one; None before there was one."""
        return self._measured if self.run is None else self._overhead(self.run) or self._measured

    @staticmethod
    def _overhead(run: ScanRun) -> Pace | None:
        pace, plan = run.pace, run.file.plan
        if pace is None or (run.file.subject.is_reference and plan.repeats > 1):
            return None
        sweep_s = plan.sweep.seconds / plan.sweep.points
        rest = pace.pattern_s - plan.settling * CARRIER_LIFETIME_S - plan.sweep.seconds
        return Pace(max(rest, 0.0), sweep_s, 0.0)

    def instruments(self) -> Instruments:
        """Both, as they are connected now; `DeviceAbsent` says which is missing."""
        return both(self._device(DeviceKind.VNA), self._device(DeviceKind.PROJECTOR))

    def reference_at(self) -> datetime | None:
        """When the reference that serves the next scan was taken; None when one is needed first."""
        found = self._newest_reference()
        return datetime.fromtimestamp(found[0].stat().st_mtime, UTC) if found else None

    def leftovers(self, case_id: str) -> tuple[Path, ...]:
        """Scans of this case that were begun and never used, oldest first."""
        looking = self.run.file.path if self.run else None
        for path in (*self.folder.glob("opened-*.h5"), *self.folder.glob("second-*.h5")):  # of a process that was killed while it looked
            if path != looking:
                path.unlink(missing_ok=True)
        running = self.run.file.path if self.run else None
        return tuple(path for path in sorted(self.folder.glob("scan-*.h5")) if path != running and _belongs(path, case_id))

    # --- what can be done --------------------------------------------------------------------------------------------------------------

    def begin(self, subject: Subject) -> ScanRun:
        """Scan a face, or the empty plate.

        `Refused` when one runs already, or a face has no reference; `DeviceError` when an instrument is missing.
        """
        self._let_go_of_finished()
        found = self._newest_reference()
        if not subject.is_reference and found is None:
            raise Refused("Take a reference scan first: the plate empty, nothing on it.")
        instruments = self.instruments()
        kind = "reference" if subject.is_reference else "scan"
        reference = found[2] if found and not subject.is_reference else None
        path = self.folder / f"{kind}-{subject.scan_id}.h5"
        file = ReadingsFile(path, self.plan(), subject, reference, instruments.name, simulated=instruments.simulated)
        return self._watch(ScanRun(file, self.instruments, self._heard, sleep=self._sleep))

    def take_up(self, path: Path) -> ScanRun:
        """Go on with a scan that was interrupted: it stands paused until somebody resumes or uses it."""
        self._let_go_of_finished()
        try:
            file = ReadingsFile.resume(path)
        except (OSError, ValueError) as cause:
            path.replace(path.with_suffix(".damaged"))
            raise Refused("The interrupted scan cannot be read any more. Scan this face again.") from cause
        words = f"Interrupted at {file.shown} of {file.plan.patterns} patterns. Resume, or use the map as it is."
        return self._watch(ScanRun(file, self.instruments, self._heard, sleep=self._sleep, paused=words))

    @property
    def looks_again(self) -> bool:
        """Whether the scan at hand is a second look."""
        return self._first is not None

    @property
    def whole(self) -> ReadingsFile | None:
        """The scan of the whole face, also while part of it is looked at again."""
        return self._first or (self.run.file if self.run else None)

    def offered(self) -> SecondLook | None:
        """The part of the map that a second look would serve best; None while it scans, after one, or when no class is in doubt."""
        run, found = self.run, self.sight.analysis
        if run is None or found is None or self._first is not None or run.file.subject.is_reference:
            return None
        if run.progress.state is ScanState.RUNNING or self.sight.analysed != run.file.shown // 2:
            return None
        return second_look(found, run.file.plan.sweep.points, self.sight.pace)

    def look_again(self) -> ScanRun:
        """End the scan as it stands, and scan its most doubtful part in finer pixels; what is there stays whatever becomes of it."""
        run, look = self.run, self.offered()
        if run is None or look is None:
            raise Refused("No part of this map is in doubt: a second look would change nothing.")
        instruments = self.instruments()
        self._end(run)
        first, sight = run.file, self.sight
        assert first.reference is not None
        within = (first.plan.grid, look.window)
        plan = replace(first.plan, grid=window_grid(first.plan.grid, look.window), within=within)
        path = self.folder / f"second-{first.subject.scan_id}.h5"
        file = ReadingsFile(path, plan, first.subject, first.reference, first.device, simulated=instruments.simulated)
        self._first = first
        return self._watch(ScanRun(file, self.instruments, self._heard, sleep=self._sleep), replace(sight, glance=None, analysed=0))

    def finish(self) -> Done:
        """Stop, and see the last readings analysed; nothing is forgotten yet. `Refused` when there is too little for a map."""
        run = self.run
        if run is None or (run.file.shown // 2 < LEAST_PAIRS and self._first is None):
            raise Refused(f"A map needs at least {2 * LEAST_PAIRS} patterns. Let the scan go on.")
        run.stop()
        self._news.set()
        if self._watcher is not None:
            self._watcher.join(ANALYSIS_S)
        enough = run.file.shown // 2 >= LEAST_PAIRS
        if self.sight.analysis is None or (enough and self.sight.analysed != run.file.shown // 2):
            raise Refused("The map could not be computed. The scan is kept; try again.")
        whole = self._first or run.file
        if self._first is not None and enough:
            whole.keep_second(run.file.second(run.file.shown // 2))
        with whole.path.open("rb") as file:
            return Done(whole, self.sight.analysis, hashlib.file_digest(file, "sha256").hexdigest())

    def forget(self) -> None:
        """The scan was used or discarded: its plain file goes. A reference stays if it is whole."""
        run = self.run
        if run is not None:
            self._end(run)
            if not (run.file.subject.is_reference and run.file.complete):
                run.file.path.unlink(missing_ok=True)
            if self._first is not None:
                self._first.path.unlink(missing_ok=True)
            self.run, self.sight, self._first = None, Sight(), None
            self.on_change()

    def judge(self, content: bytes, device: str) -> Judged:
        """What a sealed scan says, computed again. Its plain file, which names nobody, is gone when this returns."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self.folder / f"opened-{secrets.token_hex(8)}.h5"
        try:
            path.write_bytes(content)
            return judge_file(path, device)
        finally:
            path.unlink(missing_ok=True)

    def stop(self) -> None:
        """The console ends: an unfinished scan is kept, to be taken up again."""
        if self.run is not None:
            self._end(self.run)

    # --- behind it ---------------------------------------------------------------------------------------------------------------------

    def _let_go_of_finished(self) -> None:
        if self.run is None:
            return
        finished = self.run.progress.state in {ScanState.COMPLETE, ScanState.STOPPED}
        if not finished or not self.run.file.subject.is_reference:
            raise Refused("There is a scan already. Use its map or discard it first.")
        self._end(self.run)
        self.run = None

    def _watch(self, run: ScanRun, sight: Sight | None = None) -> ScanRun:
        self.run, self.sight = run, sight or Sight()
        self._over.clear()
        run.start()
        if not run.file.subject.is_reference:
            self._watcher = threading.Thread(target=self._look, args=(run,), name="scan-map")
            self._watcher.start()
        self.on_change()
        return run

    def _end(self, run: ScanRun) -> None:
        self._measured = self._overhead(run) or self._measured
        self._over.set()
        self._news.set()
        run.stop()
        if self._watcher is not None:
            self._watcher.join(STOP_S)
            self._watcher = None

    def _heard(self) -> None:
        self._news.set()
        self.on_change()

    def _newest_reference(self) -> tuple[Path, ScanPlan, Rows] | None:
        """The newest finished reference scan of this plan."""
        oldest = (datetime.now(UTC) - REFERENCE_LASTS).timestamp()
        for path in sorted(self.folder.glob("reference-*.h5"), key=lambda each: each.stat().st_mtime, reverse=True):
            if path.stat().st_mtime < oldest:
                path.unlink(missing_ok=True)
            elif self._read_reference(path) and self._reference and self._reference[1].same_readings(self.plan()):
                return self._reference
        return None

    def _read_reference(self, path: Path) -> bool:
        if self.run is not None and self.run.file.path == path and not self.run.wait(0.0):
            return False  # it is being taken
        if self._reference is not None and self._reference[0] == path:
            return True
        with contextlib.suppress(OSError, ValueError):
            plan, rows = read_reference(path)
            if len(rows) == plan.patterns:
                self._reference = path, plan, rows
                return True
        return False

    def _look(self, run: ScanRun) -> None:
        """The map's thread: a glance when there is news, an analysis now and then, and one at the end."""
        first = self._first
        growing = GrowingMap(run.file.scan(0)) if first is None else None
        analysed_at = -ANALYSE_EVERY_S
        while not self._over.is_set():
            state, pairs = run.progress.state, run.file.shown // 2  # in this order: what ended measures no more
            ended = state in {ScanState.COMPLETE, ScanState.STOPPED}
            if growing is not None and pairs > growing.pairs:
                growing.take(run.file.pairs(growing.pairs, pairs))
                self._show(replace(self.sight, glance=growing.glance()))
            due = state is not ScanState.RUNNING or time.monotonic() - analysed_at > ANALYSE_EVERY_S
            if due and self.sight.analysed < pairs >= LEAST_PAIRS:
                if first is None:
                    analysis = analyse_apart(run.file.path, pairs, self._over)
                else:
                    analysis = analyse_apart(first.path, first.shown // 2, self._over, run.file.second(pairs))
                if analysis is not None:
                    self._show(_analysed(self.sight, analysis, run, pairs))
                analysed_at = time.monotonic()
            if ended:
                return
            self._news.wait(1.0)
            self._news.clear()
            self._over.wait(GLANCE_EVERY_S)

    def _show(self, sight: Sight) -> None:
        if not self._over.is_set():
            self.sight = sight
            self.on_change()


def _analysed(before: Sight, analysis: Analysis, run: ScanRun, pairs: int) -> Sight:
    points = run.file.plan.sweep.points
    left = run.progress.seconds_left
    masks_left = run.file.plan.patterns - run.file.shown
    pace = Pace(left / masks_left, 0.0) if left and masks_left else run.pace or before.pace
    moved, changed = None, None
    if before.analysis is not None and before.analysis.map.grid == analysis.map.grid:
        both_seen = ~(analysis.map.masked | before.analysis.map.masked)
        moved = float(np.median(np.abs(analysis.map.shown_mm - before.analysis.map.shown_mm)[both_seen])) if both_seen.any() else 0.0
        changed = int((classify(analysis.map) != classify(before.analysis.map)).sum())
    return Sight(before.glance, analysis, pairs, stopping_cost(analysis, pairs, points, pace), moved, changed, pace)


def _belongs(path: Path, case_id: str) -> bool:
    with contextlib.suppress(OSError, ValueError):
        subject, shown = subject_of(path)
        return subject.case_id == case_id and shown >= 2
    return False
