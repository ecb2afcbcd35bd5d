"""The newest frame and nothing else: one slot between the camera and whoever looks, so that slow looking skips and never queues."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from devices.camera import Frame


@dataclass(frozen=True, slots=True, eq=False)
class Shot:
    """What there is to be seen at one moment.

    `lit` is the frame with the exciting light on (or whatever the camera gives when it cannot say); `lit.colour` its white-light twin, if any.
    `ambient` is the newest frame without that light, taken under the same settings within the last second; None where there is none.
    `generation` counts the camera's connections: a shot of an older one is never live. `simulated`: no lens looked at a patient.
    """

    lit: Frame
    ambient: Frame | None
    generation: int
    simulated: bool


class LatestFrame:
    """One slot, newest wins; what is overwritten before it was taken counts as dropped. Calls are safe from any thread and never wait to put."""

    def __init__(self) -> None:
        self._news = threading.Condition()
        self._shot: Shot | None = None
        self._waiting = False
        self.dropped = 0

    def put(self, shot: Shot) -> None:
        """Show `shot`; the one before it is gone."""
        with self._news:
            self.dropped += self._waiting
            self._shot, self._waiting = shot, True
            self._news.notify_all()

    def take(self, limit_s: float) -> Shot | None:
        """The newest shot that was not taken yet; None when none comes within `limit_s`."""
        with self._news:
            if not self._news.wait_for(lambda: self._waiting, limit_s):
                return None
            self._waiting = False
            return self._shot

    def empty(self) -> None:
        """Forget what is there: the camera began anew. Nothing counts as dropped."""
        with self._news:
            self._shot, self._waiting = None, False
