"""Who may call and what they may bring: strangers, giants, liars, a full disk, and a scanner that is in order."""

from __future__ import annotations

import errno
import socket
import struct
import threading

import pytest
from pynetdicom import AE

from devices.errors import DeviceRefused
from devices.hospital import Local
from devices.pacs.listener import LARGEST_PACKAGE, Caller, Listener, callers_of
from tests.devices.pacs import objects
from tests.devices.pacs.test_send import body, wait_for

pytestmark = [
    pytest.mark.filterwarnings("ignore:unclosed <s:ResourceWarning"),  # pynetdicom, of callers that it hung up on
    pytest.mark.filterwarnings("ignore:Exception ignored in. <s:pytest.PytestUnraisableExceptionWarning"),
]
PLENTY = 10**12


class Desk:
    """A listener for a test, and what it was given."""

    def __init__(self, callers="CT1", *, free=PLENTY, fails=None, **how):
        self.arrivals, self.fails = [], fails
        self.listener = Listener(
            Local(), 0, callers_of(callers), self._keep, lambda _report: None, lambda: free, host="127.0.0.1", greeting_s=1.0, **how
        )  # fmt: skip

    def _keep(self, arrival):
        if self.fails is not None:
            raise self.fails
        self.arrivals.append(arrival)


@pytest.fixture
def desk():
    opened = []

    def make(*arguments, **how):
        opened.append(Desk(*arguments, **how))
        return opened[-1]

    yield make
    for one in opened:
        one.listener.close()


def push(desk, made, title="CT1", called="RIMLIGHT"):
    """The status, or None when the call did not come through."""
    entity = AE(ae_title=title)
    entity.acse_timeout = entity.dimse_timeout = entity.network_timeout = 10
    entity.add_requested_context(made.SOPClassUID, made.file_meta.TransferSyntaxUID)
    line = entity.associate("127.0.0.1", desk.listener.port, ae_title=called)
    if not line.is_established:
        return None
    status = line.send_c_store(made)
    if line.is_established:
        line.release()
    return status.get("Status")


def test_what_a_scanner_pushes_is_handed_on_byte_for_byte(desk):
    at, made = desk(), objects.picture(200)
    assert push(at, made) == 0
    (arrival,) = at.arrivals
    assert (arrival.caller, arrival.instance) == ("CT1", made.SOPInstanceUID)
    assert body(arrival.content) == body(objects.content_of(made))
    assert "Alma" not in repr(arrival)


def test_strangers_are_not_heard(desk):
    at, made = desk("CT1, PET1@127.0.0.9"), objects.picture()
    assert push(at, made, title="CT2") is None
    assert push(at, made, called="OTHER") is None
    assert push(at, made, title="PET1") == 0x0124  # the right name from the wrong place
    assert push(desk("CT1@127.0.0.9"), made) is None  # nobody from here at all
    assert push(desk(""), made) is None
    assert not at.arrivals
    assert callers_of(" CT1 , PET1@10.0.0.7,,") == (Caller("CT1"), Caller("PET1", "10.0.0.7"))


@pytest.mark.parametrize(
    ("fails", "status"), [(OSError(errno.ENOSPC, "full"), 0xA700), (OSError(errno.EIO, "broken"), 0xC001), (ValueError("Alma"), 0xC001)]
)
def test_what_could_not_be_kept_is_not_taken(desk, fails, status):
    assert push(desk(fails=fails), objects.picture()) == status


def test_a_disk_that_is_nearly_full_takes_nothing(desk):
    at = desk(free=1000, reserve=1000)
    assert push(at, objects.picture()) == 0xA700
    assert not at.arrivals


def test_an_object_beyond_the_cap_ends_the_call_and_the_next_is_heard(desk):
    at = desk(largest_object=100_000)
    assert push(at, objects.picture(512)) is None
    assert not at.arrivals
    assert push(at, objects.picture(128)) == 0


