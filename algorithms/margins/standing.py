"""Which evidence still counts: a shave takes the place of what was known of its face; what it replaced stays visible, struck through.

docs/margins.md states the same rules for people.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from algorithms.faces import Face
from algorithms.margins.model import Evidence, FaceEvidence, Shave, Site


class Standing(StrEnum):
    """Whether what a reading says of a face is about the margin as it is now."""

    COUNTS = "counts"
    REPLACED = "replaced"  # a shave of this face was taken since
    BESIDE = "beside"  # said of a shave's other sides, which are no margin


def standing_of(row: Evidence, face: Face, shaves: Sequence[Shave]) -> Standing:
    """For one face of one row. `shaves` in the order in which they were taken."""
    own = [shave for shave in shaves if shave.face is face]
    match row.site:
        case Site.SPECIMEN:
            return Standing.REPLACED if own else Standing.COUNTS
        case Site.CAVITY:
            return Standing.REPLACED if any(shave.taken_at > row.taken_at for shave in own) else Standing.COUNTS
    if not any(shave.specimen_id == row.specimen_id for shave in own):
        return Standing.BESIDE
    return Standing.COUNTS if own[-1].specimen_id == row.specimen_id else Standing.REPLACED


def counting(evidence: Sequence[Evidence], shaves: Sequence[Shave]) -> tuple[Evidence, ...]:
    """The same rows with only those faces that count."""
    return tuple(replace(row, faces=tuple(found for found in row.faces if _counts(row, found, shaves))) for row in evidence)


def newest_shaves(shaves: Sequence[Shave]) -> dict[Face, Shave]:
    """The shave that made the margin of each face that was shaved."""
    return {shave.face: shave for shave in shaves}


def _counts(row: Evidence, found: FaceEvidence, shaves: Sequence[Shave]) -> bool:
    return standing_of(row, found.face, shaves) is Standing.COUNTS
