"""Reads segmentations: DICOM SEG, NIfTI and NRRD. Headers are believed only as far as the CT's grid reaches, and nothing longer is unpacked."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import nibabel
import nrrd
import numpy as np
import numpy.typing as npt

from devices.scanner import Mask
from devices.scanners import pixels
from devices.scanners.attributes import Unfit, items, printable, text, whole
from devices.scanners.grid import Grid, Plane, on_grid
from devices.scanners.headers import DAMAGED, File, pictures
from devices.scanners.source import Opened, Piece

NIFTI, NRRD = (".nii", ".nii.gz"), (".nrrd", ".seg.nrrd")
MOST_LABELS = 6
MOST_HEADER_BYTES = 1 << 20
NO_FRAME = "it has no frame of reference in common with the CT"
MARGIN = re.compile(r"margin\D{0,24}?(\d{1,3}(?:\.\d{1,3})?)\s*mm", re.IGNORECASE)
MARGIN_KEY = re.compile(r"margin[_ ]?mm\W{0,3}(\d{1,3}(?:\.\d{1,3})?)", re.IGNORECASE)
LPS_OF = {"left-posterior-superior": (1, 1, 1), "lps": (1, 1, 1), "right-anterior-superior": (-1, -1, 1), "ras": (-1, -1, 1)}
LPS_OF |= {"left-anterior-superior": (1, -1, 1), "las": (1, -1, 1)}

Labels = npt.NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False)
class Marked:
    """One label on the CT's grid, with what its maker says of it."""

    mask: Mask
    source: str
    label: str
    margin_mm: float | None


def is_label_map(piece: Piece) -> bool:
    """Whether its name is that of a NIfTI or NRRD file."""
    return piece.name.lower().endswith((*NIFTI, *NRRD))


def form(piece: Piece) -> str:
    """NIfTI or NRRD."""
    return "NRRD" if piece.name.lower().endswith(NRRD) else "NIfTI"


def marked(piece: Piece, grid: Grid) -> Iterator[Marked]:
    """The labels of a NIfTI or NRRD file; `Unfit` where it does not fit the CT."""
    try:
        with piece.open() as file:
            yield from (_nrrd(file, grid) if form(piece) == "NRRD" else _nifti(file, grid))
    except Unfit:
        raise
    except Exception:  # noqa: BLE001 - a damaged file fails in as many ways as its reader has
        raise Unfit(DAMAGED) from None


def marked_in_seg(file: File, grid: Grid) -> Iterator[Marked]:
    """The segments of a DICOM SEG, one bit a pixel, a fraction, or a number a pixel."""
    if not file.frame_of_reference or file.frame_of_reference != grid.frame_of_reference:
        raise Unfit(NO_FRAME)
    segments = items(file.header, "SegmentSequence")
    if not 1 <= len(segments) <= MOST_LABELS:
        raise Unfit(f"it holds {len(segments)} segments; 1 to {MOST_LABELS} are read")
    said = " ".join(text(file.header, name) for name in ("ContentDescription", "SeriesDescription", "ImageComments"))
    for segment in segments:
        number = whole(segment, "SegmentNumber", 0)
        maker = " ".join(filter(None, ("DICOM SEG", text(file.header, "Manufacturer"), text(segment, "SegmentAlgorithmName"))))
        words = f"{text(segment, 'SegmentDescription')} {said}"
        yield Marked(on_grid(_seg_planes(file, number), grid), maker, text(segment, "SegmentLabel"), _margin(words))


