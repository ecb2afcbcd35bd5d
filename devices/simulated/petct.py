"""A simulated specimen PET-CT: a lumpectomy with anatomy and a tumour whose margin is known, as a micro-CT and a micro-PET see it.

Nothing of the algorithms is used here, so that none is tested against itself. The same seed and arguments give the same scan. `Family` says which of
two unlike generators draws (`petct_families` says how they differ).
"""

from __future__ import annotations

from dataclasses import dataclass

import cc3d
import numpy as np
import numpy.typing as npt

from devices.simulated import petct_ct as ct
from devices.simulated import petct_pet as pet
from devices.simulated import petct_truth as truths
from devices.simulated.petct_anatomy import Anatomy, dissect, dissect_as
from devices.simulated.petct_families import Family, Traits, TumourKind, draw_traits
from devices.simulated.petct_fields import Field, Flags, Shape
from devices.simulated.petct_truth import DepthMap, Face, Narrowest
from devices.simulated.specimen import SimulatedSpecimen

__all__ = ["Face", "Family", "SimulatedScan", "Truth", "TumourKind", "simulate_scan", "simulate_scan_of"]
USUAL_SIZE = (250, 300, 300)
LEAST_VOXELS = 40


@dataclass(frozen=True, slots=True)
class Truth:
    """What is so. `narrowest` and `minimum_margin_mm` are None where there is no tumour; then the margin is not positive.

    `faces_mm` goes with `Face` in its order: the way along the face's axis from the surface to tumour, contour to contour; None without tumour.
    """

    kind: TumourKind
    family: Family
    seed: int
    positive: bool
    minimum_margin_mm: float | None
    narrowest: Narrowest | None
    faces_mm: tuple[float | None, ...]
    multifocal: bool
    foci: int
    tumour_mm3: float
    specimen_mm3: float

    def face_mm(self, face: Face) -> float | None:
        """One face's margin."""
        return self.faces_mm[list(Face).index(face)]


@dataclass(frozen=True, slots=True, eq=False)
class SimulatedScan:
    """Both volumes (slices, rows, columns) and the truth on the CT's grid; the grids share the outer corner of their first voxel.

    `ct_hu` int16, `pet_suv` float32 (by body weight). Slices grow towards superior, rows towards posterior, columns towards lateral.
    """

    ct_hu: npt.NDArray[np.int16]
    ct_spacing_mm: float
    pet_suv: Field
    pet_spacing_mm: float
    tumour: Flags
    specimen: Flags
    truth: Truth
    traits: Traits

    def depth_under(self, face: Face) -> DepthMap:
        """The margin under a face, mm, on the grid of the CT seen straight at that face."""
        return truths.along_axis(self.tumour, self.specimen, face, self.ct_spacing_mm)


def simulate_scan(
    seed: int,
    *,
    kind: TumourKind,
    positive: bool | None = None,
    family: Family = Family.A,
    spacing_mm: float = 0.1,
    size: Shape | None = None,
    tracer: bool = True,
) -> SimulatedScan:
    """A scan of a specimen in which this kind of tumour grows; `positive` None lets chance decide (a third each involved, close and wide).

    `size` is (slices, rows, columns), at least `LEAST_VOXELS` each. Without `tracer` the PET sees nothing but its own noise.
    """
    if seed < 0 or (size is not None and min(size) < LEAST_VOXELS):
        raise ValueError(f"a seed is not negative, and a scan has at least {LEAST_VOXELS} voxels a side")
    random = np.random.default_rng([seed, *kind.encode(), *family.encode()])
    traits = draw_traits(random, kind, family)
    anatomy = dissect(random, size or USUAL_SIZE, spacing_mm, kind, family, traits, positive)
    if not tracer:
        anatomy.suv[:] = 0
    return _looked_at(random, anatomy, traits, kind, family, seed)


