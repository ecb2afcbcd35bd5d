"""Preparation: the spline is scipy's, the specimen survives walls, wires and bubbles, and what is no specimen is said to be none."""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from scipy.ndimage import gaussian_filter, zoom

from algorithms.petct.analysis import doubt_of_uptake
from algorithms.petct.metrics import dice
from algorithms.petct.model import Normalisation, Prepared, Scan
from algorithms.petct.preparation import foreground_percentiles, prepare
from algorithms.petct.resampling import pooled, resample
from algorithms.petct.tissue import CONTAINER, NO_TISSUE, TINY, find_specimen, otsu
from algorithms.statistics.result import Indeterminate

_spec = importlib.util.spec_from_file_location("handmade", Path(__file__).with_name("handmade.py"))
handmade = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(handmade)
SCALES = Normalisation(-150, 80)
ISO = (0.1, 0.1, 0.1)


@pytest.fixture(scope="module")
def ball():
    return handmade.ball_scan(0.5)


def test_resampling_is_scipys_cubic_spline_on_the_right_grid():
    coarse = np.random.default_rng(1).random((6, 7, 9), dtype=np.float32)
    ours = resample(coarse, (0.4,) * 3, (0.0,) * 3, (24, 28, 36), ISO)
    assert np.abs(ours - zoom(coarse, 4, order=3, mode="nearest", grid_mode=True)).max() < 2e-6


def test_resampling_knows_where_the_source_begins():
    coarse = np.random.default_rng(2).random((8, 8, 8), dtype=np.float32)
    whole = resample(coarse, (0.4,) * 3, (0.0,) * 3, (32, 32, 32), ISO)
    part = resample(coarse, (0.4,) * 3, (-0.8, -0.4, 0.0), (10, 10, 10), ISO)
    assert np.abs(whole[8:18, 4:14, :10] - part).max() < 1e-6


def test_pooling_repeats_the_edge():
    assert pooled(np.arange(5, dtype=np.float32).reshape(5, 1, 1), 4).ravel().tolist() == [1.5, 4.0]


def test_a_scan_is_cropped_scaled_and_sealed(ball):
    scan, tumour, specimen = ball
    prepared = prepare(scan, SCALES)
    assert dice(prepared.specimen, specimen[prepared.box]) > 0.995
    assert tumour[prepared.box].sum() == tumour.sum()
    assert (prepared.ct.dtype, prepared.pet.dtype, prepared.ct.shape) == (np.float32, np.float32, prepared.specimen.shape)
    for array in (prepared.ct, prepared.pet):
        assert array.min() >= 0
        assert array.max() <= 1
        assert not array.flags.writeable
    assert not prepared.ct[~prepared.specimen].any()
    assert prepared.pet[tumour[prepared.box]].mean() > 0.5
    assert prepared.pet[prepared.specimen & ~tumour[prepared.box]].mean() < 0.3
    assert not prepared.at_edge
    low, high = foreground_percentiles(scan)
    assert -130 < low < -90 < high < 70


def test_the_factor_of_the_uptake_cancels(ball):
    scan = ball[0]
    other = prepare(replace(scan, pet=scan.pet * np.float32(37.0)), SCALES)
    assert np.abs(prepare(scan, SCALES).pet - other.pet).max() < 1e-5


@pytest.mark.parametrize("wall", [3, 6, 10])
def test_a_container_that_touches_is_left_out(ball, wall):
    scan, _, specimen = ball
    ct = scan.ct_hu.copy()
    floor = int(np.flatnonzero(specimen.any(axis=(0, 2)))[-1]) + 1
    ct[:, floor : floor + wall] = np.where(specimen[:, floor : floor + wall], ct[:, floor : floor + wall], 60)
    ct[:, :floor, :wall] = ct[:, :floor, -wall:] = 60
    found = find_specimen(ct, ISO)
    assert dice(found, specimen) > 0.985


def test_wires_and_bubbles_do_not_change_the_specimen(ball):
    scan, _, specimen = ball
    ct = scan.ct_hu.copy()
    ct[39:42, 43:46, :] = 8000  # a wire right through the scan
    ct[50:54, 40:44, 40:44] = -1000
    found = find_specimen(ct, ISO)
    assert dice(found, specimen) > 0.99
    assert found[51, 41, 41]
    assert not found[:, :, -4:].any()


def test_a_container_alone_is_said():
    ct = np.full((60, 60, 60), -1000, np.int16)
    ct[10:50, 10:50, 10:50] = 50
    ct[16:44, 16:44, 16:44] = -1000
    assert find_specimen(ct, ISO) == Indeterminate(CONTAINER)


def test_noise_alone_and_crumbs_are_no_specimen():
    random = np.random.default_rng(3)
    empty = (-1000 + 30 * random.standard_normal((40, 40, 40))).astype(np.int16)
    assert find_specimen(empty, ISO) == Indeterminate(NO_TISSUE)
    empty[10:24, 10:24, 10:24] = 0
    assert find_specimen(empty, ISO) == Indeterminate(TINY)


def test_metal_does_not_move_the_threshold(ball):
    ct = ball[0].ct_hu.copy()
    plain = otsu(ct)
    ct[20:24, 20:60, 20:24] = 12000
    assert abs(otsu(ct) - plain) < 40


def test_a_specimen_cut_off_by_the_scan_is_known():
    scan = handmade.ball_scan(0.5)[0]
    cut = Scan(scan.ct_hu[:, :, 20:].copy(), ISO, scan.pet[:, :, 5:].copy(), (0.4,) * 3)
    assert prepare(cut, SCALES).at_edge


def test_a_coarser_ct_is_brought_to_the_working_grid(ball):
    scan, _, specimen = ball
    coarse = Scan(scan.ct_hu[::2, ::2, ::2].copy(), (0.2,) * 3, scan.pet, (0.4,) * 3)
    prepared = prepare(coarse, SCALES)
    assert prepared.regridded
    assert prepared.spacing_mm == ISO
    assert abs(prepared.specimen.sum() / specimen.sum() - 1) < 0.02


def test_a_pet_elsewhere_is_refused(ball):
    away = replace(ball[0], pet_offset_mm=(30.0, 0.0, 0.0))
    assert isinstance(prepare(away, SCALES), Indeterminate)


def test_uptake_is_judged_before_it_is_scaled(ball):
    scan = ball[0]
    random = np.random.default_rng(4)
    empty = np.maximum(gaussian_filter(random.poisson(0.04, scan.pet.shape) - 0.04, 1.0), 0)  # counts of nothing, as filtered
    even = 1 + 0.2 * random.standard_normal(scan.pet.shape)
    for pet in (np.zeros_like(scan.pet), np.abs(random.standard_normal(scan.pet.shape)), even, empty):
        prepared = prepare(replace(scan, pet=pet.astype(np.float32)), SCALES)
        assert isinstance(prepared, Prepared)
        assert isinstance(doubt_of_uptake(prepared.uptake), Indeterminate)
    assert doubt_of_uptake(prepare(scan, SCALES).uptake) is None


def test_the_largest_raw_voxel_is_kept(ball):
    scan = ball[0]
    pet = scan.pet.copy()
    pet[10, 11, 12] = 99.0  # one hot voxel, which the median takes away
    uptake = prepare(replace(scan, pet=pet), SCALES).uptake
    assert uptake.raw_peak == 99.0
    assert uptake.peak < 10
