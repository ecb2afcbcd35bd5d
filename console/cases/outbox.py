"""What goes to the hospital, kept until it has arrived: queued by a person, carried by the console at any hour, each step on disk.

A delivery never changes; where it stands is its newest step. Before anything leaves, the step «sending» is on disk: whoever finds it there after a
crash or a broken line knows that the object may have arrived, and asks before sending it again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlite_utils import Database

from console.cases.access import Action
from console.cases.assets import Assets
from console.cases.checks import check_text
from console.cases.desk import Desk
from console.cases.ledger import Change, Ledger, row_named
from console.cases.model import Session, new_id
from console.cases.rows import ASSETS, DELIVERIES, DELIVERY_STEPS, Row
from console.faults import Refused

CARRIER = "hospital queue"  # who acts, in the audit trail, when nobody is signed in


class DeliveryKind(StrEnum):
    """What is to be done with the file."""

    STORE = "store"  # an object for the archive
    STEP_BEGUN = "step begun"  # a message for the hospital's account of steps
    STEP_ENDED = "step ended"


class DeliveryState(StrEnum):
    """Where a delivery stands, in the words of the screen."""

    QUEUED = "queued"
    SENDING = "sending"  # it has left, or may have: ask before sending again
    SENT = "sent"
    ASKED = "sent, confirmation asked for"
    CONFIRMED = "kept by the archive"
    REFUSED = "refused"


OPEN = (DeliveryState.QUEUED, DeliveryState.SENDING)
ARRIVED = (DeliveryState.SENT, DeliveryState.ASKED, DeliveryState.CONFIRMED)


@dataclass(frozen=True, slots=True)
class ObjectNames:
    """What an object is called by, as DICOM has it; for a message only the instance counts."""

    sop_class: str
    instance: str
    study: str = ""
    series: str = ""
    transfer_syntax: str = ""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One file on its way. `detail` is the newest sentence about it, `commit` the transaction in which the archive was asked to keep it."""

    id: str
    case_id: str
    kind: DeliveryKind
    sha256: str
    names: ObjectNames
    description: str
    queued_at: datetime
    by: str
    state: DeliveryState
    detail: str
    commit: str
    at: datetime


_QUERY = (
    "SELECT d.id, d.case_id, d.kind, d.sha256, d.sop_class, d.instance, d.study, d.series, d.transfer_syntax, d.description, d.at, d.by, s.state, "
    's.detail, s."commit", s.at FROM deliveries d JOIN delivery_steps s ON s.seq = (SELECT max(seq) FROM delivery_steps WHERE delivery_id = d.id) '
)


class Deliveries(Desk):
    """The part of the service about what goes to the hospital."""

    def queue_delivery(
        self, session: Session, case_id: str, sha256: str, names: ObjectNames, description: str, kind: DeliveryKind = DeliveryKind.STORE
    ) -> Delivery:
        """Queue a file of this case; the same object twice is one delivery, another one under the same identifier is refused."""
        actor = self._allow(session, Action.EXPORT if kind is DeliveryKind.STORE else Action.LOG)
        for text in (names.sop_class, names.instance, names.study, names.series, names.transfer_syntax):
            check_text(text, "An object's identifier", most=64)
        check_text(description, "The description", most=200)
        if not names.instance:
            raise Refused("An object without an identifier cannot be sent.")
        at = self.ledger.now().isoformat()

        def queue(change: Change) -> Delivery:
            if row_named(change.database, ASSETS, sha256, case_id) is None:
                raise Refused("That file does not belong to this case.")
            if (there := _same(change.database, kind, names.instance)) is not None:
                if (there.case_id, there.sha256) != (case_id, sha256):
                    raise Refused("Another object was queued under this identifier. Make the export anew.")
                return there
            row = {
                "id": new_id(), "case_id": case_id, "kind": kind.value, "sha256": sha256, "sop_class": names.sop_class, "instance": names.instance,
                "study": names.study, "series": names.series, "transfer_syntax": names.transfer_syntax, "description": description, "at": at,
                "by": actor.name,
            }  # fmt: skip
            change.add("queue for hospital", DELIVERIES, row)
            _step(change, row, DeliveryState.QUEUED, "", "", at, actor.name)
            return _one(change.database, row["id"])

        return self.ledger.write(actor.id, queue)

    def deliveries(self, session: Session, case_id: str | None = None) -> tuple[Delivery, ...]:
        """Of one case, or everything that has not arrived yet; oldest first."""
        self._allow(session, Action.READ_CASES)
        if case_id is not None:
            return self.ledger.read(lambda database: _found(database, "WHERE d.case_id = ? ORDER BY d.seq", (case_id,)))
        states = (*OPEN, DeliveryState.REFUSED)
        return self.ledger.read(lambda database: _in_states(database, states))

    def send_again(self, session: Session, delivery_id: str) -> Delivery:
        """A refused delivery goes back into the queue, once the reason was seen to."""
        actor = self._allow(session, Action.EXPORT)
        at = self.ledger.now().isoformat()

        def again(change: Change) -> Delivery:
            delivery = _one(change.database, delivery_id)
            if delivery.state is not DeliveryState.REFUSED:
                raise Refused("Only what was refused can be sent again; everything else goes by itself.")
            # Its answer came, so nothing is in doubt: it is sent without a question before.
            _step(change, _row(delivery), DeliveryState.QUEUED, "", "", at, actor.name)
            return _one(change.database, delivery_id)

        return self.ledger.write(actor.id, again)

    @property
    def outbox(self) -> Outbox:
        """For the console's own queue: it works when nobody is signed in."""
        return Outbox(self.ledger, self._assets)


