"""What waits for the hospital: nothing is lost, nothing is queued twice, and every step is in the audit trail."""

from datetime import timedelta

import pytest

from console.cases import opening
from console.cases.inbox import Inbox, Note
from console.cases.migrations import MIGRATIONS, version
from console.cases.outbox import Delivery, DeliveryKind, DeliveryState, ObjectNames
from console.faults import Refused, StoreDamaged

NAMES = ObjectNames("1.2.840.10008.5.1.4.1.1.66.4", "1.2.3.4", "1.2.3", "1.2.3.1", "1.2.840.10008.1.2.1")


def queue(theatre, content=b"object", names=NAMES, case=None, kind=DeliveryKind.STORE) -> Delivery:
    case = case or theatre.case()
    asset = theatre.service.add_asset(theatre.surgeon, case.id, content, "application/dicom", "SEG")
    return theatre.service.queue_delivery(theatre.surgeon, case.id, asset.sha256, names, "SEG", kind)


def test_it_waits_across_a_restart(theatre):
    delivery = queue(theatre)
    theatre.reopen()
    (waiting,) = theatre.service.outbox.open_deliveries()
    assert waiting == delivery
    assert theatre.service.outbox.content(waiting) == b"object"
    assert theatre.service.deliveries(theatre.surgeon) == (delivery,)


def test_the_same_object_twice_is_one_delivery(theatre):
    case = theatre.case()
    first = queue(theatre, case=case)
    before = theatre.service.revision
    assert theatre.service.queue_delivery(theatre.surgeon, case.id, first.sha256, NAMES, "SEG") == first
    assert theatre.service.revision == before


def test_another_object_under_the_same_identifier_is_refused(theatre):
    case = theatre.case()
    queue(theatre, case=case)
    with pytest.raises(Refused, match="identifier"):
        queue(theatre, b"other", case=case)
    with pytest.raises(Refused, match="does not belong"):
        theatre.service.queue_delivery(theatre.surgeon, case.id, "00" * 32, NAMES, "SEG")
    with pytest.raises(Refused, match="identifier"):
        queue(theatre, case=case, names=ObjectNames("1", ""))
    assert len(theatre.service.outbox.open_deliveries()) == 1


def test_an_outage_does_not_fill_the_store(theatre):
    outbox, delivery = theatre.service.outbox, queue(theatre)
    for _ in range(20):
        outbox.note([delivery], DeliveryState.SENDING)
        outbox.note([delivery], DeliveryState.SENDING, "ARCHIVE: It does not answer.")
    before = theatre.service.revision
    outbox.note([delivery], DeliveryState.SENDING, "ARCHIVE: It does not answer.")
    assert theatre.service.revision == before


def test_from_sending_to_kept_and_back_from_nothing_settled(theatre):
    outbox, delivery = theatre.service.outbox, queue(theatre)
    for state, commit in ((DeliveryState.SENDING, ""), (DeliveryState.SENT, ""), (DeliveryState.ASKED, "1.9")):
        outbox.note([delivery], state, commit=commit)
    assert not outbox.open_deliveries()
    assert [one.state for one in outbox.unconfirmed()] == [DeliveryState.ASKED]
    outbox.note([delivery], DeliveryState.SENDING)
    assert outbox.unconfirmed()[0].state is DeliveryState.ASKED  # what arrived is not in doubt again
    assert not outbox.reported("1.8", ["1.2.3.4"], [])
    assert outbox.reported("1.9", ["1.2.3.4"], [])
    assert theatre.service.deliveries(theatre.surgeon, delivery.case_id)[0].state is DeliveryState.CONFIRMED
    assert outbox.reported("1.9", [], ["1.2.3.4"])
    assert not outbox.open_deliveries()


def test_what_the_archive_lost_is_queued_again_once(theatre):
    outbox, delivery = theatre.service.outbox, queue(theatre)
    outbox.note([delivery], DeliveryState.ASKED, commit="1.9")
    for _ in range(2):
        outbox.reported("1.9", [], ["1.2.3.4"])
    (waiting,) = outbox.open_deliveries()
    assert (waiting.state, waiting.detail) == (DeliveryState.QUEUED, "The archive says that it does not have it.")
    outbox.note([waiting], DeliveryState.SENT)
    outbox.reported("1.9", [], ["1.2.3.4"])  # the old report, told once more
    assert not outbox.open_deliveries()


