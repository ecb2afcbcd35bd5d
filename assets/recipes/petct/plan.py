"""How much is drawn and trained: the numbers that decide what making the models costs, told by the card."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from assets.recipes.petct.crops import COARSE_CROPS, FINE_CROPS
from assets.recipes.petct.patients import ILC_DCIS, NST, TRUNK

TESTED = (120, 200)  # voxels of 0.1 mm along an edge of the scans of the evaluation


@dataclass(frozen=True, slots=True)
class Budget:
    """Steps of sixteen crops."""

    trunk_steps: int = 6000
    second_steps: int = 2000  # the trunk's second cycle
    member_steps: int = 120
    transfer_steps: int = 350


BUDGET = Budget()


def facts() -> dict[str, object]:
    """What the card tells."""
    counts = {"trunk": len(TRUNK), "folds": len(NST), "others": len(ILC_DCIS), "patients": len(TRUNK) + len(NST) + len(ILC_DCIS)}
    smallest, largest = (edge / 10 for edge in TESTED)
    return {**counts, "fine": FINE_CROPS, "coarse": COARSE_CROPS, "smallest": smallest, "largest": largest, **asdict(BUDGET)}
