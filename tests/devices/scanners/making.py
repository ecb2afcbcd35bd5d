"""Makes small DICOM series as a scanner would write them: every attribute can be changed or taken away."""

import copy
import math
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.pixels.encoders.base import Encoder
from pydicom.sequence import Sequence
from pydicom.uid import CTImageStorage, ExplicitVRLittleEndian, PositronEmissionTomographyImageStorage, generate_uid

WHEN = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
FRAME = "1.2.826.0.1.3680043.8.498.1"
SIZE = {"CT": (10, 12, 14), "PT": (8, 10, 11)}
PITCH = {"CT": (0.4, 0.3, 0.2), "PT": (0.6, 0.5, 0.4)}
CORNER = (-3.0, 7.0, 11.0)  # of the first voxels' outer corner


def turned(*angles: float) -> np.ndarray:
    """A rotation by three angles, radians."""
    found = np.eye(3)
    for axis, angle in enumerate(angles):
        a, b = [other for other in range(3) if other != axis]
        step = np.eye(3)
        step[a, a] = step[b, b] = math.cos(angle)
        step[a, b], step[b, a] = -math.sin(angle), math.sin(angle)
        found = found @ step
    return found


def values(kind: str, seed: int = 5) -> np.ndarray:
    """Stored numbers, (slices, rows, columns): none like another's neighbour."""
    return np.random.default_rng(seed).integers(0, 3000, SIZE[kind]).astype(np.int16)


def series(kind: str, stored: np.ndarray | None = None, axes: np.ndarray | None = None, **changes: object) -> list[Dataset]:
    """One data set a slice. `axes` (3, 3): directions of slices, rows and columns as its columns."""
    stored = values(kind) if stored is None else stored
    axes = np.array([[0, 0, 1], [0, 1, 0], [1, 0, 0]], float) if axes is None else axes
    uid = generate_uid()
    first = np.array(CORNER) + axes @ (np.array(PITCH[kind]) / 2)
    made = []
    for at, plane in enumerate(stored):
        each = _common(kind, uid, at)
        each.ImagePositionPatient = [f"{part:.9f}"[:16] for part in first + axes[:, 0] * PITCH[kind][0] * at]
        each.ImageOrientationPatient = [f"{part:.12f}"[:16] for part in (*axes[:, 2], *axes[:, 1])]
        each.PixelSpacing = list(PITCH[kind][1:])
        put(each, plane)
        changed(each, **changes)
        made.append(each)
    return made


def put(each: Dataset, plane: np.ndarray) -> None:
    """The pixels, uncompressed."""
    each.Rows, each.Columns = plane.shape
    each.BitsAllocated = each.BitsStored = plane.dtype.itemsize * 8
    changed(each, HighBit=each.BitsStored - 1, PixelRepresentation=int(plane.dtype.kind == "i"), PixelData=plane.tobytes())


def changed(each: Dataset, **changes: object) -> Dataset:
    """With attributes changed; None takes one away."""
    for name, value in changes.items():
        if value is None:
            if name in each:
                delattr(each, name)
        else:
            setattr(each, name, value)
    return each


def _common(kind: str, uid: str, at: int) -> Dataset:
    each = Dataset()
    each.file_meta = FileMetaDataset()
    each.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    each.SOPClassUID = CTImageStorage if kind == "CT" else PositronEmissionTomographyImageStorage
    each.SOPInstanceUID, each.SeriesInstanceUID, each.StudyInstanceUID = generate_uid(), uid, "1.2.3.4"
    changed(each, Modality=kind, FrameOfReferenceUID=FRAME, SeriesNumber=3 if kind == "CT" else 4, PatientName="SECRET^NAME")
    changed(each, PatientID="SECRET-ID", Manufacturer="Bench", ManufacturerModelName="Tester", InstanceNumber=at + 1)
    changed(each, ImageType=["ORIGINAL", "PRIMARY", "AXIAL"], SamplesPerPixel=1, PhotometricInterpretation="MONOCHROME2")
    day, hour = f"{WHEN:%Y%m%d}", f"{WHEN:%H%M%S}"
    changed(each, SeriesDate=day, AcquisitionDate=day, SeriesTime=hour, AcquisitionTime=hour)
    each.RescaleSlope, each.RescaleIntercept = ("1", "-1024") if kind == "CT" else (f"{0.5 + at / 8}", "0")
    if kind == "PT":
        changed(each, Units="BQML", DecayCorrection="START", CorrectedImage=["DECY", "ATTN"])
        changed(each, PatientWeight="70", PatientSize="1.65", PatientSex="F")
        each.ActualFrameDuration = "300000"
        each.RadiopharmaceuticalInformationSequence = Sequence([tracer()])
    return each


