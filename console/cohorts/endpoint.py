"""From a cohort's columns to a time and a status for each case, with what had to be assumed said in notes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from algorithms.statistics.result import Floats, Ints
from console.cohorts.cohort import Cohort
from console.faults import Refused


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Times in the unit of their column; `happened` is 1, 0 or NaN."""

    times: Floats
    happened: Floats
    notes: tuple[str, ...]


def endpoint(cohort: Cohort, time: str, event: str) -> Endpoint:
    """Where the event did not happen and its time is empty, the end of follow-up stands in: that is how registries are filled."""
    times, happened, notes = cohort.numbers(time), event_flags(cohort, event), []
    if (times < 0).any():
        raise Refused(f"Column {time} holds negative times.")
    waiting = np.isnan(times) & (happened == 0)
    if waiting.any() and time != "follow_up_days" and cohort.has("follow_up_days"):
        times = np.where(waiting, cohort.numbers("follow_up_days"), times)
        notes.append(f"{int(waiting.sum())} cases without {event} have no {time}: they are followed to follow_up_days.")
    return Endpoint(times, happened, tuple(notes))


def event_flags(cohort: Cohort, event: str) -> Floats:
    """A yes/no column; `death` is told by death_days."""
    if event == "death" and not cohort.has("death") and cohort.has("death_days"):
        return (~np.isnan(cohort.numbers("death_days"))).astype(np.float64)
    return cohort.flags(event)


def first_of_recurrence_and_death(cohort: Cohort) -> tuple[Floats, Ints]:
    """Time and cause (1 recurrence, 2 death without it, 0 neither, −1 unknown), in days."""
    recurrence, recurred = cohort.flags("recurrence"), cohort.numbers("recurrence_days")
    death, end = cohort.numbers("death_days"), cohort.numbers("follow_up_days")
    died = ~np.isnan(death)
    causes = np.where(recurrence == 1, 1, np.where(died, 2, 0))
    times = np.where(recurrence == 1, recurred, np.where(died, death, end))
    causes[np.isnan(recurrence)] = -1
    return times, causes.astype(np.int64)
