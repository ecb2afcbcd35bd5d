"""Runs a decoder in a child process: a damaged file may crash or stall a library, and must not do so to the console."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from console.faults import ImportRefused
from console.scans.containers import Unreadable
from console.scans.decoding import Decoded, decode
from devices.apart import ChildLost, ChildStalled, Listener, Teller, apart

PATIENCE_S = 8.0  # beyond what the size explains
SLOWEST_BYTES_PER_S = 20e6
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
    patience_s = PATIENCE_S + size / SLOWEST_BYTES_PER_S
    try:
        with apart(_work, (str(path),), patience_s=patience_s, allowance_bytes=LARGEST_MEMORY) as child:
            return _received(child, path.name)
    except ChildStalled:
        raise ImportRefused(f"{path.name} takes too long to read. {NOTHING}") from None
    except ChildLost:
        raise ImportRefused(f"{path.name} is damaged: reading it fails. {NOTHING}") from None


def _work(tell: Teller, arguments: tuple[str, ...]) -> None:
    """The child: read, check, and send words and arrays."""
    try:
        found = decode(Path(arguments[0]))
    except Unreadable as error:
        tell.words(refused=str(error))
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
        tell.words(refused="is damaged, or not a scan")
        return
    forms = {name: [array.dtype.str, *array.shape] for name, array in found.arrays.items()}
    tell.words(kind=found.kind, words=found.words, forms=forms)
    for array in found.arrays.values():
        tell.array(array)


def _received(child: Listener, name: str) -> Decoded:
    head = child.words()
    if "refused" in head:
        raise ImportRefused(f"{name} {head['refused']}. {NOTHING}")
    arrays = {key: np.empty(tuple(form[1:]), dtype=np.dtype(form[0])) for key, form in head["forms"].items()}
    for array in arrays.values():
        child.fill(array)
    return Decoded(head["kind"], head["words"], arrays)
