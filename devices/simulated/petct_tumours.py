"""What grows in a simulated specimen, each kind in a box of its own: a spiculated mass, several, a diffuse infiltrate, ducts, a smooth benign lump.

A growth is grown first and placed afterwards, so that the wanted margin can be met without changing what grew.
"""

from __future__ import annotations

from dataclasses import dataclass

import cc3d
import edt
import numpy as np
import numpy.typing as npt

from devices.simulated.petct_families import Family, TumourKind
from devices.simulated.petct_fields import Field, Flags, Shape, coarse_shape, noise, places_mm, upsample
from devices.simulated.petct_shapes import bulge, ellipsoid, unit

Vector = npt.NDArray[np.float64]
LEAST_MM3 = 0.5
STEP = 2  # masses are drawn at twice the voxel


@dataclass(frozen=True, slots=True, eq=False)
class Growth:
    """A growth in its box, on the fine grid: `mask` is what pathology would call tumour, `density` how far HU goes towards the tumour's, 0 to 1;

    `uptake` is relative to the tumour's SUV; `calcified` marks calcium.
    """

    mask: Flags
    density: Field
    uptake: Field
    calcified: Flags


def grow(random: np.random.Generator, kind: TumourKind, diameter_mm: float, spacing_mm: float, family: Family) -> Growth:
    """A growth about this wide, centred in its box."""
    side = int(np.ceil(diameter_mm * 1.5 / spacing_mm / 2)) * 2
    shape = (side, side, side)
    if kind is TumourKind.MULTIFOCAL:
        return _foci(random, shape, diameter_mm, spacing_mm, family)
    if kind is TumourKind.DCIS:
        return _ducts(random, shape, diameter_mm, spacing_mm)
    if kind is TumourKind.ILC:
        return _diffuse(random, shape, diameter_mm, spacing_mm)
    spicules = 0 if kind is TumourKind.BENIGN else int(random.integers(6, 22))
    return _solid(random, _mass(random, shape, diameter_mm, spacing_mm, family, spicules), spacing_mm)


def ellipsoidal(random: np.random.Generator, half_mm: Vector, spacing_mm: float) -> Growth:
    """A solid mass of about these half axes, centred in its box."""
    slices, rows, columns = (int(np.ceil(half * 1.2 / spacing_mm)) * 2 for half in half_mm)
    shape = (slices, rows, columns)
    return _solid(random, ellipsoid(random, shape, spacing_mm, half_mm, np.array(shape) * spacing_mm / 2), spacing_mm)


def _mass(random: np.random.Generator, shape: Shape, diameter_mm: float, spacing_mm: float, family: Family, spicules: int) -> Field:
    """A mass as mm from its surface, positive inside."""
    small = coarse_shape(shape, STEP)
    stretch = random.uniform(0.8, 1.15, 3)
    offsets = [
        (place - np.float32(length * spacing_mm / 2)) / np.float32(s)
        for place, length, s in zip(places_mm(small, spacing_mm * STEP), shape, stretch, strict=True)
    ]
    radius = diameter_mm / 2
    drawn = _spiky(random, offsets, radius, spicules) if family is Family.A else _clump(random, offsets, radius, spicules)
    rough = radius * (0.05 if spicules else 0.02)
    return upsample(drawn + np.float32(rough) * noise(random, small, max(3.0, radius * 0.35 / (spacing_mm * STEP))), shape, STEP)


def _spiky(random: np.random.Generator, offsets: list[Field], radius_mm: float, spicules: int) -> Field:
    """A bulging ball with spicules."""
    away, directions = unit(offsets)
    reach = 0.72 + bulge(random, directions, 0.3)
    for _ in range(spicules):
        pole = random.normal(size=3)
        pole /= np.linalg.norm(pole)
        towards = sum(np.float32(p) * part for p, part in zip(pole, directions, strict=True))
        reach += np.float32(random.uniform(0.1, 0.5)) * np.exp((towards - 1) / np.float32(random.uniform(0.006, 0.03)))
    return np.asarray(np.float32(radius_mm) * reach - away, np.float32)


def _clump(random: np.random.Generator, offsets: list[Field], radius_mm: float, balls: int) -> Field:
    """A heap of balls, each grown on one before."""
    middles, sizes = [np.zeros(3)], [radius_mm * 0.7]
    for _ in range(balls):
        origin = int(random.integers(len(middles)))
        direction = random.normal(size=3)
        middle = middles[origin] + direction / np.linalg.norm(direction) * sizes[origin] * random.uniform(0.6, 1.0)
        if np.linalg.norm(middle) < radius_mm * 0.8:
            middles.append(middle)
            sizes.append(radius_mm * random.uniform(0.15, 0.45))
    fields = (
        np.float32(size) - np.sqrt(sum((part - np.float32(m)) ** 2 for part, m in zip(offsets, middle, strict=True)))
        for middle, size in zip(middles, sizes, strict=True)
    )
    return np.asarray(np.maximum.reduce(list(fields)), np.float32)


