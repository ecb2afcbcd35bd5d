"""Brings a store back: from a backup, from the cases' journals, or from a backup and whatever the journals know beyond it.

Everything is prepared and checked in a folder beside the store. Renaming that folder to `restoring` decides; from then on every start finishes
the exchange: a power cut leaves the old store or the new one. What stood there before is kept: as a backup or, when it cannot be read, as it is.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from console.cases import backup as backups
from console.cases import keys as key_place
from console.cases.audit import START, Anchor, Head
from console.cases.backup import RESTORE, Backup
from console.cases.database import connect, rekey, worded
from console.cases.exchange import HEAD, READY, STORE, finish
from console.cases.files import make_folder, sync_folder
from console.cases.journal import Journals
from console.cases.keys import Keys
from console.cases.ledger import last_head
from console.cases.mending import Mended, mend
from console.cases.migrations import migrate
from console.cases.opening import lock, open_store
from console.cases.replay import replay
from console.cases.verify import Part, verify
from console.faults import CaseStoreError, Refused, StoreDamaged


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back: `replayed` audit lines from the journals, `saved` rows from behind a gap in them. `kept` holds what stood there before."""

    source: Path | None
    kept: Path | None
    lines: int
    replayed: int
    saved: int
    mended: Mended


def recover(home: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> Restored:
    """Whatever the store under `home` needs.

    A sound database only has its files and journals made whole, and does not go back in time; else the newest sound backup and the journals,
    or the journals alone, take its place.
    """
    if is_whole(home):
        with lock(home):
            mended = mend(home)
        return Restored(None, None, 0, 0, 0, mended)
    return restore(home, newest_sound(backups.folder_of(home), key_place.load(home)), now=now)


def restore(
    home: Path, source: Backup | None, *, with_journals: bool = True, now: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> Restored:
    """Put `source`, and with journals everything logged since, in the place of the store under `home`; None: from the journals alone.

    Nothing else may have the store open.
    """
    make_folder(home)
    with lock(home):
        finish(home, mend)
        if with_journals and is_whole(home):
            mend(home)  # the journals are about to be believed, and the database can still say what they lack
        kept, lines, replayed, saved = _exchange(home, source, now, with_journals=with_journals)
        mended: list[Mended] = []
        finish(home, lambda home: mended.append(mend(home, *([source.path.parent] if source else []))))
    said = {"from": source.path.name if source else "journals", "replayed": replayed, "saved": saved}
    store = open_store(home, now, read_only=False)
    try:
        store.ledger.write("console", lambda change: change.note("restored", change=said))
    finally:
        store.release()
    return Restored(source.path if source else None, kept, lines, replayed, saved, mended[0])


def is_whole(home: Path) -> bool:
    """Whether the database itself, its chain and its anchor are as they were written; files and journals may be damaged."""
    if not (home / STORE).exists():
        return False
    return not any(finding.grave and finding.part not in {Part.ASSETS, Part.JOURNALS} for finding in verify(home))


def _exchange(home: Path, source: Backup | None, now: Callable[[], datetime], *, with_journals: bool) -> tuple[Path | None, int, int, int]:
    keys = key_place.load(home)
    if source is not None:
        backups.check(source.path, keys)
    elif not any(True for _ in Journals(home, keys).names()):
        raise Refused("There are no journals here to restore from.")
    prepared = home / f".{READY}.part"
    shutil.rmtree(prepared, ignore_errors=True)
    make_folder(prepared)
    try:
        head, replayed, saved = _prepare(home, prepared, source, keys, now, with_journals=with_journals)
        kept = _keep_present(home, now)
        prepared.rename(home / READY)
    except BaseException:
        shutil.rmtree(prepared, ignore_errors=True)
        raise
    sync_folder(home)
    return kept, head.seq, replayed, saved


def _prepare(
    home: Path, prepared: Path, source: Backup | None, keys: Keys, now: Callable[[], datetime], *, with_journals: bool
) -> tuple[Head, int, int]:
    fresh = prepared / STORE
    if source is not None:
        shutil.copyfile(source.path / STORE, fresh)
        _newest_key(fresh, keys)
    database = connect(fresh, keys.derive("database"))
    try:
        migrate(database, lambda _: None)
        begun = last_head(database)
        lines, saved = replay(database, Journals(home, keys), keys, now) if with_journals else (0, 0)
        head = last_head(database)
        with worded():
            database.conn.execute("PRAGMA journal_mode = DELETE")
    finally:
        database.close()
    with fresh.open("rb+") as file:
        os.fsync(file.fileno())
    if head == START and (source is None or with_journals):  # a backup of a store in which nothing was done yet is whole
        raise StoreDamaged("Nothing could be read from the journals. The store was left as it is.")
    anchor = Anchor(prepared / HEAD, keys)
    anchor.begin()
    anchor.write(head)
    assert head.seq >= begun.seq + lines
    return head, lines, saved


def _newest_key(path: Path, keys: Keys) -> None:
    with backups.opened(path, keys) as (_, key):
        old = key
    if old != keys.derive("database"):
        rekey(path, old, keys.derive("database"))


def _keep_present(home: Path, now: Callable[[], datetime]) -> Path | None:
    """A backup of what stands there now, or, when it cannot be read, its files as they are."""
    if not (home / STORE).exists():
        return None
    with suppress(CaseStoreError):
        return backups.make(home, reason=RESTORE, now=now).path
    aside = backups.folder_of(home) / f"unreadable-{now().astimezone(UTC):%Y%m%dT%H%M%SZ}"
    make_folder(backups.folder_of(home))
    make_folder(aside)
    for name in (STORE, f"{STORE}-wal", HEAD):
        if (home / name).exists():
            shutil.copyfile(home / name, aside / name)
            with (aside / name).open("rb+") as file:
                os.fsync(file.fileno())
    sync_folder(aside)
    return aside


def newest_sound(folder: Path, keys: Keys) -> Backup | None:
    """The newest backup that can be relied on; None where the journals must do."""
    # What was given up in an earlier restore comes last.
    for found in sorted(backups.listed(folder), key=lambda backup: (backup.reason != RESTORE, backup.at), reverse=True):
        with suppress(StoreDamaged):
            backups.check(found.path, keys)
            return found
    return None
