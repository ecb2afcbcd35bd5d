"""Shaves take the place of faces and hide nothing; probabilities move the right way, and stay silent where they would mislead."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from notation import NOON, rows_of, shaves_of

from algorithms.faces import Face
from algorithms.margins.fusion import Likelihood, likelihood
from algorithms.margins.judgement import judge
from algorithms.margins.model import MarginClass, Site
from algorithms.margins.published import PRIOR, PUBLISHED, Rates, Share
from algorithms.margins.rules import RULE_SETS
from algorithms.margins.standing import Standing, standing_of
from algorithms.statistics.result import Indeterminate

INVASIVE = RULE_SETS[0]
SURE = {"A": Rates(Share(0.9, 0.8, 0.95), Share(0.9, 0.8, 0.95), "made up"), "B": Rates(Share(0.8), Share(0.8), "made up")}


def chance(text, rates=SURE):
    return likelihood(judge(rows_of(text), INVASIVE).of(Face.MEDIAL), rates, Share(0.1))


def test_a_shave_replaces_its_own_face_and_no_other():
    (row,) = rows_of("PET-CT: m0 l0")
    shaves = shaves_of("shave m")
    assert standing_of(row, Face.MEDIAL, shaves) is Standing.REPLACED
    assert standing_of(row, Face.LATERAL, shaves) is Standing.COUNTS


def test_of_a_shave_only_its_own_face_counts_and_the_newest():
    shaves = shaves_of("shave m shave m")
    old, new = rows_of("Frozen section@2: m0 l0 | Frozen section@3: m0 l0")
    assert standing_of(old, Face.MEDIAL, shaves) is Standing.REPLACED
    assert standing_of(new, Face.MEDIAL, shaves) is Standing.COUNTS
    assert standing_of(new, Face.LATERAL, shaves) is Standing.BESIDE


def test_the_cavity_counts_from_the_last_shave_on():
    before, after = rows_of("ICG@before: m+ | ICG@after: m+")
    shaves = shaves_of("shave m")
    assert standing_of(before, Face.MEDIAL, shaves) is Standing.REPLACED
    assert standing_of(after, Face.MEDIAL, shaves) is Standing.COUNTS
    assert standing_of(replace(before, taken_at=NOON - timedelta(days=1)), Face.MEDIAL, ()) is Standing.COUNTS


@given(
    st.sampled_from("simlap"), st.sampled_from(["PET-CT: s5 i0 m0 l1 a5 p5", "PET-CT: s0 i0 m0 l0 a0 p0", ""]), st.sampled_from(RULE_SETS)
)
def test_a_shave_without_a_reading_never_clears(face, text, rule):
    """Whatever was known: a face that was shaved is not assessed until somebody looks at the new margin."""
    found = judge(rows_of(text), rule, shaves=shaves_of(f"shave {face}"))
    shaved = next(judged for judged in found.faces if judged.shave is not None)
    assert shaved.margin_class is MarginClass.UNKNOWN
    assert found.status is not MarginClass.NEGATIVE


@given(st.sampled_from("simlap"), st.sampled_from(RULE_SETS))
def test_a_shave_of_one_face_leaves_the_others_as_they_were(face, rule):
    rows = rows_of("PET-CT: s5 i0 m0.5 l1.5 a5 p>1")
    before, after = judge(rows, rule), judge(rows, rule, shaves=shaves_of(f"shave {face}"))
    for judged in after.faces:
        if judged.shave is None:
            assert judged.margin_class is before.of(judged.face).margin_class


def test_words_that_agree_raise_it_and_words_that_contradict_lower_it():
    one, two, against = chance("A: m0"), chance("A: m0 | B: m0"), chance("A: m0 | B: m4")
    assert 0.1 < one.independent < two.independent
    assert against.independent < one.independent
    assert two.repeating == pytest.approx(one.independent)  # B only repeats A
    assert two.low <= min(two.repeating, two.independent)
    assert two.high >= max(two.repeating, two.independent)
    assert two.too_narrow == ("B",)
    assert one.too_narrow == ()


def test_bayes_by_hand():
    """Odds 0.1/0.9 times 0.9/0.1 are 1: one half."""
    assert chance("A: m0").independent == pytest.approx(0.5)
    assert chance("A: m4").independent == pytest.approx((0.1 * 0.1) / (0.1 * 0.1 + 0.9 * 0.9))


def test_one_method_is_one_voice():
    assert chance("A: m0 | A: m0").independent == chance("A: m0").independent
    assert chance("A: m4 | A: m0").independent == chance("A: m0").independent


def test_it_says_nothing_where_it_would_mislead():
    assert isinstance(chance(""), Indeterminate)
    assert isinstance(chance("Unknown: m4"), Indeterminate)
    assert chance("A: m4 | Unknown: m0") == Indeterminate(
        "Unknown says positive and has no figures: a probability without it would mislead."
    )
    assert chance("A: m4 | Final pathology: m4") == Indeterminate("Final pathology has spoken.")
    found = chance("A: m4 | Unknown: m4")
    assert isinstance(found, Likelihood)
    assert found.left_out == ("Unknown",)


def test_an_alarm_that_cannot_clear_is_silent_when_it_does_not_alarm():
    assert isinstance(chance("A!: m9"), Indeterminate)


def test_what_is_published_makes_sense():
    for rates in PUBLISHED.values():
        for share in (rates.sensitivity, rates.specificity):
            assert 0.5 < share.value < 1
            assert share.low is None or (share.low < share.value < share.high)
        assert rates.source
    assert round(PRIOR.value, 3) == 0.067


def test_the_cavity_is_told_from_the_specimen():
    assert [row.site for row in rows_of("A: m0 | A@2: m0 | A@after: m0")] == [Site.SPECIMEN, Site.SHAVE, Site.CAVITY]
