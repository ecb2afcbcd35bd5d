"""The simulated lumpectomy keeps to geometry, and its ruler to its seed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.simulated.specimen import Body, SimulatedSpecimen, simulate_specimen

seeds = st.integers(0, 10_000)


@given(seeds)
def test_the_same_seed_cuts_and_reads_the_same(seed):
    assert simulate_specimen(seed) == simulate_specimen(seed)
    assert simulate_specimen(seed).measure(seed) == simulate_specimen(seed).measure(seed)


@given(seeds)
def test_readings_are_half_millimetres_and_never_negative(seed):
    read = simulate_specimen(seed).measure(seed)
    assert len(read) == 10
    assert all(value >= 0 and (value * 2) % 1 == 0 for value in read.values())
    assert read["resected_major"] > read["mass_major"] > 0


@given(seeds)
def test_margins_and_mass_never_fill_more_than_the_axis(seed):
    """The line through an off-centre mass is shorter than the axis."""
    specimen = simulate_specimen(seed)
    margins = specimen.margins_mm()
    for axis, pair in enumerate((("superior", "inferior"), ("medial", "lateral"), ("anterior", "posterior"))):
        assert sum(margins[face] for face in pair) + specimen.mass.axes_mm[axis] <= specimen.tissue.axes_mm[axis] + 1e-9


def test_a_centred_mass_has_equal_margins_that_fill_the_axis():
    margins = SimulatedSpecimen(Body((60.0, 50.0, 30.0)), Body((14.0, 10.0, 8.0))).margins_mm()
    assert margins == pytest.approx({"superior": 23, "inferior": 23, "medial": 20, "lateral": 20, "anterior": 11, "posterior": 11})


def test_a_mass_at_the_surface_has_no_margin_there():
    margins = SimulatedSpecimen(Body((60.0, 50.0, 30.0)), Body((14.0, 10.0, 8.0), (0.0, 22.0, 0.0))).margins_mm()
    assert margins["lateral"] == 0
    assert margins["medial"] > 30


def test_the_hand_shakes_but_does_not_lie():
    specimen = simulate_specimen(3)
    reads = [specimen.measure(seed)["resected_major"] for seed in range(200)]
    assert len(set(reads)) > 1
    assert abs(sum(reads) / len(reads) - Decimal(specimen.tissue.axes_mm[0])) < Decimal("0.2")
