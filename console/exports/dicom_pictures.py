"""Pictures of a case as DICOM: camera frames as VL photographs, the microwave depths as a parametric map, the tumour as a segmentation."""

from __future__ import annotations

import io
from typing import Any

import highdicom
import numpy as np
from pydicom import dcmread
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence
from pydicom.sr.codedict import codes
from pydicom.uid import UID

from algorithms.microwave.model import DepthMap
from console import __version__
from console.acquisition.petct_seg import by_hand
from console.cases import microwave_log
from console.cases.model import Reading
from console.exports.dicom import DicomObject, Subject, address, code, lateral, plain, put, sealed, serial, uid, with_specimen
from console.exports.sights import Sight, drawn

PHOTOGRAPH = "1.2.840.10008.5.1.4.1.1.77.1.4"
SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.4"
CT = "1.2.840.10008.5.1.4.1.1.2"
BY_ALGORITHM = "Drawn by an algorithm; margins are those of the signed reading."
BY_HAND = "Edited by hand; margins are those of the signed reading."
UNCORRECTED = "As the algorithm drew it, before it was edited by hand; the edited outline stands."
PADDING = -1.0  # of pixels where nothing could be said
# What a segmentation of ours is made of: it is built anew from these, so that nothing of the scanner's header comes along by accident.
OF_A_SEGMENTATION = (
    "ImageType", "Rows", "Columns", "SamplesPerPixel", "PhotometricInterpretation", "BitsAllocated", "BitsStored", "HighBit", "PixelRepresentation",
    "PixelData", "NumberOfFrames", "LossyImageCompression", "SegmentationType", "SegmentsOverlap", "SegmentSequence", "ContentLabel",
    "SharedFunctionalGroupsSequence", "PerFrameFunctionalGroupsSequence", "DimensionOrganizationSequence", "DimensionIndexSequence",
    "DimensionOrganizationType", "BurnedInAnnotation", "RecognizableVisualFeatures", "PresentationLUTShape", "VolumetricProperties",
    "FrameOfReferenceUID", "PositionReferenceIndicator", "MaximumFractionalValue", "SegmentationFractionalType",
)  # fmt: skip


def photograph(subject: Subject, reading: Reading, sight: Sight) -> DicomObject:
    """A frame of the camera with the outlines that were found, no letters in it."""
    made, pixels = plain(subject, PHOTOGRAPH), drawn(sight)
    serial(made, subject, "Fluorescence frame", 9101, "XC", reading.taken_at)
    if reading.specimen_id is None:
        lateral(made, subject)
    with_specimen(made, subject.specimen(reading))
    put(
        made,
        ImageType=["DERIVED", "PRIMARY"],
        PatientOrientation="",
        ImageComments=_comment(subject, sight),
        AcquisitionContextSequence=Sequence([]),
        AcquisitionDateTime=f"{reading.taken_at:%Y%m%d%H%M%S}",
        AnatomicRegionSequence=Sequence([code("76752008", "SCT", "Breast")]),
        SamplesPerPixel=3,
        PlanarConfiguration=0,
        PhotometricInterpretation="RGB",
    )
    made.Rows, made.Columns = pixels.shape[:2]
    put(made, BitsAllocated=8, BitsStored=8, HighBit=7, PixelRepresentation=0, BurnedInAnnotation="NO", LossyImageCompression="00")
    content = pixels.tobytes()
    put(made, PixelData=content + b"\0" * (len(content) % 2))
    return sealed(made, f"frame-{reading.id}", sight.title, "photograph", reading.id)


def depth_map(subject: Subject, reading: Reading, found: DepthMap) -> DicomObject:
    """Depth of margin, mm, one number a pixel; the plane is that of the scanned face, not of the patient."""
    grid = found.grid
    depths = np.where(found.masked, PADDING, found.shown_mm).astype(np.float32)
    scale = highdicom.pm.RealWorldValueMapping(
        lut_label="DEPTH", lut_explanation="Depth of margin", unit=codes.UCUM.Millimeter, value_range=(0.0, 2.0), slope=1.0, intercept=0.0,
        quantity_definition=highdicom.sr.CodedConcept("DEPTH", "99RIMLIGHT", "Depth of tumour below the face"),
    )  # fmt: skip
    made = highdicom.pm.ParametricMap(
        source_images=[_no_source(subject)], pixel_array=depths[None, :, :, None], series_instance_uid=uid("draft"), series_number=1,
        sop_instance_uid=uid("draft"), instance_number=1, manufacturer="Rimlight", manufacturer_model_name="Rimlight console",
        software_versions=__version__, device_serial_number="research", contains_recognizable_visual_features=False,
        real_world_value_mappings=[[scale]],
        voi_lut_transformations=[highdicom.VOILUTTransformation(window_center=1.0, window_width=2.0)], content_label="DEPTH",
        content_description=subject.notice[:64], image_flavor="VOLUME",
        pixel_measures=highdicom.PixelMeasuresSequence([grid.height_mm / grid.rows, grid.width_mm / grid.columns], slice_thickness=1.0),
        plane_orientation=highdicom.PlaneOrientationSequence("PATIENT", [1.0, 0.0, 0.0, 0.0, 1.0, 0.0]),
        plane_positions=[highdicom.PlanePositionSequence("PATIENT", [0.0, 0.0, 0.0])],
    )  # fmt: skip
    for name in ("SourceImageSequence", "ReferencedSeriesSequence"):
        made.pop(name, None)
    for group in made.PerFrameFunctionalGroupsSequence:
        group.pop("DerivationImageSequence", None)
    address(made, subject)
    serial(made, subject, "Microwave depth map", 9102, "OT", reading.taken_at)
    put(made, FloatPixelPaddingValue=PADDING, FloatPixelPaddingRangeLimit=PADDING, FrameOfReferenceUID=UID(uid("face", reading.id)))
    _name_dimensions(made, reading)
    with_specimen(made, subject.specimen(reading))
    face = microwave_log.face_of(reading)
    put(
        made,
        ImageComments=f"{subject.notice} {face.value.capitalize()} face; its plane, not the patient's. {PADDING:g} where nothing could be said.",
    )
    return sealed(made, f"depth-map-{reading.id}", f"Microwave depth map, {face.value} face", "depth map", reading.id)


