"""Copies of the whole store that stand on their own: made while it is in use, checked before they count, thinned as they age.

A backup is a folder named by its time: `store.db` (SQLite's online backup, encrypted as the store is), `audit.head` (where its chain ends) and
`note.json` (why it was made). Beside them `assets/` holds one true copy of each file, shared by all backups: a hard link would be cheaper, and
would be damaged together with what it is to replace. The key is in no backup.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import filelock
from sqlite_utils import Database

from console.cases import keys as key_place
from console.cases.assets import Assets
from console.cases.audit import Anchor, Head
from console.cases.database import copy_to, unlock, worded
from console.cases.exchange import HEAD, STORE
from console.cases.files import make_folder, read_whole, sync_folder, write_whole
from console.cases.keys import Keys
from console.cases.ledger import last_head
from console.cases.retention import DAILY_FOR, kept, within
from console.faults import CaseStoreError, Refused, StoreBusy, StoreDamaged

NOTE = "note.json"
SCHEDULED, ASKED, MIGRATION, RESTORE = "scheduled", "asked for", "before a migration", "before a restore"
_NAME = "%Y%m%dT%H%M%S.%fZ"
_SHARE = 4  # backups may take one byte in so many of what they and the free space amount to


@dataclass(frozen=True, slots=True)
class Backup:
    """One that was finished. `bytes` leaves the shared files out."""

    path: Path
    at: datetime
    reason: str
    bytes: int


def folder_of(home: Path) -> Path:
    """Where backups go unless told otherwise."""
    return home / "backups"


def listed(folder: Path) -> tuple[Backup, ...]:
    """The finished backups in a folder, oldest first."""
    found = [backup for path in folder.glob("*Z") if (backup := at_path(path))] if folder.is_dir() else []
    return tuple(sorted(found, key=lambda backup: backup.at))


def latest(folder: Path) -> Backup | None:
    """The newest one."""
    return max(listed(folder), key=lambda backup: backup.at, default=None)


def at_path(path: Path) -> Backup | None:
    """The backup that a folder holds; a file inside one is as good as its folder."""
    path = path.resolve()
    path = path if path.is_dir() else path.parent
    with suppress(ValueError, OSError):
        at = datetime.strptime(path.name, _NAME).replace(tzinfo=UTC)
        return Backup(path, at, _reason(path), (path / STORE).stat().st_size)
    return None


def _reason(path: Path) -> str:
    with suppress(ValueError, KeyError):
        return str(json.loads(read_whole(path / NOTE))["reason"])
    return "unknown"


def make(home: Path, to: Path | None = None, *, reason: str = SCHEDULED, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> Backup:
    """Copy the store under `home` into `to`, check the copy, then let it count. The store may be in use; nobody waits."""
    if not (home / STORE).exists():
        raise Refused("There is no store here to back up.")
    folder = to or folder_of(home)
    keys = key_place.load(home)
    at = now().astimezone(UTC)
    done = folder / at.strftime(_NAME)
    part = folder / f".{done.name}.part"
    with _worded(), _alone(folder):
        for left in folder.glob(".*Z.part"):  # a crash came between
            shutil.rmtree(left, ignore_errors=True)
        part.mkdir(mode=0o700)
        try:
            _copy_database(home, part, keys)
            _copy_assets(home, folder, keys, asset_hashes(part, keys))
            write_whole(part / NOTE, json.dumps({"reason": reason}).encode())
            check(part, keys)
            part.rename(done)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise
        sync_folder(folder)
        thin(folder, at)
    return Backup(done, at, reason, (done / STORE).stat().st_size)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One backup at a time into a folder, whoever makes it."""
    make_folder(folder)
    try:
        with filelock.FileLock(folder / "lock", timeout=0):
            yield
    except filelock.Timeout:
        raise StoreBusy("Another backup is being made into the same folder. Wait for it to end.") from None


@contextmanager
def _worded() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CaseStoreError(f"The backup could not be written ({os.strerror(error.errno or 0)}). The store itself is safe.") from None


