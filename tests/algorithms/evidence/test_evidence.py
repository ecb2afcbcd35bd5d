"""What a finding says under each rule and definition, what two views say together, and the geometry of the ruler."""

import math
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from algorithms.evidence.classes import counted_by, face_evidence, why_not_clear
from algorithms.evidence.kinds import DEFINITIONS, EXAMINATIONS, Finding, Kind, definition, examination
from algorithms.evidence.result import FaceResult, Result, fault
from algorithms.evidence.ruler import Spacing, calibrated, distance_mm, read_mm, uncertainty_mm
from algorithms.evidence.views import Projection, Ruler, View, agree, never_shown
from algorithms.faces import Face
from algorithms.margins.judgement import classify, judge
from algorithms.margins.model import Evidence, MarginClass
from algorithms.margins.rules import RULE_SETS, rule_set

INVASIVE, DCIS, UK = rule_set("sso-astro-invasive-2014"), rule_set("sso-astro-asco-dcis-2016"), rule_set("abs-uk")
P, C, N, Q = MarginClass.POSITIVE, MarginClass.CLOSE, MarginClass.NEGATIVE, MarginClass.INDETERMINATE
POINT = st.tuples(st.floats(0, 4000), st.floats(0, 4000))


def judged(kind, finding, mm, rule, facts=()):
    found = Result(kind, (FaceResult(Face.MEDIAL, finding, None if mm is None else Decimal(mm)),), facts)
    row = Evidence("r", "", "", datetime.now(UTC), face_evidence(found), usable=True, can_clear=examination(kind).can_clear)
    return classify(row.faces[0], row, rule)


STUDY, INK = (("definition", "with-precancerous"),), (("definition", "carcinoma-on-ink"),)


@pytest.mark.parametrize(
    ("kind", "finding", "mm", "facts", "classes"),
    [
        (Kind.FROZEN, Finding.NEGATIVE, None, INK, (N, Q, Q)), (Kind.FROZEN, Finding.NEGATIVE, "3", INK, (N, N, N)),
        (Kind.FROZEN, Finding.NEGATIVE, "0.5", INK, (N, C, P)), (Kind.FROZEN, Finding.INVASIVE, None, INK, (P, P, P)),
        (Kind.FROZEN, Finding.DCIS, "0", STUDY, (P, P, P)), (Kind.FROZEN, Finding.DCIS, "1.5", INK, (N, C, N)),
        (Kind.FROZEN, Finding.PRECANCEROUS, None, STUDY, (P, P, P)), (Kind.FROZEN, Finding.PRECANCEROUS, None, INK, (N, Q, Q)),
        (Kind.FROZEN, Finding.LCIS, None, STUDY, (P, P, P)), (Kind.FROZEN, Finding.LCIS, None, INK, (N, Q, Q)),
        (Kind.PATHOLOGY, Finding.LCIS, None, (), (N, Q, Q)), (Kind.PATHOLOGY, Finding.DCIS, None, (), (P, P, P)),
        (Kind.PATHOLOGY, Finding.INVASIVE, "4", (), (N, N, N)), (Kind.CYTOLOGY, Finding.NEGATIVE, None, (), (N, Q, Q)),
        (Kind.CYTOLOGY, Finding.MALIGNANT, None, (), (P, P, P)), (Kind.CYTOLOGY, Finding.ATYPICAL, None, (), (Q, Q, Q)),
        (Kind.GROSS, Finding.AWAY, None, (), (MarginClass.UNKNOWN,) * 3),
        (Kind.GROSS, Finding.AWAY, "9", (), (MarginClass.UNKNOWN,) * 3),
        (Kind.GROSS, Finding.AT_SURFACE, None, (), (P, P, P)), (Kind.GROSS, Finding.NEAR, "1", (), (C, C, C)),
        (Kind.ULTRASOUND, Finding.NEAR, "0.5", (), (C, C, P)), (Kind.ULTRASOUND, Finding.NOT_SEEN, None, (), (MarginClass.UNKNOWN,) * 3),
    ],
)  # fmt: skip
def test_a_finding_is_classed_by_rule_and_definition(kind, finding, mm, facts, classes):
    assert tuple(judged(kind, finding, mm, rule, facts) for rule in (INVASIVE, DCIS, UK)) == classes


