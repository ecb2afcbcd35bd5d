"""One Gauss–Newton step of a map seen through diffusing carriers: depths, and how far the pixels at the rim are covered, from all readings at once.

Each reading of a blurred image speaks of many pixels, so that pixels cannot be corrected one by one. The normal equations are solved by conjugate
gradients, with those of a map that is not blurred as preconditioner.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from algorithms.microwave.media import Reals

ROUNDS = 20
CLOSE_ENOUGH = 1e-2  # of the first residual


@dataclass(frozen=True, slots=True, eq=False)
class Normal:
    """`seen` of spectra (pixels, 2K) gives coefficients, `back` its transpose; `ways` (pixels, 2K) is the slope of each unknown, at `pixels`.

    `belief` is the penalty's matrix times unknowns; `scale` divides squares of coefficients by their variance.
    """

    seen: Callable[[Reals], Reals]
    back: Callable[[Reals], Reals]
    ways: tuple[Reals, Reals]
    belief: Callable[[Reals], Reals]
    scale: float

    def spectra(self, unknowns: Reals) -> Reals:
        """The change of spectra that a change of both unknowns (2, pixels) makes."""
        return np.asarray(unknowns[0][:, None] * self.ways[0] + unknowns[1][:, None] * self.ways[1])

    def along(self, spectra: Reals) -> Reals:
        """Its transpose, (2, pixels)."""
        return np.stack([np.einsum("nk,nk->n", spectra, way) for way in self.ways]) * self.scale

    def __call__(self, unknowns: Reals) -> Reals:
        """The normal matrix times unknowns (2, pixels)."""
        return self.along(self.back(self.seen(self.spectra(unknowns)))) + self.belief(unknowns)


def solved(matrix: Callable[[Reals], Reals], right: Reals, near: Callable[[Reals], Reals]) -> Reals:
    """Conjugate gradients for a symmetric positive matrix; `near` is about its inverse."""
    found = np.zeros_like(right)
    left = right
    side = near(left)
    way, energy = side, float(np.vdot(left, side))
    enough = CLOSE_ENOUGH**2 * energy
    for _ in range(ROUNDS):
        if energy <= enough:
            break
        turned = matrix(way)
        length = energy / max(float(np.vdot(way, turned)), 1e-300)
        found = found + length * way
        left = left - length * turned
        side = near(left)
        after = float(np.vdot(left, side))
        way, energy = side + after / energy * way, after
    return found
