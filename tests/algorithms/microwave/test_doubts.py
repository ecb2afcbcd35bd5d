"""What is wrong with a whole scan is found in it, and said."""

import numpy as np
import pytest

from algorithms.microwave.analysis import analyse_cube
from algorithms.microwave.doubts import DoubtKind, doubts_of_scan, drift
from algorithms.microwave.hadamard import Ordering
from algorithms.microwave.library import build_library
from algorithms.microwave.media import TimeConvention
from algorithms.microwave.model import Cube, Grid
from algorithms.microwave.readings import Scan

F = np.linspace(11e9, 20e9, 101)
GRID = Grid(16, 16, 50, 50)


def cube(scale=1.0, *, turned=False, bare=False, sigma=0.1):
    random = np.random.default_rng(5)
    values = np.ones((256, 101), complex) if bare else np.array(build_library(F, random.uniform(0, 2.5, 256)).spectra)
    values[:60] = 1
    values = values * scale + sigma * (random.standard_normal(values.shape) + 1j * random.standard_normal(values.shape))
    return Cube(GRID, F, values.conj() if turned else values)


def kinds(found):
    return [doubt.kind for doubt in found.doubts]


def test_a_good_cube_raises_no_doubt():
    for sigma in (0.0, 0.05, 0.2):
        found = analyse_cube(cube(sigma=sigma))
        assert found.doubts == ()
        assert found.trusted


def test_a_forgotten_conjugation_is_said():
    for sigma in (0.0, 0.05, 0.2):
        found = analyse_cube(cube(turned=True, sigma=sigma))
        assert kinds(found) == [DoubtKind.CONJUGATED]
        assert "conjugated" in found.doubts[0].sentence
        assert not found.trusted


@pytest.mark.parametrize("scale", [0.5, 1.6, np.exp(0.8j), 1.3 * np.exp(-2j)])
def test_a_reference_of_another_day_is_said(scale):
    found = analyse_cube(cube(scale, sigma=0.03))
    assert DoubtKind.REFERENCE in kinds(found)
    assert not found.trusted


def test_wetter_tissue_is_no_wrong_reference():
    for factor in (0.75, 1.25):
        values = np.array(build_library(F, np.random.default_rng(5).uniform(0, 2.5, 256), margin_hydration=factor).spectra)
        assert analyse_cube(Cube(GRID, F, values)).doubts == ()


def test_an_empty_scanner_is_said():
    assert kinds(analyse_cube(cube(bare=True, sigma=0.02))) == [DoubtKind.NO_SPECIMEN]


def test_a_cube_without_pixels_is_said():
    empty = Cube(GRID, F, np.full((256, 101), np.nan + 0j))
    found = analyse_cube(empty)
    assert kinds(found) == [DoubtKind.NO_SPECIMEN]
    assert found.finding.minimum_depth_mm is None


def scan(sums, pairs=256, **more):
    random = np.random.default_rng(1)
    sample = random.standard_normal((pairs, 5)) + 0j
    return Scan(GRID, F[:5], sample, sample, sums, Ordering.NATURAL, TimeConvention.PHYSICISTS, **more)


def test_drift_saturation_unsteady_references_and_missing_patterns_are_said():
    steady, moving = np.ones((256, 5)) + 0j, np.linspace(1, 1.2, 256)[:, None] * np.ones(5) + 0j
    assert doubts_of_scan(scan(steady)) == ()
    assert drift(scan(moving)) == pytest.approx(0.164, abs=0.01)
    assert kinds_of(scan(moving)) == [DoubtKind.DRIFT]
    assert kinds_of(scan(steady, clipped=0.01)) == [DoubtKind.SATURATED]
    assert kinds_of(scan(steady, repeats=3, spread=0.2)) == [DoubtKind.REPEATS]
    assert kinds_of(scan(steady[:100], pairs=100)) == [DoubtKind.INCOMPLETE]


def kinds_of(one):
    return [doubt.kind for doubt in doubts_of_scan(one)]
