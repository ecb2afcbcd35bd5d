"""Spoiled readings of a raw scan, found and mended before anything is made of them: what the error norm L1 means where patterns are missing.

The spectrum of each pattern is fitted by least absolute residuals (iteratively reweighted) in the few directions that spectra have; readings that
lie far beyond the others' residuals are replaced by the fit. Frequencies, single readings and whole patterns may be spoiled.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from algorithms.microwave.hadamard import Indices
from algorithms.microwave.media import AnyComplex, Complexes, Flags, to_physics
from algorithms.microwave.posing import leading
from algorithms.microwave.readings import Scan
from algorithms.microwave.reconstruction import Problem
from algorithms.microwave.subspace import Subspace

ROUNDS = 8
FAR = 5.0  # times the median residual, of the pattern or of the scan: noise alone reaches it once in 10⁸
TOGETHER = 512
LEAST = 1e-9  # of the largest reading: below it nothing is spoiled
LOST = 0.3  # of a pattern's own size: a fit that misses by more than that, and by far more than the others do, is of no spectrum at all


@dataclass(frozen=True, slots=True, eq=False)
class Mended:
    """The scan with spoiled readings replaced, the share of the readings that were, and which patterns (pairs,) are lost as a whole."""

    scan: Scan
    spoiled: float
    lost: Flags


def mended(scan: Scan, subspace: Subspace) -> Mended:
    """The reference by its one shared spectrum, the sample by what layered tissue under that spectrum can give."""
    first = _fitted_all(scan.reference, leading(scan.reference)[None])
    spectrum = leading(first.pairs)
    reference = _fitted_all(scan.reference, spectrum[None])
    sample = _fitted_all(scan.sample, to_physics(subspace.basis, scan.convention) * spectrum)
    several = int((first.bad | reference.bad).sum() + sample.bad.sum())
    whole = replace(scan, sample=sample.pairs, reference=reference.pairs)
    return Mended(whole, several / (sample.bad.size + reference.bad.size), sample.lost)


def without(problem: Problem, places: Indices) -> Problem:
    """The problem less some of its patterns."""
    shown, coefficients = problem.shown.copy(), problem.coefficients.copy()
    shown[places], coefficients[places] = False, 0.0
    return replace(problem, shown=shown, coefficients=coefficients)


@dataclass(frozen=True, slots=True, eq=False)
class _Fitted:
    """Pairs (n, F) with far readings replaced, which they are, and which pairs (n,) are none."""

    pairs: Complexes
    bad: Flags
    lost: Flags


def _fitted_all(pairs: AnyComplex, directions: AnyComplex) -> _Fitted:
    """`directions` (K, F) span what a spectrum may be."""
    basis = np.linalg.qr(directions.astype(np.complex128).T)[0].T
    exact = pairs.astype(np.complex128)
    fit = np.concatenate([_fitted(exact[start : start + TOGETHER], basis) for start in range(0, len(exact), TOGETHER)])
    size = np.abs(exact - fit)
    own, usual = np.median(size, axis=1), float(np.median(size))
    bad = size > np.maximum(FAR * np.maximum(own, usual), LEAST * float(np.abs(exact).max(initial=0.0)))[:, None]
    lost = (own > FAR * usual) & (own > LOST * np.median(np.abs(exact), axis=1))
    return _Fitted(np.where(bad, fit, exact), bad, lost)


def _fitted(pairs: Complexes, basis: Complexes) -> Complexes:
    """The fits of least absolute residuals, (n, F)."""
    count = len(basis)
    products = (basis.conj()[:, None] * basis[None]).reshape(count * count, -1).T
    weights = np.ones(pairs.shape)
    fit = np.zeros_like(pairs)
    for _ in range(ROUNDS):
        normal = (weights @ products).reshape(-1, count, count)
        normal += 1e-12 * np.trace(normal, axis1=1, axis2=2).real[:, None, None] * np.eye(count)
        right = (weights * pairs) @ basis.conj().T
        fit = np.linalg.solve(normal, right[..., None])[..., 0] @ basis
        size = np.abs(pairs - fit)
        weights = 1 / np.maximum(size, np.median(size, axis=1, keepdims=True) / 2 + 1e-300)
        weights /= weights.max(axis=1, keepdims=True)
    return np.asarray(fit)
