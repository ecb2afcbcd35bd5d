"""Every kind of result to one contract: it comes back as told, is corrected with a reason, refuses what cannot be, and stands on the board."""

import json
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from algorithms.evidence.kinds import EXAMINATIONS, Finding, Kind, examination
from algorithms.evidence.result import FaceResult, Result, fault
from algorithms.evidence.ruler import Spacing
from algorithms.evidence.views import Projection, Ruler, View
from algorithms.faces import Face
from algorithms.pathway.progress import State
from console.cases import followup_log, pathway_log
from console.cases import results_log as log
from console.cases.model import OutcomeKind, Role, SpecimenKind, TumourType
from console.cases.results_codec import entries_of, input_sha256, result_of, result_of_fields, view_of, view_text
from console.faults import NotAllowed, Refused
from console.modalities import evidence_of

D = Decimal
SHARP = Spacing(0.1, 0.1, certain=True, statement="calibrated")
INK = ("definition", "carcinoma-on-ink")


def ruler(face, mm):
    return Ruler(Face(face), (10.0, 10.0), (10.0, 10.0 + 10 * mm))


def radiograph(*, spacing=SHARP, sha="", facts=(("lesion", "seen"), ("clip", "seen")), **mm):
    views = [View(Projection.FRONT, sha, spacing, tuple(ruler(face, length) for face, length in mm.items()))]
    return Result(Kind.RADIOGRAPH, (), facts, tuple(views))


GOOD = {
    Kind.FROZEN: Result(
        Kind.FROZEN, (FaceResult(Face.MEDIAL, Finding.DCIS, D("1.5")), FaceResult(Face.LATERAL, Finding.NEGATIVE)), (("pathologist", "Dr Ki"), INK)
    ),
    Kind.RADIOGRAPH: radiograph(superior=12, medial=3.4),
    Kind.GROSS: Result(Kind.GROSS, (FaceResult(Face.SUPERIOR, None, D("12.5")), FaceResult(Face.MEDIAL, Finding.NEAR, D(2)))),
    Kind.CYTOLOGY: Result(Kind.CYTOLOGY, (FaceResult(Face.INFERIOR, Finding.ATYPICAL),), (("pathologist", "Dr Ki"),)),
    Kind.ULTRASOUND: Result(Kind.ULTRASOUND, (FaceResult(Face.POSTERIOR, Finding.AWAY, D(9)),), (("examiner", "Dr Öz"),)),
    Kind.PATHOLOGY: Result(
        Kind.PATHOLOGY, (FaceResult(Face.MEDIAL, Finding.INVASIVE, D(0)), FaceResult(Face.ANTERIOR, Finding.NEGATIVE, D("4.25"))),
        (("pathologist", "Dr Ki"), ("type", "NST"), ("grade", "2"), ("size", "14.5"), ("T", "pT1c"), ("N", "pN0(i+)")),
    ),
}  # fmt: skip


@pytest.fixture
def case(theatre):
    return theatre.case(simulated=True)


def told(theatre, case, kind):
    """The good result of this kind; a radiograph's picture is kept first."""
    if kind is not Kind.RADIOGRAPH:
        return GOOD[kind]
    asset = theatre.service.add_asset(theatre.surgeon, case.id, b"a picture", "image/png", "picture")
    return replace(GOOD[kind], views=tuple(replace(view, image_sha256=asset.sha256) for view in GOOD[kind].views))


def sign(theatre, case, result, **more):
    file = theatre.service.case_file(theatre.surgeon, case.id)
    return log.sign(theatre.service, theatre.surgeon, file, log.main_specimen_id(file), result, **more)


def file_of(theatre, case):
    return theatre.service.case_file(theatre.surgeon, case.id)


