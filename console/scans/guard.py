"""Runs a decoder in a child process: a damaged file may crash or stall a library, and must not do so to the console."""

from __future__ import annotations

import contextlib
import json
import multiprocessing
import os
import sys
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from console.faults import ImportRefused
from console.scans.containers import Unreadable
from console.scans.decoding import Decoded, decode

PATIENCE_S = 8.0  # beyond what the size explains
SLOWEST_BYTES_PER_S = 20e6
CHUNK_BYTES = 32 * 1024 * 1024
LARGEST_MEMORY = 8 * 1024**3  # address space, of which libraries reserve much and use little
LARGEST_FILE = 4 * 1024**3
NOTHING = "Nothing was imported."


def guarded_decode(path: Path) -> Decoded:
    """The content of a file, or `ImportRefused` in one sentence; never a crash, never a hang."""
    try:
        size = path.stat().st_size
        with path.open("rb"):
            pass
    except OSError as error:
        raise ImportRefused(f"{path.name} cannot be read: {error.strerror or 'the system refuses'}.") from None
    if size > LARGEST_FILE:
        raise ImportRefused(f"{path.name} is larger than {LARGEST_FILE // 1024**3} GB. {NOTHING}")
    context = _context()
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_work, args=(str(path), theirs), daemon=True)
    child.start()
    theirs.close()
    try:
        return _received(ours, path.name, PATIENCE_S + size / SLOWEST_BYTES_PER_S)
    finally:
        ours.close()
        if child.is_alive():
            child.join(1.0)
        if child.is_alive():
            child.kill()
        child.join()
        child.close()


def _context() -> SpawnContext | ForkServerContext:
    """Never a plain fork, which would copy the console's threads half-way through what they do."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])  # the first file pays for the libraries, the next start at once
    return context


def _work(path: str, line: Connection) -> None:
    """The child: read, check, and send words as JSON and arrays as bytes."""
    _bound_memory()
    try:
        found = decode(Path(path))
    except Unreadable as error:
        line.send_bytes(json.dumps({"refused": str(error)}).encode())
        return
    except (
        OSError,
        ValueError,
        KeyError,
        TypeError,
        RuntimeError,
        OverflowError,
        MemoryError,
        EOFError,
        ArithmeticError,
        AttributeError,
        LookupError,
    ):
        line.send_bytes(json.dumps({"refused": "is damaged, or not a scan"}).encode())
        return
    forms = {name: [array.dtype.str, *array.shape] for name, array in found.arrays.items()}
    line.send_bytes(json.dumps({"kind": found.kind, "words": found.words, "forms": forms}, allow_nan=False).encode())
    for array in found.arrays.values():
        content = np.ascontiguousarray(array).reshape(-1).view(np.uint8).data
        for start in range(0, len(content), CHUNK_BYTES):
            line.send_bytes(content[start : start + CHUNK_BYTES])


def _received(line: Connection, name: str, patience_s: float) -> Decoded:
    try:
        if not line.poll(patience_s):
            raise ImportRefused(f"{name} takes too long to read. {NOTHING}")
        head = json.loads(line.recv_bytes())
        if "refused" in head:
            raise ImportRefused(f"{name} {head['refused']}. {NOTHING}")
        return Decoded(head["kind"], head["words"], {key: _array(line, form, name) for key, form in head["forms"].items()})
    except (EOFError, OSError):
        raise ImportRefused(f"{name} is damaged: reading it fails. {NOTHING}") from None


def _array(line: Connection, form: list[Any], name: str) -> npt.NDArray[Any]:
    found = np.empty(tuple(form[1:]), dtype=np.dtype(form[0]))
    content = found.reshape(-1).view(np.uint8).data
    place = 0
    while place < len(content):
        if not line.poll(PATIENCE_S):
            raise ImportRefused(f"{name} takes too long to read. {NOTHING}")
        place += line.recv_bytes_into(content[place:])
    return found


def _bound_memory() -> None:
    """Where the system can: a file that asks for more than any scan needs is refused by the system."""
    os.environ["OMP_NUM_THREADS"] = "1"
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - there is none on Windows

    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (LARGEST_MEMORY, LARGEST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
