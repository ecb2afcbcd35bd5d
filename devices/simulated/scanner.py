"""A simulated microwave scanner on a simulated table: the mask that its projector shows changes what its analyser reads.

Both are real servers on loopback, spoken to by the real adapters; between them lies a phantom. `sim:vna` and `sim:projector` stand at one table,
`sim:scanner` is both in one box. The optics are those of `devices.simulated.microwave`.
"""

from __future__ import annotations

import threading
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from devices.analysers.visa import VisaVna
from devices.device import DeviceKind, Identity
from devices.projector import Mask
from devices.projectors.dmd import DARK, DmdProjector, read_shown
from devices.projectors.line import TcpLine
from devices.simulated.layers import Complex, Real
from devices.simulated.microwave import Conditions, beam, diffused, pixel_contrast
from devices.simulated.phantoms import Phantom, irregular
from devices.simulated.scpi import ScpiServer
from devices.simulated.vna import Bench, SimulatedShockLine
from devices.vna import Sweep, SweepPlan

LONGEST_MASK_LINE = 300_000  # 1024 × 1024 pixels
DEPTH_GRID_MM = 0.02  # coarser than a scanner could tell; keeps the first sweep after a change quick
FINER = 4
GAIN = 0.25
FLAT = 0.7  # what is reflected beside the modulated part


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the fields were computed for."""

    specimen: str | None
    shape: tuple[int, int]
    frequencies: bytes


class SimulatedTable:
    """The plate with what lies on it, the light on it, and the horns before it. Until a mask is shown it is the plain bench of an analyser alone."""

    def __init__(self, phantom: Callable[[str, int, int], Phantom] | None = None, conditions: Conditions | None = None) -> None:
        self.phantom = phantom or specimen_phantom
        self._conditions = conditions or Conditions(standing_waves=0.02)
        self._turn = threading.Lock()
        self._specimen: str | None = ""
        self._mask: Mask | None = None
        self._scene: _Scene | None = None
        self._fields: Complex = np.zeros((0, 0), dtype=np.complex128)

    def place(self, specimen: str | None) -> None:
        """Lay this piece on the plate; None takes everything off."""
        with self._turn:
            self._specimen = specimen

    def show(self, mask: Mask) -> None:
        """Light it."""
        with self._turn:
            self._mask = mask

    def s21(self, frequency_hz: Real) -> Complex:
        """What reaches port 2 without noise, (F,)."""
        with self._turn:
            if self._mask is None:
                return Bench().s21(frequency_hz)
            fields = self._seen(frequency_hz, (self._mask.shape[0], self._mask.shape[1]))
            lit = self._mask.ravel().astype(np.float64)
            return np.asarray(GAIN * (FLAT * fields.mean(axis=0) - lit @ fields / lit.size) + self._conditions.leakage)

    def _seen(self, frequency_hz: Real, shape: tuple[int, int]) -> Complex:
        """The contrast of each pixel under the beam, (pixels, F); computed anew when plate, grid or frequencies changed."""
        scene = _Scene(self._specimen, shape, frequency_hz.tobytes())
        if scene != self._scene:
            phantom = self.phantom(self._specimen or "", *shape)
            if self._specimen is None:
                phantom = replace(phantom, present=np.zeros_like(phantom.present))
            coarse = replace(phantom, depth_mm=np.round(phantom.depth_mm / DEPTH_GRID_MM) * DEPTH_GRID_MM)
            how = self._conditions
            fields = beam(coarse, how, frequency_hz) * pixel_contrast(coarse, how, frequency_hz)
            pixel_mm = (phantom.height_mm / shape[0], phantom.width_mm / shape[1])
            self._fields, self._scene = diffused(fields, shape, pixel_mm, how.diffusion_mm), scene
        return self._fields


def specimen_phantom(specimen: str, rows: int, columns: int) -> Phantom:
    """Another irregular specimen for each name; every second one has bare tumour."""
    seed = zlib.crc32(specimen.encode())
    return irregular(seed, rows, columns, inclusion_mm=(8.0, 5.0) if seed % 2 else None, finer=FINER)


class SimulatedDmd:
    """The controller of the simulated mirrors: lines in, answers out, on a loopback port."""

    def __init__(self, table: SimulatedTable) -> None:
        self._table = table
        self._server = ScpiServer(self.answer, longest=LONGEST_MASK_LINE)
        self.port = self._server.port

    def stop(self) -> None:
        """Pull its plug: harmless twice."""
        self._server.stop()

    def answer(self, line: str) -> bytes:
        """One line for one line."""
        if line == "*IDN?":
            return b"Rimlight,simulated DMD,SIMULATED,1\n"
        if line == "BLANK":
            return f"SHOWN {DARK}\n".encode()
        mask = read_shown(line)
        if mask is None:
            return b"NO such command\n"
        self._table.show(mask)
        return f"SHOWN {line[-8:]}\n".encode()


class TableProjector(DmdProjector):
    """The real adapter on the simulated mirrors; it can also lay a specimen on the table."""

    def __init__(self, address: str, table: SimulatedTable) -> None:
        self._table = table
        controller = SimulatedDmd(table)
        super().__init__(address, lambda: TcpLine("127.0.0.1", controller.port), simulated=True, on_close=controller.stop)

    def place(self, specimen: str | None) -> None:
        """As `devices.projector.Plate`."""
        self._table.place(specimen)


class SimulatedScanner:
    """Analyser and projector in one box, with a table of its own: both Protocols, and `Plate`."""

    kind = DeviceKind.VNA
    lag_s = 0.0

    def __init__(
        self, address: str = "sim:scanner", table: SimulatedTable | None = None, *, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self.address = address
        self.table = table or SimulatedTable()
        self._projector = TableProjector(address, self.table)
        try:
            self._vna = table_vna(address, self.table, sleep=sleep)
        except BaseException:
            self._projector.close()
            raise

    def identify(self) -> Identity:
        """One box, one name."""
        return replace(self._vna.identify(), model="MS46122B with mirrors")

    def check(self) -> None:
        """Both are there."""
        self._vna.check()
        self._projector.check()

    def close(self) -> None:
        """Both."""
        self._vna.close()
        self._projector.close()

    def prepare(self, plan: SweepPlan) -> None:
        """As `Vna`."""
        self._vna.prepare(plan)

    def sweep(self) -> Sweep:
        """As `Vna`."""
        return self._vna.sweep()

    def show(self, mask: Mask) -> float:
        """As `Projector`."""
        return self._projector.show(mask)

    def blank(self) -> float:
        """As `Projector`."""
        return self._projector.blank()

    def place(self, specimen: str | None) -> None:
        """As `Plate`."""
        self._projector.place(specimen)


def table_vna(address: str, table: SimulatedTable, *, sleep: Callable[[float], None] = time.sleep) -> VisaVna:
    """A simulated analyser before `table`, behind the real adapter."""
    instrument = SimulatedShockLine(table, sleep=sleep)
    return VisaVna(address, f"TCPIP::127.0.0.1::{instrument.port}::SOCKET", simulated=True, on_close=instrument.stop)


TABLE = SimulatedTable()  # the one at which `sim:vna` and `sim:projector` stand


def open_simulated_vna(address: str) -> VisaVna:
    """The analyser at the shared table."""
    return table_vna(address, TABLE)


def open_simulated_projector(address: str) -> TableProjector:
    """The projector at the shared table."""
    return TableProjector(address, TABLE)
