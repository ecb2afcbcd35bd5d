"""The noise model of a camera from pictures of nothing and of an even card: the photon transfer method (Janesick, Photon Transfer, SPIE 2007).

Two frames of the same card differ by noise alone, so half of the variance of their difference is that of one frame, whatever the card's own pattern.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from algorithms.fluorescence.model import Raw

LEAST_FRAMES = 4
DARKEST, BRIGHTEST = 0.1, 0.9  # of full scale: where an even card must lie
MOST_DARK = 0.1
LEAST_SHARE = 0.05  # of the card's middle: darker corners are no even card


class Unfit(ValueError):
    """The pictures do not fit; the text is one sentence that says why and what to do."""


@dataclass(frozen=True, slots=True)
class Noise:
    """K in electrons per digital number, read noise in electrons."""

    gain_e_per_dn: float
    read_noise_e: float


def check_dark(frames: Sequence[Raw], bit_depth: int) -> None:
    """Refuse what was not taken with the lens covered."""
    full = 2**bit_depth - 1
    level, spread = float(np.mean(frames[0])), float(np.ptp(np.mean(np.stack(frames), axis=0)[::8, ::8]))
    if level > MOST_DARK * full or spread > MOST_DARK * full:
        raise Unfit("Light reaches the camera. Cover the lens, then take the dark frames again.")


def check_flat(frames: Sequence[Raw], dark: Raw, bit_depth: int) -> None:
    """Refuse a card that is too dark, too bright or not even."""
    full, mean = 2**bit_depth - 1, np.mean(np.stack(frames), axis=0)
    middle = float(np.median(mean))
    if middle > BRIGHTEST * full or float(np.mean(mean >= 0.98 * full)) > 0.001:
        raise Unfit("The card is too bright: parts of it are saturated. Shorten the exposure, then take it again.")
    light = mean - dark
    if float(np.median(light)) < DARKEST * full:
        raise Unfit("The card is too dark. Light it evenly, or lengthen the exposure, then take it again.")
    if float(np.percentile(light[::4, ::4], 1)) < LEAST_SHARE * float(np.median(light)):
        raise Unfit("The card does not fill the picture. Hold it so that no edge or shadow is seen, then take it again.")


def photon_transfer(darks: Sequence[Raw], flats: Sequence[Raw]) -> Noise:
    """From frames of nothing and of one even card, at least four of each, in order of time."""
    if min(len(darks), len(flats)) < LEAST_FRAMES:
        raise ValueError(f"a noise model needs {LEAST_FRAMES} frames of each kind")
    dark, flat = (float(np.mean([frame[::2, ::2].mean() for frame in frames])) for frames in (darks, flats))
    dark_variance, flat_variance = _variance(darks), _variance(flats)
    if flat_variance <= dark_variance or flat <= dark:
        raise Unfit(
            "The card's noise is not above the dark's: these frames were not taken one after another by one camera. Take them again."
        )
    gain = (flat - dark) / (flat_variance - dark_variance)
    return Noise(gain, max(0.0, dark_variance - 1 / 12) ** 0.5 * gain)


def _variance(frames: Sequence[Raw]) -> float:
    """Of one pixel over time, from differences of neighbours in time, robustly: glints and hot pixels must not count."""
    pairs = pairwise(frames)
    return float(np.median([_clipped(one.astype(np.float32) - other.astype(np.float32)) / 2 for one, other in pairs]))


def _clipped(difference: Raw) -> float:
    sample = difference[::2, ::2]
    sample = sample - np.mean(sample)  # a lamp that flickers
    edge = 5 * max(float(np.std(sample)), 1e-6)
    return float(np.var(sample[np.abs(sample) < edge]))
