"""What the outside world can do to us, said without the words of any library."""

from __future__ import annotations


class DeviceError(Exception):
    """A device did not do what was asked. `device` names it as the person knows it; `problem` is one sentence, free of patient data."""

    def __init__(self, device: str, problem: str) -> None:
        super().__init__(f"{device}: {problem}")
        self.device = device
        self.problem = problem


class DeviceAbsent(DeviceError):
    """Nothing answers at that address."""


class DeviceRefused(DeviceError):
    """Something answers, but says no or is not what the address promises."""


class FrameLost(DeviceError):
    """One frame was spoilt on its way; the camera is there, and the next may be sound."""


class AddressRefused(DeviceError):
    """The address itself cannot be read."""
