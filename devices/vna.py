"""What a vector network analyser gives: sweeps of complex transmission."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt

from devices.device import Device


@dataclass(frozen=True, slots=True)
class SweepPlan:
    """What to measure: `points` frequencies from `start_hz` to `stop_hz`, evenly spaced, both ends included."""

    start_hz: float = 11e9
    stop_hz: float = 20e9
    points: int = 201
    bandwidth_hz: float = 1e4

    def __post_init__(self) -> None:
        """Refuse what no analyser could do."""
        if not (0 < self.start_hz < self.stop_hz and self.points >= 2 and self.bandwidth_hz > 0):
            raise ValueError("a sweep runs upwards over at least two points, with a bandwidth above zero")

    @property
    def seconds(self) -> float:
        """About how long one sweep takes: a filter settles in 1.5 times the inverse of its bandwidth."""
        return self.points * 1.5 / self.bandwidth_hz


@dataclass(frozen=True, slots=True, eq=False)
class Sweep:
    """One sweep of S21, in the instrument's convention exp(+jωt): losses have a negative imaginary permittivity.

    `frequency_hz` (F,) float64 and `s21` (F,) complex128 are read-only; `host_time_s` is this computer's monotonic clock at its end.
    """

    number: int
    host_time_s: float
    frequency_hz: npt.NDArray[np.float64]
    s21: npt.NDArray[np.complex128]
    bandwidth_hz: float


@runtime_checkable
class Vna(Device, Protocol):
    """A two-port analyser that sweeps on request."""

    def prepare(self, plan: SweepPlan) -> None:
        """Set it up; `DeviceRefused` when it will not measure exactly this."""

    def sweep(self) -> Sweep:
        """Trigger one sweep and read it; needs `prepare` first."""
