"""What may differ from one simulated specimen PET-CT to the next, and the two families of generators that draw it.

Family A is what models are trained on. Family B is for honest testing and shares as little as it can: shapes are unions of soft balls instead of
spherical harmonics, fat is cut into lobules by a cellular (Worley) pattern instead of ridged noise, masses are heaps of balls instead of bulging
spheres with spicules; the beam is softer (fat is darker, contrast smaller), CT noise coarser with rings, PET voxels larger, its blur has tails and is
not corrected for attenuation, uptake contrast is lower and counts are fewer. Both draw from ranges, none from fixed values.

All ranges are ours. HU are those of clinical CT (fat about -100, glands about 40), spread wide. The softer the beam, the darker fat: at 20 keV the
attenuation of Johns & Yaffe (Phys Med Biol 1987;32:675) would put it near -440, which neither family holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np


class Family(StrEnum):
    """Which generator."""

    A = "a"
    B = "b"


class TumourKind(StrEnum):
    """What grows in the specimen. `BENIGN` and `NONE` hold no tumour; `BENIGN` takes up tracer all the same."""

    NST = "nst"
    MULTIFOCAL = "multifocal"
    ILC = "ilc"
    DCIS = "dcis"
    BENIGN = "benign"
    NONE = "none"


class Packing(StrEnum):
    """What lies around the specimen in the scanner."""

    AIR = "air"
    SPONGE = "sponge"
    GEL = "gel"


@dataclass(frozen=True, slots=True)
class Tissue:
    """HU and uptake (SUV by body weight) of what the specimen is made of; `density` is the share that is fibroglandular."""

    fat_hu: float
    gland_hu: float
    tumour_hu: float
    fat_suv: float
    gland_suv: float
    tumour_suv: float
    density: float


@dataclass(frozen=True, slots=True)
class Setting:
    """What is in the field besides the specimen: container (its wall mm, 0: none), wire, clips, bubbles, and what fills the space."""

    packing: Packing
    wall_mm: float
    wall_hu: float
    wires: int
    clips: int
    bubbles: int


@dataclass(frozen=True, slots=True)
class CtScanner:
    """Blur (standard deviation, mm), noise (HU, one voxel), cupping at the middle and rings (HU)."""

    blur_mm: float
    noise_hu: float
    noise_grain_voxels: float
    cupping_hu: float
    rings_hu: float


@dataclass(frozen=True, slots=True)
class PetScanner:
    """Voxel, blur of the detectors and of the filter after it (FWHM mm), a wide tail's share, coincidences per decay, background (SUV)."""

    spacing_mm: float
    detector_fwhm_mm: float
    filter_fwhm_mm: float
    tail_share: float
    sensitivity: float
    background_suv: float
    corrects_attenuation: bool


@dataclass(frozen=True, slots=True)
class Injection:
    """Who was given how much FDG and when: MBq, kg, m, minutes from injection to scan, minutes of scan."""

    dose_mbq: float
    weight_kg: float
    height_m: float
    minutes_before: float
    minutes_scan: float

    def bq_per_ml_at_scan(self, suv: float = 1.0) -> float:
        """The activity at the start of the scan that an SUV (decay corrected to the injection, 1 g/ml) stands for, Bq/ml."""
        left = 0.5 ** (self.minutes_before * 60 / HALF_LIFE_S)
        return float(suv * self.dose_mbq * 1e6 * left / (self.weight_kg * 1000))


@dataclass(frozen=True, slots=True)
class Traits:
    """One specimen's draw."""

    tissue: Tissue
    setting: Setting
    ct: CtScanner
    pet: PetScanner
    injection: Injection


HALF_LIFE_S = 6586.2  # fluorine-18
# Uptake of tumours (SUV) and their density over fibroglandular tissue (HU), by kind: lowest and highest.
UPTAKE = {
    TumourKind.NST: (2.5, 12.0),
    TumourKind.MULTIFOCAL: (2.5, 10.0),
    TumourKind.ILC: (1.4, 3.5),
    TumourKind.DCIS: (1.5, 4.5),
    TumourKind.BENIGN: (1.5, 4.0),
    TumourKind.NONE: (1.0, 1.0),
}
EXTRA_HU = {TumourKind.ILC: (-5.0, 15.0), TumourKind.DCIS: (-5.0, 20.0), TumourKind.BENIGN: (-5.0, 20.0)}


def draw_traits(random: np.random.Generator, kind: TumourKind, family: Family) -> Traits:
    """The traits of one specimen of this kind from this family."""
    b = family is Family.B
    return Traits(_tissue(random, kind, b=b), _setting(random, b=b), _ct(random, b=b), _pet(random, b=b), _injection(random, b=b))


def _tissue(random: np.random.Generator, kind: TumourKind, *, b: bool) -> Tissue:
    fat = random.uniform(-180, -100) if b else random.uniform(-140, -70)
    gland = random.uniform(15, 60) if b else random.uniform(10, 50)
    extra = random.uniform(*EXTRA_HU.get(kind, (5.0, 35.0) if b else (8.0, 50.0)))
    low, high = UPTAKE[kind]
    uptake = float(np.exp(random.uniform(np.log(low), np.log(high)))) * (0.8 if b else 1.0)
    return Tissue(
        fat_hu=fat,
        gland_hu=gland,
        tumour_hu=gland + extra,
        fat_suv=random.uniform(0.15, 0.4),
        gland_suv=random.uniform(0.4, 0.9) if b else random.uniform(0.35, 0.8),
        tumour_suv=uptake,
        density=random.uniform(0.15, 0.5) if b else random.uniform(0.1, 0.55),
    )


def _setting(random: np.random.Generator, *, b: bool) -> Setting:
    packings = [Packing.AIR, Packing.SPONGE, Packing.GEL] if b else [Packing.AIR, Packing.SPONGE]
    return Setting(
        packing=packings[int(random.integers(len(packings)))],
        wall_mm=random.uniform(0.3, 1.0) if random.random() < 0.6 else 0.0,
        wall_hu=random.uniform(-90, 140),
        wires=int(random.random() < 0.25),
        clips=int(random.integers(0, 4)) if random.random() < 0.5 else 0,
        bubbles=int(random.integers(0, 7)),
    )


def _ct(random: np.random.Generator, *, b: bool) -> CtScanner:
    if b:
        return CtScanner(
            random.uniform(0.08, 0.16), random.uniform(30, 70), random.uniform(0.7, 1.2), random.uniform(-15, 40), random.uniform(0, 12)
        )
    return CtScanner(random.uniform(0.05, 0.12), random.uniform(20, 55), random.uniform(0.3, 0.8), random.uniform(0, 30), 0.0)


def _pet(random: np.random.Generator, *, b: bool) -> PetScanner:
    if b:
        return PetScanner(
            0.45, random.uniform(0.9, 1.2), random.uniform(0.4, 0.9), random.uniform(0.05, 0.15), 0.05, 0.4, corrects_attenuation=False
        )
    return PetScanner(0.4, random.uniform(0.7, 0.9), random.uniform(0.5, 0.9), 0.0, 0.1, 0.2, corrects_attenuation=True)


def _injection(random: np.random.Generator, *, b: bool) -> Injection:
    """As a nurse writes it down: whole Bq would be false precision, and so would grams."""
    weight = round(float(np.clip(random.normal(72, 13), 42, 130)), 1)
    dose = round(weight * (random.uniform(2.0, 4.0) if b else random.uniform(2.5, 4.5)), 1)
    height = round(float(np.clip(random.normal(1.65, 0.07), 1.45, 1.85)), 2)
    return Injection(dose, weight, height, float(random.integers(60, 200)), 10.0)
