"""How a microwave scan comes into a case: the sealed file, and one reading for the face; a face that is scanned again replaces its reading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from pathlib import Path

import numpy as np

from algorithms.faces import Face
from algorithms.margins.model import Evidence, Extent, FaceEvidence, MarginClass
from algorithms.microwave.analysis import Analysis
from algorithms.microwave.model import ALGORITHM, CITATION, CLOSE_BELOW_MM, VALIDITY, VERSION, Zone
from algorithms.microwave.outlines import Outline, outlines
from algorithms.orientation import Axis
from console.cases.model import Bound, CaseFile, Provenance, Reading, Session, Validity, Value
from console.cases.orientation_log import lie_of
from console.cases.service import CaseService
from console.faults import Refused

MODALITY = "microwave"
TITLE = "Microwave depth map"
DEPTH, CLASS, REGION, WARNING = "smallest depth", "margin class", "positive region", "warning"
AREAS = ("positive", "close", "negative", "masked")
VALID_FOR = "Phantom-validated, 0–2 mm."
MEDIA_TYPE = "application/x-hdf5"
AGAIN = "Face scanned again"
# How `_where` words the place of a region: height × width, then the centre.
_WHERE = re.compile(r"(\d+) × (\d+) mm, centre (\d+) mm from the left and (\d+) mm from the top")
STEP_MM, STEP_MM2 = Decimal("0.1"), Decimal(1)


@dataclass(frozen=True, slots=True)
class Source:
    """The file that is signed, and how it came about: `shown` of `of` masks (0 of 0: unknown)."""

    path: Path
    sha256: str
    device: str
    simulated: bool
    shown: int
    of: int


def sign(
    service: CaseService, session: Session, file: CaseFile, specimen_id: str, face: Face, analysis: Analysis, source: Source
) -> Reading:
    """Seal the file and sign one reading of this face; refused when the map holds nothing that could be judged."""
    if analysis.finding.minimum_depth_mm is None:
        raise Refused("No pixel of this map could be judged. Lay the specimen on the plate, and scan again.")
    asset = service.add_asset_file(session, file.case.id, source.path, MEDIA_TYPE, f"Microwave scan, {face.value} face")
    if asset.sha256 != source.sha256:
        raise Refused("The scan file changed while it was being kept. Try again.")
    earlier = standing(service.case_file(session, file.case.id), specimen_id).get(face)
    return service.add_reading(
        session, file.case.id, specimen_id, MODALITY, values(analysis, face), validity(analysis), provenance(analysis, source),
        assets=(asset.sha256,), supersedes=earlier.id if earlier else None, reason=AGAIN if earlier else "",
    )  # fmt: skip


def standing(file: CaseFile, specimen_id: str) -> dict[Face, Reading]:
    """The reading that stands for each face of this specimen."""
    own = [reading for reading in file.readings if reading.modality == MODALITY and reading.specimen_id == specimen_id]
    replaced = {reading.supersedes for reading in own}
    return {face_of(reading): reading for reading in own if reading.id not in replaced}


def face_down(file: CaseFile | None, specimen_id: str) -> Face | None:
    """The face on which the specimen lies, as its marks were signed; None where nobody signed, or for the other breast."""
    try:
        lie = lie_of(file, specimen_id) if file is not None else None
    except Refused:
        return None
    return None if lie is None or lie.other_side else lie.orientation.face_along(Axis.BACK)


def likely_face(file: CaseFile, specimen_id: str) -> Face:
    """Where a person wants to begin: the face that was signed last; where there is none, the one on which the specimen lies and is scanned first."""
    known = standing(file, specimen_id)
    if known:
        return max(known, key=lambda face: known[face].taken_at)
    return face_down(file, specimen_id) or Face.SUPERIOR


def face_of(reading: Reading) -> Face:
    """The face that it is about."""
    return next(value.face for value in reading.values if value.face is not None)


def values(analysis: Analysis, face: Face) -> tuple[Value, ...]:
    """Millimetres to 0.1, down: no margin reads wider than it was measured; areas to 1 mm², positive regions with size and place, doubts in words."""
    finding = analysis.finding
    least = finding.minimum_depth_mm or 0.0
    found = class_of(analysis)
    number = Decimal("0" if found is MarginClass.POSITIVE else repr(round(least, 6))).quantize(STEP_MM, ROUND_FLOOR)
    deep = least >= CLOSE_BELOW_MM - 1e-9
    depth = Value(DEPTH, number, "mm", face, Bound.AT_LEAST if deep else Bound.EXACT)
    areas = (getattr(finding, f"{name}_mm2") for name in AREAS)
    return (
        depth,
        Value(CLASS, face=face, text=found.value),
        *(Value(f"{name} area", Decimal(repr(area)).quantize(STEP_MM2), "mm²", face) for name, area in zip(AREAS, areas, strict=True)),
        *(
            Value(f"{REGION} {number}", Decimal(repr(one.area_mm2)).quantize(STEP_MM2), "mm²", face, text=_where(one))
            for number, one in enumerate(outlines(analysis.map, Zone.POSITIVE), start=1)
        ),
        *(Value(WARNING, face=face, text=doubt.sentence) for doubt in analysis.doubts),
    )  # fmt: skip


def _where(one: Outline) -> str:
    """Size and place of a region, as a person reads the map."""
    across, down = one.x_mm + one.width_mm / 2, one.y_mm + one.height_mm / 2
    return f"{one.height_mm:.0f} × {one.width_mm:.0f} mm, centre {across:.0f} mm from the left and {down:.0f} mm from the top of the field"


def said_of(reading: Reading) -> MarginClass:
    """The class that was signed."""
    return next(MarginClass(value.text) for value in reading.values if value.name == CLASS)


def class_of(analysis: Analysis) -> MarginClass:
    """The worst class on the face."""
    finding = analysis.finding
    if finding.minimum_depth_mm is None:
        return MarginClass.UNKNOWN
    if finding.positive_mm2 > 0:
        return MarginClass.POSITIVE
    return MarginClass.CLOSE if finding.close_mm2 > 0 else MarginClass.NEGATIVE


def validity(analysis: Analysis) -> Validity:
    """The limits of the method, and whether this scan's depths may be used."""
    grave = [doubt.sentence for doubt in analysis.doubts if doubt.grave]
    return Validity(usable=analysis.trusted, statement=" ".join([*grave, VALID_FOR, VALIDITY]))


