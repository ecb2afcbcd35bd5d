"""A store of its own for each test, with a clock that stands still and PINs that are cheap to hash."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher

from console.cases import keys
from console.cases.database import unlock
from console.cases.model import Case, Patient, Provenance, Role, Session, Side, User, Validity, Value
from console.cases.pins import Pins
from console.cases.service import CaseService

CHEAP = Pins(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
PIN = "2580"
USABLE = Validity(usable=True, statement="inside its limits")
MADE = Provenance("ruler", "1", "00" * 32)


@dataclass
class Clock:
    """Stands still until told."""

    at: datetime = datetime(2026, 3, 9, 9, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def go_on(self, **by: float) -> None:
        self.at += timedelta(**by)


@dataclass
class Theatre:
    """One console in a test: its store, and who works there."""

    home: Path
    clock: Clock = field(default_factory=Clock)
    service: CaseService = field(init=False)
    users: dict[Role, User] = field(default_factory=dict)
    sessions: dict[Role, Session] = field(default_factory=dict)

    def open(self, **how: Any) -> CaseService:
        self.service = CaseService.open(self.home, now=self.clock, pins=CHEAP, **how)
        return self.service

    def staff(self) -> None:
        administrator = self.service.add_user(None, "Ada", Role.ADMINISTRATOR, PIN)
        self.users[Role.ADMINISTRATOR] = administrator
        self.sessions[Role.ADMINISTRATOR] = self.service.sign_in(administrator.id, PIN)
        for role, name in ((Role.SURGEON, "Grace"), (Role.NURSE, "Mary"), (Role.RESEARCHER, "Rosalind")):
            self.users[role] = self.service.add_user(self.sessions[Role.ADMINISTRATOR], name, role, PIN)
            self.sessions[role] = self.service.sign_in(self.users[role].id, PIN)

    def reopen(self, **how: Any) -> CaseService:
        self.service.close()
        self.open(**how)
        self.sessions = {role: self.service.resume(user.id) for role, user in self.users.items()}
        return self.service

    @property
    def surgeon(self) -> Session:
        return self.sessions[Role.SURGEON]

    @property
    def administrator(self) -> Session:
        return self.sessions[Role.ADMINISTRATOR]

    def case(
        self, mrn: str = "MRN-100", family: str = "Müller", given: str = "Anne-Marie", born: date = date(1961, 4, 12), **other: Any
    ) -> Case:
        when = other.pop("at", self.clock.at)
        return self.service.create_case(self.surgeon, Patient(mrn, family, given, born), other.pop("side", Side.LEFT), when, **other)

    def reading(self, case_id: str, number: Any, **other: Any) -> Any:
        value = Value("margin", number, "mm")
        return self.service.add_reading(self.surgeon, case_id, None, "specimen", (value,), USABLE, MADE, **other)

    def tamper(self, *statements: str, values: tuple[Any, ...] = ()) -> None:
        """What somebody with the key and a database tool could do, triggers and all."""
        self.service.close()
        database, _ = unlock(self.home / "store.db", keys.load(self.home).databases)
        with closing(database):
            database.conn.execute("PRAGMA foreign_keys = OFF")
            triggers = database.conn.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
            for name, _sql in triggers:
                database.conn.execute(f"DROP TRIGGER {name}")
            for statement in statements:
                database.conn.execute(statement, values if "?" in statement else ())
            for _name, sql in triggers:
                database.conn.execute(sql)


@pytest.fixture
def theatre(tmp_path: Path):
    made = Theatre(tmp_path / "store")
    made.open()
    made.staff()
    yield made
    made.service.close()


@pytest.fixture
def broken_write(monkeypatch) -> Callable[[str], None]:
    """Make the next write of a kind fail as on a full disk."""

    def break_it(target: str) -> None:
        def full(*_: Any, **__: Any) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(target, full)

    return break_it
