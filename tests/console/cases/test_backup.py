"""Backups stand on their own, are thinned as they age, and bring back a store in every state that it may be found in."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.cases import backup, retention
from console.cases import keys as key_place
from console.cases.exchange import READY, finish
from console.cases.inspection import inspect
from console.cases.mending import mend
from console.cases.restore import recover, restore
from console.cases.rotation import rotate
from console.cases.service import CaseService
from console.faults import CaseStoreError, Refused, StoreBusy, StoreDamaged
from tests.faults import stores
from tests.faults.promises import Found, look

NOW = datetime(2026, 3, 9, 12, tzinfo=UTC)
times = st.lists(st.integers(0, 500 * 24 * 4).map(lambda quarter: NOW - timedelta(minutes=15 * quarter)), unique=True)


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with something of everything."""
    home = tmp_path_factory.mktemp("pristine") / "home"
    stores.save(home, 3, 40)
    return home


@pytest.fixture
def home(pristine: Path, tmp_path: Path) -> Path:
    """The same, to be spoiled."""
    return stores.copy(pristine, tmp_path / "home")


def sound(home: Path) -> Found:
    """What the store holds; nothing may be wrong with it."""
    found = look(home)
    assert found.complaints == ()
    return found


# --- when, and which -----------------------------------------------------------------------------------------------------------------------


def test_due_only_when_something_changed_and_the_last_one_is_old() -> None:
    ago = lambda minutes: NOW - timedelta(minutes=minutes)  # noqa: E731
    assert retention.due(NOW, None, changed_since=True)
    assert retention.due(NOW, ago(15), changed_since=True)
    assert not retention.due(NOW, ago(14), changed_since=True)
    assert not retention.due(NOW, None, changed_since=False)
    assert retention.due(NOW, ago(-60), changed_since=True), "a clock that was set back must not stop backups"


@given(times)
def test_thinning_keeps_the_day_then_days_then_weeks(made: list[datetime]) -> None:
    kept = retention.kept(made, NOW)
    assert kept <= set(made)
    assert {time for time in made if NOW - time <= timedelta(hours=24)} <= kept
    for day in {time.date() for time in made if NOW - time <= timedelta(days=30)}:
        assert any(time.date() == day for time in kept)
    for week in {time.isocalendar()[:2] for time in made if NOW - time <= timedelta(days=365)}:
        assert any(time.isocalendar()[:2] == week for time in kept)
    assert not made or max(made) in kept
    assert len(kept) <= 24 * 4 + 1 + 31 + 54
    assert retention.kept(kept, NOW) == kept


@given(times, st.integers(0, 50))
def test_a_budget_never_takes_the_newest_two(made: list[datetime], budget: int) -> None:
    kept = retention.within(dict.fromkeys(made, 1), NOW, budget)
    assert set(sorted(made)[-2:]) <= kept
    assert len(kept) <= max(2, budget)


# --- making --------------------------------------------------------------------------------------------------------------------------------


def test_a_backup_is_made_while_the_store_is_in_use(home: Path) -> None:
    service = CaseService.open(home)
    made = backup.make(home)
    assert backup.latest(backup.folder_of(home)) == made
    assert service.health().last_backup == made.at
    service.close()
    assert [path.name for path in made.path.iterdir() if path.name not in {"store.db", "audit.head", "note.json"}] == []
    assert backup.at_path(made.path / "store.db") == made


def test_old_ones_go_and_those_before_a_restore_stay_a_month(home: Path) -> None:
    folder = backup.folder_of(home)
    for hours in range(72, 24, -6):
        backup.make(home, now=lambda hours=hours: NOW - timedelta(hours=hours), reason=backup.SCHEDULED)
    kept = backup.make(home, now=lambda: NOW - timedelta(hours=31), reason=backup.RESTORE)
    backup.make(home, now=lambda: NOW)
    left = backup.listed(folder)
    assert kept in left
    assert len(left) == len({backup.at.date() for backup in left}) + 1


def test_what_a_crash_left_is_swept_and_never_listed(home: Path) -> None:
    folder = backup.folder_of(home)
    (folder / ".20260309T120000.000000Z.part").mkdir(parents=True)
    assert backup.listed(folder) == ()
    backup.make(home)
    assert not list(folder.glob(".*"))


