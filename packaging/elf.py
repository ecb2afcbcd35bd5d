"""Shared libraries on Linux, as binutils sees them: what they still need of the system, and their debugging symbols, which nobody reads here.

Libraries that a wheel carries in a folder of its own (`NAME.libs`) were rewritten by auditwheel; stripping those can break them, so they stay.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MAGIC = b"\x7fELF"
NEEDED = re.compile(r"\(NEEDED\).*\[(.+)\]")
NEWEST = re.compile(r"Name: (GLIBC|GLIBCXX)_([\d.]+)\b")
LOADED = re.compile(r"^\s+LOAD\s+0x(\w+)\s+0x(\w+)\s+0x\w+\s+0x(\w+)\s+0x(\w+)\s.*0x(\w+)$", re.MULTILINE)
WORTH_BYTES = 200_000


@dataclass(frozen=True, slots=True)
class Needs:
    """Names of libraries that are not in the folder, and the oldest C and C++ libraries that will do (empty: any)."""

    libraries: tuple[str, ...]
    glibc: str
    glibcxx: str


def files(folder: Path) -> Iterator[Path]:
    """Programs and libraries, each once."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == MAGIC:
                    yield path


def needs(folder: Path) -> Needs:
    """What the folder's files ask of the system that they run on."""
    inside = {path.name for path in folder.rglob("*")}
    wanted: set[str] = set()
    newest = {"GLIBC": (0,), "GLIBCXX": (0,)}
    for path in files(folder):
        told = _said("readelf", "-dVW", str(path))
        wanted.update(NEEDED.findall(told))
        for family, number in NEWEST.findall(told):
            newest[family] = max(newest[family], tuple(map(int, number.split("."))))
    glibc, glibcxx = (".".join(map(str, number)) if number != (0,) else "" for number in newest.values())
    return Needs(tuple(sorted(wanted - inside)), glibc, glibcxx)


def slim(folder: Path) -> int:
    """Take symbols that only a debugger reads out of the libraries; how many bytes that saved."""
    if not sys.platform.startswith("linux") or not shutil.which("strip"):
        return 0
    return sum(_stripped(path) for path in files(folder) if ".so" in path.name and not path.parent.name.endswith(".libs"))


def _stripped(path: Path) -> int:
    """Only where it is worth it and the loader will find every segment as it did."""
    smaller = path.with_name(f"{path.name}.stripped")
    try:
        done = subprocess.run(["strip", "--strip-unneeded", "-o", str(smaller), str(path)], capture_output=True, check=False)
        saved = path.stat().st_size - smaller.stat().st_size if done.returncode == 0 else 0
        if saved < WORTH_BYTES or _segments(path) != _segments(smaller):
            return 0
        smaller.chmod(path.stat().st_mode)
        smaller.replace(path)
        return saved
    finally:
        smaller.unlink(missing_ok=True)


def _segments(path: Path) -> list[tuple[int, int, int, bool]]:
    """Address and sizes of what is loaded, and whether it lies in the file as the loader wants it."""
    found = (tuple(int(word, 16) for word in words) for words in LOADED.findall(_said("readelf", "-lW", str(path))))
    return [(address, in_file, in_memory, (place - address) % step == 0) for place, address, in_file, in_memory, step in found]


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
