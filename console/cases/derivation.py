"""From a case to its row of the registry: for each column one stated rule, and where the rule finds nothing, why.

What a case tells is derived, never typed a second time. What it cannot tell is entered once (`OutcomeKind.REGISTRY`), and stands only as long as
the case itself says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from algorithms.evidence.classes import counted_by
from algorithms.evidence.kinds import ON_INK, Finding, Kind
from algorithms.evidence.result import FaceResult, Result
from algorithms.faces import Face
from algorithms.specimen.measurement import plain
from console.cases.course import first, standing_events
from console.cases.model import CaseFile, EventKind, Outcome, OutcomeKind, Reading, SpecimenKind, Status
from console.cases.results_codec import result_of
from console.cases.results_log import standing
from console.cases.specimen_log import main_specimen, signed_reading

EPOCH = date(2000, 1, 1)
AT_INK = Decimal(0)
_WORSE = ("none", "precancerous", "dcis", "invasive")
_LESION = {Finding.PRECANCEROUS: "precancerous", Finding.LCIS: "precancerous", Finding.DCIS: "dcis", Finding.INVASIVE: "invasive"}
_SURGICAL = {OutcomeKind.REOPERATION, OutcomeKind.RECURRENCE, OutcomeKind.COMPLICATION, OutcomeKind.FOLLOW_UP, OutcomeKind.DEATH}


class Origin(StrEnum):
    """Where a cell comes from."""

    DERIVED = "derived"
    ENTERED = "entered"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the registry: its text as a cohort file has it (empty where missing), and from where, or why not."""

    column: str
    text: str
    origin: Origin
    why: str


@dataclass(frozen=True, slots=True)
class Rule:
    """How one column comes from a case. `find` answers with an empty text where it finds nothing, and `missing` says what that means."""

    column: str
    words: str
    find: Callable[[CaseFile], str]
    missing: str


def row_of_registry(file: CaseFile) -> tuple[Cell, ...]:
    """Every column of the registry for this case, in the order of `RULES`."""
    return tuple(_cell(rule, file) for rule in RULES)


def _cell(rule: Rule, file: CaseFile) -> Cell:
    found = rule.find(file)
    if found:
        return Cell(rule.column, found, Origin.DERIVED, rule.words)
    typed = entered(file, rule.column)
    if typed is not None and (text := _typed_text(typed)):
        return Cell(rule.column, text, Origin.ENTERED, f"{typed.by}, {typed.on:%d %b %Y}")
    return Cell(rule.column, "", Origin.MISSING, rule.missing)


def entered(file: CaseFile, column: str) -> Outcome | None:
    """What was typed for this column last."""
    own = [one for one in file.outcomes if one.kind is OutcomeKind.REGISTRY and any(value.name == column for value in one.values)]
    return own[-1] if own else None


def _typed_text(outcome: Outcome) -> str:
    value = outcome.values[0]
    return plain(value.number) if value.number is not None else value.text


def operated_on(file: CaseFile) -> date:
    """The day of the incision; where none was logged, the planned day."""
    incision = first(standing_events(file), EventKind.INCISION)
    return (incision.at if incision else file.case.scheduled_at).date()


# --- patient and biopsy ------------------------------------------------------------------------------------------------------------------


def _arm(file: CaseFile) -> str:
    return "ICG" if first(standing_events(file), EventKind.ICG) else ""


def _age(file: CaseFile) -> str:
    return str(file.case.patient.age_on(operated_on(file)))


def _bmi(file: CaseFile) -> str:
    weight, height = file.case.patient.weight_kg, file.case.patient.height_cm
    return f"{weight / (height / 100) ** 2:.1f}" if weight is not None and height else ""


def _marker(name: str) -> Callable[[CaseFile], str]:
    def find(file: CaseFile) -> str:
        status: Status = getattr(file.case.biomarkers, name)
        known = status is not Status.UNKNOWN and not (status is Status.EQUIVOCAL and name != "her2")
        return status.value if known else ""

    return find


