"""A simulated microwave scanner: what an analyser would read, pattern by pattern, with a known specimen on the photomodulator.

Its physics is its own (`devices.simulated.layers`, in the instruments' convention e^(+jωt)), so that no solver is tested against itself. It has the
faults of a real one: carriers that diffuse out of the lit pixels, an uneven beam, standing waves, drift, noise, air under the specimen, tumours
without a sharp edge, and tissues wetter or drier than expected.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.linalg import hadamard

from devices.simulated.layers import (
    AIR,
    FATTY,
    LIGHT_M_PER_S,
    PLASTIC,
    SILICON_DARK,
    SILICON_LIT,
    TUMOUR,
    Complex,
    Layer,
    Material,
    Real,
    reflection,
)
from devices.simulated.phantoms import Phantom

DEPTH_STEP_MM = 0.0025
GRADIENT_LAYERS = 12


@dataclass(frozen=True, slots=True)
class Conditions:
    """How the scan goes. `noise` is σ of one pixel at one frequency after a full scan, in units of the normalised signal."""

    noise: float = 0.06
    reference_repeats: int = 3
    margin_hydration: float = 1.0
    tumour_hydration: float = 1.0
    air_gap_mm: float = 0.0
    gradient_mm: float = 0.0  # width of the transition from margin to tumour
    diffusion_mm: float = 0.0  # of carriers in the silicon; the study's is 1.5
    beam_width_mm: float = 120.0  # at 1/e of the amplitude
    standing_waves: float = 0.05  # their amplitude
    drift: float = 0.005  # of the gain, from first to last pattern
    path_m: float = 0.7
    leakage: complex = 3e-3 + 1e-3j


STEADY = Conditions(noise=0.0, standing_waves=0.0, drift=0.0, beam_width_mm=1e6)


@dataclass(frozen=True, slots=True, eq=False)
class SimulatedScan:
    """`sample` and `reference` (patterns, F) complex128, positive then negative of each pair, e^(+jωt)."""

    phantom: Phantom
    conditions: Conditions
    frequency_hz: Real
    sample: Complex
    reference: Complex
    ordering: str
    complete: bool


@dataclass(frozen=True, slots=True)
class Blend(Material):
    """A medium between two others, by volume."""

    other: Material = AIR
    share: float = 0.0

    def permittivity(self, frequency_hz: Real) -> Complex:
        """Relative permittivity (F,)."""
        own = Material(self.infinite, self.step, self.tau_ps, self.alpha, self.sigma_s_per_m).permittivity(frequency_hz)
        return np.asarray((1 - self.share) * own + self.share * self.other.permittivity(frequency_hz), dtype=np.complex128)


def wetter(material: Material, factor: float) -> Material:
    """The same medium with its permittivity times `factor`."""
    return Material(material.infinite * factor, material.step * factor, material.tau_ps, material.alpha, material.sigma_s_per_m * factor)


def contrast(depth_mm: float | None, conditions: Conditions, frequency_hz: Real) -> Complex:
    """r_dark − r_lit (F,) with `depth_mm` of margin over tumour on the modulator; None: nothing."""
    dark, lit = (reflection(_stack(silicon, depth_mm, conditions), frequency_hz) for silicon in (SILICON_DARK, SILICON_LIT))
    return dark - lit


def _stack(silicon: Material, depth_mm: float | None, conditions: Conditions) -> tuple[Layer, ...]:
    plate = (Layer(PLASTIC, 2.0), Layer(silicon, 0.1), Layer(PLASTIC, 0.1))
    if depth_mm is None:
        return plate
    healthy, tumour = wetter(FATTY, conditions.margin_hydration), wetter(TUMOUR, conditions.tumour_hydration)
    gap = (Layer(AIR, conditions.air_gap_mm),) if conditions.air_gap_mm else ()
    if not conditions.gradient_mm:
        return (*plate, *gap, Layer(healthy, depth_mm), Layer(PLASTIC, 0.023), Layer(tumour, 10.0))
    shares = (np.arange(GRADIENT_LAYERS) + 0.5) / GRADIENT_LAYERS
    soft = tuple(
        Layer(
            Blend(healthy.infinite, healthy.step, healthy.tau_ps, healthy.alpha, healthy.sigma_s_per_m, tumour, float(share)),
            conditions.gradient_mm / GRADIENT_LAYERS,
        )
        for share in shares
    )
    return (*plate, *gap, Layer(healthy, depth_mm), *soft, Layer(tumour, 10.0))


def simulate_scan(
    phantom: Phantom,
    conditions: Conditions | None = None,
    *,
    seed: int = 1,
    frequency_hz: Real | None = None,
    ordering: str = "cake-cutting",
    share: float = 1.0,
) -> SimulatedScan:
    """Scan a phantom with the first `share` of the patterns, in `ordering`: natural, sequency or cake-cutting."""
    how = conditions or Conditions()
    frequency = np.linspace(11e9, 20e9, 201) if frequency_hz is None else frequency_hz
    rows, columns = phantom.coverage().shape
    shown = pattern_numbers(ordering, rows, columns)[: max(1, round(share * rows * columns))]
    field = beam(phantom, how, frequency)
    random = np.random.default_rng(seed)
    empty = field * contrast(None, how, frequency)
    noise = how.noise * float(np.sqrt(np.mean(np.abs(empty) ** 2)))  # S is a ratio to this
    sample = _readings(field * pixel_contrast(phantom, how, frequency), shown, how, random, (rows, columns), noise)
    reference = _readings(empty, shown, how, random, (rows, columns), noise / np.sqrt(how.reference_repeats))
    return SimulatedScan(phantom, how, frequency, sample, reference, ordering, complete=len(shown) == rows * columns)


def pixel_contrast(phantom: Phantom, conditions: Conditions, frequency_hz: Real) -> Complex:
    """The mean of r_dark − r_lit over each pixel, (pixels, F): parts of a pixel add up as signals."""
    finer, (rows, columns) = phantom.finer, phantom.coverage().shape
    step = np.where(phantom.present, np.round(phantom.depth_mm / DEPTH_STEP_MM).astype(np.int64), -1)
    blocks = step.reshape(rows, finer, columns, finer).swapaxes(1, 2).reshape(rows * columns, -1)
    distinct, place = np.unique(blocks, return_inverse=True)
    table = np.stack([contrast(None if each < 0 else float(each) * DEPTH_STEP_MM, conditions, frequency_hz) for each in distinct])
    found = np.zeros((rows * columns, frequency_hz.size), dtype=np.complex128)
    for point in place.reshape(blocks.shape).T:
        found += table[point]
    return np.asarray(found / blocks.shape[1], dtype=np.complex128)


def beam(phantom: Phantom, conditions: Conditions, frequency_hz: Real) -> Complex:
    """The illumination of each pixel, there and back, (pixels, F): a Gaussian beam, its path, and a standing wave across the field."""
    rows, columns = phantom.coverage().shape
    y, x = np.mgrid[:rows, :columns] + 0.5
    x, y = (x * phantom.width_mm / columns).ravel()[:, None], (y * phantom.height_mm / rows).ravel()[:, None]
    far = (x - phantom.width_mm / 2) ** 2 + (y - phantom.height_mm / 2) ** 2
    path = np.exp(-2j * np.pi * frequency_hz * conditions.path_m / LIGHT_M_PER_S)
    wave = 1 + conditions.standing_waves * np.exp(2j * np.pi * frequency_hz / LIGHT_M_PER_S * (1.1e-3 * x + 0.2))
    return np.asarray(np.exp(-far / conditions.beam_width_mm**2) * path * wave, dtype=np.complex128)


def pattern_numbers(ordering: str, rows: int, columns: int) -> npt.NDArray[np.int64]:
    """The rows of Sylvester's matrix of all pixels in the order shown, counted from its sign changes down and along each pattern."""
    down, along = (np.abs(np.diff(hadamard(side), axis=1)).sum(axis=1) // 2 for side in (rows, columns))
    u, v = np.repeat(down, columns), np.tile(along, rows)
    if ordering == "natural":
        return np.arange(rows * columns)
    if ordering == "sequency":
        return np.lexsort((v, u))
    if ordering == "cake-cutting":
        return np.lexsort((v, u, (u + 1) * (v + 1)))
    raise ValueError("orders are natural, sequency and cake-cutting")


def diffused(images: Complex, shape: tuple[int, int], pixel_mm: tuple[float, float], length_mm: float) -> Complex:
    """What carriers that diffuse by `length_mm` make of images (pixels, F): the steady state of diffusion and recombination."""
    if not length_mm:
        return images
    padded = (2 * shape[0], 2 * shape[1])
    along = [2 * np.pi * np.fft.fftfreq(count, size) for count, size in zip(padded, pixel_mm, strict=True)]
    keep = 1 / (1 + length_mm**2 * (along[0][:, None] ** 2 + along[1] ** 2))
    spread = np.fft.fft2(images.reshape(*shape, -1), s=padded, axes=(0, 1)) * keep[..., None]
    return np.asarray(np.fft.ifft2(spread, axes=(0, 1))[: shape[0], : shape[1]].reshape(images.shape), dtype=np.complex128)


def _readings(
    images: Complex, shown: npt.NDArray[np.int64], how: Conditions, random: np.random.Generator, shape: tuple[int, int], noise: float
) -> Complex:
    """Both masks of each pair, (2 × patterns, F): the dark field, less the contrast of what is lit, averaged over the field.

    `noise` is that of a pixel after a full scan; a reading has less by √(2 pixels).
    """
    count = shape[0] * shape[1]
    blurred = diffused(images, shape, (100.0 / shape[0], 100.0 / shape[1]), how.diffusion_mm)
    signs = blurred.reshape(*shape, -1)
    signs = np.einsum("ur,rcf->ucf", hadamard(shape[0]), signs)
    signs = np.einsum("vc,ucf->uvf", hadamard(shape[1]), signs).reshape(count, -1)[shown] / count
    everything = blurred.mean(axis=0)
    pairs = np.stack([0.7 * everything - (everything + signs) / 2, 0.7 * everything - (everything - signs) / 2], axis=1).reshape(
        2 * len(shown), -1
    )
    gain = 1 + how.drift * np.linspace(0, 1, len(pairs))[:, None]
    hiss = noise / np.sqrt(2 * count) * random.standard_normal((*pairs.shape, 2)).view(np.complex128)[..., 0] / np.sqrt(2)
    return np.asarray(gain * pairs + how.leakage + hiss, dtype=np.complex128)
