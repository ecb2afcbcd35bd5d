"""The watch over the devices: absent, unplugged, hung, reconfigured, stopped; with fake devices and no waiting."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

import pytest

from console.acquisition.watch import SLOTS, DeviceWatch, Pace, SlotState, openers_of
from console.settings import Settings
from devices.device import DeviceKind, Identity
from devices.errors import AddressRefused, DeviceAbsent

CAMERA, VNA = DeviceKind.CAMERA, DeviceKind.VNA
BOUND_S = 20.0
HASTY = Pace(
    check_every_s=0.01, back_off_s=(0.01, 0.02), open_limit_s=0.2, check_limit_s=0.2, close_limit_s=0.2, stop_s=0.5,
    camera_back_off_s=(0.01, 0.02),
)  # fmt: skip


class Fake:
    """A device whose plug and temper a test holds in its hand."""

    kind = CAMERA
    address = "fake:0"

    def __init__(self):
        self.present, self.opened, self.closed, self.checks = True, 0, 0, 0
        self.hang, self.bug = None, None

    def open(self):
        if not self.present:
            raise DeviceAbsent("Camera", "It is unplugged.")
        self.opened += 1
        return self

    def identify(self):
        return Identity("Maker", f"Model {self.opened}", "", "", simulated=True)

    def check(self):
        self.checks += 1
        if self.hang is not None:
            self.hang.wait(BOUND_S)
        if self.bug is not None:
            raise self.bug
        if not self.present:
            raise DeviceAbsent("Camera", "It is unplugged.")

    def close(self):
        self.closed += 1


class Room:
    """Hears the snapshots, and tells the time: one second later each time it is asked."""

    def __init__(self, openers, **options):
        self.heard, self.news, self.now = [], threading.Condition(), datetime(2026, 3, 2, 9, tzinfo=UTC)
        self.pauses = []
        self.watch = DeviceWatch(openers, self.clock, self.hear, sleep=self.sleep, pace=options.pop("pace", HASTY), **options)

    def clock(self):
        self.now += timedelta(seconds=1)
        return self.now

    def sleep(self, event, seconds):
        self.pauses.append(seconds)
        event.wait(min(seconds, 0.02))

    def hear(self, snapshot):
        with self.news:
            self.heard.append(snapshot)
            self.news.notify_all()

    def until(self, state, kind=CAMERA):
        def there():
            return any(slot.kind is kind and slot.state is state for slot in self.watch.snapshot())

        with self.news:
            assert self.news.wait_for(there, BOUND_S), f"never {state}"
        return next(slot for slot in self.watch.snapshot() if slot.kind is kind)


@pytest.fixture
def begin():
    rooms = []

    def start(openers, **options):
        room = Room(openers, **options)
        rooms.append(room)
        room.watch.start()
        return room

    yield start
    for room in rooms:
        assert room.watch.stop()
    assert not [thread.name for thread in threading.enumerate() if thread.name.startswith("watch-")]


def test_what_is_there_is_connected_and_says_who_it_is(begin):
    device = Fake()
    room = begin({CAMERA: device.open})
    slot = room.until(SlotState.CONNECTED)
    assert slot.identity.model == "Model 1"
    assert slot.sentence == ""
    assert room.watch.device(CAMERA) is device
    assert [snapshot[0].state for snapshot in room.heard] == [SlotState.CONNECTED], "connecting was its state from the start"


def test_an_empty_address_is_left_alone(begin):
    room = begin({CAMERA: None, VNA: Fake().open})
    room.until(SlotState.CONNECTED, VNA)
    assert room.watch.snapshot()[0].state is SlotState.NOT_CONFIGURED
    assert room.watch.device(CAMERA) is None
    assert room.watch.device(DeviceKind.PACS) is None


def test_absent_at_start_connects_by_itself_when_it_comes(begin):
    device = Fake()
    device.present = False
    room = begin({CAMERA: device.open})
    slot = room.until(SlotState.FAILED)
    assert slot.sentence == "Camera: It is unplugged."
    device.present = True
    room.until(SlotState.CONNECTED)


def test_unplugged_and_plugged_in_again(begin):
    device = Fake()
    room = begin({CAMERA: device.open})
    room.until(SlotState.CONNECTED)
    device.present = False
    failed = room.until(SlotState.FAILED)
    assert failed.identity is None
    assert room.watch.device(CAMERA) is None
    device.present = True
    again = room.until(SlotState.CONNECTED)
    assert again.identity.model == "Model 2"
    assert again.since > failed.since
    assert device.closed == 1


def test_while_it_stays_away_the_pill_keeps_the_time_since_when_and_nobody_is_bothered(begin):
    device = Fake()
    device.present = False
    room = begin({CAMERA: device.open})
    first = room.until(SlotState.FAILED)
    while len(room.pauses) < 8:
        threading.Event().wait(0.01)
    assert room.watch.snapshot()[0].since == first.since
    assert len(room.heard) == 1


def test_the_pauses_grow_to_a_limit_and_begin_anew_after_a_success(begin):
    device = Fake()
    device.present = False
    room = begin({CAMERA: device.open}, pace=Pace(check_every_s=2.0, stop_s=0.5, camera_back_off_s=(1.0, 2.0, 4.0)))
    while len(room.pauses) < 5:
        threading.Event().wait(0.01)
    assert room.pauses[:5] == [1.0, 2.0, 4.0, 4.0, 4.0]
    device.present = True
    room.until(SlotState.CONNECTED)
    device.present = False
    room.until(SlotState.FAILED)
    while 1.0 not in room.pauses[5:]:
        threading.Event().wait(0.01)
    assert 2.0 in room.pauses[5:]


def test_a_check_that_hangs_is_said_and_nothing_piles_up_behind_it(begin):
    device = Fake()
    room = begin({CAMERA: device.open, VNA: (other := Fake()).open})
    room.until(SlotState.CONNECTED)
    device.hang = threading.Event()
    slot = room.until(SlotState.FAILED)
    assert "not answer" in slot.sentence
    checks, opened = device.checks, device.opened
    seen = other.checks
    while other.checks < seen + 5:  # the other device is looked after all the while
        threading.Event().wait(0.01)
    assert (device.checks, device.opened) == (checks, opened)
    hang, device.hang = device.hang, None
    hang.set()
    room.until(SlotState.CONNECTED)


def test_a_camera_that_opens_too_late_is_closed_and_not_lost(begin):
    device, gate = Fake(), threading.Event()

    def slow():
        gate.wait(BOUND_S)
        return device.open()

    room = begin({CAMERA: slow})
    room.until(SlotState.FAILED)
    assert device.opened == 0
    gate.set()
    room.until(SlotState.CONNECTED)
    assert device.closed == 1


@pytest.mark.parametrize("bug", [ValueError("QUILLFEATHER, Zofie"), RuntimeError(), OSError(5, "x"), KeyError("x")])
def test_a_driver_with_a_bug_is_a_failed_device_without_its_text(begin, bug):
    device = Fake()
    room = begin({CAMERA: device.open})
    room.until(SlotState.CONNECTED)
    device.bug = bug
    slot = room.until(SlotState.FAILED)
    assert slot.sentence == "Camera: its driver failed. It is tried again by itself."
    device.bug = None
    room.until(SlotState.CONNECTED)


def test_a_bad_address_is_said_and_not_tried_again(begin):
    calls = []

    def opener():
        calls.append(1)
        raise AddressRefused("uvc:x", "uvc: needs the camera's number, such as uvc:0.")

    room = begin({CAMERA: opener})
    assert "uvc:0" in room.until(SlotState.FAILED).sentence
    threading.Event().wait(0.1)
    assert len(calls) == 1
    room.watch.reconfigure(CAMERA, Fake().open)
    room.until(SlotState.CONNECTED)


def test_switched_off_by_a_person_it_is_closed_and_left_alone_until_switched_on(begin):
    device = Fake()
    room = begin({CAMERA: device.open})
    room.until(SlotState.CONNECTED)
    room.watch.disconnect(CAMERA)
    room.until(SlotState.OFF)
    assert (device.closed, device.opened) == (1, 1)
    room.watch.connect(CAMERA)
    room.until(SlotState.CONNECTED)
    assert device.opened == 2


def test_safe_mode_touches_nothing(begin):
    device = Fake()
    room = begin({CAMERA: device.open}, off=True)
    assert room.until(SlotState.OFF)
    threading.Event().wait(0.05)
    assert device.opened == 0
    room.watch.connect(CAMERA)
    room.until(SlotState.CONNECTED)


def test_another_address_closes_the_old_device_and_opens_the_new(begin):
    old, new = Fake(), Fake()
    room = begin({CAMERA: old.open})
    room.until(SlotState.CONNECTED)
    room.watch.reconfigure(CAMERA, new.open)
    while room.watch.device(CAMERA) is not new:
        threading.Event().wait(0.01)
    assert (old.closed, new.opened) == (1, 1)
    room.watch.reconfigure(CAMERA, None)
    room.until(SlotState.NOT_CONFIGURED)
    assert new.closed == 1


def test_connect_tries_at_once_instead_of_waiting_out_the_pause(begin):
    device = Fake()
    device.present = False
    room = Room({CAMERA: device.open}, pace=Pace(camera_back_off_s=(3600.0,), stop_s=0.5))
    room.sleep = None
    watch = DeviceWatch({CAMERA: device.open}, room.clock, room.hear, pace=Pace(camera_back_off_s=(3600.0,)))
    room.watch = watch
    watch.start()
    room.until(SlotState.FAILED)
    device.present = True
    watch.connect(CAMERA)
    room.until(SlotState.CONNECTED)
    assert watch.stop()


@pytest.mark.parametrize("where", ["open", "check", "close"])
def test_a_hung_driver_does_not_hang_the_stop(where):
    device, gate = Fake(), threading.Event()

    def hang():
        gate.wait(BOUND_S)
        return device

    room = Room({CAMERA: hang if where == "open" else device.open}, pace=Pace(0.01, 0.01, (0.01,), 60.0, 60.0, 60.0, 0.3, 0.3, (0.01,)))
    room.watch.start()
    if where != "open":
        room.until(SlotState.CONNECTED)
        setattr(device, where, hang)
        threading.Event().wait(0.1)
    outcome = []
    stopping = threading.Thread(target=lambda: outcome.append(room.watch.stop()), daemon=True)
    stopping.start()
    stopping.join(BOUND_S)
    assert outcome == [True]
    gate.set()


def test_everything_is_closed_when_it_stops():
    devices = [Fake(), Fake()]
    room = Room({CAMERA: devices[0].open, VNA: devices[1].open})
    room.watch.start()
    room.until(SlotState.CONNECTED)
    room.until(SlotState.CONNECTED, VNA)
    assert room.watch.stop()
    assert room.watch.stop(), "harmless twice"
    assert [device.closed for device in devices] == [1, 1]


def test_a_watch_that_never_started_stops():
    assert Room({CAMERA: Fake().open}).watch.stop()


def test_settings_become_openers_and_a_bad_address_fails_in_its_slot():
    openers = openers_of(Settings(camera="sim:camera", vna=" ", scanner="nonsense"))
    assert tuple(openers) == SLOTS
    assert (openers[VNA], openers[DeviceKind.PACS]) == (None, None)
    with pytest.raises(AddressRefused):
        openers[DeviceKind.SCANNER]()


def test_the_real_simulators_connect(begin):
    room = begin(openers_of(Settings()), pace=Pace())
    assert room.until(SlotState.CONNECTED, CAMERA).identity.simulated
    assert room.until(SlotState.CONNECTED, VNA).identity.maker == "ANRITSU"
    states = {slot.kind: slot.state for slot in room.watch.snapshot()}
    assert states[DeviceKind.PACS] is SlotState.NOT_CONFIGURED
