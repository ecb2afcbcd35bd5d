"""The local log: JSON lines that say what happened where, and never to whom.

Only events of the list below and ids that look like ids are written. Texts are not: neither messages, nor exception texts, nor argument values,
because any of them may carry a patient's name. Of other libraries' records nothing remains but who spoke, how loudly and where.
"""

from __future__ import annotations

import json
import logging
import logging.handlers
import os
import re
import sys
import sysconfig
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import IO, Any, TextIO

from devices.device import DeviceKind

BYTES_EACH, FILES_KEPT = 2_000_000, 8
LONGEST_CHAIN, MOST_FRAMES = 8, 60
NAME = "rimlight"

_ROOT = Path(__file__).resolve().parent.parent
_LIBRARIES = tuple(Path(sysconfig.get_path(name)).resolve() for name in ("purelib", "stdlib"))
_LEVELS = ((50, "CRITICAL"), (40, "ERROR"), (30, "WARNING"), (20, "INFO"))  # not the record's own name: anybody can call a level anything
_OURS = (("console",), ("devices",), ("algorithms",))
_ID = re.compile(r"[0-9a-f]{32}")  # as `console.cases.model.new_id` makes them
_SHA256 = re.compile(r"[0-9a-f]{64}")
_VERSION = re.compile(r"\d{1,4}\.\d{1,4}(\.\d{1,4})?")
_CODE = re.compile(r"[A-Za-z_<>][A-Za-z0-9_.<>]{0,79}")
_logger = logging.getLogger(NAME)


class Event(StrEnum):
    """Everything that this log can say."""

    STARTED = "started"
    ENDED = "ended"
    CAME_BACK = "came_back"
    SAFE_MODE = "safe_mode"
    CONTINUITY_DAMAGED = "continuity_damaged"
    CRASH = "crash"
    FAILED = "failed"
    STORE_OPENED = "store_opened"
    BACKUP_MADE = "backup_made"
    BACKUP_FAILED = "backup_failed"
    SIGNED_IN = "signed_in"
    SCREEN_LOCKED = "screen_locked"
    BREAK_GLASS = "break_glass"
    CASE_OPENED = "case_opened"
    SCREEN_SHOWN = "screen_shown"
    DEVICE_CONNECTED = "device_connected"
    DEVICE_FAILED = "device_failed"
    DEVICE_OFF = "device_off"
    CAMERA_LIVE = "camera_live"
    CAMERA_STALE = "camera_stale"
    CAMERA_LOST = "camera_lost"
    CAMERA_SET = "camera_set"
    RECORDING_STARTED = "recording_started"
    RECORDING_ENDED = "recording_ended"
    RECORDING_DISCARDED = "recording_discarded"


def note(event: Event, level: int = logging.INFO, *, error: BaseException | None = None, **ids: object) -> None:
    """Write one event. Ids: `case` `user` `specimen` `reading` (our ids), `asset` (SHA-256), `device`, `version`, `count`, `seconds`.

    What does not look like what its name promises is left out. Of `error` only types and places in the code are written, its causes included.
    """
    _logger.log(level, event, exc_info=error, extra={"ids": ids}, stacklevel=2)


def crash_note(exc_type: type[BaseException], tb: TracebackType | None) -> None:
    """For the exception hooks: the type and the places, on disk before this returns."""
    _logger.critical(Event.CRASH, extra={"ids": {}, "crash": {"error": _type_name(exc_type), "frames": _frames(tb)}})
    for handler in logging.getLogger().handlers:
        if isinstance(handler, _OwnersFile):
            handler.sync()


def install(home: Path) -> Path:
    """Write to `home/log/rimlight.jsonl`, for its owner's eyes only, rotating; every logger of the process ends up there, reduced. Its path."""
    folder = home / "log"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    close()
    handler = _OwnersFile(folder / "rimlight.jsonl", maxBytes=BYTES_EACH, backupCount=FILES_KEPT, encoding="utf-8")
    handler.setFormatter(WithoutTexts())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)  # other libraries: only what went wrong
    _logger.setLevel(logging.INFO)
    logging.captureWarnings(capture=True)
    return Path(handler.baseFilename)


def close() -> None:
    """Let go of the file; harmless twice."""
    root = logging.getLogger()
    for handler in [handler for handler in root.handlers if isinstance(handler, _OwnersFile)]:
        root.removeHandler(handler)
        handler.close()
        logging.captureWarnings(capture=False)


