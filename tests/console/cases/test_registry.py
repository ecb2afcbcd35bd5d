"""The registry: every column derived, entered or missing, and why; what is kept of cohorts; what the store's older version becomes."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from algorithms.evidence.kinds import Finding, Kind
from algorithms.evidence.result import FaceResult, Result
from algorithms.faces import Face
from algorithms.specimen.bulk import Bulk
from algorithms.specimen.measurement import Length
from console.cases import migrations, opening, results_log, specimen_log
from console.cases.derivation import RULES, Origin, row_of_registry
from console.cases.migrations import MIGRATIONS, version
from console.cases.model import Biomarkers, EventKind, OutcomeKind, SpecimenKind, Status, Value
from console.cases.registry import KeptKind
from console.cases.specimen_draft import Draft
from console.cohorts.dictionary import FIELDS, TOLD
from console.cohorts.dictionary_page import refreshed
from console.faults import Refused

TEN = dict(zip(Length, map(Decimal, (62, 48, 14, 11, 20, 25, 11, 20, 8, 6)), strict=True))
DEPTH = {Bulk.RESECTED_DEPTH: Decimal(31), Bulk.MASS_DEPTH: Decimal(10)}


def cells(theatre, case_id):
    return {cell.column: cell for cell in row_of_registry(theatre.service.case_file(theatre.surgeon, case_id))}


def texts(theatre, case_id):
    return {name: cell.text for name, cell in cells(theatre, case_id).items()}


def faces(**found):
    return tuple(FaceResult(face, found.get(face.value, Finding.NEGATIVE)) for face in Face)


def pathology(*found, size="14", grade="2", stage="pT1c", nodes="pN0(i+)", kind="NST"):
    facts = (("pathologist", "Dr P"), ("type", kind), ("grade", grade), ("size", size), ("T", stage), ("N", nodes))
    return Result(Kind.PATHOLOGY, *found, facts)


def sign(theatre, case, result, specimen_id=None):
    file = theatre.service.case_file(theatre.surgeon, case.id)
    return results_log.sign(theatre.service, theatre.surgeon, file, specimen_id or specimen_log.main_specimen(file).id, result)


@pytest.fixture
def operated(theatre):
    """A case with everything that the registry asks for."""
    case = theatre.case(born=date(1961, 4, 12), biomarkers=Biomarkers(Status.POSITIVE, Status.NEGATIVE, Status.EQUIVOCAL, Decimal(22)))
    patient = replace(case.patient, weight_kg=Decimal(68), height_cm=Decimal(165))
    case = theatre.service.amend_case(theatre.surgeon, replace(case, patient=patient, surgeon="Dr Grace"), "weighed")
    service, who = theatre.service, theatre.surgeon
    for kind in (EventKind.ICG, EventKind.INCISION):
        service.add_event(who, case.id, kind)
    file = service.case_file(who, case.id)
    specimen_log.sign(service, who, file, TEN, extras=Draft(dict(DEPTH)))
    frozen = Result(Kind.FROZEN, faces(medial=Finding.LCIS), (("pathologist", "Dr P"), ("definition", "with-precancerous")))
    sign(theatre, case, frozen)
    sign(theatre, case, pathology(faces(medial=Finding.DCIS)))
    service.add_event(who, case.id, EventKind.CLOSURE)
    theatre.clock.go_on(days=400)
    return case


def test_a_whole_case_is_derived_without_typing(theatre, operated):
    found = texts(theatre, operated.id)
    assert found["arm"] == "ICG"
    assert (found["age"], found["bmi"], found["side"]) == ("64", "25.0", "left")
    assert (found["tumour_size_cm"], found["histology"], found["grade"]) == ("1.4", "nst", "2")
    assert (found["t_stage"], found["n_stage"]) == ("t1", "n0")
    assert (found["er"], found["pr"], found["her2"], found["ki67_percent"]) == ("positive", "negative", "equivocal", "22")
    assert (found["frozen_margin"], found["frozen_type"]) == ("positive", "precancerous")
    assert (found["permanent_margin"], found["margin_type"]) == ("positive", "dcis")
    assert found["further_resection"] == "no"
    assert found["centralization_cm"] == "0.9"
    assert Decimal(found["resected_volume_cm3"]) == Decimal("92.26")
    assert Decimal(found["mass_volume_cm3"]) == Decimal("1.54")
    assert found["simulated"] == "no"


def test_what_became_of_the_patient_is_counted_in_days_from_the_incision(theatre, operated):
    day = date(2026, 3, 9)
    assert cells(theatre, operated.id)["recurrence"].origin is Origin.MISSING
    service, who = theatre.service, theatre.surgeon
    service.add_outcome(who, operated.id, OutcomeKind.FOLLOW_UP, day + timedelta(days=300))
    found = texts(theatre, operated.id)
    assert (found["recurrence"], found["reoperation"], found["complication"], found["follow_up_days"]) == ("no", "no", "no", "300")
    service.add_outcome(who, operated.id, OutcomeKind.REOPERATION, day + timedelta(days=20), (Value("pathology", text="dcis"),))
    service.add_outcome(who, operated.id, OutcomeKind.RECURRENCE, day + timedelta(days=310))
    service.add_outcome(who, operated.id, OutcomeKind.COMPLICATION, day + timedelta(days=4), (Value("kind", text="seroma"),))
    service.add_outcome(who, operated.id, OutcomeKind.DEATH, day + timedelta(days=399))
    found = texts(theatre, operated.id)
    assert (found["reoperation"], found["reoperation_pathology"], found["complication"]) == ("yes", "dcis", "yes")
    assert (found["recurrence_days"], found["death_days"], found["follow_up_days"]) == ("310", "399", "399")


def test_the_gravest_complication_is_told_with_its_grade(theatre, operated):
    day, service, who = date(2026, 3, 9), theatre.service, theatre.surgeon
    service.add_outcome(who, operated.id, OutcomeKind.FOLLOW_UP, day + timedelta(days=20))
    assert (texts(theatre, operated.id)["complication_type"], texts(theatre, operated.id)["complication_grade"]) == ("none", "0")
    for kind, degree in (("skin colour", "red"), ("collection", "drained"), ("infection", "by mouth")):
        told = (Value("complication", text=kind), Value("degree", text=degree))
        service.add_outcome(who, operated.id, OutcomeKind.COMPLICATION, day + timedelta(days=20), told)
    found = texts(theatre, operated.id)
    assert (found["complication_type"], found["complication_grade"]) == ("collection", "3a")


def test_the_final_margin_is_that_of_the_shave_and_unknown_until_it_is_read(theatre, operated):
    shave = theatre.service.add_specimen(theatre.surgeon, operated.id, SpecimenKind.SHAVE, face=Face.MEDIAL)
    waiting = cells(theatre, operated.id)
    assert waiting["further_resection"].text == "yes"
    assert waiting["permanent_margin"].origin is Origin.MISSING
    assert "shave" in waiting["permanent_margin"].why
    sign(theatre, operated, pathology(faces()), shave.id)
    found = texts(theatre, operated.id)
    assert (found["permanent_margin"], found["margin_type"]) == ("negative", "none")


def test_a_lesion_away_from_the_ink_or_one_that_does_not_count_is_negative(theatre):
    case = theatre.case()
    away = tuple(FaceResult(face, Finding.INVASIVE if face is Face.LATERAL else Finding.NEGATIVE, Decimal("0.4")) for face in Face)
    sign(theatre, case, pathology(away, stage="pTX", grade="not given"))
    found = cells(theatre, case.id)
    assert found["permanent_margin"].text == "negative"
    assert found["t_stage"].origin is found["grade"].origin is Origin.MISSING


def test_a_bare_case_says_for_each_column_why_it_is_missing(theatre):
    case = theatre.case()
    found = cells(theatre, case.id)
    missing = {name for name, cell in found.items() if cell.origin is Origin.MISSING}
    assert missing == set(found) - {"side", "age", "histology", "simulated"}
    assert all(found[name].why and not found[name].text for name in missing)


@pytest.mark.parametrize("column", sorted({rule.column for rule in RULES} - TOLD))
def test_every_column_that_a_case_does_not_tell_can_be_entered_once_and_taken_back(theatre, column):
    case = theatre.case()
    field = next(field for field in FIELDS if field.name == column)
    text = field.levels[-1] if field.levels else "wire" if column == "arm" else "24.5"
    outcome = theatre.service.enter_registry(
        theatre.sessions[next(role for role in theatre.sessions if role == "researcher")], case.id, column, text
    )
    cell = cells(theatre, case.id)[column]
    assert (cell.text, cell.origin) == (text, Origin.ENTERED)
    assert outcome.by in cell.why
    theatre.service.enter_registry(theatre.surgeon, case.id, column, "")
    assert cells(theatre, case.id)[column].origin is Origin.MISSING
    assert theatre.service.verify() == ()


def test_what_the_case_tells_outranks_what_was_typed(theatre):
    case = theatre.case()
    theatre.service.enter_registry(theatre.surgeon, case.id, "arm", "wire")
    theatre.service.add_event(theatre.surgeon, case.id, EventKind.ICG)
    assert cells(theatre, case.id)["arm"].text == "ICG"


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("age", "40"),
        ("surgeon", "x"),
        ("nonsense", "1"),
        ("bmi", "4"),
        ("bmi", "1e2"),
        ("bmi", "-20"),
        ("grade", "4"),
        ("er", "perhaps"),
        ("bmi", "٢٤"),
    ],
)
def test_what_makes_no_sense_is_refused(theatre, column, text):
    case = theatre.case()
    with pytest.raises(Refused):
        theatre.service.enter_registry(theatre.surgeon, case.id, column, text)
    assert not theatre.service.case_file(theatre.surgeon, case.id).outcomes


def test_every_rule_has_its_column_and_the_page_is_written_from_them():
    names = {rule.column for rule in RULES}
    assert names | {"case_id", "operation_day", "surgeon"} == {field.name for field in FIELDS}
    page = Path(__file__).parents[3] / "docs" / "data-dictionary.md"
    assert refreshed(page.read_text(encoding="utf-8")) == page.read_text(encoding="utf-8")


def test_the_newest_definition_of_a_name_stands_and_an_import_keeps_its_name(theatre):
    service, who = theatre.service, theatre.surgeon
    service.keep_cohort(who, " mine ", KeptKind.DEFINITION, "2", "{1}")
    service.keep_cohort(who, "mine", KeptKind.DEFINITION, "2", "{2}")
    service.keep_cohort(who, "old", KeptKind.IMPORT, "2", "case_id\n1\n")
    assert [(one.name, one.content) for one in service.cohorts(who)] == [("mine", "{2}"), ("old", "")]
    assert service.imported_cohort(who, "old") == "case_id\n1\n"
    for kind in (KeptKind.IMPORT, KeptKind.DEFINITION):
        with pytest.raises(Refused, match="already"):
            service.keep_cohort(who, "old", kind, "2", "x")
    service.keep_cohort(who, "old", KeptKind.REMOVED, "2", "")
    assert [one.name for one in theatre.reopen().cohorts(theatre.surgeon)] == ["mine"]
    assert service.verify() == ()


def test_a_cohort_needs_a_name_in_one_line(theatre):
    for name in ("", "  ", "a\nb", "x" * 61):
        with pytest.raises(Refused):
            theatre.service.keep_cohort(theatre.surgeon, name, KeptKind.DEFINITION, "2", "{}")


def test_a_store_of_the_first_version_gains_its_cohorts(tmp_path, theatre):
    home = tmp_path / "old"
    store = opening.open_store(home, theatre.clock, read_only=False, steps=(migrations.first,))
    assert store.ledger.read(version) == 1
    store.release()
    store = opening.open_store(home, theatre.clock, read_only=False)
    assert store.ledger.read(version) == len(MIGRATIONS)
    assert store.ledger.read(lambda database: database["cohorts"].count) == 0
    store.release()


def test_reading_the_registry_leaves_one_trace_and_the_stamp_grows_with_the_cases_alone(theatre):
    theatre.case()
    service, who = theatre.service, theatre.surgeon
    stamp = service.registry_stamp(who)
    before = service.revision
    assert len(service.registry(who)) == 1
    assert service.revision == before + 1
    assert service.registry_stamp(who) == stamp
    theatre.case("MRN-200")
    assert service.registry_stamp(who) > stamp
