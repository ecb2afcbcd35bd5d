"""The condition that a store is in, in sentences, without opening it for writing: key, database, room, backups, clock."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from console.cases import backup
from console.cases import keys as key_place
from console.cases.database import engine, unlock, worded
from console.cases.department import kept_settings
from console.cases.exchange import READY, STORE
from console.cases.migrations import MIGRATIONS, version
from console.faults import CaseStoreError
from console.settings import Settings

ENOUGH_BYTES, LITTLE_BYTES = 5 << 30, 1 << 30
OLD_BACKUP = timedelta(days=2)


class State(StrEnum):
    """How good it is."""

    GOOD = "good"
    LOOK = "look"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    name: str
    state: State
    sentence: str


def conditions(home: Path, now: datetime) -> Iterator[Check]:
    """Of the store under `home`."""
    yield Check("database engine", State.GOOD, engine())
    yield _room(home)
    if not (home / STORE).exists():
        yield Check("store", State.LOOK, "There is no store yet; the console makes one when it starts.")
        return
    if (home / READY).exists():
        yield Check("restore", State.LOOK, "A restore was cut short; the next start finishes it.")
    yield _key(home)
    yield from _database(home, now)
    yield _backups(home, now)


def settings_of(home: Path) -> Settings:
    """What the department chose, or the defaults where the store does not say."""
    try:
        with closing(unlock(home / STORE, key_place.load(home).databases, read_only=True)[0]) as database, worded():
            return kept_settings(database)
    except CaseStoreError:
        return Settings()


def _room(home: Path) -> Check:
    there = next(folder for folder in (home, *home.resolve().parents) if folder.exists())
    free = shutil.disk_usage(there).free
    state = State.GOOD if free >= ENOUGH_BYTES else State.LOOK if free >= LITTLE_BYTES else State.BAD
    return Check("disk", state, f"{free / (1 << 30):.1f} GiB are free.")


def _key(home: Path) -> Check:
    try:
        keys = key_place.load(home)
    except CaseStoreError as error:
        return Check("key", State.BAD, str(error))
    if os.name == "posix" and home.stat().st_mode & 0o022:
        return Check("key", State.LOOK, "Others may write into the store's folder. Make it yours alone (chmod 700).")
    place = "a file that only its owner can read" if (home / "key").exists() else "the operating system's key store"
    return Check("key", State.GOOD, f"The key is in {place}, in generation {keys.newest + 1}. Keep a copy of it away from this machine.")


def _database(home: Path, now: datetime) -> Iterator[Check]:
    try:
        with closing(unlock(home / STORE, key_place.load(home).databases, read_only=True)[0]) as database, worded():
            lines, last = database.conn.execute("SELECT ifnull(max(seq), 0), max(at) FROM audit").fetchone()
            too_new = version(database) > len(MIGRATIONS)
    except CaseStoreError as error:
        yield Check("store", State.BAD, str(error))
        return
    if too_new:
        yield Check("store", State.LOOK, "It was written by a newer Rimlight: it can be read here, not changed. Use that version again.")
    else:
        yield Check("store", State.GOOD, f"It opens; its audit trail has {lines} lines. rimlight verify checks each of them.")
    ahead = last is not None and datetime.fromisoformat(last) > now + timedelta(minutes=2)
    said = "The clock is behind the last thing that was written here. Set it." if ahead else f"It says {now:%Y-%m-%d %H:%M %Z}."
    yield Check("clock", State.BAD if ahead or now.year < 2025 else State.GOOD, said)


def _backups(home: Path, now: datetime) -> Check:
    newest = backup.latest(backup.folder_of(home))
    if newest is None:
        return Check("backup", State.LOOK, "There is no backup yet.")
    state = State.LOOK if now - newest.at > OLD_BACKUP else State.GOOD
    return Check("backup", state, f"The newest is of {newest.at.astimezone(now.tzinfo):%Y-%m-%d %H:%M}.")
