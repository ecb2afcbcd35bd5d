"""Which series are read and what is said of the others: two candidates, strangers, duplicates; and a scan is the same wherever it lies."""

import copy
import random
import shutil
import zipfile

import numpy as np
import pytest
from pydicom.uid import generate_uid

from devices.scanner import ScanRefused, SeriesRole
from devices.scanners.folder import read_petct
from tests.devices.scanners.making import CORNER, PITCH, SIZE, changed, save, series, values, write


def test_any_nesting_order_and_strangers_beside_it(tmp_path):
    ct, pet = series("CT"), series("PT")
    plain = read_petct(write(tmp_path / "plain", ct, pet))
    nested = tmp_path / "nested"
    for at, each in enumerate(random.Random(2).sample(ct + pet, len(ct + pet))):
        save(each, nested / f"{at % 3}" / f"{at % 2}" / f"x{at}.bin")
    (nested / "readme.txt").write_text("not a picture")
    (nested / "empty").touch()
    found = read_petct(nested)
    assert found.sha256 == plain.sha256
    np.testing.assert_array_equal(found.ct.values, plain.ct.values)
    listed = read_petct(sorted((tmp_path / "plain").iterdir(), reverse=True))
    assert listed.sha256 == plain.sha256
    archive = shutil.make_archive(str(tmp_path / "zipped"), "zip", nested)
    zipped = read_petct(tmp_path / archive)
    assert zipped.sha256 == plain.sha256
    np.testing.assert_array_equal(zipped.pet.values, plain.pet.values)
    assert plain.device == "Bench Tester"
    assert not plain.simulated


def test_a_changed_pixel_changes_the_hash(tmp_path):
    ct, pet = series("CT"), series("PT")
    before = read_petct(write(tmp_path, ct, pet)).sha256
    ct[3].PixelData = ct[3].PixelData[:-2] + b"\x01\x02"
    assert read_petct(write(tmp_path, ct, pet)).sha256 != before


def test_duplicates_count_once_and_two_versions_are_refused(tmp_path):
    ct, pet = series("CT"), series("PT")
    write(tmp_path / "one", ct, pet)
    write(tmp_path / "two", ct[2:5])
    found = read_petct(tmp_path)
    assert "3 pictures came twice and counted once." in found.warnings
    np.testing.assert_array_equal(found.ct.values, values("CT") - 1024.0)
    other = copy.deepcopy(ct[2])
    other.PixelData = other.PixelData[::-1]
    save(other, tmp_path / "three")
    with pytest.raises(ScanRefused, match="CT series 3 cannot be used: several of its pictures lie at the same place"):
        read_petct(tmp_path)


def test_of_two_pets_the_corrected_one(tmp_path):
    write(tmp_path, series("CT"), series("PT", SeriesNumber=8, CorrectedImage=["DECY"]), series("PT", SeriesNumber=9))
    found = read_petct(tmp_path)
    roles = {each.number: each for each in found.found}
    assert roles[9].role is SeriesRole.PET
    assert roles[8].role is SeriesRole.UNUSED
    assert "attenuation" in roles[8].why
    assert any("1 other CT or PET series was found" in said for said in found.warnings)


def test_of_two_cts_the_one_in_the_pet_s_frame(tmp_path):
    write(tmp_path, series("CT", SeriesNumber=1, FrameOfReferenceUID="1.2.9"), series("CT", SeriesNumber=2), series("PT"))
    roles = {each.number: each for each in read_petct(tmp_path).found}
    assert roles[2].role is SeriesRole.CT
    assert "frame of reference" in roles[1].why


def test_of_two_scans_of_a_day_the_pair_that_belongs_together(tmp_path):
    early, late = {"SeriesTime": "090000", "AcquisitionTime": "090000"}, {"SeriesTime": "100300", "AcquisitionTime": "100300"}
    write(tmp_path, series("CT", SeriesNumber=1, **early), series("CT", SeriesNumber=2, **late), series("PT", **late))
    roles = {each.number: each for each in read_petct(tmp_path).found}
    assert (roles[2].role, roles[1].role) == (SeriesRole.CT, SeriesRole.UNUSED)
    assert "fits better in time" in roles[1].why


