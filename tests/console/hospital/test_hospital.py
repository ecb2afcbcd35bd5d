"""One day with a real archive: from the hospital's list to a case, its objects stored and promised, through cut lines and a killed console."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from pynetdicom import AE, evt

from console.acquisition.send_queue import Destinations, SendQueue
from console.cases.course import ABANDONED
from console.cases.model import EventKind, Side
from console.cases.order_log import fault_of, order_of, side_of, take_over
from console.cases.outbox import DeliveryKind, DeliveryState
from console.faults import NotAllowed, Refused
from console.hospital import Hospital, step_instance
from console.settings import Settings
from devices.hospital import Local, Peer, PlannedStep
from devices.pacs.mpps import STEP
from devices.pacs.send import DicomArchive
from tests.devices.pacs import objects
from tests.devices.pacs.lines import Line
from tests.devices.pacs.test_send import body, wait_for

pytestmark = pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")
STEP_LINE = PlannedStep(
    "MRN-7", "CITY", "Yamada", "Tarou", "Yamada^Tarou=山田^太郎", date(1972, 3, 14), "F", datetime(2026, 3, 9, 8, 30, tzinfo=UTC), "One Surgeon",
    "Breast-conserving surgery", "", "ACC1", "1.2.3", "RP1", "SPS1", "Excision", "OT",
)  # fmt: skip


@pytest.fixture
def made(theatre):
    """Opens hospitals on the theatre's store; closes them."""
    opened = []

    def make(**chosen):
        settings = Settings(**chosen)
        opened.append(Hospital(theatre.home, theatre.service, lambda: settings, theatre.clock))
        return opened[-1]

    yield make
    for hospital in opened:
        assert hospital.stop()


def exported(source=None):
    source = source or objects.picture()
    kinds = (source, objects.segmentation(source), objects.report(source), objects.document(source))
    return [(objects.content_of(made), name) for made, name in zip(kinds, ("CT", "SEG", "SR", "PDF"), strict=True)]


def pacs(archive, port=None):
    return f"dicom:ARCHIVE@127.0.0.1:{port or archive.dicom_port}"


def states(theatre, case_id):
    return [one.state for one in theatre.service.deliveries(theatre.surgeon, case_id)]


def test_from_the_list_to_the_archive_and_its_promise(theatre, archive, made):
    for line in (archive.folder / "worklists").glob("*.wl"):
        line.unlink()
    objects.worklist_line(archive.folder / "worklists", *reversed(objects.NAMES["japanese"][:2]), day="20260309", Laterality="L")
    theatre.service.change_setting(theatre.administrator, "worklist", pacs(archive))
    hospital = made(worklist=pacs(archive), pacs=pacs(archive), listen=f"dicom:{archive.console_port}")
    (step,) = hospital.planned_today(theatre.surgeon)
    case = take_over(theatre.service, theatre.surgeon, step, side_of(step), theatre.clock())
    assert (case.patient.mrn, case.patient.birth_date, case.side) == ("0004201", date(1972, 3, 14), Side.LEFT)
    assert order_of(theatre.service.case_file(theatre.surgeon, case.id)).name == "Yamada^Tarou=山田^太郎=やまだ^たろう"
    assert theatre.service.open_case(theatre.surgeon, case.id, "14.03.1972").case == case
    hospital.start()
    sent = exported()
    deliveries = hospital.send(theatre.surgeon, case.id, sent)
    wait_for(lambda: states(theatre, case.id) == [DeliveryState.CONFIRMED] * 4)
    for (content, _name), delivery in zip(sent, deliveries, strict=True):
        assert body(archive.file(delivery.names.instance)) == body(content)
    assert archive.arrivals() == 4
    assert hospital.send(theatre.surgeon, case.id, sent)[0].state is DeliveryState.CONFIRMED
    assert theatre.service.verify() == ()


def test_a_line_that_is_cut_again_and_again_loses_nothing(theatre, archive, made):
    case = theatre.case()
    made().send(theatre.surgeon, case.id, exported())
    line = Line(archive.dicom_port, cut_after=6_000)
    places = Destinations(DicomArchive(Peer("ARCHIVE", "127.0.0.1", line.port), Local(), answer_s=1.0, report_within_s=0.0))
    queue = SendQueue(theatre.service.outbox, lambda: places, theatre.clock)
    try:
        queue.carry()
        assert set(states(theatre, case.id)) <= {DeliveryState.SENDING, DeliveryState.SENT}
        line.cut_after, line.cut_answers_after = None, 300
        for _ in range(2):
            queue.wake(at_once=True)
            queue.carry()
        line.cut_answers_after = None
        for _ in range(3):
            queue.wake(at_once=True)
            queue.carry()
    finally:
        line.stop()
    assert set(states(theatre, case.id)) <= {DeliveryState.SENT, DeliveryState.ASKED, DeliveryState.CONFIRMED}
    assert archive.arrivals() == 4


