"""The vote of the ensemble in one region: running sums, and which voxels no remaining vote can move across one half.

That stopping is exact: a voxel with sum S after k of n passes stays tumour when S ≥ n/2, and stays tissue when S + (n − k) < n/2.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from algorithms.petct.model import Floats, Mask
from algorithms.petct.regions import Region

DIRECTIONS = 3
LEAST_DOUBT = 0.02  # mean probability from which later members are still asked at the surface


@dataclass(slots=True, eq=False)
class Ballot:
    """Sums over members of their mean over three directions, `total` and `square`; `asked` counts how many members judged a voxel.

    `open` are the voxels that the next member must judge; `near` are those within the positive distance of the
    specimen's contour. `complete`: so far every member judged everything.
    """

    region: Region
    near: Mask
    members: int
    stop_early: bool
    done: int = 0
    complete: bool = True
    positive: list[bool] = field(default_factory=list)
    total: Floats = field(init=False)
    square: Floats = field(init=False)
    asked: npt.NDArray[np.uint8] = field(init=False)
    open: Mask = field(init=False)

    def __post_init__(self) -> None:
        """Nothing voted yet; everything is open."""
        shape = self.region.mask.shape
        self.total, self.square = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
        self.asked = np.zeros(shape, np.uint8)
        self.open = self.region.mask.copy()

    def count(self, own: Floats, where: tuple[slice, slice, slice]) -> None:
        """One member's mean over three directions, in a part of the region that holds all open voxels."""
        judged = self.open[where]
        votes = np.where(judged, own, np.float32(0))
        self.total[where] += votes
        self.square[where] += votes * votes
        self.asked[where] += judged
        self.positive.append(bool((votes[self.near[where]] >= 0.5).any()))
        self.done += 1
        if self.stop_early:
            self._settle()

    def _settle(self) -> None:
        """Close what is decided, but for places at the surface where a later member could still call the margin positive."""
        left, half = self.members - self.done, self.members / 2
        undecided = (self.total < half) & (self.total + left >= half)
        watched = self.near & (self.total >= LEAST_DOUBT * self.done)
        still = self.open & (undecided | watched)
        self.complete &= bool((still == self.open).all())
        self.open = still

    def abstain(self) -> None:
        """Nothing is open: no vote could matter, and at the surface nobody saw anything."""
        self.positive.append(False)
        self.done += 1

    @property
    def probability(self) -> Floats:
        """Mean over the members that judged; tumour exactly where ≥ 0.5, whatever was stopped early."""
        mean = self.total / np.maximum(self.asked, 1)
        return np.asarray(
            np.where(self.tumour, np.maximum(mean, 0.5), np.minimum(mean, np.nextafter(np.float32(0.5), np.float32(0)))), np.float32
        )

    @property
    def tumour(self) -> Mask:
        """Where the ensemble's mean over all members is at least one half."""
        return self.total >= self.members / 2

    @property
    def spread(self) -> Floats:
        """Standard deviation between the members that judged a voxel."""
        asked = np.maximum(self.asked, 1)
        return np.asarray(np.sqrt(np.maximum(self.square / asked - (self.total / asked) ** 2, 0)), dtype=np.float32)
