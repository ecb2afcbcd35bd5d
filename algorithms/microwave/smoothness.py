"""What is believed of a margin before it is measured: it bends little from pixel to pixel, except where it breaks.

Second differences of depth are penalised, each less the larger it is (Geman–McClure), so that steps survive; those that touch a pixel which was
found to be a separate thing are not penalised at all.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.sparse.linalg import SuperLU, splu

from algorithms.microwave.media import Flags, Reals

STIFFNESS = 1000.0  # per mm²: a typical second difference is 0.03 mm
BREAK_MM = 0.2  # second differences beyond this are breaks
FIRST_BREAK_MM = 0.4  # while the map is still rough


@dataclass(frozen=True, slots=True, eq=False)
class Bending:
    """The second differences of the pixels inside a specimen."""

    inside: Flags
    differences: sparse.csr_matrix

    def stiffness(self, depth: Reals, separate: Flags, break_mm: float) -> Reals:
        """The weight of each second difference, per mm², for `depth` (n,) of the pixels inside."""
        touching = np.asarray(abs(self.differences) @ separate[self.inside].astype(np.float64)) > 0
        bend = np.asarray(self.differences @ depth)
        return np.where(touching, 0.0, STIFFNESS / (1 + (bend / break_mm) ** 2) ** 2)

    def factor(self, precision: Reals, stiffness: Reals) -> SuperLU:
        """The factors of precision + DᵀRD, which turns data and belief into depth."""
        system = sparse.diags(precision + 1e-6) + self.differences.T @ sparse.diags(stiffness) @ self.differences
        return splu(system.tocsc(), permc_spec="MMD_AT_PLUS_A", options={"SymmetricMode": True}, diag_pivot_thresh=0)


def bending(inside: Flags) -> Bending:
    """Second differences along rows, along columns and across (twice, as a Hessian has it), where all their pixels lie inside."""
    number = np.full(inside.shape, -1)
    number[inside] = np.arange(inside.sum())
    down = _rows([number[:-2], number[1:-1], number[2:]], [1, -2, 1])
    along = _rows([number[:, :-2], number[:, 1:-1], number[:, 2:]], [1, -2, 1])
    corners = [number[:-1, :-1], number[1:, :-1], number[:-1, 1:], number[1:, 1:]]
    across = _rows(corners, [2**0.5, -(2**0.5), -(2**0.5), 2**0.5])
    count = int(inside.sum())
    parts = [
        sparse.csr_matrix((weights, (places // width, columns)), shape=(len(columns) // width, count))
        for weights, places, columns, width in (down, along, across)
    ]
    return Bending(inside, sparse.vstack(parts).tocsr())


def _rows(numbers: list[np.ndarray], weights: list[float]) -> tuple[Reals, np.ndarray, np.ndarray, int]:
    """Weights, places and columns of one kind of difference, a row each."""
    columns = np.stack([each.ravel() for each in numbers], axis=1)
    columns = columns[(columns >= 0).all(axis=1)].ravel()
    return np.tile(np.asarray(weights, dtype=np.float64), len(columns) // len(weights)), np.arange(len(columns)), columns, len(weights)
