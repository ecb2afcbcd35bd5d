"""Records the stream: frames wait in a queue with a limit and are written by a thread of their own, so that a slow disk never holds up the camera."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from console.faults import worded
from devices.camera import Frame
from devices.recording import About, Key, RecordingWriter

WAITING_BYTES = 256 << 20  # about half a second of the largest stream; what a disk may hesitate
SYNC_EVERY_S = 1.0
STOP_S = 20.0


@dataclass(frozen=True, slots=True)
class RecorderStatus:
    """A recording at one moment. `lost` frames found no room; `sentence` says why it stopped by itself, and is empty while it runs."""

    frames: int
    lost: int
    bytes_written: int
    seconds: float
    sentence: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """A recording on disk. `complete`: it was ended in good order and `sha256` is the file's; otherwise it is readable up to its last whole frame."""

    path: Path
    frames: int
    lost: int
    complete: bool
    sha256: str


class Recorder:
    """Writes what is offered to a new file at `path`, from now until `stop`; `key` None only where no patient is in the picture."""

    def __init__(
        self, path: Path, about: About, key: Key | None, *, waiting_bytes: int = WAITING_BYTES, clock: Callable[[], float] = time.monotonic,
        write: Callable[[RecordingWriter, Frame], None] = RecordingWriter.append,
    ) -> None:  # fmt: skip
        self.path = path
        self._write, self._room, self._clock, self._began = write, waiting_bytes, clock, clock()
        self._news = threading.Condition()
        self._queue: deque[Frame] = deque()
        self._waiting_bytes = self._lost = 0
        self._ending = False
        self._sentence = ""
        self._recorded: Recorded | None = None
        self._seconds = 0.0
        self._writer = RecordingWriter(path, about, key)
        self._thread = threading.Thread(target=self._run, name="recorder")
        self._thread.start()

    def offer(self, frame: Frame) -> None:
        """Keep `frame` if there is room for it; never waits. What finds no room is counted."""
        size = _size(frame)
        with self._news:
            if self._ending or self._sentence:
                return
            if self._waiting_bytes + size > self._room and self._queue:
                self._lost += 1
                return
            self._queue.append(frame)
            self._waiting_bytes += size
            self._seconds = self._clock() - self._began
            self._news.notify()

    def status(self) -> RecorderStatus:
        """As it stands."""
        with self._news:
            return RecorderStatus(self._writer.frames, self._lost, self._writer.bytes_written, self._seconds, self._sentence)

    def stop(self) -> Recorded:
        """Write what waits, close the file in good order; what came of it."""
        with self._news:
            self._ending = True
            self._news.notify()
        self._thread.join(STOP_S)
        if self._recorded is None:  # the disk hangs: the file is readable as far as it goes
            return Recorded(self.path, self._writer.frames, self._lost + len(self._queue), complete=False, sha256="")
        return self._recorded

    def _run(self) -> None:
        sha256 = ""
        try:
            self._write_all()
            sha256 = self._writer.end(self._lost)
        except OSError as error:
            with self._news:
                self._sentence = (
                    f"The recording stopped. {worded(error)}" if error.errno == 28 else "The recording stopped: the disk failed."
                )
                self._lost += len(self._queue)
                self._queue.clear()
        finally:
            self._writer.close()
            self._recorded = Recorded(self.path, self._writer.frames, self._lost, complete=bool(sha256), sha256=sha256)

    def _write_all(self) -> None:
        synced_at = self._clock()
        while (frame := self._next()) is not None:
            self._write(self._writer, frame)
            if self._clock() - synced_at > SYNC_EVERY_S:
                self._writer.sync()
                synced_at = self._clock()

    def _next(self) -> Frame | None:
        """The oldest that waits; None once there is nothing left and it was stopped."""
        with self._news:
            self._news.wait_for(lambda: self._ending or bool(self._queue))
            if not self._queue:
                return None
            frame = self._queue.popleft()
            self._waiting_bytes -= _size(frame)
            return frame


def _size(frame: Frame) -> int:
    return frame.pixels.nbytes + (0 if frame.colour is None else frame.colour.nbytes)
