"""DICOM objects for the tests: worklist lines in four scripts, a picture, a segmentation, a structured report and an encapsulated PDF."""

from __future__ import annotations

import io
from pathlib import Path

import highdicom as hd
import numpy as np
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.sr.codedict import codes
from pydicom.uid import CTImageStorage, EncapsulatedPDFStorage, ExplicitVRLittleEndian, generate_uid

NAMES = {  # DICOM's own examples (PS3.5 annexes H to J) and two of ours
    "german": ("ISO_IR 100", "Äneas^Rüdiger", "Äneas", "Rüdiger"),
    "greek": ("ISO_IR 126", "Διονυσιος", "Διονυσιος", ""),
    "cyrillic": ("ISO_IR 144", "Люкceмбypг", "Люкceмбypг", ""),
    "japanese": (["", "ISO 2022 IR 87"], "Yamada^Tarou=山田^太郎=やまだ^たろう", "Yamada", "Tarou"),
    "utf-8": ("ISO_IR 192", "Wang^XiaoDong=王^小东", "Wang", "XiaoDong"),
}


def file_of(sop_class, *, patient="Alma^Test", script="ISO_IR 192"):
    meta = FileMetaDataset()
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID = sop_class, generate_uid()
    made = FileDataset("", {}, file_meta=meta, preamble=b"\0" * 128)
    made.SpecificCharacterSet = script
    made.SOPClassUID, made.SOPInstanceUID = sop_class, meta.MediaStorageSOPInstanceUID
    made.StudyInstanceUID, made.SeriesInstanceUID = generate_uid(), generate_uid()
    made.PatientName, made.PatientID, made.PatientBirthDate, made.PatientSex = patient, "0004217", "19720314", "F"
    made.StudyDate, made.StudyTime, made.StudyID, made.AccessionNumber, made.ReferringPhysicianName = "20261120", "083000", "1", "A1", ""
    made.SeriesNumber, made.InstanceNumber = 1, 1
    return made


def content_of(made) -> bytes:
    out = io.BytesIO()
    made.save_as(out, enforce_file_format=True)
    return out.getvalue()


def picture(side=64, *, frame="", number=1, study="", series="", seed=1):
    """One CT slice of noise."""
    made = file_of(CTImageStorage)
    made.Modality, made.ImageType = "CT", ["ORIGINAL", "PRIMARY", "AXIAL"]
    made.StudyInstanceUID, made.SeriesInstanceUID = study or made.StudyInstanceUID, series or made.SeriesInstanceUID
    made.FrameOfReferenceUID, made.PositionReferenceIndicator = frame or generate_uid(), ""
    made.Rows = made.Columns = side
    made.BitsAllocated, made.BitsStored, made.HighBit, made.PixelRepresentation, made.SamplesPerPixel = 16, 16, 15, 1, 1
    made.PhotometricInterpretation, made.RescaleSlope, made.RescaleIntercept = "MONOCHROME2", 1, 0
    made.PixelSpacing, made.SliceThickness = [0.1, 0.1], 0.1
    made.ImageOrientationPatient, made.ImagePositionPatient = [1, 0, 0, 0, 1, 0], [0, 0, 0.1 * number]
    made.InstanceNumber, made.AcquisitionNumber, made.KVP = number, 1, "50"
    made.PixelData = np.random.default_rng(seed).integers(-1000, 1000, (side, side)).astype("<i2").tobytes()
    return made


def segmentation(source):
    mask = np.zeros((1, source.Rows, source.Columns), bool)
    mask[0, 10:30, 12:40] = True
    described = hd.seg.SegmentDescription(
        1, "tumour", codes.SCT.MorphologicallyAbnormalStructure, codes.SCT.Neoplasm, hd.seg.SegmentAlgorithmTypeValues.AUTOMATIC,
        hd.AlgorithmIdentificationSequence("rimlight", codes.DCM.ArtificialIntelligence, "1"),
    )  # fmt: skip
    return hd.seg.Segmentation(
        [source], mask, hd.seg.SegmentationTypeValues.BINARY, [described], generate_uid(), 2, generate_uid(), 1, "Rimlight", "Rimlight", "1", "1",
    )  # fmt: skip


def report(source):
    observer = hd.sr.ObserverContext(codes.DCM.Person, hd.sr.PersonObserverIdentifyingAttributes("Surgeon^One"))
    content = hd.sr.MeasurementReport(
        hd.sr.ObservationContext(observer_person_context=observer), codes.DCM.ImagingMeasurementReport,
        imaging_measurements=[
            hd.sr.MeasurementsAndQualitativeEvaluations(
                hd.sr.TrackingIdentifier(generate_uid(), "medial face"),
                measurements=[hd.sr.Measurement(codes.SCT.Length, 1.4, codes.UCUM.Millimeter)],
            )
        ],
    )  # fmt: skip
    return hd.sr.ComprehensiveSR([source], content[0], generate_uid(), 3, generate_uid(), 1, "Rimlight", is_complete=True)


def document(source):
    made = file_of(EncapsulatedPDFStorage)
    made.StudyInstanceUID, made.SeriesInstanceUID = source.StudyInstanceUID, generate_uid()
    made.Modality, made.ConversionType, made.SeriesNumber = "DOC", "WSD", 4
    made.ContentDate, made.ContentTime, made.AcquisitionDateTime = "20261120", "093000", ""
    made.BurnedInAnnotation, made.DocumentTitle, made.MIMETypeOfEncapsulatedDocument = "YES", "Report", "application/pdf"
    made.EncapsulatedDocument = b"%PDF-1.4\n" + bytes(range(256)) * 37 + b"\n"
    made.ConceptNameCodeSequence = []
    return made


def worklist_line(folder: Path, name: str, script, *, number=1, day="20261120", at="083000", declared=True, **more) -> None:
    """A line as the hospital's system would write it for the plug-in."""
    made = file_of("1.2.276.0.7230010.3.1.0.1", patient=name, script=script)
    made.PatientID, made.PatientBirthDate, made.PatientSex, made.IssuerOfPatientID = f"00042{number:02d}", "19720314", "F", "CITY"
    made.AccessionNumber, made.RequestedProcedureID = f"ACC{number}", f"RP{number}"
    made.RequestedProcedureDescription = "Breast-conserving surgery left"
    step = Dataset()
    step.Modality, step.ScheduledStationAETitle = "OT", "RIMLIGHT"
    step.ScheduledProcedureStepStartDate, step.ScheduledProcedureStepStartTime = day, at
    step.ScheduledPerformingPhysicianName = "Surgeon^One"
    step.ScheduledProcedureStepID, step.ScheduledProcedureStepDescription = f"SPS{number}", "Excision"
    made.ScheduledProcedureStepSequence = [step]
    for key, value in more.items():
        setattr(made, key, value)
    if not declared:
        raw = made.PatientName.encode(["utf-8"]) if script == "ISO_IR 192" else str(made.PatientName).encode("latin-1")
        del made.SpecificCharacterSet
        made["PatientName"]._value = None
        from pydicom.dataelem import DataElement

        made["PatientName"] = DataElement(0x00100010, "UN", raw)
    (folder / f"{number}.wl").write_bytes(content_of(made))
