"""A surgeon sends a case to a real archive by taps alone, while it is away at first; it arrives, once, and the archive promises to keep it."""

from contextlib import closing

import pytest
from hand import console
from theatre import PIN, furnish, open_case, sign_in

from console.cases.outbox import DeliveryState
from console.cases.service import CaseService
from console.modalities import rehearse_specimen
from devices.simulated.operation import Operation
from tests.devices.pacs import orthanc

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
def archive(tmp_path):
    made = orthanc.make(tmp_path / "archive")
    yield made
    made.stop()


def signed(home, name):
    """That person's session, in a store that is open."""
    service = CaseService.open(home)
    return service, service.sign_in(next(user.id for user in service.users() if user.name == name), PIN)


@pytest.fixture
def home(tmp_path, archive):
    """A measured specimen, and an archive that is entered in the settings."""
    home = tmp_path / "home"
    case_id = furnish(home)
    service, administrator = signed(home, "Ada")
    with closing(service):
        service.change_setting(administrator, "pacs", f"dicom:ARCHIVE@127.0.0.1:{archive.dicom_port}")
        service.change_setting(administrator, "listen", f"dicom:{archive.console_port}")
    service, nurse = signed(home, "Nora")
    with closing(service):
        rehearse_specimen(service, nurse, service.case_file(nurse, case_id), Operation(19, "medial", 1.0))
    return home


def says(*words):
    return lambda texts: all(any(word in text for text in texts) for word in words)


def test_what_is_sent_waits_for_the_archive_arrives_and_is_kept(screen, home, archive):
    with console(screen, home) as hand:
        sign_in(hand, "Sara")
        open_case(hand)
        hand.tap("Margins")
        hand.until("screen", "margins")
        hand.tap("Export")
        hand.until("screen", "export")
        hand.until("texts", says("Nothing of this case was sent yet."))
        hand.tap("Send to archive")
        hand.until("texts", says("objects are queued", "It does not answer"))
        archive.start()
        hand.until("texts", says("2 objects: 2 kept by the archive."))
        assert not any("waiting" in text or "refused" in text for text in hand.ask("texts"))
    assert archive.arrivals() == len(archive.instances()) == 2
    service, surgeon = signed(home, "Sara")
    with closing(service):
        sent = service.deliveries(surgeon, service.find_cases(surgeon, "0009911").cases[0].id)
        assert [one.state for one in sent] == [DeliveryState.CONFIRMED] * 2
        assert {one.names.instance for one in sent} == set(archive.instances())
        assert service.verify() == ()
