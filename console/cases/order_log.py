"""The hospital's order behind a case: taken from its worklist with both identifiers, kept as entries, so that exports and reports can name it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime

from console.cases.identity import bare
from console.cases.model import Case, CaseFile, Patient, Session, Sex, Side
from console.cases.service import CaseService
from console.faults import Refused
from devices.hospital import PlannedStep

FORM = "hospital order"
SIDES = {"L": Side.LEFT, "R": Side.RIGHT}
SEXES = {"F": Sex.FEMALE, "M": Sex.MALE}


@dataclass(frozen=True, slots=True)
class Order:
    """As the hospital calls it. `name` is the patient's in every script that the list gave."""

    patient_id: str
    issuer: str
    name: str
    accession: str
    study: str
    procedure_id: str
    procedure: str
    step_id: str
    step: str


def order_of(file: CaseFile) -> Order | None:
    """The order that this case was taken from, if it was."""
    kept = {entry.field: entry.value or "" for entry in file.entries if entry.form == FORM}
    return Order(**{one.name: kept.get(one.name, "") for one in fields(Order)}) if kept else None


def side_of(step: PlannedStep) -> Side | None:
    """The side, where the hospital states it as such; words in a description are never interpreted."""
    return SIDES.get(step.laterality.upper())


def fault_of(step: PlannedStep) -> str:
    """Why no case can be made of this line; empty where one can."""
    if not step.patient_id or step.birth_date is None:
        return "The hospital's list lacks one of the two identifiers, MRN or birth date. Enter this case by hand."
    if not step.family_name:
        return "The hospital's list has no name here. Enter this case by hand."
    return ""


def take_over(service: CaseService, session: Session, step: PlannedStep, side: Side, now: datetime, *, simulated: bool = False) -> Case:
    """Make the case of this line, or find the one that was made of it; refused where an identifier is missing."""
    if sentence := fault_of(step):
        raise Refused(sentence)
    assert step.birth_date is not None
    at = step.scheduled_at or now
    case_id = _there(service, session, step, side, at)
    if case_id is None:
        patient = Patient(step.patient_id, step.family_name, step.given_name, step.birth_date, SEXES.get(step.sex.upper(), Sex.OTHER))
        more = {"procedure": step.procedure} if step.procedure else {}
        case = service.create_case(session, patient, side, at, surgeon=step.physician, simulated=simulated, **more)  # type: ignore[arg-type]
    else:
        case = service.case_file(session, case_id).case
    _keep(service, session, service.case_file(session, case.id), step)
    return case


def _there(service: CaseService, session: Session, step: PlannedStep, side: Side, at: datetime) -> str | None:
    """The case of this patient, side and day; another birth date under the same number is somebody else."""
    for summary in service.find_cases(session, step.patient_id, day=at.date()).cases:
        if bare(summary.patient.mrn) == bare(step.patient_id) and summary.side is side:
            if summary.patient.birth_date != step.birth_date:
                raise Refused("A case of today has this MRN with another birth date. Ask the hospital which one is right.")
            return summary.id
    return None


def _keep(service: CaseService, session: Session, file: CaseFile, step: PlannedStep) -> None:
    order = Order(
        step.patient_id,
        step.issuer,
        step.whole_name,
        step.accession,
        step.study,
        step.procedure_id,
        step.procedure,
        step.step_id,
        step.step,
    )
    if order_of(file) == order:
        return
    for one in fields(Order):
        service.add_entry(session, file.case.id, None, FORM, one.name, getattr(order, one.name))
