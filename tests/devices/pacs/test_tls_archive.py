"""A real archive that speaks TLS only and asks for our certificate: with it objects arrive, without it nothing does."""

from __future__ import annotations

import pytest

from devices.hospital import Local, Outcome, Peer
from devices.pacs.send import DicomArchive, names_of
from tests.devices.pacs import objects, orthanc

pytestmark = pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")


def test_objects_arrive_over_tls_and_only_over_tls(tmp_path, certificates):
    archive = orthanc.make(tmp_path / "secure", certificates=certificates["archive"])
    archive.start()
    try:
        content = objects.content_of(objects.picture())
        names = names_of(content)
        for local, secure in ((Local("RIMLIGHT", certificates["rogue"]), True), (Local(), True), (Local(), False)):
            answers = list(DicomArchive(Peer("ARCHIVE", "127.0.0.1", archive.dicom_port, secure), local).send([(names, content)]))
            assert [answer.outcome for answer in answers] == [Outcome.LATER]
        assert not archive.instances()
        pacs = DicomArchive(Peer("ARCHIVE", "127.0.0.1", archive.dicom_port, secure=True), Local("RIMLIGHT", certificates["console"]))
        assert [answer.outcome for answer in pacs.send([(names, content)])] == [Outcome.KEPT]
        assert pacs.held([names]) == {names.instance}
    finally:
        archive.stop()
