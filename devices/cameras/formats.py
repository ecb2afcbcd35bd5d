"""The pixels in a GenICam buffer: PFNC formats of 8 to 16 bits, unpacked to whole numbers, mosaics turned to colour."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

Bytes = npt.NDArray[np.uint8]


class UnknownFormat(ValueError):
    """Pixels that we cannot read, however often they come."""


PLAIN = {  # code: bits
    0x01080001: 8, 0x01100003: 10, 0x01100005: 12, 0x01100025: 14, 0x01100007: 16, 0x02180015: 8,
}  # fmt: skip
RGB8 = 0x02180014
_ORDERS = (cv2.COLOR_BayerGRBG2BGR, cv2.COLOR_BayerRGGB2BGR, cv2.COLOR_BayerGBRG2BGR, cv2.COLOR_BayerBGGR2BGR)
BAYER = {  # code: bits, how OpenCV calls the order
    start + place: (bits, order)
    for start, bits in ((0x01080008, 8), (0x0110000C, 10), (0x01100010, 12), (0x0110002E, 16))
    for place, order in enumerate(_ORDERS)
}
BAYER_PACKED_12 = {0x010C0057: _ORDERS[0], 0x010C0059: _ORDERS[1], 0x010C0055: _ORDERS[2], 0x010C0053: _ORDERS[3]}


def decoded(content: Bytes, code: int, rows: int, columns: int) -> tuple[npt.NDArray[Any], int]:
    """Pixels (rows, columns) or (rows, columns, BGR), uint8 or uint16, and their bits; `ValueError` when the buffer is no such picture."""
    if rows < 1 or columns < 1:
        raise ValueError("a picture without pixels")
    if code in PLAIN:
        return _plain(content, PLAIN[code], rows, columns * (3 if code >> 24 == 2 else 1)).reshape(_shape(code, rows, columns)), PLAIN[code]
    if code == RGB8:
        return np.asarray(cv2.cvtColor(_plain(content, 8, rows, columns * 3).reshape(rows, columns, 3), cv2.COLOR_RGB2BGR)), 8
    if code in BAYER:
        bits, order = BAYER[code]
        return np.asarray(cv2.cvtColor(_plain(content, bits, rows, columns), order)), bits
    if code in BAYER_PACKED_12:
        return np.asarray(cv2.cvtColor(_unpacked_12(content, rows, columns), BAYER_PACKED_12[code])), 12
    if code in PACKED:
        unpack, bits = PACKED[code]
        return unpack(content, rows, columns), bits
    raise UnknownFormat("a pixel format that is not known")


def _shape(code: int, rows: int, columns: int) -> tuple[int, ...]:
    return (rows, columns, 3) if code >> 24 == 2 else (rows, columns)


def _plain(content: Bytes, bits: int, rows: int, across: int) -> npt.NDArray[Any]:
    """A view of the buffer where its rows follow each other; a line's padding is cut off."""
    size = 1 if bits == 8 else 2
    if len(content) % rows or len(content) // rows < across * size:
        raise ValueError("a buffer of another size than its picture")
    lines = content.reshape(rows, -1)[:, : across * size]
    return np.ascontiguousarray(lines).view(np.uint8 if bits == 8 else np.dtype("<u2"))


def _groups(content: Bytes, pixels: int, per_group: int, size: int) -> npt.NDArray[np.uint16]:
    """Whole groups of `size` bytes that hold `per_group` pixels."""
    groups = -(-pixels // per_group)
    if len(content) < groups * size:
        raise ValueError("a buffer of another size than its picture")
    return content[: groups * size].reshape(groups, size).astype(np.uint16)


def _unpacked_12(content: Bytes, rows: int, columns: int) -> npt.NDArray[np.uint16]:
    three = _groups(content, rows * columns, 2, 3)
    pair = np.stack([three[:, 0] | (three[:, 1] & 15) << 8, three[:, 1] >> 4 | three[:, 2] << 4], axis=1)
    return np.ascontiguousarray(pair.reshape(-1)[: rows * columns].reshape(rows, columns))


def _unpacked_gige_12(content: Bytes, rows: int, columns: int) -> npt.NDArray[np.uint16]:
    three = _groups(content, rows * columns, 2, 3)
    pair = np.stack([three[:, 0] << 4 | three[:, 1] & 15, three[:, 2] << 4 | three[:, 1] >> 4], axis=1)
    return np.ascontiguousarray(pair.reshape(-1)[: rows * columns].reshape(rows, columns))


def _unpacked_10(content: Bytes, rows: int, columns: int) -> npt.NDArray[np.uint16]:
    five = _groups(content, rows * columns, 4, 5)
    four = [five[:, at] >> 2 * at | (five[:, at + 1] << 8 - 2 * at) & 0x3FF for at in range(4)]
    return np.ascontiguousarray(np.stack(four, axis=1).reshape(-1)[: rows * columns].reshape(rows, columns))


PACKED = {  # PFNC's "p": least significant bits first; GigE Vision 1.x: high bytes outside, both low halves between them
    0x010A0046: (_unpacked_10, 10), 0x010C0047: (_unpacked_12, 12), 0x010C0006: (_unpacked_gige_12, 12),
}  # fmt: skip
