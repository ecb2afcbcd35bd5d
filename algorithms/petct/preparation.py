"""From a scan to what the networks see, as in seed 001: specimen alone, PET smoothed and brought to the CT's grid, both scaled to 0..1.

Training and product call the same `prepare`, so that they cannot differ.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
from scipy.ndimage import median_filter

from algorithms.petct.boxes import bounds
from algorithms.petct.jobs import Each, one_by_one
from algorithms.petct.model import WORKING_MM, Box, Cell, Floats, Mask, Normalisation, Prepared, Scan, Triple, Uptake
from algorithms.petct.resampling import resample
from algorithms.petct.tissue import find_specimen, touches_end
from algorithms.statistics.result import Indeterminate

Kind = TypeVar("Kind", bound=np.generic)

PARTS = 4  # in which the PET is smoothed
PAD = 8  # voxels of air around the specimen
MEDIAN_MM = 2.0  # seed 001: isotropic kernel of the PET's median filter
SAME_SPACING = 0.01  # a grid within this share of 0.1 mm is used as it is
MOST_VOXELS = 200_000_000
TOO_LARGE = "The specimen is too large to be analysed at 0.1 mm on this console."
NOT_COVERED = "The PET does not cover the specimen."


def prepare(scan: Scan, normalisation: Normalisation, each: Each = one_by_one) -> Prepared | Indeterminate:
    """Find the specimen, crop to it, smooth and resample the PET, scale both; or the reason why that cannot be done. `each` does the slow jobs."""
    specimen = find_specimen(scan.ct_hu, scan.spacing_mm)
    if isinstance(specimen, Indeterminate):
        return specimen
    box = bounds(specimen, PAD)
    at_edge = touches_end(specimen)
    ct: npt.NDArray[Any] = scan.ct_hu[box]
    mask, spacing = np.ascontiguousarray(specimen[box]), scan.spacing_mm
    del specimen
    corner_mm = _corner(box, spacing)
    regridded = any(abs(side / WORKING_MM - 1) > SAME_SPACING for side in spacing)
    if regridded:
        if np.prod([size * side / WORKING_MM for size, side in zip(mask.shape, spacing, strict=True)]) > MOST_VOXELS:
            return Indeterminate(TOO_LARGE)
        ct, mask = _regridded(ct, mask, spacing)
        spacing = (WORKING_MM, WORKING_MM, WORKING_MM)
    crop, offset = _pet_crop(scan, corner_mm, mask.shape, spacing)
    if crop is None:
        return Indeterminate(NOT_COVERED)
    pet = resample(_smooth(crop, scan.pet_spacing_mm, each), scan.pet_spacing_mm, offset, _shape(mask), spacing)
    uptake = _uptake(pet, mask, _noise(crop), _highest(crop, scan.pet_spacing_mm, offset, mask, spacing))
    origin = tuple(round(corner / side) for corner, side in zip(corner_mm, spacing, strict=True))
    return Prepared(
        _scaled_ct(ct, mask, normalisation), _scaled_pet(pet, uptake, normalisation.pet_share), _sealed(mask), spacing,
        (origin[0], origin[1], origin[2]), uptake, at_edge, regridded,
    )  # fmt: skip


def foreground_percentiles(scan: Scan, low: float = 5.0, high: float = 95.0) -> tuple[float, float]:
    """The HU below which `low` and `high` percent of the specimen's voxels lie; what the clipping of a training set is made of."""
    specimen = find_specimen(scan.ct_hu, scan.spacing_mm)
    if isinstance(specimen, Indeterminate):
        raise ValueError(specimen.reason)
    one, two = np.percentile(scan.ct_hu[specimen], [low, high])
    return float(one), float(two)


def _corner(box: Box, spacing_mm: Triple) -> Triple:
    one, two, three = (span.start * side for span, side in zip(box, spacing_mm, strict=True))
    return one, two, three


def _regridded(ct: npt.NDArray[Any], mask: Mask, spacing_mm: Triple) -> tuple[Floats, Mask]:
    """CT and specimen on a grid of 0.1 mm; the specimen's rim lies where the interpolated mask passes one half."""
    target: Triple = (WORKING_MM, WORKING_MM, WORKING_MM)
    sizes = [max(1, round(size * side / WORKING_MM)) for size, side in zip(mask.shape, spacing_mm, strict=True)]
    shape = (sizes[0], sizes[1], sizes[2])
    none: Triple = (0.0, 0.0, 0.0)
    filled = resample(mask.astype(np.float32), spacing_mm, none, shape, target) >= 0.5
    return resample(ct.astype(np.float32), spacing_mm, none, shape, target), filled


