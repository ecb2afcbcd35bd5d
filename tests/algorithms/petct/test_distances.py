"""Distances that are worked out only where they matter are those of the plain way, wherever they are promised to be."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.ndimage import distance_transform_edt, gaussian_filter

from algorithms.petct.distances import REACH_MM, Depth, contour, nearest_mm

SPACINGS = [(0.1, 0.1, 0.1), (0.2, 0.1, 0.15)]


def blob(seed, shape=(70, 82, 96), share=0.5):
    """Something round and bumpy in the middle."""
    z, y, x = np.ogrid[: shape[0], : shape[1], : shape[2]]
    away = sum(((axis - size / 2) / (size / 2)) ** 2 for axis, size in zip((z, y, x), shape, strict=True))
    bumps = gaussian_filter(np.random.default_rng(seed).normal(size=shape), 5)
    return away + 2.0 * bumps / bumps.std() * 0.1 < share


def plain(seeds, spacing):
    return distance_transform_edt(~seeds, sampling=spacing)


@pytest.mark.parametrize("spacing", SPACINGS)
@pytest.mark.parametrize("seed", range(3))
def test_the_depth_of_a_mask_is_that_of_its_nearest_voxel(seed, spacing):
    specimen = blob(seed, share=0.8)
    whole, depth = plain(contour(specimen), spacing), Depth(specimen, spacing)
    box = (slice(14, 55), slice(20, 60), slice(22, 70))
    for limit in (0.0, 0.4, 1.0, 2.0):
        deep = (whole > limit)[box] & specimen[box]
        assert depth.least_mm(box, deep) == pytest.approx(whole[box][deep].min(), abs=1e-5)
    inner = (slice(20, 40), slice(30, 50), slice(30, 60))  # within a box that is known
    assert depth.least_mm(inner, specimen[inner]) == pytest.approx(whole[inner][specimen[inner]].min(), abs=1e-5)
    assert np.array_equal(depth.within(box, 0.1), whole[box] <= 0.1 + 1e-6)


def test_what_lies_deeper_than_is_looked_at_first_is_still_exact():
    specimen = np.zeros((120, 120, 120), bool)
    specimen[2:118, 2:118, 2:118] = True
    middle = (slice(50, 70), slice(50, 70), slice(50, 70))
    depth = Depth(specimen, (0.1, 0.1, 0.1))
    assert depth.least_mm(middle, np.ones((20, 20, 20), bool)) == pytest.approx(4.8)
    assert REACH_MM < 4.8
    assert depth.least_mm(middle, np.zeros((20, 20, 20), bool)) == float("inf")


@pytest.mark.parametrize("spacing", SPACINGS)
@pytest.mark.parametrize("seed", range(4))
def test_places_that_matter_are_exact_and_no_other_is_too_near(seed, spacing):
    specimen, tumour = blob(seed, share=0.8), np.roll(blob(seed + 10, share=0.12), 14, axis=2)
    tumour &= specimen
    places = np.argwhere(contour(specimen))
    groups = np.random.default_rng(seed).integers(0, 6, len(places)) * 10  # any numbers will do
    truth = plain(tumour, spacing)[tuple(places.T)]
    found = nearest_mm(tumour, places, groups, spacing, 1.0)
    assert (found >= truth - 1e-5).all()
    assert found[truth <= 1.0] == pytest.approx(truth[truth <= 1.0], abs=1e-5)
    for group in np.unique(groups):
        assert found[groups == group].min() == pytest.approx(truth[groups == group].min(), abs=1e-5)
    assert ((found < 0.997) == (truth < 0.997)).all()  # no distance of these grids lies so near 0.997


def test_a_place_inside_the_tumour_is_no_way_from_it():
    tumour = np.zeros((20, 20, 20), bool)
    tumour[5:15, 5:15, 5:15] = True
    places = np.array([[10, 10, 10], [5, 5, 5], [3, 10, 10]])
    assert nearest_mm(tumour, places, np.zeros(3, int), (0.1, 0.1, 0.1), 2.0) == pytest.approx([0.0, 0.0, 0.2])
