"""Outcomes of the evaluation into the figures of the card: sensitivity and specificity with intervals, errors of margin, faces, overlap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from algorithms.statistics.proportions import wilson

GROUPS = {"nst": ("nst", "multifocal"), "ilc": ("ilc",), "dcis": ("dcis",)}


@dataclass(frozen=True, slots=True)
class Outcome:
    """One specimen judged by one method; margins mm, None where no margin was stated. Both overlaps are Dice coefficients in 3-D."""

    specimen: str
    family: str
    kind: str
    method: str
    true_mm: float
    true_positive: bool
    specimen_overlap: float
    margin_mm: float | None
    positive: bool | None
    reason: str
    face_right: bool | None
    overlap: float
    members_positive: int | None
    seconds: float


def summary(outcomes: Sequence[Outcome], simulator: str) -> dict[str, object]:
    """Everything, by kind of tumour, generator and method. An answer that was not given counts as wrong in `sensitivity` and `specificity`."""
    parts = []
    for group, kinds in GROUPS.items():
        for family in ("both", "a", "b"):
            for method in ("ensemble", "fast", "threshold"):
                chosen = [each for each in outcomes if each.kind in kinds and each.method == method and family in ("both", each.family)]
                if chosen:
                    parts.append({"tumour": group, "generator": family, "method": method, **figures(chosen)})
    return {
        "specimens": "simulated; none of them was trained on",
        "simulator_sha256": simulator,
        "positive": "margin of 0.1 mm or less, contour to contour",
        "interval": "Wilson, 95 %",
        "groups": parts,
        "fast_beside_ensemble": beside(outcomes),
    }


def figures(chosen: Sequence[Outcome]) -> dict[str, object]:
    """The figures of one group."""
    positives = [each for each in chosen if each.true_positive]
    negatives = [each for each in chosen if not each.true_positive]
    given = [each for each in chosen if each.margin_mm is not None]
    errors = np.abs([each.margin_mm - each.true_mm for each in given if each.margin_mm is not None])
    return {
        "specimens": len(chosen),
        "not_judged": len(chosen) - len(given),
        "sensitivity": share(sum(each.positive is True for each in positives), len(positives)),
        "specificity": share(sum(each.positive is False for each in negatives), len(negatives)),
        "margin_error_median_mm": round(float(np.median(errors)), 3) if given else None,
        "margin_error_p90_mm": round(float(np.quantile(errors, 0.9)), 3) if given else None,
        "face_right": share(sum(each.face_right is True for each in given), len(given)),
        "dice_mean": round(float(np.mean([each.overlap for each in chosen])), 3),
        "seconds_median": round(float(np.median([each.seconds for each in chosen])), 2),
    }


def share(count: int, total: int) -> dict[str, object]:
    """Count of total, the share and its interval."""
    interval = wilson(count, total)
    return {
        "count": count,
        "of": total,
        "share": round(count / total, 3) if total else None,
        "low": round(interval.low, 3),
        "high": round(interval.high, 3),
    }


def beside(outcomes: Sequence[Outcome]) -> dict[str, object]:
    """How far the fast mode is from the ensemble on the same specimens."""
    whole = {each.specimen: each for each in outcomes if each.method == "ensemble" and each.margin_mm is not None}
    pairs = [
        (each, whole[each.specimen]) for each in outcomes if each.method == "fast" and each.margin_mm is not None and each.specimen in whole
    ]
    away = np.array([abs((fast.margin_mm or 0.0) - (full.margin_mm or 0.0)) for fast, full in pairs])
    lost = [fast.specimen for fast, full in pairs if full.positive and not fast.positive and full.true_positive]
    return {
        "specimens": len(pairs),
        "within_0.1_mm": share(int((away <= 0.1 + 1e-6).sum()), len(pairs)),
        "same_status": share(sum(fast.positive == full.positive for fast, full in pairs), len(pairs)),
        "positives_lost": len(lost),
    }
