"""Where a prepared specimen is cut into crops: much at the tumour's contour where it nears the surface, some anywhere, in all three directions.

A crop is 128 × 128 bytes of CT, PET and tumour: at 0.1 mm, or as the mean of 4 × 4 × 4 voxels at 0.4 mm, so that one network serves both passes.
"""

from __future__ import annotations

import edt
import numpy as np
import numpy.typing as npt

SIDE = 128
COARSE = 4  # voxels of the working grid along an edge of a coarse one
FINE_CROPS, COARSE_CROPS = 96, 24  # from one patient; a third for each direction
NEAR_MM = 0.6  # tumour this near the surface is where the verdict is made
SHARES = (0.35, 0.25, 0.15, 0.25)  # tumour near the surface, tumour's contour, bright tissue that is no tumour, anywhere in the specimen
Bytes = npt.NDArray[np.uint8]
Mask = npt.NDArray[np.bool_]


def cut(ct: npt.NDArray[np.float32], pet: npt.NDArray[np.float32], tumour: Mask, specimen: Mask, spacing_mm: float, seed: int) -> Bytes:
    """(crops, 3, 128, 128): the fine ones first. Volumes are (slices, rows, columns) on one grid; `ct` and `pet` from 0 to 1."""
    rng = np.random.default_rng(seed)
    fine = np.stack([as_bytes(ct), as_bytes(pet), tumour.astype(np.uint8) * np.uint8(255)])
    centres = places(tumour, specimen, pet, spacing_mm, FINE_CROPS, rng)
    coarse = np.stack([as_bytes(pooled(each)) for each in (ct, pet, tumour.astype(np.float32))])
    inside = np.argwhere(pooled(specimen.astype(np.float32)) > 0.5)
    coarse_centres = inside[rng.integers(0, len(inside), COARSE_CROPS)]
    parts = [*windows(fine, centres), *windows(coarse, coarse_centres)]
    return np.stack(parts)


def as_bytes(values: npt.NDArray[np.float32]) -> Bytes:
    """0 to 1 in 255 steps."""
    return np.rint(values * np.float32(255)).astype(np.uint8)


def pooled(values: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Means of whole blocks; what is left over at the far edges is dropped."""
    shape = [size // COARSE for size in values.shape]
    whole = values[tuple(slice(0, size * COARSE) for size in shape)]
    blocks = whole.reshape(shape[0], COARSE, shape[1], COARSE, shape[2], COARSE)
    return np.asarray(blocks.mean(axis=(1, 3, 5)), dtype=np.float32)


def places(
    tumour: Mask, specimen: Mask, pet: npt.NDArray[np.float32], spacing_mm: float, count: int, rng: np.random.Generator
) -> npt.NDArray[np.int64]:
    """(count, 3) voxels to cut around; a kind of place that the specimen does not have leaves its share to «anywhere»."""
    depth = edt.edt(specimen.copy(), anisotropy=(spacing_mm,) * 3, black_border=True, parallel=1)
    ball = edt.edt(tumour, black_border=True, parallel=1) if tumour.any() else np.zeros(tumour.shape, np.float32)
    contour = tumour & (ball < 1.5)
    bright = specimen & ~tumour & (pet > 0.35)
    kinds = [np.argwhere(each) for each in (contour & (depth < NEAR_MM), contour, bright, specimen)]
    wanted = rng.choice(len(kinds), count, p=SHARES)
    return np.array([_one(kinds[kind] if len(kinds[kind]) else kinds[-1], rng) for kind in wanted])


def _one(found: npt.NDArray[np.int64], rng: np.random.Generator) -> npt.NDArray[np.int64]:
    """Any of them."""
    return found[int(rng.integers(len(found)))]


def windows(volumes: Bytes, centres: npt.NDArray[np.int64]) -> list[Bytes]:
    """(3, 128, 128) around each place, the directions taken in turn; empty beyond the volume."""
    half = SIDE // 2
    out = []
    for number, centre in enumerate(centres):
        axis = number % 3
        plane = volumes.take(int(centre[axis]), axis=1 + axis)
        middle = np.delete(centre, axis)
        window = np.zeros((3, SIDE, SIDE), np.uint8)
        low, high = np.maximum(middle - half, 0), np.minimum(middle + half, plane.shape[1:])
        to = low - (middle - half)
        extent = high - low
        window[:, to[0] : to[0] + extent[0], to[1] : to[1] + extent[1]] = plane[:, low[0] : high[0], low[1] : high[1]]
        out.append(window)
    return out
