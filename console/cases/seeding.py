"""Fills a store with made-up cases, thousands in a transaction, for benchmarks: true rows, a true audit chain, true journals, no real patient."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from algorithms.faces import Face
from console.cases.ledger import Change
from console.cases.model import Case, Patient, Provenance, Reading, Side, Specimen, Validity, Value, new_id
from console.cases.opening import open_store
from console.cases.rows import CASES, READINGS, SPECIMENS, row_of

TOGETHER = 25  # cases in one transaction
_FAMILY = (
    "ander berg czar dahl ebner fisch gold hart ibsen jung klein lund marsh noor oster pauli quist rosen stern thal voss wald zorn".split()
)
_END = "sen mann berg er sson ova ski dottir well feld".split()
_GIVEN = "Ada Beatriz Chloé Dorothea Emmy Frida Grace Hedy Ingrid Jana Käthe Lise Marie Nora Olga Paula Rosalind Sofia Tove Ursula Vera Žofie".split()
_VALID = Validity(usable=True, statement="Simulated: not for any patient.")
_MADE = Provenance("seeding", "1", "00" * 32, simulated=True)


def seed(home: Path, cases: int, readings: int, *, began: datetime = datetime(1990, 1, 1, 7, tzinfo=UTC), number: int = 1) -> Iterator[int]:
    """Add `cases` simulated cases of `readings` readings each; yields how many there are after each transaction. `number` seeds the chance."""
    chance = random.Random(number)  # noqa: S311 - nothing here is a secret
    store = open_store(home, lambda: datetime.now(UTC), read_only=False)
    try:
        for start in range(0, cases, TOGETHER):
            batch = range(start, min(start + TOGETHER, cases))

            def add(change: Change, batch: range = batch) -> None:
                for _ in batch:
                    _add(change, _case(began, chance), readings, chance)

            store.ledger.write("benchmark", add)
            yield batch.stop
    finally:
        store.release()


def _case(began: datetime, chance: random.Random) -> Case:
    family = (chance.choice(_FAMILY) + chance.choice(_END)).capitalize()
    born = date(1930, 1, 1) + timedelta(days=chance.randrange(25_000))
    patient = Patient(f"{chance.randrange(10**7, 10**8)}", family, chance.choice(_GIVEN), born)
    at = began + timedelta(days=chance.randrange(12_000), hours=2 * chance.randrange(4))
    return Case(new_id(), patient, chance.choice(list(Side)), at, surgeon=f"Dr {chance.choice(_FAMILY).capitalize()}", simulated=True)


def _add(change: Change, case: Case, readings: int, chance: random.Random) -> None:
    change.add("create case", CASES, row_of(case))
    specimen = Specimen(new_id(), case.id, 1)
    change.add("add specimen", SPECIMENS, row_of(specimen))
    for _ in range(readings):
        values = tuple(Value("margin", Decimal(chance.randrange(300)) / 10, "mm", face) for face in Face)
        reading = Reading(new_id(), case.id, specimen.id, "specimen", case.scheduled_at, case.surgeon, values, _VALID, _MADE)
        change.add("sign reading", READINGS, row_of(reading))
