"""How the live picture may be looked at: white light, near infrared in grey, lime light, heat, outlines, or percent of a tapped place.

Heat and percent colour the whole picture on one stated scale, so that a colour bar can stand beside it; cividis, which rises evenly in lightness.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import cv2
import numpy as np
import numpy.typing as npt

from algorithms.fluorescence.model import Image, Raw
from algorithms.fluorescence.overlay import HEAT, Picture, Style

HEAT_TOP = 4.0  # times the background: brighter light has the top colour
PERCENT_TOP = 150.0
GAMMA = 0.6  # the eye tells dark greys apart badly


class Mode(StrEnum):
    """What is shown."""

    WHITE = "white"
    NIR = "nir"
    OVERLAY = "overlay"
    HEAT = "heat"
    CONTOUR = "contour"
    PERCENT = "percent"

    @property
    def style(self) -> Style:
        """How places that glow are drawn in it."""
        return Style.CONTOUR if self is Mode.CONTOUR else Style.LIME


@dataclass(frozen=True, slots=True)
class Span:
    """The light (digital numbers) that a colour bar's foot and head stand for, and what they are called."""

    low: float
    high: float
    low_words: str
    high_words: str
    unit: str


def heat_span(background: float) -> Span:
    """From the background to `HEAT_TOP` times it."""
    level = max(background, 1.0)
    return Span(level, level * HEAT_TOP, "1", f"≥ {HEAT_TOP:.0f}", "× background")


def percent_span(reference: float) -> Span:
    """From none to `PERCENT_TOP` of the light of the reference."""
    return Span(0.0, max(reference, 1.0) * PERCENT_TOP / 100, "0", f"≥ {PERCENT_TOP:.0f}", "% of reference")


def paint_span(light: Raw | Image, span: Span, out: Picture) -> None:
    """Fill `out` (rows, columns, BGRA) with the colours of the whole picture's `light`."""
    gain = 255 / max(span.high - span.low, 1e-6)
    above = cv2.subtract(light, np.full((1, 1), span.low, np.float64), dtype=cv2.CV_32F) if span.low else light
    level = cv2.convertScaleAbs(np.maximum(above, 0), alpha=gain)
    cv2.cvtColor(cv2.applyColorMap(level, HEAT), cv2.COLOR_BGR2BGRA, dst=out)


def heat_ramp() -> Picture:
    """The 256 colours of heat and percent from low to high, (256, BGRA)."""
    colours = cv2.applyColorMap(np.arange(256, dtype=np.uint8)[:, None], HEAT)
    return np.asarray(cv2.cvtColor(colours, cv2.COLOR_BGR2BGRA)[:, 0], dtype=np.uint8)


def paint_grey(light: Raw | Image, top: float, out: Picture) -> None:
    """Fill `out` with near-infrared light in grey, from 0 to `top`."""
    level = cv2.LUT(cv2.convertScaleAbs(light, alpha=255 / max(top, 1.0)), _GREYS)
    cv2.cvtColor(level, cv2.COLOR_GRAY2BGRA, dst=out)


def grey_colour(light: Raw | Image, top: float, out: Picture) -> None:
    """Fill `out` (rows, columns, BGR) with a grey picture to draw on, for a camera that gives no colours."""
    level = cv2.LUT(cv2.convertScaleAbs(light, alpha=255 / max(top, 1.0)), _DIM)
    cv2.cvtColor(level, cv2.COLOR_GRAY2BGR, dst=out)


def _ramp(most: float) -> npt.NDArray[np.uint8]:
    return np.rint(most * (np.arange(256) / 255) ** GAMMA).astype(np.uint8)


_GREYS, _DIM = _ramp(255.0), _ramp(150.0)  # what is drawn on stays below what is drawn
