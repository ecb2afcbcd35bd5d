"""The file of a running scan: each reading is in it before the next mask is shown, so that a crash costs one pattern and never the scan.

HDF5 in single-writer mode, exactly as scan files are read (docs/microwave.md): `/frequency_hz`, `/sample` and `/reference` (patterns, F), positive
then negative of each pair. A reference scan fills `/reference` alone. What a killed process leaves is marked as being written and refuses to open;
`ReadingsFile.resume` copies it, less a last row that was not completed, and goes on.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

import h5py
import numpy as np
import numpy.typing as npt

from algorithms.microwave.hadamard import Ordering, masks
from algorithms.microwave.media import TimeConvention
from algorithms.microwave.model import Grid
from algorithms.microwave.readings import Scan, Second, Window
from devices.projector import Mask
from devices.vna import SweepPlan

Rows = npt.NDArray[np.complex64]
SYNC_EVERY_S = 1.0  # a row is safe from a crash at once, from a power cut within this time
CHUNK_ROWS = 16
FORMAT = 1


@dataclass(frozen=True, slots=True)
class ScanPlan:
    """What is shown and measured: every pattern of `grid` in the order of the cake, `settling` carrier lifetimes after each mask."""

    grid: Grid
    sweep: SweepPlan
    settling: float = 5.0
    ordering: Ordering = Ordering.CAKE_CUTTING
    diffusion_mm: float = 0.0
    repeats: int = 1  # sweeps of each mask in a reference scan, averaged: its noise is in every map
    within: tuple[Grid, Window] | None = None  # `grid` is then this window of that map, and the rest stays dark

    @property
    def patterns(self) -> int:
        """Masks of a full scan."""
        return 2 * self.grid.pixels

    def mask(self, number: int) -> Mask:
        """Mask `number`: the positive and the negative one of each pair in turn."""
        lit = masks(self.ordering, self.grid.rows, self.grid.columns, number // 2)[number % 2]
        if self.within is None:
            return lit
        whole, window = self.within
        mask = np.zeros((whole.rows * window.finer, whole.columns * window.finer), dtype=np.bool_)
        row, column = window.row * window.finer, window.column * window.finer
        mask[row : row + self.grid.rows, column : column + self.grid.columns] = lit
        return mask

    def same_readings(self, other: ScanPlan) -> bool:
        """Whether a reference of the one serves the other: how long it waits, how often it repeats, and what is undone afterwards may differ."""
        ours, theirs = (replace(each, settling=0.0, diffusion_mm=0.0, repeats=1) for each in (self, other))
        return ours == theirs


@dataclass(frozen=True, slots=True)
class Subject:
    """What is scanned, by ids that say nothing of a patient. `face` is empty in a reference scan."""

    scan_id: str
    case_id: str = ""
    specimen_id: str = ""
    face: str = ""

    @property
    def is_reference(self) -> bool:
        """The empty plate."""
        return not self.face


class ReadingsFile:
    """One scan on disk and in memory. One thread appends; others may read `rows[:shown]` at any time."""

    def __init__(self, path: Path, plan: ScanPlan, subject: Subject, reference: Rows | None, device: str, *, simulated: bool) -> None:
        self.path, self.plan, self.subject, self.device, self.simulated = path, plan, subject, device, simulated
        self.reference = reference
        self.rows: Rows = np.zeros((plan.patterns, plan.sweep.points), dtype=np.complex64)
        self.shown = 0
        self._synced_at = 0.0
        self._file = self._made()

    def _made(self) -> h5py.File:
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = h5py.File(self.path, "w", libver="latest")
        plan, points = self.plan, self.plan.sweep.points
        file["frequency_hz"] = np.linspace(plan.sweep.start_hz, plan.sweep.stop_hz, points)
        if self.reference is not None:
            file["reference"] = self.reference
        name = "reference" if self.subject.is_reference else "sample"
        most, together = (plan.patterns, points), (min(CHUNK_ROWS, plan.patterns), points)
        self._rows_on_disk = file.create_dataset(name, (0, points), np.complex64, maxshape=most, chunks=together)
        file.attrs.update(_attributes(plan, self.subject, self.device, simulated=self.simulated))
        file.swmr_mode = True
        return file

    @property
    def complete(self) -> bool:
        """Whether every mask was shown."""
        return self.shown == self.plan.patterns

    def append(self, row: npt.NDArray[np.complexfloating]) -> None:
        """Keep the reading of mask `shown`; in the file when this returns."""
        number = self.shown
        self.rows[number] = row
        if len(self._rows_on_disk) <= number:
            self._rows_on_disk.resize(number + 1, axis=0)
        self._rows_on_disk[number] = self.rows[number]
        self._rows_on_disk.flush()
        self.shown = number + 1
        if time.monotonic() - self._synced_at > SYNC_EVERY_S:
            self._sync()

    def drop_half_pair(self) -> None:
        """After a pause a positive mask without its negative is shown again: the two must not be minutes apart."""
        self.shown -= self.shown % 2

    def close(self) -> None:
        """Leave a plain file behind that every reader opens, marked complete or partial; harmless twice."""
        if not self._file:
            return
        self._sync()
        self._file.close()
        with h5py.File(self.path, "r+", libver="latest") as file:
            file["reference" if self.subject.is_reference else "sample"].resize(self.shown - self.shown % 2, axis=0)
            file.attrs["complete"] = self.complete
            file.flush()
        _sync_path(self.path)

    def pairs(self, start: int, stop: int) -> npt.NDArray[np.complex128]:
        """Differences of pairs `start` to `stop`, (n, F)."""
        rows = self.rows[2 * start : 2 * stop].astype(np.complex128)
        return np.asarray(rows[0::2] - rows[1::2])

    def keep_second(self, second: Second) -> None:
        """A second look goes into the same file, once that is closed: what is sealed and computed again is one file."""
        with h5py.File(self.path, "r+", libver="latest") as file:
            readings = np.empty((2 * len(second.sample), second.sample.shape[1]), dtype=np.complex64)
            readings[0::2], readings[1::2] = (second.sums + second.sample) / 2, (second.sums - second.sample) / 2
            file["second"] = readings
            window = second.window
            file.attrs["second_window"] = [window.row, window.column, window.rows, window.columns, window.finer]
        _sync_path(self.path)

    def second(self, pairs: int) -> Second:
        """The first `pairs` of a second look, as part of the scan that it belongs to."""
        assert self.plan.within is not None
        rows = self.rows[: 2 * pairs].astype(np.complex128)
        return Second(self.plan.within[1], rows[0::2] - rows[1::2], rows[0::2] + rows[1::2])

    def scan(self, pairs: int | None = None) -> Scan:
        """What was measured so far, as the algorithms take it; needs a reference."""
        assert self.reference is not None
        return _scan_of(self.plan, self.rows[: 2 * (self.shown // 2 if pairs is None else pairs)], self.reference)

    @classmethod
    def resume(cls, path: Path) -> Self:
        """Go on with what a killed process left; `OSError` or `ValueError` when it is none."""
        plan, subject, rows, reference, device, simulated = _left(path)
        part = path.with_name(f"{path.stem}.part")
        found = cls(part, plan, subject, reference, device, simulated=simulated)
        for row in rows[: plan.patterns]:
            found.append(row)
        found._sync()
        part.replace(path)
        found.path = path
        return found

    def _sync(self) -> None:
        self._file.flush()
        _sync_path(self.path)
        self._synced_at = time.monotonic()


def read_reference(path: Path) -> tuple[ScanPlan, Rows]:
    """The plan and the rows (patterns, F) of a finished reference scan; `OSError` or `ValueError` when it is none."""
    plan, subject, rows, _, _, _ = _left(path)
    if not subject.is_reference:
        raise ValueError("not a reference scan")
    return plan, rows[: len(rows) - len(rows) % 2]


def read_scan_so_far(path: Path, pairs: int) -> Scan:
    """The first `pairs` of a scan, finished, torn off or still running; `OSError` or `ValueError` when it is none."""
    plan, _, rows, reference, _, _ = _left(path)
    if reference is None:
        raise ValueError("a reference alone is no scan")
    return _scan_of(plan, rows[: 2 * pairs], reference)


def subject_of(path: Path) -> tuple[Subject, int]:
    """Whose scan this is, and how many masks were shown; `OSError` or `ValueError` when it is none."""
    _, subject, rows, _, _, _ = _left(path)
    return subject, len(rows)


def _left(path: Path) -> tuple[ScanPlan, Subject, Rows, Rows | None, str, bool]:
    """Read our own file, finished or torn off. A row that was never written is all zeros, and ends it."""
    try:
        with h5py.File(path, "r", libver="latest", swmr=True) as file:
            words = dict(file.attrs)
            subject = Subject(*(str(words[name]) for name in ("scan", "case", "specimen", "face")))
            grid = Grid(int(words["rows"]), int(words["columns"]), *(float(side) for side in words["field_of_view_mm"]))
            frequency = file["frequency_hz"][()]
            sweep = SweepPlan(float(frequency[0]), float(frequency[-1]), len(frequency), float(words["bandwidth_hz"]))
            rows = file["reference" if subject.is_reference else "sample"][()]
            reference = None if subject.is_reference else file["reference"][()]
    except (KeyError, RuntimeError) as cause:
        raise ValueError("not a scan of ours") from cause
    written = np.flatnonzero(np.abs(rows).max(axis=1) > 0) if rows.size else np.empty(0, dtype=np.intp)
    plan = ScanPlan(
        grid, sweep, float(words["settling_lifetimes"]), Ordering(str(words["ordering"])), float(words.get("diffusion_mm", 0.0))
    )
    return plan, subject, rows[: written[-1] + 1 if written.size else 0], reference, str(words["device"]), bool(words["simulated"])


def _scan_of(plan: ScanPlan, rows: Rows, reference: Rows) -> Scan:
    """Whole pairs as differences and sums."""
    exact, known = (array[: len(array) - len(array) % 2].astype(np.complex128) for array in (rows, reference))
    frequency = np.linspace(plan.sweep.start_hz, plan.sweep.stop_hz, plan.sweep.points)
    sample, sums, beam = exact[0::2] - exact[1::2], exact[0::2] + exact[1::2], known[0::2] - known[1::2]
    return Scan(plan.grid, frequency, sample, beam, sums, plan.ordering, TimeConvention.ENGINEERS, diffusion_mm=plan.diffusion_mm)


def _attributes(plan: ScanPlan, subject: Subject, device: str, *, simulated: bool) -> dict[str, Any]:
    grid = plan.grid
    return {
        "format": FORMAT, "rows": grid.rows, "columns": grid.columns, "field_of_view_mm": [grid.width_mm, grid.height_mm], "basis": "hadamard",
        "ordering": plan.ordering.value, "time_convention": TimeConvention.ENGINEERS.value, "complete": False, "simulated": simulated,
        "bandwidth_hz": plan.sweep.bandwidth_hz, "settling_lifetimes": plan.settling, "diffusion_mm": plan.diffusion_mm, "device": device,
        "scan": subject.scan_id, "case": subject.case_id, "specimen": subject.specimen_id, "face": subject.face,
    }  # fmt: skip


def _sync_path(path: Path) -> None:
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
