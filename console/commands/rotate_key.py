"""`rimlight rotate-key`: a new key for the store; everything written before stays readable, also in older backups."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from console import resources
from console.cases import backup
from console.cases.rotation import rotate

NAME = "rotate-key"
SUMMARY = "give the store a new key"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which store."""
    parser.add_argument("--home", type=Path, default=resources.home(), help="the folder that holds the store")


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Back up, then rotate."""
    before = backup.make(arguments.home, reason=backup.ASKED)
    generations = rotate(arguments.home, lambda: datetime.now(UTC).astimezone())
    return {"key_generation": generations, "backup_before": str(before.path)}
