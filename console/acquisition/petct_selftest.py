"""Whether networks that a site brings run and answer probabilities: tried in a child, because an ONNX file of 133 bytes can ask for 4 GB."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from algorithms.petct.analysis import Method
from algorithms.petct.networks import MULTIPLE, Member, Network
from console.acquisition.petct_models import Family, read_models
from console.faults import ImportRefused
from devices.apart import ChildLost, ChildStalled, Teller, apart

PATIENCE_S = 120.0
ALLOWANCE_BYTES = 1536 * 1024**2
SAME = 1e-5


def self_test(folder: Path, family: Family, expected: int) -> None:
    """Every network of one family answers; else `ImportRefused` with its name. `expected` is how many there are."""
    place = 0
    try:
        with apart(_try_all, (str(folder), family.value), patience_s=PATIENCE_S, allowance_bytes=ALLOWANCE_BYTES) as child:
            for place in range(expected):  # noqa: B007 - told where the child is lost
                said = child.words()
                if not said["sound"]:
                    raise ImportRefused(f"The network {said['name']} does not answer probabilities from 0 to 1. Nothing was taken.")
    except (ChildLost, ChildStalled):
        number = f"number {place + 1} of the {family.value} networks"
        raise ImportRefused(f"What stands as {number} cannot be run within {ALLOWANCE_BYTES >> 20} MB. Nothing was taken.") from None


def _try_all(teller: Teller, arguments: tuple[str, ...]) -> None:
    """The child's work."""
    folder, family = arguments
    for member in read_models(Family(family), Method.ENSEMBLE, Path(folder)).members:
        teller.words(name=member.name, sound=answers(member))


def answers(member: Member) -> bool:
    """It opens, takes CT and PET as (N, 2, H, W), and answers one finite probability a pixel, twice the same."""
    pictures = np.zeros((2, 2, 4 * MULTIPLE, 6 * MULTIPLE), np.float32)
    pictures[1] = np.random.default_rng(0).random(pictures.shape[1:], dtype=np.float32)
    try:
        network = Network(member)
        found, again = network.probabilities(pictures), network.probabilities(pictures)
    except Exception:  # noqa: BLE001 - ONNX Runtime raises classes of its own
        return False
    if found.shape != (2, *pictures.shape[2:]) or not np.isfinite(found).all():
        return False
    return bool(found.min() >= 0 and found.max() <= 1 and np.abs(found - again).max() <= SAME)
