"""How large the pictures in a PNG or TIFF are, and how deep, read from their headers alone: a bomb is refused before it is decoded."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

PNG = b"\x89PNG\r\n\x1a\n"
TIFF = (b"II*\x00", b"MM\x00*")
MOST_PAGES = 10_000
_WIDTH, _HEIGHT, _BITS, _SAMPLES, _SAMPLE_FORMAT = 256, 257, 258, 277, 339
_SIZES = {1: 1, 3: 2, 4: 4}
_FORMS = {1: "B", 3: "H", 4: "I"}


class Unreadable(Exception):
    """Why a file is not what it should be, as the end of a sentence that begins with its name."""


@dataclass(frozen=True, slots=True)
class Header:
    """One picture, before decoding. `samples` a pixel: 1 is grey."""

    rows: int
    columns: int
    bits: int
    samples: int


def png_header(content: bytes) -> Header:
    """Of a PNG whose every chunk is whole, so that what the decoder would silently leave black is refused."""
    place, header, ended = len(PNG), None, False
    while place + 12 <= len(content) and not ended:
        (length,) = struct.unpack(">I", content[place : place + 4])
        kind, body = content[place + 4 : place + 8], content[place + 8 : place + 8 + length]
        check = content[place + 8 + length : place + 12 + length]
        if len(body) < length or len(check) < 4 or zlib.crc32(kind + body) != struct.unpack(">I", check)[0]:
            raise Unreadable("is damaged or cut short")
        if kind == b"IHDR" and length == 13:
            columns, rows, bits, colour = struct.unpack(">IIBB", body[:10])
            header = Header(rows, columns, bits, {0: 1, 4: 2, 2: 3, 6: 4}.get(colour, 3))
        ended = kind == b"IEND"
        place += 12 + length
    if header is None or not ended:
        raise Unreadable("is damaged or cut short")
    return header


def tiff_headers(content: bytes) -> list[Header]:
    """Of every page."""
    order = "<" if content[:2] == b"II" else ">"
    seen: set[int] = set()
    headers = []
    place = _number(content, order, 4)
    while place:
        if place in seen or len(seen) >= MOST_PAGES:
            raise Unreadable("is damaged: its pages run in a circle")
        seen.add(place)
        tags, place = _directory(content, order, place)
        if _WIDTH not in tags or _HEIGHT not in tags:
            raise Unreadable("is damaged: a page does not say how large it is")
        if tags.get(_SAMPLE_FORMAT, 1) != 1:
            raise Unreadable("does not hold whole numbers; frames are 8 or 16 bits deep")
        headers.append(Header(tags[_HEIGHT], tags[_WIDTH], tags.get(_BITS, 1), tags.get(_SAMPLES, 1)))
    if not headers:
        raise Unreadable("holds no picture")
    return headers


def _number(content: bytes, order: str, place: int) -> int:
    if place + 4 > len(content):
        raise Unreadable("is damaged or cut short")
    return int(struct.unpack(f"{order}I", content[place : place + 4])[0])


def _directory(content: bytes, order: str, place: int) -> tuple[dict[int, int], int]:
    """The first value of each tag of one page, and where the next page begins."""
    if place + 2 > len(content):
        raise Unreadable("is damaged or cut short")
    (count,) = struct.unpack(f"{order}H", content[place : place + 2])
    end = place + 2 + 12 * count
    if end + 4 > len(content):
        raise Unreadable("is damaged or cut short")
    return dict(_tags(content, order, place + 2, count)), _number(content, order, end)


def _tags(content: bytes, order: str, place: int, count: int) -> Iterator[tuple[int, int]]:
    for start in range(place, place + 12 * count, 12):
        tag, kind, many = struct.unpack(f"{order}HHI", content[start : start + 8])
        if kind not in _SIZES or not many:
            continue
        size = _SIZES[kind]
        where = start + 8 if many * size <= 4 else _number(content, order, start + 8)
        if where + size <= len(content):
            yield tag, int(struct.unpack(f"{order}{_FORMS[kind]}", content[where : where + size])[0])