# --- round trip --------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", Kind)
def test_what_was_told_comes_back_from_the_store_as_it_was_told(theatre, case, kind):
    result = told(theatre, case, kind)
    signed = sign(theatre, case, result)
    theatre.reopen()
    (kept,) = file_of(theatre, case).readings
    assert kept == signed
    assert result_of(kept) == result
    assert kept.provenance.input_sha256 == input_sha256(result)
    assert kept.provenance.simulated
    assert kept.validity.usable
    assert kept.validity.statement.startswith(examination(kind).limits)


@pytest.mark.parametrize("kind", Kind)
def test_a_form_filled_entry_by_entry_is_the_same_result(theatre, case, kind):
    result = told(theatre, case, kind)
    specimen_id = log.main_specimen_id(file_of(theatre, case))
    for name, value in entries_of(result).items():
        theatre.service.add_entry(theatre.surgeon, case.id, specimen_id, kind, name, value)
    fields, reading, reason = log.draft(file_of(theatre, case), kind, specimen_id)
    assert (result_of_fields(kind, fields), reading, reason) == (result, None, "")


@pytest.mark.parametrize("kind", Kind)
def test_the_board_has_one_row_with_title_time_and_person(theatre, case, kind):
    signed = sign(theatre, case, told(theatre, case, kind))
    (row,) = evidence_of(file_of(theatre, case))
    assert (row.title, row.taken_at, row.reading_id) == (examination(kind).title, signed.taken_at, signed.id)
    assert row.subtitle.startswith(GOOD[kind].known.get("pathologist", GOOD[kind].known.get("examiner", "Grace")))
    assert row.can_clear is examination(kind).can_clear
    assert {found.face for found in row.faces} == {found.face for found in GOOD[kind].measured}


# --- correction --------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", Kind)
def test_a_correction_takes_the_place_of_the_old_with_a_reason_once(theatre, case, kind):
    result = told(theatre, case, kind)
    first = sign(theatre, case, result)
    with pytest.raises(Refused, match="needs a reason"):
        sign(theatre, case, result, replaces=first, reason=" ")
    second = sign(theatre, case, result, replaces=first, reason="heard wrong")
    file = file_of(theatre, case)
    assert (second.supersedes, second.reason) == (first.id, "heard wrong")
    assert log.standing(file, kind, second.specimen_id) == second
    assert len(evidence_of(file)) == 1
    with pytest.raises(Refused, match="in the meantime"):
        sign(theatre, case, result, replaces=first, reason="again")
    with pytest.raises(Refused, match="in the meantime"):
        sign(theatre, case, result)
    assert sum(event.kind == log.ANSWERED.get(kind) for event in file.events) == (kind in log.ANSWERED)


def test_a_corrected_pathology_corrects_its_outcome(theatre, case):
    first = sign(theatre, case, GOOD[Kind.PATHOLOGY])
    better = replace(GOOD[Kind.PATHOLOGY], facts=(*GOOD[Kind.PATHOLOGY].facts[:2], ("grade", "3")))
    second = sign(theatre, case, better, replaces=first, reason="the laboratory corrected it")
    (outcome,) = file_of(theatre, case).outcomes
    assert outcome.kind is OutcomeKind.PATHOLOGY
    assert outcome.values == second.values
    assert outcome.reason == "the laboratory corrected it"


@pytest.mark.parametrize("kind", Kind)
def test_a_correction_begins_with_what_was_signed_and_the_entries_since(theatre, case, kind):
    signed = sign(theatre, case, told(theatre, case, kind))
    service, nurse, specimen_id = theatre.service, theatre.surgeon, signed.specimen_id
    key = next(iter(entries_of(result_of(signed))))
    service.add_entry(nurse, case.id, specimen_id, kind, log.CORRECTING + signed.id, "heard wrong")
    service.add_entry(nurse, case.id, specimen_id, kind, key, None)
    fields, reading, reason = log.draft(file_of(theatre, case), kind, specimen_id)
    assert (reading, reason, fields[key]) == (signed, "heard wrong", "")
    rest = {name: value for name, value in entries_of(result_of(signed)).items() if name != key}
    assert {name: value for name, value in fields.items() if value} == rest


