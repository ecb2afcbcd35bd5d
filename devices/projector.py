"""What a projector of masks does: light some squares of the photomodulator, and say when they are lit."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt

from devices.device import Device

Mask = npt.NDArray[np.bool_]
LARGEST_SIDE = 1024
CARRIER_LIFETIME_S = 1.2e-3  # of the silicon photomodulator (seed 003, appendix D): light that went out is seen by microwaves for this long


@runtime_checkable
class Projector(Device, Protocol):
    """Shows one mask at a time. `lag_s` is how long its own light takes to settle after a confirmation; the silicon needs time beyond that."""

    @property
    def lag_s(self) -> float:
        """Seconds from the confirmed time until its light stands still."""

    def show(self, mask: Mask) -> float:
        """Show `mask` (rows, columns), True is lit; the confirmed time on this computer's monotonic clock, s."""

    def blank(self) -> float:
        """Everything dark; the confirmed time."""


@runtime_checkable
class Plate(Protocol):
    """An instrument that wants to know what a person laid on its plate; the simulated one lays it there."""

    def place(self, specimen: str | None) -> None:
        """`specimen` tells one piece and face from another; None is the empty plate of a reference scan."""


def check_mask(mask: Mask) -> None:
    """Refuse what no projector shows."""
    if mask.ndim != 2 or mask.dtype != np.bool_ or not all(1 <= side <= LARGEST_SIDE for side in mask.shape):
        raise ValueError("a mask is a plane of truths")


def settled_at(confirmed_s: float, lag_s: float, lifetimes: float) -> float:
    """When the carriers stand still, too: `lifetimes` of them after the light does, s."""
    return confirmed_s + lag_s + lifetimes * CARRIER_LIFETIME_S
