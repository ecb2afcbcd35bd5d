"""How the console comes back after a crash or a power cut: to the same case and screen, or, when it keeps crashing, to safe mode.

One small file, `continuity.json`, is rewritten at each screen change. It holds ids and times, never patient data, and is sealed with a key, so
that nobody is signed in again by an edited file. A file that is torn, damaged or forged counts as none, and `Return` says so.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from console.cases.files import write_whole

FILE = "continuity.json"
PURPOSE = b"rimlight continuity 1\n"  # the same key may seal other things: a seal is good for this file only
SAFE_MODE_CRASHES = 3
SAFE_MODE_WITHIN = timedelta(minutes=5)
ACTIVITY_EVERY = timedelta(seconds=15)
LARGEST_FILE = 64 * 1024
MOST_CRASHES = 10


class ReturnKind(StrEnum):
    """What a start is."""

    FRESH = "fresh"
    BACK = "back"
    SAFE_MODE = "safe mode"


@dataclass(frozen=True, slots=True)
class Return:
    """What to show first. `user_id` may be signed in again without a PIN only where `without_pin`; `damaged`: the file could not be trusted."""

    kind: ReturnKind
    case_id: str | None = None
    screen: str | None = None
    user_id: str | None = None
    without_pin: bool = False
    damaged: bool = False


@dataclass(frozen=True, slots=True)
class _State:
    """What the file holds. `clean` is True between a proper end and the next start; `crashes` are the starts that found no proper end."""

    case_id: str | None = None
    screen: str | None = None
    user_id: str | None = None
    locked: bool = True
    active_at: datetime | None = None
    clean: bool = False
    crashes: tuple[datetime, ...] = ()


class Continuity:
    """Keeps and reads the file under `home`. Nothing here raises for the sake of the file: to come back is a comfort, never a condition."""

    def __init__(self, home: Path, key: bytes, idle_limit: timedelta) -> None:
        self._path = home / FILE
        self._key, self._idle_limit = key, idle_limit
        self._state = _State()

    def begin(self, now: datetime) -> Return:
        """Once, at start: where to come back to; from here on, a missing `ended` counts as a crash."""
        before, damaged = self._read()
        crashed = before is not None and not before.clean
        crashes = (*before.crashes, now)[-MOST_CRASHES:] if before and crashed else ()
        if before is None or not crashed:
            self._keep(_State())
            return Return(ReturnKind.FRESH, damaged=damaged)
        self._keep(replace(before, crashes=crashes))
        recent = [crash for crash in crashes if abs(now - crash) <= SAFE_MODE_WITHIN]
        kind = ReturnKind.SAFE_MODE if len(recent) >= SAFE_MODE_CRASHES else ReturnKind.BACK
        return Return(kind, before.case_id, before.screen, before.user_id, self._without_pin(before, now))

    def moved(self, now: datetime, case_id: str | None, screen: str, user_id: str | None, *, locked: bool) -> bool:
        """Another case, screen, person or lock state; whether it is on disk."""
        return self._keep(replace(self._state, case_id=case_id, screen=screen, user_id=user_id, locked=locked, active_at=now, clean=False))

    def active(self, now: datetime) -> bool:
        """Somebody touched the screen; written every 15 s at most."""
        last = self._state.active_at
        if last is not None and timedelta(0) <= now - last < ACTIVITY_EVERY:
            return True
        return self._keep(replace(self._state, active_at=now))

    def ended(self, now: datetime) -> bool:
        """A proper end: the next start is a fresh one, and earlier crashes are forgotten."""
        return self._keep(_State(clean=True, active_at=now))

    def _without_pin(self, state: _State, now: datetime) -> bool:
        """Not locked, and used within the idle limit. A clock that went backwards proves nothing, so it asks for the PIN."""
        if state.locked or state.user_id is None or state.active_at is None:
            return False
        return timedelta(0) <= now - state.active_at <= self._idle_limit

    # --- the file -----------------------------------------------------------------------------------------------------------------------

    def _keep(self, state: _State) -> bool:
        self._state = state
        body = json.dumps({name: _plain(value) for name, value in asdict(state).items()}, sort_keys=True)
        try:
            write_whole(self._path, json.dumps({"body": body, "seal": self._seal(body)}).encode())
        except OSError:  # a full or failing disk is the store's to report
            return False
        return True

    def _read(self) -> tuple[_State | None, bool]:
        """The state, and whether there was a file that is no good."""
        try:
            with self._path.open("rb") as file:
                outer = json.loads(file.read(LARGEST_FILE))
            body, seal = outer["body"], outer["seal"]
            if not hmac.compare_digest(self._seal(body).encode(), seal.encode()):
                return None, True
            return _state_of(json.loads(body)), False
        except FileNotFoundError:
            return None, False
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None, True

    def _seal(self, body: str) -> str:
        return hmac.new(self._key, PURPOSE + body.encode(), hashlib.sha256).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def _state_of(fields: dict[str, Any]) -> _State:
    """Read back what `_plain` wrote."""
    active_at = fields["active_at"]
    return _State(
        fields["case_id"], fields["screen"], fields["user_id"], bool(fields["locked"]), datetime.fromisoformat(active_at) if active_at else None,
        bool(fields["clean"]), tuple(map(datetime.fromisoformat, fields["crashes"])),
    )  # fmt: skip
