"""A line between two programs that a test can cut: after so many bytes in one direction, or not at all."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress


class Line:
    """Forwards `port` to `target`. `cut_after` bytes from the caller, both ends are closed; `silent_answers`: nothing comes back before the cut."""

    def __init__(self, target: int, *, cut_after: int | None = None, cut_answers_after: int | None = None) -> None:
        self._target, self.cut_after, self.cut_answers_after = target, cut_after, cut_answers_after
        self.calls = 0
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = self._server.getsockname()[1]
        self._threads: list[threading.Thread] = []
        self._sockets: list[socket.socket] = []
        self._start(self._accept)

    def stop(self) -> None:
        for one in [self._server, *self._sockets]:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
        for thread in self._threads:
            thread.join(5)

    def _start(self, work, *arguments):
        thread = threading.Thread(target=work, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self):
        with suppress(OSError):
            while True:
                near, _ = self._server.accept()
                self.calls += 1
                far = socket.create_connection(("127.0.0.1", self._target))
                self._sockets += [near, far]
                self._start(self._carry, near, far, self.cut_after)
                self._start(self._carry, far, near, self.cut_answers_after)

    @staticmethod
    def _carry(source, sink, limit):
        carried = 0
        with suppress(OSError):
            while data := source.recv(4096):
                carried += len(data)
                if limit is not None and carried > limit:
                    break
                sink.sendall(data)
        for one in (source, sink):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
