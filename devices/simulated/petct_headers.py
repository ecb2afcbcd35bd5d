"""The DICOM headers of a simulated specimen scanner: patient, study, equipment, CT and PET, all labelled as simulated."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypeVar

import numpy as np
from pydicom.dataset import Dataset
from pydicom.uid import UID, generate_uid

from devices.simulated.petct_families import HALF_LIFE_S, Injection

CT_IMAGE, PET_IMAGE = UID("1.2.840.10008.5.1.4.1.1.2"), UID("1.2.840.10008.5.1.4.1.1.128")
LABEL = "SIMULATED, not a patient"
TAKEN_AT = datetime(2026, 3, 2, 10, 30)  # noqa: DTZ001 - a scanner's clock, without a zone, as DICOM writes it

Filled = TypeVar("Filled", bound=Dataset)


class Units(StrEnum):
    """What the PET's numbers are."""

    BQML = "BQML"
    GML = "GML"  # SUV by body weight already


class Decay(StrEnum):
    """To what time the PET's numbers are corrected for decay."""

    START = "START"
    ADMIN = "ADMIN"
    NONE = "NONE"


class Writing(StrEnum):
    """In which characters the patient is named."""

    LATIN = "ISO_IR 100"
    UNICODE = "ISO_IR 192"
    JAPANESE = "ISO 2022 IR 87"


NAMES = {
    Writing.LATIN: "SIMULATED^Mütterchen^Ærø",
    Writing.UNICODE: "SIMULATED^Образец^Вторая=模擬^標本",
    Writing.JAPANESE: "SIMULATED^Yamada=模擬^花子=もぎ^はなこ",
}


@dataclass(frozen=True, slots=True)
class Visit:
    """What both series share: who (nobody), when, which study, and where in space. `name` sets the UIDs apart; the same name gives the same ones."""

    name: str
    taken_at: datetime
    injection: Injection
    writing: Writing
    weight_known: bool

    def uid(self, part: str) -> UID:
        """A UID that belongs to this visit and this part of it."""
        return generate_uid(entropy_srcs=["rimlight simulated specimen scanner", self.name, part])


def filled(dataset: Filled, **attributes: object) -> Filled:
    """The dataset with these attributes set, by their DICOM keywords."""
    for keyword, value in attributes.items():
        setattr(dataset, keyword, value)
    return dataset


def common_header(visit: Visit) -> Dataset:
    """Patient, study, frame of reference and equipment."""
    header = filled(
        Dataset(),
        SpecificCharacterSet=["", visit.writing.value] if visit.writing is Writing.JAPANESE else visit.writing.value,
        PatientName=NAMES[visit.writing],
        PatientID="SIMULATED",
        PatientBirthDate="19700101",
        PatientSex="F",
        PatientSize=round(visit.injection.height_m, 2),
        PatientWeight=round(visit.injection.weight_kg, 1) if visit.weight_known else None,
        StudyInstanceUID=visit.uid("study"),
        StudyID="SIM",
        AccessionNumber="",
        ReferringPhysicianName="",
        StudyDate=f"{visit.taken_at:%Y%m%d}",
        StudyTime=f"{visit.taken_at:%H%M%S}",
        StudyDescription="SIMULATED specimen PET-CT",
        FrameOfReferenceUID=visit.uid("frame of reference"),
        PositionReferenceIndicator="",
    )
    return filled(
        header,
        Manufacturer="Rimlight",
        ManufacturerModelName="SIMULATED specimen scanner",
        DeviceSerialNumber="SIMULATED",
        SoftwareVersions="1",
        InstitutionName="SIMULATED",
        ImageComments=LABEL,
        DerivationDescription="SIMULATED: computed from a made-up specimen",
        BodyPartExamined="BREAST",
        Laterality="L",
        BurnedInAnnotation="NO",
    )


def ct_header(visit: Visit) -> Dataset:
    """A CT series, rescaled so that 0 is −1024 HU."""
    header = filled(
        common_header(visit),
        SOPClassUID=CT_IMAGE,
        Modality="CT",
        SeriesInstanceUID=visit.uid("CT series"),
        SeriesNumber=1,
        SeriesDescription="SIMULATED specimen CT",
        ProtocolName="SIMULATED",
        ImageType=["ORIGINAL", "PRIMARY", "AXIAL"],
        PatientPosition="HFS",
        KVP=50,
        AcquisitionNumber=1,
        RescaleIntercept=-1024,
        RescaleSlope=1,
        RescaleType="HU",
        WindowCenter=0,
        WindowWidth=500,
    )
    return _grey(_timed(header, visit.taken_at), signed=False)


