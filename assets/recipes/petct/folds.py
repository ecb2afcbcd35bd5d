"""Who trains, who stops, who tests: a stratified group nested five-fold over simulated patients, as in seed 001.

A member (outer, inner) never sees the patients of its outer fold (its test) and is stopped by those of its inner fold. Every member starts from
a trunk that was trained on patients of its own, who belong to no fold: so neither the test nor the stopping has been seen by anything the member
inherits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assets.recipes.petct.patients import Patient

FOLDS = 5


@dataclass(frozen=True, slots=True)
class Split:
    """One member's patients; a patient is the group, so no specimen is on two sides."""

    outer: int
    inner: int
    train: tuple[Patient, ...]
    stop: tuple[Patient, ...]
    test: tuple[Patient, ...]


def dealt(patients: Sequence[Patient], seed: int) -> list[list[Patient]]:
    """Five folds in which every stratum (kind of tumour × wanted margin) is as evenly dealt as its size allows."""
    strata: dict[str, list[Patient]] = defaultdict(list)
    for patient in patients:
        strata[patient.stratum].append(patient)
    rng = np.random.default_rng(seed)
    folds: list[list[Patient]] = [[] for _ in range(FOLDS)]
    place = 0
    for name in sorted(strata):
        for number in rng.permutation(len(strata[name])):
            folds[place % FOLDS].append(strata[name][int(number)])
            place += 1
    return folds


def splits(patients: Sequence[Patient]) -> list[Split]:
    """All twenty-five members' patients."""
    found = []
    outer_folds = dealt(patients, seed=0)
    for outer, test in enumerate(outer_folds):
        rest = [each for number, fold in enumerate(outer_folds) if number != outer for each in fold]
        inner_folds = dealt(rest, seed=1 + outer)
        for inner, stop in enumerate(inner_folds):
            train = [each for number, fold in enumerate(inner_folds) if number != inner for each in fold]
            found.append(Split(outer, inner, tuple(train), tuple(stop), tuple(test)))
    return found
