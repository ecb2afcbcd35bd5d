"""From the store to the verdict: shaves on the timeline, several excisions, other rule sets; and every reading computed again from its inputs."""

import argparse
import json
from dataclasses import replace
from decimal import Decimal

import pytest
from sqlite_utils import Database

from algorithms.evidence.kinds import Finding, Kind
from algorithms.evidence.result import FaceResult, Result
from algorithms.faces import Face
from algorithms.margins.model import MarginClass, Site
from algorithms.specimen.measurement import Length
from console.cases import results_log, specimen_log
from console.cases.course import take_shave
from console.cases.model import Provenance, SpecimenKind, Validity, Value
from console.cases.verdict import SEVERAL, judgement_of, shaves_of, sides
from console.commands import verify
from console.modalities import MODALITIES, evidence_of
from console.recompute import recompute

NUMBERS = dict(zip(Length, map(Decimal, "62 48 20 18 20 25 0 20 8 6".split()), strict=True))
FACTS = (("pathologist", "Kim"), ("definition", "carcinoma-on-ink"))


@pytest.fixture
def case(theatre):
    return theatre.case()


def file_of(theatre, case):
    return theatre.service.case_file(theatre.surgeon, case.id)


def measure(theatre, case):
    for length, number in NUMBERS.items():
        theatre.service.add_entry(
            theatre.surgeon, case.id, specimen_log.main_specimen(file_of(theatre, case)).id, "specimen", length.value, str(number)
        )
    return specimen_log.sign(theatre.service, theatre.surgeon, file_of(theatre, case), NUMBERS)


def frozen(theatre, case, specimen_id, finding=Finding.NEGATIVE, faces=tuple(Face), mm=None):
    told = Result(Kind.FROZEN, tuple(FaceResult(face, finding, mm) for face in faces), FACTS, ())
    return results_log.sign(theatre.service, theatre.surgeon, file_of(theatre, case), specimen_id, told)


def judged(theatre, case):
    file = file_of(theatre, case)
    return judgement_of(file, evidence_of(file))


def test_a_shave_is_positive_until_taken_open_until_seen_and_then_what_was_found(theatre, case):
    measure(theatre, case)
    assert judged(theatre, case).of(Face.MEDIAL).margin_class is MarginClass.POSITIVE
    piece = take_shave(theatre.service, theatre.surgeon, file_of(theatre, case), Face.MEDIAL, "ink")
    open_now = judged(theatre, case).of(Face.MEDIAL)
    assert (open_now.margin_class, open_now.shave.number) == (MarginClass.UNKNOWN, 2)
    frozen(theatre, case, piece.id, faces=(Face.MEDIAL,))
    assert judged(theatre, case).of(Face.MEDIAL).margin_class is MarginClass.NEGATIVE
    row = next(row for row in evidence_of(file_of(theatre, case)) if row.key == "frozen")
    assert (row.site, row.piece) == (Site.SHAVE, "Shave 2, medial")


def test_with_two_excisions_no_shave_takes_the_place_of_anything(theatre, case):
    measure(theatre, case)
    theatre.service.add_specimen(theatre.surgeon, case.id, SpecimenKind.MAIN)
    take_shave(theatre.service, theatre.surgeon, file_of(theatre, case), Face.MEDIAL)
    assert shaves_of(file_of(theatre, case)) == ()
    found = judged(theatre, case)
    assert found.status is MarginClass.POSITIVE
    assert SEVERAL in found.details


def test_one_clear_excision_does_not_clear_the_other(theatre, case):
    first = specimen_log.main_specimen(file_of(theatre, case))
    second = theatre.service.add_specimen(theatre.surgeon, case.id, SpecimenKind.MAIN)
    frozen(theatre, case, first.id)
    file = file_of(theatre, case)
    assert judgement_of(file, evidence_of(file), first.id).status is MarginClass.NEGATIVE
    assert judgement_of(file, evidence_of(file), second.id).status is MarginClass.UNKNOWN
    assert judgement_of(file, evidence_of(file)).status is MarginClass.UNKNOWN


