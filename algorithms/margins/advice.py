"""The words of a verdict: what is known of the margins, and what the rule says to do about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from algorithms.faces import Face
from algorithms.margins.model import MarginClass
from algorithms.margins.rules import RuleSet

Faces = Mapping[MarginClass, tuple[Face, ...]]
NOBODY_CAN_CLEAR = "Not assessed by a method that can clear a margin"


def listed(faces: Sequence[Face]) -> str:
    """«medial», «medial and lateral», «superior, medial and lateral»."""
    words = [face.value for face in faces]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def the_faces(faces: Sequence[Face]) -> str:
    """«the medial face», «the medial and lateral faces»."""
    return f"the {listed(faces)} face{'s' if len(faces) > 1 else ''}"


def describe(status: MarginClass, faces: Faces, *, can_judge: bool) -> str:
    """The state of the margins in a few words, without advice."""
    match status:
        case MarginClass.POSITIVE | MarginClass.CLOSE:
            return f"Margin {status.value}: {listed(faces[status])}"
        case MarginClass.NEGATIVE:
            return "All margins clear"
        case MarginClass.INDETERMINATE:
            return f"Cannot be judged: {listed(faces[status])}"
    return "Not fully assessed" if can_judge else NOBODY_CAN_CLEAR


def advise(status: MarginClass, faces: Faces, rule: RuleSet, *, can_judge: bool, lacking: str) -> str:
    """What to do, in one or two sentences; `lacking` says why nothing can judge, where nothing can."""
    match status:
        case MarginClass.POSITIVE:
            return f"Shave {the_faces(faces[status])}.{_also_close(faces)}"
        case MarginClass.CLOSE:
            why = f"the margin does not reach {rule.clear_from_mm} mm" if rule.clear_from_mm else "a method calls the margin close"
            return f"Consider a shave of {the_faces(faces[status])}: {why}.{_open_faces(faces)}"
        case MarginClass.NEGATIVE:
            return "No shave is called for by this rule."
        case MarginClass.INDETERMINATE:
            return f"Assess {the_faces(faces[status])} by another method.{_open_faces(faces)}"
    if can_judge:
        return f"Not assessed: {listed(faces[MarginClass.UNKNOWN])}. Assess what is open before closing."
    return f"Not assessed: {lacking}."


def _also_close(faces: Faces) -> str:
    close = faces[MarginClass.CLOSE]
    return f" Close as well: {listed(close)}." if close else ""


def _open_faces(faces: Faces) -> str:
    unknown = faces[MarginClass.UNKNOWN]
    return f" Not assessed: {listed(unknown)}." if unknown else ""
