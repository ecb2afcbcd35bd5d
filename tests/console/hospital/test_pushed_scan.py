"""The whole way of a pushed scan, by a real C-STORE: inbox, case, analysis, signature, one sealed file; and the console is killed on it."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from io import BytesIO

import pytest
from pydicom import dcmread
from pynetdicom import AE

from algorithms.orientation import Laterality
from algorithms.petct.analysis import Method
from console.acquisition.petct_desk import PetCtDesk, Question
from console.acquisition.petct_sources import arrivals
from console.cases import petct_log, pushed_log
from console.cases.arrivals_log import assign, parcels
from console.cases.model import TumourType
from console.hospital import Hospital
from console.settings import Settings
from devices.simulated.petct import TumourKind, simulate_scan
from devices.simulated.petct_dicom import write_petct
from tests.devices.pacs.orthanc import free_port
from tests.devices.pacs.test_send import body

pytestmark = [pytest.mark.timeout(300), pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")]
KILLED = 9
# Keeps the scan, and ends at once where it would let go of the first object, as when somebody pulls the plug.
CHILD = f"""
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from console.cases import pushed_log
from console.cases.inbox import Inbox
from console.cases.service import CaseService

home, user, case_id, at = sys.argv[1:]
service = CaseService.open(Path(home), now=lambda: datetime(2026, 3, 9, 9, 40, tzinfo=UTC))
setattr(Inbox, at, lambda self, what: os._exit({KILLED}))
pushed_log.keep(service, service.resume(user), Inbox(service.ledger.home, service.ledger.keys), case_id)
"""


@pytest.fixture
def hospital(theatre):
    settings = Settings(listen=f"dicom:{free_port()}", callers="MICROCT@127.0.0.1")
    made = Hospital(theatre.home, theatre.service, lambda: settings, theatre.clock)
    made.start()
    yield made
    assert made.stop()


def pushed(hospital, folder):
    """A scanner sends a whole study to this console; what it sent, by instance."""
    write_petct(simulate_scan(5, kind=TumourKind.NST, positive=True, size=(80, 90, 100)), folder)
    sent = [dcmread(path) for path in sorted(folder.rglob("*.dcm"))]
    entity = AE(ae_title="MICROCT")
    for kind in {one.SOPClassUID for one in sent}:
        entity.add_requested_context(kind, sent[0].file_meta.TransferSyntaxUID)
    line = entity.associate("127.0.0.1", int(hospital._settings().listen.partition(":")[2]), ae_title="RIMLIGHT")
    for one in sent:
        one.PatientID, one.PatientName, one.PatientBirthDate = "MRN-100", "Mueller^Anne-Marie", "19610412"
        assert line.send_c_store(one).Status == 0
    line.release()
    written = {}
    for one in sent:
        out = BytesIO()
        one.save_as(out, enforce_file_format=True)
        written[one.SOPInstanceUID] = out.getvalue()
    return written


def signed(theatre, inbox, case):
    """Given to its case, taken in, analysed, signed; the desk has noted that the scan is to follow."""
    file = theatre.service.case_file(theatre.surgeon, case.id)
    assign(theatre.service, theatre.surgeon, inbox, file, parcels(inbox)[0])
    desk = PetCtDesk(theatre.home, lambda: inbox, theatre.clock)
    try:
        (arrival,) = arrivals(theatre.home, inbox, theatre.clock(), (), case_id=case.id)
        desk.take(arrival, case.id, file.specimens[0].id)
        desk.begin(Question(Method.THRESHOLD, TumourType.NST, Laterality.LEFT, None))
        assert desk.wait(120.0)
        answer = desk.at_hand.answers[Method.THRESHOLD]
        petct_log.sign(
            theatre.service, theatre.surgeon, file, file.specimens[0].id, answer.found, answer.context, desk.files(answer, "SIMULATED.")
        )
        assert desk.signed() == ""
        assert desk.at_hand is None
    finally:
        desk.stop()


def test_from_the_scanner_to_the_case_through_killed_consoles(theatre, hospital, tmp_path):
    case = theatre.case()
    sent = pushed(hospital, tmp_path / "scan")
    received = {note.instance: hospital.inbox.read(note.instance) for note in hospital.inbox.notes()}
    assert {instance: body(content) for instance, content in received.items()} == {name: body(content) for name, content in sent.items()}
    theatre.clock.go_on(minutes=1)
    signed(theatre, hospital.inbox, case)
    assert {note.instance for note in hospital.inbox.notes()} == set(received)
    user = theatre.surgeon.user.id
    theatre.service.close()
    for at, kept in (("leave", False), ("gone", True), ("drop", True)):
        ended = subprocess.run([sys.executable, "-c", CHILD, str(theatre.home), user, case.id, at], check=False, capture_output=True)
        assert ended.returncode == KILLED, ended.stderr
        assert {one.instance: hospital.inbox.read(one.instance) for one in hospital.inbox.notes()} == received
        assert [one.kept for one in hospital.inbox.leaving(case.id)] == [kept]
    theatre.reopen()
    pushed_log.keep(theatre.service, theatre.surgeon, hospital.inbox, case.id)
    file = theatre.service.case_file(theatre.surgeon, case.id)
    (asset,) = pushed_log.kept(file)
    with zipfile.ZipFile(BytesIO(theatre.service.read_asset(theatre.surgeon, case.id, asset.sha256))) as archive:
        assert [archive.read(name) for name in archive.namelist()[:-1]] == [received[name] for name in sorted(received)]
    assert not list(hospital.inbox.folder.iterdir())
    assert theatre.service.verify() == ()
