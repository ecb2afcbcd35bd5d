"""Hydration together with a reconstructed map: Gauss–Newton steps on two numbers that all pixels share, depth following along.

A pixel's depth can imitate most of a change of hydration; only what it cannot imitate counts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from algorithms.microwave.depth import prepare
from algorithms.microwave.hydration import RANGE, UNCHANGED, WANTED_GAIN, Hydration, fit_hydration, wetter
from algorithms.microwave.library import build_library
from algorithms.microwave.media import Reals
from algorithms.microwave.reconstruction import (
    Estimate,
    Problem,
    current_spectra,
    misfit,
    modelled,
    pose,
    reconstruct,
    residual,
    resume,
    rotated,
    seen,
)

STEPS = 4
NUDGE = 0.02
SETTLED = 0.003
LONGEST_STEP = 0.1


@dataclass(frozen=True, slots=True, eq=False)
class Wetted:
    """The problem and its map with the fitted tissues; `shared_mm` (pixels,) is how far the doubt about them moves depths, one standard deviation."""

    problem: Problem
    estimate: Estimate
    hydration: Hydration
    shared_mm: Reals | float


def fit_with_map(problem: Problem, dry: Estimate) -> Wetted:
    """Start from the first image, which knows no depth; keep the result when the readings themselves are explained better."""
    solver = problem.solver
    spectra = solver.subspace.spectra(dry.start[dry.inside])
    start = fit_hydration(spectra, solver.library, problem.noise / 4)
    hydration = start if start.accepted else UNCHANGED
    wet = _with(problem, hydration)
    estimate = reconstruct(wet)
    for _ in range(STEPS):
        step, _, _ = _step(wet, estimate)
        margin, tumour = (float(np.clip(old + new, *RANGE)) for old, new in zip((hydration.margin, hydration.tumour), step, strict=True))
        hydration = replace(hydration, margin=margin, tumour=tumour)
        wet = _with(problem, hydration)
        estimate = resume(wet, estimate)
        if np.abs(step).max() < SETTLED:
            break
    _, shared, precision = _step(wet, estimate)
    off = np.array([hydration.margin - 1, hydration.tumour - 1])
    gain = float(off @ precision @ off) / 2  # Wald's: how much less likely the expected tissues are
    if gain < WANTED_GAIN or misfit(wet, estimate) > misfit(problem, dry):
        return Wetted(problem, dry, replace(hydration, gain=gain, accepted=False), 0.0)
    return Wetted(wet, estimate, replace(hydration, gain=gain, accepted=True), shared)


def _with(problem: Problem, hydration: Hydration) -> Problem:
    """The same readings, with wetter or drier tissues behind the model; the subspace holds both."""
    solver = prepare(wetter(problem.solver.library, hydration), problem.solver.subspace)
    return pose(solver, problem.shape, problem.coefficients, problem.shown, beam=problem.beam, noise=problem.noise, blur=problem.blur)


def _step(problem: Problem, estimate: Estimate) -> tuple[Reals, Reals, Reals]:
    """The step of (margin, tumour), (2,); the standard deviation of depth that their doubt causes, mm (pixels,); their precision, (2, 2)."""
    spectra, slopes = modelled(problem, estimate.depth)
    steep = np.einsum("nk,nk->n", slopes, slopes)
    left = residual(problem, current_spectra(problem, estimate))
    ways, imitated = [], []
    for margin, tumour in ((NUDGE, 0.0), (0.0, NUDGE)):
        way = (_nudged(problem, estimate, margin, tumour) - spectra) / NUDGE
        share = np.einsum("nk,nk->n", way, slopes) / steep
        ways.append(np.where(estimate.inside[:, None], way - share[:, None] * slopes, 0))
        imitated.append(np.where(estimate.inside, share, 0))
    images = [seen(problem, way) for way in ways]
    normal = np.array([[float(np.vdot(one, other)) for other in images] for one in images])
    pull = np.array([float(np.vdot(rotated(way, problem.beam), left)) for way in ways])
    covariance = np.linalg.inv(normal + 1e-9 * np.trace(normal) * np.eye(2))
    doubt = covariance * problem.variance
    spread = np.einsum("an,ab,bn->n", np.stack(imitated), doubt, np.stack(imitated))
    return (covariance @ pull).clip(-LONGEST_STEP, LONGEST_STEP), np.sqrt(np.maximum(spread, 0)), normal / problem.variance


def _nudged(problem: Problem, estimate: Estimate, margin: float, tumour: float) -> Reals:
    """The map's spectra with slightly wetter tissues."""
    now = problem.solver.library
    moved = build_library(
        now.frequency_hz,
        now.depths_mm,
        tissues=now.tissues,
        scanner=now.scanner,
        margin_hydration=now.margin_hydration + margin,
        tumour_hydration=now.tumour_hydration + tumour,
    )
    solver = prepare(moved, problem.solver.subspace)
    other = pose(solver, problem.shape, problem.coefficients, problem.shown, beam=problem.beam, noise=problem.noise, blur=problem.blur)
    return modelled(other, estimate.depth)[0]
