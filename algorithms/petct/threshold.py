"""The baseline of seed 001: a share of the PET's maximum inside what Otsu calls dense tissue on the CT."""

from __future__ import annotations

import numpy as np

from algorithms.petct.model import Floats, Mask, Prepared
from algorithms.petct.tissue import best_cut

STEPS = 256
NST_SHARES = (0.3, 0.28, 0.3, 0.28, 0.3)  # best mean DSC on 16 of 20 simulated specimens (family A), fold by fold, as in the seed
ILC_DCIS_SHARES = (0.42, 0.4, 0.52, 0.52, 0.52)  # the same on 10 ILC-like and 10 DCIS-like ones


def shares_for(*, nst: bool) -> tuple[float, ...]:
    """The five thresholds of a tumour type, of the specimen's maximal uptake."""
    return NST_SHARES if nst else ILC_DCIS_SHARES


def dense_tissue(prepared: Prepared) -> Mask:
    """Glandular tissue and tumour, parted from fat by Otsu inside the specimen."""
    inside = prepared.ct[prepared.specimen]
    counts, _ = np.histogram(inside, bins=STEPS, range=(0.0, 1.0))
    place, _ = best_cut(counts.astype(np.float64))
    return np.asarray((prepared.ct > np.float32((place + 1) / STEPS)) & prepared.specimen)


def by_threshold(prepared: Prepared, dense: Mask, share: float, pet_share: float) -> Mask:
    """Dense tissue with at least `share` of the specimen's maximal uptake; `pet_share` is where the PET was clipped, so it must lie below."""
    if not 0 < share < pet_share:
        raise ValueError("a threshold lies between nothing and where the PET is clipped")
    return np.asarray(dense & (prepared.pet >= np.float32(share / pet_share)))


def share_of_thresholds(prepared: Prepared, shares: tuple[float, ...], pet_share: float) -> Floats:
    """For each voxel the share of thresholds that call it tumour; the seed's five thresholds are averaged so and cut at one half."""
    dense = dense_tissue(prepared)
    total = np.zeros(prepared.ct.shape, dtype=np.float32)
    for share in shares:
        total += by_threshold(prepared, dense, share, pet_share)
    return total / np.float32(len(shares))
