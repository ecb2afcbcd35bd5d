"""A specimen as a solid: its surface from a CT mask or, without one, the ellipsoid of its measured axes; and pictures that lie on its faces.

Coordinates are mm in the specimen's own frame, origin in its middle: x grows to the patient's left, y to superior, z to anterior, so that the three
are right-handed as seen by a surgeon who stands before the patient. Which end of x is medial depends on the breast.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from algorithms.faces import Face

Points = NDArray[np.float32]  # (n, 3), mm
Triangles = NDArray[np.int32]  # (m, 3), counter-clockwise from outside
RINGS, SECTORS = 24, 48
MOST_TRIANGLES = 6_000  # more than this no finger can turn smoothly on a theatre PC without a graphics card


@dataclass(frozen=True, slots=True, eq=False)
class Mesh:
    """A closed surface of triangles."""

    points: Points
    triangles: Triangles


@dataclass(frozen=True, slots=True, eq=False)
class Solid:
    """A specimen with its tumour inside. `measured` says from what: a CT, or only its axes; `gap` is the narrowest place, tumour end first, mm."""

    specimen: Mesh
    tumour: Mesh | None
    measured: str
    gap: tuple[tuple[float, float, float], tuple[float, float, float]] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Drape:
    """A picture on a face: (rows, columns, 4) uint8 RGBA, row 0 at the top as the face is looked at from outside; mm across and down."""

    face: Face
    rgba: NDArray[np.uint8]
    width_mm: float
    height_mm: float
    title: str


def direction(face: Face, *, lateral: int) -> tuple[int, int, int]:
    """The way out of a face. `lateral` is 1 where lateral lies towards the patient's left (a left breast), −1 in a right one."""
    return {
        Face.SUPERIOR: (0, 1, 0), Face.INFERIOR: (0, -1, 0), Face.ANTERIOR: (0, 0, 1), Face.POSTERIOR: (0, 0, -1),
        Face.LATERAL: (lateral, 0, 0), Face.MEDIAL: (-lateral, 0, 0),
    }[face]  # fmt: skip


def upwards(out: tuple[int, int, int]) -> tuple[int, int, int]:
    """What is up when a face is looked at from outside: superior; on the superior and inferior faces, what keeps the patient's left to the right."""
    return (0, 0, -out[1]) if out[1] else (0, 1, 0)


def ellipsoid(width_mm: float, height_mm: float, depth_mm: float, centre_mm: tuple[float, float, float] = (0, 0, 0)) -> Mesh:
    """The ellipsoid with these three axes, mm."""
    polar = np.linspace(0, np.pi, RINGS + 1)[1:-1]
    around = np.linspace(0, 2 * np.pi, SECTORS, endpoint=False)
    ring, sector = np.meshgrid(polar, around, indexing="ij")
    unit = np.stack([np.sin(ring) * np.cos(sector), np.cos(ring), -np.sin(ring) * np.sin(sector)], axis=-1).reshape(-1, 3)
    unit = np.vstack([unit, [[0, 1, 0], [0, -1, 0]]])
    points = (unit * (np.array([width_mm, height_mm, depth_mm]) / 2)).astype(np.float32)
    return Mesh(points + np.array(centre_mm, dtype=np.float32), _outwards(points, _sphere()))


def _sphere() -> Triangles:
    rings = RINGS - 1
    found = []
    for ring in range(rings - 1):
        here, below = ring * SECTORS, (ring + 1) * SECTORS
        for sector in range(SECTORS):
            following = (sector + 1) % SECTORS
            found += [(here + sector, below + sector, below + following), (here + sector, below + following, here + following)]
    north, south, last = rings * SECTORS, rings * SECTORS + 1, (rings - 1) * SECTORS
    for sector in range(SECTORS):
        following = (sector + 1) % SECTORS
        found += [(north, sector, following), (south, last + following, last + sector)]
    return np.array(found, dtype=np.int32)


def _outwards(points: Points, triangles: Triangles) -> Triangles:
    """Every triangle of a star-shaped surface turned so that its normal leaves the middle."""
    corners = points[triangles]
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    inside = (normals * corners.mean(axis=1)).sum(axis=1) < 0
    return np.where(inside[:, None], triangles[:, ::-1], triangles).astype(np.int32)


def surface_of_mask(mask: NDArray[np.bool_], spacing_mm: tuple[float, float, float]) -> Mesh:
    """The surface of a mask (z, y, x) by marching cubes (Lewiner et al., J Graph Tools 2003;8:1), coarse enough for the screen; mm, its middle at 0.

    Array axes are anterior, superior and left, each growing; whoever has another grid turns it first.
    """
    from skimage.measure import marching_cubes  # noqa: PLC0415 - half a second: only where a CT is shown

    if not mask.any():
        raise ValueError("the mask is empty")
    padded = np.pad(mask, 1).astype(np.float32)
    step = 1
    while True:
        corners, triangles, _, _ = marching_cubes(padded, 0.5, spacing=spacing_mm, step_size=step)  # type: ignore[no-untyped-call]
        if len(triangles) <= MOST_TRIANGLES or step >= max(mask.shape):
            break
        step += 1
    points = corners[:, ::-1].astype(np.float32)  # (z, y, x) to (x, y, z)
    points -= (points.max(axis=0) + points.min(axis=0)) / 2
    return Mesh(points, triangles.astype(np.int32))
