"""What every DICOM object of a case has in common: patient, study, names that are derived and not drawn by lot, and the words it must carry."""

from __future__ import annotations

import hashlib
import io
import uuid
from dataclasses import dataclass
from datetime import datetime

from pydicom.datadict import tag_for_keyword
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.sequence import Sequence
from pydicom.uid import UID, ExplicitVRLittleEndian

from console import __version__
from console.cases.model import CaseFile, Reading, Side, Specimen
from console.cases.order_log import Order, order_of

RESEARCH, SIMULATED = "Research use only.", "Simulated data."
PRIVATE = "99RIMLIGHT"  # the scheme of our own codes
_ROOT = uuid.UUID("6f2d6a54-6a0b-5c58-9a4e-0c3a5a1b7f10")  # of our names alone; any would do, as long as it stays
METHOD = "Built anew without identifiers; dates shifted per patient"
PROFILES = (
    ("113100", "Basic Application Confidentiality Profile"), ("113105", "Clean Descriptors Option"),
    ("113107", "Retain Longitudinal Temporal Information Modified Dates Option"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DicomObject:
    """One object, whole: a file's name, its bytes, what to call it in a queue, and its head for whoever refers to it."""

    name: str
    content: bytes
    description: str
    head: Dataset


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose objects these are. `anonymous`: the case was de-identified, and they say so."""

    file: CaseFile
    anonymous: bool = False

    @property
    def order(self) -> Order | None:
        """The hospital's order, which a de-identified case does not name."""
        return None if self.anonymous else order_of(self.file)

    @property
    def study(self) -> str:
        """One for the case: the ordered one, or the case's own."""
        order = self.order
        return order.study if order is not None and order.study else uid("study", self.file.case.id)

    @property
    def notice(self) -> str:
        """What it must not be taken for."""
        return f"{SIMULATED} {RESEARCH}" if self.file.case.simulated else RESEARCH

    def specimen(self, reading: Reading) -> Specimen | None:
        """The piece that a reading is about."""
        return next((piece for piece in self.file.specimens if piece.id == reading.specimen_id), None)


def put(made: Dataset, **elements: object) -> None:
    """Write elements by the keywords of the standard; an unknown keyword is our bug."""
    for keyword, value in elements.items():
        if tag_for_keyword(keyword) is None:
            raise ValueError(keyword)
        setattr(made, keyword, value)


def uid(*parts: str) -> str:
    """A unique identifier from our own ids: the same for the same, and nothing of a patient in it."""
    return f"2.25.{uuid.uuid5(_ROOT, '|'.join(parts)).int}"


def code(value: str, scheme: str, meaning: str) -> Dataset:
    """An item of a code sequence."""
    made = Dataset()
    put(made, CodeValue=value, CodingSchemeDesignator=scheme, CodeMeaning=meaning)
    return made


def plain(subject: Subject, sop_class: str) -> Dataset:
    """An empty object with its file header."""
    made = Dataset()
    made.file_meta = FileMetaDataset()
    put(made.file_meta, TransferSyntaxUID=ExplicitVRLittleEndian)
    put(made, SOPClassUID=UID(sop_class), SOPInstanceUID=UID(uid("draft")))
    address(made, subject)
    return made


def address(made: Dataset, subject: Subject) -> None:
    """Write patient and study over whatever stands there."""
    case, order = subject.file.case, subject.order
    patient = case.patient
    put(
        made,
        SpecificCharacterSet="ISO_IR 192",
        PatientName=order.name if order is not None and order.name else _name(subject),
        PatientID=patient.mrn,
    )
    if order is not None and order.issuer:
        put(made, IssuerOfPatientID=order.issuer)
    put(
        made,
        PatientBirthDate="" if subject.anonymous else f"{patient.birth_date:%Y%m%d}",
        PatientSex=patient.sex.value,
        PatientAge=f"{patient.age_on(case.scheduled_at.date()):03d}Y",
    )
    if patient.weight_kg is not None:
        put(made, PatientWeight=str(patient.weight_kg))
    if patient.height_cm is not None:
        put(made, PatientSize=f"{patient.height_cm / 100:.2f}")
    put(
        made,
        PatientComments=subject.notice,
        StudyInstanceUID=UID(subject.study),
        StudyDate=_day(case.scheduled_at),
        StudyTime=_time(case.scheduled_at),
        StudyID=case.id[:16],
        StudyDescription="Breast-conserving surgery, margins",
        AccessionNumber=order.accession[:16] if order is not None else "",
        ReferringPhysicianName="",
    )
    if subject.anonymous:
        put(
            made,
            PatientIdentityRemoved="YES",
            DeidentificationMethod=METHOD,
            DeidentificationMethodCodeSequence=Sequence([code(value, "DCM", meaning) for value, meaning in PROFILES]),
            LongitudinalTemporalInformationModified="MODIFIED",
        )


def serial(made: Dataset, subject: Subject, kind: str, number: int, modality: str, at: datetime) -> None:
    """Write series, equipment and times over whatever stands there; one series for each kind of object."""
    put(
        made,
        Modality=modality,
        SeriesInstanceUID=UID(uid("series", subject.file.case.id, kind)),
        SeriesNumber=number,
        SeriesDescription=f"{kind}. {subject.notice}"[:64],
        InstanceNumber=1,
        Manufacturer="Rimlight",
        ManufacturerModelName="Rimlight console",
        SoftwareVersions=__version__,
        DeviceSerialNumber="research",
        InstanceCreationDate=_day(at),
        InstanceCreationTime=_time(at),
        ContentDate=_day(at),
        ContentTime=_time(at),
    )
    for library in made.get("ContributingEquipmentSequence", []):
        library.pop("ContributionDateTime", None)  # the moment of this export, by which no two would be the same
    schemes = Dataset()
    put(schemes, CodingSchemeDesignator=PRIVATE, CodingSchemeName="Rimlight, own codes")
    put(made, CodingSchemeIdentificationSequence=Sequence([schemes]), TimezoneOffsetFromUTC=f"{at:%z}"[:5] or "+0000")


def lateral(made: Dataset, subject: Subject) -> None:
    """Which breast, of a picture of the patient; what was cut out has no side of its own to be examined."""
    put(made, BodyPartExamined="BREAST", Laterality="L" if subject.file.case.side is Side.LEFT else "R")


def with_specimen(made: Dataset, piece: Specimen | None) -> None:
    """The piece of tissue, by the specimen module; nothing where it is about the cavity."""
    if piece is None:
        return
    put(
        made,
        ContainerIdentifier=f"{piece.case_id[:32]}-{piece.number}",
        IssuerOfTheContainerIdentifierSequence=Sequence([]),
        ContainerTypeCodeSequence=Sequence([]),
    )
    described = Dataset()
    put(
        described,
        SpecimenIdentifier=made.ContainerIdentifier,
        SpecimenUID=UID(uid("specimen", piece.id)),
        IssuerOfTheSpecimenIdentifierSequence=Sequence([]),
        SpecimenShortDescription=f"Breast specimen {piece.number}, {piece.kind.value}",
        SpecimenPreparationSequence=Sequence([]),
    )
    put(made, SpecimenDescriptionSequence=Sequence([described]))


def sealed(made: Dataset, name: str, description: str, *parts: str) -> DicomObject:
    """Name the object by its parts and by what it says, so that the same export is the same object and another one never bears its name."""
    _rename(made, uid("draft"))
    digest = hashlib.sha256(_written(made)).hexdigest()
    _rename(made, uid("object", *parts, digest))
    return DicomObject(f"{name}.dcm", _written(made), description, made)


def _rename(made: Dataset, name: str) -> None:
    put(made, SOPInstanceUID=UID(name))
    put(made.file_meta, MediaStorageSOPInstanceUID=UID(name))
    put(made.file_meta, MediaStorageSOPClassUID=made.SOPClassUID)
    put(made.file_meta, ImplementationVersionName="RIMLIGHT")


def _written(made: Dataset) -> bytes:
    out = io.BytesIO()
    made.save_as(out, enforce_file_format=True)
    return out.getvalue()


def _name(subject: Subject) -> str:
    patient = subject.file.case.patient
    parts = (part.replace("^", " ").replace("=", " ").replace("\\", " ") for part in (patient.family_name, patient.given_name))
    return "^".join(parts)


def _day(at: datetime) -> str:
    return f"{at:%Y%m%d}"


def _time(at: datetime) -> str:
    return f"{at:%H%M%S}"
