"""Opening a store: one writer, readers beside it, older and newer versions, and a disk without room."""

import json
import subprocess
import sys
import threading
from decimal import Decimal

import pytest

from console.cases import backup, opening
from console.cases.ballast import Ballast
from console.cases.database import DiskFull
from console.cases.migrations import MIGRATIONS, migrate, version
from console.cases.model import Role
from console.cases.service import CaseService
from console.faults import CaseStoreError, Refused, StoreBusy, StoreTooNew


def test_one_writer_and_readers_beside_it(theatre):
    case = theatre.case()
    with pytest.raises(StoreBusy, match="Another Rimlight"):
        CaseService.open(theatre.home)
    reader = CaseService.open(theatre.home, read_only=True)
    try:
        surgeon = reader.resume(theatre.users[Role.SURGEON].id)
        theatre.reading(case.id, Decimal(1))
        assert len(reader.case_file(surgeon, case.id).readings) == 1
        with pytest.raises(CaseStoreError, match="reading only"):
            reader.add_event(surgeon, case.id, "incision")
        assert reader.health().read_only
    finally:
        reader.close()
    theatre.service.close()
    theatre.service.close()
    with pytest.raises(CaseStoreError, match="closed"):
        theatre.service.users()
    theatre.open()


def test_another_process_is_kept_out_too(theatre):
    program = "import sys, pathlib, console.cases.service as s\ntry: s.CaseService.open(pathlib.Path(sys.argv[1]))\nexcept s.StoreBusy: print('busy')"
    program = program.replace("except s.StoreBusy", "except __import__('console.faults').faults.StoreBusy")
    done = subprocess.run([sys.executable, "-c", program, str(theatre.home)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "busy"


def test_nothing_to_read(tmp_path):
    with pytest.raises(CaseStoreError, match="no store"):
        CaseService.open(tmp_path / "nowhere", read_only=True)
    assert not (tmp_path / "nowhere").exists()


def second(database):
    """A step that some later version might take."""
    database.conn.execute("ALTER TABLE cases ADD COLUMN trial TEXT")
    database.conn.execute("CREATE TABLE trials (name TEXT) STRICT")


def broken(database):
    """A step that fails half-way."""
    second(database)
    raise CaseStoreError("no")


def test_an_older_store_is_backed_up_and_brought_up(theatre):
    case = theatre.case()
    theatre.service.close()
    store = opening.open_store(theatre.home, theatre.clock, read_only=False, steps=(*MIGRATIONS, second))
    assert store.ledger.read(version) == len(MIGRATIONS) + 1
    store.release()
    assert [copy.reason for copy in backup.listed(backup.folder_of(theatre.home))] == [backup.MIGRATION]

    theatre.open()  # this version, for which that store is too new
    service = theatre.service
    surgeon = service.resume(theatre.users[Role.SURGEON].id)
    assert service.case_file(surgeon, case.id).case == case
    assert service.health().read_only
    for _ in range(2):
        with pytest.raises(StoreTooNew, match="newer"):
            service.add_event(surgeon, case.id, "incision")


def test_a_step_that_fails_leaves_the_store_as_it_was(theatre):
    case = theatre.case()
    theatre.service.close()
    with pytest.raises(CaseStoreError):
        opening.open_store(theatre.home, theatre.clock, read_only=False, steps=(*MIGRATIONS, broken))
    theatre.open()
    theatre.reopen()
    assert theatre.service.case_file(theatre.surgeon, case.id).case == case
    assert theatre.service.verify() == ()


def test_an_unfinished_store_is_not_read(theatre):
    theatre.service.close()
    with pytest.raises(CaseStoreError, match="older version"):
        opening.open_store(theatre.home, theatre.clock, read_only=True, steps=(*MIGRATIONS, second))


def test_steps_run_once(theatre):
    database = theatre.service.ledger._database()
    migrate(database, lambda _: pytest.fail("nothing to keep"), MIGRATIONS)


def test_a_full_disk_throws_out_the_ballast_and_saves(theatre, monkeypatch):
    case = theatre.case()
    ballast = theatre.home / "ballast"
    assert ballast.stat().st_size == 16 << 20
    real = theatre.service.ledger._commit
    full, thrown = [True], []

    def commit(*arguments):
        if full.pop() if full else False:
            raise DiskFull("The disk is full.")
        thrown.append(not ballast.exists())
        return real(*arguments)

    monkeypatch.setattr(theatre.service.ledger, "_commit", commit)
    event = theatre.service.add_event(theatre.surgeon, case.id, "incision")
    assert thrown == [True]
    assert ballast.exists()  # there was room after all
    theatre.reopen()
    assert theatre.service.case_file(theatre.surgeon, case.id).events == (event,)


def test_a_full_disk_without_ballast_is_said_and_nothing_half_done(theatre):
    case = theatre.case()
    theatre.service.ledger.ballast.drop()
    database = theatre.service.ledger._database()
    pages = database.conn.execute("PRAGMA page_count").fetchone()[0]
    database.conn.execute(f"PRAGMA max_page_count = {pages}")

    def fill():
        for _ in range(200):
            theatre.service.add_entry(theatre.surgeon, case.id, None, "form", "field", "x" * 2000)

    with pytest.raises(DiskFull, match="disk is full"):
        fill()
    saved = len(theatre.service.case_file(theatre.surgeon, case.id).entries)
    database.conn.execute("PRAGMA max_page_count = 1000000")
    theatre.service.add_entry(theatre.surgeon, case.id, None, "form", "field", "1")
    assert len(theatre.service.case_file(theatre.surgeon, case.id).entries) == saved + 1
    assert theatre.service.verify() == ()


def test_a_journal_without_room_is_caught_up_later(theatre, broken_write, monkeypatch):
    case = theatre.case()
    theatre.service.ledger.ballast.drop()
    broken_write("console.cases.journal.flush_data")
    event = theatre.service.add_event(theatre.surgeon, case.id, "incision")
    broken_write("console.cases.audit.flush_data")
    monkeypatch.undo()
    theatre.service.add_event(theatre.surgeon, case.id, "closure")
    assert event in theatre.service.case_file(theatre.surgeon, case.id).events
    assert theatre.service.verify() == ()


def test_ballast_stays_ashore_when_there_is_little_room(tmp_path):
    Ballast(tmp_path, size=1 << 60).stow()
    assert not (tmp_path / "ballast").exists()


def test_threads_write_and_read_at_once(theatre):
    case = theatre.case()
    failures = []

    def work(number):
        try:
            for step in range(10):
                theatre.service.add_entry(theatre.surgeon, case.id, None, f"form {number}", "field", str(step))
                theatre.service.case_file(theatre.surgeon, case.id)
                theatre.service.find_cases(theatre.surgeon, "mul")
        except Exception as error:  # noqa: BLE001
            failures.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(theatre.service.case_file(theatre.surgeon, case.id).entries) == 40
    assert theatre.service.verify() == ()


def test_what_sqlite_says_does_not_get_out(theatre):
    def wrong(change):
        change.database.conn.execute("INSERT INTO settings (seq, name, value) VALUES (1, 'Müller', 'MRN-100'), (1, 'x', 'y')")

    with pytest.raises(CaseStoreError) as refusal:
        theatre.service.ledger.write("x", wrong)
    assert "ller" not in str(refusal.value)
    assert refusal.value.__cause__ is None
    assert refusal.value.__suppress_context__


def test_the_trail_holds_what_was_changed_and_no_secret(theatre):
    theatre.service.change_pin(theatre.surgeon, "2580", "8642")
    query = "SELECT change FROM audit WHERE change IS NOT NULL"
    changes = theatre.service.ledger.read(lambda database: [row[0] for row in database.conn.execute(query)])
    assert {"pin_hash": ["kept secret"]} in [json.loads(change) for change in changes]
    assert not any("argon2" in change for change in changes)
    with pytest.raises(Refused):
        theatre.service.change_setting(theatre.administrator, "colour", "red")
