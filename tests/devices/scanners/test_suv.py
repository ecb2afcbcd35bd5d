"""SUV by body weight and lean body mass against numbers computed by hand (powers of two, 30 digits), however headers say it, or don't."""

import copy

import numpy as np
import pytest
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence

from devices.scanner import VolumeUnit
from devices.scanners.folder import read_petct
from tests.devices.scanners.making import changed, enhanced, save, series, tracer, write

START, ADMIN, NONE = 5.11222861177640e-4, 3.5e-4, 5.19335672041019e-4  # 70 kg, 200 MBq, 3600 s, F-18; NONE: a frame of 300 s
START_LEAN, START_LEAN_M, LEAN_SHARE = 3.14809851774316e-4, 3.87374920080744e-4, 0.615797679800798
GALLIUM = 6.46874999206949e-4


def pet(*, tracers=None, **changes):
    found = series("PT", **changes)
    for each in found:
        if tracers is not None:
            each.RadiopharmaceuticalInformationSequence = Sequence([tracer(**tracers)])
    return found


def read(folder, pictures):
    write(folder, series("CT"), pictures)
    return read_petct(folder)


@pytest.mark.parametrize(
    ("changes", "tracers", "by_weight", "by_lean"),
    [
        ({}, None, START, START_LEAN),
        ({"PatientSex": "M"}, None, START, START_LEAN_M),
        ({"DecayCorrection": "ADMIN"}, None, ADMIN, ADMIN * LEAN_SHARE),
        ({"DecayCorrection": "NONE"}, None, NONE, NONE * LEAN_SHARE),
        ({}, {"RadionuclideHalfLife": "4062.6"}, GALLIUM, None),
        ({}, {"RadionuclideTotalDose": "200"}, START, START_LEAN),
        ({"PatientWeight": "70000"}, None, START, START_LEAN),
        ({"PatientSize": "165"}, None, START, START_LEAN),
        ({"SeriesTime": "113000"}, None, START, START_LEAN),  # a later reconstruction: the acquisition counts
        ({"SeriesTime": "095500", "AcquisitionTime": "100500"}, {"RadiopharmaceuticalStartTime": "085500"}, START, START_LEAN),
        ({"SeriesTime": "003000", "AcquisitionTime": "003000"}, {"RadiopharmaceuticalStartTime": "233000"}, START, START_LEAN),
        ({}, {"RadiopharmaceuticalStartDateTime": "20261120090000.00"}, START, START_LEAN),
        ({"TimezoneOffsetFromUTC": "+0100"}, {"RadiopharmaceuticalStartDateTime": "20261120080000+0000"}, START, START_LEAN),
        ({}, {"RadiopharmaceuticalStartDateTime": "20261120090000+0530"}, START, START_LEAN),  # one hospital, one clock
        ({"Units": "GML"}, None, 1.0, LEAN_SHARE),
        ({"Units": "GML", "SUVType": "LBMJANMA"}, None, 1 / LEAN_SHARE, 1.0),
    ],
)
def test_by_hand(tmp_path, changes, tracers, by_weight, by_lean):
    found = read(tmp_path, pet(tracers=tracers, **changes)).suv
    assert found.body_weight.value == pytest.approx(by_weight, rel=1e-9)
    if by_lean is not None:
        assert found.lean_body_mass.value == pytest.approx(by_lean, rel=1e-9)


@pytest.mark.parametrize(
    ("changes", "tracers", "reason", "lean_too"),
    [
        ({"PatientWeight": None}, None, "weight is not stated", True),
        ({"PatientWeight": "0"}, None, "weight is not stated", True),
        ({"PatientWeight": "0.082"}, None, "specimen", True),
        ({}, {"RadionuclideTotalDose": None}, "activity is not stated", True),
        ({}, {"RadionuclideTotalDose": "2e13"}, "not that of an injection", True),
        ({}, {"RadiopharmaceuticalStartTime": None}, "time of the injection", True),
        ({}, {"RadiopharmaceuticalStartDateTime": "20250101090000"}, "date of the injection", True),
        ({}, {"RadiopharmaceuticalStartDateTime": "20261120110000"}, "after the scan", True),
        ({}, {"RadionuclideHalfLife": None}, "half-life", True),
        ({"DecayCorrection": "NONE", "ActualFrameDuration": None}, None, "how long the frame lasted", True),
        ({"DecayCorrection": "", "CorrectedImage": ["ATTN"]}, None, "corrected is not stated", True),
        ({"Units": "CNTS"}, None, "counts values", True),
        ({"Units": "PROPCNTS"}, None, "relative values", True),
        ({"Units": "GML", "SUVType": "LBMJAMES128"}, None, "James", False),
    ],
)
def test_what_is_missing_blocks_no_scan(tmp_path, changes, tracers, reason, lean_too):
    found = read(tmp_path, pet(tracers=tracers, **changes))
    assert found.suv.body_weight.value is None
    assert reason in found.suv.body_weight.reason
    assert (found.suv.lean_body_mass.value is None) == lean_too
    assert found.pet.values.max() > 0


