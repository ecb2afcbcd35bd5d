"""`rimlight backup`: a checked copy of the store, while it is in use or not."""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import Any

from console import resources
from console.cases import backup

NAME = "backup"
SUMMARY = "make a checked copy of the store"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which store, and where to."""
    parser.add_argument("--home", type=Path, default=resources.home(), help="the folder that holds the store")
    parser.add_argument("--to", type=Path, metavar="DIR", help="another folder for the copy, best on another disk")
    parser.add_argument("--scheduled", action="store_true", help="made by the clock: thinned out as it ages")
    parser.add_argument("--files", action="store_true", help="only give new files their second copy; quick")


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Make it."""
    began = time.monotonic()
    if arguments.files:
        copied = backup.copy_files(arguments.home, arguments.to)
        return {"files_copied": copied, "seconds": round(time.monotonic() - began, 3)}
    made = backup.make(arguments.home, arguments.to, reason=backup.SCHEDULED if arguments.scheduled else backup.ASKED)
    kept = len(backup.listed(made.path.parent))
    seconds = round(time.monotonic() - began, 3)
    return {"backup": str(made.path), "at": made.at.isoformat(), "bytes": made.bytes, "kept": kept, "seconds": seconds}
