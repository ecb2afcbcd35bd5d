"""How the results of the day come into a case: sent, waited for, typed, signed as one reading each, corrected with a reason, and read back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from algorithms.evidence.classes import counted_by, face_evidence, why_not_clear
from algorithms.evidence.kinds import EXAMINATIONS, Kind, examination
from algorithms.evidence.result import Result, fault
from algorithms.evidence.views import never_shown
from algorithms.margins.advice import the_faces
from algorithms.margins.model import Evidence
from console.cases.access import Action, require
from console.cases.inputs import Inputs, Recomputed
from console.cases.model import (
    Case,
    CaseFile,
    Entry,
    Event,
    EventKind,
    OutcomeKind,
    Provenance,
    Reading,
    Session,
    SpecimenKind,
    TumourType,
    Validity,
)  # fmt: skip
from console.cases.results_codec import entries_of, fields_of, input_sha256, parameters, result_of, result_of_fields, values
from console.cases.service import CaseService
from console.faults import Refused
from console.words import Typed

ALGORITHM, VERSION = "logged result", "1"
CORRECTING = "correct:"  # as in specimen_log: the field that says why a signed reading is being corrected; it names the reading
ALARM_ONLY = "alarm only"  # the parameter that says why this reading may not clear

SENT: dict[Kind, str] = {
    Kind.FROZEN: EventKind.FROZEN_SENT, Kind.RADIOGRAPH: "specimen to radiography", Kind.CYTOLOGY: "imprint cytology sent",
    Kind.PATHOLOGY: "specimen to pathology",
}  # fmt: skip
ANSWERED: dict[Kind, str] = {
    Kind.FROZEN: EventKind.FROZEN_RESULT, Kind.RADIOGRAPH: "specimen radiograph read", Kind.CYTOLOGY: "imprint cytology result",
    Kind.PATHOLOGY: EventKind.PATHOLOGY,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that was sent away and not answered yet."""

    kind: Kind
    since: datetime
    event: Event


def standing(file: CaseFile, kind: Kind, specimen_id: str | None) -> Reading | None:
    """The reading of this kind that stands for this specimen."""
    own = [reading for reading in file.readings if reading.modality == kind and reading.specimen_id == specimen_id]
    replaced = {reading.supersedes for reading in own}
    return next((reading for reading in reversed(own) if reading.id not in replaced), None)


def waiting(file: CaseFile) -> tuple[Waiting, ...]:
    """Everything that was sent and has no answer: neither a reading nor a moment on the timeline after it, of the same specimen."""
    found = [
        Waiting(kind, event.at, event)
        for kind, sent in SENT.items()
        for event in file.events
        if event.kind == sent and not any(answered >= event.at for answered in _answers(file, kind, event.specimen_id))
    ]
    newest = {(one.kind, one.event.specimen_id): one for one in found}  # sent twice is waited for once
    return tuple(newest.values())


def _answers(file: CaseFile, kind: Kind, specimen_id: str | None) -> Iterable[datetime]:
    def same(other: str | None) -> bool:
        return specimen_id is None or other is None or other == specimen_id

    yield from (
        reading.taken_at for reading in file.readings if reading.modality == kind and not reading.supersedes and same(reading.specimen_id)
    )
    yield from (event.at for event in file.events if event.kind == ANSWERED[kind] and same(event.specimen_id))


def send(service: CaseService, session: Session, file: CaseFile, kind: Kind, specimen_id: str) -> Event:
    """The specimen leaves for this examination, now."""
    if kind not in SENT:
        raise Refused(f"{examination(kind).title} is done here; there is nothing to send.")
    if any(one.kind is kind and one.event.specimen_id == specimen_id for one in waiting(service.case_file(session, file.case.id))):
        raise Refused(f"{examination(kind).title} was sent already and is waited for.")
    return service.add_event(session, file.case.id, SENT[kind], specimen_id=specimen_id)


def sign(
    service: CaseService, session: Session, file: CaseFile, specimen_id: str, result: Result, *,
    replaces: Reading | None = None, reason: str = "",
) -> Reading:  # fmt: skip
    """Sign a result as one reading; refused in one sentence where it cannot be so. Final pathology is an outcome as well."""
    if found := fault(result):
        raise Refused(found)
    if result.kind is Kind.PATHOLOGY:
        require(session, Action.ADD_OUTCOME)
    fresh = service.case_file(session, file.case.id)
    now = standing(fresh, result.kind, specimen_id)
    if (now.id if now else None) != (replaces.id if replaces else None):
        raise Refused("This result was signed in the meantime. Open it again to see it.")
    made = _provenance(result, fresh.case)
    reading = service.add_reading(
        session, file.case.id, specimen_id, result.kind, values(result), validity(result, fresh.case), made,
        assets=tuple(view.image_sha256 for view in result.views), supersedes=replaces.id if replaces else None, reason=reason,
    )  # fmt: skip
    if replaces is None and result.kind in ANSWERED:
        service.add_event(session, file.case.id, ANSWERED[result.kind], specimen_id=specimen_id)
    if result.kind is Kind.PATHOLOGY:
        _keep_outcome(service, session, fresh, reading, replaces)
    return reading


