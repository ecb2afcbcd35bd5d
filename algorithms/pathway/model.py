"""What a department's order of evidence is made of: steps, when each is called for, and what counts as having done it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from algorithms.evidence.kinds import DEFINITIONS


class When(StrEnum):
    """When a step is called for."""

    ALWAYS = "always"
    IF_NOT_CLEAR = "if not clear"  # only where the step named by `of` came out positive or doubtful


@dataclass(frozen=True, slots=True)
class Step:
    """One step. `evidence`: the modalities whose reading is its result; `events`: moments that count as done where it leaves no reading.

    `patience_minutes`: after so long without an answer the console says that it takes longer than usual.
    """

    key: str
    title: str
    evidence: tuple[str, ...]
    events: tuple[str, ...] = ()
    when: When = When.ALWAYS
    of: str = ""
    patience_minutes: int = 30


@dataclass(frozen=True, slots=True)
class Pathway:
    """An order of evidence. `positive` is the id of the definition by which its frozen sections count."""

    id: str
    version: str
    title: str
    words: str
    steps: tuple[Step, ...]
    positive: str = DEFINITIONS[0].id
    source: str = ""

    def step(self, key: str) -> Step:
        """The step of this key; `ValueError` where there is none."""
        for step in self.steps:
            if step.key == key:
                return step
        raise ValueError(f"this order has no step {key}")
