"""The analyser's adapter against scripted conversations and against instruments that fail: every line consumed, never a hang."""

from __future__ import annotations

import socket
import struct
import threading
import time
from contextlib import contextmanager, suppress

import numpy as np
import pytest

from devices.analysers.visa import VisaVna
from devices.errors import DeviceAbsent, DeviceError, DeviceRefused
from devices.vna import SweepPlan

IDN = b"ANRITSU,MS46122B,1234567,V2022.4.1\n"
PLAN = SweepPlan(1e9, 2e9, 3, 1e5)
SETTINGS = [
    ":SYST:PRES", ":CALC1:PAR:COUN 1", ":CALC1:PAR1:DEF S21", ":SENS1:FREQ:STAR 1000000000", ":SENS1:FREQ:STOP 2000000000", ":SENS1:SWE:POIN 3",
    ":SENS1:BAND 100000", ":SENS1:HOLD:FUNC HOLD", ":FORM:DATA REAL", ":FORM:BORD NORM",
]  # fmt: skip


def block(*numbers, head=None):
    content = struct.pack(f">{len(numbers)}d", *numbers)
    return (head or b"#9%09d" % len(content)) + content + b"\n"


def conversation(frequencies=None, sweep=None, error=b"No Error\n"):
    """A whole one: introduction, preparation, a sweep."""
    steps = [("*IDN?", IDN), *((setting, None) for setting in SETTINGS), (":SYST:ERR?", error)]
    steps += [(":SENS1:FREQ:DATA?", frequencies or block(1e9, 1.5e9, 2e9))]
    return [*steps, (":TRIG:SING;*OPC?", b"1\n"), (":CALC1:PAR1:DATA:SDAT?", sweep or block(0.1, -0.2, 0.3, 0.4, 0.5, -0.6))]


class Scripted:
    """An instrument that knows its lines; `answer` may be bytes, None, or what to do with the line."""

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
                    if heard != wanted:
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
def playing(steps, timeout_s=0.5):
    instrument = Scripted(steps)
    vna = None

    def open_it():
        nonlocal vna
        vna = VisaVna("visa:x", f"TCPIP::127.0.0.1::{instrument.port}::SOCKET", timeout_s=timeout_s)
        return vna

    try:
        yield instrument, open_it
    finally:
        if vna is not None:
            vna.close()
        instrument.stop()


def cut(line, _over):
    line.shutdown(socket.SHUT_RDWR)


def stall(_line, over):
    over.wait(30)


def drip(line, over):
    """A byte now and then, forever: each one restarts the library's own timeout."""
    with suppress(OSError):
        while not over.wait(0.1):
            line.sendall(b"7")


def half_then(content, then):
    def act(line, over):
        line.sendall(content)
        then(line, over)

    return act


def test_a_whole_conversation_with_every_line_consumed():
    with playing(conversation()) as (instrument, open_it):
        vna = open_it()
        identity = vna.identify()
        assert (identity.maker, identity.model, identity.serial, identity.simulated) == ("ANRITSU", "MS46122B", "1234567", False)
        vna.prepare(PLAN)
        sweep = vna.sweep()
        assert np.array_equal(sweep.s21, [0.1 - 0.2j, 0.3 + 0.4j, 0.5 - 0.6j])
        assert (instrument.wrong, instrument.steps) == ([], [])


def test_newlines_inside_a_block_are_data():
    numbers = np.frombuffer(b"\n" * 48, dtype=">f8")
    with playing(conversation(sweep=b"#9000000048" + b"\n" * 48 + b"\n")) as (instrument, open_it):
        vna = open_it()
        vna.prepare(PLAN)
        assert np.array_equal(vna.sweep().s21.view(np.float64), numbers.astype(np.float64))
        assert instrument.wrong == []


@pytest.mark.parametrize("head", [b"#9000000048", b"#248", b"#40048"])
def test_block_headers_of_any_length(head):
    with playing(conversation(sweep=block(1, 2, 3, 4, 5, 6, head=head))) as (_, open_it):
        vna = open_it()
        vna.prepare(PLAN)
        assert vna.sweep().s21[2] == 5 + 6j


@pytest.mark.parametrize("answer", [b"No Error\n", b'"No Error"\n', b'0,"No Error"\n', b"0,No Error\n", b"no error\r\n"])
def test_no_error_with_or_without_a_number(answer):
    with playing(conversation(error=answer)) as (_, open_it):
        open_it().prepare(PLAN)


def test_a_setting_that_was_refused_is_said():
    with (
        playing(conversation(error=b'-222,"Data out of range"\n')) as (_, open_it),
        pytest.raises(DeviceRefused, match="refused one of its settings"),
    ):
        open_it().prepare(PLAN)


