"""A scan file as the records that the algorithms take."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from algorithms.microwave.hadamard import Ordering
from algorithms.microwave.media import TimeConvention, to_physics
from algorithms.microwave.model import Cube, Grid
from algorithms.microwave.readings import Scan, Second, Window
from console.faults import ImportRefused
from console.scans.decoding import Decoded
from console.scans.guard import guarded_decode


@dataclass(frozen=True, slots=True, eq=False)
class Finished:
    """A depth map that another scanner made: mm, not finite where there is none; `error` in its own unit, or None."""

    grid: Grid
    depth_mm: npt.NDArray[np.float64]
    error: npt.NDArray[np.float64] | None


@dataclass(frozen=True, slots=True, eq=False)
class ScanFile:
    """What a file holds and where it came from."""

    name: str
    sha256: str
    simulated: bool
    content: Scan | Cube | Finished


def read_scan(path: Path) -> ScanFile:
    """Read and check a file; `ImportRefused` says in one sentence what is wrong with it."""
    found = guarded_decode(path)
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ImportRefused(f"{path.name} cannot be read: {error.strerror or 'the system refuses'}.") from None
    return ScanFile(path.name, digest, bool(found.words["simulated"]), _content(found))


def _content(found: Decoded) -> Scan | Cube | Finished:
    words, arrays = found.words, found.arrays
    grid = Grid(words["rows"], words["columns"], *words["field_of_view_mm"])
    if found.kind == "depth":
        return Finished(grid, arrays["depth_mm"], arrays.get("error"))
    convention = TimeConvention(words["time_convention"])
    if found.kind == "normalised":
        return Cube(grid, arrays["frequency_hz"], to_physics(arrays["normalised"], convention))
    return Scan(
        grid,
        arrays["frequency_hz"],
        arrays["sample"],
        arrays["reference"],
        arrays["sums"],
        Ordering(words["ordering"]),
        convention,
        words["clipped"],
        words["repeats"],
        words["spread"],
        words["diffusion_mm"],
        None if words["second_window"] is None else Second(Window(*words["second_window"]), arrays["second"], arrays["second_sums"]),
    )