class WithoutTexts(logging.Formatter):
    """One JSON line a record, made of things that cannot carry a name."""

    def format(self, record: logging.LogRecord) -> str:
        """Never touches the message, its arguments or an exception's text."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created).astimezone().isoformat(timespec="milliseconds"),
            "level": next((name for least, name in _LEVELS if record.levelno >= least), "DEBUG"),
            "event": record.msg.value if isinstance(record.msg, Event) and record.name == NAME else _speaker(record.name),
            "where": _place(record.pathname, record.lineno, record.funcName or ""),
        }
        if record.name == NAME:
            line |= _ids_of(getattr(record, "ids", {})) | _crash_of(getattr(record, "crash", {}))
        if record.exc_info and record.exc_info[1] is not None:
            line["errors"] = _chain(record.exc_info[1])
        return json.dumps(line, ensure_ascii=True)


class _OwnersFile(logging.handlers.RotatingFileHandler):
    """A rotating file that only its owner can read, and that fails in silence: the standard way prints the message to standard error."""

    def _open(self) -> IO[Any]:  # type: ignore[override]
        handle = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        if hasattr(os, "fchmod"):
            os.fchmod(handle, 0o600)
        return os.fdopen(handle, self.mode, encoding=self.encoding)

    def handleError(self, record: logging.LogRecord) -> None:
        """A full disk is reported by the store; the record may hold anything and is not repeated elsewhere."""

    def sync(self) -> None:
        """Through to the disk."""
        stream: TextIO | None = self.stream
        if stream is not None:
            self.flush()
            os.fsync(stream.fileno())


def _ids_of(ids: object) -> dict[str, str | int | float]:
    """Those that look like what they are called."""
    given = ids if isinstance(ids, dict) else {}
    written: dict[str, str | int | float] = {}
    for name in ("case", "user", "specimen", "reading"):
        written |= _matching(name, given.get(name), _ID)
    written |= _matching("asset", given.get("asset"), _SHA256) | _matching("version", given.get("version"), _VERSION)
    if isinstance(given.get("device"), DeviceKind):
        written["device"] = given["device"].value
    if type(given.get("count")) is int and 0 <= given["count"] < 100_000:
        written["count"] = given["count"]
    if type(given.get("seconds")) in (int, float):
        written["seconds"] = round(given["seconds"], 3)
    return written


def _matching(name: str, value: object, pattern: re.Pattern[str]) -> dict[str, str | int | float]:
    return {name: str(value)} if isinstance(value, str) and pattern.fullmatch(value) else {}


def _crash_of(crash: object) -> dict[str, Any]:
    """What `crash_note` made."""
    return {"errors": [crash]} if isinstance(crash, dict) and crash else {}


def _speaker(name: str) -> str:
    """A library's logger by its name, if it is a module that is really loaded: anybody can call a logger anything."""
    while name and name not in sys.modules and name not in {NAME, "py.warnings"}:
        name = name.rpartition(".")[0]
    return name or "other"


def _chain(error: BaseException) -> list[dict[str, Any]]:
    """An exception and what caused it: types and places."""
    links: list[dict[str, Any]] = []
    current: BaseException | None = error
    while current is not None and len(links) < LONGEST_CHAIN:
        links.append({"error": _type_name(type(current)), "frames": _frames(current.__traceback__)})
        current = current.__cause__ or current.__context__
    return links


def _type_name(error: type[BaseException]) -> str:
    """Of a class that a loaded module really has under that name."""
    module = sys.modules.get(error.__module__)
    known = getattr(module, error.__name__, None) is error
    return f"{error.__module__}.{error.__name__}" if known and _CODE.fullmatch(error.__name__) else "exception"


def _frames(tb: TracebackType | None) -> list[str]:
    """`file:line:function`, outermost first; the innermost ones when there are too many."""
    places: list[str] = []
    while tb is not None:
        places.append(_place(tb.tb_frame.f_code.co_filename, tb.tb_lineno, tb.tb_frame.f_code.co_name))
        tb = tb.tb_next
    return places[-MOST_FRAMES:]


def _place(file: str, line: int, function: str) -> str:
    """Relative to this checkout or to the libraries: a path may begin with a person's name. Made-up file names are not repeated."""
    path = Path(file)
    for root in (_ROOT, *_LIBRARIES):
        if path.is_relative_to(root) and path.suffix == ".py":
            return f"{path.relative_to(root).as_posix()}:{line}:{function if _CODE.fullmatch(function) else '?'}"
    if path.parts[:1] in _OURS and path.suffix == ".py":  # an installed bundle keeps no folders before ours
        return f"{path.as_posix()}:{line}:{function if _CODE.fullmatch(function) else '?'}"
    return f"?:{line}:?"
