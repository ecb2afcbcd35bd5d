"""The course of an operation: which moments are logged, how a wrong one is put right, and the clocks that run between them.

Moments are kept with their zone and compared as instants, so that a change to or from summer time moves nothing. Where a wall clock was set
back between two taps, a span would be negative: then it is not shown as a number, but as «check the times».
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from algorithms.faces import Face
from console.cases.checks import check_reason
from console.cases.model import CaseFile, Event, EventKind, Session, Specimen, SpecimenKind
from console.cases.service import CaseService
from console.faults import Refused

AHEAD = timedelta(minutes=1)  # a moment may be this much later than now: clocks differ, people round up
FIXED = "specimen in formalin"  # not among the study's moments, but it is what ends cold ischaemia
ABANDONED = "operation abandoned"  # what was begun is not completed: the hospital is told so
KINDS: tuple[str, ...] = (*EventKind, FIXED, ABANDONED)
REASONS = ("Logged late", "Logged too early", "Wrong moment tapped", "Clock was wrong")
RETRACTED = "retracted: "
STUDY_APPROACH = "study mean 13 min, 4 to 28"
# Each of these happens once; the others may come again (a second frozen section, a second shave).
ONCE: frozenset[str] = frozenset({EventKind.INCISION, EventKind.LESION_FOUND, EventKind.CLOSURE, EventKind.IDENTITY, ABANDONED})


@dataclass(frozen=True, slots=True)
class Clock:
    """A span between two moments. `running` until its end is logged; `span` None: its end lies before its start, so somebody must look."""

    name: str
    since: datetime
    span: timedelta | None
    running: bool
    note: str = ""

    @property
    def words(self) -> str:
        """«13 min», «1 h 05», or what is wrong."""
        if self.span is None:
            return "check the times"
        minutes = int(self.span.total_seconds() // 60)
        return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02d}"


def clocks(events: Iterable[Event], now: datetime) -> tuple[Clock, ...]:
    """Every clock that this operation has started, in their usual order: approach, cold ischaemia, each frozen section that is waited for."""
    events = sorted(events, key=lambda event: _instant(event.at))
    found = []
    incision, out, fixed = (first(events, kind) for kind in (EventKind.INCISION, EventKind.SPECIMEN_OUT, FIXED))
    if incision is not None:
        found.append(_clock("Approach", incision, out, now, STUDY_APPROACH))
    if out is not None:
        found.append(_clock("Cold ischaemia", out, fixed, now, "specimen out to formalin"))
    sent, answered = (_of(events, kind) for kind in (EventKind.FROZEN_SENT, EventKind.FROZEN_RESULT))
    for event, answer in _answers(sent, answered):
        if answer is None:
            found.append(_clock("Waiting for frozen section", event, None, now, event.detail))
    if sent and not any(clock.name.startswith("Waiting") for clock in found):
        event, answer = _answers(sent, answered)[-1]
        found.append(_clock("Frozen section", event, answer, now, event.detail))
    return tuple(found)


def first(events: Iterable[Event], kind: str) -> Event | None:
    """The earliest moment of this kind."""
    return min(_of(events, kind), key=lambda event: _instant(event.at), default=None)


def log_event(service: CaseService, session: Session, file: CaseFile, kind: str, *, specimen_id: str | None = None) -> Event:
    """Log a moment, now (a shave: `take_shave`). What happens once is refused a second time, with what to do instead."""
    if kind == EventKind.SHAVE:
        raise ValueError("a shave has a face")
    there = first(standing_events(file), kind)
    if kind in ONCE and there is not None:
        raise Refused(f"{kind.capitalize()} was logged at {there.at:%H:%M} already. Tap it in the list to change its time.")
    return service.add_event(session, file.case.id, kind, specimen_id=specimen_id)


def move_event(service: CaseService, session: Session, event: Event, at: datetime, now: datetime, reason: str) -> Event:
    """Put a moment right: a new one that names the old, with its reason."""
    check_reason(reason)
    if at.tzinfo is None:
        raise ValueError("a moment has its zone")
    if _instant(at) > _instant(now) + AHEAD:
        raise Refused("That time lies in the future.")
    return service.add_event(
        session, event.case_id, event.kind, at=at, detail=event.detail, specimen_id=event.specimen_id, supersedes=event.id, reason=reason
    )


def retract_event(service: CaseService, session: Session, event: Event, reason: str) -> Event:
    """Say that a moment never was. Nothing is deleted: a new one names it, keeps its time, and is called retracted."""
    check_reason(reason)
    return service.add_event(
        session, event.case_id, retracted(event.kind), at=event.at, detail=event.detail, specimen_id=event.specimen_id, supersedes=event.id,
        reason=reason,
    )  # fmt: skip


def retracted(kind: str) -> str:
    """What a moment that never was is called."""
    return kind if kind.startswith(RETRACTED) else RETRACTED + kind


def standing_events(file: CaseFile) -> tuple[Event, ...]:
    """The moments that were, oldest first."""
    return tuple(sorted((event for event in file.events if not event.kind.startswith(RETRACTED)), key=lambda event: _instant(event.at)))


def title(event: Event) -> str:
    """«Shave taken, medial»."""
    return event.kind[:1].upper() + event.kind[1:] + (f", {event.detail}" if event.detail else "")


def take_shave(service: CaseService, session: Session, file: CaseFile, face: Face, new_margin: str = "") -> Specimen:
    """A shave of the cavity at this face: the piece, numbered, and its moment."""
    piece = service.add_specimen(session, file.case.id, SpecimenKind.SHAVE, face=face, new_margin=new_margin)
    service.add_event(session, file.case.id, EventKind.SHAVE, detail=face.value, specimen_id=piece.id)
    return piece


def _of(events: Iterable[Event], kind: str) -> list[Event]:
    return [event for event in events if event.kind == kind]


def _answers(sent: list[Event], answered: list[Event]) -> list[tuple[Event, Event | None]]:
    """Each request with the first answer that followed it; where both name a face or a specimen, these must agree."""
    left, pairs = list(answered), []
    for request in sent:
        fitting = next((answer for answer in left if _same(request, answer) and _instant(answer.at) >= _instant(request.at)), None)
        if fitting is not None:
            left.remove(fitting)
        pairs.append((request, fitting))
    return pairs


def _same(request: Event, answer: Event) -> bool:
    return all(
        not one or not other or one == other for one, other in ((request.specimen_id, answer.specimen_id), (request.detail, answer.detail))
    )


def _clock(name: str, start: Event, end: Event | None, now: datetime, note: str) -> Clock:
    # As instants: within one zone Python subtracts wall clocks, which is an hour wrong when summer time changes.
    span = _instant(end.at if end is not None else now) - _instant(start.at)
    return Clock(name, start.at, span if span >= timedelta() else None, end is None, note)


def _instant(moment: datetime) -> datetime:
    return moment.astimezone(UTC)