def provenance(analysis: Analysis, source: Source) -> Provenance:
    """Enough to compute it again from the sealed file."""
    found = analysis.map
    return Provenance(
        ALGORITHM, VERSION, source.sha256,
        (
            ("grid", f"{found.grid.rows}×{found.grid.columns}"), ("field", f"{found.grid.width_mm:g} × {found.grid.height_mm:g} mm"),
            ("patterns", f"{source.shown} of {source.of}" if source.of else "unknown"), ("misfit", found.norm.value),
            ("reconstruction", "regularised" if found.regularised else "pixel by pixel"), ("noise", f"{found.noise:.4f}"),
            ("interval", f"{interval_mm(analysis):.2f} mm"), ("source", CITATION),
        ),
        source.device, source.simulated,
    )  # fmt: skip


def interval_mm(analysis: Analysis) -> float:
    """Half of the median 90 % interval of what could be judged, mm."""
    found = analysis.map
    seen = ~found.masked
    return float(np.median((found.high_mm - found.low_mm)[seen]) / 2) if seen.any() else 0.0


def evidence(reading: Reading) -> Evidence:
    """The row of one scan."""
    return rows((reading,))[0]


def rows(readings: Iterable[Reading]) -> tuple[Evidence, ...]:
    """One row a specimen, with every face that was scanned; readings that may not be used have rows of their own."""
    readings = tuple(readings)
    usable = [reading for reading in readings if reading.validity.usable]
    specimens = dict.fromkeys(reading.specimen_id for reading in usable)
    joined = [_row([reading for reading in usable if reading.specimen_id == specimen]) for specimen in specimens]
    return (*joined, *(_row([reading]) for reading in readings if not reading.validity.usable))


def _row(readings: Sequence[Reading]) -> Evidence:
    newest = max(readings, key=lambda reading: reading.taken_at)
    known = dict(newest.provenance.parameters)
    usable = newest.validity.usable
    return Evidence(
        reading_id=newest.id, title=TITLE, subtitle=f"{known.get('grid', '')} · ±{known.get('interval', '–')}", taken_at=newest.taken_at,
        faces=tuple(_face(reading) for reading in readings), usable=usable, can_clear=True, reason="" if usable else newest.validity.statement,
    )  # fmt: skip


def _face(reading: Reading) -> FaceEvidence:
    """A class of its own only where it is positive: what else a distance means, the case's rule says."""
    depth = next(value for value in reading.values if value.name == DEPTH)
    own = MarginClass.POSITIVE if said_of(reading) is MarginClass.POSITIVE else None
    extent = extent_of(reading) if own else None
    return FaceEvidence(
        face_of(reading), depth.number, at_least=depth.bound is Bound.AT_LEAST, margin_class=own, extent=extent, reading_id=reading.id
    )


def extent_of(reading: Reading) -> Extent | None:
    """The least box, parallel to the map, that holds every positive region of a signed reading; None where it names none."""
    found = [_WHERE.match(value.text) for value in reading.values if value.name.startswith(REGION)]
    boxes = [tuple(Decimal(number) for number in match.groups()) for match in found if match is not None]
    if not boxes or len(boxes) != len(found):
        return None
    down = max(y + height / 2 for height, _, _, y in boxes) - min(y - height / 2 for height, _, _, y in boxes)
    across = max(x + width / 2 for _, width, x, _ in boxes) - min(x - width / 2 for _, width, x, _ in boxes)
    return Extent(down, across)
