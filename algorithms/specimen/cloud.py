"""Draws a solid without a graphics card: its surface as a cloud of small lit points, sorted by depth, as an RGBA picture.

A theatre PC may have no OpenGL worth its name, and a specimen needs no more than some ten thousand points; turning it costs a few milliseconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from algorithms.specimen.shape import Drape, Mesh, direction, upwards

Rgba = NDArray[np.uint8]
Reals = NDArray[np.float32]
POINTS = 60_000  # twice as many as pixels that a specimen covers on a card of the board
LIGHT = np.array([-0.35, 0.55, 0.76], dtype=np.float32)  # from above, a little from the left
SHADE = 0.42  # how bright what is turned away from the light still is
R2 = (0.7548776662466927, 0.5698402909980532)
FACING = 0.55  # a picture lies where the surface looks at least so much the way of its face


@dataclass(frozen=True, slots=True, eq=False)
class Cloud:
    """Points (n, 3) mm, their outward normals, their colours (n, 4) RGBA."""

    points: Reals
    normals: Reals
    colours: Rgba


def sample(mesh: Mesh, colour: tuple[int, int, int, int], points: int = POINTS) -> Cloud:
    """Points spread evenly over a surface: equal areas from triangle to triangle, Roberts's R2 sequence inside each, so that few gaps remain."""
    corners = mesh.points[mesh.triangles]
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    areas = np.linalg.norm(normals, axis=1)
    steps = (np.arange(points) + 0.5) / points
    chosen = np.searchsorted(np.cumsum(areas) / areas.sum(), steps).clip(max=len(areas) - 1)
    numbers = np.arange(points)[:, None]
    a, b = ((numbers * ratio) % 1 for ratio in R2)
    folded = a + b > 1
    a, b = np.where(folded, 1 - a, a), np.where(folded, 1 - b, b)
    three = corners[chosen]
    spread = three[:, 0] + a * (three[:, 1] - three[:, 0]) + b * (three[:, 2] - three[:, 0])
    facing = (normals / np.maximum(areas, 1e-9)[:, None]).astype(np.float32)[chosen]
    return Cloud(spread.astype(np.float32), facing, np.tile(np.array(colour, dtype=np.uint8), (points, 1)))


def draped(cloud: Cloud, drapes: Sequence[Drape], *, lateral: int) -> Cloud:
    """The cloud with each picture laid on its face, centred, true to scale."""
    colours = cloud.colours.copy()
    for drape in drapes:
        out = direction(drape.face, lateral=lateral)
        up = np.array(upwards(out), dtype=np.float32)
        right = np.cross(up, np.array(out, dtype=np.float32))
        rows, columns = drape.rgba.shape[:2]
        column = np.floor((cloud.points @ right / drape.width_mm + 0.5) * columns).astype(np.int32)
        row = np.floor((0.5 - cloud.points @ up / drape.height_mm) * rows).astype(np.int32)
        on = (cloud.normals @ np.array(out, dtype=np.float32) > FACING) & (column >= 0) & (column < columns) & (row >= 0) & (row < rows)
        laid = drape.rgba[row[on], column[on]]
        seen = laid[:, 3] > 0
        places = np.flatnonzero(on)[seen]
        colours[places] = laid[seen]
    return replace(cloud, colours=colours)


def rotation(yaw: float, pitch: float) -> Reals:
    """Turned about the upright axis, then nodded; radians. At 0, 0 one looks at the anterior face, superior up."""
    cy, sy, cp, sp = np.cos(yaw), np.sin(yaw), np.cos(pitch), np.sin(pitch)
    return np.array([[cy, 0, sy], [sp * sy, cp, -sp * cy], [-cp * sy, sp, cp * cy]], dtype=np.float32)


def render(cloud: Cloud, turned: Reals, px_per_mm: float, size: tuple[int, int]) -> Rgba:
    """The cloud as a picture (height, width, 4), its middle in the middle; what looks away is not drawn, what is nearer hides what is behind."""
    width, height = size
    picture = np.zeros((height, width, 4), dtype=np.uint8)
    facing = cloud.normals @ turned.T
    near = np.flatnonzero(facing[:, 2] > 0)
    seen = cloud.points[near] @ turned.T
    column = (seen[:, 0] * px_per_mm + width / 2).astype(np.int32)
    row = (height / 2 - seen[:, 1] * px_per_mm).astype(np.int32)
    inside = (column >= 0) & (column < width - 1) & (row >= 0) & (row < height - 1)
    near, column, row, depth = near[inside], column[inside], row[inside], seen[inside, 2]
    if not near.size:
        return picture
    depth = ((depth - depth.min()) * (65_535 / max(1e-6, float(np.ptp(depth))))).astype(np.uint16)  # sorted by radix: a tenth of the time
    order = np.argsort(depth, kind="stable")
    near, place = near[order], row[order] * width + column[order]
    light = np.clip(facing[near] @ LIGHT, 0, 1) * (1 - SHADE) + SHADE
    lit = cloud.colours[near]
    lit[:, :3] = (lit[:, :3] * light[:, None]).astype(np.uint8)
    flat, words = picture.reshape(-1, 4).view(np.uint32).ravel(), np.ascontiguousarray(lit).view(np.uint32).ravel()
    for step in (width + 1, width, 1, 0):  # each point covers two by two pixels
        flat[place + step] = words
    return picture
