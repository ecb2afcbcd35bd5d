"""What must be true of a store after anything that happened to it: every promise kept, nothing half there, the proof intact."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from console.cases import rows
from console.cases.model import CaseFile, Role, SpecimenKind
from console.cases.service import CaseService
from console.faults import CaseStoreError
from tests.faults.saver import seal

ROOT = Path(__file__).resolve().parents[2]
Fact = tuple[str, str, str, str]  # kind, case, id, seal

KINDS: tuple[tuple[str, rows.Table, Callable[[rows.Row], Any]], ...] = (
    ("case", rows.CASES, rows.case_of),
    ("specimen", rows.SPECIMENS, rows.specimen_of),
    ("reading", rows.READINGS, rows.reading_of),
    ("entry", rows.ENTRIES, rows.entry_of),
    ("event", rows.EVENTS, rows.event_of),
    ("asset", rows.ASSETS, rows.asset_of),
    ("outcome", rows.OUTCOMES, rows.outcome_of),
)


@dataclass(frozen=True, slots=True)
class Found:
    """What a store holds, taken back and replaced records included, and what is wrong with it by itself."""

    facts: frozenset[Fact]
    complaints: tuple[str, ...]


def parse(lines: bytes) -> list[dict[str, Any]]:
    """The promises in a child's output; a line that was cut short promised nothing."""
    return [json.loads(line) for line in lines.splitlines(keepends=True) if line.endswith(b"\n")]


def facts(made: Iterable[dict[str, Any]]) -> frozenset[Fact]:
    """What these promises say is there: the last word on each record."""
    last = {(promise["kind"], promise["case"], promise["id"]): promise["seal"] for promise in made if "id" in promise}
    return frozenset((*name, sealed) for name, sealed in last.items())


def look(home: Path) -> Found:
    """Open the store with the real service, read every case as a screen would, and verify it."""
    try:
        service = CaseService.open(home)
    except CaseStoreError as error:
        return Found(frozenset(), (f"does not open: {error}",))
    try:
        there = frozenset(service.ledger.read(lambda database: list(_facts(database))))
        complaints = [finding.sentence for finding in service.verify() if finding.grave]
        if there:
            complaints += _unreadable(service, {case for _, case, _, _ in there})
        return Found(there, tuple(complaints))
    except CaseStoreError as error:
        return Found(frozenset(), (f"does not work: {error}",))
    finally:
        service.close()


def _facts(database: Database) -> Iterable[Fact]:
    for kind, table, made_of in KINDS:
        for values in database.conn.execute(f"SELECT {table.selected} FROM {table.name}"):
            row = dict(zip(table.columns, values, strict=True))
            record = made_of(row)
            if (
                kind != "specimen" or record.kind is SpecimenKind.SHAVE
            ):  # main specimens come with their case and nobody promises them apart
                yield kind, row["id"] if kind == "case" else row["case_id"], row[table.key], seal(record)


def _unreadable(service: CaseService, cases: set[str]) -> list[str]:
    session = service.resume(next(person for person in service.users() if person.role is Role.SURGEON).id)
    files: list[CaseFile] = [service.case_file(session, case_id) for case_id in sorted(cases)]
    return [
        f"unreadable: asset {asset.sha256[:8]}"
        for file in files
        for asset in file.assets
        if len(service.read_asset(session, file.case.id, asset.sha256)) != asset.size
    ]


def broken(home: Path, made: Iterable[dict[str, Any]], coming: dict[str, Any] | None = None) -> list[str]:
    """What is wrong with the store under `home`, given the promises made so far and the one that may have been on its way; empty when all is well."""
    made = list(made)
    before, after = facts(made), facts([*made, coming] if coming else made)
    found = look(home)
    complaints = [f"lost: {kind} {identity}" for kind, _, identity, _ in (before & after) - found.facts]
    complaints += [f"nobody promised: {kind} {identity}" for kind, _, identity, _ in found.facts - (before | after)]
    if not complaints and found.facts not in (before, after):
        complaints.append("half of a step is there")
    return complaints + list(found.complaints)


def one_step_from(expected: frozenset[Fact], found: Found) -> list[str]:
    """As `broken`, where what was on its way is not known: one more record may be there, and nothing but a case may have changed with it."""
    extra, lost = found.facts - expected, expected - found.facts
    amended = {(kind, identity) for kind, _, identity, _ in extra if kind == "case"}
    complaints = [f"lost: {kind} {identity}" for kind, _, identity, _ in lost if (kind, identity) not in amended]
    complaints += ["more than one step that nobody promised"] if len(extra) > 1 else []
    return complaints + list(found.complaints)
