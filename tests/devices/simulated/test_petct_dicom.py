"""What the simulated specimen scanner writes: DICOM that a validator finds no fault with, that lies where it says, and that says it is simulated."""

import json
import shutil
import subprocess
from datetime import datetime

import numpy as np
import pytest
from pydicom import dcmread

from devices.simulated.petct import Family, TumourKind, simulate_scan
from devices.simulated.petct_dicom import CORNER_MM, Acquisition, Lie, view_of, write_petct, write_truth
from devices.simulated.petct_headers import HALF_LIFE_S, Decay, Units, Writing
from devices.simulated.petct_seg import write_segmentation

SIZE = (40, 44, 48)
ACQUISITIONS = [
    Acquisition(),
    Acquisition(lie=Lie.CORONAL, units=Units.GML, writing=Writing.UNICODE),
    Acquisition(lie=Lie.SAGITTAL, decay=Decay.ADMIN, writing=Writing.JAPANESE),
    Acquisition(lie=Lie.FLIPPED, decay=Decay.NONE),
    Acquisition(lie=Lie.REVERSED, weight_known=False, shuffled=True),
    Acquisition(lie=Lie.OBLIQUE, shuffled=True),
]


@pytest.fixture(scope="module")
def scan():
    return simulate_scan(4, kind=TumourKind.NST, positive=True, size=SIZE)


def named(acquisition):
    return acquisition.lie.value


def read(paths):
    return [dcmread(path) for path in paths]


def places(picture):
    """The middle of each pixel, (rows, columns, 3), by PS3.3 C.7.6.2.1.1."""
    across, down = (np.array(picture.ImageOrientationPatient[k : k + 3], float) for k in (0, 3))
    rows, columns = np.mgrid[: picture.Rows, : picture.Columns]
    step_down, step_across = (float(step) for step in picture.PixelSpacing)
    start = np.array(picture.ImagePositionPatient, float)
    return start + rows[..., None] * step_down * down + columns[..., None] * step_across * across


@pytest.mark.parametrize("acquisition", ACQUISITIONS, ids=named)
def test_every_voxel_lies_where_it_was(scan, tmp_path, acquisition):
    written = write_petct(scan, tmp_path, acquisition)
    turn = view_of(acquisition.lie).turn
    for paths, volume, spacing in ((written.ct, scan.ct_hu, scan.ct_spacing_mm), (written.pet, scan.pet_suv, scan.pet_spacing_mm)):
        seen = np.zeros(volume.shape, bool)
        for picture in read(paths):
            # Back to the array as it was simulated: undo the turn, then (left, posterior, superior) is (column, row, slice).
            index = (places(picture) @ turn - CORNER_MM)[..., ::-1] / spacing - 0.5
            whole = np.rint(index).astype(int)
            assert np.allclose(index, whole, rtol=0, atol=1e-4)
            values = picture.pixel_array * float(picture.RescaleSlope) + float(picture.RescaleIntercept)
            original = volume[tuple(np.moveaxis(whole, -1, 0))]
            seen[tuple(np.moveaxis(whole, -1, 0))] = True
            if picture.Modality == "CT":
                assert np.array_equal(values, original)
            elif acquisition.units is Units.GML:
                assert np.allclose(values, original, rtol=0, atol=float(picture.RescaleSlope))
        assert seen.all()


@pytest.mark.parametrize("decay", list(Decay))
def test_an_suv_comes_back_from_the_headers(scan, tmp_path, decay):
    """SUV = activity, corrected to the injection, × weight ÷ dose, from nothing but what is written."""
    pictures = read(write_petct(scan, tmp_path, Acquisition(decay=decay)).pet)
    header = pictures[0]
    tracer = header.RadiopharmaceuticalInformationSequence[0]
    given = datetime.strptime(str(tracer.RadiopharmaceuticalStartDateTime), "%Y%m%d%H%M%S.%f")  # noqa: DTZ007 - DICOM states none
    start = datetime.strptime(header.SeriesDate + header.SeriesTime, "%Y%m%d%H%M%S")  # noqa: DTZ007
    rate, length = np.log(2) / float(tracer.RadionuclideHalfLife), float(header.ActualFrameDuration) / 1000
    waited = np.exp(rate * (start - given).total_seconds())
    factor = {Decay.START: waited, Decay.ADMIN: 1.0, Decay.NONE: waited * rate * length / (1 - np.exp(-rate * length))}[decay]
    factor *= float(header.PatientWeight) * 1000 / float(tracer.RadionuclideTotalDose)
    values = np.stack([picture.pixel_array * float(picture.RescaleSlope) for picture in pictures]) * factor
    assert np.allclose(values, scan.pet_suv, rtol=1e-5, atol=float(scan.pet_suv.max()) / 30_000)
    assert float(tracer.RadionuclideHalfLife) == HALF_LIFE_S


