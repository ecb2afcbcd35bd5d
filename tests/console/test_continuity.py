"""Coming back after a crash: where to, as whom, and when not."""

from __future__ import annotations

import json
import stat
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from console.cases.continuity import FILE, Continuity, ReturnKind
from console.cases.model import new_id

KEY = b"k" * 32
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
IDLE = timedelta(minutes=5)
CASE, USER = new_id(), new_id()


def kept(home, key=KEY):
    return Continuity(home, key, IDLE)


def crash_at_work(home, now=NOON, *, locked=False, screen="specimen"):
    run = kept(home)
    run.begin(now)
    run.moved(now, CASE, screen, USER, locked=locked)


def test_a_first_start_is_fresh(tmp_path):
    start = kept(tmp_path).begin(NOON)
    assert start.kind is ReturnKind.FRESH
    assert not start.damaged


def test_after_a_crash_it_comes_back_to_case_and_screen(tmp_path):
    crash_at_work(tmp_path)
    start = kept(tmp_path).begin(NOON + timedelta(seconds=3))
    assert (start.kind, start.case_id, start.screen, start.user_id, start.without_pin) == (ReturnKind.BACK, CASE, "specimen", USER, True)


def test_after_a_proper_end_it_starts_fresh(tmp_path):
    run = kept(tmp_path)
    run.begin(NOON)
    run.moved(NOON, CASE, "margins", USER, locked=False)
    run.ended(NOON)
    start = kept(tmp_path).begin(NOON + timedelta(seconds=3))
    assert (start.kind, start.case_id, start.user_id) == (ReturnKind.FRESH, None, None)


@pytest.mark.parametrize(
    ("locked", "later", "without_pin"),
    [
        (False, timedelta(0), True),
        (False, IDLE, True),
        (False, IDLE + timedelta(seconds=1), False),
        (False, timedelta(seconds=-1), False),  # the clock went backwards
        (True, timedelta(seconds=1), False),
    ],
)
def test_the_pin_is_asked_for_unless_somebody_just_used_it(tmp_path, locked, later, without_pin):
    crash_at_work(tmp_path, locked=locked)
    start = kept(tmp_path).begin(NOON + later)
    assert start.case_id == CASE
    assert start.without_pin is without_pin


def test_activity_keeps_the_session_alive_without_writing_at_each_touch(tmp_path):
    run = kept(tmp_path)
    run.begin(NOON)
    run.moved(NOON, CASE, "specimen", USER, locked=False)
    before = (tmp_path / FILE).stat().st_mtime_ns
    assert run.active(NOON + timedelta(seconds=10))
    assert (tmp_path / FILE).stat().st_mtime_ns == before
    assert run.active(NOON + timedelta(minutes=4))
    assert kept(tmp_path).begin(NOON + timedelta(minutes=8)).without_pin


def test_the_third_crash_within_five_minutes_is_safe_mode(tmp_path):
    crash_at_work(tmp_path)
    kinds = [kept(tmp_path).begin(NOON + timedelta(minutes=minute)).kind for minute in (1, 2, 3, 4, 30)]
    assert kinds == [ReturnKind.BACK, ReturnKind.BACK, ReturnKind.SAFE_MODE, ReturnKind.SAFE_MODE, ReturnKind.BACK]


def test_safe_mode_still_knows_the_case(tmp_path):
    crash_at_work(tmp_path)
    starts = [kept(tmp_path).begin(NOON + timedelta(seconds=second)) for second in (1, 2, 3)]
    assert (starts[-1].kind, starts[-1].case_id) == (ReturnKind.SAFE_MODE, CASE)


def test_a_crash_after_safe_mode_was_left_is_a_crash_again(tmp_path):
    run = kept(tmp_path)
    run.begin(NOON)
    run.ended(NOON)  # as leaving safe mode does: forget the crashes, and go on in the same process
    run.moved(NOON, CASE, "specimen", USER, locked=False)
    start = kept(tmp_path).begin(NOON + timedelta(seconds=5))
    assert (start.kind, start.case_id) == (ReturnKind.BACK, CASE)


