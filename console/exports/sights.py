"""What the readings of a case let one see: frame, depth map, PET-CT slice, each with its scale, made again from the files that were signed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from algorithms.microwave.model import DepthMap, Zone
from algorithms.microwave.regions import ZONES, classify
from algorithms.petct.analysis import Analysis
from algorithms.petct.margin import Margin
from console.acquisition.imported import judge_again
from console.acquisition.petct_kept import opened
from console.cases import fluorescence_log, microwave_log, petct_log
from console.cases.fluorescence_again import checked_again
from console.cases.inputs import Inputs
from console.cases.model import CaseFile, Reading
from console.faults import CaseStoreError, Refused
from console.widgets.depth_colours import depth_pixels
from console.widgets.depth_map import DEEPEST_MM

Pixels = npt.NDArray[np.uint8]
Line = npt.NDArray[np.float32]
ZIP = b"PK"
CT_WINDOW_HU = (-250.0, 150.0)
AROUND = 4  # voxels of air around the specimen
SMALLEST_SIDE = 256  # a map of few pixels is enlarged, each pixel a square, before it is drawn on


@dataclass(frozen=True, slots=True, eq=False)
class Sight:
    """A picture (rows, columns, 3) of one reading; `lines` are closed outlines, (points, 2) as row and column; `mm_per_pixel` None: unknown.

    `depths` is the whole map behind a microwave picture.
    """

    reading_id: str
    title: str
    pixels: Pixels
    mm_per_pixel: float | None
    lines: tuple[Line, ...] = ()
    depths: DepthMap | None = None


@dataclass(frozen=True, slots=True)
class Sights:
    """A sight of every reading that stands and has files, by the reading's id; and a sentence for each that could not be had."""

    found: dict[str, Sight]
    missing: tuple[str, ...] = ()

    def of(self, modality: str, file: CaseFile) -> tuple[tuple[Reading, Sight], ...]:
        """Those of one kind of evidence, oldest first."""
        own = (reading for reading in file.readings if reading.modality == modality)
        return tuple((reading, self.found[reading.id]) for reading in own if reading.id in self.found)


def sights_of(file: CaseFile, asset: Callable[[str], bytes], folder: Path) -> Sights:
    """Slow: scans and frames are analysed again. A file that cannot be read leaves out its picture and nothing else."""
    found: dict[str, Sight] = {}
    missing: list[str] = []
    for reading in standing(file):
        look = _LOOKS.get(reading.modality)
        if look is None or not reading.assets:
            continue
        try:
            sight = look(Inputs(reading, reading, (), asset, folder))
        except (Refused, CaseStoreError) as error:
            missing.append(f"The picture of the {reading.modality} reading {reading.id} is left out. {error}")
            continue
        if sight is not None:
            found[reading.id] = sight
    return Sights(found, tuple(missing))


def standing(file: CaseFile) -> tuple[Reading, ...]:
    """The readings that nothing has replaced."""
    replaced = {reading.supersedes for reading in file.readings if reading.supersedes}
    return tuple(reading for reading in file.readings if reading.id not in replaced)