# --- refusals ----------------------------------------------------------------------------------------------------------------------------


def with_face(kind, **changes):
    """The good result with its first face changed."""
    first, *rest = GOOD[kind].faces
    return replace(GOOD[kind], faces=(replace(first, **changes), *rest))


def with_fact(kind, name, value):
    facts = dict(GOOD[kind].facts) | {name: value}
    return replace(GOOD[kind], facts=tuple((key, words) for key, words in facts.items() if words is not None))


def length_refusals(kind):
    """Distances that cannot be, at a face whose finding takes one."""
    words = ("-0.1", "-5", "NaN", "Infinity", "-Infinity", "200.01", "1000", "1E+9", "0.001", "1.234")
    return [with_face(kind, margin_mm=D(word)) for word in words]


def common_refusals(kind):
    """What no examination without pictures takes."""
    other = next(finding for finding in Finding if finding not in examination(kind).findings)
    return [
        Result(kind, (), GOOD[kind].facts), replace(GOOD[kind], faces=(*GOOD[kind].faces, GOOD[kind].faces[0])), with_face(kind, finding=other),
        with_face(kind, finding=None, margin_mm=None), with_fact(kind, "colour", "red"), with_fact(kind, "definitely", ""),
        replace(GOOD[kind], views=radiograph(medial=3).views),
        *(with_face(kind, finding=finding, margin_mm=None) for finding in Finding if finding not in {*examination(kind).findings, other}),
    ]  # fmt: skip


def name_refusals(kind, fact, *, required):
    """Names that are none."""
    wrong = ["x" * 81, "Dr\nKi", "Dr\x00Ki", "123", "…", "Dr\x7f"]
    return [with_fact(kind, fact, words) for words in (*wrong, *(("", "  ", None) if required else ()))]


def option_refusals(kind, fact, *words):
    return [with_fact(kind, fact, word) for word in words]


