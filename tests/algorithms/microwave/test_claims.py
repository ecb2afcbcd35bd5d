"""What the study says and can be checked: what reproduces, and what does not, with the figures that docs/microwave.md quotes."""

import numpy as np
import pytest

from algorithms.microwave.depth import prepare, solve_depth
from algorithms.microwave.library import build_library
from algorithms.microwave.media import LIGHT_M_PER_S, PHANTOM_HEALTHY
from algorithms.microwave.model import Cube, Grid
from algorithms.microwave.regions import smoothed
from devices.simulated.microwave import STEADY, contrast

F = np.linspace(11e9, 20e9, 201)


@pytest.fixture(scope="module")
def solver():
    return prepare(build_library(F))


def read(solver, depth_mm, **wet):
    """What the solver makes of a depth when tissues are off."""
    spectra = build_library(F, np.atleast_1d(np.asarray(depth_mm, dtype=float)), **wet).spectra
    return solve_depth(Cube(Grid(1, len(spectra), len(spectra), 1), F, np.array(spectra)), solver).depth_mm[0]


def test_a_quarter_wave_fits_into_a_close_margin():
    quarter_mm = LIGHT_M_PER_S / F / 4 / np.sqrt(PHANTOM_HEALTHY.permittivity(F) - np.sin(np.radians(35)) ** 2).real * 1e3
    assert (quarter_mm.min(), quarter_mm.max()) == pytest.approx((1.48, 2.38), abs=0.12)


def test_a_tumour_a_quarter_wetter_or_drier_changes_nothing_that_matters():
    solver = prepare(build_library(F))
    for factor in (0.75, 1.25):
        assert np.abs(read(solver, [0.25, 0.5, 1.0, 1.5], tumour_hydration=factor) - [0.25, 0.5, 1.0, 1.5]).max() <= 0.035


def test_a_margin_a_quarter_wetter_or_drier_is_still_right_at_1_mm(solver):
    for factor in (0.75, 1.25):
        assert abs(read(solver, 1.0, margin_hydration=factor)[0] - 1.0) <= 0.045


def test_but_at_1_75_mm_a_wetter_margin_reads_2_mm_a_close_margin_taken_for_negative(solver):
    assert read(solver, 1.75, margin_hydration=1.25)[0] == pytest.approx(2.0, abs=0.03)


def test_a_soft_boundary_shifts_the_depth_by_about_half_its_width(solver):
    from devices.simulated.microwave import Conditions

    soft = Conditions(gradient_mm=0.8)
    spectra = (contrast(1.0, soft, F) / contrast(None, STEADY, F)).conj()[None]
    found = solve_depth(Cube(Grid(1, 1, 1, 1), F, spectra), solver).depth_mm[0, 0]
    assert 0.2 < found - 1.0 < 0.6


def test_air_under_the_margin_reads_deeper(solver):
    from devices.simulated.microwave import Conditions

    spectra = (contrast(1.0, Conditions(air_gap_mm=0.2), F) / contrast(None, STEADY, F)).conj()[None]
    found = solve_depth(Cube(Grid(1, 1, 1, 1), F, spectra), solver)
    assert 0 < found.depth_mm[0, 0] - 1.0 < 0.15


def test_a_2_mm_limit_takes_deep_margins_for_shallow_ones_in_noise_and_the_wider_search_does_not(solver):
    random = np.random.default_rng(1)
    deep = np.repeat(build_library(F, np.array([3.0])).spectra, 4096, axis=0)
    deep = deep + (random.standard_normal(deep.shape) + 1j * random.standard_normal(deep.shape)) * 1.5
    found = solve_depth(Cube(Grid(64, 64, 100, 100), F, deep), solver)
    capped, wide = (found.depth_mm < 1).mean(), (found.shown_mm < 1).mean()
    assert capped > 0.02
    assert wide < capped / 3


def test_a_median_filter_erases_small_positive_regions(solver):
    depth = np.full((64, 64), 1.5)
    depth[30:32, 40:42] = 0
    spectra = build_library(F, depth.ravel()).spectra
    found = solve_depth(Cube(Grid(64, 64, 100, 100), F, np.array(spectra)), solver)
    assert (found.shown_mm <= 0.1).sum() == 4
    assert (smoothed(found, 5) <= 0.1).sum() == 0
