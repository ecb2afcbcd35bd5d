"""The live picture: lit and ambient frame and colour in, colour with lime-green light out, in a few milliseconds.

What decides works on a sixteenth of the pixels; what is seen is drawn at the size at which it is shown, and only inside the boxes of what glows.
The live picture guides the eye. It never says that nothing is left: that is the residual check's, which takes ten frames and its time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from algorithms.fluorescence.bands import local_background
from algorithms.fluorescence.correction import DARKEST_FLAT
from algorithms.fluorescence.fitting import Box, Buffers, fitted, placed
from algorithms.fluorescence.lesions import Grid, axes_mm, outline_px
from algorithms.fluorescence.model import Image, Raw
from algorithms.fluorescence.overlay import HEAT, LIME, OUTLINE, Picture, Style

SHOWN_RATIO = 1.35  # signal to background from which light is drawn
LEAST_MM2 = 3.0
NOISES = 5.0
RENEWED_EVERY = 4  # the background is slow: a quarter of the frames renew it
RENEWED_AT_LAST = 8  # by whoever looks for light, where nobody called `renew`
TABLE = 256

Beside = Callable[[Callable[[], None]], Callable[[], object]]  # begins a job; what it gives back waits for its end, as often as it is asked


def at_once(job: Callable[[], None]) -> Callable[[], None]:
    """For whoever has no thread to lend."""
    job()
    return lambda: None


@dataclass(frozen=True, slots=True, eq=False)
class Glow:
    """One place that glows in the live picture: box in camera pixels (top, left, bottom, right), and the figures of `Region`, less exact.

    Outline and axes are those of `Region`, where it falls to half of its peak above the background; a sharp one has none.
    """

    box_px: Box
    centroid_px: tuple[float, float]
    area_mm2: float
    signal_to_background: float
    sharp: bool  # narrower than tissue lets light be: a glint, not drawn
    major_mm: float
    minor_mm: float
    outline_px: npt.NDArray[np.float32]


class LivePicture:
    """Analyses and draws frames of one shape; its buffers are its own, so one thread uses it.

    `flat` (rows, columns, in any numbers, its dark taken off) evens out lens and lamp where glow is looked for.
    """

    def __init__(self, rows: int, columns: int, mm_per_pixel: float, *, style: Style = Style.LIME, flat: Image | None = None) -> None:
        if min(rows, columns) < 64 or mm_per_pixel <= 0:
            raise ValueError("a live picture has at least 64 pixels a side, and a scale")
        self.step = 8 if mm_per_pixel < 0.08 and min(rows, columns) >= 1024 else 4
        self._mm = mm_per_pixel
        self._style = style
        self._halves = [np.empty((rows >> level, columns >> level), np.uint16) for level in range(1, self.step.bit_length())]
        self._other = [np.empty_like(half) for half in self._halves]
        self._room: tuple[Raw, npt.NDArray[np.uint16]] | None = None  # the ambient frame at hand, and that small
        self._buffers: Buffers = {}
        self._difference = np.empty(self._halves[-1].shape, np.float32)
        self._inverse_flat = None if flat is None else _inverse(flat, self._difference.shape)
        self._core = self._least = self._level = self._difference
        self._background: Image | None = None
        self._age = 0
        self._inks, self._alphas = _inks(style)

    def show(self, lit: Raw, ambient: Raw, colour: Picture, out: Picture, beside: Beside = at_once) -> tuple[Glow, ...]:
        """Fill `out` (BGRA) from `colour` (BGR) with what glows drawn in; both of any size, both frames uint16 of one shape.

        The ground is laid `beside` the search for what glows, which needs as long.
        """

        def ground() -> None:
            cv2.cvtColor(fitted(colour, out.shape[:2], self._buffers), cv2.COLOR_BGR2BGRA, dst=out)

        laid = beside(ground)
        try:
            return self.find(lit, ambient, out, laid)
        finally:
            laid()

    def find(self, lit: Raw, ambient: Raw, out: Picture | None, laid: Callable[[], object] = lambda: None) -> tuple[Glow, ...]:
        """What glows, brightest first; drawn into `out` (BGRA, of any size) where one is given, once `laid` has returned."""
        cv2.subtract(_shrunk(lit, self._halves), self._dimmed(ambient), dst=self._difference, dtype=cv2.CV_32F)
        if self._inverse_flat is not None:
            cv2.multiply(self._difference, self._inverse_flat, dst=self._difference)
        sigma = max(0.8, 1.0 / (self._mm * self.step))
        level = np.asarray(cv2.blur(self._difference, (2 * round(sigma) + 1,) * 2), dtype=np.float32)
        # The same without what is too sharp to come from inside tissue: a median before the mean, or a glint would be as wide as the mean's window.
        self._core = np.asarray(cv2.blur(cv2.medianBlur(self._difference, 5), (2 * round(sigma) + 1,) * 2), dtype=np.float32)
        self._level = level
        self._age += 1
        self.renew(RENEWED_AT_LAST)
        background = self._background
        assert background is not None
        glowing = cv2.compare(level, self._least, cv2.CMP_GT)
        count, _, statistics, centres = cv2.connectedComponentsWithStats(glowing, connectivity=4, ltype=cv2.CV_16U)
        least = LEAST_MM2 / (self._mm * self.step) ** 2
        glows = []
        for number in np.flatnonzero(statistics[1:count, cv2.CC_STAT_AREA] >= least) + 1:
            left, top, width, height, area = (int(value) for value in statistics[number])
            inside = (slice(top, top + height), slice(left, left + width))
            around = max(float(background[inside].mean()), 1.0)
            ratio = float(self._core[inside].max()) / around
            box = (top * self.step, left * self.step, (top + height) * self.step, (left + width) * self.step)
            x, y = centres[number]
            sharp = ratio < SHOWN_RATIO
            if not sharp and out is not None:
                laid()
                self._draw(lit, ambient, out, box, (around, ratio), np.asarray(glowing[inside], dtype=np.uint8))
            place = (float((y + 0.5) * self.step - 0.5), float((x + 0.5) * self.step - 0.5))
            size = area * (self._mm * self.step) ** 2
            glows.append(Glow(box, place, size, ratio, sharp, *self._shape(self._core[inside], around, (top, left), sharp=sharp)))
        return tuple(sorted(glows, key=lambda glow: (glow.sharp, -glow.signal_to_background)))

    def forget(self) -> None:
        """Measure the background anew with the next frame: what is subtracted has changed."""
        self._background = None

    @property
    def background(self) -> Image | None:
        """The local background of the last frame, digital numbers through the flat, on the coarse grid (`step` camera pixels)."""
        return self._background

    @property
    def light(self) -> Image:
        """The light of the last frame without glints, as `background`; valid until the next frame."""
        return self._core

    def _dimmed(self, ambient: Raw) -> npt.NDArray[np.uint16]:
        """The ambient frame, small. One serves seven lit ones: what is the same and cannot change is not shrunk again."""
        if self._room is None or ambient is not self._room[0] or ambient.flags.writeable:
            self._room = (ambient, _shrunk(ambient, self._other))
        return self._room[1]

    def _shape(self, level: Image, around: float, corner: tuple[int, int], *, sharp: bool) -> tuple[float, float, npt.NDArray[np.float32]]:
        """Axes (mm) and outline at half of the peak."""
        if sharp:
            return 0.0, 0.0, np.zeros((0, 2), np.float32)
        pixels = np.asarray(level >= (float(level.max()) + around) / 2)
        rows, columns = np.nonzero(pixels)
        outline = outline_px(pixels, Grid(self._mm * self.step, self.step)) + np.array(corner, np.float32) * self.step
        return *axes_mm(rows, columns, self._mm * self.step), outline

    def renew(self, age: int = RENEWED_EVERY) -> None:
        """The local background from the last frame, once it is that old: to be called while nobody waits for a picture."""
        level = self._level
        if self._background is None or self._age >= age:
            middle = float(np.median(level[::4, ::4]))
            rough = fitted(level, (level.shape[0] // 2, level.shape[1] // 2))  # it is a median over 16 mm: half a grid says the same
            weight = (rough < 1.8 * max(middle, 1.0)).astype(np.float32)
            fresh = local_background(rough, weight if weight.mean() > 0.5 else np.ones_like(weight), 2 * self._mm * self.step)
            self._background = np.maximum(fitted(fresh, (level.shape[0], level.shape[1])), np.float32(max(0.15 * middle, 1.0)))
            self._least = self._background * np.float32(SHOWN_RATIO) + np.float32(NOISES * 0.5)
            self._age = 0

    def _draw(self, lit: Raw, ambient: Raw, out: Picture, box: Box, scale: tuple[float, float], mask: npt.NDArray[np.uint8]) -> None:
        """Blend the ink into `out` inside the box by the light there, as sharp as `out` is."""
        inside = placed(box, lit.shape, out.shape[:2])
        shown = out[inside]
        around, ratio = scale
        # Light below the room's is no light here, so whole numbers that end at zero will do: a quarter of the time of floats.
        where = (slice(box[0], box[2]), slice(box[1], box[3]))
        light = fitted(np.asarray(cv2.subtract(lit[where], ambient[where])), shown.shape[:2])
        level = cv2.convertScaleAbs(cv2.subtract(light, np.full_like(light, round(around))), alpha=255 / max((ratio - 1) * around, 1e-3))
        rim = cv2.resize(mask, (shown.shape[1], shown.shape[0]), interpolation=cv2.INTER_LINEAR)
        cv2.min(level, rim, dst=level)  # fades at its rim instead of ending in steps
        alpha = cv2.LUT(level, self._alphas)
        ink = cv2.LUT(cv2.merge((level, level, level, level)), self._inks)
        cv2.multiply(shown, cv2.merge((alpha, alpha, alpha, np.zeros_like(alpha))), dst=shown, scale=1 / 255)
        cv2.add(shown, ink, dst=shown)
        if self._style is Style.CONTOUR:
            corner = (inside[1].start, inside[0].start)
            outlines, _ = cv2.findContours(rim, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE, offset=corner)
            cv2.drawContours(out, outlines, -1, (*OUTLINE, 255), max(1, out.shape[0] // 400), cv2.LINE_AA)


def _inverse(flat: Image, shape: tuple[int, ...]) -> Image:
    """The coarse flat's inverse, 1 at its median; what a lens leaves almost dark is not blown up."""
    coarse = np.asarray(cv2.resize(flat, (shape[1], shape[0]), interpolation=cv2.INTER_AREA), dtype=np.float32)
    relative = coarse / max(float(np.median(coarse)), 1e-6)
    return np.asarray(1 / np.maximum(relative, np.float32(DARKEST_FLAT)), dtype=np.float32)


def _shrunk(frame: Raw, buffers: list[npt.NDArray[np.uint16]]) -> npt.NDArray[np.uint16]:
    """Means of 2 × 2 pixels, again and again: OpenCV's quickest way down."""
    for buffer in buffers:
        frame = cv2.resize(frame, (buffer.shape[1], buffer.shape[0]), dst=buffer, interpolation=cv2.INTER_AREA)
    return frame


def _inks(style: Style) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint8]]:
    """By level of light: the ink with its alpha multiplied in, BGRA (1, 256, 4), and what of the picture below stays, (1, 256)."""
    level = np.arange(TABLE, dtype=np.float32) / (TABLE - 1)
    alpha = np.where(level > 0, 0.25 + 0.5 * level, 0.0) * (style is not Style.CONTOUR)
    heat = cv2.applyColorMap(np.arange(TABLE, dtype=np.uint8)[:, None], HEAT)[:, 0]
    colour = heat if style is Style.HEAT else np.tile(np.array(LIME, np.uint8), (TABLE, 1))
    inks = np.concatenate([colour * alpha[:, None], np.full((TABLE, 1), 255.0)], axis=1)
    return np.rint(inks).astype(np.uint8)[None], np.rint(255 * (1 - alpha)).astype(np.uint8)[None]
