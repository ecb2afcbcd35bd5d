"""Analyses a running scan in a child process at low priority, so that neither the picture nor the scan shares an interpreter with seconds of work.

The child reads the scan's own file while it grows, which is what its format allows; nothing large travels between the two.
"""

from __future__ import annotations

import contextlib
import os
import threading
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

from algorithms.microwave.analysis import Analysis, analyse_scan
from algorithms.microwave.readings import Second
from console.acquisition.readings_file import read_scan_so_far
from devices.apart import context_of, put_down

PATIENCE_S = 120.0
LOOK_EVERY_S = 0.1
NICER = 10


def analyse_apart(path: Path, pairs: int, over: threading.Event, second: Second | None = None) -> Analysis | None:
    """The analysis of the first `pairs` of the scan at `path`, with its `second` look; None when it failed, took too long, or `over` was set."""
    context = context_of(__name__)
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_work, args=(str(path), pairs, second, theirs), daemon=True)
    child.start()
    theirs.close()
    try:
        return _received(ours, over)
    finally:
        ours.close()
        put_down(child)


def _received(line: Connection, over: threading.Event) -> Analysis | None:
    waited = 0.0
    while not line.poll(LOOK_EVERY_S):
        waited += LOOK_EVERY_S
        if over.is_set() or waited > PATIENCE_S:
            return None
    try:
        found = line.recv()
    except EOFError:  # the child died
        return None
    return found if isinstance(found, Analysis) else None


def _work(path: str, pairs: int, second: Second | None, line: Connection) -> None:
    """The child; its answer is one record, or nothing."""
    if hasattr(os, "nice"):
        os.nice(NICER)
    with contextlib.suppress(OSError, ValueError):
        line.send(analyse_scan(replace(read_scan_so_far(Path(path), pairs), second=second)))
