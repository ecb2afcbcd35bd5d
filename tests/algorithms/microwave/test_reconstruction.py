"""Short and noisy scans: precise, honest, and no positive region lost."""

import importlib.util
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from algorithms.microwave.analysis import Choices, analyse_cube, analyse_scan
from algorithms.microwave.model import ErrorNorm
from algorithms.microwave.readings import normalise
from algorithms.microwave.stopping import STUDY, second_look, stopping_cost
from devices.simulated.microwave import STEADY, Conditions, simulate_scan
from devices.simulated.phantoms import double_ramp, irregular

_spec = importlib.util.spec_from_file_location("scanning", Path(__file__).with_name("scanning.py"))
scanning = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(scanning)
scan_of, score = scanning.scan_of, scanning.score

NOISY = Conditions(noise=1.0)


@pytest.mark.parametrize(
    ("seed", "inclusion", "aligned"), [(3, (3.0, 3.0), False), (12, (3.0, 3.0), False), (5, (3.0, 3.0), True), (7, (8.0, 5.0), False)]
)
def test_a_quarter_of_the_patterns_finds_every_inclusion(seed, inclusion, aligned):
    phantom = irregular(seed, inclusion_mm=inclusion, aligned=aligned)
    found = analyse_scan(scan_of(simulate_scan(phantom, NOISY, seed=seed, share=0.25)))
    rmse, coverage, hit, false = score(found, phantom)
    assert rmse <= 0.035
    assert hit
    assert false == 0
    assert coverage > 0.8
    assert found.map.regularised
    assert found.map.masked[phantom.coverage() == 0].mean() > 0.99


def test_the_double_ramp_from_a_quarter_of_the_patterns_without_noise():
    phantom = double_ramp()
    found = analyse_scan(scan_of(simulate_scan(phantom, STEADY, share=0.25)))
    rmse, _, hit, _ = score(found, phantom)
    assert rmse < 0.03
    assert hit


@pytest.mark.parametrize("ordering", ["natural", "sequency", "cake-cutting"])
def test_complete_scans_are_exact_in_every_order(ordering):
    phantom = irregular(4, 32, 32, inclusion_mm=(6.25, 6.25), aligned=True)
    found = analyse_scan(scan_of(simulate_scan(phantom, STEADY, ordering=ordering)))
    rmse, _, hit, false = score(found, phantom)
    assert rmse < 0.005
    assert (hit, false) == (True, 0)
    assert found.doubts == ()


def test_a_noisy_cube_is_reconstructed_and_a_quiet_one_is_not():
    phantom = irregular(6)
    noisy, quiet = (analyse_cube(normalise(scan_of(simulate_scan(phantom, Conditions(noise=noise))))) for noise in (1.0, 0.1))
    assert (noisy.map.regularised, quiet.map.regularised) == (True, False)
    for found in (noisy, quiet):
        rmse, _, hit, false = score(found, phantom)
        assert rmse < 0.03
        assert (hit, false) == (True, 0)


def test_l1_reads_a_complete_noisy_scan_pixel_by_pixel():
    phantom = irregular(6, 16, 16)
    found = analyse_scan(scan_of(simulate_scan(phantom, Conditions(noise=0.5))), Choices(norm=ErrorNorm.L1))
    assert found.map.norm is ErrorNorm.L1
    assert not found.map.regularised


@pytest.mark.parametrize("factor", [0.75, 1.25])
def test_hydration_is_fitted_from_a_quarter_of_the_patterns(factor):
    phantom = irregular(8)
    simulated = simulate_scan(phantom, Conditions(noise=1.0, margin_hydration=factor), share=0.25)
    without, fitted = (analyse_scan(scan_of(simulated), Choices(fit_hydration=fit)) for fit in (False, True))
    assert fitted.hydration.accepted
    assert fitted.hydration.margin == pytest.approx(factor, abs=0.06)
    assert score(fitted, phantom)[0] < 0.6 * score(without, phantom)[0]
    assert score(fitted, phantom)[0] <= 0.045


