"""Takes calls from the hospital: scanners that push pictures, and an archive that reports what it keeps. What comes in is handed on unread.

Only callers on the list are heard. A package longer than was agreed on, or an object beyond the cap, ends the call before it fills the memory.
Nothing is decoded here: the bytes go to `keep` as they came, and the caller hears success only when `keep` has returned.
"""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from pydicom import uid
from pynetdicom import AE, evt
from pynetdicom.transport import ThreadedAssociationServer

from devices.errors import DeviceRefused
from devices.hospital import Local, Report
from devices.pacs.client import without_delay
from devices.pacs.commitment import COMMITMENT, report_of
from devices.pacs.echo import VERIFICATION
from devices.pacs.tls import server_context

PICTURES = (
    uid.CTImageStorage, uid.EnhancedCTImageStorage, uid.LegacyConvertedEnhancedCTImageStorage,
    uid.PositronEmissionTomographyImageStorage, uid.EnhancedPETImageStorage, uid.LegacyConvertedEnhancedPETImageStorage,
    uid.SegmentationStorage, uid.SecondaryCaptureImageStorage,
    uid.ComputedRadiographyImageStorage, uid.DigitalXRayImageStorageForPresentation, uid.DigitalMammographyXRayImageStorageForPresentation,
)  # fmt: skip
# No deflated syntax: half a kilobyte of it can unfold into gigabytes.
SYNTAXES = (
    "1.2.840.10008.1.2.1", "1.2.840.10008.1.2", "1.2.840.10008.1.2.5", "1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.70", "1.2.840.10008.1.2.4.80",
    "1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.91",
)  # fmt: skip
LARGEST_OBJECT = 512 * 1024 * 1024
LARGEST_PACKAGE = 1024 * 1024  # bytes of one protocol data unit; we announce an eighth of it
ANNOUNCED = 128 * 1024
RESERVE = 2 * 1024**3  # bytes that always stay free for the case store
MOST_CALLS = 6
GREETING_S = 10.0  # who says nothing for so long is hung up on
KEPT, NOT_ALLOWED, FULL, FAILED = 0x0000, 0x0124, 0xA700, 0xC001


@dataclass(frozen=True, slots=True)
class Caller:
    """Who may call: a title, and where one is named, only from that address."""

    title: str
    host: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Arrival:
    """An object as it came, with its file header, and who sent it."""

    caller: str
    sop_class: str
    instance: str
    content: bytes


def callers_of(text: str) -> tuple[Caller, ...]:
    """`TITLE, TITLE@HOST, …`."""
    parts = (part.strip().partition("@") for part in text.split(",") if part.strip())
    return tuple(Caller(title.strip(), host.strip()) for title, _, host in parts)


