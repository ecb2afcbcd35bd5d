"""`rimlight verify`: whether everything is as it was written, and if not, what; `--recompute`: whether every reading still comes out the same."""

from __future__ import annotations

import argparse
import importlib
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

from console import resources
from console.cases.inspection import inspect
from console.recompute import recompute

NAME = "verify"
SUMMARY = "check the audit chain, every row, every file and every journal"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which store."""
    parser.add_argument("--home", type=Path, default=resources.home(), help="the folder that holds the store")
    parser.add_argument(
        "--recompute", action="store_true", help="also compute every signed reading again from its stored inputs, and compare"
    )


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Inspect; `intact` is false as soon as one grave finding is there."""
    began = time.monotonic()
    findings = inspect(arguments.home, _progress if sys.stderr.isatty() else lambda _done, _of: None)
    result: dict[str, Any] = {
        "intact": not any(finding.grave for finding in findings),
        "findings": [{"part": f.part.value, "subject": f.subject, "sentence": f.sentence, "grave": f.grave} for f in findings],
        "seconds": round(time.monotonic() - began, 3),
    }
    return result | _recomputed(arguments.home) if arguments.recompute else result


def _recomputed(home: Path) -> dict[str, Any]:
    """`reproduced` is false as soon as one reading does not come out the same."""
    modalities = importlib.import_module("console.modalities").MODALITIES  # brings Qt: only where it is needed
    began = time.monotonic()
    found = recompute(home, modalities, (lambda done: _progress(done, done)) if sys.stderr.isatty() else lambda _done: None)
    return {"reproduced": not found.different, "recomputed": asdict(found), "recompute_seconds": round(time.monotonic() - began, 3)}


def exit_status(result: dict[str, Any]) -> int:
    """0 only for an intact store in which, where that was asked, every reading came out the same."""
    return 0 if result["intact"] and result.get("reproduced", True) else 2


def _progress(done: int, of: int) -> None:
    if done == of or done % 1000 == 0:
        print(f"\rchecked {done} of {of}", end="\n" if done == of else "", file=sys.stderr, flush=True)
