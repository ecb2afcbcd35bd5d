"""`rimlight update`: a newer version from a signed package that was brought by hand, and the way back. Nothing is fetched from anywhere."""

from __future__ import annotations

import argparse
import importlib
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from console import __version__, installation, resources
from console.cases.inspection import inspect
from console.cases.service import CaseService
from console.faults import ImportRefused, Refused

NAME = "update"
TOO_NEW = "This store was written by a newer Rimlight, or can only be read here for another reason. Nothing was changed."
SUMMARY = "install a newer version from a signed package, or go back to the one before"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """From what, and for which store."""
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("package", type=Path, nargs="?", metavar="PACKAGE", help="an update package: rimlight-VERSION-SYSTEM.update")
    what.add_argument("--rollback", action="store_true", help="use the version before again")
    what.add_argument(
        "--take-over", action="store_true", help="bring the store to this version's form and check it; asked for by the updating program"
    )
    parser.add_argument("--look", action="store_true", help="with PACKAGE: only check the signature and say what it holds")
    parser.add_argument("--home", type=Path, default=resources.home(), help="the folder that holds the store")


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Do it."""
    if arguments.take_over:
        return take_over(arguments.home)
    if arguments.look and arguments.package:
        return look(arguments.package)
    steps = importlib.import_module("console.updates_steps")
    prefix = steps.prefix_of(installation.tree())
    done = steps.roll_back(prefix) if arguments.rollback else steps.install(arguments.package, prefix, arguments.home, _makers())
    return {**asdict(done), "next": "Start Rimlight again to use it."}


def exit_status(result: dict[str, Any]) -> int:
    """2 where a store could not be taken over."""
    return 0 if result.get("fit", True) else 2


def take_over(home: Path) -> dict[str, Any]:
    """Open the store for writing, which migrates it after a backup of its own; then check every line, row, file and journal."""
    service = CaseService.open(home)
    told = [TOO_NEW] if service.health().read_only else []
    service.close()
    told += [finding.sentence for finding in inspect(home, lambda _done, _of: None) if finding.grave]
    told += [wrong] if (wrong := installation.refusal()) else []
    return {"fit": not told, "version": __version__, "findings": told}


def look(package: Path) -> dict[str, Any]:
    """What a package holds, once its signature was found good."""
    updates = importlib.import_module("console.updates")
    with tempfile.TemporaryDirectory(prefix="rimlight-") as place:
        updates.copy_checked(package, Path(place) / "package.tar.gz", _makers())
        (Path(place) / "tree").mkdir()
        about = updates.unpack(Path(place) / "package.tar.gz", Path(place) / "tree")
    return {"version": about.version, "system": about.system, "machine": about.machine, "in_use": __version__}


def _makers() -> Any:
    updates = importlib.import_module("console.updates")
    try:
        keys = updates.trusted(resources.assets() / "update-keys")
    except (OSError, ValueError):
        raise ImportRefused("The keys of the makers whom this installation trusts cannot be read. Install Rimlight again.") from None
    if not keys:
        raise Refused("This Rimlight was built without the key of a maker, so it takes no updates.")
    return keys
