"""The part of the service about people: who they are, signing in and out, and the emergency door."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlite_utils import Database

from console.cases.access import Action
from console.cases.checks import check_text
from console.cases.desk import EMERGENCY_USER, Desk
from console.cases.ledger import Change
from console.cases.model import Role, Session, User, new_id
from console.cases.rows import USERS, Row, user_of
from console.faults import NotAllowed, Refused

MOST_FAILURES = 5
LOCKED_FOR = timedelta(minutes=15)


class People(Desk):
    """Everybody who may stand at this console."""

    def users(self) -> tuple[User, ...]:
        """Everybody, for the sign-in screen: names and roles are no secret here."""
        return self.ledger.read(lambda database: tuple(user_of(row) for row in _user_rows(database)))

    def add_user(self, session: Session | None, name: str, role: Role, pin: str) -> User:
        """`session` may be None only while there is nobody yet: the first one is an administrator. PIN: 4 to 12 digits."""
        actor = self._allow(session, Action.MANAGE_USERS).id if session else "set-up"
        name = check_text(name, "The name", most=80).strip()
        if not name:
            raise Refused("A person needs a name.")
        pin_hash = self._pins.hashed(pin)

        def add(change: Change) -> User:
            there = [user_of(row) for row in _user_rows(change.database)]
            if session is None and there:
                raise NotAllowed("Only an administrator may add people here.")
            if session is None and role is not Role.ADMINISTRATOR:
                raise Refused("The first person here must be an administrator.")
            if name.casefold() in {user.name.casefold() for user in (*there, EMERGENCY_USER)}:
                raise Refused("There is somebody of that name already. Add an initial.")
            row = {"id": new_id(), "name": name, "role": role.value, "active": 1, "pin_hash": pin_hash, "failures": 0, "locked_until": None}
            return user_of(change.add("add user", USERS, row))

        return self.ledger.write(actor, add)

    def sign_in(self, user_id: str, pin: str) -> Session:
        """Check the PIN (argon2). Five failures in a row lock the user for 15 minutes, or until an administrator unlocks; survives restarts."""
        return self._admit(user_of(self._checked(user_id, pin, "sign in")))

    def sign_out(self, session: Session, *, why: str = "") -> None:
        """Say so in the audit trail."""
        self._standing_of(session)
        why = check_text(why, "The reason")
        self._dismiss(session)
        self._note(session.user.id, "sign out", {"why": why} if why else None)

    def break_glass(self, reason: str) -> Session:
        """Emergency access without a PIN, for 15 minutes, to cases only; audited with its reason, shown on screen all the while."""
        reason = check_text(reason, "The reason").strip()
        if not reason:
            raise Refused("Emergency access needs a reason; one word is enough.")
        # Written directly: without a trace, as in a store opened for reading, there is no such door.
        self.ledger.write(EMERGENCY_USER.id, lambda change: change.note("break glass", change={"reason": reason}))
        return self._admit(EMERGENCY_USER, emergency=True)

    def resume(self, user_id: str) -> Session:
        """A session again for somebody whose console died under them; audited. Whether that is right is decided by `continuity`."""
        row = self.ledger.read(lambda database: self._user_row(database, user_id))
        self._refuse(row, "resume")
        self._note(user_id, "resume")
        return self._admit(user_of(row))

    def change_pin(self, session: Session, old: str, new: str) -> None:
        """One's own."""
        user = self._allow(session)
        if session.emergency:
            raise NotAllowed("Emergency access has no PIN to change.")
        pin_hash = self._pins.hashed(new)
        self._checked(user.id, old, "change PIN: old one")
        self._amend(user.id, user.id, "change PIN", pin_hash=pin_hash)

    def unlock_user(self, session: Session, user_id: str) -> None:
        """By an administrator."""
        actor = self._allow(session, Action.MANAGE_USERS)
        self._amend(actor.id, user_id, "unlock user", failures=0, locked_until=None)

    def set_user_active(self, session: Session, user_id: str, *, active: bool) -> None:
        """People leave; their names stay on what they did. The last administrator cannot be switched off."""
        actor = self._allow(session, Action.MANAGE_USERS)

        def switch(change: Change) -> None:
            row = self._user_row(change.database, user_id)
            others = [
                user
                for user in map(user_of, _user_rows(change.database))
                if user.role is Role.ADMINISTRATOR and user.active and user.id != user_id
            ]
            if not active and row["role"] == Role.ADMINISTRATOR.value and not others:
                raise Refused("This is the last administrator. Make another first.")
            change.amend("switch user on" if active else "switch user off", USERS, row, {"active": int(active)})

        self.ledger.write(actor.id, switch)
        if not active:
            self._dismiss_user(user_id)

    # --- checking a PIN --------------------------------------------------------------------------------------------------------------

    def _checked(self, user_id: str, pin: str, action: str) -> Row:
        """The user's row after a try that succeeded; a failed one is counted and refused."""
        row = self._latest(user_id)
        self._refuse(row, action)
        fits = self._pins.fits(row["pin_hash"], pin)  # outside the transaction: it takes its time on purpose

        def settle(change: Change) -> Row:
            latest = self._user_row(change.database, user_id)
            good = fits and latest["pin_hash"] == row["pin_hash"] and latest["active"] == 1 and self._locked_until(latest) is None
            change.note(action if good else f"{action} failed", row_id=user_id)
            return (
                change.amend("count tries", USERS, latest, _fresh() if good else self._counted(latest))
                if not good or latest["failures"]
                else latest
            )

        if self.ledger.read_only:
            after = self._offline[user_id] = {**row, **(_fresh() if fits else self._counted(row))}
        else:
            after = self.ledger.write(user_id, settle)
        if after["failures"]:
            self._refuse(after, action)
            left = MOST_FAILURES - after["failures"]
            raise NotAllowed(f"That is not the PIN. {left} {'try' if left == 1 else 'tries'} left.")
        return after

    def _latest(self, user_id: str) -> Row:
        row = self.ledger.read(lambda database: self._user_row(database, user_id))
        return self._offline.get(user_id, row) if self.ledger.read_only else row

    def _counted(self, row: Row) -> Row:
        """One failure more; a lock that ran out starts the count anew."""
        failures = 1 if row["locked_until"] else row["failures"] + 1
        until = (self.ledger.now() + LOCKED_FOR).isoformat() if failures >= MOST_FAILURES else None
        return {"failures": failures, "locked_until": until}

    def _refuse(self, row: Row, action: str) -> None:
        if not row["active"]:
            self._note(row["id"], f"{action} refused: inactive")
            raise NotAllowed("This person is no longer active here. Sign in as somebody else.")
        if until := self._locked_until(row):
            self._note(row["id"], f"{action} refused: locked")
            raise NotAllowed(f"Too many wrong PINs. Locked until {until:%H:%M}, or until an administrator unlocks.")

    def _locked_until(self, row: Row) -> datetime | None:
        until = datetime.fromisoformat(row["locked_until"]) if row["locked_until"] else None
        return until if until and until > self.ledger.now() else None

    def _note(self, who: str, action: str, said: dict[str, str] | None = None) -> None:
        if not self.ledger.read_only:
            self.ledger.write(who, lambda change: change.note(action, row_id=who, change=said))

    def _amend(self, actor: str, user_id: str, action: str, **cells: object) -> None:
        self.ledger.write(actor, lambda change: change.amend(action, USERS, self._user_row(change.database, user_id), cells))


def _fresh() -> Row:
    return {"failures": 0, "locked_until": None}


def _user_rows(database: Database) -> list[Row]:
    found = database.conn.execute(f"SELECT {USERS.selected} FROM users ORDER BY name")  # noqa: S608
    return [dict(zip(USERS.columns, row, strict=True)) for row in found]