def tracer(**changes: object) -> Dataset:
    """What was injected: 200 MBq, an hour before."""
    injected = {"RadiopharmaceuticalStartTime": "090000", "RadionuclideTotalDose": "200000000", "RadionuclideHalfLife": "6586.2"}
    return changed(Dataset(), **{**injected, **changes})


def write(folder: Path, *several: list[Dataset], order: object = None) -> Path:
    """Into files whose names say nothing; `order` shuffles which name each slice gets."""
    made = [copy.deepcopy(each) for one in several for each in one]
    if order is not None:
        order.shuffle(made)
    for at, each in enumerate(made):
        save(each, folder / f"im{at:04d}")
    return folder


def save(each: Dataset, path: Path) -> None:
    """One file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    named(each).save_as(path, enforce_file_format=True)


def named(each: Dataset) -> Dataset:
    """With its file meta information saying what it is."""
    changed(each.file_meta, MediaStorageSOPClassUID=each.SOPClassUID, MediaStorageSOPInstanceUID=each.SOPInstanceUID)
    return each


def enhanced(several: list[Dataset], *, frames: list[int] | None = None) -> Dataset:
    """The same series as one enhanced file; `frames` is the order in which slices are kept."""
    frames = list(range(len(several))) if frames is None else frames
    whole = copy.deepcopy(several[0])
    groups = []
    for at in frames:
        each = several[at]
        group = Dataset()
        for name, attributes in (
            ("PlanePositionSequence", ("ImagePositionPatient",)),
            ("PlaneOrientationSequence", ("ImageOrientationPatient",)),
            ("PixelMeasuresSequence", ("PixelSpacing",)),
            ("PixelValueTransformationSequence", ("RescaleSlope", "RescaleIntercept")),
        ):
            item = Dataset()
            for attribute in attributes:
                setattr(item, attribute, each[attribute].value)
            setattr(group, name, Sequence([item]))
        content = changed(Dataset(), FrameAcquisitionDateTime=f"{WHEN:%Y%m%d%H%M%S}", FrameAcquisitionDuration=300000.0)
        changed(group, FrameContentSequence=Sequence([content]))
        groups.append(group)
    for name in ("ImagePositionPatient", "ImageOrientationPatient", "PixelSpacing", "RescaleSlope", "RescaleIntercept"):
        delattr(whole, name)
    changed(whole, NumberOfFrames=len(frames), PerFrameFunctionalGroupsSequence=Sequence(groups))
    whole.PixelData = b"".join(several[at].PixelData for at in frames)
    return whole


def compressed(each: Dataset, syntax: str, frames: list[bytes]) -> Dataset:
    """With these encoded frames in place of its pixels."""
    found = copy.deepcopy(each)
    found.PixelData = encapsulate(frames)
    found["PixelData"].VR = "OB"
    setattr(found["PixelData"], "is_undefined_length", True)  # noqa: B010 - vulture would call it unused
    found.file_meta.TransferSyntaxUID = syntax
    return found


def encoded(each: Dataset, encoder: Encoder) -> bytes:
    """Its pixels by one of pydicom's encoders."""
    plane = np.frombuffer(each.PixelData, np.int16).reshape(each.Rows, each.Columns)
    return encoder.encode(
        plane, rows=each.Rows, columns=each.Columns, samples_per_pixel=1, bits_allocated=16, bits_stored=16, pixel_representation=1,
        photometric_interpretation="MONOCHROME2", number_of_frames=1,
    )  # fmt: skip
