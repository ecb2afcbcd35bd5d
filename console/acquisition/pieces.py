"""Large things through a pipe, a little at a time: a message that is pickled whole holds every thread of its process while its arrays are copied,
and with them the live picture.
"""

from __future__ import annotations

import pickle
from multiprocessing.connection import Connection
from typing import Any

import numpy as np

from devices.apart import Teller


def send_in_pieces(line: Connection, thing: object) -> None:
    """Arrays go straight from where they lie, if they lie in one piece; the rest is pickled."""
    large: list[pickle.PickleBuffer] = []
    words = pickle.dumps(thing, protocol=5, buffer_callback=large.append)
    contents = [one.raw() for one in large]
    line.send(tuple(len(content) for content in contents))
    line.send_bytes(words)
    for content in contents:
        Teller(line).array(np.frombuffer(content, np.uint8))


def receive_in_pieces(line: Connection, sizes: tuple[int, ...] | None = None) -> Any:
    """What was sent; `sizes` where the first message was read already. Only from a process that this one began."""
    sizes = line.recv() if sizes is None else sizes
    words, contents = line.recv_bytes(), [bytearray(size) for size in sizes]
    for content in contents:
        place, view = 0, memoryview(content)
        while place < len(content):
            place += line.recv_bytes_into(view[place:])
    return pickle.loads(words, buffers=contents)  # noqa: S301 - our own child's words