REFUSED = {
    Kind.FROZEN: [
        *common_refusals(Kind.FROZEN), *length_refusals(Kind.FROZEN), *name_refusals(Kind.FROZEN, "pathologist", required=True),
        *option_refusals(Kind.FROZEN, "definition", "mine", "", None), with_face(Kind.FROZEN, finding=Finding.NEGATIVE, margin_mm=D(0)),
        with_face(Kind.FROZEN, finding=None),
    ],
    Kind.GROSS: [
        *common_refusals(Kind.GROSS), *length_refusals(Kind.GROSS), *name_refusals(Kind.GROSS, "examiner", required=False),
        with_face(Kind.GROSS, finding=Finding.AWAY, margin_mm=D(0)), with_face(Kind.GROSS, finding=Finding.NEAR, margin_mm=D(0)),
        with_face(Kind.GROSS, finding=Finding.AT_SURFACE, margin_mm=D(3)),
    ],
    Kind.CYTOLOGY: [
        *common_refusals(Kind.CYTOLOGY), *length_refusals(Kind.CYTOLOGY), *name_refusals(Kind.CYTOLOGY, "pathologist", required=True),
        with_face(Kind.CYTOLOGY, margin_mm=D(2)),
    ],
    Kind.ULTRASOUND: [
        *common_refusals(Kind.ULTRASOUND), *length_refusals(Kind.ULTRASOUND), *name_refusals(Kind.ULTRASOUND, "examiner", required=False),
        with_face(Kind.ULTRASOUND, finding=Finding.NOT_SEEN, margin_mm=D(3)), with_face(Kind.ULTRASOUND, finding=Finding.AT_SURFACE),
    ],
    Kind.PATHOLOGY: [
        *common_refusals(Kind.PATHOLOGY), *length_refusals(Kind.PATHOLOGY), *name_refusals(Kind.PATHOLOGY, "pathologist", required=True),
        *option_refusals(Kind.PATHOLOGY, "type", "sarcoma", "", None, "no tumour", "DCIS"), *option_refusals(Kind.PATHOLOGY, "grade", "4", "0", "II"),
        *option_refusals(Kind.PATHOLOGY, "size", "-1", "1e3", "two", "201", "1.2.3", "٣", "NaN"),
        *option_refusals(Kind.PATHOLOGY, "T", "T1", "pT5"), *option_refusals(Kind.PATHOLOGY, "N", "N0", "pN4"),
    ],
    Kind.RADIOGRAPH: [
        Result(Kind.RADIOGRAPH), radiograph(), radiograph(facts=(), medial=3), radiograph(facts=(("lesion", "maybe"),), medial=3),
        radiograph(facts=(("lesion", "not seen"),), medial=3), radiograph(facts=(("lesion", "cannot be told"),), medial=3),
        radiograph(facts=(("lesion", "seen"), ("clip", "yes")), medial=3), radiograph(facts=(("lesion", "seen"), ("calcification", "yes")), medial=3),
        radiograph(facts=(("lesion", "seen"), ("lesion", "seen")), medial=3), radiograph(facts=(("lesion", "seen"), ("nipple", "seen")), medial=3),
        radiograph(anterior=3), radiograph(posterior=3), radiograph(medial=3, anterior=3),
        radiograph(spacing=None, medial=3), radiograph(medial=200.2),
        replace(radiograph(medial=3), faces=(FaceResult(Face.MEDIAL, None, D(3)),)), replace(radiograph(medial=3), faces=(FaceResult(Face.MEDIAL),)),
        replace(radiograph(medial=3), views=radiograph(medial=3).views * 2), replace(radiograph(medial=3), views=radiograph(medial=3).views * 3),
        replace(radiograph(medial=3), views=(View(Projection.FRONT, "a", SHARP), View(Projection.FRONT, "b", SHARP))),
        replace(radiograph(medial=3), views=(View(Projection.FRONT, "a", SHARP), View(Projection.SIDE, "a", SHARP))),
        replace(radiograph(medial=3), views=(View(Projection.FRONT, "a", SHARP, (ruler("medial", 3), ruler("medial", 4))),)),
        replace(radiograph(medial=3), views=()), replace(radiograph(medial=3), views=(View(Projection.SIDE, "a", SHARP, (ruler("medial", 3),)),)),
        replace(radiograph(medial=3), views=(View(Projection.BELOW, "a", SHARP, (ruler("superior", 3),)),)),
    ],
}  # fmt: skip


@pytest.mark.parametrize("kind", Kind)
def test_what_cannot_be_is_refused_in_one_sentence_and_nothing_is_written(theatre, case, kind):
    assert len(REFUSED[kind]) >= 20
    before = theatre.service.revision
    for wrong in REFUSED[kind]:
        sentence = fault(wrong)
        assert sentence.endswith("."), wrong
        assert "\n" not in sentence
        with pytest.raises(Refused, match=r"\.$"):
            sign(theatre, case, wrong)
    assert theatre.service.revision == before
    assert file_of(theatre, case).readings == ()


@pytest.mark.parametrize("kind", Kind)
def test_the_store_s_own_refusals_hold(theatre, case, kind):
    result, other = told(theatre, case, kind), theatre.case(mrn="MRN-200", family="Other")
    file, foreign = file_of(theatre, case), file_of(theatre, other)
    with pytest.raises(Refused, match="does not belong to this case"):
        log.sign(theatre.service, theatre.surgeon, file, log.main_specimen_id(foreign), result)
    with pytest.raises(NotAllowed):
        log.sign(theatre.service, theatre.sessions[Role.RESEARCHER], file, log.main_specimen_id(file), result)
    assert file_of(theatre, case).readings == ()


