"""The normalised signal that every depth of margin would give: what measured spectra are compared with.

S = (r_dark − r_lit) with the specimen / (r_dark − r_lit) without (seed 003, §II.1 and table 1).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from algorithms.microwave.media import AIR, PHANTOMS, PLASTIC, SILICON_DARK, SILICON_LIT, Complexes, Doubles, Medium, Reals, Tissues
from algorithms.microwave.stack import SLANT_DEG, Layer, Map, normal_wavenumber, stack_map

STEP_MM = 0.01
CLINICAL_MM, DEEPEST_MM = 2.0, 3.0


@dataclass(frozen=True, slots=True)
class Scanner:
    """The instrument's layers. The largest effect that each choice has on S is in docs/microwave.md."""

    angle_deg: float = SLANT_DEG
    substrate_mm: float = 2.0
    silicon_mm: float = 0.1
    cover_mm: float = 0.1
    barrier_mm: float = 0.023
    tumour_mm: float = 10.0
    air_gap_mm: float = 0.0
    reference_has_cover: bool = True
    plastic: Medium = PLASTIC
    dark: Medium = SILICON_DARK
    lit: Medium = SILICON_LIT

    def plate(self, silicon: Medium, *, cover: bool = True) -> tuple[Layer, ...]:
        """The photomodulator on its substrate."""
        bare = (Layer(self.plastic, self.substrate_mm), Layer(silicon, self.silicon_mm))
        return (*bare, Layer(self.plastic, self.cover_mm)) if cover else bare


SCANNER = Scanner()


@dataclass(frozen=True, slots=True, eq=False)
class Library:
    """Spectra of depths: `frequency_hz` (F,), `depths_mm` (D,), `spectra` (D, F) complex128, e^(−iωt). All read-only."""

    frequency_hz: Doubles
    depths_mm: Doubles
    spectra: Complexes
    tissues: Tissues
    scanner: Scanner
    margin_hydration: float = 1.0
    tumour_hydration: float = 1.0


def depth_grid(deepest_mm: float = DEEPEST_MM, step_mm: float = STEP_MM) -> Doubles:
    """Depths from 0 to `deepest_mm`, mm."""
    return np.linspace(0, deepest_mm, round(deepest_mm / step_mm) + 1)


def build_library(
    frequency_hz: Doubles,
    depths_mm: Doubles | None = None,
    *,
    tissues: Tissues = PHANTOMS,
    scanner: Scanner = SCANNER,
    margin_hydration: float = 1.0,
    tumour_hydration: float = 1.0,
) -> Library:
    """Compute it, in a few milliseconds for 201 frequencies and 301 depths (0 to 3 mm)."""
    depths = depth_grid() if depths_mm is None else depths_mm
    wet = replace(tissues, healthy=tissues.healthy.hydrated(margin_hydration), tumour=tissues.tumour.hydrated(tumour_hydration))
    deep = _at_margin(depths, wet, scanner, frequency_hz)
    spectra = (_with(scanner, scanner.dark, wet, frequency_hz)(deep) - _with(scanner, scanner.lit, wet, frequency_hz)(deep)) / reference(
        scanner, frequency_hz
    )
    for array in (spectra, depths):
        array.setflags(write=False)
    return Library(frequency_hz, depths, spectra, tissues, scanner, margin_hydration, tumour_hydration)


def reference(scanner: Scanner, frequency_hz: Reals) -> Complexes:
    """r_dark − r_lit of the photomodulator alone, (F,)."""
    nothing = np.zeros(frequency_hz.shape, np.complex128)
    dark, lit = (
        stack_map(AIR, scanner.plate(silicon, cover=scanner.reference_has_cover), AIR, frequency_hz, scanner.angle_deg)(nothing)
        for silicon in (scanner.dark, scanner.lit)
    )
    return dark - lit


def _with(scanner: Scanner, silicon: Medium, tissues: Tissues, frequency_hz: Reals) -> Map:
    gap = (Layer(AIR, scanner.air_gap_mm),) if scanner.air_gap_mm else ()
    return stack_map(AIR, (*scanner.plate(silicon), *gap), tissues.healthy, frequency_hz, scanner.angle_deg)


def _at_margin(depths_mm: Reals, tissues: Tissues, scanner: Scanner, frequency_hz: Reals) -> Complexes:
    """The reflection at the top of the margin, seen from inside it, (D, F)."""
    under = (Layer(scanner.plastic, scanner.barrier_mm), Layer(tissues.tumour, scanner.tumour_mm))
    nothing = np.zeros(frequency_hz.shape, np.complex128)
    bottom = stack_map(tissues.healthy, under, AIR, frequency_hz, scanner.angle_deg)(nothing)
    wave = normal_wavenumber(tissues.healthy, frequency_hz, scanner.angle_deg)
    return bottom * _round_trip(2e-3j * wave, depths_mm)


def _round_trip(rate_per_mm: Complexes, depths_mm: Reals, together: int = 16) -> Complexes:
    """exp(rate × depth), (D, F). An even grid from 0 needs few exponentials: exp(a + b) = exp(a) × exp(b)."""
    if depths_mm.size <= together or np.ptp(np.diff(depths_mm)) > 1e-12:
        return np.asarray(np.exp(rate_per_mm * depths_mm[:, None]))
    coarse, fine = (np.exp(rate_per_mm * (part - depths_mm[0])[:, None]) for part in (depths_mm[::together], depths_mm[:together]))
    grid = (coarse[:, None] * fine).reshape(-1, rate_per_mm.size)[: depths_mm.size]
    return np.asarray(grid) if depths_mm[0] == 0 else grid * np.exp(rate_per_mm * depths_mm[0])
