"""Patterns and orders against scipy's Hadamard matrix, and the transform against the dense product."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.linalg import hadamard

from algorithms.microwave.hadamard import Ordering, add_pattern, masks, order, other_orders, transform, walsh
from devices.simulated.microwave import pattern_numbers

SIDES = st.sampled_from([2, 4, 8, 16])


@given(SIDES, SIDES)
def test_natural_order_is_sylvesters(rows, columns):
    matrix = hadamard(rows * columns)
    for number in range(rows * columns):
        lit, dark = masks(Ordering.NATURAL, rows, columns, number)
        assert np.array_equal(np.where(lit, 1, -1).ravel(), matrix[number])
        assert np.array_equal(lit, ~dark)


@given(SIDES, SIDES, st.sampled_from(list(Ordering)))
def test_orders_are_those_of_the_simulator_and_show_each_pattern_once(rows, columns, ordering):
    ours = order(ordering, rows, columns)
    assert sorted(ours) == list(range(rows * columns))
    theirs = pattern_numbers(ordering.value, rows, columns)
    matrix = hadamard(rows * columns)
    for number in (0, 1, rows * columns // 2, rows * columns - 1):
        lit, _ = masks(ordering, rows, columns, number)
        assert np.array_equal(np.where(lit, 1, -1).ravel(), matrix[theirs[number]])


def test_walsh_functions_count_their_sign_changes():
    for side in (2, 8, 64):
        assert np.array_equal((np.diff(np.sign(walsh(side)), axis=1) != 0).sum(axis=1), np.arange(side))
        assert np.allclose(walsh(side), walsh(side).T)
    with pytest.raises(ValueError):
        walsh(12)


def test_other_scanners_sequency_is_that_of_the_whole_pattern():
    matrix = hadamard(8 * 4)
    changes = (np.diff(matrix, axis=1) != 0).sum(axis=1)
    for number, place in enumerate(other_orders(Ordering.SEQUENCY, 8, 4)[0]):
        u, v = divmod(int(place), 4)
        pattern = np.sign(np.outer(walsh(8)[u], walsh(4)[v])).ravel()
        assert (np.diff(pattern) != 0).sum() == number == changes[np.flatnonzero((matrix == pattern).all(axis=1))[0]]


@pytest.mark.parametrize("kind", [np.complex64, np.complex128])
def test_the_transform_is_the_dense_product_and_its_own_inverse(kind):
    random = np.random.default_rng(1)
    image = (random.standard_normal((128, 37)) + 1j * random.standard_normal((128, 37))).astype(kind)
    dense = np.kron(walsh(8), walsh(16)) @ image
    found = image.copy()
    transform(found, 8, 16)
    assert np.allclose(found, dense, atol=1e-4 if kind is np.complex64 else 1e-12)
    transform(found, 8, 16)
    assert np.allclose(found, image, atol=1e-4 if kind is np.complex64 else 1e-12)


def test_a_map_grown_pattern_by_pattern_is_the_transform():
    random = np.random.default_rng(2)
    image = random.standard_normal((64, 3)) + 0j
    readings = image.copy()
    transform(readings, 8, 8)
    grown = np.zeros_like(image)
    for place in order(Ordering.CAKE_CUTTING, 8, 8):
        add_pattern(grown, int(place), readings[place], 8)
    assert np.allclose(grown, image)
