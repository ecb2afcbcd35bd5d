"""Where the specimen is on a CT: what Otsu calls dense, freed from container walls and wires, in one piece, filled.

A wall that touches tissue belongs to the same piece, so the mask is opened first: by as little as parts the specimen from what runs through the scan.
Opening cannot take away the floor on which a specimen lies flat; but the floor goes on beside it, and its layers are left out altogether.
"""

from __future__ import annotations

from typing import Any

import cc3d
import cv2
import fill_voids
import numpy as np
import numpy.typing as npt

from algorithms.petct.boxes import bounds
from algorithms.petct.model import Cell, Mask, Triple
from algorithms.statistics.result import Indeterminate

Bytes = npt.NDArray[np.uint8]

SHARES = (0.0005, 0.995)  # the histogram is folded at these: metal and dead detector pixels must not move the threshold
TWO_KINDS = 0.75  # share of the variance that two classes explain; one Gaussian kind cut in two explains .64
OPENINGS_MM = (0.3, 0.6, 0.9)  # the next where a piece still runs through the scan, or is a shell
RIM_MM = 0.3  # what opening rounds off comes back within this distance
WALL = 0.5  # a layer of the scan belongs to a wall when thin dense matter covers this share of it beside the specimen
SOLID, SOLID_LAYERS = 0.9, 0.3  # or where nearly all of it is dense, unless that is so in many layers: then tissue fills the scan
HOLLOW = 0.6  # a piece whose closed holes exceed this share of itself is a container, not tissue
LEAST_MM3 = 20.0
NO_TISSUE = "No specimen was found on the CT: it shows one kind of matter only."
CONTAINER = "The CT shows a container, but no specimen in it."
TINY = f"What was found on the CT is smaller than {LEAST_MM3:.0f} mm³: too small to be judged."


def find_specimen(ct_hu: npt.NDArray[Any], spacing_mm: Triple) -> Mask | Indeterminate:
    """The specimen on the grid of the CT, filled; or why there is none."""
    threshold = otsu(ct_hu)
    if isinstance(threshold, Indeterminate):
        return threshold
    dense = (ct_hu > threshold).view(np.uint8)
    found = _freed(dense, spacing_mm)
    least = LEAST_MM3 / float(np.prod(spacing_mm))
    if not isinstance(found, Indeterminate) and np.count_nonzero(found) < least:
        return Indeterminate(TINY if np.count_nonzero(dense) < 2 * least else CONTAINER)
    return found


def otsu(values: npt.NDArray[Any]) -> int | Indeterminate:
    """The threshold that best parts two kinds of values (Otsu 1979), from a histogram of whole HU; none where there is one kind only."""
    whole = values if values.dtype == np.int16 else np.rint(values.clip(-32768, 32767)).astype(np.int16)
    shifted = np.ascontiguousarray(whole).reshape(whole.shape[0], -1).view(np.uint16) ^ np.uint16(0x8000)
    counts = cv2.calcHist([shifted], [0], None, [65536], [0, 65536]).ravel().astype(np.float64)
    share = counts.cumsum() / counts.sum()
    low, high = (int(np.searchsorted(share, part)) for part in SHARES)
    inner = counts[low : high + 1].copy()
    inner[0] += counts[:low].sum()
    inner[-1] += counts[high + 1 :].sum()
    place, explained = best_cut(inner)
    return Indeterminate(NO_TISSUE) if explained < TWO_KINDS else low + place - 32768


