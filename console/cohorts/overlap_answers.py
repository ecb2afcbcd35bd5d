"""Answers on outlines: how well one drawn tumour fits another, by the four figures of seed 001."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from algorithms.petct.metrics import contour_dice, dice, hausdorff_95, precision_recall_area
from console.cohorts.sheet import Sheet

Mask = npt.NDArray[np.bool_]
Spacing = tuple[float, float, float]
TOLERANCE_MM = 1.0


def overlap(truth: Mask, drawn: Mask, spacing_mm: Spacing, probability: npt.NDArray[np.floating[Any]] | None) -> dict[str, Any]:
    """`dsc`, `hausdorff_95_mm`, `contour_dice_1_mm`, and `pr_auc` where the probabilities behind the drawing are known; all on one grid."""
    sheet = Sheet()
    found = {
        "dsc": dice(truth, drawn),
        "hausdorff_95_mm": hausdorff_95(truth, drawn, spacing_mm),
        "contour_dice_1_mm": contour_dice(truth, drawn, spacing_mm, TOLERANCE_MM),
    }
    if probability is None:
        sheet.note("pr_auc: a drawn outline has no probabilities; give probability.npz of rimlight petct.")
    else:
        found["pr_auc"] = precision_recall_area(probability, truth)
    sheet.values = {"pr_auc": None, **{name: sheet.number(value, name) for name, value in found.items()}}
    sheet.methods += [
        "Dice on voxels",
        "95HD: the larger of both 95th percentiles between contours",
        "contour dice within 1 mm",
        "average precision",
    ]
    volume = float(np.prod(spacing_mm))
    return sheet.done() | {"truth_mm3": int(truth.sum()) * volume, "drawn_mm3": int(drawn.sum()) * volume, "spacing_mm": list(spacing_mm)}
