"""From bands of contrast to lesions: which places pass, where each one's outline runs, how large and how bright it is."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from algorithms.fluorescence.bands import SIGMAS_MM
from algorithms.fluorescence.evidence import FAINT_CONTRAST, SIGNAL_RATIO, Evidence
from algorithms.fluorescence.model import Image, Mask, Region, SharpPoint

OUTLINE_SIGMA_MM = 0.6
BRIGHTNESS_SIGMA_MM = 1.0
LEAST_MM2 = 3.0
CONSISTENT = 0.55
BORDER_MM, AT_BORDER = 2.0, 2.0  # a spot cut by the picture's border must be twice as bright: half of what it is compared with is missing
SHARPEST_MM = 1.8
APART_MM = 2.0
MOST = 64


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A place that passes the thresholds, on the working grid: its pixels, its peak, and the band that fits it best."""

    pixels: Mask
    row: int
    column: int
    band: int
    contrast: float
    z: float


@dataclass(frozen=True, slots=True)
class Grid:
    """How the working grid lies in the camera's picture."""

    mm_per_pixel: float
    step: int

    def px(self, row: float, column: float) -> tuple[float, float]:
        """The centre of a working pixel as (row, col) of the camera."""
        return (row + 0.5) * self.step - 0.5, (column + 0.5) * self.step - 0.5

    def mm(self, row: float, column: float) -> tuple[float, float]:
        """(x, y) from the centre of the picture's first pixel, mm."""
        camera = self.mm_per_pixel / self.step
        y, x = self.px(row, column)
        return x * camera, y * camera


def find_candidates(evidence: Evidence, grid: Grid, inside: Mask | None = None) -> tuple[Candidate, ...]:
    """Every place with z and contrast above the faint limit in some band, brightest first; each with the outline at half of its height."""
    passing = np.zeros(evidence.values.shape, dtype=bool)
    for number, (band, spread) in enumerate(zip(evidence.bands, evidence.spreads, strict=True)):
        passing |= (band.contrast >= FAINT_CONTRAST) & (band.contrast >= evidence.least_z(number) * spread)
    if inside is not None:
        passing &= inside
    if not passing.any():
        return ()
    above = evidence.filters.mean(evidence.values, OUTLINE_SIGMA_MM) - evidence.background
    seeds = _seeds(evidence.filters.mean(evidence.values, BRIGHTNESS_SIGMA_MM) - evidence.background, passing, grid)
    taken = np.zeros_like(passing)
    found = []
    for row, column in seeds[:MOST]:
        if taken[row, column]:
            continue
        pixels = _at_half_height(above, row, column) & ~taken
        if not pixels.any():
            continue
        taken |= pixels
        found.append(_candidate(evidence, pixels & passing, pixels, row, column))
    return tuple(found)


def _seeds(bright: Image, passing: Mask, grid: Grid) -> list[tuple[int, int]]:
    """Local maxima inside what passes, brightest first: a slope has none, so the rim of a shadow is no lesion."""
    side = 2 * max(1, round(APART_MM / grid.mm_per_pixel)) + 1
    top = bright >= cv2.dilate(bright, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side)))
    rows, columns = np.nonzero(top & passing & (bright > 0))
    order = np.argsort(-bright[rows, columns], kind="stable")
    return [(int(rows[index]), int(columns[index])) for index in order]


def _at_half_height(above: Image, row: int, column: int) -> Mask:
    """The pixels that hang together with the seed at half of its height above the background."""
    peak = float(above[max(0, row - 1) : row + 2, max(0, column - 1) : column + 2].max())
    _, labels = cv2.connectedComponents((above >= peak / 2).astype(np.uint8), connectivity=4)
    label = labels[row, column]
    return np.asarray(labels == label) if label else np.zeros(above.shape, dtype=bool)


def _candidate(evidence: Evidence, where: Mask, pixels: Mask, row: int, column: int) -> Candidate:
    """The best of the bands near the seed: signal where one passes both limits, by its contrast otherwise."""
    near = where.copy()
    near[row, column] = True
    scores = []
    for number, (band, spread) in enumerate(zip(evidence.bands, evidence.spreads, strict=True)):
        z = np.where(near, band.contrast / spread, -np.inf)
        place = np.unravel_index(int(np.argmax(z)), z.shape)
        best = float(z[place])
        contrast = float(band.contrast[place])
        passes = best >= evidence.least_z(number)
        scores.append((passes, contrast / evidence.least_contrast(number) if passes else best, number, best, contrast))
    _, _, number, best, contrast = max(scores)
    return Candidate(pixels, row, column, number, contrast, best)


