"""How faces, distances and methods are named in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, Decimal

from algorithms.faces import Face
from algorithms.margins.model import Extent, FaceEvidence


def joined(words: Sequence[str]) -> str:
    """«A», «A and B», «A, B and C»."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def listed(faces: Sequence[Face]) -> str:
    """«medial», «medial and lateral», «superior, medial and lateral»."""
    return joined([face.value for face in faces])


def the_faces(faces: Sequence[Face]) -> str:
    """«the medial face», «the medial and lateral faces»."""
    return f"the {listed(faces)} face{'s' if len(faces) > 1 else ''}"


def mm(value: Decimal) -> str:
    """Without trailing zeros: «1.4», «0», «20»."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def said(found: FaceEvidence) -> str:
    """«≥ 2 mm», «0 mm», «signal», or nothing."""
    if found.margin_mm is None:
        return found.finding
    return f"{'≥ ' if found.at_least else ''}{mm(found.margin_mm)} mm"


def size(extent: Extent) -> str:
    """Whole millimetres, rounded up, the longer side first: «22 × 18 mm»."""
    sides = sorted((extent.height_mm, extent.width_mm), reverse=True)
    return " × ".join(str(side.to_integral_value(ROUND_CEILING)) for side in sides) + " mm"