@pytest.mark.parametrize(
    "changes", [{"PatientSex": "O"}, {"PatientSex": "U"}, {"PatientSex": None}, {"PatientSize": None}, {"PatientSize": "16.5"}]
)
def test_lean_body_mass_needs_sex_and_height(tmp_path, changes):
    found = read(tmp_path, pet(**changes)).suv
    assert found.body_weight.value == pytest.approx(START, rel=1e-9)
    assert found.lean_body_mass.value is None


def test_what_was_read_otherwise_than_written_is_said(tmp_path):
    found = read(tmp_path, pet(tracers={"RadionuclideTotalDose": "200"}, PatientWeight="70000"))
    assert any("MBq" in said for said in found.warnings)
    assert any("grams" in said for said in found.warnings)


def test_a_stated_nuclide_gives_its_half_life(tmp_path):
    code = changed(Dataset(), CodeValue="C-111A1", CodingSchemeDesignator="SRT", CodeMeaning="18F")
    found = read(tmp_path, pet(tracers={"RadionuclideHalfLife": None, "RadionuclideCodeSequence": Sequence([code])}))
    assert found.suv.body_weight.value == pytest.approx(START, rel=1e-9)
    assert any("fluorine-18" in said for said in found.warnings)


def test_pictures_without_decay_correction_are_brought_to_one_time(tmp_path):
    """The same activity, each slice taken ten minutes after the one before: uncorrected they fall, levelled they are one height."""
    several = pet(DecayCorrection="NONE", RescaleSlope="1")
    for at, each in enumerate(several):
        changed(each, AcquisitionTime=f"{10 + at // 6:02d}{at % 6 * 10:02d}00")
        left = 2.0 ** (-600 * at / 6586.2)
        each.PixelData = np.full((each.Rows, each.Columns), round(20000 * left), np.int16).tobytes()
    found = read(tmp_path, several)
    assert np.ptp(found.pet.values) < 2
    assert found.suv.body_weight.value == pytest.approx(NONE, rel=1e-9)
    assert any("brought to the beginning" in said for said in found.warnings)


def test_a_maker_s_own_factor(tmp_path):
    """Philips: counts, with a private factor to SUV, or to Bq/ml."""
    for element, value in ((0x00, 0.002), (0x09, 2.5)):
        several = pet(Units="CNTS", RescaleSlope="1")
        for each in several:
            each.private_block(0x7053, "Philips PET Private Group", create=True).add_new(element, "DS", str(value))
        found = read(tmp_path / str(element), several)
        if element:
            assert found.pet.unit is VolumeUnit.BQML
            assert found.pet.values[0].max() == 2.5 * np.frombuffer(several[0].PixelData, np.int16).max()
            assert found.suv.body_weight.value == pytest.approx(START, rel=1e-9)
        else:
            assert found.suv.body_weight.value == 0.002


def test_enhanced_pet(tmp_path):
    """One file for all frames: its own words for correction, times and unit."""
    whole = enhanced(series("PT"))
    changed(whole, Units=None, DecayCorrection=None, DecayCorrected="YES", DecayCorrectionDateTime="20261120100000")
    unit = changed(Dataset(), CodeValue="Bq/ml", CodingSchemeDesignator="UCUM", CodeMeaning="Bq/ml")
    mapped = changed(Dataset(), MeasurementUnitsCodeSequence=Sequence([unit]))
    shared = changed(Dataset(), RealWorldValueMappingSequence=Sequence([mapped]))
    changed(whole, SharedFunctionalGroupsSequence=Sequence([shared]))
    injected = tracer(RadiopharmaceuticalStartTime=None, RadiopharmaceuticalStartDateTime="20261120090000")
    whole.RadiopharmaceuticalInformationSequence = Sequence([injected])
    write(tmp_path, series("CT"))
    save(whole, tmp_path / "pet")
    found = read_petct(tmp_path)
    assert found.suv.body_weight.value == pytest.approx(START, rel=1e-9)
    not_corrected = changed(copy.deepcopy(whole), DecayCorrected="NO", DecayCorrectionDateTime=None)
    save(not_corrected, tmp_path / "pet")
    assert read_petct(tmp_path).suv.body_weight.value == pytest.approx(NONE, rel=1e-9)