def test_the_size_of_a_face_comes_from_the_signed_axes(theatre, case):
    measure(theatre, case)
    file = file_of(theatre, case)
    found = sides(file, specimen_log.main_specimen(file))
    assert set(found) == {Face.ANTERIOR, Face.POSTERIOR}  # without the depth only these two are known
    assert (found[Face.ANTERIOR].height_mm, found[Face.ANTERIOR].width_mm) == (62, 48)


def test_another_rule_set_judges_anew_and_is_audited(theatre, case):
    specimen = specimen_log.main_specimen(file_of(theatre, case))
    frozen(theatre, case, specimen.id, Finding.DCIS, mm=Decimal("1.5"))
    assert judged(theatre, case).status is MarginClass.NEGATIVE
    theatre.service.amend_case(theatre.surgeon, replace(case, rule_set="sso-astro-asco-dcis-2016"), "rule set changed on the margin board")
    assert judged(theatre, case).status is MarginClass.CLOSE
    line = theatre.service.ledger.read(_last_change)
    assert ("sso-astro-invasive-2014" in line, "sso-astro-asco-dcis-2016" in line) == (True, True)


def test_every_reading_comes_out_the_same_and_a_changed_one_is_found(theatre, case, monkeypatch):
    measure(theatre, case)
    frozen(theatre, case, specimen_log.main_specimen(file_of(theatre, case)).id)
    home = theatre.service.ledger.home
    found = recompute(home, MODALITIES)
    assert (found.readings, found.same, found.different, found.not_compared) == (2, 2, (), ())
    monkeypatch.setattr(specimen_log, "centralize", _wrong)
    (sentence,) = recompute(home, MODALITIES).different
    assert "does not come out the same: centralization" in sentence
    assert case.patient.family_name not in sentence


def test_other_inputs_than_those_signed_are_found(theatre, case):
    measure(theatre, case)
    reading = file_of(theatre, case).readings[0]
    forged = replace(reading.provenance, input_sha256="0" * 64)
    theatre.service.add_reading(
        theatre.surgeon, case.id, reading.specimen_id, reading.modality, reading.values, reading.validity, forged, supersedes=reading.id,
        reason="forged",
    )  # fmt: skip
    (sentence,) = recompute(theatre.service.ledger.home, MODALITIES).different
    assert sentence.endswith("what it was computed from is not what was signed.")


def test_what_is_not_computed_and_what_another_version_made_is_said(theatre, case):
    theatre.service.add_reading(
        theatre.surgeon,
        case.id,
        None,
        "smell",
        (Value("odour", text="none"),),
        Validity(usable=True, statement=""),
        Provenance("nose", "1", ""),
    )
    measure(theatre, case)
    reading = file_of(theatre, case).readings[-1]
    theatre.service.add_reading(
        theatre.surgeon, case.id, reading.specimen_id, reading.modality, reading.values, reading.validity,
        replace(reading.provenance, version="0"), supersedes=reading.id, reason="older",
    )  # fmt: skip
    found = recompute(theatre.service.ledger.home, MODALITIES)
    assert (found.readings, found.same, found.different) == (3, 1, ())
    assert found.not_compared == ("1 × smell: nothing is computed from what is kept.", "1 × specimen: made by another version.")


def test_the_command_says_it_and_its_status_tells(theatre, case):
    measure(theatre, case)
    result = verify.run(argparse.Namespace(home=theatre.service.ledger.home, recompute=True))
    assert result["reproduced"]
    assert verify.exit_status(json.loads(json.dumps(result))) == 0
    assert verify.exit_status(result | {"reproduced": False}) == 2


def test_a_glance_holds_what_a_verdict_needs_and_leaves_no_trace(theatre, case):
    measure(theatre, case)
    before = theatre.service.revision
    (glance,) = theatre.service.glances(theatre.surgeon, [case.id])
    whole = file_of(theatre, case)
    assert judgement_of(glance, evidence_of(glance)) == judgement_of(whole, evidence_of(whole))
    assert theatre.service.revision == before
    assert glance.entries == glance.outcomes == glance.assets == ()


def _wrong(measured):
    from algorithms.specimen.centralization import centralize

    return replace(centralize(measured), centralization_cm=Decimal(9))


def _last_change(database: Database) -> str:
    return database.conn.execute("SELECT change FROM audit WHERE action = 'amend case' ORDER BY seq DESC LIMIT 1").fetchone()[0]
