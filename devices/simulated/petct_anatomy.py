"""One simulated lumpectomy before any instrument looks at it: its shape, fat and glands, and what grew in it at a known distance from the surface."""

from __future__ import annotations

from dataclasses import dataclass

import cc3d
import numpy as np
import numpy.typing as npt

from devices.simulated.petct_families import Family, Tissue, Traits, TumourKind
from devices.simulated.petct_fields import Field, Flags, Shape, noise
from devices.simulated.petct_placing import Room, Wanted, draw_wanted, first_voxel, place, put, room_in
from devices.simulated.petct_shapes import ellipsoid, gland, outer_shape
from devices.simulated.petct_truth import Squared
from devices.simulated.petct_tumours import Growth, ellipsoidal, grow
from devices.simulated.specimen import Body, SimulatedSpecimen

Vector = npt.NDArray[np.float64]
SHRINKS = 6
USUAL_MM, SPREAD_MM, LEAST_MM, MOST_MM = 15.0, 4.0, 6.0, 30.0  # of tumours, seed 001: 18 ± 9 mm
WIDER = {TumourKind.MULTIFOCAL: 1.3, TumourKind.DCIS: 1.3}  # they are scattered over more than a mass takes
WIDE_MM = 2.4
FLOOR_MM = 1.2  # what a scan shows below the specimen: the container's floor and some air


@dataclass(frozen=True, slots=True, eq=False)
class Anatomy:
    """Tissue on the CT's grid: HU and SUV as they are, the share of each voxel that the specimen fills (`cover`), and the two masks.

    `squared`: each voxel's squared distance to the specimen's contour, in voxels.
    """

    specimen: Flags
    tumour: Flags
    cover: Field
    hu: Field
    suv: Field
    squared: Squared
    floor: int
    spacing_mm: float


def dissect(
    random: np.random.Generator, shape: Shape, spacing_mm: float, kind: TumourKind, family: Family, traits: Traits, positive: bool | None
) -> Anatomy:
    """A specimen of chance shape in which this kind grows; `floor` is the first row of whatever it lies on."""
    extent = np.array(shape) * spacing_mm
    half = extent * random.uniform(0.38, 0.45, 3)
    middle = extent / 2 + random.uniform(-0.03, 0.03, 3) * extent
    floor = shape[1] - max(4, round(FLOOR_MM / spacing_mm))
    drawn = outer_shape(random, shape, spacing_mm, half, middle, family)
    if traits.setting.wall_mm:
        drawn = _lying(random, drawn, floor)
    specimen, cover = _filled(drawn, spacing_mm)
    room = room_in(specimen, spacing_mm)
    growth, first = _grown(random, room, kind, family, positive) if kind is not TumourKind.NONE else (None, (0, 0, 0))
    return _joined(random, room, cover, growth, first, traits.tissue, floor, kind, family)


def dissect_as(random: np.random.Generator, known: SimulatedSpecimen, spacing_mm: float, family: Family, traits: Traits) -> Anatomy:
    """The specimen that a ruler and a radiograph see too: its two ellipsoids, uneven, with tissue in and around them."""
    outer, inner = (_half_mm(body) for body in (known.tissue, known.mass))
    slices, rows, columns = (int(np.ceil((2 * half * 1.1 + 2 * FLOOR_MM) / spacing_mm / 4)) * 4 for half in outer)
    shape = (slices, rows, columns)
    middle = np.array(shape) * spacing_mm / 2
    specimen, cover = _filled(ellipsoid(random, shape, spacing_mm, outer, middle), spacing_mm)
    growth = ellipsoidal(random, inner, spacing_mm)
    centre = (middle + _scanned(known.mass.centre_mm)) / spacing_mm
    room = room_in(specimen, spacing_mm)
    floor = int(np.flatnonzero(specimen.any((0, 2)))[-1]) + 1
    return _joined(random, room, cover, growth, first_voxel(centre, growth.mask), traits.tissue, floor, TumourKind.NST, family)