def test_a_picture_of_another_case_is_refused(theatre, case):
    other = theatre.case(mrn="MRN-200", family="Other")
    with pytest.raises(Refused, match="does not belong to this case"):
        sign(theatre, other, told(theatre, case, Kind.RADIOGRAPH))


# --- waiting -----------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [known.kind for known in EXAMINATIONS if known.waits])
def test_what_was_sent_is_waited_for_until_it_is_answered(theatre, case, kind):
    file = file_of(theatre, case)
    log.send(theatre.service, theatre.surgeon, file, kind, log.main_specimen_id(file))
    with pytest.raises(Refused, match="waited for"):
        log.send(theatre.service, theatre.surgeon, file, kind, log.main_specimen_id(file))
    (row,) = evidence_of(file_of(theatre, case))
    assert (row.title, row.subtitle, row.waiting, row.faces) == (examination(kind).title, "waiting", True, ())
    theatre.clock.go_on(minutes=12)
    sign(theatre, case, told(theatre, case, kind))
    assert [found.waiting for found in evidence_of(file_of(theatre, case))] == [False]


def test_what_is_done_here_is_not_sent(theatre, case):
    file = file_of(theatre, case)
    for kind in (Kind.GROSS, Kind.ULTRASOUND):
        with pytest.raises(Refused, match="nothing to send"):
            log.send(theatre.service, theatre.surgeon, file, kind, log.main_specimen_id(file))


def test_a_shave_s_answer_does_not_answer_for_the_main_specimen(theatre, case):
    service, file = theatre.service, file_of(theatre, case)
    log.send(service, theatre.surgeon, file, Kind.FROZEN, log.main_specimen_id(file))
    shave = service.add_specimen(theatre.surgeon, case.id, SpecimenKind.SHAVE, face=Face.MEDIAL)
    log.send(service, theatre.surgeon, file_of(theatre, case), Kind.FROZEN, shave.id)
    log.sign(service, theatre.surgeon, file_of(theatre, case), shave.id, GOOD[Kind.FROZEN])
    (still,) = log.waiting(file_of(theatre, case))
    assert still.event.specimen_id == log.main_specimen_id(file)


# --- what a radiograph may clear ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tumour", TumourType)
def test_a_tumour_that_does_not_show_on_film_is_not_cleared_by_it(theatre, tumour):
    case = theatre.case(tumour_type=tumour)
    sign(theatre, case, told(theatre, case, Kind.RADIOGRAPH))
    (row,) = evidence_of(file_of(theatre, case))
    assert row.can_clear is (tumour in {TumourType.NST, TumourType.MIXED})
    assert ("alarm only" in row.subtitle) is not row.can_clear


def test_a_view_survives_its_text():
    view = View(Projection.SIDE, "ab", SHARP, (ruler("anterior", 3.3),), ((1.5, 2.0), (3.0, 400.25)))
    assert view_of(view_text(view)) == view
    assert view_of(view_text(replace(view, spacing=None, calibration=None))).spacing is None
    assert json.loads(view_text(view))["rulers"][0][0] == "anterior"


# --- pathway and follow-up in the store --------------------------------------------------------------------------------------------------


def test_the_order_is_told_from_what_the_case_holds(theatre, case):
    service, surgeon = theatre.service, theatre.surgeon
    available, troubles = pathway_log.available(service)
    assert troubles == ()

    def where():
        file = file_of(theatre, case)
        return pathway_log.where(file, evidence_of(file), pathway_log.chosen(file, available, "radiograph-first"), theatre.clock())

    assert where().sentence == "Next: specimen radiograph."
    log.send(service, surgeon, file_of(theatre, case), Kind.RADIOGRAPH, log.main_specimen_id(file_of(theatre, case)))
    theatre.clock.go_on(minutes=5)
    assert "waiting since" in where().sentence
    sign(theatre, case, told(theatre, case, Kind.RADIOGRAPH))
    assert [one.state for one in where().steps] == [State.DONE, State.NOT_CALLED_FOR]
    pathway_log.choose(service, surgeon, file_of(theatre, case), next(one for one in available if one.id.startswith("fluor")))
    assert where().sentence == "Next: fluorescence check."
    pathway_log.skip(service, surgeon, file_of(theatre, case), where().pathway.step("fluorescence"), "Not available today")
    assert where().sentence == "Next: frozen section. Fluorescence check skipped: not available today."
    pathway_log.skip(service, surgeon, file_of(theatre, case), where().pathway.step("fluorescence"), "")
    service.add_event(surgeon, case.id, "cavity checked")
    assert where().sentence == "Next: frozen section."


