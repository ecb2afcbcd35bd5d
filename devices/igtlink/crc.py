"""The checksum that OpenIGTLink asks for: CRC-64 of ECMA-182, quick enough for live pictures.

A CRC is linear over GF(2). The message is cut into many equal lanes that numpy carries side by side, a byte of each at a time; then neighbours
are joined, half as many each time: crc(a‖b) = zeros(crc(a), len b) xor crc(b), where «zeros» runs a checksum over so many zero bytes, a linear map.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

POLYNOMIAL = 0x42F0E1EBA9EA3693
LANES = 16384
_TOP = 1 << 63
_ALL = (1 << 64) - 1
Words = npt.NDArray[np.uint64]


def _table() -> Words:
    rows = []
    for byte in range(256):
        register = byte << 56
        for _ in range(8):
            register = ((register << 1) ^ POLYNOMIAL if register & _TOP else register << 1) & _ALL
        rows.append(register)
    return np.array(rows, np.uint64)


TABLE = _table()
_PLAIN = [int(row) for row in TABLE]


def crc64(content: bytes | memoryview) -> int:
    """CRC-64 (ECMA-182, from zero, not reflected) of `content`."""
    octets = np.frombuffer(content, np.uint8)
    length = len(octets) // LANES
    if length < 4:
        return _slowly(0, bytes(content))
    whole = length * LANES
    crcs = np.zeros(LANES, np.uint64)
    columns = np.ascontiguousarray(octets[:whole].reshape(LANES, length).T)
    for column in columns:
        crcs = (crcs << np.uint64(8)) ^ TABLE[(crcs >> np.uint64(56)).astype(np.uint8) ^ column]
    while len(crcs) > 1:
        crcs = _through(_zeros(length), crcs[0::2]) ^ crcs[1::2]
        length *= 2
    return _slowly(int(crcs[0]), bytes(octets[whole:]))


def _slowly(register: int, content: bytes) -> int:
    for byte in content:
        register = ((register << 8) & _ALL) ^ _PLAIN[(register >> 56) ^ byte]
    return register


@cache
def _zeros(count: int) -> Words:
    """What `count` zero bytes make of a register: one row of 256 for each of its eight bytes, highest first."""
    if count == 1:
        columns = [[_slowly(byte << (56 - 8 * place), b"\0") for byte in range(256)] for place in range(8)]
        return np.array(columns, np.uint64)
    half = _zeros(count // 2)
    twice = np.stack([_through(half, row) for row in half])
    return twice if count % 2 == 0 else np.stack([_through(_zeros(1), row) for row in twice])


def _through(operator: Words, registers: Words) -> Words:
    """The linear map applied to each register."""
    result = np.zeros_like(registers)
    for place in range(8):
        result ^= operator[place][(registers >> np.uint64(56 - 8 * place)).astype(np.uint8)]
    return result
