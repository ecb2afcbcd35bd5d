"""Matched bands: how strongly each place looks like a soft spot of a given width, in units of the background, whatever lies masked beside it.

Channels are differences of Gaussians, G(σ) − G(3σ). Tissue is uneven in its own way, so the channels are weighed by their covariance over this
very picture: w = C⁻¹t / tᵀC⁻¹t, with t the answer of the channels to a Gaussian spot of peak contrast 1 (a channelized Hotelling observer,
Barrett et al., PNAS 1993;90:9758). The sum then reads the peak contrast of such a spot with the least spread. Masked pixels have weight
zero (normalised convolution, Knutsson & Westin 1993), so that a glint or a dead pixel leaves no ring.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from algorithms.fluorescence.model import Image, Mask

SIGMAS_MM = (1.0, 1.45, 2.1, 3.0, 4.2)
OUTER = 3.0
CHANNELS_MM = (0.7, 1.0, 1.45, 2.1, 3.0, 4.2)
SHRINKAGE = 0.02  # of each channel's variance, added to it: the covariance is an estimate
OUTLYING = 3.0  # standard deviations: places beyond are not tissue as usual
BACKGROUND_MM = 16.0
LEAST_COVER = 0.35  # of a Gaussian's weight must lie on sound pixels inside the picture


@dataclass(frozen=True, slots=True, eq=False)
class Band:
    """`contrast` (rows, columns) in units of the background, its standard deviation from the camera's noise alone, and the channels' weights."""

    sigma_mm: float
    contrast: Image
    noise: Image
    weights: tuple[float, ...]


def smooth(image: Image, sigma_px: float) -> Image:
    """A Gaussian, zero beyond the border; wide ones at half resolution, where they lose nothing."""
    if sigma_px > 6 and min(image.shape) >= 16:
        small = np.asarray(cv2.resize(image, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), dtype=np.float32)
        size = (image.shape[1], image.shape[0])
        return np.asarray(cv2.resize(smooth(small, sigma_px / 2), size, interpolation=cv2.INTER_LINEAR), dtype=np.float32)
    reach = 2 * int(3.5 * sigma_px + 1) + 1
    return np.asarray(cv2.GaussianBlur(image, (reach, reach), sigma_px, borderType=cv2.BORDER_CONSTANT), dtype=np.float32)


class Bands:
    """The Gaussians of one weight map, made once for all frames that share it."""

    def __init__(self, weight: Image, mm_per_pixel: float) -> None:
        self._weight, self._mm = weight, mm_per_pixel
        self._cover: dict[float, Image] = {}

    def mean(self, values: Image, sigma_mm: float) -> Image:
        """The weighted mean of `values` around each place."""
        cover = self.cover(sigma_mm)
        return np.asarray(smooth(values * self._weight, sigma_mm / self._mm) / np.maximum(cover, np.float32(1e-4)), dtype=np.float32)

    def cover(self, sigma_mm: float) -> Image:
        """The share of a Gaussian's weight that lies on sound pixels inside the picture, 0..1."""
        if sigma_mm not in self._cover:
            self._cover[sigma_mm] = smooth(self._weight, sigma_mm / self._mm)
        return self._cover[sigma_mm]

    def channels(self, values: Image, background: Image) -> list[Image]:
        """Every channel, in units of the background; zero where too little of it can be seen."""
        return [self._channel(values, background, sigma) for sigma in CHANNELS_MM]

    def _channel(self, values: Image, background: Image, sigma_mm: float) -> Image:
        found = (self.mean(values, sigma_mm) - self.mean(values, OUTER * sigma_mm)) / background
        found[self.cover(sigma_mm) < LEAST_COVER] = 0
        return np.asarray(found, dtype=np.float32)

    def noise(self, variance: Image, background: Image, weights: npt.NDArray[np.float64]) -> Image:
        """The standard deviation of a weighted sum of channels from `variance` per working pixel, white noise."""
        widths = np.array([[sigma, OUTER * sigma] for sigma in CHANNELS_MM]).ravel() / self._mm
        signs = np.stack([weights, -weights], axis=1).ravel()
        gain = float(signs @ (1 / (2 * np.pi * (widths[:, None] ** 2 + widths[None, :] ** 2))) @ signs)
        return np.asarray(np.sqrt(self.mean(variance, CHANNELS_MM[-1]) * np.float32(max(gain, 0.0))) / background, dtype=np.float32)


