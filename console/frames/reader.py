"""Frames from files that nobody vouches for, decoded in a child process with bounded memory and time: a damaged picture may crash a library."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from console.faults import ImportRefused
from console.frames.pictures import LARGEST_FILE, MOST_TOTAL, NOTHING, Raw, decode_frames
from devices.apart import ChildLost, ChildStalled, Teller, apart

PATIENCE_S = 10.0  # beyond what the size explains; the first child of a program loads its libraries
SLOWEST_BYTES_PER_S = 10e6
ALLOWANCE_BYTES = LARGEST_FILE + 4 * MOST_TOTAL + (1 << 30)  # the file, its frames twice, and room for the libraries


def read_frames(path: Path) -> tuple[Raw, ...]:
    """All frames in a file, (rows, columns) uint8 or uint16 each, all of one shape, read-only; `ImportRefused` says what is wrong."""
    patience_s = PATIENCE_S + _size(path) / SLOWEST_BYTES_PER_S
    try:
        with apart(_work, (str(path),), patience_s=patience_s, allowance_bytes=ALLOWANCE_BYTES) as child:
            head = child.words()
            if "refused" in head:
                raise ImportRefused(head["refused"])
            stack = np.empty(tuple(head["shape"]), dtype=np.dtype(head["kind"]))
            for frame in stack:
                child.fill(frame)
    except ChildStalled:
        raise ImportRefused(f"{path.name} takes too long to read. {NOTHING}") from None
    except ChildLost:
        raise ImportRefused(f"{path.name} is damaged: reading it fails. {NOTHING}") from None
    stack.flags.writeable = False
    return tuple(stack)


def _size(path: Path) -> int:
    """Bytes to wait for; what cannot be asked is refused by the child in words."""
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0


def _work(tell: Teller, arguments: tuple[str, ...]) -> None:
    """The child: its answer is a sentence, or the frames."""
    try:
        frames = decode_frames(Path(arguments[0]))
    except ImportRefused as refused:
        tell.words(refused=str(refused))
        return
    tell.words(shape=[len(frames), *frames[0].shape], kind=frames[0].dtype.str)
    for frame in frames:
        tell.array(frame)