def test_a_mixed_series_falls_into_its_parts(tmp_path):
    """A scout and another orientation under the same series: told apart, and the volume is read."""
    ct = series("CT")
    odd = copy.deepcopy(ct[0])
    odd.ImageOrientationPatient, odd.SOPInstanceUID = [1, 0, 0, 0, 0, -1], generate_uid()
    found = read_petct(write(tmp_path, ct, [odd], series("PT")))
    assert found.ct.values.shape == SIZE["CT"]
    assert any("too few" in each.why for each in found.found)


def test_two_acquisitions_under_one_series(tmp_path):
    ct = series("CT", AcquisitionNumber=1)
    again = copy.deepcopy(ct)
    for each in again:
        changed(each, AcquisitionNumber=2, SOPInstanceUID=generate_uid())
    assert read_petct(write(tmp_path, ct, again, series("PT"))).ct.values.shape == SIZE["CT"]


ASKEW = [np.cos(0.05), np.sin(0.05), 0, -np.sin(0.05), np.cos(0.05), 0]


def far(pet, along):
    for each in pet:
        each.ImagePositionPatient = [*each.ImagePositionPatient[:2], each.ImagePositionPatient[2] + along]
    return pet


@pytest.mark.parametrize(
    ("pet", "reason"),
    [
        (list, "No PET series was found"),
        (lambda: series("PT", FrameOfReferenceUID=None), "no frame of reference in common"),
        (lambda: series("PT", FrameOfReferenceUID="1.2.3.9"), "no frame of reference in common"),
        (lambda: far(series("PT"), 3.0), r"the PET covers only \d+% of the CT"),
        (lambda: series("PT", ImageOrientationPatient=ASKEW), r"turned against each other by 2\.9"),
        (lambda: series("PT", SeriesType=["DYNAMIC", "IMAGE"]), "dynamic"),
        (lambda: series("PT", PhotometricInterpretation="RGB"), "in colour"),
        (lambda: series("PT", HighBit=11), "stored in a way"),
    ],
)
def test_a_pet_that_does_not_fit_is_refused_with_the_reason(tmp_path, pet, reason):
    write(tmp_path, series("CT"), pet())
    with pytest.raises(ScanRefused, match=reason):
        read_petct(tmp_path)


def test_a_pet_that_reaches_less_far_is_said(tmp_path):
    found = read_petct(write(tmp_path, series("CT"), far(series("PT"), 1.5)))
    assert any("of the CT; outside it there is nothing to go by" in said for said in found.warnings)


def test_simulated_says_so(tmp_path):
    assert read_petct(write(tmp_path, series("CT", ImageComments="SIMULATED, not a patient"), series("PT"))).simulated


def test_progress_is_told_and_may_stop(tmp_path):
    write(tmp_path, series("CT"), series("PT"))
    heard = []
    read_petct(tmp_path, heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1.0

    class Enough(Exception):
        pass

    def stop(share):
        raise Enough

    with pytest.raises(Enough):
        read_petct(tmp_path, stop)


def test_grids_share_their_corner_as_the_files_say(tmp_path):
    found = read_petct(write(tmp_path, series("CT"), series("PT")))
    for volume, kind in ((found.ct, "CT"), (found.pet, "PT")):
        np.testing.assert_allclose(volume.spacing_mm, PITCH[kind])
        np.testing.assert_allclose((volume.affine @ (-0.5, -0.5, -0.5, 1))[:3], CORNER, atol=1e-9)


def test_a_zip_that_points_outside_writes_nothing(tmp_path):
    write(tmp_path / "scan", series("CT"), series("PT"))
    with zipfile.ZipFile(tmp_path / "slip.zip", "w") as archive:
        for at, path in enumerate(sorted((tmp_path / "scan").iterdir())):
            archive.write(path, f"../../outside{at}")
    before = sorted(tmp_path.rglob("*"))
    assert read_petct(tmp_path / "slip.zip").ct.values.shape == SIZE["CT"]
    assert sorted(tmp_path.rglob("*")) == before
