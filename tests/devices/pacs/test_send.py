"""Objects to a real archive and back, identical; and every way in which an archive or the line to it can fail."""

from __future__ import annotations

import pytest
from pydicom import dcmread
from pydicom.uid import generate_uid
from pynetdicom import AE, evt

from devices.errors import DeviceRefused
from devices.hospital import Answer, Local, Outcome, Peer, Report
from devices.pacs.listener import Caller, Listener
from devices.pacs.send import DicomArchive, names_of
from tests.devices.pacs import objects
from tests.devices.pacs.lines import Line

pytestmark = pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")


@pytest.fixture(scope="module")
def exported():
    """What a case sends: picture, segmentation, structured report, PDF; as (names, content)."""
    source = objects.picture()
    contents = [
        objects.content_of(made) for made in (source, objects.segmentation(source), objects.report(source), objects.document(source))
    ]
    return [(names_of(content), content) for content in contents]


def to(port, **how):
    return DicomArchive(Peer("ARCHIVE", "127.0.0.1", port), Local(), **how)


def body(content):
    """Everything after the file's header, which each archive writes for itself."""
    from io import BytesIO

    stream = BytesIO(content)
    dcmread(stream, stop_before_pixels=True, specific_tags=[])
    meta = dcmread(BytesIO(content), stop_before_pixels=True).file_meta
    return content[132 + 12 + meta.FileMetaInformationGroupLength :]


def test_objects_come_back_identical(archive, exported):
    pacs = to(archive.dicom_port)
    assert [answer.outcome for answer in pacs.send(exported)] == [Outcome.KEPT] * 4
    for names, content in exported:
        assert body(archive.file(names.instance)) == body(content)
    stranger = names_of(objects.content_of(objects.picture()))
    known = [names for names, _content in exported]
    assert pacs.held([*known, stranger]) == {names.instance for names in known}


def test_the_archive_commits_on_a_connection_of_its_own(archive, exported):
    heard: list[Report] = []
    listener = Listener(Local(), archive.console_port, [Caller("ARCHIVE")], lambda _: None, heard.append, lambda: 10**12, host="127.0.0.1")
    try:
        pacs = to(archive.dicom_port, report_within_s=0.0)
        list(pacs.send(exported[:2]))
        transaction, stranger = generate_uid(), names_of(objects.content_of(objects.picture()))
        answer = pacs.ask_to_commit(transaction, [*(names for names, _ in exported[:2]), stranger])
        assert answer == Answer(Outcome.KEPT)
        wait_for(lambda: heard)
    finally:
        listener.close()
    assert heard == [Report(transaction, tuple(names.instance for names, _ in exported[:2]), (stranger.instance,))]


def wait_for(what, limit_s=20.0):
    import time

    until = time.monotonic() + limit_s
    while not what():
        assert time.monotonic() < until, "it never came"
        time.sleep(0.02)


def server(status=0x0000, title="ARCHIVE", **how):
    entity = AE(ae_title=title)
    entity.require_called_aet = how.get("strict", False)
    kept = []
    for sop_class in how.get("classes", ("1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.5.1.4.1.1.66.4")):
        entity.add_supported_context(sop_class)

    def store(event):
        kept.append(event.request.AffectedSOPInstanceUID)
        return status() if callable(status) else status

    return entity.start_server(("127.0.0.1", 0), block=False, evt_handlers=[(evt.EVT_C_STORE, store)]), kept


@pytest.mark.parametrize(
    ("status", "outcome"),
    [(0x0000, "kept"), (0xB000, "kept"), (0xA700, "later"), (0xA7FF, "later")]
    + [(status, "refused") for status in (0xA900, 0xC123, 0x0122, 0x0124)],
)
def test_each_status_means_one_thing(exported, status, outcome):
    running, _ = server(status)
    try:
        (answer,) = to(running.server_address[1]).send(exported[:1])
    finally:
        running.shutdown()
    assert answer.outcome == outcome
    assert bool(answer.sentence) == (status != 0)


def test_a_kind_that_is_not_taken_is_refused_and_the_next_goes_on(exported):
    running, kept = server(classes=("1.2.840.10008.5.1.4.1.1.66.4",))
    try:
        answers = list(to(running.server_address[1]).send(exported[:2]))
    finally:
        running.shutdown()
    assert [answer.outcome for answer in answers] == [Outcome.REFUSED, Outcome.KEPT]
    assert kept == [exported[1][0].instance]


def test_a_refused_association_is_for_later(exported):
    running, _ = server(title="OTHER", strict=True)
    try:
        (answer,) = to(running.server_address[1]).send(exported)
    finally:
        running.shutdown()
    assert answer.outcome is Outcome.LATER
    assert "RIMLIGHT" in answer.sentence


def test_nobody_there(exported):
    (answer,) = to(1).send(exported)
    assert answer.outcome is Outcome.LATER
    assert to(1).held([exported[0][0]]) is None
    assert to(1).ask_to_commit("1.2.3", [exported[0][0]]).outcome is Outcome.LATER


@pytest.mark.parametrize("share", [0.0, 0.02, 0.5, 0.99])
def test_a_line_cut_in_the_middle_is_for_later_and_nothing_is_half_there(archive, exported, share):
    names, content = exported[0]
    line = Line(archive.dicom_port, cut_after=max(300, int(share * len(content))))
    try:
        answers = list(to(line.port).send(exported[:1]))
    finally:
        line.stop()
    assert [answer.outcome for answer in answers] == [Outcome.LATER]
    assert to(archive.dicom_port).held([names]) == frozenset()


def test_an_answer_that_is_lost_leaves_a_doubt_that_a_question_settles(archive, exported):
    names, _ = exported[0]
    line = Line(archive.dicom_port, cut_answers_after=230)  # the greeting passes, the answer to the object does not
    try:
        answers = list(to(line.port).send(exported[:1]))
    finally:
        line.stop()
    assert [answer.outcome for answer in answers] == [Outcome.LATER]
    wait_for(lambda: to(archive.dicom_port).held([names]))


def test_what_is_no_object_cannot_be_sent():
    for content in (b"", b"%PDF-1.4", objects.content_of(objects.picture())[:200], b"\0" * 128 + b"DICM"):
        with pytest.raises(DeviceRefused, match="could be sent"):
            names_of(content)
