"""A tumour drawn by the algorithm as a DICOM segmentation in the CT's frame of reference, saying plainly what drew it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import highdicom
import numpy as np
import numpy.typing as npt
import pydicom
from pydicom.dataset import Dataset
from pydicom.errors import InvalidDicomError
from pydicom.sr.codedict import codes
from pydicom.uid import UID, generate_uid

from console import __version__

Making = highdicom.seg.SegmentAlgorithmTypeValues
MOST_FILES = 5000
CT_CLASSES = ("1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.5.1.4.1.1.2.1")
PATIENT = ("PatientName", "PatientID", "PatientBirthDate", "PatientSex", "StudyInstanceUID", "StudyDate", "StudyTime", "StudyID", "AccessionNumber",
           "ReferringPhysicianName", "SpecificCharacterSet", "PositionReferenceIndicator")  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """What is written: a mask (slices, rows, columns) with its voxel-to-patient matrix, mm, and the words that go with it."""

    mask: npt.NDArray[np.bool_]
    affine: npt.NDArray[np.float64]
    frame_of_reference: str
    label: str
    algorithm: str
    version: str
    comment: str
    device: str
    how: Making = Making.AUTOMATIC
    words: str = ""  # of the segment: who drew it, and who changed it


def whose(folder: Path, frame_of_reference: str) -> Dataset | None:
    """The header of one picture of the CT, for patient and study; None where the scan does not lie in a folder as plain files."""
    paths = [folder] if folder.is_file() else (Path(root) / name for root, _, names in os.walk(folder) for name in sorted(names))
    for number, path in enumerate(paths):
        if number >= MOST_FILES:
            break
        header = _header(path)
        if header is not None and _is_ct(header, frame_of_reference):
            return header
    return None


def whose_pushed(contents: Iterable[bytes], frame_of_reference: str) -> Dataset | None:
    """The same for pictures that lie in memory only."""
    headers = (_header(BytesIO(content)) for content in contents)
    return next((one for one in headers if one is not None and _is_ct(one, frame_of_reference)), None)


def whose_outline(segmentation: bytes) -> Dataset:
    """The same from an outline of ours that was written with it: patient, study, and the picture that it refers to."""
    known = pydicom.dcmread(BytesIO(segmentation), stop_before_pixels=True)
    found = Dataset()
    for name in (*PATIENT, "FrameOfReferenceUID"):
        if name in known:
            found[name] = known[name]
    series = known.ReferencedSeriesSequence[0]
    picture = series.ReferencedInstanceSequence[0]
    found.SeriesInstanceUID = series.SeriesInstanceUID
    found.SOPInstanceUID, found.SOPClassUID = picture.ReferencedSOPInstanceUID, picture.ReferencedSOPClassUID
    return found


def by_hand(header: Dataset) -> bool:
    """Whether a hand had a part in a segmentation of ours."""
    return bool(header.SegmentSequence[0].SegmentAlgorithmType != Making.AUTOMATIC.value)


def models_own(segmentations: Iterable[bytes]) -> bytes:
    """The one in which no hand had a part; empty where there is none."""
    return next((one for one in segmentations if not by_hand(pydicom.dcmread(BytesIO(one), stop_before_pixels=True))), b"")


def _is_ct(header: Dataset, frame_of_reference: str) -> bool:
    return header.get("FrameOfReferenceUID") == frame_of_reference and header.get("SOPClassUID") in CT_CLASSES


def segmentation(outline: Outline, source: Dataset | None, made_at: datetime) -> Dataset:
    """The DICOM object; slices without tumour are left out. The mask is not empty."""
    affine = outline.affine
    steps = np.linalg.norm(affine[:3, :3], axis=0)
    rows, columns = affine[:3, 1] / steps[1], affine[:3, 2] / steps[2]
    used = np.flatnonzero(outline.mask.any(axis=(1, 2)))
    positions = [highdicom.PlanePositionSequence("PATIENT", list(affine[:3, 3] + number * affine[:3, 0])) for number in used]
    found = highdicom.seg.Segmentation(
        source_images=[_source(source, outline, made_at)],
        pixel_array=outline.mask[used].astype(np.uint8),
        segmentation_type=highdicom.seg.SegmentationTypeValues.BINARY,
        segment_descriptions=[_segment(outline)],
        series_instance_uid=generate_uid(),
        series_number=9001,
        sop_instance_uid=generate_uid(),
        instance_number=1,
        manufacturer="Rimlight",
        manufacturer_model_name="Rimlight PET-CT margin",
        software_versions=__version__,
        device_serial_number="research",
        pixel_measures=highdicom.PixelMeasuresSequence(
            [float(steps[1]), float(steps[2])], slice_thickness=float(steps[0]), spacing_between_slices=float(steps[0])
        ),
        plane_orientation=highdicom.PlaneOrientationSequence("PATIENT", [*columns, *rows]),
        plane_positions=positions,
        content_label="TUMOUR",
        content_description=outline.comment[:64],
        series_description=f"Tumour by {'algorithm' if outline.how is Making.AUTOMATIC else 'hand'} ({outline.label})"[:64],
        omit_empty_frames=False,
    )
    found.ImageComments = outline.comment
    if source is not None:
        found.walk(lambda _, element: _named(element, source))
    return found


def _named(element: Any, source: Dataset) -> None:
    """Each reference to the source names the class that it really has."""
    if element.VR == "SQ":
        for item in element.value:
            if item.get("ReferencedSOPInstanceUID") == source.SOPInstanceUID:
                item.ReferencedSOPClassUID = source.SOPClassUID


def _segment(outline: Outline) -> Any:
    """By hand alone no algorithm is named."""
    made = highdicom.AlgorithmIdentificationSequence(
        name=outline.algorithm, version=outline.version, family=codes.DCM.ArtificialIntelligence
    )
    segment = highdicom.seg.SegmentDescription(
        segment_number=1,
        segment_label=outline.label[:64],
        segmented_property_category=codes.SCT.MorphologicallyAbnormalStructure,
        segmented_property_type=codes.SCT.Neoplasm,
        algorithm_type=outline.how,
        algorithm_identification=made if outline.how is not Making.MANUAL else None,
    )
    if outline.words:
        segment.SegmentDescription = outline.words
    return segment


def _source(source: Dataset | None, outline: Outline, made_at: datetime) -> Dataset:
    """What highdicom copies patient, study and frame of reference from; without a header nobody is named."""
    made = Dataset()
    made.file_meta = pydicom.dataset.FileMetaDataset()
    made.file_meta.TransferSyntaxUID = pydicom.uid.ExplicitVRLittleEndian
    given = source if source is not None else Dataset()
    for name in PATIENT:
        setattr(made, name, given.get(name, "" if name != "SpecificCharacterSet" else "ISO_IR 192"))
    made.StudyInstanceUID = given.get("StudyInstanceUID") or generate_uid()
    made.StudyDate = given.get("StudyDate") or made_at.strftime("%Y%m%d")
    made.StudyTime = given.get("StudyTime") or made_at.strftime("%H%M%S")
    made.FrameOfReferenceUID = UID(outline.frame_of_reference or generate_uid())
    made.SOPClassUID = CT_CLASSES[0]  # of a multi-frame source highdicom would want every frame's place; `_named` puts its class right
    made.SOPInstanceUID = given.get("SOPInstanceUID") or generate_uid()
    made.SeriesInstanceUID = given.get("SeriesInstanceUID") or generate_uid()
    made.Modality = "CT"
    steps = np.linalg.norm(outline.affine[:3, :3], axis=0)
    made.ImagePositionPatient = [float(value) for value in outline.affine[:3, 3]]
    made.ImageOrientationPatient = [float(value) for value in (*outline.affine[:3, 2] / steps[2], *outline.affine[:3, 1] / steps[1])]
    made.PixelSpacing, made.SliceThickness = [float(steps[1]), float(steps[2])], float(steps[0])
    made.Rows, made.Columns = outline.mask.shape[1:]
    return made


def _header(path: Path | BytesIO) -> Dataset | None:
    try:
        if isinstance(path, Path) and (not path.is_file() or path.is_symlink()):
            return None
        return pydicom.dcmread(path, stop_before_pixels=True, specific_tags=["SOPClassUID", "SOPInstanceUID", "SeriesInstanceUID",
                                                                              "FrameOfReferenceUID", *PATIENT])  # fmt: skip
    except (InvalidDicomError, OSError, ValueError, KeyError, AttributeError, EOFError, NotImplementedError):
        return None
