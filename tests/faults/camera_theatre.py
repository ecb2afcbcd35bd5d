"""A camera, the watch that opens it, the feed that shows it, and somebody who looks at the picture all the time: what the cycles of faults share."""

from __future__ import annotations

import os
import signal
import statistics
import subprocess
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from console.acquisition.camera_feed import STALE_S, CameraFeed, FeedState
from console.acquisition.watch import DeviceWatch
from devices.camera import CameraSettings, Flip
from devices.device import DeviceKind
from devices.registry import opener

WANTED = CameraSettings(exposure_ms=4.0, flip=Flip.HORIZONTAL)
PATIENCE_S = 60.0  # not a speed: something that hangs never comes
LOOK_S = 0.01


@dataclass
class Seen:
    """What the eye at the screen saw: old pictures shown as live, pictures mirrored otherwise, pictures at all."""

    shots: int = 0
    stale_as_live: int = 0
    mirrored: int = 0
    not_live_after_s: list[float] = field(default_factory=list)
    back_after_s: list[float] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """For the report."""
        return {
            "cycles": len(self.back_after_s), "shots": self.shots, "stale_as_live": self.stale_as_live, "mirrored": self.mirrored,
            "not_live_median_s": round(statistics.median(self.not_live_after_s), 2), "not_live_worst_s": round(max(self.not_live_after_s), 2),
            "back_median_s": round(statistics.median(self.back_after_s), 2), "back_worst_s": round(max(self.back_after_s), 2),
            "back_later_than_5_s": sum(time_s > 5 for time_s in self.back_after_s),
        }  # fmt: skip


class Theatre:
    """Watch and feed on the camera at `address`, set up as `WANTED`; a thread that looks."""

    def __init__(self, address: str) -> None:
        self.watch = DeviceWatch({DeviceKind.CAMERA: opener(address)}, lambda: datetime.now(UTC), lambda _slots: None)
        self.feed = CameraFeed(lambda: self.watch.device(DeviceKind.CAMERA), lambda: self.watch.connect(DeviceKind.CAMERA))
        self.seen = Seen()
        self._over = threading.Event()
        self._eye = threading.Thread(target=self._look, name="eye")

    def __enter__(self) -> Self:
        self.watch.start()
        self.feed.start()
        try:
            self.until(lambda: self.state() is FeedState.LIVE)
            self.feed.configure(WANTED)
        except BaseException:
            self.feed.stop()
            self.watch.stop()
            raise
        self._eye.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        if self._eye.is_alive():
            self._eye.join()
        assert self.feed.stop()
        assert self.watch.stop()

    def state(self) -> FeedState:
        return self.feed.status().state

    def until(self, true, limit_s: float = PATIENCE_S) -> None:
        """Wait for it, and fail rather than hang."""
        end = time.monotonic() + limit_s
        while not true():
            assert time.monotonic() < end, self.feed.status()
            time.sleep(LOOK_S)

    def cycle(self, fault, cure) -> None:
        """The camera fails, is noticed, is cured, and the picture is back as it was."""
        shots = self.seen.shots
        self.until(lambda: self.state() is FeedState.LIVE and self.seen.shots > shots + 3)
        generation = self.feed.status().generation
        fault()
        at = time.monotonic()
        self.until(lambda: self.state() is not FeedState.LIVE)
        self.seen.not_live_after_s.append(time.monotonic() - at)
        cure()
        at = time.monotonic()
        self.until(lambda: self.state() is FeedState.LIVE and self.feed.status().settings is not None)
        self.seen.back_after_s.append(time.monotonic() - at)
        status = self.feed.status()
        assert status.settings is not None
        assert status.settings.flip is WANTED.flip
        assert abs((status.settings.exposure_ms or 0) - 4.0) < 0.1
        assert status.generation >= generation

    def _look(self) -> None:
        while not self._over.is_set():
            shot = self.feed.newest.take(0.05)
            status = self.feed.status()
            if status.state is FeedState.LIVE and (status.age_s is None or status.age_s > STALE_S):
                self.seen.stale_as_live += 1
            if shot is None or not self.feed.is_live(shot):
                continue
            self.seen.shots += 1
            self.seen.stale_as_live += time.monotonic() - shot.lit.host_time_s > 1.0
            if self.seen.shots > 1 and shot.generation > 1:
                self.seen.mirrored += shot.lit.flip is not WANTED.flip


class Fake:
    """The GigE Vision camera of the aravis project, which can be pulled, frozen and plugged in again."""

    def __init__(self, program: str) -> None:
        self._program = program
        self.plug()

    def plug(self) -> None:
        """Switch it on."""
        self._process = subprocess.Popen(
            [self._program, "-i", "127.0.0.1", "-s", "RIM1"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def pull(self) -> None:
        """Without a goodbye."""
        self._process.kill()
        self._process.wait()

    def freeze(self) -> None:
        """It is there, and does nothing."""
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """It goes on."""
        self._process.send_signal(signal.SIGCONT)


def driver() -> int | None:
    """The process that speaks to the camera for us."""
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            words = path.read_text().rsplit(") ", 1)[1].split()
            mine = words[1] == str(os.getpid()) and words[0] != "Z"
            if mine and b"devices.cameras.children" in (path.parent / "cmdline").read_bytes():
                return int(path.parent.name)
        except OSError:
            continue
    return None


def send(what: signal.Signals) -> None:
    """To the driver, if there is one now."""
    process = driver()
    if process is not None:
        os.kill(process, what)
