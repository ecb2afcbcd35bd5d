"""The part of the service that appends: entries, readings, events, outcomes and files. Nothing here is ever changed; a correction is a new row."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database

from console.cases.access import Action
from console.cases.assets import chunks_of, slices_of
from console.cases.cases import specimen_row
from console.cases.checks import check_reason, check_text, check_time, check_values
from console.cases.desk import Desk
from console.cases.ledger import Change, row_named
from console.cases.model import Asset, Entry, Event, Outcome, OutcomeKind, Provenance, Reading, Session, User, Validity, Value, new_id
from console.cases.rows import ASSETS, CASES, ENTRIES, EVENTS, OUTCOMES, READINGS, Table, asset_of, entry_of, row_of
from console.faults import Refused

R = TypeVar("R", Reading, Entry, Event, Outcome)


class Logbook(Desk):
    """What is observed of a case."""

    def add_entry(self, session: Session, case_id: str, specimen_id: str | None, form: str, field: str, value: str | None) -> Entry:
        """One field as tapped."""
        actor = self._allow(session, Action.LOG)
        for text in (form, field, value or ""):
            check_text(text, "What was entered")
        if not form or not field:
            raise Refused("An entry needs its form and its field.")
        entry = Entry(new_id(), case_id, specimen_id, form, field, value, self.ledger.now(), actor.name)
        return self._append(actor, "enter", ENTRIES, entry)

    def undo_entry(self, session: Session, case_id: str, specimen_id: str | None, form: str) -> Entry | None:
        """Take back the last entry of this form that still stands; None when there is none. The answer holds what its field says now."""
        actor = self._allow(session, Action.LOG)

        def undo(change: Change) -> Entry | None:
            _check_whose(change.database, case_id, specimen_id)
            standing = _standing_entries(change.database, case_id, specimen_id, form)
            if not standing:
                return None
            last = standing[-1]
            before = [entry.value for entry in standing[:-1] if entry.field == last.field]
            taken = Entry(
                new_id(),
                case_id,
                specimen_id,
                form,
                last.field,
                before[-1] if before else None,
                self.ledger.now(),
                actor.name,
                undoes=last.id,
            )
            change.add("undo", ENTRIES, row_of(taken))
            return taken

        return self.ledger.write(actor.id, undo)

    def add_reading(
        self, session: Session, case_id: str, specimen_id: str | None, modality: str, values: tuple[Value, ...], validity: Validity,
        provenance: Provenance, *, assets: tuple[str, ...] = (), supersedes: str | None = None, reason: str = "",
    ) -> Reading:  # fmt: skip
        """A signed measurement. With `supersedes` it is a correction: needs a reason, and the right to correct."""
        actor = self._allow(session, Action.LOG, *_correcting(supersedes))
        reason = _check_correction(supersedes, reason)
        check_values(values)
        if not modality or not values:
            raise Refused("A reading needs its modality and at least one value.")
        for text in (modality, validity.statement, provenance.algorithm, provenance.version, provenance.input_sha256, provenance.device):
            check_text(text, "A reading's text")
        reading = Reading(
            new_id(),
            case_id,
            specimen_id,
            modality,
            self.ledger.now(),
            actor.name,
            tuple(values),
            validity,
            provenance,
            tuple(assets),
            supersedes,
            reason,
        )

        def check(database: Database) -> None:
            _check_supersedes(database, READINGS, case_id, supersedes, modality=modality)
            if any(row_named(database, ASSETS, sha256, case_id) is None for sha256 in assets):
                raise Refused("A file of this reading does not belong to this case.")

        return self._append(actor, "correct reading" if supersedes else "sign reading", READINGS, reading, check)

    def add_event(
        self, session: Session, case_id: str, kind: str, *, at: datetime | None = None, detail: str = "", specimen_id: str | None = None,
        supersedes: str | None = None, reason: str = "",
    ) -> Event:  # fmt: skip
        """A moment on the timeline, now unless said otherwise."""
        actor = self._allow(session, Action.LOG, *_correcting(supersedes))
        reason = _check_correction(supersedes, reason)
        check_time(at or self.ledger.now(), "The event's time")
        if not check_text(kind, "The event's kind", most=80).strip():
            raise Refused("An event needs its kind.")
        check_text(detail, "The event's detail")
        event = Event(new_id(), case_id, kind, at or self.ledger.now(), actor.name, detail, specimen_id, supersedes, reason)
        action = "correct event" if supersedes else "add event"
        return self._append(actor, action, EVENTS, event, lambda database: _check_supersedes(database, EVENTS, case_id, supersedes))

    def add_outcome(
        self,
        session: Session,
        case_id: str,
        kind: OutcomeKind,
        on: date,
        values: tuple[Value, ...] = (),
        *,
        supersedes: str | None = None,
        reason: str = "",
    ) -> Outcome:
        """Something learned after the operation."""
        actor = self._allow(session, Action.ADD_OUTCOME, *_correcting(supersedes))
        reason = _check_correction(supersedes, reason)
        check_values(values)
        if isinstance(on, datetime) or on > self.ledger.now().date():
            raise Refused("An outcome's day cannot lie in the future.")
        outcome = Outcome(new_id(), case_id, kind, on, actor.name, tuple(values), supersedes, reason)
        action = "correct outcome" if supersedes else "add outcome"
        return self._append(actor, action, OUTCOMES, outcome, lambda database: _check_supersedes(database, OUTCOMES, case_id, supersedes))

    # --- files -----------------------------------------------------------------------------------------------------------------------

    def add_asset(self, session: Session, case_id: str, content: bytes, media_type: str, description: str) -> Asset:
        """Keep a file, encrypted, under the SHA-256 of its content; the same content twice is one file."""
        sha256 = hashlib.sha256(content).hexdigest()
        return self._keep(session, case_id, (sha256, len(content), lambda: slices_of(content)), media_type, description)

    def add_asset_file(self, session: Session, case_id: str, path: Path, media_type: str, description: str) -> Asset:
        """As `add_asset`, for a file too large for memory; it is read twice, and refused when it changes in between."""
        return self.add_asset_pieces(session, case_id, lambda: chunks_of(path), media_type, description)

    def add_asset_pieces(
        self, session: Session, case_id: str, pieces: Callable[[], Iterable[bytes]], media_type: str, description: str
    ) -> Asset:
        """As `add_asset_file`, for what lies in no file: `pieces` is called twice, and what it gives only touches the disk sealed."""
        self._allow(session, Action.LOG)  # before reading what nobody may add
        whole = hashlib.sha256()
        size = 0
        for piece in pieces():
            whole.update(piece)
            size += len(piece)
        return self._keep(session, case_id, (whole.hexdigest(), size, pieces), media_type, description)

    def read_asset(self, session: Session, case_id: str, sha256: str) -> bytes:
        """Its content, checked; `StoreDamaged` names it when it is not what was kept."""
        return b"".join(self.read_asset_pieces(session, case_id, sha256))

    def read_asset_pieces(self, session: Session, case_id: str, sha256: str) -> Iterable[bytes]:
        """As `read_asset`, piece by piece; the whole is only proven when the last piece was given."""
        self._allow(session, Action.READ_CASES)
        if self.ledger.read(lambda database: row_named(database, ASSETS, sha256, case_id)) is None:
            raise Refused("That file does not belong to this case.")
        return self._assets.read(sha256)

    def _keep(
        self, session: Session, case_id: str, content: tuple[str, int, Callable[[], Iterable[bytes]]], media_type: str, description: str
    ) -> Asset:
        actor = self._allow(session, Action.LOG)
        sha256, size, pieces = content
        check_text(media_type, "The media type", most=100)
        check_text(description, "The description")
        self.ledger.read(lambda database: _check_whose(database, case_id, None))
        self._assets.keep(sha256, pieces())  # durable before the row that names it
        asset = Asset(sha256, case_id, media_type, description, size, self.ledger.now(), actor.name)

        def add(change: Change) -> Asset:
            there = row_named(change.database, ASSETS, sha256, case_id)
            if there is not None:
                return asset_of(there[1])
            change.add("add file", ASSETS, row_of(asset))
            return asset

        return self.ledger.write(actor.id, add)

    def _append(self, actor: User, action: str, table: Table, record: R, check: Callable[[Database], None] = lambda _: None) -> R:
        def add(change: Change) -> None:
            _check_whose(change.database, record.case_id, getattr(record, "specimen_id", None))
            check(change.database)
            change.add(action, table, row_of(record))

        self.ledger.write(actor.id, add)
        return record


def _correcting(supersedes: str | None) -> tuple[Action, ...]:
    return (Action.CORRECT,) if supersedes is not None else ()


def _check_correction(supersedes: str | None, reason: str) -> str:
    if supersedes is None and reason:
        raise Refused("A reason belongs to a correction, and this corrects nothing.")
    return check_reason(reason) if supersedes is not None else ""


def _check_whose(database: Database, case_id: str, specimen_id: str | None) -> None:
    if row_named(database, CASES, case_id) is None:
        raise Refused("There is no such case in this store.")
    if specimen_id is not None:
        specimen_row(database, case_id, specimen_id)


def _check_supersedes(database: Database, table: Table, case_id: str, supersedes: str | None, **same: str) -> None:
    """Only what stands, of the same case and kind, can be corrected."""
    if supersedes is None:
        return
    found = row_named(database, table, supersedes)
    if found is None or found[1]["case_id"] != case_id or any(found[1][name] != value for name, value in same.items()):
        raise Refused("What this corrects does not belong to this case.")
    if database.conn.execute(f"SELECT 1 FROM {table.name} WHERE supersedes = ?", (supersedes,)).fetchone():  # noqa: S608
        raise Refused("That was corrected already. Look at the newer one first.")


def _standing_entries(database: Database, case_id: str, specimen_id: str | None, form: str) -> list[Entry]:
    query = (
        f"SELECT {ENTRIES.selected} FROM entries e WHERE case_id = ? AND specimen_id IS ? AND form = ? AND undoes IS NULL "  # noqa: S608
        "AND NOT EXISTS (SELECT 1 FROM entries u WHERE u.undoes = e.id) ORDER BY seq"
    )
    found = database.conn.execute(query, (case_id, specimen_id, form))
    return [entry_of(dict(zip(ENTRIES.columns, row, strict=True))) for row in found]
