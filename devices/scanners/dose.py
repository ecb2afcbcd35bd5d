"""Reads what PET headers say of unit, tracer, patient and times, classic or enhanced, and how each picture's values become comparable."""

from __future__ import annotations

from datetime import datetime, timezone

import numpy as np
import numpy.typing as npt
from pydicom.dataset import Dataset

from devices.scanner import VolumeUnit
from devices.scanners import attributes
from devices.scanners.attributes import item, items, moment, number, stamp, text, words, zone_of
from devices.scanners.stacks import Stack
from devices.scanners.suv import BY_LEAN, BY_WEIGHT, Correction, Dose, Unknown, decay, during, half_life

PHILIPS, PHILIPS_SUV, PHILIPS_BQML = (0x7053, "Philips PET Private Group"), 0x00, 0x09
GE, GE_SCAN = (0x0009, "GEMS_PETD_01"), 0x0D
UNITS = {"BQML": VolumeUnit.BQML, "BQ/ML": VolumeUnit.BQML, "CNTS": VolumeUnit.COUNTS}


def dose(stack: Stack) -> Dose:
    """What is known of the dose of this PET."""
    header = stack.group.first.header
    tracer = item(header, "RadiopharmaceuticalInformationSequence") or Dataset()
    unit, suv_type, scale = _unit(header)
    correction = _correction(header)
    reference = _reference(stack, correction)
    injected, dated = _injected(header, tracer, reference)
    code = item(tracer, "RadionuclideCodeSequence") or Dataset()
    lasted = {picture.lasted_s for picture in stack.pictures}
    return Dose(
        unit,
        suv_type,
        correction,
        number(header, "PatientWeight"),
        number(header, "PatientSize"),
        text(header, "PatientSex").upper(),
        number(tracer, "RadionuclideTotalDose"),
        number(tracer, "RadionuclideHalfLife"),
        text(code, "CodeValue").upper(),
        injected,
        dated,
        reference,
        lasted.pop() if len(lasted) == 1 else None,
        scale,
    )


def to_activity(stack: Stack, known: Dose) -> float:
    """What stored values of a maker's counts are multiplied by to give Bq/ml; 1 elsewhere."""
    header = stack.group.first.header
    if known.unit is VolumeUnit.BQML and _code(header) == "CNTS":
        return _private(header, PHILIPS, PHILIPS_BQML) or 1.0
    return 1.0


def levelled(stack: Stack, known: Dose) -> npt.NDArray[np.float64] | None:
    """By what each picture is multiplied so that all stand at the reference time, where the scanner corrected no decay; None: nothing to do.

    Frames that were taken minutes apart would otherwise show the same tissue at different heights.
    """
    if known.correction is not Correction.NONE or known.reference is None:
        return None
    life = half_life(known)
    times = [(picture.acquired, picture.lasted_s) for picture in stack.pictures]
    if isinstance(life, Unknown) or any(began is None or lasted is None for began, lasted in times) or len(set(times)) == 1:
        return None
    rate = decay(life.value)
    whole = during(life.value, known.lasted_s) if known.lasted_s is not None else 1.0
    return np.array(
        [
            np.exp(rate * (began - known.reference).total_seconds()) * during(life.value, lasted) / whole
            for began, lasted in times
            if began is not None and lasted is not None
        ]
    )


def _code(header: Dataset) -> str:
    """The unit's word; enhanced pictures keep it with the mapping to the real world."""
    said = text(header, "Units").upper()
    if said:
        return said
    shared = item(header, "SharedFunctionalGroupsSequence") or item(header, "PerFrameFunctionalGroupsSequence") or Dataset()
    for holder in (shared, header):
        for mapped in items(holder, "RealWorldValueMappingSequence"):
            return text(item(mapped, "MeasurementUnitsCodeSequence") or Dataset(), "CodeValue").upper()
    return ""


