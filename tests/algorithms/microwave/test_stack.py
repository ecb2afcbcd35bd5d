"""Layered media against the PyPI package `tmm`, and against physics that can be worked out on paper."""

import numpy as np
import pytest
import tmm
from hypothesis import given, settings
from hypothesis import strategies as st

from algorithms.microwave.library import SCANNER, Scanner, build_library, depth_grid
from algorithms.microwave.media import (
    LIGHT_M_PER_S,
    LITERATURE,
    LITERATURE_HEALTHY,
    LITERATURE_TUMOUR,
    PHANTOM_HEALTHY,
    PHANTOM_TUMOUR,
    PLASTIC,
    Medium,
    TimeConvention,
    to_physics,
)
from algorithms.microwave.stack import Layer, normal_wavenumber, reflection
from devices.simulated import layers as simulated

F = np.linspace(11e9, 20e9, 7)
EPSILON = st.complex_numbers(min_magnitude=1.0, max_magnitude=100.0).map(lambda z: complex(abs(z.real) + 1, abs(z.imag)))
LAYERS = st.lists(st.tuples(EPSILON, st.floats(0, 12)), max_size=6)


@given(LAYERS, st.floats(0, 80))
@settings(deadline=None, max_examples=150)
def test_random_stacks_agree_with_tmm(stack, angle):
    ours = reflection(tuple(Layer(Medium("x", epsilon), thick) for epsilon, thick in stack), F, angle_deg=angle)
    indices = [1.0, *(np.sqrt(epsilon) for epsilon, _ in stack), 1.0]
    thick = [np.inf, *(each for _, each in stack), np.inf]
    with np.errstate(all="ignore"):
        peer = [tmm.coh_tmm("s", indices, thick, np.radians(angle), LIGHT_M_PER_S / f * 1e3)["r"] for f in F]
    assert np.abs(ours - peer).max() < 1e-10


@given(st.floats(0, 3), st.floats(0.7, 1.3), st.floats(0.7, 1.3), st.sampled_from([0.0, 0.2]))
@settings(deadline=None, max_examples=25)
def test_the_solvers_model_and_the_simulators_agree_though_neither_knows_the_other(depth, wet_margin, wet_tumour, gap):
    from devices.simulated.microwave import Conditions, contrast

    how = Conditions(margin_hydration=wet_margin, tumour_hydration=wet_tumour, air_gap_mm=gap)
    theirs = contrast(depth, how, F) / contrast(None, how, F)
    ours = build_library(F, np.array([depth]), scanner=Scanner(air_gap_mm=gap), margin_hydration=wet_margin, tumour_hydration=wet_tumour)
    assert np.abs(ours.spectra[0] - theirs.conj()).max() < 1e-10


def test_phantoms_have_their_published_permittivity_at_15_ghz():
    at = np.array([15e9])
    assert PHANTOM_HEALTHY.permittivity(at)[0] == pytest.approx(7.1 + 3.9j, abs=0.05)
    assert PHANTOM_TUMOUR.permittivity(at)[0] == pytest.approx(39.7 + 27.8j, abs=0.05)


@given(st.sampled_from([PHANTOM_HEALTHY, PHANTOM_TUMOUR, LITERATURE_HEALTHY, LITERATURE_TUMOUR, PLASTIC]), st.floats(0.5, 1.5))
def test_no_medium_gains_and_every_wave_decays(medium, factor):
    wet = medium.hydrated(factor)
    assert (wet.permittivity(F).imag >= 0).all()
    assert (normal_wavenumber(wet, F).imag >= 0).all()


def test_a_medium_that_gains_is_refused():
    for wrong in (
        {"infinite": 2 - 1j},
        {"infinite": 2.0, "alpha": 1.0},
        {"infinite": 2.0, "step": -1.0},
        {"infinite": 2.0, "tau_ps": -1.0},
    ):
        with pytest.raises(ValueError):
            Medium("wrong", **wrong)
    with pytest.raises(ValueError):
        Layer(PLASTIC, -0.1)


@given(LAYERS, EPSILON, st.integers(0, 6))
@settings(deadline=None)
def test_a_layer_without_thickness_changes_nothing(stack, epsilon, place):
    layers = [Layer(Medium("x", each), thick) for each, thick in stack]
    with_it = (*layers[:place], Layer(Medium("y", epsilon), 0.0), *layers[place:])
    assert np.allclose(reflection(tuple(layers), F), reflection(with_it, F), atol=1e-9)


@given(st.lists(st.tuples(st.floats(1, 12), st.floats(0.01, 20)), max_size=5), st.floats(0, 80))
@settings(deadline=None)
def test_lossless_stacks_reflect_no_more_than_they_receive(stack, angle):
    layers = tuple(Layer(Medium("x", epsilon), thick) for epsilon, thick in stack)
    assert np.abs(reflection(layers, F, angle_deg=angle)).max() <= 1 + 1e-9


def test_the_fast_grid_of_depths_is_the_slow_one():
    depths = depth_grid()
    fast = build_library(F, depths).spectra
    slow = np.stack([build_library(F, np.array([depth])).spectra[0] for depth in depths])
    assert np.abs(fast - slow).max() < 1e-12


def test_turning_the_convention_round_twice_changes_nothing():
    values = simulated.reflection(simulated.modulator(lit=True, margin_mm=1.0), F)
    turned = to_physics(to_physics(values, TimeConvention.ENGINEERS), TimeConvention.ENGINEERS)
    assert np.array_equal(values, turned)
    assert np.array_equal(to_physics(values, TimeConvention.PHYSICISTS), values)


def test_literature_tissue_shows_depth_better_than_the_phantoms():
    phantom, literature = (build_library(F, depth_grid(), tissues=each).spectra for each in (build_library(F).tissues, LITERATURE))
    contrast = [np.abs(spectra - spectra[0]).max() for spectra in (phantom, literature)]
    assert contrast[1] > 1.3 * contrast[0]


def test_choices_of_the_instruments_layers_matter_as_documented():
    usual = build_library(F).spectra
    without = build_library(F, scanner=Scanner(reference_has_cover=False)).spectra
    assert 0.01 < np.abs(usual - without).max() < 0.04
    assert SCANNER.reference_has_cover
