"""What the methods say of one face, side by side, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from algorithms.faces import Face
from algorithms.margins.model import Evidence, Extent, FaceEvidence, MarginClass, Shave

# The worst that speaks decides. Silence (indeterminate, not assessed) decides only where nothing else speaks.
GRAVITY = (MarginClass.POSITIVE, MarginClass.CLOSE, MarginClass.NEGATIVE, MarginClass.INDETERMINATE, MarginClass.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Opinion:
    """One row's word on one face, and its class under the rule."""

    row: Evidence
    found: FaceEvidence
    margin_class: MarginClass

    @property
    def method(self) -> str:
        """Who speaks: two readings by one method are one voice."""
        return self.row.key or self.row.title


@dataclass(frozen=True, slots=True)
class FaceJudgement:
    """One face: its class, and the evidence that decides it or, where none does, the narrowest raw millimetres."""

    face: Face
    margin_class: MarginClass
    decided_by: Evidence | None = None
    finding: FaceEvidence | None = None
    exempt: bool = False  # full thickness is documented: this rule doesn't count the face
    conflict: str = ""  # other usable evidence says clear where this one alarms
    shave: Shave | None = None  # the piece whose new margin stands for this face
    opinions: tuple[Opinion, ...] = ()  # everything that counts for this face

    @property
    def margin_mm(self) -> Decimal | None:
        """The narrowest usable millimetres; None where nothing was measured."""
        return self.finding.margin_mm if self.finding else None

    @property
    def agreeing(self) -> tuple[Opinion, ...]:
        """Those that give the class that counts."""
        return tuple(said for said in self.opinions if said.margin_class is self.margin_class)

    @property
    def dissenting(self) -> tuple[Opinion, ...]:
        """Those that call it clear where the face is alarmed."""
        return tuple(said for said in self.opinions if said.margin_class is MarginClass.NEGATIVE) if self.conflict else ()

    @property
    def extent(self) -> Extent | None:
        """The least area that holds what each method saw involved, mm; None where no method saw how large it is."""
        seen = [said.found.extent for said in self.agreeing if said.found.extent is not None]
        return Extent(max(one.height_mm for one in seen), max(one.width_mm for one in seen)) if seen else None
