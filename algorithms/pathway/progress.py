"""Where a case stands in its order of evidence: what is due, what is waited for, what was skipped and why. It tells; it forces nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from algorithms.pathway.model import Pathway, Step, When


class Came(StrEnum):
    """What came of a step."""

    CLEAR = "clear"
    POSITIVE = "positive"
    DOUBTFUL = "doubtful"


class State(StrEnum):
    """How a step stands."""

    DONE = "done"
    WAITING = "waiting"
    DUE = "due"
    LATER = "later"
    SKIPPED = "skipped"
    NOT_CALLED_FOR = "not called for"
    PASSED_OVER = "passed over"


@dataclass(frozen=True, slots=True)
class Known:
    """What the case holds, by the key of the step: results, answers that are awaited (since when), and steps skipped (why)."""

    came: Mapping[str, Came] = field(default_factory=dict)
    waiting: Mapping[str, datetime] = field(default_factory=dict)
    skipped: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StepState:
    """One step, how it stands, and that in words."""

    step: Step
    state: State
    words: str


@dataclass(frozen=True, slots=True)
class Progress:
    """The whole order, step by step, and one or two sentences on it."""

    pathway: Pathway
    steps: tuple[StepState, ...]
    sentence: str

    def having(self, state: State) -> tuple[Step, ...]:
        """The steps that stand so."""
        return tuple(found.step for found in self.steps if found.state is state)


def progress(pathway: Pathway, known: Known, now: datetime) -> Progress:
    """Walk the order; times are told in the zone of `now`."""
    found: list[StepState] = []
    for index, step in enumerate(pathway.steps):
        later = any(_touched(other, known) for other in pathway.steps[index + 1 :])
        state = _state(step, known, found, later=later)
        found.append(StepState(step, state, _words(step, state, known, now)))
    return Progress(pathway, tuple(found), _sentence(found, pathway))


def _touched(step: Step, known: Known) -> bool:
    return step.key in known.came or step.key in known.waiting


def _state(step: Step, known: Known, before: Sequence[StepState], *, later: bool) -> State:
    if step.key in known.waiting:
        return State.WAITING
    if step.key in known.came:
        return State.DONE
    if step.key in known.skipped:
        return State.SKIPPED
    if step.when is When.IF_NOT_CLEAR and known.came.get(step.of) is Came.CLEAR and step.of not in known.waiting:
        return State.NOT_CALLED_FOR
    if later:
        return State.PASSED_OVER
    open_before = any(other.state in {State.DUE, State.WAITING, State.LATER} for other in before)
    return State.LATER if open_before else State.DUE


def _words(step: Step, state: State, known: Known, now: datetime) -> str:
    match state:
        case State.DONE:
            return known.came[step.key].value
        case State.WAITING:
            return waited(known.waiting[step.key], now, step.patience_minutes)
        case State.SKIPPED:
            return f"skipped: {known.skipped[step.key].lower()}"
        case State.DUE if step.when is When.IF_NOT_CLEAR and step.of in known.came:
            return f"due: {step.of.replace('-', ' ')} {known.came[step.of].value}"
        case State.PASSED_OVER:
            return "passed over, no reason given"
    return state.value


def waited(since: datetime, now: datetime, patience_minutes: int) -> str:
    """«waiting since 09:41, 12 min»; never a negative time, whatever the clocks did."""
    minutes = max(0, int((now - since).total_seconds() // 60))
    slow = ", longer than usual" if minutes > patience_minutes else ""
    return f"waiting since {since.astimezone(now.tzinfo):%H:%M}, {minutes} min{slow}"


def _sentence(found: Sequence[StepState], pathway: Pathway) -> str:
    """First what is waited for, then what is due, then what is missing and why."""
    parts = [f"{_title(one)}: {one.words}." for one in found if one.state is State.WAITING]
    parts += [f"Next: {one.step.title.lower()}{_because(one, pathway)}." for one in found if one.state is State.DUE]
    if not parts:
        parts.append("The order of evidence is complete.")
    parts += [f"{_title(one)} is not called for: the {_of(one, pathway)} is clear." for one in found if one.state is State.NOT_CALLED_FOR]
    parts += [f"{_title(one)} {one.words}." for one in found if one.state in {State.SKIPPED, State.PASSED_OVER}]
    return " ".join(parts)


def _because(one: StepState, pathway: Pathway) -> str:
    """Why a step that is only sometimes called for is called for now."""
    if one.step.when is When.ALWAYS:
        return ""
    came = one.words.rpartition(" ")[2]
    named = _of(one, pathway)
    return f", because the {named} is {came}" if came in set(Came) else f", because there is no {named}"


def _of(one: StepState, pathway: Pathway) -> str:
    return pathway.step(one.step.of).title.lower()


def _title(one: StepState) -> str:
    return one.step.title
