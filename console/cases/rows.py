"""Turns records into rows and back, and a row into the one text that its digest is taken of."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar

from algorithms.faces import Face
from console.cases.model import (
    Asset,
    Biomarkers,
    Bound,
    Case,
    Entry,
    Event,
    Outcome,
    OutcomeKind,
    Patient,
    Provenance,
    Reading,
    Role,
    Sex,
    Side,
    Specimen,
    SpecimenKind,
    Status,
    TumourType,
    User,
    Validity,
    Value,
)  # fmt: skip

Row = dict[str, Any]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Table:
    """One kind of row. `seq` is the number of the audit row that made it; `appended` rows never change after it."""

    name: str
    key: str
    columns: tuple[str, ...]
    appended: bool

    @property
    def selected(self) -> str:
        """The columns, for SELECT."""
        return ", ".join(f'"{column}"' for column in self.columns)


def _table(name: str, key: str, columns: str, *, appended: bool) -> Table:
    return Table(name, key, ("seq", *columns.split()), appended)


USERS = _table("users", "id", "id name role active pin_hash failures locked_until", appended=False)
SETTINGS = _table("settings", "name", "name value", appended=False)
CASES = _table(
    "cases", "id",
    "id mrn family_name given_name birth_date sex weight_kg height_cm allergies side scheduled_at procedure surgeon tumour_type er pr her2 "
    "ki67_percent rule_set simulated", appended=False,
)  # fmt: skip
SPECIMENS = _table("specimens", "id", "id case_id number kind face new_margin orientation weight_g", appended=False)
READINGS = _table(
    "readings",
    "id",
    "id case_id specimen_id modality taken_at by values_json validity_json provenance_json assets_json supersedes reason",
    appended=True,
)
ENTRIES = _table("entries", "id", "id case_id specimen_id form field value at by undoes", appended=True)
EVENTS = _table("events", "id", "id case_id kind at by detail specimen_id supersedes reason", appended=True)
ASSETS = _table("assets", "sha256", "sha256 case_id media_type description size added_at by", appended=True)
OUTCOMES = _table("outcomes", "id", "id case_id kind on by values_json supersedes reason", appended=True)
COHORTS = _table("cohorts", "id", "id name kind dictionary content at by", appended=True)
DELIVERIES = _table(
    "deliveries", "id", "id case_id kind sha256 sop_class instance study series transfer_syntax description at by", appended=True
)
DELIVERY_STEPS = _table("delivery_steps", "id", "id case_id delivery_id state detail commit at by", appended=True)

# In the order in which rows refer to one another.
TABLES = (USERS, SETTINGS, CASES, SPECIMENS, READINGS, ENTRIES, EVENTS, ASSETS, OUTCOMES, COHORTS, DELIVERIES, DELIVERY_STEPS)
BY_NAME = {table.name: table for table in TABLES}


def canonical(value: Any) -> str:
    """The one JSON text of a value."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def digest(row: Row) -> bytes:
    """SHA-256 of a row. Empty cells don't count, so that a migration may add a column without touching what was signed."""
    return hashlib.sha256(canonical({name: value for name, value in row.items() if value is not None}).encode()).digest()


# --- records -> rows -----------------------------------------------------------------------------------------------------------------------


def row_of(record: Case | Specimen | Reading | Entry | Event | Asset | Outcome) -> Row:
    """What the store keeps of a record, without its `seq`."""
    match record:
        case Case():
            return {**_flat(record, "patient", "biomarkers"), **_flat(record.patient), **_flat(record.biomarkers)}
        case Reading():
            nested = {f"{name}_json": canonical(_plain(getattr(record, name))) for name in ("values", "validity", "provenance", "assets")}
            return {**_flat(record, "values", "validity", "provenance", "assets"), **nested}
        case Outcome():
            return {**_flat(record, "values"), "values_json": canonical(_plain(record.values))}
        case _:
            return _flat(record)


def _flat(record: Any, *without: str) -> Row:
    return {name: _plain(getattr(record, name)) for name in record.__slots__ if name not in without}


def _plain(value: Any) -> Any:
    match value:
        case Enum():
            return value.value
        case Decimal():
            return str(value)
        case date():  # a datetime is one
            return value.isoformat()
        case tuple():
            return [_plain(item) for item in value]
        case None | str() | int():
            return int(value) if isinstance(value, bool) else value
        case _:
            return _flat(value)


