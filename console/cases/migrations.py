"""Brings a store from the version it was written in to this one: numbered steps, one transaction each, a copy of the database before each.

A step may add tables, and columns that may be empty: a row's digest leaves empty cells out, so what was signed before stays signed. A step that
rewrites rows would break the audit chain, and `rimlight verify` would say so. See CONTRIBUTING.md.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlite_utils import Database

from console.cases.database import transaction, worded

Migration = Callable[[Database], None]

_CASE = "TEXT NOT NULL REFERENCES cases(id)"
_PIECE = "TEXT REFERENCES specimens(id)"
_SEQ = "seq INTEGER PRIMARY KEY REFERENCES audit(seq)"  # the audit row that made it: order and proof in one number

_TABLES = f"""
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY, at TEXT NOT NULL, monotonic_ns INTEGER NOT NULL, boot TEXT NOT NULL, user TEXT NOT NULL, action TEXT NOT NULL,
  tbl TEXT, row_id TEXT, case_id TEXT, change TEXT, digest BLOB, key INTEGER NOT NULL, mac BLOB NOT NULL) STRICT;
CREATE INDEX audit_case ON audit(case_id);

CREATE TABLE users (
  {_SEQ}, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE, role TEXT NOT NULL, active INTEGER NOT NULL, pin_hash TEXT NOT NULL,
  failures INTEGER NOT NULL, locked_until TEXT) STRICT;

CREATE TABLE settings ({_SEQ}, name TEXT NOT NULL UNIQUE, value TEXT NOT NULL) STRICT;

CREATE TABLE cases (
  {_SEQ}, id TEXT NOT NULL UNIQUE, mrn TEXT NOT NULL, family_name TEXT NOT NULL, given_name TEXT NOT NULL, birth_date TEXT NOT NULL,
  sex TEXT NOT NULL, weight_kg TEXT, height_cm TEXT, allergies TEXT NOT NULL, side TEXT NOT NULL, scheduled_at TEXT NOT NULL,
  procedure TEXT NOT NULL, surgeon TEXT NOT NULL, tumour_type TEXT NOT NULL, er TEXT NOT NULL, pr TEXT NOT NULL, her2 TEXT NOT NULL,
  ki67_percent TEXT, rule_set TEXT NOT NULL, simulated INTEGER NOT NULL,
  day TEXT GENERATED ALWAYS AS (substr(scheduled_at, 1, 10)) VIRTUAL,
  moment INTEGER GENERATED ALWAYS AS (unixepoch(scheduled_at)) VIRTUAL) STRICT;
CREATE INDEX cases_day ON cases(day DESC, moment, id);
CREATE INDEX cases_mrn ON cases(mrn);

CREATE TABLE case_words (word TEXT NOT NULL, case_id {_CASE}, PRIMARY KEY (word, case_id)) STRICT, WITHOUT ROWID;
CREATE INDEX case_words_case ON case_words(case_id, word);

CREATE TABLE specimens (
  {_SEQ}, id TEXT NOT NULL UNIQUE, case_id {_CASE}, number INTEGER NOT NULL, kind TEXT NOT NULL, face TEXT, new_margin TEXT NOT NULL,
  orientation TEXT NOT NULL, weight_g TEXT, UNIQUE (case_id, number)) STRICT;

CREATE TABLE readings (
  {_SEQ}, id TEXT NOT NULL UNIQUE, case_id {_CASE}, specimen_id {_PIECE}, modality TEXT NOT NULL, taken_at TEXT NOT NULL, by TEXT NOT NULL,
  values_json TEXT NOT NULL, validity_json TEXT NOT NULL, provenance_json TEXT NOT NULL, assets_json TEXT NOT NULL,
  supersedes TEXT UNIQUE REFERENCES readings(id), reason TEXT NOT NULL) STRICT;
CREATE INDEX readings_case ON readings(case_id);

CREATE TABLE entries (
  {_SEQ}, id TEXT NOT NULL UNIQUE, case_id {_CASE}, specimen_id {_PIECE}, form TEXT NOT NULL, field TEXT NOT NULL, value TEXT,
  at TEXT NOT NULL, by TEXT NOT NULL, undoes TEXT UNIQUE REFERENCES entries(id)) STRICT;
CREATE INDEX entries_case ON entries(case_id);

CREATE TABLE events (
  {_SEQ}, id TEXT NOT NULL UNIQUE, case_id {_CASE}, kind TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL, detail TEXT NOT NULL,
  specimen_id {_PIECE}, supersedes TEXT UNIQUE REFERENCES events(id), reason TEXT NOT NULL) STRICT;
