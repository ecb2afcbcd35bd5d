"""Reads the header of one DICOM file up to its pixels: what it is, where each of its pictures lies, and how its numbers are coded."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydicom.dataset import Dataset
from pydicom.filereader import read_dataset
from pydicom.uid import DeflatedExplicitVRLittleEndian, ExplicitVRBigEndian, ImplicitVRLittleEndian

from devices.scanners.attributes import Unfit, item, items, moment, number, numbers, stamp, text, value, whole, words
from devices.scanners.source import Opened, Piece

MOST_HEADER_BYTES = 64 << 20
MOST_INFLATED_BYTES = 48 << 20  # zlib takes twice this while it inflates
MOST_FRAMES = 20_000
UNDEFINED = 0xFFFFFFFF
DAMAGED = "it is damaged, or not a whole one"
SIMULATED = "SIMULATED"


@dataclass(frozen=True, slots=True)
class Coding:
    """How the pixels are stored. `offset` is where their bytes begin, `length` None where they are encapsulated."""

    syntax: str
    rows: int
    columns: int
    frames: int
    allocated: int
    stored: int
    signed: bool
    offset: int
    length: int | None
    padding: tuple[int, int] | None  # stored values that mean "outside the picture"

    @property
    def big_endian(self) -> bool:
        """Whether the high byte comes first."""
        return self.syntax == ExplicitVRBigEndian


@dataclass(frozen=True, slots=True, eq=False)
class File:
    """One DICOM file's own facts; `header` is pydicom's, without pixels."""

    piece: Piece
    header: Dataset
    coding: Coding
    kind: str
    series: str
    instance: str
    frame_of_reference: str


@dataclass(frozen=True, slots=True)
class Picture:
    """One frame and where it lies: patient mm (LPS) of its first pixel's centre, directions along a row and down a column, row and column pitch."""

    file: File
    frame: int
    position: tuple[float, ...]
    orientation: tuple[float, ...]
    spacing: tuple[float, ...]
    slope: float
    intercept: float
    acquired: datetime | None
    lasted_s: float | None
    segment: int


def opened(piece: Piece) -> Opened:
    """The file, with a deflated one inflated as far as a scan could be."""
    file = piece.open()
    syntax, start = _syntax(file)
    if syntax != DeflatedExplicitVRLittleEndian:
        file.seek(0)
        return file
    with file:
        file.seek(0)
        head = file.read(start)
        inflating = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            body = inflating.decompress(file.read(MOST_INFLATED_BYTES), MOST_INFLATED_BYTES + 1)
        except zlib.error:
            raise Unfit(DAMAGED) from None
    if len(body) > MOST_INFLATED_BYTES:
        raise Unfit(f"it inflates to more than {MOST_INFLATED_BYTES >> 20} MB; export it uncompressed")
    return io.BytesIO(head + body)


def is_dicom(file: Opened) -> bool:
    """Whether it carries DICOM's mark; leaves the file at its beginning."""
    mark = file.read(132)[128:]
    file.seek(0)
    return mark == b"DICM"


def read_file(piece: Piece) -> File | None:
    """The header of this file; None where it is no DICOM, `Unfit` where it cannot be used."""
    try:
        with piece.open() as plain:
            if not is_dicom(plain):
                return None
        with opened(piece) as file:
            syntax, start = _syntax(file)
            file.seek(start)
            implicit, little = syntax == ImplicitVRLittleEndian, syntax != ExplicitVRBigEndian
            header = read_dataset(file, implicit, little, stop_when=_at_pixels())
            offset, length = _pixels_at(file, implicit=implicit, little=little)
        coding = _coding(header, syntax, offset, length)
        named = [text(header, name) for name in ("SeriesInstanceUID", "SOPInstanceUID", "FrameOfReferenceUID")]
        return File(piece, header, coding, text(header, "Modality").upper(), *named)
    except Unfit:
        raise
    except Exception:  # noqa: BLE001 - a damaged file fails in as many ways as the parser has
        raise Unfit(DAMAGED) from None


def pictures(file: File) -> Iterator[Picture]:
    """One for each frame; `Unfit` where a frame does not say where it lies."""
    header, frames = file.header, file.coding.frames
    if value(header, "PerFrameFunctionalGroupsSequence") is None:
        if frames != 1:
            raise Unfit("it holds several frames and does not say where each lies")
        yield _picture(file, 0, [header])
        return
    shared = items(header, "SharedFunctionalGroupsSequence")[:1]
    each = items(header, "PerFrameFunctionalGroupsSequence")
    if len(each) != frames:
        raise Unfit(f"it says that it holds {frames} frames and describes {len(each)}")
    for number_of, own in enumerate(each):
        yield _picture(file, number_of, [own, *shared])


def says_simulated(header: Dataset) -> bool:
    """Whether it says of itself that no patient was scanned."""
    return any(
        SIMULATED in text(header, name).upper() for name in ("ImageComments", "SeriesDescription", "PatientID", "ManufacturerModelName")
    )


def device(header: Dataset) -> str:
    """Who made the pictures, as the header says."""
    return " ".join(filter(None, (text(header, "Manufacturer"), text(header, "ManufacturerModelName"))))


def lossy(file: File) -> bool:
    """Whether the pictures were compressed with loss."""
    return text(file.header, "LossyImageCompression") == "01"


