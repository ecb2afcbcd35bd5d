"""One association from greeting to farewell: short time limits, small messages at once, TLS where it is asked for, and failures in plain words."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from pynetdicom import AE, evt
from pynetdicom.association import Association
from pynetdicom.pdu_primitives import SCP_SCU_RoleSelectionNegotiation
from pynetdicom.presentation import PresentationContext

from devices.errors import DeviceAbsent, DeviceRefused
from devices.hospital import Local, Peer
from devices.pacs.tls import client_context

TIMEOUT_S = 5.0  # for the connection and the greeting
ANSWER_S = 30.0  # for each answer: an archive may index before it says yes
Handlers = Sequence[tuple[Any, Callable[[Any], Any]]]


class NotOffered(DeviceRefused):
    """It answers, and takes none of what was proposed."""


@contextmanager
def association(
    peer: Peer, local: Local, contexts: Iterable[PresentationContext], *, handlers: Handlers = (), timeout_s: float = TIMEOUT_S,
    answer_s: float = ANSWER_S, roles: Sequence[SCP_SCU_RoleSelectionNegotiation] = (),
) -> Iterator[Association]:  # fmt: skip
    """An association that stands, released at the end; `DeviceAbsent` when nothing answers, `DeviceRefused` when it says no."""
    entity = AE(ae_title=local.title)
    entity.requested_contexts = list(contexts)
    entity.connection_timeout = entity.acse_timeout = timeout_s
    entity.dimse_timeout = entity.network_timeout = answer_s
    security = (client_context(local.certificates), peer.host) if peer.secure else None
    line = entity.associate(
        peer.host, peer.port, ae_title=peer.title, tls_args=security, ext_neg=list(roles),
        evt_handlers=[(evt.EVT_CONN_OPEN, without_delay), *handlers],
    )  # fmt: skip
    try:
        if not line.is_established:
            raise _not_established(peer, local, line)
        yield line
    finally:
        if line.is_established:
            line.release()
        entity.shutdown()
        _let_go(line)


def _let_go(line: Association) -> None:
    """The library forgets to close a socket whose other end went away first."""
    connection = line.dul.socket
    if connection is not None and connection.socket is not None:
        connection.socket.close()


def _not_established(peer: Peer, local: Local, line: Association) -> DeviceAbsent | DeviceRefused:
    if line.is_rejected:
        return DeviceRefused(peer.title, f"It does not know this console. Have its title {local.title} entered there.")
    if line.acceptor.primitive is not None and not line.accepted_contexts:
        return NotOffered(peer.title, "It is there, but does not offer what is asked of it.")
    hint = " Check the network, the address and the certificates." if peer.secure else " Check the network and the address."
    return DeviceAbsent(peer.title, f"It does not answer.{hint}")


def without_delay(event: evt.Event) -> None:
    """Send small messages at once: Nagle's algorithm halves the rate of DICOM's short exchanges."""
    connection = event.assoc.dul.socket
    if connection is not None and connection.socket is not None:
        connection.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
