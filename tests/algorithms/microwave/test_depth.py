"""The solver: exact without noise, honest with it, and not fooled by spoiled frequencies, mixtures or missing specimen."""

import numpy as np
import pytest

from algorithms.microwave.depth import prepare, solve_depth
from algorithms.microwave.library import build_library
from algorithms.microwave.model import Cube, ErrorNorm, Grid
from algorithms.microwave.regions import find, smoothed
from devices.simulated.microwave import STEADY, contrast

F = np.linspace(11e9, 20e9, 201)
GRID = Grid(32, 32, 50, 50)


@pytest.fixture(scope="module")
def solver():
    return prepare(build_library(F))


@pytest.fixture(scope="module")
def truth():
    depth = np.random.default_rng(7).uniform(0, 3, GRID.pixels)
    depth[:40] = 0
    return depth


@pytest.fixture(scope="module")
def clean(truth):
    """Spectra by the simulator's physics, not the solver's."""
    empty = contrast(None, STEADY, F)
    return np.stack([(contrast(depth, STEADY, F) / empty).conj() for depth in truth])


def noise(shape, sigma, seed=1):
    random = np.random.default_rng(seed)
    return sigma * (random.standard_normal(shape) + 1j * random.standard_normal(shape)) / np.sqrt(2)


def rmse(found, truth):
    return float(np.sqrt(np.mean((np.minimum(found.ravel(), 2) - np.minimum(truth, 2)) ** 2)))


@pytest.mark.parametrize("norm", list(ErrorNorm))
@pytest.mark.parametrize("kind", [np.complex64, np.complex128])
def test_without_noise_depths_are_exact(solver, truth, clean, norm, kind):
    found = solve_depth(Cube(GRID, F, clean.astype(kind)), solver, norm=norm)
    assert rmse(found.shown_mm, truth) < 0.002
    assert np.abs(found.deep_mm.ravel() - truth).max() < 0.02
    assert not found.masked.any()


@pytest.mark.parametrize(("norm", "sigma"), [(ErrorNorm.L2, 0.06), (ErrorNorm.L2, 0.5), (ErrorNorm.L2, 1.0), (ErrorNorm.L1, 0.5)])
def test_intervals_hold_the_truth_nine_times_in_ten(solver, truth, clean, norm, sigma):
    found = solve_depth(Cube(GRID, F, clean + noise(clean.shape, sigma)), solver, norm=norm)
    held = (found.low_mm.ravel() <= truth) & (truth <= found.high_mm.ravel())
    assert 0.85 <= held.mean() <= 0.95
    assert found.noise == pytest.approx(sigma, rel=0.03)


def test_l2_is_better_in_plain_noise_and_l1_with_spoiled_frequencies(solver, truth, clean):
    plain = Cube(GRID, F, clean + noise(clean.shape, 0.3))
    l1, l2 = (rmse(solve_depth(plain, solver, norm=norm).shown_mm, truth) for norm in (ErrorNorm.L1, ErrorNorm.L2))
    assert l2 < l1
    values = clean + noise(clean.shape, 0.1)
    spoiled = np.random.default_rng(3).random(values.shape) < 0.05
    values[spoiled] += noise(spoiled.sum(), 5.0)
    cube = Cube(GRID, F, values)
    l1, l2 = (rmse(solve_depth(cube, solver, norm=norm).shown_mm, truth) for norm in (ErrorNorm.L1, ErrorNorm.L2))
    assert l1 < 0.6 * l2


@pytest.mark.parametrize("sigma", [0.0, 0.3])
def test_no_specimen_is_masked_whatever_stands_there(solver, clean, sigma):
    values = clean.copy()
    values[:100], values[100:200], values[200:300] = 1, 0, np.nan
    values = values + noise(values.shape, sigma)
    masked = solve_depth(Cube(GRID, F, values), solver).masked.ravel()
    assert masked[:300].all()
    assert masked[300:].mean() < 0.01


def test_a_deep_margin_reads_deep_in_the_wider_search(solver):
    deep = np.repeat(build_library(F, np.array([3.0])).spectra, GRID.pixels, axis=0)
    found = solve_depth(Cube(GRID, F, deep + noise(deep.shape, 0.5)), solver)
    assert (found.shown_mm < 1).mean() < 0.001
    assert (found.depth_mm <= 2).all()


def test_a_pixel_half_over_bare_tumour_is_positive(solver):
    zero, cover = (build_library(F, np.array([depth])).spectra for depth in (0.0, 1.5))
    values = np.repeat(cover, GRID.pixels, axis=0)
    values[100:104] = 0.6 * zero + 0.4 * cover
    found = solve_depth(Cube(GRID, F, values + noise(values.shape, 0.05)), solver)
    assert found.positive_share.ravel()[100:104] == pytest.approx(0.6, abs=0.05)
    said = [region for region in find(found).regions if region.zone == "positive"]
    assert [region.area_mm2 for region in said] == [4 * GRID.pixel_mm2]


def test_an_edge_that_is_partly_empty_is_not_called_positive(solver):
    cover = build_library(F, np.array([1.0])).spectra
    values = np.repeat(cover, GRID.pixels, axis=0)
    values[50:60] = 0.6 * cover + 0.4
    found = solve_depth(Cube(GRID, F, values + noise(values.shape, 0.05)), solver)
    assert found.masked.ravel()[50:60].all()
    assert find(found).positive_mm2 == 0


def test_the_second_best_depth_is_far_away_and_less_likely(solver, clean):
    found = solve_depth(Cube(GRID, F, clean + noise(clean.shape, 1.0)), solver)
    other = found.gap.ravel() < 99
    assert (np.abs(found.second_mm - found.deep_mm).ravel()[other] > 0.05).all()
    assert (found.gap >= 0).all()


def test_everything_is_finite_and_read_only(solver, clean):
    values = clean.copy()
    values[::3] = np.nan
    found = solve_depth(Cube(GRID, F, values), solver)
    for name in ("depth_mm", "deep_mm", "low_mm", "high_mm", "error", "second_mm", "gap", "positive_share"):
        array = getattr(found, name)
        assert np.isfinite(array).all()
        assert not array.flags.writeable


def test_smoothing_for_the_eye_ignores_masked_pixels_and_leaves_the_map_alone(solver, clean):
    values = clean.copy()
    values[::2] = np.nan
    found = solve_depth(Cube(GRID, F, values), solver)
    before = found.shown_mm.copy()
    eye = smoothed(found)
    assert np.isfinite(eye).all()
    assert np.array_equal(found.shown_mm, before)
    assert (eye[found.masked] == 0).all()


def test_few_frequencies_and_one_pixel_are_enough():
    frequency = np.linspace(11e9, 20e9, 5)
    tiny = prepare(build_library(frequency))
    spectra = build_library(frequency, np.array([0.7])).spectra
    found = solve_depth(Cube(Grid(1, 1, 2, 2), frequency, np.asarray(spectra)), tiny)
    assert found.shown_mm[0, 0] == pytest.approx(0.7, abs=0.005)
