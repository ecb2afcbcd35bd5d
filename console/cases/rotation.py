"""Changes the store's key: a new generation is kept first, then the database is encrypted anew and exchanged in one step.

Cut short anywhere, the store opens as before, by whichever generation its database has; the next rotation finishes the work instead of adding
another generation. Journals, assets, audit lines and backups of earlier days stay readable, because earlier generations are kept.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from console.cases import keys as key_keeping
from console.cases.database import copy_to, rekey, unlock, worded
from console.cases.exchange import STORE, finish
from console.cases.files import sync_folder
from console.cases.mending import mend
from console.cases.opening import lock, open_store
from console.faults import CaseStoreError, StoreBusy

FRESH = ".store.db.rekeyed"


def rotate(home: Path, now: Callable[[], datetime]) -> int:
    """Give the store under `home` a new key; how many generations there are now. Nothing else may have the store open."""
    held = lock(home)
    try:
        finish(home, mend)
        keys = key_keeping.load(home)
        database, present = unlock(home / STORE, keys.databases)
        database.close()
        if present == keys.derive("database"):
            keys = keys.grown()
            key_keeping.put(home, keys)
        _encrypt_anew(home, present, keys.derive("database"))
    finally:
        held.release()
    store = open_store(home, now, read_only=False)
    try:
        store.ledger.write("console", lambda change: change.note("rotate key", change={"generations": len(keys.generations)}))
    finally:
        store.release()
    return len(keys.generations)


def _encrypt_anew(home: Path, old: bytes, new: bytes) -> None:
    fresh = home / FRESH
    for left in (fresh, fresh.with_name(f"{FRESH}-wal"), fresh.with_name(f"{FRESH}-shm"), fresh.with_name(f"{FRESH}-journal")):
        left.unlink(missing_ok=True)
    try:
        _copy(home / STORE, fresh, old, new)
        # A log that outlives the last connection belongs to somebody who still reads; it would be taken for the new file's.
        if (home / f"{STORE}-wal").exists():
            raise StoreBusy("Another Rimlight reads this store. Close it there, then try again.")
        fresh.replace(home / STORE)
    except OSError as error:
        raise CaseStoreError(f"The database could not be encrypted anew ({os.strerror(error.errno or 0)}). It is as it was.") from None
    finally:
        fresh.unlink(missing_ok=True)
    sync_folder(home)


def _copy(path: Path, fresh: Path, old: bytes, new: bytes) -> None:
    database, _ = unlock(path, [old])
    try:
        copy_to(database, fresh, old)
        with worded():
            database.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        database.close()
    rekey(fresh, old, new)
    with fresh.open("rb+") as file:
        os.fsync(file.fileno())
