"""A vector network analyser over SCPI on a raw socket, as the Anritsu ShockLine speaks it.

Arrays come as `#9nnnnnnnnn` blocks whose bytes may contain newlines; `SYST:ERR?` answers `No Error` without a number. After any failure the
conversation is out of step, so the connection is given up as a whole and every later call says so: opening anew is the only cure.
"""

from __future__ import annotations

import contextlib
import math
import select
import socket
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import numpy.typing as npt
import pyvisa
from pyvisa.resources import MessageBasedResource

from devices.device import DeviceKind, Identity, Introduced, closed_if_refused
from devices.errors import DeviceAbsent, DeviceError, DeviceRefused
from devices.vna import Sweep, SweepPlan

TIMEOUT_S = 2.0
LARGEST_BLOCK = 100_001 * 16  # the instrument's most points, complex, eight bytes each
QUIET = "NO ERROR"


class VisaVna(Introduced):
    """An analyser at a VISA `resource` such as `TCPIP::host::5001::SOCKET`; answers or fails within `timeout_s` plus the sweep's time."""

    kind = DeviceKind.VNA

    def __init__(
        self, address: str, resource: str, *, simulated: bool = False, timeout_s: float = TIMEOUT_S,
        clock: Callable[[], float] = time.monotonic, on_close: Callable[[], None] = lambda: None,
    ) -> None:  # fmt: skip
        self.address = address
        self._name, self._timeout_s, self._clock, self._on_close = "Analyser", timeout_s, clock, on_close
        self._plan: SweepPlan | None = None
        self._frequency_hz: npt.NDArray[np.float64] = np.empty(0)
        self._sweeps = 0
        self._lost = False
        self._turn = threading.Lock()
        self._visa = self._open(resource)
        with closed_if_refused(self):
            self._identity = self._introduce(simulated=simulated)

    def check(self) -> None:
        """Ask who is there. While somebody else talks to it, nothing is asked: that conversation will notice."""
        if not self._turn.acquire(blocking=False):
            return
        try:
            with self._conversation(self._timeout_s):
                if self._words(self._visa.query("*IDN?")) != self._idn:
                    raise DeviceRefused(self._name, "Another instrument answers at this address now.")
        finally:
            self._turn.release()

    def prepare(self, plan: SweepPlan) -> None:
        """Set frequencies, points and bandwidth, hold for single sweeps, and read back the frequencies that it will really use."""
        settings = (
            ":SYST:PRES", ":CALC1:PAR:COUN 1", ":CALC1:PAR1:DEF S21", f":SENS1:FREQ:STAR {plan.start_hz:.12G}",
            f":SENS1:FREQ:STOP {plan.stop_hz:.12G}", f":SENS1:SWE:POIN {plan.points}", f":SENS1:BAND {plan.bandwidth_hz:.12G}",
            ":SENS1:HOLD:FUNC HOLD", ":FORM:DATA REAL", ":FORM:BORD NORM",
        )  # fmt: skip
        with self._turn, self._conversation(self._timeout_s):
            for setting in settings:
                self._visa.write(setting)
            self._refuse_errors()
            frequency_hz = np.frombuffer(self._block(":SENS1:FREQ:DATA?"), dtype=">f8").astype(np.float64)
            wanted = np.linspace(plan.start_hz, plan.stop_hz, plan.points)
            if frequency_hz.shape != wanted.shape or not np.allclose(frequency_hz, wanted, rtol=1e-6, atol=0.0):
                raise DeviceRefused(self._name, "It would measure at other frequencies than it was asked to.")
            frequency_hz.flags.writeable = False
            self._plan, self._frequency_hz = plan, frequency_hz

    def sweep(self) -> Sweep:
        """Trigger a single sweep, wait for its end, read S21."""
        plan = self._plan
        if plan is None:
            raise ValueError("prepare() comes before sweep()")
        with self._turn, self._conversation(plan.seconds + self._timeout_s):
            # One message: a separate write and query would wait for a delayed acknowledgement, 44 ms each time.
            if self._words(self._visa.query(":TRIG:SING;*OPC?")) != "1":
                raise DeviceRefused(self._name, "It did not say that the sweep is complete.")
            pairs = np.frombuffer(self._block(":CALC1:PAR1:DATA:SDAT?"), dtype=">f8").astype(np.float64)
            if pairs.size != 2 * plan.points or not np.isfinite(pairs).all():
                raise DeviceRefused(self._name, "The sweep that it sent is damaged.")
            s21 = pairs.view(np.complex128)
            s21.flags.writeable = False
            self._sweeps += 1
            return Sweep(self._sweeps, self._clock(), self._frequency_hz, s21, plan.bandwidth_hz)

    def close(self) -> None:
        """Hang up; also stops the simulated instrument that may stand behind this connection."""
        self._cut()
        mine = self._turn.acquire(timeout=self._timeout_s)  # whoever is talking hears the end of the line and leaves
        try:
            with contextlib.suppress(pyvisa.Error, OSError, AttributeError):  # pyvisa-py trips over a session that is closed already
                self._visa.close()
        finally:
            if mine:
                self._turn.release()
        self._on_close()

    # --- the conversation ---------------------------------------------------------------------------------------------------------------

    def _open(self, resource: str) -> MessageBasedResource:
        try:
            visa = pyvisa.ResourceManager("@py").open_resource(
                resource, open_timeout=math.ceil(self._timeout_s * 1000), read_termination="\n", write_termination="\n"
            )
        except Exception as cause:  # pyvisa-py raises bare Exception when a connection fails
            self._on_close()
            raise DeviceAbsent(self._name, "Nothing answers at its address. Check that it is switched on and on the network.") from cause
        if (line := _socket_of(visa)) is not None:  # its own attribute for this is declared and not implemented
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        assert isinstance(visa, MessageBasedResource)
        return visa

    def _introduce(self, *, simulated: bool) -> Identity:
        with self._conversation(self._timeout_s):
            self._idn = self._words(self._visa.query("*IDN?"))
        words = [word.strip() for word in self._idn.split(",")]
        if len(words) != 4 or not all(words[:2]):
            raise DeviceRefused(self._name, "What answers there does not introduce itself as an instrument.")
        maker, model, serial, firmware = words
        identity = Identity(maker, model, serial, firmware, simulated)
        self._name = identity.name
        return identity

    @contextlib.contextmanager
    def _conversation(self, limit_s: float) -> Iterator[None]:
        """Talk for at most `limit_s`; whatever goes wrong in between ends the connection and is said in our own words.

        The library's own timeout starts anew with each byte that drips in, so a clock of ours cuts the line.
        """
        if self._lost:
            raise DeviceAbsent(self._name, "The connection was lost.")
        cut = threading.Timer(limit_s + 0.5, self._cut)
        cut.daemon = True
        cut.start()
        try:
            if _speaks_unasked(_socket_of(self._visa)):
                raise DeviceAbsent(self._name, "It hung up. Check its cable and its power; it is found again by itself.")
            self._visa.timeout = limit_s * 1000
            yield
        except DeviceError:
            self._lost = True
            raise
        except (
            pyvisa.Error,
            OSError,
            UnicodeDecodeError,
            ValueError,
            AttributeError,
            TypeError,
        ) as cause:  # the last two: closed meanwhile
            self._lost = True
            raise DeviceAbsent(self._name, "It stopped answering, or answers what no analyser says.") from cause
        finally:
            cut.cancel()

    def _cut(self) -> None:
        """Make a read that hangs return: it then sees the end of the line."""
        self._lost = True
        with contextlib.suppress(OSError, pyvisa.Error):  # closed meanwhile
            if (line := _socket_of(self._visa)) is not None:
                line.shutdown(socket.SHUT_RDWR)

    def _block(self, question: str) -> bytes:
        """The content of a definite-length block: `#`, one digit n, n digits of length, the bytes, a newline."""
        self._visa.write(question)
        opening = self._visa.read_bytes(2).decode("ascii")
        if opening[0] != "#" or not opening[1].isdigit() or opening[1] == "0":
            raise DeviceRefused(self._name, "It sent something else than the data that were asked for.")
        length = int(self._visa.read_bytes(int(opening[1])).decode("ascii"))
        if not 0 < length <= LARGEST_BLOCK or length % 8:
            raise DeviceRefused(self._name, "It announced an impossible amount of data.")
        content = bytes(self._visa.read_bytes(length))
        if self._visa.read_bytes(1) != b"\n":
            raise DeviceRefused(self._name, "Its data did not end where it said they would.")
        return content

    def _refuse_errors(self) -> None:
        """Nothing was refused silently: the instrument keeps its complaints until they are asked for."""
        if self._words(self._visa.query(":SYST:ERR?")).upper().strip('"') not in {QUIET, f'0,"{QUIET}', f"0,{QUIET}"}:
            raise DeviceRefused(self._name, "It refused one of its settings. Its range may not cover what was asked.")

    def _words(self, answer: str) -> str:
        """An answer in words, or a refusal of line noise."""
        words = answer.strip()
        if not words.isprintable() or len(words) > 200:
            raise DeviceRefused(self._name, "It answers what no analyser says.")
        return words


def _speaks_unasked(line: socket.socket | None) -> bool:
    """Whether the line ended, or holds words of an earlier conversation; the library would try to read an ended line until its timeout."""
    return line is not None and bool(select.select([line], [], [], 0)[0])


def _socket_of(visa: Any) -> socket.socket | None:
    """The socket behind a pyvisa-py resource."""
    line = getattr(visa.visalib.sessions.get(visa.session), "interface", None)
    return line if isinstance(line, socket.socket) else None
