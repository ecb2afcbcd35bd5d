"""Shows a navigation program what this console sees, and hears where its tools are. A slow listener misses pictures; the live picture never waits.

The console listens, as 3D Slicer and PLUS expect of a source. What is shown is put into slots, one a name, newest wins; each listener has a thread
that packs and sends what is newest. No name, number or date of a patient is ever sent.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from contextlib import suppress

from devices.errors import DeviceRefused
from devices.igtlink.messages import HEADER, NotUnderstood, Picture, Point, Pose, header_of, image, point, pose_of

PORT = 18944
MOST_LISTENERS = 4
SEND_WITHIN_S = 2.0  # a listener that takes longer is let go
LOOK_S = 0.25
LOOPBACK = "127.0.0.1"


class Link:
    """Listens on `host`:`port` from the moment it is made until `close`; port 0 takes a free one. Every call returns at once, from any thread.

    `guests` are the addresses that may come in, beside this computer; none: whoever reaches the port.
    """

    def __init__(
        self, host: str = "127.0.0.1", port: int = PORT, *, guests: frozenset[str] = frozenset(), heard: Callable[[Pose], None] = lambda _pose: None
    ) -> None:  # fmt: skip
        self._heard, self._guests = heard, guests
        self._slots: dict[str, tuple[int, Picture | Point]] = {}
        self._number = 0
        self._fresh = threading.Condition()
        self._poses: dict[str, Pose] = {}
        self._over = threading.Event()
        self._lines: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        try:
            self._server = socket.create_server((host, port))
        except OSError:
            raise DeviceRefused(
                "Navigation", f"Port {port} cannot be listened on: another program has it. Choose another in the settings."
            ) from None
        self._server.settimeout(LOOK_S)
        self._begin(self._accept)

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._server.getsockname()[1])

    @property
    def listeners(self) -> int:
        """How many programs are connected."""
        return len(self._lines)

    def show(self, what: Picture | Point) -> None:
        """Put it in its slot, in the place of what was there; the pixels must not change afterwards."""
        with self._fresh:
            self._number += 1
            self._slots[what.name] = (self._number, what)
            self._fresh.notify_all()

    def pose(self, name: str) -> Pose | None:
        """The newest pose of a tool; its `at_s` says how old it is."""
        return self._poses.get(name)

    def close(self) -> None:
        """Hang up; harmless twice."""
        self._over.set()
        with self._fresh:
            self._fresh.notify_all()
        for line in list(self._lines):
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
        for thread in list(self._threads):
            thread.join(SEND_WITHIN_S + 1.0)
        self._server.close()

    def _begin(self, work: Callable[..., None], *arguments: socket.socket) -> None:
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        thread = threading.Thread(target=work, args=arguments, name="igtlink", daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._over.is_set():
            try:
                line, peer = self._server.accept()
            except TimeoutError:
                continue
            except OSError:
                return
            if len(self._lines) >= MOST_LISTENERS or (self._guests and peer[0] not in self._guests | {LOOPBACK}):
                line.close()
                continue
            line.settimeout(SEND_WITHIN_S)
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._lines.add(line)
            self._begin(self._tell, line)
            self._begin(self._hear, line)

    def _tell(self, line: socket.socket) -> None:
        sent = 0
        with suppress(OSError):
            while line in self._lines and not self._over.is_set():
                with self._fresh:
                    self._fresh.wait_for(lambda seen=sent: self._over.is_set() or self._number > seen, LOOK_S)  # type: ignore[misc]
                    due = sorted((slot for slot in self._slots.values() if slot[0] > sent), key=lambda slot: slot[0])
                for number, what in due:
                    line.sendall(image(what) if isinstance(what, Picture) else point(what))
                    sent = number
        self._drop(line)

    def _hear(self, line: socket.socket) -> None:
        with suppress(OSError, NotUnderstood):
            while not self._over.is_set():
                header = header_of(self._read(line, HEADER.size))
                body = self._read(line, header.size)
                with suppress(NotUnderstood):  # a damaged pose, or words of another kind: the next may be sound
                    pose = pose_of(header, body)
                    self._poses[pose.name] = pose
                    self._heard(pose)
        self._drop(line)

    def _read(self, line: socket.socket, count: int) -> bytes:
        """So many bytes; who is silent between messages is waited for, who hangs up is an `OSError`."""
        content = bytearray()
        while len(content) < count:
            try:
                piece = line.recv(count - len(content))
            except TimeoutError:
                if self._over.is_set() or content:
                    raise
                continue
            if not piece:
                raise ConnectionError
            content += piece
        return bytes(content)

    def _drop(self, line: socket.socket) -> None:
        self._lines.discard(line)
        with suppress(OSError):
            line.shutdown(socket.SHUT_RDWR)
        line.close()
