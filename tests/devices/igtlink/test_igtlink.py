"""The codec and the link against pyigtl, which others wrote; a slow listener, a liar, and a picture that never waits."""

from __future__ import annotations

import os
import socket
import struct
import threading
import time
from contextlib import closing

import numpy as np
import pyigtl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.errors import DeviceRefused
from devices.igtlink.crc import LANES, _slowly, crc64
from devices.igtlink.link import Link
from devices.igtlink.messages import HEADER, NotUnderstood, Picture, Point, header_of, image, pose_of

TURN = np.array([[0.0, -1, 0, 10], [1, 0, 0, -20], [0, 0, 1, 30.5], [0, 0, 0, 1]])


@pytest.fixture
def link():
    with closing(Link(port=0)) as made:
        yield made


@pytest.fixture
def slicer(link):
    client = pyigtl.OpenIGTLinkClient("127.0.0.1", link.port)
    wait_for(lambda: link.listeners)
    yield client
    client.stop()
    wait_for(lambda: client.communication_thread_stopped)


def wait_for(what, limit_s=20.0):
    until = time.monotonic() + limit_s
    while not what():
        assert time.monotonic() < until, "it never came"
        time.sleep(0.01)


@given(st.binary(max_size=400))
def test_the_checksum_is_the_one_of_the_protocol(content):
    assert crc64(content) == pyigtl.messages.CRC64(content)


@pytest.mark.parametrize("size", [4 * LANES - 1, 4 * LANES, 4 * LANES + 1, 7 * LANES + 4321, 400_001])
def test_lanes_give_what_one_lane_gives(size):
    content = os.urandom(size)
    assert crc64(content) == _slowly(0, content)


@pytest.mark.parametrize("pixels", [
    np.arange(48 * 64, dtype=np.uint8).reshape(48, 64), np.arange(48 * 64, dtype=np.uint16).reshape(48, 64) * 7,
    np.arange(48 * 64 * 3, dtype=np.uint8).reshape(48, 64, 3), np.linspace(0, 1, 30, dtype=np.float32).reshape(5, 6),
])  # fmt: skip
def test_a_picture_arrives_as_it_is(link, slicer, pixels):
    link.show(Picture("Live", 1_700_000_000.25, pixels, 0.5))
    heard = slicer.wait_for_message("Live", timeout=20)
    np.testing.assert_array_equal(heard.image[0], pixels)
    assert heard.timestamp == pytest.approx(1_700_000_000.25, abs=1e-6)
    np.testing.assert_allclose(heard.ijk_to_world_matrix, np.diag([0.5, 0.5, 1, 1]), atol=1e-5)
    assert heard.world_coordinate_system == "lps"


def test_a_lesion_is_a_point_with_a_size(link, slicer):
    link.show(Point("Lesion", "NIR centroid", 1.0, (12.5, -3.0, 0.0), 8.0))
    heard = slicer.wait_for_message("Lesion", timeout=20)
    assert heard.positions == [(12.5, -3.0, 0.0)]
    assert (heard.names, heard.diameters) == (["NIR centroid"], [8.0])


def test_a_tool_is_where_its_tracker_says(link, slicer):
    assert link.pose("Probe") is None
    slicer.send_message(pyigtl.TransformMessage(TURN, device_name="Probe", timestamp=5.0))
    wait_for(lambda: link.pose("Probe"))
    np.testing.assert_allclose(link.pose("Probe").matrix, TURN, atol=1e-5)
    assert link.pose("Probe").at_s == pytest.approx(5.0)


def test_version_two_is_heard_too(link, slicer):
    message = pyigtl.TransformMessage(TURN, device_name="Probe")
    message.header_version, message.metadata = 2, {"status": "OK"}
    slicer.send_message(message)
    wait_for(lambda: link.pose("Probe"))
    np.testing.assert_allclose(link.pose("Probe").matrix, TURN, atol=1e-5)


def test_showing_never_waits_and_the_newest_wins(link):
    with socket.create_connection(("127.0.0.1", link.port)) as lazy:  # connected, and reads nothing
        wait_for(lambda: link.listeners)
        for number in range(400):
            link.show(Picture("Live", float(number), np.full((512, 640), number % 256, np.uint8), 1.0))
        threads = threading.active_count()
        lazy.settimeout(20)
        assert lazy.recv(1)
        assert threads < 10
    client = pyigtl.OpenIGTLinkClient("127.0.0.1", link.port)
    try:
        assert client.wait_for_message("Live", timeout=20).timestamp == pytest.approx(399.0)
    finally:
        client.stop()
        wait_for(lambda: client.communication_thread_stopped)


def packed(matrix, **changes):
    message = pyigtl.TransformMessage(matrix, device_name="Probe").pack()
    return bytes(changes["header"]) + message[HEADER.size :] if "header" in changes else message


@pytest.mark.parametrize("matrix", [np.full((4, 4), np.nan), np.diag([1.0, 1, -1, 1]), np.diag([2.0, 1, 1, 1]), np.zeros((4, 4))])
def test_what_is_no_motion_is_not_believed(matrix):
    message = packed(matrix)
    with pytest.raises(NotUnderstood):
        pose_of(header_of(message[: HEADER.size]), message[HEADER.size :])


def test_a_damaged_pose_is_passed_over_and_the_next_is_heard(link):
    good = packed(TURN)
    damaged = good[:-1] + bytes([good[-1] ^ 1])
    with socket.create_connection(("127.0.0.1", link.port)) as line:
        line.sendall(damaged)
        line.sendall(good)
        wait_for(lambda: link.pose("Probe"))


@pytest.mark.parametrize("words", [b"GET / HTTP/1.1\r\n\r\n" * 10, struct.pack(">H12s20sIIQQ", 1, b"IMAGE", b"x", 0, 0, 2**40, 0), b""])
def test_a_liar_is_hung_up_on_and_others_go_on(link, words):
    with socket.create_connection(("127.0.0.1", link.port)) as line:
        line.sendall(words)
        if words:
            line.settimeout(20)
            assert line.recv(1) == b""
    with socket.create_connection(("127.0.0.1", link.port)) as line:
        line.sendall(packed(TURN))
        wait_for(lambda: link.pose("Probe"))


def test_a_port_that_is_taken_is_said():
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(DeviceRefused, match="another program"):
        Link(port=taken.getsockname()[1])


def test_what_is_no_picture_is_our_bug():
    with pytest.raises(ValueError, match="two axes"):
        image(Picture("x", 0.0, np.zeros(3, np.int64), 1.0))
