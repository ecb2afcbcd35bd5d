"""Looks after the instruments: connects what is there, notices what goes away, tries again by itself, and never holds anything up.

Each slot (camera, VNA, projector, scanner, archive) has one thread of its own. What it asks of a device runs beside it with a time limit, because
a driver may hang for good: the slot then says so, leaves that call behind, and does not touch the device again until the call has come back.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import Any, TypeVar

from console.acquisition.bounded import BoundedCall
from console.faults import worded
from console.settings import Settings
from devices.device import Device, DeviceKind, Identity
from devices.errors import AddressRefused, DeviceAbsent, DeviceError
from devices.projectors.screen import Surfaces
from devices.registry import Opener, open_device

T = TypeVar("T")
Sleep = Callable[[threading.Event, float], object]  # waits until the event is set or the seconds have passed

SLOTS = (DeviceKind.CAMERA, DeviceKind.VNA, DeviceKind.PROJECTOR, DeviceKind.SCANNER, DeviceKind.PACS)
WORDS = {
    DeviceKind.CAMERA: "Camera", DeviceKind.VNA: "Analyser", DeviceKind.PROJECTOR: "Projector", DeviceKind.SCANNER: "Scanner",
    DeviceKind.PACS: "Archive",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pace:
    """How often and how long, in seconds."""

    check_every_s: float = 2.0
    archive_check_every_s: float = 30.0  # each check is an association in the hospital's log
    back_off_s: tuple[float, ...] = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
    open_limit_s: float = 15.0
    check_limit_s: float = 4.0
    archive_check_limit_s: float = 8.0  # it may take three times two seconds to be found silent
    close_limit_s: float = 3.0
    stop_s: float = 2.0
    camera_back_off_s: tuple[float, ...] = (0.5, 1.0, 2.0)  # somebody is operating: the picture is back seconds after the plug


class SlotState(StrEnum):
    """How a device is, as its pill says it."""

    NOT_CONFIGURED = "not configured"
    CONNECTING = "connecting"
    CONNECTED = "connected"
    FAILED = "not connected"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Slot:
    """One device at one moment. `sentence` says what happened where it failed; `identity` is known while it is connected."""

    kind: DeviceKind
    state: SlotState
    since: datetime
    sentence: str = ""
    identity: Identity | None = None


def openers_of(settings: Settings, surfaces: Surfaces | None = None) -> dict[DeviceKind, Opener | None]:
    """What opens each slot's device; an address that cannot be read fails in its slot, not at start. `surfaces` lends windows on other displays."""
    addresses = {kind: str(getattr(settings, kind.value)).strip() for kind in SLOTS}
    return {kind: partial(open_device, address, surfaces, settings.local) if address else None for kind, address in addresses.items()}


class DeviceWatch:
    """Looks after `openers`, from `start` to `stop`. `on_change` hears each new snapshot, on the thread of the slot that changed."""

    def __init__(
        self, openers: Mapping[DeviceKind, Opener | None], clock: Callable[[], datetime], on_change: Callable[[tuple[Slot, ...]], None],
        *, sleep: Sleep = threading.Event.wait, off: bool = False, pace: Pace | None = None,
    ) -> None:  # fmt: skip
        self._on_change = on_change
        self._pace = pace or Pace()
        self._telling = threading.Lock()
        self._keepers = {kind: _Keeper(kind, _Order(opener, off), clock, sleep, self._tell, self._pace) for kind, opener in openers.items()}

    def start(self) -> None:
        """Begin to connect."""
        for keeper in self._keepers.values():
            keeper.thread.start()

    def snapshot(self) -> tuple[Slot, ...]:
        """Every slot as it is now."""
        return tuple(keeper.slot for keeper in self._keepers.values())

    def device(self, kind: DeviceKind) -> Device | None:
        """The open device, while it is connected."""
        keeper = self._keepers.get(kind)
        return keeper.device if keeper else None

    def connect(self, kind: DeviceKind) -> None:
        """Switch on, or try again at once."""
        self._keepers[kind].order(off=False)

    def connect_unless_off(self, kind: DeviceKind) -> None:
        """Open it anew for who lost it; what a person switched off stays off."""
        if not self._keepers[kind].is_off:
            self.connect(kind)

    def disconnect(self, kind: DeviceKind) -> None:
        """Switch off and leave alone."""
        self._keepers[kind].order(off=True)

    def reconfigure(self, kind: DeviceKind, opener: Opener | None) -> None:
        """Another address: let go of the old device and open the new one."""
        self._keepers[kind].order(opener=opener, anew=True)

    def stop(self) -> bool:
        """Close every device and end every thread, within seconds whatever hangs; whether all of them ended."""
        keepers = self._keepers.values()
        for keeper in keepers:
            keeper.end()
        self._join(self._pace.stop_s)
        for keeper in keepers:
            keeper.hurry()
        self._join(self._pace.close_limit_s + self._pace.stop_s)
        return not any(keeper.thread.is_alive() for keeper in keepers)

    def _join(self, limit_s: float) -> None:
        """Wait for all of them together."""
        until = time.monotonic() + limit_s
        for keeper in self._keepers.values():
            if keeper.thread.is_alive():
                keeper.thread.join(max(0.0, until - time.monotonic()))

    def _tell(self) -> None:
        with self._telling:  # snapshots arrive in the order in which they were taken
            self._on_change(self.snapshot())


