"""How a micro-CT sees a simulated specimen: tissue in HU, what lies around it, metal, blur, noise, cupping, rings and streaks."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from devices.simulated.petct_families import CtScanner, Packing, Setting
from devices.simulated.petct_fields import Field, Flags, Shape, blur, noise

AIR_HU, METAL_HU, LEAST_HU, MOST_HU = -1000.0, 8000.0, -1024, 12000
SPONGE_HU, GEL_HU = -930.0, 20.0
BUBBLE_MM = 0.8  # the largest radius
STREAK_HU = 260.0  # next to a clip


@dataclass(frozen=True, slots=True, eq=False)
class Metal:
    """Voxels of wire or clip, (n, 3) indices, and whether they throw streaks."""

    voxels: npt.NDArray[np.int64]
    streaks: bool


def surround(random: np.random.Generator, shape: Shape, spacing_mm: float, setting: Setting, floor: int) -> Field:
    """What fills the scan where there is no specimen, HU: air, a sponge's foam, gel on the floor, and the walls of a thin container.

    `floor` is the first row of the container's floor.
    """
    hu = np.full(shape, AIR_HU, np.float32)
    if setting.packing is Packing.SPONGE:
        hu += np.clip(60 * noise(random, shape, 0.8 / spacing_mm) + (SPONGE_HU - AIR_HU), 0, 200)
    if setting.packing is Packing.GEL:
        # A film of gel under the specimen; a field full of gel would hide the surface from any CT.
        hu[:, max(0, floor - round(0.4 / spacing_mm)) : floor] = GEL_HU
    if setting.wall_mm:
        thick = max(1, round(setting.wall_mm / spacing_mm))
        hu[:, floor : floor + thick] = setting.wall_hu
        hu[:, :, :thick] = hu[:, :, -thick:] = setting.wall_hu
        hu[:, floor + thick :] = AIR_HU
    return hu


def wire(random: np.random.Generator, shape: Shape, spacing_mm: float, towards: npt.NDArray[np.float64]) -> Metal:
    """A localisation wire of 0.3 mm from the edge of the scan to a place in the tissue (voxels), bent a little."""
    start = random.uniform(0.15, 0.85, 3) * shape
    axis = int(random.choice([0, 2]))
    start[axis] = 0 if random.random() < 0.5 else shape[axis] - 1
    bend = random.normal(0, 0.06, 3) * shape
    t = np.linspace(0, 1, 4 * max(shape))[:, None]
    path = (1 - t) * start + t * towards + 4 * t * (1 - t) * bend
    return Metal(_swept(path, shape, 0.15 / spacing_mm), streaks=False)


def clip(random: np.random.Generator, shape: Shape, spacing_mm: float, at: npt.NDArray[np.float64]) -> Metal:
    """A titanium marker clip of 2.5 × 0.5 mm at a place in the tissue (voxels)."""
    direction = random.normal(size=3)
    direction /= np.linalg.norm(direction)
    t = np.linspace(-1.25, 1.25, 60)[:, None] / spacing_mm
    return Metal(_swept(at + t * direction, shape, 0.25 / spacing_mm), streaks=True)


def expose(
    random: np.random.Generator, hu: Field, metals: tuple[Metal, ...], scanner: CtScanner, spacing_mm: float
) -> npt.NDArray[np.int16]:
    """The reconstructed CT, HU int16, of true HU (which is used up)."""
    for metal in metals:
        hu[tuple(metal.voxels.T)] = METAL_HU
    seen = blur(hu, scanner.blur_mm / spacing_mm)
    for metal in metals:
        if metal.streaks and len(metal.voxels):
            _streak(random, seen, metal)
    if scanner.cupping_hu:
        seen -= _cup(seen.shape) * np.float32(scanner.cupping_hu)
    if scanner.rings_hu:
        seen += _rings(random, seen.shape, scanner.rings_hu)
    grain = random.standard_normal(seen.shape, dtype=np.float32)
    # Blurred noise is weaker: the factor restores its SD (a 3-D Gaussian kernel's sum of squares is (4πσ²)^(−3/2)).
    smooth = blur(grain, scanner.noise_grain_voxels)
    seen += smooth * np.float32(scanner.noise_hu / float(smooth[::5, ::5, ::5].std()))
    return np.clip(np.rint(seen, out=seen), LEAST_HU, MOST_HU).astype(np.int16)


def bubble(random: np.random.Generator, hu: Field, spacing_mm: float, at: npt.NDArray[np.float64]) -> None:
    """A small ball of air at a place (voxels), put into true HU."""
    radius = random.uniform(0.25, BUBBLE_MM) / spacing_mm
    first = np.maximum(np.floor(at - radius).astype(int), 0)
    box = tuple(slice(f, int(a + radius) + 2) for f, a in zip(first, at, strict=True))
    grid = np.indices(hu[box].shape).astype(np.float32) + first[:, None, None, None] - at[:, None, None, None]
    filled = np.clip(radius - np.sqrt((grid**2).sum(0)) + 0.5, 0, 1).astype(np.float32)
    hu[box] += filled * (np.float32(AIR_HU) - hu[box])


def _swept(path: npt.NDArray[np.float64], shape: Shape, radius: float) -> npt.NDArray[np.int64]:
    """The voxels within a radius (voxels) of a path that lie in the scan."""
    reach = int(np.ceil(radius))
    ball = np.indices((2 * reach + 1,) * 3).reshape(3, -1).T - reach
    ball = ball[(ball**2).sum(1) <= max(radius, 0.5) ** 2]
    voxels = (np.rint(path).astype(np.int64)[:, None, :] + ball).reshape(-1, 3)
    voxels = voxels[((voxels >= 0) & (voxels < shape)).all(1)]
    return np.unique(voxels, axis=0)


def _streak(random: np.random.Generator, seen: Field, metal: Metal) -> None:
    """Bright and dark rays from a clip in each slice that it crosses, weaker with distance."""
    for number in np.unique(metal.voxels[:, 0]):
        row, column = metal.voxels[metal.voxels[:, 0] == number][:, 1:].mean(0)
        y, x = np.ogrid[: seen.shape[1], : seen.shape[2]]
        away = np.hypot(y - row, x - column).astype(np.float32)
        angle = np.arctan2(y - row, x - column).astype(np.float32)
        # Opposite rays belong to one projection: even harmonics only.
        rays = sum(random.normal(0, 1 / np.sqrt(6)) * np.cos(2 * k * angle + random.uniform(0, 6.28)) for k in range(1, 13, 2))
        seen[number] += np.asarray(STREAK_HU * rays / (1 + away / 6), np.float32)


def _cup(shape: tuple[int, ...]) -> Field:
    """Beam hardening: 1 in the middle of a slice, 0 at its edge."""
    y, x = np.ogrid[-1 : 1 : shape[1] * 1j, -1 : 1 : shape[2] * 1j]
    return np.asarray(np.clip(1 - (y**2 + x**2), 0, 1), np.float32)


def _rings(random: np.random.Generator, shape: tuple[int, ...], strength: float) -> Field:
    """Concentric rings of detector elements that read too much or too little, the same in every slice."""
    y, x = np.ogrid[: shape[1], : shape[2]]
    away = np.hypot(y - shape[1] / 2, x - shape[2] / 2)
    profile = cv2.GaussianBlur(random.standard_normal((1, int(away.max()) + 2)).astype(np.float32), (0, 0), 0.8)
    return np.asarray(strength * profile[0, np.rint(away).astype(int)], np.float32)


def inside(random: np.random.Generator, within: Flags) -> npt.NDArray[np.float64]:
    """A place (voxels) by chance in a mask, on every fourth voxel."""
    places = np.argwhere(within[2::4, 2::4, 2::4])
    return np.asarray(places[int(random.integers(len(places)))] * 4.0 + 2)
