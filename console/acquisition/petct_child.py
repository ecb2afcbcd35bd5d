"""A PET-CT analysis in a process of its own, at low priority: the live picture shares no interpreter with it, and cancelling is at once.

The scan goes to the child through a pipe and the answer comes back the same way; no file holds any of it. When the console dies, the pipe breaks
and the child ends with its next word.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from enum import StrEnum
from multiprocessing.connection import Connection

from algorithms.petct.analysis import Analysis, Choices, Method, analyse
from algorithms.petct.ensemble import Way
from algorithms.petct.jobs import Jobs
from algorithms.petct.margin import Directions
from algorithms.petct.model import Normalisation, Scan
from algorithms.petct.networks import Member
from algorithms.statistics.result import Indeterminate
from console.acquisition.pieces import receive_in_pieces, send_in_pieces
from devices.apart import context_of

WORKERS = 2  # one thread each: 1.94 times as fast as one, where one session with two threads is 1.83 times
NICER = 10
BELOW_NORMAL = 0x4000  # Windows' priority class
LOOK_EVERY_S = 0.1
LONGEST_S = 900.0
LEAST_SHARE = 0.05  # before that much is done, nobody knows how long it takes
LOST = "The analysis ended before it was done; there may be too little memory. Nothing was changed."
TOO_LONG = "The analysis took too long and was ended. Nothing was changed."

Found = Analysis | Indeterminate


@dataclass(frozen=True, slots=True, eq=False)
class Order:
    """What the child is to do."""

    scan: Scan
    members: tuple[Member, ...]
    normalisation: Normalisation
    directions: Directions
    method: Method
    shares: tuple[float, ...]
    multifocal: bool = False


class State(StrEnum):
    """How far a run is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Progress:
    """`share` of the work that is done; `left_s` seconds to go, None while nobody knows; `problem` one sentence where it failed."""

    state: State = State.WAITING
    share: float = 0.0
    left_s: float | None = None
    problem: str = ""


def carry_out(order: Order, tell: Callable[[float], None]) -> Found:
    """Analyse in this process, two networks at a time; `tell` hears the share that is done."""
    with ThreadPoolExecutor(WORKERS, thread_name_prefix="petct") as pool:

        def each(jobs: Jobs) -> None:
            for _ in pool.map(lambda job: job(), jobs):
                pass

        choices = Choices(
            order.normalisation, order.directions, order.method, order.multifocal, order.shares, Way(each=each, progress=tell)
        )
        return analyse(order.scan, order.members, choices)


class PetCtRun:
    """One analysis. `start` returns at once; ask `progress`, or be told through `changed` (called on a thread of its own); then `result`."""

    def __init__(
        self, order: Order, changed: Callable[[Progress], None] = lambda _: None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._order: Order | None = order
        self._changed, self._clock = changed, clock
        self._progress = Progress()
        self._result: Found | None = None
        self._stop = threading.Event()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="petct-run", daemon=True)

    @property
    def progress(self) -> Progress:
        """Where it stands now."""
        return self._progress

    @property
    def result(self) -> Found | None:
        """The answer, once the state is done."""
        return self._result

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def cancel(self, timeout_s: float = 5.0) -> bool:
        """End it at once; whether it has ended."""
        self._stop.set()
        return self.wait(timeout_s)

    def wait(self, timeout_s: float | None = None) -> bool:
        """Until it is over, done or not."""
        return self._over.wait(timeout_s)

    def _run(self) -> None:
        began = self._clock()
        try:
            self._say(Progress(State.RUNNING))
            last = self._with_child(began)
        except (OSError, EOFError, ValueError):
            last = Progress(State.FAILED, problem=LOST)
        self._order = None
        self._say(last)
        self._over.set()

    def _with_child(self, began: float) -> Progress:
        context = context_of(__name__)
        ours, theirs = context.Pipe()
        child = context.Process(target=_work, args=(theirs,), daemon=True)
        child.start()
        theirs.close()
        sender = threading.Thread(target=_send, args=(ours, self._order), name="petct-send", daemon=True)
        sender.start()
        try:
            return self._listen(ours, began)
        finally:
            if child.is_alive() and self._progress.state is not State.DONE:
                child.kill()
            child.join()
            sender.join(LOOK_EVERY_S)
            ours.close()
            child.close()

    def _listen(self, line: Connection, began: float) -> Progress:
        while not self._stop.is_set():
            if self._clock() - began > LONGEST_S:
                return Progress(State.FAILED, problem=TOO_LONG)
            if not line.poll(LOOK_EVERY_S):
                continue
            said = line.recv()
            if isinstance(said, float):
                self._say(_left(said, self._clock() - began))
            else:
                self._result = receive_in_pieces(line, said)
                return Progress(State.DONE, 1.0, 0.0)
        return Progress(State.CANCELLED)

    def _say(self, progress: Progress) -> None:
        self._progress = progress
        self._changed(progress)


def _left(share: float, gone_s: float) -> Progress:
    left = gone_s * (1 - share) / share if share >= LEAST_SHARE else None
    return Progress(State.RUNNING, share, left)


def _send(line: Connection, order: Order | None) -> None:
    """From a thread of its own: a child that dies leaves the pipe full."""
    if order is not None:
        with contextlib.suppress(OSError, ValueError):
            send_in_pieces(line, (replace(order, members=()), [member.name for member in order.members]))
            for member in order.members:  # a string of bytes would be copied into the pickled words
                line.send_bytes(member.content)


def _work(line: Connection) -> None:
    """The child: an order in, shares and an answer out."""
    _step_back()
    with contextlib.suppress(OSError, EOFError):
        order, names = receive_in_pieces(line)
        members = tuple(Member(name, line.recv_bytes()) for name in names)
        send_in_pieces(line, _without_loose_ends(carry_out(replace(order, members=members), line.send)))


def _without_loose_ends(found: Found) -> Found:
    """Masks as whole arrays, so that what is sent is no larger than what is meant."""
    return found if isinstance(found, Indeterminate) else replace(found, specimen=found.specimen.copy())


def _step_back() -> None:
    """Leave the processor to whoever draws the picture."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - its windll exists only there

        ctypes.windll.kernel32.SetPriorityClass(ctypes.windll.kernel32.GetCurrentProcess(), BELOW_NORMAL)
    else:
        os.nice(NICER)