class Outbox:
    """The queue as its carrier sees it: no screen, no person, every step audited as `CARRIER`."""

    def __init__(self, ledger: Ledger, assets: Assets) -> None:
        self._ledger, self._assets = ledger, assets

    def open_deliveries(self) -> tuple[Delivery, ...]:
        """What has not arrived, oldest first."""
        return self._ledger.read(lambda database: _in_states(database, OPEN))

    def unconfirmed(self) -> tuple[Delivery, ...]:
        """Objects that arrived and that the archive has not promised to keep yet."""
        found = self._ledger.read(lambda database: _in_states(database, (DeliveryState.SENT, DeliveryState.ASKED)))
        return tuple(delivery for delivery in found if delivery.kind is DeliveryKind.STORE)

    def content(self, delivery: Delivery) -> bytes:
        """The file, checked; `StoreDamaged` when it is not what was kept."""
        return b"".join(self._assets.read(delivery.sha256))

    def note(self, deliveries: Iterable[Delivery], state: DeliveryState, detail: str = "", commit: str = "") -> None:
        """A step for each, in one transaction; those that stand there already are left alone, so that an outage does not fill the store."""
        at = self._ledger.now().isoformat()

        def note(change: Change) -> None:
            for delivery in deliveries:
                stands = _one(change.database, delivery.id)
                if (stands.state, stands.detail, stands.commit) != (state, detail, commit) and _follows(stands.state, state):
                    _step(change, _row(delivery), state, detail, commit, at, CARRIER)

        self._ledger.write(CARRIER, note)

    def reported(self, commit: str, kept: Iterable[str], missing: Iterable[str]) -> bool:
        """The archive's word, by instance identifiers; what it does not have is queued again. False: nothing was asked under this transaction."""
        where = 'WHERE d.id IN (SELECT delivery_id FROM delivery_steps WHERE "commit" = ?) ORDER BY d.seq'
        asked = self._ledger.read(lambda database: _found(database, where, (commit,))) if commit else ()
        held, lost = set(kept), set(missing)
        self.note((one for one in asked if one.names.instance in held - lost), DeliveryState.CONFIRMED, commit=commit)
        # A loss counts once, for the question it answers: the object may have been sent again since.
        gone = [one for one in asked if one.names.instance in lost and (one.state, one.commit) == (DeliveryState.ASKED, commit)]
        self.note(gone, DeliveryState.QUEUED, "The archive says that it does not have it.")
        return bool(asked)


def _follows(now: DeliveryState, then: DeliveryState) -> bool:
    """What a person or the archive settled is not unsettled by a late answer."""
    if now is DeliveryState.CONFIRMED:
        return False
    return not (now in ARRIVED and then is DeliveryState.SENDING)


def _step(change: Change, delivery: Row, state: DeliveryState, detail: str, commit: str, at: str, by: str) -> None:
    row = {
        "id": new_id(), "case_id": delivery["case_id"], "delivery_id": delivery["id"], "state": state.value, "detail": detail, "commit": commit,
        "at": at, "by": by,
    }  # fmt: skip
    change.add(f"delivery {state.value}", DELIVERY_STEPS, row)


def _row(delivery: Delivery) -> Row:
    return {"id": delivery.id, "case_id": delivery.case_id}


def _found(database: Database, where: str, values: tuple[str, ...]) -> tuple[Delivery, ...]:
    return tuple(
        Delivery(
            r[0], r[1], DeliveryKind(r[2]), r[3], ObjectNames(*r[4:9]), r[9], datetime.fromisoformat(r[10]), r[11], DeliveryState(r[12]), r[13],
            r[14], datetime.fromisoformat(r[15]),
        )
        for r in database.conn.execute(_QUERY + where, values)
    )  # fmt: skip


def _in_states(database: Database, states: tuple[DeliveryState, ...]) -> tuple[Delivery, ...]:
    return _found(database, f"WHERE s.state IN ({', '.join('?' * len(states))}) ORDER BY d.seq", tuple(state.value for state in states))


def _one(database: Database, delivery_id: str) -> Delivery:
    found = _found(database, "WHERE d.id = ?", (delivery_id,))
    if not found:
        raise Refused("There is no such delivery in this store.")
    return found[0]


def _same(database: Database, kind: DeliveryKind, instance: str) -> Delivery | None:
    found = _found(database, "WHERE d.kind = ? AND d.instance = ?", (kind.value, instance))
    return found[0] if found else None
