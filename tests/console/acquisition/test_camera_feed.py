"""The feed: silence, hangs, faults and strangers; what is old is never live, and the camera comes back as it was."""

from __future__ import annotations

import queue
import threading
import time
from dataclasses import replace

import numpy as np
import pytest

from console.acquisition.camera_feed import STALE_S, CameraFeed, FeedState
from console.acquisition.mailbox import LatestFrame, Shot
from console.acquisition.pairing import AMBIENT_LASTS_S, PAIRS, REUSED, Pairing, ambient_every, fits
from devices.camera import CameraSettings, Excitation, Flip, Frame, Health, Rotation, StreamState
from devices.device import DeviceKind, Identity
from devices.errors import DeviceAbsent, DeviceRefused, FrameLost

PATIENCE_S = 20.0
USUAL = CameraSettings(10.0, 0.0, 30.0, 12)


def frame(number, at=None, **how):
    usual = {"exposure_ms": 10.0, "gain_db": 0.0, "excitation_on": True, "flip": Flip.NONE} | how
    host = time.monotonic() if at is None else at
    return Frame(number, None, host, np.full((16, 16), number % 4096, np.uint16), 12, saturated_share=0.0, **usual)


class Camera:
    """A camera in a test's hand: it gives what is put into it, and forgets its settings when it is switched off."""

    kind = DeviceKind.CAMERA
    address = "fake:0"

    def __init__(self, model="One"):
        self.model, self.settings, self.asked = model, USUAL, []
        self.coming = queue.Queue()
        self.hang = threading.Event()
        self.deaf = False

    def identify(self):
        return Identity("Maker", self.model, "1", "", simulated=True)

    def check(self):
        pass

    def close(self):
        self.coming.put(DeviceAbsent("Camera", "It was closed."))

    def health(self):
        return Health(StreamState.STREAMING, 0, 0, 0)

    def trigger(self):
        self.coming.put(frame(1000))

    def configure(self, wanted):
        if wanted.exposure_ms == 7:
            raise DeviceRefused("Camera", "It cannot be set to this exposure.")
        self.asked.append(wanted)
        given = {name: getattr(wanted, name) for name in ("exposure_ms", "gain_db", "frames_per_s") if getattr(wanted, name) is not None}
        flip = self.settings.flip if self.deaf else wanted.flip
        self.settings = replace(self.settings, **given, flip=flip, rotation=wanted.rotation, excitation=wanted.excitation)
        return self.settings

    def grab(self):
        what = self.coming.get(timeout=PATIENCE_S)
        if what == "hang":
            self.hang.wait(PATIENCE_S)
            return frame(99)
        if isinstance(what, Exception):
            raise what
        return replace(what, flip=self.settings.flip)


class Desk:
    """A feed on a camera that the test may exchange; the clock runs when the test says so."""

    def __init__(self):
        self.camera, self.asked_for_another, self.changes, self.ahead_s = Camera(), 0, 0, 0.0
        self.feed = CameraFeed(lambda: self.camera, self.another, self.changed, clock=self.clock)
        self.next = None

    def clock(self):
        return time.monotonic() + self.ahead_s

    def another(self):
        self.asked_for_another += 1
        if self.next is not None:
            self.camera, self.next = self.next, None

    def changed(self):
        self.changes += 1

    def until(self, true):
        end = time.monotonic() + PATIENCE_S
        while not true():
            assert time.monotonic() < end, self.feed.status()
            time.sleep(0.005)

    def give(self, *what):
        for each in what:
            self.camera.coming.put(each)

    def state(self):
        return self.feed.status().state


@pytest.fixture
def desk():
    found = Desk()
    found.feed.start()
    yield found
    cameras = [found.camera, *([found.next] if found.next else [])]
    for camera in cameras:
        camera.hang.set()
        camera.close()
    found.feed.stop()


def live(desk, number=1):
    desk.give(frame(number))
    desk.until(lambda: desk.state() is FeedState.LIVE)


