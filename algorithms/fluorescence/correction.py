"""From counts to light: dark, ambient, flat and bad pixels, signed, at the resolution the decision needs, with the variance of every value.

Signed, because a subtraction that stops at zero has no spread where it is dark, and everything looks significant there.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from algorithms.fluorescence.model import Calibration, Image, Mask, Raw

WORKING_MM = 0.45  # a working pixel: the narrowest matched band has σ = 1 mm, more than two of them
DARKEST_FLAT = 0.05  # of the flat's middle: below it there is no picture


@dataclass(frozen=True, slots=True, eq=False)
class Light:
    """Light over the working grid, digital numbers through the flat. `weight` is the share of sound pixels, `variance` that of one frame's noise."""

    values: Image
    weight: Image
    variance: Image
    saturated: Mask
    mm_per_pixel: float
    step: int  # camera pixels to a working pixel
    ambient_level: float | None  # median, digital numbers; None where no ambient frame was given


@dataclass(frozen=True, slots=True, eq=False)
class Bench:
    """A calibration made ready: the offset to subtract, the inverse flat, and where pixels are sound: those outside `inside` are not."""

    calibration: Calibration
    offset: Image | float
    inverse_flat: Image | float
    sound: Mask | None
    step: int
    inside: Mask | None = None

    def shrunk(self, image: Image) -> Image:
        """Means over step × step pixels; what is left over at the right and lower edge is cut off."""
        rows, columns = (side // self.step * self.step for side in image.shape)
        size = (columns // self.step, rows // self.step)
        return np.asarray(cv2.resize(image[:rows, :columns], size, interpolation=cv2.INTER_AREA), dtype=np.float32)


def prepare(calibration: Calibration, inside: Mask | None = None) -> Bench:
    """Work out once what every frame needs; what lies outside `inside` (a dark cloth, a glowing edge) is nobody's background."""
    dark = None if calibration.dark is None else calibration.dark.astype(np.float32)
    inverse: Image | float = 1.0
    sound: Mask | None = None
    if calibration.flat is not None:
        flat = calibration.flat.astype(np.float32) - (0.0 if dark is None else dark)
        middle = max(float(np.median(flat[::4, ::4])), 1e-6)
        relative = flat / middle
        sound = (relative > DARKEST_FLAT) & (relative > 0.5 * cv2.medianBlur(relative, 5))
        inverse = np.asarray(1 / np.maximum(relative, DARKEST_FLAT), dtype=np.float32)
    if dark is not None:
        hot = np.abs(dark - cv2.medianBlur(dark, 5)) > max(8 * _spread(dark), 8.0)
        sound = ~hot if sound is None else sound & ~hot
    if inside is not None:
        sound = inside if sound is None else sound & inside
    offset: Image | float = calibration.ambient.astype(np.float32) if calibration.ambient is not None else (0.0 if dark is None else dark)
    step = max(1, round(WORKING_MM / calibration.mm_per_pixel))
    return Bench(calibration, offset, inverse, None if sound is None or sound.all() else sound, step, inside)


def correct(lit: Raw, bench: Bench, ambient: Raw | None = None) -> Light:
    """One frame as light; `ambient`, taken beside it, replaces the calibration's."""
    calibration = bench.calibration
    offset = bench.offset if ambient is None else ambient.astype(np.float32)
    full = float(2**calibration.bit_depth - 1)
    difference: Image = np.asarray((lit.astype(np.float32) - offset) * bench.inverse_flat, dtype=np.float32)
    saturated = bench.shrunk((lit >= full).astype(np.float32)) > 0
    if bench.sound is None:
        values = bench.shrunk(difference)
        weight = np.ones(values.shape, np.float32)
    else:
        weight = bench.shrunk(bench.sound.astype(np.float32))
        values = np.divide(bench.shrunk(np.where(bench.sound, difference, np.float32(0))), np.maximum(weight, np.float32(1e-3)))
        weight[weight < 0.25] = 0
    has_ambient = ambient is not None or calibration.ambient is not None
    level = _level(offset, bench) if has_ambient else None
    variance = np.asarray(_variance(lit, bench, offset if has_ambient else None) / bench.step**2, dtype=np.float32)
    return Light(values, weight, variance, saturated, calibration.mm_per_pixel * bench.step, bench.step, level)


def _variance(lit: Raw, bench: Bench, ambient: Image | float | None) -> Image:
    """K(L + A) + 2(σ_read² + Δ²/12), through the flat squared, of one camera pixel; without K and σ_read what the picture itself shows."""
    calibration = bench.calibration
    brightness = bench.shrunk(lit.astype(np.float32)) - np.float32(_black(calibration))
    inverse = bench.shrunk(bench.inverse_flat) if isinstance(bench.inverse_flat, np.ndarray) else bench.inverse_flat
    if calibration.gain_e_per_dn is None or calibration.read_noise_e is None:
        return np.full(brightness.shape, _measured(lit) ** 2, np.float32) * np.float32(1.0 if ambient is None else 2.0) * inverse**2
    exposures = 1 if ambient is None else 2
    light = np.maximum(brightness, 0)
    if ambient is not None:
        light = light + max(_level(ambient, bench), 0.0)
    read = (calibration.read_noise_e / calibration.gain_e_per_dn) ** 2 + 1 / 12
    return np.asarray((light / calibration.gain_e_per_dn + exposures * read) * inverse**2, dtype=np.float32)


def _level(ambient: Image | float, bench: Bench) -> float:
    """The room's light, in the middle of what is looked at."""
    sample = np.asarray(ambient)[::4, ::4]
    if bench.inside is not None and (seen := bench.inside[::4, ::4]).any():
        sample = sample[seen]
    return float(np.median(sample)) - _black(bench.calibration)


def _black(calibration: Calibration) -> float:
    return 0.0 if calibration.dark is None else float(np.median(calibration.dark[::4, ::4]))


def _measured(lit: Raw) -> float:
    """The noise of a pixel from differences that smooth light cancels (Immerkær 1996), robustly; digital numbers."""
    kernel = np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], np.float32)
    differences = cv2.filter2D(lit[: lit.shape[0] // 2 * 2].astype(np.float32), -1, kernel)[1:-1:2, 1:-1:2]
    return max(float(np.median(np.abs(differences))) * 1.4826 / 6, 12**-0.5)


def _spread(image: Image) -> float:
    """The standard deviation of the bulk, from the median absolute deviation."""
    sample = image[::3, ::3]
    return 1.4826 * float(np.median(np.abs(sample - np.median(sample))))
