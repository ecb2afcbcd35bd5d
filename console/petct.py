"""The PET-CT modality: its record, and its part of the demo case, from a simulated scanner's DICOM files to a signed reading."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import numpy as np
import numpy.typing as npt

from algorithms.faces import Face
from algorithms.orientation import Laterality
from algorithms.petct.analysis import Method, analyse
from algorithms.petct.margin import Margin
from algorithms.petct.model import Mask, Triple
from algorithms.specimen.shape import Drape, Mesh, Solid, direction, surface_of_mask, upwards
from console.acquisition.petct_desk import PetCtDesk, Question
from console.acquisition.petct_kept import Kept, opened
from console.acquisition.petct_sources import dropped
from console.cases import petct_log as log
from console.cases.inputs import Inputs
from console.cases.model import CaseFile, Session
from console.cases.orientation_log import lie_of
from console.cases.service import CaseService
from console.cases.specimen_log import main_specimen
from console.faults import ImportRefused
from console.modality import Modality
from console.views.petct import PetCtView
from console.widgets.depth_colours import depth_pixels
from console.widgets.depth_map import DEEPEST_MM
from devices.simulated.operation import Operation
from devices.simulated.petct_dicom import write_petct

Reals = npt.NDArray[np.float64]
Way = tuple[int, int, int]
LONGEST_S = 300.0
COARSE_MM = 0.3  # of the surface that is shown in three dimensions
CLOSE_MM = 5.0  # tumour that lies deeper under a face is not shown on it
CLOSENESS = "Closeness in PET-CT"
MEASURED = "Surface from the PET-CT's CT, tumour as drawn."


def rehearse_petct(service: CaseService, session: Session, file: CaseFile, operation: Operation) -> None:
    """Scan the simulated specimen, write its DICOM files, read them back, analyse by the fast method (by threshold where no models are), sign."""
    specimen = main_specimen(file)
    lie = lie_of(file, specimen.id)
    desk = PetCtDesk(service.ledger.home, lambda: None, service.ledger.now)
    folder = Path(tempfile.mkdtemp(prefix="petct-demo-", dir=service.ledger.home))
    try:
        write_petct(operation.scan, folder)
        desk.take(dropped((folder,)), file.case.id, specimen.id)
        answer = None
        for method in (Method.FAST, Method.THRESHOLD):
            question = Question(method, file.case.tumour_type, Laterality(file.case.side.value), lie.orientation if lie else None)
            try:
                desk.begin(question)
            except ImportRefused:
                continue  # an installation without models still has its baseline
            desk.wait(LONGEST_S)
            answer = desk.at_hand.answers.get(method) if desk.at_hand is not None else None
            break
        if answer is not None:
            files = desk.files(answer, "SIMULATED. Research use only.")
            log.sign(service, session, file, specimen.id, answer.found, answer.context, files)
    finally:
        desk.stop()
        shutil.rmtree(folder, ignore_errors=True)


def solid_of(inputs: Inputs) -> Solid | None:
    """The specimen's surface with the tumour in it, turned into the specimen's own frame by the faces that the reading names."""
    if not inputs.reading.assets:
        return None
    kept = opened(inputs.asset(inputs.reading.assets[0]))
    if not kept.answer.specimen.any():
        return None
    names = _names(kept, inputs)
    specimen, spacing = _turned(kept.answer.specimen, kept, names)
    tumour, _ = _turned(kept.tumour, kept, names)
    body = surface_of_mask(specimen, spacing)
    if not tumour.any():
        return Solid(body, None, MEASURED)
    inside = surface_of_mask(tumour, spacing)
    away = (_middle(tumour) - _middle(specimen)) * np.array(spacing)
    moved = Mesh(inside.points + away[::-1].astype(np.float32), inside.triangles)
    return Solid(body, moved, MEASURED)


def drape_petct(inputs: Inputs) -> tuple[Drape, ...]:
    """How deep tumour lies under each face, straight down, where it lies close; in the colours of a depth map."""
    if not inputs.reading.assets:
        return ()
    kept = opened(inputs.asset(inputs.reading.assets[0]))
    tumour, specimen = kept.tumour & kept.answer.specimen, kept.answer.specimen
    if not tumour.any():
        return ()
    names = _names(kept, inputs)
    within = _box(specimen)
    (turned, spacing), (body, _) = (_turned(mask[within], kept, names) for mask in (tumour, specimen))
    ways = {names[face]: np.array(way) for face, way in kept.directions.items()}
    lateral = 1 if ways[Face.LATERAL] @ _left(kept, ways) > 0 else -1
    return tuple(_closeness(face, direction(face, lateral=lateral), turned, body, spacing) for face in Face)


def _closeness(face: Face, out: Way, tumour: Mask, body: Mask, spacing: Triple) -> Drape:
    """Seen straight at a face; axes of the masks grow to anterior, superior and the patient's left, a way's are left, superior, anterior."""
    up = upwards(out)
    right = tuple(int(number) for number in np.cross(up, out))
    axes = [next(2 - place for place, sign in enumerate(way) if sign) for way in (out, up, right)]
    inwards, down, across = (sum(out) > 0, sum(up) > 0, sum(right) < 0)
    looked = [
        mask.transpose(axes)[tuple(slice(None, None, -1 if back else 1) for back in (inwards, down, across))] for mask in (tumour, body)
    ]
    depth = (looked[0].argmax(0) - looked[1].argmax(0)) * spacing[axes[0]]
    close = looked[0].any(0) & (depth <= CLOSE_MM)
    colours = depth_pixels(depth, ~close, close & (depth <= 0), DEEPEST_MM)
    rows, columns = depth.shape
    rgba = np.dstack([colours, np.where(close, 255, 0).astype(np.uint8)])
    return Drape(face, rgba, columns * spacing[axes[2]], rows * spacing[axes[1]], CLOSENESS)


def _box(mask: Mask) -> tuple[slice, ...]:
    """What holds all of it."""
    found = (np.flatnonzero(mask.any(axis=tuple(other for other in range(mask.ndim) if other != axis))) for axis in range(mask.ndim))
    return tuple(slice(int(hit[0]), int(hit[-1]) + 1) for hit in found)


def _names(kept: Kept, inputs: Inputs) -> dict[Face, Face]:
    """Faces as they were measured, to what the reading calls them since."""
    margin = kept.answer.margin
    if not isinstance(margin, Margin):
        return {face: face for face in Face}
    turned = log.with_faces(margin, inputs.reading.values)
    known = {one.face: other.face for one, other in zip(margin.faces, turned.faces, strict=True)}
    known |= {face.opposite: other.opposite for face, other in known.items()}
    return {face: known.get(face, face) for face in Face}


def _turned(mask: Mask, kept: Kept, names: dict[Face, Face]) -> tuple[Mask, Triple]:
    """A coarser mask whose axes grow to anterior, superior and the patient's left, the nearest way; and its spacing, mm."""
    steps = [max(1, round(COARSE_MM / side)) for side in kept.answer.spacing_mm]
    thin = mask[:: steps[0], :: steps[1], :: steps[2]]
    ways = {names[face]: np.array(way) for face, way in kept.directions.items()}
    wanted = [ways[Face.ANTERIOR], ways[Face.SUPERIOR], _left(kept, ways)]
    order: list[int] = []
    for way in wanted:
        free = [axis for axis in range(3) if axis not in order]
        order.append(max(free, key=lambda axis: abs(way[axis])))
    found = thin.transpose(order)
    found = found[tuple(slice(None, None, -1 if wanted[k][axis] < 0 else 1) for k, axis in enumerate(order))]
    one, two, three = (kept.answer.spacing_mm[axis] * steps[axis] for axis in order)
    return np.ascontiguousarray(found), (one, two, three)


def _left(kept: Kept, ways: dict[Face, Reals]) -> Reals:
    """The patient's left on the array's axes, whichever breast it is: superior × anterior, turned where the axes are a mirror of space."""
    mirrored = np.linalg.det(kept.volumes.axes) < 0
    found: Reals = np.cross(ways[Face.SUPERIOR], ways[Face.ANTERIOR]) * (-1 if mirrored else 1)
    return found


def _middle(mask: Mask) -> Reals:
    """The middle of what a mask covers, in voxels: where `surface_of_mask` puts its origin."""
    found = [np.flatnonzero(mask.any(axis=tuple(other for other in range(3) if other != axis))) for axis in range(3)]
    return np.array([(hit[0] + hit[-1]) / 2 for hit in found])


PETCT = Modality(
    key=log.MODALITY,
    title="PET-CT",
    icon="petct",
    devices=(),
    screen=PetCtView,
    analyse=analyse,
    evidence=log.evidence,
    rehearse=rehearse_petct,
    command="petct",
    recompute=log.recompute,
    drape=drape_petct,
    solid=solid_of,
)
