"""What a microwave sees of a stack of flat layers, from Maxwell's boundary conditions alone; used by the simulated analyser and by nothing else.

Convention of instruments, exp(+jωt): ε = ε′ − jε″, waves decay as exp(−j·kz·z) with Im kz ≤ 0.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Complex = npt.NDArray[np.complex128]
Real = npt.NDArray[np.float64]

LIGHT_M_PER_S = 299_792_458.0
VACUUM_F_PER_M = 8.8541878128e-12


@dataclass(frozen=True, slots=True)
class Material:
    """A medium by the Cole–Cole formula: ε∞ + Δε/(1+(jωτ)^(1−α)) + σ/(jωε0). The defaults make it a constant."""

    infinite: complex
    step: float = 0.0
    tau_ps: float = 0.0
    alpha: float = 0.0
    sigma_s_per_m: float = 0.0

    def permittivity(self, frequency_hz: Real) -> Complex:
        """Relative permittivity (F,) complex128."""
        j_omega = 2j * np.pi * frequency_hz
        relaxing = self.step / (1 + (j_omega * self.tau_ps * 1e-12) ** (1 - self.alpha))
        return np.asarray(self.infinite + relaxing + self.sigma_s_per_m / (j_omega * VACUUM_F_PER_M), dtype=np.complex128)


@dataclass(frozen=True, slots=True)
class Layer:
    """A flat layer of one medium."""

    material: Material
    thickness_mm: float


AIR = Material(1.0)
PLASTIC = Material(2.25)
SILICON_DARK = Material(11.7)
SILICON_LIT = Material(10.0 - 96.0j)
# Gelatine phantoms with 20 % and 80 % water; the relaxation times follow from the published values at 15 GHz.
FATTY = Material(2.2640, 8.3326, 8.71, 0.0763, 0.23426)
TUMOUR = Material(9.7689, 53.9989, 9.515, 0.0001, 0.77215)


def reflection(layers: tuple[Layer, ...], frequency_hz: Real, *, angle_deg: float = 35.0) -> Complex:
    """The reflection coefficient (F,) of `layers` between two half-spaces of air, for a TE plane wave at `angle_deg` from the normal.

    Each interface's Fresnel coefficient is carried upwards through the layer above it: Γ = (r + Γ′p)/(1 + rΓ′p), p = exp(−2j·kz·d).
    """
    sine = np.sin(np.radians(angle_deg))
    wavenumber = 2 * np.pi * frequency_hz / LIGHT_M_PER_S
    media = [AIR, *(layer.material for layer in layers), AIR]
    normal = [wavenumber * _decaying_root(material.permittivity(frequency_hz) - sine**2) for material in media]
    gamma = np.zeros(frequency_hz.shape, dtype=np.complex128)
    for index in range(len(media) - 2, -1, -1):
        below = layers[index].thickness_mm / 1000 if index < len(layers) else 0.0
        gamma = gamma * np.exp(-2j * normal[index + 1] * below)
        fresnel = (normal[index] - normal[index + 1]) / (normal[index] + normal[index + 1])
        gamma = (fresnel + gamma) / (1 + fresnel * gamma)
    return gamma


def _decaying_root(square: Complex) -> Complex:
    """The square root whose wave decays downwards."""
    root = np.sqrt(square)
    return np.where(root.imag > 0, -root, root)


def modulator(*, lit: bool, margin_mm: float | None) -> tuple[Layer, ...]:
    """The silicon photomodulator on its substrate, dark or lit; with a specimen on it unless `margin_mm` is None."""
    silicon = Layer(SILICON_LIT if lit else SILICON_DARK, 0.1)
    plate = (Layer(PLASTIC, 2.0), silicon, Layer(PLASTIC, 0.1))
    if margin_mm is None:
        return plate
    return (*plate, Layer(FATTY, margin_mm), Layer(PLASTIC, 0.023), Layer(TUMOUR, 10.0))
