"""One simulated operation: a single specimen under the ruler, the X-rays, the pathologist's knife, the PET-CT, the microwaves and the infrared light.

Every instrument has physics and noise of its own and may be wrong; what it looks at is the same tissue. Without this, a demo's instruments would
contradict each other by chance, and a surgeon would learn nothing from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy import ndimage

from devices.simulated.petct import SimulatedScan, simulate_scan_of
from devices.simulated.petct_truth import SIDES, DepthMap, Face
from devices.simulated.phantoms import Phantom
from devices.simulated.scene import Deposit
from devices.simulated.specimen import SimulatedSpecimen, simulate_specimen

SPACING_MM = 0.2
FIELD_MM = 60.0  # of the microwave scanner's 100, the part that is lit for a specimen of this size: its pixels are smaller
DEEP_MM = (
    3.0  # what is deeper lies there: the study's phantoms go no deeper, and light and microwaves of ours fade in no tissue as they should
)
STEEPEST = 0.58
SEEN_TO_MM = 4.0  # ICG glows through this much tissue
LEAST_RADIUS_MM = 1.5
SMOOTHED_MM = 1.0  # unevenness is no other face
STRENGTH = 6.0  # ICG in a tumour beside the tissue around it


@dataclass(frozen=True, slots=True)
class Operation:
    """The tumour comes nearest to `face`, where the knife left `margin_mm` of tissue; below 0 it was cut through."""

    seed: int
    face: str
    margin_mm: float

    @property
    def specimen(self) -> SimulatedSpecimen:
        """As the ruler, the X-rays and the pathologist see it: two bodies."""
        return simulate_specimen(self.seed, (self.face, self.margin_mm))

    @property
    def scan(self) -> SimulatedScan:
        """As the PET-CT sees it: voxels of 0.2 mm, uneven and with tissue in it. Made once."""
        return _scan(self)

    def phantom(self, face: str, rows: int, columns: int, finer: int) -> Phantom:
        """A face as it lies on the microwave scanner, in the middle of its field."""
        seen = _looking_at(self, Face(face))
        depth, present = _placed(np.where(seen.tumour, np.minimum(seen.depth_mm, DEEP_MM), DEEP_MM), seen, rows * finer, columns * finer)
        return Phantom(f"simulated specimen, {face} face", depth, present, finer, FIELD_MM, FIELD_MM, ())

    def deposits(self, face: str) -> tuple[Deposit, ...]:
        """What glows under a face before the infrared camera: the part of the tumour that lies near it, as a ball."""
        seen = _looking_at(self, Face(face))
        near = seen.tumour & (seen.depth_mm <= SEEN_TO_MM)
        radius = float(np.sqrt(near.sum() / np.pi)) * seen.spacing_mm
        if radius < LEAST_RADIUS_MM:  # a sliver at the edge glows too little to be seen
            return ()
        row, column = ndimage.center_of_mass(near)
        middle = [(size - 1) / 2 for size in near.shape]
        x, y = (column - middle[1]) * seen.spacing_mm, (row - middle[0]) * seen.spacing_mm
        return (Deposit(x, y, float(seen.depth_mm[near].min()), min(radius, 7.0), STRENGTH),)


@lru_cache(maxsize=4)
def _scan(operation: Operation) -> SimulatedScan:
    return simulate_scan_of(operation.specimen, operation.seed, spacing_mm=SPACING_MM)


def _looking_at(operation: Operation, face: Face) -> DepthMap:
    """What lies under the part of the surface that looks this way, at most 30° off: the rest belongs to the neighbouring faces."""
    seen = operation.scan.depth_under(face)
    axis, last = SIDES[face]
    specimen = np.flip(operation.scan.specimen, axis) if last else operation.scan.specimen
    height = ndimage.gaussian_filter(specimen.argmax(axis) * seen.spacing_mm, SMOOTHED_MM / seen.spacing_mm)
    here = seen.tissue & (np.hypot(*np.gradient(height, seen.spacing_mm)) <= STEEPEST)
    return DepthMap(seen.depth_mm, here, seen.tumour & here, seen.spacing_mm)


def _placed(
    depth: np.ndarray[tuple[int, ...], np.dtype[np.float64]], seen: DepthMap, rows: int, columns: int
) -> tuple[np.ndarray[tuple[int, ...], np.dtype[np.float64]], np.ndarray[tuple[int, ...], np.dtype[np.bool_]]]:
    """The map on the scanner's fine grid: the nearest voxel of each point; nothing where no specimen lies."""
    places = []
    for points, size in zip((rows, columns), depth.shape, strict=True):
        at_mm = (np.arange(points) + 0.5) * FIELD_MM / points - FIELD_MM / 2
        places.append(np.floor(at_mm / seen.spacing_mm + size / 2).astype(np.intp))
    row, column = np.meshgrid(*places, indexing="ij")
    inside = (row >= 0) & (row < depth.shape[0]) & (column >= 0) & (column < depth.shape[1])
    row, column = row.clip(0, depth.shape[0] - 1), column.clip(0, depth.shape[1] - 1)
    return np.where(inside, depth[row, column], DEEP_MM), np.asarray(inside & seen.tissue[row, column])
