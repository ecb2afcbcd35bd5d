"""Reads a photograph or an exported screenshot (PNG, JPEG): its size is read from the header before anything is decoded."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

import cv2
import numpy as np

from devices.radiographs.radiograph import Grey, Radiograph, check_size, refused

PNG, JPEG, JPEG_END = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"\xff\xd9"
DAMAGED = "The picture is damaged; copy it again from where it was made."
_SIZES = frozenset({*range(0xC0, 0xD0), 0xF7}) - {0xC4, 0xC8, 0xCC}  # the markers that begin a frame and say its size; the last is JPEG-LS
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})  # the markers that carry no length


def is_photo(content: bytes) -> bool:
    """Whether it begins like a PNG or a JPEG."""
    return content.startswith((PNG, JPEG))


def read_photo(content: bytes) -> Radiograph:
    """The picture in grey. A photograph never says how large a pixel is: a known length in it must."""
    media_type = "image/png" if content.startswith(PNG) else "image/jpeg"
    return Radiograph(decoded(content), None, "PHOTO", media_type)


def decoded(content: bytes) -> Grey:
    """Grey pixels of a PNG or JPEG, read-only; refused where header and content do not agree or the file is broken.

    The decoder fills what it cannot read with grey, and nobody should measure on that: whether the file is whole is asked first.
    """
    rows, columns = png_size(content) if content.startswith(PNG) else jpeg_size(content)
    check_size(rows, columns)
    if not (_whole_png(content) if content.startswith(PNG) else content.rstrip(b"\0").endswith(JPEG_END)):
        raise refused(DAMAGED)
    try:
        picture = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_GRAYSCALE | cv2.IMREAD_IGNORE_ORIENTATION)
    except cv2.error:
        picture = None
    if picture is None or picture.shape != (rows, columns):
        raise refused(DAMAGED)
    found: Grey = np.asarray(picture, dtype=np.uint8)
    found.setflags(write=False)
    return found


def png_size(content: bytes) -> tuple[int, int]:
    """Rows and columns from the header of a PNG."""
    if len(content) < 33 or content[12:16] != b"IHDR":
        raise refused("The PNG has no header; copy it again from where it was made.")
    columns, rows = struct.unpack(">II", content[16:24])
    return rows, columns


def _whole_png(content: bytes) -> bool:
    """Whether every piece up to the last has the checksum that it carries."""
    place = len(PNG)
    while place + 12 <= len(content):
        end = place + 8 + int.from_bytes(content[place : place + 4], "big")
        if int.from_bytes(content[end : end + 4], "big") != zlib.crc32(content[place + 4 : end]):
            return False
        if content[place + 4 : place + 8] == b"IEND":
            return True
        place = end + 4
    return False


def jpeg_size(content: bytes) -> tuple[int, int]:
    """Rows and columns from the one frame header of a JPEG; refused where it has none, or two that disagree."""
    sizes = {(rows, columns) for rows, columns in _frames(content)}
    if len(sizes) != 1:
        raise refused("The JPEG does not say how large it is; copy it again from where it was made.")
    return sizes.pop()


def _frames(content: bytes) -> Iterator[tuple[int, int]]:
    """The size that each frame header says, up to the first scan."""
    place = 2
    while place + 4 <= len(content):
        if content[place] != 0xFF:
            return
        marker = content[place + 1]
        if marker == 0xFF:
            place += 1
            continue
        if marker in _ALONE:
            place += 2
            continue
        if marker == 0xDA:
            return
        length = int.from_bytes(content[place + 2 : place + 4], "big")
        if marker in _SIZES and place + 9 <= len(content):
            yield struct.unpack(">HH", content[place + 5 : place + 9])
        place += 2 + max(2, length)
