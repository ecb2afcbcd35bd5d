"""A scanner pushes: by taps alone its scan is held against the patient, assigned and taken in; a stranger's is refused and cleared."""

from contextlib import closing

import pytest
from hand import console
from pydicom import dcmread
from pynetdicom import AE, build_context
from theatre import PIN, furnish, open_case, sign_in

from console.cases.service import CaseService
from devices.simulated.petct import TumourKind, simulate_scan
from devices.simulated.petct_dicom import write_petct
from tests.devices.pacs.orthanc import free_port

pytestmark = [pytest.mark.timeout(300), pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")]


@pytest.fixture
def port():
    return free_port()


@pytest.fixture
def home(tmp_path, port):
    """Paula's case, and a console that listens."""
    home = tmp_path / "home"
    furnish(home)
    with closing(CaseService.open(home)) as service:
        administrator = service.sign_in(next(user.id for user in service.users() if user.name == "Ada"), PIN)
        service.change_setting(administrator, "listen", f"dicom:{port}")
        service.change_setting(administrator, "callers", "PETCT1")
    return home


@pytest.fixture(scope="module")
def scan(tmp_path_factory):
    folder = tmp_path_factory.mktemp("scan")
    write_petct(simulate_scan(5, kind=TumourKind.NST, positive=True, size=(48, 56, 56)), folder)
    return [dcmread(path) for path in sorted(folder.rglob("*.dcm"))]


def push(port, pictures, study, **whose):
    """As the scanner would, under another study and for this patient."""
    entity = AE(ae_title="PETCT1")
    contexts = {(str(one.SOPClassUID), str(one.file_meta.TransferSyntaxUID)) for one in pictures}
    line = entity.associate("127.0.0.1", port, contexts=[build_context(*one) for one in contexts], ae_title="RIMLIGHT")
    assert line.is_established
    for number, one in enumerate(pictures):
        one.StudyInstanceUID, one.SOPInstanceUID = study, f"{study}.{number}"
        one.PatientID, one.PatientName, one.PatientBirthDate = whose["mrn"], whose["name"], whose["born"]
        assert line.send_c_store(one).Status == 0
    line.release()


def says(words):
    return lambda texts: any(words in text for text in texts)


def test_a_pushed_scan_is_assigned_and_taken_in_and_a_strangers_is_not(screen, home, port, scan):
    with console(screen, home) as hand:
        push(port, scan[:2], "1.2.3.9", mrn="0004711", name="OTHER^OLGA", born="19500101")
        push(port, scan, "1.2.3.8", mrn="0009911", name="PROBE^PAULA", born="19720314")
        sign_in(hand)
        open_case(hand)
        hand.tap("Margins")
        hand.tap("Export")
        hand.tap("From scanners")
        hand.until("screen", "arrivals")
        hand.until("texts", lambda texts: texts.count("not assigned") == 2)  # all has arrived
        hand.tap_at(hand.until("row CT, PT from PETCT1", bool))
        hand.until("texts", says("MRN, birth date and name agree with this case."))
        hand.tap("Assign to this case")
        hand.until("texts", says("Assigned to this case."))
        hand.tap_at(hand.until("row CT from PETCT1", bool))
        hand.until("texts", says("These pictures are of another patient: the MRN, birth date and name differ from this case."))
        assert hand.ask("where Assign to this case") is None
        hand.hold("Hold to clear")
        hand.until("texts", says("Cleared."))
        hand.tap("PET-CT")
        hand.until("screen", "petct")
        hand.tap("Import…")
        hand.until("texts", says("Sent by a scanner, for this patient"))
        hand.tap("From PETCT1")
        hand.until("texts", says("The scan is here. Choose how it is analysed."))
    with closing(CaseService.open(home)) as service:
        assert service.verify() == ()
