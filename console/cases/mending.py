"""Makes whole again what has a second copy: files from beside the backups, journals from the database."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from console.cases import backup as backups
from console.cases import keys as key_place
from console.cases.assets import Assets
from console.cases.database import worded
from console.cases.exchange import STORE
from console.cases.journal import Frame, Journals
from console.cases.keys import Keys
from console.cases.ledger import cases_after, lines_of, rows_of_lines


@dataclass(frozen=True, slots=True)
class Mended:
    """How much was made whole; `lost` files have no sound copy here."""

    assets: int
    lost: int
    journals: int


def mend(home: Path, *also: Path) -> Mended:
    """Replace damaged and missing files and journals under `home`; `also`: more folders with backups. Nothing else may have the store open."""
    keys = key_place.load(home)
    assets, lost = _mend_assets(home, keys, [Assets(folder, keys) for folder in (backups.folder_of(home), *also)])
    with backups.opened(home / STORE, keys) as (database, _), worded():
        return Mended(assets, lost, _mend_journals(database, Journals(home, keys)))


def _mend_assets(home: Path, keys: Keys, copies: list[Assets]) -> tuple[int, int]:
    there = Assets(home, keys)
    mended = lost = 0
    for sha256 in backups.asset_hashes(home, keys):
        if not there.sound(sha256):
            good = any(backups.copy_asset(copy, there, sha256) for copy in copies)
            mended, lost = mended + good, lost + (not good)
    return mended, lost


def _mend_journals(database: Database, journals: Journals) -> int:
    """Write anew each journal that does not say exactly what the database says; the old one stays beside it."""
    journals.begin()
    count = 0
    for name in sorted({*cases_after(database, 0), *journals.names()}):
        contents = journals.read(name)
        lines = lines_of(database, name, 0)
        if contents.good == contents.size and [line for frame in contents.frames for line in frame.lines] == lines:
            continue
        count += 1
        if contents.size:
            journals.set_aside(name)
        if lines:
            journals.append(name, Frame(tuple(lines), rows_of_lines(database, lines)))
    return count
