"""A hundred simulated specimens: every positive inclusion found from a quarter of the patterns, depths right, intervals honest. Endurance."""

import importlib.util
from pathlib import Path

import numpy as np
import pytest

from algorithms.microwave.analysis import Choices, analyse_scan
from devices.simulated.microwave import Conditions, simulate_scan
from devices.simulated.phantoms import irregular

pytestmark = [pytest.mark.endurance, pytest.mark.timeout(3600)]
_spec = importlib.util.spec_from_file_location("scanning", Path(__file__).with_name("scanning.py"))
scanning = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(scanning)


def scores(count, inclusion, *, aligned=False, fit=False, **conditions):
    found = []
    for seed in range(count):
        phantom = irregular(seed, inclusion_mm=inclusion, aligned=aligned)
        simulated = simulate_scan(phantom, Conditions(noise=1.0, **conditions), seed=seed, share=0.25)
        found.append(scanning.score(analyse_scan(scanning.scan_of(simulated), Choices(fit_hydration=fit)), phantom))
    rmse, coverage, hits, false = (np.array(column, dtype=float) for column in zip(*found, strict=True))
    return float(np.sqrt((rmse**2).mean())), float(coverage.mean()), int(hits.sum()), int(false.sum())


@pytest.mark.parametrize("inclusion", [(3.0, 3.0), (8.0, 5.0)])
@pytest.mark.parametrize("aligned", [True, False])
def test_every_inclusion_from_a_quarter_of_the_patterns(inclusion, aligned):
    rmse, coverage, hits, false = scores(100, inclusion, aligned=aligned)
    assert rmse <= 0.030
    assert 0.85 <= coverage <= 0.95
    assert hits >= 99
    assert false <= 5


@pytest.mark.parametrize(("margin", "tumour"), [(0.75, 1.0), (1.25, 1.0), (0.75, 0.75), (1.25, 1.25)])
def test_hydration_is_fitted(margin, tumour):
    rmse, coverage, _, _ = scores(40, (8.0, 5.0), fit=True, margin_hydration=margin, tumour_hydration=tumour)
    assert rmse <= 0.035
    assert 0.85 <= coverage <= 0.95
