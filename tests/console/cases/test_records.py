"""Every record comes back from the store as it went in, from another run of the program as well."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from algorithms.faces import Face
from console.cases import rows
from console.cases.model import (
    Asset,
    Biomarkers,
    Bound,
    Case,
    Entry,
    Event,
    Outcome,
    OutcomeKind,
    Patient,
    Provenance,
    Reading,
    Sex,
    Side,
    Specimen,
    SpecimenKind,
    Status,
    TumourType,
    Validity,
    Value,
)

text = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
amounts = st.decimals(allow_nan=False, allow_infinity=False, places=3)
zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
times = st.datetimes(datetime(1950, 1, 1), datetime(2100, 1, 1), timezones=zones)  # noqa: DTZ001 - hypothesis adds the zone
ids = st.uuids().map(lambda found: found.hex)
values = st.lists(st.builds(Value, text, st.none() | amounts, text, st.none() | st.sampled_from(Face), st.sampled_from(Bound), text)).map(
    tuple
)
patients = st.builds(Patient, text, text, text, st.dates(), st.sampled_from(Sex), st.none() | amounts, st.none() | amounts, text)
statuses = st.sampled_from(Status)
biomarkers = st.builds(Biomarkers, statuses, statuses, statuses, st.none() | amounts)
provenances = st.builds(Provenance, text, text, text, st.lists(st.tuples(text, text)).map(tuple), text, st.booleans())
maybe_id = st.none() | ids

RECORDS = {
    rows.case_of: st.builds(
        Case, ids, patients, st.sampled_from(Side), times, text, text, st.sampled_from(TumourType), biomarkers, text, st.booleans()
    ),
    rows.specimen_of: st.builds(
        Specimen,
        ids,
        ids,
        st.integers(1, 9),
        st.sampled_from(SpecimenKind),
        st.none() | st.sampled_from(Face),
        text,
        text,
        st.none() | amounts,
    ),
    rows.reading_of: st.builds(
        Reading,
        ids,
        ids,
        maybe_id,
        text,
        times,
        text,
        values,
        st.builds(Validity, st.booleans(), text),
        provenances,
        st.lists(text).map(tuple),
        maybe_id,
        text,
    ),
    rows.entry_of: st.builds(Entry, ids, ids, maybe_id, text, text, st.none() | text, times, text, maybe_id),
    rows.event_of: st.builds(Event, ids, ids, text, times, text, text, maybe_id, maybe_id, text),
    rows.asset_of: st.builds(Asset, text, ids, text, text, st.integers(0, 2**62), times, text),
    rows.outcome_of: st.builds(Outcome, ids, ids, st.sampled_from(OutcomeKind), st.dates(), text, values, maybe_id, text),
}


@pytest.mark.parametrize("made", RECORDS, ids=lambda made: made.__name__)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_record_survives_its_row(made, data):
    record = data.draw(RECORDS[made])
    row = rows.row_of(record)
    assert made(row) == record
    assert all(isinstance(cell, str | int | None) for cell in row.values())
    assert set(row) == set(next(table for table in rows.TABLES if set(table.columns) - {"seq"} == set(row)).columns) - {"seq"}


def test_numbers_stay_as_they_were_typed(theatre):
    case = theatre.case()
    for typed in ("1.50", "0.00", "12", "1E+1"):
        theatre.reading(case.id, Decimal(typed))
    theatre.reopen()
    kept = theatre.service.case_file(theatre.surgeon, case.id).readings
    assert [str(reading.values[0].number) for reading in kept] == ["1.50", "0.00", "12", "1E+1"]


def test_a_whole_case_comes_back(theatre):
    service, surgeon = theatre.service, theatre.surgeon
    case = theatre.case(tumour_type=TumourType.DCIS, biomarkers=Biomarkers(Status.POSITIVE, ki67_percent=Decimal("14.5")), simulated=True)
    shave = service.add_specimen(surgeon, case.id, SpecimenKind.SHAVE, face=Face.MEDIAL, new_margin="blue ink")
    asset = service.add_asset(surgeon, case.id, b"frame", "image/png", "fluorescence")
    reading = theatre.reading(case.id, Decimal("2.5"), assets=(asset.sha256,))
    entry = service.add_entry(surgeon, case.id, shave.id, "specimen", "weight", "31")
    event = service.add_event(surgeon, case.id, "incision", at=datetime(2026, 3, 9, 9, 0, tzinfo=UTC))
    outcome = service.add_outcome(surgeon, case.id, OutcomeKind.PATHOLOGY, date(2026, 3, 1), reading.values)
    before = service.case_file(surgeon, case.id)
    assert (before.case, before.readings, before.entries, before.events) == (case, (reading,), (entry,), (event,))
    assert (before.assets, before.outcomes) == ((asset,), (outcome,))
    assert [(piece.number, piece.kind) for piece in before.specimens] == [(1, SpecimenKind.MAIN), (2, SpecimenKind.SHAVE)]
    theatre.reopen()
    assert theatre.service.case_file(theatre.surgeon, case.id) == before
    assert theatre.service.read_asset(theatre.surgeon, case.id, asset.sha256) == b"frame"
