"""What a simulated pathologist finds on the simulated specimen: the truth, seen on slices that may miss the narrowest place."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from devices.simulated.specimen import SimulatedSpecimen

MICROSCOPE_MM = 0.3  # standard deviation of a distance on a slide
MISSED_MM = 0.5  # mean of what is lost because no slice lies exactly at the narrowest place
STEP_MM = Decimal("0.1")


def frozen_section(specimen: SimulatedSpecimen, seed: int) -> dict[str, Decimal]:
    """Distance from ink to tumour at each face, mm, to 0.1; 0 where tumour touches the ink."""
    slices = Random(seed)  # noqa: S311 - chance, not a secret
    return {face: _told(true_mm, slices) for face, true_mm in specimen.margins_mm().items()}


def _told(true_mm: float, slices: Random) -> Decimal:
    seen = true_mm + slices.gauss(0, MICROSCOPE_MM) + (slices.expovariate(1 / MISSED_MM) if true_mm > 0 else 0.0)
    return Decimal(repr(max(0.0, seen))).quantize(STEP_MM)
