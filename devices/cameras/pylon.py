"""Basler cameras by their serial number: pylon in a child process."""

from __future__ import annotations

from devices.cameras.child import ChildSource, Program
from devices.cameras.stream import StreamedCamera

PROGRAM = Program(
    "devices.cameras.children.pylon_child",
    "pypylon",
    "Basler camera",
    "Basler's pylon is not installed. Install its Python package, pypylon.",
)


def open_pylon(address: str, serial: str) -> StreamedCamera:
    """The Basler camera with this serial number; empty: the first that is found."""
    return StreamedCamera(address, PROGRAM.name, lambda: ChildSource(PROGRAM, serial))
