"""One network over a volume, slice by slice in one of three directions: windows that the network can take, answers where they belong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from algorithms.petct.boxes import counted_from
from algorithms.petct.jobs import Each
from algorithms.petct.model import Box, Cell, Floats, Mask
from algorithms.petct.networks import MULTIPLE, Network

HALO = 48  # voxels around the window that are computed and thrown away: 4e-4 in probability, 32 would be 1.3e-2 (docs/petct.md)
PIXELS_A_CALL = 130_000  # small pictures go together


@dataclass(frozen=True, slots=True, eq=False)
class Volume:
    """What the networks look at: CT and PET on one grid, 0 to 1."""

    ct: Floats
    pet: Floats


@dataclass(frozen=True, slots=True)
class Window:
    """Rows or columns of a slice: `wanted` of the whole, `taken` with its halo, `padded` to what the network takes."""

    wanted: slice
    taken: slice
    padded: int


def window(wanted: slice, size: int, halo: int) -> Window:
    """Around `wanted`, starting at a multiple of 16, so that the network's halvings fall as they would on the whole slice."""
    start = max(0, wanted.start - halo) // MULTIPLE * MULTIPLE
    stop = min(size, wanted.stop + halo)
    return Window(wanted, slice(start, stop), -(-(stop - start) // MULTIPLE) * MULTIPLE)


@dataclass(frozen=True, slots=True)
class Picture:
    """Neighbouring slices that go through the network together, and the rows and columns in which something is asked of them."""

    slices: tuple[int, ...]
    rows: Window
    columns: Window

    @property
    def pixels(self) -> int:
        """What the network has to compute."""
        return len(self.slices) * self.rows.padded * self.columns.padded


def look(network: Network, volume: Volume, axis: int, box: Box, out: Floats, asked: Mask, each: Each, halo: int = HALO) -> int:
    """Add the network's probabilities along `axis` to `out` at least wherever `asked`; both have the box's shape. Returns the pixels computed."""
    ct, pet, target = (np.moveaxis(array, axis, 0) for array in (volume.ct, volume.pet, out))
    order = (box[axis], *(span for number, span in enumerate(box) if number != axis))
    corner = (order[0].start, order[1].start, order[2].start)
    seen = pictures(np.moveaxis(asked, axis, 0), corner, (ct.shape[1], ct.shape[2]), halo)

    def job(picture: Picture) -> Callable[[], None]:
        return lambda: _one_call(network, (ct, pet), picture, target, corner)

    each([job(picture) for picture in seen])
    return sum(picture.pixels for picture in seen)


def pictures(asked: Mask, corner: Cell, size: tuple[int, int], halo: int) -> list[Picture]:
    """What has to be computed for what is `asked`, a box at `corner` in slices of `size`: each slice no further than it is asked."""
    across, along = np.any(asked, axis=2), np.any(asked, axis=1)
    filled = [int(place) for place in np.flatnonzero(across.any(axis=1))]
    if not filled:
        return []
    widest = [
        window(_span(np.asarray(lines.any(axis=0)), first), length, halo)
        for lines, first, length in zip((across, along), corner[1:], size, strict=True)
    ]
    at_once = max(1, PIXELS_A_CALL // (widest[0].padded * widest[1].padded))
    found = []
    for start in range(0, len(filled), at_once):
        chunk = filled[start : start + at_once]
        rows, columns = (
            window(_span(np.asarray(lines[chunk].any(axis=0)), first), length, halo)
            for lines, first, length in zip((across, along), corner[1:], size, strict=True)
        )
        found.append(Picture(tuple(corner[0] + place for place in chunk), rows, columns))
    return found


def _span(line: npt.NDArray[np.bool_], first: int) -> slice:
    """From the first to the last that is true, counted from `first`."""
    seen = np.flatnonzero(line)
    return slice(first + int(seen[0]), first + int(seen[-1]) + 1)


def _one_call(network: Network, volume: tuple[Floats, Floats], picture: Picture, target: Floats, corner: Cell) -> None:
    rows, columns = picture.rows, picture.columns
    given = np.zeros((len(picture.slices), 2, rows.padded, columns.padded), dtype=np.float32)
    height, width = rows.taken.stop - rows.taken.start, columns.taken.stop - columns.taken.start
    for number, place in enumerate(picture.slices):
        for channel, plane in enumerate(volume):
            given[number, channel, :height, :width] = plane[place, rows.taken, columns.taken]
    answer = network.probabilities(given)
    inner = answer[:, counted_from(rows.wanted, rows.taken.start), counted_from(columns.wanted, columns.taken.start)]
    where = counted_from(rows.wanted, corner[1]), counted_from(columns.wanted, corner[2])
    for number, place in enumerate(picture.slices):
        target[place - corner[0]][where] += inner[number]
