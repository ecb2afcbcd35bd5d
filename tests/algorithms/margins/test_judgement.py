"""The verdict, case by case: what alarms, what clears, what stays open, and what is said about it."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from algorithms.faces import Face
from algorithms.margins.judgement import judge
from algorithms.margins.model import Evidence, FaceEvidence, MarginClass
from algorithms.margins.rules import RULE_SETS, rule_set

P, C, N, I, U = MarginClass.POSITIVE, MarginClass.CLOSE, MarginClass.NEGATIVE, MarginClass.INDETERMINATE, MarginClass.UNKNOWN  # noqa: E741
INVASIVE, DCIS, UK = "sso-astro-invasive-2014", "sso-astro-asco-dcis-2016", "abs-uk"
LETTER = dict(zip("simlap", Face, strict=True))
SAYS = {"+": P, "~": C, "o": N, "?": I}


def row(words: str, title: str = "Scanner", *, usable: bool = True, can_clear: bool = True, reason: str = "") -> Evidence:
    """«s3.8 m>2 l+»: millimetres, a lower bound, or the method's own class, by face."""
    faces = []
    for word in words.split():
        face, what = LETTER[word[0]], word[1:]
        if what in SAYS:
            faces.append(FaceEvidence(face, finding="said", margin_class=SAYS[what]))
        else:
            faces.append(FaceEvidence(face, Decimal(what.lstrip(">")), at_least=what.startswith(">")))
    return Evidence(title, title, "", datetime(2026, 11, 20, tzinfo=UTC), tuple(faces), usable, can_clear, reason)


def ruler(words: str) -> Evidence:
    return row(words, "Ruler", can_clear=False)


ALL_CLEAR = "s5 i5 m5 l5 a5 p5"


@pytest.mark.parametrize(
    ("rule", "evidence", "status", "advice"),
    [
        # nothing, or nothing that can judge
        (INVASIVE, [], U, "Not assessed: nothing has been measured yet."),
        (INVASIVE, [ruler("s20 i25 m11 l20 a8 p6")], U, "Not assessed: Ruler can alarm, but not clear."),
        (DCIS, [ruler("s20 i25 m11 l20")], U, "Not assessed: Ruler can alarm, but not clear."),
        (INVASIVE, [row(ALL_CLEAR, usable=False)], U, "Not assessed: no reading could be used."),
        # a ruler alarms
        (INVASIVE, [ruler("s20 i25 m0 l20 a8 p6")], P, "Shave the medial face."),
        (INVASIVE, [ruler("s0 i25 m0 l20")], P, "Shave the superior and medial faces."),
        (DCIS, [ruler("s20 i2 m11 l20")], C, "Consider a shave of the inferior face: the margin does not reach 2 mm. "),
        (UK, [ruler("s20 i25 m0.5 l20")], P, "Shave the medial face."),
        (UK, [ruler("s20 i25 m1 l20")], C, "Consider a shave of the medial face"),
        # one instrument
        (INVASIVE, [row(ALL_CLEAR)], N, "No shave is called for by this rule."),
        (INVASIVE, [row("s5 i5 m0.1 l5 a5 p5")], N, "No shave is called for by this rule."),
        (INVASIVE, [row("s5 i5 m0 l5 a5 p5")], P, "Shave the medial face."),
        (INVASIVE, [row("s0 i5 m0 l0 a5 p5")], P, "Shave the superior, medial and lateral faces."),
        (INVASIVE, [row("s5 i5 m5 l5")], U, "Not assessed: anterior and posterior. Assess what is open before closing."),
        (INVASIVE, [row("s5 i5 m0 l5")], P, "Shave the medial face."),
        (DCIS, [row("s5 i5 m1.9 l5 a5 p5")], C, "Consider a shave of the medial face: the margin does not reach 2 mm."),
        (DCIS, [row("s5 i0 m1.9 l5 a5 p5")], P, "Shave the inferior face. Close as well: medial."),
        (DCIS, [row("s>1 i5 m5 l5 a5 p5")], I, "Assess the superior face by another method."),
        (DCIS, [row("s>2 i>2 m>2 l>2 a>2 p>2")], N, "No shave is called for by this rule."),
        (UK, [row("s5 i5 m5 l5 a0.5 p5")], P, "Shave the anterior face."),
        (UK, [row("s1 i1 m1 l1 a1 p1")], N, "No shave is called for by this rule."),
        # a method's own class
        (INVASIVE, [row("so io m+ lo ao po")], P, "Shave the medial face."),
        (INVASIVE, [row("so io m~ lo ao po")], C, "Consider a shave of the medial face: a method calls the margin close."),
        (INVASIVE, [row("so io m? lo ao po")], I, "Assess the medial face by another method."),
        (INVASIVE, [row("so io mo lo ao po", can_clear=False)], U, "Not assessed: Scanner can alarm, but not clear."),
        # several
        (INVASIVE, [row(ALL_CLEAR), ruler("m11")], N, "No shave is called for by this rule."),
        (INVASIVE, [row(ALL_CLEAR), ruler("m0")], P, "Shave the medial face."),
        (INVASIVE, [row("s5 i5 m? l5 a5 p5"), row("m3", "Other")], N, "No shave is called for by this rule."),
        (INVASIVE, [row("s5 i5 m5 l5"), row("a3 p3", "Other")], N, "No shave is called for by this rule."),
        (INVASIVE, [row(ALL_CLEAR), row("m0", "Other", usable=False)], N, "No shave is called for by this rule."),
        (DCIS, [row("s5 i5 m5 l5 a5 p5"), row("m1", "Other")], C, "Consider a shave of the medial face"),
        (INVASIVE, [row("s5 i5 l5 a5 p5"), ruler("m11")], U, "Not assessed: medial. Assess what is open before closing."),
    ],
)
def test_verdicts(rule, evidence, status, advice):
    found = judge(evidence, rule_set(rule))
    assert found.status is status
    assert found.advice.startswith(advice)
    assert found.rule.id == rule


