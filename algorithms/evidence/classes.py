"""From the result of an examination to what it says of each face on the board, by the definition of positive that it names.

A negative finding without a distance says that no tumour touches the surface, and no more: it clears where the rule asks for no distance, and is
indeterminate under a rule that asks for 1 or 2 mm.
"""

from __future__ import annotations

from decimal import Decimal

from algorithms.evidence.kinds import ON_INK, Definition, Finding, Kind, definition, examination
from algorithms.evidence.result import FaceResult, Result
from algorithms.margins.model import FaceEvidence, MarginClass

_CLASS = {
    Finding.NEGATIVE: MarginClass.NEGATIVE, Finding.ATYPICAL: MarginClass.INDETERMINATE, Finding.MALIGNANT: MarginClass.POSITIVE,
    Finding.NEAR: MarginClass.CLOSE, Finding.AT_SURFACE: MarginClass.POSITIVE, Finding.AWAY: None, Finding.NOT_SEEN: None,
}  # fmt: skip


def counted_by(result: Result) -> Definition:
    """Which findings count as positive here: as the frozen section says, and always DCIS or invasive on ink for the rest."""
    named = result.known.get("definition")
    return definition(named) if named is not None and result.kind is Kind.FROZEN else ON_INK


def face_evidence(result: Result) -> tuple[FaceEvidence, ...]:
    """One entry for each face that was spoken of."""
    by = counted_by(result)
    return tuple(_of_lesion(found, by) if found.finding in _LESIONS else _of_sight(found) for found in result.measured)


_LESIONS = frozenset({Finding.PRECANCEROUS, Finding.LCIS, Finding.DCIS, Finding.INVASIVE})


def _of_lesion(found: FaceResult, by: Definition) -> FaceEvidence:
    """A lesion at the ink, or at a distance from it; one that does not count leaves the ink free of what does."""
    assert found.finding is not None
    words = found.finding.short
    if found.finding not in by.positive:
        return FaceEvidence(found.face, finding=words, margin_class=MarginClass.NEGATIVE, at_ink_only=True)
    if found.margin_mm is None or found.margin_mm == 0:
        return FaceEvidence(
            found.face, margin_mm=None if found.margin_mm is None else Decimal(0), finding=words, margin_class=MarginClass.POSITIVE
        )
    return FaceEvidence(found.face, margin_mm=found.margin_mm, finding=words)


def _of_sight(found: FaceResult) -> FaceEvidence:
    """A class that the finding names, a distance, or both."""
    kind = _CLASS[found.finding] if found.finding is not None else None
    words = found.finding.short if found.finding is not None else ""
    if kind is MarginClass.NEGATIVE and found.margin_mm is not None:  # then the distance decides
        return FaceEvidence(found.face, margin_mm=found.margin_mm, finding=words)
    return FaceEvidence(found.face, found.margin_mm, finding=words, margin_class=kind, at_ink_only=kind is MarginClass.NEGATIVE)


def why_not_clear(result: Result, *, shows_on_film: bool) -> str:
    """Why this result may alarm but not clear; empty where it may clear. `shows_on_film`: tumours of this type usually show on a radiograph."""
    known = examination(result.kind)
    if not known.can_clear:
        return f"{known.title} can alarm, it cannot clear."
    if result.kind is not Kind.RADIOGRAPH:
        return ""
    if result.known.get("lesion") != "seen":
        return "The lesion was not seen on the picture."
    if any(view.spacing is None or not view.spacing.certain for view in result.views if view.rulers):
        return "The scale of the picture is uncertain."
    if not shows_on_film and result.known.get("calcification") != "seen":
        return "A tumour of this type without calcification reaches further than a radiograph shows."
    return ""
