"""What a near-infrared camera sees of a breast cavity with ICG in it: light that diffuses, a lens that darkens its corners, a lamp that glares.

Seeded, in photo-electrons per frame, without noise: noise belongs to the sensor. Deposits glow through tissue by the diffusion dipole of
Farrell, Patterson & Wilson (Med. Phys. 19, 879, 1992), so a deep one is faint and wide.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
import numpy.typing as npt

Image = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Deposit:
    """A ball of ICG: centre from the picture's centre (x right, y down), depth of its top below the surface, brightness beside the background's."""

    x_mm: float
    y_mm: float
    depth_mm: float
    radius_mm: float
    strength: float


@dataclass(frozen=True, slots=True)
class Spot:
    """Light of a given shape, whatever its cause: a Gaussian of `fwhm_mm` whose peak stands `contrast` × the background above it."""

    x_mm: float
    y_mm: float
    fwhm_mm: float
    contrast: float


@dataclass(frozen=True, slots=True)
class Stain:
    """A ball that holds `ratio` times the ICG of evenly stained tissue around it; `depth_mm` is that of its centre."""

    x_mm: float
    y_mm: float
    depth_mm: float
    radius_mm: float
    ratio: float


@dataclass(frozen=True, slots=True)
class Scene:
    """A patch of tissue under a camera that looks straight down. Optical properties are per mm; levels are photo-electrons per pixel and frame."""

    rows: int = 768
    columns: int = 1024
    mm_per_pixel: float = 0.12
    deposits: tuple[Deposit, ...] = (
        Deposit(-9.0, -4.0, 1.0, 4.5, 9.0),
        Deposit(8.0, 5.0, 2.0, 3.0, 9.0),
        Deposit(26.0, -14.0, 4.0, 1.5, 12.0),
    )
    attenuation_per_mm: float = 0.2
    scattering_per_mm: float = 1.0
    background_e: float = 900.0
    texture: float = 0.25
    ambient_e: float = 250.0
    glints: int = 12
    vignetting: float = 0.35
    seed: int = 1
    spots: tuple[Spot, ...] = ()
    stains: tuple[Stain, ...] = ()
    vessels: int = 0
    lobules: int = 0
    lobule_contrast: float = 0.15


def lit(scene: Scene) -> Image:
    """Expected photo-electrons with the excitation on and the room's light as it is, (rows, columns) float32."""
    random = np.random.default_rng(scene.seed)
    tissue = emission(scene, random)
    return np.asarray(tissue * lens(scene) + draw_glints(scene, random) + ambient(scene), dtype=np.float32)


def emission(scene: Scene, random: np.random.Generator) -> Image:
    """What the tissue itself sends out, before any lens: its texture, vessels that absorb, lobules that hold more, and all that glows."""
    tissue = scene.background_e * (1 + scene.texture * _texture(scene, random))
    glow = sum((_glow(scene, deposit) for deposit in scene.deposits), np.zeros((scene.rows, scene.columns), np.float32))
    extra = random.spawn(1)[0]  # of its own, so that scenes without them stay what they were
    glow = glow + sum(_gaussian(scene, spot.x_mm, spot.y_mm, spot.fwhm_mm / 2.355, spot.contrast) for spot in scene.spots)
    glow = glow + sum(stain_glow(scene, stain) for stain in scene.stains)
    if scene.lobules:
        glow = glow + _lobules(scene, extra)
    if scene.vessels:
        tissue = tissue * _vessels(scene, extra)
    return np.asarray(tissue + scene.background_e * glow, dtype=np.float32)


def ambient(scene: Scene) -> Image:
    """Expected photo-electrons with the excitation off: the room's lamp, brighter on one side."""
    across = np.linspace(0.7, 1.3, scene.columns, dtype=np.float32)
    return np.asarray(scene.ambient_e * np.broadcast_to(across, (scene.rows, scene.columns)) * lens(scene), dtype=np.float32)


