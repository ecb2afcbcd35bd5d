"""The few directions in which spectra of layered tissue lie: in them the costs of all depths are one small matrix product.

The library's 201 frequencies span about eight dimensions; what a measurement has outside is noise, and tells its level.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from algorithms.microwave.library import Library, build_library
from algorithms.microwave.media import AnyComplex, Complexes, Reals

TOLERANCE = 1e-5  # of the largest singular value: far below any noise
HYDRATIONS = (0.7, 1.0, 1.3)


@dataclass(frozen=True, slots=True, eq=False)
class Subspace:
    """Orthonormal `basis` (K, F); coordinates are real, (…, 2K): real parts, then imaginary."""

    basis: Complexes

    @property
    def size(self) -> int:
        """2K."""
        return 2 * len(self.basis)

    def coordinates(self, spectra: AnyComplex) -> Reals:
        """Of spectra (N, F), as (N, 2K) float64 or, for single precision, float32."""
        found = spectra @ self.basis.conj().T.astype(spectra.dtype)
        return np.concatenate([found.real, found.imag], axis=1)

    def spectra(self, coordinates: Reals) -> Complexes:
        """Back to (N, F)."""
        half = len(self.basis)
        return np.asarray((coordinates[:, :half] + 1j * coordinates[:, half:]) @ self.basis, dtype=np.complex128)


def span(library: Library, tolerance: float = TOLERANCE) -> Subspace:
    """The directions of a library, of the same tissues wetter and drier, and of the bare photomodulator (S = 1)."""
    every = library.depths_mm[::10]
    spectra = [np.ones((1, library.frequency_hz.size)), library.spectra[::10]]
    for factor in HYDRATIONS:
        for margin, tumour in ((factor, 1.0), (1.0, factor)):
            spectra.append(
                build_library(
                    library.frequency_hz,
                    every,
                    tissues=library.tissues,
                    scanner=library.scanner,
                    margin_hydration=margin,
                    tumour_hydration=tumour,
                ).spectra
            )
    _, weights, basis = np.linalg.svd(np.concatenate(spectra), full_matrices=False)
    kept = max(1, min(int((weights > tolerance * weights[0]).sum()), library.frequency_hz.size))
    return Subspace(basis[:kept])


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """Spectra seen from the subspace: `inside` (N, 2K), the energy outside (N,), and the noise of one frequency."""

    inside: Reals
    outside: Reals
    frequencies: int
    noise: float


def measure(subspace: Subspace, spectra: AnyComplex, noise: float | None = None) -> Measured:
    """Split finite spectra (N, F). Noise is the median of what lies outside, unless it is known."""
    inside = subspace.coordinates(spectra)
    numbers = np.ascontiguousarray(spectra).view(spectra.real.dtype)
    outside = np.einsum("nf,nf->n", numbers, numbers) - np.einsum("nk,nk->n", inside, inside)
    outside = np.maximum(outside, 0).astype(np.float64)
    free = spectra.shape[1] - len(subspace.basis)
    if noise is None:
        noise = float(np.sqrt(np.median(outside) / free)) if free > 0 and len(spectra) else 0.0
    return Measured(inside, outside, spectra.shape[1], noise)
