"""Opens a store, or makes one: the order of steps that leaves no moment in which a crash would lose or forge anything."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import filelock
from sqlite_utils import Database

from console.cases import backup
from console.cases import keys as key_keeping
from console.cases.assets import Assets
from console.cases.audit import Anchor
from console.cases.database import connect, unlock
from console.cases.exchange import HEAD, STORE, finish
from console.cases.files import make_folder
from console.cases.journal import Journals
from console.cases.keys import Keys
from console.cases.ledger import Ledger
from console.cases.mending import mend
from console.cases.migrations import MIGRATIONS, Migration, migrate, version
from console.faults import CaseStoreError, StoreBusy, StoreDamaged, StoreTooNew

READ_ONLY = CaseStoreError("The store was opened for reading only. Nothing was changed.")


@dataclass(frozen=True, slots=True)
class Store:
    """An open store; `release` closes it."""

    ledger: Ledger
    assets: Assets
    release: Callable[[], None]


def open_store(home: Path, now: Callable[[], datetime], *, read_only: bool, steps: Sequence[Migration] = MIGRATIONS) -> Store:
    """See `CaseService.open`."""
    with ExitStack() as undo:
        if not read_only:
            make_folder(home)
            undo.callback(lock(home).release)
            finish(home, mend)
        keys = _keys(home, read_only=read_only)
        database, key = unlock(home / STORE, keys.databases, read_only=read_only)
        undo.callback(database.close)
        too_new = version(database) > len(steps)
        if not (read_only or too_new):
            _prepare(home, keys, database, steps, now)
        elif version(database) < len(steps):
            raise CaseStoreError("The store is of an older version, or unfinished. Open it once for writing, then for reading.")
        changeable = not (read_only or too_new)
        refusal = READ_ONLY if not too_new else StoreTooNew("This store was written by a newer Rimlight. It can be read here, not changed.")
        writer = database if changeable else None
        ledger = Ledger(home, keys, writer, lambda: connect(home / STORE, key, read_only=True), now=now, refusal=refusal)
        undo.callback(ledger.close)
        assets = Assets(home, keys)
        if changeable:
            ledger.start()
            ledger.ballast.stow()
            assets.clean()
        return Store(ledger, assets, undo.pop_all().close)


def lock(home: Path) -> filelock.BaseFileLock:
    """One writer at a time. The system lets go of it when the process ends, however it ends."""
    held = filelock.FileLock(home / "lock", thread_local=False)
    try:
        held.acquire(timeout=0)
    except filelock.Timeout:
        raise StoreBusy("Another Rimlight has this store open. Close it there, then try again.") from None
    return held


def _keys(home: Path, *, read_only: bool) -> Keys:
    if (home / STORE).exists():
        return key_keeping.load(home)
    if read_only:
        raise CaseStoreError("There is no store here yet.")
    if _was_used(home):
        raise StoreDamaged("The store's database is gone, and its journals are there. Run: rimlight restore --from-cases.")
    return key_keeping.make(home)


def _was_used(home: Path) -> bool:
    return (home / "system.journal").exists() or any((home / "cases").glob("*.journal"))


def _prepare(home: Path, keys: Keys, database: Database, steps: Sequence[Migration], now: Callable[[], datetime]) -> None:
    Journals(home, keys).begin()
    anchor = Anchor(home / HEAD, keys)
    if version(database) == 0 and not anchor.exists():
        anchor.begin()
    migrate(database, lambda _left: backup.make(home, reason=backup.MIGRATION, now=now), steps)
