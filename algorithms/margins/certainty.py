"""Why the verdict is what it is, how sure it is, and what would settle a disagreement. The rules are those of docs/margins.md."""

from __future__ import annotations

from collections.abc import Sequence

from algorithms.margins.model import Evidence, MarginClass
from algorithms.margins.opinions import FaceJudgement, Opinion
from algorithms.margins.words import joined, listed, mm, said, the_faces

FROZEN, PATHOLOGY = "frozen", "pathology"  # keys of the two examinations that look at the tissue itself, under a microscope
COUNTS = {2: "Two", 3: "Three", 4: "Four", 5: "Five", 6: "Six"}


def because(status: MarginClass, faces: Sequence[FaceJudgement], waiting: Sequence[Evidence]) -> tuple[str, ...]:
    """One sentence or more: the evidence of each face that gives the status its name, and how far it can be trusted."""
    deciding = [judged for judged in faces if judged.margin_class is status]
    match status:
        case MarginClass.POSITIVE | MarginClass.CLOSE:
            return tuple(sentence for group in _alike(deciding) for sentence in _alarmed(group, waiting))
        case MarginClass.INDETERMINATE:
            return (*(_evidence(group) for group in _alike(deciding)), settles(deciding, waiting))
        case MarginClass.NEGATIVE:
            return (_cleared(deciding),)
    shaved = [judged for judged in deciding if judged.shave is not None]
    replaced = (
        f"Shave {judged.shave.number} took the place of what was known of the {judged.face.value} face."
        for judged in shaved
        if judged.shave
    )
    return (*replaced, *(f"{title} is waited for." for title in dict.fromkeys(row.title for row in waiting)))


def _alike(faces: Sequence[FaceJudgement]) -> list[list[FaceJudgement]]:
    """Faces of which the same is to be said, together."""
    groups: dict[tuple[str, ...], list[FaceJudgement]] = {}
    for judged in faces:
        said = (*map(_voice, _voices(judged.agreeing)), "", *map(_voice, _voices(judged.dissenting)), _agreement(judged))
        groups.setdefault(said, []).append(judged)
    return list(groups.values())


def _alarmed(group: Sequence[FaceJudgement], waiting: Sequence[Evidence]) -> tuple[str, ...]:
    against = _voices(group[0].dissenting)
    if not against:
        return (_evidence(group), _agreement(group[0]))
    words = f"The methods disagree: {joined([_voice(one) for one in against])} {'calls' if len(against) == 1 else 'call'} it clear."
    return (_evidence(group), words, settles(group, waiting))


def _evidence(group: Sequence[FaceJudgement]) -> str:
    """«Medial: PET-CT 0 mm, ICG signal.»"""
    faces = listed([judged.face for judged in group])
    return f"{faces[:1].upper()}{faces[1:]}: {', '.join(_voice(one) for one in _voices(group[0].agreeing))}."


def _agreement(judged: FaceJudgement) -> str:
    """How many voices say the same, and how far apart they are."""
    voices = _voices(judged.agreeing)
    if len(voices) == 1:
        if not voices[0].row.can_clear:
            return "Only a method that can alarm but not clear says so."
        others = {one.method for one in judged.opinions} - {voices[0].method}
        return "One method says so; the others cannot tell." if others else "One method says so; no other has looked."
    spread = _spread(voices)
    return f"{COUNTS.get(len(voices), str(len(voices)))} methods agree{f', within {spread} mm' if spread else ''}."


def _spread(voices: Sequence[Opinion]) -> str:
    """How far the millimetres lie apart; empty where any has none, or only a bound."""
    exact = [one.found.margin_mm for one in voices if one.found.margin_mm is not None and not one.found.at_least]
    return mm(max(exact) - min(exact)) if len(exact) == len(voices) and max(exact) > min(exact) else ""


def _cleared(faces: Sequence[FaceJudgement]) -> str:
    alone = [judged.face for judged in faces if len({one.method for one in judged.agreeing}) < 2]
    if not alone:
        return "Each face is cleared by two methods or more."
    return "Each face is cleared by one method only." if len(alone) == len(faces) else f"Cleared by one method only: {listed(alone)}."


def settles(judged: Sequence[FaceJudgement], waiting: Sequence[Evidence]) -> str:
    """What would end the doubt: what is waited for, else the examination under the microscope that has not spoken yet."""
    if waiting:
        titles = list(dict.fromkeys(row.title for row in waiting))
        return f"{joined(titles)} {'is' if len(titles) == 1 else 'are'} waited for and may settle it."
    heard = [{one.method for one in face.opinions} for face in judged]
    if all(PATHOLOGY in methods for methods in heard):
        return "Final pathology is the reference among them."
    if all(FROZEN in methods for methods in heard):
        return "Final pathology would settle it."
    return f"A frozen section of {the_faces([face.face for face in judged])} would settle it."


def _voices(opinions: Sequence[Opinion]) -> list[Opinion]:
    """One of each method: its narrowest."""
    narrowest: dict[str, Opinion] = {}
    for one in sorted(opinions, key=lambda one: (one.found.margin_mm is None, one.found.margin_mm or 0)):
        narrowest.setdefault(one.method, one)
    return list(narrowest.values())


def _voice(one: Opinion) -> str:
    """«PET-CT 0 mm», «ICG signal»; a class of its own is said where neither distance nor finding is."""
    return f"{one.row.title} {said(one.found) or one.margin_class.value}"
