"""DICOM as the hospital would check it: no error by dciodvfy, names that are derived, labels on every object, one study."""

import io
import shutil
import subprocess
from dataclasses import replace

import pytest
from pydicom import dcmread

from console.cases.model import Entry, Role, Session, User
from console.cases.order_log import FORM
from console.exports import case_export
from tests.console.exports.exporting_case import AT, Store, case_file, evidence_of, sights

SURGEON = Session(User("u1", "Surgeon 1", Role.SURGEON), AT)
PDF = b"%PDF-1.4 odd"


def objects(file, seen=None):
    return case_export.dicom_objects(Store(), SURGEON, file, evidence_of, seen or sights(), PDF)


@pytest.fixture(scope="module")
def made():
    return objects(case_file())


def heads(made):
    return [dcmread(io.BytesIO(one.content)) for one in made]


@pytest.mark.skipif(shutil.which("dciodvfy") is None, reason="needs dciodvfy of the Debian package dicom3tools")
def test_dciodvfy_finds_no_error(made, tmp_path):
    nobody = [
        item for item in case_export.for_research(Store(), SURGEON, [(case_file(), sights())], evidence_of) if item.name.endswith(".dcm")
    ]
    assert len(made) == 6
    assert len(nobody) == 5
    for one in (*made, *nobody):
        path = tmp_path / "object.dcm"
        path.write_bytes(one.content)
        said = subprocess.run(["dciodvfy", "-new", str(path)], capture_output=True, text=True, check=False)
        errors = [line for line in (said.stdout + said.stderr).splitlines() if line.startswith("Error")]
        assert errors == [], one.name


def test_one_study_one_patient_and_the_notice_on_each(made):
    found = heads(made)
    assert len({one.StudyInstanceUID for one in found}) == 1
    assert len({one.SOPInstanceUID for one in found}) == len(found)
    for one in found:
        assert one.PatientID == "0004217"
        assert str(one.PatientName).startswith("Žižka^Alma")
        assert one.SpecificCharacterSet == "ISO_IR 192"
        assert "Simulated data. Research use only." in one.PatientComments
        assert one.SeriesDescription.endswith(("only.", "onl", "use"))
    assert {one.Modality for one in found} == {"XC", "OT", "SEG", "SR", "DOC"}


def test_a_real_case_is_not_called_simulated():
    for one in heads(objects(case_file(simulated=False))):
        assert one.PatientComments == "Research use only."


def test_the_same_export_is_the_same_object_and_a_changed_one_has_another_name(made):
    again = objects(case_file())
    assert [one.content for one in again] == [one.content for one in made]
    file = case_file()
    amended = objects(replace(file, case=replace(file.case, patient=replace(file.case.patient, mrn="0009999"))))
    assert not {one.head.SOPInstanceUID for one in amended} & {one.head.SOPInstanceUID for one in made}


def test_the_order_of_the_hospital_names_study_and_accession():
    fields = {"study": "1.2.840.1", "accession": "ACC7", "issuer": "CITY", "name": "Yamada^Hanako=山田^花子"}
    entries = tuple(Entry(f"n{i}", "a" * 32, None, FORM, name, value, AT, "u1") for i, (name, value) in enumerate(fields.items()))
    for one in heads(objects(replace(case_file(), entries=entries))):
        assert (one.StudyInstanceUID, one.AccessionNumber, one.IssuerOfPatientID) == ("1.2.840.1", "ACC7", "CITY")
        assert "山田" in str(one.PatientName)


def test_the_structured_report_holds_every_millimetre(made):
    report = next(one for one in heads(made) if one.Modality == "SR")
    text = str(report)
    assert text.count("(0040,A30A) Numeric Value") >= 2
    assert b"sso-astro-invasive-2014" in next(one.content for one in made if one.name.endswith("-sr.dcm"))
    for expected in ("at least", "positive", "Simulated data.", "none above limit"):
        assert expected in text


def test_the_depth_map_is_what_was_solved(made):
    found = next(one for one in heads(made) if one.Modality == "OT")
    assert found.pixel_array.shape == (8, 8)
    assert found.pixel_array[0, 0] == found.FloatPixelPaddingValue
    assert found.pixel_array[4, 4] == 1.5
    assert found.SharedFunctionalGroupsSequence[0].PixelMeasuresSequence[0].PixelSpacing == [5.0, 5.0]


def test_the_scan_of_the_segmentation_stays_in_its_own_study(made):
    found = next(one for one in heads(made) if one.Modality == "SEG")
    if any(group.get("DerivationImageSequence") for group in found.PerFrameFunctionalGroupsSequence):
        assert found.StudyInstanceUID != found.StudiesContainingOtherReferencedInstancesSequence[0].StudyInstanceUID
    else:
        assert "StudiesContainingOtherReferencedInstancesSequence" not in found
    assert found.pixel_array.sum() == 50
    assert "SpecimenDescriptionSequence" in found
