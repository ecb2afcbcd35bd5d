"""A second display as a projector of masks: the window belongs to whoever has windows, and is given to us behind `Surface`."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Protocol

from devices.device import DeviceKind, Identity
from devices.errors import DeviceAbsent, DeviceRefused
from devices.projector import Mask, check_mask

PATIENCE_S = 2.0


class Surface(Protocol):
    """A full-screen window on another display. Calls come from any thread and end within `limit_s`, with a `TimeoutError` if need be."""

    @property
    def name(self) -> str:
        """Of the display, as the system calls it."""

    @property
    def lag_s(self) -> float:
        """From the confirmed time until the light of the display stands still."""

    def present(self, mask: Mask | None, limit_s: float) -> float:
        """Show it (None: dark); the monotonic time at which it was handed to the display at its refresh."""

    def is_there(self) -> bool:
        """Whether the display is still connected and the window open."""

    def close(self) -> None:
        """Take the window away; harmless twice."""


Surfaces = Callable[[int], Surface]  # opens one on display N; `DeviceError` when there is none


class ScreenProjector:
    """Masks on display `number`, in a window that `surfaces` opens."""

    kind = DeviceKind.PROJECTOR

    def __init__(self, address: str, number: int, surfaces: Surfaces) -> None:
        self.address = address
        self._surface = surfaces(number)
        self._identity = Identity("Display", self._surface.name or str(number), "", "", simulated=False)
        self._turn, self._closed = threading.Lock(), False

    @property
    def lag_s(self) -> float:
        """As the display's."""
        return self._surface.lag_s

    def identify(self) -> Identity:
        """The display's name."""
        return self._identity

    def check(self) -> None:
        """Whether the display is still there."""
        if self._closed or not self._surface.is_there():
            raise DeviceAbsent(self._identity.name, "The second display is gone. Check its cable and its power.")

    def show(self, mask: Mask) -> float:
        """The mask, as large as fits; the time of the refresh that carried it."""
        check_mask(mask)
        return self._present(mask)

    def blank(self) -> float:
        """A dark display."""
        return self._present(None)

    def close(self) -> None:
        """Give the display back."""
        self._closed = True
        self._surface.close()

    def _present(self, mask: Mask | None) -> float:
        with self._turn:
            self.check()
            try:
                return self._surface.present(mask, PATIENCE_S)
            except TimeoutError as cause:
                raise DeviceRefused(self._identity.name, "The second display did not show the mask in time.") from cause