CHILD = """
import sys
from pathlib import Path
from datetime import UTC, datetime
from console.cases.service import CaseService
from console.hospital import Hospital
from console.settings import Settings
service = CaseService.open(Path(sys.argv[1]))
hospital = Hospital(Path(sys.argv[1]), service, lambda: Settings(pacs=sys.argv[2]), lambda: datetime.now(UTC))
print("open", flush=True)
hospital.start()
import time
time.sleep(60)
"""


def test_a_console_that_is_killed_while_it_sends_goes_on_where_it_was(theatre, archive, made):
    case = theatre.case()
    many = [objects.picture(96, number=number) for number in range(12)]
    idle = made(pacs="")
    idle.send(theatre.surgeon, case.id, [(objects.content_of(one), "CT") for one in many])
    theatre.service.close()
    for seconds in (0.2,):
        child = subprocess.Popen([sys.executable, "-c", CHILD, str(theatre.home), pacs(archive)], stdout=subprocess.PIPE)
        assert child.stdout.readline() == b"open\n"
        time.sleep(seconds)
        os.kill(child.pid, signal.SIGKILL)
        child.wait(20)
        child.stdout.close()
    theatre.open()
    theatre.sessions = {role: theatre.service.resume(user.id) for role, user in theatre.users.items()}
    hospital = made(pacs=pacs(archive))
    hospital.queue.carry()
    assert set(states(theatre, case.id)) <= {DeliveryState.SENT, DeliveryState.ASKED, DeliveryState.CONFIRMED}
    assert archive.arrivals() == 12
    assert theatre.service.verify() == ()


def test_a_scanner_pushes_into_the_inbox_and_who_is_not_listed_does_not(theatre, made):
    from tests.devices.pacs.orthanc import free_port

    port = free_port()
    hospital = made(listen=f"dicom:{port}", callers="PETCT@127.0.0.1")
    hospital.start()
    assert hospital.trouble == ""
    content = objects.picture()
    for title in ("PETCT", "STRANGER"):
        entity = AE(ae_title=title)
        entity.add_requested_context(content.SOPClassUID, content.file_meta.TransferSyntaxUID)
        line = entity.associate("127.0.0.1", port, ae_title="RIMLIGHT")
        assert line.is_established == (title == "PETCT")
        if line.is_established:
            assert line.send_c_store(content).Status == 0
            line.release()
    (note,) = hospital.inbox.notes()
    assert (note.caller, note.instance, note.series) == ("PETCT", content.SOPInstanceUID, content.SeriesInstanceUID)
    assert body(hospital.inbox.read(note.instance)) == body(objects.content_of(content))


def test_a_port_that_is_taken_is_said_and_the_rest_works(theatre, made):
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        hospital = made(listen=f"dicom:{taken.getsockname()[1]}", callers="CT1")
        hospital.start()
        assert "another program" in hospital.trouble


def test_other_settings_lay_other_lines(theatre, archive):
    chosen = [Settings()]
    hospital = Hospital(theatre.home, theatre.service, lambda: chosen[0], theatre.clock)
    hospital.start()
    try:
        case = theatre.case()
        hospital.send(theatre.surgeon, case.id, exported()[:1])
        chosen[0] = replace(chosen[0], pacs=pacs(archive))
        hospital.settings_changed()
        wait_for(lambda: DeliveryState.QUEUED not in states(theatre, case.id) and DeliveryState.SENDING not in states(theatre, case.id))
    finally:
        assert hospital.stop()


def test_an_address_that_cannot_be_read_stops_nothing(theatre, made):
    made(pacs="dicom:nonsense").start()
    with pytest.raises(Refused, match="No hospital worklist"):
        made().planned_today(theatre.surgeon)
    with pytest.raises(NotAllowed):
        made(worklist="dicom:A@127.0.0.1:1").planned_today(theatre.administrator)


# --- the order behind a case ---------------------------------------------------------------------------------------------------------------


def test_a_line_is_taken_over_once(theatre):
    first = take_over(theatre.service, theatre.surgeon, STEP_LINE, Side.RIGHT, theatre.clock())
    before = theatre.service.revision
    again = take_over(theatre.service, theatre.surgeon, STEP_LINE, Side.RIGHT, theatre.clock())
    assert again == first
    assert theatre.service.revision <= before + 1
    with pytest.raises(Refused, match="another birth date"):
        take_over(theatre.service, theatre.surgeon, replace(STEP_LINE, birth_date=date(1980, 1, 1)), Side.RIGHT, theatre.clock())
    other = take_over(theatre.service, theatre.surgeon, STEP_LINE, Side.LEFT, theatre.clock())
    assert other.id != first.id


