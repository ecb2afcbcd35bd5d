"""The simulated patients that models are made from, and the store of their crops: drawn once, prepared by the product's own `prepare`.

All are of the simulator's family A; family B is kept for testing. A seed is a patient, so a patient is never on two sides of a split. Half of the
specimens with tumour are drawn with a positive margin, because that is where the verdict is made.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.ndimage import binary_dilation

from algorithms.petct.model import Normalisation, Prepared, Scan
from algorithms.petct.preparation import prepare
from algorithms.statistics.result import Indeterminate
from assets.recipes.petct.crops import Bytes, cut
from assets.recipes.petct.simulator import simulator_digest
from devices.simulated.petct import SimulatedScan, simulate_scan
from devices.simulated.petct_families import Family, TumourKind

SMALLEST, LARGEST = 140, 340  # voxels of 0.1 mm along an edge of the scan
WITHOUT = (TumourKind.BENIGN, TumourKind.NONE)


@dataclass(frozen=True, slots=True)
class Patient:
    """One simulated specimen."""

    seed: int
    kind: TumourKind
    positive: bool | None
    family: Family = Family.A

    @property
    def stratum(self) -> str:
        """What folds are balanced by."""
        return f"{self.kind} {self.positive}"

    @property
    def name(self) -> str:
        """For files."""
        return f"{self.family}-{self.kind}-{self.seed}"

    @property
    def size(self) -> tuple[int, int, int]:
        """Slices, rows, columns."""
        one, two, three = np.random.default_rng(self.seed).integers(SMALLEST // 4, LARGEST // 4 + 1, 3) * 4
        return int(one), int(two), int(three)


def drawn(first_seed: int, kinds: Sequence[TumourKind], family: Family = Family.A) -> tuple[Patient, ...]:
    """One patient for each kind in the list; those with tumour by turns positive and negative."""
    turn: dict[TumourKind, bool] = {}
    found = []
    for number, kind in enumerate(kinds):
        turn[kind] = not turn.get(kind, False)
        found.append(Patient(first_seed + number, kind, None if kind in WITHOUT else turn[kind], family))
    return tuple(found)


COMMON = (*[TumourKind.NST] * 8, TumourKind.MULTIFOCAL, TumourKind.MULTIFOCAL, TumourKind.BENIGN, TumourKind.NONE)
RARE = (TumourKind.ILC, TumourKind.DCIS)
TRUNK = drawn(20_000, COMMON * 5)
# A benign lump with uptake looks like a tumour to PET and CT alike; members are stopped and judged by patients with a cancer by biopsy.
NST = tuple(patient for patient in drawn(10_000, COMMON * 7) if patient.kind is not TumourKind.BENIGN)
ILC_DCIS = drawn(30_000, RARE * 25)


def simulated(patient: Patient) -> SimulatedScan:
    """The patient's scan with its truth."""
    return simulate_scan(patient.seed, kind=patient.kind, positive=patient.positive, family=patient.family, size=patient.size)


def scan_of(made: SimulatedScan) -> Scan:
    """What the analysis is given of it."""
    return Scan(made.ct_hu, (made.ct_spacing_mm,) * 3, made.pet_suv, (made.pet_spacing_mm,) * 3)


def normalisation(cache: Path) -> Normalisation:
    """How the crops in the store are scaled."""
    return Normalisation(**json.loads((cache / "normalisation.json").read_text()))


def _measured(pool: ProcessPoolExecutor) -> dict[str, float]:
    """The 5th and the 99th percentile of tissue around the tumours of the first trunk patients, HU.

    The seed takes the 5th and 95th of lamellas; with the noise of single voxels the 95th would cut into the tumours themselves.
    """
    found = np.concatenate([each for each in pool.map(_tissue, TRUNK[:24]) if each is not None])
    low, high = np.percentile(found, [5, 99])
    return {"ct_low_hu": round(float(low), 1), "ct_high_hu": round(float(high), 1)}


def _tissue(patient: Patient) -> npt.NDArray[np.int16] | None:
    """HU of the specimen in the box around its tumour, 2 mm wider; every 31st voxel."""
    made = simulated(patient)
    if not made.tumour.any():
        return None
    seen = np.argwhere(made.tumour[::2, ::2, ::2]) * 2
    box = tuple(slice(max(0, int(low) - 20), int(high) + 20) for low, high in zip(seen.min(0), seen.max(0), strict=True))
    return made.ct_hu[box][made.specimen[box]][::31]


def crops_of(patient: Patient, cache: Path) -> Bytes:
    """The patient's crops, from the store where they are there."""
    path = cache / f"{patient.name}.npy"
    if not path.exists():
        part = path.with_suffix(".part.npy")
        np.save(part, _made(patient, normalisation(cache)))
        part.rename(path)
    return np.load(path, mmap_mode="r")


def _made(patient: Patient, scales: Normalisation) -> Bytes:
    """Simulated, prepared, cut; a specimen that the preparation declines gives nothing."""
    made = simulated(patient)
    prepared = prepare(scan_of(made), scales)
    if isinstance(prepared, Indeterminate):
        return np.zeros((0, 3, 128, 128), np.uint8)
    tumour = label(made, prepared)
    return cut(prepared.ct, prepared.pet, tumour, prepared.specimen, prepared.spacing_mm[0], patient.seed)


def label(made: SimulatedScan, prepared: Prepared) -> npt.NDArray[np.bool_]:
    """The tumour that is to be found on the prepared grid.

    The specimen as Otsu sees it ends up to two voxels beside the true one. Where true tumour is bare, the rim between the two counts as tumour, or
    the network would learn that no tumour ever reaches the surface.
    """
    tumour, truth = made.tumour[prepared.box], made.specimen[prepared.box]
    rim = binary_dilation(tumour, iterations=2) & ~truth
    return (tumour | rim) & prepared.specimen


def fill(cache: Path, jobs: int) -> None:
    """Draw and cut everybody who is not in the store yet."""
    cache.mkdir(parents=True, exist_ok=True)
    scales = cache / "normalisation.json"
    waiting = [each for each in (*TRUNK, *NST, *ILC_DCIS) if not (cache / f"{each.name}.npy").exists()]
    with ProcessPoolExecutor(jobs) as pool:
        if not scales.exists():
            scales.write_text(json.dumps(_measured(pool)))
            (cache / "simulator.sha256").write_text(simulator_digest())
        for patient, _ in zip(waiting, pool.map(_filled, waiting, [cache] * len(waiting)), strict=True):
            print(patient.name, flush=True)


def _filled(patient: Patient, cache: Path) -> None:
    """One patient into the store."""
    crops_of(patient, cache)
