"""Evidence about the six faces, and the classes that rules put it into."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from algorithms.faces import Face


class MarginClass(StrEnum):
    """What a rule makes of a margin. `UNKNOWN` is neither good nor bad: nobody looked, or what was seen cannot clear a face."""

    POSITIVE = "positive"
    CLOSE = "close"
    NEGATIVE = "negative"
    INDETERMINATE = "indeterminate"
    UNKNOWN = "not assessed"


@dataclass(frozen=True, slots=True)
class FaceEvidence:
    """What one reading says of one face: millimetres (`at_least`: the true margin is that or more), or a finding in words."""

    face: Face
    margin_mm: Decimal | None = None
    at_least: bool = False
    finding: str = ""
    margin_class: MarginClass | None = None  # set where the method itself decides (signal, ink on tumour), not a distance
    at_ink_only: bool = False  # a negative class that speaks of the surface alone: it clears no rule that asks for a distance


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reading as a row of the dashboard. `can_clear` is False for methods that may alarm but never reassure (a ruler).

    `waiting`: nothing was found yet; something was sent away at `taken_at` and no answer has come.
    """

    reading_id: str
    title: str
    subtitle: str
    taken_at: datetime
    faces: tuple[FaceEvidence, ...]
    usable: bool
    can_clear: bool
    reason: str = ""
    waiting: bool = False