def test_a_department_s_own_order_is_read_and_a_broken_one_is_said(theatre):
    folder = theatre.home / "pathways"
    folder.mkdir()
    (folder / "ours.toml").write_text('id = "ours"\ntitle = "Ours"\n[[steps]]\nkey = "a"\ntitle = "A"\nevidence = ["gross"]\n')
    (folder / "broken.toml").write_text("id = ")
    (folder / "large.toml").write_text("#" * 100_000)
    (folder / "latin.toml").write_bytes(b"\xff\xfe")
    available, troubles = pathway_log.available(theatre.service)
    assert "ours" in {one.id for one in available}
    assert len(troubles) == 3
    assert all(trouble.startswith("The order of evidence ") and trouble.endswith(".") for trouble in troubles)


def visit(theatre, case, on=None, **answers):
    told = {key.replace("_", " "): words for key, words in answers.items()}
    return followup_log.add_visit(theatre.service, theatre.surgeon, file_of(theatre, case), on or theatre.clock().date(), told)


def test_a_visit_comes_back_and_its_complications_are_outcomes_of_their_own(theatre, case):
    theatre.clock.go_on(days=12)
    theatre.service.add_user(theatre.administrator, "Later", Role.NURSE, "2580")
    visit(theatre, case, skin_colour="green stain", necrosis="partial", infection="none")
    (found,) = followup_log.visits(file_of(theatre, case))
    assert (found.day, dict(found.answers)) == (12, {"skin colour": "green stain", "necrosis": "partial", "infection": "none"})
    outcomes = file_of(theatre, case).outcomes
    assert [outcome.kind for outcome in outcomes] == [OutcomeKind.FOLLOW_UP, OutcomeKind.COMPLICATION]
    followup_log.correct_visit(theatre.service, theatre.surgeon, file_of(theatre, case), found, {"necrosis": "full"}, "seen again")
    corrected = [outcome for outcome in file_of(theatre, case).outcomes if outcome.kind is OutcomeKind.COMPLICATION]
    assert [[value.text for value in outcome.values] for outcome in corrected] == [["necrosis", "full"]]


@pytest.mark.parametrize(
    ("days", "answers", "why"),
    [(1, {"infection": "none"}, "future"), (-1, {"infection": "none"}, "before the operation"), (0, {}, "Nothing was answered"),
     (0, {"mood": "good"}, "not among those that are asked"), (0, {"infection": "perhaps"}, "not among those that can be chosen")],
)  # fmt: skip
def test_a_visit_that_cannot_be_is_refused(theatre, case, days, answers, why):
    on = theatre.clock().date() + timedelta(days=days)
    with pytest.raises(Refused, match=why):
        followup_log.add_visit(theatre.service, theatre.surgeon, file_of(theatre, case), on, answers)
    assert file_of(theatre, case).outcomes == ()


def test_two_visits_on_one_day_are_one_to_correct_and_a_nurse_logs_none(theatre, case):
    nurse, today = theatre.sessions[Role.NURSE], theatre.clock().date()
    with pytest.raises(NotAllowed):
        followup_log.add_visit(theatre.service, nurse, file_of(theatre, case), today, {"allergy": "skin"})
    visit(theatre, case, infection="none")
    with pytest.raises(Refused, match="Correct that one"):
        visit(theatre, case, infection="none")
