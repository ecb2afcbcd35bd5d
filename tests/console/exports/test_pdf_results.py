"""What the report says of each logged result, of what is waited for, and of the visits afterwards."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from pypdf import PdfReader

from algorithms.evidence.kinds import Finding, Kind, examination
from algorithms.evidence.result import FaceResult, Result
from algorithms.evidence.ruler import Spacing
from algorithms.evidence.views import Projection, Ruler, View
from algorithms.faces import Face
from console.cases import results_log as log
from console.cases.model import Case, CaseFile, Event, Outcome, OutcomeKind, Patient, Reading, Role, Side, Specimen, User, Value
from console.cases.results_codec import values
from console.exports.pdf import write_report
from console.modalities import evidence_of

NOW = datetime(2026, 11, 20, 9, 34, tzinfo=timezone(timedelta(hours=1)))
CASE = Case("c1", Patient("0004217", "Demo", "Alma", date(1972, 3, 14)), Side.LEFT, NOW, simulated=True)
SHARP = Spacing(0.1, 0.1, certain=True, statement="calibrated on a known length")
VIEW = View(Projection.FRONT, "ab" * 32, SHARP, (Ruler(Face.MEDIAL, (0.0, 0.0), (0.0, 124.0)),))

TOLD = {
    Kind.FROZEN: (
        Result(
            Kind.FROZEN, (FaceResult(Face.MEDIAL, Finding.DCIS, Decimal("1.5")),), (("pathologist", "Dr Ki"), ("definition", "with-precancerous")),
        ),
        ("Frozen section", "Result (medial): DCIS", "Margin, medial: 1.5 mm", "Pathologist: Dr Ki", "positive includes precancerous"),
    ),
    Kind.RADIOGRAPH: (
        Result(Kind.RADIOGRAPH, (), (("lesion", "seen"), ("clip", "not seen")), (VIEW,)),
        ("Specimen radiograph", "Margin, medial: 12.4 mm", "Margin in view 1, medial: 12.4 mm", "from the front; calibrated", "Clip: not seen"),
    ),
    Kind.GROSS: (
        Result(Kind.GROSS, (FaceResult(Face.SUPERIOR, Finding.AT_SURFACE),)),
        ("Gross examination", "Result (superior): at the surface", "cannot clear"),
    ),
    Kind.CYTOLOGY: (
        Result(Kind.CYTOLOGY, (FaceResult(Face.SUPERIOR, Finding.ATYPICAL),), (("pathologist", "Dr Ki"),)),
        ("Imprint cytology", "Result (superior): atypical cells", "nothing of a distance"),
    ),
    Kind.ULTRASOUND: (
        Result(Kind.ULTRASOUND, (FaceResult(Face.POSTERIOR, Finding.NEAR, Decimal(2)),)), ("Specimen ultrasound", "Margin, posterior: 2 mm"),
    ),
    Kind.PATHOLOGY: (
        Result(
            Kind.PATHOLOGY, (FaceResult(Face.MEDIAL, Finding.NEGATIVE, Decimal("4.25")),),
            (("pathologist", "Dr Ki"), ("type", "NST"), ("grade", "2"), ("size", "14.5"), ("T", "pT1c"), ("N", "pN0(i+)")),
        ),
        ("Final pathology", "Margin, medial: 4.25 mm", "Type: NST", "Grade: 2", "Size: 14.5 mm", "T: pT1c", "N: pN0(i+)"),
    ),
}  # fmt: skip


def reading(result):
    made, limits = log._provenance(result, CASE), log.validity(result, CASE)
    return Reading("r1", "c1", "s1", result.kind.value, NOW, "Nurse 1", values(result), limits, made)


def printed(tmp_path, **more):
    """The words of the report, without line breaks."""
    file = replace(CaseFile(CASE, (Specimen("s1", "c1", 1),), (), (), (), (), ()), **more)
    path = tmp_path / "report.pdf"
    write_report(file, (User("u2", "Nurse 1", Role.NURSE),), path, NOW, evidence=evidence_of(file))
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_is_printed_with_its_faces_facts_and_limits(qapp, tmp_path, kind):
    result, lines = TOLD[kind]
    text = printed(tmp_path, readings=(reading(result),))
    for line in (*lines, examination(kind).limits):
        assert line in text, line
    assert '{"projection"' not in text


def test_what_is_waited_for_stands_on_the_board_of_the_report(qapp, tmp_path):
    text = printed(tmp_path, events=(Event("e1", "c1", log.SENT[Kind.FROZEN], NOW, "Nurse 1", specimen_id="s1"),))
    assert "Frozen section 09:34 waiting" in text


def test_visits_and_complications_are_printed_and_pathology_not_twice(qapp, tmp_path):
    visit = Outcome(
        "o1", "c1", OutcomeKind.FOLLOW_UP, date(2026, 12, 2), "Surgeon 1", (Value("day", Decimal(12), "d"), Value("necrosis", text="none"))
    )
    wound = Outcome(
        "o2", "c1", OutcomeKind.COMPLICATION, date(2026, 12, 2), "Surgeon 1", (Value("complication", text="infection"),), "o0", "seen again"
    )
    pathology = Outcome("o3", "c1", OutcomeKind.PATHOLOGY, date(2026, 12, 1), "Surgeon 1", values(TOLD[Kind.PATHOLOGY][0]))
    text = printed(tmp_path, outcomes=(visit, wound, pathology))
    assert "After the operation" in text
    assert "02 Dec 2026 Follow-up Day: 12 d, necrosis: none" in text
    assert "complication: infection. Correction: seen again." in text
    assert "pT1c" not in text
