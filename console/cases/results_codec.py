"""A result as the values of a reading and back, and as the entries of a form and back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from algorithms.evidence.classes import counted_by
from algorithms.evidence.kinds import Finding, Kind, examination
from algorithms.evidence.result import FaceResult, Result
from algorithms.evidence.ruler import Spacing
from algorithms.evidence.views import Projection, Ruler, View, agree
from algorithms.faces import Face
from console.cases.model import Entry, Reading, Value

FINDING, MARGIN, VIEW, WARNING = "result", "margin", "view", "warning"


def values(result: Result) -> tuple[Value, ...]:
    """What is signed: each face's finding and distance, every fact, and for each picture what was read on it."""
    found: list[Value] = []
    for face in result.measured:
        if face.finding is not None:
            found.append(Value(FINDING, face=face.face, text=face.finding.value))
        if face.margin_mm is not None:
            found.append(Value(MARGIN, face.margin_mm, "mm", face.face))
    for name, words in result.facts:
        fact = examination(result.kind).fact(name)
        number = Decimal(words) if fact is not None and fact.is_number else None
        found.append(Value(name, number, fact.unit if fact and number is not None else "", text="" if number is not None else words))
    if result.kind is Kind.FROZEN:
        found.append(Value("counted", text=counted_by(result).words))
    return (*found, *_view_values(result))


def _view_values(result: Result) -> Iterable[Value]:
    for number, view in enumerate(result.views, start=1):
        scale = view.spacing.statement if view.spacing else "no scale"
        yield Value(f"{VIEW} {number}", text=f"{view.projection.value}; {scale}")
        for ruler in view.rulers:
            yield Value(f"margin in {VIEW} {number}", view.margin_mm(ruler.face), "mm", ruler.face)
    for agreed in agree(result.views):
        if agreed.doubt:
            yield Value(WARNING, text=agreed.doubt)


def parameters(result: Result) -> tuple[tuple[str, str], ...]:
    """What it takes to read the millimetres off the pictures again: scale and both ends of every ruler, in pixels."""
    return tuple((f"{VIEW} {number}", view_text(view)) for number, view in enumerate(result.views, start=1))


def input_sha256(result: Result) -> str:
    """The hash of everything that was told, as canonical JSON."""
    told = [[value.name, None if value.number is None else str(value.number), value.face, value.text] for value in values(result)]
    return hashlib.sha256(json.dumps([told, parameters(result)], separators=(",", ":"), ensure_ascii=False).encode()).hexdigest()


def result_of(reading: Reading) -> Result:
    """The result that was signed."""
    kind = Kind(reading.modality)
    views = tuple(view_of(text) for name, text in reading.provenance.parameters if name.startswith(VIEW))
    faces: list[FaceResult] = []
    for face in Face if kind is not Kind.RADIOGRAPH else ():
        finding = next((Finding(value.text) for value in reading.values if value.name == FINDING and value.face is face), None)
        margin = next((value.number for value in reading.values if value.name == MARGIN and value.face is face), None)
        if finding is not None or margin is not None:
            faces.append(FaceResult(face, finding, margin))
    names = {fact.name for fact in examination(kind).facts}
    facts = tuple(
        (value.name, value.text if value.number is None else str(value.number)) for value in reading.values if value.name in names
    )
    return Result(kind, tuple(faces), facts, views)


# --- a form's entries --------------------------------------------------------------------------------------------------------------------


def entries_of(result: Result) -> dict[str, str]:
    """Every field of the form with its content."""
    found = dict(result.facts)
    for face in result.faces:
        if face.finding is not None:
            found[f"{face.face.value} finding"] = face.finding.value
        if face.margin_mm is not None:
            found[f"{face.face.value} mm"] = str(face.margin_mm)
    return found | {f"{VIEW} {number}": view_text(view) for number, view in enumerate(result.views, start=1)}


def result_of_fields(kind: Kind, fields: dict[str, str]) -> Result:
    """The result that these fields tell; a field that cannot be read is left out."""
    known = examination(kind)
    faces = []
    for face in Face:
        finding, margin = fields.get(f"{face.value} finding"), _decimal(fields.get(f"{face.value} mm"))
        if finding in set(Finding) or margin is not None:
            faces.append(FaceResult(face, Finding(finding) if finding in set(Finding) else None, margin))
    facts = tuple((fact.name, fields[fact.name]) for fact in known.facts if fields.get(fact.name))
    return Result(kind, tuple(faces), facts, tuple(view_of(fields[name]) for name in (f"{VIEW} 1", f"{VIEW} 2") if fields.get(name)))


def fields_of(entries: Iterable[Entry]) -> dict[str, str]:
    """The last value of each field."""
    found: dict[str, str] = {}
    for entry in entries:
        found.pop(entry.field, None)
        if entry.value is not None:
            found[entry.field] = entry.value
    return found


def _decimal(text: str | None) -> Decimal | None:
    return Decimal(text) if text and text.replace(".", "", 1).isdecimal() else None


# --- a view as text ----------------------------------------------------------------------------------------------------------------------


def view_text(view: View) -> str:
    """One picture with its rulers, as JSON."""
    spacing = view.spacing
    told: dict[str, Any] = {
        "projection": view.projection.value,
        "image": view.image_sha256,
        "spacing": [spacing.row_mm, spacing.col_mm, spacing.certain, spacing.statement] if spacing else None,
        "rulers": [[ruler.face.value, list(ruler.start), list(ruler.end)] for ruler in view.rulers],
        "calibration": [list(point) for point in view.calibration] if view.calibration else None,
    }
    return json.dumps(told, separators=(",", ":"), ensure_ascii=False)


def view_of(text: str) -> View:
    """The picture that `view_text` wrote."""
    told = json.loads(text)
    spacing = Spacing(*told["spacing"]) if told["spacing"] else None
    rulers = tuple(Ruler(Face(face), (start[0], start[1]), (end[0], end[1])) for face, start, end in told["rulers"])
    ends = told["calibration"]
    calibration = ((ends[0][0], ends[0][1]), (ends[1][0], ends[1][1])) if ends else None
    return View(Projection(told["projection"]), told["image"], spacing, rulers, calibration)
