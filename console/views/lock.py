"""The screen when nobody has touched it for a while: it hides the case, says whose it is, and lets the same person or another back in."""

from __future__ import annotations

from datetime import datetime

from console.cases.model import User
from console.views.sign_in import SignIn
from console.widgets.room import Room


class Lock(SignIn):
    """Lock(room, by, since). As SignIn, with the PIN of `by` asked for at once. It covers the whole window: nothing of the case shows behind it."""

    def __init__(self, room: Room, by: User, since: datetime) -> None:
        super().__init__(
            room, by, f"Locked at {since:%H:%M}. {by.name} was signed in; the case is as it was left. Anybody may sign in: tap your name."
        )
