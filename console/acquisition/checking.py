"""One guided check: frames gathered from the live stream, then judged beside it, so that the live picture never waits."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from algorithms.faces import Face
from algorithms.fluorescence.model import CameraState, Finding, Mask, Raw
from algorithms.fluorescence.residual import check_residual
from console.acquisition.eye import grey_of, state_of
from console.acquisition.mailbox import Shot
from console.cases.fluorescence_again import inside_of
from console.cases.fluorescence_log import Cavity, Checked
from console.frames.kept import Kept

FRAMES = 10
APART_S = 0.1  # so that ten frames span a breath's motion, and a glint has time to move
PATIENCE_S = 6.0  # for all frames together


class Subject(StrEnum):
    """What is looked at."""

    LESION = "lesion"
    CAVITY = "cavity"
    SPECIMEN = "specimen"


@dataclass(frozen=True, slots=True)
class Target:
    """A check's subject: the lesion on the skin or in the breast, the cavity, or one face of a specimen."""

    subject: Subject
    specimen_id: str | None = None
    face: Face | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Taken:
    """Frames of one scene with what they were taken by: enough to judge them again. `ambients` is empty where not every frame has its own."""

    frames: tuple[Raw, ...]
    ambients: tuple[Raw, ...]
    kept: Kept | None
    state: CameraState
    device: str
    simulated: bool
    outline: Cavity | None = None  # only what lies inside it is judged; None: the whole picture

    @property
    def inside(self) -> Mask | None:
        """The same as a mask."""
        return inside_of(self.outline, self.frames[0].shape) if self.outline is not None else None


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """A check that is over."""

    target: Target
    taken: Taken
    finding: Finding
    seconds: float


def judge(target: Target, taken: Taken, clock: Callable[[], float] = time.perf_counter) -> Judged:
    """The finding of these frames; pure work, seconds at most."""
    began = clock()
    calibration = taken.kept.calibration if taken.kept is not None else None
    finding = check_residual(taken.frames, calibration, ambients=taken.ambients or None, inside=taken.inside)
    return Judged(target, taken, finding, clock() - began)


def checked_of(judged: Judged, remaining: float | None = None) -> Checked:
    """The same as the case log keeps it; without an outline places are told from the middle of the picture."""
    taken, target = judged.taken, judged.target
    rows, columns = taken.frames[0].shape
    state = taken.state
    known = (("exposure ms", state.exposure_ms), ("gain dB", state.gain_db), ("distance mm", state.distance_mm), ("flip", state.flip))
    whole = Cavity(((rows - 1) / 2, (columns - 1) / 2), (rows / 2, columns / 2))
    return Checked(
        target.subject.value, judged.finding, taken.frames, taken.ambients, taken.kept.calibration if taken.kept else None,
        taken.kept.sha256 if taken.kept else "", tuple((name, f"{value}") for name, value in known if value is not None), taken.device,
        taken.simulated or (taken.kept is not None and taken.kept.simulated), taken.outline or whole, taken.outline is not None, target.specimen_id,
        target.face, remaining,
    )  # fmt: skip


class Check:
    """Gathers shots until there are enough, then judges them on a thread of its own. `on_change` is heard from any thread."""

    def __init__(
        self,
        target: Target,
        device: str,
        outline: Cavity | None,
        on_change: Callable[[], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.target, self._device, self._outline, self._on_change, self._clock = target, device, outline, on_change, clock
        self._shots: list[Shot] = []
        self._kept: Kept | None = None
        self._began = clock()
        self.sentence = ""
        self.judged: Judged | None = None
        self._thread: threading.Thread | None = None

    @property
    def gathered(self) -> int:
        """How many of the ten there are."""
        return len(self._shots)

    @property
    def over(self) -> bool:
        """Whether there is an answer, or a reason why there is none."""
        return self.judged is not None or bool(self.sentence)

    def take(self, shot: Shot, kept: Kept | None, unfit: str) -> None:
        """One more shot of the stream, if it comes late enough after the last and belongs to the same scene."""
        if self.over or self._thread is not None:
            return
        last = self._shots[-1] if self._shots else None
        if last is not None and shot.lit.host_time_s - last.lit.host_time_s < APART_S:
            return
        if unfit and kept is not None:
            self._end(f"Cannot check: {unfit}")
        elif last is not None and _differs(last, shot):
            self._end("The camera changed during the check. Repeat it.")
        else:
            self._shots.append(shot)
            self._kept = kept
            if len(self._shots) == FRAMES:
                self._judge()
            self._on_change()

    def look(self) -> None:
        """Give up when the frames don't come."""
        if not self.over and self._thread is None and self._clock() - self._began > PATIENCE_S:
            self._end("Too few frames came from the camera for a check. Repeat it when the picture is live again.")

    def join(self, limit_s: float) -> None:
        """Until it is judged."""
        if self._thread is not None:
            self._thread.join(limit_s)

    def _judge(self) -> None:
        paired = [shot.ambient for shot in self._shots if shot.ambient is not None]
        taken = Taken(
            tuple(grey_of(shot.lit) for shot in self._shots), tuple(grey_of(frame) for frame in paired) if len(paired) == FRAMES else (),
            self._kept, state_of(self._shots[-1].lit, self._kept), self._device, self._shots[-1].simulated, self._outline,
        )  # fmt: skip
        self._thread = threading.Thread(target=self._work, args=(taken,), name="fluorescence-check")
        self._thread.start()

    def _work(self, taken: Taken) -> None:
        try:
            self.judged = judge(self.target, taken)
        finally:
            if self.judged is None:
                self.sentence = "The check failed inside Rimlight. Nothing was decided; repeat it."
            self._shots.clear()
            self._on_change()

    def _end(self, sentence: str) -> None:
        self.sentence = sentence
        self._shots.clear()
        self._on_change()


def _differs(one: Shot, other: Shot) -> bool:
    a, b = one.lit, other.lit
    return one.generation != other.generation or (a.pixels.shape, a.exposure_ms, a.gain_db, a.flip) != (
        b.pixels.shape,
        b.exposure_ms,
        b.gain_db,
        b.flip,
    )
