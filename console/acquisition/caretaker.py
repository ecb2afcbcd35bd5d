"""The slow care of the store, in a process of its own at low priority: backups and full verification never make the picture stutter."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

from console.faults import CaseStoreError

LONGEST = timedelta(hours=2)
LOW_PRIORITY = 10


def program() -> list[str]:
    """How this same Rimlight is started again, from a checkout or from an installed bundle."""
    if not getattr(sys, "frozen", False):
        return [sys.executable, "-m", "console"]
    return (
        [str(Path(sys.executable).with_name("rimlight.exe"))] if os.name == "nt" else [sys.executable]
    )  # there the window has no terminal


def run(command: str, home: Path, *arguments: str) -> dict[str, Any]:
    """Run one headless command on the store under `home`; its JSON, or `CaseStoreError` with its sentence."""
    done = subprocess.run(  # noqa: S603 - our own program, our own folder
        [*program(), command, "--home", str(home), "--json", *arguments], capture_output=True, encoding="utf-8", timeout=LONGEST.total_seconds(),
        check=False, **_gently(),
    )  # fmt: skip
    return answer_of(done, command)


def answer_of(done: subprocess.CompletedProcess[str], command: str) -> dict[str, Any]:
    """The JSON that Rimlight itself answered, this version or another; `CaseStoreError` with its sentence where it did not finish."""
    try:
        found = json.loads(done.stdout)
    except ValueError:
        sentence = done.stderr.strip().splitlines()[-1:] or ["it ended without a word"]
        raise CaseStoreError(f"The {command} did not finish: {sentence[0].removeprefix('rimlight: ')}") from None
    return dict(found)


def _gently() -> dict[str, Any]:
    if os.name == "nt":
        return {"creationflags": getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0) | getattr(subprocess, "CREATE_NO_WINDOW", 0)}
    return {"preexec_fn": lambda: os.nice(LOW_PRIORITY)}