def test_only_what_was_refused_is_sent_again_by_hand(theatre):
    outbox, delivery = theatre.service.outbox, queue(theatre)
    with pytest.raises(Refused, match="by itself"):
        theatre.service.send_again(theatre.surgeon, delivery.id)
    outbox.note([delivery], DeliveryState.REFUSED, "ARCHIVE: It refused the object, status 0xc123.")
    assert not outbox.open_deliveries()
    assert [one.state for one in theatre.service.deliveries(theatre.surgeon)] == [DeliveryState.REFUSED]
    assert theatre.service.send_again(theatre.surgeon, delivery.id).state is DeliveryState.QUEUED
    with pytest.raises(Refused, match="no such delivery"):
        theatre.service.send_again(theatre.surgeon, "nothing")


def test_the_store_verifies_and_its_journals_know_it_all(theatre):
    delivery = queue(theatre)
    theatre.service.outbox.note([delivery], DeliveryState.SENDING)
    assert theatre.service.verify() == ()
    theatre.tamper("UPDATE delivery_steps SET state = 'sent' WHERE state = 'sending'")
    theatre.open()
    assert any(finding.grave for finding in theatre.service.verify())


def test_a_store_of_the_version_before_is_brought_up(theatre, tmp_path):
    home = tmp_path / "older"
    store = opening.open_store(home, theatre.clock, read_only=False, steps=MIGRATIONS[:2])
    assert store.ledger.read(version) == 2
    store.release()
    store = opening.open_store(home, theatre.clock, read_only=False)
    assert store.ledger.read(version) == len(MIGRATIONS)
    assert store.ledger.read(lambda database: database.conn.execute("SELECT count(*) FROM deliveries").fetchone()[0]) == 0
    store.release()


# --- the inbox -----------------------------------------------------------------------------------------------------------------------------


def note(number=1, **other):
    return Note("CT1", "1.2", f"1.2.3.{number}", "1.2", "1.2.3", "2026-03-09T09:30:00+00:00", 7, **other)


@pytest.fixture
def inbox(theatre):
    return Inbox(theatre.home, theatre.service.ledger.keys)


def test_what_was_pushed_comes_back_as_it_came(theatre, inbox):
    secret = b"MUELLER^ANNE" * 100
    for number in (2, 1):
        inbox.keep(note(number), secret)
    inbox.keep(note(1), secret)
    assert sorted(one.instance for one in inbox.notes()) == ["1.2.3.1", "1.2.3.2"]
    assert inbox.read("1.2.3.1") == secret
    assert all(b"MUELLER" not in path.read_bytes() and "1.2.3" not in path.name for path in inbox.folder.iterdir())
    inbox.drop("1.2.3.1")
    inbox.drop("1.2.3.1")
    assert [one.instance for one in inbox.notes()] == ["1.2.3.2"]
    assert theatre.service.verify() == ()


@pytest.mark.parametrize("place", [0, 5, 12, 30, 60, -1])
def test_a_damaged_picture_is_named_never_given(inbox, place):
    inbox.keep(note(), b"picture" * 100)
    (path,) = inbox.folder.iterdir()
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)
    with pytest.raises(StoreDamaged, match="send it again"):
        inbox.read("1.2.3.1")
    assert inbox.damaged in {0, 1}


def test_a_full_disk_leaves_nothing_behind(inbox, broken_write):
    inbox.keep(note(2), b"before")
    broken_write("os.fsync")
    with pytest.raises(OSError, match="space"):
        inbox.keep(note(), b"picture")
    assert [one.instance for one in inbox.notes()] == ["1.2.3.2"]
    assert not list(inbox.folder.glob("*.part"))


def test_what_a_crash_left_half_written_is_removed(inbox):
    inbox.keep(note(), b"whole")
    (inbox.folder / "x.in.12.part").write_bytes(b"half")
    inbox.clean()
    assert [one.instance for one in inbox.notes()] == ["1.2.3.1"]
    assert inbox.size() > 0


def test_time_goes_on(theatre):
    delivery = queue(theatre)
    theatre.clock.go_on(hours=2)
    theatre.service.outbox.note([delivery], DeliveryState.SENT)
    assert theatre.service.outbox.unconfirmed()[0].at - delivery.queued_at == timedelta(hours=2)
