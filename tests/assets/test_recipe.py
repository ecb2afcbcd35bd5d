"""The parts of the recipe that need no PyTorch: who is in which fold, where crops are cut, how outcomes are counted."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from assets.recipes.petct import crops, report
from assets.recipes.petct.folds import FOLDS, dealt, splits
from assets.recipes.petct.patients import ILC_DCIS, NST, TRUNK
from devices.simulated.petct_families import Family


@pytest.mark.parametrize("patients", [NST, ILC_DCIS], ids=["nst", "ilc-dcis"])
def test_no_patient_is_on_two_sides(patients):
    for split in splits(patients):
        train, stop, test = (set(part) for part in (split.train, split.stop, split.test))
        assert not train & stop
        assert not train & test
        assert not stop & test
        assert train | stop | test == set(patients)


@pytest.mark.parametrize("patients", [NST, ILC_DCIS], ids=["nst", "ilc-dcis"])
def test_every_patient_is_tested_by_one_outer_fold_and_strata_are_even(patients):
    folds = dealt(patients, seed=0)
    assert Counter(patient for fold in folds for patient in fold) == Counter(patients)
    for stratum in {patient.stratum for patient in patients}:
        counts = [sum(patient.stratum == stratum for patient in fold) for fold in folds]
        assert max(counts) - min(counts) <= 1
    assert {(split.outer, split.inner) for split in splits(patients)} == {(a, b) for a in range(FOLDS) for b in range(FOLDS)}


def test_the_trunk_and_the_folds_share_no_patient_and_all_are_of_family_a():
    everybody = (*TRUNK, *NST, *ILC_DCIS)
    assert len({patient.seed for patient in everybody}) == len(everybody)
    assert {patient.family for patient in everybody} == {Family.A}


def made(seed=0):
    rng = np.random.default_rng(seed)
    z, y, x = np.ogrid[:80, :90, :100]
    specimen = (z - 40) ** 2 + (y - 45) ** 2 + (x - 50) ** 2 < 35**2
    tumour = ((z - 40) ** 2 + (y - 45) ** 2 + (x - 70) ** 2 < 15**2) & specimen
    ct = np.where(specimen, 0.4, 0) + np.where(tumour, 0.4, 0) + 0.02 * rng.random(specimen.shape)
    pet = np.where(tumour, 0.9, 0.1)
    return (ct * specimen).astype(np.float32), pet.astype(np.float32), tumour, specimen


def test_crops_lie_where_the_margin_is_decided_and_hold_what_is_there():
    ct, pet, tumour, specimen = made()
    found = crops.cut(ct, pet, tumour, specimen, 0.1, seed=1)
    assert found.shape == (crops.FINE_CROPS + crops.COARSE_CROPS, 3, crops.SIDE, crops.SIDE)
    assert set(np.unique(found[: crops.FINE_CROPS, 2])) == {0, 255}
    middle = crops.SIDE // 2
    assert (found[: crops.FINE_CROPS, 2, middle, middle] == 255).mean() > 0.5
    assert (found[: crops.FINE_CROPS, 0, middle, middle] > 0).all()
    assert np.array_equal(found, crops.cut(ct, pet, tumour, specimen, 0.1, seed=1))


def test_a_window_at_the_corner_is_empty_beyond_the_volume():
    volume = np.full((3, 10, 10, 10), 7, np.uint8)
    (window,) = crops.windows(volume, np.array([[0, 0, 0]]))
    half = crops.SIDE // 2
    assert (window[:, half : half + 10, half : half + 10] == 7).all()
    assert window.sum() == 3 * 7 * 100


def outcome(true_mm, margin_mm, method="ensemble"):
    positive = None if margin_mm is None else margin_mm <= 0.1
    return report.Outcome(f"s{true_mm}", "a", "nst", method, true_mm, true_mm <= 0.1, 0.99, margin_mm, positive, "", True, 0.9, None, 1.0)


def test_what_was_not_judged_counts_as_wrong():
    figures = report.figures([outcome(0.0, 0.0), outcome(0.05, None), outcome(1.0, 0.9), outcome(2.0, 0.0)])
    assert figures["not_judged"] == 1
    assert (figures["sensitivity"]["count"], figures["sensitivity"]["of"]) == (1, 2)
    assert (figures["specificity"]["count"], figures["specificity"]["of"]) == (1, 2)
    assert figures["margin_error_median_mm"] == pytest.approx(0.1)


def test_fast_is_held_against_the_ensemble_on_the_same_specimens():
    pairs = [outcome(0.0, 0.0), outcome(0.0, 0.3, "fast"), outcome(1.0, 1.0), outcome(1.0, 1.05, "fast")]
    found = report.beside(pairs)
    assert found["positives_lost"] == 1
    assert found["within_0.1_mm"]["count"] == 1
    assert found["same_status"]["count"] == 1
