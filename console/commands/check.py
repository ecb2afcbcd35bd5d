"""`rimlight check`: whether this installation, its store and its devices are fit for the operating room, and what to do where not."""

from __future__ import annotations

import argparse
import hashlib
import importlib
import platform
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from console import __version__, resources
from console.cases.condition import Check, State, conditions, settings_of
from console.cases.exchange import STORE
from console.cases.restore import recover
from devices.errors import DeviceError

NAME = "check"
SUMMARY = "self-test of the installation, the store and the devices"
FONTS = ("RimlightInter-Regular.otf", "RimlightInter-Medium.otf", "RimlightInter-SemiBold.otf", "RimlightInter-Bold.otf")
DEVICES = ("camera", "vna", "scanner", "pacs", "worklist", "steps")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which store; whether to repair."""
    parser.add_argument("--home", type=Path, default=resources.home(), help="the folder that holds the store")
    parser.add_argument("--repair", action="store_true", help="make whole what has a second copy: database, files, journals")


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Look at everything; `fit` is false as soon as one thing is bad."""
    repaired = asdict(recover(arguments.home).mended) if arguments.repair and (arguments.home / STORE).exists() else None
    now = datetime.now(UTC).astimezone()
    checks = [*_installation(), _screen(), *conditions(arguments.home, now), *_devices(arguments.home)]
    return {
        "fit": not any(check.state is State.BAD for check in checks),
        "checks": [{"name": check.name, "state": check.state.value, "sentence": check.sentence} for check in checks],
        "repaired": repaired,
    }


def exit_status(result: dict[str, Any]) -> int:
    """0 when nothing is bad; what only deserves a look does not count."""
    return 0 if result["fit"] else 2


def _installation() -> Iterator[Check]:
    yield Check("rimlight", State.GOOD, f"{__version__} on Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    try:
        core = importlib.import_module("PyQt5.QtCore")
        importlib.import_module("PyQt5.QtWidgets")
        yield Check("qt", State.GOOD, f"Qt {core.qVersion()}, PyQt {core.PYQT_VERSION_STR}")
    except ImportError:
        yield Check("qt", State.BAD, "Qt cannot be loaded: a system library is missing. Run: make run, or install the package again.")
    absent = [name for name in FONTS if not (resources.assets() / "fonts" / name).is_file()]
    said = f"Missing: {', '.join(absent)}. Install Rimlight again." if absent else f"{len(FONTS)} cuts are there."
    yield Check("fonts", State.BAD if absent else State.GOOD, said)
    yield from _manifest(resources.assets())


def _manifest(folder: Path) -> Iterator[Check]:
    """Every file that the package was shipped with, by its hash; a checkout has no such list, and its version control knows better."""
    listed = folder / "manifest.toml"
    if not listed.is_file():
        return
    files: dict[str, str] = tomllib.loads(listed.read_text(encoding="utf-8")).get("files", {})
    wrong = [name for name, sha256 in sorted(files.items()) if not _is(folder / name, sha256)]
    said = f"Not as shipped: {', '.join(wrong)}. Install Rimlight again." if wrong else f"All {len(files)} files are as shipped."
    yield Check("assets", State.BAD if wrong else State.GOOD, said)


def _is(path: Path, sha256: str) -> bool:
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == sha256


def _screen() -> Check:
    window = importlib.import_module("console.commands.window")
    if window.display_answers():
        return Check("screen", State.GOOD, "A window can be opened here.")
    return Check("screen", State.LOOK, "No window can be opened here; headless commands work all the same.")


def _devices(home: Path) -> Iterator[Check]:
    """Whether what is configured answers: instruments, and the hospital's systems by C-ECHO."""
    settings = settings_of(home)
    registry = importlib.import_module("devices.registry")

    def ask(address: str) -> None:
        registry.open_device(address, None, settings.local).close()

    for name in DEVICES:
        if address := getattr(settings, name):
            yield _asked(name, partial(ask, address), f"{address} answers.")
    if settings.certificates:
        tls = importlib.import_module("devices.pacs.tls")
        yield _asked("certificates", partial(tls.client_context, settings.local.certificates), "The certificates can be used.")


def _asked(name: str, ask: Callable[[], object], good: str) -> Check:
    try:
        ask()
    except DeviceError as error:
        return Check(name, State.LOOK, f"{error.device}: {error.problem}")
    return Check(name, State.GOOD, good)
