"""From a case to its verdict: on which piece each reading was taken, which shaves were taken, and what the case's rule set makes of it all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from algorithms.faces import Face
from algorithms.margins.judgement import Judgement, judge
from algorithms.margins.model import Evidence, Extent, MarginClass, Shave, Site
from algorithms.margins.rules import DEPTH, rule_set
from algorithms.specimen.bulk import Bulk
from algorithms.specimen.measurement import Length
from console.cases.course import standing_events
from console.cases.model import CaseFile, EventKind, Specimen, SpecimenKind
from console.cases.specimen_log import draft_of_reading, full_thickness, main_specimen, signed_reading

SEVERAL = "There is more than one first excision: which of them a shave belongs to is not known, so no shave takes the place of a face."
CAVITY = "Cavity"
# Of several excisions the gravest speaks for the case; «not assessed» and «cannot be judged» before «clear».
SERIOUS = (MarginClass.POSITIVE, MarginClass.CLOSE, MarginClass.INDETERMINATE, MarginClass.UNKNOWN, MarginClass.NEGATIVE)


def mains(file: CaseFile) -> tuple[Specimen, ...]:
    """Every first excision; nearly always one."""
    return tuple(specimen for specimen in file.specimens if specimen.kind is SpecimenKind.MAIN)


def taken_at(file: CaseFile, specimen: Specimen) -> datetime:
    """When a shave was taken: as logged on the timeline; a piece without a moment counts from when it was entered."""
    logged = [event.at for event in standing_events(file) if event.kind == EventKind.SHAVE and event.specimen_id == specimen.id]
    return logged[-1] if logged else datetime.fromtimestamp(int(specimen.id[:12], 16) / 1000, UTC)


def shaves_of(file: CaseFile) -> tuple[Shave, ...]:
    """The shaves in their order; none where it is not certain to which excision they belong."""
    if len(mains(file)) > 1:
        return ()
    pieces = sorted((specimen for specimen in file.specimens if specimen.kind is SpecimenKind.SHAVE), key=lambda piece: piece.number)
    return tuple(Shave(piece.face, taken_at(file, piece), piece.id, piece.number) for piece in pieces if piece.face is not None)


def placed(file: CaseFile, rows: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The rows with what their readings know: the modality, the piece, the limits of validity, and whether it is simulated."""
    readings = {reading.id: reading for reading in file.readings}
    sent_on = {event.id: event.specimen_id for event in file.events}
    several = len(mains(file)) > 1
    known = {specimen.id: (_site(specimen), _words(specimen, several=several)) for specimen in file.specimens}
    found = []
    for row in rows:
        reading = readings.get(row.reading_id)
        specimen_id = reading.specimen_id if reading else sent_on.get(row.reading_id)
        site, words = known.get(specimen_id or "", (Site.CAVITY, CAVITY) if reading else (row.site, row.piece))
        here = replace(row, specimen_id=specimen_id, site=site, piece=words)
        if reading is not None:
            limits, simulated = reading.validity.statement, reading.provenance.simulated
            here = replace(here, key=reading.modality, validity=limits, simulated=simulated)
        found.append(here)
    return tuple(found)


def judgement_of(file: CaseFile, evidence: Sequence[Evidence], specimen_id: str | None = None) -> Judgement:
    """The verdict on one first excision with its cavity and shaves; on the whole case, where there are several, the gravest of them."""
    pieces = mains(file)
    if len(pieces) == 1:
        return _judge(file, evidence, pieces[0])
    chosen = [piece for piece in pieces if piece.id == specimen_id] or pieces
    found = [_judge(file, rows_of(file, evidence, piece.id), piece) for piece in chosen]
    gravest = min(found, key=lambda judged: SERIOUS.index(judged.status))
    shaved = any(specimen.kind is SpecimenKind.SHAVE for specimen in file.specimens)
    return replace(gravest, details=(*gravest.details, SEVERAL)) if shaved else gravest


def rows_of(file: CaseFile, evidence: Sequence[Evidence], specimen_id: str) -> tuple[Evidence, ...]:
    """The rows that are about this first excision: where there are several, those of the others are left out."""
    others = {piece.id for piece in mains(file)} - {specimen_id}
    return tuple(row for row in evidence if row.specimen_id not in others)


def sides(file: CaseFile, specimen: Specimen) -> dict[Face, Extent]:
    """How large each face is, from the signed axes: the major one runs from superior to inferior, the minor one from medial to lateral."""
    reading = signed_reading(file, specimen.id)
    numbers = draft_of_reading(reading).numbers if reading else {}
    major, minor, depth = (numbers.get(name) for name in (Length.RESECTED_MAJOR, Length.RESECTED_MINOR, Bulk.RESECTED_DEPTH))
    pairs = ((major, minor, DEPTH), (major, depth, (Face.MEDIAL, Face.LATERAL)), (minor, depth, (Face.SUPERIOR, Face.INFERIOR)))
    return {face: Extent(one, other) for one, other, faces in pairs if one is not None and other is not None for face in faces}


def _judge(file: CaseFile, evidence: Sequence[Evidence], piece: Specimen) -> Judgement:
    rule, thick = rule_set(file.case.rule_set), full_thickness(file) if piece == main_specimen(file) else frozenset[Face]()
    return judge(evidence, rule, full_thickness=thick, shaves=shaves_of(file), face_sizes=sides(file, piece))


def _site(specimen: Specimen) -> Site:
    return Site.SHAVE if specimen.kind is SpecimenKind.SHAVE else Site.SPECIMEN


def _words(specimen: Specimen, *, several: bool) -> str:
    if specimen.kind is SpecimenKind.SHAVE:
        return f"Shave {specimen.number}, {specimen.face.value if specimen.face else 'face unknown'}"
    return f"Specimen {specimen.number}" if several else ""
