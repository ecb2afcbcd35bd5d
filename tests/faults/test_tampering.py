"""Somebody with the key and a raw connection changes the past and covers their tracks: `verify` finds each change.

What nobody can find from inside is named in docs/risks.md: the whole home put back as it was, or everything forged by who holds the key.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2
from sqlite_utils import Database

from console.cases import keys as key_place
from console.cases.audit import COLUMNS, SELECTED, Anchor
from console.cases.database import unlock
from console.cases.inspection import inspect
from console.cases.rows import TABLES
from console.cases.verify import Part
from tests.faults import stores

MARKS = ", ".join("?" * len(COLUMNS))


def other(value: object, chance: random.Random) -> object:
    """Something else of the same kind."""
    match value:
        case None:
            return "x"
        case bytes():
            at = chance.randrange(len(value))
            return value[:at] + bytes([value[at] ^ 1 << chance.randrange(8)]) + value[at + 1 :]
        case int():
            return value + chance.choice([-1, 1, 1000])
        case _:
            text = str(value)
            at = chance.randrange(len(text) + 1)
            return chance.choice([text[:at] + chance.choice("017é") + text[at:], text[:at] + text[at + 1 :], text[::-1], None])


def any_row(database: Database, table: str, chance: random.Random) -> int:
    """The seq of a row of a table, or an error that makes the caller try something else."""
    found = [seq for (seq,) in database.conn.execute(f"SELECT seq FROM {table}")]
    return chance.choice(found)


def edit(database: Database, table: str, column: str, chance: random.Random) -> str:
    """Change one cell."""
    seq = any_row(database, table, chance)
    old = database.conn.execute(f'SELECT "{column}" FROM {table} WHERE seq = ?', (seq,)).fetchone()[0]
    if (new := other(old, chance)) == old:
        raise ValueError
    database.conn.execute(f'UPDATE {table} SET "{column}" = ? WHERE seq = ?', (new, seq))
    return f"edited {table}.{column}"


def edit_audit(database: Database, chance: random.Random) -> str:
    """One cell of the trail."""
    return edit(database, "audit", chance.choice(COLUMNS), chance)


def edit_row(database: Database, chance: random.Random) -> str:
    """One cell of anything else."""
    table = chance.choice(TABLES)
    return edit(database, table.name, chance.choice(table.columns), chance)


def delete_audit(database: Database, chance: random.Random) -> str:
    """One line, or several, anywhere but at the end."""
    seq = any_row(database, "audit", chance)
    database.conn.execute("DELETE FROM audit WHERE seq BETWEEN ? AND ?", (seq, seq + chance.choice([0, 0, 3])))
    return f"deleted audit {seq}"


def delete_and_close_up(database: Database, chance: random.Random) -> str:
    """Take a line out and renumber those after it."""
    seq = any_row(database, "audit", chance)
    database.conn.execute("DELETE FROM audit WHERE seq = ?", (seq,))
    for (later,) in database.conn.execute("SELECT seq FROM audit WHERE seq > ? ORDER BY seq", (seq,)).fetchall():
        database.conn.execute("UPDATE audit SET seq = ? WHERE seq = ?", (later - 1, later))
    return f"deleted audit {seq} and closed up"


def delete_row(database: Database, chance: random.Random) -> str:
    """A row, with or without its line."""
    table = chance.choice(TABLES).name
    seq = any_row(database, table, chance)
    database.conn.execute(f"DELETE FROM {table} WHERE seq = ?", (seq,))
    if chance.random() < 0.5:
        database.conn.execute("DELETE FROM audit WHERE seq = ?", (seq,))
    return f"deleted {table} {seq}"


def insert_audit(database: Database, chance: random.Random) -> str:
    """A copy of a line, as the next one or in a place made for it."""
    last = database.conn.execute("SELECT max(seq) FROM audit").fetchone()[0]
    copied = list(database.conn.execute(f"SELECT {SELECTED} FROM audit WHERE seq = ?", (any_row(database, "audit", chance),)).fetchone())
    copied[0] = chance.choice([last + 1, any_row(database, "audit", chance)])
    for seq in range(last, copied[0] - 1, -1):
        database.conn.execute("UPDATE audit SET seq = ? WHERE seq = ?", (seq + 1, seq))
    database.conn.execute(f"INSERT INTO audit ({SELECTED}) VALUES ({MARKS})", copied)
    return f"inserted audit {copied[0]}"


def insert_row(database: Database, chance: random.Random) -> str:
    """A copy of a row under another name and number."""
    table = chance.choice(TABLES)
    seq = any_row(database, table.name, chance)
    row = dict(
        zip(
            table.columns, database.conn.execute(f"SELECT {table.selected} FROM {table.name} WHERE seq = ?", (seq,)).fetchone(), strict=True
        )
    )
    row["seq"] = chance.choice([any_row(database, "audit", chance), database.conn.execute("SELECT max(seq) + 1 FROM audit").fetchone()[0]])
    row[table.key] = f"{row[table.key]}"[::-1]
    row.update({name: None for name in ("undoes", "supersedes") if name in row})
    row.update({"number": 99} if "number" in row else {"name": "Mallory"} if table.name == "users" else {})
    database.conn.execute(f"INSERT INTO {table.name} ({table.selected}) VALUES ({', '.join('?' * len(row))})", list(row.values()))
    return f"inserted into {table.name}"


def swap(database: Database, chance: random.Random) -> str:
    """Two lines, or two rows, change places."""
    table = chance.choice(["audit", "audit", *(table.name for table in TABLES)])
    one, two = any_row(database, table, chance), any_row(database, table, chance)
    if one == two:
        raise ValueError
    for old, new in ((one, -1), (two, one), (-1, two)):
        database.conn.execute(f"UPDATE {table} SET seq = ? WHERE seq = ?", (new, old))
    return f"swapped {table} {one} and {two}"


def cut_tail(database: Database, chance: random.Random) -> str:
    """The last lines and everything that they made never happened."""
    last = database.conn.execute("SELECT max(seq) FROM audit").fetchone()[0]
    seq = last - chance.choice([0, 0, 1, 5, 30])
    cut_from(database, seq)
    return f"cut from audit {seq}"


def cut_from(database: Database, seq: int) -> None:
    """This line and everything after it never happened."""
    for table in reversed(TABLES):
        database.conn.execute(f"DELETE FROM {table.name} WHERE seq >= ?", (seq,))
    database.conn.execute("DELETE FROM audit WHERE seq >= ?", (seq,))
    database.conn.execute("DELETE FROM case_words WHERE case_id NOT IN (SELECT id FROM cases)")


def renumber(database: Database, chance: random.Random) -> str:
    """Everything after a line moves up by one."""
    seq = any_row(database, "audit", chance)
    for (later,) in database.conn.execute("SELECT seq FROM audit WHERE seq >= ? ORDER BY seq DESC", (seq,)).fetchall():
        database.conn.execute("UPDATE audit SET seq = ? WHERE seq = ?", (later + 1, later))
    return f"renumbered audit from {seq}"


def hide_case(database: Database, chance: random.Random) -> str:
    """The search no longer finds a patient."""
    word, case_id = chance.choice(database.conn.execute("SELECT word, case_id FROM case_words").fetchall())
    database.conn.execute("DELETE FROM case_words WHERE word = ? AND case_id = ?", (word, case_id))
    return "hid a case from the search"


TAMPERS: tuple[Callable[[Database, random.Random], str], ...] = (
    edit_audit, edit_audit, edit_row, edit_row, edit_row, delete_audit, delete_and_close_up, delete_row, insert_audit, insert_row, swap, cut_tail,
    renumber, hide_case,
)  # fmt: skip


def tamper(home: Path, chance: random.Random) -> str:
    """Take the triggers away, change something, put them back: only the change itself may give it away."""
    with closing(unlock(home / "store.db", key_place.load(home).databases)[0]) as database:
        connection = database.conn
        connection.execute("PRAGMA foreign_keys = OFF")
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY rowid").fetchall()
        while True:
            connection.execute("BEGIN")
            try:
                for name, _ in triggers:
                    connection.execute(f"DROP TRIGGER {name}")
                what = chance.choice(TAMPERS)(database, chance)
                for _, sql in triggers:
                    connection.execute(sql)
                connection.execute("COMMIT")
            except (sqlcipher3.dbapi2.Error, ValueError, IndexError):  # this one cannot be done; another one
                connection.execute("ROLLBACK")
                continue
            return what


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with everything in it, closed."""
    home = tmp_path_factory.mktemp("pristine") / "home"
    stores.save(home, 1, 60)
    assert inspect(home) == ()
    return home