def pet_header(visit: Visit, units: Units, decay: Decay, slices: int, *, attenuation: bool) -> Dataset:
    """A static emission series that starts two minutes after the CT; `attenuation` says whether that was corrected for."""
    start = visit.taken_at + timedelta(minutes=2)
    lying = _code("102538003", "recumbent", PatientOrientationModifierCodeSequence=[_code("40199007", "supine")])
    header = filled(
        common_header(visit),
        SOPClassUID=PET_IMAGE,
        Modality="PT",
        SeriesInstanceUID=visit.uid("PET series"),
        SeriesNumber=2,
        SeriesDescription="SIMULATED specimen PET",
        ProtocolName="SIMULATED",
        ImageType=["ORIGINAL", "PRIMARY"],
        AcquisitionNumber=1,
        Units=units.value,
        CountsSource="EMISSION",
        SeriesType=["STATIC", "IMAGE"],
        NumberOfSlices=slices,
        CollimatorType="NONE",
        ReconstructionMethod="SIMULATED",
        RadiopharmaceuticalInformationSequence=[_tracer(visit, start)],
        PatientOrientationCodeSequence=[lying],
        PatientGantryRelationshipCodeSequence=[_code("102540008", "headfirst")],
        RescaleIntercept=0,
        LossyImageCompression="00",
    )
    if units is Units.GML:
        filled(header, SUVType="BW")
    return _grey(_timed(_corrected(header, visit.injection, decay, attenuation=attenuation), start), signed=True)


def stored_per_suv(injection: Injection, units: Units, decay: Decay) -> float:
    """What the scanner stores for an SUV (body weight) of 1."""
    if units is Units.GML:
        return 1.0
    start = injection.bq_per_ml_at_scan()
    if decay is Decay.ADMIN:
        return injection.dose_mbq * 1e6 / (injection.weight_kg * 1000)
    if decay is Decay.START:
        return start
    shrunk = np.log(2) / HALF_LIFE_S * injection.minutes_scan * 60
    return float(start * (1 - np.exp(-shrunk)) / shrunk)


def _corrected(header: Dataset, injection: Injection, decay: Decay, *, attenuation: bool) -> Dataset:
    """For what the PET was corrected, and when its frame was."""
    corrections = ["DECY"] * (decay is not Decay.NONE) + ["ATTN"] * attenuation
    filled(
        header,
        CorrectedImage=[*corrections, "RAN", "NORM"],
        DecayCorrection=decay.value,
        RandomsCorrectionMethod="DLYD",
        AttenuationCorrectionMethod="measured by CT" if attenuation else "NONE",
        FrameReferenceTime=round(_reference_ms(injection), 3),
        ActualFrameDuration=int(injection.minutes_scan * 60_000),
    )
    return header if decay is Decay.NONE else filled(header, DecayFactor=round(float(np.exp(_frame_decay(injection))), 6))


def _tracer(visit: Visit, start: datetime) -> Dataset:
    """What was given, to a scan that starts then."""
    given = start - timedelta(minutes=visit.injection.minutes_before)
    return filled(
        Dataset(),
        RadionuclideCodeSequence=[_code("77004003", "^18^Fluorine")],
        RadiopharmaceuticalCodeSequence=[_code("35321007", "Fluorodeoxyglucose F^18^")],
        Radiopharmaceutical="Fludeoxyglucose F18",
        RadiopharmaceuticalStartTime=f"{given:%H%M%S.%f}",
        RadiopharmaceuticalStartDateTime=f"{given:%Y%m%d%H%M%S.%f}",
        RadionuclideTotalDose=round(visit.injection.dose_mbq * 1e6),
        RadionuclideHalfLife=HALF_LIFE_S,
        RadionuclidePositronFraction=0.9673,
        RadiopharmaceuticalVolume=2,
        RadiopharmaceuticalRoute="intravenous",
    )


def _frame_decay(injection: Injection) -> float:
    """λ times half of the scan."""
    return float(np.log(2) / HALF_LIFE_S * injection.minutes_scan * 30)


def _reference_ms(injection: Injection) -> float:
    """When the mean activity of the frame was reached, ms after its start."""
    shrunk = 2 * _frame_decay(injection)
    return float(1000 * HALF_LIFE_S / np.log(2) * np.log(shrunk / (1 - np.exp(-shrunk))))


def _timed(header: Dataset, at: datetime) -> Dataset:
    day, hour = f"{at:%Y%m%d}", f"{at:%H%M%S}"
    return filled(header, SeriesDate=day, AcquisitionDate=day, ContentDate=day, SeriesTime=hour, AcquisitionTime=hour, ContentTime=hour)


def _grey(header: Dataset, *, signed: bool) -> Dataset:
    filled(header, SamplesPerPixel=1, PhotometricInterpretation="MONOCHROME2", PixelRepresentation=int(signed))
    return filled(header, BitsAllocated=16, BitsStored=16, HighBit=15)


def _code(value: str, meaning: str, **more: object) -> Dataset:
    return filled(Dataset(), CodeValue=value, CodingSchemeDesignator="SCT", CodeMeaning=meaning, **more)
