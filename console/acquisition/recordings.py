"""The console's recordings: where they lie while they grow, under which key, what a crash left behind, and how they are played again."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from console import log
from console.acquisition.camera_feed import CameraFeed
from console.acquisition.recorder import Recorded, Recorder
from console.cases.files import make_folder
from console.cases.keys import Keys
from console.faults import Refused
from devices.camera import Camera
from devices.cameras.recorded import open_recording
from devices.recording import About, Key, Recording, RecordingUnreadable

MEDIA_TYPE = "application/x-rimlight-recording"
PURPOSE = "recording"
LEAST_FREE_BYTES = 2 << 30


@dataclass(frozen=True, slots=True)
class Leftover:
    """A recording that a crash or a full disk cut off: readable up to its last whole frame."""

    path: Path
    began_at: datetime
    frames: int


class Recordings:
    """Recordings under `home/recordings`, sealed with the store's `keys`. One runs at a time."""

    def __init__(self, home: Path, keys: Keys, now: Callable[[], datetime], free_bytes: Callable[[Path], int]) -> None:
        self.folder = home / "recordings"
        self._keys, self._now, self._free_bytes = keys, now, free_bytes
        self.running: Recorder | None = None
        self.told: set[str] = set()  # cases whose cut-off recordings somebody was told of
        self._untap: Callable[[], None] = lambda: None

    def begin(self, feed: CameraFeed, case_id: str) -> Recorder:
        """Record every frame of `feed` from now on; `Refused` when one runs already, nothing comes, or the disk is nearly full."""
        if self.running is not None:
            raise Refused("A recording runs already. Stop it first.")
        status = feed.status()
        if status.identity is None:
            raise Refused("There is no picture to record. Connect the camera first.")
        make_folder(self.folder)
        if self._free_bytes(self.folder) < LEAST_FREE_BYTES:
            raise Refused(f"Fewer than {LEAST_FREE_BYTES >> 30} GB are free on the disk. Free some space, then record.")
        about = About(case_id, self._now().isoformat(), status.identity)
        path = self.folder / f"rec-{secrets.token_hex(16)}.rec"
        newest = self._keys.newest
        recorder = Recorder(path, about, Key(newest, self._keys.derive(PURPOSE, newest)))
        self.running, self._untap = recorder, feed.tap(recorder.offer)
        log.note(log.Event.RECORDING_STARTED, case=case_id)
        return recorder

    def end(self) -> Recorded | None:
        """Stop, and close the file in good order; None when none runs."""
        recorder, self.running = self.running, None
        if recorder is None:
            return None
        self._untap()
        found = recorder.stop()
        log.note(log.Event.RECORDING_ENDED, logging.INFO if found.complete else logging.WARNING, count=found.frames)
        return found

    def open(self, path: Path) -> Recording:
        """A recording of this store; `Refused` says why not."""
        try:
            return Recording(path, self.unseal)
        except RecordingUnreadable as reason:
            raise Refused(f"The recording {reason}.") from None

    def play(self, path: Path) -> Camera:
        """As a camera with its timing; `DeviceError` when it cannot be played."""
        return open_recording(f"record:{path}", path, self.unseal)

    def leftovers(self, case_id: str) -> tuple[Leftover, ...]:
        """What was left of this case, oldest first. Slow: every file is walked through."""
        running = self.running.path if self.running else None
        found = (self._leftover(path, case_id) for path in sorted(self.folder.glob("rec-*.rec"), key=_born) if path != running)
        return tuple(one for one in found if one is not None)

    def discard(self, leftover: Leftover) -> None:
        """Delete it for good."""
        leftover.path.unlink(missing_ok=True)
        log.note(log.Event.RECORDING_DISCARDED, logging.WARNING, count=leftover.frames)

    def unseal(self, generation: int) -> bytes:
        """The key of a generation; `LookupError` when this store never had it."""
        if generation > self._keys.newest:
            raise LookupError(generation)
        return self._keys.derive(PURPOSE, generation)

    def _leftover(self, path: Path, case_id: str) -> Leftover | None:
        try:
            recording = Recording(path, self.unseal)
        except RecordingUnreadable:
            return None
        try:
            if recording.about.case_id != case_id or not len(recording):
                return None
            return Leftover(path, datetime.fromisoformat(recording.about.began_at), len(recording))
        except ValueError:
            return None
        finally:
            recording.close()


def _born(path: Path) -> float:
    return path.stat().st_mtime
