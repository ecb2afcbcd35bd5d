"""Whether this machine is fit for the console, in sentences for whoever set it up: processor, memory, clock, screen and touch."""

from __future__ import annotations

import ctypes
import importlib
import os
import sys
from collections.abc import Iterator

from console.cases.condition import Check, State

CORES = 2  # what the demo case and the benchmarks were measured with
MEMORY_BYTES = 4 << 30
SMALLEST = (1366, 768)
DPI = (70, 400)  # of screens that stand in theatres; outside of it the screen does not know its own millimetres
UNSYNCHRONISED = 5  # TIME_ERROR of adjtimex(2)


def conditions() -> Iterator[Check]:
    """Of this machine."""
    cores = os.cpu_count() or 1
    yield Check("processor", State.GOOD if cores >= CORES else State.LOOK, f"{cores} cores; the console was measured on {CORES}.")
    yield _memory(memory_bytes())
    yield _network_time(clock_state())
    yield from _screens()


def memory_bytes() -> int:
    """Of the machine; 0 where it does not say."""
    if sys.platform == "win32":
        status = (ctypes.c_ulonglong * 8)(64)  # MEMORYSTATUSEX: its own length first, the whole memory second
        return int(status[1]) if ctypes.windll.kernel32.GlobalMemoryStatusEx(status) else 0
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def clock_state() -> bool | None:
    """Whether the system's clock follows a time server; None where it does not say."""
    if not sys.platform.startswith("linux"):
        return None
    timex = (ctypes.c_byte * 512)()  # modes 0: only look
    return int(ctypes.CDLL(None).ntp_adjtime(ctypes.byref(timex))) != UNSYNCHRONISED


def _memory(held: int) -> Check:
    if not held:
        return Check("memory", State.LOOK, "The machine does not say how much memory it has.")
    enough = held >= MEMORY_BYTES
    more = "" if enough else f" Give it {MEMORY_BYTES >> 30} GiB or more."
    return Check("memory", State.GOOD if enough else State.LOOK, f"{held / (1 << 30):.1f} GiB.{more}")


def _network_time(follows: bool | None) -> Check:
    if follows is None:
        return Check("network time", State.LOOK, "Whether the clock follows a time server is not known here; see the system's settings.")
    if follows:
        return Check("network time", State.GOOD, "The clock follows a time server.")
    return Check("network time", State.LOOK, "The clock follows no time server. Set one up: times of the case are read from this clock.")


def _screens() -> Iterator[Check]:
    """Each by its pixels and millimetres, and whether a finger is felt."""
    window = importlib.import_module("console.commands.window")
    if not window.display_answers():
        yield Check("screen", State.LOOK, "No window can be opened here; headless commands work all the same.")
        return
    try:
        gui, widgets = (importlib.import_module(f"PyQt5.{part}") for part in ("QtGui", "QtWidgets"))
    except ImportError:
        return  # said by the check of Qt
    application = widgets.QApplication.instance() or widgets.QApplication(["rimlight"])
    for number, screen in enumerate(application.screens(), 1):
        size = screen.size()
        yield _screen(number, size.width(), size.height(), round(screen.physicalDotsPerInch()))
    fingers = max((device.maximumTouchPoints() for device in gui.QTouchDevice.devices()), default=0)
    said = f"{fingers} fingers are felt." if fingers else "No touch screen is felt; a mouse works too."
    yield Check("touch", State.GOOD if fingers else State.LOOK, said)


def _screen(number: int, width: int, height: int, dpi: int) -> Check:
    problems = []
    if width < SMALLEST[0] or height < SMALLEST[1]:
        problems.append(f"It is smaller than {SMALLEST[0]} × {SMALLEST[1]}.")
    if not DPI[0] <= dpi <= DPI[1]:
        problems.append("It does not know its own size: set screen_dpi in the settings, so that targets are 20 mm wide.")
    state = State.LOOK if problems else State.GOOD
    return Check(f"screen {number}", state, " ".join([f"{width} × {height} at {dpi} dots an inch.", *problems]))
