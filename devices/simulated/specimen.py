"""A simulated lumpectomy under a simulated ruler: two ellipsoids, one inside the other, and a hand that reads half millimetres not quite right."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from random import Random

SIDES = (("superior", "inferior"), ("medial", "lateral"), ("anterior", "posterior"))
STEP_MM = Decimal("0.5")
HAND_MM = 0.6  # standard deviation of one reading of a soft specimen
SHRINK = (0.8, 1.0)  # how much of a margin is left to read once the specimen is cut open: fat retracts, each side by its own amount


@dataclass(frozen=True, slots=True)
class Body:
    """An ellipsoid: whole axes along superior-inferior, medial-lateral and anterior-posterior, and its centre, mm.

    The origin is the specimen's middle; the coordinates grow towards inferior, lateral and posterior.
    """

    axes_mm: tuple[float, float, float]
    centre_mm: tuple[float, float, float] = (0.0, 0.0, 0.0)

    def reach_mm(self, axis: int, through_mm: tuple[float, float, float]) -> tuple[float, float]:
        """Where the line through a point inside, parallel to `axis`, leaves the body: the two coordinates along that axis."""
        outside = sum(((through_mm[k] - self.centre_mm[k]) / (self.axes_mm[k] / 2)) ** 2 for k in range(3) if k != axis)
        half = self.axes_mm[axis] / 2 * math.sqrt(max(0.0, 1 - outside))
        return self.centre_mm[axis] - half, self.centre_mm[axis] + half


@dataclass(frozen=True, slots=True)
class SimulatedSpecimen:
    """A specimen with its mass, as nature made them."""

    tissue: Body
    mass: Body

    def margins_mm(self) -> dict[str, float]:
        """The true distance from mass to surface along the three lines through the middle of the mass, never below 0."""
        found = {}
        for axis, (low, high) in enumerate(SIDES):
            outer, inner = self.tissue.reach_mm(axis, self.mass.centre_mm), self.mass.reach_mm(axis, self.mass.centre_mm)
            found[low], found[high] = max(0.0, inner[0] - outer[0]), max(0.0, outer[1] - inner[1])
        return found

    def measure(self, seed: int) -> dict[str, Decimal]:
        """The ten numbers, mm, as a nurse reads them off; the same seed reads the same."""
        hand = Random(seed)  # noqa: S311 - a shaky hand, not a secret
        true = {
            "resected_major": self.tissue.axes_mm[0],
            "resected_minor": self.tissue.axes_mm[1],
            "mass_major": self.mass.axes_mm[0],
            "mass_minor": self.mass.axes_mm[1],
            **{name: margin * hand.uniform(*SHRINK) for name, margin in self.margins_mm().items()},
        }
        return {name: _read(value, hand) for name, value in true.items()}


def simulate_specimen(seed: int, nearest: tuple[str, float] | None = None) -> SimulatedSpecimen:
    """A palpable small tumour in a specimen of the size that surgeons take for it; the same seed cuts the same.

    `nearest` is a face and the margin that the cut leaves there, mm; below 0 the tumour was cut through, and lies bare.
    """
    chance = Random(seed)  # noqa: S311 - as above
    long = chance.gauss(14, 3)
    mass = max(6.0, long), max(5.0, long * chance.uniform(0.7, 0.95)), max(4.0, long * chance.uniform(0.6, 0.9))
    wanted = chance.gauss(20, 4), chance.gauss(16, 3), chance.gauss(8, 2)
    tissue = [max(inner + 8.0, inner + 2 * margin) for inner, margin in zip(mass, wanted, strict=True)]
    tissue[:2] = sorted(tissue[:2], reverse=True)  # the longer axis is called the major one
    shift = tuple(chance.gauss(0, 0.12) * (outer - inner) for outer, inner in zip(tissue, mass, strict=True))
    found = SimulatedSpecimen(Body((tissue[0], tissue[1], tissue[2])), Body(mass, (shift[0], shift[1], shift[2])))
    return found if nearest is None else _moved(found, *nearest)


def _moved(specimen: SimulatedSpecimen, face: str, margin_mm: float) -> SimulatedSpecimen:
    """The same mass pushed straight towards a face: the knife went past it too near."""
    axis, side = next((axis, pair.index(face)) for axis, pair in enumerate(SIDES) if face in pair)
    centre = list(specimen.mass.centre_mm)
    edge = specimen.tissue.reach_mm(axis, specimen.mass.centre_mm)[side]
    inwards = 1 if side == 0 else -1
    centre[axis] = edge + inwards * (margin_mm + specimen.mass.axes_mm[axis] / 2)
    return SimulatedSpecimen(specimen.tissue, Body(specimen.mass.axes_mm, (centre[0], centre[1], centre[2])))


def _read(true_mm: float, hand: Random) -> Decimal:
    """One reading to half a millimetre; a ruler shows nothing below 0."""
    seen = max(0.0, true_mm + hand.gauss(0, HAND_MM))
    return (Decimal(repr(round(seen / float(STEP_MM)))) * STEP_MM).quantize(Decimal("0.1"))
