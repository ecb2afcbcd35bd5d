"""The program that gets killed: it opens the real store, saves a series of everything, and says of each record that it is saved.

Run as `python tests/faults/saver.py HOME SEED COUNT [--normal] [--die] [--restore] [--reopen N]`. Each line on standard output is a promise:
this record, with exactly this content, survives whatever comes next. Output goes out in one `write` a line, so that a trace shows it in its
true order.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import signal
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from algorithms.faces import Face
from console.cases import backup, restore, rotation
from console.cases.model import Case, OutcomeKind, Patient, Provenance, Role, Session, Side, SpecimenKind, Validity, Value
from console.cases.service import CaseService

PIN = "274951"


def seal(record: Any) -> str:
    """One digest for everything that a record says; the same moment in another zone's words is the same."""
    return hashlib.sha256(
        json.dumps(asdict(record), default=lambda value: value.isoformat() if isinstance(value, date) else str(value)).encode()
    ).hexdigest()


def promise(**words: Any) -> None:
    """Say it in one write."""
    os.write(1, json.dumps(words).encode() + b"\n")


class Saver:
    """A person who taps: each step is one call of the service, drawn by chance."""

    def __init__(self, service: CaseService, session: Session, chance: random.Random) -> None:
        self.service, self.session, self.chance = service, session, chance
        self.case: Case | None = None
        self.specimens: list[Any] = []
        self.readings: list[Any] = []
        self.forms: list[tuple[str, str | None]] = []

    def new_case(self) -> None:
        """A patient whom nobody has seen before."""
        n = self.chance.randrange(10**9)
        patient = Patient(f"M{n:09d}", f"Fall{n % 997}", "Žofie", date(1950, 1, 1 + n % 28), weight_kg=Decimal("61.5"))
        self.case = self.service.create_case(self.session, patient, Side.LEFT, datetime.now(UTC))
        promise(kind="case", case=self.case.id, id=self.case.id, seal=seal(self.case))
        self.specimens = list(self.service.case_file(self.session, self.case.id).specimens)
        self.readings = []
        self.forms = []

    def step(self) -> None:
        """One tap."""
        if self.case is None or self.chance.random() < 0.04:
            self.new_case()
            return
        steps = (
            [self.entry] * 8
            + [self.reading] * 3
            + [self.event] * 3
            + [self.asset] * 2
            + [self.correction, self.shave, self.amendment, self.outcome, self.undo]
        )
        self.chance.choice(steps)()

    def saved(self, kind: str, record: Any) -> None:
        """Promise it."""
        assert self.case is not None
        identity = record.sha256 if kind == "asset" else record.id
        promise(kind=kind, case=self.case.id, id=identity, seal=seal(record))

    @property
    def case_id(self) -> str:
        """The case in hand."""
        assert self.case is not None
        return self.case.id

    def entry(self) -> None:
        """A field of a form."""
        field = self.chance.choice(["superior", "inferior", "medial", "lateral", "note"])
        value = self.chance.choice([None, str(self.chance.randrange(400) / 10), "ž" * self.chance.randrange(1, 900)])
        specimen = self.chance.choice(self.specimens).id
        self.forms.append(("specimen", specimen))
        self.saved("entry", self.service.add_entry(self.session, self.case_id, specimen, "specimen", field, value))

    def undo(self) -> None:
        """Take the last field back, where there is one."""
        if self.forms:
            form, specimen = self.forms[-1]
            if (entry := self.service.undo_entry(self.session, self.case_id, specimen, form)) is not None:
                self.saved("entry", entry)

    def reading(self, supersedes: str | None = None) -> None:
        """A signed measurement of six faces."""
        values = tuple(Value("margin", Decimal(self.chance.randrange(300)) / 10, "mm", face) for face in Face)
        provenance = Provenance("random", "1", hashlib.sha256(b"in").hexdigest(), (("seed", "7"),), simulated=True)
        reason = "measured again" if supersedes else ""
        reading = self.service.add_reading(
            self.session,
            self.case_id,
            self.specimens[0].id,
            "specimen",
            values,
            Validity(True, "always"),
            provenance,
            supersedes=supersedes,
            reason=reason,
        )
        self.readings.append(reading)
        self.saved("reading", reading)

    def correction(self) -> None:
        """The last measurement was wrong."""
        self.reading(self.readings.pop().id if self.readings else None)

    def event(self) -> None:
        """A moment."""
        self.saved(
            "event",
            self.service.add_event(self.session, self.case_id, self.chance.choice(["incision", "specimen-out", "closure"]), detail="d"),
        )

    def asset(self) -> None:
        """A file: small, or larger than one sealed chunk."""
        content = self.chance.randbytes(self.chance.choice([40, 700, 5000, 70_000, 1_100_000 if self.chance.random() < 0.1 else 30_000]))
        self.saved("asset", self.service.add_asset(self.session, self.case_id, content, "application/octet-stream", "frame"))

    def shave(self) -> None:
        """One more piece of tissue."""
        specimen = self.service.add_specimen(self.session, self.case_id, SpecimenKind.SHAVE, face=self.chance.choice(list(Face)))
        self.specimens.append(specimen)
        self.saved("specimen", specimen)

    def amendment(self) -> None:
        """The case changes in place; the old promise about it ends."""
        assert self.case is not None
        self.case = self.service.amend_case(self.session, replace(self.case, surgeon=f"Dr {self.chance.randrange(1000)}"), "asked again")
        self.saved("case", self.case)

    def outcome(self) -> None:
        """What the pathologist said."""
        values = (Value("margin", Decimal("1.5"), "mm", Face.SUPERIOR),)
        self.saved("outcome", self.service.add_outcome(self.session, self.case_id, OutcomeKind.PATHOLOGY, date(2026, 1, 2), values))