def test_the_narrowest_evidence_decides_and_is_named():
    found = judge([row("m3.8", "PET-CT"), row("m1.4", "Microwave"), ruler("m0.7")], rule_set(INVASIVE)).of(Face.MEDIAL)
    assert (found.margin_class, found.margin_mm, found.decided_by.title) == (N, Decimal("1.4"), "Microwave")


def test_raw_millimetres_stay_without_a_class():
    found = judge([ruler("m11 l20"), row("l9", "PET-CT")], rule_set(DCIS))
    assert (found.of(Face.MEDIAL).margin_class, found.of(Face.MEDIAL).margin_mm) == (U, 11)
    assert (found.of(Face.LATERAL).margin_class, found.of(Face.LATERAL).margin_mm) == (N, 9)
    assert (found.of(Face.SUPERIOR).margin_class, found.of(Face.SUPERIOR).margin_mm) == (U, None)


def test_an_exact_number_goes_before_a_bound_and_before_words():
    assert judge([row("m>2", "A"), row("m2", "B")], rule_set(DCIS)).of(Face.MEDIAL).decided_by.title == "B"
    assert judge([row("m+", "A"), row("m0", "B")], rule_set(DCIS)).of(Face.MEDIAL).decided_by.title == "B"


def test_conflicts_and_unused_readings_are_said():
    found = judge(
        [row("m0", "PET-CT"), row("m4", "Microwave"), row("m4", "Radiograph", usable=False, reason="no calibration")], rule_set(DCIS)
    )
    assert found.details == (
        "PET-CT says positive at the medial face, Microwave clear: the worse one counts.",
        "Radiograph was not used: no calibration.",
    )


def test_full_thickness_exempts_depth_under_the_british_rule_only():
    scanned = [row("s5 i5 m5 l5 p0.2")]
    documented = frozenset({Face.ANTERIOR, Face.POSTERIOR})
    assert judge(scanned, rule_set(UK)).status is P
    assert judge(scanned, rule_set(UK), full_thickness=documented).status is N
    assert judge(scanned, rule_set(UK), full_thickness=documented).of(Face.POSTERIOR).exempt
    assert judge(scanned, rule_set(UK), full_thickness=frozenset({Face.ANTERIOR})).status is P
    assert judge([row("s5 i5 m5 l5 p0")], rule_set(INVASIVE), full_thickness=documented).status is P
    # A radial face can never be argued away.
    assert judge([row("s5 i5 m0 l5 a5 p5")], rule_set(UK), full_thickness=frozenset(Face)).status is P


def test_headlines():
    assert judge([], rule_set(UK)).headline == "Not assessed by a method that can clear a margin"
    assert judge([ruler("m11")], rule_set(UK)).headline == "Not assessed by a method that can clear a margin"
    assert judge([row("m0")], rule_set(UK)).headline == "Margin positive: medial"
    assert judge([row("m5")], rule_set(UK)).headline == "Not fully assessed"
    assert judge([row(ALL_CLEAR)], rule_set(UK)).headline == "All margins clear"


findings = st.one_of(
    st.builds(FaceEvidence, st.sampled_from(list(Face)), st.decimals("0", "30", places=1), at_least=st.booleans()),
    st.builds(FaceEvidence, st.sampled_from(list(Face)), finding=st.just("said"), margin_class=st.sampled_from([P, C, N, I])),
)
readings = st.builds(
    Evidence, st.just("id"), st.just("Method"), st.just(""), st.just(datetime(2026, 1, 1, tzinfo=UTC)),
    st.lists(findings, max_size=8).map(tuple), st.booleans(), st.booleans(), st.just(""),
)  # fmt: skip


@given(st.lists(readings, max_size=5), st.sampled_from(RULE_SETS))
def test_a_ruler_or_a_broken_reading_never_clears(evidence, rule):
    found = judge(evidence, rule)
    for judged in found.faces:
        if judged.margin_class is N:
            assert judged.decided_by is not None
            assert judged.decided_by.usable
            assert judged.decided_by.can_clear
    if found.status is N:
        assert all(judged.margin_class is N for judged in found.faces)


@given(st.lists(readings, max_size=4), readings, st.sampled_from(RULE_SETS))
def test_more_evidence_never_hides_an_alarm(evidence, more, rule):
    before, after = judge(evidence, rule), judge([*evidence, more], rule)
    for face in Face:
        if before.of(face).margin_class in {P, C}:
            assert after.of(face).margin_class in {P, C}
        if before.of(face).margin_class is P:
            assert after.of(face).margin_class is P


@given(st.lists(readings, max_size=4), st.sampled_from(RULE_SETS), st.permutations(list(Face)))
def test_turning_the_specimen_permutes_its_faces(evidence, rule, turned):
    """Whatever is said of a face goes with it."""
    new = dict(zip(Face, turned, strict=True))

    def turn(reading: Evidence) -> Evidence:
        faces = tuple(FaceEvidence(new[f.face], f.margin_mm, f.at_least, f.finding, f.margin_class) for f in reading.faces)
        return Evidence(reading.reading_id, reading.title, "", reading.taken_at, faces, reading.usable, reading.can_clear)

    before, after = judge(evidence, rule), judge([turn(reading) for reading in evidence], rule)
    assert before.status is after.status
    for face in Face:
        assert before.of(face).margin_class is after.of(new[face]).margin_class
        assert before.of(face).margin_mm == after.of(new[face]).margin_mm
