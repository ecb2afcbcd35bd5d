"""The four figures of the seed against SimpleITK, and against scikit-learn's average precision."""

from __future__ import annotations

import numpy as np
import pytest
import SimpleITK as sitk  # noqa: N813 - its own habit
from sklearn.metrics import average_precision_score

from algorithms.petct.margin import contour
from algorithms.petct.metrics import contour_dice, dice, hausdorff_95, precision_recall_area
from algorithms.statistics.result import Indeterminate

SPACING = (0.3, 0.2, 0.1)


@pytest.fixture(scope="module")
def pair():
    z, y, x = np.ogrid[:24, :30, :40]
    one = ((z - 12) / 8) ** 2 + ((y - 15) / 9) ** 2 + ((x - 20) / 14) ** 2 < 1
    other = ((z - 13) / 7) ** 2 + ((y - 13) / 9) ** 2 + ((x - 22) / 13) ** 2 < 1
    return one, other


def image(mask):
    found = sitk.GetImageFromArray(mask.astype(np.uint8))
    found.SetSpacing(SPACING[::-1])
    return found


def distances(one, other):
    """From each contour voxel of one to the contour of the other, by SimpleITK's exact distance map."""
    field = sitk.SignedMaurerDistanceMap(image(contour(other)), insideIsPositive=False, squaredDistance=False, useImageSpacing=True)
    return np.abs(sitk.GetArrayFromImage(field))[contour(one)]


def test_contours_are_simple_itks(pair):
    ours = contour(pair[0])
    assert np.array_equal(ours, sitk.GetArrayFromImage(sitk.BinaryContour(image(pair[0]), fullyConnected=False)) > 0)


def test_dice_is_simple_itks(pair):
    overlap = sitk.LabelOverlapMeasuresImageFilter()
    overlap.Execute(image(pair[0]), image(pair[1]))
    assert dice(*pair) == pytest.approx(overlap.GetDiceCoefficient(), abs=1e-12)


def test_hausdorff_and_contour_dice_are_simple_itks(pair):
    there, back = distances(*pair), distances(*reversed(pair))
    assert hausdorff_95(*pair, SPACING) == pytest.approx(max(np.percentile(there, 95), np.percentile(back, 95)), abs=1e-4)
    for tolerance in (0.25, 0.55, 1.05):
        near = ((there <= tolerance).sum() + (back <= tolerance).sum()) / (there.size + back.size)
        assert contour_dice(*pair, SPACING, tolerance) == pytest.approx(near, abs=2e-3)


def test_the_area_under_precision_and_recall_is_scikit_learns():
    random = np.random.default_rng(6)
    truth = random.random((8, 9, 10)) > 0.8
    probability = np.round(truth * 0.3 + random.random(truth.shape), 1).astype(np.float32)  # with ties
    assert precision_recall_area(probability, truth) == pytest.approx(
        average_precision_score(truth.ravel(), probability.ravel()), abs=1e-12
    )


def test_nothing_is_compared_with_nothing(pair):
    none = np.zeros_like(pair[0])
    assert isinstance(dice(none, none), Indeterminate)
    assert isinstance(hausdorff_95(pair[0], none, SPACING), Indeterminate)
    assert isinstance(contour_dice(none, pair[0], SPACING), Indeterminate)
    assert isinstance(precision_recall_area(np.zeros(none.shape, np.float32), none), Indeterminate)
    assert dice(pair[0], none) == 0