@dataclass(frozen=True, slots=True)
class _Order:
    """What a person, or safe mode, wants of a slot. A new `number` means: begin anew with the device."""

    opener: Opener | None
    off: bool
    number: int = 0


class _Keeper:
    """One slot: its thread, its device, its state."""

    def __init__(
        self, kind: DeviceKind, order: _Order, clock: Callable[[], datetime], sleep: Sleep, tell: Callable[[], None], pace: Pace
    ) -> None:
        self._kind, self._clock, self._sleep, self._tell, self._pace = kind, clock, sleep, tell, pace
        self._order = order
        self._changing = threading.Lock()
        self._ending = False
        self._wake = threading.Event()
        self._call: BoundedCall[Any] | None = None
        self._left_behind: list[BoundedCall[Any]] = []
        self._failures = 0
        self.device: Device | None = None
        self.slot = Slot(kind, _at_rest(self._order) or SlotState.CONNECTING, clock())
        self.thread = threading.Thread(target=self._keep, name=f"watch-{kind.value}")

    def order(self, *, opener: Opener | None = None, anew: bool = False, off: bool | None = None) -> None:
        """Take an order; the slot's thread carries it out at once, or when the call that holds it comes back."""
        with self._changing:
            self._order = _Order(opener if anew else self._order.opener, self._order.off if off is None else off, self._order.number + 1)
        self._wake.set()

    @property
    def is_off(self) -> bool:
        """Whether it was ordered off, carried out or not."""
        return self._order.off

    def end(self) -> None:
        """Have the thread close the device and end."""
        self._ending = True
        self._wake.set()

    def hurry(self) -> None:
        """Wait no longer for the call in progress."""
        call = self._call
        if call is not None:
            call.give_up()

    def _keep(self) -> None:
        order = self._order
        while not self._ending:
            if order is not self._order:
                order, self._failures = self._order, 0
                self._let_go()
            pause_s = self._step(order)
            if pause_s is None:
                self._wake.wait()  # nothing to do until somebody says so
            else:
                self._sleep(self._wake, pause_s)
            self._wake.clear()
        self._let_go()

    def _step(self, order: _Order) -> float | None:
        """Do what is due now; seconds until the next thing is, None for never."""
        if (rest := _at_rest(order)) is not None:
            self._show(rest)
            return None
        archive = self._kind is DeviceKind.PACS
        try:
            self._left_behind = [call for call in self._left_behind if call.still_running()]
            if self._left_behind:  # another call would hang behind it
                raise DeviceAbsent(WORDS[self._kind], "It still does not answer. Unplug it and plug it in again.")
            if self.device is None:
                assert order.opener is not None
                self._connect(order.opener)
            else:
                self._bounded(self.device.check, self._pace.archive_check_limit_s if archive else self._pace.check_limit_s)
        except AddressRefused as error:
            self._fail(error)
            return None
        except Exception as error:  # noqa: BLE001 - a driver may throw anything; the watch outlives it, and words what it knows
            return self._fail(error)
        self._failures = 0
        return self._pace.archive_check_every_s if archive else self._pace.check_every_s

    def _connect(self, opener: Opener) -> None:
        if self._failures == 0:
            self._show(SlotState.CONNECTING)  # later attempts leave the failure's sentence and time on the pill
        self.device = self._bounded(opener, self._pace.open_limit_s, discard=lambda late: late.close())
        self._show(SlotState.CONNECTED, identity=self._bounded(self.device.identify, self._pace.check_limit_s))

    def _fail(self, error: Exception) -> float:
        """Show it first, then close: closing what failed may take its time."""
        known = isinstance(error, DeviceError)
        self._show(SlotState.FAILED, worded(error) if known else f"{WORDS[self._kind]}: its driver failed. It is tried again by itself.")
        self._let_go()
        pauses = self._pace.camera_back_off_s if self._kind is DeviceKind.CAMERA else self._pace.back_off_s
        pause_s = pauses[min(self._failures, len(pauses) - 1)]
        self._failures += 1
        return pause_s

    def _let_go(self) -> None:
        device, self.device = self.device, None
        if device is not None:
            with contextlib.suppress(Exception):  # it is gone either way
                self._bounded(device.close, self._pace.close_limit_s)

    def _bounded(self, work: Callable[[], T], limit_s: float, discard: Callable[[T], object] | None = None) -> T:
        """Ask something of the device; what does not come back in time is remembered."""
        call = BoundedCall(work, WORDS[self._kind], discard)
        self._call = call
        try:
            return call.result(limit_s)
        finally:
            self._call = None
            if call.still_running():
                self._left_behind.append(call)

    def _show(self, state: SlotState, sentence: str = "", identity: Identity | None = None) -> None:
        if (state, sentence, identity) == (self.slot.state, self.slot.sentence, self.slot.identity):
            return
        since = self.slot.since if state is self.slot.state else self._clock()
        self.slot = replace(self.slot, state=state, since=since, sentence=sentence, identity=identity)
        self._tell()


def _at_rest(order: _Order) -> SlotState | None:
    """The state in which nothing is to be done, if it is one."""
    if order.opener is None:
        return SlotState.NOT_CONFIGURED
    return SlotState.OFF if order.off else None
