"""Follow-up visits: how one is written as outcomes, and read back. Each complication is an outcome of its own, so that it can be counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from console.cases.checks import check_text
from console.cases.model import CaseFile, Outcome, OutcomeKind, Session, Value
from console.cases.service import CaseService
from console.faults import Refused

LONGEST_DAYS = 3660


@dataclass(frozen=True, slots=True)
class Question:
    """One thing looked at on a visit; the first answer is the good one, and all others are complications unless it only describes."""

    key: str
    title: str
    answers: tuple[str, ...]


QUESTIONS = (
    Question("skin colour", "Skin colour", ("normal", "green stain", "red", "pale")),
    Question("necrosis", "Necrosis", ("none", "partial", "full")),
    Question("infection", "Infection", ("none", "by mouth", "needs drainage")),
    Question("allergy", "Allergy", ("none", "skin", "severe")),
    Question("collection", "Haematoma, seroma", ("none", "watched", "drained")),
)
HARMLESS = frozenset({"green stain"})  # the dye itself: it fades


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit as it stands, with the answers by question."""

    outcome: Outcome
    day: int
    answers: Mapping[str, str]


def days_after(file: CaseFile, on: date) -> int:
    """Days since the operation."""
    return (on - file.case.scheduled_at.date()).days


def fault(file: CaseFile, on: date, answers: Mapping[str, str], today: date) -> str:
    """One sentence on why this visit cannot be; empty where it can."""
    return next(_faults(file, on, answers, today), "")


def _faults(file: CaseFile, on: date, answers: Mapping[str, str], today: date) -> Iterator[str]:
    known = {question.key: question for question in QUESTIONS}
    day = days_after(file, on)
    if on > today:
        yield "A visit cannot lie in the future."
    if day < 0:
        yield "A visit cannot lie before the operation."
    if day > LONGEST_DAYS:
        yield "A visit more than ten years after the operation belongs to another record."
    if set(answers) - set(known):
        yield "One of the questions is not among those that are asked here."
    if any(key in known and words not in known[key].answers for key, words in answers.items()):
        yield "One of the answers is not among those that can be chosen."
    if any(visit.outcome.on == on for visit in visits(file)):
        yield "There is a visit on that day already. Correct that one."
    if not answers:
        yield "Nothing was answered yet."


def add_visit(service: CaseService, session: Session, file: CaseFile, on: date, answers: Mapping[str, str], note: str = "") -> Outcome:
    """Keep a visit, and each complication found on it."""
    fresh = service.case_file(session, file.case.id)
    if found := fault(fresh, on, answers, service.ledger.now().date()):
        raise Refused(found)
    check_text(note, "The note", most=500)
    visit = service.add_outcome(session, file.case.id, OutcomeKind.FOLLOW_UP, on, _values(fresh, on, answers, note))
    for values in complications(answers):
        service.add_outcome(session, file.case.id, OutcomeKind.COMPLICATION, on, values)
    return visit


def correct_visit(service: CaseService, session: Session, file: CaseFile, visit: Visit, answers: Mapping[str, str], reason: str) -> Outcome:
    """Put other answers in the place of a visit's; its complications are corrected with it, or said to be none."""
    fresh = service.case_file(session, file.case.id)
    on = visit.outcome.on
    others = replace(fresh, outcomes=tuple(outcome for outcome in fresh.outcomes if outcome.id != visit.outcome.id))
    if found := fault(others, on, answers, service.ledger.now().date()):
        raise Refused(found)
    made = service.add_outcome(
        session, file.case.id, OutcomeKind.FOLLOW_UP, on, _values(fresh, on, answers, ""), supersedes=visit.outcome.id, reason=reason
    )
    old = {_name(outcome): outcome for outcome in fresh.outcomes if outcome.kind is OutcomeKind.COMPLICATION and outcome.on == on}
    new = {values[0].text: values for values in complications(answers)}
    for name in {**old, **new}:
        before = old.get(name)
        values = new.get(name, (Value("complication", text=name), Value("degree", text="none")))
        if before is None or before.values != values:
            service.add_outcome(
                session,
                file.case.id,
                OutcomeKind.COMPLICATION,
                on,
                values,
                supersedes=before.id if before else None,
                reason=reason if before else "",
            )
    return made


def complications(answers: Mapping[str, str]) -> tuple[tuple[Value, ...], ...]:
    """What counts as a complication among the answers: anything but the good one and the dye's own colour."""
    return tuple(
        (Value("complication", text=question.key), Value("degree", text=answers[question.key]))
        for question in QUESTIONS
        if question.key in answers and answers[question.key] != question.answers[0] and answers[question.key] not in HARMLESS
    )


def visits(file: CaseFile) -> tuple[Visit, ...]:
    """The visits that stand, by day."""
    found = []
    for outcome in file.outcomes:
        if outcome.kind is OutcomeKind.FOLLOW_UP:
            answers = {value.name: value.text for value in outcome.values if value.name in {question.key for question in QUESTIONS}}
            found.append(Visit(outcome, days_after(file, outcome.on), answers))
    return tuple(sorted(found, key=lambda visit: visit.day))


def _values(file: CaseFile, on: date, answers: Mapping[str, str], note: str) -> tuple[Value, ...]:
    told = tuple(Value(question.key, text=answers[question.key]) for question in QUESTIONS if question.key in answers)
    return (Value("day", Decimal(days_after(file, on)), "d"), *told, *((Value("note", text=note),) if note else ()))


def _name(outcome: Outcome) -> str:
    return next((value.text for value in outcome.values if value.name == "complication"), "")