@pytest.mark.parametrize("gap", [{"patient_id": ""}, {"birth_date": None}, {"family_name": ""}])
def test_a_line_without_an_identifier_makes_no_case(theatre, gap):
    step = replace(STEP_LINE, **gap)
    assert fault_of(step)
    before = theatre.service.revision
    with pytest.raises(Refused, match="by hand"):
        take_over(theatre.service, theatre.surgeon, step, Side.LEFT, theatre.clock())
    assert theatre.service.revision == before


def test_words_are_no_side():
    assert side_of(replace(STEP_LINE, procedure="Breast-conserving surgery left")) is None
    assert side_of(replace(STEP_LINE, laterality="R")) is Side.RIGHT


# --- the account of steps ------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def desk():
    """The hospital's account of steps."""
    told: dict[str, list] = {}

    def create(event):
        if event.request.AffectedSOPInstanceUID in told:
            return 0x0111, None
        told[event.request.AffectedSOPInstanceUID] = [event.attribute_list]
        return 0x0000, event.attribute_list

    def change(event):
        told[event.request.RequestedSOPInstanceUID].append(event.attribute_list)
        return 0x0000, event.attribute_list

    entity = AE(ae_title="RIS")
    entity.add_supported_context(STEP)
    server = entity.start_server(("127.0.0.1", 0), block=False, evt_handlers=[(evt.EVT_N_CREATE, create), (evt.EVT_N_SET, change)])
    yield server.server_address[1], told
    server.shutdown()


def test_the_hospital_hears_that_a_step_began_and_ended(theatre, made, desk):
    port, told = desk
    hospital = made(steps=f"dicom:RIS@127.0.0.1:{port}")
    case = take_over(theatre.service, theatre.surgeon, STEP_LINE, Side.LEFT, theatre.clock())

    def follow(kind=None):
        if kind:
            theatre.service.add_event(theatre.surgeon, case.id, kind)
            theatre.clock.go_on(minutes=10)
        hospital.follow_course(theatre.surgeon, theatre.service.case_file(theatre.surgeon, case.id))
        hospital.queue.carry()

    follow(EventKind.IDENTITY)
    assert not told
    for kind in (EventKind.INCISION, EventKind.SPECIMEN_OUT, EventKind.CLOSURE, None):
        follow(kind)
    began, ended = told[step_instance(case.id)]
    order = began.ScheduledStepAttributesSequence[0]
    assert (order.AccessionNumber, order.ScheduledProcedureStepID, began.PerformedProcedureStepStatus) == ("ACC1", "SPS1", "IN PROGRESS")
    assert (str(began.PatientName), began.PatientID) == ("Yamada^Tarou=山田^太郎", "MRN-7")
    assert (ended.PerformedProcedureStepStatus, ended.PerformedProcedureStepEndDate) == ("COMPLETED", "20260309")
    assert [one.kind for one in theatre.service.deliveries(theatre.surgeon, case.id)] == [DeliveryKind.STEP_BEGUN, DeliveryKind.STEP_ENDED]


def test_the_hospital_hears_that_a_step_was_abandoned(theatre, made, desk):
    port, told = desk
    hospital = made(steps=f"dicom:RIS@127.0.0.1:{port}")
    case = take_over(theatre.service, theatre.surgeon, STEP_LINE, Side.LEFT, theatre.clock())
    for kind in (ABANDONED, EventKind.ICG):  # given up before anything was done, and logged late that something was
        theatre.service.add_event(theatre.surgeon, case.id, kind)
        hospital.follow_course(theatre.surgeon, theatre.service.case_file(theatre.surgeon, case.id))
        hospital.queue.carry()
        assert bool(told) is (kind == EventKind.ICG)
    began, ended = told[step_instance(case.id)]
    assert (began.PerformedProcedureStepStatus, ended.PerformedProcedureStepStatus) == ("IN PROGRESS", "DISCONTINUED")
    assert ended.PerformedProcedureStepEndTime
    assert len(ended.PerformedSeriesSequence) == 0


def test_a_case_made_by_hand_has_no_step(theatre, made, desk):
    hospital = made(steps=f"dicom:RIS@127.0.0.1:{desk[0]}")
    case = theatre.case()
    theatre.service.add_event(theatre.surgeon, case.id, EventKind.INCISION)
    hospital.follow_course(theatre.surgeon, theatre.service.case_file(theatre.surgeon, case.id))
    assert states(theatre, case.id) == []
