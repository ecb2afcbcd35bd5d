"""What tissue, phantoms and plastic do to a microwave: Cole–Cole media as data, in one convention for the whole package.

Everything in `algorithms.microwave` is written for waves e^(−iωt): losses have a positive imaginary permittivity. Instruments speak e^(+jωt);
`to_physics` turns their readings round, once, where they enter. Cole–Cole (seed 003, eq. 3):
ε = ε∞ + Δε/(1 + (iωτ)^(1−α)) + σ/(iωε0), conjugated into our convention.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

import numpy as np
import numpy.typing as npt

Reals = npt.NDArray[np.floating[Any]]  # double where it matters, single where speed does
Doubles = npt.NDArray[np.float64]
Complexes = npt.NDArray[np.complex128]
AnyComplex = npt.NDArray[np.complexfloating[Any, Any]]
Flags = npt.NDArray[np.bool_]

LIGHT_M_PER_S = 299_792_458.0
VACUUM_F_PER_M = 8.8541878128e-12


class TimeConvention(StrEnum):
    """The sign of time in a complex reading; the words are those of scan files."""

    ENGINEERS = "exp(+jwt)"
    PHYSICISTS = "exp(-iwt)"


def to_physics(values: AnyComplex, convention: TimeConvention) -> AnyComplex:
    """The same readings in e^(−iωt)."""
    return values.conj() if convention is TimeConvention.ENGINEERS else values


@dataclass(frozen=True, slots=True)
class Medium:
    """A Cole–Cole medium; with `step` and `conductivity_s_per_m` zero, a constant. `scale` multiplies all of it: hydration, off by that factor."""

    name: str
    infinite: complex
    step: float = 0.0
    tau_ps: float = 0.0
    alpha: float = 0.0
    conductivity_s_per_m: float = 0.0
    scale: float = 1.0

    def __post_init__(self) -> None:
        """Refuse what is no passive matter."""
        if not (self.tau_ps >= 0 and 0 <= self.alpha < 1 and self.scale > 0 and complex(self.infinite).imag >= 0):
            raise ValueError("a medium needs tau ≥ 0, 0 ≤ alpha < 1, scale > 0 and no gain")
        if self.step < 0 or self.conductivity_s_per_m < 0:
            raise ValueError("a medium needs a step and a conductivity that are not negative")

    def permittivity(self, frequency_hz: Reals) -> Complexes:
        """Relative permittivity (F,) complex128, e^(−iωt): its imaginary part is never negative."""
        turning = 2j * np.pi * frequency_hz
        relaxing = self.step / (1 + (turning * self.tau_ps * 1e-12) ** (1 - self.alpha))
        conducting = self.conductivity_s_per_m / (turning * VACUUM_F_PER_M)
        found = self.scale * (self.infinite + np.conj(relaxing + conducting))
        return np.asarray(found, dtype=np.complex128)

    def hydrated(self, factor: float) -> Medium:
        """The same tissue with its permittivity off by `factor` (1.25: a quarter wetter)."""
        return replace(self, scale=self.scale * factor)


AIR = Medium("air", 1.0)
PLASTIC = Medium("plastic", 2.25)
SILICON_DARK = Medium("silicon", 11.7)
SILICON_LIT = Medium("silicon under 100 W/m²", 10.0 + 96.0j)

# Gelatine phantoms, table S1. Its column of relaxation times is lost; these follow from the quoted 7.1 + 3.9i and 39.7 + 27.8i, which hold at 15 GHz.
PHANTOM_HEALTHY = Medium("20 % water phantom", 2.2640, 8.3326, 8.71, 0.0763, 0.23426)
PHANTOM_TUMOUR = Medium("80 % water phantom", 9.7689, 53.9989, 9.515, 0.0001, 0.77215)
# Lazebnik et al. 2007, medians of the groups that table S1 quotes: 85–100 % adipose, and ≥ 30 % malignant.
LITERATURE_HEALTHY = Medium("adipose tissue (literature)", 3.140, 1.708, 14.65, 0.061, 0.036)
LITERATURE_TUMOUR = Medium("malignant tissue (literature)", 6.749, 50.09, 10.50, 0.051, 0.794)


@dataclass(frozen=True, slots=True)
class Tissues:
    """The two media that a margin is made of; a site may bring its own."""

    name: str
    healthy: Medium
    tumour: Medium


PHANTOMS = Tissues("gelatine phantoms of seed 003", PHANTOM_HEALTHY, PHANTOM_TUMOUR)
LITERATURE = Tissues("literature values", LITERATURE_HEALTHY, LITERATURE_TUMOUR)
