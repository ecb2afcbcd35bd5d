"""From an answer, or a signed reading, to what planes and cards show of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import tzinfo

from algorithms.faces import Face
from algorithms.petct.analysis import Method
from algorithms.petct.margin import Directions, Margin
from algorithms.petct.model import Cell, Mask, Triple
from algorithms.statistics.result import Indeterminate
from console.acquisition.petct_answer import status_of, validity_of
from console.acquisition.petct_desk import Answer
from console.acquisition.petct_kept import Kept
from console.acquisition.petct_pictures import Layer, Window, composed, overlay
from console.acquisition.petct_volumes import Plane, Volumes
from console.cases import petct_log as log
from console.cases.model import Reading
from console.views.petct_cards import Said
from console.widgets import theme
from console.widgets.slice_plane import Cut, Outline

NEAR_MM = 0.6  # the narrowest place is marked on slices this close to it


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """What the planes show. `kept` None before an answer, or while it is hidden; `tumour` the outline as it stands under a brush."""

    volumes: Volumes
    kept: Kept | None
    tumour: Mask | None
    margin: Margin | None
    layer: Layer
    window: Window


def cut_of(look: Look, plane: Plane, place: Cell) -> Cut:
    """One plane through `place` (superior, posterior, left)."""
    volumes, kept, index = look.volumes, look.kept, place[plane.across]
    over, top = overlay(kept, volumes, look.layer, plane, index)
    pixels = composed(volumes.ct_slice(plane, index), over, top, look.layer, look.window)
    down, across = (volumes.sides_mm[axis] for axis in plane.lies)
    words = f"{index + 1} of {volumes.shape[plane.across]}"
    if kept is None:
        return Cut(pixels, (down, across), cross=_pixel(volumes, plane, place), words=words)
    outlines = [Outline(volumes.mask_slice(kept.answer.specimen, plane, index), theme.CLEAR)]
    outlines += [Outline(volumes.mask_slice(one.tumour, plane, index), theme.GOOD, dashed=True) for one in kept.foreign]
    tumour = look.tumour if look.tumour is not None else kept.tumour
    outlines.append(Outline(volumes.mask_slice(tumour, plane, index), theme.CLOSE))
    near = _narrowest(look.margin, kept, plane, index)
    touching = look.margin is not None and look.margin.positive
    return Cut(pixels, (down, across), tuple(outlines), _pixel(volumes, plane, place), near, touching, edges(kept, plane), words)


def _pixel(volumes: Volumes, plane: Plane, place: Cell) -> tuple[int, int]:
    rows, columns = plane.lies
    return volumes.shape[rows] - 1 - place[rows] if plane.head_up else place[rows], place[columns]


def cell_at(volumes: Volumes, plane: Plane, index: int, row: float, column: float) -> tuple[float, float, float]:
    """The upright place of a picture's pixel, in voxels."""
    rows, columns = plane.lies
    found = [0.0, 0.0, 0.0]
    found[plane.across] = index
    found[rows] = volumes.shape[rows] - 1 - row if plane.head_up else row
    found[columns] = column
    return found[0], found[1], found[2]


def array_mm(volumes: Volumes, cell: tuple[float, float, float]) -> Triple:
    """An upright place in voxels (whole numbers are their middles' edge), as mm on the array's own axes."""
    way, found = volumes.way, [0.0, 0.0, 0.0]
    for axis, back, at in zip(way.order, way.backwards, cell, strict=True):
        size = volumes.ct.shape[axis]
        found[axis] = (size - at if back else at) * volumes.spacing_mm[axis]
    return found[0], found[1], found[2]


def _narrowest(margin: Margin | None, kept: Kept, plane: Plane, index: int) -> tuple[tuple[int, int], str] | None:
    if margin is None:
        return None
    voxel = [int(place / side) for place, side in zip(margin.surface_mm, kept.answer.spacing_mm, strict=True)]
    cell = kept.volumes.way.cell((voxel[0], voxel[1], voxel[2]), kept.answer.specimen.shape)
    if abs(cell[plane.across] - index) * kept.volumes.sides_mm[plane.across] > NEAR_MM:
        return None
    glyph = "◆ " if margin.positive else ""
    return _pixel(kept.volumes, plane, cell), f"{glyph}{margin.minimum_mm:.1f} mm {margin.face.value}"


def edges(kept: Kept, plane: Plane) -> tuple[str, str, str, str]:
    """The faces that lie up, down, left and right of a picture."""
    way = kept.volumes.way
    rows, columns = plane.lies
    ways: list[Triple] = []
    for axis, sign in ((rows, 1 if plane.head_up else -1), (rows, -1 if plane.head_up else 1), (columns, -1), (columns, 1)):
        one, two, three = (float(sign if axis == other else 0) for other in range(3))
        ways.append((one, two, three))
    up, down, left, right = (_towards(kept.directions, way.direction, wanted) for wanted in ways)
    return up, down, left, right


def _towards(directions: Directions, turned: object, wanted: Triple) -> str:
    def along(face: Face) -> float:
        return sum(a * b for a, b in zip(turned(directions[face]), wanted, strict=True))  # type: ignore[operator]

    return max(directions, key=along).value.capitalize()


def said_of_answer(answer: Answer) -> Said:
    """An answer that nobody has signed yet."""
    found, context = answer.found, answer.context
    limits, status = validity_of(found, context), status_of(found)
    note = f"Not signed yet ({answer.seconds:.0f} s)."
    if isinstance(found, Indeterminate):
        return Said(status, None, note, limits, context.method, warnings=context.scan.warnings, recorded=context.faces.recorded)
    margin = found.margin if isinstance(found.margin, Margin) else None
    factor = context.scan.suv.body_weight
    return Said(
        status, margin, note, limits, found.method, found.agreement, len(found.members),
        None if factor.value is None else found.uptake.raw_peak * factor.value, factor.reason, "", context.faces.recorded, found.curve,
        context.scan.warnings, answer.kept.foreign if answer.kept else (),
    )  # fmt: skip


def said_of_reading(reading: Reading, kept: Kept | None, zone: tzinfo | None) -> Said:
    """A signed one; its pictures may still be on their way. Numbers are those that were signed."""
    known = dict(reading.provenance.parameters)
    status = next(value.text for value in reading.values if value.name == log.CLASS)
    note = f"Signed {reading.taken_at.astimezone(zone):%H:%M} by {reading.by}."
    method, recorded = Method(known["method"]), known.get("orientation") == "recorded"
    if kept is None:
        return Said(status, None, note, reading.validity.statement, method, recorded=recorded, edited_by=known.get(log.EDITOR, ""))
    answer, suv = kept.answer, kept.volumes.suv
    margin = renamed(answer.margin, reading) if isinstance(answer.margin, Margin) else None
    return Said(
        status, margin, note, reading.validity.statement, method, answer.agreement, len(answer.members),
        None if suv is None else answer.uptake.raw_peak * suv, "the scan does not say enough", known.get(log.EDITOR, ""), recorded, answer.curve,
        kept.warnings, kept.foreign,
    )  # fmt: skip


def renamed(margin: Margin, reading: Reading) -> Margin:
    """The margin with the faces as the reading names them: an orientation that was changed later renames them."""
    return log.with_faces(margin, reading.values)


def may_clear(said: Said) -> bool:
    """A plain threshold alarms only, and so does a specimen whose faces nobody marked."""
    return said.recorded and said.method is not Method.THRESHOLD
