"""The mirrors' adapter against scripted conversations and against controllers that fail: every line consumed, never a hang, one sentence."""

from __future__ import annotations

import random
import socket
import threading
import time
from contextlib import contextmanager, suppress

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from devices.errors import DeviceError, DeviceRefused
from devices.projector import CARRIER_LIFETIME_S, settled_at
from devices.projectors.dmd import DmdProjector, read_shown, shown_line
from devices.projectors.line import TcpLine

IDN = b"MAKER,DMD,7,1.0\n"
MASK = np.array([[True, False, True], [False, False, True]])
LINE = "SHOW 2 3 A4 0CB550F4"


class Scripted:
    """A controller that knows its lines; an answer may be bytes, None, or what to do with the socket."""

    def __init__(self, steps):
        self.steps, self.wrong = list(steps), []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._play, daemon=True)
        self._thread.start()

    def _play(self):
        with suppress(OSError):
            line, _ = self._listener.accept()
            with line, line.makefile("rb") as lines:
                while self.steps:
                    heard = lines.readline().decode().rstrip("\n")
                    wanted, answer = self.steps.pop(0)
                    if wanted not in {heard, None}:
                        self.wrong.append((heard, wanted))
                    if callable(answer):
                        answer(line, self._over)
                    elif answer:
                        line.sendall(answer)
                self._over.wait(30)

    def stop(self):
        self._over.set()
        self._listener.close()
        self._thread.join(10)


@contextmanager
def playing(*steps, timeout_s=0.3):
    controller = Scripted(steps)
    opened = []

    def open_it():
        opened.append(DmdProjector("dmd:x", lambda: TcpLine("127.0.0.1", controller.port), timeout_s=timeout_s))
        return opened[0]

    try:
        yield controller, open_it
    finally:
        for one in opened:
            one.close()
        controller.stop()


def drip(line, over):
    with suppress(OSError):
        while not over.wait(0.05):
            line.sendall(b"S")


def test_a_whole_conversation_with_every_line_consumed():
    code = LINE[-8:].encode()
    with playing(("*IDN?", IDN), (LINE, b"SHOWN " + code + b"\n"), ("BLANK", b"SHOWN 00000000\n"), ("*IDN?", IDN)) as (controller, open_it):
        projector = open_it()
        assert projector.identify().name == "MAKER DMD"
        projector.show(MASK)
        projector.blank()
        projector.check()
        assert (controller.wrong, controller.steps) == ([], [])


def test_the_line_is_as_documented():
    assert shown_line(MASK) == LINE


@given(arrays(np.bool_, st.tuples(st.integers(1, 40), st.integers(1, 40))))
def test_any_mask_comes_back_from_its_line(mask):
    assert np.array_equal(read_shown(shown_line(mask)), mask)


@given(st.text(max_size=60))
def test_any_other_line_is_no_mask(text):
    assert read_shown(text) is None or shown_line(read_shown(text)) == text


FAULTS = {
    "cut": lambda line, _over: line.shutdown(socket.SHUT_RDWR),
    "stall": lambda _line, over: over.wait(30),
    "drip": drip,
    "refusal": b"NO lamp\n",
    "another mask": b"SHOWN 12345678\n",
    "garbage": b"\xff\xfe\x00\n",
    "endless": b"S" * 5000,
    "half": b"SHOWN",
    "two answers": b"SHOWN " + LINE[-8:].encode() + b"\nSHOWN 1\n",
}


def twice(projector):
    """Two answers at once are noticed at the next mask."""
    projector.show(MASK)
    projector.show(MASK)


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_ends_in_one_sentence_and_the_line_is_given_up(fault):
    with playing(("*IDN?", IDN), (LINE, fault)) as (_, open_it):
        projector = open_it()
        began = time.monotonic()
        with pytest.raises(DeviceError) as caught:
            twice(projector)
        assert time.monotonic() - began < 10  # bounded, not fast
        assert caught.value.problem.endswith(".")
        assert "\n" not in caught.value.problem
        with pytest.raises(DeviceError):
            projector.blank()


@pytest.mark.parametrize("idn", [b"hello\n", b",,,\n", b"A,B,C\n", b"\x1b[2J,b,c,d\n", b"x" * 900 + b"\n", b"\n"])
def test_what_does_not_introduce_itself_is_refused(idn):
    with playing(("*IDN?", idn)) as (_, open_it), pytest.raises(DeviceError):
        open_it()


def test_another_controller_at_the_same_address_is_noticed():
    with playing(("*IDN?", IDN), ("*IDN?", b"OTHER,DMD,8,1.0\n")) as (_, open_it):
        projector = open_it()
        with pytest.raises(DeviceRefused, match="Another controller"):
            projector.check()


def mutated(reply, chance):
    """One reply, damaged somewhere."""
    content = bytearray(reply)
    match chance.randrange(4):
        case 0:
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        case 1:
            del content[chance.randrange(len(content)) :]
        case 2:
            content[chance.randrange(len(content)) : 0] = bytes(chance.randrange(256) for _ in range(chance.randrange(1, 300)))
        case 3:
            content = bytearray(chance.randrange(256) for _ in range(chance.randrange(0, 300)))
    return bytes(content)


def swallow(seed, timeout_s=0.05):
    chance = random.Random(seed)
    code = LINE[-8:].encode()
    reply = mutated(b"SHOWN " + code + b"\n", chance)
    with playing(("*IDN?", IDN), (LINE, reply)) as (_, open_it):
        projector = open_it()
        projector._timeout_s = timeout_s  # only the damaged answer is not waited for: a busy machine may take longer to introduce itself
        said = ""
        try:
            projector.show(MASK)
        except DeviceError as error:
            said = error.problem
        return (not said and reply.split(b"\n")[0].strip() == b"SHOWN " + code) or said.endswith(".")


def test_a_hundred_mutated_replies():
    assert all(swallow(seed) for seed in range(100))


@pytest.mark.endurance
@pytest.mark.timeout(3600)
def test_ten_thousand_mutated_replies():
    assert all(swallow(seed) for seed in range(100, 10_100))


def test_settling_takes_lifetimes_beyond_the_light():
    assert settled_at(10.0, 0.03, 5) == pytest.approx(10.03 + 5 * CARRIER_LIFETIME_S)
