"""Tells the hospital that a planned step has begun, and how it ended: modality performed procedure step, PS3.4 annex F."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date, datetime

from pydicom import dcmread
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import UID, ExplicitVRLittleEndian
from pynetdicom import build_context

from devices.errors import DeviceError
from devices.hospital import Answer, Local, Outcome, Peer
from devices.pacs.client import association

STEP = "1.2.840.10008.3.1.2.3.3"
DUPLICATE, NO_LONGER = 0x0111, 0x0110  # it was begun, or ended, before: an earlier message arrived though its answer did not


@dataclass(frozen=True, slots=True)
class PerformedStep:
    """What is told of a step: who, which order, when. Times are local, as DICOM's lists are. `series`: what was made, as (series, description)."""

    instance: str
    patient_id: str
    issuer: str
    name: str
    birth_date: date
    sex: str
    study: str
    accession: str
    procedure_id: str
    procedure: str
    step_id: str
    step: str
    station: str
    began_at: datetime
    ended_at: datetime | None = None
    series: tuple[tuple[str, str], ...] = ()
    abandoned: bool = False


def begun(step: PerformedStep) -> bytes:
    """The message «in progress»."""
    told, order = Dataset(), Dataset()
    told.SpecificCharacterSet = "ISO_IR 192"
    order.StudyInstanceUID, order.ReferencedStudySequence, order.AccessionNumber = step.study, [], step.accession
    order.RequestedProcedureID, order.RequestedProcedureDescription = step.procedure_id, step.procedure[:64]
    order.ScheduledProcedureStepID, order.ScheduledProcedureStepDescription = step.step_id, step.step[:64]
    order.ScheduledProtocolCodeSequence = []
    told.ScheduledStepAttributesSequence = [order]
    told.PatientName, told.PatientID, told.IssuerOfPatientID = step.name, step.patient_id, step.issuer
    told.PatientBirthDate, told.PatientSex, told.ReferencedPatientSequence = f"{step.birth_date:%Y%m%d}", step.sex, []
    told.PerformedProcedureStepID, told.PerformedStationAETitle, told.PerformedStationName = step.step_id or "1", step.station, ""
    told.PerformedLocation, told.Modality, told.StudyID = "", "OT", ""
    told.PerformedProcedureStepStartDate, told.PerformedProcedureStepStartTime = f"{step.began_at:%Y%m%d}", f"{step.began_at:%H%M%S}"
    told.PerformedProcedureStepEndDate = told.PerformedProcedureStepEndTime = ""
    told.PerformedProcedureStepStatus, told.PerformedProcedureStepDescription = "IN PROGRESS", step.procedure[:64]
    told.PerformedProcedureTypeDescription = ""
    told.ProcedureCodeSequence, told.PerformedProtocolCodeSequence, told.PerformedSeriesSequence = [], [], []
    return bytes_of(told)


def ended(step: PerformedStep) -> bytes:
    """The message «completed», or «discontinued»."""
    assert step.ended_at is not None
    told = Dataset()
    told.SpecificCharacterSet = "ISO_IR 192"
    told.PerformedProcedureStepStatus = "DISCONTINUED" if step.abandoned else "COMPLETED"
    told.PerformedProcedureStepEndDate, told.PerformedProcedureStepEndTime = f"{step.ended_at:%Y%m%d}", f"{step.ended_at:%H%M%S}"
    told.PerformedSeriesSequence = [_series(*one) for one in step.series]
    return bytes_of(told)


def _series(instance: str, description: str) -> Dataset:
    made = Dataset()
    made.SeriesInstanceUID, made.SeriesDescription, made.ProtocolName = instance, description[:64], "Specimen margins"
    made.PerformingPhysicianName = made.OperatorsName = made.RetrieveAETitle = ""
    made.ReferencedImageSequence, made.ReferencedNonImageCompositeSOPInstanceSequence = [], []
    return made


class StepDesk:
    """The hospital's system that keeps account of steps, behind `peer`."""

    def __init__(self, peer: Peer, local: Local) -> None:
        self._peer, self._local = peer, local

    def begin(self, instance: str, content: bytes, *, again: bool = False) -> Answer:
        """N-CREATE. `again`: an earlier try may have arrived, so a duplicate is what was wanted."""
        return self._tell(instance, content, done_before=DUPLICATE if again else None, creates=True)

    def end(self, instance: str, content: bytes, *, again: bool = False) -> Answer:
        """N-SET to completed or discontinued, after which the step may no longer be changed."""
        return self._tell(instance, content, done_before=NO_LONGER if again else None, creates=False)

    def _tell(self, instance: str, content: bytes, *, done_before: int | None, creates: bool) -> Answer:
        title = self._peer.title
        told = dataset_of(content)
        try:
            with association(self._peer, self._local, [build_context(STEP)]) as line:
                status, _ = (line.send_n_create if creates else line.send_n_set)(told, STEP, instance)
        except DeviceError as error:
            return Answer(Outcome.LATER, f"{error.device}: {error.problem}")
        except (RuntimeError, ValueError):
            return Answer(Outcome.LATER, f"{title}: It hung up.")
        code = status.get("Status") if status else None
        if code is None:
            return Answer(Outcome.LATER, f"{title}: It hung up before it answered.")
        if code in {0, done_before} or 0x0106 < code < 0x0108:  # 0x0107: kept, with an element it does not know
            return Answer(Outcome.KEPT)
        return Answer(Outcome.REFUSED, f"{title}: It refused the report of this step, status {code:#06x}.")


def bytes_of(told: Dataset) -> bytes:
    """A message as a DICOM file in memory, so that it can wait in the store."""
    meta = FileMetaDataset()
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID = UID(STEP), UID("2.25.0")
    told.file_meta = meta
    out = io.BytesIO()
    told.save_as(out, enforce_file_format=True)
    return out.getvalue()


def dataset_of(content: bytes) -> Dataset:
    """Read back what `bytes_of` made."""
    read = dcmread(io.BytesIO(content))
    told = Dataset()
    told.update({element.tag: element for element in read})
    return told
