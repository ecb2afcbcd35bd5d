"""OpenIGTLink messages of header version 1, as much as this console speaks: IMAGE and POINT out, TRANSFORM in. See openigtlink.org/protocols."""

from __future__ import annotations

import struct
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from devices.igtlink.crc import crc64

HEADER = struct.Struct(">H12s20sIIQQ")
LARGEST_BODY = 1024 * 1024  # of what we take in: a pose has 48 bytes
_IMAGE = struct.Struct(">HBBBBHHH12f6H")
_POSE = struct.Struct(">12f")
_POINT = struct.Struct(">64s32s4B3ff20s")
_SCALARS = {np.dtype(np.uint8): 3, np.dtype(np.uint16): 5, np.dtype(np.float32): 10}
_LITTLE, _LPS = 2, 2
Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Header:
    """What comes before a body. `at_s` is seconds since 1970."""

    kind: str
    name: str
    at_s: float
    size: int
    checksum: int


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A picture (rows, columns) or (rows, columns, 3), uint8, uint16 or float32; the centre of its first pixel is the origin, rows go down y."""

    name: str
    at_s: float
    pixels: npt.NDArray[np.generic]
    mm_per_pixel: float


@dataclass(frozen=True, slots=True)
class Point:
    """A marked place in the picture's millimetres, with a size."""

    name: str
    label: str
    at_s: float
    position_mm: tuple[float, float, float]
    diameter_mm: float


@dataclass(frozen=True, slots=True, eq=False)
class Pose:
    """Where a tracked tool is: `matrix` 4×4, tool to tracker, mm."""

    name: str
    at_s: float
    matrix: Matrix


class NotUnderstood(ValueError):
    """Bytes that are no message, or none that can be used."""


def image(picture: Picture) -> bytes:
    """An IMAGE message."""
    pixels = np.ascontiguousarray(picture.pixels)
    if pixels.dtype not in _SCALARS or pixels.ndim not in {2, 3}:
        raise ValueError("a picture has two axes, or three with colours, of uint8, uint16 or float32")
    rows, columns = pixels.shape[:2]
    colours, step = pixels.shape[2] if pixels.ndim == 3 else 1, picture.mm_per_pixel
    axes = (step, 0.0, 0.0, 0.0, step, 0.0, 0.0, 0.0, 1.0)
    centre = (step * (columns - 1) / 2, step * (rows - 1) / 2, 0.0)
    size = (columns, rows, 1)
    head = _IMAGE.pack(1, colours, _SCALARS[pixels.dtype], _LITTLE, _LPS, *size, *axes, *centre, 0, 0, 0, *size)
    return _message("IMAGE", picture.name, picture.at_s, head + pixels.astype(pixels.dtype.newbyteorder("<"), copy=False).tobytes())


def point(mark: Point) -> bytes:
    """A POINT message with one point."""
    label, owner = mark.label.encode()[:63], mark.name.encode()[:19]
    return _message(
        "POINT", mark.name, mark.at_s, _POINT.pack(label, b"Rimlight", 198, 255, 0, 255, *mark.position_mm, mark.diameter_mm, owner)
    )


def header_of(content: bytes) -> Header:
    """Read a header; `NotUnderstood` when it is none, or announces more than is taken in."""
    version, kind, name, seconds, fraction, size, checksum = HEADER.unpack(content)
    if version not in {1, 2} or size > LARGEST_BODY:
        raise NotUnderstood
    return Header(_word(kind), _word(name), seconds + fraction / 2**32, size, checksum)


def pose_of(header: Header, body: bytes) -> Pose:
    """The pose in a TRANSFORM; `NotUnderstood` when it is damaged, or no rigid motion."""
    if header.kind != "TRANSFORM" or len(body) < _POSE.size or crc64(body) != header.checksum:
        raise NotUnderstood
    start = struct.unpack_from(">H", body)[0] if len(body) > _POSE.size else 0  # version 2 puts a header of its own before the content
    if start + _POSE.size > len(body):
        raise NotUnderstood
    numbers = np.array(_POSE.unpack_from(body, start), np.float64)
    matrix = np.eye(4)
    matrix[:3, :] = numbers.reshape(4, 3).T
    turn = matrix[:3, :3]
    if not np.isfinite(matrix).all() or not np.allclose(turn @ turn.T, np.eye(3), atol=1e-3) or np.linalg.det(turn) < 0:
        raise NotUnderstood
    matrix.setflags(write=False)
    return Pose(header.name, header.at_s, matrix)


def _message(kind: str, name: str, at_s: float, body: bytes) -> bytes:
    seconds = int(at_s)
    fraction = int((at_s - seconds) * 2**32)
    return HEADER.pack(1, kind.encode(), name.encode()[:19], seconds, fraction, len(body), crc64(body)) + body


def _word(raw: bytes) -> str:
    return raw.split(b"\0")[0].decode("ascii", "replace").strip()
