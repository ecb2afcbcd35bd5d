"""What the department chose, as rows: one a setting, so that each change is audited by name."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from sqlite_utils import Database

from console import words
from console.cases.files import write_whole
from console.cases.ledger import Change, row_named
from console.cases.rows import SETTINGS, canonical
from console.settings import Settings


def kept_settings(database: Database) -> Settings:
    """Defaults, and over them what was chosen."""
    chosen = {name: json.loads(value) for name, value in database.conn.execute("SELECT name, value FROM settings")}
    return Settings.from_json(canonical(chosen))


def keep_setting(change: Change, name: str, value: str | int) -> Settings:
    """Choose one; `Refused` when it makes no sense."""
    settings = kept_settings(change.database).changed(name, value)
    found = row_named(change.database, SETTINGS, name)
    if found is None:
        change.add("choose setting", SETTINGS, {"name": name, "value": canonical(value)})
    else:
        change.amend("choose setting", SETTINGS, found[1], {"value": canonical(value)})
    return settings


def remember_language(home: Path, language: str) -> None:
    """A copy beside the store, no secret, for the window that is there before the store opens. It may fail: the next start writes it again."""
    if words.remembered(home) != language:
        with suppress(OSError):
            write_whole(home / words.COPY, language.encode("ascii"))
