"""What a near-infrared camera sees of a breast cavity with ICG in it: light that diffuses, a lens that darkens its corners, a lamp that glares.

Seeded, in photo-electrons per frame, without noise: noise belongs to the sensor. Deposits glow through tissue by the diffusion dipole of
Farrell, Patterson & Wilson (Med. Phys. 19, 879, 1992), so a deep one is faint and wide.
"""

from __future__ import annotations

from dataclasses import dataclass

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


def lit(scene: Scene) -> Image:
    """Expected photo-electrons with the excitation on and the room's light as it is, (rows, columns) float32."""
    random = np.random.default_rng(scene.seed)
    tissue = scene.background_e * (1 + scene.texture * _texture(scene, random))
    glow = sum((_glow(scene, deposit) for deposit in scene.deposits), np.zeros((scene.rows, scene.columns), np.float32))
    return np.asarray((tissue + scene.background_e * glow) * _lens(scene) + _glints(scene, random) + ambient(scene), dtype=np.float32)


def ambient(scene: Scene) -> Image:
    """Expected photo-electrons with the excitation off: the room's lamp, brighter on one side."""
    across = np.linspace(0.7, 1.3, scene.columns, dtype=np.float32)
    return np.asarray(scene.ambient_e * np.broadcast_to(across, (scene.rows, scene.columns)) * _lens(scene), dtype=np.float32)


def diffuse_spot(distance_mm: npt.NDArray[np.float64], depth_mm: float, attenuation_per_mm: float, scattering_per_mm: float) -> Image:
    """Light that leaves the surface at `distance_mm` from above a point source, by the dipole with an extrapolated boundary; per mm²."""
    depth = depth_mm + 1 / scattering_per_mm  # the first isotropic scattering
    boundary = 2 * 2 / (3 * scattering_per_mm)  # twice 2D, indices matched
    near = np.hypot(distance_mm, depth)
    far = np.hypot(distance_mm, depth + 2 * boundary)

    def escape(height: float, way: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        return height * (attenuation_per_mm + 1 / way) * np.exp(-attenuation_per_mm * way) / way**2

    return np.asarray((escape(depth, near) + escape(depth + 2 * boundary, far)) / (4 * np.pi), dtype=np.float32)


def _glow(scene: Scene, deposit: Deposit) -> Image:
    """The deposit's outline, weighted by its thickness, blurred by what lies above it; the exciting light is weakened on its way down too."""
    x_mm, y_mm = _positions_mm(scene)
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


def _glints(scene: Scene, random: np.random.Generator) -> Image:
    """Wet spots that mirror the excitation past the filter: 0.3 to 0.8 mm wide and very bright."""
    x_mm, y_mm = _positions_mm(scene)
    image = np.zeros((scene.rows, scene.columns), np.float32)
    for _ in range(scene.glints):
        x, y = random.uniform(x_mm.min(), x_mm.max()), random.uniform(y_mm.min(), y_mm.max())
        sigma_mm = random.uniform(0.3, 0.8) / 2.355
        peak_e = random.uniform(5, 40) * scene.background_e
        image += np.float32(peak_e) * np.exp(-((x_mm - x) ** 2) / (2 * sigma_mm**2)) * np.exp(-((y_mm - y) ** 2) / (2 * sigma_mm**2))
    return image


def _lens(scene: Scene) -> Image:
    """The cos⁴ law, so strong that the corners lose `vignetting` of their light."""
    x_mm, y_mm = _positions_mm(scene)
    squared = (x_mm**2 + y_mm**2) / max(float(x_mm.max() ** 2 + y_mm.max() ** 2), 1e-9)
    tangent_squared = (1 - scene.vignetting) ** -0.5 - 1  # cos⁴ = (1 + tan²)⁻²
    return np.asarray((1 + tangent_squared * squared) ** -2.0, dtype=np.float32)


def _positions_mm(scene: Scene) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    x = np.arange(scene.columns, dtype=np.float64) - (scene.columns - 1) / 2
    y = np.arange(scene.rows, dtype=np.float64) - (scene.rows - 1) / 2
    return np.asarray(x[None, :] * scene.mm_per_pixel), np.asarray(y[:, None] * scene.mm_per_pixel)
