"""Whether the files of an installation are those that were shipped: a list of hashes, written when it was built, held against what lies there."""

from __future__ import annotations

import hashlib
import os
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from console import resources

LIST = "manifest.toml"
_HEAD = "# What was shipped: SHA-256 of each file. Written when this installation was built; `rimlight check` compares.\n[files]\n"


def tree() -> Path | None:
    """The folder of the installed program; None in a checkout, of which version control knows better."""
    return Path(sys.executable).parent if getattr(sys, "frozen", False) else None


def write_list(folder: Path) -> int:
    """List every file under `folder`; how many."""
    listed = {name: _sha256(folder / name) for name in _names(folder)}
    lines = (f'"{name}" = "{sha256}"\n' for name, sha256 in listed.items())
    (folder / LIST).write_text(_HEAD + "".join(lines), encoding="utf-8", newline="\n")
    return len(listed)


def listed(folder: Path) -> dict[str, str]:
    """File name, relative to the folder, to SHA-256; empty where there is no list that can be read."""
    try:
        return {str(name): str(sha256) for name, sha256 in tomllib.loads((folder / LIST).read_text("utf-8"))["files"].items()}
    except (OSError, ValueError, KeyError, AttributeError):
        return {}


def altered(folder: Path) -> tuple[str, ...]:
    """What is missing, is not as shipped, or was added, by name."""
    wanted = listed(folder)
    added = [name for name in _names(folder) if name not in wanted]
    return tuple(sorted([*(name for name, sha256 in wanted.items() if not _is(folder / name, sha256)), *added]))


def altered_assets() -> tuple[str, ...]:
    """The same of what the console draws and computes with; quick enough for every start. Nothing in a checkout."""
    return altered(resources.assets()) if tree() is not None else ()


def refusal() -> str:
    """Why this installation must not be used, in one sentence; empty when its files are as shipped."""
    wrong = altered_assets()
    more = f" and {len(wrong) - 3} more" if len(wrong) > 3 else ""
    return f"This installation is not as it was shipped ({', '.join(wrong[:3])}{more}). Install Rimlight again." if wrong else ""


def plain_environment() -> dict[str, str]:
    """For other programs: without the library path by which a bundle finds its own, and which would mislead theirs."""
    environment = dict(os.environ)
    if tree() is not None:
        original = environment.pop("LD_LIBRARY_PATH_ORIG", "")
        environment.pop("LD_LIBRARY_PATH", None)
        environment |= {"LD_LIBRARY_PATH": original} if original else {}
    return environment | {"PYINSTALLER_RESET_ENVIRONMENT": "1"}


def _names(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if not path.is_dir() and path != folder / LIST:
            yield path.relative_to(folder).as_posix()


def _is(path: Path, sha256: str) -> bool:
    try:
        return _sha256(path) == sha256
    except OSError:
        return False


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
