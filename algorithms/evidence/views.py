"""A specimen radiographed in one or two projections: which faces each can show, and what two projections say together.

A projection shows outlines. On the line through the mass the tissue is never thicker than its outline, so a margin read off it is at most too
wide; of two readings of one face the narrower is therefore nearer to the truth.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from algorithms.evidence.ruler import Point, Spacing, read_mm
from algorithms.faces import Face

AGREE_WITHIN_MM = Decimal(3)  # ours: twice the spread of two people who set the same ruler


class Projection(StrEnum):
    """From where the specimen was looked at; each shows two pairs of opposite faces, and never the pair that it looks through."""

    FRONT = "from the front"
    SIDE = "from the side"
    BELOW = "from below"

    @property
    def faces(self) -> tuple[Face, ...]:
        """The four faces whose outlines this projection shows."""
        return _SHOWN[self]


_SHOWN = {
    Projection.FRONT: (Face.SUPERIOR, Face.INFERIOR, Face.MEDIAL, Face.LATERAL),
    Projection.SIDE: (Face.SUPERIOR, Face.INFERIOR, Face.ANTERIOR, Face.POSTERIOR),
    Projection.BELOW: (Face.MEDIAL, Face.LATERAL, Face.ANTERIOR, Face.POSTERIOR),
}


@dataclass(frozen=True, slots=True)
class Ruler:
    """One margin on one picture: from the lesion's edge to the specimen's, (row, col) pixels."""

    face: Face
    start: Point
    end: Point


@dataclass(frozen=True, slots=True)
class View:
    """One picture: its projection, the SHA-256 of the file, its scale (None: unknown, so nothing can be measured), and the rulers laid on it."""

    projection: Projection
    image_sha256: str
    spacing: Spacing | None
    rulers: tuple[Ruler, ...] = ()
    calibration: tuple[Point, Point] | None = None

    def margin_mm(self, face: Face) -> Decimal | None:
        """The margin read at this face, mm, to 0.1."""
        ruler = next((ruler for ruler in self.rulers if ruler.face is face), None)
        return read_mm(ruler.start, ruler.end, self.spacing) if ruler is not None and self.spacing is not None else None


@dataclass(frozen=True, slots=True)
class Agreement:
    """One face by every view that shows it, mm: the narrowest counts. `doubt` says that two views differ by more than a finger's error."""

    face: Face
    margin_mm: Decimal
    doubt: str = ""


def agree(views: Sequence[View]) -> tuple[Agreement, ...]:
    """Every face that was measured on any view, in the order of the faces."""
    found = []
    for face in Face:
        readings = tuple(mm for view in views if (mm := view.margin_mm(face)) is not None)
        if readings:
            found.append(Agreement(face, min(readings), _doubt(face, readings)))
    return tuple(found)


def never_shown(views: Sequence[View]) -> tuple[Face, ...]:
    """The pair of faces that these views look through; none once there are two views."""
    shown = {face for view in views for face in view.projection.faces}
    return tuple(face for face in Face if face not in shown) if views else ()


def _doubt(face: Face, readings: tuple[Decimal, ...]) -> str:
    apart = max(readings) - min(readings)
    if apart <= AGREE_WITHIN_MM:
        return ""
    return f"The two views differ by {apart} mm at the {face.value} face; the narrower one counts."
