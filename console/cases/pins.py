"""What may serve as a PIN, and how one is kept: as an argon2 hash."""

from __future__ import annotations

from itertools import pairwise

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from console.faults import Refused

# 64 MiB, three passes, four lanes: 0.16 s a try, which a thief of the hash pays for every guess as well.
STRONG = PasswordHasher(time_cost=3, memory_cost=65_536, parallelism=4)


def check_pin(pin: str) -> None:
    """Pass, or say what a PIN is."""
    if not (4 <= len(pin) <= 12 and pin.isascii() and pin.isdigit()):
        raise Refused("A PIN is 4 to 12 digits.")
    steps = {(int(right) - int(left)) % 10 for left, right in pairwise(pin)}
    if steps in ({0}, {1}, {9}):
        raise Refused("This PIN is the first that anybody would try. Choose one that does not count or repeat.")


class Pins:
    """Hashes and compares."""

    def __init__(self, hasher: PasswordHasher = STRONG) -> None:
        self._hasher = hasher

    def hashed(self, pin: str) -> str:
        """To be kept."""
        check_pin(pin)
        return self._hasher.hash(pin)

    def fits(self, pin_hash: str, pin: str) -> bool:
        """Whether this is the PIN."""
        try:
            return self._hasher.verify(pin_hash, pin)
        except (Argon2Error, InvalidHashError):
            return False
