"""Colours of a depth map: a straight line through CIELAB from amber to blue, so that equal steps of depth look equal; bare tumour is coral.

Depth is told by lightness as well as by hue, so it survives a colour-blind eye and a grey print.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from algorithms.microwave.media import Flags, Reals
from console.widgets import theme

Pixels = npt.NDArray[np.uint8]
Lab = tuple[float, float, float]
SHALLOW: Lab = (84.0, 6.0, 62.0)  # just above bare tumour
DEEP: Lab = (42.0, -4.0, -34.0)  # 2 mm or more
CERTAIN: Lab = (26.0, 0.0, -8.0)
UNCERTAIN: Lab = (92.0, -4.0, -6.0)
STEPS = 256
_WHITE = np.array([0.95047, 1.0, 1.08883])
_TO_LINEAR = np.array([[3.2406, -1.5372, -0.4986], [-0.9689, 1.8758, 0.0415], [0.0557, -0.2040, 1.0570]])


@cache
def ramp(first: Lab, last: Lab) -> Pixels:
    """`STEPS` colours (STEPS, 3) from `first` to `last`."""
    share = np.linspace(0, 1, STEPS)[:, None]
    found = _rgb((1 - share) * np.array(first) + share * np.array(last))
    found.setflags(write=False)
    return found


def depth_pixels(depth_mm: Reals, masked: Flags, bare: Flags, deepest_mm: float) -> Pixels:
    """(rows, columns, 3): shallow amber to deep blue, bare tumour coral, masked the ground."""
    found = _picked(depth_mm / deepest_mm, ramp(SHALLOW, DEEP))
    found[bare] = theme.POSITIVE.getRgb()[:3]
    found[masked] = theme.GROUND.getRgb()[:3]
    return found


def doubt_pixels(width_mm: Reals, masked: Flags, widest_mm: float) -> Pixels:
    """(rows, columns, 3): certain dark, uncertain bright."""
    found = _picked(width_mm / widest_mm, ramp(CERTAIN, UNCERTAIN))
    found[masked] = theme.GROUND.getRgb()[:3]
    return found


def _picked(share: Reals, colours: Pixels) -> Pixels:
    return np.asarray(colours[(share * (STEPS - 1)).round().clip(0, STEPS - 1).astype(np.intp)], dtype=np.uint8)


def _rgb(lab: Reals) -> Pixels:
    """CIELAB under D65 as sRGB (IEC 61966-2-1)."""
    middle = (lab[:, 0] + 16) / 116
    part = np.stack([middle + lab[:, 1] / 500, middle, middle - lab[:, 2] / 200], axis=1)
    light = np.where(part > 6 / 29, part**3, 3 * (6 / 29) ** 2 * (part - 4 / 29)) * _WHITE
    linear = (light @ _TO_LINEAR.T).clip(0, 1)
    coded = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    return np.asarray((coded * 255).round(), dtype=np.uint8)
