"""A digital micromirror device behind a controller that speaks in lines, over TCP or a serial port.

    *IDN?                        MAKER,MODEL,SERIAL,FIRMWARE
    SHOW ROWS COLUMNS BITS CRC   SHOWN CRC    once the mirrors stand
    BLANK                        SHOWN 00000000
    anything else, or damaged    NO a reason in words

BITS are hex digits, row after row, the first pixel the highest bit, filled up with zeros to a whole digit. CRC is the CRC-32 of what precedes it
in the line, without the blank before it, as eight hex digits; repeated in the answer, it says which mask stands. After any failure the
conversation is out of step, so the line is given up as a whole and every later call says so: opening anew is the only cure.
"""

from __future__ import annotations

import threading
import time
import zlib
from collections.abc import Callable

import numpy as np

from devices.device import DeviceKind, Identity, Introduced, closed_if_refused
from devices.errors import DeviceAbsent, DeviceError, DeviceRefused
from devices.projector import Mask, check_mask
from devices.projectors.line import Line

TIMEOUT_S = 2.0
LONGEST_ANSWER = 200
DARK = "00000000"


class DmdProjector(Introduced):
    """The controller behind what `connect` opens; each call answers or fails within `timeout_s`."""

    kind = DeviceKind.PROJECTOR
    lag_s = 0.0  # mirrors are confirmed when they stand

    def __init__(
        self, address: str, connect: Callable[[], Line], *, simulated: bool = False, timeout_s: float = TIMEOUT_S,
        clock: Callable[[], float] = time.monotonic, on_close: Callable[[], None] = lambda: None,
    ) -> None:  # fmt: skip
        self.address = address
        self._name, self._timeout_s, self._clock, self._on_close = "Projector", timeout_s, clock, on_close
        self._turn, self._lost, self._heard = threading.Lock(), False, b""
        self._line = self._connected(connect)
        with closed_if_refused(self):
            self._identity = self._introduce(simulated=simulated)

    def check(self) -> None:
        """Ask who is there. While a mask is being shown nothing is asked: that conversation will notice."""
        if not self._turn.acquire(blocking=False):
            return
        try:
            if self._ask("*IDN?") != self._idn:
                self._lost = True
                raise DeviceRefused(self._name, "Another controller answers at this address now.")
        finally:
            self._turn.release()

    def show(self, mask: Mask) -> float:
        """Mirrors as in `mask`; the time at which the controller said that they stand."""
        check_mask(mask)
        words = shown_line(mask)
        return self._shown(words, words[-8:])

    def blank(self) -> float:
        """All mirrors away."""
        return self._shown("BLANK", DARK)

    def close(self) -> None:
        """Hang up; also stops the simulated controller that may stand behind this line."""
        self._lost = True
        self._line.close()
        self._on_close()

    def _shown(self, words: str, wanted: str) -> float:
        with self._turn:
            answer = self._ask(words)
            if answer != f"SHOWN {wanted}":
                self._lost = True
                problem = "It refused the mask." if answer.startswith("NO") else "It did not confirm the mask that was sent."
                raise DeviceRefused(self._name, problem)
            return self._clock()

    def _connected(self, connect: Callable[[], Line]) -> Line:
        try:
            return connect()
        except (OSError, DeviceError) as cause:
            self._on_close()
            if isinstance(cause, DeviceError):
                raise
            raise DeviceAbsent(self._name, "Nothing answers at its address. Check that it is switched on and connected.") from cause

    def _introduce(self, *, simulated: bool) -> Identity:
        with self._turn:
            self._idn = self._ask("*IDN?")
        words = [word.strip() for word in self._idn.split(",")]
        if len(words) != 4 or not all(words[:2]):
            raise DeviceRefused(self._name, "What answers there does not introduce itself as a projector.")
        maker, model, serial, firmware = words
        identity = Identity(maker, model, serial, firmware, simulated)
        self._name = identity.name
        return identity

    def _ask(self, words: str) -> str:
        """One line there, one line back, by one deadline: a byte that drips in now and then extends nothing."""
        if self._lost:
            raise DeviceAbsent(self._name, "The connection was lost.")
        until = time.monotonic() + self._timeout_s
        try:
            if self._heard or self._line.waiting():
                raise ConnectionError
            self._line.send(words.encode("ascii") + b"\n", until)
            while b"\n" not in self._heard and len(self._heard) <= LONGEST_ANSWER:
                self._heard += self._line.receive(until)
            answer, _, self._heard = self._heard.partition(b"\n")
            said = answer.decode("ascii").strip()
            if not said.isprintable() or len(answer) > LONGEST_ANSWER:
                raise ValueError
            return said
        except (OSError, ValueError) as cause:  # ValueError: a line that was closed meanwhile, or words that are none
            self._lost = True
            raise DeviceAbsent(self._name, "It stopped answering, or answers what no projector says.") from cause


def shown_line(mask: Mask) -> str:
    """The line that shows `mask`."""
    rows, columns = mask.shape
    bits = np.packbits(mask.ravel()).tobytes().hex().upper()[: (mask.size + 3) // 4]
    words = f"SHOW {rows} {columns} {bits}"
    return f"{words} {zlib.crc32(words.encode('ascii')):08X}"


def read_shown(line: str) -> Mask | None:
    """What a controller makes of such a line; None when it is damaged."""
    words, _, code = line.rpartition(" ")
    parts = words.split(" ")
    if code != f"{zlib.crc32(words.encode('ascii', 'replace')):08X}" or len(parts) != 4 or parts[0] != "SHOW":
        return None
    try:
        rows, columns = int(parts[1]), int(parts[2])
        packed = bytes.fromhex(parts[3] + "0" * (len(parts[3]) % 2))
    except ValueError:
        return None
    if not (rows > 0 and columns > 0 and len(parts[3]) == (rows * columns + 3) // 4):
        return None
    return np.unpackbits(np.frombuffer(packed, dtype=np.uint8))[: rows * columns].reshape(rows, columns).astype(np.bool_)