def combine(filters: Bands, values: Image, variance: Image, background: Image, counted: Mask) -> tuple[Band, ...]:
    """One band for each width of spot, with the weights that this picture's own unevenness calls for."""
    channels = filters.channels(values, background)
    covariance = _covariance([channel[counted] for channel in channels])
    bands = []
    for sigma in SIGMAS_MM:
        answer = expected(sigma)
        weights = np.asarray(np.linalg.solve(covariance, answer), dtype=np.float64)
        weights /= float(answer @ weights)
        bands.append(Band(sigma, weighed(channels, tuple(weights)), filters.noise(variance, background, weights), tuple(weights.tolist())))
    return tuple(bands)


def weighed(channels: list[Image], weights: tuple[float, ...]) -> Image:
    """The weighted sum of channels."""
    total: Image = np.asarray(channels[0] * np.float32(weights[0]), dtype=np.float32)
    for channel, weight in zip(channels[1:], weights[1:], strict=True):
        total += channel * np.float32(weight)
    return total


def expected(sigma_mm: float) -> npt.NDArray[np.float64]:
    """What each channel answers at the middle of a Gaussian spot of `sigma_mm` with peak contrast 1."""
    square, channel = sigma_mm**2, np.square(CHANNELS_MM)
    return np.asarray(square / (square + channel) - square / (square + OUTER**2 * channel))


def _covariance(samples: list[npt.NDArray[np.float32]]) -> npt.NDArray[np.float64]:
    """Of the channels over the tissue; what stands out in any of them is left out, so that a lesion does not count as unevenness."""
    stacked = np.stack([sample[:: max(1, sample.size // 30_000)] for sample in samples]).astype(np.float64)
    if stacked.shape[1] < 100:
        return np.eye(len(samples))
    middle = np.median(stacked, axis=1, keepdims=True)
    spread = np.maximum(middle - np.quantile(stacked, 0.1587, axis=1, keepdims=True), 1e-6)
    usual = (np.abs(stacked - middle) < OUTLYING * spread).all(axis=0)
    covariance = np.cov(stacked[:, usual]) if usual.sum() >= 100 else np.diag(np.square(spread).ravel())
    return np.asarray(covariance + np.diag(np.diag(covariance) * SHRINKAGE + 1e-12))


def local_background(values: Image, weight: Image, mm_per_pixel: float) -> Image:
    """The median over about 16 mm, smooth; from a grid of 5 × 5 means, because a full median costs a hundred times as much."""
    step = max(1, round(BACKGROUND_MM / 5 / mm_per_pixel))
    small_size = (max(3, values.shape[1] // step), max(3, values.shape[0] // step))
    cover = cv2.resize(weight, small_size, interpolation=cv2.INTER_AREA)
    sums = np.asarray(cv2.resize(values * weight, small_size, interpolation=cv2.INTER_AREA), dtype=np.float32)
    small = _filled(np.asarray(sums / np.maximum(cover, 1e-4), dtype=np.float32), np.asarray(cover > 0.2))
    median = cv2.GaussianBlur(cv2.medianBlur(small, 5), (0, 0), 0.8)
    return np.asarray(cv2.resize(median, (values.shape[1], values.shape[0]), interpolation=cv2.INTER_LINEAR), dtype=np.float32)


def _filled(image: Image, known: Mask) -> Image:
    """Unknown cells take the mean of what is known around them."""
    if known.all() or not known.any():
        return image
    for reach in (1.0, 2.0, 4.0, 16.0, 64.0):
        weight = cv2.GaussianBlur(known.astype(np.float32), (0, 0), reach)
        mean = cv2.GaussianBlur(np.where(known, image, 0).astype(np.float32), (0, 0), reach) / np.maximum(weight, 1e-6)
        fill = ~known & (weight > 0.02)
        image = np.asarray(np.where(fill, mean, image), dtype=np.float32)
        known = known | fill
    return image
