"""`rimlight check`: whether this installation, its store and its devices are fit for the operating room, and what to do where not."""

from __future__ import annotations

import argparse
import importlib
import platform
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from cryptography import x509

from console import __version__, diagnostics, installation, machine, resources
from console.cases.condition import Check, State, conditions, settings_of
from console.cases.exchange import STORE
from console.cases.restore import recover
from devices.errors import DeviceError

NAME = "check"
SUMMARY = "self-test of the installation, the store and the devices"
FONTS = ("RimlightInter-Regular.otf", "RimlightInter-Medium.otf", "RimlightInter-SemiBold.otf", "RimlightInter-Bold.otf")
SOON = timedelta(days=30)
DEVICES = ("camera", "vna", "scanner", "pacs", "worklist", "steps")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which store; whether to repair."""
    parser.add_argument("--home", type=Path, default=resources.home(), help="the folder that holds the store")
    parser.add_argument("--repair", action="store_true", help="make whole what has a second copy: database, files, journals")
    parser.add_argument("--page", type=Path, metavar="FILE.html", help="also write what was found as a page")
    parser.add_argument(
        "--bundle", type=Path, metavar="FILE.zip", help="also write it with the log, free of patient data, to send to whoever helps"
    )


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Look at everything; `fit` is false as soon as one thing is bad."""
    repaired = asdict(recover(arguments.home).mended) if arguments.repair and (arguments.home / STORE).exists() else None
    now = datetime.now(UTC).astimezone()
    checks = [*_installation(), *machine.conditions(), *conditions(arguments.home, now), *_devices(arguments.home)]
    found: dict[str, Any] = {
        "fit": not any(check.state is State.BAD for check in checks),
        "version": __version__,
        "at": now.isoformat(timespec="seconds"),
        "checks": [{"name": check.name, "state": check.state.value, "sentence": check.sentence} for check in checks],
        "repaired": repaired,
    }
    if arguments.page:
        diagnostics.write_page(found, arguments.page)
    if arguments.bundle:
        diagnostics.write_bundle(found, arguments.home, arguments.bundle)
    return found


def as_text(result: dict[str, Any]) -> str:
    """For a person at a terminal."""
    return diagnostics.as_text(result)


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
    if (tree := installation.tree()) is not None:
        yield _as_shipped(tree)


def _as_shipped(tree: Path) -> Check:
    """Every file of the program by its hash, networks included; a checkout has no such list, and its version control knows better."""
    count, wrong = len(installation.listed(tree)), installation.altered(tree)
    if not count:
        return Check("files", State.BAD, "The list of what was shipped is missing. Install Rimlight again.")
    said = f"Not as shipped: {', '.join(wrong[:10])}. Install Rimlight again." if wrong else f"All {count} files are as shipped."
    return Check("files", State.BAD if wrong else State.GOOD, said)


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
        yield from _expiry(Path(settings.certificates), datetime.now(UTC))


def _asked(name: str, ask: Callable[[], object], good: str) -> Check:
    try:
        ask()
    except DeviceError as error:
        return Check(name, State.LOOK, f"{error.device}: {error.problem}")
    return Check(name, State.GOOD, good)


def _expiry(folder: Path, now: datetime) -> Iterator[Check]:
    """How long each certificate still holds; one that cannot be read was said already."""
    for name in ("console.pem", "ca.pem"):
        try:
            until = x509.load_pem_x509_certificate((folder / name).read_bytes()).not_valid_after_utc
        except (OSError, ValueError):
            continue
        state = State.BAD if until <= now else State.LOOK if until - now < SOON else State.GOOD
        said = f"It ended on {until:%Y-%m-%d}. Replace it." if state is State.BAD else f"It holds until {until:%Y-%m-%d}."
        yield Check(f"certificate {name}", state, said)
