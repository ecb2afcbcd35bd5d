"""The simulated scanner's folders, written by code that shares nothing with the reader: every voxel of every lie is found where it was simulated."""

import numpy as np
import pytest

from devices.scanners.folder import read_petct
from devices.simulated.petct import TumourKind, simulate_scan
from devices.simulated.petct_dicom import CORNER_MM, Acquisition, Lie, view_of, write_petct
from devices.simulated.petct_headers import Decay, Units, Writing
from devices.simulated.petct_seg import write_segmentation

SIZE = (40, 48, 56)


@pytest.fixture(scope="module")
def scan():
    return simulate_scan(3, kind=TumourKind.NST, positive=False, spacing_mm=0.6, size=SIZE)


def back(volume, truth, turn, spacing_mm):
    """What was simulated at the place where each voxel is said to lie."""
    grid = np.indices(volume.values.shape).reshape(3, -1)
    places = turn.T @ (volume.affine @ np.vstack([grid, np.ones(grid.shape[1])]))[:3] - CORNER_MM[:, None]
    index = places[::-1] / spacing_mm - 0.5
    nearest = np.round(index).astype(int)
    assert np.abs(index - nearest).max() < 0.01
    return truth[tuple(nearest)].reshape(volume.values.shape)


@pytest.mark.parametrize("lie", list(Lie))
def test_every_lie(tmp_path, scan, lie):
    how = Acquisition(lie, shuffled=True, writing=Writing.JAPANESE)
    written = write_petct(scan, tmp_path, how)
    write_segmentation(scan, written.ct, tmp_path / "seg.dcm", how)
    found = read_petct(tmp_path)
    turn = view_of(lie).turn
    np.testing.assert_array_equal(found.ct.values, back(found.ct, scan.ct_hu, turn, scan.ct_spacing_mm))
    suv = found.pet.values * found.suv.body_weight.value
    truth = back(found.pet, scan.pet_suv, turn, scan.pet_spacing_mm)
    np.testing.assert_allclose(suv, truth, atol=scan.pet_suv.max() * 1e-3)
    (tumour,) = found.segmentations
    np.testing.assert_array_equal(tumour.mask, back(found.ct, scan.tumour, turn, scan.ct_spacing_mm))
    assert found.simulated


@pytest.mark.parametrize("decay", list(Decay))
@pytest.mark.parametrize("units", list(Units))
def test_every_scale(tmp_path, scan, units, decay):
    write_petct(scan, tmp_path, Acquisition(units=units, decay=decay))
    found = read_petct(tmp_path)
    np.testing.assert_allclose(found.pet.values * found.suv.body_weight.value, scan.pet_suv, atol=scan.pet_suv.max() * 1e-3)


def test_without_a_weight(tmp_path, scan):
    write_petct(scan, tmp_path, Acquisition(weight_known=False))
    found = read_petct(tmp_path)
    assert found.suv.body_weight.value is None
    shares = found.pet.values / found.pet.values.max()
    np.testing.assert_allclose(shares, scan.pet_suv / scan.pet_suv.max(), atol=2e-3)
