"""What it would cost to stop the scan now, how long it would still take, and where a second look would pay.

The study's overhead is 117 ms a pattern and 0.146 ms a frequency (its 20 minutes for 8192 patterns); a site measures its own. Carriers live 1.2 ms,
so that no pattern can be shorter than five lifetimes.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from algorithms.microwave.analysis import Analysis
from algorithms.microwave.readings import Window

DOUBTFUL = 0.1  # chance of another class from which a pixel deserves a second look
FINER = 2
SMALLEST_WINDOW = 8


@dataclass(frozen=True, slots=True)
class Pace:
    """How long one mask takes: `pattern_s` whatever is measured, `frequency_s` for each frequency, never less than `settle_s`."""

    pattern_s: float = 0.117
    frequency_s: float = 0.146e-3
    settle_s: float = 0.006

    def seconds(self, pairs: int, frequencies: int) -> float:
        """For `pairs` of masks."""
        return 2 * pairs * max(self.pattern_s + self.frequency_s * frequencies, self.settle_s)


STUDY = Pace()


@dataclass(frozen=True, slots=True)
class StoppingCost:
    """Of stopping now: the area that is likely of another class than shown, the interval now and about at the end, and the time saved."""

    changed_mm2: float
    doubtful_mm2: float
    interval_mm: float
    final_interval_mm: float
    seconds_saved: float


@dataclass(frozen=True, slots=True)
class SecondLook:
    """A window to scan again with finer pixels, and how long that takes."""

    window: Window
    seconds: float


def stopping_cost(analysis: Analysis, shown_pairs: int, frequencies: int, pace: Pace = STUDY) -> StoppingCost:
    """The running estimate; intervals shrink with the root of the patterns."""
    found = analysis.map
    seen = ~found.masked
    width = float(np.median((found.high_mm - found.low_mm)[seen])) if seen.any() else 0.0
    share = min(1.0, shown_pairs / found.grid.pixels)
    return StoppingCost(
        changed_mm2=float(analysis.chances.sum() * found.grid.pixel_mm2),
        doubtful_mm2=float((analysis.chances > DOUBTFUL).sum() * found.grid.pixel_mm2),
        interval_mm=width,
        final_interval_mm=width * share**0.5,
        seconds_saved=pace.seconds(max(found.grid.pixels - shown_pairs, 0), frequencies),
    )


def second_look(analysis: Analysis, frequencies: int, pace: Pace = STUDY) -> SecondLook | None:
    """The window around the most doubtful touching pixels, with sides that patterns have; None when nothing is in doubt."""
    found = analysis.map
    labels, count = ndimage.label(analysis.chances > DOUBTFUL, structure=np.ones((3, 3)))
    if not count:
        return None
    worth = ndimage.sum(analysis.chances, labels, np.arange(1, count + 1))
    rows, columns = ndimage.find_objects(labels)[int(np.argmax(worth))]
    row, high = _window(rows, found.grid.rows)
    column, wide = _window(columns, found.grid.columns)
    return SecondLook(Window(row, column, high, wide, FINER), pace.seconds(high * wide * FINER**2, frequencies))


def _window(extent: slice, most: int) -> tuple[int, int]:
    """The smallest power of two that holds `extent` with a pixel to spare on each side, and where it begins."""
    size = SMALLEST_WINDOW
    while size < extent.stop - extent.start + 2 and size < most:
        size *= 2
    size = min(size, most)
    middle = (extent.start + extent.stop) // 2
    return int(np.clip(middle - size // 2, 0, most - size)), size
