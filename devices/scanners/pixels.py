"""Decodes pixels frame by frame, never more than one in memory: how large it is was checked before, and is checked again in its codestream."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt
from pydicom.encaps import encapsulate, generate_frames
from pydicom.pixels.decoders.base import get_decoder
from pydicom.uid import (
    UID,
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    HTJ2KLossless,
    ImplicitVRLittleEndian,
    JPEG2000TransferSyntaxes,
    JPEGLSTransferSyntaxes,
    JPEGTransferSyntaxes,
    RLELossless,
)

from devices.errors import DeviceRefused
from devices.radiographs.photo import jpeg_size
from devices.scanners.attributes import Unfit
from devices.scanners.headers import DAMAGED, Coding, File, opened
from devices.scanners.source import Opened, Piece

RAW = frozenset({ImplicitVRLittleEndian, ExplicitVRLittleEndian, ExplicitVRBigEndian, DeflatedExplicitVRLittleEndian})
JPEG = frozenset({*JPEGTransferSyntaxes, *JPEGLSTransferSyntaxes})
JPEG_2000 = frozenset({*JPEG2000TransferSyntaxes, HTJ2KLossless})
READ = RAW | JPEG | JPEG_2000 | {RLELossless}
SIZE_MARK = b"\xff\x4f\xff\x51"  # of JPEG 2000: the codestream and its size begin
SLACK_BYTES = 1 << 16
LEAST_EDGE, LARGEST_EDGE = 8, 4096

Stored = npt.NDArray[np.integer[Any]]


def check_coding(coding: Coding, size: int) -> None:
    """Pass what can be decoded and held, judged by the header and the file's length alone."""
    if coding.syntax not in READ:
        raise Unfit(f"its pixels are encoded as {_name(coding.syntax)}, which is not read here; export them uncompressed")
    if not all(LEAST_EDGE <= edge <= LARGEST_EDGE for edge in (coding.rows, coding.columns)):
        raise Unfit(f"its pictures are {coding.columns} × {coding.rows} pixels; {LEAST_EDGE} to {LARGEST_EDGE} a side can be read")
    if coding.syntax not in RAW:
        if coding.length is not None:
            raise Unfit(DAMAGED)
        return
    needed = (coding.rows * coding.columns * coding.frames * coding.allocated + 7) // 8
    held = coding.length or 0
    fits = coding.syntax == DeflatedExplicitVRLittleEndian or coding.offset + held <= size
    if not (needed <= held <= needed + needed % 2 + 1 and fits):
        raise Unfit("its pixels are shorter or longer than its header says")


def frames(file: File) -> Iterator[Stored]:
    """(rows, columns) integers as stored, in the order of the file; a frame is read when it is asked for."""
    coding = file.coding
    with opened(file.piece) as source:
        source.seek(coding.offset)
        if coding.syntax in RAW:
            for _ in range(coding.frames):
                yield _raw(source, coding)
            return
        try:
            for found in generate_frames(source, number_of_frames=coding.frames):
                yield _decoded(found, coding)
        except (Unfit, DeviceRefused, MemoryError):
            raise Unfit(DAMAGED) from None
        except Exception:  # noqa: BLE001 - a damaged file fails in as many ways as the decoders have
            raise Unfit(DAMAGED) from None


def bits(file: File) -> Iterator[npt.NDArray[np.bool_]]:
    """The frames of a file with one bit a pixel, which follow each other without regard to bytes."""
    coding = file.coding
    pixels = coding.rows * coding.columns
    with opened(file.piece) as source:
        for frame in range(coding.frames):
            first, end = frame * pixels, (frame + 1) * pixels
            source.seek(coding.offset + first // 8)
            packed = np.frombuffer(source.read((end + 7) // 8 - first // 8), np.uint8)
            unpacked = np.unpackbits(packed, bitorder="little")[first % 8 :][:pixels]
            if unpacked.size != pixels:
                raise Unfit(DAMAGED)
            yield unpacked.reshape(coding.rows, coding.columns).astype(np.bool_)


def digest(piece: Piece) -> str:
    """SHA-256 of the whole file as it was handed over."""
    with piece.open() as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


def _raw(source: Opened, coding: Coding) -> Stored:
    sort = np.dtype(f"{'>' if coding.big_endian else '<'}{'i' if coding.signed else 'u'}{coding.allocated // 8}")
    content = source.read(coding.rows * coding.columns * sort.itemsize)
    if len(content) != coding.rows * coding.columns * sort.itemsize:
        raise Unfit(DAMAGED)
    return _cleared(np.frombuffer(content, sort).reshape(coding.rows, coding.columns), coding)


def _decoded(content: bytes, coding: Coding) -> Stored:
    """One encapsulated frame; a codestream that claims another size than the header is never given to a decoder."""
    if len(content) > 2 * coding.rows * coding.columns * (coding.allocated // 8) + SLACK_BYTES:
        raise Unfit(DAMAGED)
    if coding.syntax in JPEG and jpeg_size(content) != (coding.rows, coding.columns):
        raise Unfit(DAMAGED)
    if coding.syntax in JPEG_2000 and _size_2000(content) != (coding.rows, coding.columns):
        raise Unfit(DAMAGED)
    options: dict[str, Any] = {
        "rows": coding.rows,
        "columns": coding.columns,
        "number_of_frames": 1,
        "samples_per_pixel": 1,
        "bits_allocated": coding.allocated,
        "bits_stored": coding.stored,
        "pixel_representation": int(coding.signed),
        "photometric_interpretation": "MONOCHROME2",
        "pixel_keyword": "PixelData",
    }
    found = np.asarray(get_decoder(UID(coding.syntax)).as_array(encapsulate([content]), raw=True, **options)[0])
    if found.shape != (coding.rows, coding.columns):
        raise Unfit(DAMAGED)
    return _cleared(found, coding)


def _cleared(found: Stored, coding: Coding) -> Stored:
    """Without what old writers keep in the bits above the stored ones, and with the sign where it belongs."""
    unused = found.dtype.itemsize * 8 - coding.stored
    if unused <= 0:
        return found
    native = found.astype(np.dtype(f"{'i' if coding.signed else 'u'}{found.dtype.itemsize}"))
    return np.asarray((native << unused) >> unused)


def _size_2000(content: bytes) -> tuple[int, int]:
    """Rows and columns of a JPEG 2000 codestream, bare or in its box."""
    place = content.find(SIZE_MARK, 0, 4096)
    size = content[place + 8 : place + 24]
    if place < 0 or len(size) < 16:
        raise Unfit(DAMAGED)
    right, bottom, left, top = (int.from_bytes(size[at : at + 4], "big") for at in (0, 4, 8, 12))
    return bottom - top, right - left


def _name(syntax: str) -> str:
    known = UID(syntax)
    return known.name[:60] if known.is_transfer_syntax else "something unknown"
