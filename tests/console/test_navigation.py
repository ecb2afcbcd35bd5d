"""A navigation program beside the live picture: what it is shown, what it says of its tool, and that nothing waits for it."""

from __future__ import annotations

import socket
import time
from contextlib import closing
from dataclasses import replace

import numpy as np
import pyigtl
import pytest

from algorithms.fluorescence.modes import Mode
from console.acquisition.eye import View
from console.acquisition.mailbox import Shot
from console.navigation import LESION, OVERLAY, PICTURE, Navigation
from console.settings import Settings
from devices.camera import Flip, Frame
from devices.errors import AddressRefused
from devices.igtlink.link import Link

POSE = np.array([[1.0, 0, 0, 12], [0, 1, 0, 6], [0, 0, 1, -4], [0, 0, 0, 1]])


class Glow:
    sharp, area_mm2, major_mm, centroid_px = False, 60.0, 9.5, (100.0, 200.0)


def view(rows=600, columns=800, mm=0.1):
    pixels = np.zeros((rows, columns), np.uint16)
    frame = Frame(1, None, time.monotonic(), pixels, 12, 20.0, 0.0, True, 0.0, Flip.NONE)
    picture = np.zeros((rows, columns, 4), np.uint8)
    return View(picture, Shot(frame, None, 1, simulated=True), Mode.OVERLAY, (Glow(),), (), None, "", mm, "", None, None)


@pytest.fixture
def navigation():
    said = []
    listen = lambda host, _port, **rest: Link(host, 0, **rest)  # noqa: E731 - a free port, so that tests can run beside one another
    made = Navigation(lambda: "18944", said.append, listen=listen)
    made.settings_changed()
    yield made
    made.stop()


def until(what, limit_s=20.0):
    end = time.monotonic() + limit_s
    while not (found := what()):
        assert time.monotonic() < end
        time.sleep(0.02)
    return found


def test_off_unless_a_port_is_set():
    settings = Settings()
    off = Navigation(lambda: settings.navigation, print)
    off.settings_changed()
    assert off.port is None
    off.offer(view())
    assert settings.changed("navigation", "18944@10.0.0.7, 10.0.0.8").navigation
    for wrong in ("80", "70000", "18944@everyone", "dicom:104", "18944@10.0.0"):
        with pytest.raises(AddressRefused):
            settings.changed("navigation", wrong)


def test_a_listener_gets_the_picture_the_overlay_and_the_lesion(navigation):
    client = pyigtl.OpenIGTLinkClient("127.0.0.1", navigation.port)
    try:
        until(lambda: navigation._link.listeners)
        navigation.offer(view())
        found = {name: until(lambda name=name: client.wait_for_message(name, timeout=1)) for name in (PICTURE, OVERLAY, LESION)}
    finally:
        client.stop()
        until(lambda: client.communication_thread_stopped)
    assert np.squeeze(found[PICTURE].image).shape == (480, 640)
    assert np.squeeze(found[OVERLAY].image).shape == (480, 640, 3)
    assert found[LESION].positions[0] == pytest.approx([20.0, 10.0, 0.0])


def test_without_a_scale_nothing_is_sent_and_offers_are_ten_a_second(navigation):
    shown = []
    with closing(socket.create_connection(("127.0.0.1", navigation.port))):
        until(lambda: navigation._link.listeners)
        navigation._link.show, navigation._clock = shown.append, lambda: 50.0
        navigation.offer(replace(view(), mm_per_pixel=None))
        assert shown == []
        navigation.offer(view())
        navigation.offer(view())
        assert len(shown) == 3


def test_a_listener_that_never_reads_holds_nothing_up(navigation):
    with closing(socket.create_connection(("127.0.0.1", navigation.port))) as deaf:
        deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        until(lambda: navigation._link.listeners)
        navigation._clock = iter(range(1_000)).__next__
        one = view()
        times = []
        for _ in range(40):
            began = time.perf_counter()
            navigation.offer(one)
            times.append(time.perf_counter() - began)
        assert sorted(times)[20] < 0.25  # a send that waits would take its two seconds each time


def test_a_tool_in_the_pictures_millimetres_has_a_place_and_others_are_only_tracked(navigation):
    client = pyigtl.OpenIGTLinkClient("127.0.0.1", navigation.port)
    try:
        until(lambda: navigation._link.listeners)
        client.send_message(pyigtl.TransformMessage(POSE, device_name="ProbeToTracker"))
        found = until(lambda: navigation.tool(0.1))
        assert found.place is None
        assert "not registered" in found.words
        client.send_message(pyigtl.TransformMessage(POSE, device_name="ProbeToImage"))
        found = until(lambda: (tool := navigation.tool(0.1)) and tool.place and tool)
        assert found.place == pytest.approx((60.0, 120.0))
        assert "4 mm above" in found.words
        assert navigation.tool(None).place is None
        clock = navigation._clock
        navigation._clock = lambda: clock() + 5
        assert navigation.tool(0.1) is None
    finally:
        client.stop()
        until(lambda: client.communication_thread_stopped)


def test_whoever_is_not_on_the_list_is_turned_away():
    with closing(Link("0.0.0.0", 0, guests=frozenset({"10.9.8.7"}))) as link:
        with closing(socket.create_connection(("127.0.0.1", link.port))):
            until(lambda: link.listeners)
        own = socket.gethostbyname(socket.gethostname())
        if own.startswith("127."):
            pytest.skip("this machine has no address but loopback")
        with closing(socket.create_connection((own, link.port))) as stranger:
            assert stranger.recv(1) == b""