def tumour(subject: Subject, reading: Reading, content: bytes, renamed: bytes = b"", *, edited: bool = False) -> DicomObject:
    """A signed segmentation under this case's study; of an edited outline what the algorithm drew before, in a series of its own.

    `renamed`: foreign names are replaced, each by the same one wherever it stands.
    """
    kept = dcmread(io.BytesIO(content))
    made = plain(subject, SEGMENTATION)
    for name in OF_A_SEGMENTATION:
        if name in kept:
            made[name] = kept[name]
    name, kind, number, words = "tumour", "PET-CT tumour", 9103, BY_ALGORITHM
    if edited and by_hand(kept):
        name, kind, words = "tumour-edited", "PET-CT tumour, by hand", BY_HAND
    elif edited:
        name, kind, number, words = "tumour-uncorrected", "PET-CT tumour, uncorrected", 9106, UNCORRECTED
    serial(made, subject, kind, number, "SEG", reading.taken_at)
    put(
        made,
        ContentDescription=subject.notice[:64],
        ContentCreatorName=reading.by if by_hand(kept) else "",
        ImageComments=f"{subject.notice} {words}",
    )
    with_specimen(made, subject.specimen(reading))
    _move_references(kept, made, subject)
    if renamed:
        _forget_scan(made, renamed.hex())
    return sealed(made, f"{name}-{reading.id}", f"{kind}, segmentation", "tumour", reading.id)


def _move_references(kept: Dataset, made: Dataset, subject: Subject) -> None:
    """The scan stays in the study that it was made in, and is referred to there."""
    groups = (*kept.SharedFunctionalGroupsSequence, *kept.PerFrameFunctionalGroupsSequence)
    if "ReferencedSeriesSequence" not in kept or not any(group.get("DerivationImageSequence") for group in groups):
        return
    if kept.StudyInstanceUID == subject.study:
        put(made, ReferencedSeriesSequence=kept.ReferencedSeriesSequence)
        return
    other = Dataset()
    put(other, StudyInstanceUID=kept.StudyInstanceUID, ReferencedSeriesSequence=kept.ReferencedSeriesSequence)
    put(made, StudiesContainingOtherReferencedInstancesSequence=Sequence([other]))


def _forget_scan(made: Dataset, key: str) -> None:
    """Without references to the hospital's own pictures; the frame of reference keeps a name that all objects of this scan share."""
    made.pop("ReferencedSeriesSequence", None)
    made.pop("StudiesContainingOtherReferencedInstancesSequence", None)
    for group in (*made.SharedFunctionalGroupsSequence, *made.PerFrameFunctionalGroupsSequence):
        group.pop("DerivationImageSequence", None)
    put(made, FrameOfReferenceUID=UID(uid("renamed", key, str(made.get("FrameOfReferenceUID", "")))), PositionReferenceIndicator="")
    made.walk(lambda _, element: _renamed(element, key))


def _renamed(element: Any, key: str) -> None:
    if element.keyword in {"DimensionOrganizationUID", "TrackingUID"}:
        element.value = UID(uid("renamed", key, str(element.value)))


def _name_dimensions(made: Dataset, reading: Reading) -> None:
    """Derived, like every other name: highdicom draws it by lot."""
    name = UID(uid("dimensions", reading.id))
    for item in (*made.DimensionOrganizationSequence, *made.DimensionIndexSequence):
        put(item, DimensionOrganizationUID=name)


def _comment(subject: Subject, sight: Sight) -> str:
    scale = f" {sight.mm_per_pixel:.4g} mm per pixel." if sight.mm_per_pixel is not None else ""
    return f"{subject.notice} {sight.title}.{scale} Green: what was found."


def _no_source(subject: Subject) -> Dataset:
    """What highdicom copies from a picture, patient and study; this stands in for one, and every mention of it is removed."""
    made = plain(subject, CT)
    put(
        made,
        Modality="CT",
        SeriesInstanceUID=UID(uid("draft")),
        FrameOfReferenceUID=UID(uid("draft")),
        PositionReferenceIndicator="",
        Rows=1,
        Columns=1,
        ImagePositionPatient=[0, 0, 0],
        ImageOrientationPatient=[1, 0, 0, 0, 1, 0],
        PixelSpacing=[1, 1],
        SliceThickness=1,
    )
    return made
