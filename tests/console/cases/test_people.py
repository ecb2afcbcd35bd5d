"""Signing in: five tries, a lock that outlives the program, an administrator who opens it, and a trace of every attempt."""

import pytest

from console.cases.model import Role
from console.cases.pins import STRONG, check_pin
from console.cases.service import CaseService
from console.faults import CaseStoreError, NotAllowed, Refused

PIN = "2580"


def trail(theatre):
    """The actions of the audit trail."""
    return theatre.service.ledger.read(lambda database: [row[0] for row in database.conn.execute("SELECT action FROM audit ORDER BY seq")])


def fail(theatre, times):
    """Wrong PINs for the surgeon; what was said."""
    said = []
    for _ in range(times):
        with pytest.raises(NotAllowed) as refusal:
            theatre.service.sign_in(theatre.users[Role.SURGEON].id, "9753")
        said.append(str(refusal.value))
    return said


def test_five_failures_lock_and_a_restart_does_not_forgive(theatre):
    surgeon = theatre.users[Role.SURGEON].id
    assert "3 tries left" in fail(theatre, 2)[1]
    theatre.reopen()
    said = fail(theatre, 3)
    assert "1 try left" in said[1]
    assert "Locked until 09:45" in said[2]
    theatre.service.close()
    theatre.open()
    with pytest.raises(NotAllowed, match="Locked"):
        theatre.service.sign_in(surgeon, PIN)
    with pytest.raises(NotAllowed, match="Locked"):
        theatre.service.resume(surgeon)
    theatre.clock.go_on(minutes=15, seconds=1)
    assert theatre.service.sign_in(surgeon, PIN).user.role is Role.SURGEON
    assert {"sign in failed", "sign in refused: locked", "resume refused: locked"} <= set(trail(theatre))


def test_after_the_lock_ran_out_the_count_begins_anew(theatre):
    fail(theatre, 5)
    theatre.clock.go_on(minutes=16)
    assert "4 tries left" in fail(theatre, 1)[0]


def test_a_right_pin_forgives(theatre):
    fail(theatre, 4)
    theatre.service.sign_in(theatre.users[Role.SURGEON].id, PIN)
    assert "4 tries left" in fail(theatre, 1)[0]


def test_an_administrator_unlocks(theatre):
    fail(theatre, 5)
    theatre.service.unlock_user(theatre.administrator, theatre.users[Role.SURGEON].id)
    assert theatre.service.sign_in(theatre.users[Role.SURGEON].id, PIN)


def test_a_wrong_old_pin_counts_as_a_try(theatre):
    for _ in range(4):
        with pytest.raises(NotAllowed, match="not the PIN"):
            theatre.service.change_pin(theatre.surgeon, "9753", "8642")
    with pytest.raises(NotAllowed, match="Locked"):
        theatre.service.change_pin(theatre.surgeon, "9753", "8642")


def test_a_new_pin_takes_the_place_of_the_old(theatre):
    theatre.service.change_pin(theatre.surgeon, PIN, "86420")
    surgeon = theatre.users[Role.SURGEON].id
    with pytest.raises(NotAllowed):
        theatre.service.sign_in(surgeon, PIN)
    assert theatre.service.sign_in(surgeon, "86420")


@pytest.mark.parametrize("pin", ["", "123", "12a4", "1234567890123", "0000", "1234", "4321", "7890", "٣٤٥٦", "25 80"])
def test_bad_pins(pin):
    with pytest.raises(Refused) as refusal:
        check_pin(pin)
    assert pin not in str(refusal.value) or not pin


def test_pins_are_hashed_at_full_strength_unless_a_test_says_otherwise():
    assert (STRONG.memory_cost, STRONG.time_cost, STRONG.parallelism) == (65_536, 3, 4)
    assert STRONG.hash("2580").startswith("$argon2id$")


def test_the_first_person_is_an_administrator_and_the_last_one_stays(tmp_path):
    service = CaseService.open(tmp_path / "other")
    try:
        with pytest.raises(Refused, match="administrator"):
            service.add_user(None, "Grace", Role.SURGEON, PIN)
        ada = service.add_user(None, "Ada", Role.ADMINISTRATOR, PIN)
        with pytest.raises(NotAllowed):
            service.add_user(None, "Eve", Role.ADMINISTRATOR, PIN)
        session = service.sign_in(ada.id, PIN)
        with pytest.raises(Refused, match="last administrator"):
            service.set_user_active(session, ada.id, active=False)
        bob = service.add_user(session, "Bob", Role.ADMINISTRATOR, PIN)
        service.set_user_active(session, bob.id, active=False)
        with pytest.raises(Refused, match="last administrator"):
            service.set_user_active(session, ada.id, active=False)
    finally:
        service.close()


@pytest.mark.parametrize("name", ["", "  ", "grace", "Emergency Access", "x" * 81])
def test_names_tell_people_apart(theatre, name):
    with pytest.raises(Refused):
        theatre.service.add_user(theatre.administrator, name, Role.NURSE, PIN)


def test_break_glass_needs_a_reason_and_leaves_it(theatre):
    with pytest.raises(Refused, match="reason"):
        theatre.service.break_glass("  ")
    theatre.service.break_glass("bleeding")
    assert trail(theatre)[-1] == "break glass"


def test_without_writing_tries_are_counted_all_the_same(theatre):
    theatre.service.close()
    theatre.open(read_only=True)
    said = fail(theatre, 5)
    assert "4 tries left" in said[0]
    assert "Locked" in said[4]
    with pytest.raises(NotAllowed, match="Locked"):
        theatre.service.sign_in(theatre.users[Role.SURGEON].id, PIN)
    with pytest.raises(CaseStoreError, match="reading only"):
        theatre.service.break_glass("bleeding")
    assert theatre.service.sign_in(theatre.users[Role.NURSE].id, PIN)
