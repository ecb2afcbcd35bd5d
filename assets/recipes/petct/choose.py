"""Which three members the fast mode takes: those whose common margin stays closest to that of all, on simulated patients of their own.

The members that stop with the least loss are not the ones that agree best: a margin hangs on a few voxels, a loss on all of them. On patients of the
generator that drew the training patients nearly all members agree, so some are of the other one; no truth is looked at. Needs no PyTorch.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
import numpy.typing as npt

from algorithms.petct.analysis import finished
from algorithms.petct.distances import depth_below_surface
from algorithms.petct.ensemble import DIRECTIONS, Way
from algorithms.petct.jobs import one_by_one
from algorithms.petct.model import Floats, Mask, Normalisation
from algorithms.petct.networks import Network
from algorithms.petct.passes import Volume, look
from algorithms.petct.preparation import prepare
from algorithms.petct.regions import coarse_look, find_regions
from algorithms.statistics.result import Indeterminate
from assets.recipes.petct.evaluate import members_of
from assets.recipes.petct.patients import CHOOSING, Patient, scan_of
from devices.simulated.petct import simulate_scan
from devices.simulated.petct_families import Family, TumourKind

SMALLEST, LARGEST = 112, {Family.A: 172, Family.B: 164}  # voxels of 0.1 mm along an edge of the scan
FAST = 3
ENOUGH_MM = 0.1
FAR_MM = 0.5  # a margin further off than this counts no more: one odd patient must not decide


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """What every member answered where one patient's tumour is (members, …, float16), and how deep that lies."""

    answers: npt.NDArray[np.float16]
    depth_mm: Floats
    specimen: Mask

    def margin_mm(self, members: tuple[int, ...]) -> float:
        """What these members measure together; infinite where they see nothing."""
        mean = self.answers[list(members)].mean(axis=0, dtype=np.float32)
        tumour = finished((mean >= 0.5) & self.specimen, multifocal=False)
        return float(self.depth_mm[tumour].min()) if tumour.any() else float("inf")


def choose(models: Path, kept: Path) -> None:
    """Write the best three of each family into the manifest; `kept` holds answers, so that an interrupted choice goes on."""
    kept.mkdir(parents=True, exist_ok=True)
    path = models / "manifest.toml"
    for family, kinds in (("nst", {TumourKind.NST}), ("ilc-dcis", {TumourKind.ILC, TumourKind.DCIS})):
        cases = [case for patient in CHOOSING if patient.kind in kinds for case in _answered(patient, models, family, kept)]
        names = [each["name"] for each in tomllib.loads(path.read_text())["model"] if each["family"] == family]
        missed, away_mm, best = closest(cases, names)
        print(family, best, f"{len(cases)} patients, {missed} further than {ENOUGH_MM} mm, {away_mm:.4f} mm on average", flush=True)
        quoted = ", ".join(f'"{name}"' for name in best)
        path.write_text(re.sub(rf"(?m)^{family} = \[.*\]$", f"{family} = [{quoted}]", path.read_text()))


def closest(cases: list[Case], names: list[str]) -> tuple[int, float, list[str]]:
    """Of members of three outer folds: how often they are too far from all members, how far on average, and who they are."""
    everybody = [case.margin_mm(tuple(range(len(names)))) for case in cases]
    triples = [one for one in combinations(range(len(names)), FAST) if len({names[number].rsplit("-", 1)[0] for number in one}) == FAST]
    return min((*_apart([case.margin_mm(one) for case in cases], everybody), [names[number] for number in one]) for one in triples)


def _apart(some: list[float], everybody: list[float]) -> tuple[int, float]:
    away = [0.0 if one == other else abs(one - other) for one, other in zip(some, everybody, strict=True)]
    return sum(each > ENOUGH_MM + 1e-6 for each in away), float(np.mean(np.minimum(away, FAR_MM)))


def _answered(patient: Patient, models: Path, family: str, kept: Path) -> Iterator[Case]:
    """One case, or none where nothing is found."""
    path = kept / f"{patient.name}.npz"
    if not path.exists():
        case = _asked(patient, models, family)
        if case is None:
            return
        np.savez(path, answers=case.answers, depth_mm=case.depth_mm, specimen=case.specimen)
    with np.load(path) as found:
        yield Case(found["answers"], found["depth_mm"], found["specimen"])


def _asked(patient: Patient, models: Path, family: str) -> Case | None:
    """Every member's mean over three directions in the largest region, nothing stopped early."""
    size = np.random.default_rng(patient.seed).integers(SMALLEST // 4, LARGEST[patient.family] // 4 + 1, 3) * 4
    shape = (int(size[0]), int(size[1]), int(size[2]))
    made = simulate_scan(patient.seed, kind=patient.kind, positive=patient.positive, family=patient.family, size=shape)
    manifest = tomllib.loads((models / "manifest.toml").read_text())
    prepared, members = prepare(scan_of(made), Normalisation(**manifest["normalisation"])), members_of(manifest, models, family)
    if isinstance(prepared, Indeterminate):
        return None
    regions = find_regions(prepared, coarse_look(prepared, members, Network, one_by_one, lambda _done, _of: None), multifocal=False)
    if not regions:
        return None
    region, volume, answers = regions[0], Volume(prepared.ct, prepared.pet), []
    for member in members:
        network, own = Network(member), np.zeros(regions[0].mask.shape, np.float32)
        for axis in range(DIRECTIONS):
            look(network, volume, axis, region.box, own, region.mask, one_by_one, Way().halo)
        answers.append((own * region.mask / np.float32(DIRECTIONS)).astype(np.float16))
    return Case(np.array(answers), depth_below_surface(prepared.specimen, prepared.spacing_mm)[region.box], prepared.specimen[region.box])
