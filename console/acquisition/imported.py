"""A scan file, ours or another scanner's, read and analysed: what the screen shows of it and what is signed from it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from algorithms.microwave.analysis import Analysis, analyse_cube, analyse_scan, class_chances
from algorithms.microwave.doubts import Doubt, DoubtKind
from algorithms.microwave.hydration import UNCHANGED
from algorithms.microwave.model import CLOSE_BELOW_MM, Cube, DepthMap, ErrorNorm
from algorithms.microwave.readings import Scan
from algorithms.microwave.regions import find
from console.cases.model import new_id
from console.scans.reader import Finished, read_scan

SUFFIXES = frozenset({".h5", ".hdf5", ".npz", ".mat"})
MOST_FILES = 6
FOREIGN = Doubt(DoubtKind.INCOMPLETE, "The depths are another scanner's; Rimlight only classified them.", grave=False)


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """A scan with its analysis. `scan` is there when pixels can be asked for their spectra; `shown` of `of` masks were measured (0 of 0: unknown)."""

    analysis: Analysis
    scan: Scan | None
    sha256: str
    simulated: bool
    device: str
    shown: int
    of: int


def judge_file(path: Path, device: str = "another scanner") -> Judged:
    """Read, check and analyse; `ImportRefused` in one sentence."""
    file = read_scan(path)
    content = file.content
    if isinstance(content, Scan):
        return Judged(analyse_scan(content), content, file.sha256, file.simulated, device, 2 * len(content.sample), 2 * content.grid.pixels)
    analysis = analyse_cube(content) if isinstance(content, Cube) else _of_map(content)
    return Judged(analysis, None, file.sha256, file.simulated, device, 0, 0)


def judge_again(content: bytes, folder: Path, device: str) -> Judged:
    """A signed scan, analysed once more; its plain copy in `folder`, which names nobody, is gone when this returns."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"opened-{new_id()}.h5"
    try:
        path.write_bytes(content)
        return judge_file(path, device)
    finally:
        path.unlink(missing_ok=True)


def _of_map(content: Finished) -> Analysis:
    """A finished map in our records: its depths are what they are, and nothing is known of their intervals."""
    masked = ~np.isfinite(content.depth_mm)
    depth = np.where(masked, 0.0, content.depth_mm)
    none = np.zeros_like(depth)
    error = none if content.error is None else content.error
    found = DepthMap(
        content.grid,
        depth.clip(max=CLOSE_BELOW_MM),
        depth,
        depth,
        depth,
        error,
        depth,
        none,
        none,
        masked,
        0.0,
        ErrorNorm.L2,
        regularised=False,
    )
    return Analysis(found, find(found), (FOREIGN,), UNCHANGED, class_chances(found))


def newest_scans(folder: Path) -> tuple[Path, ...]:
    """The newest scan files in `folder`, newest first; none where there is no such folder."""
    try:
        files = [(path.stat().st_mtime, path) for path in folder.iterdir() if path.suffix.lower() in SUFFIXES and path.is_file()]
    except OSError:
        return ()
    return tuple(path for _, path in sorted(files, reverse=True)[:MOST_FILES])