def test_a_damaged_backup_is_refused_and_the_one_before_it_taken(home: Path) -> None:
    wanted = sound(home)
    backup.make(home, now=lambda: NOW - timedelta(hours=1))
    newest = backup.make(home, now=lambda: NOW)
    content = bytearray((newest.path / "store.db").read_bytes())
    content[len(content) // 2] ^= 1
    (newest.path / "store.db").write_bytes(content)
    with pytest.raises(StoreDamaged):
        restore(home, newest)
    (home / "store.db").write_bytes(b"gone" * 2000)
    assert recover(home).source != newest.path
    assert sound(home).facts == wanted.facts


def test_a_place_that_cannot_be_written_is_said_in_a_sentence(home: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CaseStoreError):
        backup.make(home, tmp_path / "file")


# --- bringing back -------------------------------------------------------------------------------------------------------------------------


def test_what_was_logged_after_the_backup_comes_back_from_the_journals(home: Path) -> None:
    made = backup.make(home)
    stores.save(home, 4, 20)
    wanted = sound(home)
    (home / "store.db").unlink()
    done = restore(home, made)
    assert done.replayed > 0
    assert sound(home).facts == wanted.facts


def test_everything_comes_back_from_the_journals_alone(home: Path) -> None:
    wanted = sound(home)
    for name in ("store.db", "audit.head"):
        (home / name).unlink()
    restore(home, None)
    assert sound(home).facts == wanted.facts


def test_exactly_as_the_backup_was_when_that_is_wanted(home: Path) -> None:
    made, wanted = backup.make(home), sound(home)
    stores.save(home, 4, 20)
    newer = sound(home)
    done = restore(home, made, with_journals=False)
    assert sound(home).facts == wanted.facts
    assert done.kept
    given_up = backup.at_path(done.kept)
    assert given_up
    restore(home, given_up, with_journals=False)
    assert sound(home).facts == newer.facts, "what was given up can be had again"


def test_behind_a_gap_in_the_journals_nothing_is_lost_either(home: Path) -> None:
    made = backup.make(home)
    known = {path.name for path in (home / "cases").glob("*.journal")}
    stores.save(home, 4, 30)
    wanted = sound(home)
    first = min(path for path in (home / "cases").glob("*.journal") if path.name not in known)
    gone = {fact for fact in wanted.facts if fact[1] == first.stem}
    assert len({fact[1] for fact in wanted.facts if fact[1] > first.stem}) > 0, "the series must have a case after the gap"
    first.unlink()
    (home / "store.db").unlink()
    done = restore(home, made)
    assert done.saved > 0
    assert wanted.facts - gone <= sound(home).facts


def test_on_another_machine_with_the_key_alone(home: Path, tmp_path: Path) -> None:
    made, wanted = backup.make(home, tmp_path / "disk"), sound(home)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.copy(home / "key", elsewhere / "key")
    restore(elsewhere, made)
    assert sound(elsewhere).facts == wanted.facts


def test_a_backup_of_before_the_key_was_changed(home: Path) -> None:
    made, wanted = backup.make(home), sound(home)
    rotate(home, lambda: NOW)
    (home / "store.db").unlink()
    restore(home, made)
    assert wanted.facts <= sound(home).facts


def test_a_restore_cut_short_is_finished_by_the_next_start(home: Path) -> None:
    made, wanted = backup.make(home), sound(home)
    (home / READY).mkdir()
    shutil.copy(made.path / "store.db", home / READY / "store.db")
    shutil.copy(made.path / "audit.head", home / READY / "audit.head")
    (home / "store.db").write_bytes(b"old")
    (home / "store.db-wal").write_bytes(b"the old one's")
    assert sound(home).facts == wanted.facts
    assert not (home / READY).exists()
    assert finish(home, mend) is False


def test_nothing_is_restored_under_somebody_who_works(home: Path) -> None:
    made = backup.make(home)
    service = CaseService.open(home)
    with pytest.raises(StoreBusy):
        restore(home, made)
    service.close()
    assert inspect(home) == ()


def test_without_backup_or_journal_it_says_so(tmp_path: Path, home: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(Refused):
        inspect(empty)
    shutil.rmtree(home / "cases")
    (home / "system.journal").unlink()
    (home / "store.db").unlink()
    with pytest.raises(Refused):
        recover(home)
    assert key_place.load(home)
