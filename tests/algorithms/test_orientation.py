"""How a specimen lies, stated as geometry: turns compose and undo one another, a mirror image is never a turn, and two marks are enough."""

import math
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from algorithms.faces import Face
from algorithms.orientation import (
    IDENTITY,
    Axis,
    Laterality,
    Orientation,
    Unfixed,
    compose,
    fit,
    inverse,
    orient,
    patient_direction,
    renamed,
    turns,
)

sides = st.sampled_from(Laterality)
quarter = st.sampled_from(turns())
faces = st.sampled_from(Face)


@st.composite
def rotations(draw):
    numbers = draw(st.lists(st.floats(-1, 1), min_size=4, max_size=4).filter(lambda q: math.hypot(*q) > 0.1))
    w, x, y, z = (number / math.hypot(*numbers) for number in numbers)
    return (
        (1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)),
        (2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)),
        (2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)),
    )


def test_a_cube_lies_in_24_ways():
    assert len(set(turns())) == 24
    assert {compose(one, two) for one in turns()[:6] for two in turns()} <= set(turns())


@given(quarter, sides)
def test_an_aligned_specimen_has_each_face_once_and_opposites_opposite(turn, side):
    lies = Orientation(side, turn)
    met = {axis: lies.face_along(axis) for axis in Axis}
    assert set(met.values()) == set(Face)
    assert all(met[axis].opposite is met[axis.opposite] for axis in Axis)


@given(quarter, sides, st.sampled_from(list(combinations(Axis, 2))))
def test_two_neighbouring_marks_fix_it(turn, side, axes):
    lies = Orientation(side, turn)
    found = orient({axis: lies.face_along(axis) for axis in axes}, side)
    if axes[0].opposite is axes[1]:
        assert isinstance(found, Unfixed)
        assert not found.contradiction
    else:
        assert found == lies


@given(quarter, sides)
def test_all_six_agree_and_their_mirror_image_is_refused(turn, side):
    lies = Orientation(side, turn)
    six = {axis: lies.face_along(axis) for axis in Axis}
    assert orient(six, side) == lies
    flipped = {axis: face.opposite if face in {Face.MEDIAL, Face.LATERAL} else face for axis, face in six.items()}
    refused = orient(flipped, side)
    assert isinstance(refused, Unfixed)
    assert refused.contradiction
    assert refused.sentence == f"That is a mirror image of a specimen from the {side.value} breast. Check the side, then the marks."


@given(quarter)
def test_the_other_breast_swaps_medial_and_lateral_and_nothing_else(turn):
    left, right = Orientation(Laterality.LEFT, turn), Orientation(Laterality.RIGHT, turn)
    for axis in Axis:
        seen = left.face_along(axis)
        across = seen.opposite if seen in {Face.MEDIAL, Face.LATERAL} else seen
        assert right.face_along(axis) is across


def test_seen_from_the_front_as_the_drawings_have_it():
    """Superior up, anterior towards the viewer: a left breast's lateral side is at the viewer's right."""
    for side, right in ((Laterality.LEFT, Face.LATERAL), (Laterality.RIGHT, Face.MEDIAL)):
        lies = orient({Axis.TOP: Face.SUPERIOR, Axis.FRONT: Face.ANTERIOR}, side)
        assert lies.face_along(Axis.RIGHT) is right


@given(rotations(), rotations(), sides, st.lists(st.floats(-100, 100), min_size=3, max_size=3))
def test_composition_and_inverse(one, two, side, vector):
    lies = Orientation(side, one)
    np.testing.assert_allclose(lies.to_scanner(lies.to_patient(vector)), vector, atol=1e-8)
    np.testing.assert_allclose(lies.turned(two).to_patient(vector), lies.to_patient(np.array(two) @ vector), atol=1e-8)
    np.testing.assert_allclose(compose(one, inverse(one)), IDENTITY, atol=1e-12)
    assert np.linalg.norm(lies.to_patient(vector)) == pytest.approx(np.linalg.norm(vector), abs=1e-9)