class Listener:
    """Listens on `port` from the moment it is made until `close`; 0 takes a free one. `keep` and `report` are called on threads of the callers.

    `keep` returns when the object is safe; an `OSError` without room becomes the status «out of resources». `free_bytes` is the room there is.
    """

    def __init__(
        self, local: Local, port: int, callers: Iterable[Caller], keep: Callable[[Arrival], object], report: Callable[[Report], object],
        free_bytes: Callable[[], int], *, secure: bool = False, host: str = "", largest_object: int = LARGEST_OBJECT, reserve: int = RESERVE,
        greeting_s: float = GREETING_S,
    ) -> None:  # fmt: skip
        self._callers = tuple(callers)
        self._keep, self._report, self._free_bytes = keep, report, free_bytes
        self._largest, self._reserve = largest_object, reserve
        entity = self._entity(local, greeting_s)
        security = server_context(local.certificates) if secure else None
        handlers: list[Any] = [
            (evt.EVT_CONN_OPEN, self._opened), (evt.EVT_C_STORE, self._stored), (evt.EVT_N_EVENT_REPORT, self._reported),
            (evt.EVT_C_ECHO, lambda _event: KEPT),
        ]  # fmt: skip
        try:
            server = entity.start_server((host, port), block=False, ssl_context=security, evt_handlers=handlers)
        except OSError:
            raise DeviceRefused(
                "Listener", f"Port {port} cannot be listened on: another program has it. Choose another in the settings."
            ) from None
        assert isinstance(server, ThreadedAssociationServer)
        self._server, self._ae = server, entity

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._server.server_address[1])

    def close(self) -> None:
        """Hang up on everybody and stop; harmless twice."""
        self._server.shutdown()
        self._server.server_close()
        self._ae.shutdown()

    def _entity(self, local: Local, greeting_s: float) -> AE:
        entity = AE(ae_title=local.title)
        entity.require_called_aet = True
        # Without anybody on the list, nobody is heard: an empty list would mean everybody to pynetdicom.
        entity.require_calling_aet = [caller.title for caller in self._callers] or ["NOBODY"]
        entity.maximum_associations, entity.maximum_pdu_size = MOST_CALLS, ANNOUNCED
        entity.acse_timeout, entity.dimse_timeout, entity.network_timeout = greeting_s, 60.0, 60.0
        entity.add_supported_context(VERIFICATION)
        entity.add_supported_context(COMMITMENT, scu_role=True, scp_role=True)
        for picture in PICTURES:
            entity.add_supported_context(picture, list(SYNTAXES))
        return entity

    def _opened(self, event: Any) -> None:
        """Before a byte is read: nobody from elsewhere, nothing without measure."""
        without_delay(event)
        line = event.assoc.dul.socket
        if line is None or line.socket is None:
            return
        hosts = {caller.host for caller in self._callers}
        if not self._callers or ("" not in hosts and _address(event) not in hosts):
            line.socket.shutdown(socket.SHUT_RDWR)
            return
        line.recv = Meter(line.recv, line.socket, self._largest)

    def _stored(self, event: Any) -> int:
        _rewind(event)
        request = event.request
        if not self._knows(event):
            return NOT_ALLOWED
        if self._free_bytes() < self._reserve + len(request.DataSet.getbuffer()):
            return FULL
        arrival = Arrival(
            event.assoc.requestor.ae_title.strip(),
            str(request.AffectedSOPClassUID),
            str(request.AffectedSOPInstanceUID),
            event.encoded_dataset(),
        )
        try:
            self._keep(arrival)
        except OSError as error:
            return FULL if error.errno in {errno.ENOSPC, errno.EDQUOT} else FAILED
        except Exception:  # noqa: BLE001 - whatever it was, it was not kept, and the caller must know
            return FAILED
        return KEPT

    def _reported(self, event: Any) -> tuple[int, None]:
        _rewind(event)
        if not self._knows(event):
            return NOT_ALLOWED, None
        try:
            self._report(report_of(event.event_information))
        except Exception:  # noqa: BLE001 - the archive tells it again
            return 0x0110, None
        return KEPT, None

    def _knows(self, event: Any) -> bool:
        title, host = event.assoc.requestor.ae_title.strip(), _address(event)
        return any(caller.title == title and caller.host in {"", host} for caller in self._callers)


class Meter:
    """Reads for pynetdicom, and hangs up when a package is longer than agreed, or an object longer than allowed."""

    def __init__(self, read: Callable[[int], bytearray], line: socket.socket, largest: int) -> None:
        self._read, self._line, self._largest = read, line, largest
        self._taken = 0

    def __call__(self, wanted: int) -> bytearray:
        """So many bytes, or the end of the call."""
        self._taken += wanted
        if wanted > LARGEST_PACKAGE or self._taken > self._largest:
            self._line.shutdown(socket.SHUT_RDWR)
            raise OSError(errno.EMSGSIZE, "too long")
        return self._read(wanted)

    def rewind(self) -> None:
        """The object has arrived whole: the next one may be as long."""
        self._taken = 0


def _rewind(event: Any) -> None:
    line = event.assoc.dul.socket
    if line is not None and isinstance(line.recv, Meter):
        line.recv.rewind()


def _address(event: Any) -> str:
    return str(event.assoc.requestor.address or "").removeprefix("::ffff:")
