"""`rimlight` without a command: the console itself, in a window."""

from __future__ import annotations

import argparse
import ctypes
import importlib
import os
import sys
from pathlib import Path
from typing import Any

from console import resources, words
from console.faults import Refused

NAME = "window"
SUMMARY = "open the console"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How it opens."""
    parser.add_argument("--kiosk", action="store_true", help="full screen, without a way out to the desktop")
    parser.add_argument("--demo", action="store_true", help="open on the simulated demo case, in a store of its own")
    parser.add_argument("--home", type=Path, help="the folder that holds the store (default: this user's data folder)")


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Open the window and stay until it is closed."""
    if not display_answers():
        raise Refused("There is no display here to open a window on. Run the demo case without one: rimlight demo --out FOLDER")
    place = arguments.home or resources.home()
    home = place / "demo" if arguments.demo else place
    words.choose(words.remembered(home))
    first = importlib.import_module("console.first_window").show(kiosk=arguments.kiosk)
    process = importlib.import_module("console.process")
    status = process.run(home, kiosk=arguments.kiosk, demo=arguments.demo, opened=first.close)
    return {"closed": status == 0}


def exit_status(result: dict[str, Any]) -> int:
    """0 when it was closed by a person."""
    return 0 if result["closed"] else 1


def display_answers() -> bool:
    """Whether a window can be opened here: asked of the display itself, because Qt ends the process that asks in vain."""
    if os.environ.get("QT_QPA_PLATFORM") or sys.platform in {"win32", "darwin"}:
        return True
    if os.environ.get("DISPLAY"):
        return x_server_answers()
    return bool(os.environ.get("WAYLAND_DISPLAY"))


def x_server_answers() -> bool:
    """Open and close a connection as Qt would, access rights included."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    answers = bool(xcb.xcb_connection_has_error(connection) == 0)
    xcb.xcb_disconnect(connection)
    return answers