def test_it_says_that_it_is_simulated_and_one_frame_of_reference(scan, tmp_path):
    pictures = read([path for part in vars_of(write_petct(scan, tmp_path)) for path in part])
    for picture in pictures:
        for word in ("ImageComments", "SeriesDescription", "DerivationDescription", "ManufacturerModelName", "PatientID"):
            assert "SIMULATED" in picture[word].value
        assert str(picture.PatientName).startswith("SIMULATED")
    assert len({picture.FrameOfReferenceUID for picture in pictures}) == 1
    assert len({picture.SeriesInstanceUID for picture in pictures}) == 2
    assert len({picture.SOPInstanceUID for picture in pictures}) == len(pictures)


def vars_of(written):
    return written.ct, written.pet


def test_the_same_scan_writes_the_same_files(scan, tmp_path):
    for name in ("one", "two"):
        write_petct(scan, tmp_path / name, ACQUISITIONS[5])
        write_truth(scan, tmp_path / name)
    first, second = (
        {p.name: p.read_bytes() for p in (tmp_path / name).rglob("*") if p.suffix != ".npz" and p.is_file()} for name in ("one", "two")
    )
    assert first == second


def test_shuffled_names_follow_no_order(scan, tmp_path):
    written = write_petct(scan, tmp_path, Acquisition(shuffled=True))
    order = [path.name for path in written.ct]
    assert order != sorted(order)
    assert len({path.parent for part in vars_of(written) for path in part}) == 1


@pytest.mark.parametrize("writing", list(Writing))
def test_the_name_survives_its_characters(scan, tmp_path, writing):
    names = {Writing.LATIN: "Mütterchen", Writing.UNICODE: "標本", Writing.JAPANESE: "花子"}
    assert names[writing] in str(dcmread(write_petct(scan, tmp_path, Acquisition(writing=writing)).ct[0]).PatientName)


def test_a_missing_weight_is_empty(scan, tmp_path):
    assert dcmread(write_petct(scan, tmp_path, Acquisition(weight_known=False)).pet[0]).PatientWeight is None


def test_the_truth_beside_it(scan, tmp_path):
    arrays, facts = write_truth(scan, tmp_path)
    told = json.loads(facts.read_text())
    assert (told["margin_status"], told["kind"], told["simulated"]) == ("positive", "nst", True)
    with np.load(arrays) as stored:
        assert np.array_equal(stored["tumour"], scan.tumour)
        assert np.array_equal(stored["specimen"], scan.specimen)


@pytest.mark.parametrize("acquisition", [ACQUISITIONS[1], ACQUISITIONS[2], ACQUISITIONS[5]], ids=named)
def test_the_truth_as_a_segmentation(scan, tmp_path, acquisition):
    written = write_petct(scan, tmp_path, acquisition)
    path = write_segmentation(scan, written.ct, tmp_path / "SEG" / "truth.dcm", acquisition)
    made = dcmread(path)
    by_place = {tuple(np.round(np.array(dcmread(p).ImagePositionPatient, float), 4)): n for n, p in enumerate(written.ct)}
    found = np.zeros(view_of(acquisition.lie).cut(scan.tumour).shape, bool)
    frames = made.pixel_array if made.pixel_array.ndim == 3 else made.pixel_array[None]
    for frame, group in zip(frames, made.PerFrameFunctionalGroupsSequence, strict=True):
        found[by_place[tuple(np.round(np.array(group.PlanePositionSequence[0].ImagePositionPatient, float), 4))]] = frame > 0
    assert np.array_equal(found, view_of(acquisition.lie).cut(scan.tumour))


@pytest.mark.skipif(shutil.which("dciodvfy") is None, reason="needs dciodvfy, of the Debian package dicom3tools")
@pytest.mark.parametrize("acquisition", ACQUISITIONS, ids=named)
def test_a_validator_finds_no_error(scan, tmp_path, acquisition):
    written = write_petct(scan, tmp_path, acquisition)
    outline = write_segmentation(scan, written.ct, tmp_path / "truth.dcm", acquisition)
    for path in (written.ct[0], written.ct[-1], written.pet[0], written.pet[-1], outline):
        for form in ([], ["-new"]):
            told = subprocess.run(["dciodvfy", *form, str(path)], capture_output=True, text=True, check=False)
            assert not [line for line in (told.stdout + told.stderr).splitlines() if line.startswith(("Error", "Abort", "Warning"))]


@pytest.mark.skipif(shutil.which("dcentvfy") is None, reason="needs dcentvfy, of the Debian package dicom3tools")
def test_a_validator_finds_the_series_consistent(scan, tmp_path):
    written = write_petct(scan, tmp_path)
    told = subprocess.run(["dcentvfy", *map(str, (*written.ct, *written.pet))], capture_output=True, text=True, check=False)
    assert not [line for line in (told.stdout + told.stderr).splitlines() if line.startswith("Error")]


@pytest.mark.parametrize("family", list(Family))
def test_both_families_can_be_written(tmp_path, family):
    small = simulate_scan(1, kind=TumourKind.DCIS, family=family, size=(40, 40, 40))
    written = write_petct(small, tmp_path)
    assert len(written.ct) == 40
    assert len(written.pet) == small.pet_suv.shape[0]
    assert ("ATTN" in dcmread(written.pet[0]).CorrectedImage) is small.traits.pet.corrects_attenuation