def _ki67(file: CaseFile) -> str:
    percent = file.case.biomarkers.ki67_percent
    return "" if percent is None else plain(percent)


# --- pathology ---------------------------------------------------------------------------------------------------------------------------


def _pathology(file: CaseFile) -> Result | None:
    reading = standing(file, Kind.PATHOLOGY, main_specimen(file).id)
    return result_of(reading) if reading else None


def _fact(name: str, translate: Callable[[str], str]) -> Callable[[CaseFile], str]:
    def find(file: CaseFile) -> str:
        result = _pathology(file)
        told = result.known.get(name, "") if result else ""
        return translate(told) if told else ""

    return find


def _histology(file: CaseFile) -> str:
    result = _pathology(file)
    told = result.known.get("type", "").lower() if result else ""
    return told if told in {"nst", "ilc", "dcis", "mixed", "other"} else file.case.tumour_type.value


def _t_stage(text: str) -> str:
    stage = text.lower().removeprefix("p")
    return "" if stage == "tx" else "tis" if stage == "tis" else stage[:2]


def _n_stage(text: str) -> str:
    return text.lower().removeprefix("p")[:2]


def _frozen(file: CaseFile) -> Result | None:
    reading = standing(file, Kind.FROZEN, main_specimen(file).id)
    return result_of(reading) if reading else None


def _frozen_margin(file: CaseFile) -> str:
    result = _frozen(file)
    if result is None or not result.faces:
        return ""
    return "positive" if any(_on_ink(found, counted_by(result).positive) for found in result.faces) else "negative"


def _frozen_type(file: CaseFile) -> str:
    result = _frozen(file)
    return _worst(found for found in result.faces if _on_ink(found, counted_by(result).positive)) if result and result.faces else ""


def final_faces(file: CaseFile) -> tuple[FaceResult, ...]:
    """Pathology of each face as it was left: that of its last shave, where one was taken, else that of the first excision. Empty where
    there is none, or where a shave has not been read: what was left is then not known.
    """
    main = _pathology(file)
    if main is None:
        return ()
    found = {one.face: one for one in main.faces}
    for shave in file.specimens:
        if shave.kind is SpecimenKind.SHAVE and shave.face is not None:
            reading = standing(file, Kind.PATHOLOGY, shave.id)
            at_face = result_of(reading).at(shave.face) if reading else None
            if at_face is None:
                return ()
            found[shave.face] = at_face
    return tuple(found.values())


def excised_faces(file: CaseFile) -> tuple[tuple[Face, bool], ...]:
    """Each face of the first excision with whether pathology found DCIS or invasive cancer on its ink, whatever was taken afterwards."""
    main = _pathology(file)
    return tuple((found.face, _on_ink(found, ON_INK.positive)) for found in main.faces) if main else ()


def excised_depths(file: CaseFile) -> tuple[tuple[Face, Decimal], ...]:
    """The margin that pathology measured at each face of the first excision, mm; faces without a number are left out."""
    main = _pathology(file)
    return tuple((found.face, found.margin_mm) for found in main.faces if found.margin_mm is not None) if main else ()


def _permanent_margin(file: CaseFile) -> str:
    faces = final_faces(file)
    if not faces:
        return ""
    return "positive" if any(_on_ink(found, ON_INK.positive) for found in faces) else "negative"


def _margin_type(file: CaseFile) -> str:
    faces = final_faces(file)
    return _worst(found for found in faces if _on_ink(found, ON_INK.positive)) if faces else ""


def _on_ink(found: FaceResult, positive: frozenset[Finding]) -> bool:
    return found.finding in positive and (found.margin_mm is None or found.margin_mm == AT_INK)


def _worst(faces: Iterable[FaceResult]) -> str:
    kinds = [_LESION[found.finding] for found in faces if found.finding in _LESION]
    return max(kinds, key=_WORSE.index, default="none")


# --- the operation and after it ----------------------------------------------------------------------------------------------------------