@given(rotations(), sides, faces)
def test_arbitrary_turns_keep_faces_where_they_point(turn, side, face):
    lies = Orientation(side, turn)
    np.testing.assert_allclose(lies.to_patient(lies.direction_of(face)), patient_direction(face, side), atol=1e-9)
    assert lies.face_towards(lies.direction_of(face)) is face


@given(
    rotations(),
    sides,
    st.sampled_from([(Face.SUPERIOR, Face.LATERAL), (Face.MEDIAL, Face.ANTERIOR), (Face.INFERIOR, Face.POSTERIOR, Face.LATERAL)]),
)
def test_measured_directions_give_the_turn_back(turn, side, marked):
    lies = Orientation(side, turn)
    found = fit({face: lies.direction_of(face) for face in marked}, side)
    assert isinstance(found, Orientation)
    np.testing.assert_allclose(found.rotation, turn, atol=1e-6)


@given(rotations(), sides)
def test_measured_directions_refuse_a_mirror_and_a_single_mark(turn, side):
    lies = Orientation(side, turn)
    seen = {face: lies.direction_of(face) for face in (Face.SUPERIOR, Face.LATERAL, Face.ANTERIOR)}
    mirrored = {**seen, Face.LATERAL: tuple(-number for number in seen[Face.LATERAL])}
    assert "mirror image" in fit(mirrored, side).sentence
    assert not fit({Face.SUPERIOR: seen[Face.SUPERIOR]}, side).contradiction


def test_marks_that_point_too_far_off_are_refused():
    off = math.radians(60)
    said = fit({Face.SUPERIOR: (0.0, 1.0, 0.0), Face.LATERAL: (math.cos(off), math.sin(off), 0.0)}, Laterality.LEFT, tolerance_deg=10)
    assert said.contradiction
    assert "30°" in said.sentence


@given(quarter, quarter, sides)
def test_renaming_is_a_permutation_and_its_inverse_undoes_it(one, two, side):
    before, after = Orientation(side, one), Orientation(side, two)
    there, back = renamed(before, after), renamed(after, before)
    assert set(there.values()) == set(Face)
    assert all(back[there[face]] is face for face in Face)
    assert all(there[face].opposite is there[face.opposite] for face in Face)


@pytest.mark.parametrize(
    ("marks", "sentence"),
    [
        ({Axis.TOP: Face.SUPERIOR, Axis.RIGHT: Face.SUPERIOR}, "Superior cannot be on two sides at once."),
        (
            {Axis.TOP: Face.SUPERIOR, Axis.RIGHT: Face.INFERIOR},
            "Superior and inferior lie opposite each other; these marks put them side by side.",
        ),
        (
            {Axis.TOP: Face.SUPERIOR, Axis.BOTTOM: Face.LATERAL},
            "Superior and lateral lie side by side; these marks put them opposite each other.",
        ),
        ({}, "Mark two neighbouring faces."),
        ({Axis.TOP: Face.SUPERIOR}, "Mark one more face, on a neighbouring side."),
        ({Axis.TOP: Face.SUPERIOR, Axis.BOTTOM: Face.INFERIOR}, "Mark one more face, on a neighbouring side."),
    ],
)
def test_sentences(marks, sentence):
    assert orient(marks, Laterality.LEFT).sentence == sentence


@pytest.mark.parametrize(
    "wrong", [((1, 0, 0), (0, 1, 0), (0, 0, -1)), ((2, 0, 0), (0, 1, 0), (0, 0, 1)), ((1, 1, 0), (0, 1, 0), (0, 0, 1))]
)
def test_what_is_no_turn_is_a_wrong_call(wrong):
    with pytest.raises(ValueError, match="proper rotation"):
        Orientation(Laterality.LEFT, wrong)


@pytest.mark.parametrize("direction", [(0, 0, 0), (math.nan, 0, 1)])
def test_no_direction_is_a_wrong_call(direction):
    with pytest.raises(ValueError, match="direction"):
        Orientation(Laterality.LEFT, IDENTITY).face_towards(direction)
