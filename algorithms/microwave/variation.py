"""A first image from few patterns: joint total variation over the spectral components, which share their edges.

min ½‖M H x − y‖² + λ Σ‖∇x‖ by the primal–dual method of Chambolle and Pock (2011); H is orthonormal, so the data step is exact.
"""

from __future__ import annotations

import numpy as np

from algorithms.microwave.hadamard import transform_real, walsh
from algorithms.microwave.media import Flags, Reals

PRIMAL_STEP = 0.25
DUAL_STEP = 1 / (8 * PRIMAL_STEP)  # 8 bounds the square of the gradient's norm


def least_variation(coefficients: Reals, shown: Flags, shape: tuple[int, int], weight: float, *, rounds: int = 60) -> Reals:
    """The image (pixels, C) of Hadamard `coefficients` (pixels, C), of which only those `shown` (pixels,) count."""
    down, along = (walsh(side) for side in shape)
    image = transform_real(coefficients * shown[:, None], down, along)
    ahead = image
    pull = np.zeros((2, *shape, image.shape[1]))
    for _ in range(rounds):
        pull += DUAL_STEP * gradient(ahead.reshape(*shape, -1))
        pull /= np.maximum(1, np.sqrt(np.einsum("axyc,axyc->xy", pull, pull)) / weight)[None, :, :, None]
        wanted = transform_real(image + PRIMAL_STEP * divergence(pull).reshape(image.shape), down, along)
        wanted[shown] = (wanted[shown] + PRIMAL_STEP * coefficients[shown]) / (1 + PRIMAL_STEP)
        after = transform_real(wanted, down, along)
        ahead, image = 2 * after - image, after
    return image


def gradient(image: Reals) -> Reals:
    """Differences to the next row and the next column, (2, rows, columns, C); 0 at the far edges."""
    found = np.zeros((2, *image.shape))
    np.subtract(image[1:], image[:-1], out=found[0, :-1])
    np.subtract(image[:, 1:], image[:, :-1], out=found[1, :, :-1])
    return found


def divergence(field: Reals) -> Reals:
    """The negative adjoint of `gradient`."""
    found = field[0] + field[1]
    found[1:] -= field[0, :-1]
    found[:, 1:] -= field[1, :, :-1]
    return np.asarray(found)
