"""Research files hold nothing of the patients: 36 of them planted with 324 identifiers in every field; dates move together; what counts stays."""

import io
from dataclasses import replace
from datetime import timedelta

import pyarrow.parquet as pq
import pytest
from pydicom import dcmread

from console.cases.model import Patient, Role, Session, User
from console.exports import case_export
from console.exports.anonymous import anonymous, ours
from console.exports.sights import Sights
from tests.console.exports.exporting_case import AT, SECRET, Store, case_file, evidence_of, sights
from tests.faults.identifiers import Search, people, spellings

RESEARCHER = Session(User("u4", "Researcher 1", Role.RESEARCHER), AT)


def test_nothing_is_left_of_324_planted_identifiers():
    planted = people(36, 7)  # each third of them is a patient, the others stand where nobody should have typed them
    search = Search([word for mrn, family, given, born in planted for word in (mrn, family, given, *spellings(born))])
    assert len(set(search.needles.values())) >= 300
    cases = []
    for number in range(12):
        mrn, family, given, born = planted[number]
        loose = " ".join(f"{m} {f} {g} {' '.join(spellings(b))}" for m, f, g, b in planted[number::12])
        file = case_file(Patient(mrn, family, given, born, allergies=loose), loose=loose)
        cases.append((replace(file, case=replace(file.case, id=f"{number:032x}")), sights() if number < 2 else Sights({})))
    items = case_export.for_research(Store(), RESEARCHER, cases, evidence_of)
    assert len(items) > 36
    assert search.inside(b"\0".join(part for item in items for part in (item.name.encode(), item.content))) == set()
    table = pq.read_table(io.BytesIO(next(item.content for item in items if item.name.endswith(".parquet"))))
    assert search.inside("\n".join(str(cell) for name in table.column_names for cell in set(table[name].to_pylist())).encode()) == set()


def test_the_objects_say_that_they_are_nobodys():
    items = case_export.for_research(Store(), RESEARCHER, [(case_file(), sights())], evidence_of)
    found = [dcmread(io.BytesIO(item.content)) for item in items if item.name.endswith(".dcm")]
    assert len({one.StudyInstanceUID for one in found}) == len({one.PatientID for one in found}) == 1
    for one in found:
        assert one.PatientIdentityRemoved == "YES"
        assert one.LongitudinalTemporalInformationModified == "MODIFIED"
        assert {code.CodeValue for code in one.DeidentificationMethodCodeSequence} == {"113100", "113105", "113107"}
        assert not one.PatientBirthDate
        assert one.get("BurnedInAnnotation", "NO") == "NO"
    tumour = next(one for one in found if one.Modality == "SEG")
    assert "StudiesContainingOtherReferencedInstancesSequence" not in tumour
    assert tumour.FrameOfReferenceUID != "1.2.3.4"


def test_dates_of_a_patient_move_together_and_ages_stay():
    file = case_file()
    other = replace(file, case=replace(file.case, id="b" * 32, scheduled_at=AT + timedelta(days=40)))
    one, two = anonymous(file, SECRET), anonymous(other, SECRET)
    assert two.case.scheduled_at - one.case.scheduled_at == timedelta(days=40)
    assert one.case.patient.mrn == two.case.patient.mrn != file.case.patient.mrn
    assert one.readings[0].taken_at - one.case.scheduled_at == file.readings[0].taken_at - file.case.scheduled_at
    assert timedelta(0) < file.case.scheduled_at - one.case.scheduled_at <= timedelta(days=365)
    assert one.case.patient.age_on(one.case.scheduled_at.date()) == 54
    assert [value.number for value in one.readings[0].values if value.number is not None] == [2]


@pytest.mark.parametrize(("text", "kept"), [
    ("superior-lateral wall, 2 o’clock, 7.4 × 6.0 mm, contrast 0.90, CNR 8.4, seen in 10 of 10", True), ("none above the stated limit", True),
    ("positive", True), ("Dr Ki", False), ("0004217", False), ("14.3.1972", False), ("1972-03-14", False), ("山田", False), ("", True),
])  # fmt: skip
def test_a_text_passes_when_every_word_of_it_is_ours(text, kept):
    assert ours(text) == (text if kept else "")
