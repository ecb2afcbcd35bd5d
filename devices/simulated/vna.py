"""A simulated network analyser: a real SCPI server on loopback that speaks as the ShockLine does, with layered media behind it.

The adapter for the real instrument talks to it over a real socket, so that everything but the microwaves is the same.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
import numpy.typing as npt

from devices.simulated.layers import LIGHT_M_PER_S, Complex, Real, modulator, reflection
from devices.simulated.scpi import ScpiServer

READING_NOISE = 2e-4  # of S21, at 10 kHz bandwidth, one standard deviation of each part
LOWEST_HZ, HIGHEST_HZ, MOST_POINTS = 1e6, 43.5e9, 16_001


@dataclass(frozen=True, slots=True)
class Bench:
    """What stands before the horns: a photomodulator with `lit_share` of it lit, a specimen with `margin_mm` of fat over its tumour, or none."""

    margin_mm: float | None = 1.2
    lit_share: float = 0.5
    path_gain_db: float = -12.0
    path_m: float = 1.2
    leakage: complex = 3e-3 + 1e-3j

    def s21(self, frequency_hz: Real) -> Complex:
        """What reaches port 2 without noise, (F,)."""
        dark = reflection(modulator(lit=False, margin_mm=self.margin_mm), frequency_hz)
        lit = reflection(modulator(lit=True, margin_mm=self.margin_mm), frequency_hz)
        path = 10 ** (self.path_gain_db / 20) * np.exp(-2j * np.pi * frequency_hz * self.path_m / LIGHT_M_PER_S)
        return np.asarray(path * (dark + self.lit_share * (lit - dark)) + self.leakage, dtype=np.complex128)


class Scenery(Protocol):
    """Whatever stands before the horns."""

    def s21(self, frequency_hz: Real) -> Complex:
        """What reaches port 2 without noise, (F,)."""


@dataclass(slots=True)
class _Settings:
    """The instrument's front panel after a preset."""

    start_hz: float = 1e7
    stop_hz: float = 20e9
    points: int = 201
    bandwidth_hz: float = 1e5
    form: str = "ASC"
    border: str = "NORM"
    hold: bool = False
    complaints: list[str] = field(default_factory=list)


class SimulatedShockLine:
    """The instrument: `answer` is its parser, `start` puts it on a loopback port. Seeded; waits as long as a sweep takes, by `sleep`."""

    def __init__(self, bench: Scenery | None = None, *, seed: int = 1, sleep: Callable[[float], None] = time.sleep) -> None:
        self.bench: Scenery = bench or Bench()
        self._random = np.random.default_rng(seed)
        self._sleep = sleep
        self._panel = _Settings()
        self._trace: Complex = np.zeros(self._panel.points, dtype=np.complex128)
        self._turn = threading.Lock()
        self._server = ScpiServer(self.answer)
        self.port = self._server.port

    def stop(self) -> None:
        """Pull its network plug: harmless twice."""
        self._server.stop()

    def answer(self, line: str) -> bytes:
        """What it sends back to one line of commands and queries, joined by semicolons; nothing for commands alone."""
        with self._turn:
            answers = [self._one(part.strip()) for part in line.split(";") if part.strip()]
        replies = [answer for answer in answers if answer is not None]
        return b";".join(replies) + b"\n" if replies else b""

    def _one(self, part: str) -> bytes | None:
        header, _, argument = part.lstrip(":").partition(" ")
        try:
            if header.endswith("?"):
                return self._queries()[header.upper()]()
            self._commands()[header.upper()](argument.strip())
        except KeyError:
            self._panel.complaints.append('-113,"Undefined header"')
        except ValueError:
            self._panel.complaints.append('-222,"Data out of range"')
        return None

    def _queries(self) -> dict[str, Callable[[], bytes]]:
        panel = self._panel
        return {
            "*IDN?": lambda: b"ANRITSU,MS46122B,SIMULATED,V2022.4.1",
            "*OPC?": lambda: b"1",
            "SYST:ERR?": self._complaint,
            "SENS1:SWE:POIN?": lambda: str(panel.points).encode(),
            "SENS1:FREQ:DATA?": lambda: self._block(self._frequency_hz()),
            "CALC1:PAR1:DATA:SDAT?": lambda: self._block(self._trace.view(np.float64)),
        }

    def _commands(self) -> dict[str, Callable[[str], None]]:
        panel = self._panel
        return {
            "*CLS": lambda _: panel.complaints.clear(),
            "SYST:PRES": lambda _: self._preset(),
            "CALC1:PAR:COUN": lambda text: _require(text == "1"),
            "CALC1:PAR1:DEF": lambda text: _require(text.upper() == "S21"),
            "SENS1:FREQ:STAR": lambda text: setattr(panel, "start_hz", _within(text, LOWEST_HZ, HIGHEST_HZ)),
            "SENS1:FREQ:STOP": lambda text: setattr(panel, "stop_hz", _within(text, LOWEST_HZ, HIGHEST_HZ)),
            "SENS1:SWE:POIN": lambda text: setattr(panel, "points", int(_within(text, 2, MOST_POINTS))),
            "SENS1:BAND": lambda text: setattr(panel, "bandwidth_hz", _within(text, 1.0, 1e6)),
            "SENS1:HOLD:FUNC": lambda text: setattr(panel, "hold", text.upper() == "HOLD"),
            "FORM:DATA": lambda text: setattr(panel, "form", _one_of(text, "ASC", "REAL", "REAL32")),
            "FORM:BORD": lambda text: setattr(panel, "border", _one_of(text, "NORM", "SWAP")),
            "TRIG:SING": lambda _: self._sweep(),
        }

    def _preset(self) -> None:
        self._panel = _Settings(complaints=self._panel.complaints)

    def _complaint(self) -> bytes:
        return (self._panel.complaints.pop(0) if self._panel.complaints else "No Error").encode()

    def _frequency_hz(self) -> Real:
        return np.linspace(self._panel.start_hz, self._panel.stop_hz, self._panel.points)

    def _sweep(self) -> None:
        panel = self._panel
        self._sleep(panel.points * 1.2 / panel.bandwidth_hz)
        noise = READING_NOISE * np.sqrt(panel.bandwidth_hz / 1e4) * self._random.standard_normal((panel.points, 2))
        self._trace = self.bench.s21(self._frequency_hz()) + noise.view(np.complex128)[:, 0]

    def _block(self, numbers: npt.NDArray[np.float64]) -> bytes:
        """Numbers behind a block header, which this maker sends even before ASCII."""
        order = ">" if self._panel.border == "NORM" else "<"
        match self._panel.form:
            case "ASC":
                content = ",".join(f"{number:.12E}" for number in numbers).encode()
            case "REAL":
                content = numbers.astype(f"{order}f8").tobytes()
            case _:
                content = numbers.astype(f"{order}f4").tobytes()
        return f"#9{len(content):09d}".encode() + content


def _require(holds: bool) -> None:
    if not holds:
        raise ValueError


def _within(text: str, low: float, high: float) -> float:
    number = float(text)
    _require(low <= number <= high)
    return number


def _one_of(text: str, *words: str) -> str:
    _require(text.upper() in words)
    return text.upper()