def simulate_scan_of(specimen: SimulatedSpecimen, seed: int, *, family: Family = Family.A, spacing_mm: float = 0.1) -> SimulatedScan:
    """A scan of the specimen that the simulated ruler and radiograph see: the same axes and margins within its uneven surface; a mass as of NST."""
    random = np.random.default_rng([seed, *b"of", *family.encode()])
    traits = draw_traits(random, TumourKind.NST, family)
    return _looked_at(random, dissect_as(random, specimen, spacing_mm, family, traits), traits, TumourKind.NST, family, seed)


def _looked_at(random: np.random.Generator, anatomy: Anatomy, traits: Traits, kind: TumourKind, family: Family, seed: int) -> SimulatedScan:
    """Both instruments look at a specimen."""
    truth = _truth(anatomy, kind, family, seed)
    seen, picture = _pet(random, anatomy, traits), _ct(random, anatomy, traits)
    for array in (picture, seen, anatomy.tumour, anatomy.specimen):
        array.setflags(write=False)
    return SimulatedScan(picture, anatomy.spacing_mm, seen, traits.pet.spacing_mm, anatomy.tumour, anatomy.specimen, truth, traits)


def _ct(random: np.random.Generator, anatomy: Anatomy, traits: Traits) -> npt.NDArray[np.int16]:
    """The CT of tissue, what surrounds it, and metal; uses the anatomy's HU up."""
    spacing_mm, setting = anatomy.spacing_mm, traits.setting
    shape: Shape = anatomy.specimen.shape
    around = ct.surround(random, shape, spacing_mm, setting, anatomy.floor)
    hu = anatomy.hu
    hu -= around
    hu *= anatomy.cover
    hu += around
    # Deep enough that no bubble opens to the outside: there it would move the surface, and the truth with it.
    deep = anatomy.squared > ((ct.BUBBLE_MM + 0.4) / spacing_mm) ** 2
    for _ in range(setting.bubbles if deep[2::4, 2::4, 2::4].any() else 0):
        ct.bubble(random, hu, spacing_mm, ct.inside(random, deep))
    thinned = anatomy.tumour[::3, ::3, ::3]
    target = np.argwhere(thinned).mean(0) * 3 if thinned.any() else ct.inside(random, anatomy.specimen)
    metals = [ct.wire(random, shape, spacing_mm, target) for _ in range(setting.wires)]
    metals += [ct.clip(random, shape, spacing_mm, ct.inside(random, anatomy.specimen)) for _ in range(setting.clips)]
    return ct.expose(random, hu, tuple(metals), traits.ct, spacing_mm)


def _pet(random: np.random.Generator, anatomy: Anatomy, traits: Traits) -> Field:
    """The PET of uptake on its own grid; uses the anatomy's SUV up."""
    fine, step = anatomy.spacing_mm, traits.pet.spacing_mm
    escape = pet.survival(pet.regrid(anatomy.cover, fine, step), step)
    suv = anatomy.suv
    suv *= anatomy.cover
    return pet.count(random, pet.regrid(suv, fine, step), escape, traits.pet, traits.injection)


def _truth(anatomy: Anatomy, kind: TumourKind, family: Family, seed: int) -> Truth:
    """What is so of these voxels."""
    tumour, specimen, spacing_mm = anatomy.tumour, anatomy.specimen, anatomy.spacing_mm
    volumes = (float(np.count_nonzero(mask)) * spacing_mm**3 for mask in (tumour, specimen))
    if not tumour.any():
        return Truth(kind, family, seed, False, None, None, (None,) * 6, False, 0, *volumes)
    near = truths.narrowest(tumour, specimen, anatomy.squared, spacing_mm)
    maps = [truths.along_axis(tumour, specimen, face, spacing_mm) for face in Face]
    faces = tuple(round(float(each.depth_mm[each.tumour].min()), 4) for each in maps)
    foci = int(cc3d.connected_components(tumour[truths.bounds(tumour)], connectivity=26, return_N=True)[1])
    positive = near.margin_mm <= truths.POSITIVE_MM + 1e-6
    return Truth(kind, family, seed, positive, near.margin_mm, near, faces, kind is TumourKind.MULTIFOCAL, foci, *volumes)
