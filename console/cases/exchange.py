"""The last step of a restore, which any start can finish: the prepared store takes the place of the old one, whatever cuts in between."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from console.cases.files import sync_folder

READY = "restoring"  # a folder of this name in the home means: decided
STORE, HEAD = "store.db", "audit.head"


def finish(home: Path, mend: Callable[[Path], object]) -> bool:
    """Complete an exchange that was decided; whether there was one. Called before every opening, harmless twice.

    `mend` brings the journals in line with the new store; the exchange counts as done only after it.
    """
    ready = home / READY
    if not ready.is_dir():
        return False
    if (ready / STORE).exists():
        for name in (f"{STORE}-wal", f"{STORE}-shm"):  # they belong to the old store, and would be taken for the new one's
            (home / name).unlink(missing_ok=True)
        sync_folder(home)
        (ready / STORE).replace(home / STORE)
        sync_folder(home)
    if (ready / HEAD).exists():
        (ready / HEAD).replace(home / HEAD)
        sync_folder(home)
    mend(home)
    shutil.rmtree(ready)
    sync_folder(home)
    return True
