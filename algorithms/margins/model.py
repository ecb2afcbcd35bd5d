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


class Site(StrEnum):
    """What a reading looked at: the first excision, a shave of the cavity, or the wall of the cavity itself."""

    SPECIMEN = "specimen"
    SHAVE = "shave"
    CAVITY = "cavity"


@dataclass(frozen=True, slots=True)
class Extent:
    """How large the involved area of a face is, as measured, mm."""

    height_mm: Decimal
    width_mm: Decimal


@dataclass(frozen=True, slots=True)
class Shave:
    """A piece taken from the cavity at `face`: from then on its new margin stands for that face."""

    face: Face
    taken_at: datetime
    specimen_id: str
    number: int


@dataclass(frozen=True, slots=True)
class FaceEvidence:
    """What one reading says of one face: millimetres (`at_least`: the true margin is that or more), or a finding in words."""

    face: Face
    margin_mm: Decimal | None = None
    at_least: bool = False
    finding: str = ""
    margin_class: MarginClass | None = None  # set where the method itself decides (signal, ink on tumour), not a distance
    at_ink_only: bool = False  # a negative class that speaks of the surface alone: it clears no rule that asks for a distance
    extent: Extent | None = None  # of the involved area, where the method saw how large it is
    reading_id: str = ""  # the reading behind this face, where a row joins several; empty: the row's own


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reading as a row of the dashboard. `can_clear` is False for methods that may alarm but never reassure (a ruler).

    `waiting`: nothing was found yet; something was sent away at `taken_at` and no answer has come. The last fields say where it comes from; the board
    fills them in from the reading, so that a modality need not: its `key`, what it looked at, on which piece, and inside which limits it is valid.
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
    key: str = ""
    site: Site = Site.SPECIMEN
    specimen_id: str | None = None
    piece: str = ""  # «Shave 2, medial», «Cavity»; empty for the first excision
    validity: str = ""
    simulated: bool = False

    def of(self, face: Face) -> FaceEvidence | None:
        """What it says of one face."""
        return next((found for found in self.faces if found.face is face), None)
