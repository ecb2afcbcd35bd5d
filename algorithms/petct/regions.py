"""Where the networks need to look closely: a first pass on a grid four times coarser finds every place that could be tumour.

What lies outside is tumour for no close look: the coarse probability stays under `MAYBE` within `REACH_MM` there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import cc3d
import edt
import numpy as np

from algorithms.petct.boxes import bounds
from algorithms.petct.jobs import Each
from algorithms.petct.model import Box, Floats, Mask, Prepared
from algorithms.petct.networks import Member, Network
from algorithms.petct.passes import Volume, look
from algorithms.petct.resampling import pooled

COARSE = 4
LOOKERS = 5  # members of the first pass, spread over all
MAYBE = 0.25  # mean probability from which a coarse voxel could be tumour
REACH_MM = 1.0
RIVAL = 0.25  # where one tumour is sought: pieces of at least this share of the largest could still turn out to be it


@dataclass(frozen=True, slots=True, eq=False)
class Region:
    """A place to look at closely: a box of the prepared scan, and the voxels in it."""

    box: Box
    mask: Mask


def lookers(members: Sequence[Member]) -> list[Member]:
    """Some members, evenly spread over the folds."""
    count = min(LOOKERS, len(members))
    return [members[number * len(members) // count] for number in range(count)]


def coarse_look(
    prepared: Prepared, members: Sequence[Member], open_member: Callable[[Member], Network], each: Each, say: Callable[[int, int], None]
) -> Floats:
    """Mean probability of some members in three directions on the coarse grid; `say` hears how many passes of how many are done."""
    volume = Volume(pooled(prepared.ct, COARSE), pooled(prepared.pet, COARSE))
    chosen = lookers(members)
    total = np.zeros(volume.ct.shape, dtype=np.float32)
    everywhere = np.ones(total.shape, dtype=bool)
    whole = bounds(everywhere)
    for number, member in enumerate(chosen):
        network = open_member(member)
        for axis in range(3):
            look(network, volume, axis, whole, total, everywhere, each)
            say(3 * number + axis + 1, 3 * len(chosen))
    return total / np.float32(3 * len(chosen))


def find_regions(prepared: Prepared, coarse: Floats, *, multifocal: bool) -> tuple[Region, ...]:
    """Boxes of the prepared scan, largest suspicion first; none where nothing could be tumour."""
    tissue = pooled(prepared.specimen, COARSE) > 0
    maybe = (coarse >= MAYBE) & tissue
    if not maybe.any():
        return ()
    side = tuple(COARSE * spacing for spacing in prepared.spacing_mm)
    near = np.asarray(edt.edt(~maybe, anisotropy=side, parallel=1) <= REACH_MM) & tissue
    labels, count = cc3d.connected_components(near, connectivity=26, return_N=True)
    sizes = np.bincount(labels[maybe], minlength=count + 1)
    sizes[0] = 0
    least = 1 if multifocal else RIVAL * sizes.max()
    order = [int(label) for label in np.argsort(sizes)[::-1] if sizes[label] >= least]
    return tuple(_region(labels == label, prepared) for label in order)


def _region(piece: Mask, prepared: Prepared) -> Region:
    """A coarse piece on the fine grid, only where there is specimen."""
    coarse = bounds(piece)
    spans = [slice(COARSE * span.start, min(COARSE * span.stop, size)) for span, size in zip(coarse, prepared.specimen.shape, strict=True)]
    box: Box = (spans[0], spans[1], spans[2])
    fine = piece[coarse]
    for axis in range(3):
        fine = np.repeat(fine, COARSE, axis=axis)
    fine = fine[tuple(slice(0, span.stop - span.start) for span in box)]
    return Region(box, fine & prepared.specimen[box])