def diffuse_spot(distance_mm: npt.NDArray[np.float64], depth_mm: float, attenuation_per_mm: float, scattering_per_mm: float) -> Image:
    """Light that leaves the surface at `distance_mm` from above a point source, by the dipole with an extrapolated boundary; per mm²."""
    depth = depth_mm + 1 / scattering_per_mm  # the first isotropic scattering
    boundary = 2 * 2 / (3 * scattering_per_mm)  # twice 2D, indices matched
    near = np.hypot(distance_mm, depth)
    far = np.hypot(distance_mm, depth + 2 * boundary)

    def escape(height: float, way: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        return height * (attenuation_per_mm + 1 / way) * np.exp(-attenuation_per_mm * way) / way**2

    return np.asarray((escape(depth, near) + escape(depth + 2 * boundary, far)) / (4 * np.pi), dtype=np.float32)


@lru_cache(maxsize=64)
def stain_profile(radius_mm: float, depth_mm: float, attenuation_per_mm: float, scattering_per_mm: float) -> tuple[float, ...]:
    """Contrast over evenly stained tissue at 0, 0.25, … 30 mm from above a ball's centre, for each unit of concentration beyond the tissue's."""
    away = np.arange(0, 30.01, 0.25)
    steps = np.linspace(-radius_mm, radius_mm, 13)
    x, y, z = np.meshgrid(steps, steps, steps)
    inside = x**2 + y**2 + z**2 <= radius_mm**2
    cell = 4 / 3 * np.pi * radius_mm**3 / inside.sum()
    total = np.zeros_like(away)
    for dx, dy, height in zip(x[inside], y[inside], np.maximum(depth_mm + z[inside], 0.0), strict=True):
        reached = np.exp(-attenuation_per_mm * height)
        total += cell * reached * diffuse_spot(np.hypot(away - dx, dy), float(height), attenuation_per_mm, scattering_per_mm)
    return tuple((total / _even_tissue(attenuation_per_mm, scattering_per_mm)).tolist())


def _even_tissue(attenuation_per_mm: float, scattering_per_mm: float) -> float:
    """Light from a square millimetre of tissue that is stained evenly to any depth: the same sources, summed over depth and over the surface."""
    away, depths = np.arange(0.05, 60, 0.1), np.arange(0.05, 40, 0.1)
    ring = 2 * np.pi * away * 0.1
    escaped = [float((diffuse_spot(away, depth, attenuation_per_mm, scattering_per_mm) * ring).sum()) for depth in depths]
    return float((np.exp(-attenuation_per_mm * depths) * escaped).sum() * 0.1)


def stain_glow(scene: Scene, stain: Stain) -> Image:
    """Contrast of one ball over the picture."""
    profile = stain_profile(stain.radius_mm, stain.depth_mm, scene.attenuation_per_mm, scene.scattering_per_mm)
    x_mm, y_mm = positions_mm(scene)
    away = np.hypot(x_mm - stain.x_mm, y_mm - stain.y_mm)
    return np.asarray((stain.ratio - 1) * np.interp(away, np.arange(len(profile)) * 0.25, profile, right=0.0), dtype=np.float32)


def _gaussian(scene: Scene, x: float, y: float, sigma_mm: float, peak: float) -> Image:
    x_mm, y_mm = positions_mm(scene)
    across, down = np.exp(-((x_mm - x) ** 2) / (2 * sigma_mm**2)), np.exp(-((y_mm - y) ** 2) / (2 * sigma_mm**2))
    return np.asarray(peak * across * down, dtype=np.float32)


def _lobules(scene: Scene, random: np.random.Generator) -> Image:
    """Soft patches 2 to 8 mm wide, brighter or darker by up to `lobule_contrast`: unevenness that is not Gaussian."""
    x_mm, y_mm = positions_mm(scene)
    total = np.zeros((scene.rows, scene.columns), np.float32)
    for _ in range(scene.lobules):
        x, y = random.uniform(x_mm.min(), x_mm.max()), random.uniform(y_mm.min(), y_mm.max())
        peak = scene.lobule_contrast * random.uniform(-1, 1)
        total += _gaussian(scene, x, y, random.uniform(2, 8) / 2.355, peak)
    return np.clip(total, -0.8, scene.lobule_contrast)


def _vessels(scene: Scene, random: np.random.Generator) -> Image:
    """Winding dark lines 0.5 to 2 mm wide that take 10 to 40 % of the light."""
    left = np.ones((scene.rows, scene.columns), np.float32)
    for _ in range(scene.vessels):
        turns = np.cumsum(random.normal(0, 0.15, 200)) + random.uniform(0, 2 * np.pi)
        start = random.uniform((0, 0), (scene.columns, scene.rows))
        step = max(scene.rows, scene.columns) / 150
        points = start + step * np.cumsum(np.stack([np.cos(turns), np.sin(turns)], axis=1), axis=0)
        line = np.zeros_like(left)
        width = max(1, round(random.uniform(0.5, 2.0) / scene.mm_per_pixel))
        cv2.polylines(line, [np.rint(points).astype(np.int32)], isClosed=False, color=1.0, thickness=width)
        left *= 1 - np.float32(random.uniform(0.1, 0.4)) * cv2.GaussianBlur(line, (0, 0), max(0.6, 0.4 / scene.mm_per_pixel))
    return left


def _glow(scene: Scene, deposit: Deposit) -> Image:
    """The deposit's outline, weighted by its thickness, blurred by what lies above it; the exciting light is weakened on its way down too."""
    x_mm, y_mm = positions_mm(scene)
    squared = deposit.radius_mm**2 - (x_mm - deposit.x_mm) ** 2 - (y_mm - deposit.y_mm) ** 2
    thickness = np.sqrt(np.maximum(squared, 0.0)) / deposit.radius_mm
    reach = max(3, int(min(25.0, 4 * (deposit.depth_mm + 2)) / scene.mm_per_pixel))
    steps = np.arange(-reach, reach + 1) * scene.mm_per_pixel
    kernel = diffuse_spot(np.hypot(steps[:, None], steps[None, :]), deposit.depth_mm, scene.attenuation_per_mm, scene.scattering_per_mm)
    reference = diffuse_spot(np.hypot(steps[:, None], steps[None, :]), 0.0, scene.attenuation_per_mm, scene.scattering_per_mm).sum()
    on_the_way_down = np.exp(-scene.attenuation_per_mm * deposit.depth_mm)
    blurred = _convolved(thickness.astype(np.float32), kernel / reference)
    return np.asarray(deposit.strength * on_the_way_down * blurred, dtype=np.float32)


def _convolved(image: Image, kernel: Image) -> Image:
    """Linear convolution by the Fourier transform: kernels reach over hundreds of pixels."""
    shape = [cv2.getOptimalDFTSize(a + b - 1) for a, b in zip(image.shape, kernel.shape, strict=True)]
    product = np.fft.rfft2(image, shape) * np.fft.rfft2(kernel, shape)
    top, left = kernel.shape[0] // 2, kernel.shape[1] // 2
    return np.asarray(np.fft.irfft2(product, shape)[top : top + image.shape[0], left : left + image.shape[1]], dtype=np.float32)


def _texture(scene: Scene, random: np.random.Generator) -> Image:
    """Fat lobules and vessels: noise at 1, 3 and 9 mm, together within about ±1."""
    total = np.zeros((scene.rows, scene.columns), np.float32)
    for size_mm, share in ((1.0, 0.2), (3.0, 0.3), (9.0, 0.5)):
        grain = cv2.GaussianBlur(random.standard_normal(total.shape, dtype=np.float32), (0, 0), size_mm / scene.mm_per_pixel / 2.355)
        total += share * grain / max(float(grain.std()), 1e-9)
    return np.clip(total, -1 / max(scene.texture, 1.0), None)


def draw_glints(scene: Scene, random: np.random.Generator) -> Image:
    """Wet spots that mirror the excitation past the filter: 0.3 to 0.8 mm wide and very bright."""
    x_mm, y_mm = positions_mm(scene)
    image = np.zeros((scene.rows, scene.columns), np.float32)
    for _ in range(scene.glints):
        x, y = random.uniform(x_mm.min(), x_mm.max()), random.uniform(y_mm.min(), y_mm.max())
        sigma_mm = random.uniform(0.3, 0.8) / 2.355
        peak_e = random.uniform(5, 40) * scene.background_e
        image += _gaussian(scene, x, y, sigma_mm, peak_e)
    return image


def lens(scene: Scene) -> Image:
    """The cos⁴ law, so strong that the corners lose `vignetting` of their light."""
    x_mm, y_mm = positions_mm(scene)
    squared = (x_mm**2 + y_mm**2) / max(float(x_mm.max() ** 2 + y_mm.max() ** 2), 1e-9)
    tangent_squared = (1 - scene.vignetting) ** -0.5 - 1  # cos⁴ = (1 + tan²)⁻²
    return np.asarray((1 + tangent_squared * squared) ** -2.0, dtype=np.float32)


def positions_mm(scene: Scene) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """How far each column and each row lies from the picture's centre: (1, columns) and (rows, 1), mm."""
    x = np.arange(scene.columns, dtype=np.float64) - (scene.columns - 1) / 2
    y = np.arange(scene.rows, dtype=np.float64) - (scene.rows - 1) / 2
    return np.asarray(x[None, :] * scene.mm_per_pixel), np.asarray(y[:, None] * scene.mm_per_pixel)
