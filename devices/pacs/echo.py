"""The hospital's archive, as far as asking whether it is there: C-ECHO with short timeouts, so that a silent network never holds anything up."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from pynetdicom import build_context

from devices.device import DeviceKind, Identity
from devices.errors import DeviceAbsent, DeviceRefused
from devices.hospital import Local, Peer
from devices.pacs.client import association

VERIFICATION = "1.2.840.10008.1.1"
TIMEOUT_S = 2.0  # each for the connection, the association and the answer: at most three of them in a row


class EchoPacs:
    """A DICOM application entity that is asked whether it is there. Answers or fails within three times `timeout_s`."""

    kind = DeviceKind.PACS

    def __init__(
        self, address: str, peer: Peer, local: Local | None = None, *, timeout_s: float = TIMEOUT_S, clock: Callable[[], float] = time.monotonic
    ) -> None:  # fmt: skip
        self.address = address
        self._peer, self._local, self._timeout_s, self._clock = peer, local or Local(), timeout_s, clock
        self._one_at_a_time = threading.Lock()
        self._identity = Identity("", peer.title, "", "", simulated=False)
        self.echo()

    def identify(self) -> Identity:
        """The archive's title, and what software it said it runs."""
        return self._identity

    def echo(self) -> float:
        """Associate, C-ECHO, release; seconds until it answered."""
        title, limit_s = self._peer.title, self._timeout_s
        with self._one_at_a_time:
            began = self._clock()
            with association(self._peer, self._local, [build_context(VERIFICATION)], timeout_s=limit_s, answer_s=limit_s) as line:
                self._identity = Identity("", title, "", str(line.acceptor.implementation_version_name or ""), simulated=False)
                try:
                    status = line.send_c_echo()
                except (RuntimeError, ValueError) as cause:  # pynetdicom's words for "it went away just now"
                    raise DeviceAbsent(title, "It hung up.") from cause
            if "Status" not in status:
                raise DeviceAbsent(title, "It took the call, then fell silent.")
            if status.Status != 0:
                raise DeviceRefused(title, f"It answered with status {status.Status:#06x}.")
            return self._clock() - began

    def check(self) -> None:
        """As `echo`."""
        self.echo()

    def close(self) -> None:
        """Nothing is held: each echo lets go by itself."""
