"""The archive over HTTP: a real one that keeps, and small ones that are full, busy or talk nonsense."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from devices.errors import AddressRefused
from devices.hospital import Archive, Local, Outcome, Peer
from devices.pacs.address import web_base_of
from devices.pacs.dicomweb import WebArchive
from devices.pacs.send import DicomArchive, names_of
from tests.devices.pacs import objects
from tests.devices.pacs.test_send import body


def test_objects_come_back_identical(archive):
    web = WebArchive(f"http://127.0.0.1:{archive.web_port}/dicom-web", Local())
    source = objects.picture()
    contents = [objects.content_of(made) for made in (source, objects.segmentation(source), objects.document(source))]
    pairs = [(names_of(content), content) for content in contents]
    assert web.held(names for names, _ in pairs) == frozenset()
    assert [answer.outcome for answer in web.send(pairs)] == [Outcome.KEPT] * 3
    assert web.held(names for names, _ in pairs) == {names.instance for names, _ in pairs}
    for names, content in pairs:
        assert body(archive.file(names.instance)) == body(content)
    assert web.ask_to_commit("1.2", []).outcome is Outcome.REFUSED


@pytest.fixture
def speaking():
    """A server that answers as it is told."""
    servers = []

    def serve(status, answer=b""):
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                self.rfile.read(int(self.headers["Content-Length"]))
                self.send_response(status)
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_):
                pass

        server = HTTPServer(("127.0.0.1", 0), Handler)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        servers.append((server, thread))
        return f"http://127.0.0.1:{server.server_address[1]}/web"

    yield serve
    for server, thread in servers:
        server.shutdown()
        server.server_close()
        thread.join()


def failed(instance, reason):
    one = {"00081155": {"vr": "UI", "Value": [instance]}, "00081197": {"vr": "US", "Value": [reason]}}
    return json.dumps({"00081198": {"vr": "SQ", "Value": [one]}}).encode()


@pytest.mark.parametrize(
    ("status", "reason", "outcome"),
    [(200, None, "kept"), (202, None, "kept"), (503, None, "later"), (507, None, "later"), (409, 0xA700, "later"),
     (409, 0xC000, "refused"), (200, 0xA900, "refused"), (401, None, "refused"), (404, None, "refused")],
)  # fmt: skip
def test_each_answer_means_one_thing(speaking, status, reason, outcome):
    content = objects.content_of(objects.picture())
    names = names_of(content)
    answer = failed(names.instance, reason) if reason else b"{"
    (told,) = WebArchive(speaking(status, answer), Local()).send([(names, content)])
    assert told.outcome == outcome


def test_nobody_there_and_no_certificates():
    content = objects.content_of(objects.picture())
    pair = (names_of(content), content)
    for address in ("http://127.0.0.1:1/x", "https://127.0.0.1:1/x"):
        web = WebArchive(address, Local())
        assert [answer.outcome for answer in web.send([pair, pair])] == [Outcome.LATER]
        assert web.held([pair[0]]) is None


@pytest.mark.parametrize(
    "address",
    ["", "ftp://host/x", "https://", "https://user:secret@host/x", "https://host/x?q=1", "https://ho st/x", "https://host:99999/"],
)
def test_what_is_no_address_is_refused(address):
    with pytest.raises(AddressRefused, match="https://host"):
        web_base_of(address)


def test_both_archives_are_archives():
    assert isinstance(WebArchive("https://host/x", Local()), Archive)
    assert isinstance(DicomArchive(Peer("A", "host", 104), Local()), Archive)
