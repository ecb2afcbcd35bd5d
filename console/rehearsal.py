"""The demo case: one simulated operation, played through the same service as the screens and labelled as simulated everywhere."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime, timedelta
from decimal import Decimal

from algorithms.faces import Face
from algorithms.orientation import Axis, Laterality, Orientation, orient
from console.cases import orientation_log
from console.cases.model import Biomarkers, Case, CaseFile, EventKind, Patient, Role, Session, Sex, Side, Status, TumourType
from console.cases.registry import KeptKind
from console.cases.service import CaseService
from console.cases.specimen_log import main_specimen
from console.cohorts.dictionary import VERSION as DICTIONARY
from console.modalities import MODALITIES
from devices.simulated.cohort import simulate_cohort
from devices.simulated.operation import Operation

COHORT_NAME, COHORT_CASES, COHORT_SEED = "Simulated department", 414, 2021  # as many cases as the fluorescence study had
DEMO_PIN = "2468"
STAFF = (("Surgeon 1", Role.SURGEON), ("Nurse 1", Role.NURSE), ("Researcher 1", Role.RESEARCHER))
PATIENT = Patient(
    mrn="0004217", family_name="Demo", given_name="Alma", birth_date=date(1972, 3, 14), sex=Sex.FEMALE, weight_kg=Decimal(68), height_cm=Decimal(165),
    allergies="none known",
)  # fmt: skip
OTHERS = (
    (Patient("0004233", "Sample", "Berta", date(1965, 6, 2)), Side.RIGHT, TumourType.DCIS, timedelta(hours=1, minutes=45), "Surgeon 1"),
    (Patient("0004240", "Test", "Clara", date(1979, 1, 21)), Side.LEFT, TumourType.ILC, timedelta(hours=3, minutes=30), "Surgeon 2"),
    (Patient("0004251", "Trial", "Dora", date(1956, 9, 30)), Side.RIGHT, TumourType.NST, timedelta(hours=5, minutes=15), "Surgeon 2"),
)
# One specimen under every instrument; three ways in which an operation may have gone.
OPERATIONS = {"involved": Operation(19, "medial", -0.8), "close": Operation(19, "medial", 1.0), "clear": Operation(19, "medial", 6.0)}
# What a theatre logs before the specimen is measured: minutes before now.
COURSE = (
    (EventKind.IDENTITY, 42),
    (EventKind.ICG, 31),
    (EventKind.INCISION, 23),
    (EventKind.LESION_FOUND, 10),
    (EventKind.SPECIMEN_OUT, 4),
)
# How it lies in the simulated scanner: as it lay in the breast. «Short superior, long lateral.»
MARKS = {Axis.FRONT: (Face.SUPERIOR, "Short suture"), Axis.RIGHT: (Face.LATERAL, "Long suture")}


def staff(service: CaseService) -> dict[Role, Session]:
    """Sign the demo's people in; on a store that has nobody yet they are made first."""
    if not service.users():
        administrator = service.add_user(None, "Administrator", Role.ADMINISTRATOR, DEMO_PIN)
        session = service.sign_in(administrator.id, DEMO_PIN)
        for name, role in STAFF:
            service.add_user(session, name, role, DEMO_PIN)
        service.sign_out(session)
    return {user.role: service.sign_in(user.id, DEMO_PIN) for user in service.users() if user.name in dict(STAFF)}


def rehearse(
    service: CaseService, surgeon: Session, nurse: Session, now: datetime, operation: Operation = OPERATIONS["involved"]
) -> CaseFile:
    """Play the demo case and return it; on the same day it is played once."""
    if (found := todays_demo(service, surgeon, now)) is not None:
        return service.case_file(surgeon, found)
    case = open_demo_case(service, surgeon, now)
    for kind, minutes in COURSE:
        service.add_event(nurse, case.id, kind, at=now - timedelta(minutes=minutes))
    orient_demo(service, surgeon, nurse, service.case_file(surgeon, case.id))
    for modality in MODALITIES:
        if modality.rehearse is not None:
            modality.rehearse(service, nurse, service.case_file(surgeon, case.id), operation)
    return service.case_file(surgeon, case.id)


def orient_demo(service: CaseService, surgeon: Session, nurse: Session, file: CaseFile) -> None:
    """The nurse reads the sutures; the surgeon, where that is somebody else, confirms."""
    specimen = main_specimen(file)
    lies = orient({axis: face for axis, (face, _mark) in MARKS.items()}, Laterality(file.case.side.value))
    assert isinstance(lies, Orientation)
    orientation_log.sign_orientation(service, nurse, file, specimen, lies, dict(MARKS.values()))
    if surgeon.user.name != nurse.user.name:
        orientation_log.confirm(service, surgeon, file, specimen)


def todays_demo(service: CaseService, session: Session, now: datetime) -> str | None:
    """The id of the demo case of today, if it was played already."""
    page = service.find_cases(session, PATIENT.mrn, day=_begun(now).date())
    return next((summary.id for summary in page.cases if summary.simulated), None)


def open_demo_case(service: CaseService, surgeon: Session, now: datetime) -> Case:
    """A left breast, NST, as in the pictures of the design; scheduled an hour ago."""
    return service.create_case(
        surgeon, PATIENT, Side.LEFT, _begun(now), surgeon="Surgeon 1", tumour_type=TumourType.NST, simulated=True,
        biomarkers=Biomarkers(er=Status.POSITIVE, pr=Status.POSITIVE, her2=Status.NEGATIVE, ki67_percent=Decimal(12)),
    )  # fmt: skip


def fill_worklist(service: CaseService, surgeon: Session, now: datetime) -> None:
    """The rest of the demo day, so that the worklist looks like one; simulated, all of them."""
    for patient, side, tumour, later, name in OTHERS:
        planned = _begun(now) + later
        if not service.find_cases(surgeon, patient.mrn, day=planned.date()).cases:  # late in the evening that is tomorrow
            service.create_case(surgeon, patient, side, planned, surgeon=name, tumour_type=tumour, simulated=True)
    keep_simulated_cohort(service, surgeon)


def _begun(now: datetime) -> datetime:
    """When the demo case was planned for: just after midnight that was yesterday."""
    return now - timedelta(hours=1)


def keep_simulated_cohort(service: CaseService, surgeon: Session) -> None:
    """Some hundred made-up cases for the cohort screen, as an imported cohort: as cases of the store they would be people on its worklist."""
    if any(one.name == COHORT_NAME for one in service.cohorts(surgeon)):
        return
    made, text = simulate_cohort(COHORT_CASES, COHORT_SEED), io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows([made.header, *made.rows])
    service.keep_cohort(surgeon, COHORT_NAME, KeptKind.IMPORT, DICTIONARY, text.getvalue())