def _joined(
    random: np.random.Generator,
    room: Room,
    cover: Field,
    growth: Growth | None,
    first: tuple[int, int, int],
    tissue: Tissue,
    floor: int,
    kind: TumourKind,
    family: Family,
) -> Anatomy:
    """Tissue with the growth in it."""
    specimen, spacing_mm = room.specimen, room.spacing_mm
    shape: Shape = specimen.shape
    share = gland(random, shape, spacing_mm, tissue.density, family)
    suv = np.float32(tissue.fat_suv) + np.float32(tissue.gland_suv - tissue.fat_suv) * share
    hu = np.multiply(share, np.float32(tissue.gland_hu - tissue.fat_hu), out=share)
    hu += np.float32(tissue.fat_hu)
    hu += noise(random, shape, 1.0 / spacing_mm) * np.float32(8)
    tumour = np.zeros(shape, bool)
    if growth is not None:
        inner, outer = put(growth.mask, specimen, first)
        tumour[outer] = growth.mask[inner] & specimen[outer] & (kind is not TumourKind.BENIGN)
        hu[outer] += growth.density[inner] * (np.float32(tissue.tumour_hu) - hu[outer])
        hu[outer][growth.calcified[inner]] = 900
        suv[outer] += growth.density[inner] * (growth.uptake[inner] * np.float32(tissue.tumour_suv) - suv[outer])
    return Anatomy(specimen, tumour, cover, hu, np.maximum(suv, 0, out=suv), room.squared, floor, spacing_mm)


def _lying(random: np.random.Generator, drawn: Field, floor: int) -> Field:
    """The specimen on the container's floor, flattened a little by its weight."""
    sunk = int(random.integers(0, 6))
    lowest = int(np.flatnonzero((drawn > 0).any((0, 2)))[-1])
    moved = np.roll(drawn, floor - 1 + sunk - lowest, axis=1)
    moved[:, floor:] = -1
    return moved


def _filled(drawn: Field, spacing_mm: float) -> tuple[Flags, Field]:
    """The specimen in one piece, and the share of each voxel that it fills, of mm from its surface."""
    inside = np.asarray(drawn > 0)
    whole = np.asarray(cc3d.largest_k(inside, k=1) > 0)
    drawn[inside & ~whole] = -1
    return whole, np.clip(drawn / np.float32(spacing_mm) + np.float32(0.5), 0, 1)


def _grown(
    random: np.random.Generator, room: Room, kind: TumourKind, family: Family, positive: bool | None
) -> tuple[Growth, tuple[int, int, int]]:
    """What grows and where it begins, made smaller until the wanted margin is met."""
    wanted = draw_wanted(random, positive)
    if wanted is Wanted.WIDE and room.deepest_mm < 2 * WIDE_MM:
        wanted = Wanted.CLOSE  # so small a specimen has no wide margins
    free = 2 * room.deepest_mm - (2 * WIDE_MM if wanted is Wanted.WIDE else 0)
    wanted_mm = float(np.clip(random.normal(USUAL_MM, SPREAD_MM), LEAST_MM, MOST_MM)) * WIDER.get(kind, 1.0)
    diameter = min(wanted_mm, max(1.5, free * random.uniform(0.6, 1.0) * WIDER.get(kind, 1.0)))
    for _ in range(SHRINKS):
        growth = grow(random, kind, diameter, room.spacing_mm, family)
        placed = place(random, growth.mask, room, wanted)
        if placed.fulfilled:
            break
        diameter *= 0.85
    return growth, placed.first


def _scanned(place_mm: tuple[float, float, float]) -> Vector:
    """From the specimen's axes (inferior, lateral, posterior) to the scan's (superior, posterior, lateral)."""
    inferior, lateral, posterior = place_mm
    return np.array([-inferior, posterior, lateral])


def _half_mm(body: Body) -> Vector:
    """Half the axes of a body along slices, rows and columns, mm."""
    return np.abs(_scanned(body.axes_mm)) / 2
