"""The child's end of a camera: frames out, orders in, over one socket; it ends when the console does, whatever the driver is doing.

Each message is the length of its words (4 bytes, big-endian), the words as JSON, and as many bytes as they say under `bytes`.
"""

from __future__ import annotations

import json
import os
import select
import socket
import struct
import sys
import threading
from collections.abc import Callable
from typing import Any, Protocol

READ_S = 0.05
Words = dict[str, Any]
Buffer = bytes | bytearray | memoryview


class Refusal(Exception):
    """The camera cannot do this; the text names the setting."""


class Driver(Protocol):
    """A vendor's camera, streaming."""

    def hello(self) -> Words:
        """maker, model, serial, firmware, simulated."""

    def read(self, limit_s: float) -> tuple[Words, Buffer] | None:
        """The next frame, or None; words without bytes say `lost`."""

    def apply(self, wanted: Words) -> Words:
        """Set it up and read it back; `Refusal` when it cannot."""

    def fire(self) -> None:
        """Trigger by software."""

    def release(self) -> None:
        """Let go."""


def serve(open_driver: Callable[[str], Driver]) -> None:
    """Read from standard input where to connect and which camera to open, then serve until the other end goes away."""
    orders = json.loads(sys.stdin.readline())
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with socket.create_connection(("127.0.0.1", orders["port"])) as line:
        line.sendall(bytes.fromhex(orders["token"]))
        try:
            driver = open_driver(orders["camera"])
        except ImportError:
            send(line, {"absent": "library"})
            return
        except Exception:  # noqa: BLE001 - whatever a driver throws: there is no such camera
            send(line, {"absent": "camera"})
            return
        try:
            send(line, {"hello": driver.hello()})
            _stream(line, driver)
        except (BrokenPipeError, ConnectionError):
            return
        finally:
            driver.release()


def send(line: socket.socket, words: Words, content: Buffer = b"") -> None:
    """One message."""
    text = json.dumps({**words, "bytes": len(content)}).encode()
    line.sendall(struct.pack(">I", len(text)) + text)
    if content:
        line.sendall(content)


def _stream(line: socket.socket, driver: Driver) -> None:
    while True:
        while select.select([line], [], [], 0)[0]:
            order = _received(line)
            if order is None:
                return
            send(line, _obeyed(driver, order))
        found = driver.read(READ_S)
        if found is not None:
            send(line, *found)


def _obeyed(driver: Driver, order: Words) -> Words:
    try:
        if "apply" in order:
            return {"settings": driver.apply(order["apply"])}
        driver.fire()
    except Refusal as refusal:
        return {"refused": str(refusal)}
    except Exception:  # noqa: BLE001 - a driver's own words may say anything
        return {"refused": ""}
    else:
        return {"done": True}


def _received(line: socket.socket) -> Words | None:
    head = line.recv(4, socket.MSG_WAITALL)
    if len(head) < 4:
        return None
    found: Words = json.loads(line.recv(struct.unpack(">I", head)[0], socket.MSG_WAITALL))
    return found


def _end_with_parent() -> None:
    """Standard input closes when the console ends, however it ends; a driver that hangs must not outlive it."""
    sys.stdin.read()
    os._exit(0)
