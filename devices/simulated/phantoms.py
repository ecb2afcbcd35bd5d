"""Phantoms and specimens with a known margin everywhere: what a simulated microwave scanner looks at."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import ndimage

Real = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Inclusion:
    """A rectangle in which tumour lies bare, mm from the field's first corner."""

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float


@dataclass(frozen=True, slots=True, eq=False)
class Phantom:
    """`depth_mm` and `present`, (rows × finer, columns × finer): `finer` points a pixel in each direction."""

    name: str
    depth_mm: Real
    present: Flags
    finer: int
    width_mm: float
    height_mm: float
    inclusions: tuple[Inclusion, ...]

    def coverage(self) -> Real:
        """The share of each pixel that the specimen covers, 0–1."""
        return pixels(self.present.astype(np.float64), self.finer)

    def mean_depth_mm(self) -> Real:
        """The mean margin over the covered part of each pixel, mm; 0 where there is none."""
        covered = pixels(np.where(self.present, self.depth_mm, 0.0), self.finer)
        return covered / np.maximum(self.coverage(), 1e-9)

    def bare_share(self) -> Real:
        """The share of each pixel that an inclusion covers."""
        inside = np.zeros(self.depth_mm.shape)
        for inclusion in self.inclusions:
            inside[_rectangle(self.depth_mm.shape, self.width_mm, self.height_mm, inclusion)] = 1
        return pixels(inside, self.finer)


def pixels(fine: Real, finer: int) -> Real:
    """Means over blocks of `finer` × `finer` points."""
    rows, columns = fine.shape
    return np.asarray(fine.reshape(rows // finer, finer, columns // finer, finer).mean(axis=(1, 3)))


def double_ramp(rows: int = 64, columns: int = 64, *, finer: int = 8, width_mm: float = 100.0, height_mm: float = 100.0) -> Phantom:
    """The study's phantom: two counter-inclined ramps of 0 to 3 mm, and a bare inclusion of 8 × 5 mm in the deep half of the lower one."""
    x, y = _axes(rows, columns, finer, width_mm, height_mm)
    along = ((x - 0.1 * width_mm) / (0.8 * width_mm)).clip(0, 1)
    upper = (y > 0.12 * height_mm) & (y < 0.47 * height_mm)
    lower = (y > 0.53 * height_mm) & (y < 0.88 * height_mm)
    depth = np.where(upper, 3 * along, 3 * (1 - along))
    present = (upper | lower) & (x > 0.1 * width_mm) & (x < 0.9 * width_mm)
    inclusion = Inclusion(0.3 * width_mm, 0.68 * height_mm, 8.0, 5.0)
    depth[_rectangle(depth.shape, width_mm, height_mm, inclusion)] = 0
    return Phantom("double ramp", depth, present, finer, width_mm, height_mm, (inclusion,))


def irregular(
    seed: int,
    rows: int = 64,
    columns: int = 64,
    *,
    inclusion_mm: tuple[float, float] | None = (8.0, 5.0),
    aligned: bool = False,
    finer: int = 8,
) -> Phantom:
    """A specimen of 70 to 90 mm with a smooth margin of 0.4 to 3 mm, and a bare inclusion (width, height) where the margin is deeper than 1 mm.

    `aligned` puts its corner on a pixel's; else it lies anywhere.
    """
    random = np.random.default_rng(seed)
    side = 100.0
    x, y = _axes(rows, columns, finer, side, side)
    angle, radius = np.arctan2(y - 50, x - 50), np.hypot(y - 50, x - 50)
    phases = random.uniform(0, 2 * np.pi, 2)
    present = radius < random.uniform(37, 42) + 3 * np.cos(2 * angle + phases[0]) + 2 * np.cos(3 * angle + phases[1])
    bumps = ndimage.gaussian_filter(random.standard_normal(present.shape), 8 * finer)
    depth = 0.4 + 2.6 * (bumps - bumps.min()) / np.ptp(bumps)
    found: tuple[Inclusion, ...] = ()
    if inclusion_mm is not None:
        found = (_placed(random, depth, side, inclusion_mm, side / columns if aligned else 0.0),)
        depth[_rectangle(depth.shape, side, side, found[0])] = 0
    return Phantom("irregular specimen", depth, present, finer, side, side, found)


def _placed(random: np.random.Generator, depth: Real, side: float, size: tuple[float, float], grid_mm: float) -> Inclusion:
    """Within 26 mm of the middle, over more than 1 mm of margin."""
    scale = len(depth) / side
    while True:
        x, y = random.uniform(24, 76, 2)
        if grid_mm:
            x, y = round(x / grid_mm) * grid_mm, round(y / grid_mm) * grid_mm
        centre = depth[int((y + size[1] / 2) * scale), int((x + size[0] / 2) * scale)]
        if centre > 1 and np.hypot(x - 50, y - 50) < 26:
            return Inclusion(float(x), float(y), *size)


def _axes(rows: int, columns: int, finer: int, width_mm: float, height_mm: float) -> tuple[Real, Real]:
    """Where each point lies, x and y, mm."""
    y, x = np.mgrid[: rows * finer, : columns * finer] + 0.5
    return x * width_mm / (columns * finer), y * height_mm / (rows * finer)


def _rectangle(shape: tuple[int, ...], width_mm: float, height_mm: float, inclusion: Inclusion) -> Flags:
    y, x = np.mgrid[: shape[0], : shape[1]] + 0.5
    x, y = x * width_mm / shape[1], y * height_mm / shape[0]
    inside_x = (x >= inclusion.x_mm) & (x < inclusion.x_mm + inclusion.width_mm)
    return np.asarray(inside_x & (y >= inclusion.y_mm) & (y < inclusion.y_mm + inclusion.height_mm))
