"""`rimlight verify`: whether everything is as it was written, and if not, what."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import Any

from console import resources
from console.cases.inspection import inspect

NAME = "verify"
SUMMARY = "check the audit chain, every row, every file and every journal"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which store."""
    parser.add_argument("--home", type=Path, default=resources.home(), help="the folder that holds the store")


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Inspect; `intact` is false as soon as one grave finding is there."""
    began = time.monotonic()
    findings = inspect(arguments.home, _progress if sys.stderr.isatty() else lambda _done, _of: None)
    return {
        "intact": not any(finding.grave for finding in findings),
        "findings": [{"part": f.part.value, "subject": f.subject, "sentence": f.sentence, "grave": f.grave} for f in findings],
        "seconds": round(time.monotonic() - began, 3),
    }


def exit_status(result: dict[str, Any]) -> int:
    """0 only for an intact store."""
    return 0 if result["intact"] else 2


def _progress(done: int, of: int) -> None:
    if done == of or done % 1000 == 0:
        print(f"\rchecked {done} of {of}", end="\n" if done == of else "", file=sys.stderr, flush=True)