def _seg_planes(file: File, number: int) -> Iterator[Plane]:
    kind = text(file.header, "SegmentationType").upper()
    least = max(1, (whole(file.header, "MaximumFractionalValue", 255) + 1) // 2)
    frames: Iterator[Any] = pixels.bits(file) if file.coding.allocated == 1 else pixels.frames(file)
    for picture, frame in zip(pictures(file), frames, strict=False):
        if kind == "LABELMAP":
            inside = frame == number
        elif picture.segment != number:
            continue
        else:
            inside = frame.astype(np.bool_) if kind != "FRACTIONAL" else frame >= least
        row, column = np.array(picture.orientation[:3]), np.array(picture.orientation[3:])
        yield Plane(inside, np.array(picture.position), column * picture.spacing[0], row * picture.spacing[1])


def _nifti(packed: Opened, grid: Grid) -> Iterator[Marked]:
    mark = packed.read(2)
    packed.seek(0)
    file: Any = gzip.GzipFile(fileobj=packed) if mark == b"\x1f\x8b" else packed
    size = int.from_bytes(file.read(4), "little")
    file.seek(0)
    sort: Any = nibabel.Nifti2Header if size in {540, 469893120} else nibabel.Nifti1Header
    header = sort.from_fileobj(file)
    shape = _shape(header.get_data_shape(), grid)
    offset = int(header.get_data_offset())
    if not 0 < offset <= MOST_HEADER_BYTES or header["magic"].item()[:1] != b"n":
        raise Unfit("its numbers are kept in another file; export it as one")
    if int(header["qform_code"]) <= 0 and int(header["sform_code"]) <= 0:
        raise Unfit("it does not say where it lies")
    affine = np.diag([-1.0, -1.0, 1.0, 1.0]) @ header.get_best_affine()
    affine[:3] *= {"meter": 1000.0, "micron": 0.001}.get(header.get_xyzt_units()[0], 1.0)
    file.seek(offset)
    labels = _numbers(file, header.get_data_dtype(), shape)
    said = printable(header["descrip"].item().decode("latin-1"))
    yield from _each(labels, affine, grid, f"NIfTI {said}".strip(), {}, said)


def _nrrd(file: Opened, grid: Grid) -> Iterator[Marked]:
    header = nrrd.read_header(_lines(file))
    if {"data file", "datafile"} & set(header):
        raise Unfit("its numbers are kept in another file; export it as one")
    if any(int(header.get(name, 0)) != 0 for name in ("line skip", "lineskip", "byte skip", "byteskip")):
        raise Unfit("its numbers do not follow its header")
    shape = _shape(tuple(int(edge) for edge in header["sizes"]), grid)
    signs = LPS_OF.get(str(header.get("space", "")).lower())
    if signs is None or "space directions" not in header or "space origin" not in header:
        raise Unfit("it does not say where it lies")
    affine = np.eye(4)
    affine[:3, :3] = (np.asarray(header["space directions"], np.float64) * signs).T
    affine[:3, 3] = np.asarray(header["space origin"], np.float64) * signs
    kinds = {"int8": "i1", "uint8": "u1", "int16": "i2", "uint16": "u2", "int32": "i4", "uint32": "u4", "float": "f4", "double": "f8"}
    kinds |= {"signed char": "i1", "unsigned char": "u1", "uchar": "u1", "short": "i2", "unsigned short": "u2", "ushort": "u2"}
    kinds |= {"int": "i4", "unsigned int": "u4", "uint": "u4"}
    sort = np.dtype(("<" if header.get("endian", "little") == "little" else ">") + kinds[header["type"]])
    labels = _numbers(_unpacked(file, str(header["encoding"])), sort, shape)
    names = {str(header[f"Segment{at}_LabelValue"]): printable(header.get(f"Segment{at}_Name")) for at in range(MOST_LABELS)
             if f"Segment{at}_LabelValue" in header}  # fmt: skip
    said = " ".join(
        f"{key} {value}" for key, value in header.items() if "margin" in str(key).lower() and isinstance(value, str | int | float)
    )
    yield from _each(labels, affine, grid, "NRRD", names, said)


def _lines(file: Opened) -> Iterator[bytes]:
    """The header's lines, up to the empty one; the file then stands at the numbers."""
    read = 0
    while read < MOST_HEADER_BYTES:
        line = file.readline(MOST_HEADER_BYTES)
        read += len(line)
        if line in {b"\n", b"\r\n", b""}:
            return
        yield line.rstrip(b"\r\n")
    raise Unfit(DAMAGED)


def _unpacked(file: Opened, encoding: str) -> Any:
    if encoding.lower() == "raw":
        return file
    if encoding.lower() in {"gzip", "gz"}:
        return gzip.GzipFile(fileobj=file)
    raise Unfit("its numbers are packed in a way that is not read here; export it raw or gzipped")


def _shape(said: tuple[int, ...], grid: Grid) -> tuple[int, int, int]:
    """Three axes, none longer than any of the CT's: what is larger cannot fit and is not unpacked."""
    while len(said) > 3 and said[-1] == 1:
        said = said[:-1]
    if len(said) != 3:
        raise Unfit(f"it has {len(said)} axes; a label map has three")
    if any(edge < 1 or edge > most for edge, most in zip(sorted(said), sorted(grid.shape), strict=True)):
        raise Unfit("it is larger than the CT: " + " × ".join(str(edge) for edge in said) + " voxels")
    return said[0], said[1], said[2]


def _numbers(file: Any, sort: np.dtype[Any], shape: tuple[int, int, int]) -> Labels:
    """(fastest, middle, slowest) as both formats count; whole numbers, none of them negative."""
    if sort.kind not in "iuf" or sort.itemsize > 8:
        raise Unfit("its numbers are no labels")
    found = np.zeros(shape, np.uint8, order="F")
    for at in range(shape[2]):
        content = file.read(shape[0] * shape[1] * sort.itemsize)
        if len(content) != shape[0] * shape[1] * sort.itemsize:
            raise Unfit(DAMAGED)
        plane = np.frombuffer(content, sort).reshape(shape[1], shape[0]).T
        if not np.isfinite(plane).all() or plane.min() < 0 or plane.max() > 255 or (plane != np.floor(plane)).any():
            raise Unfit("it holds measured values, not labels")
        found[:, :, at] = plane
    return found


def _each(labels: Labels, affine: npt.NDArray[np.float64], grid: Grid, source: str, names: dict[str, str], said: str) -> Iterator[Marked]:
    present = [int(value) for value in np.flatnonzero(np.bincount(labels.reshape(-1, order="F"), minlength=256)) if value]
    if not 1 <= len(present) <= MOST_LABELS:
        raise Unfit(f"it holds {len(present)} labels; 1 to {MOST_LABELS} are read")
    for value in present:
        planes = (
            Plane(labels[:, :, at] == value, affine[:3, 3] + at * affine[:3, 2], affine[:3, 0], affine[:3, 1])
            for at in range(labels.shape[2])
        )
        yield Marked(on_grid(planes, grid), source, names.get(str(value), f"label {value}"), _margin(said))


def _margin(said: str) -> float | None:
    """The margin that the maker states in words, mm; none where it states two."""
    found = {float(each) for each in (*MARGIN.findall(said), *MARGIN_KEY.findall(said))}
    return found.pop() if len(found) == 1 else None
