"""Reads an order of evidence from TOML, so that a department can write down its own; docs/margins.md shows how one looks."""

from __future__ import annotations

import tomllib
from typing import Any

from algorithms.evidence.kinds import DEFINITIONS
from algorithms.pathway.model import Pathway, Step, When

MOST_STEPS, LONGEST_TEXT, LONGEST_WORDS = 12, 20_000, 400
_TOP = {"id", "version", "title", "words", "positive", "source", "steps"}
_STEP = {"key", "title", "evidence", "events", "when", "of", "patience_minutes"}


def pathway_of(text: str) -> Pathway:
    """The order in this TOML text; `ValueError` with one sentence where it is none."""
    if len(text) > LONGEST_TEXT:
        raise ValueError(f"it is longer than {LONGEST_TEXT} characters")
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        raise ValueError("it is not TOML") from None
    _only(table, _TOP, "the file")
    rows = table.get("steps")
    if not isinstance(rows, list) or not 1 <= len(rows) <= MOST_STEPS:
        raise ValueError(f"it needs 1 to {MOST_STEPS} tables named [[steps]]")
    steps: list[Step] = []
    for row in rows:
        steps.append(_step(row, {step.key for step in steps}))
    positive = _word(table, "positive", DEFINITIONS[0].id)
    if positive not in {known.id for known in DEFINITIONS}:
        raise ValueError(f"positive must be one of {', '.join(known.id for known in DEFINITIONS)}")
    names = (_word(table, "id"), _word(table, "version", "1"), _word(table, "title"), _word(table, "words", ""))
    return Pathway(*names, tuple(steps), positive, _word(table, "source", ""))


def _step(row: Any, known: set[str]) -> Step:
    if not isinstance(row, dict):
        raise ValueError("a step is not a table")
    _only(row, _STEP, "a step")
    key, of = _word(row, "key"), _word(row, "of", "")
    if key in known:
        raise ValueError(f"the step {key} is there twice")
    when = _word(row, "when", When.ALWAYS.value)
    if when not in set(When):
        raise ValueError(f"when must be one of: {', '.join(When)}")
    if (of not in known) if when == When.IF_NOT_CLEAR else bool(of):
        raise ValueError(f"the step {key} needs an earlier step under «of», if and only if it is called for «if not clear»")
    patience = row.get("patience_minutes", 30)
    if not isinstance(patience, int) or isinstance(patience, bool) or not 1 <= patience <= 1440:
        raise ValueError("patience_minutes must be a whole number from 1 to 1440")
    evidence, events = _words(row, "evidence"), _words(row, "events")
    if not evidence and not events:
        raise ValueError(f"the step {key} names neither evidence nor events")
    return Step(key, _word(row, "title"), evidence, events, When(when), of, patience)


def _only(table: dict[str, Any], known: set[str], where: str) -> None:
    if strange := sorted(set(table) - known):
        raise ValueError(f"{where} has a field that is not known: {strange[0][:40]}")


def _word(table: dict[str, Any], name: str, default: str | None = None) -> str:
    value = table.get(name, default)
    if not isinstance(value, str) or (default is None and not value.strip()):
        raise ValueError(f"the field {name} must be text")
    if len(value) > LONGEST_WORDS or any(ord(letter) < 32 for letter in value):
        raise ValueError(f"the field {name} must be one line of at most {LONGEST_WORDS} characters")
    return value


def _words(table: dict[str, Any], name: str) -> tuple[str, ...]:
    value = table.get(name, [])
    if not isinstance(value, list) or not all(isinstance(word, str) and 0 < len(word) <= 80 for word in value):
        raise ValueError(f"the field {name} must be a list of words")
    return tuple(value)