def _further_resection(file: CaseFile) -> str:
    events = standing_events(file)
    if first(events, EventKind.SHAVE) or any(piece.kind is SpecimenKind.SHAVE for piece in file.specimens):
        return "yes"
    return "no" if first(events, EventKind.CLOSURE) else ""


def _of(file: CaseFile, *kinds: OutcomeKind) -> list[Outcome]:
    return sorted((outcome for outcome in file.outcomes if outcome.kind in kinds), key=lambda outcome: outcome.on)


def _happened(kind: OutcomeKind) -> Callable[[CaseFile], str]:
    """Yes where it was told; no where the patient was seen afterwards without it; else nobody knows."""

    def find(file: CaseFile) -> str:
        if _of(file, kind):
            return "yes"
        return "no" if _of(file, OutcomeKind.FOLLOW_UP, OutcomeKind.DEATH) else ""

    return find


def _days_to(*kinds: OutcomeKind, last: bool = False) -> Callable[[CaseFile], str]:
    def find(file: CaseFile) -> str:
        found = _of(file, *kinds)
        days = (found[-1 if last else 0].on - operated_on(file)).days if found else -1
        return str(days) if days >= 0 else ""

    return find


def _told(kind: OutcomeKind, names: tuple[str, ...]) -> Callable[[CaseFile], str]:
    """A word of the outcome's values that the dictionary knows."""

    def find(file: CaseFile) -> str:
        words = [value.text.lower() for outcome in _of(file, kind) for value in outcome.values]
        return next((word for word in words if word in names), "")

    return find


def _complication(file: CaseFile) -> str:
    return _happened(OutcomeKind.COMPLICATION)(file)


_CLAVIEN: dict[tuple[str, str], str] = {
    ("skin colour", "red"): "1", ("skin colour", "pale"): "1", ("necrosis", "partial"): "1", ("necrosis", "full"): "3a",
    ("infection", "by mouth"): "2", ("infection", "needs drainage"): "3a", ("allergy", "skin"): "2", ("allergy", "severe"): "4",
    ("collection", "watched"): "1", ("collection", "drained"): "3a",
}  # fmt: skip
"""What a complication asked for, as Clavien and Dindo (2004) grade it; an operation under general anaesthesia (3b) or a death (5) is entered."""


def _gravest(file: CaseFile) -> tuple[str, str]:
    """The kind and the grade of the gravest complication; «none», «0» where the patient was seen without one; empty where never seen."""
    told = [{value.name: value.text for value in outcome.values} for outcome in _of(file, OutcomeKind.COMPLICATION)]
    graded = [(_CLAVIEN.get((one.get("complication", ""), one.get("degree", "")), ""), one.get("complication", "")) for one in told]
    grade, kind = max((pair for pair in graded if pair[0]), default=("", ""))
    if kind:
        return kind, grade
    return ("none", "0") if _complication(file) == "no" else ("", "")


def _specimen_value(*names: str) -> Callable[[CaseFile], str]:
    """A number of the signed gross measurement; several are multiplied (mm to cm³)."""

    def find(file: CaseFile) -> str:
        reading = signed_reading(file, main_specimen(file).id)
        numbers = [_number(reading, name) for name in names] if reading else [None]
        known = [number for number in numbers if number is not None]
        if len(known) < len(names):
            return ""
        return plain(known[0]) if len(known) == 1 else f"{known[0] * known[1] * known[2] / 1000:.2f}"

    return find


def _number(reading: Reading, name: str) -> Decimal | None:
    return next((value.number for value in reading.values if value.name == name), None)


_NO_PATHOLOGY = "no final pathology is signed"
_NOT_SEEN = "no follow-up is recorded"
_NO_SPECIMEN = "no gross measurement is signed"
_SHAVE_OPEN = "no final pathology, or a shave that pathology has not read"