def _solid(random: np.random.Generator, drawn: Field, spacing_mm: float) -> Growth:
    """A dense mass with uneven uptake, sometimes dead in the middle."""
    mask = _without_specks(drawn > 0, spacing_mm)
    drawn[(drawn > 0) & ~mask] = -1
    density = np.clip(drawn / np.float32(4 * spacing_mm) + 0.5, 0, 1)
    uptake = np.clip(1 + 0.25 * noise(random, drawn.shape, 2.5 / spacing_mm), 0.4, 1.6) * density
    if random.random() < 0.25:
        dead = float(drawn.max()) * random.uniform(0.45, 0.7)
        uptake = uptake * (1 - 0.8 * np.clip((drawn - np.float32(dead)) / np.float32(0.3), 0, 1))
    return Growth(mask, np.asarray(density, np.float32), np.asarray(uptake, np.float32), _specks(random, mask, 0.15))


def _foci(random: np.random.Generator, shape: Shape, diameter_mm: float, spacing_mm: float, family: Family) -> Growth:
    """Two to four masses, the first the largest, kept apart as far as the box allows."""
    drawn = np.full(shape, -diameter_mm, np.float32)
    for number in range(int(random.integers(2, 5))):
        width = diameter_mm * (0.55 if number == 0 else random.uniform(0.25, 0.4))
        inner = int(np.ceil(width * 1.5 / spacing_mm / 2)) * 2
        mass = _mass(random, (inner, inner, inner), width, spacing_mm, family, int(random.integers(3, 12)))
        direction = random.normal(size=3)
        shift = direction / np.linalg.norm(direction) * diameter_mm * (0.2 if number == 0 else 0.42) / spacing_mm
        first = np.clip((np.array(shape) - inner) / 2 + shift, 0, np.array(shape) - inner).astype(int)
        box = tuple(slice(f, f + inner) for f in first)
        drawn[box] = np.maximum(drawn[box], mass)
    return _solid(random, drawn, spacing_mm)


def _diffuse(random: np.random.Generator, shape: Shape, diameter_mm: float, spacing_mm: float) -> Growth:
    """An infiltrate: threads and patches that thin out, between tissue that stays."""
    offsets = [place - np.float32(length * spacing_mm / 2) for place, length in zip(places_mm(shape, spacing_mm), shape, strict=True)]
    away = np.sqrt(sum((part / np.float32(s)) ** 2 for part, s in zip(offsets, random.uniform(0.7, 1.15, 3), strict=True)))
    level = 0.8 - away / np.float32(diameter_mm / 2) + 0.42 * noise(random, shape, max(4.0, diameter_mm * 0.12 / spacing_mm))
    level -= 0.1 * np.abs(noise(random, shape, max(3.0, 0.9 / spacing_mm)))
    mask = _without_specks(level > 0, spacing_mm)
    filled = np.clip(0.35 + 0.9 * level, 0, 0.85) * mask
    uptake = np.clip(0.5 + 0.9 * level, 0, 1.2) * mask
    return Growth(mask, np.asarray(filled, np.float32), np.asarray(uptake, np.float32), np.zeros(shape, bool))


def _ducts(random: np.random.Generator, shape: Shape, diameter_mm: float, spacing_mm: float) -> Growth:
    """Scattered ducts full of cells, in a segment, with specks of calcium."""
    line = np.zeros(shape, bool)
    middle = np.array(shape) / 2
    reach = diameter_mm * 0.45 / spacing_mm
    for _ in range(int(random.integers(4, 10))):
        _duct(random, line, middle, reach)
    radius = random.uniform(0.25, 0.6) / spacing_mm * np.clip(1 + 0.35 * noise(random, shape, 1.2 / spacing_mm), 0.35, 1.8)
    away = edt.edt(~line, black_border=False, parallel=1)
    mask = np.asarray(away < radius)
    density = np.clip((radius - away) / 2 + 0.5, 0, 1).astype(np.float32)
    return Growth(mask, density, density.copy(), _specks(random, mask, 0.8))


def _without_specks(mask: Flags, spacing_mm: float) -> Flags:
    """A mask without pieces below `LEAST_MM3`; roughness leaves crumbs that no pathologist would call a focus."""
    return np.asarray(cc3d.dust(mask, threshold=max(2, round(LEAST_MM3 / spacing_mm**3)), connectivity=26))


def _duct(random: np.random.Generator, line: Flags, middle: Vector, reach: float) -> None:
    """One winding duct, drawn voxel by voxel."""
    at = middle + random.uniform(-0.6, 0.6, 3) * reach
    heading = random.normal(size=3)
    for _ in range(int(reach * random.uniform(0.5, 1.4))):
        heading += random.normal(0, 0.25, 3)
        heading /= np.linalg.norm(heading)
        if np.linalg.norm(at + heading - middle) > reach:
            heading = middle - at
            heading /= np.linalg.norm(heading)
        at = at + heading
        line[tuple(at.astype(int))] = True


def _specks(random: np.random.Generator, mask: Flags, chance: float) -> Flags:
    """A few calcified voxels, with this chance at all."""
    found = np.zeros(mask.shape, bool)
    places = np.flatnonzero(mask) if random.random() < chance else np.zeros(0, int)
    if len(places):
        for index in random.choice(places, int(random.integers(3, 25))):
            z, y, x = np.unravel_index(index, mask.shape)
            found[z : z + 2, y : y + 2, x : x + 2] = True
    return found
