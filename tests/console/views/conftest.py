"""A room on a small store in memory, for the screens' tests: the real `Room`, its real thread, and cases that need no disk."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from console.acquisition.jobs import Job
from console.cases.model import Case, CaseFile, CaseSummary, Patient, Role, Session, Sex, Side, TumourType, User, new_id
from console.cases.service import Page, StoreHealth
from console.faults import Refused
from console.settings import Settings
from console.widgets import theme
from console.widgets.room import Room
from console.widgets.scale import Scale

ZONE = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 20, 9, 34, tzinfo=ZONE)
SIZES = ((1366, 768), (1920, 1080), (3840, 2160))
USERS = (
    User("u1", "Surgeon 1", Role.SURGEON),
    User("u2", "Nurse 1", Role.NURSE),
    User("u3", "Admin 1", Role.ADMINISTRATOR),
    User("u4", "Researcher 1", Role.RESEARCHER),
)
PEOPLE = (
    ("0004217", "Demo", "Alma", date(1972, 3, 14), Side.LEFT, TumourType.NST, 8, 30, "Surgeon 1", "Lesion found"),
    ("0004233", "Sample", "Berta", date(1965, 6, 2), Side.RIGHT, TumourType.DCIS, 10, 15, "Surgeon 1", "ICG marked"),
    ("0004240", "Test", "Clara", date(1979, 1, 21), Side.LEFT, TumourType.ILC, 12, 0, "Surgeon 2", ""),
    ("0004251", "Trial", "Dora", date(1956, 9, 30), Side.RIGHT, TumourType.NST, 13, 45, "Surgeon 2", ""),
)


def summaries() -> list[CaseSummary]:
    """Four cases of today."""
    return [
        CaseSummary(
            f"c{i}", Patient(mrn, family, given, born, Sex.FEMALE), side, kind, NOW.replace(hour=h, minute=m), surgeon, i == 0, status
        )
        for i, (mrn, family, given, born, side, kind, h, m, surgeon, status) in enumerate(PEOPLE)
    ]


class MemoryService:
    """What the screens of this folder ask of the store, kept in lists; PINs are all 2468."""

    def __init__(self) -> None:
        self.cases = summaries()
        self.people = list(USERS)
        self.revision = 0
        self.calls: list[tuple] = []
        self.chosen = Settings()
        self.asked: list[tuple] = []

    def settings(self) -> Settings:
        return self.chosen

    def users(self) -> tuple[User, ...]:
        return tuple(self.people)

    def health(self) -> StoreHealth:
        return StoreHealth(NOW - timedelta(minutes=4), 412_000_000_000, True, False)

    def add_user(self, session, name, role, pin) -> User:
        user = User(new_id(), name, role)
        self.people.append(user)
        self.calls.append(("add_user", name, role, pin))
        return user

    def sign_in(self, user_id, pin) -> Session:
        if pin != "2468" and not any(call[0] == "add_user" and call[3] == pin for call in self.calls):
            raise Refused("That PIN is wrong. 4 tries are left.")
        return Session(next(user for user in self.people if user.id == user_id), NOW)

    def break_glass(self, reason) -> Session:
        self.calls.append(("break_glass", reason))
        return Session(User("e", "Emergency", Role.SURGEON), NOW, emergency=True)

    def unlock_user(self, session, user_id) -> None:
        self.calls.append(("unlock", user_id))

    def set_user_active(self, session, user_id, *, active) -> None:
        self.people = [replace(user, active=active) if user.id == user_id else user for user in self.people]

    def change_pin(self, session, old, new) -> None:
        self.calls.append(("change_pin", old, new))

    def change_setting(self, session, name, value) -> Settings:
        self.chosen = self.chosen.changed(name, value)
        return self.chosen

    def find_cases(self, session, text="", *, day=None, after=None, limit=50) -> Page:
        self.asked.append((text, day, after, limit))
        words = text.lower()
        found = [
            case
            for case in self.cases
            if (day is None or case.scheduled_at.date() == day) and (words in case.patient.name.lower() or words in case.patient.mrn)
        ]
        start = int(after or 0)
        end = start + limit
        return Page(tuple(found[start:end]), str(end) if end < len(found) else None)

    def open_case(self, session, case_id, identifier) -> CaseFile:
        row = next(case for case in self.cases if case.id == case_id)
        if identifier not in {row.patient.mrn, row.patient.birth_date.isoformat()}:
            raise Refused("That is not the wristband or birth date of this patient. The case stays closed.")
        return CaseFile(Case(row.id, row.patient, row.side, row.scheduled_at), (), (), (), (), (), ())

    def create_case(self, session, patient, side, scheduled_at, **more) -> Case:
        self.calls.append(("create_case", patient, side, scheduled_at, more))
        return Case("new", patient, side, scheduled_at, **{key: value for key, value in more.items() if value is not None})


@pytest.fixture
def service():
    return MemoryService()


@pytest.fixture
def size():
    return SIZES[1]


@pytest.fixture
def room(qtbot, qapp, service, size):
    """A room as large as `size`, somebody signed in."""
    theme.load_fonts()
    made = Room(service, lambda: NOW, Scale.of(*size, 96.0))
    qapp.setStyleSheet(theme.stylesheet(made.scale))
    made.session = Session(USERS[1], NOW)
    yield made
    assert made.stop()
    qapp.setStyleSheet("")


@pytest.fixture
def show(qtbot, room, size):
    """Show a widget at `size`, less what the shell's top bar takes; hands it back."""

    def _show(widget, *, below_bar=True):
        qtbot.addWidget(widget)
        bar = max(room.scale.px(88), room.scale.target + 2) if below_bar else 0
        widget.resize(size[0], size[1] - bar)
        widget.show()
        settle(qtbot, room)
        return widget

    return _show


def settle(qtbot, room) -> None:
    """Until everything that was asked of the store was answered and shown."""
    done: list[None] = []
    room._worker.submit(Job(lambda: None, done.append, done.append))  # not `do`: its answers are dropped when the person changes
    qtbot.waitUntil(lambda: bool(done))
    qtbot.wait(1)


@pytest.fixture
def settled(qtbot, room):
    """A call that waits for the store."""
    return lambda: settle(qtbot, room)