# --- rows -> records -----------------------------------------------------------------------------------------------------------------------


def _maybe(kind: Callable[[Any], T], value: Any) -> T | None:
    return None if value is None else kind(value)


def patient_of(row: Row) -> Patient:
    """The patient in a row of `cases`."""
    return Patient(
        row["mrn"], row["family_name"], row["given_name"], date.fromisoformat(row["birth_date"]), Sex(row["sex"]),
        _maybe(Decimal, row["weight_kg"]), _maybe(Decimal, row["height_cm"]), row["allergies"],
    )  # fmt: skip


def case_of(row: Row) -> Case:
    """A row of `cases`."""
    biomarkers = Biomarkers(Status(row["er"]), Status(row["pr"]), Status(row["her2"]), _maybe(Decimal, row["ki67_percent"]))
    return Case(
        row["id"], patient_of(row), Side(row["side"]), datetime.fromisoformat(row["scheduled_at"]), row["procedure"], row["surgeon"],
        TumourType(row["tumour_type"]), biomarkers, row["rule_set"], bool(row["simulated"]),
    )  # fmt: skip


def specimen_of(row: Row) -> Specimen:
    """A row of `specimens`."""
    return Specimen(
        row["id"], row["case_id"], row["number"], SpecimenKind(row["kind"]), _maybe(Face, row["face"]), row["new_margin"], row["orientation"],
        _maybe(Decimal, row["weight_g"]),
    )  # fmt: skip


def _values_of(text: str) -> tuple[Value, ...]:
    return tuple(
        Value(kept["name"], _maybe(Decimal, kept["number"]), kept["unit"], _maybe(Face, kept["face"]), Bound(kept["bound"]), kept["text"])
        for kept in json.loads(text)
    )


def reading_of(row: Row) -> Reading:
    """A row of `readings`."""
    validity, made = json.loads(row["validity_json"]), json.loads(row["provenance_json"])
    parameters = tuple((str(name), str(value)) for name, value in made["parameters"])
    provenance = Provenance(made["algorithm"], made["version"], made["input_sha256"], parameters, made["device"], bool(made["simulated"]))
    return Reading(
        row["id"], row["case_id"], row["specimen_id"], row["modality"], datetime.fromisoformat(row["taken_at"]), row["by"],
        _values_of(row["values_json"]), Validity(bool(validity["usable"]), validity["statement"]), provenance,
        tuple(json.loads(row["assets_json"])), row["supersedes"], row["reason"],
    )  # fmt: skip


def entry_of(row: Row) -> Entry:
    """A row of `entries`."""
    return Entry(
        row["id"],
        row["case_id"],
        row["specimen_id"],
        row["form"],
        row["field"],
        row["value"],
        datetime.fromisoformat(row["at"]),
        row["by"],
        row["undoes"],
    )


def event_of(row: Row) -> Event:
    """A row of `events`."""
    return Event(
        row["id"], row["case_id"], row["kind"], datetime.fromisoformat(row["at"]), row["by"], row["detail"], row["specimen_id"], row["supersedes"],
        row["reason"],
    )  # fmt: skip


def asset_of(row: Row) -> Asset:
    """A row of `assets`."""
    added_at = datetime.fromisoformat(row["added_at"])
    return Asset(row["sha256"], row["case_id"], row["media_type"], row["description"], row["size"], added_at, row["by"])


def outcome_of(row: Row) -> Outcome:
    """A row of `outcomes`."""
    return Outcome(
        row["id"], row["case_id"], OutcomeKind(row["kind"]), date.fromisoformat(row["on"]), row["by"], _values_of(row["values_json"]),
        row["supersedes"], row["reason"],
    )  # fmt: skip


def user_of(row: Row) -> User:
    """A row of `users`."""
    return User(row["id"], row["name"], Role(row["role"]), bool(row["active"]))


def current(records: Iterable[T], replaced_by: str) -> tuple[T, ...]:
    """Those that nothing later took the place of; `replaced_by` is the field that names the older one."""
    records = tuple(records)
    gone = {getattr(record, replaced_by) for record in records} - {None}
    return tuple(record for record in records if getattr(record, "id") not in gone)  # noqa: B009 - T has an id wherever this is called