@pytest.mark.parametrize("rule", RULE_SETS, ids=lambda rule: rule.id)
@pytest.mark.parametrize("kind", [Kind.GROSS, Kind.ULTRASOUND])
def test_what_can_only_alarm_never_clears(kind, rule):
    for finding in examination(kind).findings:
        for mm in (None, "0.5", "5", "50"):
            assert judged(kind, finding, mm, rule) is not N


def test_the_definition_is_named_and_only_a_frozen_section_chooses_it():
    assert counted_by(Result(Kind.FROZEN, (), STUDY)).id == "with-precancerous"
    assert counted_by(Result(Kind.PATHOLOGY, (), STUDY)).id == "carcinoma-on-ink"
    assert {known.id for known in DEFINITIONS} == {"carcinoma-on-ink", "with-precancerous"}
    with pytest.raises(ValueError):
        definition("mine")


def test_what_is_waited_for_says_nothing_of_the_margins():
    row = Evidence("e", "Frozen section", "waiting", datetime.now(UTC), (), usable=True, can_clear=False, waiting=True)
    found, nothing = judge([row], INVASIVE), judge([], INVASIVE)
    assert (found.status, found.advice, found.headline) == (nothing.status, nothing.advice, nothing.headline)


# --- the ruler ---------------------------------------------------------------------------------------------------------------------------


@given(POINT, POINT, POINT)
def test_a_distance_is_a_distance(a, b, c):
    spacing = Spacing(0.1, 0.07, certain=True, statement="")
    assert distance_mm(a, a, spacing) == 0
    assert distance_mm(a, b, spacing) == distance_mm(b, a, spacing)
    assert distance_mm(a, c, spacing) <= distance_mm(a, b, spacing) + distance_mm(b, c, spacing) + 1e-9


@given(POINT, st.floats(0, 2 * math.pi), st.floats(45, 2000), st.floats(2, 200), st.floats(0.5, 2))
def test_a_calibrated_ruler_measures_its_known_length_and_a_half_as_half(start, angle, length, known_mm, aspect):
    end = (start[0] + length * math.sin(angle), start[1] + length * math.cos(angle))
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    assume(0.01 < known_mm / length < 0.5)  # a pixel that a picture of a specimen can have
    spacing = calibrated(start, end, known_mm, aspect=aspect)
    assert distance_mm(start, end, spacing) == pytest.approx(known_mm)
    assert distance_mm(start, middle, spacing) == pytest.approx(known_mm / 2)
    assert spacing.certain
    assert spacing.row_mm == pytest.approx(spacing.col_mm * aspect)


@pytest.mark.parametrize(
    ("end", "known", "why"),
    [((0, 39), 10, "too short"), ((0, 100), 0, "between 0 and 300"), ((0, 100), 301, "between"), ((0, 100), math.nan, "between"),
     ((0, 4000), 1, "Check the known length"), ((0, 50), 299, "Check the known length")],
)  # fmt: skip
def test_a_scale_that_cannot_be_is_refused(end, known, why):
    with pytest.raises(ValueError, match=why):
        calibrated((0, 0), end, known)


@pytest.mark.parametrize("size", [(0, 1), (1, 0), (math.nan, 1), (math.inf, 1), (3, 3), (-1, 1), (0.001, 0.1)])
def test_a_pixel_of_no_specimen_is_no_spacing(size):
    with pytest.raises(ValueError):
        Spacing(*size, certain=True, statement="")


# --- two views ---------------------------------------------------------------------------------------------------------------------------

MM = Spacing(0.1, 0.1, certain=True, statement="")


