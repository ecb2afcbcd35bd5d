"""The hospital's archive, as far as asking whether it is there: C-ECHO with short timeouts, so that a silent network never holds anything up."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable

from pynetdicom import AE, evt
from pynetdicom.association import Association

from devices.device import DeviceKind, Identity
from devices.errors import DeviceAbsent, DeviceRefused

CALLING_AE = "RIMLIGHT"
VERIFICATION = "1.2.840.10008.1.1"
TIMEOUT_S = 2.0  # each for the connection, the association and the answer: at most three of them in a row


class EchoPacs:
    """A DICOM archive at `host`:`port` that is called `called_ae`. Answers or fails within three times `timeout_s`."""

    kind = DeviceKind.PACS

    def __init__(
        self,
        address: str,
        called_ae: str,
        host: str,
        port: int,
        *,
        timeout_s: float = TIMEOUT_S,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.address = address
        self._called_ae, self._host, self._port = called_ae, host, port
        self._clock = clock
        self._one_at_a_time = threading.Lock()
        self._entity = AE(ae_title=CALLING_AE)
        self._entity.add_requested_context(VERIFICATION)
        self._entity.connection_timeout = self._entity.acse_timeout = self._entity.dimse_timeout = timeout_s
        self._entity.network_timeout = timeout_s
        self._identity = Identity("", called_ae, "", "", simulated=False)
        self.echo()

    def identify(self) -> Identity:
        """The archive's title, and what software it said it runs."""
        return self._identity

    def echo(self) -> float:
        """Associate, C-ECHO, release; seconds until it answered."""
        with self._one_at_a_time:
            began = self._clock()
            association = self._associate()
            try:
                status = association.send_c_echo()
            except (RuntimeError, ValueError) as cause:  # pynetdicom's words for "it went away just now"
                raise DeviceAbsent(self._called_ae, "The archive hung up.") from cause
            finally:
                association.release()
            if "Status" not in status:
                raise DeviceAbsent(self._called_ae, "The archive took the call, then fell silent.")
            if status.Status != 0:
                raise DeviceRefused(self._called_ae, f"The archive answered with status {status.Status:#06x}.")
            return self._clock() - began

    def check(self) -> None:
        """As `echo`."""
        self.echo()

    def close(self) -> None:
        """End what may still be open: each echo lets go by itself."""
        self._entity.shutdown()

    def _associate(self) -> Association:
        association = self._entity.associate(
            self._host, self._port, ae_title=self._called_ae, evt_handlers=[(evt.EVT_CONN_OPEN, _without_delay)]
        )
        if association.is_established:
            version = association.acceptor.implementation_version_name or ""
            self._identity = Identity("", self._called_ae, "", str(version), simulated=False)
            return association
        if association.is_rejected:
            raise DeviceRefused(self._called_ae, "The archive does not know this console. Have its title RIMLIGHT entered there.")
        raise DeviceAbsent(self._called_ae, "The archive does not answer. Check the network and the address.")


def _without_delay(event: evt.Event) -> None:
    """Send small messages at once: Nagle's algorithm halves the rate of DICOM's short exchanges."""
    connection = event.assoc.dul.socket
    if connection is not None and connection.socket is not None:
        connection.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
