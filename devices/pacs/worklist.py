"""Asks the hospital what is planned: modality worklist C-FIND, with names in whatever script the hospital writes them."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, date, datetime

from pydicom.dataset import Dataset
from pydicom.valuerep import PersonName
from pynetdicom import build_context

from devices.errors import DeviceAbsent, DeviceRefused
from devices.hospital import Local, Peer, PlannedStep
from devices.pacs.client import association

WORKLIST = "1.2.840.10008.5.1.4.31"
MOST = 500  # lines of one day
PENDING = {0xFF00, 0xFF01}
_PATIENT = ("PatientName", "PatientID", "IssuerOfPatientID", "PatientBirthDate", "PatientSex")
_ORDER = ("AccessionNumber", "StudyInstanceUID", "RequestedProcedureID", "RequestedProcedureDescription", "Laterality")
_STEP = (
    "Modality", "ScheduledStationAETitle", "ScheduledProcedureStepStartTime", "ScheduledPerformingPhysicianName", "ScheduledProcedureStepID",
    "ScheduledProcedureStepDescription",
)  # fmt: skip


def planned(peer: Peer, local: Local, day: date, *, station: str = "", modality: str = "") -> tuple[PlannedStep, ...]:
    """What is planned on `day`, earliest first; for one station or modality where named. `DeviceError` when the list cannot be had whole."""
    found: list[PlannedStep] = []
    with association(peer, local, [build_context(WORKLIST)]) as line:
        for status, identifier in line.send_c_find(_question(day, station, modality), WORKLIST):
            if "Status" not in status:
                raise DeviceAbsent(peer.title, "The hospital's worklist broke off. Nothing was taken from it.")
            if status.Status not in PENDING and status.Status != 0:
                raise DeviceRefused(peer.title, f"The hospital's worklist answered with status {status.Status:#06x}.")
            if identifier is not None:
                found += _steps(identifier)
            if len(found) > MOST:
                raise DeviceRefused(
                    peer.title, f"The hospital's worklist has more than {MOST} lines for this day. Name the station in the settings."
                )
    return tuple(sorted(found, key=lambda step: (step.scheduled_at or datetime.max.replace(tzinfo=UTC), step.family_name)))


def _question(day: date, station: str, modality: str) -> Dataset:
    """Empty elements ask for an answer; the script of the question is UTF-8, that of the answer is whatever it says."""
    asked, step = Dataset(), Dataset()
    asked.SpecificCharacterSet = "ISO_IR 192"
    for name in (*_PATIENT, *_ORDER):
        setattr(asked, name, "")
    for name in _STEP:
        setattr(step, name, "")
    step.ScheduledProcedureStepStartDate = f"{day:%Y%m%d}"
    step.ScheduledStationAETitle, step.Modality = station, modality
    asked.ScheduledProcedureStepSequence = [step]
    return asked


def _steps(answer: Dataset) -> Iterable[PlannedStep]:
    """One line for each step of an answer; what makes no sense is left empty, and the screen says so."""
    declared = bool(answer.get("SpecificCharacterSet"))

    def text(dataset: Dataset, name: str) -> str:
        return _text(dataset, name) if declared else _guessed(_text(dataset, name))

    whole, procedure = text(answer, "PatientName"), text(answer, "RequestedProcedureDescription")
    family, given = _theatre_name(PersonName(whole))
    for step in answer.get("ScheduledProcedureStepSequence") or [Dataset()]:
        yield PlannedStep(
            patient_id=text(answer, "PatientID"), issuer=text(answer, "IssuerOfPatientID"), family_name=family, given_name=given, whole_name=whole,
            birth_date=_date(text(answer, "PatientBirthDate")), sex=text(answer, "PatientSex"), scheduled_at=_moment(step),
            physician=_spoken(text(step, "ScheduledPerformingPhysicianName")), procedure=procedure, laterality=text(answer, "Laterality"),
            accession=text(answer, "AccessionNumber"), study=text(answer, "StudyInstanceUID"), procedure_id=text(answer, "RequestedProcedureID"),
            step_id=text(step, "ScheduledProcedureStepID"), step=text(step, "ScheduledProcedureStepDescription"), modality=text(step, "Modality"),
            doubtful=not declared and not whole.isascii(),
        )  # fmt: skip


def _guessed(text: str) -> str:
    """Some lists forget (0008,0005), and their words were read as Latin-1: what is valid UTF-8 was meant as such."""
    with suppress(UnicodeError):
        return text.encode("latin-1").decode("utf-8")
    return text


def _text(dataset: Dataset, name: str) -> str:
    """A value as words; a value that cannot be read, or has several parts, as what can be read of it."""
    with suppress(ValueError, TypeError, AttributeError, LookupError, UnicodeError):
        value = dataset.get(name)
        return "" if value is None else str(value).replace("\x00", "").strip()
    return ""


def _theatre_name(name: PersonName) -> tuple[str, str]:
    """Family and given name in Latin letters where the hospital gives them, else as it writes them."""
    for group in (name.alphabetic, name.ideographic, name.phonetic):
        parts = [part.strip() for part in (*str(group).split("^"), "", "", "")]
        if parts[0]:
            return parts[0], " ".join(part for part in parts[1:3] if part)
    return "", ""


def _spoken(name: str) -> str:
    family, given = _theatre_name(PersonName(name))
    return f"{given} {family}".strip()


def _date(text: str) -> date | None:
    with suppress(ValueError):
        return datetime.strptime(text.replace(".", "")[:8], "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone
    return None


def _moment(step: Dataset) -> datetime | None:
    """In this machine's zone: DICOM's lists speak local time."""
    day, clock = _date(_text(step, "ScheduledProcedureStepStartDate")), _text(step, "ScheduledProcedureStepStartTime").replace(":", "")
    if day is None:
        return None
    digits = (clock.partition(".")[0] + "000000")[:6]
    with suppress(ValueError):
        return datetime.strptime(f"{day:%Y%m%d}{digits}", "%Y%m%d%H%M%S").astimezone()
    return None
