"""The hospital's list, from a real archive: every script, every gap, and a day that is not today."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from pydicom import dcmread
from pynetdicom import AE, evt

from devices.errors import DeviceError
from devices.hospital import Local, Peer
from devices.pacs.worklist import WORKLIST, planned
from tests.devices.pacs import objects

pytestmark = pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")
DAY = date(2026, 11, 20)


@pytest.fixture
def peer(archive):
    for line in (archive.folder / "worklists").glob("*.wl"):
        line.unlink()
    return Peer("ARCHIVE", "127.0.0.1", archive.dicom_port)


def lines(archive):
    return archive.folder / "worklists"


@pytest.mark.parametrize("script", objects.NAMES)
def test_names_arrive_in_their_script(archive, peer, script):
    declared, whole, family, given = objects.NAMES[script]
    objects.worklist_line(lines(archive), whole, declared)
    (step,) = planned(peer, Local(), DAY)
    assert (step.whole_name, step.family_name, step.given_name) == (whole, family, given)
    assert not step.doubtful


def test_what_a_case_needs_is_there(archive, peer):
    objects.worklist_line(lines(archive), "Test^Alma", "ISO_IR 100", Laterality="L")
    (step,) = planned(peer, Local(), DAY)
    assert (step.patient_id, step.issuer, step.birth_date, step.sex) == ("0004201", "CITY", date(1972, 3, 14), "F")
    assert (step.accession, step.procedure_id, step.step_id, step.modality) == ("ACC1", "RP1", "SPS1", "OT")
    assert step.study.startswith("1.2.826.0.1")
    assert step.physician == "One Surgeon"
    assert step.laterality == "L"
    assert step.scheduled_at == datetime.combine(DAY, time(8, 30)).astimezone()


def test_only_the_day_that_was_asked_for_in_order(archive, peer):
    for number, (day, at) in enumerate((("20261120", "1300"), ("20261119", "0800"), ("20261120", "083000.000")), start=1):
        objects.worklist_line(lines(archive), f"Test^{number}", "ISO_IR 100", number=number, day=day, at=at)
    assert [step.step_id for step in planned(peer, Local(), DAY)] == ["SPS3", "SPS1"]
    assert planned(peer, Local(), DAY, station="OTHER") == ()
    assert len(planned(peer, Local(), DAY, station="RIMLIGHT")) == 2


def test_who_the_archive_does_not_know_is_told_so(peer):
    with pytest.raises(DeviceError, match=r"does not (know|answer|offer)"):
        planned(Peer("OTHER", peer.host, peer.port), Local(), DAY)


@pytest.fixture
def told(tmp_path):
    """A list of our own making, which answers with its lines as they were written: Orthanc writes every answer anew."""
    servers = []

    def serve(name, script, statuses=(0xFF00, 0x0000), **more):
        objects.worklist_line(tmp_path, name, script, **more)
        line = dcmread(tmp_path / "1.wl")
        entity = AE(ae_title="LIST")
        entity.add_supported_context(WORKLIST)

        def answer(_event):
            for status in statuses:
                yield status, line if status == 0xFF00 else None

        servers.append(entity.start_server(("127.0.0.1", 0), block=False, evt_handlers=[(evt.EVT_C_FIND, answer)]))
        return Peer("LIST", "127.0.0.1", servers[-1].server_address[1])

    yield serve
    for server in servers:
        server.shutdown()


@pytest.mark.parametrize("script", objects.NAMES)
def test_each_script_is_read_as_it_was_sent(told, script):
    declared, whole, family, given = objects.NAMES[script]
    (step,) = planned(told(whole, declared), Local(), DAY)
    assert (step.whole_name, step.family_name, step.given_name, step.doubtful) == (whole, family, given, False)


@pytest.mark.parametrize(("name", "script"), [("Müller^Zoë", "ISO_IR 192"), ("Müller^Zoë", "ISO_IR 100")])
def test_a_list_that_forgets_its_script_is_guessed_and_doubted(told, name, script):
    (step,) = planned(told(name, script, declared=False), Local(), DAY)
    assert (step.family_name, step.given_name) == ("Müller", "Zoë")
    assert step.doubtful


def test_plain_letters_without_a_script_are_not_doubted(told):
    (step,) = planned(told("Test^Alma", "ISO_IR 100", declared=False), Local(), DAY)
    assert not step.doubtful


def test_a_line_without_sense_is_a_line_with_gaps(told):
    (step,) = planned(told("", "ISO_IR 100", PatientBirthDate="", PatientID="", StudyInstanceUID="", at=""), Local(), DAY)
    assert (step.family_name, step.birth_date, step.patient_id, step.study) == ("", None, "", "")


@pytest.mark.parametrize("status", [0xA700, 0xC001, 0xFE00])
def test_half_a_list_is_no_list(told, status):
    with pytest.raises(DeviceError, match="status"):
        planned(told("Test^Alma", "ISO_IR 100", statuses=(0xFF00, status)), Local(), DAY)
