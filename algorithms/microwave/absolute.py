"""The L1 cost of every depth, Σ|measured − modelled|, for pixels in which some frequencies are spoiled."""

from __future__ import annotations

import numpy as np
from scipy.interpolate import CubicSpline

from algorithms.microwave.library import Library
from algorithms.microwave.media import AnyComplex, Reals

EVERY = 5  # depths: between them the cost is a spline, until the last step
CLOSE = 4  # depths either side of the best that are summed exactly
TOGETHER = 512  # pixels at a time: a block stays in the cache


def absolute_costs(spectra: AnyComplex, library: Library) -> Reals:
    """Σ|Δ| for pixels (N, F) and all depths of the library, (N, D) float32; exact around the best one."""
    return np.concatenate([_block(spectra[start : start + TOGETHER], library) for start in range(0, len(spectra), TOGETHER)])


def _block(spectra: AnyComplex, library: Library) -> Reals:
    single, model = spectra.astype(np.complex64), library.spectra.astype(np.complex64)
    some = np.unique(np.append(np.arange(0, len(model), EVERY), len(model) - 1))
    coarse = np.stack([_sums(single, model[index]) for index in some], axis=1)
    costs = np.asarray(CubicSpline(some, coarse, axis=1)(np.arange(len(model))), dtype=np.float32)
    best, rows = costs.argmin(axis=1), np.arange(len(single))
    for shift in range(-CLOSE, CLOSE + 1):
        place = (best + shift).clip(0, len(model) - 1)
        costs[rows, place] = _sums(single, model[place])
    return costs


def _sums(single: AnyComplex, model: AnyComplex) -> Reals:
    """Σ|Δ| over frequency; the root of squares is faster than numpy's guarded absolute value."""
    difference = single - model
    real, imaginary = difference.real, difference.imag
    return np.asarray(np.sqrt(real * real + imaginary * imaginary).sum(axis=1), dtype=np.float32)