def test_without_a_camera_it_says_so_and_can_do_nothing(desk):
    desk.camera, camera = None, desk.camera
    desk.until(lambda: desk.state() is FeedState.NO_CAMERA)
    with pytest.raises(DeviceAbsent):
        desk.feed.configure(CameraSettings())
    with pytest.raises(DeviceAbsent):
        desk.feed.trigger()
    desk.camera = camera


def test_frames_reach_the_slot_and_the_taps(desk):
    heard = []
    end = desk.feed.tap(heard.append)
    live(desk, 5)
    shot = desk.feed.newest.take(PATIENCE_S)
    assert shot is not None
    assert desk.feed.is_live(shot)
    assert (shot.lit.number, shot.ambient, shot.simulated) == (5, None, True)
    desk.give(frame(9))
    desk.until(lambda: desk.feed.status().received == 2)
    assert desk.feed.status().missed == 3
    assert [one.number for one in heard] == [5, 9]
    end()
    end()
    desk.give(frame(10))
    desk.until(lambda: desk.feed.status().received == 3)
    assert len(heard) == 2
    assert desk.changes >= 1


def test_silence_is_stale_and_a_frame_makes_it_live_again(desk):
    live(desk)
    shot = desk.feed.newest.take(PATIENCE_S)
    desk.ahead_s = STALE_S + 0.05
    assert desk.state() is FeedState.STALE
    assert not desk.feed.is_live(shot)
    assert desk.feed.status().age_s > STALE_S
    assert "silent" in desk.feed.status().sentence
    desk.ahead_s = 0.0
    live(desk, 2)
    assert desk.feed.status().sentence == ""


def test_a_camera_that_is_gone_is_lost_until_another_one_comes_and_is_set_as_before(desk):
    live(desk)
    wanted = CameraSettings(exposure_ms=4.0, flip=Flip.HORIZONTAL, rotation=Rotation.NONE)
    desk.feed.configure(wanted)
    live(desk, 2)
    generation = desk.feed.status().generation
    old = desk.feed.newest.take(PATIENCE_S)
    desk.give(DeviceAbsent("Camera", "It is unplugged."))
    desk.until(lambda: desk.asked_for_another >= 2)  # once at once, and again after a pause
    assert desk.state() is FeedState.LOST
    assert desk.feed.status().sentence == "Camera: It is unplugged."
    assert not desk.feed.is_live(old)
    desk.next = Camera()
    desk.until(lambda: desk.next is None)
    live(desk, 1)
    status = desk.feed.status()
    assert status.generation > generation
    assert (status.settings.exposure_ms, status.settings.flip) == (4.0, Flip.HORIZONTAL)
    assert desk.camera.asked[0].flip is Flip.HORIZONTAL


def test_a_camera_that_does_not_take_the_flip_is_not_shown(desk):
    live(desk)
    desk.feed.configure(CameraSettings(flip=Flip.HORIZONTAL))
    desk.next = Camera()
    desk.next.deaf = True
    desk.give(DeviceAbsent("Camera", "It is unplugged."))
    desk.until(lambda: desk.next is None)
    desk.give(frame(1), frame(2))
    desk.until(lambda: "flip is not as it was set" in desk.feed.status().sentence)
    assert desk.feed.newest.take(0.05) is None


def test_another_camera_at_the_same_place_begins_with_its_own_settings(desk):
    live(desk)
    desk.feed.configure(CameraSettings(exposure_ms=4.0, flip=Flip.HORIZONTAL))
    desk.next = Camera("Two")
    desk.give(DeviceAbsent("Camera", "It is unplugged."))
    desk.until(lambda: desk.next is None)
    live(desk)
    assert desk.feed.status().settings.exposure_ms == 10.0


