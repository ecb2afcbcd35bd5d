"""How flat layers reflect a plane wave: the transfer matrix method, for any stack, all frequencies and thicknesses at once.

TE polarisation, e^(−iωt), angle measured in the first medium. A stack acts on the reflection below it as a Möbius map, so that a library of
depths needs the layers above the margin only once (seed 003, §III.2; Hecht, Optics, ch. 9).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from algorithms.microwave.media import AIR, LIGHT_M_PER_S, Complexes, Medium, Reals

SLANT_DEG = 35.0


@dataclass(frozen=True, slots=True)
class Layer:
    """A flat layer of one medium."""

    medium: Medium
    thickness_mm: float

    def __post_init__(self) -> None:
        """A layer may be absent, never negative."""
        if not self.thickness_mm >= 0:
            raise ValueError("a layer cannot be thinner than nothing")


@dataclass(frozen=True, slots=True, eq=False)
class Map:
    """Γ above = (a + bΓ)/(c + dΓ), with Γ the reflection below; each (F,) complex128."""

    a: Complexes
    b: Complexes
    c: Complexes
    d: Complexes

    def __call__(self, below: Complexes) -> Complexes:
        """The reflection seen from above, for `below` of any shape (…, F)."""
        return np.asarray((self.a + self.b * below) / (self.c + self.d * below), dtype=np.complex128)


def normal_wavenumber(medium: Medium, frequency_hz: Reals, angle_deg: float = SLANT_DEG) -> Complexes:
    """The wave number across the layers, rad/m (F,) complex128: the root that decays downwards, Im kz ≥ 0."""
    root = np.sqrt(medium.permittivity(frequency_hz) - np.sin(np.radians(angle_deg)) ** 2)
    root = np.where(root.imag < 0, -root, root)
    return np.asarray(2 * np.pi * frequency_hz / LIGHT_M_PER_S * root, dtype=np.complex128)


def stack_map(above: Medium, layers: tuple[Layer, ...], below: Medium, frequency_hz: Reals, angle_deg: float = SLANT_DEG) -> Map:
    """What `layers` between `above` and `below` make of a reflection that is seen just inside `below`."""
    ones, none = np.ones(frequency_hz.shape, np.complex128), np.zeros(frequency_hz.shape, np.complex128)
    found = Map(none, ones, ones, none)
    media = [above, *(layer.medium for layer in layers), below]
    waves = [normal_wavenumber(medium, frequency_hz, angle_deg) for medium in media]
    for index in range(len(media) - 1):
        fresnel = (waves[index] - waves[index + 1]) / (waves[index] + waves[index + 1])
        thick = layers[index].thickness_mm * 1e-3 if index < len(layers) else 0.0
        phase = np.exp(2j * waves[index + 1] * thick)
        found = Map(
            found.a + found.b * fresnel,
            (found.a * fresnel + found.b) * phase,
            found.c + found.d * fresnel,
            (found.c * fresnel + found.d) * phase,
        )
    return found


def reflection(layers: tuple[Layer, ...], frequency_hz: Reals, *, angle_deg: float = SLANT_DEG) -> Complexes:
    """The reflection coefficient (F,) complex128 of `layers` between two half-spaces of air."""
    nothing = np.zeros(frequency_hz.shape, np.complex128)
    return stack_map(AIR, layers, AIR, frequency_hz, angle_deg)(nothing)
