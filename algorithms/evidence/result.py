"""The result of one examination as it was told, and the first reason, if any, why it cannot be so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from algorithms.evidence.kinds import DEFINITIONS, HISTOLOGY, LONGEST_MM, Examination, Fact, Finding, Kind, examination
from algorithms.evidence.views import View, agree
from algorithms.faces import Face

LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class FaceResult:
    """What was found at one face, with its distance in mm where one was given."""

    face: Face
    finding: Finding | None = None
    margin_mm: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """One examination of one specimen. `facts` by name; `views` only for a radiograph, whose faces are measured on them."""

    kind: Kind
    faces: tuple[FaceResult, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    views: tuple[View, ...] = ()

    @property
    def known(self) -> Mapping[str, str]:
        """The facts by name."""
        return dict(self.facts)

    def at(self, face: Face) -> FaceResult | None:
        """What is said of one face."""
        return next((found for found in self.faces if found.face is face), None)

    @property
    def measured(self) -> tuple[FaceResult, ...]:
        """The faces as they count: as told, or for a radiograph the narrower of its views."""
        if self.kind is Kind.RADIOGRAPH:
            return tuple(FaceResult(agreed.face, None, agreed.margin_mm) for agreed in agree(self.views))
        return self.faces


def fault(result: Result) -> str:
    """One sentence on the first thing that cannot be; empty where there is none."""
    return next(_faults(result, examination(result.kind)), "")


def _faults(result: Result, known: Examination) -> Iterator[str]:
    if len({found.face for found in result.faces}) < len(result.faces):
        yield "A face is there twice."
    for found in result.faces:
        yield from _face_faults(found, known)
    if result.kind is Kind.RADIOGRAPH:
        yield from _view_faults(result)
    elif result.views:
        yield f"{known.title} has no pictures to measure on."
    if not result.measured and not (result.kind is Kind.RADIOGRAPH and result.known.get("lesion", "seen") != "seen"):
        yield "Nothing is said of any face yet."
    yield from _fact_faults(result, known)
    yield from _whole_faults(result)


def _face_faults(found: FaceResult, known: Examination) -> Iterator[str]:
    where = f"The {found.face.value} face"
    if known.kind is Kind.RADIOGRAPH:
        yield f"{where} of a radiograph is measured on the picture."
        return
    if found.finding is not None and found.finding not in known.findings:
        yield f"{where}: {known.title.lower()} cannot find «{found.finding.value}»."
    if found.finding is None and (found.margin_mm is None or set(known.findings) & set(HISTOLOGY)):
        yield f"{where} needs its finding."
    if found.margin_mm is None:
        return
    if not known.takes_mm:
        yield f"{where}: {known.title.lower()} has no distance."
    yield from _length_faults(found.margin_mm, where)
    yield from _contradictions(found, where)


def _length_faults(length: Decimal, where: str) -> Iterator[str]:
    if not length.is_finite():
        yield f"{where}: the distance is not a number."
    elif length < 0:
        yield f"{where}: a distance cannot be below 0 mm."
    elif length > LONGEST_MM:
        yield f"{where}: no margin is wider than {LONGEST_MM} mm."
    elif length != round(length, 2):
        yield f"{where}: a distance is told to 0.01 mm at most."


def _contradictions(found: FaceResult, where: str) -> Iterator[str]:
    if found.margin_mm == 0 and found.finding in {Finding.NEGATIVE, Finding.AWAY, Finding.NEAR}:
        yield f"{where} is «{found.finding.value}», yet at 0 mm. One of the two is wrong."
    elif found.margin_mm and found.finding is Finding.AT_SURFACE:
        yield f"{where}: what is at the surface has no {found.margin_mm} mm to it. One of the two is wrong."
    elif found.finding is Finding.NOT_SEEN:
        yield f"{where}: a lesion that was not seen has no distance."


def _view_faults(result: Result) -> Iterator[str]:
    if not 1 <= len(result.views) <= 2:
        yield "A radiograph needs its picture; two at most, one from each direction."
    if len({view.projection for view in result.views}) < len(result.views):
        yield "Both pictures are said to be taken from the same direction."
    if len({view.image_sha256 for view in result.views}) < len(result.views):
        yield "Both pictures are the same file."
    for view in result.views:
        yield from _ruler_faults(view)


def _ruler_faults(view: View) -> Iterator[str]:
    if len({ruler.face for ruler in view.rulers}) < len(view.rulers):
        yield f"The picture {view.projection.value} has two rulers at one face."
    for ruler in view.rulers:
        if ruler.face not in view.projection.faces:
            yield f"The {ruler.face.value} face cannot be seen {view.projection.value}."
        elif view.spacing is None:
            yield f"The picture {view.projection.value} has no scale yet: lay the ruler on a known length first."
        elif (length := view.margin_mm(ruler.face)) is not None and length > LONGEST_MM:
            yield f"The ruler at the {ruler.face.value} face is longer than {LONGEST_MM} mm. Check the scale."


def _fact_faults(result: Result, known: Examination) -> Iterator[str]:
    if len(result.known) < len(result.facts):
        yield "One thing is said twice."
    for name, words in result.facts:
        fact = known.fact(name)
        said = f"{known.title} has no field of that name." if fact is None else _fact_fault(fact, words)
        if said:
            yield said
    for fact in known.facts:
        if fact.required and not result.known.get(fact.name, "").strip():
            yield f"{fact.title} is missing."


def _fact_fault(fact: Fact, words: str) -> str:
    if fact.options:
        return "" if words in fact.options else f"{fact.title} is not one of those that can be chosen."
    if fact.is_number:
        return _number_fault(fact, words)
    if len(words) > LONGEST_NAME or any(ord(letter) < 32 or ord(letter) == 127 for letter in words):
        return f"{fact.title} must be a name in one line, at most {LONGEST_NAME} characters."
    return "" if not words or any(letter.isalpha() for letter in words) else f"{fact.title} must be a name in letters."


def _number_fault(fact: Fact, words: str) -> str:
    digits = words.replace(".", "", 1)
    if not (digits.isascii() and digits.isdigit()):
        return f"{fact.title} must be a number in {fact.unit}."
    assert fact.least is not None
    assert fact.most is not None
    return "" if fact.least <= Decimal(words) <= fact.most else f"{fact.title} must lie between {fact.least} and {fact.most} {fact.unit}."


def _whole_faults(result: Result) -> Iterator[str]:
    """What fits each on its own, but not together."""
    facts, carcinoma = result.known, {Finding.DCIS, Finding.INVASIVE}
    found = {face.finding for face in result.faces}
    if facts.get("definition", DEFINITIONS[0].id) not in {known.id for known in DEFINITIONS}:
        yield "That definition of positive is not known here."
    if facts.get("type") == "no tumour" and (
        found & carcinoma or facts.get("size", "0").strip("0.") or facts.get("T") not in {None, "pT0", "pTX"}
    ):
        yield "«No tumour» contradicts a finding, a size or a stage that is given."
    if facts.get("type") == "DCIS" and (Finding.INVASIVE in found or facts.get("T") not in {None, "pTis", "pTX"}):
        yield "Pure DCIS has neither invasive cancer at a face nor a stage above pTis."
    if result.kind is Kind.RADIOGRAPH and facts.get("lesion") != "seen" and result.measured:
        yield "A lesion that was not seen has no margins to measure. Take the rulers away, or say that it was seen."
