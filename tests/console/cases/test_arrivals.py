"""What scanners pushed and whose it is: two identifiers agree, none contradicts, or nobody can assign it; a cap; a trace of what was thrown away."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from console.cases import inbox as inboxes
from console.cases.arrivals_log import ARRIVED, assign, born_words, clear, compared, parcels
from console.cases.inbox import Inbox, Note
from console.cases.model import Patient, Role
from console.faults import Refused

PATIENT = Patient("MRN-0042.17", "Žižková", "Alma Maria", date(1972, 3, 14))
WHOSE = {"patient_id": "mrn004217", "patient_name": "ZIZKOVA^ALMA", "birth_date": "19720314"}


@pytest.fixture
def inbox(theatre):
    return Inbox(theatre.home, theatre.service.ledger.keys)


@pytest.fixture
def case(theatre):
    theatre.clock.go_on(minutes=5)
    made = theatre.case()
    return theatre.service.case_file(theatre.surgeon, made.id)


def note(number=1, *, study="1.9", modality="CT", **whose):
    whose = {**WHOSE, **whose}
    return Note("PETCT1", "1.2", f"1.2.{number}", study, "1.9.1", "2026-03-09T09:30:00+00:00", 7, modality, **whose)


def of(case):
    patient = case.case.patient
    return {
        "patient_id": patient.mrn, "patient_name": f"{patient.family_name}^{patient.given_name}", "birth_date": f"{patient.birth_date:%Y%m%d}",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({}, "MRN, birth date and name agree with this case."),
        ({"patient_name": ""}, "MRN and birth date agree with this case."),
        ({"birth_date": ""}, "MRN and name agree with this case."),
        ({"patient_id": ""}, "Birth date and name agree with this case."),
        ({"patient_name": "Zizkova^Alma=山^x"}, "MRN, birth date and name agree with this case."),
        ({"patient_name": "ZIZKOVA"}, "MRN and birth date agree with this case."),
        ({"birth_date": "", "patient_name": ""}, "only the MRN can be compared."),
        ({"birth_date": "", "patient_name": "", "patient_id": ""}, "they say nothing of whose they are."),
        ({"patient_id": "004218"}, "of another patient: the MRN differs from this case."),
        ({"birth_date": "19720315"}, "the birth date differs"),
        ({"birth_date": "soon"}, "the birth date differs"),
        ({"patient_name": "OTHER^ALMA"}, "the name differs"),
        ({"patient_name": "ZIZKOVA^BERTA"}, "the name differs"),
        ({"patient_id": "1", "birth_date": "19000101", "patient_name": "A^B"}, "the MRN, birth date and name differ"),
    ],
)
def test_two_identifiers_agree_and_none_contradicts(more, sentence):
    held = compared([note(**more)], PATIENT)
    assert sentence in held.sentence
    assert held.fits is ("agree with" in held.sentence)
    assert "Alma" not in held.sentence


@pytest.mark.parametrize("name", ["Müller^Jürgen", "Mueller^Juergen", "MULLER^JURGEN", "Müller^Juergen Karl"])
def test_umlauts_have_two_ways_without_dots(name):
    patient = Patient("1", "Müller", "Jürgen", date(1972, 3, 14))
    assert compared([note(patient_id="1", patient_name=name)], patient).fits


def test_one_picture_of_another_patient_spoils_the_study():
    assert not compared([note(1), note(2, patient_id="004218")], PATIENT).fits
    assert not compared([note(1), note(2, birth_date="19500101", patient_id="")], PATIENT).fits
    assert compared([note(1), note(2, birth_date="")], PATIENT).fits


def test_a_scan_waits_in_the_inbox_for_its_case(theatre, inbox, case):
    for number in (1, 2):
        inbox.keep(note(number, modality=("CT", "PT")[number - 1], **of(case)), b"picture")
    (one,) = parcels(inbox)
    assert (one.modalities, one.callers, one.is_scan, one.size, born_words(one)) == (
        "CT, PT", "PETCT1", True, 14, f"{case.case.patient.birth_date:%d.%m.%Y}",
    )  # fmt: skip
    assign(theatre.service, theatre.sessions[Role.NURSE], inbox, case, one)
    (given,) = parcels(inbox)
    assert given.case_id == case.case.id
    entry = theatre.service.case_file(theatre.sessions[Role.NURSE], case.case.id).entries[-1]
    assert (entry.form, entry.by) == ("arrivals", "Mary")
    assert "2 objects (CT, PT) from PETCT1; MRN, birth date and name agree" in entry.value
    with pytest.raises(Refused, match="already"):
        assign(theatre.service, theatre.sessions[Role.NURSE], inbox, case, given)
    inbox.keep(note(1, **of(case)), b"another")  # what comes anew under the same name is nobody's until it is looked at
    assert [one.case_id for one in parcels(inbox)].count("") == 1
    for instance in ("1.2.1", "1.2.2"):
        inbox.drop(instance)
    assert not list(inbox.folder.iterdir())
    assert theatre.service.verify() == ()


def test_a_radiograph_becomes_a_file_of_the_case(theatre, inbox, case):
    inbox.keep(note(modality="DX", **of(case)), b"picture")
    assign(theatre.service, theatre.sessions[Role.NURSE], inbox, case, parcels(inbox)[0])
    (asset,) = theatre.service.case_file(theatre.sessions[Role.NURSE], case.case.id).assets
    assert asset.description == f"{ARRIVED} PETCT1: DX"
    assert theatre.service.read_asset(theatre.sessions[Role.NURSE], case.case.id, asset.sha256) == b"picture"
    assert not parcels(inbox)


def test_a_stranger_is_refused_and_nothing_changes(theatre, inbox, case):
    inbox.keep(note(patient_id="other"), b"picture")
    before = theatre.service.revision
    with pytest.raises(Refused, match="another patient"):
        assign(theatre.service, theatre.sessions[Role.NURSE], inbox, case, parcels(inbox)[0])
    theatre.clock.go_on(minutes=-5)
    inbox.keep(note(2, study="1.8", **of(case)), b"picture")
    with pytest.raises(Refused, match="still arriving"):
        assign(theatre.service, theatre.sessions[Role.NURSE], inbox, case, next(one for one in parcels(inbox) if one.study == "1.8"))
    assert theatre.service.revision == before
    assert not any(one.case_id for one in parcels(inbox))


def test_clearing_leaves_a_trace_that_names_nobody(theatre, inbox):
    inbox.keep(note(), b"picture")
    clear(theatre.service, theatre.sessions[Role.NURSE], inbox, parcels(inbox)[0])
    assert not parcels(inbox)
    assert theatre.service.verify() == ()


def test_a_label_that_was_damaged_is_none(inbox):
    inbox.keep(note(), b"picture")
    inbox.give(["1.2.1", "not there"], "c" * 32)
    (label,) = inbox.folder.glob("*.to")
    assert b"c" * 32 not in label.read_bytes()
    assert next(inbox.notes()).case_id == "c" * 32
    for content in (label.read_bytes()[:-1] + b"\0", b"", b"RLI1" + b"\xff" * 40):
        label.write_bytes(content)
        assert next(inbox.notes()).case_id == ""


def test_it_is_full_before_the_disk_is(inbox, monkeypatch):
    assert inbox.room() == inboxes.MOST_BYTES
    inbox.keep(note(), b"picture")
    assert 0 < inbox.room() < inboxes.MOST_BYTES
    monkeypatch.setattr(inboxes, "MOST_OBJECTS", 1)
    assert inbox.room() == 0
    monkeypatch.setattr(inboxes, "MOST_OBJECTS", 2)
    monkeypatch.setattr(inboxes, "MOST_BYTES", inboxes.SPARE_BYTES)
    assert inbox.room() == 0


def test_a_note_of_an_older_console_can_be_read_and_cleared_only(theatre, inbox, case):
    inbox.keep(Note("CT1", "1.2", "1.2.9", "1.9", "1.9.1", "2026-03-09T09:30:00+00:00", 7), b"picture")
    (one,) = parcels(inbox)
    assert one.is_scan
    assert "say nothing" in compared(one.notes, case.case.patient).sentence
    assert one.arriving(one.newest + timedelta(seconds=1))
