"""The hunt for small positive regions: is there a block of pixels where bare tumour explains the readings much better than the smooth margin does?

A generalised likelihood ratio for every rectangle at every place, exact for the patterns that were shown: smoothing may never erase what the
readings hold.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from algorithms.microwave.diffusion import Blur
from algorithms.microwave.hadamard import walsh
from algorithms.microwave.media import Flags, Reals

SIDES = (1, 2, 3, 4, 5)
CONVINCING = 14.0  # log likelihood: by chance once in 100 scans, over 25 shapes at 4096 places
LEAST_SHARE = 0.45  # of the step to bare tumour that the readings must show


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle of pixels and the log likelihood that it gained."""

    row: int
    column: int
    height: int
    width: int
    gain: float

    def of(self, shape: tuple[int, int]) -> Flags:
        """Its pixels."""
        found = np.zeros(shape, dtype=bool)
        found[self.row : self.row + self.height, self.column : self.column + self.width] = True
        return found


def seen_share(shown: Flags, height: int, width: int) -> Reals:
    """How much of the energy of a block at each place falls on patterns that were shown, 0–1; `shown` is (rows, columns) by sign changes."""
    return _axis_energy(shown.shape[0], height) @ shown @ _axis_energy(shown.shape[1], width).T


@cache
def _axis_energy(side: int, length: int) -> Reals:
    boxes = np.array([[float(start <= place < start + length) for place in range(side)] for start in range(side - length + 1)])
    return np.asarray((boxes @ walsh(side)) ** 2 / length)


def blurred_share(shown: Flags, blur: Blur, height: int, width: int) -> Reals:
    """The same of a block seen through `blur`: its blurred energy on shown patterns, relative to its own; as if the field had no edges."""
    columns, rows = blur.box(height, width)
    middle = (shown.shape[0] - height) // 2, (shown.shape[1] - width) // 2
    down = [_shifted(column, middle[0], shown.shape[0] - height + 1) for column in columns]
    along = [_shifted(row, middle[1], shown.shape[1] - width + 1) for row in rows]
    pairs = [(one, other) for one in range(len(down)) for other in range(len(down))]
    whole = sum((down[one] * down[other]) @ shown @ (along[one] * along[other]).T for one, other in pairs)
    return np.asarray(whole / (height * width))


def _shifted(profile: Reals, middle: int, places: int) -> Reals:
    """The Walsh coefficients of `profile`, whose block begins at `middle`, with the block at every place instead, (places, side)."""
    side = len(profile)
    padded = np.pad(profile, side)
    return np.stack([padded[side + middle - place : 2 * side + middle - place] for place in range(places)]) @ walsh(side)


def strongest(step: Reals, energy: Reals, inside: Flags, shown: Flags, variance: float, blur: Blur | None = None) -> Block | None:
    """The most convincing block, if any convinces.

    `step` (rows, columns) is the residual's projection on the way to bare tumour, `energy` the square of that way, both weighted with the beam;
    `variance` is that of one real component; `blur` is what lies between the image and the readings.
    """
    best: Block | None = None
    counts, steps, energies = (_summed(np.where(inside, each, 0)) for each in (np.ones_like(step), step, energy))
    for height in SIDES:
        for width in SIDES:
            full = _boxes(counts, height, width) > height * width - 0.5
            along = _boxes(steps, height, width)
            whole = np.maximum(_boxes(energies, height, width) * _share(shown, blur, height, width), 1e-12)
            share = np.minimum(along / whole, 1)
            gain = np.where(full & (share > LEAST_SHARE), (2 * share * along - share**2 * whole) / (2 * variance), 0)
            place = int(gain.argmax())
            if gain.flat[place] > (best.gain if best else CONVINCING):
                best = Block(place // gain.shape[1], place % gain.shape[1], height, width, float(gain.flat[place]))
    return best


def _share(shown: Flags, blur: Blur | None, height: int, width: int) -> Reals:
    return seen_share(shown, height, width) if blur is None else blurred_share(shown, blur, height, width)


def _summed(image: Reals) -> Reals:
    return np.pad(image.cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))


def _boxes(table: Reals, height: int, width: int) -> Reals:
    return np.asarray(table[height:, width:] - table[:-height, width:] - table[height:, :-width] + table[:-height, :-width])