def drawn(sight: Sight) -> Pixels:
    """The picture with its outlines in it, and not a letter."""
    picture = sight.pixels.copy()
    for line in sight.lines:
        points = np.round(line[:, ::-1] * 16).astype(np.int32)[:, None]
        cv2.polylines(picture, [points], isClosed=True, color=(0, 255, 0), thickness=max(1, picture.shape[0] // 240), shift=4)
    return picture


def _fluorescence(inputs: Inputs) -> Sight:
    """The last frame, stretched between its 1st and 99.5th percentile, with what was found."""
    checked, _ = checked_again(inputs)
    frame = checked.frames[-1].astype(np.float64)
    low, high = np.percentile(frame[::4, ::4], (1, 99.5))
    grey = ((frame - low) / max(high - low, 1.0) * 255).clip(0, 255).astype(np.uint8)
    scale = checked.calibration.mm_per_pixel if checked.calibration is not None else None
    about = f"{checked.face.value} face" if checked.face is not None else checked.subject
    lines = tuple(region.outline_px for region in checked.finding.regions)
    return Sight(inputs.reading.id, f"Fluorescence, {about}", np.dstack([grey] * 3), scale, lines)


def _microwave(inputs: Inputs) -> Sight:
    """The depths in the colours of the screen; bare tumour coral, what was masked black."""
    found = judge_again(inputs.asset(inputs.reading.assets[0]), inputs.folder, inputs.reading.provenance.device).analysis.map
    colours = depth_pixels(found.shown_mm, found.masked, classify(found) == ZONES.index(Zone.POSITIVE), DEEPEST_MM)
    grid = found.grid
    larger = max(1, -(-SMALLEST_SIDE // grid.rows))
    wide, high = grid.width_mm / grid.columns, grid.height_mm / grid.rows
    size = (round(grid.columns * larger * wide / high), grid.rows * larger)  # square pixels, whatever the grid's are
    picture = np.asarray(cv2.resize(colours, size, interpolation=cv2.INTER_NEAREST), dtype=np.uint8)
    face = microwave_log.face_of(inputs.reading)
    return Sight(inputs.reading.id, f"Microwave depth, {face.value} face", picture, high / larger, depths=found)


def _petct(inputs: Inputs) -> Sight | None:
    """The CT slice through the narrowest place, with the outlines of tumour and specimen."""
    content = next((one for one in map(inputs.asset, inputs.reading.assets) if one.startswith(ZIP)), None)
    if content is None:
        return None
    kept = opened(content)
    tumour, specimen = kept.tumour, kept.answer.specimen
    number = _narrowest_slice(kept.answer, tumour)
    low, high = CT_WINDOW_HU
    box = _around(specimen)
    grey = ((kept.volumes.ct[number][box].astype(np.float64) - low) / (high - low) * 255).clip(0, 255).astype(np.uint8)
    _, tall, wide = kept.answer.spacing_mm
    larger = max(1, -(-SMALLEST_SIDE // grey.shape[0]))
    size = (round(grey.shape[1] * larger * wide / tall), grey.shape[0] * larger)  # square pixels
    picture = cv2.resize(grey, size, interpolation=cv2.INTER_NEAREST)
    lines = tuple(line for mask in (specimen[number][box], tumour[number][box]) for line in _outlines(mask, size))
    return Sight(inputs.reading.id, "PET-CT, CT at the narrowest place", np.dstack([picture] * 3), tall / larger, lines)


def _around(specimen: npt.NDArray[np.bool_]) -> tuple[slice, slice]:
    """Rows and columns of the whole specimen, with a little air."""
    rows, columns = (np.flatnonzero(specimen.any(axis=axes)) for axes in ((0, 2), (0, 1)))
    return tuple(slice(max(0, int(line[0]) - AROUND), int(line[-1]) + AROUND + 1) for line in (rows, columns))  # type: ignore[return-value]


def _outlines(mask: npt.NDArray[np.bool_], size: tuple[int, int]) -> tuple[Line, ...]:
    larger = cv2.resize(mask.astype(np.uint8), size, interpolation=cv2.INTER_NEAREST)
    contours, _ = cv2.findContours(larger, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    return tuple(np.asarray(contour[:, 0, ::-1], dtype=np.float32) for contour in contours)


def _narrowest_slice(answer: Analysis, tumour: npt.NDArray[np.bool_]) -> int:
    """Where the margin is least; where none could be measured, the slice with the most tumour."""
    if isinstance(answer.margin, Margin):
        return min(int(answer.margin.tumour_mm[0] / answer.spacing_mm[0]), len(tumour) - 1)
    return int(tumour.sum(axis=(1, 2)).argmax())


_LOOKS: dict[str, Callable[[Inputs], Sight | None]] = {
    fluorescence_log.LIVE: _fluorescence, fluorescence_log.RESIDUAL: _fluorescence, microwave_log.MODALITY: _microwave, petct_log.MODALITY: _petct,
}  # fmt: skip
