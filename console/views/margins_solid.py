"""What the three-dimensional view shows of a case: the specimen's shape from CT or from its axes, the tumour, and what lies on the faces."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from algorithms.faces import Face
from algorithms.margins.judgement import Judgement
from algorithms.specimen.bulk import Bulk
from algorithms.specimen.measurement import Length
from algorithms.specimen.questions import Field
from algorithms.specimen.shape import Drape, Solid, ellipsoid
from console.cases.model import CaseFile, Session, Side
from console.cases.service import CaseService
from console.cases.specimen_log import draft_of_reading, piece, signed_reading
from console.widgets.face_diagram import shown as said
from console.widgets.specimen_view_3d import Shown

ReadShapes = Callable[[CaseService, Session, CaseFile, str], tuple[Solid | None, tuple[Drape, ...]]]
NOT_MEASURED = "The specimen has no shape yet: sign its axes, or load its CT."


def shown_of(file: CaseFile, specimen_id: str, judgement: Judgement, found: tuple[Solid | None, tuple[Drape, ...]]) -> Shown | None:
    """Everything the view draws; None where neither a CT nor the axes are known."""
    solid, drapes = found
    solid = solid or solid_of_axes(file, specimen_id)
    if solid is None:
        return None
    titles = sorted({drape.title for drape in drapes})
    words = solid.measured + (f" On its faces: {', '.join(f'{title[:1].lower()}{title[1:]}' for title in titles)}." if titles else "")
    return Shown(solid, drapes, file.case.side, judgement, words, narrowest(judgement))


def narrowest(judgement: Judgement) -> tuple[Face, str] | None:
    """The face with the least millimetres that anybody measured, whoever decides it, and how it is read."""
    measured = [opinion.found for judged in judgement.faces for opinion in judged.opinions if opinion.found.margin_mm is not None]
    least = min(measured, key=lambda found: (found.margin_mm or Decimal(0), found.at_least), default=None)
    return (least.face, said(least)) if least is not None else None


def solid_of_axes(file: CaseFile, specimen_id: str) -> Solid | None:
    """The ellipsoid in the signed axes, and the mass where its margins put it; an unmeasured depth is taken from the margins, else the minor axis."""
    reading = signed_reading(file, piece(file, specimen_id).id)
    numbers = {name: float(value) for name, value in draft_of_reading(reading).numbers.items()} if reading is not None else {}
    tall, wide = numbers.get(Length.RESECTED_MAJOR), numbers.get(Length.RESECTED_MINOR)
    if tall is None or wide is None:
        return None
    mass_tall, mass_wide = numbers.get(Length.MASS_MAJOR, 0.0), numbers.get(Length.MASS_MINOR, 0.0)
    mass_deep = numbers.get(Bulk.MASS_DEPTH, mass_wide)
    margins = [numbers.get(name) for name in (Length.ANTERIOR, Length.POSTERIOR)]
    filled = mass_deep + sum(margins) if None not in margins else None  # type: ignore[arg-type]
    deep = numbers.get(Bulk.RESECTED_DEPTH) or filled or wide
    lateral = 1 if file.case.side is Side.LEFT else -1
    centre = (
        lateral * _offset(numbers, Length.MEDIAL, Length.LATERAL),
        _offset(numbers, Length.INFERIOR, Length.SUPERIOR),
        _offset(numbers, Length.POSTERIOR, Length.ANTERIOR),
    )
    tumour = ellipsoid(mass_wide, mass_tall, mass_deep, centre) if mass_tall and mass_wide else None
    known = Bulk.RESECTED_DEPTH in numbers or filled is not None
    return Solid(ellipsoid(wide, tall, deep), tumour, f"Ellipsoid in the ruler's axes{'' if known else ', depth not measured'}.")


def _offset(numbers: dict[Field, float], low: Length, high: Length) -> float:
    """How far the mass lies from the middle towards the second face, mm."""
    return (numbers[low] - numbers[high]) / 2 if low in numbers and high in numbers else 0.0
