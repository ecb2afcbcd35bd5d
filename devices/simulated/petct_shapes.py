"""The outer shape of a simulated specimen and the fat and fibroglandular tissue in it: by harmonics and ridged noise (A), or by balls and cells (B).

A shape is a field that is about the distance to the surface in mm, positive inside. It is drawn on a coarse grid and carried to the fine one.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree
from scipy.special import eval_legendre

from devices.simulated.petct_families import Family
from devices.simulated.petct_fields import COARSE, Field, Shape, coarse_shape, noise, places_mm, upsample

Vector = npt.NDArray[np.float64]
GLAND_STEP = 2  # tissue is drawn at twice the voxel
AIR_MM = 0.6  # between specimen and the end of the scan, at least


def outer_shape(random: np.random.Generator, shape: Shape, spacing_mm: float, half_mm: Vector, middle_mm: Vector, family: Family) -> Field:
    """A specimen with about these half axes around this middle, mm from its surface, positive inside, on the fine grid."""
    small, offsets = _around(shape, spacing_mm, middle_mm)
    drawn = bulging(random, offsets, half_mm, 0.35) if family is Family.A else _heaped(random, offsets, half_mm)
    drawn = _cut(random, drawn, offsets, half_mm)
    return _roughened(random, drawn, small, shape, spacing_mm, 0.02 * float(half_mm.mean()))


def ellipsoid(random: np.random.Generator, shape: Shape, spacing_mm: float, half_mm: Vector, middle_mm: Vector) -> Field:
    """A body that keeps to these half axes but for small bulges, mm from its surface, positive inside, on the fine grid."""
    small, offsets = _around(shape, spacing_mm, middle_mm)
    return _roughened(random, bulging(random, offsets, half_mm, 0.06), small, shape, spacing_mm, 0.008 * float(half_mm.mean()))


def gland(random: np.random.Generator, shape: Shape, spacing_mm: float, density: float, family: Family) -> Field:
    """The share of fibroglandular tissue in each voxel, 0 to 1: strands through fat, denser in some regions."""
    small = coarse_shape(shape, GLAND_STEP)
    step_mm = spacing_mm * GLAND_STEP
    regions = noise(random, small, 7.0 / step_mm)
    threshold = np.float32(np.quantile(regions[::3, ::3, ::3], 1 - density))
    dense = np.clip((regions - threshold) * np.float32(1.5) + np.float32(0.5), 0, 1)
    septa = _ridges(random, small, step_mm) if family is Family.A else _cells(random, small, step_mm)
    drawn = np.maximum(dense * (np.float32(0.55) + np.float32(0.45) * septa), septa * np.float32(0.5 + 0.3 * density))
    return upsample(drawn, shape, GLAND_STEP)


def bulge(random: np.random.Generator, directions: list[Field], strength: float, degrees: range = range(2, 6)) -> Field:
    """How far a round surface bulges in these directions (unit vectors), as a share of its radius, mean about 0."""
    total = np.zeros(np.broadcast_shapes(*(part.shape for part in directions)), np.float32)
    for degree in degrees:
        pole = random.normal(size=3)
        pole /= np.linalg.norm(pole)
        towards = sum(np.float32(p) * part for p, part in zip(pole, directions, strict=True))
        total += np.float32(random.normal(0, strength / degree)) * eval_legendre(degree, towards).astype(np.float32)
    return total


def unit(offsets: list[Field]) -> tuple[Field, list[Field]]:
    """Distance from the middle and the direction, of broadcast offsets."""
    radius = np.sqrt(sum(part * part for part in offsets)).astype(np.float32) + np.float32(1e-6)
    return radius, [np.asarray(part / radius, np.float32) for part in offsets]


def bulging(random: np.random.Generator, offsets: list[Field], half_mm: Vector, strength: float) -> Field:
    """An ellipsoid whose radius follows low zonal harmonics about random poles."""
    radius, directions = unit(offsets)
    steep = sum((part / np.float32(h)) ** 2 for part, h in zip(directions, half_mm, strict=True))
    smooth = 1 / np.sqrt(np.maximum(steep, np.float32(1e-9)))  # a middle that lies on a voxel has no direction
    return np.asarray(smooth * (1 + bulge(random, directions, strength)) - radius, np.float32)


def _around(shape: Shape, spacing_mm: float, middle_mm: Vector) -> tuple[Shape, list[Field]]:
    """The coarse grid and its places from a middle, mm."""
    small = coarse_shape(shape)
    places = places_mm(small, spacing_mm * COARSE)
    return small, [place - np.float32(at) for place, at in zip(places, middle_mm, strict=True)]


def _roughened(random: np.random.Generator, drawn: Field, small: Shape, shape: Shape, spacing_mm: float, rough_mm: float) -> Field:
    """An uneven surface that ends before the scan does, on the fine grid."""
    uneven = drawn + np.float32(rough_mm) * noise(random, small, max(3.0, 2.0 / (spacing_mm * COARSE)))
    return upsample(np.minimum(uneven, _inside_scan(small, shape, spacing_mm)), shape)


def _heaped(random: np.random.Generator, offsets: list[Field], half_mm: Vector) -> Field:
    """A union of soft balls strewn inside an ellipsoid."""
    scaled = [part / np.float32(h) for part, h in zip(offsets, half_mm, strict=True)]
    heap = np.zeros(np.broadcast_shapes(*(part.shape for part in scaled)), np.float32)
    for _ in range(int(random.integers(7, 13))):
        middle = random.normal(size=3)
        middle *= random.uniform(0.2, 0.62) / np.linalg.norm(middle)
        size = np.float32(random.uniform(0.32, 0.5))
        heap += np.exp(-sum((part - np.float32(m)) ** 2 for part, m in zip(scaled, middle, strict=True)) / size**2)
    level = np.log(np.maximum(heap, 1e-12)) + 1
    return np.asarray(np.clip(level, -8, 8) * np.float32(half_mm.mean() * 0.22), np.float32)


def _cut(random: np.random.Generator, drawn: Field, offsets: list[Field], half_mm: Vector) -> Field:
    """Knife-cut flats, and hollows where tissue was grasped or fell in."""
    for _ in range(int(random.integers(0, 4))):
        normal = random.normal(size=3)
        normal /= np.linalg.norm(normal)
        reach = float(np.linalg.norm(half_mm * normal)) * random.uniform(0.72, 0.95)
        drawn = np.minimum(drawn, np.float32(reach) - sum(np.float32(n) * part for n, part in zip(normal, offsets, strict=True)))
    for _ in range(int(random.integers(0, 3))):
        direction = random.normal(size=3)
        at = half_mm * direction / np.linalg.norm(direction) * random.uniform(1.05, 1.3)
        away = np.sqrt(sum((part - np.float32(a)) ** 2 for part, a in zip(offsets, at, strict=True)))
        drawn = np.minimum(drawn, away - np.float32(half_mm.min() * random.uniform(0.3, 0.5)))
    return np.asarray(drawn, np.float32)


def _inside_scan(small: Shape, shape: Shape, spacing_mm: float) -> Field:
    """Distance to the end of the scan less the air that stays, mm."""
    least = None
    for place, length in zip(places_mm(small, spacing_mm * COARSE), shape, strict=True):
        edge = np.minimum(place, np.float32(length * spacing_mm) - place) - np.float32(AIR_MM)
        least = edge if least is None else np.minimum(least, edge)
    return np.asarray(least, np.float32)


def _ridges(random: np.random.Generator, small: Shape, step_mm: float) -> Field:
    """Septa where smooth noise passes through 0, 0 to 1."""
    return np.asarray(np.clip(1.36 - 6 * np.abs(noise(random, small, 2.6 / step_mm)), 0, 1), np.float32)


def _cells(random: np.random.Generator, small: Shape, step_mm: float) -> Field:
    """Septa between lobules: where the two nearest of random points are about as near (Worley's cells), 0 to 1."""
    sides = np.array(small) * step_mm
    lobule = random.uniform(2.5, 4.5)
    tree = cKDTree(random.uniform(0, 1, (max(4, int(np.prod(sides) / lobule**3)), 3)) * sides)
    coarser = coarse_shape(small, 2)
    grid = np.stack(np.broadcast_arrays(*places_mm(coarser, step_mm * 2)), -1).reshape(-1, 3)
    near, _ = tree.query(grid, k=2)
    apart = (near[:, 1] - near[:, 0]).reshape(coarser).astype(np.float32)
    return np.asarray(np.clip(1.3 - upsample(apart, small, 2) / np.float32(random.uniform(0.35, 0.6)), 0, 1), np.float32)
