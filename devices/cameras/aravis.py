"""GigE Vision cameras of any maker: aravis, in a child process run by the interpreter that has its bindings (on Debian the system's own)."""

from __future__ import annotations

from devices.cameras.child import ChildSource, Program
from devices.cameras.stream import StreamedCamera

PROGRAM = Program(
    "devices.cameras.children.aravis_child", "gi", "GigE camera",
    "aravis is not installed. Install gir1.2-aravis-0.8 and python3-gi, or use pylon for a Basler camera.",
)  # fmt: skip


def open_gige(address: str, name: str) -> StreamedCamera:
    """The camera with this serial number, network address or aravis name; empty: the first that is found."""
    return StreamedCamera(address, PROGRAM.name, lambda: ChildSource(PROGRAM, name))
