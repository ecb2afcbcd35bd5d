"""Pixels of GenICam buffers, packed by hand here and unpacked there."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from devices.cameras.formats import BAYER, PLAIN, RGB8, UnknownFormat, decoded

ROWS, COLUMNS = 6, 8


def twelve(values, order):
    """Two pixels in three bytes, in one of both orders."""
    one, two = values.reshape(-1, 2).T.astype(np.uint32)
    middle = (one >> 8 if order == "pfnc" else one & 15) | (two & 15) << 4
    three = (one & 255 if order == "pfnc" else one >> 4, middle, two >> 4)
    return np.stack(three, axis=1).astype(np.uint8).reshape(-1)


def ten(values):
    """Four pixels in five bytes, least significant bits first."""
    bits = np.unpackbits(values.reshape(-1, 1).astype("<u2").view(np.uint8), axis=1, bitorder="little")[:, :10]
    return np.packbits(bits.reshape(-1), bitorder="little")


@given(arrays(np.uint16, (ROWS, COLUMNS), elements=st.integers(0, 4095)))
def test_packed_pixels_are_what_was_packed(values):
    for code, content in ((0x010C0047, twelve(values, "pfnc")), (0x010C0006, twelve(values, "gige"))):
        pixels, bits = decoded(content, code, ROWS, COLUMNS)
        assert bits == 12
        assert np.array_equal(pixels, values)
    pixels, bits = decoded(ten(values & 1023), 0x010A0046, ROWS, COLUMNS)
    assert bits == 10
    assert np.array_equal(pixels, values & 1023)


@pytest.mark.parametrize("code", [code for code in PLAIN if code >> 24 == 1])
def test_plain_pixels_and_the_padding_of_their_lines(code):
    kind = np.uint8 if PLAIN[code] == 8 else np.uint16
    values = np.arange(ROWS * COLUMNS, dtype=kind).reshape(ROWS, COLUMNS)
    padded = np.pad(values, ((0, 0), (0, 3)))
    for content in (values, padded):
        pixels, bits = decoded(np.ascontiguousarray(content).view(np.uint8).reshape(-1), code, ROWS, COLUMNS)
        assert bits == PLAIN[code]
        assert np.array_equal(pixels, values)


@pytest.mark.parametrize("code", BAYER)
def test_an_even_colour_behind_a_mosaic_comes_out_as_that_colour(code):
    bits, _ = BAYER[code]
    red, green, blue = 40, 120, 200
    start = {0: ("g", "r", "b", "g"), 1: ("r", "g", "g", "b"), 2: ("g", "b", "r", "g"), 3: ("b", "g", "g", "r")}
    place = next(low for low in (0x01080008, 0x0110000C, 0x01100010, 0x0110002E) if low <= code < low + 4)
    tile = np.array([{"r": red, "g": green, "b": blue}[letter] for letter in start[code - place]]).reshape(2, 2)
    mosaic = np.tile(tile, (ROWS, COLUMNS)).astype(np.uint8 if bits == 8 else np.uint16)
    pixels, found = decoded(mosaic.view(np.uint8).reshape(-1), code, 2 * ROWS, 2 * COLUMNS)
    assert found == bits
    assert (pixels[4:-4, 4:-4] == (blue, green, red)).all()


def test_colours_come_in_opencvs_order():
    content = np.tile(np.array([1, 2, 3], np.uint8), ROWS * COLUMNS)
    assert (decoded(content, RGB8, ROWS, COLUMNS)[0] == (3, 2, 1)).all()
    assert (decoded(content, 0x02180015, ROWS, COLUMNS)[0] == (1, 2, 3)).all()


@pytest.mark.parametrize("code", [*PLAIN, *BAYER, RGB8, 0x010C0047, 0x010C0006, 0x010A0046, 0x010C0053])
@pytest.mark.parametrize("size", [0, 1, 7])
def test_a_buffer_of_another_size_is_no_picture(code, size):
    with pytest.raises(ValueError):
        decoded(np.zeros(size, np.uint8), code, ROWS, COLUMNS)


def test_what_is_not_known_is_said():
    with pytest.raises(UnknownFormat):
        decoded(np.zeros(64, np.uint8), 0x0123, ROWS, COLUMNS)
