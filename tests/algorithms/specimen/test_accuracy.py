"""Eccentricity, volume and resection ratio: as published, and worded so that nobody takes a small figure for a clear margin."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from algorithms.specimen.accuracy import accuracy, position, ratio_words
from algorithms.specimen.centralization import centralize
from algorithms.specimen.measurement import SpecimenMeasurement

PICTURE = SpecimenMeasurement(*map(Decimal, "62 48 14 11 20 25 11 20 8 6".split()))
whole = st.integers(1, 120).map(Decimal)


def test_the_pictures_specimen():
    found = accuracy(PICTURE, Decimal(30))
    assert (found.eccentricity_mm, found.relative_eccentricity, found.faces) == (19, Decimal("1.36"), 6)
    assert found.volume_cm3 == Decimal("89.28")  # 62 × 48 × 30 mm, plainly
    assert found.resection_ratio == Decimal("2.27")  # 89280 / 34³
    assert not found.is_small


def test_without_the_third_axis_there_is_no_volume():
    found = accuracy(PICTURE)
    assert (found.volume_cm3, found.resection_ratio, found.is_small) == (None, None, False)


def test_a_sphere_cut_with_ten_millimetres_all_around_has_ratio_one():
    ten = SpecimenMeasurement(*map(Decimal, "34 34 14 14 10 10 10 10 10 10".split()))
    found = accuracy(ten, Decimal(34))
    assert (found.resection_ratio, found.eccentricity_mm, found.relative_eccentricity) == (1, 0, 0)


def test_small_is_below_twenty():
    assert accuracy(replace(PICTURE, resected_major=Decimal(25), resected_minor=Decimal(20)), Decimal("39.9")).is_small
    assert not accuracy(replace(PICTURE, resected_major=Decimal(25), resected_minor=Decimal(20)), Decimal(40)).is_small


@given(st.lists(whole, min_size=10, max_size=10), whole, st.integers(2, 4))
def test_scaling_and_mirrors(lengths, depth, factor):
    one = SpecimenMeasurement(*lengths)
    grown = SpecimenMeasurement(*(length * factor for length in lengths))
    flipped = replace(one, superior=one.inferior, inferior=one.superior, medial=one.lateral, lateral=one.medial)
    a, b = accuracy(one, depth), accuracy(grown, depth * factor)
    assert b.eccentricity_mm == a.eccentricity_mm * factor
    assert b.relative_eccentricity == a.relative_eccentricity
    assert b.volume_cm3 == a.volume_cm3 * factor**3
    assert accuracy(flipped, depth) == a


@pytest.mark.parametrize(
    ("figure", "beginning"),
    [
        ("0.2", "Below everything published"), ("0.30", "Below both published medians"), ("2.39", "Below both published medians"),
        ("2.40", "Between the published medians"), ("3.70", "Between the published medians"), ("3.71", "Above both published medians"),
        ("27.70", "Above both published medians"), ("27.71", "Above everything published"),
    ],
)  # fmt: skip
def test_position(figure, beginning):
    assert position(Decimal(figure), PICTURE).startswith(beginning)


@pytest.mark.parametrize("pair", [("superior", "inferior"), ("medial", "lateral"), ("anterior", "posterior")])
def test_two_opposite_margins_are_never_compared_with_anything(pair):
    one = replace(PICTURE, **dict.fromkeys(pair, Decimal(0)))
    said = position(centralize(one).centralization_cm, one)
    assert said == f"Not comparable: two opposite margins are involved ({pair[0]}, {pair[1]}) and the figure cannot see it."


@given(st.decimals("0", "40", places=2))
def test_no_figure_is_ever_called_good(figure):
    said = position(figure, PICTURE).lower()
    assert not {"good", "better", "well", "fine", "ideal", "excellent"} & set(
        said.replace(":", " ").replace(".", " ").replace(",", " ").split()
    )


@pytest.mark.parametrize(
    ("ratio", "words"), [("4.01", "much tissue"), ("4", "published median 2.5"), ("1", "published median"), ("0.99", "below 1")]
)
def test_ratio_words(ratio, words):
    assert words in ratio_words(Decimal(ratio))
