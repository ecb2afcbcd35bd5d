"""From activity to SUV: which factor the header allows, by body weight and by lean body mass, and why not where it does not.

SUV = C · f · W · 1000 / dose (Bq/ml, kg, Bq). f by DecayCorrection, λ = ln 2 / half-life: START e^{λΔt} from injection to the reference time,
ADMIN 1, NONE e^{λΔt} · λT / (1 − e^{−λT}) for a frame of T seconds that began Δt after the injection. Lean body mass after Janmahasatian
(Clin Pharmacokinet 2005;44:1051). Reference time as QIBA's FDG profile: the series' time, unless that is later than the first acquisition.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from devices.scanner import Factor, SuvFactors, VolumeUnit

F18_HALF_LIFE_S = 6586.2
BODY_KG, BODY_M = (25.0, 350.0), (1.0, 2.3)
DOSE_BQ, DOSE_MBQ = (1e6, 5e9), (1.0, 5e3)
LONGEST_UPTAKE_S = 24 * 3600.0
HALF_LIFE_S = (30.0, 1e7)
BY_WEIGHT, BY_LEAN = frozenset({"", "BW"}), frozenset({"LBM", "LBMJANMA", "LBMJAMES128"})


class Correction(StrEnum):
    """To which moment the scanner corrected the decay."""

    START = "START"
    ADMIN = "ADMIN"
    NONE = "NONE"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Dose:
    """What the headers say of patient and tracer, as they say it; `scale` is what the maker's private field multiplies by to give an SUV."""

    unit: VolumeUnit
    suv_type: str
    correction: Correction
    weight: float | None
    size: float | None
    sex: str
    activity: float | None
    half_life_s: float | None
    nuclide: str
    injected: datetime | None
    dated: bool  # the injection's date is known, not only its time of day
    reference: datetime | None
    lasted_s: float | None
    scale: float | None = None


@dataclass(frozen=True, slots=True)
class Unknown:
    """Why something cannot be known."""

    reason: str


@dataclass(frozen=True, slots=True)
class Known:
    """A number, and what had to be assumed for it."""

    value: float
    notes: tuple[str, ...] = ()


def factors(dose: Dose) -> tuple[SuvFactors, tuple[str, ...]]:
    """Both factors, and notes of what was taken otherwise than it was written."""
    weight = _weight(dose)
    lean = _lean(dose, weight)
    by_weight: Known | Unknown
    by_lean: Known | Unknown
    if dose.scale is not None or dose.unit is VolumeUnit.SUV_BW:
        direct = Known(1.0 if dose.scale is None else dose.scale)
        by_weight, by_lean = direct, _by_lean(direct, weight, lean)
    elif dose.unit is VolumeUnit.SUV_LBM:
        by_lean = Known(1.0)
        by_weight = _by_weight(dose, weight, lean)
    elif dose.unit is VolumeUnit.BQML:
        uptake = _uptake(dose)
        by_weight = _scaled(uptake, weight)
        by_lean = _scaled(uptake, lean)
    else:
        by_weight = by_lean = Unknown(f"the PET holds {dose.unit.value} values, from which none follows")
    notes = tuple(dict.fromkeys(note for found in (by_weight, by_lean) if isinstance(found, Known) for note in found.notes))
    return SuvFactors(_factor(by_weight, "by body weight"), _factor(by_lean, "by lean body mass (Janmahasatian)")), notes


def decay(half_life_s: float) -> float:
    """λ, 1/s."""
    return math.log(2) / half_life_s


def during(half_life_s: float, lasted_s: float) -> float:
    """By how much a frame's mean lies below its beginning: λT / (1 − e^{−λT})."""
    spent = decay(half_life_s) * lasted_s
    return spent / -math.expm1(-spent) if spent > 1e-12 else 1.0


def half_life(dose: Dose) -> Known | Unknown:
    """As the scanner states it, because it corrected with that; fluorine-18's where only the nuclide is known."""
    if dose.half_life_s is not None and HALF_LIFE_S[0] <= dose.half_life_s <= HALF_LIFE_S[1]:
        return Known(dose.half_life_s)
    if dose.nuclide in {"C-111A1", "77004003", "F18", "F-18", "18F"}:
        return Known(F18_HALF_LIFE_S, ("The half-life is not stated; that of fluorine-18 was taken.",))
    return Unknown("the half-life of the tracer is not stated")


def _weight(dose: Dose) -> Known | Unknown:
    found = dose.weight
    if found is None or found <= 0:
        return Unknown("the patient's weight is not stated")
    if BODY_KG[0] <= found <= BODY_KG[1]:
        return Known(found)
    if BODY_KG[0] * 1000 <= found <= BODY_KG[1] * 1000:
        return Known(found / 1000, ("The weight is stated in grams and was read as such.",))
    return Unknown("the stated weight is not a person's; it may be the specimen's")


