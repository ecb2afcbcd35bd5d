"""The ICG injection: what is kept, what is computed, what may not be given, and what is asked about."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from console.cases import icg_log
from console.cases.icg_log import Field
from console.cases.model import EventKind, Role
from console.faults import Refused

GOOD = {
    Field.ALLERGY: icg_log.NO_ALLERGY, Field.POWDER: "25", Field.WATER: "10", Field.EACH: "0.2", Field.SITES: "6", Field.ROUTE: "peritumoural",
    Field.LOT: "A1234", Field.EXPIRY: "122099",
}  # fmt: skip


@pytest.fixture
def service(theatre):
    return theatre.service


@pytest.fixture
def nurse(theatre):
    return theatre.sessions[Role.NURSE]


@pytest.fixture
def case(theatre):
    return theatre.case()


def fill(service, nurse, case, **changes):
    now = service.ledger.now()
    made = now - timedelta(minutes=30)
    for field, value in {**GOOD, Field.RECONSTITUTED: f"{made:%H%M}", **{Field[name]: value for name, value in changes.items()}}.items():
        service.add_entry(nurse, case.id, None, icg_log.FORM, field.value, value)
    return service.case_file(nurse, case.id)


def test_a_complete_form_is_one_reading_and_one_moment(service, nurse, case):
    file = fill(service, nurse, case)
    reading = icg_log.sign(service, nurse, file, service.ledger.now())
    known = {value.name: value for value in reading.values}
    assert (known["dose"].number, known["concentration"].number) == (Decimal("3.00"), Decimal("2.5"))
    fresh = service.case_file(nurse, case.id)
    assert [(event.kind, event.detail) for event in fresh.events if event.kind == EventKind.ICG] == [(EventKind.ICG, "0.2 ml × 6")]
    with pytest.raises(Refused, match="signed already"):
        icg_log.sign(service, nurse, fresh, service.ledger.now())


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"ALLERGY": icg_log.ALLERGY}, "iodide"),
        ({"EXPIRY": "012020"}, "expired"),
        ({"EACH": "20", "SITES": "8", "POWDER": "200"}, "mg/kg"),
        ({"LOT": ""}, "missing: lot"),
    ],
)
def test_what_may_not_be_given_is_refused_and_nothing_is_signed(service, nurse, case, changes, words):
    patient = replace(case.patient, weight_kg=Decimal(60))
    service.amend_case(nurse, replace(case, patient=patient), "weight was missing")
    file = fill(service, nurse, case, **changes)
    with pytest.raises(Refused, match=words):
        icg_log.sign(service, nurse, file, service.ledger.now())
    assert not service.case_file(nurse, case.id).readings


def test_a_vial_keeps_for_six_hours(service, nurse, case):
    now = service.ledger.now()
    fields = {**GOOD, Field.RECONSTITUTED: f"{now - timedelta(hours=6, minutes=5):%H%M}"}
    given = icg_log.injection(fields, now)
    assert "6.1 h ago" in icg_log.forbidden(given, fields, case.patient, now)
    fresh = {**GOOD, Field.RECONSTITUTED: f"{now - timedelta(hours=5):%H%M}"}
    assert not icg_log.forbidden(icg_log.injection(fresh, now), fresh, case.patient, now)


def test_what_the_study_did_otherwise_is_asked_about(service, nurse, case):
    fields = {**GOOD, Field.SITES: "2", Field.RECONSTITUTED: f"{service.ledger.now():%H%M}"}
    given = icg_log.injection(fields, service.ledger.now())
    patient = replace(case.patient, weight_kg=None, allergies="iodine")
    assert [words.split()[0] for words in icg_log.doubts(given, patient)] == ["2", "The", "The"]


@pytest.mark.parametrize(
    ("field", "value"),
    [(Field.SITES, "4.5"), (Field.SITES, "nan"), (Field.EACH, "-1"), (Field.EXPIRY, "132030"), (Field.RECONSTITUTED, "2460"),
     (Field.ROUTE, "oral"), (Field.LOT, "x" * 41), (Field.POWDER, "1e9")],
)  # fmt: skip
def test_a_field_that_is_none_is_refused(field, value):
    with pytest.raises(Refused):
        icg_log.check_field(field, value)


def test_undone_entries_do_not_count(service, nurse, case):
    fill(service, nurse, case, SITES="8")
    service.add_entry(nurse, case.id, None, icg_log.FORM, Field.SITES.value, "7")
    service.undo_entry(nurse, case.id, None, icg_log.FORM)
    assert icg_log.entered(service.case_file(nurse, case.id))[Field.SITES] == "8"
