"""A line to a controller that speaks in lines, over the network or a serial port: every call ends by its deadline.

The serial port is driven through the system itself, because one adapter is no reason for a library; Windows has none of that, and its consoles
use the network.
"""

from __future__ import annotations

import contextlib
import os
import select
import socket
import sys
import time
from typing import Protocol

from devices.errors import DeviceAbsent

CONNECT_S = 2.0
BAUD = 921_600


class Line(Protocol):
    """Bytes there and back; `TimeoutError` or another `OSError` when the deadline (monotonic s) passes or the line ends."""

    def send(self, content: bytes, until: float) -> None:
        """All of it."""

    def receive(self, until: float) -> bytes:
        """At least one byte."""

    def waiting(self) -> bool:
        """Whether there is something to hear that nobody asked for, or the line has ended."""

    def close(self) -> None:
        """Hang up; harmless twice."""


class TcpLine:
    """Over the network."""

    def __init__(self, host: str, port: int) -> None:
        self._socket = socket.create_connection((host, port), timeout=CONNECT_S)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def send(self, content: bytes, until: float) -> None:
        """All of it."""
        self._socket.settimeout(_left(until))
        self._socket.sendall(content)

    def receive(self, until: float) -> bytes:
        """What has come."""
        self._socket.settimeout(_left(until))
        return _some(self._socket.recv(4096))

    def waiting(self) -> bool:
        """Whether it speaks unasked."""
        return bool(select.select([self._socket], [], [], 0)[0])

    def close(self) -> None:
        """Whoever waits on it wakes."""
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()


class SerialLine:
    """Over a serial port of a POSIX system: raw, 921,600 baud, 8N1."""

    def __init__(self, path: str) -> None:
        self._port = os.open(path, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK)
        try:
            _make_raw(self._port)
        except BaseException:
            os.close(self._port)
            raise
        self._open = True

    def send(self, content: bytes, until: float) -> None:
        """All of it."""
        while content:
            if not select.select([], [self._port], [], _left(until))[1]:
                raise TimeoutError
            content = content[os.write(self._port, content) :]

    def receive(self, until: float) -> bytes:
        """What has come."""
        if not select.select([self._port], [], [], _left(until))[0]:
            raise TimeoutError
        return _some(os.read(self._port, 4096))

    def waiting(self) -> bool:
        """Whether it speaks unasked."""
        return bool(select.select([self._port], [], [], 0)[0])

    def close(self) -> None:
        """Let go of the port."""
        if self._open:
            self._open = False
            os.close(self._port)


def open_serial(path: str) -> Line:
    """The port at `path`."""
    if sys.platform == "win32":
        raise DeviceAbsent("Projector", "A serial controller needs a Linux console. Connect it by network: dmd:tcp://host:port.")
    return SerialLine(path)


def _make_raw(port: int) -> None:
    import termios  # noqa: PLC0415 - there is none on Windows
    import tty  # noqa: PLC0415

    tty.setraw(port)
    modes = termios.tcgetattr(port)
    modes[2] = (modes[2] | termios.CREAD | termios.CLOCAL) & ~(termios.PARENB | termios.CSTOPB)
    modes[4] = modes[5] = getattr(termios, f"B{BAUD}", termios.B115200)
    termios.tcsetattr(port, termios.TCSANOW, modes)
    termios.tcflush(port, termios.TCIOFLUSH)


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _some(content: bytes) -> bytes:
    if not content:
        raise ConnectionResetError
    return content
