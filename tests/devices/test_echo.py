"""The archive's echo against servers that refuse, stall, hang up or talk nonsense."""

from __future__ import annotations

import gc
import socket
import threading
import warnings
from contextlib import suppress

import pytest

from devices.errors import DeviceAbsent, DeviceError, DeviceRefused
from devices.hospital import Peer
from devices.pacs.echo import EchoPacs

# pynetdicom forgets to close a socket whose other end went away first; the garbage collector does it.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")


@pytest.fixture(autouse=True)
def _collected():
    """Have that happen here, not in some later test."""
    yield
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


def serve(act):
    """A listener that does `act` with whoever calls."""
    listener = socket.create_server(("127.0.0.1", 0))
    over = threading.Event()

    def run():
        with suppress(OSError):
            while True:
                line, _ = listener.accept()
                with line:
                    act(line, over)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()

    def stop():
        over.set()
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(10)

    return listener.getsockname()[1], stop


@pytest.mark.parametrize(
    "act",
    [
        lambda line, over: over.wait(15),
        lambda line, over: None,
        lambda line, over: line.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n") or over.wait(15),
    ],
    ids=["stall", "hang up", "another protocol"],
)
def test_what_is_no_archive_is_absent(act):
    port, stop = serve(act)
    try:
        with pytest.raises(DeviceAbsent):
            EchoPacs("dicom:x", Peer("PACS", "127.0.0.1", port), timeout_s=0.5)
    finally:
        stop()


def archive(status=0, title="PACS", require=False):
    from pynetdicom import AE, evt

    entity = AE(ae_title=title)
    entity.require_called_aet = require
    entity.add_supported_context("1.2.840.10008.1.1")
    return entity.start_server(("127.0.0.1", 0), block=False, evt_handlers=[(evt.EVT_C_ECHO, lambda _: status)])


def test_an_archive_that_does_not_know_us_has_refused():
    server = archive(title="OTHER", require=True)
    try:
        with pytest.raises(DeviceRefused, match="does not know this console"):
            EchoPacs("dicom:x", Peer("PACS", "127.0.0.1", server.server_address[1]), timeout_s=2)
    finally:
        server.shutdown()


def test_an_archive_that_answers_no_has_refused():
    server = archive(status=0x0122)
    try:
        with pytest.raises(DeviceRefused, match="0x0122"):
            EchoPacs("dicom:x", Peer("PACS", "127.0.0.1", server.server_address[1]), timeout_s=2)
    finally:
        server.shutdown()


def test_an_archive_that_goes_away_is_noticed_and_comes_back():
    server = archive()
    port = server.server_address[1]
    pacs = EchoPacs("dicom:x", Peer("PACS", "127.0.0.1", port), timeout_s=1)
    server.shutdown()
    with pytest.raises(DeviceError):
        pacs.check()
