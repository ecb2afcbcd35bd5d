"""Where every voxel lies, judged by SimpleITK: oblique, reversed, coronal, shuffled; and series that have no even grid are refused."""

import random
import tempfile
from pathlib import Path

import numpy as np
import pytest
import SimpleITK
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from devices.scanner import ScanRefused
from devices.scanners.folder import read_petct
from tests.devices.scanners.making import CORNER, SIZE, series, turned, values, write

AXES = np.array([[0, 0, 1], [0, 1, 0], [1, 0, 0]], float)
CORONAL = np.array([[0, 0, 1], [1, 0, 0], [0, -1, 0]], float)


def peer(folder, uid):
    """The same series as SimpleITK reads it."""
    reader = SimpleITK.ImageSeriesReader()
    reader.SetFileNames(SimpleITK.ImageSeriesReader.GetGDCMSeriesFileNames(str(folder), uid))
    reader.SetOutputPixelType(SimpleITK.sitkFloat32)
    return reader.Execute()


def agree(volume, image, tolerance_mm=1e-4):
    """Every voxel of ours, at the place that we say, has the value that SimpleITK has there."""
    grid = np.indices(volume.values.shape).reshape(3, -1)
    places = (volume.affine @ np.vstack([grid, np.ones(grid.shape[1])]))[:3]
    direction = np.array(image.GetDirection()).reshape(3, 3) * image.GetSpacing()
    index = np.linalg.inv(direction) @ (places - np.array(image.GetOrigin())[:, None])
    nearest = np.round(index).astype(int)
    off = np.abs(direction @ (index - nearest)).max()
    assert off < tolerance_mm
    theirs = SimpleITK.GetArrayFromImage(image)
    assert volume.values.size == theirs.size
    np.testing.assert_allclose(volume.values.reshape(-1), theirs[nearest[2], nearest[1], nearest[0]], rtol=1e-5, atol=1e-3)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(
    angles=st.tuples(*[st.floats(-3.1, 3.1)] * 3),
    flips=st.tuples(*[st.sampled_from([1, -1])] * 3),
    order=st.permutations([0, 1, 2]),
    shuffle=st.integers(0, 9),
    oblique=st.booleans(),
)
def test_every_acquisition_lies_where_simpleitk_puts_it(angles, flips, order, shuffle, oblique):
    axes = (turned(*angles) if oblique else np.eye(3)) @ AXES[:, order] * flips
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ct, pet = series("CT", axes=axes), series("PT", axes=axes, RescaleSlope="1")
        write(folder / "ct", ct, order=random.Random(shuffle))
        write(folder / "pet", pet, order=random.Random(shuffle))
        found = read_petct(folder)
        agree(found.ct, peer(folder / "ct", ct[0].SeriesInstanceUID))
        agree(found.pet, peer(folder / "pet", pet[0].SeriesInstanceUID))


def test_a_pet_of_another_acquisition_runs_as_the_ct(tmp_path):
    """A coronal PET over an axial CT: turned, not resampled, and still where SimpleITK puts it."""
    pet = series("PT", axes=CORONAL, RescaleSlope="1")
    for each in pet:  # the two grids share no corner; shift the PET over the CT
        each.ImagePositionPatient = [a + b for a, b in zip(each.ImagePositionPatient, (0.0, 0.0, 4.9), strict=True)]
    write(tmp_path / "ct", series("CT"))
    write(tmp_path / "pet", pet)
    found = read_petct(tmp_path)
    between = found.ct.affine[:3, :3].T @ found.pet.affine[:3, :3]
    assert (np.abs(between - np.diag(np.diag(between))) < 1e-9).all()
    assert (np.diag(between) > 0).all()
    agree(found.pet, peer(tmp_path / "pet", pet[0].SeriesInstanceUID))
    assert found.pet.values.flags.c_contiguous


