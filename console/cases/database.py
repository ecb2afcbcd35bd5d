"""Opens an encrypted database, and turns what SQLite says into sentences: the one file that knows which driver lies under sqlite-utils."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import sqlcipher3
import sqlcipher3.dbapi2

from console.cases.files import sync_folder
from console.faults import CaseStoreError, StoreBusy, StoreDamaged

# sqlite-utils prefers a module of this name to the standard library's sqlite3: that is how it comes to speak SQLCipher.
sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", sqlcipher3.dbapi2)

from sqlite_utils import Database  # noqa: E402 - the two lines above must come first

BUSY_MS = 5_000


class DiskFull(CaseStoreError):
    """There is no room; the ballast may make some."""


def connect(path: Path, key: bytes, *, read_only: bool = False) -> Database:
    """Open the database at `path` with a raw 256-bit key; made where there is none, unless `read_only`. Usable from any thread, one at a time."""
    if not read_only and not path.exists():
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))  # its log and index take over these permissions
        sync_folder(path.parent)
    with worded():
        mode = "ro" if read_only else "rwc"  # never immutable=1: it corrupts what it reads beside a live write-ahead log
        connection = sqlcipher3.connect(f"{path.resolve().as_uri()}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False)
    try:
        with worded():
            _prepare(connection, key, read_only=read_only)
            return Database(connection, execute_plugins=False)
    except BaseException:
        connection.close()
        raise


def unlock(path: Path, keys: Sequence[bytes], *, read_only: bool = False) -> tuple[Database, bytes]:
    """Open it with whichever of these keys it has, likeliest first, and say which: a rotation may have been cut short."""
    *likelier, last = keys
    for key in likelier:
        try:
            return connect(path, key, read_only=read_only), key
        except StoreDamaged:
            continue
    return connect(path, last, read_only=read_only), last


def engine() -> str:
    """Which database this is, for the self-test."""
    with closing(sqlcipher3.connect(":memory:")) as connection:
        cipher = connection.execute("PRAGMA cipher_version").fetchone()
    return f"SQLite {sqlcipher3.sqlite_version}, SQLCipher {cipher[0] if cipher else 'absent'}"


def blank() -> Database:
    """An empty database in memory."""
    return Database(sqlcipher3.connect(":memory:", isolation_level=None), execute_plugins=False)


def _prepare(connection: sqlcipher3.Connection, key: bytes, *, read_only: bool) -> None:
    # cipher_memory_security stays off: it locks all that SQLite allocates into memory, beyond the usual limits; swap is the system's to encrypt.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # a wrong key shows here
    connection.execute("PRAGMA foreign_keys = ON")
    if read_only:
        connection.execute("PRAGMA query_only = ON")
    else:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")


def copy_to(database: Database, path: Path, key: bytes) -> None:
    """A consistent copy by the online backup API, encrypted with the same key, into a new file without a write-ahead log of its own."""
    copy = connect(path, key)
    try:
        with worded():
            database.conn.backup(copy.conn)
            copy.conn.execute("PRAGMA journal_mode = DELETE")
    finally:
        copy.close()


def rekey(path: Path, old: bytes, new: bytes) -> None:
    """Encrypt the closed database at `path` anew; for a copy that nothing else opens."""
    database = connect(path, old)
    try:
        with worded():
            database.conn.execute("PRAGMA journal_mode = DELETE")
            database.conn.execute(f"PRAGMA rekey = \"x'{new.hex()}'\"")
    finally:
        database.close()


@contextmanager
def transaction(database: Database) -> Iterator[None]:
    """All of it, or nothing."""
    with worded():
        database.conn.execute("BEGIN IMMEDIATE")
        try:
            yield
            database.conn.execute("COMMIT")
        except BaseException:
            with suppress(sqlcipher3.dbapi2.Error):  # SQLite may have rolled back by itself
                database.conn.execute("ROLLBACK")
            raise


@contextmanager
def snapshot(database: Database) -> Iterator[None]:
    """Several reads of one moment."""
    with worded():
        database.conn.execute("BEGIN")
        try:
            yield
        finally:
            with suppress(sqlcipher3.dbapi2.Error):
                database.conn.execute("ROLLBACK")


@contextmanager
def worded() -> Iterator[None]:
    """Let no exception of SQLite's out: its text may carry what somebody typed."""
    try:
        yield
    except sqlcipher3.dbapi2.Error as error:
        raise _sentence(error) from None


def _sentence(error: Exception) -> CaseStoreError:
    said = str(error)
    if "disk is full" in said:
        return DiskFull("The disk is full. What was shown as saved is safe; free some space, then try again.")
    if "locked" in said:
        return StoreBusy("The store is busy with another Rimlight. Wait a moment, then try again.")
    if "not a database" in said or "malformed" in said or "disk I/O" in said:
        return StoreDamaged("The store cannot be read as it was written. Run: rimlight verify, then rimlight restore.")
    return CaseStoreError(f"The store refused the work ({type(error).__name__}). Nothing of it was saved.")
