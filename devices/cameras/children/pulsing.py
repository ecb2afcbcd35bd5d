"""What the drivers of both libraries share: the settings in force, and exposures fired one by one when the lamp is pulsed.

In pulsed light the camera is triggered for each frame after the lamp was switched, so that no frame is ever half of each.
"""

from __future__ import annotations

from collections.abc import Callable

from devices.cameras.children.genicam import Nodes, apply, light, prepare, read_back
from devices.cameras.children.serving import Refusal, Words

LEAVE_ALONE: Words = {
    "exposure_ms": None, "gain_db": None, "frames_per_s": None, "bit_depth": None, "trigger": "free", "excitation": "on", "ambient_every": 8,
}  # fmt: skip


class Pulse:
    """The settings of one camera and the rhythm of its lamp. `halted` runs its work while the stream stands still."""

    def __init__(self, nodes: Nodes, fire: Callable[[], None]) -> None:
        self._nodes, self._fire = nodes, fire
        self._wanted, self.found = LEAVE_ALONE, LEAVE_ALONE
        self._count = 0
        self._waits = False
        self.lamp: bool | None = None

    def begin(self) -> None:
        """Take the camera over; the stream stands still."""
        prepare(self._nodes)
        self.set_up(LEAVE_ALONE)

    def set_up(self, wanted: Words) -> Words:
        """Set the camera up and read it back; the stream stands still."""
        apply(self._nodes, wanted)
        read = read_back(self._nodes)
        trigger = "hardware" if read.pop("hardware_trigger") else wanted["trigger"]
        self._wanted = wanted
        self.found = {**read, "trigger": trigger, "excitation": wanted["excitation"], "ambient_every": wanted["ambient_every"]}
        self.lamp = light(self._nodes, on=wanted["excitation"] != "off")
        self._waits = False
        return self.found

    def before(self) -> None:
        """Before a read: in pulsed light, switch the lamp and fire."""
        if self._wanted["excitation"] != "pulsed" or self._waits:
            return
        self.lamp = light(self._nodes, on=self._count % int(self._wanted["ambient_every"]) != 0)
        self._count += 1
        self._fire()
        self._waits = True

    def after(self) -> Words:
        """Of a frame that came: how it was taken."""
        self._waits = False
        return {"exposure_ms": self.found["exposure_ms"], "gain_db": self.found["gain_db"], "lamp": self.lamp}

    def lost(self) -> Words:
        """Of a frame that came spoilt."""
        self._waits = False
        return {"lost": True}

    def fire(self) -> None:
        """By software, as the console asks."""
        if self._wanted["trigger"] != "software":
            raise Refusal("trigger")
        self._fire()
