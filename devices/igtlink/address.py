"""Reads where navigation programs may connect: `18944` for this computer alone, `18944@10.0.0.7` for named others too. Touches nothing."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass

from devices.errors import AddressRefused

FORM = "navigation needs a port, such as 18944 for programs on this computer, or 18944@10.0.0.7 for others by their number."


@dataclass(frozen=True, slots=True)
class Door:
    """A port, and the addresses that may come in; none: only this computer."""

    port: int
    guests: frozenset[str]

    @property
    def host(self) -> str:
        """Where to listen: on loopback alone unless others may come."""
        return "0.0.0.0" if self.guests else "127.0.0.1"  # noqa: S104 - whoever is not on the list is turned away


def door_of(text: str) -> Door:
    """The door behind a setting; `AddressRefused` when it cannot be read."""
    port, _, rest = text.strip().partition("@")
    try:
        number = int(port)
        guests = frozenset(str(ipaddress.IPv4Address(part.strip())) for part in rest.split(",")) if rest else frozenset()
    except ValueError:
        raise AddressRefused(text, FORM) from None
    if not 1024 <= number < 65536:
        raise AddressRefused(text, FORM)
    return Door(number, guests)
