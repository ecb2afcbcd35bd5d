"""From the store to a cohort: nothing that names a patient leaves, dates move together, and what methods said stands beside pathology."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, timedelta

import pytest

from algorithms.faces import Face
from algorithms.margins.model import Evidence, FaceEvidence, MarginClass
from console.cases.model import Case, CaseFile, Patient, Provenance, Reading, Side, Specimen, SpecimenKind, Validity, Value
from console.cohorts.store_cohort import cohort_of_store, completeness, shift_days
from console.cohorts.writer import cohort_csv

SECRET = hashlib.sha256(b"secret").digest()
AT = datetime(2026, 3, 9, 9, 30, tzinfo=UTC)
PLANTED = ("Zzyzxova", "Quillhilda", "MRN-77-Q", "1958-07-06", "06.07.1958", "2026-03-09", "Dr Wqx", "allergic-to-vvv")


def file(number: int, mrn: str = "MRN-77-Q", days: int = 0) -> CaseFile:
    patient = Patient(mrn, "Zzyzxova", "Quillhilda", date(1958, 7, 6), allergies="allergic-to-vvv")
    case = Case(f"case{number}", patient, Side.LEFT, AT + timedelta(days=days), surgeon="Dr Wqx")
    specimen = Specimen(f"s{number}", case.id, 1, SpecimenKind.MAIN)
    reading = Reading(
        f"r{number}",
        case.id,
        specimen.id,
        "petct",
        AT,
        "Dr Wqx",
        (Value("x", text="Zzyzxova"),),
        Validity(True, ""),
        Provenance("a", "1", "0" * 64),
    )
    return CaseFile(case, (specimen,), (reading,), (), (), (), ())


def petct(of: CaseFile) -> tuple[Evidence, ...]:
    faces = (FaceEvidence(Face.MEDIAL, margin_class=MarginClass.POSITIVE), FaceEvidence(Face.LATERAL, margin_class=MarginClass.NEGATIVE))
    return (Evidence(of.readings[0].id, "PET-CT", "", AT, faces, usable=True, can_clear=True),)


@pytest.mark.parametrize("shifted", [False, True])
def test_planted_identifiers_are_absent(shifted):
    cohort = cohort_of_store([file(1), file(2, days=30)], petct, SECRET, shifted=shifted)
    said = cohort_csv(cohort).decode() + repr(cohort)
    assert not [word for word in PLANTED if word.lower() in said.lower()]
    assert "case1" not in said


def test_dates_of_a_patient_move_together_and_patients_apart():
    files = [file(1), file(2, days=30), file(3, "MRN-88", days=60)]
    plain = cohort_of_store(files, petct, SECRET, shifted=False)
    moved = cohort_of_store(files, petct, SECRET, shifted=True)
    days = dict(zip(plain.identifiers, plain.numbers("operation_day").tolist(), strict=True))
    after = dict(zip(moved.identifiers, moved.numbers("operation_day").tolist(), strict=True))
    shifts = [days[name] - after[name] for name in plain.identifiers]
    assert shifts[0] == shifts[1] == shift_days(SECRET, "MRN-77-Q")
    assert shifts[2] == shift_days(SECRET, "MRN-88") != shifts[0]
    assert all(1 <= shift <= 365 for shift in shifts)
    assert list(moved.identifiers) == sorted(moved.identifiers)


def test_another_store_gives_other_pseudonyms():
    one, other = (cohort_of_store([file(1)], petct, secret, shifted=False).identifiers for secret in (SECRET, SECRET[::-1]))
    assert one != other


def test_what_a_method_said_of_each_face_and_of_the_whole_is_there():
    cohort = cohort_of_store([file(1)], petct, SECRET, shifted=False)
    assert cohort.flags("petct_medial").tolist() == [1]
    assert cohort.flags("petct_lateral").tolist() == [0]
    assert cohort.flags("petct_margin").tolist() == [1]
    assert not cohort.has("petct_superior")


def test_an_empty_store_is_a_cohort_without_cases():
    assert cohort_of_store([], petct, SECRET, shifted=False).n == 0


def test_completeness_counts_each_column():
    found = completeness([file(1), file(2)])
    assert list(found["side"].values()) == [2, 0, 0]
    assert list(found["grade"].values()) == [0, 0, 2]
