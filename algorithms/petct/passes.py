"""One network over a volume, slice by slice in one of three directions: windows that the network can take, answers where they belong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from algorithms.petct.model import Box, Floats, Mask
from algorithms.petct.networks import MULTIPLE, Network

HALO = (
    48  # voxels around the window that are computed and thrown away: 4e-5 in probability; 32 would be 2.5e-3, 112 nothing (docs/petct.md)
)
PIXELS_A_CALL = 130_000  # small pictures go together

Jobs = Sequence[Callable[[], None]]
Each = Callable[[Jobs], None]


def one_by_one(jobs: Jobs) -> None:
    """The plain way of doing jobs; whoever has threads passes another."""
    for job in jobs:
        job()


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


def look(network: Network, volume: Volume, axis: int, box: Box, out: Floats, slices: Iterable[int], each: Each, halo: int = HALO) -> int:
    """Add the network's probabilities to `out` (the box's shape) for these slices of the volume along `axis`; returns the pixels computed."""
    ct, pet, target = (np.moveaxis(array, axis, 0) for array in (volume.ct, volume.pet, out))
    first, *plane = (box[axis], *(span for number, span in enumerate(box) if number != axis))
    rows, columns = (window(span, size, halo) for span, size in zip(plane, ct.shape[1:], strict=True))
    at_once = max(1, PIXELS_A_CALL // (rows.padded * columns.padded))
    wanted = list(slices)
    chunks = [wanted[start : start + at_once] for start in range(0, len(wanted), at_once)]

    def job(chunk: list[int]) -> Callable[[], None]:
        return lambda: _one_call(network, (ct, pet), (rows, columns), chunk, target, first.start)

    each([job(chunk) for chunk in chunks])
    return len(wanted) * rows.padded * columns.padded


def _one_call(
    network: Network, pictures: tuple[Floats, Floats], plane: tuple[Window, Window], chunk: list[int], target: Floats, first: int
) -> None:
    rows, columns = plane
    given = np.zeros((len(chunk), 2, rows.padded, columns.padded), dtype=np.float32)
    height, width = rows.taken.stop - rows.taken.start, columns.taken.stop - columns.taken.start
    for number, place in enumerate(chunk):
        for channel, picture in enumerate(pictures):
            given[number, channel, :height, :width] = picture[place, rows.taken, columns.taken]
    answer = network.probabilities(given)
    inner = answer[:, _inside(rows), _inside(columns)]
    for number, place in enumerate(chunk):
        target[place - first] += inner[number]


def _inside(side: Window) -> slice:
    start = side.wanted.start - side.taken.start
    return slice(start, start + side.wanted.stop - side.wanted.start)


def slices_with(mask: Mask, axis: int, start: int) -> list[int]:
    """The slices of a box, beginning at `start`, in which something is asked."""
    others: Any = tuple(number for number in range(3) if number != axis)
    return [start + int(place) for place in np.flatnonzero(mask.any(axis=others))]
