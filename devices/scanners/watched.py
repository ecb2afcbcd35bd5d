"""Watches the folder into which a scanner exports: a scan is complete when nothing of it has changed for a while. No threads, no Qt."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from devices.scanner import ScanRefused
from devices.scanners.source import measured

SETTLED_S = 10.0
UNFINISHED = (".part", ".partial", ".tmp", ".crdownload", ".filepart")

State = tuple[int, int, int]  # files, bytes, newest change in ns


@dataclass(frozen=True, slots=True)
class Arrival:
    """A scan that is all there: what to hand to `read_petct`."""

    paths: tuple[Path, ...]
    files: int
    size: int


class WatchedFolder:
    """Asked again and again, it tells each arrival once, and once more when something was added to it later.

    What lies there when the watch begins is old and is not told, unless it still grows. A folder that is not there (a stick that was pulled)
    holds nothing; when it comes back, only what is new in it is told.
    """

    def __init__(self, folder: Path, settled_s: float = SETTLED_S, clock: Callable[[], float] = time.monotonic) -> None:
        self._folder, self._settled_s, self._clock = folder, settled_s, clock
        self._told: dict[Path, State] = {}
        self._waiting: dict[Path, tuple[State, float]] = {}
        self._begun = False

    def poll(self) -> tuple[Arrival, ...]:
        """Look once; what has become complete since the last look."""
        now = self._clock()
        states = self._states()
        if not self._begun:
            self._begun, self._told = True, {key: state for key, (_, state) in states.items()}
        self._waiting = {key: since for key, since in self._waiting.items() if key in states}
        return tuple(
            Arrival(paths, state[0], state[1])
            for key, (paths, state) in states.items()
            if self._told.get(key) != state and self._settled(key, paths, state, now)
        )

    def waiting(self) -> int:
        """How many scans are still on their way."""
        return len(self._waiting)

    def _settled(self, key: Path, paths: tuple[Path, ...], state: State, now: float) -> bool:
        before, since = self._waiting.get(key, (None, now))
        if before != state or any(path.name.lower().endswith(UNFINISHED) for path in paths):
            self._waiting[key] = (state, now)
            return False
        if now - since < self._settled_s:
            return False
        del self._waiting[key]
        self._told[key] = state
        return True

    def _states(self) -> dict[Path, tuple[tuple[Path, ...], State]]:
        """Each folder and zip by itself; loose files together, because some scanners keep no order."""
        try:
            entries = sorted(path for path in self._folder.iterdir() if not path.name.startswith(".") and not path.is_symlink())
            apart = [path for path in entries if path.is_dir() or path.suffix.lower() == ".zip"]
        except OSError:
            return {}
        loose = tuple(path for path in entries if path not in apart)
        candidates: dict[Path, tuple[Path, ...]] = {path: (path,) for path in apart} | ({self._folder: loose} if loose else {})
        found = {}
        for key, paths in candidates.items():
            with contextlib.suppress(ScanRefused):  # gone between two looks, or no scan's folder
                state = measured(paths)
                if state[0]:
                    found[key] = (paths, state)
        return found