RULES: tuple[Rule, ...] = (
    Rule("arm", "ICG where an injection was logged", _arm, "the technique is not told by the timeline"),
    Rule("side", "the case", lambda file: file.case.side.value, ""),
    Rule("age", "whole years from birth to the day of the incision, else of the plan", _age, ""),
    Rule("bmi", "weight ÷ height²", _bmi, "weight or height is not recorded"),
    Rule("tumour_size_cm", "final pathology", _fact("size", lambda mm: plain(Decimal(mm) / 10)), _NO_PATHOLOGY + " or it gives no size"),
    Rule("histology", "final pathology, else the biopsy", _histology, ""),
    Rule("grade", "final pathology", _fact("grade", lambda text: text if text in {"1", "2", "3"} else ""), _NO_PATHOLOGY + " or it gives no grade"),
    Rule("t_stage", "final pathology, sub-stages with their stage", _fact("T", _t_stage), _NO_PATHOLOGY + ", or pTX"),
    Rule("n_stage", "final pathology, sub-stages with their stage", _fact("N", _n_stage), _NO_PATHOLOGY + " or it gives no N"),
    Rule("er", "biopsy", _marker("er"), "the biopsy's ER is not known"),
    Rule("pr", "biopsy", _marker("pr"), "the biopsy's PR is not known"),
    Rule("her2", "biopsy", _marker("her2"), "the biopsy's HER2 is not known"),
    Rule("ki67_percent", "biopsy", _ki67, "the biopsy's Ki67 is not known"),
    Rule("axillary_surgery", "entered", lambda _: "", "not told by the case"),
    Rule("frozen_margin", "frozen section of the first excision: any face positive by the definition that it names", _frozen_margin,
         "no frozen section is signed"),
    Rule("frozen_type", "the worst lesion of the positive faces of the frozen section", _frozen_type, "no frozen section is signed"),
    Rule("permanent_margin", "final pathology, DCIS or invasive on ink at any face as it was left after shaves", _permanent_margin, _SHAVE_OPEN),
    Rule("margin_type", "the worst lesion at the positive faces as they were left", _margin_type, _SHAVE_OPEN),
    Rule("further_resection", "yes with a shave; no where closure was logged without one", _further_resection, "closure is not logged"),
    Rule("reoperation", "outcome; no where the patient was seen later without one", _happened(OutcomeKind.REOPERATION), _NOT_SEEN),
    Rule("reoperation_pathology", "outcome of the re-operation", _told(OutcomeKind.REOPERATION, _WORSE), "no re-operation with its pathology"),
    Rule("complication", "outcome; no where the patient was seen later without one", _complication, _NOT_SEEN),
    Rule("complication_type", "follow-up visits, the gravest", lambda file: _gravest(file)[0], _NOT_SEEN + " or it says no kind"),
    Rule("complication_grade", "what it asked for: watched 1, medicine 2, drained 3a, severe allergy 4", lambda file: _gravest(file)[1],
         _NOT_SEEN + " or it says no degree"),
    Rule("recurrence", "outcome; no where the patient was seen later without one", _happened(OutcomeKind.RECURRENCE), _NOT_SEEN),
    Rule("recurrence_days", "operation to the first recurrence", _days_to(OutcomeKind.RECURRENCE), "no recurrence"),
    Rule("death_days", "operation to death", _days_to(OutcomeKind.DEATH), "no death is recorded"),
    Rule("follow_up_days", "operation to the last outcome", _days_to(*_SURGICAL, last=True), _NOT_SEEN),
    Rule("centralization_cm", "signed gross measurement", _specimen_value("centralization"), _NO_SPECIMEN),
    Rule("resected_volume_cm3", "signed gross measurement, product of the three axes",
         _specimen_value("resected, major axis", "resected, minor axis", "resected, depth"), _NO_SPECIMEN + " with its depth"),
    Rule("mass_volume_cm3", "signed gross measurement, product of the three axes",
         _specimen_value("mass, major axis", "mass, minor axis", "mass, depth"), _NO_SPECIMEN + " with the mass's depth"),
    Rule("simulated", "the case", lambda file: "yes" if file.case.simulated else "no", ""),
)  # fmt: skip
