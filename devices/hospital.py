"""What the hospital's network offers to an operating room, as far as this console uses it."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from devices.device import Device


@runtime_checkable
class Pacs(Device, Protocol):
    """The picture archive that finished cases go to."""

    def echo(self) -> float:
        """Ask whether it would talk to us (DICOM C-ECHO); seconds until it said yes."""
