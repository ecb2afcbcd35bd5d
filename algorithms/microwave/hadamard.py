"""Hadamard patterns, the orders in which scanners show them, and the fast way from readings back to pixels.

Pattern (u, v) is the product of Walsh function u down the rows and v along the columns; u and v count sign changes. A scan shows each as a
positive and then a negative mask, whose readings are subtracted. Everything is orthonormal here: transforming twice changes nothing.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache

import numpy as np
import numpy.typing as npt

from algorithms.microwave.media import AnyComplex, Complexes, Flags, Reals

Indices = npt.NDArray[np.intp]
LARGEST_SIDE = 1024
BLOCK_COLUMNS = 16  # of an image cube: a block of 256 × 256 pixels stays in the cache


class Ordering(StrEnum):
    """The order in which patterns were shown; the words are those of scan files."""

    NATURAL = "natural"
    SEQUENCY = "sequency"
    CAKE_CUTTING = "cake-cutting"


def is_side(length: int) -> bool:
    """Whether patterns of that side exist: a power of two."""
    return 2 <= length <= LARGEST_SIDE and length & (length - 1) == 0


@cache
def walsh(side: int) -> Reals:
    """Orthonormal Walsh functions as rows, by sign changes, (side, side)."""
    if not is_side(side):
        raise ValueError("Hadamard patterns have sides of 2, 4, 8 … pixels")
    signs = np.ones((1, 1))
    while len(signs) < side:
        signs = np.block([[signs, signs], [signs, -signs]])
    found: Reals = signs[natural_of_sequency(side)] / np.sqrt(side)
    found.setflags(write=False)
    return found


@cache
def natural_of_sequency(side: int) -> Indices:
    """For each number of sign changes, the row of Sylvester's matrix that has it: the Gray code, bits reversed."""
    sequency = np.arange(side)
    gray, found = sequency ^ (sequency >> 1), np.zeros(side, dtype=np.intp)
    for bit in range(side.bit_length() - 1):
        found |= ((gray >> bit) & 1) << (side.bit_length() - 2 - bit)
    found.setflags(write=False)
    return found


@cache
def order(ordering: Ordering, rows: int, columns: int) -> Indices:
    """Place u × columns + v of each pattern in the order shown, (rows × columns,).

    Natural: rows of Sylvester's matrix of rows × columns pixels. Sequency: by u, then v. Cake-cutting: by the number of pieces (u+1)(v+1), equal
    ones by u, then v (facts; Yu 2019 leaves ties open).
    """
    u, v = (axis.ravel() for axis in np.mgrid[:rows, :columns])
    match ordering:
        case Ordering.NATURAL:
            found = np.argsort(natural_of_sequency(rows)[u] * columns + natural_of_sequency(columns)[v])
        case Ordering.SEQUENCY:
            found = np.arange(rows * columns)
        case Ordering.CAKE_CUTTING:
            found = np.argsort((u + 1) * (v + 1), kind="stable")
    found.setflags(write=False)
    return found


@cache
def other_orders(ordering: Ordering, rows: int, columns: int) -> tuple[Indices, ...]:
    """What else scanners mean by the same word, in case an image makes no sense in our order.

    Orders that only swap u and v are not among them: they show the same image, transposed, and no reading tells which.
    """
    u, v = (axis.ravel() for axis in np.mgrid[:rows, :columns])
    row, column = natural_of_sequency(rows)[u], natural_of_sequency(columns)[v]
    natural, pieces = row * columns + column, (u + 1) * (v + 1)
    # Sign changes of the whole pattern read as one line, row after row: within each row, and where one row ends and the next begins.
    along = rows * v + np.where(v % 2 == 0, u, rows - 1 - u)
    match ordering:
        case Ordering.NATURAL:
            found = []
        case Ordering.SEQUENCY:
            found = [np.argsort(along), np.lexsort((u, u + v))]
        case Ordering.CAKE_CUTTING:
            found = [np.lexsort((tie, pieces)) for tie in (natural, along, np.abs(u - v))]
    for each in found:
        each.setflags(write=False)
    return tuple(found)


def masks(ordering: Ordering, rows: int, columns: int, number: int) -> tuple[Flags, Flags]:
    """The positive and the negative mask of pattern `number` in its order, (rows, columns) bool: True is lit."""
    u, v = divmod(int(order(ordering, rows, columns)[number]), columns)
    lit = np.outer(walsh(rows)[u], walsh(columns)[v]) > 0
    return lit, ~lit


def transform(cube: AnyComplex, rows: int, columns: int) -> None:
    """Hadamard transform in place of (rows × columns, F) between pixels and patterns (u × columns + v): its own inverse.

    Each axis is one small matrix product, block by block; that beats butterflies, which cross the memory log2(N) times.
    """
    numbers = cube.view(np.float32 if cube.dtype == np.complex64 else np.float64)
    down, along = (np.asarray(walsh(side), dtype=numbers.dtype) for side in (rows, columns))
    for start in range(0, numbers.shape[1], 2 * BLOCK_COLUMNS):
        block = np.ascontiguousarray(numbers[:, start : start + 2 * BLOCK_COLUMNS])
        numbers[:, start : start + 2 * BLOCK_COLUMNS] = transform_real(block, down, along)


def transform_real(block: Reals, down: Reals, along: Reals) -> Reals:
    """One block (rows × columns, C) of real numbers through both axes. Walsh matrices by sign changes are symmetric."""
    rows, columns = len(down), len(along)
    half = (down @ block.reshape(rows, -1)).reshape(rows, columns, -1)
    found: Reals = np.matmul(along, half).reshape(rows * columns, -1)
    return found


def add_pattern(image: Complexes, place: int, reading: Complexes, columns: int) -> None:
    """Add one pattern's reading (C,) to a growing image (rows × columns, C) in place: a rank-one update, so that a live map costs no transform."""
    u, v = divmod(place, columns)
    pattern = np.outer(walsh(len(image) // columns)[u], walsh(columns)[v]).ravel()
    image += pattern[:, None] * reading
