"""Smooth fields on a voxel grid, made fast: whatever is smooth is drawn on a coarse grid and carried to the fine one by cubic B-splines.

Grids are (slices, rows, columns); a voxel's place is that of its centre, in mm from the grid's first outer corner.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt
from scipy import sparse

Field = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]
Shape = tuple[int, int, int]
COARSE = 4  # fine voxels to a coarse one, along each axis
SPLINE_VARIANCE = 151 / 315  # left of white noise by a cubic B-spline, per axis: the integral of its square


def noise(random: np.random.Generator, shape: Shape, scale_voxels: float) -> Field:
    """A smooth Gaussian field of mean 0 and SD 1 whose bumps are about `scale_voxels` apart, (slices, rows, columns) float32."""
    knots = tuple(int(np.ceil(length / scale_voxels)) + 3 for length in shape)
    drawn = random.standard_normal(knots, dtype=np.float32)
    return _carry(drawn / np.float32(SPLINE_VARIANCE**1.5), shape, scale_voxels, 1.0)


def upsample(coarse: Field, shape: Shape, step: int = COARSE) -> Field:
    """A field on the coarse grid, carried to the fine one that shares its outer corner."""
    padded = np.pad(coarse, 2, mode="edge")
    return _carry(padded, shape, float(step), 1.5 + 0.5 / step)


def coarse_shape(shape: Shape, step: int = COARSE) -> Shape:
    """How many coarse voxels cover the fine grid."""
    slices, rows, columns = (-(-length // step) for length in shape)
    return slices, rows, columns


def places_mm(shape: Shape, spacing_mm: float) -> tuple[Field, Field, Field]:
    """The middle of each voxel along the three axes, mm, ready to broadcast."""
    axes = [((np.arange(length) + 0.5) * spacing_mm).astype(np.float32) for length in shape]
    return axes[0][:, None, None], axes[1][None, :, None], axes[2][None, None, :]


def blur(field: Field, sigma_voxels: float) -> Field:
    """A Gaussian blur that mirrors at the edges and so keeps the total, same shape."""
    if sigma_voxels <= 0:
        return field
    kernel = cv2.getGaussianKernel(2 * int(np.ceil(4 * sigma_voxels)) + 1, sigma_voxels).astype(np.float32)
    flat = np.stack([cv2.sepFilter2D(part, -1, kernel, kernel, borderType=cv2.BORDER_REFLECT) for part in field])
    one = np.ones((1, 1), np.float32)
    along = cv2.sepFilter2D(flat.reshape(len(field), -1), -1, one, kernel, borderType=cv2.BORDER_REFLECT)
    return np.asarray(along.reshape(field.shape), np.float32)


def _carry(knots: Field, shape: Shape, step: float, origin: float) -> Field:
    """Spline values at the fine voxels; knot k stands at fine voxel (k − origin) · step."""
    z, y, x = (_weights(fine, coarse, step, origin) for fine, coarse in zip(shape, knots.shape, strict=True))
    wide = np.matmul(knots, x.toarray().T)
    tall = np.matmul(y.toarray(), wide)
    return np.asarray((z @ tall.reshape(len(knots), -1)).reshape(shape), np.float32)


def _weights(fine: int, coarse: int, step: float, origin: float) -> sparse.csr_matrix:
    """The four cubic B-spline weights of each fine voxel, (fine, coarse)."""
    place = np.arange(fine) / step + origin
    first = np.floor(place).astype(int)
    t = place - first
    parts = np.stack([(1 - t) ** 3, 3 * t**3 - 6 * t**2 + 4, -3 * t**3 + 3 * t**2 + 3 * t + 1, t**3], 1) / 6
    columns = np.clip(first[:, None] + np.arange(-1, 3), 0, coarse - 1)
    rows = np.repeat(np.arange(fine), 4)
    return sparse.csr_matrix((parts.ravel().astype(np.float32), (rows, columns.ravel())), (fine, coarse))