def view(projection, sha="a", **mm):
    return View(projection, sha, MM, tuple(Ruler(Face(face), (0, 0), (0, 10 * length)) for face, length in mm.items()))


def test_each_projection_shows_two_orthogonal_pairs_and_any_two_show_all_six():
    for projection in Projection:
        shown = set(projection.faces)
        assert len(shown) == 4
        assert {face.opposite for face in shown} == shown
    for one in Projection:
        for other in Projection:
            assert (one is other) or set(one.faces) | set(other.faces) == set(Face)


def test_the_narrower_of_two_views_counts_and_a_large_difference_is_said():
    found = {
        one.face: one
        for one in agree([view(Projection.FRONT, superior=12, medial=5), view(Projection.SIDE, "b", superior=8.5, anterior=3)])
    }
    assert {face: one.margin_mm for face, one in found.items()} == {
        Face.SUPERIOR: Decimal("8.5"), Face.MEDIAL: Decimal("5.0"), Face.ANTERIOR: Decimal("3.0"),
    }  # fmt: skip
    assert "differ by 3.5 mm at the superior face" in found[Face.SUPERIOR].doubt
    assert found[Face.MEDIAL].doubt == ""


@given(st.lists(st.floats(0, 100), min_size=2, max_size=2))
def test_agreement_does_not_depend_on_the_order_of_views(lengths):
    views = [view(Projection.FRONT, superior=lengths[0]), view(Projection.SIDE, "b", superior=lengths[1])]
    assert agree(views)[0].margin_mm == agree(views[::-1])[0].margin_mm == min(read_mm((0, 0), (0, 10 * length), MM) for length in lengths)


def test_a_radiograph_clears_only_what_it_shows_at_a_scale_that_is_known():
    seen = (("lesion", "seen"),)
    vague = View(Projection.FRONT, "a", Spacing(0.1, 0.1, certain=False, statement=""), view(Projection.FRONT, medial=5).rulers)
    assert why_not_clear(Result(Kind.RADIOGRAPH, (), seen, (view(Projection.FRONT, medial=5),)), shows_on_film=True) == ""
    assert "uncertain" in why_not_clear(Result(Kind.RADIOGRAPH, (), seen, (vague,)), shows_on_film=True)
    assert "not seen" in why_not_clear(Result(Kind.RADIOGRAPH, (), (("lesion", "not seen"),)), shows_on_film=True)
    assert "without calcification" in why_not_clear(Result(Kind.RADIOGRAPH, (), seen), shows_on_film=False)
    assert why_not_clear(Result(Kind.RADIOGRAPH, (), (*seen, ("calcification", "seen"))), shows_on_film=False) == ""


def test_every_examination_says_its_limits_and_where_its_figures_come_from():
    for known in EXAMINATIONS:
        assert known.limits.endswith(".")
        assert known.source
        assert known.fact("no such thing") is None
        assert len({fact.name for fact in known.facts}) == len(known.facts)
    assert fault(Result(Kind.GROSS, (FaceResult(Face.MEDIAL, Finding.AWAY, Decimal("12.5")),))) == ""


@pytest.mark.parametrize(("end", "sigma"), [((0, 50), 0.07), ((50, 0), 0.1), ((0, 0), 0.1), ((30, 40), 0.0873)])
def test_a_finger_s_error_is_a_pixel_at_each_end_along_the_ruler(end, sigma):
    spacing = Spacing(0.1, 0.07, certain=True, statement="")
    assert uncertainty_mm((0, 0), end, spacing) == pytest.approx(math.sqrt(2) * sigma, rel=0.05)


def test_one_view_never_shows_the_pair_that_it_looks_through():
    assert never_shown([view(Projection.FRONT)]) == (Face.ANTERIOR, Face.POSTERIOR)
    assert never_shown([view(Projection.FRONT), view(Projection.SIDE)]) == never_shown([]) == ()
