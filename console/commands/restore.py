"""`rimlight restore`: brings the store back, and loses nothing that a backup or a journal still knows."""

from __future__ import annotations

import argparse
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

from console import resources
from console.cases.backup import at_path
from console.cases.restore import recover, restore
from console.faults import Refused

NAME = "restore"
SUMMARY = "bring the store back from a backup, or from the cases' journals"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """From what."""
    parser.add_argument("--home", type=Path, default=resources.home(), help="the folder that holds the store")
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("file", type=Path, nargs="?", metavar="FILE", help="a backup: its folder, or a file in it")
    source.add_argument(
        "--latest", action="store_true", help="make a damaged store whole: from what is sound of it, else from the newest sound backup"
    )
    source.add_argument("--from-cases", action="store_true", help="from the cases' journals alone")
    parser.add_argument("--exactly", action="store_true", help="with FILE: without what the journals know since; they are set aside")


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Do it; what stood there before is kept, and where."""
    began = time.monotonic()
    if arguments.latest:
        done = recover(arguments.home)
    elif arguments.from_cases:
        done = restore(arguments.home, None)
    else:
        source = at_path(arguments.file)
        if source is None:
            raise Refused(
                f"{arguments.file.name} is not a backup. Backups are the folders named by their time in {arguments.home.name}/backups."
            )
        done = restore(arguments.home, source, with_journals=not arguments.exactly)
    return {
        "from": done.source.name if done.source else "journals" if done.lines else "what was sound of it",
        "kept_before": str(done.kept) if done.kept else None,
        "audit_lines": done.lines,
        "from_journals": done.replayed,
        "saved_behind_a_gap": done.saved,
        "mended": asdict(done.mended),
        "seconds": round(time.monotonic() - began, 3),
    }


def exit_status(result: dict[str, Any]) -> int:
    """2 when files have no sound copy left: the store works, and they are gone."""
    return 2 if result["mended"]["lost"] else 0
