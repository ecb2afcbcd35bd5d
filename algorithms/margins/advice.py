"""What to do: the headline of a verdict and its advice, which face, and what area at least. The rules are those of docs/margins.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from algorithms.faces import Face
from algorithms.margins.model import Extent, MarginClass
from algorithms.margins.opinions import FaceJudgement
from algorithms.margins.rules import RuleSet
from algorithms.margins.words import listed as listed  # noqa: PLC0414 - part of this seam
from algorithms.margins.words import size
from algorithms.margins.words import the_faces as the_faces  # noqa: PLC0414

NOBODY_CAN_CLEAR = "Not assessed by a method that can clear a margin"


@dataclass(frozen=True, slots=True)
class Known:
    """What the sentences are made from; `lacking` says why nothing can judge, where nothing can."""

    faces: Sequence[FaceJudgement]
    rule: RuleSet
    can_judge: bool
    lacking: str
    sizes: Mapping[Face, Extent]

    def having(self, kind: MarginClass) -> tuple[FaceJudgement, ...]:
        """The faces of this class that count."""
        return tuple(judged for judged in self.faces if judged.margin_class is kind and not judged.exempt)

    def named(self, kind: MarginClass) -> tuple[Face, ...]:
        """Their names."""
        return tuple(judged.face for judged in self.having(kind))

    @property
    def shaved(self) -> tuple[Face, ...]:
        """Faces that were shaved, and whose new margin nobody has judged."""
        return tuple(judged.face for judged in self.having(MarginClass.UNKNOWN) if judged.shave is not None)

    @property
    def unseen(self) -> tuple[Face, ...]:
        """Faces that nobody judged and nobody shaved."""
        return tuple(judged.face for judged in self.having(MarginClass.UNKNOWN) if judged.shave is None)


def describe(status: MarginClass, known: Known) -> str:
    """The state of the margins in a few words, without advice."""
    match status:
        case MarginClass.POSITIVE | MarginClass.CLOSE:
            return f"Margin {status.value}: {listed(known.named(status))}"
        case MarginClass.NEGATIVE:
            return "All margins clear"
        case MarginClass.INDETERMINATE:
            return f"Cannot be judged: {listed(known.named(status))}"
    if known.shaved and not known.unseen:
        return f"Shaved, new margin not assessed: {listed(known.shaved)}"
    return "Not fully assessed" if known.can_judge else NOBODY_CAN_CLEAR


def advise(status: MarginClass, known: Known) -> str:
    """What to do, in a few sentences; the first says the most."""
    match status:
        case MarginClass.POSITIVE:
            return f"Shave {_where(known, status)}.{_also_close(known)}{_whole(known, status)}{_open_faces(known)}"
        case MarginClass.CLOSE:
            least = known.rule.clear_from_mm
            why = f"the margin does not reach {least} mm" if least else "a method calls the margin close"
            return f"Consider a shave of {_where(known, status)}: {why}.{_open_faces(known)}"
        case MarginClass.NEGATIVE:
            return "No shave is called for by this rule."
        case MarginClass.INDETERMINATE:
            return f"Assess {the_faces(known.named(status))} by another method.{_open_faces(known)}"
    return _assess(known)


def _assess(known: Known) -> str:
    shaved = f"Assess the new margin of {the_faces(known.shaved)}, or leave it to final pathology." if known.shaved else ""
    if not known.unseen:
        return shaved
    seen = (
        f"Not assessed: {listed(known.unseen)}. Assess what is open before closing."
        if known.can_judge
        else f"Not assessed: {known.lacking}."
    )
    return f"{seen} {shaved}".rstrip()


def _where(known: Known, status: MarginClass) -> str:
    """«the medial face again, at least 22 × 18 mm», «the superior and medial faces (medial again), medial at least 22 × 18 mm»."""
    alarmed = known.having(status)
    shaved = [judged.face for judged in alarmed if judged.shave is not None]
    again = " again" if len(shaved) == len(alarmed) else f" ({listed(shaved)} again)" if shaved else ""
    named = len(alarmed) > 1
    measured = [f"{judged.face.value + ' ' if named else ''}at least {size(judged.extent)}" for judged in alarmed if judged.extent]
    return ", ".join([f"{the_faces([judged.face for judged in alarmed])}{again}", *measured])


def _whole(known: Known, status: MarginClass) -> str:
    """What to take where no method saw how large the involved area is: the whole face, with its size where the ruler knows it."""
    unmeasured = [judged for judged in known.having(status) if judged.extent is None]
    if not unmeasured:
        return ""
    faces, several = [judged.face for judged in unmeasured], len(unmeasured) > 1
    first = [judged.face for judged in unmeasured if judged.shave is None and judged.face in known.sizes]  # a shave has another size
    sizes = ", ".join(f"{face.value + ' ' if several else ''}{size(known.sizes[face])}" for face in first)
    return f" The involved area of {the_faces(faces)} was not measured: take the whole face{'s' if several else ''}{f' ({sizes})' if sizes else ''}."


def _also_close(known: Known) -> str:
    close = known.named(MarginClass.CLOSE)
    return f" Close as well: {listed(close)}." if close else ""


def _open_faces(known: Known) -> str:
    unseen = f" Not assessed: {listed(known.unseen)}." if known.unseen else ""
    return unseen + (f" Shaved, new margin not assessed: {listed(known.shaved)}." if known.shaved else "")
