"""The published formula, stated as physics: mirrors, swapped axes and scale change what they must and nothing else."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from algorithms.faces import Face
from algorithms.specimen.centralization import MEDIAN_ICG_CM, MEDIAN_ULTRASOUND_CM, RANGE_CM, centralize
from algorithms.specimen.doubts import DoubtKind
from algorithms.specimen.measurement import AXES, MARGINS, Length, SpecimenMeasurement, plain, problem

axes = st.decimals("0.1", "120", places=1)
margins = st.decimals("0", "90", places=2)


@st.composite
def specimens(draw):
    return SpecimenMeasurement(*(draw(axes) for _ in AXES), *(draw(margins) for _ in MARGINS))


def specimen(words: str) -> SpecimenMeasurement:
    return SpecimenMeasurement(*map(Decimal, words.split()))


def kinds(words: str) -> set[DoubtKind]:
    return {doubt.kind for doubt in centralize(specimen(words)).warnings}


def test_the_pictures_specimen():
    found = centralize(specimen("62.0 48.0 14.0 11.0 20.0 25.0 11.0 20.0 8.0 6.0"))
    assert found.centralization_cm == Decimal("0.9")
    assert (found.major_axis_difference_cm, found.minor_axis_difference_cm) == (Decimal("0.3"), Decimal("0.6"))
    assert (found.closest_mm, found.closest_faces) == (6, (Face.POSTERIOR,))
    assert (found.superior_inferior_offset_mm, found.medial_lateral_offset_mm) == (Decimal("-2.5"), Decimal("-4.5"))
    assert found.warnings == ()


def test_terms_are_taken_apart_before_they_are_added():
    # +10 mm and −10 mm are 2.0 cm, not 0: the inner bars are essential, the outer ones are not.
    found = centralize(specimen("50 40 10 10 15 15 20 20"))
    assert (found.major_axis_difference_cm, found.minor_axis_difference_cm) == (1, -1)
    assert found.centralization_cm == 2


def test_zero_is_never_called_good():
    found = centralize(specimen("14 11 14 11 0 0 0 0"))
    assert found.centralization_cm == 0
    sentences = [doubt.sentence for doubt in found.warnings if doubt.kind is DoubtKind.OPPOSITE_ZERO]
    assert len(sentences) == 2
    assert all("the formula cannot see this" in sentence for sentence in sentences)
    assert not found.in_published_range


@given(specimens())
def test_mirrors_change_only_the_offsets(one):
    flipped = replace(one, superior=one.inferior, inferior=one.superior, medial=one.lateral, lateral=one.medial)
    a, b = centralize(one), centralize(flipped)
    assert a.centralization_cm == b.centralization_cm
    assert (a.major_axis_difference_cm, a.minor_axis_difference_cm) == (b.major_axis_difference_cm, b.minor_axis_difference_cm)
    assert a.superior_inferior_offset_mm == -b.superior_inferior_offset_mm
    assert a.medial_lateral_offset_mm == -b.medial_lateral_offset_mm


@given(specimens())
def test_swapping_the_axes_swaps_the_terms(one):
    turned = SpecimenMeasurement(
        one.resected_minor, one.resected_major, one.mass_minor, one.mass_major, one.medial, one.lateral, one.superior, one.inferior
    )
    a, b = centralize(one), centralize(turned)
    assert a.centralization_cm == b.centralization_cm
    assert a.major_axis_difference_cm == b.minor_axis_difference_cm


@given(specimens(), st.sampled_from([Decimal("0.5"), Decimal(2), Decimal("0.1")]))
def test_everything_scales_together(one, factor):
    grown = SpecimenMeasurement(*(one.of(length) * factor for length in Length))
    a, b = centralize(one), centralize(grown)
    assert b.centralization_cm == a.centralization_cm * factor
    assert b.closest_mm == a.closest_mm * factor
    assert b.closest_faces == a.closest_faces


@given(specimens())
def test_it_is_exact_and_depth_changes_nothing_but_the_closest(one):
    tenths = (
        abs(one.resected_major - one.mass_major - one.superior - one.inferior)
        + abs(one.resected_minor - one.mass_minor - one.medial - one.lateral)
    ) / 10
    found, flat = centralize(one), centralize(replace(one, anterior=None, posterior=None))
    assert found.centralization_cm == flat.centralization_cm == tenths
    assert found.closest_mm == min(value for _, value in one.margins)


def test_long_decimals_are_not_rounded():
    tiny = Decimal("1e-29")
    one = specimen("62 48 14 11 20 25 11 20")
    found = centralize(replace(one, resected_major=one.resected_major + tiny))
    assert found.centralization_cm == Decimal("0.9") + tiny / 10


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("62 48 14 11 20 25 11 20 8 6", set()),
        ("48 62 14 11 15 16 20 28", {DoubtKind.AXES_SWAPPED}),
        ("62 48 11 14 20 25 11 20", {DoubtKind.AXES_SWAPPED}),
        ("62 48 14 11 30 25 11 20", {DoubtKind.SUM_EXCEEDS}),
        ("62 48 14 50 20 25 0.5 1", {DoubtKind.AXES_SWAPPED, DoubtKind.MASS_TOO_LARGE}),
        ("62 48 14 11 200 25 11 20", {DoubtKind.UNIT_SLIP, DoubtKind.SUM_EXCEEDS}),
        ("62 48 14 11 2.0 25 11 20", {DoubtKind.UNIT_SLIP}),
        ("62 4.8 14 11 20 25 11 20", {DoubtKind.UNIT_SLIP, DoubtKind.MASS_TOO_LARGE}),
        ("6.2 4.8 1.4 1.1 2 2.5 1.1 2", {DoubtKind.UNIT_SLIP}),
        ("62 48 14 11 2.0 2.5 1.1 2.0", {DoubtKind.SUM_FALLS_SHORT}),
        ("62 48 14 11 20 25 0 30", {DoubtKind.ZERO_MARGIN}),
        ("62 48 14 11 24 24 0 0", {DoubtKind.OPPOSITE_ZERO, DoubtKind.SUM_FALLS_SHORT}),
        ("62 48 14 11 2 45 17 20", set()),  # a real 2 mm margin: its sum fits, so nobody is asked
        ("62 48 14 11 20 25 11 20 8 2", set()),  # thin depth is common
        ("62 48 14 11 20 25 11 20 200 6", {DoubtKind.UNIT_SLIP}),
    ],
)
def test_doubts(words, expected):
    assert kinds(words) == expected


@pytest.mark.parametrize("value", ["-0.1", "NaN", "Infinity", "-Infinity", "500.01", "1e999"])
@pytest.mark.parametrize("length", [Length.RESECTED_MAJOR, Length.MEDIAL])
def test_what_no_ruler_reads_is_a_wrong_call(length, value):
    numbers = dict(zip(Length, map(Decimal, "62 48 14 11 20 25 11 20 8 6".split()), strict=True))
    numbers[length] = Decimal(value)
    assert problem(length, Decimal(value))
    with pytest.raises(ValueError, match=length.label):
        SpecimenMeasurement(**{name.value: number for name, number in numbers.items()})


def test_an_axis_cannot_be_zero_but_a_margin_can():
    assert all(problem(length, Decimal(0)) for length in AXES)
    assert not any(problem(length, Decimal(0)) for length in MARGINS)


def test_reference_figures():
    assert [str(figure) for figure in (MEDIAN_ICG_CM, MEDIAN_ULTRASOUND_CM, *RANGE_CM)] == ["2.40", "3.70", "0.30", "27.70"]


@pytest.mark.parametrize(("value", "text"), [("20", "20"), ("20.0", "20"), ("0.50", "0.5"), ("100", "100"), ("1E+2", "100"), ("0", "0")])
def test_plain(value, text):
    assert plain(Decimal(value)) == text