def _picture(file: File, frame: int, groups: list[Dataset]) -> Picture:
    """From the functional groups of a frame, its own before the shared, or from a classic header, which is all of them in one."""
    position = numbers(_group(groups, "PlanePositionSequence"), "ImagePositionPatient", 3)
    orientation = numbers(_group(groups, "PlaneOrientationSequence"), "ImageOrientationPatient", 6)
    spacing = numbers(_group(groups, "PixelMeasuresSequence"), "PixelSpacing", 2)
    if position is None or orientation is None or spacing is None:
        raise Unfit("its pictures do not say where they lie")
    slope, intercept = _rescale(file, groups)
    acquired, lasted_s = _time(groups)
    identified = _group(groups, "SegmentIdentificationSequence")
    return Picture(
        file, frame, position, orientation, spacing, slope, intercept, acquired, lasted_s, whole(identified, "ReferencedSegmentNumber", 0)
    )


def _group(groups: list[Dataset], name: str) -> Dataset:
    for group in groups:
        found = item(group, name)
        if found is not None:
            return found
    return groups[0]


def _rescale(file: File, groups: list[Dataset]) -> tuple[float, float]:
    """From stored numbers to HU or activity; a CT that doesn't say it cannot be used, because HU would be a guess."""
    if items(file.header, "ModalityLUTSequence"):
        raise Unfit("its values go through a table, which is not read here; export them with slope and intercept")
    transformed = _group(groups, "PixelValueTransformationSequence")
    slope, intercept = number(transformed, "RescaleSlope"), number(transformed, "RescaleIntercept")
    if file.kind == "CT" and (slope is None or intercept is None):
        raise Unfit("it does not say how its values become HU")
    if slope == 0 or (slope is not None and not 1e-12 < abs(slope) < 1e12):
        raise Unfit("its rescale slope is not usable")
    return 1.0 if slope is None else slope, 0.0 if intercept is None else intercept


def _time(groups: list[Dataset]) -> tuple[datetime | None, float | None]:
    """When the acquisition of this picture began, and for how many seconds it lasted."""
    content = _group(groups, "FrameContentSequence")
    began = stamp(text(content, "FrameAcquisitionDateTime"))[0] or moment(content, "AcquisitionDate", "AcquisitionTime")
    lasted_ms = number(content, "FrameAcquisitionDuration") or number(content, "ActualFrameDuration")
    return began or stamp(text(content, "AcquisitionDateTime"))[0], lasted_ms / 1000 if lasted_ms and lasted_ms > 0 else None


def _syntax(file: Opened) -> tuple[str, int]:
    """The transfer syntax and where the data set begins."""
    file.seek(132)
    first = file.read(12)
    if first[:4] != b"\x02\x00\x00\x00" or first[4:6] != b"UL":
        raise Unfit(DAMAGED)
    length = int.from_bytes(first[8:12], "little")
    if length > 1 << 16:
        raise Unfit(DAMAGED)
    meta = read_dataset(io.BytesIO(file.read(length)), False, True)
    return text(meta, "TransferSyntaxUID"), 144 + length


def _at_pixels() -> Any:
    """Stops before the pixels, and before a header that swells."""

    def stop(tag: int, _: str | None, length: int) -> bool:
        if length != UNDEFINED and length > MOST_HEADER_BYTES and tag < 0x7FE00008:
            raise Unfit("its header is larger than any scan's")
        return tag >= 0x7FE00008

    return stop


def _pixels_at(file: Opened, *, implicit: bool, little: bool) -> tuple[int, int | None]:
    """Where the bytes of the pixels begin and how many there are, None where they are encapsulated."""
    order: Any = "little" if little else "big"
    head = file.read(8)
    if len(head) < 8 or head[:4] != (b"\xe0\x7f\x10\x00" if little else b"\x7f\xe0\x00\x10"):
        raise Unfit("it holds no picture")
    length = int.from_bytes(head[4:8] if implicit else file.read(4), order)
    return file.tell(), None if length == UNDEFINED else length


def _coding(header: Dataset, syntax: str, offset: int, length: int | None) -> Coding:
    frames = whole(header, "NumberOfFrames", 1)
    allocated = whole(header, "BitsAllocated", 0)
    stored = whole(header, "BitsStored", allocated)
    if not 1 <= frames <= MOST_FRAMES:
        raise Unfit(f"it says that it holds {frames} frames")
    if whole(header, "SamplesPerPixel", 1) != 1 or not text(header, "PhotometricInterpretation").startswith("MONOCHROME"):
        raise Unfit("its pictures are in colour")
    if not (allocated in {1, 8, 16, 32} and 1 <= stored <= allocated and whole(header, "HighBit", stored - 1) == stored - 1):
        raise Unfit("its pixels are stored in a way that is not read here")
    signed = whole(header, "PixelRepresentation", 0) == 1
    size = whole(header, "Rows", 0), whole(header, "Columns", 0)
    return Coding(syntax, *size, frames, allocated, stored, signed, offset, length, _padding(header, signed=signed, bits=allocated))


def _padding(header: Dataset, *, signed: bool, bits: int) -> tuple[int, int] | None:
    ends = [_stored(value(header, name), signed=signed, bits=bits) for name in ("PixelPaddingValue", "PixelPaddingRangeLimit")]
    known = [end for end in ends if end is not None]
    return (min(known), max(known)) if ends[0] is not None else None


def _stored(found: Any, *, signed: bool, bits: int) -> int | None:
    """A stored value, whose sign the header's own coding leaves open."""
    if isinstance(found, bytes):
        return int.from_bytes(found, "little", signed=signed) if found else None
    try:
        plain = int(found)
    except (TypeError, ValueError, OverflowError):
        return None
    if signed and plain >= 1 << (bits - 1):
        return plain - (1 << bits)
    return plain + (1 << bits) if plain < 0 and not signed else plain


def is_kind(header: Dataset, *unwanted: str) -> bool:
    """Whether the header's image type names one of these."""
    return bool(set(words(header, "ImageType")) & set(unwanted))