def test_resampled_with_this_affine_it_is_what_simpleitk_resamples(tmp_path):
    """The PET at the CT's centres, linearly, by our affines and by SimpleITK's own reading."""
    from scipy.ndimage import map_coordinates

    axes = turned(0.3, -0.2, 0.9) @ AXES
    ct, pet = series("CT", axes=axes), series("PT", axes=axes, RescaleSlope="1")
    write(tmp_path / "ct", ct)
    write(tmp_path / "pet", pet)
    found = read_petct(tmp_path)
    images = [peer(tmp_path / name, each[0].SeriesInstanceUID) for name, each in (("ct", ct), ("pet", pet))]
    theirs = SimpleITK.GetArrayFromImage(SimpleITK.Resample(images[1], images[0], SimpleITK.Transform(), SimpleITK.sitkLinear, -1.0))
    onto = np.linalg.inv(found.pet.affine) @ found.ct.affine
    grid = np.indices(found.ct.values.shape).reshape(3, -1)
    at = (onto @ np.vstack([grid, np.ones(grid.shape[1])]))[:3]
    ours = map_coordinates(found.pet.values, at, order=1).reshape(theirs.shape)
    # Slices run the same way in both. At the PET's rim SimpleITK repeats the last voxel, which is no matter of geometry.
    inside = ((at >= 0) & (at <= np.array(SIZE["PT"])[:, None] - 1)).all(axis=0).reshape(theirs.shape)
    assert inside.mean() > 0.4
    np.testing.assert_allclose(ours[inside], theirs[inside], rtol=1e-3, atol=0.05)


def test_each_slice_has_its_own_slope(tmp_path):
    stored = values("PT")
    write(tmp_path, series("CT"), series("PT"), order=random.Random(1))
    found = read_petct(tmp_path)
    np.testing.assert_array_equal(found.pet.values, stored * (0.5 + np.arange(len(stored)) / 8)[:, None, None].astype(np.float32))
    np.testing.assert_array_equal(found.ct.values, values("CT") - 1024.0)
    assert found.ct.values.flags.writeable is False
    np.testing.assert_allclose(found.ct.affine[:3, 3] - np.diag(found.ct.affine[:3, [2, 1, 0]]) / 2, CORNER, atol=1e-9)


def moved(ct, at, along=0.0, across=0.0):
    place = list(ct[at].ImagePositionPatient)
    ct[at].ImagePositionPatient = [place[0] + across, place[1], place[2] + along]
    return ct


REFUSED = {
    "one slice missing": (lambda ct: ct[:4] + ct[5:], "1 slice is missing, the first between 1.20 and 2.00 mm"),
    "three missing": (lambda ct: ct[:3] + ct[4:6] + ct[8:], "3 slices are missing"),
    "uneven": (lambda ct: moved(ct, 5, along=0.13), "unevenly spaced"),
    "one aside": (lambda ct: moved(ct, 5, across=0.2), "unevenly spaced: one lies 0.2 mm"),
    "sheared": (lambda ct: [moved(ct, at, across=0.05 * at)[at] for at in range(len(ct))], "sheared"),
    "same place": (lambda ct: moved(ct, 5, along=0.4), "at the same place"),
    "too few": (lambda ct: ct[:3], "3 pictures, too few"),
    "scout": (lambda ct: series("CT", ImageType=["ORIGINAL", "PRIMARY", "LOCALIZER"]), "scout"),
    "askew axes": (lambda ct: series("CT", ImageOrientationPatient=[1, 0, 0, 0.1, 1, 0]), "right angles"),
    "no position": (lambda ct: series("CT", ImagePositionPatient=None), "do not say where they lie"),
    "no spacing": (lambda ct: series("CT", PixelSpacing=None), "do not say where they lie"),
    "spacing of zero": (lambda ct: series("CT", PixelSpacing=[0, 0]), "pixel spacing"),
    "no rescale": (lambda ct: series("CT", RescaleSlope=None), "how its values become HU"),
    "none": (lambda ct: [], "No CT series was found"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_series_without_a_whole_grid_is_refused_with_the_reason(tmp_path, case):
    change, reason = REFUSED[case]
    write(tmp_path, change(series("CT")), series("PT"))
    with pytest.raises(ScanRefused, match=reason) as caught:
        read_petct(tmp_path)
    assert "SECRET" not in str(caught.value)
    assert caught.value.problem.count("\n") == 0


def test_padding_is_air(tmp_path):
    stored = values("CT")
    stored[:, :2] = -2000
    write(tmp_path, series("CT", stored, PixelPaddingValue=-2000), series("PT"))
    assert (read_petct(tmp_path).ct.values[:, :2] == -1000).all()