def best_cut(counts: npt.NDArray[np.float64]) -> tuple[int, float]:
    """Where a histogram is best cut (values above the place are dense), and the share of its variance that the cut explains."""
    values = np.arange(counts.size, dtype=np.float64)
    total, mean = counts.sum(), (counts * values).sum() / counts.sum()
    variance = (counts * (values - mean) ** 2).sum() / total
    below = counts.cumsum() / total
    moment = (counts * values).cumsum() / total
    inside = (below > 0) & (below < 1)
    if not inside.any() or variance == 0:
        return 0, 0.0
    between = np.zeros_like(below)
    between[inside] = (mean * below[inside] - moment[inside]) ** 2 / (below[inside] * (1 - below[inside]))
    best = np.flatnonzero(between >= between.max() * (1 - 1e-9))  # an empty gap is cut in its middle
    return int(best[best.size // 2]), float(between.max() / variance)


def _voxels(length_mm: float, spacing_mm: Triple) -> Cell:
    one, two, three = (max(1, round(length_mm / side)) for side in spacing_mm)
    return one, two, three


def _freed(dense: Bytes, spacing_mm: Triple) -> Mask | Indeterminate:
    """The specimen after the smallest opening that parts it from its surroundings; after the first where none does: then it is cut off."""
    first: Mask | None = None
    for radius_mm in OPENINGS_MM:
        opened = opening(dense, _voxels(radius_mm, spacing_mm))
        if not opened.any():
            break
        piece = _without_walls(dense, opened)
        whole = fill_voids.fill(piece)
        if not whole.any() or np.count_nonzero(whole) > (1 + HOLLOW) * np.count_nonzero(piece):
            continue
        if not touches_end(whole):
            return _with_rim(whole, dense, _voxels(RIM_MM, spacing_mm))
        first = whole if first is None else first
    return Indeterminate(CONTAINER) if first is None else _with_rim(first, dense, _voxels(RIM_MM, spacing_mm))


def _without_walls(dense: Bytes, opened: Bytes) -> Mask:
    """The largest piece, then once more without the layers in which thin dense matter goes on beside it."""
    piece = largest(opened.view(np.bool_))
    everywhere = []
    for axis, (all_dense, thick, own) in enumerate(zip(_counts(dense), _counts(opened), _counts(piece.view(np.uint8)), strict=True)):
        beside = piece.size // piece.shape[axis]
        free = beside - own
        solid = all_dense >= SOLID * beside
        walls = ((all_dense - thick >= WALL * free) & (free > 0.1 * beside)) | (solid if solid.mean() < SOLID_LAYERS else False)
        everywhere.append(walls & (own > 0))
    if not any(walls.any() for walls in everywhere):
        return piece
    for axis, walls in enumerate(everywhere):
        np.moveaxis(piece, axis, 0)[walls] = False
    return largest(piece)


def _counts(mask: Bytes) -> list[npt.NDArray[np.int64]]:
    """How much is true in every layer, along each axis."""
    along = np.array([np.count_nonzero(layer) for layer in mask])
    seen = np.zeros(mask.shape[1:], np.int64)
    for start in range(0, len(mask), 255):  # as many ones as a byte can count
        seen += mask[start : start + 255].sum(axis=0, dtype=np.uint8)
    return [along, seen.sum(axis=1), seen.sum(axis=0)]


def _with_rim(piece: Mask, dense: Bytes, radius: Cell) -> Mask:
    """The piece with the rim that opening rounded off, filled."""
    wide = bounds(piece, max(radius))
    part = np.ascontiguousarray(piece[wide]).view(np.uint8)
    grown = moved(part, radius, cv2.dilate)
    grown &= dense[wide]
    part |= grown
    piece[wide] = fill_voids.fill(part.view(np.bool_))  # in place it takes four times as long
    return piece


def touches_end(specimen: Mask) -> bool:
    """Whether the specimen reaches the end of the scan, where part of it may be cut off."""
    ends = (specimen[0], specimen[-1], specimen[:, 0], specimen[:, -1], specimen[:, :, 0], specimen[:, :, -1])
    return any(bool(end.any()) for end in ends)


def opening(mask: Bytes, radius: Cell) -> Bytes:
    """What is left of a mask after everything thinner than a cylinder of that radius is gone."""
    return moved(moved(mask, radius, cv2.erode), radius, cv2.dilate)


def largest(mask: Mask) -> Mask:
    """The largest piece; voxels hang together by their faces."""
    return np.asarray(cc3d.largest_k(mask, k=1, connectivity=6, binary_image=True) > 0)


def moved(mask: Bytes, radius: Cell, move: Any) -> Bytes:
    """Erosion or dilation by a cylinder: a disc in each slice, a line across slices; air lies beyond the scan."""
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius[2] + 1, 2 * radius[1] + 1))
    line = np.ones((2 * radius[0] + 1, 1), np.uint8)
    out = np.empty(mask.shape, np.uint8)
    for number, picture in enumerate(mask):
        move(picture, disc, dst=out[number], borderType=cv2.BORDER_CONSTANT, borderValue=0)
    flat = out.reshape(len(out), -1)
    return np.asarray(move(flat, line, borderType=cv2.BORDER_CONSTANT, borderValue=0)).reshape(mask.shape)
