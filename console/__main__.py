"""The command line: arguments, then a command. `rimlight` alone opens the console."""

from __future__ import annotations

import argparse
import importlib
import io
import json
import sys
import traceback
from collections.abc import Callable
from typing import Any, NoReturn, Protocol, cast

from console import __version__, log
from console.faults import CaseStoreError, Refused, worded
from devices.errors import DeviceError

COMMANDS = (
    "demo",
    "centralize",
    "fluorescence",
    "microwave",
    "petct",
    "models",
    "cohort",
    "simulate",
    "check",
    "backup",
    "restore",
    "verify",
    "rotate-key",
    "update",
    "bench",
)
DONE, OUR_BUG, REFUSED = 0, 1, 2


class Command(Protocol):
    """What a module in `console.commands` offers."""

    NAME: str
    SUMMARY: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], dict[str, Any]]


class OneLineParser(argparse.ArgumentParser):
    """Refuses in one line; the usage is in `--help`."""

    def error(self, message: str) -> NoReturn:
        """Say it, and leave with the status of a refusal."""
        self.exit(REFUSED, f"{self.prog}: {message}\n")


def load(name: str) -> Command:
    """The module behind a command: imported only when asked for, so that each starts quickly."""
    return cast("Command", importlib.import_module(f"console.commands.{name.replace('-', '_')}"))


def parser_for(arguments: list[str]) -> OneLineParser:
    """The parser of one command, or of the front door with every command listed."""
    if arguments and arguments[0] in COMMANDS:
        command = load(arguments[0])
        parser = OneLineParser(prog=f"rimlight {command.NAME}", description=command.SUMMARY, allow_abbrev=False)
        parser.add_argument("--json", action="store_true", help="print one JSON object and nothing else")
        command.add_arguments(parser)
        return parser
    listed = "\n".join(f"  {name:<12} {load(name).SUMMARY}" for name in COMMANDS) if {"-h", "--help"} & set(arguments) else ""
    parser = OneLineParser(
        prog="rimlight",
        description="The margin console for breast-conserving surgery. Research use only. Without a command it opens the console.",
        epilog=f"commands:\n{listed}\n\nrimlight COMMAND --help tells the rest.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"rimlight {__version__}")
    importlib.import_module("console.commands.window").add_arguments(parser)
    return parser


def show(result: dict[str, Any], *, as_json: bool) -> None:
    """One JSON object, or lines that a person reads."""
    if as_json:
        print(json.dumps(result, ensure_ascii=False, allow_nan=False))
        return
    for key, value in result.items():
        plain = value if isinstance(value, str | int | float) else json.dumps(value, ensure_ascii=False, allow_nan=False)
        print(f"{key}: {plain}")


def speak_utf8() -> None:
    """Into a pipe or a file, Windows writes a code page in which half of our words do not exist."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower() != "utf-8":
            stream.reconfigure(encoding="utf-8")


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit status."""
    speak_utf8()
    arguments = sys.argv[1:] if arguments is None else arguments
    named = bool(arguments) and arguments[0] in COMMANDS
    if arguments and not named and not arguments[0].startswith("-"):
        print(f"rimlight: there is no command {arguments[0]!r}; rimlight --help lists them", file=sys.stderr)
        return REFUSED
    try:
        command = load(arguments[0] if named else "window")
        parsed = parser_for(arguments).parse_args(arguments[1:] if named else arguments)
        result = command.run(parsed)
    except (Refused, CaseStoreError, DeviceError) as error:
        print(f"rimlight: {worded(error)}", file=sys.stderr)
        return REFUSED
    except Exception as error:  # noqa: BLE001 - the front door: say where, never what was in it
        log.crash_note(type(error), error.__traceback__)
        where = traceback.extract_tb(error.__traceback__)[-1]
        print(f"rimlight: this is our bug: {type(error).__name__} at {where.name}, line {where.lineno}", file=sys.stderr)
        return OUR_BUG
    if not getattr(parsed, "json", False) and hasattr(command, "as_text"):
        print(command.as_text(result))
    else:
        show(result, as_json=getattr(parsed, "json", False))
    return int(getattr(command, "exit_status", lambda _: DONE)(result))


if __name__ == "__main__":
    raise SystemExit(main())
