"""A second look: part of a face scanned again with finer pixels, and how it comes into the map of the whole.

The finer scan needs no reference of its own: the beam is smooth, so that its image from the whole reference is interpolated. Where the two maps
differ, the one with the narrower interval speaks.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from algorithms.microwave.hadamard import order, transform
from algorithms.microwave.media import Complexes, Doubles, Flags, Reals
from algorithms.microwave.model import DepthMap, Grid
from algorithms.microwave.readings import Scan, Window, beam, places


def window_grid(grid: Grid, window: Window) -> Grid:
    """The finer pixels of the window."""
    high, wide = grid.height_mm / grid.rows, grid.width_mm / grid.columns
    return Grid(window.rows * window.finer, window.columns * window.finer, window.columns * wide, window.rows * high)


def second_scan(scan: Scan) -> Scan:
    """The second look of `scan` as a scan of its own; its reference is what the beam gives in the finer pixels."""
    assert scan.second is not None
    window = scan.second.window
    grid = window_grid(scan.grid, window)
    pixels = beam(scan, places(scan)) / np.sqrt(scan.grid.pixels) / window.finer**2  # as read: a smaller pixel reflects less
    down = _between(scan.grid.rows, window.row, window.rows, window.finer)
    along = _between(scan.grid.columns, window.column, window.columns, window.finer)
    whole = np.tensordot(down, pixels.reshape(scan.grid.rows, scan.grid.columns, -1), 1)
    fine: Complexes = np.ascontiguousarray(np.einsum("vc,ucf->uvf", along, whole).reshape(grid.pixels, -1), dtype=np.complex128)
    transform(fine, grid.rows, grid.columns)
    reference = fine[order(scan.ordering, grid.rows, grid.columns)] * np.sqrt(grid.pixels)
    return replace(scan, grid=grid, sample=scan.second.sample, reference=reference, sums=scan.second.sums, second=None)


def merged(first: DepthMap, second: DepthMap, window: Window) -> DepthMap:
    """The whole map in the finer pixels, read-only; in the window each pixel is said by whichever map is surer of it."""
    grid = replace(first.grid, rows=first.grid.rows * window.finer, columns=first.grid.columns * window.finer)
    rows = slice(window.row * window.finer, (window.row + window.rows) * window.finer)
    columns = slice(window.column * window.finer, (window.column + window.columns) * window.finer)
    coarse: dict[str, Any] = {name: _finer(getattr(first, name), window.finer) for name in _ARRAYS}
    here = {name: array[rows, columns] for name, array in coarse.items()}
    surer = _surer(here, second)
    for name, array in coarse.items():
        array[rows, columns] = np.where(surer, getattr(second, name), here[name])
        array.setflags(write=False)
    return replace(first, grid=grid, **coarse)


_ARRAYS = ("depth_mm", "deep_mm", "low_mm", "high_mm", "error", "second_mm", "gap", "positive_share", "masked")


def _surer(first: dict[str, Doubles], second: DepthMap) -> Flags:
    """Where the second look speaks: it saw specimen, and the first did not, or knew less well how deep."""
    narrower = second.high_mm - second.low_mm <= first["high_mm"] - first["low_mm"]
    return np.asarray(~second.masked & (first["masked"].astype(bool) | narrower), dtype=np.bool_)


def _finer(array: Doubles, times: int) -> Doubles:
    return np.repeat(np.repeat(array, times, axis=0), times, axis=1)


def _between(side: int, start: int, count: int, finer: int) -> Reals:
    """Linear interpolation from `side` pixels to the finer ones of `count` from `start`, (count × finer, side)."""
    wanted = start + (np.arange(count * finer) + 0.5) / finer - 0.5
    return np.stack([np.interp(wanted, np.arange(side), row) for row in np.eye(side)], axis=1)
