"""How far a reconstructed depth can be trusted: the spread of maps that the same readings and belief would also allow.

Depths are drawn from the normal distribution around the map whose precision is that of data and belief together (perturb and solve again;
Papandreou and Yuille 2010). Pixels that are a separate thing are judged by their own spectrum.
"""

from __future__ import annotations

import numpy as np

from algorithms.microwave.depth import Pixels, solve_pixels
from algorithms.microwave.media import Reals
from algorithms.microwave.mixtures import EDGE_SHARE
from algorithms.microwave.model import CLOSE_BELOW_MM
from algorithms.microwave.reconstruction import Estimate, Problem
from algorithms.microwave.subspace import Measured

DRAWS = 48
NORMAL_90 = 1.645
SEED = 20260
BELIEF_ERROR_MM = 0.004  # a margin may bend where few patterns look


def draws(estimate: Estimate, count: int = DRAWS) -> Reals:
    """Depths (n, count) of the pixels inside that are as good as the map; the same map gives the same draws."""
    random = np.random.default_rng(SEED)
    factors = estimate.bending.factor(estimate.precision, estimate.stiffness)
    data = np.sqrt(estimate.precision)[:, None] * random.standard_normal((estimate.precision.size, count))
    belief = np.sqrt(estimate.stiffness)[:, None] * random.standard_normal((estimate.stiffness.size, count))
    spread = factors.solve(data + estimate.bending.differences.T @ belief)
    return np.asarray(estimate.depth[estimate.inside][:, None] + spread)


def judged(problem: Problem, estimate: Estimate, *, frequencies: int, shared: Reals | float = 0.0) -> Pixels:
    """Everything that is said of each pixel: from the map where there is specimen, from its own spectrum elsewhere.

    `shared` (pixels,) is a standard deviation of depth that all pixels have in common: that of a fitted hydration.
    """
    spectra = np.where(estimate.inside[:, None], estimate.measured, estimate.spectra)
    noise = problem.noise / np.maximum(np.abs(problem.beam), 1e-9)
    outside = np.full(len(spectra), (frequencies - problem.solver.subspace.size / 2) * problem.noise**2)
    own = solve_pixels(Measured(spectra, outside, frequencies, float(np.median(noise))), problem.solver, None)
    spread = np.zeros(len(spectra))
    spread[estimate.inside] = draws(estimate).std(axis=1)
    reach = NORMAL_90 * np.sqrt(spread**2 + BELIEF_ERROR_MM**2 + np.square(shared))
    deepest = problem.solver.depths_mm[-1]
    merged = estimate.inside
    return Pixels(
        depth_mm=np.where(merged, estimate.depth.clip(max=CLOSE_BELOW_MM), own.depth_mm),
        deep_mm=np.where(merged, estimate.depth, own.deep_mm),
        low_mm=np.where(merged, (estimate.depth - reach).clip(0, deepest), own.low_mm),
        high_mm=np.where(merged, (estimate.depth + reach).clip(0, deepest), own.high_mm),
        error=own.error,
        second_mm=own.second_mm,
        gap=own.gap,
        share=np.where(estimate.rim, 0, own.share),  # what is missing on the rim is specimen, not margin
        masked=own.masked if problem.blur is None else own.masked | (merged & (estimate.covered < 1 - EDGE_SHARE)),
    )
