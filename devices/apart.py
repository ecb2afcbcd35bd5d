"""Work on files that nobody vouches for, done in a child process with bounded memory: what crashes, stalls or swells there leaves the caller whole.

The child answers in words (JSON) and bytes, never in pickled objects: what a hostile file could make of the child must not travel.
"""

from __future__ import annotations

import contextlib
import json
import logging
import multiprocessing
import os
import sys
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:  # Windows has only one of them
    from multiprocessing.context import ForkServerContext, SpawnContext

PIPE_BYTES = 1 << 20
CHUNK_BYTES = 1 << 20  # a message is held whole by whoever receives it, and so are its other threads while it is copied
BEGINS_WITHIN_S = 60.0  # a busy computer may take long to start a process; only what the work takes is the file's doing

Work = Callable[["Teller", tuple[Any, ...]], None]


class ChildStalled(Exception):
    """The child said nothing for longer than was agreed."""


class ChildLost(Exception):
    """The child ended without finishing its answer: it crashed, or the system took it down for its memory."""


@dataclass(frozen=True, slots=True)
class Teller:
    """The child's end: say words, or the bytes of an array."""

    line: Connection

    def words(self, **said: Any) -> None:
        """Plain values only."""
        self.line.send_bytes(json.dumps(said, allow_nan=False).encode())

    def array(self, values: npt.NDArray[Any]) -> None:
        """Its bytes, in C order; the listener has to know their number."""
        content = np.ascontiguousarray(values).reshape(-1).view(np.uint8).data
        for start in range(0, len(content), CHUNK_BYTES):
            self.line.send_bytes(content[start : start + CHUNK_BYTES])


@dataclass(frozen=True, slots=True)
class Listener:
    """The caller's end: each call waits at most `patience_s`."""

    line: Connection
    patience_s: float

    def words(self) -> dict[str, Any]:
        """What the child says next."""
        return dict(json.loads(self._waited(self.line.recv_bytes)))

    def fill(self, values: npt.NDArray[Any]) -> None:
        """Take the next array straight into this contiguous one."""
        content = values.reshape(-1).view(np.uint8).data
        place = 0
        while place < len(content):
            place += int(self._waited(partial(self.line.recv_bytes_into, content[place:])))

    def _waited(self, take: Callable[[], Any]) -> Any:
        try:
            if not self.line.poll(self.patience_s):
                raise ChildStalled
            return take()
        except (EOFError, OSError, ValueError, multiprocessing.BufferTooShort):
            raise ChildLost from None


@contextlib.contextmanager
def apart(work: Work, arguments: tuple[Any, ...], *, patience_s: float, allowance_bytes: int) -> Iterator[Listener]:
    """Run `work` in a child that may grow by `allowance_bytes` of address space where the system can hold it to that; gone when the block ends.

    `work` is a function of a module; that module is loaded ahead, so that only the first child of a program pays for its libraries.
    """
    context = context_of(work.__module__)
    ours, theirs = context.Pipe(duplex=False)
    _widen(ours)
    child = context.Process(target=_run, args=(work, arguments, theirs, allowance_bytes), daemon=True)
    child.start()
    theirs.close()
    try:
        Listener(ours, BEGINS_WITHIN_S).words()
        yield Listener(ours, patience_s)
    finally:
        ours.close()
        put_down(child)


def context_of(module: str) -> SpawnContext | ForkServerContext:
    """How children are started: never by a plain fork, which would copy the caller's threads half-way through what they do.

    A program has one server that forks them, and what the first caller names is what it loads ahead; later ones load their own in the child.
    """
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__, module])
    return context


def put_down(child: BaseProcess) -> None:
    """Half a second to end by itself, then not asked again."""
    child.join(0.5)
    if child.is_alive():
        child.kill()
    child.join()
    child.close()


def _widen(line: Connection) -> None:
    """A pipe holds 64 KB unless told otherwise; the two then take turns five times as often."""
    if sys.platform.startswith("linux"):
        import fcntl  # noqa: PLC0415 - there is none on Windows

        with contextlib.suppress(OSError):
            fcntl.fcntl(line.fileno(), fcntl.F_SETPIPE_SZ, PIPE_BYTES)


def _run(work: Work, arguments: tuple[Any, ...], line: Connection, allowance_bytes: int) -> None:
    """The child: silent, because a library's warnings repeat what stands in a file, and that may name a patient."""
    logging.disable()
    warnings.simplefilter("ignore")
    os.environ["OMP_NUM_THREADS"] = "1"
    _bound_memory(allowance_bytes)
    with contextlib.suppress(BrokenPipeError, ConnectionError, MemoryError):
        Teller(line).words(begun=True)
        work(Teller(line), arguments)


def _bound_memory(allowance_bytes: int) -> None:
    if not sys.platform.startswith("linux"):
        return
    import resource  # noqa: PLC0415 - there is none on Windows

    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - no path of anybody's
        now = int(file.read().split()[0]) * resource.getpagesize()
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (now + allowance_bytes, now + allowance_bytes))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