def test_other_frequencies_than_asked_for_are_refused():
    with playing(conversation(frequencies=block(1e9, 1.6e9, 2e9))) as (_, open_it), pytest.raises(DeviceRefused, match="other frequencies"):
        open_it().prepare(PLAN)


@pytest.mark.parametrize(
    "idn", [b"hello\n", b",,,\n", b"A,B,C\n", b"\x07\x1b[2J,b,c,d\n", b"\xff\xfe,b,c,d\n", b"x" * 400 + b",b,c,d\n", b"\n"]
)
def test_what_does_not_introduce_itself_is_refused(idn):
    with playing([("*IDN?", idn)]) as (_, open_it), pytest.raises(DeviceError) as caught:
        open_it()
    assert caught.value.problem.isprintable()


@pytest.mark.parametrize(
    "fault", [cut, stall, drip, half_then(b"ANRI", cut), half_then(b"ANRI", stall)], ids=["cut", "stall", "drip", "half+cut", "half+stall"]
)
def test_an_introduction_that_fails_ends_in_an_error(fault):
    began = time.monotonic()
    with playing([("*IDN?", fault)]) as (_, open_it), pytest.raises(DeviceAbsent):
        open_it()
    assert time.monotonic() - began < 20  # bounded, not fast


SWEEP = block(1, 2, 3, 4, 5, 6)
FAULTS = {
    "cut at once": cut,
    "cut in the header": half_then(SWEEP[:5], cut),
    "cut in the block": half_then(SWEEP[:30], cut),
    "cut before the newline": half_then(SWEEP[:-1], cut),
    "stall in the block": half_then(SWEEP[:30], stall),
    "stall before the newline": half_then(SWEEP[:-1], stall),
    "drip in the block": half_then(SWEEP[:12], drip),
    "garbage": b"\x00\xff\xfe garbage \n\n\n###\n",
    "a word": b"ERROR\n",
    "no digit": b"#x00000048\n",
    "indefinite": b"#0" + b"1" * 48 + b"\n",
    "length without digits": b"#9abcdefghi" + b"1" * 48 + b"\n",
    "negative": b"#3-48" + b"1" * 48 + b"\n",
    "too long": b"#9999999999" + b"1" * 48 + b"\n",
    "not whole numbers": b"#247" + b"1" * 47 + b"\n",
    "too few": block(1, 2, 3, 4),
    "too many": block(1, 2, 3, 4, 5, 6, 7, 8),
    "longer than announced": b"#248" + b"1" * 60 + b"\n",
    "not a number": block(1, 2, float("nan"), 4, 5, 6),
    "infinite": block(1, 2, float("inf"), 4, 5, 6),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_a_sweep_that_fails_ends_in_an_error_and_the_connection_is_given_up(fault):
    began = time.monotonic()
    with playing(conversation(sweep=fault)) as (_, open_it):
        vna = open_it()
        vna.prepare(PLAN)
        with pytest.raises(DeviceError):
            vna.sweep()
        for again in (vna.sweep, vna.check, lambda: vna.prepare(PLAN)):
            with pytest.raises(DeviceAbsent, match="connection was lost"):
                again()
    assert time.monotonic() - began < 20


def test_another_instrument_at_the_same_address_is_noticed():
    with playing([("*IDN?", IDN), ("*IDN?", IDN.replace(b"1234567", b"7654321"))]) as (_, open_it):
        vna = open_it()
        with pytest.raises(DeviceRefused, match="Another instrument"):
            vna.check()


def test_an_instrument_that_hung_up_meanwhile_is_noticed_without_asking():
    with playing([("*IDN?", half_then(IDN, cut))]) as (_, open_it):
        vna = open_it()
        line = vna._visa.visalib.sessions[vna._visa.session].interface
        assert line.recv(1, socket.MSG_PEEK) == b""
        with pytest.raises(DeviceAbsent, match="hung up"):
            vna.check()


def test_closing_frees_a_thread_that_waits():
    with playing([("*IDN?", IDN), ("*IDN?", stall)], timeout_s=3.0) as (_, open_it):
        vna = open_it()
        outcome = []

        def wait():
            with suppress(DeviceError):
                vna.check()
            outcome.append("over")

        thread = threading.Thread(target=wait, daemon=True)
        thread.start()
        time.sleep(0.2)
        vna.close()
        thread.join(15)
        assert outcome == ["over"]


def test_nothing_there_is_absent_at_once():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(DeviceAbsent):
        VisaVna("visa:x", f"TCPIP::127.0.0.1::{port}::SOCKET", timeout_s=0.5)