def unnoticed(pristine: Path, count: int, seed: int, work: Path) -> list[str]:
    """Tamper `count` times, each with a store of its own; what was not found."""
    chance = random.Random(seed)
    missed = []
    for number in range(count):
        home = stores.copy(pristine, work / f"{number}")
        what = tamper(home, chance)
        if not any(finding.grave for finding in inspect(home)):
            missed.append(f"tamper {number}: {what}")
        shutil.rmtree(home)
    return missed


def test_each_tamper_is_found(pristine: Path, tmp_path: Path) -> None:
    assert unnoticed(pristine, 150, 21, tmp_path) == []


def test_a_tail_cut_off_together_with_the_anchor_is_found_by_the_journals(pristine: Path, tmp_path: Path) -> None:
    home = stores.copy(pristine, tmp_path / "home")
    keys, older = key_place.load(home), (home / "audit.head").read_bytes()
    anchored = Anchor(home / "audit.head", keys).read()
    assert anchored
    stores.save(home, 5, 10)
    with closing(unlock(home / "store.db", keys.databases)[0]) as database:
        database.conn.execute("PRAGMA foreign_keys = OFF")
        triggers = database.conn.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            database.conn.execute(f"DROP TRIGGER {name}")
        cut_from(database, anchored.seq + 1)
        for _, sql in triggers:
            database.conn.execute(sql)
    (home / "audit.head").write_bytes(older)
    assert {finding.part for finding in inspect(home) if finding.grave} == {Part.JOURNALS}


@pytest.mark.endurance
@pytest.mark.timeout(3600)
def test_1000_tampers_are_found(pristine: Path, tmp_path: Path) -> None:
    assert unnoticed(pristine, 1000, 22, tmp_path) == []
