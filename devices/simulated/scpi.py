"""The network side of a simulated instrument: lines in, answers out, on a loopback port, and nothing left behind when it stops."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable

LONGEST_LINE = 4096
STOP_S = 2.0


class ScpiServer:
    """Serves `answer` to each client on a thread of its own, at `127.0.0.1:port`; the port is free for the system to choose."""

    def __init__(self, answer: Callable[[str], bytes], *, longest: int = LONGEST_LINE) -> None:
        self._answer, self._longest = answer, longest
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._stopping = threading.Event()
        self._lines: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._changing = threading.Lock()
        self._begin(self._accept, "simulated-vna")

    def stop(self) -> None:
        """Hang up on everybody and end every thread; harmless twice."""
        self._stopping.set()
        with self._changing:
            open_lines = [self._listener, *self._lines]
            threads = list(self._threads)
        for line in open_lines:
            with contextlib.suppress(OSError):  # not connected (any more); on Linux this wakes accept() as well
                line.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in threads:
            if thread is not threading.current_thread():
                thread.join(STOP_S)

    def _begin(self, work: Callable[..., None], name: str, *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments, name=name, daemon=True)  # a simulator never keeps a program alive
        with self._changing:
            self._threads = [old for old in self._threads if old.is_alive()] + [thread]
            thread.start()

    def _accept(self) -> None:
        while not self._stopping.is_set():
            try:
                line, _ = self._listener.accept()
            except OSError:
                return
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self._changing:
                self._lines.add(line)
            self._begin(self._serve, "simulated-vna-client", line)

    def _serve(self, line: socket.socket) -> None:
        with contextlib.suppress(OSError), line, line.makefile("rb") as lines:
            while not self._stopping.is_set() and (asked := lines.readline(self._longest)):
                if answer := self._answer(asked.decode("ascii", "replace").strip()):
                    line.sendall(answer)
        with self._changing:
            self._lines.discard(line)
