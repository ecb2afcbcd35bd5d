"""How wet this specimen is, fitted once for all its pixels, and believed only when the readings want it.

Tissues differ between patients: permittivities 25 % off bend the depth scale by up to 0.25 mm. One factor for the margin and one for the tumour,
shared by every pixel, cost two parameters and remove most of that.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize_scalar

from algorithms.microwave.depth import Solver, prepare, squared_costs
from algorithms.microwave.library import Library, build_library
from algorithms.microwave.media import AnyComplex, Reals
from algorithms.microwave.subspace import Subspace, span

RANGE = (0.65, 1.35)
PRECISION = 0.004
ROUNDS = 2
WANTED_GAIN = 20.0  # log likelihood
WANTED_SHARE = 0.03  # of the misfit that the model leaves, beyond noise
PIXELS = 800  # enough for two numbers


@dataclass(frozen=True, slots=True)
class Hydration:
    """Factors on the permittivity of margin and tumour; `gain` is the log likelihood that they won."""

    margin: float
    tumour: float
    gain: float
    accepted: bool


UNCHANGED = Hydration(1.0, 1.0, 0.0, accepted=False)


def fit_hydration(spectra: AnyComplex, library: Library, noise: float) -> Hydration:
    """The factors that make spectra (N, F) of specimen pixels fit best, or `accepted` False when nothing material is won."""
    if not len(spectra):
        return UNCHANGED
    directions = span(library)
    some = spectra[:: max(1, len(spectra) // PIXELS)]
    inside = directions.coordinates(some.astype(np.complex128))
    margin = tumour = 1.0
    before = least = _misfit(inside, library, directions, 1.0, 1.0)
    for _ in range(ROUNDS):
        margin, least = _best(lambda factor, fixed=tumour: _misfit(inside, library, directions, factor, fixed))  # type: ignore[misc]
        tumour, least = _best(lambda factor, fixed=margin: _misfit(inside, library, directions, fixed, factor))  # type: ignore[misc]
    explained = directions.size * noise**2 / 2 * len(some)
    gain = (before - least) / max(noise**2, 1e-12)
    material = before - least > WANTED_SHARE * max(before - explained, 0) and before > 1e-6 * float(np.einsum("nk,nk->", inside, inside))
    return Hydration(margin, tumour, min(gain, 1e9), accepted=bool(gain > WANTED_GAIN and material))


def wetter(library: Library, hydration: Hydration) -> Library:
    """The library of the fitted tissues."""
    return build_library(
        library.frequency_hz,
        library.depths_mm,
        tissues=library.tissues,
        scanner=library.scanner,
        margin_hydration=hydration.margin,
        tumour_hydration=hydration.tumour,
    )


def _misfit(inside: Reals, library: Library, directions: Subspace, margin: float, tumour: float) -> float:
    """Σ over pixels of the least cost over depths."""
    coarse = build_library(
        library.frequency_hz,
        library.depths_mm[::3],
        tissues=library.tissues,
        scanner=library.scanner,
        margin_hydration=margin,
        tumour_hydration=tumour,
    )
    solver: Solver = prepare(coarse, directions)
    costs = squared_costs(inside, solver)
    best, rows = costs.argmin(axis=1).clip(1, costs.shape[1] - 2), np.arange(len(costs))
    before, here, after = (costs[rows, best + shift].astype(np.float64) for shift in (-1, 0, 1))
    bend = np.maximum(before - 2 * here + after, 1e-12)
    bottom = here - np.minimum((before - after) ** 2 / (8 * bend), here)  # between the grid's depths
    return float(bottom.sum())


def _best(cost: Callable[[float], float]) -> tuple[float, float]:
    found = minimize_scalar(cost, bounds=RANGE, method="bounded", options={"xatol": PRECISION})
    return float(found.x), float(found.fun)
