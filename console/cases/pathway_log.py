"""Which order of evidence a case follows, what was skipped and why, and where the case stands in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from algorithms.margins.judgement import classify
from algorithms.margins.model import Evidence, MarginClass
from algorithms.margins.rules import RuleSet, rule_set
from algorithms.pathway.model import Pathway, Step
from algorithms.pathway.progress import Came, Known, Progress, progress
from algorithms.pathway.reading import LONGEST_TEXT, pathway_of
from console import resources
from console.cases.model import CaseFile, Entry, Session
from console.cases.results_codec import fields_of
from console.cases.results_log import SENT, waiting
from console.cases.service import CaseService
from console.faults import Refused

FORM, ORDER, SKIP = "pathway", "order", "skip "
REASONS = ("Not available today", "Surgeon's decision", "Other evidence is enough", "Specimen too small")


def available(service: CaseService) -> tuple[tuple[Pathway, ...], tuple[str, ...]]:
    """As `pathways`, for the store at hand."""
    return pathways(service.ledger.home)


def pathways(home: Path) -> tuple[tuple[Pathway, ...], tuple[str, ...]]:
    """The orders that ship, then the department's own from `home/pathways`; and a sentence for each file that could not be read."""
    found: dict[str, Pathway] = {}
    troubles: list[str] = []
    for folder in (resources.assets() / "pathways", home / "pathways"):
        for path in sorted(folder.glob("*.toml"))[:20]:
            try:
                read = pathway_of(_text(path))
            except ValueError as error:
                troubles.append(f"The order of evidence {path.name} cannot be used: {error}.")
            else:
                found[read.id] = read
    return tuple(found.values()), tuple(troubles)


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > 4 * LONGEST_TEXT:
            raise ValueError(f"it is longer than {LONGEST_TEXT} characters")
        return path.read_text(encoding="utf-8")
    except OSError:
        raise ValueError("it cannot be read") from None


def chosen(file: CaseFile, available: Sequence[Pathway], default: str) -> Pathway:
    """The order of this case: as chosen for it, else the department's, else the first there is."""
    wanted = _fields(file).get(ORDER, default)
    by_id = {pathway.id: pathway for pathway in available}
    return by_id.get(wanted) or by_id.get(default) or available[0]


def choose(service: CaseService, session: Session, file: CaseFile, pathway: Pathway) -> Entry:
    """This case follows this order from now on."""
    return service.add_entry(session, file.case.id, None, FORM, ORDER, pathway.id)


def skip(service: CaseService, session: Session, file: CaseFile, step: Step, reason: str) -> Entry:
    """This step is left out, and why; an empty reason takes it up again."""
    if reason and not reason.strip():
        raise Refused("This needs a reason; one word is enough.")
    return service.add_entry(session, file.case.id, None, FORM, SKIP + step.key, reason.strip() or None)


def where(file: CaseFile, evidence: Sequence[Evidence], pathway: Pathway, now: datetime) -> Progress:
    """Where the case stands, from what is on the board and on the timeline."""
    rule = rule_set(file.case.rule_set)
    fields = _fields(file)
    skipped = {step.key: fields[SKIP + step.key] for step in pathway.steps if SKIP + step.key in fields}
    awaited = {one.kind.value: one.since for one in waiting(file)}
    pending = {step.key: awaited[name] for step in pathway.steps for name in step.evidence if name in awaited and name in set(SENT)}
    return progress(pathway, Known(_came(file, evidence, pathway, rule), pending, skipped), now)


def _came(file: CaseFile, evidence: Sequence[Evidence], pathway: Pathway, rule: RuleSet) -> Mapping[str, Came]:
    rows = {row.reading_id: row for row in evidence if not row.waiting}
    found: dict[str, Came] = {}
    for step in pathway.steps:
        results = [came(rows[reading.id], rule) for reading in file.readings if reading.modality in step.evidence and reading.id in rows]
        if results:
            found[step.key] = worst(results)
        elif any(event.kind in step.events for event in file.events):
            found[step.key] = Came.DOUBTFUL  # it was done; nothing says what came of it
    return found


def came(row: Evidence, rule: RuleSet) -> Came:
    """What a reading comes to as a whole: positive at any face, else doubtful unless it clears every face that it speaks of."""
    classes = [classify(found, row, rule) for found in row.faces]
    if not row.usable or not classes:
        return Came.DOUBTFUL
    if MarginClass.POSITIVE in classes:
        return Came.POSITIVE
    return Came.CLEAR if set(classes) == {MarginClass.NEGATIVE} else Came.DOUBTFUL


def worst(results: Sequence[Came]) -> Came:
    """Positive before doubtful before clear."""
    return next(kind for kind in (Came.POSITIVE, Came.DOUBTFUL, Came.CLEAR) if kind in results)


def _fields(file: CaseFile) -> dict[str, str]:
    return fields_of(entry for entry in file.entries if entry.form == FORM)
