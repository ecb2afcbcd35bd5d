"""How well a drawn tumour fits the true one: the four figures of seed 001, on voxels of a known size, with every definition beside its function.

Contours are voxels that share a side with a voxel outside, distances run between their centres. One of two masks empty: `Indeterminate`, never NaN.
"""

from __future__ import annotations

import edt
import numpy as np
import numpy.typing as npt

from algorithms.petct.distances import contour
from algorithms.petct.margin import SLACK_MM
from algorithms.petct.model import Floats, Mask, Triple
from algorithms.statistics.result import Indeterminate

EMPTY = "One of the two outlines is empty."


def dice(one: Mask, other: Mask) -> float | Indeterminate:
    """DSC: twice the common volume over the sum of both volumes."""
    total = np.count_nonzero(one) + np.count_nonzero(other)
    return 2 * np.count_nonzero(one & other) / total if total else Indeterminate(EMPTY)


def precision_recall_area(probability: Floats, truth: Mask) -> float | Indeterminate:
    """PR-AUC as average precision: the mean of the precision at each true voxel when voxels are taken by falling probability; ties are one step."""
    wanted = int(np.count_nonzero(truth))
    if wanted == 0:
        return Indeterminate(EMPTY)
    order = np.argsort(-probability.ravel(), kind="stable")
    hits = np.cumsum(truth.ravel()[order])
    values = probability.ravel()[order]
    last = np.flatnonzero(np.append(np.diff(values) != 0, True))  # the last of each run of equal probabilities
    precision, recall = hits[last] / (last + 1), hits[last] / wanted
    return float(np.sum(np.diff(recall, prepend=0.0) * precision))


def hausdorff_95(one: Mask, other: Mask, spacing_mm: Triple) -> float | Indeterminate:
    """95HD, mm: the larger of the two 95th percentiles (linear) of the distances from each contour voxel to the nearest of the other contour."""
    pair = _distances(one, other, spacing_mm)
    return pair if isinstance(pair, Indeterminate) else float(max(np.percentile(distances, 95) for distances in pair))


def contour_dice(one: Mask, other: Mask, spacing_mm: Triple, tolerance_mm: float = 1.0) -> float | Indeterminate:
    """Contour dice: the share of both contours' voxels that lie within the tolerance of the other contour (MONAI's surface dice)."""
    pair = _distances(one, other, spacing_mm)
    if isinstance(pair, Indeterminate):
        return pair
    near = sum(int(np.count_nonzero(distances <= tolerance_mm + SLACK_MM)) for distances in pair)
    return near / sum(distances.size for distances in pair)


def _distances(one: Mask, other: Mask, spacing_mm: Triple) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]] | Indeterminate:
    """From each contour voxel to the other contour, both ways, mm."""
    if not one.any() or not other.any():
        return Indeterminate(EMPTY)
    first, second = contour(one), contour(other)
    to_second, to_first = (edt.edt(~seeds, anisotropy=spacing_mm, black_border=False, parallel=1) for seeds in (second, first))
    return np.asarray(to_second[first]), np.asarray(to_first[second])
