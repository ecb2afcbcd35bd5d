"""A small store with everything in it, made by the real service, to be damaged again and again."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from console.cases import backup
from tests.faults.promises import ROOT


def make(home: Path, *, before_backup: int = 60, after_backup: int = 25) -> Path:
    """Save, back up, save some more, and die: the write-ahead log is left behind as a crash leaves it."""
    save(home, 1, before_backup)
    backup.make(home)
    save(home, 2, after_backup, die=True)
    backup.copy_files(home)  # as the console does whenever a file was added
    return home


def save(home: Path, seed: int, count: int, *, die: bool = False) -> None:
    """Run the saver in a process of its own."""
    environment = {**os.environ, "RIMLIGHT_KEY_PLACE": "file"}
    options = ["--die"] if die else []
    command = [sys.executable, "tests/faults/saver.py", str(home), str(seed), str(count), *options]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False, stdout=subprocess.DEVNULL, timeout=120)
    assert done.returncode == (-9 if die else 0)


def copy(home: Path, to: Path) -> Path:
    """The same store again, but for the file that is only there to be thrown out."""
    return Path(shutil.copytree(home, to, ignore=shutil.ignore_patterns("ballast", "*-shm")))