def _unit(header: Dataset) -> tuple[VolumeUnit, str, float | None]:
    """The unit of the values once rescaled, its kind of SUV, and a maker's own factor to SUV."""
    code, suv_type = _code(header), text(header, "SUVType").upper()
    if code == "CNTS":
        scale = _private(header, PHILIPS, PHILIPS_SUV)
        return (VolumeUnit.COUNTS, "", scale) if scale else (_counted(header), "", None)
    if code in {"GML", "G/ML", "G/ML{SUVBW}"} and suv_type in BY_WEIGHT:
        return VolumeUnit.SUV_BW, "BW", None
    if code in {"GML", "G/ML"} and suv_type in BY_LEAN:
        return VolumeUnit.SUV_LBM, suv_type, None
    if code in {"G/ML{SUVLBM}", "G/ML{SUVLBM(JANMA)}", "G/ML{SUVLBM(JAMES128)}"}:
        return VolumeUnit.SUV_LBM, "LBMJAMES128" if "JAMES" in code else "LBMJANMA", None
    return UNITS.get(code, VolumeUnit.OTHER), "", None


def _counted(header: Dataset) -> VolumeUnit:
    return VolumeUnit.BQML if _private(header, PHILIPS, PHILIPS_BQML) else VolumeUnit.COUNTS


def _private(header: Dataset, block: tuple[int, str], element: int) -> float | None:
    try:
        found = float(header.private_block(*block)[element].value)
    except Exception:  # noqa: BLE001 - not there, or damaged: the same
        return None
    return found if np.isfinite(found) and found > 0 else None


def _correction(header: Dataset) -> Correction:
    said = text(header, "DecayCorrection").upper()
    if said in set(Correction):
        return Correction(said) if said else _enhanced_correction(header)
    return Correction.UNKNOWN


def _enhanced_correction(header: Dataset) -> Correction:
    """Enhanced pictures say YES or NO, and to which moment."""
    match text(header, "DecayCorrected").upper():
        case "YES":
            return Correction.START
        case "NO":
            return Correction.NONE
    return Correction.START if "DECY" in words(header, "CorrectedImage") else Correction.UNKNOWN


def _reference(stack: Stack, correction: Correction) -> datetime | None:
    """To which moment the values are corrected, or where they are not, the beginning of the first frame."""
    header = stack.group.first.header
    began = [picture.acquired for picture in stack.pictures if picture.acquired is not None]
    first = min(began) if began else None
    if correction is Correction.NONE:
        return first
    stated = stamp(text(header, "DecayCorrectionDateTime"))[0]
    if stated is not None:
        return stated
    series = moment(header, "SeriesDate", "SeriesTime")
    if series is None or (first is not None and series > first):
        return _ge_scan(header) or first
    return series


def _ge_scan(header: Dataset) -> datetime | None:
    """GE keeps the beginning of the scan in a field of its own when a reconstruction is made later."""
    try:
        return stamp(attributes.printable(header.private_block(*GE)[GE_SCAN].value))[0]
    except Exception:  # noqa: BLE001 - not there, or damaged: the same
        return None


def _injected(header: Dataset, tracer: Dataset, reference: datetime | None) -> tuple[datetime | None, bool]:
    """When, and whether the date is known: by wall clock in the scanner's zone. A time of day alone is taken on the day of the reference."""
    at, zone = stamp(text(tracer, "RadiopharmaceuticalStartDateTime"))
    if at is not None:
        return _in_zone(at, zone, zone_of(text(header, "TimezoneOffsetFromUTC"))), True
    said = text(tracer, "RadiopharmaceuticalStartTime").replace(":", "")
    if reference is None or not said:
        return None, False
    return stamp(f"{reference:%Y%m%d}{said}")[0], False


def _in_zone(at: datetime, said: timezone | None, scanner: timezone | None) -> datetime:
    """Where either zone is unknown they are the same: the injection and the scan are of one hospital."""
    if said is None or scanner is None:
        return at
    return at.replace(tzinfo=said).astimezone(scanner).replace(tzinfo=None)