def _copy_database(home: Path, part: Path, keys: Keys) -> None:
    with opened(home / STORE, keys) as (database, key):
        copy_to(database, part / STORE, key)
    with (part / STORE).open("rb+") as file:
        os.fsync(file.fileno())
    with opened(part / STORE, keys) as (database, _), worded():
        anchor = Anchor(part / HEAD, keys)
        anchor.begin()
        anchor.write(last_head(database))


def copy_files(home: Path, to: Path | None = None) -> int:
    """Give every file its second copy, without a backup of the database: quick, for whenever a file was added. How many were copied."""
    keys = key_place.load(home)
    with _worded(), _alone(to or folder_of(home)):
        return _copy_assets(home, to or folder_of(home), keys, asset_hashes(home, keys))


def _copy_assets(home: Path, folder: Path, keys: Keys, hashes: tuple[str, ...]) -> int:
    """Bring the shared files up to date. One that is damaged at its source cannot replace a good copy, and is not copied."""
    source, target = Assets(home, keys), Assets(folder, keys)
    fresh = (sha256 for sha256 in hashes if not target.path(sha256).exists())
    return sum(copy_asset(source, target, sha256) for sha256 in fresh)


def copy_asset(source: Assets, target: Assets, sha256: str) -> bool:
    """Copy one sealed file, as it is, and read it back; whether it is sound there. A damaged one is not copied."""
    if not source.path(sha256).exists() or not source.sound(sha256):
        return False
    path = target.path(sha256)
    make_folder(target.folder)
    make_folder(path.parent)
    with source.path(sha256).open("rb") as content, path.with_name(f"{path.name}.part").open("wb") as copy:
        shutil.copyfileobj(content, copy, 1 << 20)
        copy.flush()
        os.fsync(copy.fileno())
    path.with_name(f"{path.name}.part").replace(path)
    sync_folder(path.parent)
    return target.sound(sha256)


def check(path: Path, keys: Keys) -> Head:
    """Read every page of a backup and compare its chain's end with its anchor; the end, or `StoreDamaged`."""
    damaged = StoreDamaged(
        f"The backup {path.name.strip('.')} is damaged. Use another one: rimlight restore --latest looks for the newest sound one."
    )
    if not (path / STORE).exists():
        raise damaged
    try:
        with opened(path / STORE, keys) as (database, _), worded():
            if database.conn.execute("PRAGMA cipher_integrity_check").fetchall():
                raise damaged
            head = last_head(database)
    except CaseStoreError:
        raise damaged from None
    if Anchor(path / HEAD, keys).read() != head:
        raise damaged
    return head


def asset_hashes(path: Path, keys: Keys) -> tuple[str, ...]:
    """Which files the database in a folder speaks of."""
    with opened(path / STORE, keys) as (database, _), worded():
        return tuple(row[0] for row in database.conn.execute("SELECT DISTINCT sha256 FROM assets"))


@contextmanager
def opened(path: Path, keys: Keys) -> Iterator[tuple[Database, bytes]]:
    """A database for reading, by whichever generation of the key fits, and that key."""
    database, key = unlock(path, keys.databases, read_only=True)
    try:
        yield database, key
    finally:
        database.close()


def thin(folder: Path, now: datetime) -> int:
    """Remove the backups that are no longer needed; how many went. Those made before a migration or a restore stay for a month."""
    there = {backup.at: backup for backup in listed(folder)}
    wanted = kept(there, now) | {at for at, backup in there.items() if backup.reason in {MIGRATION, RESTORE} and now - at < DAILY_FOR}
    sizes = {at: there[at].bytes for at in wanted}
    room = shutil.disk_usage(folder).free + sum(backup.bytes for backup in there.values())
    gone = there.keys() - within(sizes, now, room // _SHARE)
    for at in gone:
        _remove(there[at].path)
    return len(gone)


def _remove(path: Path) -> None:
    # First the name, so that a crash half-way never leaves a folder that looks like a backup.
    doomed = path.with_name(f".{path.name}.part")
    path.rename(doomed)
    shutil.rmtree(doomed, ignore_errors=True)