def test_hydration_is_not_fitted_when_the_tissue_is_as_expected():
    phantom = irregular(9, 32, 32)
    for share, noise in ((1.0, 0.06), (0.25, 1.0)):
        found = analyse_scan(scan_of(simulate_scan(phantom, Conditions(noise=noise), share=share)), Choices(fit_hydration=True))
        assert found.map.margin_hydration == pytest.approx(1.0, abs=0.02)


def test_another_scanners_order_under_the_same_word_is_recognised():
    phantom = irregular(10, 32, 32)
    simulated = simulate_scan(phantom, Conditions(noise=0.06), ordering="cake-cutting")
    u, v = (axis.ravel() for axis in np.mgrid[:32, :32])
    pieces = (u + 1) * (v + 1)
    ours, theirs = np.lexsort((v, u, pieces)), np.lexsort((np.abs(u - v), pieces))
    place = np.argsort(ours)[theirs]
    scan = scan_of(simulated)
    turned = replace(scan, sample=scan.sample[place], reference=scan.reference[place], sums=scan.sums[place])
    found = analyse_scan(turned)
    assert [doubt.kind for doubt in found.doubts] == ["pattern order"]
    assert score(found, phantom)[0] < 0.02


def test_what_stopping_costs_shrinks_as_the_scan_grows():
    phantom = irregular(11)
    costs = []
    for share in (0.125, 0.5):
        found = analyse_scan(scan_of(simulate_scan(phantom, NOISY, share=share)))
        costs.append(stopping_cost(found, round(share * 4096), 201))
    assert costs[0].interval_mm > costs[1].interval_mm
    assert costs[0].seconds_saved > costs[1].seconds_saved > 0
    assert all(cost.changed_mm2 >= 0 and cost.doubtful_mm2 >= 0 and cost.final_interval_mm < cost.interval_mm for cost in costs)
    look = second_look(found, 201)
    if look is not None:
        assert 0 <= look.window.row <= 64 - look.window.rows
        assert 0 <= look.window.column <= 64 - look.window.columns


def test_the_studys_scan_takes_its_twenty_minutes():
    assert STUDY.seconds(4096, 201) / 60 == pytest.approx(20, abs=0.1)
    assert STUDY.seconds(1024, 201) / 60 == pytest.approx(5, abs=0.05)


def spoiled(scan, kind, random):
    sample, size = scan.sample.copy(), 20 * np.abs(scan.sample[1:]).mean()
    hiss = size * (random.standard_normal(sample.shape) + 1j * random.standard_normal(sample.shape))
    bad = np.zeros(sample.shape, bool)
    if kind == "frequencies":
        bad[:, random.choice(bad.shape[1], 10, replace=False)] = True
    elif kind == "readings":
        bad = random.random(bad.shape) < 0.03
    else:
        bad[random.choice(np.arange(20, len(bad)), 8, replace=False)] = True
    return replace(scan, sample=np.where(bad, hiss if kind == "patterns" else sample + hiss, sample))


@pytest.mark.parametrize("kind", ["frequencies", "readings", "patterns"])
def test_l1_forgives_what_is_spoiled_in_a_short_scan(kind):
    phantom = irregular(3, 32, 32)
    scan = spoiled(scan_of(simulate_scan(phantom, Conditions(noise=0.5), seed=3, share=0.5)), kind, np.random.default_rng(1))
    forgiving, plain = (score(analyse_scan(scan, Choices(norm=norm)), phantom) for norm in (ErrorNorm.L1, ErrorNorm.L2))
    assert forgiving[0] < 0.03
    assert forgiving[0] < 0.5 * plain[0]
    assert forgiving[2:] == (True, 0)


def test_the_wandering_of_carriers_is_undone():
    phantom = irregular(1, 32, 32, inclusion_mm=(8.0, 5.0))
    scan = scan_of(simulate_scan(phantom, Conditions(noise=0.06, diffusion_mm=1.5), seed=1))
    undone, left = (score(analyse_scan(each), phantom) for each in (replace(scan, diffusion_mm=1.5), scan))
    assert undone[0] < 0.03
    assert undone[0] < 0.5 * left[0]
    assert undone[2:] == (True, 0)
