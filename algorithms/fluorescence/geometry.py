"""How large a pixel is: from a checkerboard or a ChArUco board laid where the tissue will be, or from the two ends of a ruler.

A plane seen at an angle has no one scale. Both boards tell how much the scale changes over themselves; where that is too much, it is refused.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from algorithms.fluorescence.model import Raw

MOST_TILT = 0.06  # scale may change by this share over the board: 6 % of a 20 mm lesion is 1.2 mm
LEAST_CORNERS = 8
LEAST_RULER_PX = 40.0
PLAUSIBLE_MM = (0.005, 2.0)


class Ungauged(ValueError):
    """The picture gives no scale; the text is one sentence that says why and what to do."""


@dataclass(frozen=True, slots=True)
class Gauge:
    """A scale. `spread` is the relative standard deviation of the squares' sides, `corners` how many were seen; 0 and 2 for a ruler."""

    mm_per_pixel: float
    spread: float
    corners: int
    method: str


def gauge_checkerboard(frame: Raw, inner: tuple[int, int], square_mm: float) -> Gauge:
    """From a checkerboard with `inner` corners (columns, rows) where four squares meet; `frame` (rows, columns) of any depth."""
    found, corners = cv2.findChessboardCornersSB(_eight_bits(frame), inner, flags=cv2.CALIB_CB_NORMALIZE_IMAGE | cv2.CALIB_CB_ACCURACY)
    if not found:
        raise Ungauged(
            f"No checkerboard with {inner[0]} × {inner[1]} inner corners is seen whole. Lay it flat, wholly in the picture, without glare."
        )
    grid = corners.reshape(inner[1], inner[0], 2).astype(np.float64)
    sides = np.concatenate([np.linalg.norm(np.diff(grid, axis=axis), axis=2).ravel() for axis in (0, 1)])
    return _gauged(sides, square_mm, inner[0] * inner[1], f"checkerboard {inner[0]} × {inner[1]}, {square_mm:g} mm")


def gauge_charuco(frame: Raw, squares: tuple[int, int], square_mm: float, marker_mm: float) -> Gauge:
    """From a ChArUco board (columns, rows of squares; markers of DICT_4X4_50), of which a part may be hidden."""
    dictionary = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)
    board = cv2.aruco.CharucoBoard(squares, square_mm, marker_mm, dictionary)
    corners, ids, _, _ = cv2.aruco.CharucoDetector(board).detectBoard(_eight_bits(frame))
    if ids is None or len(ids) < LEAST_CORNERS:
        raise Ungauged("Too little of the ChArUco board is seen. Lay it flat in the picture, without glare.")
    places = {int(number): corner for number, corner in zip(ids.ravel(), corners.reshape(-1, 2).astype(np.float64), strict=True)}
    across = squares[0] - 1
    pairs = [
        (one, other) for one in places for other in (one + 1, one + across) if other in places and (other != one + 1 or other % across)
    ]
    if not pairs:
        raise Ungauged("The corners that are seen of the ChArUco board don't touch. Show more of it.")
    sides = np.array([np.linalg.norm(places[one] - places[other]) for one, other in pairs])
    return _gauged(sides, square_mm, len(places), f"ChArUco {squares[0]} × {squares[1]}, {square_mm:g} mm")


def gauge_ruler(one: tuple[float, float], other: tuple[float, float], length_mm: float) -> Gauge:
    """From two tapped ends (row, column) of a known length, mm."""
    length_px = math.hypot(one[0] - other[0], one[1] - other[1])
    if length_px < LEAST_RULER_PX or length_mm <= 0:
        raise Ungauged(f"The ruler's ends lie {length_px:.0f} pixels apart; at least {LEAST_RULER_PX:.0f} are needed.")
    return _plausible(Gauge(length_mm / length_px, 0.0, 2, f"ruler, {length_mm:g} mm"))


def _gauged(sides: npt.NDArray[np.float64], square_mm: float, corners: int, method: str) -> Gauge:
    middle = float(np.median(sides))
    low, high = np.quantile(sides, (0.05, 0.95))
    if high - low > MOST_TILT * middle:
        raise Ungauged(
            f"The board is seen at an angle: its squares differ by {100 * (high - low) / middle:.0f} %. Lay it square to the camera."
        )
    return _plausible(Gauge(square_mm / middle, float(sides.std()) / middle, corners, method))


def _plausible(gauge: Gauge) -> Gauge:
    least, most = PLAUSIBLE_MM
    if not least <= gauge.mm_per_pixel <= most:
        raise Ungauged(f"A pixel would be {gauge.mm_per_pixel:.3g} mm wide, which no camera over a breast has. Check the size of a square.")
    return gauge


def _eight_bits(frame: Raw) -> npt.NDArray[np.uint8]:
    low, high = float(frame.min()), float(np.percentile(frame[::4, ::4], 99.5))
    scaled: npt.NDArray[np.uint8] = np.clip((frame.astype(np.float32) - low) * (255 / max(high - low, 1.0)), 0, 255).astype(np.uint8)
    return scaled
