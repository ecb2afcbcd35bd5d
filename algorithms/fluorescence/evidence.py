"""What these very frames can show: noise of the camera and unevenness of the tissue together give the threshold, and so the detection limit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from algorithms.fluorescence.bands import Band, Bands, combine, local_background
from algorithms.fluorescence.glints import Glints, find_glints
from algorithms.fluorescence.model import Image, Limit, Mask

Z = (6.4, 6.1, 5.7, 6.0, 6.5)  # of each band; wide ones fit few times into a picture, so their spread is known less well
SIGNAL_CONTRAST = (0.31, 0.28, 0.25, 0.235, 0.22)  # of each band, peak above background ÷ background; below it: faint, look
SIGNAL_RATIO = 1.14  # signal to background over σ = 1 mm, measured without any band
FAINT_CONTRAST = 0.17
ENOUGH_FRAMES, FEW_FRAMES = 8, 2
CAUTION_FEW, CAUTION_ONE = (
    1.25,
    1.5,
)  # what all thresholds are multiplied by where fewer frames vote: glints and shadows of a moment pass then
BRIGHT = 1.8  # times the middle of the picture: left out of the background from the start


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """One picture, analysed: bands of contrast with their spread, on a background that leaves out glints and what glows."""

    values: Image
    weight: Image
    background: Image
    bands: tuple[Band, ...]
    spreads: tuple[Image, ...]  # of each band: camera noise and clutter together
    glints: Glints
    limit: Limit
    filters: Bands
    caution: float

    def least_z(self, band: int) -> float:
        """How significant a place must be."""
        return Z[band] * self.caution

    def least_contrast(self, band: int) -> float:
        """How bright signal must be."""
        return SIGNAL_CONTRAST[band] * self.caution


def weigh(values: Image, weight: Image, variance: Image, mm_per_pixel: float, frames: int, inside: Mask | None = None) -> Evidence:
    """Analyse `values` (signed light), from so many `frames`, with `variance` a working pixel. `inside` restricts where the spread is taken from."""
    background = backdrop(values, weight, variance, mm_per_pixel)
    glints = find_glints(values, background, np.sqrt(variance), mm_per_pixel)
    sound = np.where(glints.mask, np.float32(0), weight)
    filters = Bands(sound, mm_per_pixel)
    background = backdrop(values, sound, variance, mm_per_pixel, _glowing(filters, values, background))
    counted = sound > 0 if inside is None else (sound > 0) & inside
    bands = combine(filters, values, variance, background, counted)
    spreads = tuple(_spread(band, counted, filters.cover(band.sigma_mm)) for band in bands)
    caution = 1.0 if frames >= ENOUGH_FRAMES else CAUTION_FEW if frames >= FEW_FRAMES else CAUTION_ONE
    limit = _limit(bands, spreads, counted, caution)
    return Evidence(values, sound, background, bands, spreads, glints, limit, filters, caution)


def backdrop(values: Image, weight: Image, variance: Image, mm_per_pixel: float, glowing: Mask | None = None) -> Image:
    """The local background, above zero everywhere: what glows far above the rest is left out, unless it is most of the picture."""
    sound = values[weight > 0]
    middle = float(np.median(sound[:: max(1, sound.size // 20_000)])) if sound.size else 0.0
    bright = values > BRIGHT * middle
    if glowing is not None:
        bright |= glowing
    if bright.mean() < 0.45:
        weight = np.where(bright, np.float32(0), weight)
    floor = np.maximum(np.float32(max(0.15 * middle, 1e-3)), 0.5 * np.sqrt(variance))
    return np.maximum(local_background(values, weight, mm_per_pixel), floor)


def _glowing(filters: Bands, values: Image, background: Image) -> Mask:
    """Clearly above its surroundings over several mm: not part of the background."""
    wide = filters.mean(values, 4.2) - filters.mean(values, 12.6)
    return np.asarray((filters.mean(values, 1.0) > 1.25 * background) & (wide > 0.08 * background))


def _spread(band: Band, counted: Mask, cover: Image) -> Image:
    """Camera noise and clutter in quadrature, wider where less is seen, at borders and beside what is masked.

    Clutter comes from the lower half alone: what glows must not hide itself.
    """
    sample = band.contrast[counted]
    if sample.size < 100:
        return np.full(band.contrast.shape, np.inf, np.float32)
    sample = sample[:: max(1, sample.size // 30_000)]
    low, middle = np.quantile(sample, (0.1587, 0.5))
    mean_square = float(np.mean(np.square(band.noise[counted])))
    clutter = max(0.0, float(middle - low) ** 2 - mean_square)
    spread = np.sqrt(np.square(band.noise) + np.float32(clutter)) / np.sqrt(np.clip(cover, 0.1, 1.0))
    return np.asarray(spread, dtype=np.float32)


def _limit(bands: tuple[Band, ...], spreads: tuple[Image, ...], counted: Mask, caution: float) -> Limit:
    """The contrast that is found 19 times in 20: the threshold plus 1.64 standard deviations."""

    def of(number: int) -> float:
        spread = float(np.median(spreads[number][counted])) if counted.any() else float("inf")
        return caution * max(SIGNAL_CONTRAST[number], Z[number] * spread) + 1.64 * spread

    noise, total = (float(np.median(image[counted])) if counted.any() else 1.0 for image in (bands[2].noise, spreads[2]))
    return Limit(min(of(0), of(1)), of(2), min(1.0, noise / max(total, 1e-9)))