def test_slow_crashes_are_no_safe_mode(tmp_path):
    crash_at_work(tmp_path)
    assert {kept(tmp_path).begin(NOON + timedelta(minutes=3 * n)).kind for n in range(1, 8)} == {ReturnKind.BACK}


def test_a_proper_end_forgives_earlier_crashes(tmp_path):
    crash_at_work(tmp_path)
    for second in (1, 2):
        run = kept(tmp_path)
        run.begin(NOON + timedelta(seconds=second))
    run.ended(NOON + timedelta(seconds=3))
    kept(tmp_path).begin(NOON + timedelta(seconds=4))
    assert kept(tmp_path).begin(NOON + timedelta(seconds=5)).kind is ReturnKind.BACK


@pytest.mark.parametrize("change", [{"user_id": new_id()}, {"locked": False}, {"active_at": NOON.isoformat()}])
def test_an_edited_file_counts_as_none_and_is_said(tmp_path, change):
    crash_at_work(tmp_path, locked=True)
    path = tmp_path / FILE
    outer = json.loads(path.read_text())
    outer["body"] = json.dumps(json.loads(outer["body"]) | change | {"forged": True}, sort_keys=True)
    path.write_text(json.dumps(outer))
    start = kept(tmp_path).begin(NOON)
    assert (start.kind, start.damaged, start.case_id, start.without_pin) == (ReturnKind.FRESH, True, None, False)


def test_a_file_from_another_machine_counts_as_none(tmp_path):
    crash_at_work(tmp_path)
    assert kept(tmp_path, b"x" * 32).begin(NOON).damaged


def test_the_file_is_for_its_owner_and_holds_ids_only(tmp_path):
    crash_at_work(tmp_path)
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
    body = json.loads(json.loads((tmp_path / FILE).read_text())["body"])
    assert set(body) == {"case_id", "screen", "user_id", "locked", "active_at", "clean", "crashes"}
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_a_disk_that_refuses_is_no_reason_to_fail(tmp_path, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device")

    run = kept(tmp_path)
    run.begin(NOON)
    monkeypatch.setattr("console.cases.continuity.write_whole", full)
    assert run.moved(NOON, CASE, "margins", USER, locked=False) is False


same_folder = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@same_folder
@given(cut=st.integers(min_value=0, max_value=2000), junk=st.binary(max_size=40))
def test_a_torn_file_never_raises_and_never_signs_anybody_in(tmp_path, cut, junk):
    (tmp_path / FILE).unlink(missing_ok=True)
    crash_at_work(tmp_path)
    whole = (tmp_path / FILE).read_bytes()
    torn = whole[:cut] + junk
    (tmp_path / FILE).write_bytes(torn)
    start = kept(tmp_path).begin(NOON)
    assert torn.strip() == whole or (start.kind is ReturnKind.FRESH and start.damaged and not start.without_pin)


@same_folder
@given(position=st.integers(min_value=0), bit=st.integers(min_value=0, max_value=7))
def test_any_flipped_bit_is_noticed_or_harmless(tmp_path, position, bit):
    (tmp_path / FILE).unlink(missing_ok=True)
    crash_at_work(tmp_path, locked=True)
    content = bytearray((tmp_path / FILE).read_bytes())
    content[position % len(content)] ^= 1 << bit
    (tmp_path / FILE).write_bytes(content)
    start = kept(tmp_path).begin(NOON)
    assert start.damaged
    assert not start.without_pin


@same_folder
@given(st.lists(st.tuples(st.integers(-600, 600), st.booleans(), st.booleans()), max_size=12))
def test_whatever_the_clock_does_only_recent_use_opens_without_a_pin(tmp_path, steps):
    (tmp_path / FILE).unlink(missing_ok=True)
    now, used_at, was_locked, ended = NOON, None, True, True
    for seconds, locked, ends in steps:
        now += timedelta(seconds=seconds)
        run = kept(tmp_path)
        start = run.begin(now)
        assert (start.kind is ReturnKind.FRESH) is ended
        allowed = not ended and not was_locked and used_at is not None and timedelta(0) <= now - used_at <= IDLE
        assert start.without_pin is allowed
        run.moved(now, CASE, "specimen", USER, locked=locked)
        used_at, was_locked, ended = now, locked, ends
        if ends:
            run.ended(now)