def test_a_setting_that_is_refused_leaves_the_camera_as_it_was(desk):
    live(desk)
    before = desk.feed.status().settings
    with pytest.raises(DeviceRefused, match="exposure"):
        desk.feed.configure(CameraSettings(exposure_ms=7))
    desk.camera.deaf = True
    with pytest.raises(DeviceRefused, match="flip"):
        desk.feed.configure(CameraSettings(flip=Flip.VERTICAL))
    assert desk.feed.status().settings == before
    live(desk, 2)


def test_a_grab_that_hangs_is_left_behind_and_never_heard_of_again(desk):
    live(desk)
    hung = desk.camera
    desk.next = Camera()
    desk.give("hang")
    desk.until(hung.coming.empty)
    desk.ahead_s = 60.0
    desk.until(lambda: desk.next is None)
    desk.ahead_s = 0.0
    live(desk, 1)
    received = desk.feed.status().received
    hung.hang.set()  # the driver comes back with an old frame
    live(desk, 2)
    desk.until(lambda: desk.feed.status().received == received + 1)
    assert desk.feed.newest.take(PATIENCE_S).lit.number == 2


def test_one_spoilt_frame_is_counted_and_many_are_a_broken_camera(desk):
    live(desk)
    desk.give(
        FrameLost("Camera", "A frame came incomplete."),
        frame(2),
        replace(frame(3)),
        FrameLost("Camera", "A frame came incomplete."),
        frame(4),
    )
    desk.until(lambda: desk.feed.status().received == 4)
    assert desk.feed.status().lost == 2
    assert desk.asked_for_another == 0
    desk.give(*[FrameLost("Camera", "A frame came incomplete.")] * 40)
    desk.until(lambda: desk.asked_for_another > 0)


def test_a_driver_that_throws_whatever_it_likes_is_a_camera_that_is_gone(desk):
    live(desk)
    desk.give(RuntimeError("MARIA SCHMIDT"))
    desk.until(lambda: desk.asked_for_another > 0)
    assert "MARIA" not in desk.feed.status().sentence


def test_a_listener_that_fails_does_not_stop_the_picture(desk):
    def fails(_frame):
        raise ValueError("ours")

    desk.feed.tap(fails)
    live(desk)
    live(desk, 2)
    desk.until(lambda: desk.feed.status().received == 2)
    assert desk.asked_for_another == 0


def test_pulsed_light_gives_pairs_and_reuses_the_ambient_frame(desk):
    desk.give(frame(1, excitation_on=False), frame(2), frame(3))
    desk.until(lambda: desk.feed.status().received == 3)
    shot = desk.feed.newest.take(PATIENCE_S)
    assert (shot.lit.number, shot.ambient.number) == (3, 1)


def test_the_newest_wins_and_what_nobody_took_is_counted():
    slot = LatestFrame()
    assert slot.take(0.0) is None
    shots = [Shot(frame(number), None, 1, simulated=True) for number in range(5)]
    for shot in shots:
        slot.put(shot)
    assert slot.take(0.0) is shots[-1]
    assert slot.take(0.0) is None
    assert slot.dropped == 4
    slot.put(shots[0])
    slot.empty()
    assert slot.take(0.0) is None
    assert slot.dropped == 4


def test_an_ambient_frame_serves_only_where_it_may_be_subtracted():
    dark = frame(1, 10.0, excitation_on=False)
    assert fits(dark, frame(2, 10.5))
    assert not fits(dark, frame(2, 10.1 + AMBIENT_LASTS_S))
    assert not fits(dark, frame(2, 9.9))
    for change in ({"exposure_ms": 5.0}, {"gain_db": 3.0}, {"flip": Flip.BOTH}):
        assert not fits(dark, frame(2, 10.5, **change))
    pairing = Pairing()
    assert pairing.take(dark) is None
    assert pairing.take(frame(2, 10.5)) is not None


def test_pairs_where_the_camera_is_fast_enough_for_them():
    assert ambient_every(120, 60) == PAIRS
    assert ambient_every(60, 60) == REUSED
    assert CameraSettings(excitation=Excitation.PULSED).ambient_every == REUSED
