"""The ensemble of seed 001: every member looks at every slice in three directions and the mean decides; only where and as long as it can matter.

`segment` takes a coarse look, then looks at 0.1 mm in the regions that it found and stops where the vote is decided. With `whole` it is the
full protocol, which the quick way is measured against.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from algorithms.petct.boxes import bounds, outside
from algorithms.petct.distances import Depth
from algorithms.petct.jobs import Each, one_by_one
from algorithms.petct.model import Floats, Prepared
from algorithms.petct.networks import Member, Network
from algorithms.petct.passes import HALO, Volume, look
from algorithms.petct.regions import Region, coarse_look, find_regions
from algorithms.petct.voting import DIRECTIONS, Ballot

COARSE_SHARE = 0.1  # of the whole work, as far as progress is concerned

Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Way:
    """How the ensemble works: `each` does jobs, in parallel if it can; `progress` hears the share that is done."""

    each: Each = one_by_one
    progress: Progress = lambda _share: None
    open_member: Callable[[Member], Network] = Network
    stop_early: bool = True
    whole: bool = False
    halo: int = HALO


@dataclass(frozen=True, slots=True, eq=False)
class Votes:
    """What the ensemble says in one region: mean probability, its spread between members, and how many members judged each voxel.

    `positive` says of each member whether it sees tumour within the positive distance of the surface there.
    `margins_mm` are the distances of the members that judged the whole region; infinite where a member sees no tumour.
    """

    region: Region
    probability: Floats
    spread: Floats
    positive: tuple[bool, ...]
    margins_mm: tuple[float, ...]


def segment(
    prepared: Prepared, members: Sequence[Member], depth: Depth, near_mm: float, *, multifocal: bool, way: Way
) -> tuple[Votes, ...]:
    """Probabilities wherever tumour is possible; `near_mm` below the surface every member is asked. Empty: no tumour anywhere."""
    regions = _everything(prepared) if way.whole else _suspicious(prepared, members, multifocal=multifocal, way=way)
    if not regions:
        way.progress(1.0)
        return ()
    volume = Volume(prepared.ct, prepared.pet)
    ballots = [Ballot(region, depth.within(region.box, near_mm), len(members), way.stop_early) for region in regions]
    margins: list[list[float]] = [[] for _ in regions]
    work = _Work(len(members), sum(region.mask.size for region in regions), way.progress, way.stop_early)
    for member in members:
        network = way.open_member(member)
        for ballot, own_margins in zip(ballots, margins, strict=True):
            margin = _vote(network, volume, ballot, depth, way)
            if margin is not None:
                own_margins.append(margin)
        work.tell(sum(int(ballot.open.sum()) for ballot in ballots))
    return tuple(
        Votes(ballot.region, ballot.probability, ballot.spread, tuple(ballot.positive), tuple(own))
        for ballot, own in zip(ballots, margins, strict=True)
    )


def _suspicious(prepared: Prepared, members: Sequence[Member], *, multifocal: bool, way: Way) -> tuple[Region, ...]:
    coarse = coarse_look(prepared, members, way.open_member, way.each, lambda done, of: way.progress(COARSE_SHARE * done / of))
    return find_regions(prepared, coarse, multifocal=multifocal)


def _everything(prepared: Prepared) -> tuple[Region, ...]:
    return (Region(bounds(np.ones(prepared.specimen.shape, dtype=bool)), prepared.specimen),)


def _vote(network: Network, volume: Volume, ballot: Ballot, depth: Depth, way: Way) -> float | None:
    """One member's mean over three directions where the ballot is open; its own margin where that is still the whole region."""
    if not ballot.open.any():
        ballot.abstain()
        return None
    part = bounds(ballot.open)
    box = outside(part, ballot.region.box)
    own = np.zeros(ballot.open[part].shape, dtype=np.float32)
    halo = max(volume.ct.shape) if way.whole else way.halo
    for axis in range(DIRECTIONS):
        look(network, volume, axis, box, own, ballot.open[part], way.each, halo)
    own /= np.float32(DIRECTIONS)
    seen = (own >= 0.5) & ballot.open[part]
    complete = ballot.complete
    margin = depth.least_mm(box, seen) if complete else None
    ballot.count(own, part)
    return margin


class _Work:
    """How much is done and how much is left, in voxels to judge: later members judge what is still open."""

    def __init__(self, members: int, voxels: int, progress: Progress, stop_early: bool) -> None:
        self._members, self._voxels, self._progress, self._stop_early = members, voxels, progress, stop_early
        self._spent, self._done, self._last = 0.0, 0, voxels

    def tell(self, still_open: int) -> None:
        self._spent += self._last
        self._done += 1
        self._last = still_open
        left = self._members - self._done
        undecided = max(0, self._members // 2 + 1 - self._done) if self._stop_early else left
        ahead = min(left, undecided) * self._voxels + max(0, left - undecided) * min(still_open, self._voxels // 4)
        self._progress(COARSE_SHARE + (1 - COARSE_SHARE) * self._spent / max(self._spent + ahead, 1))
