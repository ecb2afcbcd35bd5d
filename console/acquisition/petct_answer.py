"""What is said of a PET-CT analysis, in the words and keys that screen, command and file share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from algorithms.petct.analysis import Agreement, Analysis, Method
from algorithms.petct.margin import Margin
from algorithms.petct.model import WORKING_MM
from algorithms.statistics.result import Indeterminate
from console.acquisition.petct_models import Models
from console.acquisition.petct_scan import Facing, patient_mm
from console.cases.model import TumourType
from devices.scanner import PetCt

TRAINED = "The models were trained on simulated specimens and never validated on patients. Research use only."
BASELINE = "Plain thresholds, tuned on simulated specimens. Research use only."
SIMULATED = "This scan is simulated."
CUT_OFF = "The tumour's narrowest place lies where the scan ends: part of the specimen is missing, so the margin cannot be judged."
AT_EDGE = "The specimen reaches the end of the scan: faces there are measured to where the picture ends."
COARSE = "The CT's voxels are {:.2g} mm: the rule of 0.1 mm cannot be exact on them."
# Far denser than soft tissue, though a coarse calcification may be called metal too; and as near as streaks are strongest.
METAL_HU, METAL_MM = 1800.0, 1.0
METAL = (
    f"Metal lies within {METAL_MM:g} mm of the narrowest place: its streaks may have drawn or hidden tumour there. "
    "Look at it, and correct the outline if need be."
)
MIXED = "A mixed tumour is judged by the models for NST: what is lobular or in situ may be missed."


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """What an answer was made from."""

    scan: PetCt
    faces: Facing
    models: Models
    method: Method
    kind: TumourType


def status_of(found: Analysis | Indeterminate) -> str:
    """`positive`, `negative` or `indeterminate`."""
    if isinstance(found, Indeterminate) or isinstance(found.margin, Indeterminate) or found.margin.cut_off:
        return "indeterminate"
    return "positive" if found.margin.positive else "negative"


def reason_of(found: Analysis | Indeterminate) -> str:
    """Why the margin cannot be judged; empty where it can."""
    if isinstance(found, Indeterminate):
        return found.reason
    if isinstance(found.margin, Indeterminate):
        return found.margin.reason
    return CUT_OFF if found.margin.cut_off else ""


def validity_of(found: Analysis | Indeterminate, context: Context) -> str:
    """The limits of this very answer, the gravest first."""
    said = [reason_of(found), SIMULATED if context.scan.simulated else ""]
    said.append(BASELINE if context.method is Method.THRESHOLD else TRAINED)
    if not isinstance(found, Indeterminate):
        said += [METAL if metal_beside(found, context) else "", context.faces.statement, AT_EDGE if found.at_edge else ""]
        coarsest = max(context.scan.ct.spacing_mm)
        said.append(COARSE.format(coarsest) if found.regridded and coarsest > WORKING_MM else "")
    said.append(MIXED if context.kind is TumourType.MIXED and context.method is not Method.THRESHOLD else "")
    return " ".join(sentence for sentence in said if sentence)


def metal_beside(found: Analysis, context: Context) -> bool:
    """Whether a clip or wire lies where the margin is narrowest, at the tumour or at the surface."""
    if not isinstance(found.margin, Margin):
        return False
    ct = context.scan.ct
    for place in (found.margin.tumour_mm, found.margin.surface_mm):
        spans = []
        for at, side, most in zip(_from_corner(place, found), ct.spacing_mm, ct.values.shape, strict=True):
            spans.append(slice(min(most - 1, max(0, int((at - METAL_MM) / side))), max(1, int((at + METAL_MM) / side) + 1)))
        if float(ct.values[tuple(spans)].max()) >= METAL_HU:
            return True
    return False


def described(found: Analysis | Indeterminate, context: Context) -> dict[str, Any]:
    """The answer as one JSON object; lengths mm, areas mm², volumes mm³."""
    scan = context.scan
    common: dict[str, Any] = {
        "margin_status": status_of(found), "minimum_margin_mm": None, "narrowest": None, "faces": {}, "tumour_volume_mm3": 0.0,
        "specimen_volume_mm3": 0.0, "models_positive": [0, 0], "suv_max": None, "validity": validity_of(found, context),
        "reason": reason_of(found), "method": context.method.value, "tumour_type": context.kind.value, "simulated": scan.simulated,
        "trained_on": context.models.trained_on or None, "models": context.models.family.value if context.models.members else None,
        "models_sha256": context.models.digest or None, "input_sha256": scan.sha256, "device": scan.device, "warnings": list(scan.warnings),
        "orientation_recorded": context.faces.recorded,
        "series": [{"kind": one.kind, "pictures": one.pictures, "role": one.role.value, "why": one.why} for one in scan.found],
    }  # fmt: skip
    return common if isinstance(found, Indeterminate) else common | _measured(found, context)


def _measured(found: Analysis, context: Context) -> dict[str, Any]:
    factor = context.scan.suv.body_weight
    said: dict[str, Any] = {
        "tumour_volume_mm3": round(found.tumour_mm3, 3), "specimen_volume_mm3": round(found.specimen_mm3, 3),
        "suv_max": None if factor.value is None else round(found.uptake.raw_peak * factor.value, 3), "suv": factor.reason,
        "uptake_contrast": round(found.uptake.contrast, 3), "multifocal": found.multifocal, "at_edge": found.at_edge,
        "metal_at_narrowest": metal_beside(found, context),
        "thresholds": list(context.models.shares) if context.method is Method.THRESHOLD else None,
        "margin_by_threshold": [list(pair) for pair in found.curve],
    }  # fmt: skip
    said |= _agreed(found.agreement)
    if isinstance(found.margin, Margin):
        said |= _margin(found.margin, found, context)
    if context.method is Method.THRESHOLD:
        said["models_positive"] = [int(status_of(found) == "positive"), 1]
    elif found.agreement is None:
        said["models_positive"] = [0, len(found.members)]
    return said


def _margin(margin: Margin, found: Analysis, context: Context) -> dict[str, Any]:
    place = patient_mm(context.scan.ct, _from_corner(margin.surface_mm, found))
    tumour = patient_mm(context.scan.ct, _from_corner(margin.tumour_mm, found))
    return {
        "minimum_margin_mm": margin.minimum_mm,
        "narrowest": {
            "face": margin.face.value, "point_mm": [round(value, 3) for value in place],
            "tumour_point_mm": [round(value, 3) for value in tumour],
        },
        "faces": {one.face.value: one.margin_mm for one in margin.faces},
        "within_1_mm2": {one.face.value: round(one.within_1_mm2, 2) for one in margin.faces},
        "within_2_mm2": {one.face.value: round(one.within_2_mm2, 2) for one in margin.faces},
    }  # fmt: skip


def _agreed(agreement: Agreement | None) -> dict[str, Any]:
    if agreement is None:
        return {"member_range_mm": None}
    span = None if agreement.range_mm is None else list(agreement.range_mm)
    return {
        "models_positive": [agreement.positive, agreement.members],
        "member_range_mm": span,
        "member_range_holds": f"the central 90 % of the margins of the {agreement.measured} members that drew the whole tumour",
    }


def _from_corner(place_mm: tuple[float, float, float], found: Analysis) -> tuple[float, float, float]:
    """From the crop's corner to the CT's."""
    one, two, three = (place + start * side for place, start, side in zip(place_mm, found.origin, found.spacing_mm, strict=True))
    return one, two, three