def _keep_outcome(service: CaseService, session: Session, file: CaseFile, reading: Reading, replaces: Reading | None) -> None:
    """The same values as an outcome; a correction of the reading corrects the outcome that it made."""
    today: date = reading.taken_at.date()
    old = None
    if replaces is not None:
        old = next(
            (outcome for outcome in file.outcomes if outcome.kind is OutcomeKind.PATHOLOGY and outcome.values == replaces.values), None
        )
    service.add_outcome(
        session,
        file.case.id,
        OutcomeKind.PATHOLOGY,
        today,
        reading.values,
        supersedes=old.id if old else None,
        reason=reading.reason if old else "",
    )


def validity(result: Result, case: Case) -> Validity:
    """The limits of the method, and what narrows them here."""
    known = examination(result.kind)
    hindered = why_not_clear(result, shows_on_film=case.tumour_type in {TumourType.NST, TumourType.MIXED})
    extra = f" Here it may alarm, not clear: {hindered}" if hindered and known.can_clear else ""
    if unseen := never_shown(result.views):
        extra += f" This one view cannot show {the_faces(unseen)}."
    return Validity(usable=True, statement=known.limits + extra)


def _provenance(result: Result, case: Case) -> Provenance:
    known = examination(result.kind)
    hindered = why_not_clear(result, shows_on_film=case.tumour_type in {TumourType.NST, TumourType.MIXED})
    more = [("positive counts", counted_by(result).id)] if result.kind in {Kind.FROZEN, Kind.PATHOLOGY} else []
    more += [(ALARM_ONLY, hindered)] if hindered else []
    return Provenance(
        ALGORITHM, VERSION, input_sha256(result), (*parameters(result), *more, ("source", known.source)),
        device=f"simulated {known.title.lower()}" if case.simulated else known.title.lower(), simulated=case.simulated,
    )  # fmt: skip


def recompute(inputs: Inputs) -> Recomputed:
    """The values anew from what was told and from the rulers on the pictures; their hash from what was typed, where it was not a correction."""
    kind = Kind(inputs.reading.modality)
    typed = fields_of(entry for entry in inputs.typed if entry.form == kind)
    told = result_of_fields(kind, typed) if typed else result_of(inputs.origin)
    return Recomputed(values(result_of(inputs.reading)), input_sha256(told), VERSION)


def evidence(reading: Reading) -> Evidence:
    """Its row on the board."""
    result, known = result_of(reading), examination(Kind(reading.modality))
    hindered = dict(reading.provenance.parameters).get(ALARM_ONLY, "")
    return Evidence(
        reading_id=reading.id,
        title=known.title,
        subtitle=_subtitle(reading, result, hindered),
        taken_at=reading.taken_at,
        faces=face_evidence(result),
        usable=reading.validity.usable,
        can_clear=known.can_clear and not hindered,
        reason="" if reading.validity.usable else reading.validity.statement,
    )


def _subtitle(reading: Reading, result: Result, hindered: str) -> str:
    """By whom, and what one must know to read the row."""
    known = examination(result.kind)
    who = next((words for name, words in result.facts if name in {"pathologist", "examiner"}), "") or reading.by
    parts = [who]
    if result.kind is Kind.FROZEN:
        parts.append(f"positive: {counted_by(result).title}")
    if hindered and known.can_clear:
        parts.append("alarm only")
    if reading.supersedes:
        parts.append("corrected")
    return ", ".join(parts) if len(parts) > 1 else Typed(who)


def waiting_rows(file: CaseFile) -> tuple[Evidence, ...]:
    """A row of the board for everything that was sent and not answered."""
    return tuple(
        Evidence(
            one.event.id, examination(one.kind).title, "waiting", one.since, (), usable=True, can_clear=False, waiting=True, key=one.kind
        )
        for one in waiting(file)
    )


# --- the draft of a form -----------------------------------------------------------------------------------------------------------------


def draft(file: CaseFile, kind: Kind, specimen_id: str) -> tuple[dict[str, str], Reading | None, str]:
    """What the form holds, the reading that stands, and why it is being corrected just now (empty when it is not).

    Before a signature the form holds every entry; while a signed reading is corrected, what was signed and over it the entries since.
    """
    own = [entry for entry in file.entries if entry.form == kind and entry.specimen_id == specimen_id and entry.undoes is None]
    reading = standing(file, kind, specimen_id)
    if reading is None:
        return fields_of(own), None, ""
    mark = next((place for place in range(len(own) - 1, -1, -1) if own[place].field == CORRECTING + reading.id), None)
    if mark is None or own[mark].value is None:
        return entries_of(result_of(reading)), reading, ""
    return {**entries_of(result_of(reading)), **_since(own[mark + 1 :])}, reading, own[mark].value or ""


def _since(entries: Iterable[Entry]) -> dict[str, str]:
    """The entries since a correction began; a field that was cleared is empty."""
    return {entry.field: entry.value or "" for entry in entries}


def main_specimen_id(file: CaseFile) -> str:
    """The first excision."""
    return next(specimen.id for specimen in file.specimens if specimen.kind is SpecimenKind.MAIN)


KINDS = tuple(known.kind for known in EXAMINATIONS)