def describe(candidate: Candidate, evidence: Evidence, grid: Grid, *, seen_in: int, enough: bool, saturated: Mask) -> Region:
    """The figures of one region, as `Region` defines them."""
    pixels, camera = candidate.pixels, grid.mm_per_pixel
    above = evidence.filters.mean(evidence.values, BRIGHTNESS_SIGMA_MM)
    rows, columns = np.nonzero(pixels)
    row, column = float(rows.mean()), float(columns.mean())
    major, minor = axes_mm(rows, columns, camera)
    local = float(np.mean(evidence.background[pixels]))
    ring = cv2.dilate(pixels.astype(np.uint8), np.ones((3, 3), np.uint8), iterations=max(2, round(6 / camera))) > 0
    ring &= ~cv2.dilate(pixels.astype(np.uint8), np.ones((3, 3), np.uint8), iterations=max(1, round(2 / camera))).astype(bool)
    around = (above - evidence.background)[ring & (evidence.weight > 0)]
    deviation = max(float(around.std()) if around.size > 20 else 0.0, 1e-6 * local, 1e-9)
    inside, brightest = float(above[pixels].mean()), float(above[pixels].max()) / local
    least = evidence.least_contrast(candidate.band) * (AT_BORDER if _touches_border(candidate, pixels.shape, camera) else 1.0)
    bright = candidate.contrast >= least and brightest >= max(SIGNAL_RATIO, 1 + consistent(candidate))
    return Region(
        area_mm2=float(pixels.sum()) * camera**2, centroid_mm=grid.mm(row, column), centroid_px=grid.px(row, column), major_mm=major, minor_mm=minor,
        contrast_to_noise=(inside - local) / deviation, signal_to_background=brightest,
        contrast=candidate.contrast, z=candidate.z, seen_in=seen_in,
        faint=not (bright and enough),
        saturated=bool((saturated & pixels).any()), outline_px=outline_px(pixels, grid),
    )  # fmt: skip


def consistent(candidate: Candidate) -> float:
    """The least brightness over σ = 1 mm, above the background, that a spot of that contrast must have: most of what it should."""
    square = SIGMAS_MM[candidate.band] ** 2
    return CONSISTENT * candidate.contrast * square / (square + BRIGHTNESS_SIGMA_MM**2)


def _touches_border(candidate: Candidate, shape: tuple[int, ...], mm_per_pixel: float) -> bool:
    inner = min(candidate.row, candidate.column, shape[0] - 1 - candidate.row, shape[1] - 1 - candidate.column)
    return inner * mm_per_pixel < BORDER_MM


def sharp_points(core: Mask, grid: Grid) -> tuple[SharpPoint, ...]:
    """The glints, each with its place."""
    count, _, statistics, centres = cv2.connectedComponentsWithStats(core.astype(np.uint8))
    return tuple(
        SharpPoint(grid.mm(y, x), grid.px(y, x), float(area) * grid.mm_per_pixel**2)
        for (x, y), area in zip(centres[1 : count + 1].tolist(), statistics[1:, cv2.CC_STAT_AREA].tolist(), strict=True)
    )


def axes_mm(rows: npt.NDArray[np.intp], columns: npt.NDArray[np.intp], mm_per_pixel: float) -> tuple[float, float]:
    """Full axes of the ellipse with the same second moments; a pixel's own extent counts (1/12)."""
    if rows.size < 2:
        return mm_per_pixel, mm_per_pixel
    down, across = rows - rows.mean(), columns - columns.mean()
    tall, wide, slant = (float(np.dot(one, other)) / rows.size for one, other in ((down, down), (across, across), (down, across)))
    middle, apart = (tall + wide) / 2 + 1 / 12, np.hypot((tall - wide) / 2, slant)
    major, minor = (4 * float(np.sqrt(max(spread, 0.0))) * mm_per_pixel for spread in (middle + apart, middle - apart))
    return major, minor


def outline_px(pixels: Mask, grid: Grid) -> npt.NDArray[np.float32]:
    """The outer outline, (points, 2) rows and columns of the camera's picture, read-only."""
    contours, _ = cv2.findContours(pixels.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    points = max(contours, key=len).reshape(-1, 2)[:, ::-1] if contours else np.zeros((0, 2))
    outline = ((points + 0.5) * grid.step - 0.5).astype(np.float32)
    outline.flags.writeable = False
    return outline