def _smooth(crop: Floats, pet_mm: Triple, each: Each) -> Floats:
    """The median over 2 mm, in parts that know their neighbours' slices."""
    kernel = tuple(_odd(MEDIAN_MM / side) for side in pet_mm)
    out, reach = np.empty_like(crop), kernel[0] // 2

    def job(start: int, stop: int) -> Callable[[], None]:
        first = max(0, start - reach)

        def work() -> None:
            out[start:stop] = median_filter(crop[first : stop + reach], kernel, mode="nearest")[start - first : stop - first]

        return work

    cuts = np.linspace(0, len(crop), min(PARTS, len(crop)) + 1).astype(int)
    each([job(int(start), int(stop)) for start, stop in pairwise(cuts)])
    return out


def _shape(array: npt.NDArray[Any]) -> Cell:
    return array.shape[0], array.shape[1], array.shape[2]


def _highest(crop: Floats, pet_mm: Triple, offset: Triple, specimen: Mask, spacing_mm: Triple) -> float:
    """The largest voxel of the PET as it was measured whose centre lies in the specimen."""
    places, inside = [], []
    for axis in range(3):
        centre = ((np.arange(crop.shape[axis]) + 0.5) * pet_mm[axis] + offset[axis]) // spacing_mm[axis]
        inside.append(np.flatnonzero((centre >= 0) & (centre < specimen.shape[axis])))
        places.append(centre[inside[axis]].astype(int))
    within = specimen[np.ix_(*places)]
    return float(crop[np.ix_(*inside)][within].max(initial=0.0))


def _pet_crop(scan: Scan, corner_mm: Triple, shape: tuple[int, ...], spacing_mm: Triple) -> tuple[Floats | None, Triple]:
    """The part of the PET that the median and the spline need around the crop, and where its first corner lies from the crop's."""
    spans, offsets = [], []
    for axis in range(3):
        side, size = scan.pet_spacing_mm[axis], scan.pet.shape[axis]
        start = (corner_mm[axis] - scan.pet_offset_mm[axis]) / side
        stop = start + shape[axis] * spacing_mm[axis] / side
        reach = _odd(MEDIAN_MM / side) // 2 + 14  # the spline's memory fades by ×0.27 a voxel
        first, last = max(0, int(np.floor(start)) - reach), min(size, int(np.ceil(stop)) + reach)
        if stop <= 0 or start >= size:
            return None, (0.0, 0.0, 0.0)
        spans.append(slice(first, last))
        offsets.append((first - start) * side)
    crop = np.ascontiguousarray(scan.pet[spans[0], spans[1], spans[2]], dtype=np.float32)
    return crop, (offsets[0], offsets[1], offsets[2])


def _odd(voxels: float) -> int:
    """The odd number of voxels nearest to a length, at least one."""
    return 2 * max(0, round((voxels - 1) / 2)) + 1


def _noise(pet: Floats) -> float:
    """The spread of single voxels, from differences of neighbours where there is activity: slopes of the picture hardly enter it."""
    if pet.shape[2] < 2:
        return 0.0
    level = (pet[:, :, 1:] + pet[:, :, :-1]) / 2
    steps = np.diff(pet, axis=2)[level > 0.25 * float(np.median(level[level > 0])) if (level > 0).any() else level > 0]
    return float(1.4826 * np.median(np.abs(steps)) / np.sqrt(2)) if steps.size else 0.0


def _uptake(pet: Floats, specimen: Mask, noise: float, highest: float) -> Uptake:
    inside = pet[specimen]
    return Uptake(float(inside.max()), float(np.median(inside[::7])), noise, highest)


def _scaled_ct(ct: npt.NDArray[Any], specimen: Mask, normalisation: Normalisation) -> Floats:
    """0 to 1 between the two HU; air where the specimen is not."""
    scaled = ct.astype(np.float32)
    scaled -= np.float32(normalisation.ct_low_hu)
    scaled /= np.float32(normalisation.ct_high_hu - normalisation.ct_low_hu)
    np.clip(scaled, 0, 1, out=scaled)
    scaled *= specimen
    return _sealed(scaled)


def _scaled_pet(pet: Floats, uptake: Uptake, share: float) -> Floats:
    """0 to 1 between nothing and a share of the specimen's maximum; nothing at all where there is no activity."""
    top = share * uptake.peak
    if top <= 0:
        return _sealed(np.zeros_like(pet))
    pet /= np.float32(top)
    np.clip(pet, 0, 1, out=pet)
    return _sealed(pet)


def _sealed(array: npt.NDArray[Kind]) -> npt.NDArray[Kind]:
    array.setflags(write=False)
    return array
