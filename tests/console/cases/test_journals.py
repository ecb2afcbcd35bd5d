"""A case's journal knows what the database knows: after a crash in between, after a torn or damaged journal, and enough to make it anew."""

from decimal import Decimal

import pytest

from console.cases.database import blank, connect
from console.cases.journal import SYSTEM, Journals
from console.cases.keys import load
from console.cases.ledger import last_head
from console.cases.migrations import migrate
from console.cases.replay import replay
from console.cases.rows import TABLES
from console.cases.verify import Part, verify


@pytest.fixture
def case(theatre):
    made = theatre.case()
    theatre.reading(made.id, Decimal(1))
    return made


def journal(theatre, name):
    return Journals(theatre.home, load(theatre.home)).read(name)


def test_every_commit_is_a_frame_with_its_lines_and_rows(theatre, case):
    contents = journal(theatre, case.id)
    assert [[line.action for line in frame.lines] for frame in contents.frames] == [["create case", "add specimen"], ["sign reading"]]
    assert [[name for name, _ in frame.rows] for frame in contents.frames] == [["cases", "specimens"], ["readings"]]
    assert {line.case_id for frame in journal(theatre, SYSTEM).frames for line in frame.lines} == {None}


def test_a_crash_between_database_and_journal_is_caught_up(theatre, case, monkeypatch):
    with monkeypatch.context() as crash:
        crash.setattr("console.cases.ledger.Ledger._follow", lambda self, change: None)
        theatre.reading(case.id, Decimal(2))
        theatre.service.add_user(theatre.administrator, "Betty", list(theatre.users)[2], "2580")
    theatre.service.close()
    assert {found.part for found in verify(theatre.home)} == {Part.JOURNALS}
    theatre.open()
    assert theatre.service.verify() == ()
    assert len(journal(theatre, case.id).frames) == 3


def test_a_crash_between_journal_and_anchor_doubles_nothing(theatre, case, monkeypatch):
    with monkeypatch.context() as crash:
        crash.setattr("console.cases.audit.Anchor.write", lambda self, head: None)
        theatre.reading(case.id, Decimal(2))
    theatre.reopen()
    assert theatre.service.verify() == ()
    assert len(journal(theatre, case.id).frames) == 3


def test_a_damaged_length_costs_no_frame_behind_it(theatre, case):
    for number in range(3):
        theatre.reading(case.id, Decimal(number + 2))
    theatre.service.close()
    path = theatre.home / "cases" / f"{case.id}.journal"
    content = bytearray(path.read_bytes())
    content[0] ^= 0x40  # the first frame's length: it now reaches far beyond the end
    path.write_bytes(content)
    theatre.reopen()
    theatre.reading(case.id, Decimal(9))
    assert theatre.service.verify() == ()
    lines = [line.seq for frame in journal(theatre, case.id).frames for line in frame.lines]
    assert len(lines) == 7
    assert lines == sorted(lines)


@pytest.mark.parametrize("left", [1, 17, 25, -1])
def test_a_torn_frame_is_trimmed_and_written_again(theatre, case, left, monkeypatch):
    path = theatre.home / "cases" / f"{case.id}.journal"
    whole = path.stat().st_size
    with monkeypatch.context() as crash:
        crash.setattr("console.cases.audit.Anchor.write", lambda self, head: None)
        theatre.reading(case.id, Decimal(2))
    content = path.read_bytes()
    path.write_bytes(content[: whole + left] if left > 0 else content[:left])
    theatre.reopen()
    assert theatre.service.verify() == ()
    assert len(journal(theatre, case.id).frames) == 3


def test_zeros_after_the_end_are_trimmed(theatre, case):
    path = theatre.home / "cases" / f"{case.id}.journal"
    path.write_bytes(path.read_bytes() + bytes(5000))
    theatre.reopen()
    theatre.reading(case.id, Decimal(2))
    assert theatre.service.verify() == ()


def test_a_damaged_journal_is_set_aside_and_written_anew(theatre, case):
    path = theatre.home / "cases" / f"{case.id}.journal"
    content = bytearray(path.read_bytes())
    content[40] ^= 1
    path.write_bytes(content)
    assert [found.part for found in verify(theatre.home)] == [Part.JOURNALS, Part.JOURNALS]
    theatre.reopen()
    theatre.reading(case.id, Decimal(2))
    assert theatre.service.verify() == ()
    assert len(list((theatre.home / "cases").glob("*.damaged-*"))) == 1


def test_a_frame_of_another_case_proves_nothing(theatre, case):
    other = theatre.case("MRN-200")
    path = theatre.home / "cases" / f"{case.id}.journal"
    path.write_bytes((theatre.home / "cases" / f"{other.id}.journal").read_bytes())
    assert journal(theatre, case.id).frames == ()


def test_the_store_can_be_made_anew_from_its_journals(theatre, case, tmp_path):
    service, surgeon = theatre.service, theatre.surgeon
    service.add_entry(surgeon, case.id, None, "form", "field", "1")
    service.undo_entry(surgeon, case.id, None, "form")
    service.amend_case(surgeon, theatre.case("MRN-200"), "nothing changed")
    service.add_asset(surgeon, case.id, b"x", "text/plain", "")
    service.change_setting(surgeon, "department", "B")
    service.close()
    keys = load(theatre.home)
    fresh = blank()
    there = connect(theatre.home / "store.db", keys.derive("database"), read_only=True)
    try:
        migrate(fresh, lambda _: None)
        head = last_head(there)
        assert replay(fresh, Journals(theatre.home, keys), keys, theatre.clock) == (head.seq, 0)
        assert last_head(fresh) == head
        for table in ("audit", "case_words", *(table.name for table in TABLES)):
            query = f"SELECT * FROM {table} ORDER BY 1, 2"
            assert fresh.conn.execute(query).fetchall() == there.conn.execute(query).fetchall()
    finally:
        fresh.close()
        there.close()
