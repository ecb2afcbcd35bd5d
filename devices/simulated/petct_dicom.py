"""A simulated specimen PET-CT written as a scanner would: a CT and a PET series, lying as one likes, with the truth beside them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian

from devices.simulated.petct import Face, SimulatedScan
from devices.simulated.petct_headers import TAKEN_AT, Decay, Units, Visit, Writing, ct_header, filled, pet_header, stored_per_suv

Vector = npt.NDArray[np.float64]
Stored = npt.NDArray[np.uint16] | npt.NDArray[np.int16]
CORNER_MM = np.array([-40.0, -25.0, 110.0])  # where the outer corner of both series' first voxel lies, left, posterior, superior


class Lie(StrEnum):
    """How the pictures lie in space. Only `OBLIQUE` turns the specimen; the others cut the same specimen another way."""

    AXIAL = "axial"
    CORONAL = "coronal"
    SAGITTAL = "sagittal"
    FLIPPED = "flipped"  # seen from the feet: rows and slices run the other way
    REVERSED = "reversed"  # axial, the highest slice first
    OBLIQUE = "oblique"  # turned by 20° about one axis and 35° about another


@dataclass(frozen=True, slots=True)
class Acquisition:
    """How the series are written."""

    lie: Lie = Lie.AXIAL
    shuffled: bool = False
    units: Units = Units.BQML
    decay: Decay = Decay.START
    writing: Writing = Writing.LATIN
    weight_known: bool = True
    taken_at: datetime = TAKEN_AT


@dataclass(frozen=True, slots=True)
class View:
    """How an array is cut: which of its axes (slice, row, column) become the picture's, which of those run backwards, and a turn of space."""

    axes: tuple[int, int, int]
    backwards: tuple[bool, bool, bool]
    turn: npt.NDArray[np.float64]

    def cut(self, volume: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """The volume as this view's slices, rows and columns."""
        order = tuple(slice(None, None, -1 if back else 1) for back in self.backwards)
        return volume.transpose(self.axes)[order]

    def affine(self, shape: tuple[int, ...], spacing_mm: float) -> npt.NDArray[np.float64]:
        """4 × 4, from (slice, row, column, 1) of the cut volume of this shape to the patient's mm (left, posterior, superior)."""
        found = np.eye(4)
        start = np.full(3, spacing_mm / 2)
        for picture, axis in enumerate(self.axes):
            step = np.zeros(3)
            step[2 - axis] = -spacing_mm if self.backwards[picture] else spacing_mm
            if self.backwards[picture]:
                start[2 - axis] += (shape[picture] - 1) * spacing_mm
            found[:3, picture] = self.turn @ step
        found[:3, 3] = self.turn @ (CORNER_MM + start)
        return found


@dataclass(frozen=True, slots=True)
class Written:
    """The files of both series, in the order of their pictures."""

    ct: tuple[Path, ...]
    pet: tuple[Path, ...]


def view_of(lie: Lie) -> View:
    """The view that a lie stands for."""
    straight = np.eye(3)
    views = {
        Lie.AXIAL: View((0, 1, 2), (False, False, False), straight),
        Lie.REVERSED: View((0, 1, 2), (True, False, False), straight),
        # Radiologists look from the front and, sagittally, from the left: heads are up.
        Lie.CORONAL: View((1, 0, 2), (False, True, False), straight),
        Lie.SAGITTAL: View((2, 0, 1), (False, True, False), straight),
        Lie.FLIPPED: View((0, 1, 2), (True, True, False), straight),
        Lie.OBLIQUE: View((0, 1, 2), (False, False, False), _turned(20, 0) @ _turned(35, 2)),
    }
    return views[lie]


def write_petct(scan: SimulatedScan, folder: Path, acquisition: Acquisition | None = None) -> Written:
    """Write both series below an empty or new folder. `write_truth` and `petct_seg` add the truth."""
    how = acquisition or Acquisition()
    truth = scan.truth
    # The turn and the cut make another study of the same specimen, as a second scan would.
    name = f"{truth.seed} {truth.kind} {truth.family} {how.lie} {scan.ct_hu.shape} {scan.ct_spacing_mm}"
    visit = Visit(name, how.taken_at, scan.traits.injection, how.writing, how.weight_known)
    view = view_of(how.lie)
    count = scan.ct_hu.shape[view.axes[0]]
    paths = _names(folder, (count, scan.pet_suv.shape[view.axes[0]]), truth.seed, shuffled=how.shuffled)
    pictures = chain(_ct_pictures(scan, view, visit), _pet_pictures(scan, view, visit, how))
    for path, picture in zip(paths, pictures, strict=True):
        path.parent.mkdir(parents=True, exist_ok=True)
        picture.save_as(path, enforce_file_format=True)
    return Written(tuple(paths[:count]), tuple(paths[count:]))


def write_truth(scan: SimulatedScan, folder: Path) -> tuple[Path, Path]:
    """`truth.npz` (the masks `tumour` and `specimen` on the CT's grid as simulated) and `truth.json`."""
    folder.mkdir(parents=True, exist_ok=True)
    arrays, facts = folder / "truth.npz", folder / "truth.json"
    np.savez_compressed(arrays, tumour=scan.tumour, specimen=scan.specimen, spacing_mm=scan.ct_spacing_mm)
    facts.write_text(json.dumps(truth_facts(scan), indent=1) + "\n", encoding="utf-8")
    return arrays, facts


def truth_facts(scan: SimulatedScan) -> dict[str, Any]:
    """The truth, ready for JSON; lengths mm."""
    truth = scan.truth
    near = truth.narrowest
    return {
        "simulated": True,
        "seed": truth.seed,
        "kind": truth.kind.value,
        "family": truth.family.value,
        "margin_status": "positive" if truth.positive else "negative",
        "minimum_margin_mm": truth.minimum_margin_mm,
        "narrowest": None if near is None else {"face": near.face.value, "tumour_mm": near.tumour_mm, "surface_mm": near.surface_mm},
        "faces": {face.value: truth.face_mm(face) for face in Face},
        "foci": truth.foci,
        "tumour_volume_mm3": truth.tumour_mm3,
        "specimen_volume_mm3": truth.specimen_mm3,
        "spacing_mm": scan.ct_spacing_mm,
        "pet_spacing_mm": scan.pet_spacing_mm,
        "shape": list(scan.ct_hu.shape),
        "traits": asdict(scan.traits),
    }


def _ct_pictures(scan: SimulatedScan, view: View, visit: Visit) -> Iterator[Dataset]:
    """The CT's pictures, one after the other in the same record."""
    volume = view.cut(scan.ct_hu)
    header = filled(ct_header(visit), SliceThickness=scan.ct_spacing_mm)
    stored = (slice_.astype(np.int32) + 1024 for slice_ in volume)
    return _pictures(header, visit, (np.clip(each, 0, 65535).astype(np.uint16) for each in stored), view, volume.shape, scan.ct_spacing_mm)


def _pet_pictures(scan: SimulatedScan, view: View, visit: Visit, how: Acquisition) -> Iterator[Dataset]:
    """The PET's pictures; each slice has a slope of its own, as scanners do."""
    volume = view.cut(scan.pet_suv) * np.float32(stored_per_suv(scan.traits.injection, how.units, how.decay))
    header = filled(
        pet_header(visit, how.units, how.decay, len(volume), attenuation=scan.traits.pet.corrects_attenuation),
        SliceThickness=scan.pet_spacing_mm,
    )
    slopes = [float(f"{max(float(slice_.max()), 1e-6) / 32000:.9e}") for slice_ in volume]
    stored = (np.rint(slice_ / slope).astype(np.int16) for slice_, slope in zip(volume, slopes, strict=True))
    for number, picture in enumerate(_pictures(header, visit, stored, view, volume.shape, scan.pet_spacing_mm)):
        yield filled(picture, RescaleSlope=slopes[number], ImageIndex=number + 1)


def _pictures(
    header: Dataset, visit: Visit, stored: Iterator[Any], view: View, shape: tuple[int, ...], spacing_mm: float
) -> Iterator[Dataset]:
    """Each picture of a series with its place; the same record is filled anew, so it must be saved before the next."""
    affine = view.affine(shape, spacing_mm)
    filled(
        header,
        Rows=shape[1],
        Columns=shape[2],
        PixelSpacing=[spacing_mm, spacing_mm],
        ImageOrientationPatient=_decimals([*affine[:3, 2] / spacing_mm, *affine[:3, 1] / spacing_mm]),
        file_meta=filled(FileMetaDataset(), TransferSyntaxUID=ExplicitVRLittleEndian, MediaStorageSOPClassUID=header.SOPClassUID),
    )
    for number, pixels in enumerate(stored):
        instance = visit.uid(f"{header.Modality} {number}")
        filled(header.file_meta, MediaStorageSOPInstanceUID=instance)
        place = _decimals((affine @ [number, 0, 0, 1])[:3])
        yield filled(header, SOPInstanceUID=instance, InstanceNumber=number + 1, ImagePositionPatient=place, PixelData=pixels.tobytes())


def _names(folder: Path, counts: tuple[int, int], seed: int, *, shuffled: bool) -> list[Path]:
    """A folder a series, numbered; or one folder and names that say nothing."""
    if not shuffled:
        return [folder / part / f"{part}{n + 1:04d}.dcm" for part, count in zip(("CT", "PET"), counts, strict=True) for n in range(count)]
    order = np.random.default_rng(seed).permutation(sum(counts))
    return [folder / f"I{n:06d}" for n in order]


def _decimals(values: list[float] | Vector) -> list[str]:
    """Decimal strings of at most 16 characters; no minus before a zero."""
    return [f"{value + 0.0:.9f}"[:16] if abs(value) > 1e-12 else "0" for value in (float(v) for v in values)]


def _turned(degrees: float, axis: int) -> npt.NDArray[np.float64]:
    """A turn of space about one axis."""
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    one, two = [k for k in range(3) if k != axis]
    matrix = np.eye(3)
    matrix[one, one], matrix[two, two], matrix[one, two], matrix[two, one] = c, c, -s, s
    return matrix
