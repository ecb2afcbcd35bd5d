"""Runs one microwave scan: mask, wait for the silicon, sweep, keep; on a thread of its own, until it is done, paused or stopped.

Whatever an instrument does, the scan only ever pauses: one sentence says why, everything so far is kept, and resuming opens the conversation anew.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from algorithms.microwave.stopping import Pace
from console.acquisition.readings_file import ReadingsFile
from console.faults import worded
from devices.errors import DeviceAbsent, DeviceError, DeviceRefused
from devices.projector import Plate, Projector, settled_at
from devices.vna import Vna

PACE_OVER = 32  # masks over which the time still to go is reckoned
LARGEST_READING = 1e6  # of S21, which is about 1
STOP_S = 30.0  # longer than any conversation with an instrument may take


class ScanState(StrEnum):
    """What a scan is doing."""

    RUNNING = "scanning"
    PAUSED = "paused"
    COMPLETE = "complete"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Instruments:
    """The two that a scan needs; one box may be both."""

    vna: Vna
    projector: Projector

    @property
    def name(self) -> str:
        """For the provenance."""
        names = [device.identify().name for device in (self.vna, self.projector)]
        return " and ".join(dict.fromkeys(names))

    @property
    def simulated(self) -> bool:
        """Whether either of them is."""
        return self.vna.identify().simulated or self.projector.identify().simulated


@dataclass(frozen=True, slots=True)
class Progress:
    """A scan at one moment. `seconds_left` is None before the pace is known; `sentence` says why it paused."""

    state: ScanState
    shown: int
    of: int
    seconds_left: float | None
    sentence: str = ""


class ScanRun:
    """Scans into `file` with what `instruments` finds, from `start` to `stop`. `on_change` hears of every mask, on the scan's thread."""

    def __init__(
        self, file: ReadingsFile, instruments: Callable[[], Instruments], on_change: Callable[[], None] = lambda: None,
        *, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], object] = time.sleep, paused: str = "",
    ) -> None:  # fmt: skip
        self.file = file
        self._instruments, self._on_change, self._clock, self._sleep = instruments, on_change, clock, sleep
        self._sentence = paused
        self._go, self._ending = threading.Event(), threading.Event()
        self._state = ScanState.PAUSED if paused else ScanState.RUNNING
        self._times: list[float] = []
        if not paused:
            self._go.set()
        self._thread = threading.Thread(target=self._run, name="scan")

    def start(self) -> None:
        """Begin; a run that was made paused waits for `resume`."""
        self._thread.start()

    def pause(self) -> None:
        """After the mask at hand."""
        self._go.clear()

    def resume(self) -> None:
        """Go on, with the instruments as they are now."""
        self._sentence = ""
        self._go.set()

    def end(self) -> None:
        """After the mask at hand, without waiting for it."""
        self._ending.set()
        self._go.set()

    def stop(self) -> bool:
        """End it and close the file, complete or partial; whether the thread ended in time. Harmless twice."""
        self.end()
        if self._thread.ident is not None:
            self._thread.join(STOP_S)
        return not self._thread.is_alive()

    @property
    def progress(self) -> Progress:
        """How it stands, from any thread."""
        shown, of = self.file.shown, self.file.plan.patterns
        pace = self.pace
        return Progress(self._state, shown, of, None if pace is None else pace.pattern_s * (of - shown), self._sentence)

    @property
    def pace(self) -> Pace | None:
        """What a mask takes here, measured over the last ones; None before two were shown."""
        times = self._times[-PACE_OVER:]
        return Pace((times[-1] - times[0]) / (len(times) - 1), 0.0, 0.0) if len(times) > 1 else None

    def wait(self, limit_s: float) -> bool:
        """Until the thread has ended; whether it did."""
        if self._thread.ident is not None:
            self._thread.join(limit_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            while self._wanted():
                self._scan_until_interrupted()
        finally:
            with contextlib.suppress(OSError, RuntimeError, ValueError):  # a full disk: what is in the file stays
                self.file.close()
            self._tell(ScanState.COMPLETE if self.file.complete else ScanState.STOPPED)

    def _wanted(self) -> bool:
        """Wait while paused; whether there is anything left to do."""
        if not self._go.is_set() and not self._ending.is_set():
            self._tell(ScanState.PAUSED)
        self._go.wait()
        return not self._ending.is_set() and not self.file.complete

    def _scan_until_interrupted(self) -> None:
        try:
            instruments = self._instruments()
            self._scan(instruments)
            with contextlib.suppress(DeviceError):  # a lamp that stays on does no harm
                instruments.projector.blank()
        except (DeviceError, OSError, RuntimeError, ValueError) as error:  # the last two: HDF5 on a full disk
            self._go.clear()
            self._sentence = worded(error) if isinstance(error, DeviceError | OSError) else worded(OSError(28, ""))

    def _scan(self, instruments: Instruments) -> None:
        file, plan = self.file, self.file.plan
        subject = file.subject
        instruments.vna.prepare(plan.sweep)
        if isinstance(instruments.projector, Plate):
            instruments.projector.place(None if subject.is_reference else f"{subject.specimen_id} {subject.face}")
        file.drop_half_pair()
        self._times.clear()
        self._tell(ScanState.RUNNING)
        while self._go.is_set() and not self._ending.is_set() and not file.complete:
            ready = settled_at(instruments.projector.show(plan.mask(file.shown)), instruments.projector.lag_s, plan.settling)
            while (left := ready - self._clock()) > 0:
                self._sleep(left)
            repeats = plan.repeats if subject.is_reference else 1
            file.append(_mean_of([instruments.vna.sweep().s21 for _ in range(repeats)]))
            self._times.append(self._clock())
            self._on_change()

    def _tell(self, state: ScanState) -> None:
        self._state = state
        self._on_change()


def _mean_of(sweeps: list[npt.NDArray[np.complex128]]) -> npt.NDArray[np.complex128]:
    """Of repeated sweeps; a reading that no receiver makes is garbage on the line, and would be infinite in the file."""
    mean = np.mean(sweeps, axis=0)
    if not np.abs(mean).max() < LARGEST_READING:
        raise DeviceRefused("Analyser", "It sent a reading that cannot be. Check its cable, then resume.")
    return np.asarray(mean, dtype=np.complex128)


def both(vna: object, projector: object) -> Instruments:
    """The analyser and the projector, or the sentence that says which is missing. An analyser that is a projector too needs no other."""
    if not isinstance(vna, Vna):
        raise DeviceAbsent("Analyser", "It is not connected. Connect it in the settings; the scan then goes on where it was.")
    chosen = projector if isinstance(projector, Projector) else vna
    if not isinstance(chosen, Projector):
        raise DeviceAbsent("Projector", "It is not connected. Connect it in the settings; the scan then goes on where it was.")
    return Instruments(vna, chosen)
