"""Margins: exact on voxels, the same whichever way the specimen lies, and areas that are those of the shape."""

from __future__ import annotations

import importlib.util
from itertools import permutations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial.distance import cdist

from algorithms.faces import Face
from algorithms.petct.distances import contour, depth_below_surface
from algorithms.petct.margin import measure_margin

_spec = importlib.util.spec_from_file_location("handmade", Path(__file__).with_name("handmade.py"))
handmade = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(handmade)
ISO = (0.1, 0.1, 0.1)


def box_in_box(gaps, size=40, inner=10):
    """A cube of tumour with these numbers of voxels between it and the six sides of a block: superior, inferior, posterior, …"""
    up, down, back, front, left, right = gaps
    shape = (down + inner + up + 2, front + inner + back + 2, right + inner + left + 2)
    specimen, tumour = np.zeros(shape, bool), np.zeros(shape, bool)
    specimen[1:-1, 1:-1, 1:-1] = True
    tumour[1 + down : 1 + down + inner, 1 + front : 1 + front + inner, 1 + right : 1 + right + inner] = True
    return tumour, specimen


def test_each_face_is_measured_contour_to_contour():
    tumour, specimen = box_in_box((3, 5, 9, 11, 7, 13))
    found = measure_margin(tumour, specimen, ISO, handmade.DIRECTIONS)
    wanted = {Face.SUPERIOR: 0.3, Face.INFERIOR: 0.5, Face.POSTERIOR: 0.9, Face.ANTERIOR: 1.1, Face.LATERAL: 0.7, Face.MEDIAL: 1.3}
    for one in found.faces:  # the smoothed edges of a block belong to either face, so a margin may read a little less
        assert wanted[one.face] - 0.2 <= one.margin_mm <= wanted[one.face]
    assert (found.minimum_mm, found.face, found.positive, found.cut_off) == (0.3, Face.SUPERIOR, False, False)
    assert abs(found.surface_mm[0] - found.tumour_mm[0] - 0.3) < 1e-9


@pytest.mark.parametrize(("gap", "minimum", "positive"), [(0, 0.0, True), (1, 0.1, True), (2, 0.2, False)])
def test_the_rule_of_a_tenth_of_a_millimetre_is_exact(gap, minimum, positive):
    tumour, specimen = box_in_box((gap, 5, 5, 5, 5, 5))
    found = measure_margin(tumour, specimen, ISO, handmade.DIRECTIONS)
    assert (found.minimum_mm, found.positive) == (minimum, positive)


@settings(max_examples=15)
@given(st.integers(0, 10_000))
def test_distances_are_those_of_brute_force(seed):
    random = np.random.default_rng(seed)
    specimen = np.zeros((12, 13, 14), bool)
    specimen[1:-1, 2:-2, 1:-1] = random.random((10, 9, 12)) > 0.1
    tumour = specimen & (random.random(specimen.shape) > 0.93)
    if not tumour.any():
        return
    found = measure_margin(tumour, specimen, ISO, handmade.DIRECTIONS)
    pairs = cdist(np.argwhere(contour(tumour)), np.argwhere(contour(specimen)))
    assert abs(found.minimum_mm - 0.1 * pairs.min()) < 1e-6
    assert abs(depth_below_surface(specimen, ISO)[tumour].min() - found.minimum_mm) < 1e-6


def test_turning_the_specimen_permutes_its_faces():
    _, tumour, specimen = handmade.ball_scan(0.4)
    plain = {one.face: one.margin_mm for one in measure_margin(tumour, specimen, ISO, handmade.DIRECTIONS).faces}
    for order in permutations(range(3)):
        turned = {face: tuple(way[axis] for axis in order) for face, way in handmade.DIRECTIONS.items()}
        found = measure_margin(tumour.transpose(order), specimen.transpose(order), ISO, turned)
        assert found.face is Face.LATERAL
        for one in found.faces:
            assert abs(one.margin_mm - plain[one.face]) < 0.06


def test_areas_are_those_of_the_shape():
    tumour, specimen = box_in_box((3, 30, 30, 30, 30, 30))
    areas = {one.face: one for one in measure_margin(tumour, specimen, ISO, handmade.DIRECTIONS).faces}
    # Closer than 1 mm to a square of 0.9 mm between voxel centres, 0.3 mm above: a rounded square.
    reach = np.sqrt(1 - 0.09)
    assert abs(areas[Face.SUPERIOR].within_1_mm2 - (0.81 + 4 * 0.9 * reach + np.pi * reach**2)) < 0.4
    assert areas[Face.INFERIOR].within_2_mm2 == 0


def test_a_sloped_surface_has_its_true_area():
    z, y, x = np.ogrid[-40:41, -40:41, -40:41]
    ball = z**2 + y**2 + x**2 < 36**2
    core = z**2 + y**2 + x**2 < 25**2
    faces = measure_margin(core, ball, ISO, handmade.DIRECTIONS).faces
    assert abs(sum(one.within_2_mm2 for one in faces) / (4 * np.pi * 3.58**2) - 1) < 0.03


def test_where_the_scan_ends_nothing_is_judged():
    tumour, specimen = box_in_box((3, 5, 9, 11, 7, 13))
    cut = measure_margin(tumour[:-3], specimen[:-3], ISO, handmade.DIRECTIONS)
    assert cut.cut_off