def make_unsafe() -> None:
    """The control: the same program, with the one setting that lets SQLite acknowledge before the disk has it."""
    from console.cases import database

    connect = database.connect

    def connect_normally(*arguments: Any, **named: Any) -> Any:
        made = connect(*arguments, **named)
        made.execute("PRAGMA synchronous=NORMAL")
        return made

    database.connect = connect_normally


def main() -> None:
    """Open, save, promise; close and open again on the way."""
    parser = argparse.ArgumentParser()
    parser.add_argument("home", type=Path)
    parser.add_argument("seed", type=int)
    parser.add_argument("count", type=int)
    parser.add_argument("--normal", action="store_true", help="with synchronous=NORMAL")
    parser.add_argument("--die", action="store_true", help="end by kill -9")
    parser.add_argument("--restore", action="store_true", help="at the end: back up, save some more, restore, rotate the key")
    parser.add_argument("--reopen", type=int, default=0)
    asked = parser.parse_args()
    if asked.normal:
        make_unsafe()
    chance = random.Random(asked.seed)
    service = CaseService.open(asked.home)
    users = service.users()
    user = users[0] if users else service.add_user(None, "Ada", Role.ADMINISTRATOR, PIN)
    if not users:
        administrator = service.sign_in(user.id, PIN)
        service.add_user(administrator, "Grace", Role.SURGEON, PIN)
    surgeon = next(person for person in service.users() if person.role is Role.SURGEON)
    saver = Saver(service, service.resume(surgeon.id), chance)
    promise(kind="open")
    for number in range(asked.count):
        if asked.reopen and number and number % asked.reopen == 0:
            service.close()
            service = CaseService.open(asked.home)
            saver.service, saver.session = service, service.resume(surgeon.id)
        saver.step()
    if asked.die:
        os.kill(os.getpid(), signal.SIGKILL)
    service.close()
    if asked.restore:
        care(asked.home, surgeon.id, chance)
    promise(kind="closed")


def care(home: Path, surgeon: str, chance: random.Random) -> None:
    """Everything that takes the whole store in hand, with work in between."""
    made = backup.make(home)
    service = CaseService.open(home)
    saver = Saver(service, service.resume(surgeon), chance)
    for _ in range(10):
        saver.step()
    service.close()
    restore.restore(home, made)
    rotation.rotate(home, lambda: datetime.now(UTC))
    restore.restore(home, None)


if __name__ == "__main__":
    main()