CREATE INDEX events_case ON events(case_id);

CREATE TABLE assets (
  {_SEQ}, sha256 TEXT NOT NULL, case_id {_CASE}, media_type TEXT NOT NULL, description TEXT NOT NULL, size INTEGER NOT NULL,
  added_at TEXT NOT NULL, by TEXT NOT NULL, UNIQUE (case_id, sha256)) STRICT;

CREATE TABLE outcomes (
  {_SEQ}, id TEXT NOT NULL UNIQUE, case_id {_CASE}, kind TEXT NOT NULL, "on" TEXT NOT NULL, by TEXT NOT NULL, values_json TEXT NOT NULL,
  supersedes TEXT UNIQUE REFERENCES outcomes(id), reason TEXT NOT NULL) STRICT;
CREATE INDEX outcomes_case ON outcomes(case_id);
"""

_COHORTS = f"""
CREATE TABLE cohorts (
  {_SEQ}, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT NOT NULL, dictionary TEXT NOT NULL, content TEXT NOT NULL, at TEXT NOT NULL,
  by TEXT NOT NULL) STRICT;
CREATE INDEX cohorts_name ON cohorts(name);
"""

_DELIVERIES = f"""
CREATE TABLE deliveries (
  {_SEQ}, id TEXT NOT NULL UNIQUE, case_id {_CASE}, kind TEXT NOT NULL, sha256 TEXT NOT NULL, sop_class TEXT NOT NULL, instance TEXT NOT NULL,
  study TEXT NOT NULL, series TEXT NOT NULL, transfer_syntax TEXT NOT NULL, description TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL,
  UNIQUE (kind, instance)) STRICT;
CREATE INDEX deliveries_case ON deliveries(case_id);

CREATE TABLE delivery_steps (
  {_SEQ}, id TEXT NOT NULL UNIQUE, case_id {_CASE}, delivery_id TEXT NOT NULL REFERENCES deliveries(id), state TEXT NOT NULL, detail TEXT NOT NULL,
  "commit" TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL) STRICT;
CREATE INDEX delivery_steps_delivery ON delivery_steps(delivery_id);
CREATE INDEX delivery_steps_commit ON delivery_steps("commit");
"""

_AT_FIRST = ("audit", "readings", "entries", "events", "assets", "outcomes")
APPEND_ONLY = (*_AT_FIRST, "cohorts", "deliveries", "delivery_steps")
KEPT = ("users", "settings", "cases", "specimens")  # amended in place, never deleted


def _statements(script: str) -> list[str]:
    return [statement for statement in script.split(";\n") if statement.strip()]


def first(database: Database) -> None:
    """Everything."""
    for statement in _statements(_TABLES):
        database.conn.execute(statement)
    for table in _AT_FIRST:
        _forbid(database, "UPDATE", table)
    for table in (*_AT_FIRST, *KEPT):
        _forbid(database, "DELETE", table)


def second(database: Database) -> None:
    """Cohorts that were defined or imported, by name; the newest of a name stands."""
    for statement in _statements(_COHORTS):
        database.conn.execute(statement)
    for verb in ("UPDATE", "DELETE"):
        _forbid(database, verb, "cohorts")


def third(database: Database) -> None:
    """What is to be sent to the hospital, and each step on its way; the newest step of a delivery is where it stands."""
    for statement in _statements(_DELIVERIES):
        database.conn.execute(statement)
    for table in ("deliveries", "delivery_steps"):
        for verb in ("UPDATE", "DELETE"):
            _forbid(database, verb, table)


def _forbid(database: Database, verb: str, table: str) -> None:
    said = f"{table} is only ever appended to" if verb == "UPDATE" else f"nothing is deleted from {table}"
    database.conn.execute(f"CREATE TRIGGER no_{verb.lower()}_{table} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, '{said}'); END")


MIGRATIONS: tuple[Migration, ...] = (first, second, third)


def version(database: Database) -> int:
    """How many steps this database has taken; 0 for an empty one."""
    with worded():
        return int(database.conn.execute("PRAGMA user_version").fetchone()[0])


def migrate(database: Database, before: Callable[[int], object], steps: Sequence[Migration] = MIGRATIONS) -> None:
    """Take the steps that are missing; `before` is called once, with the version to be left, when there is anything to keep."""
    began = version(database)
    if 0 < began < len(steps):
        before(began)
    for number in range(began, len(steps)):
        with transaction(database):
            steps[number](database)
            database.conn.execute(f"PRAGMA user_version = {number + 1}")