def test_each_object_is_measured_by_itself(desk):
    at, made = desk(largest_object=100_000), [objects.picture(128, number=number) for number in range(8)]
    entity = AE(ae_title="CT1")
    entity.add_requested_context(made[0].SOPClassUID, made[0].file_meta.TransferSyntaxUID)
    line = entity.associate("127.0.0.1", at.listener.port, ae_title="RIMLIGHT")
    assert [line.send_c_store(one).Status for one in made] == [0] * 8
    line.release()


def test_a_kind_or_an_encoding_that_unfolds_is_not_taken(desk):
    made = objects.picture()
    made.file_meta.TransferSyntaxUID = "1.2.840.10008.1.2.1.99"  # deflated
    assert push(desk(), made) is None


@pytest.mark.parametrize("claimed", [LARGEST_PACKAGE + 1, 0xFFFFFFFF])
def test_a_package_that_claims_to_be_a_giant_is_hung_up_on(desk, claimed):
    at = desk()
    with socket.create_connection(("127.0.0.1", at.listener.port), timeout=10) as line:
        line.sendall(struct.pack(">BBL", 0x01, 0, claimed) + b"x" * 100)
        assert line.recv(1) in {b"", b"\x07"}
    assert push(at, objects.picture()) == 0


def test_nonsense_does_not_end_it(desk):
    at = desk()
    for words in (b"GET / HTTP/1.1\r\n\r\n", b"\x16\x03\x01\x02\x00" * 50, b"\x04\x00\x00\x00\x00\x00", b""):
        with socket.create_connection(("127.0.0.1", at.listener.port), timeout=10) as line:
            line.sendall(words)
    assert push(at, objects.picture()) == 0


def test_a_port_that_is_taken_is_refused():
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(DeviceRefused, match="another program"):
        Listener(Local(), taken.getsockname()[1], [Caller("CT1")], print, print, lambda: PLENTY, host="127.0.0.1")


# --- TLS -----------------------------------------------------------------------------------------------------------------------------------


def greet(port, local, secure=True):
    from devices.errors import DeviceError
    from devices.hospital import Peer
    from devices.pacs.echo import EchoPacs

    try:
        EchoPacs("", Peer("RIMLIGHT", "127.0.0.1", port, secure), local, timeout_s=5)
    except DeviceError as error:
        return type(error).__name__
    return "heard"


def test_over_tls_only_members_are_heard(desk, certificates, tmp_path):
    members = {name: Local("CT1", folder) for name, folder in certificates.items()}
    server = Listener(
        Local("RIMLIGHT", certificates["archive"]), 0, [Caller("CT1")], print, print, lambda: PLENTY, secure=True, host="127.0.0.1",
        greeting_s=1.0,
    )  # fmt: skip
    try:
        assert greet(server.port, members["console"]) == "heard"
        assert greet(server.port, members["rogue"]) == "DeviceAbsent"  # signed by another authority of the same name
        assert greet(server.port, Local("CT1", None)) == "DeviceRefused"  # no certificates of our own
        assert greet(server.port, Local("CT1"), secure=False) == "DeviceAbsent"
        assert greet(server.port, members["console"]) == "heard"
    finally:
        server.close()
    rogue = Listener(
        Local("RIMLIGHT", certificates["rogue"]),
        0,
        [Caller("CT1")],
        print,
        print,
        lambda: PLENTY,
        secure=True,
        host="127.0.0.1",
        greeting_s=1.0,
    )
    try:
        assert greet(rogue.port, members["console"]) == "DeviceAbsent"  # a server that is not ours
    finally:
        rogue.close()
    plain = desk()
    assert greet(plain.listener.port, members["console"]) == "DeviceAbsent"
    with pytest.raises(DeviceRefused, match="belong together"):
        Listener(Local("RIMLIGHT", tmp_path), 0, [], print, print, lambda: PLENTY, secure=True)


def test_a_caller_who_says_nothing_holds_up_nobody(desk):
    at = desk()
    silent = [socket.create_connection(("127.0.0.1", at.listener.port)) for _ in range(3)]
    done = []
    thread = threading.Thread(target=lambda: done.append(push(at, objects.picture())))
    thread.start()
    thread.join(20)
    for line in silent:
        line.close()
    wait_for(lambda: done)
    assert done == [0]
