"""An update from the signed package to the program in use, each step harmless to repeat, and the way back when the new version fails its self-test.

Programs lie beside each other in `versions/`, and `current` points to the one in use: it moves last, so that a power cut leaves a program that
works. The store is backed up before the new version may touch it; if that one then fails, the backup takes the store's place again.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from console import installation, updates
from console.acquisition.caretaker import answer_of
from console.cases import opening
from console.cases.exchange import STORE
from console.faults import CaseStoreError, ImportRefused, Refused

VERSIONS, CURRENT, PREVIOUS = "versions", "current", "previous"
PROGRAM = "rimlight.exe" if sys.platform == "win32" else "rimlight"
LONGEST_S = 3600.0

Ask = Callable[..., dict[str, Any]]  # ask(program, command, *arguments, home=…): what that program answers


@dataclass(frozen=True, slots=True)
class Updated:
    """`before` and `after` are versions; `backup` is the copy of the store that was made, empty where there was none."""

    before: str
    after: str
    backup: str


def prefix_of(tree: Path | None) -> Path:
    """The folder that holds `versions` and `current`, for a program that was installed into one."""
    place = tree.resolve() if tree else None
    if place is None or place.parent.name != VERSIONS:
        raise Refused("This Rimlight was not installed by its installer, so it cannot be updated this way.")
    return place.parents[1]


def in_use(prefix: Path) -> str:
    """The version that `current` points to."""
    return (prefix / CURRENT).resolve().name


def install(package: Path, prefix: Path, home: Path, keys: Iterable[Ed25519PublicKey], ask: Ask | None = None) -> Updated:
    """Verify, unpack, test, back up, migrate, test again, switch; `Refused` says why not, and then everything is as it was."""
    ask = ask or ask_program
    before = in_use(prefix)
    with _room_in(prefix) as staging:
        updates.copy_checked(package, staging / "package.tar.gz", keys)
        about = updates.unpack(staging / "package.tar.gz", staging / "tree")
        _fits(about, before)
        _tested(ask, staging / "tree" / PROGRAM)
        new = prefix / VERSIONS / about.version
        shutil.rmtree(new, ignore_errors=True)  # left by an update that was cut short: what is in use has another version
        (staging / "tree").rename(new)
    backup = _hand_over(ask, prefix, new, home)
    _point(prefix, PREVIOUS, before)
    _point(prefix, CURRENT, about.version)
    _thin(prefix)
    return Updated(before, about.version, backup)


def roll_back(prefix: Path) -> Updated:
    """Use the version before again. Its store, if the newer one changed its form, is then read-only until the backup is restored."""
    before, previous = in_use(prefix), (prefix / PREVIOUS).resolve()
    if not (previous / PROGRAM).is_file() or previous.name == before:
        raise Refused("There is no earlier version here to go back to.")
    _point(prefix, CURRENT, previous.name)
    return Updated(before, previous.name, "")


def _fits(about: updates.About, before: str) -> None:
    fitting = updates.here(about.version)
    if about != fitting:
        raise ImportRefused(
            f"This package is for {about.system} on {about.machine}, this machine is {fitting.system} on {fitting.machine}."
        )
    if updates.numbers(about.version) <= updates.numbers(before):
        raise ImportRefused(f"This package holds version {about.version}; version {before} is in use already. Nothing was changed.")


def _tested(ask: Ask, program: Path) -> None:
    """The new version by itself, on an empty folder, before anything is at stake."""
    with tempfile.TemporaryDirectory(prefix="rimlight-") as empty:
        found = ask(program, "check", home=Path(empty))
    if not found.get("fit"):
        raise Refused("The new version does not pass its self-test on this machine. Nothing was changed.")


def _hand_over(ask: Ask, prefix: Path, new: Path, home: Path) -> str:
    """Back the store up and let the new version bring it to its form; when that fails, the backup takes its place. Where the backup is."""
    if not (home / STORE).exists():
        return ""
    try:
        opening.lock(home).release()  # nobody may be using it
        old = prefix / CURRENT / PROGRAM
        backup = str(ask(old, "backup", home=home)["backup"])
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    try:
        fit = bool(ask(new / PROGRAM, "update", "--take-over", home=home).get("fit"))
    except (CaseStoreError, OSError):
        fit = False
    if not fit:
        shutil.rmtree(new, ignore_errors=True)
        raise Refused(_put_back(ask, old, home, backup))
    return backup


def _put_back(ask: Ask, old: Path, home: Path, backup: str) -> str:
    """The backup in the place of a store that a failed version may have changed; what to say."""
    failed = "The new version could not take over the store."
    try:
        ask(old, "restore", "--exactly", backup, home=home)
    except (CaseStoreError, OSError):
        return f"{failed} The version before stays in use; put the store back with: rimlight restore --exactly {Path(backup).name}"
    return f"{failed} The version before and the store are as they were."


def _point(prefix: Path, name: str, version: str) -> None:
    """Let a link point to a version; on Windows a junction, which needs no rights of its own."""
    link, target = prefix / name, prefix / VERSIONS / version
    if sys.platform == "win32":
        import _winapi  # noqa: PLC0415 - only there

        if link.exists():
            link.rmdir()
        _winapi.CreateJunction(str(target), str(link))
        return
    fresh = prefix / f".{name}.new"
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(target.relative_to(prefix))
    fresh.replace(link)


def _thin(prefix: Path) -> None:
    """Two versions stay: the one in use and the one before. What a package manager put there is left to it."""
    kept = {in_use(prefix), (prefix / PREVIOUS).resolve().name}
    for folder in (prefix / VERSIONS).iterdir():
        packaged = folder.with_name(f"{folder.name}.packaged").exists()
        if folder.is_dir() and folder.name not in kept and not folder.name.startswith(".") and not packaged:
            shutil.rmtree(folder, ignore_errors=True)


def _room_in(prefix: Path) -> Any:
    try:
        return _Staging(prefix / VERSIONS)
    except OSError:
        raise Refused("Only an administrator may update Rimlight on this machine. Nothing was changed.") from None


class _Staging(tempfile.TemporaryDirectory[str]):
    """A folder beside the versions, for its owner alone, gone afterwards."""

    def __init__(self, versions: Path) -> None:
        super().__init__(prefix=".staging-", dir=versions, ignore_cleanup_errors=True)

    def __enter__(self) -> Path:  # type: ignore[override]
        (Path(self.name) / "tree").mkdir()
        return Path(self.name)


def ask_program(program: Path, command: str, *arguments: str, home: Path) -> dict[str, Any]:
    """What one version of the program answers, run as the owner of the store; `CaseStoreError` with its sentence where it does not."""
    done = subprocess.run(  # noqa: S603 - our own program, old or new
        [str(program), command, "--home", str(home), "--json", *arguments], capture_output=True, encoding="utf-8", timeout=LONGEST_S, check=False,
        env=installation.plain_environment(), **_as_owner(home),
    )  # fmt: skip
    return answer_of(done, command)


def _as_owner(home: Path) -> dict[str, Any]:
    """An administrator's update must not leave files behind that the console's own user cannot write."""
    if sys.platform == "win32" or os.geteuid() != 0 or not home.exists():
        return {}
    owner = home.stat()
    return {"user": owner.st_uid, "group": owner.st_gid, "extra_groups": []} if owner.st_uid else {}
