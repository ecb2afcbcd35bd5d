"""Who stands at the console: the sessions that are open, and the one check that every call passes before anything happens."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta

from sqlite_utils import Database

from console.cases.access import Action, require
from console.cases.assets import Assets
from console.cases.ledger import Ledger, row_named
from console.cases.model import Role, Session, User
from console.cases.pins import Pins
from console.cases.rows import USERS, Row, user_of
from console.faults import NotAllowed, Refused

EMERGENCY_FOR = timedelta(minutes=15)
EMERGENCY_USER = User("emergency", "Emergency access", Role.NURSE)


@dataclass(slots=True)
class Standing:
    """One open session, and the cases whose opening it left in the audit trail."""

    session: Session
    opened: set[str] = field(default_factory=set)


class Desk:
    """What the parts of the service share."""

    def __init__(self, ledger: Ledger, pins: Pins, assets: Assets) -> None:
        self.ledger, self._pins, self._assets = ledger, pins, assets
        self._standing: dict[int, Standing] = {}
        self._offline: dict[str, Row] = {}  # wrong PINs while the store cannot be written

    def _admit(self, user: User, *, emergency: bool = False) -> Session:
        session = Session(user, self.ledger.now(), emergency)
        self._standing[id(session)] = Standing(session)
        return session

    def _dismiss(self, session: Session) -> None:
        self._standing.pop(id(session), None)

    def _dismiss_user(self, user_id: str) -> None:
        self._standing = {key: standing for key, standing in self._standing.items() if standing.session.user.id != user_id}

    def _standing_of(self, session: Session) -> Standing:
        """Only a session that this service gave out counts, the object itself: one made up elsewhere has no rights at all."""
        standing = self._standing.get(id(session))
        if standing is None or standing.session is not session:
            raise NotAllowed("Nobody is signed in with this session any more. Sign in again.")
        if session.emergency and self.ledger.now() - session.began_at > EMERGENCY_FOR:
            self._dismiss(session)
            raise NotAllowed("Emergency access ended after 15 minutes. Sign in, or ask for it again.")
        return standing

    def _allow(self, session: Session, *actions: Action) -> User:
        """Whoever acts, as the store knows them now, or `NotAllowed`."""
        self._standing_of(session)
        user = session.user if session.emergency else self.ledger.read(lambda database: self._user(database, session.user.id))
        if not user.active:
            raise NotAllowed("This person is no longer active here. Sign in as somebody else.")
        for action in actions:
            require(replace(session, user=user), action)
        return user

    @staticmethod
    def _user_row(database: Database, user_id: str) -> Row:
        found = row_named(database, USERS, user_id)
        if found is None:
            raise Refused("Nobody of that id is known here.")
        return found[1]

    def _user(self, database: Database, user_id: str) -> User:
        return user_of(self._user_row(database, user_id))