def _lean(dose: Dose, weight: Known | Unknown) -> Known | Unknown:
    """9270 W / (8780 + 244 BMI) in women, 9270 W / (6680 + 216 BMI) in men, kg."""
    if isinstance(weight, Unknown):
        return weight
    if dose.sex not in {"F", "M"}:
        return Unknown("lean body mass needs the sex, female or male, and it is not stated")
    size, notes = dose.size, weight.notes
    if size is not None and BODY_M[0] * 100 <= size <= BODY_M[1] * 100:
        size, notes = size / 100, (*notes, "The height is stated in centimetres and was read as such.")
    if size is None or not BODY_M[0] <= size <= BODY_M[1]:
        return Unknown("lean body mass needs the height, and no person's height is stated")
    base, slope = (8780.0, 244.0) if dose.sex == "F" else (6680.0, 216.0)
    return Known(9270.0 * weight.value / (base + slope * weight.value / size**2), notes)


def _by_lean(by_weight: Known, weight: Known | Unknown, lean: Known | Unknown) -> Known | Unknown:
    if isinstance(weight, Unknown) or isinstance(lean, Unknown):
        return lean if isinstance(lean, Unknown) else weight
    return Known(by_weight.value * lean.value / weight.value, lean.notes)


def _by_weight(dose: Dose, weight: Known | Unknown, lean: Known | Unknown) -> Known | Unknown:
    if dose.suv_type == "LBMJAMES128":
        return Unknown("the PET is scaled by another lean body mass (James)")
    if isinstance(weight, Unknown) or isinstance(lean, Unknown):
        return weight if isinstance(weight, Unknown) else lean
    return Known(weight.value / lean.value, lean.notes)


def _uptake(dose: Dose) -> Known | Unknown:
    """The factor over the dose, 1/Bq: what is left of the way from Bq/ml to an SUV but for the body."""
    activity = _activity(dose)
    if isinstance(activity, Unknown) or dose.correction is Correction.ADMIN:
        return activity if isinstance(activity, Unknown) else Known(1 / activity.value, activity.notes)
    if dose.correction is Correction.UNKNOWN:
        return Unknown("to which time the decay was corrected is not stated")
    life, waited = half_life(dose), _waited(dose)
    if isinstance(life, Unknown):
        return life
    if isinstance(waited, Unknown):
        return waited
    grown = math.exp(decay(life.value) * waited.value)
    notes = (*activity.notes, *life.notes, *waited.notes)
    if dose.correction is Correction.NONE:
        if dose.lasted_s is None:
            return Unknown("the decay is not corrected, and how long the frame lasted is not stated")
        grown *= during(life.value, dose.lasted_s)
    return Known(grown / activity.value, notes)


def _activity(dose: Dose) -> Known | Unknown:
    found = dose.activity
    if found is None or found <= 0:
        return Unknown("the injected activity is not stated")
    if DOSE_BQ[0] <= found <= DOSE_BQ[1]:
        return Known(found)
    if DOSE_MBQ[0] <= found <= DOSE_MBQ[1]:
        return Known(found * 1e6, ("The injected activity is stated in MBq and was read as such.",))
    return Unknown("the stated activity is not that of an injection")


def _waited(dose: Dose) -> Known | Unknown:
    """Seconds from injection to the reference time; an injection by the clock alone may lie before midnight."""
    if dose.injected is None or dose.reference is None:
        return Unknown("the time of the injection or of the scan is not stated")
    waited = (dose.reference - dose.injected).total_seconds()
    if 0 <= waited < LONGEST_UPTAKE_S:
        return Known(waited)
    clock = waited % timedelta(days=1).total_seconds()
    if not dose.dated and clock < LONGEST_UPTAKE_S / 2:
        return Known(clock, ("The injection was before midnight.",))
    if dose.dated and abs(waited) >= LONGEST_UPTAKE_S:
        return Unknown("the date of the injection is not that of the scan")
    return Unknown("the injection is stated to be after the scan")


def _scaled(uptake: Known | Unknown, mass: Known | Unknown) -> Known | Unknown:
    if isinstance(uptake, Unknown):
        return uptake
    return mass if isinstance(mass, Unknown) else Known(uptake.value * mass.value * 1000, (*uptake.notes, *mass.notes))


def _factor(found: Known | Unknown, how: str) -> Factor:
    if isinstance(found, Unknown):
        return Factor(None, f"No SUV {how}: {found.reason}.")
    return Factor(found.value, f"SUV {how}.")
