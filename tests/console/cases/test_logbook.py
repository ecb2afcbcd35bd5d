"""What is logged is only appended to: undo and correction are new rows, and what makes no sense is refused with nothing changed."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from console.cases import keys
from console.cases.database import unlock
from console.cases.migrations import APPEND_ONLY, KEPT
from console.cases.model import OutcomeKind, Provenance, SpecimenKind, Validity, Value
from console.cases.outbox import ObjectNames
from console.cases.registry import KeptKind
from console.faults import Refused

GOOD = Value("margin", Decimal(1), "mm")
USABLE = Validity(usable=True, statement="")
MADE = Provenance("ruler", "1", "")


def full_case(theatre):
    """A case with a row in every table."""
    case = theatre.case()
    theatre.service.add_asset(theatre.surgeon, case.id, b"x", "text/plain", "")
    theatre.reading(case.id, Decimal(1))
    theatre.service.add_entry(theatre.surgeon, case.id, None, "form", "field", "1")
    theatre.service.add_event(theatre.surgeon, case.id, "incision")
    theatre.service.add_outcome(theatre.surgeon, case.id, OutcomeKind.PATHOLOGY, date(2026, 1, 1))
    theatre.service.change_setting(theatre.administrator, "department", "B")
    theatre.service.keep_cohort(theatre.surgeon, "all", KeptKind.DEFINITION, "1", "{}")
    asset = theatre.service.add_asset(theatre.surgeon, case.id, b"object", "application/dicom", "SEG")
    theatre.service.queue_delivery(
        theatre.surgeon, case.id, asset.sha256, ObjectNames("1.2.3", "1.2.3.4", "1.2.3", "1.2.3.1", "1.2.840.10008.1.2.1"), "SEG"
    )
    return case


def test_the_database_itself_refuses_to_change_or_delete(theatre):
    full_case(theatre)
    database, _ = unlock(theatre.home / "store.db", keys.load(theatre.home).databases)
    try:
        for table in APPEND_ONLY:
            with pytest.raises(Exception, match="only ever appended"):
                database.conn.execute(f"UPDATE {table} SET seq = seq")
        for table in (*APPEND_ONLY, *KEPT):
            with pytest.raises(Exception, match="nothing is deleted"):
                database.conn.execute(f"DELETE FROM {table}")
            with pytest.raises(Exception, match=r"nothing is deleted|only ever appended|UNIQUE"):
                database.conn.execute(
                    f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}" if table != "cases" else f"DELETE FROM {table}"
                )
    finally:
        database.close()
    assert theatre.service.verify() == ()


def test_undo_takes_back_one_tap_at_a_time(theatre):
    case = theatre.case()
    service, surgeon = theatre.service, theatre.surgeon

    def shown():
        return {entry.field: entry.value for entry in service.case_file(surgeon, case.id).entries}

    for field, value in (("a", "1"), ("a", "2"), ("b", "3")):
        service.add_entry(surgeon, case.id, None, "form", field, value)
    other = service.add_entry(surgeon, case.id, None, "other form", "c", "4")
    taken = [service.undo_entry(surgeon, case.id, None, "form") for _ in range(4)]
    assert [(entry.field, entry.value) if entry else None for entry in taken] == [("b", None), ("a", "1"), ("a", None), None]
    assert shown() == {"c": "4"}
    service.add_entry(surgeon, case.id, None, "form", "a", "5")
    theatre.reopen()
    service, surgeon = theatre.service, theatre.surgeon
    assert shown() == {"c": "4", "a": "5"}
    assert other in service.case_file(surgeon, case.id).entries


def test_a_correction_takes_the_place_of_the_old_once(theatre):
    case, other = theatre.case(), theatre.case("MRN-200")
    first = theatre.reading(case.id, Decimal(1))
    with pytest.raises(Refused, match="reason"):
        theatre.reading(case.id, Decimal(2), supersedes=first.id)
    with pytest.raises(Refused, match="corrects nothing"):
        theatre.reading(case.id, Decimal(2), reason="slip")
    with pytest.raises(Refused, match="belong"):
        theatre.reading(other.id, Decimal(2), supersedes=first.id, reason="slip")
    second = theatre.reading(case.id, Decimal(2), supersedes=first.id, reason="slip")
    with pytest.raises(Refused, match="already"):  # two corrections of one reading, the second one late
        theatre.reading(case.id, Decimal(3), supersedes=first.id, reason="slip")
    third = theatre.reading(case.id, Decimal(3), supersedes=second.id, reason="again")
    assert theatre.service.case_file(theatre.surgeon, case.id).readings == (third,)


def test_events_and_outcomes_are_corrected_too(theatre):
    case = theatre.case()
    service, surgeon = theatre.service, theatre.surgeon
    event = service.add_event(surgeon, case.id, "incision", at=datetime(2026, 3, 9, 8, tzinfo=UTC))
    moved = service.add_event(surgeon, case.id, "incision", at=datetime(2026, 3, 9, 7, tzinfo=UTC), supersedes=event.id, reason="clock")
    outcome = service.add_outcome(surgeon, case.id, OutcomeKind.PATHOLOGY, date(2026, 1, 1))
    better = service.add_outcome(surgeon, case.id, OutcomeKind.PATHOLOGY, date(2026, 1, 2), supersedes=outcome.id, reason="day")
    found = service.case_file(surgeon, case.id)
    assert (found.events, found.outcomes) == ((moved,), (better,))
    for old in (event.id, outcome.id):
        with pytest.raises(Refused):
            service.add_event(surgeon, case.id, "incision", supersedes=old, reason="late")


REFUSALS = {
    "no case": lambda s, w, c, p: s.add_entry(w, "0" * 32, None, "form", "field", "1"),
    "foreign specimen": lambda s, w, c, p: s.add_entry(w, c, p, "form", "field", "1"),
    "no field": lambda s, w, c, p: s.add_entry(w, c, None, "form", "", "1"),
    "half a character": lambda s, w, c, p: s.add_entry(w, c, None, "form", "field", "\ud800"),
    "a null": lambda s, w, c, p: s.add_entry(w, c, None, "form", "field", "a\0b"),
    "endless": lambda s, w, c, p: s.add_entry(w, c, None, "form", "field", "1" * 10_001),
    "undo elsewhere": lambda s, w, c, p: s.undo_entry(w, c, p, "form"),
    "not a number": lambda s, w, c, p: s.add_reading(w, c, None, "m", (Value("x", Decimal("NaN")),), USABLE, MADE),
    "infinite": lambda s, w, c, p: s.add_reading(w, c, None, "m", (Value("x", Decimal("-Infinity")),), USABLE, MADE),
    "no values": lambda s, w, c, p: s.add_reading(w, c, None, "m", (), USABLE, MADE),
    "no modality": lambda s, w, c, p: s.add_reading(w, c, None, "", (GOOD,), USABLE, MADE),
    "foreign file": lambda s, w, c, p: s.add_reading(w, c, None, "m", (GOOD,), USABLE, MADE, assets=("00" * 32,)),
    "naive time": lambda s, w, c, p: s.add_event(w, c, "incision", at=datetime(2026, 3, 9, 8)),  # noqa: DTZ001
    "no kind": lambda s, w, c, p: s.add_event(w, c, " "),
    "tomorrow": lambda s, w, c, p: s.add_outcome(w, c, OutcomeKind.DEATH, date(2026, 3, 10)),
    "shave without face": lambda s, w, c, p: s.add_specimen(w, c, SpecimenKind.SHAVE),
    "file of no case": lambda s, w, c, p: s.add_asset(w, "0" * 32, b"x", "text/plain", ""),
    "read a foreign file": lambda s, w, c, p: s.read_asset(w, c, "00" * 32),
    "export no case": lambda s, w, c, p: s.note_export(w, "0" * 32, "report.pdf", "00" * 32),
}


@pytest.mark.parametrize("what", REFUSALS)
def test_nonsense_is_refused_and_changes_nothing(theatre, what):
    case, other = theatre.case(), theatre.case("MRN-200")
    elsewhere = theatre.service.case_file(theatre.surgeon, other.id).specimens[0].id
    before = theatre.service.case_file(theatre.surgeon, case.id), theatre.service.revision
    with pytest.raises(Refused) as refusal:
        REFUSALS[what](theatre.service, theatre.surgeon, case.id, elsewhere)
    assert str(refusal.value).endswith(".")
    assert (theatre.service.case_file(theatre.surgeon, case.id), theatre.service.revision) == before
